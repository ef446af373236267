//! What the rules are, and why.

use std::fmt::Write;

use serde_json::{Value, json};
use tenon_connector::lint::{Profile, Rule, Scope, Severity, rule, rules};

use super::Format;
use crate::cli::failure::Failure;
use crate::cli::output::{BOLD, RED, YELLOW, say, say_json, styled};

/// Says why there is a rule and how to mend what breaks it.
pub(super) fn explain(id: &str, format: Format) -> Result<(), Failure> {
    let Some(rule) = rule(id) else {
        return Err(Failure::Usage(unknown(id)));
    };
    let told = match format {
        Format::Text => say(&words(rule)),
        Format::Json | Format::Sarif => say_json(&json(rule)),
    };
    told.map_err(Failure::disk("standard output"))
}

/// Lists the rules of a profile.
pub(super) fn list(profile: Profile, format: Format) -> Result<(), Failure> {
    let mut asked: Vec<&Rule> = rules()
        .filter(|rule| rule.scope.includes(profile))
        .collect();
    asked.sort_by_key(|rule| rule.id);
    let told = match format {
        Format::Text => say(&table(&asked)),
        Format::Json | Format::Sarif => say_json(&asked.into_iter().map(json).collect::<Vec<_>>()),
    };
    told.map_err(Failure::disk("standard output"))
}

fn json(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "number": rule.number,
        "severity": rule.severity,
        "scope": rule.scope,
        "title": rule.title,
        "why": rule.why.trim(),
    })
}

fn words(rule: &Rule) -> String {
    let scope = match rule.scope {
        Scope::Always => "in every profile",
        Scope::Certification => "in the profiles certified and independent-publisher",
        Scope::IndependentPublisher => "in the profile independent-publisher",
    };
    format!(
        "{} ({}, {scope})\n{}.\n\n{}\n",
        styled(BOLD, rule.id),
        severity(rule),
        rule.title,
        rule.why.trim()
    )
}

fn table(rules: &[&Rule]) -> String {
    let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for rule in rules {
        let _ = writeln!(
            text,
            "{:width$}  {}  {}",
            rule.id,
            severity(rule),
            rule.title
        );
    }
    text
}

fn severity(rule: &Rule) -> String {
    match rule.severity {
        Severity::Error => styled(RED, "error"),
        Severity::Warning => styled(YELLOW, "warning"),
    }
}

/// A part of an id that is shorter than this is in the ids of rules that have nothing to do with one another.
const SHORTEST_PART: usize = 5;

/// The refusal of an id that no rule has, with the rules that it may mean.
fn unknown(id: &str) -> String {
    let wanted = id.to_ascii_lowercase();
    let near: Vec<&str> = rules()
        .map(|rule| rule.id)
        .filter(|id| wanted.len() >= SHORTEST_PART && id.to_ascii_lowercase().contains(&wanted))
        .take(8)
        .collect();
    match near.as_slice() {
        [] => format!("There is no rule “{id}”. `tenon lint --rules` lists all."),
        near => format!("There is no rule “{id}”. There are: {}.", near.join(", ")),
    }
}
