//! Speaking to the person who called: text and JSON, colours, progress.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::files::shown;

/// How a command tells what it did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON document.
    Json,
}

/// What errors are written in.
pub(super) const RED: Style = AnsiColor::Red.on_default().bold();
/// What warnings are written in.
pub(super) const YELLOW: Style = AnsiColor::Yellow.on_default();
/// What is well is written in.
pub(super) const GREEN: Style = AnsiColor::Green.on_default();
/// What headings are written in.
pub(super) const BOLD: Style = Style::new().bold();
/// What matters less is written in.
pub(super) const DIM: Style = Style::new().dimmed();

/// A text in a style; the style is left out where it is not wanted.
pub(super) fn styled(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// Writes to standard output; styles only where it is a terminal that takes them.
///
/// A reader that has seen enough, as `head` has, is no fault.
pub(super) fn say(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    let text = harmless(text);
    unless_closed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Writes bytes to standard output as they are.
pub(super) fn say_bytes(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    unless_closed(out.write_all(bytes).and_then(|()| out.flush()))
}

/// Writes a value as JSON to standard output.
pub(super) fn say_json(value: &impl Serialize) -> io::Result<()> {
    let mut text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    text.push('\n');
    say_bytes(text.as_bytes())
}

fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Writes what went wrong to standard error.
pub(super) fn complain(error: &dyn Display) {
    let mut out = anstream::stderr().lock();
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(
        out,
        "{} {}",
        styled(RED, "tenon:"),
        harmless(&error.to_string())
    );
}

/// Writes what is good to know to standard error, beside a result that goes to standard output.
pub(super) fn note(text: &str) {
    let mut out = anstream::stderr().lock();
    // Nobody is left to tell when standard error is closed.
    let _ = writeln!(out, "{}", styled(DIM, harmless(text)));
}

/// The text with nothing in it that a terminal obeys, but for colours and line breaks: names of connectors and of files
/// are other people's.
fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = style_at(rest).unwrap_or(letter.len_utf8());
        let (taken, after) = rest.split_at(length);
        let is_obeyed = letter.is_control() && !matches!(letter, '\n' | '\t');
        if is_obeyed && length == letter.len_utf8() {
            safe.push('\u{fffd}');
        } else {
            safe.push_str(taken);
        }
        rest = after;
    }
    safe
}

/// How long the sequence for a style is that a text begins with, in bytes (ECMA-48, SGR).
fn style_at(text: &str) -> Option<usize> {
    let inside = text.strip_prefix("\u{1b}[")?;
    let end = inside.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
    inside.get(end..)?.starts_with('m').then_some(end + 3)
}

/// A bar that shows how far long work is; nothing where standard error is no terminal.
pub(super) fn progress(steps: usize, what: &'static str) -> ProgressBar {
    const LONG: usize = 20;
    if steps < LONG || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
    match ProgressStyle::with_template("{msg} {wide_bar} {pos} of {len}") {
        Ok(style) => bar.with_style(style).with_message(what),
        Err(_) => bar,
    }
}

/// A number with its noun: "1 file", "2 files".
pub(super) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// What a connector is called: its title, or where it came from when it has none.
pub(super) fn or_path(title: &str, path: &Path) -> String {
    if title.trim().is_empty() {
        return shown(path);
    }
    title.to_owned()
}

/// The start of a text, on one line.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 100;
    let mut short: String = text
        .chars()
        .take(MOST)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_left_out_of_a_text() {
        let styled = styled(RED, "breaks") + "  line\n\tnext";
        assert_eq!(harmless(&styled), styled);
        let (clear, title, bell) = ("\u{1b}[2J", "\u{1b}]0;x\u{7}", "\u{9b}2K\r");
        let safe = harmless(&format!("a{clear}{title}{bell}\u{1b}"));
        assert_eq!(
            safe,
            "a\u{fffd}[2J\u{fffd}]0;x\u{fffd}\u{fffd}2K\u{fffd}\u{fffd}"
        );
    }
}
