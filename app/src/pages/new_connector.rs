//! A new connector: of the sample, of a file, an address or a text, or blank.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::import::desk::{Stage, use_import_desk};
use super::import::error::ImportError;
use super::import::preview::Preview;
use super::import::underway::Underway;
use super::import::ways::{FileWay, PasteWay, UrlWay};
use super::submission::{Refusal, Submission};
use crate::api::connectors::{CreateBlank, CreateSample};
use crate::api::imports::MAX_FILE_BYTES;
use crate::components::{Button, ButtonKind, Field, FileDrop, Icon, TextInput};
use crate::texts::common;
use crate::texts::import as t;

/// The page `/connectors/new`.
#[component]
pub fn NewConnectorPage() -> impl IntoView {
    let desk = use_import_desk();
    on_cleanup(move || desk.cancel());
    // While a document is fetched the stage changes often; what is written into the ways stays.
    let shown = Memo::new(move |_| {
        desk.stage.with(|stage| match stage {
            Stage::Preview(preview) => Some((**preview).clone()),
            _ => None,
        })
    });
    view! {
        <Title text=common::page_title(common::new_connector())/>
        <FileDrop invitation=common::drop_the_file_to_import_it() on_file=move |file| desk.take(file)>
            <div class="page">
                <header class="page-head">
                    <h1>{move || if shown.with(Option::is_some) { t::import() } else { common::new_connector() }}</h1>
                </header>
                {move || match shown.get() {
                    Some(preview) => view! { <Preview preview/> }.into_any(),
                    _ => view! { <ImportError/><Underway/><Ways/> }.into_any(),
                }}
            </div>
        </FileDrop>
    }
}

/// The ways to a new connector.
#[component]
pub(super) fn Ways() -> impl IntoView {
    let bound = MAX_FILE_BYTES / (1024 * 1024);
    view! {
        <div class="ways">
            <SampleWay/>
            <FileWay title=t::openapi_file() button=t::choose_a_document() accept=".json,.yaml,.yml,.txt">
                {t::an_openapi_3_or_swagger_2_0()}{bound}
                {t::mib_you_see_what_it_holds_before()}
            </FileWay>
            <UrlWay/>
            <FileWay title=t::postman_collection() icon="list" button=t::choose_a_collection() accept=".json">
                {t::a_collection_as_postman_exports_it_of()}
            </FileWay>
            <FileWay title=t::connector_package() icon="package" button=t::choose_a_package() accept=".zip">
                {t::a_zip_file_with_the_definition_the()}
            </FileWay>
            <PasteWay/>
            <BlankWay/>
        </div>
    }
}

#[component]
fn SampleWay() -> impl IntoView {
    let action = ServerAction::<CreateSample>::new();
    let submission = Submission::of(action);
    view! {
        <section class="card way">
            <h2><Icon name="sample"/>{t::sample_connector()}</h2>
            <p>
                {t::a_small_finished_connector_whose_api_is()}
            </p>
            <Refusal submission title=t::the_sample_was_not_made()/>
            <ActionForm action>
                <Button kind=ButtonKind::Primary submit=true busy=submission.busy>{t::open_the_sample()}</Button>
            </ActionForm>
        </section>
    }
}

#[component]
fn BlankWay() -> impl IntoView {
    let action = ServerAction::<CreateBlank>::new();
    let submission = Submission::of(action);
    view! {
        <section class="card way">
            <h2><Icon name="plus"/>{t::blank_connector()}</h2>
            <p>{t::describe_an_api_step_by_step_where()}</p>
            <ActionForm action>
                <Field label=t::title() required=true error=submission.error_of("title")>
                    <TextInput name="title" placeholder=t::such_as_timber_orders()/>
                </Field>
                <Refusal submission title=t::the_connector_was_not_made() fields=&["title"]/>
                <Button kind=ButtonKind::Secondary submit=true busy=submission.busy>{t::create_blank()}</Button>
            </ActionForm>
        </section>
    }
}
