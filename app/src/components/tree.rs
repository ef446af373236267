//! Things inside things.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::icon::Icon;
use crate::texts::components as t;

/// How many items of one branch are shown at first, and more each time that more are asked for.
const PAGE: usize = 100;

/// An item of a [`Tree`].
#[derive(Clone)]
pub struct TreeItem {
    name: String,
    note: String,
    inside: Inside,
    pick: Option<Pick>,
}

/// What is inside an item.
#[derive(Clone)]
enum Inside {
    Nothing,
    Made(Arc<dyn Fn() -> Vec<TreeItem> + Send + Sync>),
    Asked(Arc<dyn Fn() -> ArcRwSignal<TreeBranch> + Send + Sync>),
}

/// What is known of what is inside an item that is asked for when it is opened.
#[derive(Clone)]
pub enum TreeBranch {
    /// It is not there yet.
    UnderWay,
    /// These items are.
    Items(Vec<TreeItem>),
    /// It cannot be had: the item closes again, and whoever was asked says why.
    Failed,
}

/// That an item can be picked. Items outlive what shows them, so nothing in here belongs to a view.
#[derive(Clone)]
struct Pick {
    is_picked: Arc<dyn Fn() -> bool + Send + Sync>,
    on_pick: Arc<dyn Fn() + Send + Sync>,
}

impl TreeItem {
    /// An item with nothing inside it: its name, and what it is.
    pub fn leaf(name: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            note: note.into(),
            inside: Inside::Nothing,
            pick: None,
        }
    }

    /// An item with others inside it, which are made when it is opened.
    pub fn branch(
        name: impl Into<String>,
        note: impl Into<String>,
        items: impl Fn() -> Vec<Self> + Send + Sync + 'static,
    ) -> Self {
        Self {
            inside: Inside::Made(Arc::new(items)),
            ..Self::leaf(name, note)
        }
    }

    /// An item with others inside it, which are asked for when it is opened: once, unless that fails.
    pub fn asked(
        name: impl Into<String>,
        note: impl Into<String>,
        ask: impl Fn() -> ArcRwSignal<TreeBranch> + Send + Sync + 'static,
    ) -> Self {
        Self {
            inside: Inside::Asked(Arc::new(ask)),
            ..Self::leaf(name, note)
        }
    }

    /// The same item, which can be picked: by a click on its name, or Enter. It is opened by the sign before it, or the
    /// right arrow key.
    #[must_use]
    pub fn picked(
        self,
        is_picked: impl Fn() -> bool + Send + Sync + 'static,
        on_pick: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let pick = Pick {
            is_picked: Arc::new(is_picked),
            on_pick: Arc::new(on_pick),
        };
        Self {
            pick: Some(pick),
            ..self
        }
    }
}

/// Items inside items, of which each can be opened and closed, and picked where it says so. Arrow keys go through them:
/// right opens and goes in, left closes and goes out.
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
    let TreeItem {
        name,
        note,
        inside,
        pick,
    } = item;
    let has_items = !matches!(inside, Inside::Nothing);
    let open = RwSignal::new(is_open && has_items);
    let waits = RwSignal::new(false);
    let expanded = move || has_items.then(|| if open.get() { "true" } else { "false" });
    let is_picked = pick.as_ref().map(|pick| Arc::clone(&pick.is_picked));
    let is_picked = Memo::new(move |_| is_picked.as_ref().map(|is_picked| is_picked()));
    let selected = move || {
        is_picked
            .get()
            .map(|is_picked| if is_picked { "true" } else { "false" })
    };
    let turn = move || {
        if has_items {
            open.update(|open| *open = !*open);
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        match &pick {
            Some(pick) => (pick.on_pick)(),
            None => turn(),
        }
        focus_on(item_of(event.current_target()));
    };
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        turn();
        focus_on(item_of(event.target()));
    };
    let inside = inside_view(inside, open, waits);
    view! {
        <li class="tree-item" role="treeitem" tabindex=if is_first { "0" } else { "-1" }
            aria-expanded=expanded aria-selected=selected on:click=click
            aria-busy=move || waits.get().then_some("true")>
            <span class="tree-row">
                {if has_items {
                    view! { <span class="tree-toggle" on:click=toggle><Icon name="chevron-right"/></span> }.into_any()
                } else {
                    view! { <span class="tree-leaf"></span> }.into_any()
                }}
                <span class="tree-name">{name}</span>
                <span class="tree-note">{note}</span>
                <Show when=move || is_picked.get() == Some(true)><Icon name="check"/></Show>
            </span>
            {inside}
        </li>
    }
    .into_any()
}

/// What is inside an item while it is open.
fn inside_view(inside: Inside, open: RwSignal<bool>, waits: RwSignal<bool>) -> impl IntoView {
    let known = StoredValue::new(None::<ArcRwSignal<TreeBranch>>);
    move || {
        if !open.get() {
            return None;
        }
        let items = match &inside {
            Inside::Nothing => return None,
            Inside::Made(items) => items_view(items(), false, false).into_any(),
            Inside::Asked(ask) => {
                let branch = known.get_value().unwrap_or_else(|| untrack(|| ask()));
                known.set_value(Some(branch.clone()));
                branch_view(branch, known, open, waits).into_any()
            }
        };
        Some(view! { <ul role="group">{items}</ul> })
    }
}

/// What is known of the items that were asked for.
fn branch_view(
    branch: ArcRwSignal<TreeBranch>,
    known: StoredValue<Option<ArcRwSignal<TreeBranch>>>,
    open: RwSignal<bool>,
    waits: RwSignal<bool>,
) -> impl IntoView {
    let told = branch.clone();
    Effect::new(move |_| {
        let (is_under_way, has_failed) = told.with(|branch| {
            let is_under_way = matches!(branch, TreeBranch::UnderWay);
            (is_under_way, matches!(branch, TreeBranch::Failed))
        });
        waits.set(is_under_way);
        if has_failed {
            known.set_value(None);
            open.set(false);
        }
    });
    move || match branch.get() {
        // It takes no focus, which would be lost when the items come.
        TreeBranch::UnderWay => Some(
            view! {
                <li class="tree-item" role="treeitem">
                    <span class="tree-row tree-more">{t::loading()}</span>
                </li>
            }
            .into_any(),
        ),
        TreeBranch::Items(items) => Some(items_view(items, false, false).into_any()),
        TreeBranch::Failed => None,
    }
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
        ("ArrowRight", Some("false")) | ("ArrowLeft", Some("true")) => turn(&item),
        ("Enter" | " ", _) => click(&item),
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

/// Opens or closes an item.
fn turn(item: &Element) {
    let toggle = item.query_selector(":scope > .tree-row > .tree-toggle");
    if let Ok(Some(toggle)) = toggle {
        click(&toggle);
    }
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
