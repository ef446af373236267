//! Why no request can be made of an operation and a maker's inputs.

use crate::message::{Message, Phrase, error_of_message, message};
use crate::swagger::{Location, OperationKey};

/// A parameter, as messages name it: by name and location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// Where it is sent.
    pub location: Location,
    /// Its name.
    pub name: String,
}

error_of_message!(At);

impl At {
    fn message(&self) -> Message {
        let name = &self.name;
        match self.location {
            Location::Path => message!("“{name}” in the path", name),
            Location::Query => message!("“{name}” in the query", name),
            Location::Header => message!("“{name}” in the headers", name),
            Location::Body => message!("“{name}” in the body", name),
            Location::FormData => message!("“{name}” in the form", name),
        }
    }
}

/// Why there is no request: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RequestError {
    /// The definition has no such operation.
    NoOperation(OperationKey),
    /// The definition names no host.
    NoHost,
    /// The host is none.
    Host(String),
    /// None of the schemes can be called.
    Scheme(Vec<String>),
    /// A required parameter has no value.
    Missing(At),
    /// A value is not of the parameter's type.
    Kind {
        /// The parameter.
        at: At,
        /// What it takes.
        expected: Phrase,
        /// What it was given.
        found: Message,
    },
    /// A value of the path would change which path is called.
    Dots(At),
    /// The path has a placeholder that is no parameter.
    Placeholder(String),
    /// A header's name is none.
    HeaderName(String),
    /// A header that the connection itself depends on.
    ReservedHeader(At),
    /// A header's value has a control character.
    HeaderValue(At),
    /// A file is not in Base64.
    File(At),
    /// A file was given where none can be sent.
    NoFileHere(At),
    /// Several files were given for a body.
    OneFile(At),
    /// A file has a content type that is none.
    FileType {
        /// The parameter.
        at: At,
        /// What was given.
        content_type: String,
    },
    /// The content type that was chosen for the body is none.
    ContentType(String),
    /// An item of a list holds what stands between its items.
    Separator {
        /// The parameter.
        at: At,
        /// What stands between the items, in words.
        separator: Phrase,
        /// The item.
        item: Message,
    },
    /// A value cannot be written as XML.
    Xml {
        /// The parameter.
        at: At,
        /// What is wrong, and what to do.
        reason: Message,
    },
    /// The body cannot be written as its content type wants.
    Body {
        /// The parameter.
        at: At,
        /// What the operation consumes.
        content_type: String,
        /// What that takes.
        expected: Phrase,
        /// What it was given.
        found: Message,
    },
    /// Both a body and form fields.
    TwoBodies,
}

error_of_message!(RequestError);

impl RequestError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoOperation(key) => message!(
                "The definition has no operation {key}. Choose another one.",
                key
            ),
            Self::NoHost => {
                message!("The definition names no host. Enter one in the General step.")
            }
            Self::Host(host) => message!(
                "“{host}” is not a host. Enter a name such as api.example.com, with a port if need be, in the General step.",
                host
            ),
            Self::Scheme(schemes) => message!(
                "The definition offers only {schemes}. Test calls use https or http: choose one in the General step.",
                schemes = together(schemes)
            ),
            Self::Missing(at) => message!("{at} is required. Enter a value.", at),
            Self::Kind {
                at,
                expected,
                found,
            } => message!(
                "{at} must be {expected}, not {found}. Enter another value.",
                at,
                expected,
                found
            ),
            Self::Dots(at) => message!(
                "{at} makes a path segment of dots alone, which leads to another path. Enter another value.",
                at
            ),
            Self::Placeholder(name) => message!(
                "The path has {{{name}}}, but the operation has no such path parameter. Add it in the Definition step.",
                name
            ),
            Self::HeaderName(name) => message!(
                "“{name}” is not a header's name: only letters, digits and hyphens are. Rename it in the Definition step.",
                name
            ),
            Self::ReservedHeader(at) => message!(
                "{at} is set by Tenon as it sends the request. Delete the parameter in the Definition step.",
                at
            ),
            Self::HeaderValue(at) => message!(
                "{at} has a line break or another control character, which no header can hold. Enter it without.",
                at
            ),
            Self::File(at) => message!(
                "{at} is a file. Choose one, or enter its content in Base64.",
                at
            ),
            Self::NoFileHere(at) => message!(
                "{at} cannot be a file: only a form or a body can. Enter a value.",
                at
            ),
            Self::OneFile(at) => message!("{at} is one file. Choose one only.", at),
            Self::FileType { at, content_type } => message!(
                "{at} has a file of the content type “{content_type}”, which is none. Enter one such as image/png, or leave it empty.",
                at,
                content_type
            ),
            Self::ContentType(name) => message!(
                "“{name}” is not a content type. Choose one such as application/json.",
                name
            ),
            Self::Separator {
                at,
                separator,
                item,
            } => message!(
                "{at} is a list with {separator} between its items, so no item can hold one, as {item} does. Enter another value, or choose another collection format in the Definition step.",
                at,
                separator,
                item
            ),
            Self::Xml { at, reason } => {
                message!("{at} is sent as XML, where {reason}.", at, reason)
            }
            Self::Body {
                at,
                content_type,
                expected,
                found,
            } => message!(
                "{at} is sent as {content_type}, so it must be {expected}, not {found}. Enter another value, or choose another content type.",
                at,
                content_type,
                expected,
                found
            ),
            Self::TwoBodies => message!(
                "The operation has a body and form fields; a request has one of them. Delete one in the Definition step."
            ),
        }
    }
}

impl RequestError {
    /// The parameter that is at fault.
    #[must_use]
    pub fn parameter(&self) -> Option<&At> {
        match self {
            Self::Missing(at)
            | Self::Dots(at)
            | Self::ReservedHeader(at)
            | Self::HeaderValue(at)
            | Self::File(at)
            | Self::NoFileHere(at)
            | Self::OneFile(at)
            | Self::FileType { at, .. }
            | Self::Separator { at, .. }
            | Self::Xml { at, .. }
            | Self::Kind { at, .. }
            | Self::Body { at, .. } => Some(at),
            _ => None,
        }
    }
}

/// Names that all count: "a", "a and b".
fn together(names: &[String]) -> Message {
    let mut names = names.iter();
    let first = Message::verbatim(names.next().map_or("", String::as_str));
    names.fold(first, |before, next| {
        message!("{before} and {next}", before, next)
    })
}
