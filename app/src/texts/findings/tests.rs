//! Every sentence that the connector document tells has its German, and every German its sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{read_dir, read_to_string};
use std::path::Path;

use tenon_connector::message::places;

use super::*;

type Both = &'static [(&'static str, &'static str)];

#[test]
fn everything_that_is_told_is_told_in_german() {
    let lists = BOTH.iter().copied().chain(imports::BOTH);
    let lists = lists.chain([changes::BOTH, forms::BOTH, samples::BOTH]);
    let lists = lists.chain(CALLS_BOTH.iter().copied());
    let german = together(lists);
    compare(&told_in(&["."]), &german);
    let found = |sources: &[&str], lists: &[Texts]| {
        for english in told_in(sources) {
            assert_eq!(
                find(lists, &english),
                german.get(english.as_str()).copied(),
                "{english:?}"
            );
        }
    };
    found(&["lint", "message.rs", "policy/expression.rs"], LINT);
    let of_imports = [
        "read",
        "document",
        "ledger.rs",
        "message.rs",
        "properties/authentication.rs",
    ];
    found(&of_imports, &imports::IMPORTS);
    found(&["diff"], &[changes::TEXTS]);
    let of_calls = [CALLS, &[common::TEXTS, samples::TEXTS]].concat();
    let parameters = "swagger/change_parameter.rs";
    found(
        &["request", "validate", "infer", "message.rs", parameters],
        &of_calls,
    );
    let parameters = "properties/change_parameter.rs";
    let sets = "properties/parameter_set.rs";
    let constraints = "properties/constraint.rs";
    found(
        &["general", "security", parameters, sets, constraints],
        &[forms::TEXTS],
    );
    assert_eq!(find(LINT, "nothing like it"), None);
}

#[test]
fn rules_are_explained_in_german() {
    let german = together(rules::BOTH.iter().copied());
    let wanted = tenon_connector::lint::rules().flat_map(|rule| [rule.title, rule.why.trim()]);
    compare(&wanted.map(str::to_owned).collect(), &german);
    for (english, text) in german {
        assert_eq!(find(rules::RULES, english), Some(text), "{english:?}");
    }
}

#[test]
fn effects_are_explained_in_german() {
    let german = together([effects::BOTH]);
    let wanted = tenon_connector::diff::effect_rules().flat_map(|rule| [rule.title, rule.why]);
    compare(&wanted.map(str::to_owned).collect(), &german);
    for (english, text) in german {
        assert_eq!(find(&[effects::TEXTS], english), Some(text), "{english:?}");
    }
}

#[cfg(feature = "ssr")]
#[test]
fn what_is_told_is_read_in_the_language_of_the_page() {
    use serde_json::json;
    use tenon_connector::Connector;
    use tenon_connector::diff::diff;
    use tenon_connector::document::Document;
    use tenon_connector::read::{ImportFile, KnownIds};
    use tenon_connector::request::{At, RequestError};
    use tenon_connector::swagger::Location;

    let german = |tell: &dyn Fn() -> String| Language::German.speak_beside(tell);
    let missing = RequestError::Missing(At {
        location: Location::Path,
        name: "id".to_owned(),
    });
    let call = || of_call(&missing.message());
    assert_eq!(call(), "“id” in the path is required. Enter a value.");
    assert_eq!(
        german(&call),
        "„id“ im Pfad ist erforderlich. Einen Wert eingeben."
    );
    assert_eq!(german(&|| of_kind(Kind::Type)), "Anderer Typ");

    let hosted = |host: &str| {
        let definition = Document::new(json!({ "swagger": "2.0", "host": host }));
        Connector::new(definition, Document::new(json!({})))
    };
    let difference = diff(&hosted("one.example"), &hosted("two.example"));
    let change = difference.entries.first().unwrap();
    assert_eq!(
        german(&|| of_change(&change.message)),
        "“host” wurde geändert."
    );
    let effect = change.effect.unwrap();
    assert_eq!(
        german(&|| of_effect(effect.title)),
        "Aufrufe gehen an eine andere Adresse"
    );

    let broken = ImportFile {
        name: "joints.json".to_owned(),
        bytes: b"{\"swagger\": \"2.0\",}".to_vec(),
        address: None,
        referred: Vec::new(),
    };
    let refusal = broken.read(false, KnownIds::default()).unwrap_err();
    let told = german(&|| of_import(&refusal.message));
    let wanted = "joints.json, Zeile 1, Spalte 18: Vor dem schließenden “}” steht ein Komma. Das Komma entfernen.";
    assert!(told.starts_with(wanted), "{told}");
}

