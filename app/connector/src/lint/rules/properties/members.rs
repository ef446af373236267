//! Which members the properties have, and of which type they are. Wider than the schema that the platform
//! publishes, which refuses much of what it accepts (spec section C.1).

use serde_json::{Map, Value};

use super::member_types;
use crate::Part;
use crate::document::Path;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::lint::{Fix, Severity};
use crate::message::{Phrase, message, phrase};

rules! {
    /// The platform reads the member `properties` of this file and nothing else. Put everything into it.
    PROPERTIES_MISSING = "PropertiesObjectRequired", -, Error, Always,
        "The properties are in the member “properties”";

    /// The platform ignores what it does not know, so a misspelt member has no effect. Correct or remove it.
    UNKNOWN_MEMBER = "PropertiesMemberUnknown", -, Warning, Always,
        "The properties have the members that the platform knows";

    /// A value of another type is refused or ignored. Give it the type that is named. It is a warning where the
    /// value is `null`, and of values further inside.
    MEMBER_TYPE = "PropertiesTypeIncorrect", -, Error, Always,
        "The members of the properties are of the right types";
}

/// The members, and of which type they are.
const MEMBERS: &[(&str, Kind)] = &[
    ("iconBrandColor", Kind::Text),
    ("publisher", Kind::Text),
    ("stackOwner", Kind::Text),
    ("capabilities", Kind::List),
    ("connectionParameters", Kind::Object),
    ("connectionParameterSets", Kind::Object),
    ("policyTemplateInstances", Kind::List),
    ("scriptOperations", Kind::List),
    ("script", Kind::Any),
    ("displayName", Kind::Text),
    ("description", Kind::Text),
    ("iconUri", Kind::Text),
    ("environment", Kind::Any),
    ("backendService", Kind::Any),
    ("apiDefinitions", Kind::Any),
    ("swagger", Kind::Any),
    ("metadata", Kind::Any),
    ("isCustomApi", Kind::Any),
    ("runtimeUrls", Kind::Any),
    ("primaryRuntimeUrl", Kind::Any),
];

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Any,
    Text,
    List,
    Object,
}

impl Kind {
    fn fits(self, value: &Value) -> bool {
        match self {
            Self::Any => true,
            Self::Text => value.is_string(),
            Self::List => value.is_array(),
            Self::Object => value.is_object(),
        }
    }

    fn words(self) -> Phrase {
        match self {
            Self::Any => phrase!("anything"),
            Self::Text => phrase!("a text"),
            Self::List => phrase!("a list"),
            Self::Object => phrase!("an object"),
        }
    }
}

pub(super) fn check(report: &mut Report<'_>) {
    let root = Path::root();
    let place = Place::of(&root);
    let Some(properties) = report.model().properties() else {
        report.find(&PROPERTIES_MISSING, &place, || {
            message!("The file has no object “properties”. Put everything into it.")
        });
        return;
    };
    let place = place.key("properties");
    for (key, value) in properties {
        match MEMBERS.iter().find(|(known, _)| known == key) {
            Some((_, kind)) if !kind.fits(value) => {
                let severity = match value {
                    Value::Null => Severity::Warning,
                    _ => Severity::Error,
                };
                report.find_as(&MEMBER_TYPE, severity, &place.key(key), || {
                    (
                        message!("“{key}” must be {kind}.", key, kind = kind.words()),
                        None,
                    )
                });
            }
            Some(_) => {}
            None => tell_unknown(key, properties, &place, report),
        }
    }
    member_types::check(properties, &place, report);
}

fn tell_unknown(key: &str, all: &Map<String, Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let near = nearest(key, MEMBERS.iter().map(|(known, _)| *known))
        .filter(|near| !all.contains_key(*near));
    let place = place.key(key);
    match near {
        Some(near) => report.find_with_fix(&UNKNOWN_MEMBER, &place, || {
            let fix = Fix::rename(
                message!("Rename “{key}” to “{near}”", key, near),
                place.path(),
                near,
            );
            let message = message!(
                "The platform ignores “{key}”. Did you mean “{near}”?",
                key,
                near
            );
            (message, fix.within(Part::Properties))
        }),
        None => report.find(&UNKNOWN_MEMBER, &place, || {
            message!(
                "The platform ignores “{key}”. Remove it, or move it to where it belongs.",
                key
            )
        }),
    }
}
