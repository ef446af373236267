//! A file that a call takes along.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::request::InputFile;
use tenon_connector::swagger::OperationKey;
use wasm_bindgen_futures::JsFuture;

use super::state::{FieldKey, FormState, MAX_FILES, too_large};
use crate::components::{Button, Field, FilePick, Icon};
use crate::texts::test as t;

/// The file of a field: its name and size, chosen anew or taken back.
#[component]
pub(super) fn FileField(
    /// The operation and the field.
    full: StoredValue<(OperationKey, FieldKey)>,
    /// Its label.
    label: String,
    /// What belongs into it.
    hint: String,
    /// Whether it must be chosen.
    required: bool,
    /// What is wrong with it.
    problem: Signal<Option<String>>,
    /// What is filled in.
    form: FormState,
) -> impl IntoView {
    let unread = RwSignal::new(None::<String>);
    let error = Signal::derive(move || unread.get().or_else(|| problem.get()));
    let take = move |file: web_sys::File| {
        spawn_local(async move {
            let read = read(&file).await;
            if unread.is_disposed() {
                return;
            }
            match read {
                Ok(file) => {
                    unread.set(None);
                    form.choose(full.get_value(), Some(file));
                }
                Err(reason) => unread.set(Some(reason)),
            }
        });
    };
    let chosen = move || {
        form.file(&full.get_value()).map(|file| {
            let size = size(file.content.len());
            view! {
                <span class="file-chosen"><Icon name="file"/><span>{file.name}</span><small>{size}</small></span>
                <Button label=t::take_the_file_back() on_click=move || form.choose(full.get_value(), None)>
                    <Icon name="close"/>
                </Button>
            }
        })
    };
    view! {
        <Field label hint error required>
            <div class="file-field">
                <FilePick accept="" on_file=take><Icon name="upload"/>{t::choose_a_file()}</FilePick>
                {chosen}
            </div>
        </Field>
    }
}

async fn read(file: &web_sys::File) -> Result<InputFile, String> {
    // More bytes than a number holds exactly are beyond the bound in any case.
    if file.size() > f64::from(u32::try_from(MAX_FILES).unwrap_or(u32::MAX)) {
        return Err(too_large());
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| t::file_unreadable())?;
    Ok(InputFile {
        name: file.name(),
        content_type: file.type_(),
        content: js_sys::Uint8Array::new(&buffer).to_vec(),
    })
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_024 => t::bytes(&bytes),
        1_024..1_048_576 => format!("{} KiB", bytes.div_ceil(1_024)),
        _ => format!("{} MiB", bytes.div_ceil(1_048_576)),
    }
}
