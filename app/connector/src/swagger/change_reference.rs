//! Changes of what is shared at the root, as edits (spec section A.3, "References").

use serde_json::{Value, json};
use thiserror::Error;

use super::reference::{Shared, Usage, usages_of};
use crate::document::{Change, Edit, Path};
use crate::general::ROOT_ORDER;
use crate::{Connector, Part};

/// Why something shared cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SharedError {
    /// It has no name.
    #[error("Give it a name; references find it by its name.")]
    NoName,
    /// The name is taken.
    #[error("There is “{name}” in {} already. Choose another name.", shared.key())]
    Taken {
        /// Its kind.
        shared: Shared,
        /// The name.
        name: String,
    },
    /// It is not there.
    #[error("There is no “{name}” in {}. Reload to see the connector as it is now.", shared.key())]
    Missing {
        /// Its kind.
        shared: Shared,
        /// The name.
        name: String,
    },
    /// Something refers to it.
    #[error(
        "“{name}” is in use at {} {}, first at {}. Refer to something else there, then delete it.",
        usages.len(),
        if usages.len() == 1 { "place" } else { "places" },
        usages.first().map(ToString::to_string).unwrap_or_default()
    )]
    InUse {
        /// The name.
        name: String,
        /// Where it is referred to.
        usages: Vec<Path>,
    },
}

impl Connector {
    /// The edit that adds a member that the maker names, last; `order` is where its holder goes
    /// when that is missing.
    pub(super) fn set_member(&self, path: &Path, value: Value, order: &[&str]) -> Option<Edit> {
        let (holder, _) = path.split_last()?;
        let is_there = self.get(Part::Definition, &holder).is_some();
        let order = if is_there { &[] } else { order };
        self.set_in_order(Part::Definition, path, Some(value), order)
    }
}

fn edit(path: Path, change: Change) -> Edit {
    Edit {
        part: Part::Definition,
        path,
        change,
    }
}

fn check_there(connector: &Connector, shared: Shared, name: &str) -> Result<(), SharedError> {
    match shared.location(name).get(connector.definition()) {
        Some(_) => Ok(()),
        None => Err(SharedError::Missing {
            shared,
            name: name.to_owned(),
        }),
    }
}

pub(super) fn check_free(
    connector: &Connector,
    shared: Shared,
    name: &str,
) -> Result<(), SharedError> {
    if name.trim().is_empty() {
        return Err(SharedError::NoName);
    }
    match shared.location(name).get(connector.definition()) {
        None => Ok(()),
        Some(_) => Err(SharedError::Taken {
            shared,
            name: name.to_owned(),
        }),
    }
}

/// The edits that share `json` under a name that is free.
///
/// # Errors
/// When the name is missing or taken.
pub fn add_shared(
    connector: &Connector,
    shared: Shared,
    name: &str,
    json: Value,
) -> Result<Vec<Edit>, SharedError> {
    check_free(connector, shared, name)?;
    let place = shared.location(name);
    let edit = connector.set_member(&place, json, ROOT_ORDER);
    Ok(edit.into_iter().collect())
}

/// The edits that give something shared another name, and every reference to it.
///
/// # Errors
/// When it is not there, or the name is missing or taken.
pub fn rename_shared(
    connector: &Connector,
    shared: Shared,
    name: &str,
    to: &str,
) -> Result<Vec<Edit>, SharedError> {
    check_there(connector, shared, name)?;
    if name == to {
        return Ok(Vec::new());
    }
    check_free(connector, shared, to)?;
    let refer = |usage: Usage| {
        let change = Change::Put {
            before: Some(json!(usage.reference)),
            after: Some(json!(format!("{}{}", shared.reference(to), usage.below))),
            at: None,
        };
        edit(usage.path.join("$ref"), change)
    };
    let usages = usages_of(connector.definition(), shared, name);
    let mut edits: Vec<Edit> = usages.into_iter().map(refer).collect();
    // Last: until then the references inside of it are at their old places.
    edits.push(edit(
        shared.location(name),
        Change::Rename { to: to.to_owned() },
    ));
    Ok(edits)
}

/// The edits that delete something shared; its references to itself do not hold it.
///
/// # Errors
/// When it is not there, or something refers to it.
pub fn delete_shared(
    connector: &Connector,
    shared: Shared,
    name: &str,
) -> Result<Vec<Edit>, SharedError> {
    check_there(connector, shared, name)?;
    let place = shared.location(name);
    let mut usages: Vec<Path> = usages_of(connector.definition(), shared, name)
        .into_iter()
        .map(|usage| usage.path)
        .collect();
    usages.retain(|usage| !usage.starts_with(&place));
    if !usages.is_empty() {
        return Err(SharedError::InUse {
            name: name.to_owned(),
            usages,
        });
    }
    let edit = connector.set(Part::Definition, &place, None);
    Ok(edit.into_iter().collect())
}
