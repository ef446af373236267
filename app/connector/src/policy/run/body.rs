//! The body of a message, read as JSON when the first policy asks and written when the last one has run.

use std::cell::OnceCell;

use serde_json::Value;
use thiserror::Error;

use super::error::Stop;
use super::json::{Step, Written, get, put, take};
use super::trace::{Part, Record};

/// Why there is no JSON.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(super) enum NoJson {
    /// There is nothing at all.
    #[error("There is no body.")]
    Empty,
    /// It is of another kind.
    #[error("The body is not JSON{}: {why}.", typed(content_type.as_deref()))]
    Other {
        /// Its media type.
        content_type: Option<String>,
        /// Where JSON ends.
        why: String,
    },
}

fn typed(content_type: Option<&str>) -> String {
    content_type.map_or(String::new(), |own| format!(" but {own}"))
}

/// A body.
#[derive(Clone, Debug)]
pub(super) struct Body {
    bytes: Option<Vec<u8>>,
    content_type: Option<String>,
    json: OnceCell<Result<Value, NoJson>>,
    is_changed: bool,
}

impl Body {
    /// A body with the headers that it came with.
    pub(super) fn new(bytes: Option<Vec<u8>>, headers: &[(String, String)]) -> Self {
        let own = headers
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        Self {
            bytes,
            content_type: own.map(|(_, value)| value.clone()),
            json: OnceCell::new(),
            is_changed: false,
        }
    }

    /// Its JSON. What parses is JSON, whatever its content type says: many APIs send it as text.
    pub(super) fn json(&self) -> Result<&Value, &NoJson> {
        let read = self.json.get_or_init(|| {
            let bytes = self.bytes.as_deref().unwrap_or_default();
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            if bytes.trim_ascii().is_empty() {
                return Err(NoJson::Empty);
            }
            serde_json::from_slice(bytes).map_err(|error| NoJson::Other {
                content_type: self.content_type.clone(),
                why: error.to_string(),
            })
        });
        read.as_ref()
    }

    /// Its JSON, or the reason for which a policy has nothing to do.
    pub(super) fn json_or_skip(&self) -> Result<&Value, Stop> {
        self.json().map_err(|none| Stop::Skip(none.to_string()))
    }

    /// Puts a value at a place. The error is the reason for which it cannot stand there.
    pub(super) fn put(
        &mut self,
        steps: &[Step],
        new: Value,
        record: &mut Record,
    ) -> Result<(), String> {
        let Some(Ok(json)) = self.json.get_mut() else {
            return Err(NoJson::Empty.to_string());
        };
        let after = new.to_string();
        let before = put(json, steps, new).map_err(|place| {
            let found = get(json, &place).map_or("nothing", super::json::kind);
            format!(
                "{} is {found} and cannot hold {}.",
                Written(&place),
                Written(steps)
            )
        })?;
        self.is_changed = true;
        let before = before.map(|before| before.to_string());
        record.change(part(steps), before, Some(after));
        Ok(())
    }

    /// Takes out what stands at a place.
    pub(super) fn take(&mut self, steps: &[Step], record: &mut Record) -> Option<Value> {
        let json = self.json.get_mut()?.as_mut().ok()?;
        let taken = take(json, steps)?;
        self.is_changed = true;
        record.change(part(steps), Some(taken.to_string()), None);
        Some(taken)
    }

    /// The bytes: those that came where no policy changed them.
    pub(super) fn into_bytes(self) -> Option<Vec<u8>> {
        match self.json.into_inner() {
            Some(Ok(json)) if self.is_changed => Some(json.to_string().into_bytes()),
            _ => self.bytes,
        }
    }
}

fn part(steps: &[Step]) -> Part {
    Part::Body {
        path: Written(steps).to_string(),
    }
}
