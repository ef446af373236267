//! What the server knows of the connector's security that is in no file of it, asked once.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::security::Provider;

use crate::api::security::{KnownSecurity, providers, security_facts};
use crate::components::{Toasts, use_toasts};
use crate::designer::state::use_designer;
use crate::error::AppError;

/// The answers of the server, shared by the parts of the step.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    /// Client secrets and address; none until they are there.
    pub(super) security: RwSignal<Option<KnownSecurity>>,
    /// The identity providers; none until they are there.
    pub(super) providers: RwSignal<Option<Result<Vec<Provider>, AppError>>>,
    toasts: Toasts,
}

impl Facts {
    /// Asks again what client secrets are kept.
    pub(super) fn reload(self, connector: String) {
        let toasts = self.toasts;
        spawn_local(async move {
            match security_facts(connector).await {
                // Nobody waits for it any more when the step was left.
                Ok(facts) => {
                    self.security.try_set(Some(facts));
                }
                Err(error) => toasts.error(error.to_string()),
            }
        });
    }
}

/// Provides the facts to what is below, and asks for them in the browser.
pub(super) fn provide_facts() {
    let facts = Facts {
        security: RwSignal::new(None),
        providers: RwSignal::new(None),
        toasts: use_toasts(),
    };
    provide_context(facts);
    let designer = use_designer();
    Effect::new(move |_| {
        facts.reload(designer.id());
        spawn_local(async move {
            let answer = providers().await;
            facts.providers.try_set(Some(answer));
        });
    });
}

/// The facts of the step.
pub(super) fn use_facts() -> Facts {
    expect_context::<Facts>()
}
