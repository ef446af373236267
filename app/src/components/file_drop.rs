//! Taking a file from the person: by a picker, or dropped.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A button that lets the person pick a file.
#[component]
pub fn FilePick(
    /// The kinds of file, in the words of HTML.
    accept: &'static str,
    /// A file was picked.
    #[prop(into)]
    on_file: Callback<web_sys::File>,
    /// What the button shows.
    children: Children,
) -> impl IntoView {
    let picked = move |event: leptos::ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be picked again after it was mended.
        input.set_value("");
        if let Some(file) = file {
            on_file.run(file);
        }
    };
    view! {
        <label class="button button-secondary file-pick">
            {children()}
            <input class="visually-hidden" type="file" accept=accept on:change=picked/>
        </label>
    }
}

/// A part of the page onto which a file can be dropped; says so while one hovers over it.
#[component]
pub fn FileDrop(
    /// What happens to a file that is dropped: "Drop the file to import it".
    invitation: &'static str,
    /// A file was dropped.
    #[prop(into)]
    on_file: Callback<web_sys::File>,
    /// The part of the page.
    children: Children,
) -> impl IntoView {
    // Enter and leave come for each element on the way: the file hovers while more were entered than left.
    let depth = RwSignal::new(0_i32);
    let enter = move |event: web_sys::DragEvent| {
        if carries_file(&event) {
            event.prevent_default();
            depth.update(|depth| *depth += 1);
        }
    };
    let leave = move |event: web_sys::DragEvent| {
        if carries_file(&event) {
            depth.update(|depth| *depth = (*depth - 1).max(0));
        }
    };
    let over = move |event: web_sys::DragEvent| {
        if carries_file(&event) {
            event.prevent_default();
        }
    };
    let drop = move |event: web_sys::DragEvent| {
        depth.set(0);
        let file = event
            .data_transfer()
            .and_then(|data| data.files())
            .and_then(|files| files.get(0));
        if let Some(file) = file {
            event.prevent_default();
            on_file.run(file);
        }
    };
    view! {
        <div
            class="file-drop"
            data-hover=move || (depth.get() > 0).then_some("")
            on:dragenter=enter
            on:dragleave=leave
            on:dragover=over
            on:drop=drop
        >
            {children()}
            <p class="file-drop-invitation" aria-hidden="true">{invitation}</p>
        </div>
    }
}

fn carries_file(event: &web_sys::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