#[test]
fn sentences_are_found_in_the_sources() {
    let source = r#"
        message!("One “{name}” \
                  more.", name); // message!("Two")
        phrase!("\"Three\" \\ {{}}");
        let name = phrase!("“info”");
        #[cfg(test)] message!("Four");
    "#;
    let found: Vec<_> = sentences(source).collect();
    assert_eq!(found, ["One “{name}” more.", "\"Three\" \\ {{}}"]);
}

/// All texts of some lists, by the English, none of them twice.
fn together(lists: impl IntoIterator<Item = Both>) -> BTreeMap<&'static str, &'static str> {
    let mut all = BTreeMap::new();
    for (english, german) in lists.into_iter().flatten() {
        assert!(
            all.insert(*english, *german).is_none(),
            "{english:?} stands twice"
        );
    }
    all
}

/// Fails unless each sentence has one German text, with the same places, and nothing else has.
fn compare(wanted: &BTreeSet<String>, german: &BTreeMap<&str, &str>) {
    let missing: Vec<_> = wanted
        .iter()
        .filter(|sentence| !german.contains_key(sentence.as_str()))
        .collect();
    assert!(missing.is_empty(), "without German: {missing:#?}");
    let left: Vec<_> = german
        .keys()
        .filter(|english| !wanted.contains(**english))
        .collect();
    assert!(left.is_empty(), "nobody tells any more: {left:#?}");
    for (english, german) in german {
        let sorted = |text| places(text).collect::<BTreeSet<_>>();
        let (wanted, found) = (sorted(english), sorted(german));
        assert_eq!(wanted, found, "the places of {english:?}");
    }
}

/// The sentences that some sources of the connector tell.
fn told_in(sources: &[&str]) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("connector/src");
    let mut found = BTreeSet::new();
    for source in sources {
        collect(&root.join(source), &mut found);
    }
    found
}

fn collect(path: &Path, found: &mut BTreeSet<String>) {
    if path.is_dir() {
        for entry in read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), found);
        }
    } else {
        found.extend(sentences(&read_to_string(path).unwrap()));
    }
}

/// The literals of `message!` and `phrase!`, but for those that are only a name in quotation marks.
fn sentences(source: &str) -> impl Iterator<Item = String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for mark in ["message!(", "phrase!("] {
        for (at, _) in code.match_indices(mark) {
            let line = code[..at].rsplit('\n').next().unwrap_or_default();
            let rest = code[at + mark.len()..].trim_start();
            if let Some(rest) = rest.strip_prefix('"').filter(|_| !line.contains("//")) {
                found.push(literal(rest));
            }
        }
    }
    let is_name = |text: &String| {
        let inner = text
            .strip_prefix('“')
            .and_then(|text| text.strip_suffix('”'));
        inner.is_some_and(|inner| !inner.contains(['“', '{']))
    };
    found.into_iter().filter(move |text| !is_name(text))
}

/// A literal up to its end, as the compiler reads it.
fn literal(rest: &str) -> String {
    let mut text = String::new();
    let mut characters = rest.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => match characters.next() {
                Some('\n') => {
                    let after = characters.as_str().trim_start();
                    characters = after.chars();
                }
                Some(escaped) => text.push(escaped),
                None => break,
            },
            other => text.push(other),
        }
    }
    text
}
