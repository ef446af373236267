//! C# as a row of words and signs: enough to see which class there is and whether braces close.

/// A word, or a sign, of the code; comments and literals are left out.
struct Token<'t> {
    text: &'t str,
    line: usize,
}

/// The code.
pub(super) struct Code<'t> {
    tokens: Vec<Token<'t>>,
}

impl<'t> Code<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let mut scan = Scan {
            text,
            at: 0,
            line: 1,
        };
        let mut tokens = Vec::new();
        while let Some(token) = scan.token() {
            tokens.push(token);
        }
        Self { tokens }
    }

    /// Whether these words and signs stand after one another.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        self.tokens.windows(words.len()).any(|tokens| {
            tokens
                .iter()
                .zip(words)
                .all(|(token, word)| token.text == *word)
        })
    }

    /// The namespaces of `using` directives. Where a directive names a type, by an alias or statically, it is the
    /// namespace of the type.
    pub(super) fn namespaces(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut tokens = self.tokens.iter();
        while let Some(token) = tokens.next() {
            if token.text == "class" {
                break;
            }
            if token.text == "using" {
                names.push(namespace(&mut tokens));
            }
        }
        names
    }

    /// Whether a word is used by itself with a member of it, not as a part of a longer name.
    pub(super) fn uses_bare(&self, word: &str) -> bool {
        self.tokens.windows(3).any(|tokens| match tokens {
            [before, own, dot] => before.text != "." && own.text == word && dot.text == ".",
            _ => false,
        })
    }

    /// The line of the first brace, bracket or parenthesis without a partner.
    pub(super) fn unbalanced(&self) -> Option<usize> {
        let mut open: Vec<&Token<'_>> = Vec::new();
        for token in &self.tokens {
            let partner = match token.text {
                "{" | "(" | "[" => {
                    open.push(token);
                    continue;
                }
                "}" => "{",
                ")" => "(",
                "]" => "[",
                _ => continue,
            };
            if open.pop().is_none_or(|before| before.text != partner) {
                return Some(token.line);
            }
        }
        open.pop().map(|token| token.line)
    }
}

/// The namespace that a `using` directive names, from what follows the word.
fn namespace<'c>(tokens: &mut impl Iterator<Item = &'c Token<'c>>) -> String {
    let mut name = String::new();
    let mut is_type = false;
    let mut is_argument = false;
    for token in tokens {
        match token.text {
            ";" => break,
            "=" | "static" => {
                name.clear();
                is_type = true;
            }
            // The arguments of a generic type.
            "<" => is_argument = true,
            text if !is_argument => name.push_str(text),
            _ => {}
        }
    }
    match name.rsplit_once('.') {
        Some((namespace, _)) if is_type => namespace.to_owned(),
        _ => name,
    }
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl<'t> Scan<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip(&mut self, bytes: usize) {
        let skipped = self.rest().get(..bytes).unwrap_or_default();
        self.line += skipped.matches('\n').count();
        self.at += bytes;
    }

    fn token(&mut self) -> Option<Token<'t>> {
        loop {
            let rest = self.rest();
            let first = rest.chars().next()?;
            let length = if first.is_whitespace() {
                first.len_utf8()
            } else if rest.starts_with("//") || (first == '#' && self.begins_line()) {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else {
                literal(rest)
            };
            if length == 0 {
                break;
            }
            self.skip(length);
        }
        let rest = self.rest();
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let first = rest.chars().next()?;
        let length = if is_word(first) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let token = Token {
            text: rest.get(..length)?,
            line: self.line,
        };
        self.skip(length);
        Some(token)
    }

    fn begins_line(&self) -> bool {
        let before = self.text.get(..self.at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.trim().is_empty()
    }
}

/// How long the literal is that `text` begins with; 0: it begins with none.
fn literal(text: &str) -> usize {
    let marks = text.len() - text.trim_start_matches(['@', '$']).len();
    let body = text.get(marks..).unwrap_or_default();
    let raw = body.len() - body.trim_start_matches('"').len();
    if raw >= 3 {
        let fence = body.get(..raw).unwrap_or_default();
        let inner = body.get(raw..).unwrap_or_default();
        return marks + raw + inner.find(fence).map_or(inner.len(), |end| end + raw);
    }
    let prefix = text.get(..marks).unwrap_or_default();
    match body.chars().next() {
        Some('"') => marks + quoted(body, prefix.contains('@'), prefix.contains('$')),
        Some('\'') if marks == 0 => quoted_character(body),
        _ => 0,
    }
}

/// The length of a text in double quotes; in an interpolated one, holes may have texts of their own.
fn quoted(text: &str, verbatim: bool, interpolated: bool) -> usize {
    let mut at = 1;
    let mut holes = 0_usize;
    while let Some(rest) = text.get(at..) {
        let Some(character) = rest.chars().next() else {
            break;
        };
        let inner = if holes > 0 { literal(rest) } else { 0 };
        at += match character {
            _ if inner > 0 => inner,
            '\\' if !verbatim && holes == 0 => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '{' if interpolated && rest.starts_with("{{") && holes == 0 => 2,
            '}' if interpolated && rest.starts_with("}}") && holes == 0 => 2,
            '{' if interpolated => {
                holes += 1;
                1
            }
            '}' if interpolated => {
                holes = holes.saturating_sub(1);
                1
            }
            '"' if verbatim && rest.starts_with("\"\"") && holes == 0 => 2,
            '"' if holes == 0 => return at + 1,
            '\n' if !verbatim && holes == 0 => return at,
            _ => character.len_utf8(),
        };
    }
    text.len()
}

/// The length of a character in single quotes; 0 where it does not close at once.
fn quoted_character(text: &str) -> usize {
    let end = if text.starts_with("'\\") { 3 } else { 2 };
    let close = text
        .char_indices()
        .skip(end)
        .take(9)
        .find(|(_, c)| *c == '\'');
    close.map_or(1, |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn comments_and_literals_are_no_code() {
        let text = "#region {\n// new HttpClient (\n/* { */ var a = \"{\\\"\" + @\"\\\" + '{' + '\\'' + $\"{b[\"}\"]} {{\";\nvar c = \"\"\"{ \" \"\"\";";
        let code = Code::of(text);
        assert!(!code.has(&["HttpClient"]));
        assert_eq!(code.unbalanced(), None);
    }

    #[test]
    fn a_brace_without_partner_has_a_line() {
        assert_eq!(Code::of("class A\n{\n  void B() {\n").unbalanced(), Some(3));
        assert_eq!(Code::of("class A {\n)\n}").unbalanced(), Some(2));
    }

    #[test]
    fn namespaces_are_those_of_directives() {
        let code = Code::of(
            "using System.Linq;\nusing A = System.Text.Json.JsonDocument;\nusing static System.Math;\nusing L = System.Collections.Generic.List<string>;\nclass X { void Y() { using (var z) {} } }",
        );
        assert_eq!(
            code.namespaces(),
            [
                "System.Linq",
                "System.Text.Json",
                "System",
                "System.Collections.Generic"
            ]
        );
    }
}
