//! What a file holds, before anything of it is kept.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use tenon_connector::message::Message;

use super::choice::Choice;
use super::desk::use_import_desk;
use super::error::ImportError;
use super::ledger::LedgerList;
use super::operations::Operations;
use super::underway::Sending;
use crate::api::imports::{ImportChoice, ImportPreview};
use crate::components::{Button, ButtonKind, Checkbox, Field, Icon, TextInput, use_toasts};
use crate::texts::{common, findings, import as t};

/// The preview, with Create and Cancel.
#[component]
pub(crate) fn Preview(
    /// What the file holds.
    preview: ImportPreview,
) -> impl IntoView {
    let desk = use_import_desk();
    let title = RwSignal::new(preview.title.clone());
    let keep_source = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let navigate = use_navigate();
    let toasts = use_toasts();
    let choice = Choice::without(preview.operations.clone(), BTreeSet::new());
    let create = move || {
        let navigate = navigate.clone();
        busy.set(true);
        desk.error.set(None);
        spawn_local(async move {
            let wanted = ImportChoice {
                title: title.get_untracked(),
                operations: choice.ids(),
                source: desk.source.get_untracked(),
                keep_source: keep_source.get_untracked(),
            };
            let made = desk.create(&wanted).await;
            busy.try_set(false);
            match made {
                Ok(made) => {
                    if let Some(note) = came_along(&made.needed) {
                        toasts.info(note);
                    }
                    navigate(
                        &crate::routes::designer(&made.id, "general"),
                        NavigateOptions::default(),
                    );
                }
                Err(error) => desk.error.set(Some(error)),
            }
        });
    };
    let missing = Signal::derive(move || {
        title
            .with(|title| title.trim().is_empty())
            .then(|| t::give_the_connector_a_title().to_owned())
    });
    let none_chosen = Memo::new(move |_| choice.all() > 0 && choice.taken() == 0);
    let cannot = Signal::derive(move || missing.get().is_some() || none_chosen.get());
    view! {
        <section class="card" aria-label=t::what_the_file_holds()>
            <Field label=t::title() required=true error=missing>
                <TextInput value=title on_input=move |text| title.set(text)/>
            </Field>
            <Facts preview=preview.clone()/>
            {preview.can_keep_source.then(|| view! { <KeepSource value=keep_source/> })}
        </section>
        <Rest preview choice/>
        <ImportError/>
        <Sending/>
        <div class="import-actions">
            <Show when=move || none_chosen.get()>
                <p class="form-note" role="status">{t::no_operation_is_chosen_choose_at_least()}</p>
            </Show>
            <Button on_click=move || desk.cancel()>{common::cancel()}</Button>
            <Button kind=ButtonKind::Primary busy disabled=cannot on_click=create>
                {t::create_connector()}
            </Button>
        </div>
    }
}

/// Whether the document is kept within the connector.
#[component]
fn KeepSource(
    /// Whether it is.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Checkbox
            label=t::keep_the_source()
            value
            on_change=move |on| value.set(on)
            hint=t::keep_what_power_platform_cannot_hold_so()
            switch=true
        />
    }
}

/// What is said of operations that came along.
fn came_along(needed: &[String]) -> Option<String> {
    match needed {
        [] => None,
        [one] => Some(t::came_along_a_chosen_operation_needs_it(&one)),
        many => Some(t::came_along_chosen_operations_need_them(&many.join(", "))),
    }
}

/// What a source holds, where the connector has its title already.
#[component]
pub(super) fn What(
    /// What the file holds.
    preview: ImportPreview,
    /// Its operations and which of them are taken.
    choice: Choice,
) -> impl IntoView {
    view! {
        <section class="card" aria-label=t::what_the_file_holds()><Facts preview=preview.clone()/></section>
        <Rest preview choice/>
    }
}

/// What was odd, what changes on the way, and the operations.
#[component]
fn Rest(
    /// What the file holds.
    preview: ImportPreview,
    /// Its operations and which of them are taken.
    choice: Choice,
) -> impl IntoView {
    view! {
        <Findings findings=preview.findings/>
        <LedgerList ledger=preview.ledger/>
        <Operations choice/>
    }
}

#[component]
fn Facts(
    /// What the file holds.
    preview: ImportPreview,
) -> impl IntoView {
    let file = format!(
        "{} · {}",
        use_import_desk().source.get_untracked(),
        findings::of_import(&preview.format)
    );
    let parts = preview
        .parts
        .into_iter()
        .map(|part| view! { <li class="badge">{findings::of_import(&part)}</li> })
        .collect::<Vec<_>>();
    let description = Some(preview.description).filter(|text| !text.is_empty());
    view! {
        <dl class="facts">
            <dt>{t::source()}</dt>
            <dd>{file}</dd>
            {description.map(|text| view! { <dt>{t::description()}</dt><dd>{text}</dd> })}
            <dt>{t::base_url()}</dt>
            <dd><code>{preview.base_url}</code></dd>
            <dt>{t::authentication()}</dt>
            <dd>{findings::of_import(&preview.authentication)}</dd>
            {(!parts.is_empty()).then(|| view! { <dt>{t::also_found()}</dt><dd><ul class="badges">{parts}</ul></dd> })}
        </dl>
    }
}

#[component]
fn Findings(
    /// What was odd in the file and what became of it.
    findings: Vec<Message>,
) -> impl IntoView {
    let count = findings.len();
    let rows: Vec<_> = findings
        .into_iter()
        .map(|finding| {
            let text = findings::of_import(&finding);
            view! { <li><Icon name="alert"/><span>{text}</span></li> }
        })
        .collect();
    (count > 0).then(|| {
        view! {
            <section class="card" aria-labelledby="findings">
                <h2 id="findings">{if count == 1 { t::n_1_finding().to_owned() } else { t::findings(&count) }}</h2>
                <ul class="findings">{rows}</ul>
            </section>
        }
    })
}
