//! The filters of a list: a search, and links to what else it can show. They are links and a form that is sent by its
//! address, so that they work before the WASM arrives.

use leptos::prelude::*;

use crate::components::{Button, ButtonKind, TextInput};
use crate::routes::encoded;

/// A text, once the language is known.
pub(super) type Label = fn() -> &'static str;

/// What a list can be asked for: the value, its word in addresses, its label. The usual one has no word.
pub(super) type Choice<T> = (T, &'static str, Label);

/// What the word of an address asks for; what is usual, where nobody knows it.
pub(super) fn asked_for<T: Copy + Default>(choices: &[Choice<T>], word: &str) -> T {
    let found = choices.iter().find(|(_, own, _)| *own == word);
    found.map(|(value, _, _)| *value).unwrap_or_default()
}

/// The word of a value in addresses.
pub(super) fn word_of<T: PartialEq>(choices: &[Choice<T>], value: &T) -> &'static str {
    let found = choices.iter().find(|(own, _, _)| own == value);
    found.map(|(_, word, _)| *word).unwrap_or_default()
}

/// The address of a list with these parts; those without a value are left out.
pub(super) fn address(path: &str, parts: &[(&str, &str)]) -> String {
    let named = parts.iter().filter(|(_, value)| !value.is_empty());
    let parts: Vec<_> = named
        .map(|(name, value)| format!("{name}={}", encoded(value, b"-_.~")))
        .collect();
    match parts.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", parts.join("&")),
    }
}

/// A link to another choice.
pub(super) struct Other {
    /// Where it leads.
    pub(super) address: String,
    /// What it is called.
    pub(super) label: &'static str,
    /// Whether it is what is shown now.
    pub(super) is_current: bool,
}

/// The search and the links.
#[component]
pub(super) fn ListFilter(
    /// The path of the list.
    path: &'static str,
    /// What is searched, for those who hear the page.
    label: &'static str,
    /// What is looked for in it.
    placeholder: &'static str,
    /// The button that searches.
    button: &'static str,
    /// What is looked for now.
    search: String,
    /// What else is asked for, and stays so: names and values.
    kept: Vec<(&'static str, String)>,
    /// What the links choose, for those who hear the page.
    links: &'static str,
    /// The links.
    others: Vec<Other>,
) -> impl IntoView {
    let search = RwSignal::new(search);
    let kept = kept.into_iter().filter(|(_, value)| !value.is_empty());
    let kept: Vec<_> = kept
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let others: Vec<_> = others
        .into_iter()
        .map(|other| {
            let current = other.is_current.then_some("true");
            view! { <a class="runs-ending" href=other.address aria-current=current>{other.label}</a> }
        })
        .collect();
    view! {
        <div class="list-bar">
            <form class="runs-search" method="get" action=path role="search" aria-label=label>
                {kept}
                <TextInput kind="search" label=placeholder name="search" placeholder value=search/>
                <Button kind=ButtonKind::Secondary submit=true>{button}</Button>
            </form>
            <nav class="runs-endings" aria-label=links>{others}</nav>
        </div>
    }
}
