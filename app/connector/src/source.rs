//! The description that a connector was imported from, kept within its definition, so that what Swagger 2.0 cannot
//! say comes back when the connector is written in the format of that description.
//!
//! It is a private extension of Tenon's: what is written for others leaves it out.

use serde_json::Value;

use crate::document::{Change, Edit, Path};
use crate::{Connector, Part};

/// The member of the definition that holds the text of the source, as JSON.
pub const SOURCE: &str = "x-tenon-source";

/// What the names of Tenon's own members begin with.
const PRIVATE: &str = "x-tenon-";

/// Whether a member is one of Tenon's own.
pub(crate) fn is_private(key: &str) -> bool {
    key.starts_with(PRIVATE)
}

/// The text of the source that a connector keeps.
#[must_use]
pub fn kept(connector: &Connector) -> Option<&str> {
    connector.definition().get(SOURCE).and_then(Value::as_str)
}

/// Keeps the source in a connector.
pub(crate) fn keep(connector: &mut Connector, source: &Value) {
    put(connector, SOURCE, Some(Value::from(source.to_string())));
}

/// A connector without what is Tenon's own.
#[must_use]
pub fn without_private(connector: &Connector) -> Connector {
    let mut connector = connector.clone();
    leave_out(&mut connector);
    connector
}

/// Takes what is Tenon's own out of a connector.
pub(crate) fn leave_out(connector: &mut Connector) {
    let members = connector.definition().as_object();
    let own: Vec<String> = members
        .into_iter()
        .flatten()
        .map(|(key, _)| key.clone())
        .filter(|key| is_private(key))
        .collect();
    for key in own {
        put(connector, &key, None);
    }
}

fn put(connector: &mut Connector, key: &str, after: Option<Value>) {
    let path = Path::of([key]);
    let change = Change::Put {
        before: connector.get(Part::Definition, &path).cloned(),
        after,
        at: None,
    };
    let part = Part::Definition;
    // The value that is there has just been read, so this cannot fail where the definition is an object.
    let _ = connector.apply(&Edit { part, path, change });
}
