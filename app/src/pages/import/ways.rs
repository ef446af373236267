//! The ways by which a source comes: a file, an address, a text.

use leptos::prelude::*;

use super::desk::use_import_desk;
use crate::components::{Button, ButtonKind, Field, FilePick, Icon, TextArea, TextInput};
use crate::texts::import as t;

/// A kind of file to choose.
#[component]
pub(crate) fn FileWay(
    /// What it is called.
    title: &'static str,
    /// The icon beside the title.
    #[prop(default = "file")]
    icon: &'static str,
    /// What the button says.
    button: &'static str,
    /// The kinds of file, in the words of HTML.
    accept: &'static str,
    /// What can be chosen and what becomes of it.
    children: Children,
) -> impl IntoView {
    let desk = use_import_desk();
    view! {
        <section class="card way">
            <h2><Icon name=icon/>{title}</h2>
            <p>{children()}</p>
            <FilePick accept on_file=move |file| desk.take(file)><Icon name="upload"/>{button}</FilePick>
        </section>
    }
}

/// An address to fetch a document from.
#[component]
pub(crate) fn UrlWay(
    /// The address that stands there at first.
    #[prop(optional, into)]
    first: String,
) -> impl IntoView {
    let desk = use_import_desk();
    let url = RwSignal::new(first);
    let fetch = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.fetch(url.get_untracked());
    };
    view! {
        <section class="card way">
            <h2><Icon name="link"/>{t::openapi_url()}</h2>
            <p>{t::the_address_of_a_document_a_collection()}</p>
            <form on:submit=fetch>
                <Field label=t::address_of_the_document()>
                    <TextInput kind="url" value=url placeholder="https://api.example.com/openapi.json" on_input=move |text| url.set(text)/>
                </Field>
                <Button kind=ButtonKind::Secondary submit=true>{t::fetch()}</Button>
            </form>
        </section>
    }
}

/// A text to paste.
#[component]
pub(crate) fn PasteWay() -> impl IntoView {
    let desk = use_import_desk();
    let text = RwSignal::new(String::new());
    let read = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.paste(&text.get_untracked());
    };
    let nothing = Signal::derive(move || text.with(|text| text.trim().is_empty()));
    view! {
        <section class="card way">
            <h2><Icon name="code"/>{t::curl_or_har()}</h2>
            <p>
                {t::paste_command_lines_of_curl_a_recording()}
            </p>
            <form on:submit=read>
                <Field label=t::text()>
                    <TextArea value=text code=true lines=4 on_input=move |now| text.set(now)/>
                </Field>
                <div class="way-buttons">
                    <Button kind=ButtonKind::Secondary submit=true disabled=nothing>{t::read_the_text()}</Button>
                    <FilePick accept=".har,.txt,.sh,.cmd,.bat" on_file=move |file| desk.take(file)>
                        <Icon name="upload"/>
                        {t::choose_a_file_of_these()}
                    </FilePick>
                </div>
            </form>
        </section>
    }
}
