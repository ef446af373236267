//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_meta::Title;

use super::brand::Brand;
use crate::request::RequestId;

/// The page of an address that leads nowhere. One that the server was asked for names its request.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let request = SharedValue::new(|| use_context::<RequestId>().map(|id| id.0)).into_inner();
    view! {
        <Title text="Not found · Tenon"/>
        <main class="entrance">
            <a class="brand" href="/connectors"><Brand/></a>
            <div class="empty-state">
                <h1>"There is no such page"</h1>
                <p>"The address may be misspelt, or what was here was deleted."</p>
                {request.map(|id| view! { <p class="error-panel-id">"Request id " <code>{id}</code></p> })}
                <div class="empty-state-actions">
                    <a class="button button-primary" href="/connectors">"Go to the connectors"</a>
                </div>
            </div>
        </main>
    }
}
