//! What users read: summaries and descriptions of operations and parameters.

use serde_json::Value;

use crate::lint::Fix;
use crate::lint::model::{OperationNode, ParameterNode};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;

rules! {
    /// Summaries are the names of operations in lists; a long one is cut off. Shorten it, and say more in the
    /// description.
    SUMMARY_TOO_LONG = "OperationSummaryTooLong", 60, Warning, Always,
        "Summaries of operations have fewer than 120 characters";

    /// These characters look like code where users choose an operation. Say it in words.
    RESTRICTED_CHARACTERS = "RestrictedCharactersInSummary", 67, Warning, Always,
        "Summaries have no characters of code";

    /// Summaries are names; those of more than 80 characters do not fit where they are shown. Shorten it.
    SUMMARY_LENGTH = "G10-summary-length", -, Warning, Certification,
        "Summaries have at most 80 characters";

    /// Reviewers want summaries of letters, digits, blanks and parentheses, with a letter, a digit or a closing
    /// parenthesis at the end.
    SUMMARY_CHARACTERS = "G11-summary-chars", -, Warning, Certification,
        "Summaries have letters, digits, blanks and parentheses only";

    /// The rest of the platform writes summaries of operations as sentences (“List parcels”) and labels of
    /// parameters as titles (“Parcel ID”). Begin it with a capital.
    SUMMARY_CASE = "G12-summary-case", -, Warning, Certification,
        "Summaries begin with a capital";

    /// Descriptions are read as sentences, so they have some words and a full stop.
    DESCRIPTION_SENTENCE = "G13-description-sentence", -, Warning, Certification,
        "Descriptions are sentences with a full stop";

    /// A description that repeats the summary tells users nothing. Say what the operation does or what the
    /// value is for.
    SUMMARY_EQUALS_DESCRIPTION = "G14-summary-eq-description", -, Warning, Certification,
        "Descriptions say more than summaries";

    /// Users recognise triggers by “When a …”: “When a parcel arrives”.
    TRIGGER_SUMMARY = "G16-trigger-summary", -, Warning, Certification,
        "Summaries of triggers begin with “When”";

    /// Users who still have the operation in their flows should see that it is going. Write “(deprecated)” after
    /// its summary and its description.
    DEPRECATED_TEXT = "G28-deprecation", -, Warning, Certification,
        "Texts of deprecated operations say so";

    /// Users choose operations by their summaries and fill in parameters by theirs; without one they see a
    /// technical name.
    SUMMARY_MISSING = "G11-summary-missing", -, Warning, Certification,
        "Operations and parameters have summaries";

    /// Users read the description when the summary is not enough, and so do language models. Write a sentence.
    DESCRIPTION_MISSING = "G13-description-missing", -, Warning, Certification,
        "Operations have descriptions";
}

const LONGEST: usize = 120;
const WANTED: usize = 80;
const RESTRICTED: &[char] = &[
    '<', '>', '{', '}', '[', ']', '\\', '|', '^', '`', '~', '\n', '\t',
];

pub(super) fn check_operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let text = |key: &str| {
        node.json()
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let texts = Texts {
        summary: text("summary"),
        summary_key: "summary",
        description: text("description"),
        what: || format!("operation {}", node.name()),
        is_hidden: text("x-ms-visibility") == "internal",
    };
    let place = node.place();
    check_length(&texts, &place, report);
    texts.check(&place, report);
    if texts.description.is_empty() && !texts.is_hidden {
        report.find(&DESCRIPTION_MISSING, &place, || {
            format!(
                "Operation {} has no description. Say in a sentence what it does.",
                node.name()
            )
        });
    }
    if node.is_trigger()
        && !texts.is_hidden
        && !texts.summary.is_empty()
        && !begins_with_when(texts.summary)
    {
        report.find(&TRIGGER_SUMMARY, &place.key("summary"), || {
            format!(
                "The summary “{}” is that of a trigger, so it should begin with “When”.",
                texts.summary
            )
        });
    }
    check_deprecated(node, report);
}

fn begins_with_when(summary: &str) -> bool {
    summary
        .get(..5)
        .is_some_and(|begin| begin.eq_ignore_ascii_case("when "))
}

fn check_length<What: Fn() -> String>(
    texts: &Texts<'_, What>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let summary = texts.summary;
    let length = summary.chars().count();
    let place = place.key("summary");
    if length >= LONGEST {
        report.find(&SUMMARY_TOO_LONG, &place, || {
            format!(
                "The summary of {} has {length} characters. Stay under {LONGEST}.",
                (texts.what)()
            )
        });
    }
    if summary.contains(RESTRICTED) {
        report.find(&RESTRICTED_CHARACTERS, &place, || {
            let found = summary
                .chars()
                .find(|c| RESTRICTED.contains(c))
                .unwrap_or_default();
            format!(
                "The summary of {} has the character {found:?}. Say it in words.",
                (texts.what)()
            )
        });
    }
}

