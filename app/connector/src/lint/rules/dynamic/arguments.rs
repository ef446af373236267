//! What an extension gives to the operation that it asks.

use serde_json::Value;

use super::input::{Found, Meant, meant};
use super::{Dynamic, Given};
use crate::lint::Severity;
use crate::lint::model::OperationNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;
use crate::swagger::{Location, Parameter, Visibility};

rules! {
    /// The name could mean a parameter or a property of the body, and `x-ms-dynamic-values` cannot say which. Add
    /// `x-ms-dynamic-list`, which can.
    LIST_FOR_AMBIGUOUS = "DynamicListExtensionRequiredForAmbiguousReferences", 11, Warning, Always,
        "Dynamic values with a name of two meanings have a dynamic list beside them";

    /// `x-ms-dynamic-values` reads parameters, not properties of the body. Add `x-ms-dynamic-list`, which reads both.
    LIST_FOR_PROPERTIES = "DynamicListExtensionRequiredForNonParameterReferences", 12, Warning, Always,
        "Dynamic values that read a property have a dynamic list beside them";

    /// The name could mean a parameter or a property of the body, and `x-ms-dynamic-schema` cannot say which. Add
    /// `x-ms-dynamic-properties`, which can.
    PROPERTIES_FOR_AMBIGUOUS = "DynamicPropertiesExtensionRequiredForAmbiguousReferences", 13, Warning, Always,
        "A dynamic schema with a name of two meanings has dynamic properties beside it";

    /// `x-ms-dynamic-schema` reads parameters, not properties of the body. Add `x-ms-dynamic-properties`, which reads both.
    PROPERTIES_FOR_PROPERTIES = "DynamicPropertiesExtensionRequiredForNonParameterReferences", 14, Warning, Always,
        "A dynamic schema that reads a property has dynamic properties beside it";

    /// The asked operation cannot be called without this parameter, so nothing is offered. Give it a value or a
    /// parameter.
    MISSING_REQUIRED = "OperationMissingRequiredProperty", 40, Warning, Always,
        "The asked operation is given all that it requires";

    /// The asked operation has a parameter and a property of the body of this name, so it is not certain which is
    /// meant. Write the path of the property, beginning with the body's name.
    NAME_IS_AMBIGUOUS = "OperationParameterNameIsAmbiguous", 43, Warning, Always,
        "What is given to the asked operation has one meaning";

    /// There is no parameter of this name, so what is given is lost. Correct the name.
    NAME_NOT_FOUND = "OperationParameterNameNotFound", 44, Error, Always,
        "The parameters that an extension names are there";

    /// Users may leave this parameter empty, but the asked operation needs it: until it is filled in nothing is
    /// offered. Require it.
    REQUIRED_MISMATCH = "OperationParameterRequiredMismatch", 45, Warning, Always,
        "What the asked operation requires is required here too";

    /// The value that is given is of another type than the parameter of the asked operation. Write it in that type.
    STATIC_TYPE_MISMATCH = "OperationParameterStaticTypeMismatch", 49, Warning, Always,
        "Values given to the asked operation are of the type that it wants";

    /// The parameter that is given is of another type than that of the asked operation. Make them the same.
    TYPE_MISMATCH = "OperationParameterTypeMismatch", 50, Warning, Always,
        "Parameters given to the asked operation are of the type that it wants";

    /// Users do not see this parameter, so it never changes. Give its value instead, or let them see it.
    SOURCE_INTERNAL = "SourcePropertyInternal", 90, Warning, Always,
        "What is given to the asked operation can be seen by users";
}

pub(super) fn check(dynamic: &Dynamic<'_>, report: &mut Report<'_>) {
    let model = report.model();
    let Some(target) = dynamic.operation_id().and_then(|id| model.operation(id)) else {
        return;
    };
    let place = dynamic.place.key("parameters");
    for (name, given) in dynamic.arguments() {
        let place = place.key(name);
        let wanted = meant(model, target, name);
        check_name(target, name, &wanted, &place, report);
        match given {
            Given::Literal(value) => check_literal(target, &wanted, value, &place, report),
            Given::Reference(reference) => {
                check_reference(dynamic, target, &wanted, reference, &place, report);
            }
            Given::Else => {}
        }
    }
    check_required(dynamic, target, report);
}

fn check_name(
    target: &OperationNode<'_>,
    name: &str,
    wanted: &Meant<'_, '_>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    match (wanted.parameter, &wanted.property) {
        (Some(_), Found::Schema(_)) => report.find(&NAME_IS_AMBIGUOUS, place, || {
            message!(
                "“{name}” is a parameter of operation {operation} and a property of its body.",
                name,
                operation = target.name()
            )
        }),
        (None, Found::Nothing) => report.find(&NAME_NOT_FOUND, place, || {
            message!(
                "Operation {operation} has no parameter “{name}”. Correct the name.",
                operation = target.name(),
                name
            )
        }),
        _ => {}
    }
}

