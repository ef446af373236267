//! What a connector has beside its definition, and a description of an API has no place for.

use super::Export;
use crate::ledger::Fate;
use crate::policy::instances;
use crate::properties::connection_parameters;

/// What pointers into the properties begin with.
const FILE: &str = "apiProperties.json#";

impl Export<'_> {
    /// Names what is left.
    pub(super) fn rest(&mut self) {
        let properties = self.properties();
        for policy in instances(properties) {
            let pointer = policy.path().pointer(properties);
            if !self.said.contains(&pointer) {
                let message = format!("OpenAPI has no policies: “{}” is left out.", policy.title());
                self.ledger
                    .enter_in_english(format!("{FILE}{pointer}"), Fate::Dropped, message);
            }
        }
        let members = properties.get("properties");
        let is_there = |key: &str| members.and_then(|all| all.get(key)).is_some();
        if !connection_parameters(properties).is_empty() {
            let message = "How a connection asks for credentials is not part of OpenAPI: security and servers say what \
                           is needed.";
            let pointer = format!("{FILE}/properties/connectionParameters");
            self.ledger
                .enter_in_english(pointer, Fate::Lowered, message);
        }
        for (key, what) in [
            ("connectionParameterSets", "a choice among ways to sign in"),
            ("scriptOperations", "custom code"),
        ] {
            if is_there(key) {
                let message = format!("OpenAPI does not know {what}.");
                self.ledger.enter_in_english(
                    format!("{FILE}/properties/{key}"),
                    Fate::Dropped,
                    message,
                );
            }
        }
        if self.connector.script().is_some() {
            let message = "The custom code of the connector is not part of OpenAPI.";
            self.ledger
                .enter_in_english("script.csx", Fate::Dropped, message);
        }
    }
}
