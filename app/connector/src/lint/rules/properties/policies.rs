//! Policies: their templates, parameters, operations and expressions (spec section E).

use serde_json::Value;

use super::general::expect_operation;
use crate::Part;
use crate::lint::Fix;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::suggest::nearest;
use crate::message::{Message, message};
use crate::policy::{
    Instance, OPERATIONS_KEY, PARAMETER_PREFIX, ParameterKind, SECTION_KEY, Section, Source,
    Template, expressions, instances, templates,
};

rules! {
    /// A policy is for certain operations, and there is none of this ID. Correct or remove it. A policy that names no
    /// operation is for all of them.
    /// Connectors that the platform accepted carry it, so it is no error.
    OPERATIONS = "G38-policy-ops", -, Warning, Always,
        "Policies name operations that are there";

    /// A policy takes a value from the connection, and the connection has no parameter of this name. Correct the name, or
    /// add the parameter.
    CONNECTION_PARAMETERS = "G39-conn-param-refs", -, Error, Always,
        "Policies name connection parameters that are there";

    /// The platform knows sixteen templates of policies and no others. Correct the id.
    TEMPLATE = "PolicyTemplateUnknown", -, Error, Always,
        "Policies have a template that exists";

    /// The template cannot do its work without this parameter. Add it.
    PARAMETER_MISSING = "PolicyParameterMissing", -, Error, Always,
        "Policies have the parameters that their templates need";

    /// The template does not know this parameter, so it has no effect. Correct or remove it.
    PARAMETER_UNKNOWN = "PolicyParameterUnknown", -, Warning, Always,
        "Policies have the parameters of their templates only";

    /// The parameter takes certain values only. Choose one of them.
    PARAMETER_VALUE = "PolicyParameterValueNotValid", -, Error, Always,
        "Parameters of policies have values that the template takes";

    /// The template does not run in this section. Choose one of its sections.
    SECTION = "PolicySectionNotValid", -, Error, Always,
        "Policies run in a section of their template";

    /// An expression that cannot be read is not evaluated. Correct it.
    EXPRESSION = "PolicyExpressionNotValid", -, Error, Always,
        "Expressions in policies can be read";
}

pub(super) fn check(report: &mut Report<'_>) {
    let connector = report.model().connector();
    for instance in instances(connector.properties()) {
        let place = Place::of(instance.path());
        let Some(template) = instance.template() else {
            tell_template(&instance, &place, report);
            continue;
        };
        check_operations(&instance, &place, report);
        check_section(&instance, template, &place, report);
        check_parameters(&instance, template, &place, report);
    }
}

fn tell_template(instance: &Instance<'_>, place: &Place<'_>, report: &mut Report<'_>) {
    let id = instance.template_id();
    let near = nearest(id, templates().iter().map(|template| template.id));
    let place = place.key("templateId");
    match near {
        Some(near) => report.find_with_fix(&TEMPLATE, &place, || {
            let fix = Fix::set(
                message!("Make the template “{near}”", near),
                place.path(),
                near,
            );
            let message = message!(
                "There is no template “{id}”. Did you mean “{near}”?",
                id,
                near
            );
            (message, fix.within(Part::Properties))
        }),
        None => report.find(&TEMPLATE, &place, || {
            message!("There is no template “{id}”. Correct the id.", id)
        }),
    }
}

fn check_operations(instance: &Instance<'_>, place: &Place<'_>, report: &mut Report<'_>) {
    let place = place.key("parameters");
    let place = place.key(OPERATIONS_KEY);
    let list = instance
        .parameters()
        .and_then(|all| all.get(OPERATIONS_KEY));
    let who = message!("The policy “{policy}”", policy = instance.title());
    for (index, id) in instance.operations().into_iter().enumerate() {
        let item = list
            .and_then(Value::as_array)
            .map(|items| place.item(items, index));
        expect_operation(id, &who, &OPERATIONS, &item.unwrap_or(place), report);
    }
}

fn check_section(
    instance: &Instance<'_>,
    template: &Template,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(section) = instance.parameters().and_then(|all| all.get(SECTION_KEY)) else {
        return;
    };
    let fits = instance
        .section()
        .is_some_and(|section| template.sections.contains(&section));
    // A template without sections does not look at it.
    if fits || template.sections.is_empty() {
        return;
    }
    let place = place.key("parameters");
    report.find(&SECTION, &place.key(SECTION_KEY), || {
        let sections: Vec<_> = template
            .sections
            .iter()
            .copied()
            .map(Section::as_str)
            .collect();
        message!("The policy “{policy}” cannot run in {section}. Its template “{id}” runs in {sections}.", policy = instance.title(), section, id = template.id, sections = Message::any_of(sections))
    });
}

fn check_parameters(
    instance: &Instance<'_>,
    template: &Template,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    for known in template.parameters.iter().filter(|known| known.required) {
        if instance.parameter(known.name).is_none() {
            report.find(&PARAMETER_MISSING, place, || {
                message!(
                    "The policy “{policy}” needs the parameter “{name}”. Add it.",
                    policy = instance.title(),
                    name = known.name
                )
            });
        }
    }
    let place = place.key("parameters");
    for (key, value) in instance.parameters().into_iter().flatten() {
        let Some(name) = key.strip_prefix(PARAMETER_PREFIX) else {
            check_other(instance, key, &place, report);
            continue;
        };
        let here = place.key(key);
        match template.parameter(name) {
            None => tell_parameter(instance, template, name, &here, report),
            Some(known) => {
                check_value(instance, known.name, known.kind, value, &here, report);
            }
        }
        check_expressions(instance, value, &here, report);
    }
}