fn check_deprecated(node: &OperationNode<'_>, report: &mut Report<'_>) {
    if node.json().get("deprecated").and_then(Value::as_bool) != Some(true) {
        return;
    }
    for key in ["summary", "description"] {
        let Some(text) = node.json().get(key).and_then(Value::as_str) else {
            continue;
        };
        if !text.is_empty() && !text.to_lowercase().contains("deprecated") {
            let place = node.place();
            let place = place.key(key);
            report.find_with_fix(&DEPRECATED_TEXT, &place, || {
                let fix = Fix::set(
                    format!("Write “(deprecated)” after the {key} of {}", node.name()),
                    place.path(),
                    marked_deprecated(text),
                );
                (
                    format!(
                        "Operation {} is deprecated, but its {key} does not say so.",
                        node.name()
                    ),
                    fix,
                )
            });
        }
    }
}

fn marked_deprecated(text: &str) -> String {
    match text.strip_suffix('.') {
        Some(sentence) => format!("{sentence} (deprecated)."),
        None => format!("{text} (deprecated)"),
    }
}

pub(super) fn check_parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    let text = |value: Option<&'_ Value>| {
        value
            .and_then(Value::as_str)
            .map(str::to_owned)
            .unwrap_or_default()
    };
    let (summary, description) = (text(node.facets.summary), text(node.facets.description));
    let is_body = node.location() == Some(crate::swagger::Location::Body);
    let texts = Texts {
        summary: &summary,
        summary_key: "x-ms-summary",
        description: &description,
        what: || format!("the parameter “{}”", node.name()),
        // Of a body users see the properties, not the body itself.
        is_hidden: is_body || node.facets.is_internal(),
    };
    texts.check(&node.place, report);
}

/// The texts of something that users see.
struct Texts<'t, What: Fn() -> String> {
    summary: &'t str,
    summary_key: &'static str,
    description: &'t str,
    what: What,
    is_hidden: bool,
}

impl<What: Fn() -> String> Texts<'_, What> {
    fn check(&self, place: &Place<'_>, report: &mut Report<'_>) {
        if !report.asks(&SUMMARY_LENGTH) || self.is_hidden {
            return;
        }
        let here = place.key(self.summary_key);
        if self.summary.is_empty() {
            report.find(&SUMMARY_MISSING, place, || {
                format!(
                    "There is no summary of {}. Give it one of a few words.",
                    (self.what)()
                )
            });
        } else {
            self.check_summary(&here, report);
        }
        self.check_description(&place.key("description"), report);
    }

    fn check_summary(&self, place: &Place<'_>, report: &mut Report<'_>) {
        let summary = self.summary;
        let length = summary.chars().count();
        if length > WANTED && length < LONGEST {
            report.find(&SUMMARY_LENGTH, place, || {
                format!(
                    "The summary of {} has {length} characters. {WANTED} is the most.",
                    (self.what)()
                )
            });
        }
        let odd = summary
            .chars()
            .find(|c| !c.is_alphanumeric() && !" ()".contains(*c));
        let ends_oddly = !summary.ends_with(|c: char| c.is_alphanumeric() || c == ')');
        if odd.is_some() || ends_oddly {
            report.find(&SUMMARY_CHARACTERS, place, || match odd {
                Some(odd) => format!(
                    "The summary “{summary}” has “{odd}”. Use letters, digits, blanks and parentheses only."
                ),
                None => format!("The summary “{summary}” should end with a letter or a digit."),
            });
        }
        if summary.starts_with(|c: char| c.is_lowercase()) {
            report.find_with_fix(&SUMMARY_CASE, place, || {
                let fix = Fix::set(
                    "Begin the summary with a capital",
                    place.path(),
                    capitalised(summary),
                );
                (
                    format!("The summary “{summary}” should begin with a capital."),
                    fix,
                )
            });
        }
    }

    fn check_description(&self, place: &Place<'_>, report: &mut Report<'_>) {
        let description = self.description.trim();
        if description.is_empty() {
            return;
        }
        if description
            .trim_end_matches('.')
            .eq_ignore_ascii_case(self.summary)
        {
            report.find(&SUMMARY_EQUALS_DESCRIPTION, place, || {
                format!(
                    "The description of {} repeats the summary. Say more.",
                    (self.what)()
                )
            });
        } else if !description.ends_with(['.', '!', '?', ':', ')', '`']) {
            report.find_with_fix(&DESCRIPTION_SENTENCE, place, || {
                let fix = Fix::set(
                    "End the description with a full stop",
                    place.path(),
                    format!("{description}."),
                );
                (
                    format!(
                        "The description of {} should end with a full stop.",
                        (self.what)()
                    ),
                    fix,
                )
            });
        } else if description.split_whitespace().count() < 3 {
            report.find(&DESCRIPTION_SENTENCE, place, || {
                format!(
                    "The description of {} is no sentence. Say more.",
                    (self.what)()
                )
            });
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
