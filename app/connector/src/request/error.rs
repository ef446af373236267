//! Why no request can be made of an operation and a maker's inputs.

use std::fmt;

use thiserror::Error;

use crate::swagger::{Location, OperationKey};

/// A parameter, as messages name it: by name and location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At {
    /// Where it is sent.
    pub location: Location,
    /// Its name.
    pub name: String,
}

impl fmt::Display for At {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.location {
            Location::Path => "the path",
            Location::Query => "the query",
            Location::Header => "the headers",
            Location::Body => "the body",
            Location::FormData => "the form",
        };
        write!(out, "“{}” in {place}", self.name)
    }
}

/// Why there is no request: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RequestError {
    /// The definition has no such operation.
    #[error("The definition has no operation {0}. Choose another one.")]
    NoOperation(OperationKey),
    /// The definition names no host.
    #[error("The definition names no host. Enter one in the General step.")]
    NoHost,
    /// The host is none.
    #[error(
        "“{0}” is not a host. Enter a name such as api.example.com, with a port if need be, in the General step."
    )]
    Host(String),
    /// None of the schemes can be called.
    #[error(
        "The definition offers only {0}. Test calls use https or http: choose one in the General step."
    )]
    Scheme(String),
    /// A required parameter has no value.
    #[error("{0} is required. Enter a value.")]
    Missing(At),
    /// A value is not of the parameter's type.
    #[error("{at} must be {expected}, not {found}. Enter another value.")]
    Kind {
        /// The parameter.
        at: At,
        /// What it takes.
        expected: &'static str,
        /// What it was given.
        found: String,
    },
    /// A value of the path would change which path is called.
    #[error(
        "{0} makes a path segment of dots alone, which leads to another path. Enter another value."
    )]
    Dots(At),
    /// The path has a placeholder that is no parameter.
    #[error(
        "The path has {{{0}}}, but the operation has no such path parameter. Add it in the Definition step."
    )]
    Placeholder(String),
    /// A header's name is none.
    #[error(
        "“{0}” is not a header's name: only letters, digits and hyphens are. Rename it in the Definition step."
    )]
    HeaderName(String),
    /// A header that the connection itself depends on.
    #[error(
        "{0} is set by Tenon as it sends the request. Delete the parameter in the Definition step."
    )]
    ReservedHeader(At),
    /// A header's value has a control character.
    #[error(
        "{0} has a line break or another control character, which no header can hold. Enter it without."
    )]
    HeaderValue(At),
    /// A file is not in Base64.
    #[error("{0} is a file. Choose one, or enter its content in Base64.")]
    File(At),
    /// A file was given where none can be sent.
    #[error("{0} cannot be a file: only a form or a body can. Enter a value.")]
    NoFileHere(At),
    /// Several files were given for a body.
    #[error("{0} is one file. Choose one only.")]
    OneFile(At),
    /// A file has a content type that is none.
    #[error(
        "{at} has a file of the content type “{content_type}”, which is none. Enter one such as image/png, or leave it empty."
    )]
    FileType {
        /// The parameter.
        at: At,
        /// What was given.
        content_type: String,
    },
    /// The content type that was chosen for the body is none.
    #[error("“{0}” is not a content type. Choose one such as application/json.")]
    ContentType(String),
    /// An item of a list holds what stands between its items.
    #[error(
        "{at} is a list with {separator} between its items, so no item can hold one, as {item} does. Enter another value, or choose another collection format in the Definition step."
    )]
    Separator {
        /// The parameter.
        at: At,
        /// What stands between the items, in words.
        separator: &'static str,
        /// The item.
        item: String,
    },
    /// A value cannot be written as XML.
    #[error("{at} is sent as XML, where {reason}.")]
    Xml {
        /// The parameter.
        at: At,
        /// What is wrong, and what to do.
        reason: String,
    },
    /// The body cannot be written as its content type wants.
    #[error(
        "{at} is sent as {content_type}, so it must be {expected}, not {found}. Enter another value, or choose another content type."
    )]
    Body {
        /// The parameter.
        at: At,
        /// What the operation consumes.
        content_type: String,
        /// What that takes.
        expected: &'static str,
        /// What it was given.
        found: String,
    },
    /// Both a body and form fields.
    #[error(
        "The operation has a body and form fields; a request has one of them. Delete one in the Definition step."
    )]
    TwoBodies,
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
