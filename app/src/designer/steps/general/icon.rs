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
use crate::texts::general as t;

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
        designer.change(t::change_icon(), |connector| {
            set_icon(connector, Some(base64))
        });
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
            <svg class="icon-preview" viewBox="0 0 230 230" role="img" aria-label=t::icon_of_the_connector()>
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
                    {t::choose_icon()}
                    <input class="visually-hidden" type="file" accept="image/png,image/jpeg" on:change=chosen/>
                </label>
                <Show when=move || icon.with(Option::is_some)>
                    <Button
                        kind=ButtonKind::Quiet
                        on_click=move || designer.change(t::remove_icon(), |connector| set_icon(connector, None))
                    >
                        {t::remove_icon()}
                    </Button>
                </Show>
                <p class="field-hint">
                    {t::png_or_jpeg_below_1_mb_square()}
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
        return Err(t::is_larger_than_10_mb_choose_a(&name));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| t::could_not_be_read_choose_it_again(&name))?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let no_image = || t::is_not_a_png_or_jpeg_image(&name);
    if !bytes.starts_with(b"\x89PNG\r\n\x1a\n") && !bytes.starts_with(b"\xff\xd8\xff") {
        return Err(no_image());
    }
    let base64 = BASE64.encode(&bytes);
    let image = web_sys::HtmlImageElement::new().map_err(|_| no_image())?;
    image.set_src(&data_url(&base64));
    JsFuture::from(image.decode())
        .await
        .map_err(|_| t::is_damaged_the_browser_cannot_show_it(&name))?;
    Ok(Picture {
        name,
        width: image.natural_width(),
        height: image.natural_height(),
        is_small: bytes.len() <= MAX_ICON_BYTES,
        base64,
    })
}
