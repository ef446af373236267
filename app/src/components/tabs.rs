//! Panels of which one is shown.

use leptos::html;
use leptos::prelude::*;

use super::identity::unique_id;

/// One of several panels.
#[derive(Clone)]
pub struct Tab {
    label: String,
    panel: ViewFn,
}

impl Tab {
    /// A panel under a name. It is made when it is first shown.
    pub fn new(label: impl Into<String>, panel: impl Into<ViewFn>) -> Self {
        Self {
            label: label.into(),
            panel: panel.into(),
        }
    }
}

/// Panels of which one is shown, chosen by a row of tabs: arrow keys, Home and End go through them. A
/// panel that was shown once keeps its state.
#[component]
pub fn Tabs(
    /// What the panels are together: "Body of the response".
    #[prop(into)]
    label: String,
    /// The panels; the first is shown to begin with.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let selected = RwSignal::new(0_usize);
    let last = tabs.len().saturating_sub(1);
    let nodes: StoredValue<Vec<NodeRef<html::Button>>> =
        StoredValue::new(tabs.iter().map(|_| NodeRef::new()).collect());
    let keydown = move |event: leptos::ev::KeyboardEvent| {
        let Some(next) = next(&event.key(), selected.get_untracked(), last) else {
            return;
        };
        event.prevent_default();
        selected.set(next);
        let node = nodes.with_value(|nodes| nodes.get(next).copied());
        if let Some(tab) = node.and_then(|node| node.get_untracked()) {
            // Refused only for a tab that is no longer in the page.
            let _ = tab.focus();
        }
    };
    let (heads, panels): (Vec<_>, Vec<_>) = tabs
        .into_iter()
        .enumerate()
        .map(|(place, tab)| {
            let node = nodes.with_value(|nodes| nodes.get(place).copied().unwrap_or_default());
            tab_and_panel(place, tab, selected, node)
        })
        .unzip();
    view! {
        <div class="tabs">
            <div class="tab-list" role="tablist" aria-label=label on:keydown=keydown>{heads}</div>
            {panels}
        </div>
    }
}

fn tab_and_panel(
    place: usize,
    tab: Tab,
    selected: RwSignal<usize>,
    node: NodeRef<html::Button>,
) -> (impl IntoView, impl IntoView) {
    let id = unique_id("tab");
    let panel_id = format!("{id}-panel");
    let is_shown = Memo::new(move |_| selected.get() == place);
    let was_shown = Memo::new(move |shown: Option<&bool>| {
        let before = shown.copied().unwrap_or_default();
        is_shown.get() || before
    });
    let head = view! {
        <button
            node_ref=node
            type="button"
            class="tab"
            role="tab"
            id=id.clone()
            aria-controls=panel_id.clone()
            aria-selected=move || if is_shown.get() { "true" } else { "false" }
            tabindex=move || if is_shown.get() { "0" } else { "-1" }
            on:click=move |_| selected.set(place)
        >
            {tab.label}
        </button>
    };
    let content = tab.panel;
    let panel = view! {
        <div class="tab-panel" role="tabpanel" id=panel_id aria-labelledby=id tabindex="0"
            hidden=move || !is_shown.get()>
            {move || was_shown.get().then(|| content.run())}
        </div>
    };
    (head, panel)
}

/// Where a key leads from a tab.
fn next(key: &str, from: usize, last: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some(if from >= last { 0 } else { from + 1 }),
        "ArrowLeft" => Some(from.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn arrow_keys_go_round() {
        assert_eq!(next("ArrowRight", 2, 2), Some(0));
        assert_eq!(next("ArrowLeft", 0, 2), Some(2));
        assert_eq!(next("ArrowLeft", 2, 2), Some(1));
        assert_eq!(next("End", 0, 2), Some(2));
        assert_eq!(next("a", 1, 2), None);
    }
}
