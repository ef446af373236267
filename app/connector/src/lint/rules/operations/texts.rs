//! What users read: summaries and descriptions of operations and parameters.

use serde_json::Value;

use super::letter_case::{in_sentence_case, in_title_case};
use crate::lint::Fix;
use crate::lint::model::{OperationNode, ParameterNode};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::{Message, message};
use crate::swagger::Location;

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

    /// The rest of the platform writes summaries of operations as sentences (“List parcels”) and those of
    /// parameters as titles (“Weight of the Parcel”). Write capitals there.
    SUMMARY_CASE = "G12-summary-case", -, Warning, Certification,
        "Summaries begin with a capital, and those of parameters are titles";

    /// Descriptions are read as sentences, so they have some words and a full stop.
    DESCRIPTION_SENTENCE = "G13-description-sentence", -, Warning, Certification,
        "Descriptions are sentences with a full stop";

    /// A description that repeats the summary tells users nothing. Say what the operation does or what the
    /// value is for.
    SUMMARY_EQUALS_DESCRIPTION = "G14-summary-eq-description", -, Warning, Certification,
        "Descriptions say more than summaries";

    /// Users recognise triggers by “When a …”: “When a parcel arrives”, and the description says when that is:
    /// “This operation triggers when a parcel arrives.”
    TRIGGER_SUMMARY = "G16-trigger-summary", -, Warning, Certification,
        "Summaries of triggers begin with “When”, and their descriptions say when";

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
        "Operations and parameters have descriptions";
}

const LONGEST: usize = 120;
const WANTED: usize = 80;
const RESTRICTED: &[char] = &[
    '<', '>', '{', '}', '[', ']', '\\', '|', '^', '`', '~', '\n', '\t',
];

pub(super) fn check_operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let texts = Texts {
        summary: text(node.json().get("summary")),
        summary_key: "summary",
        description: text(node.json().get("description")),
        what: || message!("operation {operation}", operation = node.name()),
        is_hidden: is_hidden(node),
    };
    let place = node.place();
    check_length(&texts, &place, report);
    texts.check(&place, report);
    if node.is_trigger() && !texts.is_hidden {
        check_trigger(&texts, &place, report);
    }
    check_deprecated(node, report);
}

/// Whether users see nothing of the operation, its parameters included.
fn is_hidden(node: &OperationNode<'_>) -> bool {
    text(node.json().get("x-ms-visibility")) == "internal"
}

/// The text, or nothing.
fn text(value: Option<&Value>) -> &str {
    value.and_then(Value::as_str).unwrap_or_default()
}

fn check_trigger<What: Fn() -> Message>(
    texts: &Texts<'_, What>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let begins_with_when = texts
        .summary
        .get(..5)
        .is_some_and(|begin| begin.eq_ignore_ascii_case("when "));
    if !texts.summary.is_empty() && !begins_with_when {
        report.find(&TRIGGER_SUMMARY, &place.key("summary"), || {
            message!(
                "The summary “{summary}” is that of a trigger, so it should begin with “When”.",
                summary = texts.summary
            )
        });
    }
    if texts.description.is_empty() || !report.asks(&TRIGGER_SUMMARY) {
        return;
    }
    let description = texts.description.to_lowercase();
    if !description.contains("when") && !description.contains("trigger") {
        report.find(&TRIGGER_SUMMARY, &place.key("description"), || {
            message!("The description of {what} does not say when it triggers. Write “This operation triggers when …”.", what = (texts.what)())
        });
    }
}

fn check_length<What: Fn() -> Message>(
    texts: &Texts<'_, What>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let length = texts.summary.chars().count();
    if length >= LONGEST {
        report.find(&SUMMARY_TOO_LONG, &place.key("summary"), || {
            message!(
                "The summary of {what} has {length} characters. Stay under {longest}.",
                what = (texts.what)(),
                length,
                longest = LONGEST
            )
        });
    }
}

