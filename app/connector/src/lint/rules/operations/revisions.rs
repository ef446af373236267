//! Revisions of operations: `x-ms-api-annotation` (spec section D.4).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::lint::Rule;
use crate::lint::model::OperationNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::{Message, message};

rules! {
    /// What takes the place of an operation is of interest once the operation is deprecated. Set `deprecated` to
    /// true, or remove `replacement`.
    REPLACEMENT_OF_LIVING = "ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations", 1, Warning, Certification,
        "Only deprecated operations name their replacement";

    /// A replacement is an operation of a connector: `api` names the connector. Add it.
    REPLACEMENT_API = "ApiAnnotationExtensionReplacementInfoMissingApiProperty", 2, Error, Always,
        "A replacement names its connector";

    /// A replacement is an operation of a connector: `operationId` names the operation. Add it.
    REPLACEMENT_OPERATION = "ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty", 3, Error, Always,
        "A replacement names its operation";

    /// The revisions of a family follow one another, so each has its own number. Change one.
    DUPLICATE_REVISIONS = "OperationFamilyHasDuplicateRevisions", 28, Error, Certification,
        "No two operations of a family have the same revision";

    /// Users choose among the operations of a family that are not deprecated; more than two confuse them.
    /// Deprecate the older ones.
    MANY_ACTIVE = "OperationFamilyHasManyActiveOperations", 29, Error, Certification,
        "At most two operations of a family are not deprecated";

    /// Only the newest revision that is in production should be offered. Deprecate the earlier ones.
    MANY_IN_PRODUCTION = "OperationFamilyHasManyActiveProductionOperations", 30, Error, Certification,
        "One operation of a family is in production and not deprecated";

    /// An operation without a revision counts as the first, of which there is one. Number the others.
    MANY_EMPTY = "OperationFamilyHasManyEmptyRevisions", 31, Error, Certification,
        "At most one operation of a family has no revision";

    /// A later revision is told from the first by its ID: `ListParcels_V2`. Rename it while nobody uses it yet.
    ID_WITH_REVISION = "OperationIdShouldEndWithRevision", 37, Warning, Always,
        "The ID of a later revision ends with its number";

    /// An operation of a family should say which revision it is. Add `revision`, a whole number.
    REVISION_EMPTY = "OperationRevisionEmpty", 56, Warning, Always,
        "Every operation of a family says its revision";

    /// A connector in preview promises less than an operation in production does. Set the operation to
    /// `Preview`, or the connector to `Production`.
    AHEAD_OF_CONNECTOR = "OperationStatusAheadOfConnector", 59, Error, Certification,
        "No operation is in production while the connector is in preview";
}

/// What an operation says of its revision.
struct Annotation<'n> {
    json: &'n Map<String, Value>,
}

impl<'n> Annotation<'n> {
    fn of(node: &OperationNode<'n>) -> Option<Self> {
        let json = node.json().get("x-ms-api-annotation")?.as_object()?;
        Some(Self { json })
    }

    fn text(&self, key: &str) -> Option<&'n str> {
        self.json.get(key)?.as_str()
    }

    fn revision(&self) -> Option<u64> {
        self.json.get("revision")?.as_u64()
    }

    fn is_in_production(&self) -> bool {
        self.text("status")
            .is_some_and(|status| status.eq_ignore_ascii_case("production"))
    }
}

fn is_deprecated(node: &OperationNode<'_>) -> bool {
    node.json()
        .get("deprecated")
        .and_then(Value::as_bool)
        .unwrap_or_default()
}

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let Some(annotation) = Annotation::of(node) else {
        return;
    };
    let place = node.place();
    let place = place.key("x-ms-api-annotation");
    check_replacement(node, &annotation, &place, report);
    if annotation.text("family").is_some() && annotation.json.get("revision").is_none() {
        report.find(&REVISION_EMPTY, &place, || {
            message!(
                "Operation {operation} belongs to a family, but says no revision. Add “revision”.",
                operation = node.name()
            )
        });
    }
    if let (Some(revision @ 2..), Some(id)) = (annotation.revision(), node.id())
        && !id.to_lowercase().ends_with(&format!("v{revision}"))
    {
        let place = node.place();
        report.find(&ID_WITH_REVISION, &place.key("operationId"), || {
            message!("“{id}” is revision {revision} of its family, so its ID should end with “_V{revision}”.", id, revision)
        });
    }
    check_status(node, &annotation, &place, report);
}

