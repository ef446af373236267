//! A connection's values as the expressions of policies read them.

use tenon_connector::Connector;
use tenon_connector::policy::run::ConnectionValues;
use tenon_connector::security::Way;

use super::Credentials;

/// The value of each connection parameter of a way to authenticate. One that its owner left empty is empty; what the connector does not
/// ask for has no value, though the connection may keep one from an earlier version.
pub(super) struct Values<'a> {
    parameters: Vec<&'a str>,
    credentials: &'a Credentials,
}

impl<'a> Values<'a> {
    pub(super) fn new(connector: &'a Connector, way: Way, credentials: &'a Credentials) -> Self {
        let parameters = way.parameters(connector);
        Self {
            parameters: parameters.iter().map(|p| p.key()).collect(),
            credentials,
        }
    }
}

impl ConnectionValues for Values<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        let by = |fits: &dyn Fn(&str) -> bool| self.parameters.iter().find(|own| fits(own));
        let own = by(&|own| own == name).or_else(|| by(&|own| own.eq_ignore_ascii_case(name)))?;
        Some(self.credentials.get(own).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use secrecy::SecretString;
    use serde_json::json;
    use tenon_connector::Connector;
    use tenon_connector::document::Document;
    use tenon_connector::policy::run::ConnectionValues;
    use tenon_connector::security::Way;

    use super::Values;
    use crate::runtime::Credentials;

    #[test]
    fn a_value_is_found_in_any_letter_case_and_one_left_empty_is_empty() {
        let parameters = json!({ "host": { "type": "string" }, "Region": { "type": "string" } });
        let properties = json!({ "properties": { "connectionParameters": parameters } });
        let connector = Connector::new(Document::new(json!({})), Document::new(properties));
        let kept = [("Region", "eu"), ("gone", "kept from before")];
        let kept = kept.map(|(key, value)| (key.to_owned(), SecretString::from(value)));
        let credentials = Credentials::new(BTreeMap::from(kept));
        let values = Values::new(&connector, Way::Only, &credentials);
        let names = ["region", "host", "gone", "nothing"];
        let found = names.map(|name| values.get(name));
        assert_eq!(found, [Some("eu"), Some(""), None, None]);
    }
}
