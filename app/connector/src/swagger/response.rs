//! Responses of an operation: its own, and shared ones by `$ref` (spec section A.3, "Response").

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::reference::follow;
use super::{Operation, OperationKey, Schema};
use crate::document::{Change, Edit, Path};
use crate::{Connector, Part};

const RESPONSE_ORDER: &[&str] = &["description", "schema", "headers", "examples"];

/// A response as an operation sees it, references followed.
#[derive(Clone, Debug)]
pub struct Response<'a> {
    root: &'a Value,
    status: &'a str,
    entry: Path,
    json: &'a Value,
    path: Path,
}

/// Why a response cannot be made so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ResponseError {
    /// The status is none.
    #[error(
        "“{status}” is no status of a response. Write three digits from 100 to 599, or default."
    )]
    Status {
        /// The status.
        status: String,
    },
    /// There is one of this status.
    #[error("The operation has a response for “{status}” already. Choose another status.")]
    Taken {
        /// The status.
        status: String,
    },
    /// There is none of this status.
    #[error(
        "The operation has no response for “{status}”. Reload to see the connector as it is now."
    )]
    Missing {
        /// The status.
        status: String,
    },
    /// The operation is not there.
    #[error("{key} is not there any more. Reload to see the connector as it is now.")]
    NoOperation {
        /// The operation.
        key: OperationKey,
    },
}

/// The responses of an operation, in its order.
#[must_use]
pub fn responses<'a>(definition: &'a Value, key: &OperationKey) -> Vec<Response<'a>> {
    let list = key.location().join("responses");
    let members = list.get(definition).and_then(Value::as_object);
    let members = members.into_iter().flatten();
    members
        .filter(|(status, json)| !status.starts_with("x-") && json.is_object())
        .map(|(status, json)| {
            let entry = list.join(status.as_str());
            let found = follow(definition, json, &entry).filter(|(_, json)| json.is_object());
            let (path, json) = found.unwrap_or_else(|| (entry.clone(), json));
            Response {
                root: definition,
                status,
                entry,
                json,
                path,
            }
        })
        .collect()
}

impl<'a> Response<'a> {
    /// Its status: three digits, or `default`.
    #[must_use]
    pub fn status(&self) -> &'a str {
        self.status
    }

    /// The response object.
    #[must_use]
    pub fn json(&self) -> &'a Value {
        self.json
    }

    /// Where it is written down.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the operation has it, or its reference to it.
    #[must_use]
    pub fn entry(&self) -> &Path {
        &self.entry
    }

    /// Whether it is written down elsewhere, for every operation that refers to it.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.path != self.entry
    }

    /// `description`.
    #[must_use]
    pub fn description(&self) -> &'a str {
        let text = self.json.get("description").and_then(Value::as_str);
        text.unwrap_or_default()
    }

    /// The schema of its body.
    #[must_use]
    pub fn schema(&self) -> Option<Schema<'a>> {
        Schema::at(self.root, &self.path.join("schema"))
    }

    /// Its headers, by name, in its order.
    pub fn headers(&self) -> impl Iterator<Item = (&'a str, &'a Value)> + use<'a> {
        let members = self.json.get("headers").and_then(Value::as_object);
        let members = members.into_iter().flatten();
        members.map(|(name, json)| (name.as_str(), json))
    }

    fn set(&self, connector: &Connector, key: &str, value: Option<Value>) -> Vec<Edit> {
        let place = self.path.join(key);
        let edit = connector.set_in_order(Part::Definition, &place, value, RESPONSE_ORDER);
        edit.into_iter().collect()
    }

    /// The edits that describe it so; an empty text stays, as a response must have one.
    #[must_use]
    pub fn set_description(&self, connector: &Connector, text: &str) -> Vec<Edit> {
        self.set(connector, "description", Some(json!(text)))
    }

    /// The edits that give its body a schema, or say that it has none.
    #[must_use]
    pub fn set_schema(&self, connector: &Connector, schema: Option<Value>) -> Vec<Edit> {
        self.set(connector, "schema", schema)
    }

    /// The edits that set a header, or take it out, and `headers` with the last one.
    #[must_use]
    pub fn set_header(
        &self,
        connector: &Connector,
        name: &str,
        header: Option<Value>,
    ) -> Vec<Edit> {
        let is_last = self.headers().all(|(other, _)| other == name);
        if header.is_none() && is_last && self.headers().next().is_some() {
            return self.set(connector, "headers", None);
        }
        let place = self.path.join("headers").join(name);
        let edit = match header {
            Some(header) => connector.set_member(&place, header, RESPONSE_ORDER),
            None => connector.set(Part::Definition, &place, None),
        };
        edit.into_iter().collect()
    }
}

