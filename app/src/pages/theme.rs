//! Light, dark, or as the system has it. The choice is kept in the browser; the page's head applies it
//! before anything is drawn.

use leptos::prelude::*;

use crate::components::Icon;

/// The name under which the browser keeps the choice.
const KEY: &str = "tenon.theme";

const CHOICES: [(&str, &str, &str); 3] = [
    ("light", "Light", "sun"),
    ("dark", "Dark", "moon"),
    ("system", "As the system", "system"),
];

/// Three buttons to choose the theme.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    Effect::new(move |_| chosen.set(kept()));
    let button = move |(theme, label, icon): (&'static str, &'static str, &'static str)| {
        let choose = move |_| {
            keep(theme);
            chosen.set(theme.to_owned());
        };
        let pressed = move || {
            if chosen.get() == theme {
                "true"
            } else {
                "false"
            }
        };
        view! {
            <button type="button" class="button button-quiet button-icon" aria-label=label title=label
                aria-pressed=pressed on:click=choose>
                <Icon name=icon/>
            </button>
        }
    };
    view! { <div class="theme-choice" role="group" aria-label="Theme">{CHOICES.into_iter().map(button).collect_view()}</div> }
}

fn kept() -> String {
    let storage = window().local_storage().ok().flatten();
    storage
        .and_then(|storage| storage.get_item(KEY).ok().flatten())
        .unwrap_or_else(|| "system".to_owned())
}

fn keep(theme: &str) {
    // A browser that keeps nothing still shows the choice until the page is left.
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEY, theme);
    }
    if let Some(root) = document().document_element() {
        let _ = match theme {
            "system" => root.remove_attribute("data-theme"),
            theme => root.set_attribute("data-theme", theme),
        };
    }
}
