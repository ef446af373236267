//! The icon on its brand colour: choose, cut to a square, remove.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::Part;
use tenon_connector::document::Path;
use tenon_connector::general::{Field, MAX_ICON_BYTES, set_icon};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::crop::{Crop, Picture};
use crate::components::{Button, ButtonKind};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;

/// The largest image that is read at all, in bytes: larger ones are photographs, not icons.
const MAX_PICTURE_BYTES: f64 = 10.0 * 1024.0 * 1024.0;

/// The icon on its brand colour, with buttons to choose another and to remove it.
#[component]
pub(super) fn IconEdit() -> impl IntoView {
    let designer = use_designer();
    let icon = designer.memo(|connector| connector.icon_base64().map(str::to_owned));
    let colour = designer.memo(|connector| Field::BrandColour.text(connector).to_owned());
    let initial =
        designer.memo(|connector| connector.title().chars().next().unwrap_or('?').to_string());
    let problem = RwSignal::new(None::<String>);
    let cutting = RwSignal::new(None::<Picture>);
    let take = Callback::new(move |base64: String| {
        problem.set(None);
        cutting.set(None);
        designer.change("Change icon", |connector| set_icon(connector, Some(base64)));
    });
    let chosen = move |event: leptos::ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            let read = read_picture(&file).await;
            input.set_value("");
            if problem.is_disposed() {
                return;
            }
            match read {
                Ok(picture) if picture.fits() => take.run(picture.base64),
                Ok(picture) => {
                    problem.set(None);
                    cutting.set(Some(picture));
                }
                Err(reason) => problem.set(Some(reason)),
            }
        });
    };
    let place = Place::new(Part::Icon, Path::root());
    view! {
        <div class="icon-edit" data-place=place.anchor()>
            <svg class="icon-preview" viewBox="0 0 230 230" role="img" aria-label="Icon of the connector">
                <rect width="230" height="230" rx="28" fill=move || colour.get()/>
                {move || match icon.get() {
                    Some(base64) => {
                        view! { <image href=data_url(&base64) x="35" y="35" width="160" height="160"/> }.into_any()
                    }
                    None => {
                        view! { <text class="icon-initial" x="115" y="150" text-anchor="middle">{initial.get()}</text> }
                            .into_any()
                    }
                }}
            </svg>
            <div class="icon-edit-controls">
                <label class="button button-secondary">
                    "Choose icon"
                    <input class="visually-hidden" type="file" accept="image/png,image/jpeg" on:change=chosen/>
                </label>
                <Show when=move || icon.with(Option::is_some)>
                    <Button
                        kind=ButtonKind::Quiet
                        on_click=move || designer.change("Remove icon", |connector| set_icon(connector, None))
                    >
                        "Remove icon"
                    </Button>
                </Show>
                <p class="field-hint">
                    "PNG or JPEG below 1 MB, square, 100 to 230 pixels wide. Other sizes are cut to fit."
                </p>
                <p class="field-error" role="alert">{move || problem.get()}</p>
            </div>
        </div>
        <Crop picture=cutting on_done=take/>
    }
}

/// An image as an address of its own.
pub(super) fn data_url(base64: &str) -> String {
    // Base64 of a PNG begins with the encoded signature; everything else that is let in is JPEG.
    let kind = if base64.starts_with("iVBORw0KGgo") {
        "png"
    } else {
        "jpeg"
    };
    format!("data:image/{kind};base64,{base64}")
}

/// The file as a picture, if it is one; else what is wrong with it.
async fn read_picture(file: &web_sys::File) -> Result<Picture, String> {
    let name = file.name();
    if file.size() > MAX_PICTURE_BYTES {
        return Err(format!(
            "{name} is larger than 10 MB. Choose a smaller image."
        ));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| format!("{name} could not be read. Choose it again."))?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let no_image = || format!("{name} is not a PNG or JPEG image. Choose one that is.");
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") && !bytes.starts_with(b"\xff\xd8\xff") {
        return Err(no_image());
    }
    let base64 = BASE64.encode(&bytes);
    let image = web_sys::HtmlImageElement::new().map_err(|_| no_image())?;
    image.set_src(&data_url(&base64));
    JsFuture::from(image.decode()).await.map_err(|_| {
        format!("{name} is damaged: the browser cannot show it. Choose another image.")
    })?;
    Ok(Picture {
        name,
        width: image.natural_width(),
        height: image.natural_height(),
        is_small: bytes.len() <= MAX_ICON_BYTES,
        base64,
    })
}
