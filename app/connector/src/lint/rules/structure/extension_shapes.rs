//! The extensions of the platform (spec section D.4).

use super::shape::Shape;
use super::shape::Want::{self, Any, Flag, List, Object, OneOf, Text, Texts, Whole};
use crate::message::{Phrase, phrase};

/// What the value of an extension is.
pub(super) enum Kind {
    Object(&'static Shape),
    /// A list of such objects.
    List(&'static Shape),
    Value(Want),
}

const fn closed(
    what: Phrase,
    keys: &'static [(&'static str, Want)],
    required: &'static [&'static str],
) -> Shape {
    Shape {
        what,
        keys,
        required,
        one_of: &[],
        extensions: false,
    }
}

pub(super) static NOTIFICATION_CONTENT: Shape = closed(
    phrase!("“x-ms-notification-content”"),
    &[
        ("description", Text),
        ("schema", Object),
        ("x-ms-summary", Text),
    ],
    &[],
);

static DYNAMIC_VALUES: Shape = Shape {
    what: phrase!("“x-ms-dynamic-values”"),
    keys: &[
        ("operationId", Text),
        ("capability", Text),
        ("builtInOperation", Text),
        ("parameters", Object),
        ("value-collection", Text),
        ("value-path", Text),
        ("value-title", Text),
    ],
    // Accepted connectors leave “value-path” out: the items themselves are the values then.
    required: &[],
    one_of: &["operationId", "capability", "builtInOperation"],
    extensions: false,
};

static DYNAMIC_LIST: Shape = Shape {
    what: phrase!("“x-ms-dynamic-list”"),
    keys: &[
        ("operationId", Text),
        ("builtInOperation", Text),
        ("parameters", Object),
        ("itemsPath", Text),
        ("itemValuePath", Text),
        ("itemTitlePath", Text),
    ],
    required: &["itemValuePath"],
    one_of: &["operationId", "builtInOperation"],
    extensions: false,
};

static DYNAMIC_SCHEMA: Shape = closed(
    phrase!("“x-ms-dynamic-schema”"),
    &[
        ("operationId", Text),
        ("parameters", Object),
        ("value-path", Text),
    ],
    &["operationId"],
);

static DYNAMIC_PROPERTIES: Shape = closed(
    phrase!("“x-ms-dynamic-properties”"),
    &[
        ("operationId", Text),
        ("parameters", Object),
        ("itemValuePath", Text),
    ],
    &["operationId"],
);

static DYNAMIC_TREE: Shape = closed(
    phrase!("“x-ms-dynamic-tree”"),
    &[("settings", Object), ("open", Object), ("browse", Object)],
    &["open"],
);

static TREE_SETTINGS: Shape = closed(
    phrase!("“settings” of “x-ms-dynamic-tree”"),
    &[("canSelectParentNodes", Flag), ("canSelectLeafNodes", Flag)],
    &[],
);

static TREE_OPERATION: Shape = closed(
    phrase!("An operation of a picker"),
    &[
        ("operationId", Text),
        ("parameters", Object),
        ("itemsPath", Text),
        ("itemValuePath", Text),
        ("itemTitlePath", Text),
        ("itemFullTitlePath", Text),
        ("itemIsParent", Text),
    ],
    &["operationId"],
);

static CAPABILITIES: Shape = closed(
    phrase!("“x-ms-capabilities”"),
    &[
        ("testConnection", Object),
        ("file-picker", Object),
        ("chunkTransfer", Flag),
        // Of tables and their columns.
        ("filterFunctions", List),
        ("filterFunctionSupport", List),
        ("filterRestrictions", Object),
        ("sortRestrictions", Object),
        ("selectRestrictions", Object),
        ("isOnlyServerPagable", Flag),
        ("serverPagingOptions", List),
        ("odataVersion", Any),
    ],
    &[],
);

static TEST_CONNECTION: Shape = closed(
    phrase!("“testConnection”"),
    &[("operationId", Text), ("parameters", Object)],
    &["operationId"],
);

static FILE_PICKER: Shape = closed(
    phrase!("“file-picker”"),
    &[
        ("open", Object),
        ("browse", Object),
        ("value-title", Text),
        ("value-path", Text),
        ("value-collection", Text),
        ("value-folder-property", Text),
        ("value-media-property", Text),
    ],
    &["open", "browse"],
);

static API_ANNOTATION: Shape = closed(
    phrase!("“x-ms-api-annotation”"),
    &[
        ("status", OneOf(&["Preview", "Production"])),
        ("family", Text),
        ("revision", Whole),
        // What it must have is told by rules of their own.
        ("replacement", Object),
        ("expires", Text),
    ],
    &[],
);

static ENUM_VALUE: Shape = closed(
    phrase!("An entry of “x-ms-enum-values”"),
    &[("value", Any), ("displayName", Text)],
    &["value"],
);

static NOTIFICATION: Shape = closed(
    phrase!("“x-ms-notification”"),
    &[("operationId", Text)],
    &["operationId"],
);

static TRIGGER_METADATA: Shape = closed(
    phrase!("“x-ms-trigger-metadata”"),
    &[("kind", Text), ("mode", Text)],
    &[],
);

static TRIGGER_VALUE: Shape = closed(
    phrase!("“x-ms-trigger-value”"),
    &[("value-collection", Text), ("value-path", Text)],
    &[],
);

static PAGEABLE: Shape = closed(
    phrase!("“x-ms-pageable”"),
    // The names that it may have are told by a rule of their own.
    &[
        ("nextLinkName", Text),
        ("itemName", Text),
        ("operationName", Text),
    ],
    &["nextLinkName"],
);

