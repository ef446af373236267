//! A new connector: of the sample, of a file, an address or a text, or blank.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::import::desk::{Stage, use_import_desk};
use super::import::error::ImportError;
use super::import::preview::Preview;
use super::import::ways::{FileWay, PasteWay, Underway, UrlWay};
use super::submission::{Refusal, Submission};
use crate::api::connectors::{CreateBlank, CreateSample};
use crate::api::imports::MAX_FILE_BYTES;
use crate::components::{Button, ButtonKind, Field, FileDrop, Icon, TextInput};

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
        <Title text="New connector · Tenon"/>
        <FileDrop invitation="Drop the file to import it" on_file=move |file| desk.take(file)>
            <div class="page">
                <header class="page-head">
                    <h1>{move || if shown.with(Option::is_some) { "Import" } else { "New connector" }}</h1>
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
            <FileWay title="OpenAPI file" button="Choose a document" accept=".json,.yaml,.yml,.txt">
                "An OpenAPI 3 or Swagger 2.0 document (JSON or YAML), up to "{bound}
                " MiB. You see what it holds before anything is kept. Dropping it anywhere on this page works too."
            </FileWay>
            <UrlWay/>
            <FileWay title="Postman collection" icon="list" button="Choose a collection" accept=".json">
                "A collection as Postman exports it, of any version: its folders, variables and authentication come along."
            </FileWay>
            <FileWay title="Connector package" icon="package" button="Choose a package" accept=".zip">
                "A zip file with the definition, the properties, the icon and the custom code of a connector of Power Platform."
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
