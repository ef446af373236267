//! What the connector document tells, in the languages other than English, found by the English template.
//!
//! Lists rather than a function for each text, since nobody here knows which of them will be told. Each stands with its
//! English, of which the program keeps a number alone.

mod answers;
mod changes;
mod common;
mod dynamic;
mod effects;
mod forms;
mod general;
mod imports;
mod operations;
mod properties;
mod requests;
mod rules;
mod samples;
mod schemas;
mod security;
mod structure;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;
mod triggers;

use tenon_connector::lint::Rule;
use tenon_connector::message::Message;
use tenon_connector::validate::Kind;

use crate::language::Language;

/// The numbers of English texts, and the same in another language.
type Texts = &'static [(u32, &'static str)];

/// Makes a list of texts, each in English with its German, as `TEXTS`.
macro_rules! german {
    ($($english:literal => $german:literal;)*) => {
        /// The German texts, by the numbers of the English ones.
        pub(super) static TEXTS: &[(u32, &str)] =
            &[$((const { $crate::texts::findings::number($english) }, $german)),*];

        /// The texts in both languages.
        #[cfg(test)]
        pub(super) static BOTH: &[(&str, &str)] = &[$(($english, $german)),*];
    };
}
use german;

/// Makes a list of the texts of some modules under a name, and one of them in both languages, under another.
macro_rules! gathered {
    ($(#[$about:meta])* $name:ident, $both:ident: $($module:ident),+) => {
        $(#[$about])*
        pub(super) static $name: &[$crate::texts::findings::Texts] = &[$($module::TEXTS),+];

        /// The same, in both languages.
        #[cfg(test)]
        pub(super) static $both: &[&[(&str, &str)]] = &[$($module::BOTH),+];
    };
}
use gathered;

gathered! {
    /// What rules find, and how their fixes are called.
    LINT, BOTH: common, dynamic, general, operations, properties, schemas, security, structure, triggers
}

gathered! {
    /// What is wrong with a call, and with what it brought.
    CALLS, CALLS_BOTH: answers, requests
}

/// What a rule found, or how its fix is called, in the language of the page.
pub(crate) fn of_lint(message: &Message) -> String {
    match Language::current() {
        Language::English => message.to_string(),
        Language::German => message.translated(&|english| find(LINT, english)),
    }
}

/// What an import tells, in the language of the page.
pub(crate) fn of_import(message: &Message) -> String {
    match Language::current() {
        Language::English => message.to_string(),
        Language::German => message.translated(&|english| find(&imports::IMPORTS, english)),
    }
}

/// What is wrong with a call, or with what it brought, in the language of the page.
#[must_use]
pub fn of_call(message: &Message) -> String {
    let find = |english: &str| {
        find(CALLS, english).or_else(|| find(&[common::TEXTS, samples::TEXTS], english))
    };
    match Language::current() {
        Language::English => message.to_string(),
        Language::German => message.translated(&find),
    }
}

/// What is wrong in a field of the steps General and Security, in the language of the page.
pub(crate) fn of_form(message: &Message) -> String {
    match Language::current() {
        Language::English => message.to_string(),
        Language::German => message.translated(&|english| find(&[forms::TEXTS], english)),
    }
}

/// What is not as a definition says, in a few words, in the language of the page.
pub(crate) fn of_kind(kind: Kind) -> String {
    of_call(&kind.label().into())
}

/// How two versions differ, in the language of the page.
pub(crate) fn of_change(message: &Message) -> String {
    match Language::current() {
        Language::English => message.to_string(),
        Language::German => message.translated(&|english| find(&[changes::TEXTS], english)),
    }
}

/// What a change does to others, or why, in the language of the page.
pub(crate) fn of_effect(english: &str) -> String {
    let german = match Language::current() {
        Language::English => None,
        Language::German => find(&[effects::TEXTS], english),
    };
    german.unwrap_or(english).to_owned()
}

/// What is so where a rule is kept, in the language of the page.
pub(crate) fn title_of(rule: &'static Rule) -> &'static str {
    of_rule(rule.title)
}

/// Why a rule is there and how to mend what breaks it, in the language of the page.
pub(crate) fn why_of(rule: &'static Rule) -> &'static str {
    of_rule(rule.why.trim())
}

fn of_rule(english: &'static str) -> &'static str {
    match Language::current() {
        Language::English => english,
        Language::German => find(rules::RULES, english).unwrap_or(english),
    }
}

/// The text of this English one.
fn find(lists: &[Texts], english: &str) -> Option<&'static str> {
    let number = number(english);
    let mut texts = lists.iter().copied().flatten();
    texts.find(|(own, _)| *own == number).map(|(_, text)| *text)
}

/// The number by which an English text is found (FNV-1a, 32 bits); a test sees to it that no two have the same.
const fn number(english: &str) -> u32 {
    let bytes = english.as_bytes();
    let mut number: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        number = (number ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    number
}