static CONNECTOR_METADATA: Shape = closed(
    phrase!("An entry of “x-ms-connector-metadata”"),
    &[("propertyName", Text), ("propertyValue", Text)],
    &["propertyName", "propertyValue"],
);

static DOCS: Shape = closed(
    phrase!("An entry of “x-ms-docs”"),
    &[("url", Text), ("description", Text)],
    &["url"],
);

static OPERATION_CONTEXT: Shape = closed(
    phrase!("“x-ms-operation-context”"),
    &[("simulate", Object)],
    &["simulate"],
);

/// The extensions whose values have a fixed shape.
pub(super) static FIXED: &[(&str, Kind)] = &[
    ("x-ms-dynamic-values", Kind::Object(&DYNAMIC_VALUES)),
    ("x-ms-dynamic-list", Kind::Object(&DYNAMIC_LIST)),
    ("x-ms-dynamic-schema", Kind::Object(&DYNAMIC_SCHEMA)),
    ("x-ms-dynamic-properties", Kind::Object(&DYNAMIC_PROPERTIES)),
    ("x-ms-dynamic-tree", Kind::Object(&DYNAMIC_TREE)),
    ("x-ms-capabilities", Kind::Object(&CAPABILITIES)),
    ("x-ms-api-annotation", Kind::Object(&API_ANNOTATION)),
    ("x-ms-enum-values", Kind::List(&ENUM_VALUE)),
    ("x-ms-notification", Kind::Object(&NOTIFICATION)),
    ("x-ms-trigger-metadata", Kind::Object(&TRIGGER_METADATA)),
    ("x-ms-trigger-value", Kind::Object(&TRIGGER_VALUE)),
    ("x-ms-pageable", Kind::Object(&PAGEABLE)),
    ("x-ms-connector-metadata", Kind::List(&CONNECTOR_METADATA)),
    ("x-ms-docs", Kind::List(&DOCS)),
    ("x-ms-operation-context", Kind::Object(&OPERATION_CONTEXT)),
    (
        "x-ms-notification-content",
        Kind::Object(&NOTIFICATION_CONTENT),
    ),
    ("x-ms-notification-url", Kind::Value(Flag)),
    ("x-ms-no-generic-test", Kind::Value(Flag)),
    ("x-ms-explicit-input", Kind::Value(Flag)),
    ("x-ms-trigger-hint", Kind::Value(Text)),
    (
        "x-ms-url-encoding",
        Kind::Value(OneOf(&["single", "double"])),
    ),
    ("x-ms-trigger", Kind::Value(OneOf(&["single", "batch"]))),
    (
        "x-ms-media-kind",
        Kind::Value(OneOf(&["image", "audio", "video"])),
    ),
    (
        "x-ms-ai-sensitivity",
        Kind::Value(OneOf(&["none", "low", "high"])),
    ),
    ("x-ms-keywords", Kind::Value(Texts)),
    ("x-ms-deployment-version", Kind::Value(Text)),
    ("x-ms-editor", Kind::Value(Text)),
    ("x-ms-name-for-model", Kind::Value(Text)),
    ("x-ms-description-for-model", Kind::Value(Text)),
    ("x-ms-openai-published-to-copilots", Kind::Value(List)),
];

/// Members of these objects that have a fixed shape themselves.
pub(super) static INNER: &[(&str, Kind)] = &[
    ("settings", Kind::Object(&TREE_SETTINGS)),
    ("open", Kind::Object(&TREE_OPERATION)),
    ("browse", Kind::Object(&TREE_OPERATION)),
    ("testConnection", Kind::Object(&TEST_CONNECTION)),
    ("file-picker", Kind::Object(&FILE_PICKER)),
];

/// The other extensions that are known; their values are kept as they are.
pub(super) const OTHERS: &[&str] = &[
    "x-ms-summary",
    "x-ms-visibility",
    "x-ms-enum-display-name",
    "x-ms-editor-options",
    "x-ms-localizeDefaultValue",
    "x-ms-safe-operation",
    "x-ms-property-entity-type",
    "x-ms-keyType",
    "x-ms-keyOrder",
    "x-ms-sort",
    "x-ms-permission",
    "x-ms-relationships",
    "x-ms-content-sensitivityLabelInfo",
    "x-ms-test-value",
    "x-ms-openai-manifest",
    "x-ms-openai-data",
    "x-ms-require-user-confirmation",
    "x-ms-agentic-protocol",
    "x-ms-parameter-location",
    "x-ms-skip-url-encoding",
    "x-ms-enum",
    "x-ms-client-name",
    "x-ms-client-flatten",
    "x-ms-client-request-id",
    "x-ms-client-default",
    "x-ms-client-generation-settings",
    "x-ms-code-generation-settings",
    "x-ms-discriminator-value",
    "x-ms-error-response",
    "x-ms-examples",
    "x-ms-external",
    "x-ms-header-collection-prefix",
    "x-ms-identifiers",
    "x-ms-mutability",
    "x-ms-odata",
    "x-ms-parameter-grouping",
    "x-ms-parameterized-host",
    "x-ms-paths",
    "x-ms-long-running-operation",
    "x-ms-long-running-operation-options",
    "x-ms-request-id",
    "x-ms-azure-resource",
    "x-ms-secret",
    "x-ms-text",
    "x-ms-property-name",
    "x-ms-capability",
];

/// The names of all known extensions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let fixed = FIXED.iter().map(|(name, _)| *name);
    fixed.chain(OTHERS.iter().copied())
}
