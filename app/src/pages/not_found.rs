//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_meta::Title;

use super::brand::Brand;

/// The page of an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <Title text="Not found · Tenon"/>
        <main class="entrance">
            <a class="brand" href="/connectors"><Brand/></a>
            <div class="empty-state">
                <h1>"There is no such page"</h1>
                <p>"The address may be misspelt, or what was here was deleted."</p>
                <div class="empty-state-actions">
                    <a class="button button-primary" href="/connectors">"Go to the connectors"</a>
                </div>
            </div>
        </main>
    }
}
