//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_meta::Title;

use super::brand::Brand;
use crate::components::EmptyState;

/// The page of an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <Title text="Not found · Tenon"/>
        <main class="entrance">
            <a class="brand" href="/connectors"><Brand/></a>
            <EmptyState
                title="There is no such page"
                text="The address may be misspelt, or what was here was deleted."
            >
                <a class="button button-primary" href="/connectors">"Go to the connectors"</a>
            </EmptyState>
        </main>
    }
}
