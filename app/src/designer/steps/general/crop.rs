//! Cutting a picture to the square that an icon is.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::icon::data_url;
use crate::components::{Button, ButtonKind, Dialog};
use crate::texts::general as t;

/// The side of a cut icon, in pixels: the largest that the platform certifies.
const SIDE: u32 = 230;
/// The sides of icons that need no cutting, in pixels (certification).
const SIDES: std::ops::RangeInclusive<u32> = 100..=230;

/// A picture that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    /// The name of its file.
    pub(super) name: String,
    /// Its width in pixels.
    pub(super) width: u32,
    /// Its height in pixels.
    pub(super) height: u32,
    /// Whether the file is as small as an icon must be.
    pub(super) is_small: bool,
    /// The file in Base64.
    pub(super) base64: String,
}

impl Picture {
    /// Whether it can be the icon as it is.
    pub(super) fn fits(&self) -> bool {
        self.is_small && self.width == self.height && SIDES.contains(&self.width)
    }
}

/// Where a picture lies on the square.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Lie {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// Where a picture lies that is `zoom` times as large as the one that just fits, pushed from one edge
/// (0) to the other (1) as far as it reaches over the square or leaves room on it.
fn lie(width: u32, height: u32, zoom: f64, across: f64, down: f64) -> Lie {
    let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let side = f64::from(SIDE);
    let scale = zoom * side / width.max(height);
    let (width, height) = (width * scale, height * scale);
    Lie {
        x: (side - width) * across,
        y: (side - height) * down,
        width,
        height,
    }
}

/// The dialog, open while there is a picture to cut.
#[component]
pub(super) fn Crop(
    /// The picture.
    picture: RwSignal<Option<Picture>>,
    /// The icon in Base64.
    #[prop(into)]
    on_done: Callback<String>,
) -> impl IntoView {
    let open = Signal::derive(move || picture.with(Option::is_some));
    view! {
        <Dialog title=t::fit_the_icon() open on_close=move || picture.set(None)>
            {move || picture.get().map(|picture| view! { <Cut picture on_done/> })}
        </Dialog>
    }
}

#[component]
fn Cut(
    /// The picture.
    picture: Picture,
    /// The icon in Base64.
    on_done: Callback<String>,
) -> impl IntoView {
    let canvas = NodeRef::<html::Canvas>::new();
    let image = NodeRef::<html::Img>::new();
    let loaded = RwSignal::new(false);
    let (zoom, across, down) = (
        RwSignal::new(100.0),
        RwSignal::new(50.0),
        RwSignal::new(50.0),
    );
    let (width, height) = (picture.width, picture.height);
    Effect::new(move |_| {
        let lie = lie(
            width,
            height,
            zoom.get() / 100.0,
            across.get() / 100.0,
            down.get() / 100.0,
        );
        if !loaded.get() {
            return;
        }
        if let (Some(canvas), Some(image)) = (canvas.get(), image.get()) {
            draw(&canvas, &image, lie);
        }
    });
    let cut = move || {
        let url = canvas
            .get_untracked()
            .and_then(|canvas| canvas.to_data_url().ok());
        if let Some(base64) = url.as_deref().and_then(|url| url.split_once(',')) {
            on_done.run(base64.1.to_owned());
        }
    };
    let as_it_is = StoredValue::new(picture.base64.clone());
    let facts = t::by_pixels(&picture.name, &width, &height);
    view! {
        <p>
            {facts}
            {t::icons_are_squares_of_100_to_230()}
        </p>
        <img class="visually-hidden" node_ref=image alt="" src=data_url(&picture.base64) on:load=move |_| loaded.set(true)/>
        <div class="crop">
            <canvas node_ref=canvas class="crop-canvas" width=SIDE.to_string() height=SIDE.to_string() role="img" aria-label=t::the_icon_as_it_will_be()></canvas>
            <div class="crop-controls">
                <Slider label=t::size() unit="%" value=zoom least=50 most=400/>
                <Slider label=t::left_to_right() unit="%" value=across least=0 most=100/>
                <Slider label=t::top_to_bottom() unit="%" value=down least=0 most=100/>
            </div>
        </div>
        <div class="dialog-actions">
            <Show when=move || picture.is_small>
                <Button kind=ButtonKind::Secondary on_click=move || on_done.run(as_it_is.get_value())>
                    {t::use_it_uncut()}
                </Button>
            </Show>
            <Button kind=ButtonKind::Primary on_click=cut>{t::use_this()}</Button>
        </div>
    }
}

#[component]
fn Slider(
    /// What it moves.
    label: &'static str,
    /// What the number counts.
    unit: &'static str,
    /// Where it is.
    value: RwSignal<f64>,
    /// The least.
    least: u32,
    /// The most.
    most: u32,
) -> impl IntoView {
    let moved = move |event: leptos::ev::Event| {
        if let Ok(number) = event_target_value(&event).parse() {
            value.set(number);
        }
    };
    view! {
        <label class="slider">
            <span>{label}</span>
            <input type="range" min=least.to_string() max=most.to_string() prop:value=move || value.get().to_string() on:input=moved/>
            <output>{move || format!("{:.0} {unit}", value.get())}</output>
        </label>
    }
}

fn draw(canvas: &web_sys::HtmlCanvasElement, image: &web_sys::HtmlImageElement, lie: Lie) {
    let context = canvas
        .get_context("2d")
        .ok()
        .flatten()
        .and_then(|context| context.dyn_into::<web_sys::CanvasRenderingContext2d>().ok());
    let Some(context) = context else { return };
    let side = f64::from(SIDE);
    context.clear_rect(0.0, 0.0, side, side);
    // Refused only for an image that is not loaded, which is waited for.
    let _ = context.draw_image_with_html_image_element_and_dw_and_dh(
        image, lie.x, lie.y, lie.width, lie.height,
    );
}

#[cfg(test)]
mod tests {
    use super::{Lie, Picture, lie};

    #[test]
    fn a_picture_is_fitted_centred_and_pushed_to_the_edges() {
        let wide = lie(460, 230, 1.0, 0.5, 0.5);
        let centred = Lie {
            x: 0.0,
            y: 57.5,
            width: 230.0,
            height: 115.0,
        };
        assert_eq!(wide, centred);
        assert_eq!(lie(460, 230, 2.0, 0.0, 0.0).x, 0.0);
        assert_eq!(
            lie(460, 230, 2.0, 1.0, 0.0).x,
            -230.0,
            "its right edge meets the square's"
        );
        assert_eq!(lie(230, 230, 0.5, 0.5, 1.0).y, 115.0);
    }

    #[test]
    fn squares_of_the_right_size_need_no_cutting() {
        let picture = |width, height, is_small| Picture {
            name: String::new(),
            width,
            height,
            is_small,
            base64: String::new(),
        };
        assert!(picture(160, 160, true).fits());
        for other in [
            picture(160, 161, true),
            picture(99, 99, true),
            picture(231, 231, true),
            picture(160, 160, false),
        ] {
            assert!(!other.fits());
        }
    }
}
