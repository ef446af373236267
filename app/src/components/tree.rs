//! Things inside things.

use crate::texts::components as t;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::icon::Icon;

/// How many items of one branch are shown at first, and more each time that more are asked for.
const PAGE: usize = 100;

/// An item of a [`Tree`].
#[derive(Clone)]
pub struct TreeItem {
    name: String,
    note: String,
    items: Option<Items>,
}

type Items = Arc<dyn Fn() -> Vec<TreeItem> + Send + Sync>;

impl TreeItem {
    /// An item with nothing inside it: its name, and what it is.
    pub fn leaf(name: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            note: note.into(),
            items: None,
        }
    }

    /// An item with others inside it, which are made when it is opened.
    pub fn branch(
        name: impl Into<String>,
        note: impl Into<String>,
        items: impl Fn() -> Vec<Self> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            note: note.into(),
            items: Some(Arc::new(items)),
        }
    }
}

/// Items inside items, of which each can be opened and closed. Arrow keys go through them: right opens
/// and goes in, left closes and goes out.
#[component]
pub fn Tree(
    /// What they are together.
    #[prop(into)]
    label: String,
    /// The outermost items. One alone is open to begin with.
    items: Vec<TreeItem>,
) -> impl IntoView {
    let is_alone = items.len() == 1;
    let views = items_view(items, is_alone, true);
    view! {
        <ul class="tree" role="tree" aria-label=label on:focusin=remember on:keydown=walk>{views}</ul>
    }
}

/// The items of one branch, the first [`PAGE`] of them.
fn items_view(items: Vec<TreeItem>, is_open: bool, is_first: bool) -> impl IntoView {
    let all = items.len();
    let items = StoredValue::new(items);
    let shown = RwSignal::new(PAGE);
    let places = move || (0..shown.get().min(all)).collect::<Vec<_>>();
    let item = move |place: usize| {
        let item = items.with_value(|items| items.get(place).cloned());
        item.map(|item| item_view(item, is_open, is_first && place == 0))
    };
    let more = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        shown.update(|shown| *shown += PAGE);
    };
    view! {
        <For each=places key=|place| *place children=item/>
        <Show when=move || { shown.get() < all }>
            <li class="tree-item" role="treeitem" tabindex="-1" on:click=more>
                <span class="tree-row tree-more">{move || t::show_more_not_shown(&(all - shown.get().min(all)))}</span>
            </li>
        </Show>
    }
}

fn item_view(item: TreeItem, is_open: bool, is_first: bool) -> AnyView {
    let TreeItem { name, note, items } = item;
    let has_items = items.is_some();
    let open = RwSignal::new(is_open && has_items);
    let expanded = move || has_items.then(|| if open.get() { "true" } else { "false" });
    let click = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        if has_items {
            open.update(|open| *open = !*open);
        }
        focus_on(
            event
                .current_target()
                .and_then(|target| target.dyn_into().ok()),
        );
    };
    let inside = move || {
        let items = items.as_ref().filter(|_| open.get())?;
        Some(view! { <ul role="group">{items_view(items(), false, false)}</ul> })
    };
    view! {
        <li class="tree-item" role="treeitem" tabindex=if is_first { "0" } else { "-1" }
            aria-expanded=expanded on:click=click>
            <span class="tree-row">
                {if has_items {
                    view! { <Icon name="chevron-right"/> }.into_any()
                } else {
                    view! { <span class="tree-leaf"></span> }.into_any()
                }}
                <span class="tree-name">{name}</span>
                <span class="tree-note">{note}</span>
            </span>
            {inside}
        </li>
    }
    .into_any()
}

/// The item that has the focus is the one that the Tab key comes back to.
fn remember(event: leptos::ev::FocusEvent) {
    let Some(item) = item_of(event.target()) else {
        return;
    };
    let Some(tree) = item.closest("[role=tree]").ok().flatten() else {
        return;
    };
    if let Ok(Some(before)) = tree.query_selector("[role=treeitem][tabindex='0']") {
        // An attribute name as plain as this is never refused.
        let _ = before.set_attribute("tabindex", "-1");
    }
    let _ = item.set_attribute("tabindex", "0");
}

/// Goes where a key leads.
fn walk(event: leptos::ev::KeyboardEvent) {
    let Some(item) = item_of(event.target()) else {
        return;
    };
    let expanded = item.get_attribute("aria-expanded");
    let key = event.key();
    match (key.as_str(), expanded.as_deref()) {
        ("ArrowRight", Some("false")) | ("ArrowLeft", Some("true")) | ("Enter" | " ", _) => {
            click(&item)
        }
        ("ArrowRight", Some("true")) | ("ArrowDown", _) => focus_on(beside(&item, 1)),
        ("ArrowUp", _) => focus_on(beside(&item, -1)),
        ("ArrowLeft", _) => focus_on(parent(&item)),
        ("Home", _) => focus_on(all_of(&item).into_iter().next()),
        ("End", _) => focus_on(all_of(&item).into_iter().last()),
        _ => return,
    }
    event.prevent_default();
}

fn item_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest("[role=treeitem]").ok().flatten()
}

fn parent(item: &Element) -> Option<Element> {
    item.parent_element()?
        .closest("[role=treeitem]")
        .ok()
        .flatten()
}

/// All items that are shown, from top to bottom.
fn all_of(item: &Element) -> Vec<Element> {
    let tree = item.closest("[role=tree]").ok().flatten();
    let Some(found) = tree.and_then(|tree| tree.query_selector_all("[role=treeitem]").ok()) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok());
    elements.collect()
}

fn beside(item: &Element, step: isize) -> Option<Element> {
    let all = all_of(item);
    let place = all.iter().position(|other| other == item)?;
    all.get(place.checked_add_signed(step)?).cloned()
}

fn click(item: &Element) {
    if let Some(item) = item.dyn_ref::<HtmlElement>() {
        item.click();
    }
}

fn focus_on(item: Option<Element>) {
    if let Some(item) = item.and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        // Refused only for an item that is no longer in the page.
        let _ = item.focus();
    }
}
