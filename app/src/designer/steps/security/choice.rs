//! How one way authenticates, and the fields of the simpler choices.

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::{Edit, Path};
use tenon_connector::properties::KeyLocation;
use tenon_connector::security::oauth::IdentityProvider;
use tenon_connector::security::{Security, Way};

use super::oauth::OAuthFields;
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;
use crate::texts::findings::of_form;
use crate::texts::security as t;

/// A text, once the language is known.
type Label = fn() -> &'static str;

const KINDS: [(&str, Label); 5] = [
    ("none", t::no_authentication),
    ("basic", t::basic_authentication),
    ("apiKey", t::api_key),
    ("oauth2", t::oauth_2_0),
    ("windows", t::windows_authentication_gateway),
];

/// The choice of a way, with its fields.
#[component]
pub(super) fn Authentication(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let security = designer.memo(move |connector| Security::of(connector, way));
    let kind = Memo::new(move |_| security.with(kind_of).to_owned());
    let options = Signal::derive(move || {
        let mut options: Vec<_> = KINDS
            .map(|(value, label)| (value.to_owned(), label().to_owned()))
            .to_vec();
        if let Security::Other { kind } = security.get() {
            options.push(("other".to_owned(), of_form(&kind)));
        }
        options
    });
    let choose = move |kind: String| {
        let choice = match kind.as_str() {
            "none" => Security::None,
            "basic" => Security::basic(),
            "apiKey" => Security::api_key(),
            "windows" => Security::windows(),
            "oauth2" => Security::OAuth2 {
                provider: IdentityProvider::Generic,
            },
            _ => return,
        };
        designer.change(t::change_authentication(), |connector| {
            choice.set(connector, way)
        });
    };
    view! {
        <ChoiceEdit label=t::authentication_type() value=kind options on_change=choose
            place=Some(Place::definition(Path::of(["securityDefinitions"])))
            hint=t::what_the_user_of_a_connection_is()/>
        {move || match kind.get().as_str() {
            "basic" => view! { <AccountFields way security/> }.into_any(),
            "windows" => view! {
                <AccountFields way security/>
                <p class="form-note">
                    {t::windows_accounts_work_through_the_on()}
                </p>
            }.into_any(),
            "apiKey" => view! { <KeyFields way security/> }.into_any(),
            "oauth2" => view! { <OAuthFields way/> }.into_any(),
            "other" => view! { <OtherNote/> }.into_any(),
            _ => view! { <p class="form-note">{t::calls_are_sent_as_they_are_a()}</p> }.into_any(),
        }}
    }
}

fn kind_of(security: &Security) -> &'static str {
    match security {
        Security::None => "none",
        Security::Basic { .. } => "basic",
        Security::ApiKey { .. } => "apiKey",
        Security::OAuth2 { .. } => "oauth2",
        Security::Windows { .. } => "windows",
        Security::Other { .. } => "other",
    }
}

/// The labels of user name and password, of a choice that has them.
fn labels(security: &mut Security) -> Option<(&mut String, &mut String)> {
    match security {
        Security::Basic {
            user_label,
            password_label,
        }
        | Security::Windows {
            user_label,
            password_label,
        } => Some((user_label, password_label)),
        _ => None,
    }
}

#[component]
fn AccountFields(
    /// The way.
    way: Way,
    /// What the connector says.
    security: Memo<Security>,
) -> impl IntoView {
    let designer = use_designer();
    let read = move |pick: fn((&mut String, &mut String)) -> String| {
        Memo::new(move |_| labels(&mut security.get()).map(pick).unwrap_or_default())
    };
    let change = move |put: fn((&mut String, &mut String), String)| {
        move |text: String| {
            designer.change(t::change_label(), |connector| {
                changed(connector, way, |s| {
                    if let Some(labels) = labels(s) {
                        put(labels, text);
                    }
                })
            });
        }
    };
    view! {
        <div class="form-pair">
            <TextEdit
                label=t::label_of_the_user_name()
                place=Some(Place::new(tenon_connector::Part::Properties, way.place()))
                value=read(|labels| labels.0.clone())
                on_change=change(|labels, text| *labels.0 = text)
            />
            <TextEdit
                label=t::label_of_the_password()
                value=read(|labels| labels.1.clone())
                on_change=change(|labels, text| *labels.1 = text)
            />
        </div>
    }
}

#[component]
fn KeyFields(
    /// The way.
    way: Way,
    /// What the connector says.
    security: Memo<Security>,
) -> impl IntoView {
    let designer = use_designer();
    let text =
        move |read: fn(&Security) -> &str| Memo::new(move |_| read(&security.get()).to_owned());
    let change = move |label: &'static str, write: fn(&mut Security, String)| {
        move |text: String| {
            designer.change(label, |connector| {
                changed(connector, way, |s| write(s, text))
            });
        }
    };
    let problem = Signal::derive(move || security.get().problem().map(|told| of_form(&told)));
    let locations = vec![
        ("header".to_owned(), t::header().to_owned()),
        ("query".to_owned(), t::query().to_owned()),
    ];
    view! {
        <TextEdit
            label=t::label_of_the_key()
            place=Some(Place::new(tenon_connector::Part::Properties, way.place()))
            hint=t::as_the_user_of_a_connection_sees()
            value=text(|s| if let Security::ApiKey { label, .. } = s { label } else { "" })
            on_change=change(t::change_label(), |s, text| if let Security::ApiKey { label, .. } = s { *label = text })
        />
        <TextEdit
            label=t::parameter_name()
            hint=t::the_header_or_query_parameter_that_carries()
            required=true
            problem
            value=text(|s| if let Security::ApiKey { name, .. } = s { name } else { "" })
            on_change=change(t::change_name_of_the_key(), |s, text| if let Security::ApiKey { name, .. } = s { *name = text })
        />
        <ChoiceEdit
            label=t::parameter_location()
            value=text(|s| if let Security::ApiKey { location, .. } = s { location.as_str() } else { "" })
            options=locations
            on_change=change(t::change_location_of_the_key(), |s, text| {
                if let Security::ApiKey { location, .. } = s {
                    *location = if text == "query" { KeyLocation::Query } else { KeyLocation::Header };
                }
            })
        />
    }
}

/// The edits that a change of the present choice makes.
fn changed(connector: &Connector, way: Way, change: impl FnOnce(&mut Security)) -> Vec<Edit> {
    let mut security = Security::of(connector, way);
    change(&mut security);
    security.set(connector, way)
}

#[component]
fn OtherNote() -> impl IntoView {
    view! {
        <p class="form-note">
            {t::tenon_keeps_this_authentication_as_it_was()}
        </p>
    }
}
