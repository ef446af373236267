//! Light, dark, or as the system has it. The choice is kept in the browser; the page's head applies it
//! before anything is drawn.

use leptos::prelude::*;

use crate::components::Icon;
use crate::palette::{Command, use_commands};
use crate::texts::frame as t;

/// The name under which the browser keeps the choice.
const KEY: &str = "tenon.theme";

type Label = fn() -> &'static str;

const CHOICES: [(&str, Label, &str, Command); 3] = [
    ("light", t::light, "sun", Command::LightTheme),
    ("dark", t::dark, "moon", Command::DarkTheme),
    ("system", t::as_the_system, "system", Command::SystemTheme),
];

/// The chosen theme; empty until the page has come to life.
#[derive(Clone, Copy)]
struct Theme(RwSignal<String>);

impl Theme {
    fn new() -> Self {
        let chosen = RwSignal::new(String::new());
        Effect::new(move |_| chosen.set(kept()));
        Self(chosen)
    }

    fn choose(self, theme: &str) {
        keep(theme);
        self.0.set(theme.to_owned());
    }
}

/// Makes the theme of the frame, and offers to choose another one. Called once, there.
pub(super) fn provide_theme() {
    let chosen = Theme::new();
    provide_context(chosen);
    let commands = use_commands();
    for (theme, _, _, command) in CHOICES {
        let detail = Signal::derive(move || {
            let is_chosen = chosen.0.with(|chosen| chosen == theme);
            is_chosen.then(|| t::chosen().to_owned())
        });
        commands.offer_when(command, Signal::stored(true), detail, move || {
            chosen.choose(theme);
        });
    }
}

/// Three buttons to choose the theme.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let chosen = use_context::<Theme>().unwrap_or_else(Theme::new);
    let button = move |(theme, label, icon, _): (&'static str, Label, &'static str, Command)| {
        let pressed = move || chosen.0.with(|chosen| chosen == theme).to_string();
        view! {
            <button type="button" class="button button-quiet button-icon" aria-label=label() title=label()
                aria-pressed=pressed on:click=move |_| chosen.choose(theme)>
                <Icon name=icon/>
            </button>
        }
    };
    view! { <div class="theme-choice" role="group" aria-label=t::theme()>{CHOICES.into_iter().map(button).collect_view()}</div> }
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
