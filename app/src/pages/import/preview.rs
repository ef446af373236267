//! What a file holds, before anything of it is kept.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::desk::use_import_desk;
use super::error::ImportError;
use super::ledger::LedgerList;
use crate::api::imports::{ImportPreview, PreviewOperation};
use crate::components::{Button, ButtonKind, Field, Icon, TextInput};

/// More operations than these are found by search.
const MOST_SHOWN: usize = 300;

/// The preview, with Create and Cancel.
#[component]
pub(crate) fn Preview(
    /// What the file holds.
    preview: ImportPreview,
) -> impl IntoView {
    let desk = use_import_desk();
    let title = RwSignal::new(preview.title.clone());
    let busy = RwSignal::new(false);
    let navigate = use_navigate();
    let create = move || {
        let navigate = navigate.clone();
        busy.set(true);
        desk.error.set(None);
        spawn_local(async move {
            let made = desk.create(title.get_untracked()).await;
            busy.try_set(false);
            match made {
                Ok(id) => navigate(
                    &crate::routes::designer(&id, "general"),
                    NavigateOptions::default(),
                ),
                Err(error) => desk.error.set(Some(error)),
            }
        });
    };
    let missing = Signal::derive(move || {
        title
            .with(|title| title.trim().is_empty())
            .then(|| "Give the connector a title.".to_owned())
    });
    view! {
        <section class="card" aria-label="What the file holds">
            <Field label="Title" required=true error=missing>
                <TextInput value=title on_input=move |text| title.set(text)/>
            </Field>
            <Facts preview=preview.clone()/>
        </section>
        <Findings findings=preview.findings/>
        <LedgerList ledger=preview.ledger/>
        <Operations operations=preview.operations/>
        <ImportError/>
        <div class="import-actions">
            <Button on_click=move || desk.cancel()>"Cancel"</Button>
            <Button kind=ButtonKind::Primary busy disabled=Signal::derive(move || missing.get().is_some()) on_click=create>
                "Create connector"
            </Button>
        </div>
    }
}

#[component]
fn Facts(
    /// What the file holds.
    preview: ImportPreview,
) -> impl IntoView {
    let file = format!(
        "{} · {}",
        untrack(|| use_import_desk().file_name()),
        preview.format
    );
    let parts = preview
        .parts
        .into_iter()
        .map(|part| view! { <li class="badge">{part}</li> })
        .collect::<Vec<_>>();
    let description = Some(preview.description).filter(|text| !text.is_empty());
    view! {
        <dl class="facts">
            <dt>"File"</dt>
            <dd>{file}</dd>
            {description.map(|text| view! { <dt>"Description"</dt><dd>{text}</dd> })}
            <dt>"Base URL"</dt>
            <dd><code>{preview.base_url}</code></dd>
            <dt>"Authentication"</dt>
            <dd>{preview.authentication}</dd>
            {(!parts.is_empty()).then(|| view! { <dt>"Also found"</dt><dd><ul class="badges">{parts}</ul></dd> })}
        </dl>
    }
}

#[component]
fn Findings(
    /// What was odd in the file and what became of it.
    findings: Vec<String>,
) -> impl IntoView {
    let count = findings.len();
    let rows: Vec<_> = findings
        .into_iter()
        .map(|text| view! { <li><Icon name="alert"/><span>{text}</span></li> })
        .collect();
    (count > 0).then(|| {
        view! {
            <section class="card" aria-labelledby="findings">
                <h2 id="findings">{if count == 1 { "1 finding".to_owned() } else { format!("{count} findings") }}</h2>
                <ul class="findings">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Operations(
    /// The operations that the file holds.
    operations: Vec<PreviewOperation>,
) -> impl IntoView {
    let all = operations.len();
    let search = RwSignal::new(String::new());
    let operations = StoredValue::new(operations);
    let found = Memo::new(move |_| {
        let wanted = search.get().to_lowercase();
        operations.with_value(|operations| {
            operations
                .iter()
                .filter(|operation| fits(operation, &wanted))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let count = move || match found.with(Vec::len) {
        found if found == all => format!("{all}"),
        found if found > MOST_SHOWN => {
            format!("{found} of {all}; the first {MOST_SHOWN} are listed")
        }
        found => format!("{found} of {all}"),
    };
    view! {
        <section class="card" aria-labelledby="operations">
            <div class="list-bar">
                <h2 id="operations">"Operations"</h2>
                <div class="search">
                    <Icon name="search"/>
                    <TextInput kind="search" label="Search operations" placeholder="Search operations"
                        value=search on_input=move |text| search.set(text)/>
                </div>
                <p class="list-count" role="status">{count}</p>
            </div>
            <div class="table-frame operations-frame" tabindex="0" role="group" aria-label="List of operations">
                <table class="table operations-table">
                    <thead>
                        <tr>
                            <th class="column-method">"Verb"</th>
                            <th>"Operation"</th>
                            <th>"Operation ID"</th>
                        </tr>
                    </thead>
                    <tbody>
                        {move || found.get().into_iter().take(MOST_SHOWN).map(operation_row).collect::<Vec<_>>()}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn fits(operation: &PreviewOperation, wanted: &str) -> bool {
    [
        &operation.summary,
        &operation.operation_id,
        &operation.path,
        &operation.method,
    ]
    .into_iter()
    .any(|text| text.to_lowercase().contains(wanted))
}

fn operation_row(operation: PreviewOperation) -> impl IntoView {
    let class = format!("method method-{}", operation.method.to_lowercase());
    let name = if operation.summary.is_empty() {
        operation.operation_id.clone()
    } else {
        operation.summary
    };
    view! {
        <tr>
            <td><span class=class>{operation.method}</span></td>
            <td>
                {name}
                {operation.trigger.then(|| view! { " " <span class="badge badge-accent">"Trigger"</span> })}
                <small><code>{operation.path}</code></small>
            </td>
            <td><code>{operation.operation_id}</code></td>
        </tr>
    }
}
