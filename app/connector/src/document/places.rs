//! Where in its text the values of a document stand.
//!
//! One scan for any number of paths: what no path leads into is skipped without being read, so that
//! finding the lines of a handful of findings costs less than reading the text did.

use serde_json::Value;

use super::parse::plain_end;
use super::text::Walk;
use super::wanted::{Node, ROOT, Wanted};
use super::{Document, Path, Step};
use crate::ledger::unescaped;
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
        let mut wanted = Wanted::default();
        for path in paths {
            wanted.ask_path(self.root(), path);
        }
        self.found(&wanted)
    }

    /// Where the values stand that JSON pointers lead to, as [`Document::places`] says.
    #[must_use]
    pub fn places_of_pointers<'p>(
        &self,
        pointers: impl IntoIterator<Item = &'p str>,
    ) -> Vec<TextPlace> {
        if let Some(spot) = self.foreign() {
            let paths = pointers
                .into_iter()
                .map(|pointer| path_of(pointer, self.root()));
            return paths.map(|path| spot.find(self.root(), &path)).collect();
        }
        let mut wanted = Wanted::default();
        for pointer in pointers {
            wanted.ask(pointer);
        }
        self.found(&wanted)
    }

    fn found(&self, wanted: &Wanted<'_>) -> Vec<TextPlace> {
        let text = self.text();
        let body = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut scan = Scan {
            text: body,
            at: 0,
            wanted,
            inner: wanted.inner(),
            found: vec![None; wanted.count()],
        };
        scan.blanks();
        scan.value(ROOT, scan.at);
        in_lines(body, &wanted.answers(scan.found))
    }
}

/// The path that a pointer leads along.
fn path_of(pointer: &str, root: &Value) -> Path {
    let mut value = Some(root);
    let steps = pointer.split('/').skip(1).map(unescaped).map(|key| {
        let index: Option<usize> = value.and_then(Value::as_array).and(key.parse().ok());
        let step = index.map_or_else(|| Step::from(key), Step::from);
        value = value.and_then(|value| step.get(value));
        step
    });
    Path::of(steps)
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

/// A scan through a text that is JSON.
struct Scan<'t> {
    text: &'t str,
    at: usize,
    wanted: &'t Wanted<'t>,
    /// Which of the wanted values are gone into.
    inner: Vec<bool>,
    /// Where each wanted value, or its key, begins, as far as it was come to.
    found: Vec<Option<usize>>,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Reads the wanted value that begins here; `place` is where it, or its key, begins.
    fn value(&mut self, node: Node, place: usize) {
        if let Some(found) = self.found.get_mut(node) {
            *found = Some(place);
        }
        let is_gone_into = self.inner.get(node).is_some_and(|inner| *inner);
        match self.peek() {
            Some(b'{') if is_gone_into => self.object(node),
            Some(b'[') if is_gone_into => self.array(node),
            _ => self.skip(),
        }
    }

    fn object(&mut self, node: Node) {
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
            let member = self.member(node, key);
            self.blanks();
            // The colon.
            self.at += 1;
            self.blanks();
            match member {
                Some(member) => self.value(member, place),
                None => self.skip(),
            }
        }
        self.at += 1;
    }

    /// The wanted member whose key is spelt so in the text, quotes included.
    fn member(&self, node: Node, spelt: &str) -> Option<Node> {
        if spelt.contains('\\') {
            let key: String = serde_json::from_str(spelt).ok()?;
            return self.wanted.within(node, &key);
        }
        let key = spelt.strip_prefix('"')?.strip_suffix('"')?;
        self.wanted.within(node, key)
    }

    fn array(&mut self, node: Node) {
        self.at += 1;
        let mut index = 0_usize;
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
            match self.wanted.within(node, &index.to_string()) {
                Some(item) => self.value(item, self.at),
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
        loop {
            self.at = plain_end(self.text.as_bytes(), self.at);
            match self.peek() {
                Some(b'"') => return self.at += 1,
                Some(b'\\') => self.at += 2,
                Some(_) => self.at += 1,
                None => return,
            }
        }
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
    fn pointers_lead_to_their_values_or_to_what_is_around_them() {
        let text = r#"{"a/b": [[1, {"c": 2}], 3], "d": {"e": {"f": 1}}, "d": {"e": 2}}"#;
        let document = Document::parse(text).unwrap();
        let places = |pointers: &[&str]| -> Vec<usize> {
            let places = document.places_of_pointers(pointers.iter().copied());
            places.iter().map(|place| place.column).collect()
        };
        let pointers = [
            "/a~1b/0/1/c",
            "/a~1b/0",
            "/a~1b",
            "",
            "/a~1b/0/1",
            "/a~1b/1/x",
            "/a",
            "/d/e/f",
            "/d",
        ];
        let columns = [15, 10, 2, 1, 14, 25, 1, 57, 51];
        assert_eq!(places(&pointers), columns);
        for (pointer, column) in pointers.iter().zip(columns) {
            assert_eq!(places(&[pointer]), [column], "{pointer}");
        }
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
