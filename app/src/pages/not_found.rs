//! An address that leads nowhere.

use leptos::prelude::*;
use leptos_meta::Title;

use super::brand::Brand;
use crate::request::RequestId;
use crate::texts::common;
use crate::texts::frame as t;

/// The page of an address that leads nowhere. One that the server was asked for names its request.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let request = SharedValue::new(|| use_context::<RequestId>().map(|id| id.0)).into_inner();
    view! {
        <Title text=common::page_title(t::not_found())/>
        <main class="entrance">
            <a class="brand" href="/connectors"><Brand/></a>
            <div class="empty-state">
                <h1>{t::there_is_no_such_page()}</h1>
                <p>{t::the_address_may_be_misspelt_or_what()}</p>
                {request.map(|id| view! { <p class="error-panel-id">{common::request_id()} <code>{id}</code></p> })}
                <div class="empty-state-actions">
                    <a class="button button-primary" href="/connectors">{common::go_to_the_connectors()}</a>
                </div>
            </div>
        </main>
    }
}
