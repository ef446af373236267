//! What calls send: documents, forms, files.

use serde_json::{Map, Value, json};

use super::Field;
use super::parameter::Parameter;
use crate::infer::{InferError, Manner, Samples};

/// The body of one call.
#[derive(Clone, Debug)]
pub(in crate::read) enum Body {
    /// A document of JSON.
    Json {
        /// Its media type.
        media: String,
        /// The document; none where it cannot be read.
        sample: Option<Value>,
    },
    /// A query of GraphQL: a document of JSON with the query in it.
    GraphQl {
        /// The query.
        query: String,
        /// Its variables.
        variables: Value,
    },
    /// A form.
    Form {
        /// Its fields.
        fields: Vec<Field>,
        /// Whether it is sent in parts.
        in_parts: bool,
    },
    /// A text that is no JSON.
    Text {
        /// Its media type.
        media: String,
    },
    /// A file.
    File {
        /// Its media type.
        media: String,
    },
}

/// The body that a text is, by its media type where one is known.
pub(in crate::read) fn body_of_text(media: Option<&str>, text: &str) -> Option<Body> {
    if text.trim().is_empty() {
        return None;
    }
    let media = media.unwrap_or_default();
    let name = media.split(';').next().unwrap_or_default().trim();
    let name = name.to_ascii_lowercase();
    let parsed = |text: &str| serde_json::from_str::<Value>(text).ok();
    match name.as_str() {
        "application/x-www-form-urlencoded" => Some(Body::Form {
            fields: form_fields(text),
            in_parts: false,
        }),
        name if name.ends_with("json") => Some(Body::Json {
            media: name.to_owned(),
            sample: parsed(text),
        }),
        name if name.is_empty() || name == "text/plain" => {
            let is_json = text.trim_start().starts_with(['{', '[']);
            match parsed(text).filter(|_| is_json) {
                Some(sample) => Some(Body::Json {
                    media: "application/json".to_owned(),
                    sample: Some(sample),
                }),
                None => Some(Body::Text {
                    media: "text/plain".to_owned(),
                }),
            }
        }
        name if name.starts_with("text/") || name.ends_with("xml") || name.ends_with("yaml") => {
            Some(Body::Text {
                media: name.to_owned(),
            })
        }
        name => Some(Body::File {
            media: name.to_owned(),
        }),
    }
}

/// The fields of a form that is written as a query.
pub(in crate::read) fn form_fields(text: &str) -> Vec<Field> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Field {
                name: decoded(name),
                value: Some(decoded(value)),
                ..Field::default()
            }
        })
        .collect()
}

fn decoded(text: &str) -> String {
    let text = text.replace('+', " ");
    let decoded = percent_encoding::percent_decode_str(&text).decode_utf8_lossy();
    decoded.into_owned()
}

/// The bodies of all calls of an operation.
#[derive(Clone, Debug)]
pub(super) enum Bodies {
    /// Documents of JSON.
    Json { media: String, samples: Samples },
    /// Queries of GraphQL: the query, where all calls have the same, and the variables.
    GraphQl {
        query: Option<String>,
        variables: Samples,
    },
    /// Forms.
    Form {
        fields: Vec<Parameter>,
        in_parts: bool,
    },
    /// Texts.
    Text { media: String },
    /// Files.
    File { media: String },
}

/// Why a body could not be put with those of the other calls.
pub(super) enum Unlike {
    /// It is of another kind.
    Kind,
    /// No schema could be inferred.
    Infer(InferError),
    /// It is no JSON, though it should be.
    NoJson,
    /// A field has a name that cannot be sent.
    Field(String),
}

impl Bodies {
    /// Takes up the body of one more call.
    pub(super) fn add(all: &mut Option<Self>, body: &Body) -> Vec<Unlike> {
        let known = all.get_or_insert_with(|| Self::empty(body));
        match (known, body) {
            (Self::Json { samples, .. }, Body::Json { sample, .. }) => match sample {
                Some(sample) => unlike(samples.add(sample)),
                None => vec![Unlike::NoJson],
            },
            (
                Self::GraphQl { query, variables },
                Body::GraphQl {
                    query: own,
                    variables: given,
                },
            ) => {
                if query.as_ref() != Some(own) {
                    *query = None;
                }
                unlike(variables.add(given))
            }
            (
                Self::Form { fields, in_parts },
                Body::Form {
                    fields: own,
                    in_parts: parts,
                },
            ) => {
                *in_parts |= *parts || own.iter().any(|field| field.is_file);
                add_fields(fields, own)
            }
            (Self::Text { .. }, Body::Text { .. }) | (Self::File { .. }, Body::File { .. }) => {
                Vec::new()
            }
            _ => vec![Unlike::Kind],
        }
    }

    fn empty(body: &Body) -> Self {
        match body {
            Body::Json { media, .. } => Self::Json {
                media: media.clone(),
                samples: Samples::default(),
            },
            Body::GraphQl { query, .. } => Self::GraphQl {
                query: Some(query.clone()),
                variables: Samples::default(),
            },
            Body::Form { in_parts, .. } => Self::Form {
                fields: Vec::new(),
                in_parts: *in_parts,
            },
            Body::Text { media } => Self::Text {
                media: media.clone(),
            },
            Body::File { media } => Self::File {
                media: media.clone(),
            },
        }
    }

    /// The media type.
    pub(super) fn media(&self) -> &str {
        match self {
            Self::Json { media, .. } | Self::Text { media } | Self::File { media } => media,
            Self::GraphQl { .. } => "application/json",
            Self::Form { in_parts: true, .. } => "multipart/form-data",
            Self::Form {
                in_parts: false, ..
            } => "application/x-www-form-urlencoded",
        }
    }

    /// The parameters in a definition.
    pub(super) fn write(&self, manner: Manner) -> Vec<Value> {
        let body = |schema: Value| {
            vec![json!({ "name": "body", "in": "body", "required": true, "schema": schema })]
        };
        match self {
            Self::Json { samples, .. } => body(samples.schema(manner)),
            Self::GraphQl { query, variables } => {
                body(graphql(query.as_deref(), variables.schema(manner)))
            }
            Self::Form { fields, .. } => {
                fields.iter().map(|field| field.write("formData")).collect()
            }
            Self::Text { .. } => body(json!({ "type": "string" })),
            Self::File { .. } => body(json!({ "type": "string", "format": "binary" })),
        }
    }
}

fn unlike(added: Result<(), InferError>) -> Vec<Unlike> {
    added.err().map(Unlike::Infer).into_iter().collect()
}

fn add_fields(known: &mut Vec<Parameter>, own: &[Field]) -> Vec<Unlike> {
    let mut unlike = Vec::new();
    for field in own {
        if field.name.is_empty() || !field.name.is_ascii() {
            unlike.push(Unlike::Field(field.name.clone()));
            continue;
        }
        let parameter = Parameter::of(field).without_default();
        parameter.add(known, |one, other| one == other);
    }
    unlike
}

fn graphql(query: Option<&str>, mut variables: Value) -> Value {
    let mut text = Map::new();
    text.insert("type".to_owned(), json!("string"));
    text.insert("description".to_owned(), json!("query"));
    if let Some(query) = query {
        text.insert("default".to_owned(), json!(query));
    }
    if variables.get("type").is_none_or(|kind| kind != "object") {
        variables = json!({ "type": "object" });
    }
    if let Some(members) = variables.as_object_mut() {
        members.insert("description".to_owned(), json!("variables"));
    }
    json!({
        "type": "object",
        "required": ["query"],
        "properties": { "query": text, "variables": variables }
    })
}
