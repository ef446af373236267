//! Swagger 2.0 in YAML 1.2, read into the same tree as JSON.
//!
//! Anchors, aliases and merge keys are resolved within bounds; keys become text.

mod tree;

use serde_json::{Value, json};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{Budget, DuplicateKeyPolicy, Error, NonFiniteFloatPolicy, Options, Spanned};

use self::tree::Node;
use super::{ReadError, ReadFinding, Remains};
use crate::document::{Document, Path, Spot, TextError, TextPlace};
use crate::message::{Message, message};
use crate::write::yaml::MAX_DEPTH;

/// Reads one YAML document.
pub(super) fn read(name: &str, text: &str) -> Result<(Document, Vec<ReadFinding>), ReadError> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut root, spot) = parse(body).map_err(|source| ReadError::Text {
        file: name.to_owned(),
        remains: Box::new(Remains::before(sections_before(body, source.line))),
        source,
    })?;
    let mut findings = Vec::new();
    let has_comments = body.lines().any(|line| line.trim_start().starts_with('#'));
    if has_comments {
        findings.push(ReadFinding::of_file(
            name,
            message!("The comments of the YAML text are not kept: a definition is JSON."),
        ));
    }
    let mut odd = Vec::new();
    for path in [Path::of(["swagger"]), Path::of(["info", "version"])] {
        if let Some(message) = spell_as_text(&mut root, &path) {
            odd.push((path, message));
        }
    }
    let document = Document::of_foreign_text(root, spot);
    let places = document.places(odd.iter().map(|(path, _)| path));
    for ((_, message), TextPlace { line, column }) in odd.into_iter().zip(places) {
        findings.push(ReadFinding {
            place: Some((line, column)),
            ..ReadFinding::of_file(name, message)
        });
    }
    Ok((document, findings))
}

fn parse(body: &str) -> Result<(Value, Spot), TextError> {
    let root: Spanned<Node> =
        serde_saphyr::from_str_with_options(body, options()).map_err(|error| text_error(&error))?;
    Ok(tree::planted(root, body))
}

/// The members of the document that end before the one that has this line.
fn sections_before(body: &str, line: usize) -> Vec<String> {
    let begins_member = |line: &str| {
        !line.starts_with([' ', '\t', '#', '-', '.', '}', ']', '%']) && line.contains(':')
    };
    let lines: Vec<&str> = body.split_inclusive('\n').take(line).collect();
    let Some(last) = lines.iter().rposition(|line| begins_member(line)) else {
        return Vec::new();
    };
    let before: String = lines.get(..last).unwrap_or_default().concat();
    match parse(&before) {
        Ok((Value::Object(members), _)) => members.into_iter().map(|(key, _)| key).collect(),
        _ => Vec::new(),
    }
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: budget(),
        duplicate_keys: DuplicateKeyPolicy::Error,
        strict_booleans: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}

fn budget() -> Option<Budget> {
    serde_saphyr::budget! {
        max_depth: MAX_DEPTH,
        max_nodes: 1_000_000,
        max_events: 3_000_000,
        max_documents: 1,
        enforce_alias_anchor_ratio: false,
    }
}

fn text_error(error: &Error) -> TextError {
    let place = error.location();
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX).max(1);
    TextError {
        line: place.map_or(1, |p| number(p.line())),
        column: place.map_or(1, |p| number(p.column())),
        reason: reason(error),
    }
}

fn too_deep() -> Message {
    message!(
        "The text is nested more than {max_depth} levels deep. Make it flatter.",
        max_depth = MAX_DEPTH
    )
}

fn too_large() -> Message {
    message!(
        "The text is too large, or its aliases unfold to too much. Write it without some of them."
    )
}

fn reason(error: &Error) -> Message {
    match error {
        Error::DuplicateMappingKey { key, .. } => {
            let key = match key {
                Some(key) => Message::verbatim(key),
                None => message!("A key"),
            };
            message!(
                "“{key}” stands twice in one mapping. Remove one of them.",
                key
            )
        }
        Error::UnknownAnchor { .. } => {
            message!("The alias stands for an anchor that the text does not have before it.")
        }
        Error::Budget {
            breach: BudgetBreach::Documents { .. },
            ..
        }
        | Error::MultipleDocuments { .. } => {
            message!("The file has several YAML documents. Keep one in it.")
        }
        Error::Budget {
            breach: BudgetBreach::Depth { .. },
            ..
        } => too_deep(),
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => too_large(),
        error => {
            let said = error.to_string();
            let said = said.split(" at line ").next().unwrap_or_default();
            if said.contains("recursion limit") {
                return too_deep();
            }
            // What the reader counts for aliases has no words of ours.
            if said.contains("budget breached") {
                return too_large();
            }
            message!(
                "This is not YAML: {said}.",
                said = said.trim_end_matches('.')
            )
        }
    }
}

/// What the format wants as text but YAML reads as a number (`swagger: 2.0`) becomes text, with what is to be
/// said about it.
fn spell_as_text(root: &mut Value, path: &Path) -> Option<Message> {
    let number = path.get(root).filter(|value| value.is_number())?;
    let spelled = number.to_string();
    let pointer = path.pointer(root);
    *root.pointer_mut(&pointer)? = json!(spelled);
    Some(message!(
        "{path} is a number in the YAML text and became the text “{spelled}”, as the format wants it.",
        path,
        spelled
    ))
}