/// A parameter whose key does not begin as those of templates do.
fn check_other(instance: &Instance<'_>, key: &str, place: &Place<'_>, report: &mut Report<'_>) {
    if key != OPERATIONS_KEY && key != SECTION_KEY {
        report.find(&PARAMETER_UNKNOWN, &place.key(key), || {
            message!("The policy “{policy}” has “{key}”, which has no effect. Keys of parameters begin with “{parameter_prefix}”.", policy = instance.title(), key, parameter_prefix = PARAMETER_PREFIX)
        });
    }
}

fn tell_parameter(
    instance: &Instance<'_>,
    template: &Template,
    name: &str,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let near = nearest(name, template.parameters.iter().map(|known| known.name));
    let free = near.filter(|near| instance.parameter(near).is_none());
    match free {
        Some(near) => report.find_with_fix(&PARAMETER_UNKNOWN, place, || {
            let key = format!("{PARAMETER_PREFIX}{near}");
            let fix = Fix::rename(
                message!("Rename “{name}” to “{near}”", name, near),
                place.path(),
                key,
            );
            let message = message!(
                "The template “{id}” has no parameter “{name}”. Did you mean “{near}”?",
                id = template.id,
                name,
                near
            );
            (message, fix.within(Part::Properties))
        }),
        None => report.find(&PARAMETER_UNKNOWN, place, || {
            message!(
                "The template “{id}” has no parameter “{name}”. Remove it.",
                id = template.id,
                name
            )
        }),
    }
}

fn check_value(
    instance: &Instance<'_>,
    name: &str,
    kind: ParameterKind,
    value: &Value,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let text = value.as_str();
    let wanted = match kind {
        // An expression is known when a call is made.
        _ if text.is_some_and(|text| text.contains('@')) => return,
        ParameterKind::Text if value.is_string() || value.is_number() || value.is_boolean() => {
            return;
        }
        ParameterKind::Text => message!("a text"),
        ParameterKind::OneOf(known) => {
            if text.is_some_and(|text| {
                text.is_empty() || known.iter().any(|one| one.eq_ignore_ascii_case(text))
            }) {
                return;
            }
            message!("one of {known}", known = known.join(", "))
        }
        ParameterKind::Flag
            if value.is_boolean()
                || text.is_some_and(|text| {
                    text.is_empty()
                        || text.parse::<bool>().is_ok()
                        || ["True", "False"].contains(&text)
                }) =>
        {
            return;
        }
        ParameterKind::Flag => message!("true or false"),
        ParameterKind::Whole
            if value.is_u64() || text.is_some_and(|text| text.parse::<u16>().is_ok()) =>
        {
            return;
        }
        ParameterKind::Whole => message!("a whole number"),
        ParameterKind::Object if value.is_object() => return,
        ParameterKind::Object => message!("an object"),
    };
    report.find(&PARAMETER_VALUE, place, || {
        message!(
            "“{name}” of the policy “{policy}” must be {wanted}.",
            name,
            policy = instance.title(),
            wanted
        )
    });
}

fn check_expressions(
    instance: &Instance<'_>,
    value: &Value,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    match value {
        Value::String(text) => check_text(instance, text, place, report),
        Value::Object(members) => {
            for (key, value) in members {
                if let Some(text) = value.as_str() {
                    check_text(instance, text, &place.key(key), report);
                }
            }
        }
        _ => {}
    }
}

fn check_text(instance: &Instance<'_>, text: &str, place: &Place<'_>, report: &mut Report<'_>) {
    let found = match expressions(text) {
        Ok(found) => found,
        Err(error) => {
            report.find(&EXPRESSION, place, || {
                message!(
                    "In the policy “{policy}”: {error}",
                    policy = instance.title(),
                    error = error.message()
                )
            });
            return;
        }
    };
    for expression in found {
        if expression.source == Source::ConnectionParameters
            && let Some(name) = expression.name
            && expression.default.is_none()
            && !has_connection_parameter(report, name)
        {
            report.find(&CONNECTION_PARAMETERS, place, || {
                message!("The policy “{policy}” takes “{name}” from the connection, which has no such parameter.", policy = instance.title(), name)
            });
        }
    }
}

/// Whether a connection has a parameter of this name, by itself or in one of its sets.
fn has_connection_parameter(report: &Report<'_>, name: &str) -> bool {
    let Some(properties) = report.model().properties() else {
        return false;
    };
    let sets = properties
        .get("connectionParameterSets")
        .and_then(|sets| sets.get("values"))
        .and_then(Value::as_array);
    let of_sets = sets.into_iter().flatten().map(|set| set.get("parameters"));
    of_sets
        .chain([properties.get("connectionParameters")])
        .filter_map(|parameters| parameters?.as_object())
        .any(|all| all.keys().any(|own| own.eq_ignore_ascii_case(name)))
}
