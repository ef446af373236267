//! Where the identity provider sends people back to.

use leptos::prelude::*;

use super::facts::use_facts;
use crate::components::CodeBlock;
use crate::designer::state::use_designer;

/// The redirect URLs to register with the provider.
#[component]
pub(super) fn RedirectUrl() -> impl IntoView {
    let designer = use_designer();
    let facts = use_facts();
    // Where no address is configured, the one in the browser's bar is right as far as anybody knows.
    let origin = RwSignal::new(String::new());
    Effect::new(move |_| {
        let here = window().location().origin().unwrap_or_default();
        let configured = facts.security.get().and_then(|facts| facts.origin);
        origin.set(configured.unwrap_or(here));
    });
    let text = Signal::derive(move || format!("{}/oauth/redirect/{}", origin.get(), designer.id()));
    view! {
        <div class="field">
            <div class="field-label"><span>"Redirect URL"</span></div>
            <CodeBlock text label="Redirect URL"/>
            <p class="field-hint">
                "Register it with the provider for connections made in Tenon. Power Platform has one of its own for each \
                 connector, which it shows once the connector is imported there."
            </p>
        </div>
    }
}
