//! Why a policy cannot run.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::policy::{ExpressionError, PARAMETER_PREFIX};

/// Which policy it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyName {
    /// Its place in `policyTemplateInstances`, counted from 0.
    pub index: usize,
    /// The id of its template as the template has it, or as it is written where there is none such.
    pub template: String,
    /// Its title, or that of its template.
    pub title: String,
}

impl fmt::Display for PolicyName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.index + 1;
        write!(out, "“{}” (number {number}, {})", self.title, self.template)
    }
}

/// Why a policy cannot be read or cannot run: which one, in which parameter, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("The policy {policy} cannot run{}: {fault}", within(parameter.as_deref()))]
pub struct PolicyError {
    /// The policy.
    pub policy: Box<PolicyName>,
    /// The parameter at fault, without its prefix.
    pub parameter: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

fn within(parameter: Option<&str>) -> String {
    parameter.map_or(String::new(), |name| format!(", because of “{name}”"))
}

/// What is wrong with a policy or with what it was given. Characters are counted from 1 in the parameter's text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The entry is no object, or the policies are no list.
    #[error("It is not an object. Correct or delete it in the connector's properties.")]
    NotAnObject,
    /// No template has this id.
    #[error("There is no template “{0}”. Correct the id.")]
    Template(String),
    /// The template needs the parameter.
    #[error("It has no value. Enter one as “{prefix}{0}”.", prefix = PARAMETER_PREFIX)]
    Missing(&'static str),
    /// A parameter is of another kind.
    #[error("It must be {expected}, not {found}.")]
    Kind {
        /// What it takes.
        expected: String,
        /// What stands there.
        found: String,
    },
    /// The template does not run in this section.
    #[error("It is {found}, but this template runs in {allowed}.")]
    Section {
        /// What stands there.
        found: String,
        /// The sections of the template.
        allowed: String,
    },
    /// A second policy where one operation can have one.
    #[error("The operation has another polling trigger. Delete one of them.")]
    Second,
    /// The text has an expression that cannot be read.
    #[error(transparent)]
    Expression(#[from] ExpressionError),
    /// The expression cannot stand here, or has no value.
    #[error("“{expression}” at character {at} {why}")]
    Value {
        /// The expression as it is written.
        expression: String,
        /// Its first character.
        at: usize,
        /// What is wrong with it, and what to do.
        why: String,
    },
    /// The text names no property.
    #[error("“{text}” at character {at} is no path to a property. Write one such as {example}.")]
    Path {
        /// What stands there.
        text: String,
        /// Where it stops being a path.
        at: usize,
        /// A path that could stand here.
        example: &'static str,
    },
    /// A header's name is none.
    #[error("“{0}” is not a header's name: only letters, digits and hyphens are. Correct it.")]
    HeaderName(String),
    /// A header that frames the message.
    #[error("The header “{0}” is set as the message is sent. Delete the policy.")]
    ReservedHeader(String),
    /// A header's value has a control character.
    #[error("The value has a line break or another control character, which no header can hold.")]
    HeaderValue,
    /// The result is no host.
    #[error("“{found}” cannot be the host: {why}")]
    Host {
        /// What the template came to.
        found: String,
        /// Why it is none, and what to do.
        why: &'static str,
    },
    /// The result is no path of the API.
    #[error("“{found}” cannot be the path: {why}")]
    Route {
        /// What stands there, or what it came to.
        found: String,
        /// Why it is none, and what to do.
        why: &'static str,
    },
    /// The path has a placeholder that the operation's path has not.
    #[error(
        "{{{name}}} at character {at} has no value: the operation's path has no such parameter."
    )]
    Placeholder {
        /// The name.
        name: String,
        /// Its first character.
        at: usize,
    },
    /// The other call could not be made.
    #[error("The call to {url} failed: {why}")]
    NotCalled {
        /// Where it went.
        url: String,
        /// What the caller said.
        why: String,
    },
    /// The other call was answered with an error.
    #[error("{url} answered with status {status}, so there is no value to take.")]
    Answer {
        /// Where it went.
        url: String,
        /// The status.
        status: u16,
    },
    /// Two members of one object would have the same name.
    #[error(
        "“{0}” is the name of the key and of the value, so one would overwrite the other. Give one of them another name."
    )]
    SameName(String),
    /// The last poll was answered with something else than JSON.
    #[error("The answer is not JSON: {0}")]
    NotJson(String),
}

impl Fault {
    /// The expression at fault, where it is one that could be read.
    #[must_use]
    pub fn expression(&self) -> Option<&str> {
        match self {
            Self::Value { expression, .. } => Some(expression),
            _ => None,
        }
    }

    /// The character at fault in the parameter's text, counted from 1.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        match self {
            Self::Value { at, .. }
            | Self::Path { at, .. }
            | Self::Placeholder { at, .. }
            | Self::Expression(
                ExpressionError::Unknown { at, .. } | ExpressionError::Arguments { at, .. },
            ) => Some(*at),
            _ => None,
        }
    }
}

/// Why one policy ends without having done its work.
#[derive(Debug)]
pub(super) enum Stop {
    /// There was nothing for it to do; the others go on.
    Skip(String),
    /// It does its work on Power Platform alone.
    Foresee(String),
    /// It failed, and the call with it.
    Fault(&'static str, Fault),
}

impl Fault {
    /// This fault, in the parameter of a policy that runs.
    pub(super) fn within(self, parameter: &'static str) -> Stop {
        Stop::Fault(parameter, self)
    }
}
