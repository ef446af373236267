//! The words of command lines, as the command prompt of Windows reads them: first the prompt takes carets
//! away, then the program takes its words apart.

use super::words::Command;

/// Whether a text is written for the command prompt: outside of quotation marks, carets do not stand before
/// these signs elsewhere.
pub(super) fn is_cmd(text: &str) -> bool {
    let mut is_quoted = false;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        rest = match letter {
            '^' if !is_quoted && after.starts_with(['\n', '\r', '"', '%']) => return true,
            '\\' => after.get(1..).unwrap_or(after),
            // An apostrophe that no other one follows quotes nothing.
            '\'' if !is_quoted => after.split_once('\'').map_or(after, |(_, behind)| behind),
            _ => after,
        };
        is_quoted ^= letter == '"';
    }
    false
}

/// The commands of a text.
pub(super) fn commands(text: &str) -> Vec<Command> {
    let mut commands = Vec::new();
    for (at, line) in lines(text) {
        let words = words(&line);
        if !words.is_empty() {
            commands.push(Command {
                at,
                words,
                is_open: line.replace("\\\"", "").matches('"').count() % 2 == 1,
            });
        }
    }
    commands
}

/// The lines with the carets taken away, and where each begins in the text.
fn lines(text: &str) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut start = None;
    let mut is_quoted = false;
    let mut letters = text.char_indices().filter(|(_, c)| *c != '\r').peekable();
    while let Some((at, letter)) = letters.next() {
        if !letter.is_whitespace() && start.is_none() {
            start = Some(at);
        }
        match letter {
            '^' if !is_quoted => {
                // After a caret at the end of a line, the next letter is itself, even another end.
                let _ = letters.next_if(|(_, c)| *c == '\n');
                line.extend(letters.next().map(|(_, c)| c));
            }
            '\n' | '&' | '|' if !is_quoted => {
                lines.extend(start.take().map(|at| (at, std::mem::take(&mut line))));
                line.clear();
            }
            letter => {
                is_quoted ^= letter == '"';
                line.push(letter);
            }
        }
    }
    lines.extend(start.map(|at| (at, line)));
    lines
}

/// The words of a line, by the rules for arguments of programs of Windows.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut is_quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                let mut slashes = 1;
                while letters.next_if_eq(&'\\').is_some() {
                    slashes += 1;
                }
                let is_before_quote = letters.peek() == Some(&'"');
                let kept = if is_before_quote {
                    slashes / 2
                } else {
                    slashes
                };
                let word = word.get_or_insert_default();
                word.extend(std::iter::repeat_n('\\', kept));
                if is_before_quote && slashes % 2 == 1 {
                    word.extend(letters.next());
                }
            }
            '"' if is_quoted && letters.next_if_eq(&'"').is_some() => {
                word.get_or_insert_default().push('"');
            }
            '"' => {
                is_quoted = !is_quoted;
                word.get_or_insert_default();
            }
            letter if letter.is_whitespace() && !is_quoted => words.extend(word.take()),
            letter => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
        .into_iter()
        .map(|word| with_variables(&word))
        .collect()
}

/// A word whose variables, `%NAME%`, stand in double braces.
fn with_variables(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        match after.split_once('%').filter(|(name, _)| is_variable(name)) {
            Some((name, behind)) => {
                out.push_str(&format!("{{{{{name}}}}}"));
                rest = behind;
            }
            None => {
                out.push('%');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// Two hexadecimal digits after a sign of percent are a letter of a URL, not a name.
fn is_variable(name: &str) -> bool {
    name.len() > 2
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{commands, is_cmd};

    #[test]
    fn carets_and_quotation_marks_are_taken_away() {
        for (text, expected) in [
            (
                "curl ^\"https://a.example/b?c=1^&d=2^\" ^\r\n  -H ^\"x: y^\"",
                vec!["curl", "https://a.example/b?c=1&d=2", "-H", "x: y"],
            ),
            (
                "curl \"https://a.example/b?c^d\" ^\n -X POST",
                vec!["curl", "https://a.example/b?c^d", "-X", "POST"],
            ),
            (
                "curl --data-raw ^\"^{^\\^\"a^\\^\":1^}^\"",
                vec!["curl", "--data-raw", "{\"a\":1}"],
            ),
            (
                "curl -d \"{\\\"a\\\": \\\"b \"\"c\\\"}\" ^\n",
                vec!["curl", "-d", "{\"a\": \"b \"c\"}"],
            ),
            ("curl ^\"a^\n\nb^\"", vec!["curl", "a\nb"]),
            (
                "curl ^\"https://a.example/^%^20%HOST%^\"",
                vec!["curl", "https://a.example/%20{{HOST}}"],
            ),
        ] {
            assert!(is_cmd(text), "{text}");
            let found = commands(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].words, expected, "{text}");
        }
        for text in [
            "curl 'https://a.example/^b'",
            "curl https://a.example -d 'a^\"b'",
            "curl https://a.example -d \"ends with ^\"",
            "curl https://a.example -d \"\\\"^\"",
        ] {
            assert!(!is_cmd(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_was_quoted_comes_back(words in prop::collection::vec("[^%\\r]{0,20}", 1..5)) {
            // As browsers copy it: each sign escaped for the prompt, quotation marks for the program.
            let quoted = |word: &String| {
                let mut out = String::from("^\"");
                let mut slashes = 0;
                for c in word.chars() {
                    if c == '"' {
                        out.push_str(&"^\\".repeat(slashes + 1));
                    }
                    slashes = if c == '\\' { slashes + 1 } else { 0 };
                    out.push_str(&if c == '\n' { "^\n\n".to_owned() } else { format!("^{c}") });
                }
                format!("{out}{}^\"", "^\\".repeat(slashes))
            };
            let text: Vec<String> = words.iter().map(quoted).collect();
            let found = commands(&text.join(" "));
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(&found[0].words, &words);
        }
    }
}
