//! Bounds of numbers, texts, arrays and objects, and patterns.

use serde_json::Value;

use super::pattern;
use crate::document::Decimal;
use crate::lint::model::{FacetNode, Facets};
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::lint::{Fix, Rule};
use crate::message::message;

rules! {
    /// Only multiples of a number above zero can be told from other numbers. Write one, or remove the keyword.
    MULTIPLE_OF = "MultipleOfMustBeGreaterThanZero", 112, Error, Always,
        "“multipleOf” is above zero";

    /// `exclusiveMaximum` says that the maximum itself is not allowed, so there must be one. Add
    /// `maximum`, or remove the keyword.
    /// Connectors that the platform accepted carry it, so it is no error.
    EXCLUSIVE_MAXIMUM = "ExclusiveMaximumRequiresMaximum", 157, Warning, Always,
        "“exclusiveMaximum” stands beside a “maximum”";

    /// `exclusiveMinimum` says that the minimum itself is not allowed, so there must be one. Add
    /// `minimum`, or remove the keyword.
    EXCLUSIVE_MINIMUM = "ExclusiveMinimumRequiresMinimum", 158, Error, Always,
        "“exclusiveMinimum” stands beside a “minimum”";

    /// An array cannot have fewer than no items. Write a number that is not below zero.
    MAX_ITEMS = "MaxItemsMustBeGreaterThanOrEqualToZero", 161, Error, Always,
        "“maxItems” is not below zero";

    /// A text cannot have fewer than no characters. Write a number that is not below zero.
    MAX_LENGTH = "MaxLengthMustBeGreaterThanOrEqualToZero", 162, Error, Always,
        "“maxLength” is not below zero";

    /// An object cannot have fewer than no properties. Write a number that is not below zero.
    MAX_PROPERTIES = "MaxPropertiesMustBeGreaterThanOrEqualToZero", 163, Error, Always,
        "“maxProperties” is not below zero";

    /// No number is both above the minimum and below the maximum. Swap or correct them.
    MINIMUM_AND_MAXIMUM = "MinimumShouldBeLessThanOrEqualToMaximum", 164, Warning, Always,
        "“minimum” is not above “maximum”";

    /// An array cannot have fewer than no items. Write a number that is not below zero.
    MIN_ITEMS = "MinItemsMustBeGreaterThanOrEqualToZero", 165, Error, Always,
        "“minItems” is not below zero";

    /// No array has enough items and not too many of them. Swap or correct the bounds.
    MIN_ITEMS_AND_MAX_ITEMS = "MinItemsShouldBeLessThanOrEqualToMaxItems", 166, Warning, Always,
        "“minItems” is not above “maxItems”";

    /// A text cannot have fewer than no characters. Write a number that is not below zero.
    MIN_LENGTH = "MinLengthMustBeGreaterThanOrEqualToZero", 167, Error, Always,
        "“minLength” is not below zero";

    /// No text is long enough and not too long. Swap or correct the bounds.
    MIN_LENGTH_AND_MAX_LENGTH = "MinLengthShouldBeLessThanOrEqualToMaxLength", 168, Warning, Always,
        "“minLength” is not above “maxLength”";

    /// An object cannot have fewer than no properties. Write a number that is not below zero.
    MIN_PROPERTIES = "MinPropertiesMustBeGreaterThanOrEqualToZero", 169, Error, Always,
        "“minProperties” is not below zero";

    /// A pattern is a regular expression of ECMA-262; one that is none cannot be matched. Correct it.
    PATTERN = "PatternShouldBeValidRegularExpression", 170, Warning, Always,
        "“pattern” is a regular expression";
}

/// A keyword that counts something: its name, its value, and the rule that it is not below zero.
type Count<'f> = (&'static str, Option<&'f Value>, &'static Rule);

pub(super) fn check(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    // Nearly all objects have no bounds at all.
    if !has_bounds(facets) {
        return;
    }
    check_counts(node, report);
    check_order(node, report);
    check_exclusive(node, report);
    if let Some(value) = facets.multiple_of
        && Decimal::of_value(Some(value)).is_some_and(|number| !number.is_positive())
    {
        report.find(&MULTIPLE_OF, &node.place.key("multipleOf"), || {
            message!("“multipleOf” is {value}, but it must be above zero.", value)
        });
    }
    check_pattern(node, report);
}

