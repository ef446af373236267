//! What users read of a connector where they choose it: `x-ms-connector-metadata` (spec section D.4).

use serde_json::{Value, json};

use super::ROOT_ORDER;
use crate::document::{Edit, Path};
use crate::message::{Message, message};
use crate::{Connector, Part};

/// The member of the definition that holds the entries.
const HOLDER: &str = "x-ms-connector-metadata";

/// The categories that a certified connector may be in, at most two of them (guideline G25).
pub const CATEGORIES: [&str; 19] = [
    "AI",
    "Business Management",
    "Business Intelligence",
    "Collaboration",
    "Commerce",
    "Communication",
    "Content and Files",
    "Finance",
    "Data",
    "Human Resources",
    "Internet of Things",
    "IT Operations",
    "Lifestyle and Entertainment",
    "Marketing",
    "Productivity",
    "Sales and CRM",
    "Security",
    "Social Media",
    "Website",
];

/// An entry that the General step edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metadata {
    /// Where the service is on the web.
    Website,
    /// What becomes of the users' data: an address.
    PrivacyPolicy,
    /// The categories, with semicolons between them.
    Categories,
}

impl Metadata {
    /// `propertyName`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Website => "Website",
            Self::PrivacyPolicy => "Privacy policy",
            Self::Categories => "Categories",
        }
    }

    fn index(self, connector: &Connector) -> Option<usize> {
        let is_it = |entry: &Value| {
            let name = entry.get("propertyName").and_then(Value::as_str);
            name.is_some_and(|name| name.trim().eq_ignore_ascii_case(self.name()))
        };
        entries(connector)?.iter().position(is_it)
    }

    /// Where the value is, or would be, in the definition.
    #[must_use]
    pub fn place(self, connector: &Connector) -> Path {
        let list = Path::of([HOLDER]);
        match self.index(connector) {
            Some(index) => list.join(index).join("propertyValue"),
            None => list,
        }
    }

    /// The value; empty when it is missing.
    #[must_use]
    pub fn text(self, connector: &Connector) -> &str {
        let found = self
            .index(connector)
            .and_then(|index| entries(connector)?.get(index));
        found
            .and_then(|entry| entry.get("propertyValue"))
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// The edit that makes the value `text`; an empty one takes the entry out, and the list with its
    /// last entry.
    #[must_use]
    pub fn set(self, connector: &Connector, text: &str) -> Option<Edit> {
        let text = text.trim();
        let list = Path::of([HOLDER]);
        let put =
            |path: &Path, value| connector.set_in_order(Part::Definition, path, value, ROOT_ORDER);
        let count = entries(connector).map(Vec::len);
        match (self.index(connector), text.is_empty()) {
            (None, true) => None,
            (Some(_), true) if count == Some(1) => put(&list, None),
            (Some(index), true) => put(&list.join(index), None),
            (Some(_), false) => put(&self.place(connector), Some(json!(text))),
            (None, false) => {
                let entry = json!({ "propertyName": self.name(), "propertyValue": text });
                match count {
                    Some(count) => put(&list.join(count), Some(entry)),
                    None => put(&list, Some(json!([entry]))),
                }
            }
        }
    }

    /// What is wrong with a value, and how to mend it.
    #[must_use]
    pub fn problem(self, text: &str) -> Option<Message> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"));
        let is_url = rest.is_some_and(|rest| !rest.is_empty());
        match self {
            Self::Website | Self::PrivacyPolicy if !text.is_empty() && !is_url => Some(message!(
                "Write the whole address, beginning with https://."
            )),
            _ => None,
        }
    }
}

fn entries(connector: &Connector) -> Option<&Vec<Value>> {
    connector.definition().get(HOLDER)?.as_array()
}

/// The categories of a connector, as they are written.
#[must_use]
pub fn categories(connector: &Connector) -> Vec<&str> {
    let text = Metadata::Categories.text(connector);
    text.split(';')
        .map(str::trim)
        .filter(|category| !category.is_empty())
        .collect()
}

/// The edit that puts a connector into a category, or takes it out.
#[must_use]
pub fn set_category(connector: &Connector, category: &str, on: bool) -> Option<Edit> {
    let mut present = categories(connector);
    let is_it = |name: &&str| name.eq_ignore_ascii_case(category);
    if present.iter().any(is_it) == on {
        return None;
    }
    present.retain(|name| !is_it(name));
    if on {
        present.push(category);
    }
    Metadata::Categories.set(connector, &present.join(";"))
}
