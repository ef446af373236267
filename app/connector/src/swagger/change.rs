//! Changes of operations, as edits: what the Definition step does (spec section A.3).

use serde_json::{Value, json};
use thiserror::Error;

use super::change_parameter::new_parameter;
use super::operation::shared;
use super::{Location, Method, Operation, OperationKey, Visibility, operations};
use crate::document::{Edit, Path, Step};
use crate::general::ROOT_ORDER;
use crate::{Connector, Part};

/// The keys of an operation, in the order in which the original writes them.
pub(super) const OPERATION_ORDER: &[&str] = &[
    "summary",
    "description",
    "operationId",
    "x-ms-visibility",
    "x-ms-trigger",
    "consumes",
    "produces",
    "parameters",
    "responses",
    "deprecated",
    "security",
];

/// A text of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationText {
    /// `summary`.
    Summary,
    /// `description`.
    Description,
    /// `operationId`.
    OperationId,
}

impl OperationText {
    /// The key in the operation object.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Description => "description",
            Self::OperationId => "operationId",
        }
    }

    /// The edit that makes the text `text`; an empty one takes the key out.
    #[must_use]
    pub fn set(self, connector: &Connector, key: &OperationKey, text: &str) -> Option<Edit> {
        let path = key.location().join(self.key());
        connector.set_in_order(Part::Definition, &path, some_text(text), OPERATION_ORDER)
    }
}

pub(super) fn some_text(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| json!(text))
}

/// The edit that gives the operation this visibility.
#[must_use]
pub fn set_visibility(
    connector: &Connector,
    key: &OperationKey,
    visibility: Visibility,
) -> Option<Edit> {
    let path = key.location().join("x-ms-visibility");
    connector.set_in_order(
        Part::Definition,
        &path,
        some_text(visibility.as_str()),
        OPERATION_ORDER,
    )
}

/// Why an operation cannot have an address.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AddressError {
    /// The path is not one.
    #[error("A path begins with a slash, such as /users/{{id}}.")]
    NoSlash,
    /// A brace is left open, or has nothing or a slash in it.
    #[error(
        "Each {{ in the path needs a name and a }} in the same segment, such as /users/{{id}}."
    )]
    Braces,
    /// A name stands twice in the path.
    #[error("{{{name}}} stands twice in the path; each name can stand there once.")]
    Twice {
        /// The name.
        name: String,
    },
    /// The path has a fragment or a space.
    #[error("A path has no spaces and no #; write them as %20 and %23.")]
    Characters,
    /// Another operation has this address.
    #[error("{key} exists already. Choose another path or verb.")]
    Taken {
        /// The address.
        key: OperationKey,
    },
}

/// The names in braces of a path, in order.
///
/// # Errors
/// When the path cannot be one.
pub fn path_names(path: &str) -> Result<Vec<String>, AddressError> {
    if !path.starts_with('/') {
        return Err(AddressError::NoSlash);
    }
    if path.contains(['#', ' ']) {
        return Err(AddressError::Characters);
    }
    let mut names: Vec<String> = Vec::new();
    let mut rest = path;
    while let Some(start) = rest.find(['{', '}']) {
        let inner = rest[start..]
            .strip_prefix('{')
            .ok_or(AddressError::Braces)?;
        let end = inner.find('}').ok_or(AddressError::Braces)?;
        let name = &inner[..end];
        if name.is_empty() || name.contains(['/', '{']) {
            return Err(AddressError::Braces);
        }
        if names.iter().any(|known| known == name) {
            return Err(AddressError::Twice {
                name: name.to_owned(),
            });
        }
        names.push(name.to_owned());
        rest = &inner[end + 1..];
    }
    Ok(names)
}

/// An address as a maker types it: a path, perhaps with a query whose names become query parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The path alone.
    pub path: String,
    /// The names in its braces.
    pub names: Vec<String>,
    /// The names in its query.
    pub query: Vec<String>,
}

impl Address {
    /// Reads a typed address.
    ///
    /// # Errors
    /// When the path cannot be one.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let (path, query) = text.trim().split_once('?').unwrap_or((text.trim(), ""));
        let names = path_names(path)?;
        let names_in_query = query
            .split('&')
            .map(|pair| pair.split('=').next().unwrap_or_default());
        let mut query: Vec<String> = Vec::new();
        for name in names_in_query.filter(|name| !name.is_empty()) {
            if !query.iter().any(|known| known == name) {
                query.push(name.to_owned());
            }
        }
        Ok(Self {
            path: path.to_owned(),
            names,
            query,
        })
    }
}

/// The edits that add an operation, with a parameter for each name in its path and query.
///
/// # Errors
/// When there is an operation at that address already.
pub fn add_operation(
    connector: &Connector,
    method: Method,
    address: &Address,
    operation_id: &str,
    summary: &str,
) -> Result<(OperationKey, Vec<Edit>), AddressError> {
    let key = OperationKey::new(address.path.as_str(), method);
    free(connector, &key)?;
    let parameters = address
        .names
        .iter()
        .map(|name| new_parameter(name, Location::Path))
        .chain(
            address
                .query
                .iter()
                .map(|name| new_parameter(name, Location::Query)),
        )
        .collect::<Vec<_>>();
    let operation = json!({
        "summary": summary,
        "description": "",
        "operationId": operation_id,
        "parameters": parameters,
        "responses": { "200": { "description": "OK" } }
    });
    let edit = connector.set_in_order(
        Part::Definition,
        &key.location(),
        Some(operation),
        ROOT_ORDER,
    );
    Ok((key, edit.into_iter().collect()))
}

