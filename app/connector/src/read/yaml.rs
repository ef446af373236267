//! Swagger 2.0 in YAML 1.2, read into the same tree as JSON.
//!
//! Anchors, aliases and merge keys are resolved within bounds; keys become text.

use serde_json::{Value, json};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{Budget, DuplicateKeyPolicy, Error, NonFiniteFloatPolicy, Options};

use super::{ReadError, ReadFinding};
use crate::document::{Path, TextError};

/// The deepest nesting that is read: what reads YAML calls itself for each level, and threads have small stacks.
const MAX_DEPTH: usize = 64;

/// Reads one YAML document.
pub(super) fn read(name: &str, text: &str) -> Result<(Value, Vec<ReadFinding>), ReadError> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut root: Value = serde_saphyr::from_str_with_options(body, options())
        .map_err(|error| ReadError::text(name, text_error(&error)))?;
    let mut findings = Vec::new();
    let has_comments = body.lines().any(|line| line.trim_start().starts_with('#'));
    if has_comments {
        findings.push(ReadFinding::of_file(
            name,
            "The comments of the YAML text are not kept: a definition is JSON.",
        ));
    }
    spell_as_text(name, &mut root, &Path::of(["swagger"]), &mut findings);
    spell_as_text(
        name,
        &mut root,
        &Path::of(["info", "version"]),
        &mut findings,
    );
    Ok((root, findings))
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

fn too_deep() -> String {
    format!("The text is nested more than {MAX_DEPTH} levels deep. Make it flatter.")
}

fn reason(error: &Error) -> String {
    match error {
        Error::DuplicateMappingKey { key, .. } => format!(
            "“{}” stands twice in one mapping. Remove one of them.",
            key.as_deref().unwrap_or("A key")
        ),
        Error::UnknownAnchor { .. } => {
            "The alias stands for an anchor that the text does not have before it.".to_owned()
        }
        Error::Budget {
            breach: BudgetBreach::Documents { .. },
            ..
        }
        | Error::MultipleDocuments { .. } => {
            "The file has several YAML documents. Keep one in it.".to_owned()
        }
        Error::Budget {
            breach: BudgetBreach::Depth { .. },
            ..
        } => too_deep(),
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => {
            "The text is too large, or its aliases unfold to too much.".to_owned()
        }
        error => {
            let said = error.to_string();
            let said = said.split(" at line ").next().unwrap_or_default();
            if said.contains("recursion limit") {
                return too_deep();
            }
            format!("This is not YAML: {}.", said.trim_end_matches('.'))
        }
    }
}

/// What the format wants as text but YAML reads as a number (`swagger: 2.0`) becomes text.
fn spell_as_text(name: &str, root: &mut Value, path: &Path, findings: &mut Vec<ReadFinding>) {
    let Some(number) = path.get(root).filter(|value| value.is_number()) else {
        return;
    };
    let spelled = number.to_string();
    let pointer = path.pointer(root);
    if let Some(place) = root.pointer_mut(&pointer) {
        *place = json!(spelled);
        findings.push(ReadFinding::of_file(
            name,
            format!(
                "{path} is a number in the YAML text and became the text “{spelled}”. \
                 Check that no digit is missing."
            ),
        ));
    }
}
