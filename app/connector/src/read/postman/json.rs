//! JSON with variables in it: a variable may stand in a text, as a value, as a name, or as a whole member.
//!
//! What stands for each is the value that the collection gives it, else a value of its type. Comments are passed over,
//! as Postman does.

use serde_json::{Value, json};

use super::variables::{Kind, Variables};
use crate::document::Document;
use crate::read::calls::{Piece, pieces};

/// How many values of variables are gone into, each within the one before.
const MOST_WITHIN: usize = 4;

/// A document, and the variables in it of which nobody says what they are.
#[derive(Debug, PartialEq)]
pub(super) struct Template {
    pub(super) sample: Value,
    pub(super) unknown: Vec<String>,
}

/// Reads a document of JSON; none where it is none, and where it is one variable that nobody knows.
pub(super) fn read(text: &str, variables: &Variables<'_>) -> Option<Template> {
    let mut unknown = Vec::new();
    let plain = match text.contains("{{") || text.contains('/') {
        true => written(text, variables, &mut unknown, 0),
        false => text.to_owned(),
    };
    let is_variable = matches!(
        pieces(text.trim()).collect::<Vec<_>>().as_slice(),
        [Piece::Variable(_)]
    );
    if is_variable && !unknown.is_empty() {
        return None;
    }
    let sample = match serde_json::from_str(&plain) {
        Ok(sample) => sample,
        Err(_) => {
            let tolerant = Document::read_tolerant(plain.as_bytes());
            tolerant.document?.root().clone()
        }
    };
    Some(Template { sample, unknown })
}

/// The text with what stands for its variables, and without comments.
fn written(
    text: &str,
    variables: &Variables<'_>,
    unknown: &mut Vec<String>,
    depth: usize,
) -> String {
    let pieces: Vec<Piece<'_>> = pieces(text).collect();
    let mut scan = Scan {
        variables,
        unknown,
        depth,
        out: String::with_capacity(text.len()),
        objects: Vec::new(),
        wants_name: false,
        skips_comma: false,
        bare: String::new(),
        bare_variables: Vec::new(),
        within: Within::Values,
        before: ' ',
    };
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => {
                for (at, letter) in text.char_indices() {
                    let rest = text.get(at..).unwrap_or_default();
                    let after = pieces.get(index + 1..).unwrap_or_default();
                    scan.letter(letter, rest, after);
                }
            }
            Piece::Variable(name) => scan.variable(name),
        }
    }
    scan.end_bare("", &[]);
    scan.out
}

/// Where the scan is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Values,
    Text,
    LineComment,
    Comment,
}

struct Scan<'s, 'v> {
    variables: &'s Variables<'v>,
    unknown: &'s mut Vec<String>,
    depth: usize,
    out: String,
    /// Of each value around, whether it is an object.
    objects: Vec<bool>,
    /// Whether the next thing is the name of a member.
    wants_name: bool,
    skips_comma: bool,
    /// What stands outside of texts since the last mark, with the variables in it.
    bare: String,
    bare_variables: Vec<String>,
    within: Within,
    /// The letter before.
    before: char,
}

