//! The template that routes a request to another path and verb.

use super::address::Address;
use super::call::{Call, placeholder};
use super::error::{Fault, PolicyError, Stop};
use super::read::Reader;
use super::scope::Scope;
use super::text::{Piece, Text};
use super::trace::Record;
use crate::request::percent_encoded;
use crate::swagger::Method;

/// A path of the API in which placeholders and expressions stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PathTemplate {
    text: Text,
}

impl PathTemplate {
    pub(super) fn read(reader: &Reader<'_>, parameter: &'static str) -> Result<Self, PolicyError> {
        let text = reader.filled(parameter)?;
        let path = text.split('?').next().unwrap_or_default();
        if path.contains("://") || path.starts_with("//") {
            let why = "it is a whole URL. Enter a path of the API, and set the host with “dynamichosturl”.";
            let found = text.clone();
            return Err(reader.fault(Some(parameter), Fault::Route { found, why }));
        }
        let text = reader.template(parameter, text.trim())?;
        Ok(Self { text })
    }

    /// The path with a value for each placeholder, as the operation's path has it, and each expression, encoded.
    pub(super) fn path(
        &self,
        call: &Call<'_>,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<String, Fault> {
        let mut path = String::new();
        let mut at = 1;
        for piece in &self.text.pieces {
            match piece {
                Piece::Plain(text) => {
                    path.push_str(&filled(text, call, at)?);
                    at += text.chars().count();
                }
                Piece::Term(term) => {
                    let one = Text {
                        pieces: vec![piece.clone()],
                    };
                    path.push_str(&one.with(scope, record, |value| percent_encoded(&value))?);
                    at = term.at + term.written.chars().count();
                }
            }
        }
        Ok(path)
    }
}

fn filled(text: &str, call: &Call<'_>, begin: usize) -> Result<String, Fault> {
    let (mut path, mut rest) = (String::new(), text);
    while let Some((before, (name, after))) = placeholder(rest) {
        let value = call.path_value(name).ok_or_else(|| {
            let read = text.len() - rest.len() + before.len();
            let read = text.get(..read).map_or(0, |read| read.chars().count());
            let (name, at) = (name.to_owned(), begin + read);
            Fault::Placeholder { name, at }
        })?;
        path.push_str(before);
        path.push_str(value);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

/// `routerequesttoendpoint`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Route {
    path: PathTemplate,
    /// None: the operation's own.
    method: Option<Method>,
}

impl Route {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let mut words = vec![("@Request.OriginalHTTPMethod", None)];
        words.extend(Method::ALL.map(|method| (method.verb(), Some(method))));
        Ok(Self {
            path: PathTemplate::read(reader, "newPath")?,
            method: reader.one_of("httpMethod", &words, None)?,
        })
    }

    /// The verb, and the address changed.
    pub(super) fn run(
        &self,
        address: &mut Address,
        call: &Call<'_>,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<Method, Stop> {
        let path = self.path.path(call, scope, record);
        let set = path.and_then(|path| address.set_path(&path));
        set.map_err(|fault| fault.within("newPath"))?;
        Ok(self.method.unwrap_or(call.method))
    }
}
