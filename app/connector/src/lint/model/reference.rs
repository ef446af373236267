//! Following `$ref`s, which may lead nowhere or in a circle.

use serde_json::Value;

use super::{Book, Model};

/// What a reference may lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::lint) enum Shared {
    Definition,
    Parameter,
    Response,
}

impl Shared {
    /// What the entries of a member of the root are.
    pub(in crate::lint) fn of_key(key: &str) -> Option<Self> {
        [Self::Definition, Self::Parameter, Self::Response]
            .into_iter()
            .find(|shared| shared.key() == key)
    }

    /// The member of the root that holds them.
    pub(in crate::lint) fn key(self) -> &'static str {
        match self {
            Self::Definition => "definitions",
            Self::Parameter => "parameters",
            Self::Response => "responses",
        }
    }
}

/// Why a reference leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lint) enum RefFault {
    /// It does not begin with `#/definitions/` (or what its kind wants) or is no JSON pointer.
    NotValid,
    /// Nothing of that name is there.
    NotFound,
}

/// The most references that are followed one after another.
const MAX_HOPS: usize = 64;

/// The name that a reference of this kind gives; none where it is not of this kind or no JSON pointer.
///
/// The pointer may go on below the name (`#/definitions/A/properties/b`).
fn pointer_of(shared: Shared, reference: &str) -> Option<&str> {
    let pointer = reference.strip_prefix('#')?;
    let name = pointer
        .strip_prefix('/')?
        .strip_prefix(shared.key())?
        .strip_prefix('/')?;
    let sound = !name.is_empty()
        && name
            .split('~')
            .skip(1)
            .all(|rest| rest.starts_with(['0', '1']));
    sound.then_some(pointer)
}

impl<'a> Model<'a> {
    /// What a reference leads to, not following it further.
    pub(in crate::lint) fn target(
        &self,
        shared: Shared,
        reference: &str,
    ) -> Result<&'a Value, RefFault> {
        self.look_up(shared, reference, &self.book)
    }

    /// The shared schema that a reference leads to. Nothing is noted of it: who asks does that.
    pub(super) fn shared_schema(&self, reference: &str) -> Option<&'a Value> {
        self.look_up(Shared::Definition, reference, &Book::default())
            .ok()
    }

    fn look_up(&self, shared: Shared, reference: &str, book: &Book) -> Result<&'a Value, RefFault> {
        let root = self.connector.definition();
        let pointer = pointer_of(shared, reference).ok_or(RefFault::NotValid)?;
        // Most names hold no escape, and then the direct way is the quick one.
        let name = pointer.get(shared.key().len() + 2..).unwrap_or_default();
        book.note_shared(shared, name);
        let direct = || root.get(shared.key())?.get(name);
        let escaped = name.contains(['~', '/']);
        let found = if escaped {
            root.pointer(pointer)
        } else {
            direct()
        };
        found
            .or_else(|| {
                // Some generators percent-encode the fragment, as RFC 6901 section 6 asks.
                let plain = percent_encoding::percent_decode_str(pointer);
                let plain = plain.decode_utf8().ok()?;
                let name = plain.get(shared.key().len() + 2..).unwrap_or_default();
                book.note_shared(shared, name);
                root.pointer(&plain)
            })
            .ok_or(RefFault::NotFound)
    }

    /// The schema that a schema stands for: itself, or what its references lead to in the end.
    pub(in crate::lint) fn schema(&self, schema: &'a Value) -> Option<&'a Value> {
        self.follow(Shared::Definition, schema)
    }

    /// The response that an entry of `responses` stands for.
    pub(in crate::lint) fn response(&self, response: &'a Value) -> Option<&'a Value> {
        self.follow(Shared::Response, response)
    }

    /// The value that `value` stands for; none where a reference leads nowhere or in a circle.
    fn follow(&self, shared: Shared, value: &'a Value) -> Option<&'a Value> {
        let mut value = value;
        for _ in 0..MAX_HOPS {
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => value = self.target(shared, reference).ok()?,
                None => return value.is_object().then_some(value),
            }
        }
        None
    }
}
