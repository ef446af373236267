//! Trees in which a value is picked, level by level (`x-ms-dynamic-tree`): what an answer has of a level (spec sections
//! D.3 and D.4).

use serde_json::Value;

use super::choices::{ChoicesError, first_of, items_in, valued};
use super::form::text_of;
use super::supply::at;
use crate::document::Path;
use crate::swagger::{Dynamic, DynamicKind};

/// The most items that are shown of one level.
pub const MAX_NODES: usize = 1_000;

/// An item of a tree.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeNode {
    /// The value that stands for it.
    pub value: Value,
    /// Its title.
    pub title: String,
    /// Its title with those of the items that it is in, as the service writes it; else its title.
    pub full_title: String,
    /// Whether there can be items in it.
    pub is_parent: bool,
    /// What the service says of it, by which what is in it is asked for.
    pub item: Value,
}

/// A level of a tree.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeLevel {
    /// Its items, at most [`MAX_NODES`].
    pub nodes: Vec<TreeNode>,
    /// How many more the answer has.
    pub left_out: usize,
}

/// The tree in which the value of a parameter or a schema is picked.
#[must_use]
pub fn supplied_tree<'a>(holder: &'a Value, path: &Path) -> Option<Dynamic<'a>> {
    first_of(holder, path, &[DynamicKind::Tree])
}

/// What an answer has of a level; `call` is `open` or `browse` of the tree.
///
/// # Errors
/// When there is nothing at the places that the definition names.
pub fn nodes_in(call: &Dynamic<'_>, answer: &Value) -> Result<TreeLevel, ChoicesError> {
    let items = items_in(call, answer)?;
    let node = |item: &Value| {
        let (value, title) = valued(call, item)?;
        let full = call.full_title_path().and_then(|path| at(item, path));
        let full = full.map(text_of).filter(|full| !full.is_empty());
        Some(TreeNode {
            value,
            full_title: full.unwrap_or_else(|| title.clone()),
            title,
            is_parent: is_parent(call.parent_rule(), item),
            item: item.clone(),
        })
    };
    let mut nodes: Vec<TreeNode> = items.iter().filter_map(node).take(MAX_NODES + 1).collect();
    if nodes.is_empty() && !items.is_empty() {
        return Err(ChoicesError::no_value(call));
    }
    let left_out = if nodes.len() > MAX_NODES {
        items.len().saturating_sub(MAX_NODES)
    } else {
        0
    };
    nodes.truncate(MAX_NODES);
    Ok(TreeLevel { nodes, left_out })
}

/// Whether there can be items in an item. Where nothing tells it, there may be.
fn is_parent(rule: Option<&str>, item: &Value) -> bool {
    let Some(rule) = rule.map(str::trim).filter(|rule| !rule.is_empty()) else {
        return true;
    };
    let rule = rule
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
        .unwrap_or(rule);
    let mut words = rule.split_whitespace();
    if let (Some(path), Some(relation), Some(wanted), None) =
        (words.next(), words.next(), words.next(), words.next())
    {
        let is_equal = at(item, path).is_some_and(|found| {
            let wanted = wanted.trim_matches(['\'', '"']);
            text_of(found).eq_ignore_ascii_case(wanted)
        });
        match relation.to_ascii_lowercase().as_str() {
            "eq" => return is_equal,
            "ne" => return !is_equal,
            _ => {}
        }
    }
    match at(item, rule) {
        Some(found) => is_truthy(found),
        None => rule.eq_ignore_ascii_case("true"),
    }
}

fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !matches!(
            text.trim().to_ascii_lowercase().as_str(),
            "" | "0" | "false" | "no"
        ),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::{Value, json};

    use super::{MAX_NODES, is_parent, nodes_in, supplied_tree};
    use crate::document::Path;
    use crate::request::choices::ChoicesError;

    fn tree() -> Value {
        json!({ "x-ms-dynamic-tree": {
            "settings": { "canSelectParentNodes": true, "canSelectLeafNodes": false },
            "open": {
                "operationId": "ListRoots", "itemsPath": "folders", "itemValuePath": "id",
                "itemTitlePath": "name", "itemFullTitlePath": "path", "itemIsParent": "isFolder"
            }
        } })
    }

    #[test]
    fn a_level_is_read_out_of_an_answer() {
        let holder = tree();
        let tree = supplied_tree(&holder, &Path::root()).unwrap();
        assert_eq!(tree.selectable(), (true, false));
        let open = tree.open().unwrap();
        let answer = json!({ "Folders": [
            { "id": 1, "name": "Woods", "path": "/Woods", "isFolder": true },
            { "ID": "two", "Name": "Oak", "isFolder": "false" },
            { "name": "without a value" }
        ] });
        let level = nodes_in(&open, &answer).unwrap();
        let told = level.nodes.iter().map(|node| {
            let (value, title, full) = (&node.value, &*node.title, &*node.full_title);
            (value.clone(), title, full, node.is_parent)
        });
        let wanted = [
            (json!(1), "Woods", "/Woods", true),
            (json!("two"), "Oak", "Oak", false),
        ];
        assert_eq!(told.collect::<Vec<_>>(), wanted);
        assert_eq!(level.left_out, 0);
        assert_eq!(level.nodes[0].item, answer["Folders"][0]);
    }

    #[test]
    fn what_is_not_there_is_named_and_a_level_is_bounded() {
        let holder = tree();
        let tree = supplied_tree(&holder, &Path::root()).unwrap();
        let open = tree.open().unwrap();
        assert!(tree.browse().is_none());
        let no_list = nodes_in(&open, &json!({ "files": [] }));
        let (operation, path) = ("ListRoots".to_owned(), "folders".to_owned());
        assert_eq!(no_list, Err(ChoicesError::NoList { operation, path }));
        let no_value = nodes_in(&open, &json!({ "folders": [{ "key": 1 }] }));
        let (operation, path) = ("ListRoots".to_owned(), "id".to_owned());
        assert_eq!(no_value, Err(ChoicesError::NoValue { operation, path }));
        let many: Vec<Value> = (0..MAX_NODES + 7).map(|id| json!({ "id": id })).collect();
        let level = nodes_in(&open, &json!({ "folders": many })).unwrap();
        assert_eq!((level.nodes.len(), level.left_out), (MAX_NODES, 7));
    }

    #[test]
    fn parents_are_known_in_every_way_of_saying_it() {
        let item = json!({ "isFolder": true, "kind": "File", "count": 0, "true": false, "in": { "it": [1] } });
        let cases = [
            (None, true),
            (Some(""), true),
            (Some("isfolder"), true),
            (Some("isFolder eq true"), true),
            (Some("(isFolder eq false)"), false),
            (Some("kind ne 'file'"), false),
            (Some("kind eq folder"), false),
            (Some("count"), false),
            (Some("in/it"), true),
            (Some("missing"), false),
            (Some("TRUE"), false),
            (Some("false"), false),
        ];
        for (rule, wanted) in cases {
            assert_eq!(is_parent(rule, &item), wanted, "{rule:?}");
        }
        assert!(is_parent(Some("true"), &json!({})));
    }
}
