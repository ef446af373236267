//! The choice of the language. It is kept in a cookie, so that the server writes the page in it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::language::{COOKIE, Language};
use crate::texts::frame as t;

/// How long a browser keeps the choice, in seconds: a year.
const KEPT: u32 = 31_536_000;

/// A button for each language.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let current = Language::current();
    let button = move |language: Language| {
        let is_current = language == current;
        view! {
            <button type="button" class="button button-quiet" lang=language.tag() aria-pressed=is_current.to_string()
                on:click=move |_| if !is_current { choose(language) }>
                {language.name()}
            </button>
        }
    };
    view! {
        <div class="theme-choice" role="group" aria-label=t::language()>
            {Language::ALL.into_iter().map(button).collect_view()}
        </div>
    }
}

/// Keeps the choice, and has the page written anew.
fn choose(language: Language) {
    let cookie = format!(
        "{COOKIE}={}; Path=/; Max-Age={KEPT}; SameSite=Lax",
        language.tag()
    );
    if let Ok(document) = document().dyn_into::<web_sys::HtmlDocument>() {
        // A browser that keeps no cookies shows the page in the language that it asks for.
        let _ = document.set_cookie(&cookie);
    }
    let _ = window().location().reload();
}