impl Scan<'_, '_> {
    fn letter(&mut self, letter: char, rest: &str, after: &[Piece<'_>]) {
        match self.within {
            Within::Text => {
                self.out.push(letter);
                let is_escaped = self.before == '\\';
                self.before = if is_escaped { ' ' } else { letter };
                if letter == '"' && !is_escaped {
                    self.within = Within::Values;
                }
                return;
            }
            Within::LineComment if letter == '\n' => self.within = Within::Values,
            Within::Comment if letter == '/' && self.before == '*' => {
                self.within = Within::Values;
                self.before = ' ';
                return;
            }
            Within::LineComment | Within::Comment => {
                self.before = letter;
                return;
            }
            Within::Values => {}
        }
        self.before = letter;
        if letter == '/' && rest.starts_with("//") {
            self.within = Within::LineComment;
            return;
        }
        if letter == '/' && rest.starts_with("/*") {
            self.within = Within::Comment;
            self.before = ' ';
            return;
        }
        let is_mark = letter.is_whitespace() || "{}[]:,\"".contains(letter);
        if !is_mark {
            self.bare.push(letter);
            return;
        }
        self.end_bare(rest, after);
        self.mark(letter);
    }

    fn mark(&mut self, letter: char) {
        let is_object = || self.objects.last() == Some(&true);
        match letter {
            '"' => {
                self.within = Within::Text;
                self.before = ' ';
            }
            '{' | '[' => {
                self.objects.push(letter == '{');
                self.wants_name = letter == '{';
            }
            '}' | ']' => {
                self.objects.pop();
                self.wants_name = false;
            }
            ',' if self.skips_comma => {
                self.skips_comma = false;
                return;
            }
            ',' => self.wants_name = is_object(),
            ':' => self.wants_name = false,
            _ => {}
        }
        if !letter.is_whitespace() {
            self.skips_comma = false;
        }
        self.out.push(letter);
    }

    fn variable(&mut self, name: &str) {
        match self.within {
            Within::Text => {
                let value = self.value(name).unwrap_or_else(|| name.to_owned());
                // Quotation marks in it would end the text.
                let quoted = json!(value).to_string();
                self.out
                    .push_str(quoted.get(1..quoted.len() - 1).unwrap_or_default());
                self.before = ' ';
            }
            Within::Values => {
                self.bare.push_str(name);
                self.bare_variables.push(name.to_owned());
            }
            Within::LineComment | Within::Comment => {}
        }
    }

    /// Ends what stood outside of texts: a value, a name, or a member that is a variable.
    fn end_bare(&mut self, rest: &str, after: &[Piece<'_>]) {
        let bare = std::mem::take(&mut self.bare);
        let variables = std::mem::take(&mut self.bare_variables);
        let Some(first) = variables.first() else {
            return self.out.push_str(&bare);
        };
        if self.wants_name && !is_name(rest, after) {
            self.skips_comma = true;
        } else if self.wants_name || *first != bare {
            self.out.push_str(&json!(bare).to_string());
        } else {
            let value = self.value_of_type(first);
            self.out.push_str(&value);
        }
    }

    /// The value that the collection gives a variable, where it has one.
    fn value(&self, name: &str) -> Option<String> {
        let template = format!("{{{{{name}}}}}");
        let resolved = self.variables.resolved(&template);
        (resolved != template).then_some(resolved)
    }

    /// What stands for a variable where a value is, as JSON.
    fn value_of_type(&mut self, name: &str) -> String {
        if let Some(value) = self.value(name) {
            let begins = value.trim_start().starts_with(['{', '[']) && !value.starts_with("{{");
            if begins && self.depth < MOST_WITHIN {
                return written(&value, self.variables, self.unknown, self.depth + 1);
            }
            let is_json = serde_json::from_str::<Value>(&value).is_ok();
            return if is_json {
                value
            } else {
                json!(value).to_string()
            };
        }
        let sample = match self.variables.kind(name) {
            Some(Kind::Text) => json!(name),
            Some(Kind::Number) => json!(0.5),
            Some(Kind::Whole) => json!(0),
            Some(Kind::Boolean) => json!(true),
            // A text would stand in quotation marks.
            None => {
                if !self.unknown.iter().any(|known| known == name) {
                    self.unknown.push(name.to_owned());
                }
                json!(0.5)
            }
        };
        sample.to_string()
    }
}

/// Whether a colon comes next.
fn is_name(rest: &str, after: &[Piece<'_>]) -> bool {
    let next = rest.trim_start().chars().next();
    let text = match (next, after.first()) {
        (Some(next), _) => return next == ':',
        (None, Some(Piece::Text(text))) => text,
        _ => return false,
    };
    text.trim_start().starts_with(':')
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::variables::Variables;
    use super::read;

    fn sample(text: &str) -> (Option<Value>, Vec<String>) {
        let collection = json!({ "variable": [
            { "key": "five", "value": 5 }, { "key": "words", "value": "a \"b\" c" },
            { "key": "whole", "value": "{\"x\": {{five}}}" }, { "key": "is_on", "type": "boolean" },
            { "key": "much", "type": "number" }, { "key": "word", "type": "string" }
        ] });
        let variables = Variables::of(&collection);
        match read(text, &variables) {
            Some(template) => (Some(template.sample), template.unknown),
            None => (None, Vec::new()),
        }
    }

    #[test]
    fn variables_stand_for_values_of_their_type() {
        for (text, expected) in [
            ("{\"a\": {{five}}}", json!({ "a": 5 })),
            (
                "{\"a\": {{words}}, \"b\": \"{{words}}\"}",
                json!({ "a": "a \"b\" c", "b": "a \"b\" c" }),
            ),
            ("{\"a\": {{whole}}}", json!({ "a": { "x": 5 } })),
            ("{{whole}}", json!({ "x": 5 })),
            ("[{{is_on}},{{much}}, {{word}}]", json!([true, 0.5, "word"])),
            (
                "[{{$randomInt}}, {{$guid}}, {{$randomBoolean}}]",
                json!([0, "$guid", true]),
            ),
            (
                "{\"a\": pre{{five}}post, \"b\": {{five}}{{five}}}",
                json!({ "a": "prefivepost", "b": "fivefive" }),
            ),
            ("{\"{{word}}\": 1, {{word}} : 2}", json!({ "word": 2 })),
            ("{\"a\": 1, {{more}}, \"b\": 2}", json!({ "a": 1, "b": 2 })),
            ("{ {{more}} }", json!({})),
            ("{\"a\": 1, {{more}} }", json!({ "a": 1 })),
            (
                "{ // it's \"so\"\n \"u\": \"http://x/*\", /* {{five}} */ \"a\": [1,] }",
                json!({ "u": "http://x/*", "a": [1] }),
            ),
            (
                "{\"a\": \"\\\\\", \"b\": {{five}}}",
                json!({ "a": "\\", "b": 5 }),
            ),
        ] {
            assert_eq!(sample(text), (Some(expected), Vec::new()), "{text}");
        }
    }

    #[test]
    fn variables_that_nobody_knows_are_numbers_and_are_named() {
        let named = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            sample(
                "{ // who\n \"id\": {{id}}, \"name\": \"a {{b}} \\\" c\", \"list\": [{{x}}, {{id}}] }"
            ),
            (
                Some(json!({ "id": 0.5, "name": "a b \" c", "list": [0.5, 0.5] })),
                named(&["id", "x"])
            )
        );
        assert_eq!(sample("{{body}}"), (None, Vec::new()));
        assert_eq!(sample("{ broken"), (None, Vec::new()));
    }
}
