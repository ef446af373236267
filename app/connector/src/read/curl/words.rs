//! The words of command lines, as the shells of Unix read them.
//!
//! What a shell would put in by itself, such as `$HOST`, stands in double braces: its value is not known.

use std::iter::Peekable;
use std::str::CharIndices;

/// A command of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Command {
    /// Where it begins, in bytes.
    pub(super) at: usize,
    pub(super) words: Vec<String>,
    /// Whether it ends within quotation marks.
    pub(super) is_open: bool,
}

/// The commands of a text.
pub(super) fn commands(text: &str) -> Vec<Command> {
    let mut reader = Reader {
        rest: text.char_indices().peekable(),
        word: None,
        is_target: false,
        command: Command::default(),
        commands: Vec::new(),
    };
    while let Some((at, letter)) = reader.rest.next() {
        reader.take(at, letter);
    }
    reader.end_command();
    reader.commands
}

struct Reader<'t> {
    rest: Peekable<CharIndices<'t>>,
    /// The word under way.
    word: Option<String>,
    /// Whether the next word is where output goes, or where input comes from.
    is_target: bool,
    command: Command,
    commands: Vec<Command>,
}

impl Reader<'_> {
    fn take(&mut self, at: usize, letter: char) {
        match letter {
            '\n' | ';' => self.end_command(),
            letter if letter.is_whitespace() || letter == '\u{feff}' => self.end_word(),
            '#' if self.word.is_none() => while self.rest.next_if(|(_, c)| *c != '\n').is_some() {},
            '|' => self.end_command(),
            '&' if !self.is_in_address('&') => self.end_command(),
            '<' | '>' if !self.is_in_address(letter) => self.redirect(),
            letter => {
                if self.word.is_none() && self.command.words.is_empty() {
                    self.command.at = at;
                }
                self.letter(letter);
            }
        }
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '\\' => self.escaped(),
            '\'' => self.quoted(),
            '"' => self.double_quoted(),
            '$' => self.dollar(),
            '`' => self.backtick(),
            letter => self.push(letter),
        }
    }

    fn push(&mut self, letter: char) {
        self.word.get_or_insert_default().push(letter);
    }

    fn end_word(&mut self) {
        if let Some(word) = self.word.take()
            && !std::mem::take(&mut self.is_target)
        {
            self.command.words.push(word);
        }
    }

    fn end_command(&mut self) {
        self.end_word();
        self.is_target = false;
        let command = std::mem::take(&mut self.command);
        if !command.words.is_empty() {
            self.commands.push(command);
        }
    }

    /// Whether a sign that means something to a shell stands in an address that was not quoted.
    fn is_in_address(&mut self, sign: char) -> bool {
        let is_address = self.word.as_ref().is_some_and(|word| word.contains("://"));
        let is_more = self
            .rest
            .peek()
            .is_some_and(|(_, next)| next.is_alphanumeric());
        is_address && (is_more || sign == '>')
    }

    /// `> file`, `2>&1`: the number before it and the name after it are no arguments.
    fn redirect(&mut self) {
        let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        if self.word.as_ref().is_some_and(is_number) {
            self.word = None;
        }
        self.end_word();
        while self.rest.next_if(|(_, c)| "<>&".contains(*c)).is_some() {}
        self.is_target = true;
    }

    /// A backslash: the next letter is itself, the end of the line is none.
    fn escaped(&mut self) {
        match self.rest.next() {
            Some((_, '\n')) => {}
            Some((_, '\r')) => {
                let _ = self.rest.next_if(|(_, c)| *c == '\n');
            }
            Some((_, letter)) => self.push(letter),
            None => {}
        }
    }

    fn quoted(&mut self) {
        self.word.get_or_insert_default();
        loop {
            match self.rest.next() {
                Some((_, '\'')) => return,
                Some((_, letter)) => self.push(letter),
                None => return self.command.is_open = true,
            }
        }
    }

    fn double_quoted(&mut self) {
        self.word.get_or_insert_default();
        loop {
            match self.rest.next() {
                Some((_, '"')) => return,
                Some((_, '$')) => self.dollar(),
                Some((_, '\\')) => match self.rest.next_if(|(_, c)| "$`\"\\\n".contains(*c)) {
                    Some((_, '\n')) => {}
                    Some((_, letter)) => self.push(letter),
                    None => self.push('\\'),
                },
                Some((_, letter)) => self.push(letter),
                None => return self.command.is_open = true,
            }
        }
    }

    /// `$NAME`, `${NAME}`, `$(command)` and `$'text'`.
    fn dollar(&mut self) {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        match self.rest.peek().map(|(_, c)| *c) {
            Some('\'') => {
                self.rest.next();
                self.ansi_quoted();
            }
            Some('{') => {
                self.rest.next();
                let name = self.until('}');
                let end = name.find(|c| !is_name(c)).unwrap_or(name.len());
                self.variable(name.get(..end).unwrap_or_default());
            }
            Some('(') => {
                self.rest.next();
                self.until(')');
                self.variable("");
            }
            Some(first) if first.is_ascii_alphabetic() || first == '_' => {
                let mut name = String::new();
                while let Some((_, letter)) = self.rest.next_if(|(_, c)| is_name(*c)) {
                    name.push(letter);
                }
                self.variable(&name);
            }
            _ => self.push('$'),
        }
    }

    fn variable(&mut self, name: &str) {
        let name = if name.is_empty() { "value" } else { name };
        let word = self.word.get_or_insert_default();
        word.push_str(&format!("{{{{{name}}}}}"));
    }

    /// What a command says; at the end of a line, the line goes on as other shells write it.
    fn backtick(&mut self) {
        let is_end = |(_, c): &(usize, char)| matches!(c, '\n' | '\r');
        if self.rest.next_if(is_end).is_some() {
            let _ = self.rest.next_if(|(_, c)| *c == '\n');
            return self.end_word();
        }
        self.until('`');
        self.variable("");
    }

    fn until(&mut self, end: char) -> String {
        let mut text = String::new();
        for (_, letter) in self.rest.by_ref() {
            if letter == end {
                return text;
            }
            text.push(letter);
        }
        self.command.is_open = true;
        text
    }

    /// `$'…'`, with the escapes of the language C.
    fn ansi_quoted(&mut self) {
        self.word.get_or_insert_default();
        loop {
            match self.rest.next() {
                Some((_, '\'')) => return,
                Some((_, '\\')) => self.ansi_escape(),
                Some((_, letter)) => self.push(letter),
                None => return self.command.is_open = true,
            }
        }
    }

    fn ansi_escape(&mut self) {
        match self.rest.next().map(|(_, letter)| letter) {
            Some('n') => self.push('\n'),
            Some('r') => self.push('\r'),
            Some('t') => self.push('\t'),
            Some('x') => self.code(2),
            Some('u') => self.code(4),
            Some('U') => self.code(8),
            Some(letter) => self.push(letter),
            None => self.command.is_open = true,
        }
    }

    /// A letter by its number, in hexadecimal digits.
    fn code(&mut self, most: usize) {
        let mut code = 0_u32;
        for _ in 0..most {
            let Some((_, digit)) = self.rest.next_if(|(_, c)| c.is_ascii_hexdigit()) else {
                break;
            };
            code = code.saturating_mul(16) + digit.to_digit(16).unwrap_or(0);
        }
        // Halves of a pair stand for a letter that has no name here.
        self.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::commands;

    fn words(text: &str) -> Vec<Vec<String>> {
        commands(text)
            .into_iter()
            .map(|command| command.words)
            .collect()
    }

    #[test]
    fn words_are_read_as_a_shell_reads_them() {
        for (text, expected) in [
            ("curl a", vec!["curl", "a"]),
            ("curl 'a b'\"c\\\"d\"\\ e", vec!["curl", "a bc\"d e"]),
            ("curl \\\n  -s \\\r\n x", vec!["curl", "-s", "x"]),
            ("curl `\r\n x", vec!["curl", "x"]),
            ("curl $'a\\n\\'b\\u0041\\x42'", vec!["curl", "a\n'bAB"]),
            (
                "curl \"$HOST/a\" ${ID:-1}/`date`$(id)",
                vec!["curl", "{{HOST}}/a", "{{ID}}/{{value}}{{value}}"],
            ),
            ("curl '$HOST' # no more", vec!["curl", "$HOST"]),
            (
                "curl https://a.example?b=1&c=<d> > out 2>/dev/null",
                vec!["curl", "https://a.example?b=1&c=<d>"],
            ),
            ("curl '' x", vec!["curl", "", "x"]),
        ] {
            assert_eq!(words(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_text_has_several_commands() {
        let found = commands("# one\ncurl a && curl b | jq .\n\n curl c &\n");
        let found: Vec<(usize, &str)> = found.iter().map(|c| (c.at, c.words[0].as_str())).collect();
        assert_eq!(found, [(6, "curl"), (16, "curl"), (25, "jq"), (32, "curl")]);
    }

    #[test]
    fn a_quotation_that_does_not_close_is_told() {
        for text in ["curl 'a", "curl \"a", "curl $'a", "curl `a"] {
            assert!(commands(text)[0].is_open, "{text}");
        }
        assert!(!commands("curl 'a'")[0].is_open);
    }

    proptest! {
        #[test]
        fn what_was_quoted_comes_back(words in prop::collection::vec(any::<String>(), 1..5)) {
            let single = |word: &String| format!("'{}'", word.replace('\'', "'\\''"));
            let double = |word: &String| {
                let escaped: String = word
                    .chars()
                    .flat_map(|c| "\\\"$`".contains(c).then_some('\\').into_iter().chain([c]))
                    .collect();
                format!("\"{escaped}\"")
            };
            for text in [words.iter().map(single).collect::<Vec<_>>(), words.iter().map(double).collect()] {
                let found = commands(&text.join(" "));
                prop_assert_eq!(found.len(), 1);
                prop_assert_eq!(&found[0].words, &words);
            }
        }
    }
}
