//! A response against what the definition declares for it, told without the secrets that it may hold.

use std::collections::BTreeSet;

use serde_json::Value;
use tenon_connector::document::Edit;
use tenon_connector::infer::Manner;
use tenon_connector::policy::run::ResponseMessage;
use tenon_connector::swagger::OperationKey;
use tenon_connector::validate::{Answer, Content, Fit, FitError, Place, Violations, check, fit};

use super::indent::indented;
use super::mask::{HIDDEN, Mask};
use super::transcript::header;

/// What the definition says of a response.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// What is not as the definition says.
    pub violations: Violations,
    /// What would make the definition fit.
    pub fit: Mending,
}

/// What would make a definition fit a response.
#[derive(Clone, Debug, PartialEq)]
pub enum Mending {
    /// Nothing: it fits, and the response shows nothing new.
    NotNeeded,
    /// These edits.
    Edits {
        /// The edits, as one action.
        edits: Vec<Edit>,
        /// The names of shared schemas and responses that change for all that refer to them.
        shared: Vec<String>,
        /// How much is not as the definition says even then.
        left: usize,
    },
    /// It cannot be done: why, and what to do.
    Impossible(String),
}

/// A response as it came, and the same with its secrets hidden.
struct Sides {
    raw: Answer,
    masked: Answer,
}

/// What a definition says of a response. It takes time where the response is large.
pub(super) fn verdict(
    definition: &Value,
    key: &OperationKey,
    response: &ResponseMessage,
    mask: &Mask,
) -> Verdict {
    let Sides { raw, masked } = sides(response, mask);
    if raw == masked {
        let fitted = fit(definition, key, &raw, Manner::Original);
        // What is left where nothing changes is all that is found.
        let found = match &fitted {
            Ok(fit) if fit.edits.is_empty() => fit.left.clone(),
            _ => check(definition, key, &raw),
        };
        return Verdict {
            violations: hidden(found, mask),
            fit: mending(fitted),
        };
    }
    let found = check(definition, key, &raw);
    if std::mem::discriminant(&raw.content) != std::mem::discriminant(&masked.content) {
        // What hides the secret breaks the JSON that holds it.
        return Verdict {
            violations: without_words(found, mask),
            fit: Mending::Impossible(SECRET.to_owned()),
        };
    }
    let real: BTreeSet<_> = (found.found.iter().map(|v| (v.general.clone(), v.kind))).collect();
    let mut told = check(definition, key, &masked);
    // What hides a secret is of no format and no enum: that is not the service's doing.
    let is_real =
        |v: &tenon_connector::validate::Violation| real.contains(&(v.general.clone(), v.kind));
    told.found.retain(is_real);
    Verdict {
        violations: hidden(told, mask),
        fit: mending(fit(definition, key, &masked, Manner::Original)),
    }
}

const SECRET: &str = "The response holds a secret of the connection where the schema would have to change. Change the \
                      schema by hand in the Definition step.";

fn mending(fitted: Result<Fit, FitError>) -> Mending {
    match fitted {
        Ok(fit) if fit.edits.is_empty() => Mending::NotNeeded,
        Ok(fit) if holds_hidden(&fit.edits) => Mending::Impossible(SECRET.to_owned()),
        Ok(fit) => Mending::Edits {
            shared: fit.shared.iter().filter_map(last_key).collect(),
            left: fit.left.errors().count(),
            edits: fit.edits,
        },
        Err(error) => Mending::Impossible(error.to_string()),
    }
}

fn last_key(path: &tenon_connector::document::Path) -> Option<String> {
    path.steps().last()?.as_key().map(str::to_owned)
}

fn holds_hidden(edits: &[Edit]) -> bool {
    serde_json::to_string(edits).is_ok_and(|text| text.contains(HIDDEN))
}

fn sides(response: &ResponseMessage, mask: &Mask) -> Sides {
    let content_type = header(&response.headers, "content-type").unwrap_or_default();
    let content = Content::of(content_type, &response.body);
    let masked = match (&content, std::str::from_utf8(&response.body)) {
        (Content::Json(_) | Content::Text(_) | Content::Broken(_), Ok(text)) => {
            let plain = indented(text);
            let plain = plain.as_deref().unwrap_or(text);
            let hidden = mask.hide(plain);
            (hidden != plain).then(|| Content::of(content_type, hidden.as_bytes()))
        }
        _ => None,
    };
    let shown = |(name, value): &(String, String)| (name.clone(), mask.header(name, value));
    let masked = Answer {
        status: response.status,
        headers: response.headers.iter().map(shown).collect(),
        content: masked.unwrap_or_else(|| content.clone()),
    };
    let raw = Answer {
        status: response.status,
        headers: response.headers.clone(),
        content,
    };
    Sides { raw, masked }
}

fn hidden(mut violations: Violations, mask: &Mask) -> Violations {
    for violation in &mut violations.found {
        violation.message = mask.hide(&violation.message);
        for place in [&mut violation.place, &mut violation.general] {
            if let Place::Header(text) | Place::Body(text) = place {
                *text = mask.hide(text);
            }
        }
    }
    violations
}

/// The same without what was quoted of the response.
fn without_words(violations: Violations, mask: &Mask) -> Violations {
    let mut violations = hidden(violations, mask);
    for violation in &mut violations.found {
        violation.message = format!("{}.", violation.kind.label());
    }
    violations
}
