//! Command lines of curl, one or several in a text, as documentation and browsers write them.

mod call;
mod cmd;
mod form;
mod options;
mod words;

use super::calls::{self, Source};
use super::naming::{Noun, counted};
use super::{Converted, KnownIds};
use crate::infer::Manner;
use crate::ledger::{Fate, Ledger};
use crate::message::{message, phrase};
use call::Draft;
use words::Command;

/// Whether a text is such command lines: its first line that is no comment begins with curl.
pub(super) fn is_commands(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    let words = first.unwrap_or_default().split_whitespace().take(3);
    let mut words = words.skip_while(|word| is_prompt(word));
    words.next().is_some_and(is_curl)
}

/// Converts command lines.
pub(super) fn convert(text: &str, known: &KnownIds, manner: Manner) -> Converted {
    let commands = commands(text);
    let mut ledger = Ledger::default();
    let mut own = Vec::new();
    let mut calls = Vec::new();
    let mut places = Vec::new();
    let mut others = 0_usize;
    for command in commands {
        let Some(words) = arguments(&command) else {
            others += 1;
            continue;
        };
        let pointer = format!("/{}", places.len());
        places.push(command.at);
        if command.is_open {
            let message = message!(
                "A quotation mark does not close: all that comes after it was taken to be inside."
            );
            ledger.enter(pointer.clone(), Fate::Lowered, message);
        }
        let draft = Draft::of(words, &pointer, &mut ledger);
        calls.extend(
            draft
                .into_iter()
                .flat_map(|draft| draft.finish(&mut own, &mut ledger)),
        );
    }
    note(others, &own, &mut ledger);
    let source = Source {
        manner,
        ..Source::default()
    };
    let mut converted = calls::definition(&source, calls, known, ledger);
    find_places(text, &places, &mut converted.ledger);
    converted
}

fn commands(text: &str) -> Vec<Command> {
    if cmd::is_cmd(text) {
        cmd::commands(text)
    } else {
        words::commands(text)
    }
}

/// The words after `curl`; none where another program is called.
fn arguments(command: &Command) -> Option<&[String]> {
    let start = command
        .words
        .iter()
        .take_while(|word| is_prompt(word))
        .count();
    let (program, words) = command.words.get(start..)?.split_first()?;
    is_curl(program).then_some(words)
}

/// Whether a word stands before commands in documentation.
fn is_prompt(word: &str) -> bool {
    matches!(word, "$" | "%" | ">" | "sudo" | "time") || word.ends_with('>') && word.contains(":\\")
}

fn is_curl(word: &str) -> bool {
    let name = word.rsplit(['/', '\\']).next().unwrap_or_default();
    matches!(name, "curl" | "curl.exe")
}

const COMMANDS: Noun = Noun(phrase!("command"), phrase!("commands"));

fn note(others: usize, own: &[String], ledger: &mut Ledger) {
    if others > 0 {
        let message = message!(
            "Only calls of curl are read: {commands} of other programs left out.",
            commands = counted(others, COMMANDS)
        );
        ledger.enter("", Fate::Dropped, message);
    }
    if !own.is_empty() {
        let message = message!(
            "These options say how curl itself works, and have no place in a connector: {own}.",
            own = own.join(", ")
        );
        ledger.enter("", Fate::Dropped, message);
    }
}

/// Line and column of each entry: those of its command.
fn find_places(text: &str, places: &[usize], ledger: &mut Ledger) {
    for entry in &mut ledger.entries {
        let number = entry
            .pointer
            .strip_prefix('/')
            .and_then(|number| number.parse::<usize>().ok());
        let at = number
            .and_then(|number| places.get(number))
            .copied()
            .unwrap_or(0);
        let before = text.get(..at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        entry.place = Some((line, column));
    }
}

#[cfg(test)]
mod tests {
    use super::is_commands;

    #[test]
    fn commands_are_told_from_other_texts() {
        for (text, expected) in [
            ("curl https://a.example", true),
            ("\u{feff}\n# first\n  $ curl -s \\\n a.example", true),
            ("C:\\> curl.exe a.example", true),
            ("/usr/bin/curl a.example", true),
            ("curly: true", false),
            ("swagger: '2.0'", false),
            ("", false),
        ] {
            assert_eq!(is_commands(text), expected, "{text}");
        }
    }
}
