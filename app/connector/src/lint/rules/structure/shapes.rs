//! The objects of Swagger 2.0.

use super::shape::Want::{
    Any, Flag, FlagOrObject, FlagOrTexts, List, Names, Number, Object, Objects, OneOf, SchemaMap,
    SchemaOrList, Schemas, Text, Whole,
};
use super::shape::{Shape, Want};
use crate::message::{Phrase, phrase};

const fn open(
    what: Phrase,
    keys: &'static [(&'static str, Want)],
    required: &'static [&'static str],
) -> Shape {
    Shape {
        what,
        keys,
        required,
        one_of: &[],
        extensions: true,
    }
}

/// The types of a value that is no object.
const SIMPLE_TYPES: &[&str] = &["string", "number", "integer", "boolean", "array"];
const PARAMETER_TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "file"];
const SCHEMA_TYPES: &[&str] = &[
    "string", "number", "integer", "boolean", "array", "object", "file", "null",
];
const VISIBILITIES: &[&str] = &["important", "advanced", "internal", "none", ""];

pub(super) static ROOT: Shape = open(
    phrase!("The definition"),
    &[
        ("swagger", Any),
        ("info", Object),
        ("host", Text),
        ("basePath", Text),
        ("schemes", Names),
        ("consumes", Names),
        ("produces", Names),
        ("paths", Object),
        ("definitions", Object),
        ("parameters", Object),
        ("responses", Object),
        ("securityDefinitions", Object),
        ("security", Objects),
        ("tags", List),
        ("externalDocs", Object),
    ],
    &["info", "paths"],
);

pub(super) static INFO: Shape = open(
    phrase!("“info”"),
    &[
        ("title", Text),
        ("version", Text),
        ("description", Text),
        ("termsOfService", Text),
        ("contact", Object),
        ("license", Object),
    ],
    &["title", "version"],
);

pub(super) static CONTACT: Shape = open(
    phrase!("The contact"),
    &[("name", Text), ("url", Text), ("email", Text)],
    &[],
);

pub(super) static LICENSE: Shape = open(
    phrase!("The license"),
    &[("name", Text), ("url", Text)],
    &["name"],
);

pub(super) static EXTERNAL_DOCS: Shape = open(
    phrase!("“externalDocs”"),
    &[("url", Text), ("description", Text)],
    &["url"],
);

pub(super) static TAG: Shape = open(
    phrase!("A tag"),
    &[
        ("name", Text),
        ("description", Text),
        ("externalDocs", Object),
    ],
    &["name"],
);

pub(super) static PATH_ITEM: Shape = open(
    phrase!("A path"),
    &[
        ("$ref", Text),
        ("get", Object),
        ("put", Object),
        ("post", Object),
        ("delete", Object),
        ("options", Object),
        ("head", Object),
        ("patch", Object),
        ("parameters", List),
    ],
    &[],
);

pub(super) static OPERATION: Shape = open(
    phrase!("An operation"),
    &[
        ("tags", Names),
        ("summary", Text),
        ("description", Text),
        ("externalDocs", Object),
        ("operationId", Text),
        ("consumes", Names),
        ("produces", Names),
        ("parameters", List),
        ("responses", Object),
        ("schemes", Names),
        ("deprecated", Flag),
        ("security", Objects),
        ("x-ms-visibility", OneOf(VISIBILITIES)),
        ("x-ms-trigger", OneOf(&["single", "batch"])),
    ],
    &[],
);

pub(super) static BODY_PARAMETER: Shape = open(
    phrase!("A body parameter"),
    &[
        ("name", Text),
        ("in", Text),
        ("description", Text),
        ("required", Flag),
        ("schema", Object),
        ("x-ms-visibility", OneOf(VISIBILITIES)),
        ("x-ms-summary", Text),
    ],
    &["name"],
);

