//! Security: how the connector authenticates (spec section A.2).

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::properties::KeyLocation;
use tenon_connector::security::Security;

use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;

const KINDS: [(&str, &str); 3] = [
    ("none", "No authentication"),
    ("basic", "Basic authentication"),
    ("apiKey", "API key"),
];

/// The step.
#[component]
pub(super) fn SecurityStep() -> impl IntoView {
    let designer = use_designer();
    let security = designer.memo(Security::of);
    let kind = Memo::new(move |_| kind_of(&security.get()).to_owned());
    let options = Signal::derive(move || {
        let mut options: Vec<_> = KINDS
            .map(|(value, label)| (value.to_owned(), label.to_owned()))
            .to_vec();
        if let Security::Other { kind } = security.get() {
            options.push(("other".to_owned(), kind));
        }
        options
    });
    let choose = move |kind: String| {
        let choice = match kind.as_str() {
            "none" => Security::None,
            "basic" => Security::basic(),
            "apiKey" => Security::api_key(),
            _ => return,
        };
        designer.change("Change authentication", |connector| choice.set(connector));
    };
    view! {
        <div class="form-sections">
            <section class="form-section" aria-labelledby="security-kind">
                <h2 id="security-kind">"Authentication"</h2>
                <ChoiceEdit label="Authentication type" value=kind options on_change=choose
                    place=Some(Place::definition(Path::of(["securityDefinitions"])))
                    hint="What the user of a connection is asked for. Keys and passwords are entered in connections, never here."/>
                {move || match kind.get().as_str() {
                    "basic" => view! { <BasicFields security/> }.into_any(),
                    "apiKey" => view! { <KeyFields security/> }.into_any(),
                    "other" => view! { <OtherNote/> }.into_any(),
                    _ => view! { <p class="form-note">"Calls are sent as they are; a connection holds no secret."</p> }.into_any(),
                }}
            </section>
        </div>
    }
}

fn kind_of(security: &Security) -> &'static str {
    match security {
        Security::None => "none",
        Security::Basic { .. } => "basic",
        Security::ApiKey { .. } => "apiKey",
        Security::Other { .. } => "other",
    }
}

#[component]
fn BasicFields(
    /// What the connector says.
    security: Memo<Security>,
) -> impl IntoView {
    let designer = use_designer();
    let text =
        move |read: fn(&Security) -> &str| Memo::new(move |_| read(&security.get()).to_owned());
    let change = move |write: fn(&mut Security, String)| {
        move |text: String| {
            designer.change("Change label", |connector| {
                changed(connector, |s| write(s, text))
            })
        }
    };
    view! {
        <TextEdit
            label="Label of the user name"
            place=Some(Place::properties(["properties", "connectionParameters"]))
            value=text(|s| if let Security::Basic { user_label, .. } = s { user_label } else { "" })
            on_change=change(|s, text| if let Security::Basic { user_label, .. } = s { *user_label = text })
        />
        <TextEdit
            label="Label of the password"
            value=text(|s| if let Security::Basic { password_label, .. } = s { password_label } else { "" })
            on_change=change(|s, text| if let Security::Basic { password_label, .. } = s { *password_label = text })
        />
    }
}

#[component]
fn KeyFields(
    /// What the connector says.
    security: Memo<Security>,
) -> impl IntoView {
    let designer = use_designer();
    let text =
        move |read: fn(&Security) -> &str| Memo::new(move |_| read(&security.get()).to_owned());
    let change = move |label: &'static str, write: fn(&mut Security, String)| {
        move |text: String| {
            designer.change(label, |connector| changed(connector, |s| write(s, text)))
        }
    };
    let problem = Signal::derive(move || security.get().problem().map(str::to_owned));
    let locations = vec![
        ("header".to_owned(), "Header".to_owned()),
        ("query".to_owned(), "Query".to_owned()),
    ];
    view! {
        <TextEdit
            label="Label of the key"
            place=Some(Place::properties(["properties", "connectionParameters"]))
            hint="As the user of a connection sees it."
            value=text(|s| if let Security::ApiKey { label, .. } = s { label } else { "" })
            on_change=change("Change label", |s, text| if let Security::ApiKey { label, .. } = s { *label = text })
        />
        <TextEdit
            label="Parameter name"
            hint="The header or query parameter that carries the key. The key is sent as it is entered."
            required=true
            problem
            value=text(|s| if let Security::ApiKey { name, .. } = s { name } else { "" })
            on_change=change("Change name of the key", |s, text| if let Security::ApiKey { name, .. } = s { *name = text })
        />
        <ChoiceEdit
            label="Parameter location"
            value=text(|s| if let Security::ApiKey { location, .. } = s { location.as_str() } else { "" })
            options=locations
            on_change=change("Change location of the key", |s, text| {
                if let Security::ApiKey { location, .. } = s {
                    *location = if text == "query" { KeyLocation::Query } else { KeyLocation::Header };
                }
            })
        />
    }
}

/// The edits that a change of the present choice makes.
fn changed(
    connector: &Connector,
    change: impl FnOnce(&mut Security),
) -> Vec<tenon_connector::document::Edit> {
    let mut security = Security::of(connector);
    change(&mut security);
    security.set(connector)
}

#[component]
fn OtherNote() -> impl IntoView {
    view! {
        <p class="form-note">
            "Tenon keeps this authentication as it was imported and exports it unchanged, but cannot edit it here. \
             Choosing another type replaces it; Undo brings it back."
        </p>
    }
}
