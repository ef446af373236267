//! What stands beside in many places: addresses, documentation, contacts, licences, the words of XML. Swagger 2.0
//! asks for whole addresses and knows fewer members of them.

use serde_json::{Map, Value, json};

use super::{Conversion, text};
use crate::general::split_url;
use crate::ledger::{At, Fate};
use crate::message::message;

/// The members of these, as Swagger 2.0 knows them.
const OF_DOCUMENTATION: [&str; 2] = ["description", "url"];
const OF_CONTACT: [&str; 3] = ["name", "url", "email"];
const OF_LICENSE: [&str; 2] = ["name", "url"];
const OF_XML: [&str; 5] = ["name", "namespace", "prefix", "attribute", "wrapped"];

impl<'s> Conversion<'s> {
    /// `externalDocs`; none where its address is not known.
    pub(super) fn documentation(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        let out = self.known(at, value, &OF_DOCUMENTATION)?;
        if out.contains_key("url") {
            return Some(Value::Object(out));
        }
        self.note(at, Fate::Dropped, message!("Documentation has an address."));
        None
    }

    pub(super) fn contact(&mut self, at: &At<'_>, value: &Value) -> Value {
        let out = self.known(at, value, &OF_CONTACT);
        Value::Object(out.unwrap_or_default())
    }

    /// `license`; none where it has no name.
    pub(super) fn license(&mut self, at: &At<'_>, value: &Value) -> Option<Value> {
        let out = self.known(at, value, &OF_LICENSE)?;
        if out.contains_key("name") {
            return Some(Value::Object(out));
        }
        self.note(at, Fate::Dropped, message!("A licence has a name."));
        None
    }

    pub(super) fn xml(&mut self, at: &At<'_>, value: &Value) -> Value {
        let out = self.known(at, value, &OF_XML);
        Value::Object(out.unwrap_or_default())
    }

    /// The members that are known and the extensions; addresses are whole.
    fn known(&mut self, at: &At<'_>, value: &Value, known: &[&str]) -> Option<Map<String, Value>> {
        let Some(members) = value.as_object() else {
            self.note(at, Fate::Dropped, message!("It must be an object."));
            return None;
        };
        let mut out = Map::new();
        for (key, value) in members {
            let place = at.key(key);
            if matches!(key.as_str(), "url" | "namespace") && known.contains(&key.as_str()) {
                let address = self.whole_address(&place, value);
                out.extend(address.map(|address| (key.clone(), json!(address))));
            } else if known.contains(&key.as_str()) || key.starts_with("x-") {
                out.insert(key.clone(), value.clone());
            } else {
                self.note(
                    &place,
                    Fate::Dropped,
                    message!("Swagger 2.0 does not know it here."),
                );
            }
        }
        Some(out)
    }

    fn whole_address(&mut self, at: &At<'_>, value: &Value) -> Option<String> {
        let said = value.as_str().unwrap_or_default();
        let whole = self.absolute(said);
        match &whole {
            Some(whole) if whole == said => {}
            Some(whole) => {
                let message = message!("It is relative to the server: it is {whole} now.", whole);
                self.note(at, Fate::Changed, message);
            }
            None => {
                let message = message!(
                    "It is no whole address, and the document does not say what it is relative to."
                );
                self.note(at, Fate::Dropped, message);
            }
        }
        whole
    }

    /// An address as it is where it is whole; else as it is relative to the first server.
    pub(super) fn absolute(&self, address: &str) -> Option<String> {
        let address = address.trim();
        if is_whole(address) {
            return Some(address.to_owned());
        }
        let server = self.root.get("servers")?.get(0)?;
        let server = self.filled(server, text(server, "url").unwrap_or_default());
        let (scheme, host, path) = split_url(&server)?;
        let joined = match address {
            "" => return None,
            _ if address.starts_with("//") => format!("{scheme}:{address}"),
            _ if address.starts_with('/') => format!("{scheme}://{host}{address}"),
            _ => {
                let folder = path.trim_end_matches('/');
                let inner = address.trim_start_matches("./");
                format!("{scheme}://{host}{folder}/{inner}")
            }
        };
        is_whole(&joined).then_some(joined)
    }

    /// A list of which Swagger 2.0 asks that nothing is in it twice.
    pub(super) fn distinct(&mut self, at: &At<'_>, value: &Value) -> Vec<Value> {
        let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let mut out: Vec<Value> = Vec::with_capacity(list.len());
        let mut seen = std::collections::HashSet::with_capacity(list.len());
        for item in list {
            // The text of a number is its spelling, as it is of all that is kept.
            if seen.insert(item.to_string()) {
                out.push(item.clone());
            }
        }
        if out.len() < list.len() {
            let message = message!("Nothing is in such a list twice in Swagger 2.0.");
            self.note(at, Fate::Changed, message);
        }
        out
    }
}

/// Whether a text is an address that begins with a scheme, of the characters of RFC 3986 alone.
fn is_whole(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let is_known = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    is_scheme && rest.chars().all(is_known) && rest.matches('#').count() < 2
}

#[cfg(test)]
mod tests {
    use super::is_whole;

    #[test]
    fn an_address_begins_with_a_scheme() {
        for address in [
            "https://a.example/b?c=%20#d",
            "urn:a:b",
            "mailto:a@b.example",
        ] {
            assert!(is_whole(address), "{address}");
        }
        for text in [
            "",
            "/",
            "./LICENSE",
            "a.example/b",
            "https://a b",
            "1a:b",
            "https://{a}",
        ] {
            assert!(!is_whole(text), "{text}");
        }
    }
}
