//! Where the identity provider sends people back to.

use leptos::prelude::*;
use tenon_connector::security::Way;
use tenon_connector::security::oauth::OAuth;

use super::entra::edits_of;
use super::facts::use_facts;
use crate::components::{Button, ButtonKind, CodeBlock};
use crate::designer::state::use_designer;
use crate::texts::security as t;

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
        designer.change(t::update_to_unique_redirect_url(), |connector| {
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
            <div class="field-label"><span>{t::redirect_url()}</span></div>
            <CodeBlock text label=t::redirect_url()/>
            <p class="field-hint">
                {t::register_it_with_the_provider_for()}
            </p>
            <Show when=move || is_shared.get()>
                <p class="form-note">
                    {t::still_the_shared_redirect_url()}
                </p>
                <div>
                    <Button kind=ButtonKind::Secondary on_click=update>{t::update_to_unique_redirect_url()}</Button>
                </div>
            </Show>
        </div>
    }
}
