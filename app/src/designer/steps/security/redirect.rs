//! Where the identity provider sends people back to.

use leptos::prelude::*;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::OAuth;

use super::entra::edits_of;
use super::facts::use_facts;
use crate::components::{Button, ButtonKind, CodeBlock};
use crate::designer::state::use_designer;

/// The redirect URLs to register with the provider.
#[component]
pub(super) fn RedirectUrl(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let is_shared = designer.memo(move |connector| {
        OAuth::of(connector, way).is_some_and(|oauth| oauth.shares_redirect())
    });
    let update = move || {
        designer.change("Update to unique redirect URL", |connector| {
            edits_of(connector, way, |o| o.set_own_redirect(connector))
        });
    };
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
            <Show when=move || is_shared.get()>
                <p class="form-note">
                    "In Power Platform this connector still uses the redirect URL that all connectors shared until February 2024.                      After the update nobody can sign in until its own URL is registered with the provider, beside the shared one."
                </p>
                <div>
                    <Button kind=ButtonKind::Secondary on_click=update>"Update to unique redirect URL"</Button>
                </div>
            </Show>
        </div>
    }
}