fn check_literal(
    target: &OperationNode<'_>,
    wanted: &Meant<'_, '_>,
    value: &Value,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(kind) = wanted
        .parameter
        .map(Parameter::kind)
        .filter(|kind| !kind.is_empty())
    else {
        return;
    };
    let fits = match kind {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        _ => true,
    };
    if !fits {
        report.find(&STATIC_TYPE_MISMATCH, place, || {
            message!(
                "Operation {operation} wants a value of type “{kind}” here, but {value} is given.",
                operation = target.name(),
                kind,
                value
            )
        });
    }
}

fn check_reference(
    dynamic: &Dynamic<'_>,
    target: &OperationNode<'_>,
    wanted: &Meant<'_, '_>,
    reference: &str,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(source) = dynamic.source else {
        return;
    };
    let own = meant(report.model(), source, reference);
    check_successor(dynamic, &own, reference, place, report);
    let Some(parameter) = own.parameter else {
        match own.property {
            // The asked operation is then called without it, which may do.
            Found::Nothing => report.find_as(&NAME_NOT_FOUND, Severity::Warning, place, || {
                let message = message!(
                    "Operation {operation} has no parameter “{name}”. Correct the name.",
                    operation = source.name(),
                    name = reference
                );
                (message, None)
            }),
            Found::Schema(schema) => {
                check_seen(source, reference, Visibility::of(schema), place, report);
            }
            Found::Unknown => {}
        }
        return;
    };
    check_seen(source, reference, parameter.visibility(), place, report);
    let Some(wanted) = wanted.parameter else {
        return;
    };
    if wanted.required()
        && !parameter.required()
        && wanted.default_value().is_none()
        && parameter.default_value().is_none()
    {
        report.find(&REQUIRED_MISMATCH, place, || {
            message!("Operation {operation} requires “{wanted}”, but “{reference}” is optional. Require it.", operation = target.name(), wanted = wanted.name(), reference)
        });
    }
    let (kind, given) = (wanted.kind(), parameter.kind());
    if !kind.is_empty() && !given.is_empty() && kind != given {
        report.find(&TYPE_MISMATCH, place, || {
            message!("Operation {operation} wants the type “{kind}” here, but “{reference}” is of type “{given}”.", operation = target.name(), kind, reference, given)
        });
    }
}

fn check_successor(
    dynamic: &Dynamic<'_>,
    own: &Meant<'_, '_>,
    reference: &str,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if dynamic.has_successor() {
        return;
    }
    let Found::Schema(_) = own.property else {
        return;
    };
    let is_list = dynamic.key == "x-ms-dynamic-values";
    let successor = if is_list {
        "x-ms-dynamic-list"
    } else {
        "x-ms-dynamic-properties"
    };
    let rule = match (is_list, own.parameter.is_some()) {
        (true, true) => &LIST_FOR_AMBIGUOUS,
        (true, false) => &LIST_FOR_PROPERTIES,
        (false, true) => &PROPERTIES_FOR_AMBIGUOUS,
        (false, false) => &PROPERTIES_FOR_PROPERTIES,
    };
    report.find(rule, place, || {
        if own.parameter.is_some() {
            message!("“{reference}” is a parameter and a property of the body. Say which with “{successor}”.", reference, successor)
        } else {
            message!("“{reference}” is a property of the body, which only “{successor}” reads. Add it.", reference, successor)
        }
    });
}

fn check_seen(
    source: &OperationNode<'_>,
    reference: &str,
    visibility: Visibility,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if visibility == Visibility::Internal {
        report.find(&SOURCE_INTERNAL, place, || {
            message!("“{reference}” of operation {operation} is internal, so users cannot change it. Give its value instead.", reference, operation = source.name())
        });
    }
}

fn check_required(dynamic: &Dynamic<'_>, target: &OperationNode<'_>, report: &mut Report<'_>) {
    let given: Vec<&str> = dynamic.arguments().map(|(name, _)| name).collect();
    for parameter in target.parameters() {
        let name = parameter.name();
        // Of a body, the path of a property may be given.
        let is_given = |key: &&str| {
            key.eq_ignore_ascii_case(name) || parameter.location() == Some(Location::Body)
        };
        let needed = parameter.required() && parameter.default_value().is_none();
        let is_body = parameter.location() == Some(Location::Body);
        if needed && !(is_body && given.is_empty()) && !given.iter().any(is_given) {
            report.find(&MISSING_REQUIRED, &dynamic.place, || {
                message!("Operation {operation} requires “{name}”, which is not given. Add it to “parameters”.", operation = target.name(), name)
            });
        }
    }
}
