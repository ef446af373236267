//! The connector's name in the head bar, how long it is, and what is wrong with it (spec section A.0).

use crate::texts::designer as t;
use crate::texts::findings::of_form;
use leptos::prelude::*;
use tenon_connector::general::Field as GeneralField;

use super::problems::{Place, use_problems};
use super::state::use_designer;

/// The most characters of a name that the platform shows.
pub(super) const LONGEST_NAME: usize = 30;

/// How long a name is, of the characters that it may have.
pub(super) fn length_of(name: &str) -> String {
    t::of(&name.trim().chars().count(), &LONGEST_NAME)
}

/// The name, to be written over.
#[component]
pub(super) fn TitleEdit(
    /// The connector's name.
    title: Memo<String>,
) -> impl IntoView {
    const NOTE: &str = "designer-title-note";
    let designer = use_designer();
    let rename = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        designer.change(t::change_name(), |connector| {
            GeneralField::Title.set(connector, &text)
        });
    };
    let (part, path) = GeneralField::Title.place();
    let place = Place::new(part, path);
    let anchor = place.anchor();
    let notes = use_problems().beside(Signal::stored(Some(place)));
    // What is being written counts, not only what is done.
    let written = RwSignal::new(title.get_untracked());
    Effect::new(move |_| written.set(title.get()));
    let problem = move || {
        let own = GeneralField::Title.problem(&title.get());
        let noted = || notes.with(|notes| notes.first().map(|note| note.text.clone()));
        own.map(|own| of_form(&own)).or_else(noted)
    };
    let problem = Memo::new(move |_| problem());
    view! {
        <div class="designer-name">
            <input
                class="designer-title"
                aria-label=t::name_of_the_connector()
                aria-describedby=NOTE
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                data-place=anchor
                maxlength="1000"
                spellcheck="false"
                prop:value=move || title.get()
                value=title.get_untracked()
                on:input=move |event| written.set(event_target_value(&event))
                on:change=rename
            />
            <p class="designer-title-note" class:designer-title-problem=move || problem.with(Option::is_some) id=NOTE>
                <span class="designer-title-length">{move || written.with(|name| length_of(name))}</span>
                {move || problem.get().map(|problem| format!(" · {problem}"))}
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::length_of;

    #[test]
    fn characters_are_counted_not_bytes() {
        assert_eq!(length_of(" Möbel "), "5 of 30");
        assert_eq!(length_of(""), "0 of 30");
    }
}
