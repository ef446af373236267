//! A new connector: of the sample, of a file, or blank.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::import::desk::{Stage, use_import_desk};
use super::import::error::ImportError;
use super::import::preview::Preview;
use super::submission::{Refusal, Submission};
use crate::api::connectors::{CreateBlank, CreateSample};
use crate::api::imports::MAX_FILE_BYTES;
use crate::components::{Button, ButtonKind, Field, FileDrop, FilePick, Icon, TextInput};

/// The page `/connectors/new`.
#[component]
pub fn NewConnectorPage() -> impl IntoView {
    let desk = use_import_desk();
    on_cleanup(move || desk.cancel());
    view! {
        <Title text="New connector · Tenon"/>
        <FileDrop invitation="Drop the file to import it" on_file=move |file| desk.take(file)>
            <div class="page">
                <header class="page-head">
                    <h1>{move || desk.stage.with(|stage| if let Stage::Preview(_) = stage { "Import" } else { "New connector" })}</h1>
                </header>
                {move || match desk.stage.get() {
                    Stage::Preview(preview) => view! { <Preview preview=*preview/> }.into_any(),
                    Stage::Reading | Stage::Choosing => view! { <ImportError/><Ways/> }.into_any(),
                }}
            </div>
        </FileDrop>
    }
}

/// The ways to a new connector.
#[component]
pub(super) fn Ways() -> impl IntoView {
    view! {
        <div class="ways">
            <SampleWay/>
            <FileWay/>
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
            <h2><Icon name="sample"/>"Sample connector"</h2>
            <p>
                "A small finished connector whose API is served by Tenon itself. It needs no account and no internet: \
                 the first test call is one click away."
            </p>
            <Refusal submission title="The sample was not made"/>
            <ActionForm action>
                <Button kind=ButtonKind::Primary submit=true busy=submission.busy>"Open the sample"</Button>
            </ActionForm>
        </section>
    }
}

#[component]
fn FileWay() -> impl IntoView {
    let desk = use_import_desk();
    let bound = MAX_FILE_BYTES / (1024 * 1024);
    let reading = move || matches!(desk.stage.get(), Stage::Reading);
    view! {
        <section class="card way">
            <h2><Icon name="file"/>"Import a file"</h2>
            <p>
                "A Swagger 2.0 or OpenAPI 3 document (JSON or YAML) or a connector package (zip), up to "{bound}
                " MiB. You see what it holds before anything is kept. Dropping it anywhere on this page works too."
            </p>
            <FilePick accept=".json,.yaml,.yml,.zip,.har,.txt,.sh,.cmd" on_file=move |file| desk.take(file)>
                <Icon name="upload"/>
                "Choose a file"
            </FilePick>
            <p class="form-note" role="status">{move || reading().then(|| format!("Reading {} …", desk.file_name()))}</p>
        </section>
    }
}

#[component]
fn BlankWay() -> impl IntoView {
    let action = ServerAction::<CreateBlank>::new();
    let submission = Submission::of(action);
    view! {
        <section class="card way">
            <h2><Icon name="plus"/>"Blank connector"</h2>
            <p>"Describe an API step by step: where it is, how to sign in to it, and what it can do."</p>
            <ActionForm action>
                <Field label="Title" required=true error=submission.error_of("title")>
                    <TextInput name="title" placeholder="Such as Timber orders"/>
                </Field>
                <Refusal submission title="The connector was not made" fields=&["title"]/>
                <Button kind=ButtonKind::Secondary submit=true busy=submission.busy>"Create blank"</Button>
            </ActionForm>
        </section>
    }
}
