//! The brand colour, with a hint when a light icon hardly shows on it.

use leptos::prelude::*;
use tenon_connector::general::{Colour, Field};

use crate::components::{ColourInput, Field as FieldView, FieldNote};
use crate::designer::problems::{Place, use_problems};
use crate::designer::state::use_designer;
use crate::texts::findings::of_form;
use crate::texts::general as t;

/// The least contrast at which the shape of an icon can be told from what is around it (WCAG 2.2, 1.4.11).
const LEAST_CONTRAST: f64 = 3.0;

/// The brand colour as text and as a swatch that opens the browser's own palette.
#[component]
pub(super) fn ColourEdit() -> impl IntoView {
    let designer = use_designer();
    let field = Field::BrandColour;
    let value = designer.memo(move |connector| field.text(connector).to_owned());
    let problem = Signal::derive(move || field.problem(&value.get()).map(|told| of_form(&told)));
    let change = Callback::new(move |text: String| {
        designer.change(t::change_brand_colour(), |connector| {
            field.set(connector, &text)
        });
    });
    let (part, path) = field.place();
    let place = Place::new(part, path);
    let anchor = place.anchor();
    let found = use_problems().beside(Signal::derive(move || Some(place.clone())));
    let notes = Signal::derive(move || {
        let mut notes = found.get();
        notes.extend(contrast(&value.get()));
        notes
    });
    view! {
        <FieldView label=t::brand_colour() hint=t::background_of_the_icon_as_and_six() error=problem notes place=anchor>
            <ColourInput value on_change=change pick_label=t::pick_the_brand_colour()/>
        </FieldView>
    }
}

/// What to say of a colour on which a white icon hardly shows.
fn contrast(text: &str) -> Option<FieldNote> {
    let contrast = Colour::parse(text)?.contrast(Colour::WHITE);
    (contrast < LEAST_CONTRAST).then(|| FieldNote {
        is_error: false,
        text: t::a_white_icon_hardly_shows_on_this(&format!("{:.1}", contrast)),
    })
}

#[cfg(test)]
mod tests {
    use super::contrast;

    #[test]
    fn a_light_colour_is_remarked_on() {
        assert!(contrast("#ffd54f").is_some_and(|note| note.text.contains("1.4 to 1")));
        assert_eq!(contrast("#da3b01"), None);
        assert_eq!(contrast("red"), None);
    }
}
