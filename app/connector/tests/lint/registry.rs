//! The registry: every published rule is there once, every rule is proved both ways, and the table in
//! the documentation is the registry's.

use std::collections::BTreeSet;
use std::fmt::Write;

use tenon_connector::lint::{Scope, rules};

use super::Case;

/// Every case of every theme.
fn cases() -> Vec<Case> {
    let themes: &[fn() -> Vec<Case>] = &[
        super::dynamic::cases,
        super::general::cases,
        super::operations::cases,
        super::properties::cases,
        super::schemas::cases,
        super::security::cases,
        super::structure::cases,
        super::triggers::cases,
    ];
    themes.iter().flat_map(|cases| cases()).collect()
}

#[test]
fn no_id_and_no_number_stands_twice() {
    let mut ids = BTreeSet::new();
    let mut numbers = BTreeSet::new();
    for rule in rules() {
        assert!(
            ids.insert(rule.id.to_lowercase()),
            "{} stands twice",
            rule.id
        );
        if let Some(number) = rule.number {
            assert!(numbers.insert(number), "number {number} stands twice");
        }
    }
}

/// The rules that the platform publishes, each by its number in spec section I.1 and its id.
const PUBLISHED: &str = include_str!("published.txt");

#[test]
fn every_published_rule_is_there_by_its_number_and_its_id() {
    let published: BTreeSet<(u16, &str)> = PUBLISHED
        .lines()
        .map(|line| {
            let (number, id) = line.split_once(' ').unwrap();
            (number.parse().unwrap(), id)
        })
        .collect();
    assert_eq!(published.len(), 174);
    let numbered: BTreeSet<(u16, &str)> = rules()
        .filter_map(|rule| Some((rule.number?, rule.id)))
        .collect();
    assert_eq!(numbered, published);
}

#[test]
fn each_rule_is_proved_to_fire_and_to_be_silent() {
    let cases = cases();
    let of = |fires| -> BTreeSet<_> {
        let cases = cases.iter().filter(|case| case.at.is_some() == fires);
        cases.map(|case| case.rule).collect()
    };
    let (fires, silent) = (of(true), of(false));
    let all: BTreeSet<_> = rules().map(|rule| rule.id).collect();
    let missing = |proved: &BTreeSet<&str>| -> Vec<_> {
        all.iter()
            .filter(|id| !proved.contains(**id))
            .copied()
            .collect()
    };
    assert_eq!(missing(&fires), Vec::<&str>::new(), "no case fires them");
    assert_eq!(
        missing(&silent),
        Vec::<&str>::new(),
        "no case keeps them silent"
    );
    let unknown: Vec<_> = cases
        .iter()
        .filter(|case| !all.contains(case.rule))
        .collect();
    assert!(
        unknown.is_empty(),
        "{}",
        unknown.iter().map(|case| case.rule).collect::<String>()
    );
}

/// The guidelines that are no rules, for the documentation.
const NOT_CHECKED: &str = "
## Guidelines that are not checked

Some of what reviewers look at is not in a connector, so no rule can check it:

- whether the title is unique (`G04`): that needs the list of all connectors. Only titles that claim to be the owner's are found.
- spelling and grammar (`G07`): only texts in another script than the Latin one are found.
- what an earlier version promised (`G29`): compare the two versions.
- that calls were tried (`G44`): reviewers want to see ten of each operation that succeeded.

`G01`, `G02`, `G03` and `G06` are what `FieldLengthExceeded`, `ValueContainsRestrictedWords` and `ValueMustEndWithAlphanumeric` check; the least length of `G05` is what `FieldLengthNotInRange` checks.
";

#[test]
fn the_documentation_lists_every_rule() {
    let mut table = String::from(
        "# Rules of lint\n\nGenerated from the registry; `TENON_BLESS=1 cargo test -p tenon-connector --test lint` writes it anew.\n\n\
         The ids of the numbered rules are those that the platform publishes.\n\n\
         | # | rule | severity | profiles | what is so | why, and how to mend it |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    let mut all: Vec<_> = rules().collect();
    all.sort_by_key(|rule| (rule.number.unwrap_or(u16::MAX), rule.id));
    for rule in all {
        let number = rule
            .number
            .map_or_else(String::new, |number| number.to_string());
        let profiles = match rule.scope {
            Scope::Always => "all",
            Scope::Certification => "certified, independent-publisher",
            Scope::IndependentPublisher => "independent-publisher",
        };
        let why = rule.why.trim().replace('|', "\\|");
        let severity = rule.severity.as_str();
        writeln!(
            table,
            "| {number} | `{}` | {severity} | {profiles} | {} | {why} |",
            rule.id, rule.title
        )
        .unwrap();
    }
    table.push_str(NOT_CHECKED);
    super::corpus::expect_file("../../docs/lint-rules.md", &table);
}
