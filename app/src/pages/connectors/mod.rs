//! The connectors of the environment.

mod delete;
mod row;
mod sorting;
mod table;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use self::table::ConnectorTable;
use super::import::desk::{Stage, use_import_desk};
use super::new_connector::Ways;
use crate::api::connectors::connectors;
use crate::components::{ErrorPanel, FileDrop, Icon, Skeleton};

/// The page `/connectors`. A file dropped anywhere on it starts its import.
#[component]
pub fn ConnectorsPage() -> impl IntoView {
    let rows = Resource::new(|| (), |()| connectors());
    let desk = use_import_desk();
    let navigate = use_navigate();
    // However a file comes to this page, its import goes on where there is room for it.
    // What is there when the page opens is what somebody just left behind.
    Effect::new(move |ran: Option<()>| {
        let is_underway = desk.stage.get() != Stage::Choosing || desk.error.with(Option::is_some);
        if ran.is_some() && is_underway {
            navigate("/connectors/new", NavigateOptions::default());
        }
    });
    view! {
        <Title text="Connectors · Tenon"/>
        <FileDrop invitation="Drop the file to import it" on_file=move |file| desk.take(file)>
            <div class="page page-list">
                <header class="page-head">
                    <h1>"Connectors"</h1>
                    <a class="button button-primary" href="/connectors/new"><Icon name="plus"/>"New connector"</a>
                </header>
                <Transition fallback=|| view! { <Skeleton lines=9/> }>
                    {move || Suspend::new(async move {
                        match rows.await {
                            Ok(rows) if rows.is_empty() => view! { <FirstConnector/> }.into_any(),
                            Ok(list) => {
                                view! { <ConnectorTable rows=list on_deleted=move || rows.refetch()/> }.into_any()
                            }
                            Err(error) => view! { <ErrorPanel error/> }.into_any(),
                        }
                    })}
                </Transition>
            </div>
        </FileDrop>
    }
}

/// In place of an empty list: what a connector is and the ways to the first.
#[component]
fn FirstConnector() -> impl IntoView {
    view! {
        <p class="lead">
            "A connector wraps an API so that makers can call it without programming: its operations, how to sign in \
             to it, and what each field means. You try it here against the real service, and export it to Power \
             Platform when it works. These are the ways to the first one."
        </p>
        <Ways/>
    }
}
