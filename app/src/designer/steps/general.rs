//! General: what the connector is and where it calls (spec section A.1).

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::Part;
use tenon_connector::document::Path;
use tenon_connector::general::{
    Field, MAX_ICON_BYTES, base_url, gateway, scheme, set_gateway, set_icon, set_scheme, set_url,
    split_url,
};
use wasm_bindgen::JsCast;

use crate::components::{Button, ButtonKind, Checkbox};
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;

/// The step.
#[component]
pub(super) fn General() -> impl IntoView {
    let designer = use_designer();
    let whole = designer.memo(base_url);
    let on = designer.memo(gateway);
    let host = designer.memo(|connector| Field::Host.text(connector).to_owned());
    let host_problem = Signal::derive(move || Field::Host.problem(&host.get()).map(str::to_owned));
    let change_host = move |text: String| match split_url(&text) {
        Some(parts) => designer.change("Fill in the URL", |connector| set_url(connector, &parts)),
        None => designer.change("Change host", |connector| Field::Host.set(connector, &text)),
    };
    let scheme = designer.memo(|connector| scheme(connector).to_owned());
    let schemes = vec![
        ("https".to_owned(), "HTTPS".to_owned()),
        ("http".to_owned(), "HTTP".to_owned()),
    ];
    let change_scheme = move |value: String| {
        designer.change("Change scheme", |connector| set_scheme(connector, &value));
    };
    view! {
        <div class="form-sections">
            <section class="form-section" aria-labelledby="general-look">
                <h2 id="general-look">"Appearance"</h2>
                <IconEdit/>
                <TextOf field=Field::BrandColour label="Brand colour" hint="Background of the icon, as # and six hexadecimal digits."/>
                <TextOf field=Field::Description label="Description" lines=4
                    hint="What the API is for, in 30 to 500 characters. Makers read it when they choose a connector."/>
            </section>
            <section class="form-section" aria-labelledby="general-address">
                <h2 id="general-address">"Where it calls"</h2>
                <ChoiceEdit label="Scheme" value=scheme options=schemes on_change=change_scheme
                    place=Some(Place::definition(Path::of(["schemes"])))/>
                <TextEdit label="Host" value=host on_change=change_host problem=host_problem required=true
                    place=Some(Place::definition(Path::of(["host"])))
                    hint="Such as api.example.com. Paste a whole URL to fill in scheme and base URL too."/>
                <TextOf field=Field::BasePath label="Base URL" hint="The part of the path that all operations share; / if there is none."/>
                <p class="form-note">"Calls go to " <code>{move || whole.get()}</code></p>
                <Checkbox label="Connect via on-premises data gateway" value=on
                    hint="For APIs inside a company network, reached through Microsoft's gateway. Test calls from Tenon do not use it."
                    on_change=move |on| designer.change("Switch the gateway", |connector| set_gateway(connector, on))/>
            </section>
            <section class="form-section" aria-labelledby="general-contact">
                <h2 id="general-contact">"Contact"</h2>
                <TextOf field=Field::ContactName label="Contact name"/>
                <TextOf field=Field::ContactEmail label="Contact e-mail"/>
                <TextOf field=Field::ContactUrl label="Contact URL"/>
                <TextOf field=Field::Version label="API version" hint="The version of the API that the definition describes."/>
            </section>
        </div>
    }
}

/// A text of the General step.
#[component]
fn TextOf(
    /// Which.
    field: Field,
    /// Its label.
    label: &'static str,
    /// What belongs into it.
    #[prop(optional)]
    hint: &'static str,
    /// How many lines it shows; one unless said.
    #[prop(optional)]
    lines: u32,
) -> impl IntoView {
    let designer = use_designer();
    let value = designer.memo(move |connector| field.text(connector).to_owned());
    let problem = Signal::derive(move || field.problem(&value.get()).map(str::to_owned));
    let change = move |text: String| {
        designer.change(&format!("Change {}", label.to_lowercase()), |connector| {
            field.set(connector, &text)
        });
    };
    let (part, path) = field.place();
    let place = Some(Place::new(part, path));
    view! { <TextEdit label value on_change=change problem hint lines place/> }
}

/// The icon on its brand colour, with buttons to choose another and to remove it.
#[component]
fn IconEdit() -> impl IntoView {
    let designer = use_designer();
    let icon = designer.memo(|connector| connector.icon_base64().map(str::to_owned));
    let colour = designer.memo(|connector| Field::BrandColour.text(connector).to_owned());
    let initial =
        designer.memo(|connector| connector.title().chars().next().unwrap_or('?').to_string());
    let problem = RwSignal::new(None::<String>);
    let chosen = move |event: leptos::ev::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            match read_icon(&file).await {
                Ok(base64) => {
                    problem.set(None);
                    designer.change("Change icon", |connector| set_icon(connector, Some(base64)));
                }
                Err(reason) => problem.set(Some(reason)),
            }
            input.set_value("");
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
                <p class="field-hint">"PNG or JPEG below 1 MB; a logo of 160 by 160 in a square of 230 looks best."</p>
                <p class="field-error" role="alert">{move || problem.get()}</p>
            </div>
        </div>
    }
}

fn data_url(base64: &str) -> String {
    // Base64 of a PNG begins with the encoded signature; everything else that is let in is JPEG.
    let kind = if base64.starts_with("iVBORw0KGgo") {
        "png"
    } else {
        "jpeg"
    };
    format!("data:image/{kind};base64,{base64}")
}

/// The file in Base64, if it is an icon; else what is wrong with it.
async fn read_icon(file: &web_sys::File) -> Result<String, String> {
    use base64::Engine;
    let name = file.name();
    if file.size() > 1024.0 * 1024.0 {
        return Err(format!(
            "{name} is larger than 1 MB. Choose a smaller image."
        ));
    }
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    let buffer = buffer.map_err(|_| format!("{name} could not be read. Choose it again."))?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let is_image = bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xff\xd8\xff");
    if !is_image || bytes.len() > MAX_ICON_BYTES {
        return Err(format!(
            "{name} is not a PNG or JPEG image. Choose one that is."
        ));
    }
    Ok(base64::engine::general_purpose::STANDARD.encode(bytes))
}