fn check_deprecated(node: &OperationNode<'_>, report: &mut Report<'_>) {
    if node.json().get("deprecated").and_then(Value::as_bool) != Some(true) {
        return;
    }
    for key in ["summary", "description"] {
        let text = text(node.json().get(key));
        if !text.is_empty() && !text.to_lowercase().contains("deprecated") {
            let place = node.place();
            let place = place.key(key);
            report.find_with_fix(&DEPRECATED_TEXT, &place, || {
                let name = node.name();
                let title = message!("Write “(deprecated)” after the {key} of {name}", key, name);
                let message = message!(
                    "Operation {name} is deprecated, but its {key} does not say so.",
                    name,
                    key
                );
                (
                    message,
                    Fix::set(title, place.path(), marked_deprecated(text)),
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
    let is_body = node.location() == Some(Location::Body);
    let texts = Texts {
        summary: text(node.facets.summary),
        summary_key: "x-ms-summary",
        description: text(node.facets.description),
        what: || message!("the parameter “{parameter}”", parameter = node.name()),
        // Of a body users see the properties, not the body itself.
        is_hidden: is_body || node.facets.is_internal() || node.operation.is_some_and(is_hidden),
    };
    texts.check(&node.place, report);
}

/// The texts of something that users see.
struct Texts<'t, What: Fn() -> Message> {
    summary: &'t str,
    summary_key: &'static str,
    description: &'t str,
    what: What,
    is_hidden: bool,
}

impl<What: Fn() -> Message> Texts<'_, What> {
    fn check(&self, place: &Place<'_>, report: &mut Report<'_>) {
        let here = place.key(self.summary_key);
        let restricted = self.summary.chars().find(|c| RESTRICTED.contains(c));
        if let Some(restricted) = restricted {
            report.find(&RESTRICTED_CHARACTERS, &here, || {
                message!(
                    "The summary of {what} has the character {restricted}. Say it in words.",
                    what = (self.what)(),
                    restricted = format!("{restricted:?}")
                )
            });
        }
        if self.is_hidden || !report.asks(&SUMMARY_LENGTH) {
            return;
        }
        if self.summary.is_empty() {
            report.find(&SUMMARY_MISSING, place, || {
                message!(
                    "There is no summary of {what}. Give it one of a few words.",
                    what = (self.what)()
                )
            });
        } else {
            self.check_summary(&here, report);
            if restricted.is_none() {
                check_characters(self.summary, &here, report);
            }
        }
        if self.description.trim().is_empty() {
            report.find(&DESCRIPTION_MISSING, place, || {
                message!(
                    "There is no description of {what}. Say in a sentence what it is for.",
                    what = (self.what)()
                )
            });
        } else {
            self.check_description(&place.key("description"), report);
        }
    }

    fn check_summary(&self, place: &Place<'_>, report: &mut Report<'_>) {
        let summary = self.summary;
        let length = summary.chars().count();
        let is_operation = self.summary_key == "summary";
        // An operation of a longer one breaks the published rule.
        if length > WANTED && !(is_operation && length >= LONGEST) {
            report.find(&SUMMARY_LENGTH, place, || {
                message!(
                    "The summary of {what} has {length} characters. {wanted} is the most.",
                    what = (self.what)(),
                    length,
                    wanted = WANTED
                )
            });
        }
        let wanted = if is_operation {
            in_sentence_case(summary)
        } else {
            in_title_case(summary)
        };
        if wanted != summary {
            report.find_with_fix(&SUMMARY_CASE, place, || {
                let message = message!(
                    "Write the summary “{summary}” as “{wanted}”.",
                    summary,
                    wanted
                );
                let title = message!("Write “{wanted}”", wanted);
                (message, Fix::set(title, place.path(), wanted))
            });
        }
    }

    fn check_description(&self, place: &Place<'_>, report: &mut Report<'_>) {
        let description = self.description.trim();
        if description
            .trim_end_matches('.')
            .eq_ignore_ascii_case(self.summary)
        {
            report.find(&SUMMARY_EQUALS_DESCRIPTION, place, || {
                message!(
                    "The description of {what} repeats the summary. Say more.",
                    what = (self.what)()
                )
            });
        } else if !description.ends_with(['.', '!', '?', ':', ')', '`']) {
            report.find_with_fix(&DESCRIPTION_SENTENCE, place, || {
                let fix = Fix::set(
                    message!("End the description with a full stop"),
                    place.path(),
                    format!("{description}."),
                );
                (
                    message!(
                        "The description of {what} should end with a full stop.",
                        what = (self.what)()
                    ),
                    fix,
                )
            });
        } else if description.split_whitespace().count() < 3 {
            report.find(&DESCRIPTION_SENTENCE, place, || {
                message!(
                    "The description of {what} is no sentence. Say more.",
                    what = (self.what)()
                )
            });
        }
    }
}

fn check_characters(summary: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let is_odd = |c: char| !c.is_alphanumeric() && !" ()".contains(c);
    let tidy = summary.trim_end_matches([' ', '.', ',', ':', ';', '!']);
    if tidy != summary && !tidy.is_empty() && !tidy.contains(is_odd) {
        report.find_with_fix(&SUMMARY_CHARACTERS, place, || {
            let message = message!(
                "The summary “{summary}” should end with a letter or a digit.",
                summary
            );
            let title = message!("End the summary as “{tidy}”", tidy);
            (message, Fix::set(title, place.path(), tidy))
        });
    } else if let Some(odd) = summary.chars().find(|c| is_odd(*c)) {
        report.find(&SUMMARY_CHARACTERS, place, || {
            message!("The summary “{summary}” has “{odd}”. Use letters, digits, blanks and parentheses only.", summary, odd)
        });
    }
}
