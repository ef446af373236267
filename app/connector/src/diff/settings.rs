//! What happened to the properties: connection parameters and sets, policies, and the rest.

use serde_json::Value;

use super::changes::{Changed, changes};
use super::rules::*;
use super::{Entry, Subject, sign_in};
use crate::Part;
use crate::document::{Path, Step, identical};
use crate::message::message;

type Judgement = Option<&'static EffectRule>;

/// The changes of the properties.
pub(super) fn entries(before: &Value, after: &Value) -> Vec<Entry> {
    let changes = changes(Some(before), Some(after));
    let entry = |changed: &Changed<'_>| {
        let (subject, effect) = judged(changed, before, after);
        let what = message!("“{place}”", place = changed.place());
        changed.entry(&subject, Part::Properties, &Path::root(), &what, effect)
    };
    changes.iter().map(entry).collect()
}

fn judged(changed: &Changed<'_>, before: &Value, after: &Value) -> (Subject, Judgement) {
    match changed.keys()[..] {
        ["properties", "policyTemplateInstances"] if is_empty_list(changed) => {
            (Subject::Policies, None)
        }
        ["properties", "policyTemplateInstances", ..] => {
            (Subject::Policies, Some(on_policy(changed, before, after)))
        }
        ["properties", "scriptOperations", ..] => (Subject::Code, Some(&CODE_CHANGED)),
        ["properties", .., key] if is_spelled_anew(key, changed, before, after) => {
            (Subject::Security, None)
        }
        ["properties", "connectionParameters", ref rest @ ..] => {
            let judged = on_parameters(rest, changed, before, after);
            (Subject::Security, judged)
        }
        ["properties", "connectionParameterSets", ref rest @ ..] => {
            (Subject::Security, on_sets(rest, changed, before, after))
        }
        _ => (Subject::General, None),
    }
}

const SETTINGS: &str = "oAuthSettings";

/// Whether the settings of OAuth, or something in them, only came or went under a name in other letters:
/// Power Platform takes any.
fn is_spelled_anew(key: &str, changed: &Changed<'_>, before: &Value, after: &Value) -> bool {
    let (other, value) = match (changed.before, changed.after) {
        (Some(value), None) => (after, value),
        (None, Some(value)) => (before, value),
        _ => return false,
    };
    let above = changed
        .steps
        .split_last()
        .map_or(&[][..], |(_, above)| above);
    let parameter = Path::of(above.iter().cloned());
    let members = parameter.get(other).and_then(Value::as_object);
    let mut keys = changed.steps.iter().filter_map(Step::as_key);
    keys.any(|key| key.eq_ignore_ascii_case(SETTINGS))
        && members
            .into_iter()
            .flatten()
            .any(|(name, settings)| name.eq_ignore_ascii_case(key) && identical(settings, value))
}

/// Whether an empty list came or went: no policy did.
fn is_empty_list(changed: &Changed<'_>) -> bool {
    let mut lists = [changed.before, changed.after].into_iter().flatten();
    lists.all(|list| list.as_array().is_some_and(Vec::is_empty))
}

/// Templates of policies that send calls elsewhere.
const ROUTING: [&str; 2] = ["dynamichosturl", "routerequesttoendpoint"];

/// The effect of a change of policies: those that send calls elsewhere are told apart.
fn on_policy(changed: &Changed<'_>, before: &Value, after: &Value) -> &'static EffectRule {
    let length = Path::of(["properties", "policyTemplateInstances"])
        .steps()
        .len()
        + 1;
    let instance = Path::of(changed.steps.iter().take(length).cloned());
    let routes = |policy: Option<&Value>| {
        let template = policy.and_then(|policy| policy.get("templateId"));
        template
            .and_then(Value::as_str)
            .is_some_and(|id| ROUTING.contains(&id))
    };
    let any_routes = |list: Option<&Value>| {
        let items = list.and_then(Value::as_array);
        items.is_some_and(|items| items.iter().any(|item| routes(Some(item))))
    };
    let is_list = changed.steps.len() < length;
    let is_routing = if is_list {
        any_routes(changed.before) || any_routes(changed.after)
    } else if changed.is_gone() {
        routes(instance.get(before))
    } else {
        routes(instance.get(after))
    };
    if is_routing {
        &ROUTING_CHANGED
    } else {
        &POLICIES_CHANGED
    }
}

/// The effect of a change of connection parameters, at `keys` from their map on.
fn on_parameters(keys: &[&str], changed: &Changed<'_>, before: &Value, after: &Value) -> Judgement {
    match keys {
        [] => Some(&AUTHENTICATION_CHANGED),
        [_] if changed.is_gone() => Some(&CONNECTION_PARAMETER_REMOVED),
        [_] if changed.is_new() => changed
            .after
            .is_some_and(is_required)
            .then_some(&CONNECTION_PARAMETER_REQUIRED),
        [_] | [_, "type"] => Some(&AUTHENTICATION_CHANGED),
        [_, settings, rest @ ..] if settings.eq_ignore_ascii_case(SETTINGS) => {
            sign_in::on_settings(rest, changed, before, after)
        }
        [_, "uiDefinition", "constraints", "required"] => changed
            .after
            .is_some_and(is_true)
            .then_some(&CONNECTION_PARAMETER_REQUIRED)
            // `"true"` and `true` say the same.
            .filter(|_| !changed.before.is_some_and(is_true)),
        _ => None,
    }
}

/// The effect of a change of the sets of connection parameters.
fn on_sets(keys: &[&str], changed: &Changed<'_>, before: &Value, after: &Value) -> Judgement {
    match keys {
        // The sets are items of a list: no key names them.
        [] => Some(&AUTHENTICATION_CHANGED),
        ["values"] => changed.is_gone().then_some(&CONNECTION_SET_REMOVED),
        ["values", "parameters", rest @ ..] => on_parameters(rest, changed, before, after),
        _ => None,
    }
}

fn is_required(parameter: &Value) -> bool {
    let required = Path::of(["uiDefinition", "constraints", "required"]);
    required.get(parameter).is_some_and(is_true)
}

/// Both spellings stand in real connectors.
fn is_true(value: &Value) -> bool {
    value == &Value::Bool(true) || value.as_str() == Some("true")
}

/// The effect of a change of the security definitions, or of what is required of all operations.
pub(super) fn effect_on_security(keys: &[&str], changed: &Changed<'_>) -> Judgement {
    match keys {
        ["securityDefinitions", _, "scopes", ..] => changed.is_new().then_some(&SCOPES_ADDED),
        ["securityDefinitions", _] if changed.is_new() => None,
        ["securityDefinitions", _, "description"] => None,
        ["securityDefinitions", _, "authorizationUrl"] => Some(&SIGN_IN_CHANGED),
        ["securityDefinitions", _, "tokenUrl"] => Some(sign_in::on_token_url(changed)),
        ["securityDefinitions", _, key] if key.starts_with("x-") => None,
        _ => Some(&AUTHENTICATION_CHANGED),
    }
}
