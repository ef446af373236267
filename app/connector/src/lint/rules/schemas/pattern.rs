//! The syntax of regular expressions (ECMA-262, with what browsers allow beyond it).
//!
//! A pattern is only looked at, never run: whether its groups, classes and quantifiers close.

use crate::message::{Phrase, phrase};

/// What is wrong with a pattern, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The character at fault, counted from 1.
    pub(super) at: usize,
    /// What is wrong there.
    pub(super) reason: Phrase,
}

/// Looks at a pattern.
pub(super) fn check(pattern: &str) -> Result<(), Fault> {
    let characters: Vec<char> = pattern.chars().collect();
    Scan {
        characters: &characters,
        at: 0,
        open: Vec::new(),
        repeatable: false,
    }
    .run()
}

struct Scan<'p> {
    characters: &'p [char],
    at: usize,
    /// Where the groups begin that are not closed yet.
    open: Vec<usize>,
    /// Whether what came last can be repeated.
    repeatable: bool,
}

impl Scan<'_> {
    fn run(mut self) -> Result<(), Fault> {
        while let Some(character) = self.next() {
            match character {
                '\\' => self.escape()?,
                '[' => self.class()?,
                '(' => self.group()?,
                ')' => {
                    if self.open.pop().is_none() {
                        return Err(self.fault(phrase!("“)” closes no group")));
                    }
                    self.repeatable = true;
                }
                '*' | '+' | '?' => self.quantifier()?,
                '{' => self.braces()?,
                '^' | '|' => self.repeatable = false,
                _ => self.repeatable = true,
            }
        }
        match self.open.pop() {
            Some(at) => Err(Fault {
                at,
                reason: phrase!("a group is not closed"),
            }),
            None => Ok(()),
        }
    }

    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        Some(character)
    }

    fn eat(&mut self, text: &str) -> bool {
        let there = text
            .chars()
            .enumerate()
            .all(|(index, character)| self.characters.get(self.at + index) == Some(&character));
        if there {
            self.at += text.chars().count();
        }
        there
    }

    /// A fault at the character that was read last.
    fn fault(&self, reason: Phrase) -> Fault {
        Fault {
            at: self.at,
            reason,
        }
    }

    fn escape(&mut self) -> Result<(), Fault> {
        if self.next().is_none() {
            return Err(self.fault(phrase!("nothing follows the last “\\”")));
        }
        self.repeatable = true;
        Ok(())
    }

    fn class(&mut self) -> Result<(), Fault> {
        let begin = self.at;
        let mut low: Option<char> = None;
        self.eat("^");
        while let Some(character) = self.next() {
            match character {
                ']' => {
                    self.repeatable = true;
                    return Ok(());
                }
                '\\' => {
                    self.escape()?;
                    low = None;
                }
                '-' if low.is_some() && self.peek().is_some_and(|next| next != ']') => {
                    let high = self.peek().filter(|next| *next != '\\');
                    if let (Some(from), Some(to)) = (low, high)
                        && from > to
                    {
                        return Err(self.fault(phrase!("a range in “[…]” goes backwards")));
                    }
                    low = None;
                    if high.is_some() {
                        self.at += 1;
                    }
                }
                _ => low = Some(character),
            }
        }
        Err(Fault {
            at: begin,
            reason: phrase!("“[” is not closed"),
        })
    }

    fn group(&mut self) -> Result<(), Fault> {
        self.open.push(self.at);
        self.repeatable = false;
        if !self.eat("?") {
            return Ok(());
        }
        let known =
            self.eat("<=") || self.eat("<!") || self.eat(":") || self.eat("=") || self.eat("!");
        if known {
            return Ok(());
        }
        // A named group, or (as .NET writes it) options for the rest or for the group.
        if self.eat("<") || self.eat("P<") {
            while let Some(character) = self.next() {
                match character {
                    '>' => return Ok(()),
                    _ if character.is_alphanumeric() || "_$".contains(character) => {}
                    _ => break,
                }
            }
            return Err(self.fault(phrase!("the name of a group is not closed by “>”")));
        }
        while self.peek().is_some_and(|c| "imsnx-".contains(c)) {
            self.at += 1;
        }
        if self.eat(":") || self.peek() == Some(')') {
            return Ok(());
        }
        self.at += 1;
        Err(self.fault(phrase!("“(?” begins no kind of group")))
    }

    fn quantifier(&mut self) -> Result<(), Fault> {
        if !self.repeatable {
            return Err(self.fault(phrase!("there is nothing to repeat")));
        }
        self.eat("?");
        self.repeatable = false;
        Ok(())
    }

    /// `{2,3}`; anything else in braces stands for itself.
    fn braces(&mut self) -> Result<(), Fault> {
        let begin = self.at;
        let least = self.number();
        let most = if self.eat(",") { self.number() } else { least };
        if least.is_none() || !self.eat("}") {
            self.at = begin;
            self.repeatable = true;
            return Ok(());
        }
        if let (Some(least), Some(most)) = (least, most)
            && least > most
        {
            return Err(self.fault(phrase!("the bounds in “{{…}}” are the wrong way round")));
        }
        self.quantifier()
    }

    fn number(&mut self) -> Option<u32> {
        let begin = self.at;
        while self
            .peek()
            .is_some_and(|character| character.is_ascii_digit())
        {
            self.at += 1;
        }
        let digits: String = self.characters.get(begin..self.at)?.iter().collect();
        (!digits.is_empty()).then(|| digits.parse().unwrap_or(u32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn what_browsers_match_is_a_pattern() {
        for pattern in [
            "",
            "^[A-Za-z0-9_-]+$",
            "^(?:\\d{3}|\\w{2,})?$",
            "(?<year>\\d{4})-(?=x)(?!y)(?<=a)(?<!b)",
            "a{,3}b{x}}",
            "[\\]\\w-.]]",
            "^(?i)abc$",
            "a+?b*?c??d{1,2}?",
            "[^]]",
            "\\p{L}+",
        ] {
            assert_eq!(check(pattern), Ok(()), "{pattern}");
        }
    }

    #[test]
    fn what_does_not_close_is_no_pattern() {
        for (pattern, at) in [
            ("(a", 1),
            ("a)", 2),
            ("[a", 1),
            ("*a", 1),
            ("a**", 3),
            ("a\\", 2),
            ("(?<n)", 5),
            ("(?&a)", 3),
            ("a{3,2}", 6),
            ("[z-a]", 3),
            ("|+", 2),
        ] {
            let fault = check(pattern).err().map(|fault| fault.at);
            assert_eq!(fault, Some(at), "{pattern}");
        }
    }
}
