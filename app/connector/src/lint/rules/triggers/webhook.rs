//! Webhooks: the address to call back, and what is sent to it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::lint::Severity;
use crate::lint::model::{
    FacetKind, FacetNode, Model, OperationNode, ParameterNode, SchemaNode, SchemaPosition,
};
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::{Phrase, message, phrase};
use crate::swagger::Location;

rules! {
    /// What the API sends to the address is not described, so flows have nothing to use. Add
    /// `x-ms-notification-content` to the path.
    NOTIFICATION_CONTENT = "OperationMustHaveNotificationContentExtension", 41, Error, Always,
        "A webhook says what it is sent";

    /// The API is not told where to call back. Mark the property of the body that takes the address with
    /// `x-ms-notification-url`.
    NOTIFICATION_URL_MISSING = "WebhookOperationsMissingNotificationUrlProperty", 72, Error, Always,
        "A webhook has a property for the address to call back";

    /// The platform fills in the address in a property of the body of the request only. Mark such a property. It
    /// is a warning where nothing is refused: in a shared schema that answers have, and beside the schema of a body.
    NOT_ALLOWED_HERE = "NotificationUrlNotAllowedInThisPosition", 151, Error, Always,
        "The address to call back is a property of the body";

    /// The platform fills in the address itself, so users should not see it. Make it, or an object that it is in,
    /// internal.
    NOT_INTERNAL = "NotificationUrlNotInternal", 152, Warning, Always,
        "The address to call back is internal";

    /// The address is sent only if it is required, and so is every object that it is in. Require them.
    NOT_REQUIRED = "NotificationUrlNotRequired", 153, Warning, Always,
        "The address to call back is required";

    /// An address is a text. Give the property the type `string`.
    NOT_STRING = "NotificationUrlNotString", 154, Error, Always,
        "The address to call back is a string";
}

/// The mark of the property that takes the address.
const MARK: &str = "x-ms-notification-url";

/// Whether an operation is a webhook trigger: its path says what is sent.
pub(super) fn is_webhook(node: &OperationNode<'_>) -> bool {
    node.is_trigger() && node.notification_content().is_some()
}

pub(super) fn check(node: &OperationNode<'_>, report: &mut Report<'_>) {
    let Some(body) = node.body() else {
        tell_missing(node, report);
        return;
    };
    let content = node.notification_content();
    // Only what is, or could be, a webhook needs a look into its body.
    if !node.is_trigger() && content.is_none() {
        return;
    }
    let mut search = Search::of(report.model());
    search.look(body, true, false);
    if search.found > 0 && content.is_none() {
        report.find(&NOTIFICATION_CONTENT, &node.place(), || {
            message!("Operation {operation} takes an address to call back, but does not say what is sent there. Describe it.", operation = node.name())
        });
    }
    if search.found == 0 && !search.is_open {
        tell_missing(node, report);
    }
    let place = node.place();
    if search.optional {
        report.find(&NOT_REQUIRED, &place, || {
            message!("The address to call back of operation {operation} is optional. Require it, and every object that it is in.", operation = node.name())
        });
    }
    if search.visible {
        report.find(&NOT_INTERNAL, &place, || {
            message!(
                "Users see the address to call back of operation {operation}. Make it internal.",
                operation = node.name()
            )
        });
    }
}

fn tell_missing(node: &OperationNode<'_>, report: &mut Report<'_>) {
    if is_webhook(node) {
        report.find(&NOTIFICATION_URL_MISSING, &node.place(), || {
            message!("Operation {operation} does not tell the API where to call back. Mark the property for it with “{mark}”.", operation = node.name(), mark = MARK)
        });
    }
}

/// A search for marked properties in the body of an operation.
struct Search<'m, 'a> {
    model: &'m Model<'a>,
    seen: BTreeSet<*const Value>,
    found: usize,
    /// Whether one of them, or an object that it is in, is optional.
    optional: bool,
    /// Whether users see one of them.
    visible: bool,
    /// Whether the body may have more than was seen.
    is_open: bool,
    depth: usize,
}

/// The deepest nesting of objects that is looked into.
const MAX_DEPTH: usize = 30;

impl<'m, 'a> Search<'m, 'a> {
    fn of(model: &'m Model<'a>) -> Self {
        Self {
            model,
            seen: BTreeSet::new(),
            found: 0,
            optional: false,
            visible: false,
            is_open: false,
            depth: 0,
        }
    }

