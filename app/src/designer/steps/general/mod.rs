//! General: what the connector is and where it calls (spec section A.1).

mod catalogue;
mod colour;
mod crop;
mod icon;

use leptos::prelude::*;
use tenon_connector::document::Path;
use tenon_connector::general::{
    Field, base_url, gateway, scheme, set_gateway, set_scheme, set_url, split_url,
};

use self::catalogue::Catalogue;
use self::colour::ColourEdit;
use self::icon::IconEdit;
use crate::designer::action::change_of;
use crate::designer::fields::{ChoiceEdit, SwitchEdit, TextEdit};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;
use crate::designer::title::length_of;

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
                <h2 id="general-contact">"Contact"</h2>
                <div class="form-pair">
                    <TextOf field=Field::ContactName label="Contact name"/>
                    <TextOf field=Field::ContactEmail label="Contact e-mail"/>
                </div>
                <TextOf field=Field::ContactUrl label="Support URL" hint="Where users find help: the URL of the contact."/>
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
            length if length < *least => format!("{length} of at least {least}"),
            length => format!("{length} of {most}"),
        }
    });
    view! {
        <section class="form-section" aria-labelledby="general-look">
            <h2 id="general-look">"Appearance"</h2>
            <TextOf field=Field::Title label="Title" aside=name_length required=true
                hint="What makers look for in the list of connectors: the name above."/>
            <IconEdit/>
            <ColourEdit/>
            <TextOf field=Field::Description label="Description" lines=4 aside=counter
                hint="What the API is for, in 30 to 500 characters. Makers read it when they choose a connector."/>
            <TextOf field=Field::Version label="API version" hint="The version of the API that the definition describes."/>
        </section>
    }
}

#[component]
fn Address() -> impl IntoView {
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
        <section class="form-section" aria-labelledby="general-address">
            <h2 id="general-address">"Where it calls"</h2>
            <ChoiceEdit label="Scheme" value=scheme options=schemes on_change=change_scheme
                place=Some(Place::definition(Path::of(["schemes"])))/>
            <TextEdit label="Host" value=host on_change=change_host problem=host_problem required=true
                place=Some(Place::definition(Path::of(["host"])))
                hint="Such as api.example.com. Paste a whole URL to fill in scheme and base URL too."/>
            <TextOf field=Field::BasePath label="Base URL" hint="The part of the path that all operations share; / if there is none."/>
            <p class="form-note">"Calls go to " <code>{move || whole.get()}</code></p>
            <SwitchEdit label="Connect via on-premises data gateway" value=on switch=true
                place=Some(Place::properties(["properties", "capabilities"]))
                hint="For APIs inside a company network, reached through Microsoft's gateway. It works without authentication, \
                      with basic and with Windows authentication. Test calls from Tenon do not use it."
                on_change=move |on| designer.change("Switch the gateway", |connector| set_gateway(connector, on))/>
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
    let problem = Signal::derive(move || field.problem(&value.get()).map(str::to_owned));
    let change = move |text: String| {
        designer.change(&change_of(label), |connector| field.set(connector, &text));
    };
    let (part, path) = field.place();
    let place = Some(Place::new(part, path));
    view! { <TextEdit label value on_change=change problem hint lines place aside required/> }
}
