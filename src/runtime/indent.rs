//! JSON made readable: one member a line, numbers as they were written, escapes resolved.

use serde::de::IgnoredAny;

/// The JSON of `text`, indented; none when it is not JSON.
pub(super) fn indented(text: &str) -> Option<String> {
    serde_json::from_str::<IgnoredAny>(text).ok()?;
    let mut out = String::with_capacity(text.len() * 2);
    let (mut rest, mut depth) = (text.trim_start(), 0_usize);
    while let Some(first) = rest.chars().next() {
        let length = token_length(rest, first);
        let (token, after) = rest.split_at_checked(length)?;
        let after = after.trim_start();
        match first {
            '{' | '[' => {
                out.push(first);
                if !after.starts_with(['}', ']']) {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                if !out.ends_with(['{', '[']) {
                    depth = depth.saturating_sub(1);
                    new_line(&mut out, depth);
                }
                out.push(first);
            }
            ',' => {
                out.push(',');
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            '"' => out.push_str(&plain(token)),
            _ => out.push_str(token),
        }
        rest = after;
    }
    Some(out)
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

/// The bytes of the token that `text` begins with.
fn token_length(text: &str, first: char) -> usize {
    match first {
        '"' => {
            let mut is_escaped = false;
            let end = text.bytes().skip(1).position(|byte| {
                let ends = byte == b'"' && !is_escaped;
                is_escaped = byte == b'\\' && !is_escaped;
                ends
            });
            end.map_or(text.len(), |end| end + 2)
        }
        '{' | '}' | '[' | ']' | ',' | ':' => 1,
        _ => text
            .find(|c: char| c.is_ascii_whitespace() || "{}[],:\"".contains(c))
            .unwrap_or(text.len()),
    }
}

/// A string without needless escapes, so that what it says can be read, and found.
fn plain(token: &str) -> String {
    serde_json::from_str::<serde_json::Value>(token)
        .map_or_else(|_| token.to_owned(), |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn json_is_indented_and_its_numbers_stay() {
        let text =
            r#" {"a":[1.50,{}, [ ],{"b":null}],"c":"x, \"y\" { \\","n":12345678901234567890123} "#;
        let expected = r#"{
  "a": [
    1.50,
    {},
    [],
    {
      "b": null
    }
  ],
  "c": "x, \"y\" { \\",
  "n": 12345678901234567890123
}"#;
        assert_eq!(indented(text).as_deref(), Some(expected));
    }

    #[test]
    fn escapes_are_resolved_where_json_allows_it() {
        assert_eq!(indented(r#""\u0061\/é\n""#).as_deref(), Some(r#""a/é\n""#));
    }

    #[test]
    fn empty_brackets_inside_strings_do_not_confuse() {
        assert_eq!(indented(r#"["{"]"#).as_deref(), Some("[\n  \"{\"\n]"));
    }

    #[test]
    fn what_is_not_json_stays_out() {
        for text in ["", "{", "<html>", "{} {}", "{\"a\":}"] {
            assert_eq!(indented(text), None);
        }
    }
}
