//! A button.

use leptos::prelude::*;

use super::shortcut::{Shortcut, use_is_mac};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing that most people come to do. At most one in sight.
    Primary,
    /// Any other action.
    #[default]
    Secondary,
    /// An action among many, such as in a tool bar.
    Quiet,
    /// An action that loses something.
    Danger,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button button-secondary",
            Self::Quiet => "button button-quiet",
            Self::Danger => "button button-danger",
        }
    }
}

/// A button. One that is disabled keeps the focus and its place in the order, and does nothing.
#[component]
pub fn Button(
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Its name, for a button that shows an icon alone; also its tool tip.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// The keys that do the same; its tool tip names them.
    #[prop(optional_no_strip)]
    shortcut: Option<Shortcut>,
    /// Whether what it started is still going on.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it cannot be used now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether it submits the form that it stands in.
    #[prop(optional)]
    submit: bool,
    /// It was used.
    #[prop(optional, into)]
    on_click: Option<Callback<()>>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let off = move || disabled.get() || busy.get();
    let is_mac = use_is_mac();
    let title = move || {
        let keys = shortcut.map(|shortcut| shortcut.written(is_mac.get()));
        match (label.get(), keys) {
            (Some(label), Some(keys)) => Some(format!("{label} ({keys})")),
            (label, keys) => label.or(keys),
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if disabled.get_untracked() || busy.get_untracked() {
            event.prevent_default();
        } else if let Some(on_click) = on_click {
            on_click.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            aria-label=move || label.get()
            title=title
            aria-keyshortcuts=shortcut.map(Shortcut::told)
            aria-disabled=move || off().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=click
        >
            {children()}
        </button>
    }
}
