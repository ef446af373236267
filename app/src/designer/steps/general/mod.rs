//! General: what the connector is and where it calls (spec section A.1).

mod catalogue;
mod colour;
mod crop;
mod icon;

use leptos::prelude::*;
use tenon_connector::document::Path;
use tenon_connector::general::{
    Field, base_url, gateway, pasted_url, scheme, set_gateway, set_scheme, set_url, split_url,
};

use self::catalogue::Catalogue;
use self::colour::ColourEdit;
use self::icon::IconEdit;
use crate::designer::action::change_of;
use crate::designer::fields::{ChoiceEdit, SwitchEdit, TextEdit};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;
use crate::designer::title::length_of;
use crate::texts::findings::of_form;
use crate::texts::general as t;

/// The fewest and the most characters of a description that the platform certifies.
const DESCRIPTION: std::ops::RangeInclusive<usize> = 30..=500;

/// The step.
#[component]
pub(super) fn General() -> impl IntoView {
    view! {
        <div class="form-sections">
            <Appearance/>
            <Address/>
            <section class="form-section" aria-labelledby="general-contact">
                <h2 id="general-contact">{t::contact()}</h2>
                <div class="form-pair">
                    <TextOf field=Field::ContactName label=t::contact_name()/>
                    <TextOf field=Field::ContactEmail label=t::contact_e_mail()/>
                </div>
                <TextOf field=Field::ContactUrl label=t::support_url() hint=t::where_users_find_help_the_url_of()/>
            </section>
            <Catalogue/>
        </div>
    }
}

#[component]
fn Appearance() -> impl IntoView {
    let designer = use_designer();
    let length =
        designer.memo(|connector| Field::Description.text(connector).trim().chars().count());
    let name_length = designer.memo(|connector| length_of(Field::Title.text(connector)));
    let counter = Signal::derive(move || {
        let (least, most) = (DESCRIPTION.start(), DESCRIPTION.end());
        match length.get() {
            length if length < *least => t::of_at_least(&length, &least),
            length => t::of_2(&length, &most),
        }
    });
    view! {
        <section class="form-section" aria-labelledby="general-look">
            <h2 id="general-look">{t::appearance()}</h2>
            <TextOf field=Field::Title label=t::title() aside=name_length required=true
                hint=t::what_makers_look_for_in_the_list()/>
            <IconEdit/>
            <ColourEdit/>
            <TextOf field=Field::Description label=t::description() lines=4 aside=counter
                hint=t::what_the_api_is_for_in_30()/>
            <TextOf field=Field::Version label=t::api_version() hint=t::the_version_of_the_api_that_the()/>
        </section>
    }
}

#[component]
fn Address() -> impl IntoView {
    let designer = use_designer();
    let whole = designer.memo(base_url);
    let on = designer.memo(gateway);
    let host = designer.memo(|connector| Field::Host.text(connector).to_owned());
    let host_problem =
        Signal::derive(move || Field::Host.problem(&host.get()).map(|told| of_form(&told)));
    let change_host =
        move |text: String| match designer.now(|connector| pasted_url(connector, &text)) {
            Some(parts) => {
                designer.change(t::fill_in_the_url(), |connector| set_url(connector, &parts))
            }
            None => designer.change(t::change_host(), |connector| {
                Field::Host.set(connector, &text)
            }),
        };
    let base = designer.memo(|connector| Field::BasePath.text(connector).to_owned());
    let base_problem = Signal::derive(move || {
        Field::BasePath
            .problem(&base.get())
            .map(|told| of_form(&told))
    });
    let change_base = move |text: String| match split_url(&text) {
        Some(parts) => {
            designer.change(t::fill_in_the_url(), |connector| set_url(connector, &parts))
        }
        None => designer.change(&change_of(t::base_url()), |connector| {
            Field::BasePath.set(connector, &text)
        }),
    };
    let scheme = designer.memo(|connector| scheme(connector).to_owned());
    let schemes = vec![
        ("https".to_owned(), "HTTPS".to_owned()),
        ("http".to_owned(), "HTTP".to_owned()),
    ];
    let change_scheme = move |value: String| {
        designer.change(t::change_scheme(), |connector| {
            set_scheme(connector, &value)
        });
    };
    view! {
        <section class="form-section" aria-labelledby="general-address">
            <h2 id="general-address">{t::where_it_calls()}</h2>
            <ChoiceEdit label=t::scheme() value=scheme options=schemes on_change=change_scheme
                place=Some(Place::definition(Path::of(["schemes"])))/>
            <TextEdit label=t::host() value=host on_change=change_host problem=host_problem required=true
                place=Some(Place::definition(Path::of(["host"])))
                hint=t::such_as_api_example_com_paste_a()/>
            <TextEdit label=t::base_url() value=base on_change=change_base problem=base_problem
                place=Some(Place::definition(Path::of(["basePath"])))
                hint=t::the_part_of_the_path_that_all()/>
            <p class="form-note">{t::calls_go_to()} <code>{move || whole.get()}</code></p>
            <SwitchEdit label=t::connect_via_on_premises_data_gateway() value=on switch=true
                place=Some(Place::properties(["properties", "capabilities"]))
                hint=t::for_apis_inside_a_company_network_reached()
                on_change=move |on| designer.change(t::switch_the_gateway(), |connector| set_gateway(connector, on))/>
        </section>
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
    /// What stands beside the label.
    #[prop(optional, into)]
    aside: MaybeProp<String>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let designer = use_designer();
    let value = designer.memo(move |connector| field.text(connector).to_owned());
    let problem = Signal::derive(move || field.problem(&value.get()).map(|told| of_form(&told)));
    let change = move |text: String| {
        designer.change(&change_of(label), |connector| field.set(connector, &text));
    };
    let (part, path) = field.place();
    let place = Some(Place::new(part, path));
    view! { <TextEdit label value on_change=change problem hint lines place aside required/> }
}