fn free(connector: &Connector, key: &OperationKey) -> Result<(), AddressError> {
    match connector.get(Part::Definition, &key.location()) {
        Some(_) => Err(AddressError::Taken { key: key.clone() }),
        None => Ok(()),
    }
}

/// The edit that deletes an operation, and its path when nothing else is on it.
#[must_use]
pub fn delete_operation(connector: &Connector, key: &OperationKey) -> Option<Edit> {
    connector.set(Part::Definition, &emptied(connector, key), None)
}

/// The place to remove for an operation to be gone: its path item when it is the item's only member.
fn emptied(connector: &Connector, key: &OperationKey) -> Path {
    let item = Path::of(["paths", key.path.as_str()]);
    let members = connector
        .get(Part::Definition, &item)
        .and_then(Value::as_object);
    let method = key.method.as_str();
    if members.is_some_and(|members| members.len() == 1 && members.contains_key(method)) {
        item
    } else {
        key.location()
    }
}

/// The edits that give an operation another verb or path. Parameters of the path that the new one
/// does not have go; those that it has and the old one had not come; those that the old path gave to
/// all its operations come along. A new path takes the place of the old one when nothing else is on that.
///
/// # Errors
/// When the new path cannot be one or is taken.
pub fn move_operation(
    connector: &Connector,
    from: &OperationKey,
    method: Method,
    address: &Address,
) -> Result<(OperationKey, Vec<Edit>), AddressError> {
    let to = OperationKey::new(address.path.as_str(), method);
    if to == *from {
        return Ok((to, Vec::new()));
    }
    free(connector, &to)?;
    let Some(operation) = Operation::find(connector.definition(), from) else {
        return Ok((to, Vec::new()));
    };
    let moved = with_path_parameters(connector.definition(), &operation, address);
    let place = emptied(connector, from);
    let position = position(connector.definition(), &place);
    let mut edits: Vec<Edit> = connector
        .set(Part::Definition, &place, None)
        .into_iter()
        .collect();
    let mut after = connector.clone();
    if edits.iter().any(|edit| after.apply(edit).is_err()) {
        return Ok((to, Vec::new()));
    }
    if let Some(mut put) = after.set(Part::Definition, &to.location(), Some(moved)) {
        if let crate::document::Change::Put { at, .. } = &mut put.change
            && put.path.split_last().map(|(parent, _)| parent)
                == place.split_last().map(|(parent, _)| parent)
        {
            *at = position;
        }
        edits.push(put);
    }
    Ok((to, edits))
}

fn position(root: &Value, path: &Path) -> Option<usize> {
    let (parent, Step::Key(key)) = path.split_last()? else {
        return None;
    };
    parent
        .get(root)?
        .as_object()?
        .keys()
        .position(|member| member == key)
}

/// The operation with the path parameters that `address` asks for.
fn with_path_parameters(root: &Value, operation: &Operation<'_>, address: &Address) -> Value {
    let mut json = operation.json().clone();
    let item = Path::of(["paths", operation.key().path.as_str()]);
    let outer = item.get(root).map(listed).unwrap_or_default();
    let own = listed(operation.json());
    let replaced = |p: &Value| own.iter().any(|o| identity(root, o) == identity(root, p));
    let follows = |p: &Value| match identity(root, p) {
        (Some(name), Some("path")) => address.names.iter().any(|wanted| wanted == name),
        _ => true,
    };
    let in_path = |list: &[Value], wanted: &str| {
        list.iter()
            .any(|p| identity(root, p) == (Some(wanted), Some("path")))
    };
    let stays = operation.key().path == address.path;
    let mut list: Vec<Value> = Vec::new();
    if !stays {
        list.extend(outer.iter().filter(|p| !replaced(p)).cloned());
    }
    list.extend(own.iter().cloned());
    list.retain(follows);
    for name in &address.names {
        let known = in_path(&list, name) || (stays && in_path(outer, name));
        if !known {
            list.push(new_parameter(name, Location::Path));
        }
    }
    if list != own {
        put_parameters(&mut json, list);
    }
    json
}

/// The `parameters` of a path item or an operation, references not followed.
fn listed(holder: &Value) -> &[Value] {
    let list = holder.get("parameters").and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// Name and place of a parameter, its reference followed.
fn identity<'v>(root: &'v Value, parameter: &'v Value) -> (Option<&'v str>, Option<&'v str>) {
    let parameter = shared(root, parameter).unwrap_or(parameter);
    let text = |key| parameter.get(key).and_then(Value::as_str);
    (text("name"), text("in"))
}

/// Puts the list where it stands or, when there was none, where the format has it.
fn put_parameters(operation: &mut Value, list: Vec<Value>) {
    let Some(members) = operation.as_object_mut() else {
        return;
    };
    let rank = |key: &str| OPERATION_ORDER.iter().position(|k| *k == key);
    let at = match members.keys().position(|key| key == "parameters") {
        Some(at) => at,
        None => members
            .keys()
            .position(|key| rank(key) > rank("parameters"))
            .unwrap_or(members.len()),
    };
    members.shift_remove("parameters");
    members.shift_insert(at, "parameters".to_owned(), Value::Array(list));
}

/// An operation ID that no operation has yet: `NewOperation`, `NewOperation2`, …
#[must_use]
pub fn free_operation_id(definition: &Value, wanted: &str) -> String {
    let taken: Vec<&str> = operations(definition)
        .map(|operation| operation.operation_id())
        .collect();
    let numbered = (2..=taken.len() + 2).map(|n| format!("{wanted}{n}"));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|id| !taken.contains(&id.as_str()))
        .unwrap_or_default()
}