    /// Looks at a schema: whether it and all above it are required, and whether one of them is internal.
    fn look(&mut self, schema: &'a Value, required: bool, internal: bool) {
        let own = |key: &str| schema.get(key);
        let internal = internal || is_internal(schema);
        let marked = own(MARK).and_then(Value::as_bool) == Some(true);
        let Some(target) = self.model.schema(schema) else {
            return;
        };
        let internal = internal || is_internal(target);
        if marked || target.get(MARK).and_then(Value::as_bool) == Some(true) {
            self.found += 1;
            self.optional |= !required;
            self.visible |= !internal;
            return;
        }
        if self.depth == MAX_DEPTH {
            self.is_open = true;
            return;
        }
        if !self.seen.insert(std::ptr::from_ref(target)) {
            return;
        }
        self.depth += 1;
        self.is_open |= target.get("x-ms-dynamic-schema").is_some()
            || target.get("x-ms-dynamic-properties").is_some();
        let names = target.get("required").and_then(Value::as_array);
        let is_required = |name: &String| {
            names.is_some_and(|names| names.iter().any(|required| required.as_str() == Some(name)))
        };
        let properties = target.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            self.look(property, required && is_required(name), internal);
        }
        let parts = target.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            self.look(part, required, internal);
        }
        if let Some(items) = target.get("items") {
            self.look(items, required, internal);
        }
        self.depth -= 1;
    }
}

fn is_internal(schema: &Value) -> bool {
    schema.get("x-ms-visibility").and_then(Value::as_str) == Some("internal")
}

pub(super) fn check_parameter(node: &ParameterNode<'_>, report: &mut Report<'_>) {
    if !node.facets.has_extensions || !is_marked(node.json) {
        return;
    }
    let place = node.place.key(MARK);
    if node.location() == Some(Location::Body) {
        report.find_as(&NOT_ALLOWED_HERE, Severity::Warning, &place, || {
            let message = message!("The mark of “{name}” stands beside its schema, where the platform does not look. Mark the property that takes the address.", name = node.name());
            (message, None)
        });
        return;
    }
    report.find(&NOT_ALLOWED_HERE, &place, || {
        message!("“{name}” is no body, so the platform does not fill in the address. Use a property of a body.", name = node.name())
    });
}

/// Looks at headers and at the items of parameters.
pub(super) fn check_facets(node: &FacetNode<'_>, report: &mut Report<'_>) {
    let what = match node.kind {
        FacetKind::Header => phrase!("A header of an answer"),
        FacetKind::Items => phrase!("An item of a parameter"),
        FacetKind::Schema | FacetKind::Parameter => return,
    };
    if node.facets.has_extensions {
        check_holder(what, node.json, &node.place, report);
    }
}

/// Looks at what holds schemas and is none.
pub(super) fn check_holder(
    what: Phrase,
    json: &Map<String, Value>,
    place: &Place<'_>,
    report: &mut Report<'_>,
) {
    if is_marked(json) {
        report.find(&NOT_ALLOWED_HERE, &place.key(MARK), || {
            message!(
                "{what} cannot take the address to call back. Mark a property of a body.",
                what
            )
        });
    }
}

fn is_marked(json: &Map<String, Value>) -> bool {
    json.get(MARK).and_then(Value::as_bool) == Some(true)
}

pub(super) fn check_schema(node: &SchemaNode<'_>, report: &mut Report<'_>) {
    if !node.facets.has_extensions || !is_marked(node.json) {
        return;
    }
    let place = node.place.key(MARK);
    if node.role.output && !node.role.input {
        // A shared schema with the mark may be a body that is answered with as well; no harm is done.
        let severity = match node.operation {
            Some(_) => Severity::Error,
            None => Severity::Warning,
        };
        report.find_as(&NOT_ALLOWED_HERE, severity, &place, || {
            let message = message!(
                "An answer cannot take the address to call back. Mark a property of a body."
            );
            (message, None)
        });
    }
    if node.facets.kind().is_some_and(|kind| kind != "string") {
        let here = node.place.key("type");
        report.find(&NOT_STRING, &here, || {
            let what = match node.position {
                SchemaPosition::Property(name) => message!("The property “{name}”", name),
                _ => message!("The schema"),
            };
            message!(
                "{what} takes the address to call back, so its type must be “string”.",
                what
            )
        });
    }
}
