//! Title and description of the connector.

use serde_json::Value;

use crate::document::Path;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::{Profile, Severity};
use crate::message::message;

rules! {
    /// A longer title is cut off where connectors are listed. Shorten it.
    TITLE_LENGTH = "FieldLengthExceeded", 159, Error, Certification,
        "The title has at most 30 characters";

    /// A description says in some sentences what the connector is for, not more. Write 30 to 500 characters.
    DESCRIPTION_LENGTH = "FieldLengthNotInRange", 160, Error, Certification,
        "The description has 30 to 500 characters";

    /// Users and reviewers look for this. Say it.
    EMPTY = "RequiredValueEmpty", 171, Error, Certification,
        "Title, description and version say something";

    /// Everything in the list is a connector to an API of the platform, so these words say nothing. Leave them out.
    WORDS = "ValueContainsRestrictedWords", 172, Warning, Certification,
        "Title and description do without the names of the platform";

    /// The texts of connectors that everybody sees are in English. Translate it.
    ENGLISH = "ValueMustBeInEnglish", 173, Error, Certification,
        "Title and description are in English";

    /// A title is a name, so it ends with a letter or a digit. Take off what follows.
    TITLE_END = "ValueMustEndWithAlphanumeric", 174, Error, Certification,
        "The title ends with a letter or a digit";

    /// The connector of somebody other than the owner of the API says so in its title: “Parcels (Independent
    /// Publisher)” in the package that is handed in.
    PUBLISHER_TITLE = "G04-title-unique", -, Warning, IndependentPublisher,
        "The title does not claim to be the owner's";

    /// The platform refuses to import a description of more than 1,000 characters. Shorten it.
    DESCRIPTION_TOO_LONG = "G05-description-length", -, Warning, Always,
        "The description has at most 1,000 characters";
}

/// Names of the platform's products.
const PRODUCTS: &[&str] = &[
    "power apps",
    "powerapps",
    "power automate",
    "microsoft flow",
    "power bi",
    "power platform",
    "logic apps",
    "copilot studio",
];

pub(super) fn check(report: &mut Report<'_>) {
    let info = report.model().root("info");
    let text = |key: &str| info.and_then(|info| info.get(key)).and_then(Value::as_str);
    let path = Path::of(["info"]);
    let place = Place::of(&path);
    for key in ["title", "description", "version"] {
        if text(key).is_none_or(|text| text.trim().is_empty()) {
            let here = place.key(key);
            let here = if text(key).is_some() { &here } else { &place };
            report.find(&EMPTY, here, || {
                message!("The {key} of the connector is empty. Write one.", key)
            });
        }
    }
    if let Some(title) = text("title").filter(|title| !title.is_empty()) {
        check_title(title, &place.key("title"), report);
    }
    if let Some(description) = text("description").filter(|text| !text.is_empty()) {
        check_description(description, &place.key("description"), report);
    }
}

fn check_title(title: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let bare = title
        .strip_suffix("(Independent Publisher)")
        .unwrap_or(title)
        .trim_end();
    let length = bare.chars().count();
    if length > 30 {
        report.find(&TITLE_LENGTH, place, || {
            message!(
                "The title has {length} characters, of 30 that are allowed. Shorten it.",
                length
            )
        });
    }
    if !bare.ends_with(char::is_alphanumeric) {
        report.find(&TITLE_END, place, || {
            message!(
                "The title “{title}” must end with a letter or a digit.",
                title
            )
        });
    }
    check_english("title", title, place, report);
    let lower = bare.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let word = ["api", "connector", "flow"]
        .into_iter()
        .find(|word| words.contains(word));
    let product = PRODUCTS
        .iter()
        .copied()
        .find(|product| lower.contains(product));
    if let Some(word) = word.or(product) {
        report.find(&WORDS, place, || {
            message!(
                "The title has “{word}”, which every connector could say. Leave it out.",
                word
            )
        });
    }
    if report.profile() == Profile::IndependentPublisher && lower.starts_with("official") {
        report.find(&PUBLISHER_TITLE, place, || {
            message!(
                "“{title}” sounds like the owner's own connector. Take “official” out.",
                title
            )
        });
    }
}

fn check_description(description: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let length = description.chars().count();
    if length > 1_000 {
        report.find(&DESCRIPTION_TOO_LONG, place, || {
            message!("The description has {length} characters, of 1,000 that can be imported. Shorten it.", length)
        });
    }
    if !(30..=500).contains(&length) {
        report.find(&DESCRIPTION_LENGTH, place, || {
            message!(
                "The description has {length} characters. Write 30 to 500.",
                length
            )
        });
    }
    check_english("description", description, place, report);
    let lower = description.to_lowercase();
    if let Some(product) = PRODUCTS.iter().find(|product| lower.contains(**product)) {
        report.find_as(&WORDS, Severity::Warning, place, || {
            let message = message!(
                "The description names “{product}”. Describe what the connector does instead.",
                product
            );
            (message, None)
        });
    }
}

fn check_english(what: &str, text: &str, place: &Place<'_>, report: &mut Report<'_>) {
    // Names keep their accents; texts in another script are in another language.
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let foreign = letters.clone().filter(|c| u32::from(*c) > 0x24f).count();
    if foreign * 10 > letters.count() {
        report.find(&ENGLISH, place, || {
            message!("The {what} must be in English. Translate it.", what)
        });
    }
}
