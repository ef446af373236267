//! The ways by which a source comes: a file, an address, a text.

use leptos::prelude::*;

use super::desk::{Stage, use_import_desk};
use crate::api::imports::Following;
use crate::components::{Button, ButtonKind, Field, FilePick, Icon, Progress, TextArea, TextInput};
use crate::texts::common;
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

/// What the server is at with a source, and how far; nothing while it is at none.
#[component]
pub(crate) fn Underway() -> impl IntoView {
    let desk = use_import_desk();
    let fetching = Memo::new(move |_| {
        desk.stage
            .with(|stage| matches!(stage, Stage::Fetching { .. }))
    });
    let sending = Memo::new(move |_| {
        desk.stage
            .with(|stage| matches!(stage, Stage::Sending { .. }))
    });
    let reading = Memo::new(move |_| desk.stage.with(|stage| *stage == Stage::Reading));
    let takes_time =
        Memo::new(move |_| fetching.get() || desk.large.get() && (sending.get() || reading.get()));
    let figures = Memo::new(move |_| {
        desk.stage.with(|stage| match stage {
            Stage::Fetching { done, size, .. } => (*done, *size),
            Stage::Sending { done, size } => (*done, Some(*size)),
            _ => (0, None),
        })
    });
    let following = Memo::new(move |_| {
        desk.stage.with(|stage| match stage {
            Stage::Fetching { following, .. } => following.clone(),
            _ => None,
        })
    });
    let label = Signal::derive(move || match following.get() {
        Some(Following { address, number }) => t::fetching_what_it_refers_to(&number, &address),
        None if reading.get() => t::reading(&desk.source.get()),
        None if sending.get() => {
            let (done, size) = figures.get();
            let size = amount(size.unwrap_or_default());
            t::sending_of(&desk.source.get(), &amount(done), &size)
        }
        None => {
            let (done, _) = figures.get();
            t::fetching_so_far(&desk.source.get(), &amount(done))
        }
    });
    let share = Signal::derive(move || {
        let (done, size) = figures.get();
        // How many documents follow is not known before they are there.
        let size = size.filter(|_| following.with(Option::is_none));
        size.and_then(|_| u32::try_from(done / 1024).ok())
    });
    let all = Signal::derive(move || {
        let size = figures.get().1.unwrap_or_default();
        u32::try_from(size.div_ceil(1024)).unwrap_or(u32::MAX)
    });
    view! {
        <Show when=move || takes_time.get()>
            <section class="card underway" aria-label=t::import_under_way()>
                <Progress label done=share all>
                    <Button on_click=move || desk.cancel()>{common::cancel()}</Button>
                </Progress>
            </section>
        </Show>
        <p class="form-note" role="status">{move || {
            let is_short = !takes_time.get() && (sending.get() || reading.get());
            is_short.then(|| t::reading(&desk.source.get()))
        }}</p>
    }
}

/// An amount of bytes in words.
fn amount(bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = 1024 * KIB;
    match bytes {
        0..KIB => t::bytes(&bytes),
        KIB..MIB => format!("{} KiB", bytes / KIB),
        _ => format!("{}.{} MiB", bytes / MIB, bytes % MIB * 10 / MIB),
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_are_round() {
        assert_eq!(amount(0), "0 bytes");
        assert_eq!(amount(1_536), "1 KiB");
        assert_eq!(amount(1_782_580), "1.7 MiB");
    }
}
