//! The body of a response: its text, its image, why it is not handed out; and its download.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use leptos::prelude::*;

use super::size_in_words;
use crate::api::calls::{BinaryBody, ResponseBody};
use crate::components::{Button, ButtonKind, Icon, JsonBlock};
use crate::download::download;
use crate::texts::calls as t;

/// The images that browsers show, besides SVG, which is text.
const IMAGES: [&str; 5] = [
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "image/avif",
];
const SVG: &str = "image/svg+xml";

/// The body.
#[component]
pub(super) fn Body(
    /// The body.
    body: ResponseBody,
    /// The `Content-Type` given; empty where there was none.
    content_type: String,
    /// Its size in bytes.
    size: u64,
) -> impl IntoView {
    match body {
        ResponseBody::Empty => {
            view! { <p class="form-note">{t::the_response_has_no_body()}</p> }.into_any()
        }
        ResponseBody::Text { text, truncated } => {
            // Half of a picture is none.
            let is_picture = essence(&content_type) == SVG && !truncated;
            let base64 = is_picture.then(|| BASE64.encode(&text));
            view! {
                {base64.map(|base64| view! { <Picture content_type=SVG base64/> })}
                <JsonBlock text label=t::body_of_the_response()/>
                {truncated.then(|| view! { <p class="form-note">{t::the_rest_of_the_body_is_not()}</p> })}
            }
            .into_any()
        }
        ResponseBody::Binary {
            content_type,
            bytes,
        } => binary(&content_type, bytes, size),
    }
}

fn binary(content_type: &str, bytes: BinaryBody, size: u64) -> AnyView {
    let image = IMAGES
        .into_iter()
        .find(|image| *image == essence(content_type));
    let why_not = match (bytes, image) {
        (BinaryBody::Base64(base64), Some(content_type)) => {
            return view! { <Picture content_type base64/> }.into_any();
        }
        (BinaryBody::Base64(_), None) => None,
        (BinaryBody::TooLong, _) => Some(t::the_body_is_too_long_to_hand_out(&size_in_words(size))),
        (BinaryBody::HoldsSecret, _) => Some(t::a_secret_stands_in_the_body().to_owned()),
        (BinaryBody::Packed, _) => Some(t::the_body_is_packed().to_owned()),
        (BinaryBody::NotKept, _) => Some(t::the_run_does_not_keep_the_body().to_owned()),
    };
    let what = match content_type {
        "" => t::the_body_is_not_text_and_has_no_type().to_owned(),
        content_type => t::the_body_is_not_text(&content_type),
    };
    view! { <p class="form-note">{what} {why_not.map(|why| format!(" {why}"))}</p> }.into_any()
}

/// A `Content-Type` without its parameters, in lower case.
fn essence(content_type: &str) -> String {
    let essence = content_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

/// An image, in an `img` element: what an SVG would run or load there is neither run nor loaded.
#[component]
fn Picture(
    /// Its content type.
    content_type: &'static str,
    /// The image in Base64.
    base64: String,
) -> impl IntoView {
    let image = NodeRef::<leptos::html::Img>::new();
    let pixels = RwSignal::new(None::<(u32, u32)>);
    let is_broken = RwSignal::new(false);
    let look = move || {
        let Some(image) = image.get_untracked().filter(|image| image.complete()) else {
            return;
        };
        match (image.natural_width(), image.natural_height()) {
            // An SVG need not have a size of its own.
            (0, _) | (_, 0) => is_broken.set(content_type != SVG),
            size => pixels.set(Some(size)),
        }
    };
    // The image of a page that the server made is there before anybody listens.
    Effect::new(move || {
        image.track();
        look();
    });
    let caption = move || {
        pixels.get().map_or_else(
            || content_type.to_owned(),
            |(width, height)| {
                let size = t::width_and_height(&width, &height);
                format!("{size}, {content_type}")
            },
        )
    };
    view! {
        <figure class="call-picture">
            <img
                node_ref=image
                src=format!("data:{content_type};base64,{base64}")
                alt=t::image_in_the_response(&content_type)
                hidden=move || is_broken.get()
                on:load=move |_| look()
                on:error=move |_| is_broken.set(true)
            />
            <figcaption>
                {caption}
                {move || is_broken.get().then(|| view! { <p>{t::the_browser_cannot_show_the_image()}</p> })}
            </figcaption>
        </figure>
    }
}

/// The button that downloads a body as far as it is shown; nothing where none of it is.
#[component]
pub(super) fn Download(
    /// The body.
    body: ResponseBody,
    /// What the file is called; empty for a run from before names were kept.
    file_name: String,
) -> impl IntoView {
    if !is_handed_out(&body) {
        return ().into_any();
    }
    let name = match (file_name.is_empty(), &body) {
        (false, _) => file_name,
        (true, ResponseBody::Text { .. }) => "response.txt".to_owned(),
        (true, _) => "response.bin".to_owned(),
    };
    let label = t::download_file(&name);
    let body = StoredValue::new(body);
    let save = move || {
        if let Some(base64) = body.with_value(base64_of) {
            // Whatever it is, it is a file here, and never a page.
            download(
                &format!("data:application/octet-stream;base64,{base64}"),
                &name,
            );
        }
    };
    view! {
        <Button kind=ButtonKind::Quiet label on_click=save>
            <Icon name="download"/>
            {t::download()}
        </Button>
    }
    .into_any()
}

fn is_handed_out(body: &ResponseBody) -> bool {
    match body {
        ResponseBody::Empty => false,
        ResponseBody::Text { .. } => true,
        ResponseBody::Binary { bytes, .. } => matches!(bytes, BinaryBody::Base64(_)),
    }
}

/// What can be downloaded of a body, in Base64; none where it has nothing, or is not handed out.
fn base64_of(body: &ResponseBody) -> Option<String> {
    match body {
        ResponseBody::Text { text, .. } => Some(BASE64.encode(text)),
        ResponseBody::Binary {
            bytes: BinaryBody::Base64(base64),
            ..
        } => Some(base64.clone()),
        ResponseBody::Empty | ResponseBody::Binary { .. } => None,
    }
}
