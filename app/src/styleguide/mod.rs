//! The style guide: every component in every state, for those who make pages and for the visual tests.
//!
//! Only a server that is told so shows it (`TENON_STYLEGUIDE`).

mod choices;
mod content;
mod controls;
mod fields;
mod layers;
mod specimen;

use leptos::prelude::*;
use leptos_meta::Title;

use crate::pages::ThemeChoice;

/// The page `/styleguide`.
#[component]
pub fn StyleguidePage() -> impl IntoView {
    view! {
        <Title text="Style guide · Tenon"/>
        <main class="styleguide">
            <header class="styleguide-head">
                <h1>"Style guide"</h1>
                <ThemeChoice/>
            </header>
            <p class="form-note">
                "Every component in its states. What is under the pointer takes the hover colour; what has the focus has a ring of two pixels."
            </p>
            <specimen::Tokens/>
            <controls::Controls/>
            <fields::Fields/>
            <choices::Choices/>
            <content::Content/>
            <layers::Layers/>
        </main>
    }
}
