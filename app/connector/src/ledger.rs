//! The ledger of an import or an export: each thing of the source that did not come through as it was.

use crate::Connector;
use crate::document::Document;
use crate::message::{Message, in_english};
use crate::swagger::operations;
use serde::{Deserialize, Serialize};

/// What became of a thing of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// It says the same in other words.
    Changed,
    /// It says less: what the target cannot say is left out.
    Lowered,
    /// It is not there any more.
    Dropped,
    /// It was not in the source: the target needs it.
    Added,
    /// It is one with another thing of the source now.
    Merged,
}

impl Fate {
    /// The fate in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Lowered => "lowered",
            Self::Dropped => "dropped",
            Self::Added => "added",
            Self::Merged => "merged",
        }
    }
}

/// One thing of the source and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerEntry {
    /// Where it is in the source, as a JSON pointer.
    pub pointer: String,
    /// The address of the document that it stands in, where it is not the source itself: one that the source refers to,
    /// with which `pointer` begins, before `#`, or one in a zip file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line and column there, counted from 1, where it is a text whose places are known.
    pub place: Option<(usize, usize)>,
    /// What became of it.
    pub fate: Fate,
    /// What it was, why it could not stay so, and what the maker can do.
    #[serde(serialize_with = "in_english")]
    pub message: Message,
    /// The pointer by which it was come to, where that leads through references: the connector may have it there.
    #[serde(skip)]
    pub(crate) come_to_by: Option<String>,
}

impl LedgerEntry {
    /// What became of the thing at a pointer of the source.
    #[must_use]
    pub fn new(pointer: impl Into<String>, fate: Fate, message: Message) -> Self {
        Self {
            pointer: pointer.into(),
            file: None,
            place: None,
            fate,
            message,
            come_to_by: None,
        }
    }
}

/// The ledger of one import or export. What is not in it came through unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The entries, in the order of the source as far as it was gone through in order.
    pub entries: Vec<LedgerEntry>,
    /// How many operations the source has.
    pub operations_in: usize,
    /// How many operations the connector has.
    pub operations_out: usize,
}

/// A place in the source while it is gone through: a link to the place around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At<'p> {
    around: Option<&'p At<'p>>,
    key: &'p str,
    depth: usize,
}

impl<'p> At<'p> {
    /// The whole source.
    pub(crate) fn root() -> Self {
        Self {
            around: None,
            key: "",
            depth: 0,
        }
    }

    /// The place that a pointer leads to.
    pub(crate) fn of(pointer: &'p str) -> Self {
        Self {
            around: None,
            key: pointer,
            depth: pointer.matches('/').count(),
        }
    }

    /// The place that a pointer leads to, come to from a place of this depth.
    pub(crate) fn within(pointer: &'p str, depth: usize) -> Self {
        Self {
            around: None,
            key: pointer,
            depth,
        }
    }

    /// A member, or an item by its number.
    pub(crate) fn key(&'p self, key: &'p str) -> At<'p> {
        At {
            around: Some(self),
            key,
            depth: self.depth + 1,
        }
    }

    /// The place around it; the whole source where there is none.
    pub(crate) fn parent_of(at: &At<'p>) -> At<'p> {
        at.around.copied().unwrap_or_else(At::root)
    }

    /// How many places are around it.
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    /// The place as a JSON pointer (RFC 6901).
    pub(crate) fn pointer(&self) -> String {
        let mut keys = Vec::new();
        let mut at = self;
        while let Some(around) = at.around {
            keys.push(at.key);
            at = around;
        }
        let mut pointer = at.key.to_owned();
        for key in keys.into_iter().rev() {
            pointer.push('/');
            pointer.push_str(&escaped(key));
        }
        pointer
    }
}

/// A key as it stands in a JSON pointer.
pub(crate) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// A key of a JSON pointer as it is.
pub(crate) fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

impl Ledger {
    /// The ledger of a source that came through whole.
    #[must_use]
    pub fn untouched(connector: &Connector) -> Self {
        let count = operations(connector.definition()).count();
        Self {
            entries: Vec::new(),
            operations_in: count,
            operations_out: count,
        }
    }

    /// Finds line and column of each entry in the text that the source was read from.
    pub(crate) fn find_places(&mut self, source: &Document) {
        let pointers = self.entries.iter().map(|entry| entry.pointer.as_str());
        let places = source.places_of_pointers(pointers);
        for (entry, place) in self.entries.iter_mut().zip(places) {
            entry.place = Some((place.line, place.column));
        }
    }

    pub(crate) fn note(&mut self, at: &At<'_>, fate: Fate, message: Message) {
        self.enter(at.pointer(), fate, message);
    }

    /// [`Ledger::note`], with what is not translated.
    pub(crate) fn note_in_english(&mut self, at: &At<'_>, fate: Fate, message: impl AsRef<str>) {
        self.enter_in_english(at.pointer(), fate, message);
    }

    /// [`Ledger::enter`], with what is not translated.
    pub(crate) fn enter_in_english(
        &mut self,
        pointer: impl Into<String>,
        fate: Fate,
        message: impl AsRef<str>,
    ) {
        self.enter(pointer, fate, Message::verbatim(message.as_ref()));
    }

    /// Enters what became of the thing at a pointer.
    pub(crate) fn enter(&mut self, pointer: impl Into<String>, fate: Fate, message: Message) {
        self.entries.push(LedgerEntry::new(pointer, fate, message));
    }
}

#[cfg(test)]
mod tests {
    use super::{At, escaped, unescaped};

    #[test]
    fn a_place_is_a_pointer() {
        let root = At::root();
        let paths = root.key("paths");
        assert_eq!(paths.key("/a~b").pointer(), "/paths/~1a~0b");
        assert_eq!(root.pointer(), "");
        assert_eq!(At::of("/a~1b/0").key("c/d").pointer(), "/a~1b/0/c~1d");
        assert_eq!(unescaped(&escaped("/a~1b~")), "/a~1b~");
    }
}
