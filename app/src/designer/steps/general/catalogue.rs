//! What users read where they choose a connector: `x-ms-connector-metadata` (spec section D.4).

use leptos::prelude::*;
use tenon_connector::general::{CATEGORIES, Metadata, categories, set_category};

use crate::designer::action::change_of;
use crate::designer::fields::TextEdit;
use crate::designer::problems::{Place, use_problems};
use crate::designer::state::use_designer;
use crate::texts::findings::of_form;
use crate::texts::general as t;

/// How many categories a certified connector has at most.
const MOST: usize = 2;

/// Website, privacy policy and categories.
#[component]
pub(super) fn Catalogue() -> impl IntoView {
    view! {
        <section class="form-section" aria-labelledby="general-catalogue">
            <h2 id="general-catalogue">{t::where_users_choose_it()}</h2>
            <Entry entry=Metadata::Website label=t::website() hint=t::the_website_of_the_service()/>
            <Entry entry=Metadata::PrivacyPolicy label=t::privacy_policy() hint=t::where_the_service_says_what_it_does()/>
            <Categories/>
        </section>
    }
}

#[component]
fn Entry(
    /// Which.
    entry: Metadata,
    /// Its label.
    label: &'static str,
    /// What belongs into it.
    hint: &'static str,
) -> impl IntoView {
    let designer = use_designer();
    let value = designer.memo(move |connector| entry.text(connector).to_owned());
    let problem = Signal::derive(move || entry.problem(&value.get()).map(|told| of_form(&told)));
    let place = designer.memo(move |connector| Some(Place::definition(entry.place(connector))));
    let change = move |text: String| {
        designer.change(&change_of(label), |connector| entry.set(connector, &text));
    };
    view! { <TextEdit label value on_change=change problem hint place/> }
}

#[component]
fn Categories() -> impl IntoView {
    let designer = use_designer();
    let chosen = designer.memo(|connector| {
        let categories = categories(connector).into_iter();
        categories.map(str::to_owned).collect::<Vec<_>>()
    });
    let place =
        designer.memo(|connector| Some(Place::definition(Metadata::Categories.place(connector))));
    let notes = use_problems().beside(place.into());
    let option = move |name: String| {
        let own = name.clone();
        let is_on = Memo::new(move |_| {
            chosen.with(|chosen| chosen.iter().any(|c| c.eq_ignore_ascii_case(&own)))
        });
        let toggled = name.clone();
        let change = move |event: leptos::ev::Event| {
            let on = event_target_checked(&event);
            designer.change(t::change_categories(), |connector| {
                set_category(connector, &toggled, on)
            });
        };
        view! {
            <label class="chip">
                <input type="checkbox" checked=is_on.get_untracked() prop:checked=move || is_on.get() on:change=change/>
                <span>{name}</span>
            </label>
        }
    };
    // Those that the platform does not know are shown too: nothing that is there is hidden.
    let names = Memo::new(move |_| {
        let mut names: Vec<String> = CATEGORIES.map(str::to_owned).to_vec();
        let known = |name: &String| CATEGORIES.iter().any(|c| c.eq_ignore_ascii_case(name));
        names.extend(chosen.get().into_iter().filter(|name| !known(name)));
        names
    });
    let count = move || chosen.with(Vec::len);
    let anchor = move || place.get().map(|place| place.anchor());
    view! {
        <fieldset class="field" aria-labelledby="categories" data-place=anchor tabindex="-1">
            <div class="field-label">
                <legend id="categories">{t::categories()}</legend>
                <span class="field-aside">{move || t::of(&count(), &MOST)}</span>
            </div>
            <div class="chips">
                <For each=move || names.get() key=Clone::clone children=option/>
            </div>
            <p class="field-hint">{t::the_two_that_fit_best_the_platform()}</p>
            <ul class="field-notes">
                <For each=move || notes.get() key=Clone::clone children=|note| view! { <li>{note.text}</li> }/>
            </ul>
        </fieldset>
    }
}