pub(super) static PARAMETER: Shape = open(
    phrase!("A parameter"),
    &[
        ("name", Text),
        (
            "in",
            OneOf(&["path", "query", "header", "formData", "body"]),
        ),
        ("description", Text),
        ("required", Flag),
        ("type", OneOf(PARAMETER_TYPES)),
        ("format", Text),
        ("allowEmptyValue", Flag),
        ("items", Object),
        ("collectionFormat", Text),
        ("default", Any),
        ("maximum", Number),
        ("exclusiveMaximum", Flag),
        ("minimum", Number),
        ("exclusiveMinimum", Flag),
        ("maxLength", Whole),
        ("minLength", Whole),
        ("pattern", Text),
        ("maxItems", Whole),
        ("minItems", Whole),
        ("uniqueItems", Flag),
        ("enum", List),
        ("multipleOf", Number),
        // What is wrong with it is told by a rule of its own.
        ("schema", Any),
        ("title", Text),
        ("x-ms-visibility", OneOf(VISIBILITIES)),
        ("x-ms-summary", Text),
        ("x-ms-url-encoding", OneOf(&["single", "double"])),
    ],
    &["name", "in", "type"],
);

pub(super) static ITEMS: Shape = open(
    phrase!("“items”"),
    &[
        ("type", OneOf(SIMPLE_TYPES)),
        ("format", Text),
        ("items", Object),
        ("collectionFormat", Text),
        ("default", Any),
        ("maximum", Number),
        ("exclusiveMaximum", Flag),
        ("minimum", Number),
        ("exclusiveMinimum", Flag),
        ("maxLength", Whole),
        ("minLength", Whole),
        ("pattern", Text),
        ("maxItems", Whole),
        ("minItems", Whole),
        ("uniqueItems", Flag),
        ("enum", List),
        ("multipleOf", Number),
        ("title", Text),
        ("description", Text),
    ],
    &["type"],
);

pub(super) static HEADER: Shape = open(
    phrase!("A header"),
    &[
        ("type", OneOf(SIMPLE_TYPES)),
        ("description", Text),
        ("format", Text),
        ("items", Object),
        ("collectionFormat", Text),
        ("default", Any),
        ("maximum", Number),
        ("exclusiveMaximum", Flag),
        ("minimum", Number),
        ("exclusiveMinimum", Flag),
        ("maxLength", Whole),
        ("minLength", Whole),
        ("pattern", Text),
        ("maxItems", Whole),
        ("minItems", Whole),
        ("uniqueItems", Flag),
        ("enum", List),
        ("multipleOf", Number),
        ("title", Text),
    ],
    &["type"],
);

pub(super) static RESPONSE: Shape = open(
    phrase!("A response"),
    &[
        ("description", Text),
        ("schema", Object),
        ("headers", Object),
        ("examples", Object),
    ],
    &["description"],
);

const SCHEMA_KEYS: &[(&str, Want)] = &[
    ("type", OneOf(SCHEMA_TYPES)),
    ("description", Text),
    ("title", Text),
    ("format", Text),
    ("properties", SchemaMap),
    ("items", SchemaOrList),
    ("x-ms-summary", Text),
    ("x-ms-visibility", OneOf(VISIBILITIES)),
    ("required", FlagOrTexts),
    ("example", Any),
    ("enum", List),
    ("default", Any),
    ("additionalProperties", FlagOrObject),
    ("allOf", Schemas),
    ("readOnly", Flag),
    ("discriminator", Text),
    ("xml", Object),
    ("externalDocs", Object),
    ("maximum", Number),
    ("exclusiveMaximum", Flag),
    ("minimum", Number),
    ("exclusiveMinimum", Flag),
    ("maxLength", Whole),
    ("minLength", Whole),
    ("pattern", Text),
    ("maxItems", Whole),
    ("minItems", Whole),
    ("uniqueItems", Flag),
    ("maxProperties", Whole),
    ("minProperties", Whole),
    ("multipleOf", Number),
];

pub(super) static SCHEMA: Shape = open(phrase!("A schema"), SCHEMA_KEYS, &[]);

pub(super) static XML: Shape = open(
    phrase!("“xml”"),
    &[
        ("name", Text),
        ("namespace", Text),
        ("prefix", Text),
        ("attribute", Flag),
        ("wrapped", Flag),
    ],
    &[],
);
