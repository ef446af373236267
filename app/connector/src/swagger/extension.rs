//! Small extensions of the root and of operations: the test of a connection, revisions, pages
//! (spec section D.4).

use serde_json::Value;

use super::Operation;
use crate::document::{Edit, Path};
use crate::{Connector, Part};

fn test_connection() -> Path {
    Path::of(["x-ms-capabilities", "testConnection"])
}

/// The id of the operation that tests a connection.
#[must_use]
pub fn test_operation(definition: &Value) -> Option<&str> {
    let id = test_connection().join("operationId").get(definition)?;
    id.as_str()
}

/// The edits that let the operation of this id test a connection; none: nothing tests it.
#[must_use]
pub fn set_test_operation(connector: &Connector, id: Option<&str>) -> Vec<Edit> {
    let edit = match id {
        Some(id) => {
            let place = test_connection().join("operationId");
            connector.set(Part::Definition, &place, Some(Value::from(id)))
        }
        None => connector.set(Part::Definition, &test_connection(), None),
    };
    edit.into_iter().collect()
}

impl<'a> Operation<'a> {
    /// `family` of `x-ms-api-annotation`: what its revisions have in common.
    #[must_use]
    pub fn family(&self) -> Option<&'a str> {
        self.json()
            .get("x-ms-api-annotation")?
            .get("family")?
            .as_str()
    }

    /// `revision` of `x-ms-api-annotation`.
    #[must_use]
    pub fn revision(&self) -> Option<u64> {
        let annotation = self.json().get("x-ms-api-annotation")?;
        annotation.get("revision")?.as_u64()
    }

    /// `nextLinkName` of `x-ms-pageable`: the member of an answer that leads to the next page.
    #[must_use]
    pub fn next_link(&self) -> Option<&'a str> {
        let pageable = self.json().get("x-ms-pageable")?;
        pageable.get("nextLinkName")?.as_str()
    }
}
