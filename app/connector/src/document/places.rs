//! Where in its text the values of a document stand.
//!
//! One scan for any number of paths: what no path leads into is skipped without being read, so that
//! finding the lines of a handful of findings costs less than reading the text did.

use std::collections::BTreeMap;

use serde_json::Value;

use super::text::Walk;
use super::{Document, Path, Step};
use crate::sorting::by_number;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextPlace {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
}

/// Where a value stands in a text that is not JSON.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    /// Its own place: a member's is that of its key.
    pub(crate) at: TextPlace,
    /// The places of the values in it, as the tree has them.
    pub(crate) children: Vec<Spot>,
}

impl Spot {
    /// The place of the value at a path, or of the nearest value above it.
    fn find(&self, root: &Value, path: &Path) -> TextPlace {
        let (mut spot, mut value) = (self, root);
        for step in path.steps() {
            let inner = match step {
                Step::Key(key) => value
                    .as_object()
                    .and_then(|members| members.keys().position(|member| member == key)),
                step => step.position(value),
            };
            let next = inner.and_then(|inner| spot.children.get(inner));
            let (Some(next), Some(below)) = (next, step.get(value)) else {
                break;
            };
            (spot, value) = (next, below);
        }
        spot.at
    }
}

impl Document {
    /// Where the values at these paths stand in [`Document::to_text`], or in the text of another kind
    /// that the document was read from, if [`Document::has_foreign_text`] says so: a member where its
    /// key begins, an item where it begins itself. What is not there has the place of the nearest value
    /// above it.
    #[must_use]
    pub fn places<'p>(&self, paths: impl IntoIterator<Item = &'p Path>) -> Vec<TextPlace> {
        if let Some(spot) = self.foreign() {
            let paths = paths.into_iter();
            return paths.map(|path| spot.find(self.root(), path)).collect();
        }
        let text = self.to_text();
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut wanted = Wanted::default();
        let mut count = 0;
        for path in paths {
            wanted.add(self.root(), path, count);
            count += 1;
        }
        let mut scan = Scan {
            text: body,
            at: 0,
            found: vec![0; count],
        };
        scan.blanks();
        scan.value(&wanted, scan.at);
        in_lines(body, &scan.found)
    }
}

/// The lines and columns of these bytes of the text.
fn in_lines(text: &str, offsets: &[usize]) -> Vec<TextPlace> {
    let order = (0..offsets.len()).collect();
    let offset = |index: usize| offsets.get(index).copied().unwrap_or_default();
    let order = by_number(order, |index| offset(*index));
    let mut places = vec![TextPlace { line: 1, column: 1 }; offsets.len()];
    let mut walk = Walk::new(text);
    for index in order {
        let (line, column) = walk.to(offset(index));
        if let Some(place) = places.get_mut(index) {
            *place = TextPlace { line, column };
        }
    }
    places
}

/// The values whose places are asked for, as a tree.
#[derive(Default)]
struct Wanted<'p> {
    /// The numbers of the questions that this value answers.
    questions: Vec<usize>,
    members: BTreeMap<&'p str, Wanted<'p>>,
    items: BTreeMap<usize, Wanted<'p>>,
}

impl<'p> Wanted<'p> {
    fn add(&mut self, root: &Value, path: &'p Path, question: usize) {
        let mut here = self;
        let mut value = Some(root);
        for step in path.steps() {
            let Some(next) = value.and_then(|value| step.get(value)) else {
                break;
            };
            here = match step {
                Step::Key(key) => here.members.entry(key).or_default(),
                _ => match value.and_then(|value| step.position(value)) {
                    Some(index) => here.items.entry(index).or_default(),
                    None => break,
                },
            };
            value = Some(next);
        }
        here.questions.push(question);
    }
}

/// A scan through a text that is JSON.
struct Scan<'t> {
    text: &'t str,
    at: usize,
    found: Vec<usize>,
}

