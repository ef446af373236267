//! YAML: a tree in block style, such that reading it gives the same tree again.
//!
//! What YAML might take for something else than the text that it is, is quoted.

use serde_json::{Map, Value};

/// The deepest nesting of objects and arrays that is read again: what reads YAML calls itself for each level, and
/// the threads of a server have stacks of 2 MiB, which an unoptimised build fills with about 50 levels. Real definitions
/// are nested up to 24 levels deep.
pub const MAX_DEPTH: usize = 40;

/// Whether a tree is nested so deep that, written as YAML, it cannot be read again.
#[must_use]
pub fn is_too_deep(root: &Value) -> bool {
    let mut level: Vec<&Value> = vec![root];
    for _ in 0..=MAX_DEPTH {
        level.retain(|value| value.is_object() || value.is_array());
        if level.is_empty() {
            return false;
        }
        let below = level.iter().flat_map(|value| {
            let items = value.as_array().into_iter().flatten();
            let members = value.as_object().into_iter().flat_map(Map::values);
            items.chain(members)
        });
        level = below.collect();
    }
    true
}

/// The longest key that may stand before its colon without a question mark (YAML 1.2, 8.2.2).
const MAX_PLAIN_KEY: usize = 1000;

/// Writes a tree as YAML. The same tree gives the same text.
#[must_use]
pub fn to_yaml(root: &Value) -> String {
    let mut out = String::new();
    match root {
        Value::Object(members) if !members.is_empty() => object(&mut out, members, 0),
        Value::Array(items) if !items.is_empty() => array(&mut out, items, 0),
        scalar => {
            value(&mut out, scalar, 0);
        }
    }
    out
}

/// Members one below the other; the first one begins where the text has come to.
fn object(out: &mut String, members: &Map<String, Value>, indent: usize) {
    for (at, (key, member)) in members.iter().enumerate() {
        if at > 0 {
            spaces(out, indent);
        }
        let key = text(key);
        if key.len() > MAX_PLAIN_KEY {
            out.push_str("? ");
            out.push_str(&key);
            out.push('\n');
            spaces(out, indent);
        } else {
            out.push_str(&key);
        }
        out.push(':');
        match member {
            Value::Object(members) if !members.is_empty() => {
                out.push('\n');
                spaces(out, indent + 2);
                object(out, members, indent + 2);
            }
            Value::Array(items) if !items.is_empty() => {
                out.push('\n');
                spaces(out, indent + 2);
                array(out, items, indent + 2);
            }
            member => {
                out.push(' ');
                value(out, member, indent + 2);
            }
        }
    }
}

/// Items one below the other; the first one begins where the text has come to.
fn array(out: &mut String, items: &[Value], indent: usize) {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            spaces(out, indent);
        }
        out.push_str("- ");
        match item {
            Value::Object(members) if !members.is_empty() => object(out, members, indent + 2),
            Value::Array(items) if !items.is_empty() => array(out, items, indent + 2),
            item => value(out, item, indent + 2),
        }
    }
}

/// A value with nothing below it, and the end of its line.
fn value(out: &mut String, value: &Value, indent: usize) {
    match value {
        Value::String(string) => match block_header(string) {
            Some(header) => block(out, header, string, indent),
            None => out.push_str(&text(string)),
        },
        // Empty objects and arrays, too, are written as in JSON.
        value => out.push_str(&value.to_string()),
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
}

/// How a text of several lines begins as a block; none where it cannot be one.
fn block_header(text: &str) -> Option<&'static str> {
    let plain = |letter: char| letter == '\n' || is_printable(letter);
    let begins_well = text.starts_with(|letter: char| !letter.is_whitespace());
    if !text.contains('\n') || !begins_well || !text.chars().all(plain) {
        return None;
    }
    let ends_in_blanks = |line: &str| line.ends_with(' ');
    match text.strip_suffix('\n') {
        None if text.ends_with(' ') => None,
        None => Some("|-"),
        Some(rest) if rest.ends_with('\n') || rest.lines().any(ends_in_blanks) => None,
        Some(_) => Some("|"),
    }
}

fn block(out: &mut String, header: &str, text: &str, indent: usize) {
    out.push_str(header);
    out.push('\n');
    // At the root, a block must be indented all the same.
    for line in text.lines() {
        if !line.is_empty() {
            spaces(out, indent.max(2));
            out.push_str(line);
        }
        out.push('\n');
    }
}

/// A text on one line: plain where it cannot be taken for anything else, else in double quotes.
fn text(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if is_printable(letter) => quoted.push(letter),
            letter if u32::from(letter) <= 0xffff => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            letter => quoted.push_str(&format!("\\U{:08x}", u32::from(letter))),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a letter may stand in YAML as it is, and is no line break.
fn is_printable(letter: char) -> bool {
    !letter.is_control()
        && !matches!(
            letter,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

/// Whether a text needs no quotes.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let inside = |letter: char| letter.is_ascii_alphanumeric() || " _-./(),'".contains(letter);
    text.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/')
        && !text.ends_with(' ')
        && text.chars().all(inside)
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn spaces(out: &mut String, number: usize) {
    out.extend(std::iter::repeat_n(' ', number));
}