fn has_bounds(facets: &Facets<'_>) -> bool {
    [
        facets.minimum,
        facets.maximum,
        facets.exclusive_minimum,
        facets.exclusive_maximum,
        facets.multiple_of,
        facets.min_length,
        facets.max_length,
        facets.min_items,
        facets.max_items,
        facets.min_properties,
        facets.max_properties,
        facets.pattern,
    ]
    .iter()
    .any(Option::is_some)
}

fn check_counts(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    let counts: [Count<'_>; 6] = [
        ("maxItems", facets.max_items, &MAX_ITEMS),
        ("maxLength", facets.max_length, &MAX_LENGTH),
        ("maxProperties", facets.max_properties, &MAX_PROPERTIES),
        ("minItems", facets.min_items, &MIN_ITEMS),
        ("minLength", facets.min_length, &MIN_LENGTH),
        ("minProperties", facets.min_properties, &MIN_PROPERTIES),
    ];
    for (key, value, rule) in counts {
        if let Some(value) = value
            && Decimal::of_value(Some(value)).is_some_and(|number| number.is_negative())
        {
            report.find(rule, &node.place.key(key), || {
                message!(
                    "“{key}” is {value}, but nothing can be counted below zero.",
                    key,
                    value
                )
            });
        }
    }
}

fn check_order(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    let pairs = [
        (
            ("minimum", facets.minimum),
            ("maximum", facets.maximum),
            &MINIMUM_AND_MAXIMUM,
        ),
        (
            ("minItems", facets.min_items),
            ("maxItems", facets.max_items),
            &MIN_ITEMS_AND_MAX_ITEMS,
        ),
        (
            ("minLength", facets.min_length),
            ("maxLength", facets.max_length),
            &MIN_LENGTH_AND_MAX_LENGTH,
        ),
    ];
    for ((low_key, least), (high_key, most), rule) in pairs {
        if let (Some(least), Some(most)) = (least, most)
            && let (Some(low), Some(high)) = (
                Decimal::of_value(Some(least)),
                Decimal::of_value(Some(most)),
            )
            && low > high
        {
            report.find(rule, &node.place.key(low_key), || {
                message!("“{low_key}” ({least}) is above “{high_key}” ({most}), so no value fits. Swap or correct them.", low_key, least, high_key, most)
            });
        }
    }
}

fn check_exclusive(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let facets = node.facets;
    let pairs = [
        (
            "exclusiveMaximum",
            facets.exclusive_maximum,
            "maximum",
            facets.maximum,
            &EXCLUSIVE_MAXIMUM,
        ),
        (
            "exclusiveMinimum",
            facets.exclusive_minimum,
            "minimum",
            facets.minimum,
            &EXCLUSIVE_MINIMUM,
        ),
    ];
    for (key, value, bound, present, rule) in pairs {
        let Some(value) = value.filter(|_| present.is_none()) else {
            continue;
        };
        let place = node.place.key(key);
        if value.is_boolean() {
            report.find_with_fix(rule, &place, || {
                let fix = Fix::remove(message!("Remove “{key}”", key), place.path());
                (
                    message!(
                        "“{key}” has no effect without “{bound}”. Add “{bound}”, or remove it.",
                        key,
                        bound
                    ),
                    fix,
                )
            });
        } else {
            // JSON Schema writes the bound itself here; Swagger 2.0 wants it beside.
            report.find(rule, &place, || {
                message!("“{key}” has no effect without “{bound}”. Write the number as “{bound}”, and true here.", key, bound)
            });
        }
    }
}

fn check_pattern(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let Some(pattern) = node.facets.pattern.and_then(Value::as_str) else {
        return;
    };
    if let Err(fault) = pattern::check(pattern) {
        report.find(&PATTERN, &node.place.key("pattern"), || {
            message!(
                "The pattern is not a regular expression: {reason}, at character {at}.",
                reason = fault.reason,
                at = fault.at
            )
        });
    }
}