fn check_replacement(
    node: &OperationNode<'_>,
    annotation: &Annotation<'_>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    let Some(replacement) = annotation
        .json
        .get("replacement")
        .and_then(Value::as_object)
    else {
        return;
    };
    let place = place.key("replacement");
    for (key, rule) in [
        ("api", &REPLACEMENT_API),
        ("operationId", &REPLACEMENT_OPERATION),
    ] {
        let says = replacement
            .get(key)
            .and_then(Value::as_str)
            .is_some_and(|text| !text.is_empty());
        if !says {
            report.find(rule, &place, || {
                message!(
                    "The replacement of operation {operation} does not say its “{key}”. Add it.",
                    operation = node.name(),
                    key
                )
            });
        }
    }
    if !is_deprecated(node) {
        report.find(&REPLACEMENT_OF_LIVING, &place, || {
            message!(
                "Operation {operation} has a replacement, but is not deprecated.",
                operation = node.name()
            )
        });
    }
}

fn check_status(
    node: &OperationNode<'_>,
    annotation: &Annotation<'_>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if !annotation.is_in_production() || !report.asks(&AHEAD_OF_CONNECTOR) {
        return;
    }
    let info = report
        .model()
        .root("info")
        .and_then(|info| info.get("x-ms-api-annotation"));
    let status = info
        .and_then(|annotation| annotation.get("status"))
        .and_then(Value::as_str);
    if status.is_some_and(|status| status.eq_ignore_ascii_case("preview")) {
        report.find(&AHEAD_OF_CONNECTOR, &place.key("status"), || {
            message!(
                "Operation {operation} is in production, but the connector is in preview.",
                operation = node.name()
            )
        });
    }
}

/// An operation of a family.
struct Member<'n, 'm> {
    operation: &'m OperationNode<'n>,
    annotation: Annotation<'n>,
}

impl Member<'_, '_> {
    fn tell(
        &self,
        rule: &'static Rule,
        report: &mut Report<'_>,
        message: impl FnOnce() -> Message,
    ) {
        let place = self.operation.place();
        report.find(rule, &place.key("x-ms-api-annotation"), message);
    }
}

pub(super) fn check_definition(report: &mut Report<'_>) {
    if !report.asks(&MANY_ACTIVE) {
        return;
    }
    let mut families: BTreeMap<&str, Vec<Member<'_, '_>>> = BTreeMap::new();
    for operation in report.model().operations() {
        if let Some(annotation) = Annotation::of(operation)
            && let Some(family) = annotation.text("family")
        {
            families.entry(family).or_default().push(Member {
                operation,
                annotation,
            });
        }
    }
    for (family, members) in families {
        check_revisions(family, &members, report);
        check_active(family, &members, report);
    }
}

fn check_revisions(family: &str, members: &[Member<'_, '_>], report: &mut Report<'_>) {
    let mut known = BTreeSet::new();
    for member in members {
        let revision = member.annotation.revision();
        if known.insert(revision) {
            continue;
        }
        match revision {
            None => member.tell(&MANY_EMPTY, report, || {
                message!(
                    "The family “{family}” has several operations without a revision. Number them.",
                    family
                )
            }),
            Some(revision) => member.tell(&DUPLICATE_REVISIONS, report, || {
                message!(
                    "The family “{family}” has revision {revision} twice. Change one.",
                    family,
                    revision
                )
            }),
        }
    }
}

/// Looks at the operations of a family that are not deprecated, the newest first.
fn check_active(family: &str, members: &[Member<'_, '_>], report: &mut Report<'_>) {
    let mut active: Vec<_> = members
        .iter()
        .filter(|member| !is_deprecated(member.operation))
        .collect();
    active.sort_by_key(|member| Reverse(member.annotation.revision()));
    for member in active.iter().skip(2) {
        member.tell(&MANY_ACTIVE, report, || {
            message!("The family “{family}” has more than two operations in use. Deprecate the older {operation}.", family, operation = member.operation.name())
        });
    }
    let in_production = active
        .iter()
        .filter(|member| member.annotation.is_in_production());
    for member in in_production.skip(1) {
        member.tell(&MANY_IN_PRODUCTION, report, || {
            message!("The family “{family}” has several operations in production. Deprecate the earlier {operation}.", family, operation = member.operation.name())
        });
    }
}
