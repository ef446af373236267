//! Of which type the values inside of the properties are (spec sections C.1 to C.5 and E).
//!
//! What other rules speak of, more to the point, is left to them: the type of a connection parameter, its
//! identity provider, and that `uiDefinition` and `constraints` are objects.

use serde_json::{Map, Value};

use super::members::MEMBER_TYPE;
use crate::lint::Severity;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::message::{Message, Phrase, message, phrase};

/// What a value must be. `null` says everywhere that there is none.
enum Kind {
    Text,
    /// True or false, or one of them as a text.
    Flag,
    /// A number, or a text that is one.
    Number,
    Texts,
    Object(&'static [Member]),
    /// An object of such objects.
    Each(&'static [Member]),
    /// A list of such objects.
    List(&'static [Member]),
    /// An object with these members; where it is none, another rule says so.
    Known(&'static [Member]),
}

/// A member by its name, in any letter case.
type Member = (&'static str, Kind);

static ALLOWED: &[Member] = &[("text", Kind::Text)];

static CONSTRAINTS: &[Member] = &[
    ("tabIndex", Kind::Number),
    ("clearText", Kind::Flag),
    ("required", Kind::Flag),
    ("hidden", Kind::Flag),
    ("allowedValues", Kind::List(ALLOWED)),
];

static INTERFACE: &[Member] = &[
    ("displayName", Kind::Text),
    ("description", Kind::Text),
    ("tooltip", Kind::Text),
    ("constraints", Kind::Known(CONSTRAINTS)),
];

static OAUTH: &[Member] = &[
    ("clientId", Kind::Text),
    ("scopes", Kind::Texts),
    ("redirectMode", Kind::Text),
    ("redirectUrl", Kind::Text),
    ("properties", Kind::Object(&[])),
    ("customParameters", Kind::Each(&[])),
];

static PARAMETER: &[Member] = &[
    ("allowedValues", Kind::List(ALLOWED)),
    ("uiDefinition", Kind::Known(INTERFACE)),
    ("oAuthSettings", Kind::Object(OAUTH)),
    ("metadata", Kind::Object(&[])),
];

static NAMED: &[Member] = &[("displayName", Kind::Text), ("description", Kind::Text)];

static SET: &[Member] = &[
    ("name", Kind::Text),
    ("uiDefinition", Kind::Object(NAMED)),
    ("parameters", Kind::Each(PARAMETER)),
    ("metadata", Kind::Object(&[])),
];

static POLICY: &[Member] = &[
    ("templateId", Kind::Text),
    ("title", Kind::Text),
    (
        "parameters",
        Kind::Object(&[("x-ms-apimTemplate-operationName", Kind::Texts)]),
    ),
];

static PROPERTIES: &[Member] = &[
    ("capabilities", Kind::Texts),
    ("scriptOperations", Kind::Texts),
    ("connectionParameters", Kind::Each(PARAMETER)),
    (
        "connectionParameterSets",
        Kind::Object(&[
            ("uiDefinition", Kind::Object(NAMED)),
            ("values", Kind::List(SET)),
        ]),
    ),
    ("policyTemplateInstances", Kind::List(POLICY)),
];

pub(super) fn check(properties: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    for (key, value) in properties {
        let known = PROPERTIES.iter().find(|(known, _)| known == key);
        // Of which type these themselves are is told with the other members.
        if let Some((_, kind)) = known
            && (value.is_array() || value.is_object())
        {
            check_value(key, value, kind, &place.key(key), report);
        }
    }
}

fn check_members(
    json: &Map<String, Value>,
    members: &'static [Member],
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if members.is_empty() {
        return;
    }
    for (key, value) in json {
        let known = members
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(key));
        if let Some((_, kind)) = known.filter(|_| !value.is_null()) {
            check_value(key, value, kind, &place.key(key), report);
        }
    }
}

fn check_value(
    key: &str,
    value: &Value,
    kind: &'static Kind,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let text = value.as_str();
    match (kind, value) {
        (Kind::Object(members) | Kind::Known(members), Value::Object(json)) => {
            check_members(json, members, place, report);
        }
        (Kind::Each(members), Value::Object(json)) => {
            for (name, value) in json {
                check_part(name, value, members, &place.key(name), report);
            }
        }
        (Kind::List(members), Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                check_part(key, item, members, &place.item(items, index), report);
            }
        }
        (Kind::Texts, Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                if !item.is_string() {
                    tell(&place.item(items, index), report, || {
                        message!(
                            "“{key}” must be a list of texts, but {item} is none.",
                            key,
                            item
                        )
                    });
                }
            }
        }
        (Kind::Known(_), _) => {}
        (Kind::Text, _) if text.is_some() => {}
        (Kind::Flag, _)
            if value.is_boolean()
                || text.is_some_and(|text| {
                    ["", "true", "false"]
                        .iter()
                        .any(|known| known.eq_ignore_ascii_case(text))
                }) => {}
        (Kind::Number, _)
            if value.is_number() || text.is_some_and(|text| text.trim().parse::<f64>().is_ok()) => {
        }
        _ => tell(place, report, || {
            message!("“{key}” must be {kind}.", key, kind = kind.words())
        }),
    }
}

/// One of several objects of a kind.
fn check_part(
    name: &str,
    value: &Value,
    members: &'static [Member],
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    match value {
        Value::Object(json) => check_members(json, members, place, report),
        // That a connection parameter and an allowed value are objects, other rules say.
        _ if std::ptr::eq(members, PARAMETER) || std::ptr::eq(members, ALLOWED) => {}
        _ => tell(place, report, || {
            message!("What stands in “{name}” must be an object.", name)
        }),
    }
}

/// That the platform refuses such values is not known of each, so they are no errors.
fn tell(place: &Place<'_>, report: &mut Report<'_>, message: impl FnOnce() -> Message) {
    report.find_as(&MEMBER_TYPE, Severity::Warning, place, || (message(), None));
}

impl Kind {
    fn words(&self) -> Phrase {
        match self {
            Self::Text => phrase!("a text"),
            Self::Flag => phrase!("true or false"),
            Self::Number => phrase!("a number"),
            Self::Texts => phrase!("a list of texts"),
            Self::Object(_) | Self::Each(_) | Self::Known(_) => phrase!("an object"),
            Self::List(_) => phrase!("a list"),
        }
    }
}