fn check_status(status: &str) -> Result<(), ResponseError> {
    let is_code = status.len() == 3
        && status.bytes().all(|b| b.is_ascii_digit())
        && ("100".."600").contains(&status);
    if is_code || status == "default" {
        return Ok(());
    }
    Err(ResponseError::Status {
        status: status.to_owned(),
    })
}

/// The members of `responses` of an operation.
fn members<'a>(
    connector: &'a Connector,
    key: &OperationKey,
) -> Result<Option<&'a Map<String, Value>>, ResponseError> {
    let operation = Operation::find(connector.definition(), key);
    let operation = operation.ok_or_else(|| ResponseError::NoOperation { key: key.clone() })?;
    Ok(operation.json().get("responses").and_then(Value::as_object))
}

fn has(connector: &Connector, key: &OperationKey, status: &str) -> Result<bool, ResponseError> {
    Ok(members(connector, key)?.is_some_and(|members| members.contains_key(status)))
}

fn place(key: &OperationKey, status: &str) -> Path {
    key.location().join("responses").join(status)
}

fn check_free(
    connector: &Connector,
    key: &OperationKey,
    status: &str,
) -> Result<(), ResponseError> {
    check_status(status)?;
    match has(connector, key, status)? {
        false => Ok(()),
        true => Err(ResponseError::Taken {
            status: status.to_owned(),
        }),
    }
}

fn check_there(
    connector: &Connector,
    key: &OperationKey,
    status: &str,
) -> Result<(), ResponseError> {
    match has(connector, key, status)? {
        true => Ok(()),
        false => Err(ResponseError::Missing {
            status: status.to_owned(),
        }),
    }
}

/// The edits that add a response, before those of higher statuses.
///
/// # Errors
/// When the operation is not there, or the status is none or taken.
pub fn add_response(
    connector: &Connector,
    key: &OperationKey,
    status: &str,
    description: &str,
) -> Result<Vec<Edit>, ResponseError> {
    check_free(connector, key, status)?;
    let members = members(connector, key)?;
    let response = json!({ "description": description });
    let Some(mut edit) = connector.set(Part::Definition, &place(key, status), Some(response))
    else {
        return Ok(Vec::new());
    };
    if let (Some(members), Change::Put { at, .. }) = (members, &mut edit.change) {
        // "default" sorts after the digits, as it should.
        *at = members.keys().position(|other| other.as_str() > status);
    }
    Ok(vec![edit])
}

/// The edits that give a response another status, in its place.
///
/// # Errors
/// When the operation or the response is not there, or the status is none or taken.
pub fn change_status(
    connector: &Connector,
    key: &OperationKey,
    status: &str,
    to: &str,
) -> Result<Vec<Edit>, ResponseError> {
    check_there(connector, key, status)?;
    if status == to {
        return Ok(Vec::new());
    }
    check_free(connector, key, to)?;
    let change = Change::Rename { to: to.to_owned() };
    Ok(vec![Edit {
        part: Part::Definition,
        path: place(key, status),
        change,
    }])
}

/// The edits that delete a response of an operation; a shared one stays for the others.
///
/// # Errors
/// When the operation or the response is not there.
pub fn delete_response(
    connector: &Connector,
    key: &OperationKey,
    status: &str,
) -> Result<Vec<Edit>, ResponseError> {
    check_there(connector, key, status)?;
    let edit = connector.set(Part::Definition, &place(key, status), None);
    Ok(edit.into_iter().collect())
}
