//! What policies know of a call besides its messages.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::address::Address;
use crate::request::{PreparedRequest, written_path};
use crate::swagger::{Method, OperationKey};

/// The values of a connection, which may be secrets.
pub trait ConnectionValues: Sync {
    /// The value of a parameter: empty where its owner left it empty, none where there is no such parameter.
    fn get(&self, name: &str) -> Option<&str>;
}

/// Names are matched in any letter case where none fits exactly, as `@connectionParameters` does.
impl ConnectionValues for BTreeMap<String, String> {
    fn get(&self, name: &str) -> Option<&str> {
        let exact = BTreeMap::get(self, name);
        let found = exact.or_else(|| {
            let mut own = self.iter();
            own.find(|(own, _)| own.eq_ignore_ascii_case(name))
                .map(|(_, value)| value)
        });
        found.map(String::as_str)
    }
}

/// One call of an operation. It does not show the connection's values when it is debugged.
pub struct Call<'a> {
    pub(super) connection: &'a dyn ConnectionValues,
    pub(super) method: Method,
    pub(super) base_path: String,
    pub(super) path_values: Vec<(String, String)>,
    pub(super) gateway: Option<String>,
}

impl fmt::Debug for Call<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Call")
            .field("method", &self.method)
            .field("base_path", &self.base_path)
            .field("gateway", &self.gateway)
            .finish_non_exhaustive()
    }
}

impl<'a> Call<'a> {
    /// The call that a request was prepared for.
    #[must_use]
    pub fn new(
        definition: &Value,
        key: &OperationKey,
        request: &PreparedRequest,
        connection: &'a dyn ConnectionValues,
    ) -> Self {
        let base = definition.get("basePath").and_then(Value::as_str);
        let base = written_path(base.unwrap_or_default().trim_matches('/'));
        let base_path = match base.is_empty() {
            true => base,
            false => format!("/{base}"),
        };
        let address = Address::split(&request.url, &base_path);
        Self {
            connection,
            method: key.method,
            path_values: path_values(&key.path, &address.path),
            base_path,
            gateway: None,
        }
    }

    /// This call, with the address under which the connector itself is called: links to next pages lead there.
    #[must_use]
    pub fn through(mut self, gateway: impl Into<String>) -> Self {
        self.gateway = Some(gateway.into());
        self
    }

    /// The value of a path parameter, encoded as it stands in the path.
    pub(super) fn path_value(&self, name: &str) -> Option<&str> {
        let by = |fits: &dyn Fn(&str) -> bool| self.path_values.iter().find(|(own, _)| fits(own));
        by(&|own| own == name)
            .or_else(|| by(&|own| own.eq_ignore_ascii_case(name)))
            .map(|(_, value)| value.as_str())
    }
}

/// The values of the placeholders of a path. A value is encoded, so that it holds no slash.
fn path_values(template: &str, path: &str) -> Vec<(String, String)> {
    let template = template.split('?').next().unwrap_or_default();
    let segments = template.trim_start_matches('/').split('/');
    let filled = path.trim_start_matches('/').split('/');
    segments
        .zip(filled)
        .flat_map(|(segment, filled)| segment_values(segment, filled))
        .collect()
}

fn segment_values(mut segment: &str, mut filled: &str) -> Vec<(String, String)> {
    let mut values = Vec::new();
    while let Some((before, (name, after))) = placeholder(segment) {
        let Some(begun) = filled.strip_prefix(written_path(before).as_str()) else {
            break;
        };
        let next = placeholder(after).map(|(next, _)| written_path(next));
        let end = match &next {
            // The last one goes up to what ends the segment.
            None => begun.len().checked_sub(written_path(after).len()),
            Some(next) if next.is_empty() => Some(begun.len()),
            Some(next) => begun.find(next.as_str()),
        };
        let Some((value, rest)) = end.and_then(|end| begun.split_at_checked(end)) else {
            break;
        };
        values.push((name.to_owned(), value.to_owned()));
        (segment, filled) = (after, rest);
    }
    values
}

/// The first placeholder of a text: what stands before it, its name, and what follows.
pub(super) fn placeholder(text: &str) -> Option<(&str, (&str, &str))> {
    let (before, inner) = text.split_once('{')?;
    Some((before, inner.split_once('}')?))
}
