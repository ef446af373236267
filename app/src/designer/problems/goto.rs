//! From a problem to the field that edits the place it speaks of.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

use super::found::{Problems, use_problems};
use super::place::{Home, Place};
use crate::designer::state::{Designer, use_designer};
use crate::designer::steps::{Step, address_of_operation};
use crate::texts::problems as t;

/// How often, and how long apart, the page is asked for the field while it is being drawn.
const TRIES: u8 = 14;
const BETWEEN: Duration = Duration::from_millis(60);

/// What holds the step that is shown.
const STEP: &str = ".designer-step";

/// How long a field that an undo changed stays marked.
const MARKED: Duration = Duration::from_millis(1_600);

/// What is done with the field once it is on screen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arrival {
    /// It takes the focus.
    Focus,
    /// It is marked for a moment; the focus stays where it is.
    Mark,
}

/// Leads to the field that edits a place: opens its step and operation, and puts the focus there.
pub(super) fn use_goto() -> impl Fn(&Place) + Clone + Send + Sync + 'static {
    let lead = use_lead();
    move |place: &Place| lead(place, Arrival::Focus)
}

/// Brings the field that an undo or a redo concerns into view, and marks it.
pub(in crate::designer) fn reveal_what_is_undone(designer: Designer) {
    let lead = use_lead();
    Effect::new(move |_| {
        if let Some(place) = designer.touched.get() {
            lead(&place, Arrival::Mark);
        }
    });
}

fn use_lead() -> impl Fn(&Place, Arrival) + Clone + Send + Sync + 'static {
    let designer = use_designer();
    let problems = use_problems();
    let navigate = use_navigate();
    move |place: &Place, arrival: Arrival| {
        let home = Home::of(place);
        let (step, operation) = designer.now(|connector| home.step(connector));
        let address = match operation {
            Some(key) if step == Step::Definition => address_of_operation(designer, &key),
            _ => crate::routes::designer(&designer.id(), step.slug()),
        };
        if !is_here(&address) {
            let options = NavigateOptions {
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&address, options);
        }
        problems.wanted.set(Some(place.clone()));
        seek(designer, problems, place.clone(), arrival, TRIES);
    }
}

fn is_here(address: &str) -> bool {
    let location = window().location();
    let here = location.pathname().ok().zip(location.search().ok());
    here.is_some_and(|(path, query)| path + &query == address)
}

/// Looks for the field until it is on screen.
fn seek(designer: Designer, problems: Problems, place: Place, arrival: Arrival, tries: u8) {
    let is_wanted = problems.wanted.try_get_untracked().flatten().as_ref() == Some(&place);
    if !is_wanted {
        return;
    }
    if arrive(&place, arrival) {
        problems.wanted.set(None);
    } else if tries == 0 {
        problems.wanted.set(None);
        stay_at_step(designer, &place, arrival);
    } else {
        let again = move || seek(designer, problems, place, arrival, tries - 1);
        set_timeout(again, BETWEEN);
    }
}

/// No field edits the place alone: the step that shows what it belongs to takes the focus.
fn stay_at_step(designer: Designer, place: &Place, arrival: Arrival) {
    if arrival == Arrival::Mark {
        return;
    }
    let step = document().query_selector(STEP).ok().flatten();
    if let Some(step) = step.and_then(|step| step.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A step that cannot take the focus is shown all the same.
        let _ = step.focus();
    }
    let heading = designer.now(|connector| place.heading(connector));
    let place = place.in_words();
    designer
        .toasts
        .info(t::this_belongs_to_no_field_on_this(&heading, &place));
}

/// Goes to the field of a place, if it is on screen: the one that edits the narrowest
/// place around it, else the first that edits a part of it.
fn arrive(place: &Place, arrival: Arrival) -> bool {
    let fields = fields_on_screen();
    let around = fields
        .iter()
        .filter(|(anchor, _)| place.is_within(anchor))
        .max_by_key(|(anchor, _)| anchor.path.steps().len());
    let field = around.or_else(|| fields.iter().find(|(anchor, _)| anchor.is_within(place)));
    field.is_some_and(|(_, element)| match arrival {
        Arrival::Focus => focus_within(element),
        Arrival::Mark => mark(element),
    })
}

fn mark(field: &web_sys::Element) -> bool {
    const MARK: &str = "data-marked";
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    field.scroll_into_view_with_scroll_into_view_options(&options);
    let is_marked = field.set_attribute(MARK, "").is_ok();
    let field = field.clone();
    let unmark = move || {
        // Only an element that is gone has nothing to take the mark from.
        let _ = field.remove_attribute(MARK);
    };
    set_timeout(unmark, MARKED);
    is_marked
}

fn fields_on_screen() -> Vec<(Place, web_sys::Element)> {
    let Ok(found) = document().query_selector_all("[data-place]") else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<web_sys::Element>().ok())
        .filter_map(|element| {
            let anchor = Place::of_anchor(&element.get_attribute("data-place")?)?;
            Some((anchor, element))
        })
        .collect()
}

fn focus_within(field: &web_sys::Element) -> bool {
    const CONTROL: &str = "input, select, textarea, button";
    let control = if field.matches(CONTROL).unwrap_or(false) {
        Some(field.clone())
    } else {
        field.query_selector(CONTROL).ok().flatten()
    };
    let control = control.and_then(|control| control.dyn_into::<web_sys::HtmlElement>().ok());
    control.is_some_and(|control| control.focus().is_ok())
}
