//! Whom to ask, and where users find the connector: contact and `x-ms-connector-metadata`.

use serde_json::Value;

use super::address::is_link;
use crate::document::Path;
use crate::general;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::message;

rules! {
    /// Users want to know whose service it is and what becomes of their data. Add the entry to `x-ms-connector-metadata`.
    METADATA_MISSING = "ConnectorMetadataPropertiesMissing", 95, Error, Certification,
        "The metadata have website, privacy policy and categories";

    /// Nobody can be written to at this address. Correct it.
    CONTACT_EMAIL = "ContactEmailNotValid", 96, Warning, Always,
        "The address of the contact is one of mail";

    /// Users find connectors by the categories of the platform, and by no others. Choose one of those.
    CATEGORY = "InvalidConnectorCategory", 106, Error, Certification,
        "Categories are those of the platform";

    /// A connector is listed under two categories at most. Keep the two that fit best.
    CATEGORIES = "TooManyConnectorCategories", 125, Error, Certification,
        "A connector has at most two categories";

    /// Reviewers and users write to the contact when something does not work. Say name, website and address of mail.
    CONTACT = "G24-contact", -, Warning, Certification,
        "The contact has name, website and address of mail";

    /// Reviewers follow these links. Write them in full, with `https://`.
    METADATA_LINK = "G25-metadata", -, Warning, Certification,
        "Links in the metadata are addresses in full";
}

const MOST: usize = 2;

pub(super) fn check(report: &mut Report<'_>) {
    check_contact(report);
    if report.asks(&METADATA_MISSING) {
        check_metadata(report);
    }
}

fn check_contact(report: &mut Report<'_>) {
    let path = Path::of(["info", "contact"]);
    let place = Place::of(&path);
    let contact = report
        .model()
        .root("info")
        .and_then(|info| info.get("contact"));
    let text = |key: &str| {
        let value = contact.and_then(|contact| contact.get(key));
        value.and_then(Value::as_str).unwrap_or_default()
    };
    let email = text("email");
    if !email.is_empty() && !is_email(email) {
        report.find(&CONTACT_EMAIL, &place.key("email"), || {
            message!("“{email}” is no address of mail. Correct it.", email)
        });
    }
    let missing: Vec<_> = ["name", "url", "email"]
        .into_iter()
        .filter(|key| text(key).is_empty())
        .collect();
    if !missing.is_empty() {
        report.find(&CONTACT, &place, || {
            message!(
                "The contact does not say its {missing}.",
                missing = missing.join(", ")
            )
        });
    }
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else {
        return false;
    };
    let plain = !text.contains(char::is_whitespace) && !name.is_empty() && !name.contains('@');
    plain && host.contains('.') && host.split('.').all(|label| !label.is_empty())
}

fn check_metadata(report: &mut Report<'_>) {
    let path = Path::of(["x-ms-connector-metadata"]);
    let place = Place::of(&path);
    let entries = report
        .model()
        .root("x-ms-connector-metadata")
        .and_then(Value::as_array);
    let entries = entries.map_or(&[][..], Vec::as_slice);
    let find = |name: &str| {
        entries.iter().position(|entry| {
            let own = entry.get("propertyName").and_then(Value::as_str);
            own.is_some_and(|own| own.trim().eq_ignore_ascii_case(name))
        })
    };
    for name in ["Website", "Privacy policy", "Categories"] {
        let found = find(name);
        let entry = found.and_then(|index| entries.get(index));
        let value = entry
            .and_then(|entry| entry.get("propertyValue"))
            .and_then(Value::as_str);
        let (Some(index), Some(value)) = (found, value.filter(|value| !value.trim().is_empty()))
        else {
            report.find(&METADATA_MISSING, &place, || {
                message!("The metadata do not say “{name}”. Add it.", name)
            });
            continue;
        };
        let place = place.item(entries, index);
        let place = place.key("propertyValue");
        if name == "Categories" {
            check_categories(value, &place, report);
        } else if !is_link(value.trim()) {
            report.find(&METADATA_LINK, &place, || {
                message!(
                    "“{value}” is no address in full. Begin it with “https://”.",
                    value
                )
            });
        }
    }
}

fn check_categories(value: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let categories: Vec<&str> = value
        .split([';', ','])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    if categories.len() > MOST {
        report.find(&CATEGORIES, place, || {
            message!(
                "The connector has {categories} categories, of {most} that are allowed.",
                categories = categories.len(),
                most = MOST
            )
        });
    }
    for name in categories {
        if !general::CATEGORIES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(name))
        {
            report.find(&CATEGORY, place, || {
                let near = nearest(name, general::CATEGORIES.iter().copied());
                let near = near
                    .map(|near| message!(" Did you mean “{near}”?", near))
                    .unwrap_or_default();
                message!("“{name}” is no category of the platform.{near}", name, near)
            });
        }
    }
}
