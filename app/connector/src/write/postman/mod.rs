//! Postman 2.1: a request for each operation, in folders by tag, with a saved answer for each response.
//!
//! Nothing in it is made up at random: the same connector gives the same bytes. What a collection has no place
//! for is named in the ledger: by a pointer into the definition, or into the properties after `apiProperties.json#`.

mod auth;
mod body;
mod item;
mod rest;

use serde_json::{Map, Value, json};

use super::Exported;
use crate::Connector;
use crate::document::Document;
use crate::general::base_url;
use crate::ledger::Ledger;
use crate::swagger::{Operation, operations};

/// The schema that says what the document is.
const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// The variable that stands for scheme, host and base path.
const BASE_URL: &str = "baseUrl";

/// Writes a connector as a Postman collection of the format 2.1. The same connector gives the same bytes.
#[must_use]
pub fn to_postman(connector: &Connector) -> Exported {
    let mut export = Export {
        connector,
        definition: connector.definition(),
        ledger: Ledger::default(),
        secrets: Vec::new(),
    };
    let document = export.run();
    Exported {
        document: Document::new(document),
        ledger: export.ledger,
    }
}

/// An export under way.
struct Export<'c> {
    connector: &'c Connector,
    definition: &'c Value,
    ledger: Ledger,
    /// The variables that requests sign in with, in the order in which they were asked for.
    secrets: Vec<&'static str>,
}

impl Export<'_> {
    fn run(&mut self) -> Value {
        let items = self.folders();
        let auth = self.auth_of_all();
        let mut out = Map::new();
        out.insert("info".to_owned(), self.info());
        out.insert("item".to_owned(), Value::Array(items));
        out.extend(auth.map(|auth| ("auth".to_owned(), auth)));
        out.insert("variable".to_owned(), self.variables());
        self.rest();
        Value::Object(out)
    }

    fn info(&self) -> Value {
        let title = match self.connector.title() {
            "" => "API",
            title => title,
        };
        let mut info = json!({ "name": title });
        let own = self.definition.get("info");
        if let Some(members) = info.as_object_mut() {
            for key in ["description", "version"] {
                let text = own.and_then(|own| own.get(key)).and_then(Value::as_str);
                let text = text.filter(|text| !text.is_empty());
                members.extend(text.map(|text| (key.to_owned(), json!(text))));
            }
            members.insert("schema".to_owned(), json!(SCHEMA));
        }
        info
    }

    /// The requests: those with a tag in the folder of their first one, then the others.
    fn folders(&mut self) -> Vec<Value> {
        let mut folders: Vec<(String, Vec<Value>)> = Vec::new();
        let mut lone = Vec::new();
        for operation in operations(self.definition) {
            self.ledger.operations_in += 1;
            self.ledger.operations_out += 1;
            let item = self.item(&operation);
            match first_tag(&operation) {
                Some(tag) => match folders.iter_mut().find(|(name, _)| name == tag) {
                    Some((_, items)) => items.push(item),
                    None => folders.push((tag.to_owned(), vec![item])),
                },
                None => lone.push(item),
            }
        }
        let folders = folders.into_iter().map(|(name, items)| {
            let said = self.said_of_tag(&name);
            let mut folder = json!({ "name": name, "item": items });
            if let (Some(members), Some(said)) = (folder.as_object_mut(), said) {
                members.insert("description".to_owned(), json!(said));
            }
            folder
        });
        folders.chain(lone).collect()
    }

    fn said_of_tag(&self, name: &str) -> Option<&str> {
        let tags = self.definition.get("tags").and_then(Value::as_array);
        let mut tags = tags.into_iter().flatten();
        let tag = tags.find(|tag| tag.get("name").and_then(Value::as_str) == Some(name))?;
        tag.get("description").and_then(Value::as_str)
    }

    fn variables(&self) -> Value {
        let url = base_url(self.connector);
        let base = json!({ "key": BASE_URL, "value": url.trim_end_matches('/'), "type": "string" });
        let secrets = self.secrets.iter();
        let secrets = secrets.map(|key| json!({ "key": key, "value": "", "type": "string" }));
        std::iter::once(base).chain(secrets).collect()
    }
}

fn first_tag<'a>(operation: &Operation<'a>) -> Option<&'a str> {
    let tags = operation.json().get("tags").and_then(Value::as_array);
    tags?.first()?.as_str()
}

/// The text of a member.
fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// A value as it stands in an address, a header or a form.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