impl<'t> Scan<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Reads the value that begins here; `place` is where it, or its key, begins.
    fn value(&mut self, wanted: &Wanted<'_>, place: usize) {
        for question in &wanted.questions {
            if let Some(found) = self.found.get_mut(*question) {
                *found = place;
            }
        }
        match self.peek() {
            Some(b'{') if !wanted.members.is_empty() => self.object(wanted),
            Some(b'[') if !wanted.items.is_empty() => self.array(wanted),
            _ => self.skip(),
        }
    }

    fn object(&mut self, wanted: &Wanted<'_>) {
        self.at += 1;
        loop {
            self.blanks();
            match self.peek() {
                Some(b'"') => {}
                Some(b',') => {
                    self.at += 1;
                    continue;
                }
                _ => break,
            }
            let place = self.at;
            self.string();
            let key = self.text.get(place..self.at).unwrap_or_default();
            let member = wanted.member(key);
            self.blanks();
            // The colon.
            self.at += 1;
            self.blanks();
            match member {
                Some(wanted) => self.value(wanted, place),
                None => self.skip(),
            }
        }
        self.at += 1;
    }

    fn array(&mut self, wanted: &Wanted<'_>) {
        self.at += 1;
        let mut index = 0;
        loop {
            self.blanks();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    index += 1;
                    continue;
                }
                Some(b']' | b'}') | None => break,
                Some(_) => {}
            }
            match wanted.items.get(&index) {
                Some(wanted) => self.value(wanted, self.at),
                None => self.skip(),
            }
        }
        self.at += 1;
    }

    /// Goes to the end of the value that begins here.
    fn skip(&mut self) {
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                    if open == 0 {
                        return;
                    }
                    continue;
                }
                b'{' | b'[' => open += 1,
                b'}' | b']' | b',' if open == 0 => return,
                b'}' | b']' => {
                    open -= 1;
                    if open == 0 {
                        self.at += 1;
                        return;
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Goes to the end of the string that begins here.
    fn string(&mut self) {
        self.at += 1;
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            self.at += match byte {
                b'\\' => 2,
                _ => 1,
            };
            if *byte == b'"' {
                return;
            }
        }
    }
}

impl Wanted<'_> {
    /// What is wanted of the member whose key is spelt so in the text, quotes included.
    fn member(&self, spelt: &str) -> Option<&Self> {
        if spelt.contains('\\') {
            let key: String = serde_json::from_str(spelt).ok()?;
            return self.members.get(key.as_str());
        }
        let key = spelt.strip_prefix('"')?.strip_suffix('"')?;
        self.members.get(key)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn place(text: &str, path: &Path) -> (usize, usize) {
        let document = Document::parse(text).unwrap();
        let places = document.places([path]);
        let place = places.first().unwrap();
        (place.line, place.column)
    }

    #[test]
    fn a_member_stands_where_its_key_begins() {
        let text = "\u{feff}{\n  \"a\": {\"x\": [1, {\"b\\u0031\": 2}]},\n  \"ä\": {\"a\": 1}, \"a\": {\"x\": 3}\n}";
        assert_eq!(place(text, &Path::root()), (1, 1));
        assert_eq!(place(text, &Path::of(["ä", "a"])), (3, 9));
        assert_eq!(
            place(text, &Path::of(["a", "x"])),
            (3, 24),
            "the last of two members counts"
        );
    }

    #[test]
    fn parameters_are_found_by_name_and_what_is_missing_by_what_is_above() {
        let text = "{\"parameters\": [\n  {\"name\": \"a\", \"in\": \"query\"},\n  {\"name\": \"b\", \"in\": \"query\"}]}";
        let parameter = Step::Parameter {
            name: "b".to_owned(),
            location: "query".to_owned(),
        };
        let path = Path::of(["parameters"]).join(parameter);
        assert_eq!(place(text, &path), (3, 3));
        assert_eq!(place(text, &path.join("name")), (3, 4));
        assert_eq!(place(text, &path.join("type")), (3, 3));
    }
}
