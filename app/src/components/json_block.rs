//! JSON to read, as text and as a tree.

use crate::texts::components as t;
use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::code_block::CodeBlock;
use super::tabs::{Tab, Tabs};
use super::tree::{Tree, TreeItem};

/// The most characters of a text that are shown in a tree.
const LONGEST: usize = 200;

/// A text that may be JSON: as it is, and, if it is an object or an array, as a tree.
#[component]
pub fn JsonBlock(
    /// The text.
    #[prop(into)]
    text: String,
    /// What it is: "Body of the response".
    #[prop(into)]
    label: String,
) -> AnyView {
    if !text.trim_start().starts_with(['{', '[']) {
        return view! { <CodeBlock text label/> }.into_any();
    }
    let shared: Arc<str> = text.into();
    let plain = Arc::clone(&shared);
    let tabs_label = t::views(&label);
    let code_label = label.clone();
    let tabs = vec![
        Tab::new(t::text(), move || {
            view! { <CodeBlock text=plain.to_string() label=code_label.clone()/> }
        }),
        Tab::new(t::tree(), move || tree(&shared, &label)),
    ];
    view! { <Tabs label=tabs_label tabs/> }.into_any()
}

fn tree(text: &str, label: &str) -> AnyView {
    match serde_json::from_str(text) {
        Ok(value) => {
            let items = vec![json_item(t::all(), &Arc::new(value), String::new())];
            view! { <Tree label=t::as_a_tree(&label) items/> }.into_any()
        }
        Err(error) => {
            let note = t::there_is_no_tree_of_this_text(&error.line(), &error.column());
            view! { <p class="form-note">{note}</p> }.into_any()
        }
    }
}

/// A value inside a JSON value, as an item of a [`Tree`].
#[must_use]
pub fn json_item(name: &str, whole: &Arc<Value>, pointer: String) -> TreeItem {
    let found = whole.pointer(&pointer).unwrap_or(&Value::Null);
    let is_empty = match found {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => true,
    };
    let note = note(found);
    if is_empty {
        return TreeItem::leaf(name, note);
    }
    let whole = Arc::clone(whole);
    TreeItem::branch(name, note, move || inside(&whole, &pointer))
}

fn inside(whole: &Arc<Value>, pointer: &str) -> Vec<TreeItem> {
    match whole.pointer(pointer) {
        Some(Value::Array(items)) => (0..items.len())
            .map(|place| json_item(&place.to_string(), whole, format!("{pointer}/{place}")))
            .collect(),
        Some(Value::Object(members)) => members
            .keys()
            .map(|key| {
                let escaped = key.replace('~', "~0").replace('/', "~1");
                json_item(key, whole, format!("{pointer}/{escaped}"))
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// What a value is, in a few words.
fn note(value: &Value) -> String {
    match value {
        Value::Array(items) if items.len() == 1 => t::n_1_item().to_owned(),
        Value::Array(items) => t::items(&items.len()),
        Value::Object(members) if members.len() == 1 => t::n_1_member().to_owned(),
        Value::Object(members) => t::members(&members.len()),
        Value::String(text) => match text.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("“{} …”", text.get(..end).unwrap_or_default()),
            None => t::text_2(&text),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::note;
    use serde_json::json;

    #[test]
    fn a_value_is_told_in_a_few_words() {
        assert_eq!(note(&json!([1])), "1 item");
        assert_eq!(note(&json!({"a": 1, "b": 2})), "2 members");
        assert_eq!(note(&json!(null)), "null");
        assert_eq!(note(&json!("ü".repeat(201))).chars().count(), 204);
    }
}
