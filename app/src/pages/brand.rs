//! The mark: a tenon going into its mortise.

use leptos::prelude::*;

/// The mark and the name.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
            <path d="M2 4.5h7.5v4H15v7H9.5v4H2z"></path>
            <path opacity="0.55" d="M11.5 4.5H22v15H11.5v-2H17v-11h-5.5z"></path>
        </svg>
        <span>"Tenon"</span>
    }
}
