//! Laws of the document: what holds for every tree, every text and every sequence of edits.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a test fails by panicking; a seed may be cut short"
)]

use proptest::prelude::*;
use serde_json::{Map, Number, Value, json};
use tenon_connector::document::{Action, Change, Document, Edit, History, Path, Step, rebase};
use tenon_connector::{Connector, ConnectorFiles, Part};

/// Numbers whose spelling says more than their value, and numbers that no other type holds.
fn odd_number() -> impl Strategy<Value = Value> {
    const SPELLED: [&str; 12] = [
        "1.00",
        "1e3",
        "1E+3",
        "1e-07",
        "-0",
        "-0.0",
        "1e400",
        "18446744073709551616",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "123456789012345678901234567891",
        "0.1000000000000000055511151231257827",
    ];
    prop::sample::select(&SPELLED[..])
        .prop_map(|spelled| Value::Number(Number::from_string_unchecked(spelled.to_owned())))
}

/// Any tree whose arrays of parameters are like those of a definition, twins included.
fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e6..1e6f64).prop_map(Value::from),
        odd_number(),
        "[a-c\"\\\\\n\té€🧷]{0,6}".prop_map(Value::from),
    ];
    let parameter = (
        "[ab]",
        prop_oneof![Just("query"), Just("path")],
        leaf.clone(),
    )
        .prop_map(|(name, place, more)| json!({ "name": name, "in": place, "x-more": more }));
    let parameters = prop::collection::vec(parameter, 0..4).prop_map(Value::from);
    let inner = prop_oneof![3 => leaf, 1 => parameters];
    let tree = inner.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            members(inner),
        ]
    });
    members(tree)
}

fn members(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    prop::collection::vec(("[a-f]{1,2}", inner), 0..5)
        .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()))
}

/// A tree as a text in one of many layouts.
fn laid_out(root: &Value, layout: u8) -> String {
    let compact = root.to_string();
    let pretty = serde_json::to_string_pretty(root).unwrap();
    match layout % 6 {
        0 => compact,
        1 => pretty.replace("  ", "\t"),
        2 => format!("\u{feff}{}\r\n", pretty.replace('\n', "\r\n")),
        3 => format!("\n{}\n\n", pretty.replace("  ", "    ")),
        4 => format!("{}\n", pretty.replace(": ", " : ").replace("[\n", "[ \n")),
        _ => pretty,
    }
}

fn connector(definition: &Value, layout: u8) -> Connector {
    Connector::from_files(&ConnectorFiles {
        definition: laid_out(definition, layout),
        properties: "{}".to_owned(),
        ..ConnectorFiles::default()
    })
    .unwrap()
}

/// Whether two readers have read the same; the other one spells exponents in one way only.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.keys().eq(other.keys())
                && one.values().zip(other.values()).all(|(a, b)| alike(a, b))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| alike(a, b))
        }
        (Value::Number(one), Value::Number(other)) => {
            let spelled = |number: &Number| number.to_string().to_lowercase().replace("e+", "e");
            spelled(one) == spelled(other)
        }
        (one, other) => one == other,
    }
}

/// Every place of a tree.
fn places(value: &Value, path: &Path, found: &mut Vec<Path>) {
    found.push(path.clone());
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                places(value, &path.join(key.as_str()), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                places(value, &path.join(Step::of_item(items, index)), found);
            }
        }
        _ => {}
    }
}

/// What decides one edit.
type Seed = (u16, u8, u8, Value);

fn seed() -> impl Strategy<Value = Seed> {
    let value = prop_oneof![
        any::<u8>().prop_map(Value::from),
        odd_number(),
        "[a-b]".prop_map(Value::from),
        ("[ab]", "query|path").prop_map(|(name, place)| json!({ "name": name, "in": place })),
        Just(json!({ "b": [1], "a": {} })),
        Just(json!({ "a": {}, "b": [1] })),
    ];
    (any::<u16>(), any::<u8>(), any::<u8>(), value)
}

/// An edit of the present document, of any kind, made as a page would make it.
fn edit(connector: &Connector, (place, kind, number, value): &Seed) -> Edit {
    let root = connector.definition();
    let mut found = Vec::new();
    places(root, &Path::root(), &mut found);
    let path = found[usize::from(*place) % found.len()].clone();
    let before = path.get(root).cloned();
    let to = usize::from(*number % 5);
    let put = |path: Path, before, after, at| (path, Change::Put { before, after, at });
    let (path, change) = match (kind % 6, &before) {
        (0, Some(Value::Object(_))) => {
            let path = path.join(["a", "new", "f", "name", "in"][to]);
            let before = path.get(root).cloned();
            put(path, before, Some(value.clone()), Some(to))
        }
        (0, Some(Value::Array(items))) => {
            let step = match (value.get("name"), to % 2) {
                (Some(name), 0) => Step::Parameter {
                    name: name.as_str().unwrap().to_owned(),
                    location: value["in"].as_str().unwrap().to_owned(),
                },
                _ => Step::Index(to.min(items.len())),
            };
            put(path.join(step), None, Some(value.clone()), Some(to))
        }
        (1, _) if !path.steps().is_empty() => put(path, before, None, None),
        (2, _) => (
            path,
            Change::Rename {
                to: format!("r{to}"),
            },
        ),
        (3, _) => (path, Change::Move { to }),
        _ if path.steps().is_empty() => put(
            Path::of(["z"]),
            path.join("z").get(root).cloned(),
            Some(value.clone()),
            None,
        ),
        _ => put(path, before, Some(value.clone()), None),
    };
    Edit {
        part: Part::Definition,
        path,
        change,
    }
}

fn document(connector: &Connector) -> &Document {
    connector.part(Part::Definition)
}

fn text(connector: &Connector) -> String {
    document(connector).to_text()
}

fn same(one: &Connector, other: &Connector) -> bool {
    document(one).is_identical(document(other))
}

/// Whether the place of the edit is found by its path afterwards: it is not known by its place in
/// an array only, and a parameter that is changed is still one.
fn is_found_again(edit: &Edit) -> bool {
    let after = match &edit.change {
        Change::Put { after, .. } => after.as_ref(),
        Change::Rename { .. } | Change::Move { .. } => None,
    };
    match edit.path.steps() {
        steps if steps.iter().any(|step| matches!(step, Step::Index(_))) => false,
        [.., Step::Parameter { .. }] => after.is_none_or(|after| after.get("name").is_some()),
        [.., Step::Parameter { .. }, Step::Key(key)] => {
            !matches!(key.as_str(), "name" | "in") || after.is_some_and(Value::is_string)
        }
        _ => true,
    }
}

/// What happens to an open connector.
#[derive(Clone, Debug)]
enum Event {
    Do(Seed),
    Type(u8),
    Undo,
    Redo,
    StartSave,
    Saved,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        4 => seed().prop_map(Event::Do),
        4 => any::<u8>().prop_map(Event::Type),
        3 => Just(Event::Undo),
        2 => Just(Event::Redo),
        1 => Just(Event::StartSave),
        1 => Just(Event::Saved),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn an_untouched_text_comes_back_exactly(root in tree(), layout: u8) {
        let text = laid_out(&root, layout);
        let document = Document::parse(&text).unwrap();
        prop_assert_eq!(document.to_text(), text);
        prop_assert!(document.is_identical(&Document::new(root)));
    }

    #[test]
    fn a_damaged_text_is_read_exactly_where_another_reader_reads_it(root in tree(), layout: u8, at: prop::sample::Index, cut in 0..2usize, put in "[\\[\\]{}\",:0-9eE.+\\\\u\n-]{0,2}") {
        let mut characters: Vec<char> = laid_out(&root, layout).chars().collect();
        let at = at.index(characters.len());
        characters.splice(at..(at + cut).min(characters.len()), put.chars());
        let text: String = characters.into_iter().collect();
        let other = serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}'));
        match Document::parse(&text) {
            Ok(document) => prop_assert!(alike(document.root(), &other.unwrap()), "{text}"),
            Err(error) => {
                prop_assert!(other.is_err(), "{error}: {text}");
                prop_assert!(error.line <= text.matches('\n').count() + 1);
            }
        }
    }

    #[test]
    fn a_printed_tree_reads_as_itself(root in tree()) {
        let document = Document::new(root);
        prop_assert!(Document::parse(&document.to_text()).unwrap().is_identical(&document));
    }

    #[test]
    fn an_edited_text_reads_as_the_edited_tree(root in tree(), layout: u8, seeds in prop::collection::vec(seed(), 1..6)) {
        let mut present = connector(&root, layout);
        for seed in &seeds {
            let _ = present.apply(&edit(&present, seed));
            let read = Document::parse(&text(&present)).unwrap();
            prop_assert!(read.is_identical(document(&present)), "{}", text(&present));
        }
    }

    #[test]
    fn an_edit_and_its_inverse_leave_no_trace(root in tree(), layout: u8, seed in seed()) {
        let before = connector(&root, layout);
        let mut present = before.clone();
        let edit = edit(&present, &seed);
        if let Ok(inverse) = present.apply(&edit) {
            present.apply(&inverse).unwrap();
        }
        prop_assert!(same(&present, &before), "{}", text(&present));
        prop_assert_eq!(text(&present), text(&before));
    }

    #[test]
    fn an_action_arrives_as_it_was_sent(root in tree(), seeds in prop::collection::vec(seed(), 1..4)) {
        let before = connector(&root, 0);
        let mut edits: Vec<Edit> = seeds.iter().map(|seed| edit(&before, seed)).collect();
        edits.push(Edit {
            part: Part::Definition,
            path: Path::root(),
            change: Change::Put { before: Some(root), after: Some(Value::Null), at: None },
        });
        let action = Action::new("Change", edits);
        let sent = serde_json::to_string(&action).unwrap();
        prop_assert_eq!(serde_json::from_str::<Action>(&sent).unwrap(), action);
    }

    #[test]
    fn an_action_is_done_whole_or_not_at_all(root in tree(), seeds in prop::collection::vec(seed(), 1..5)) {
        let before = connector(&root, 0);
        let mut present = before.clone();
        let edits = seeds.iter().map(|seed| edit(&before, seed)).collect();
        match present.apply_action(&Action::new("Change", edits)) {
            Ok(inverse) => {
                present.apply_action(&inverse).unwrap();
            }
            Err(refused) => prop_assert!(!refused.error.to_string().is_empty()),
        }
        prop_assert!(same(&present, &before));
    }

    #[test]
    fn what_is_unsaved_leads_from_the_saved_version_to_the_present(root in tree(), events in prop::collection::vec(event(), 1..30)) {
        let mut present = connector(&root, 0);
        let mut saved = present.clone();
        let mut history = History::default();
        let mut sent: Vec<Action> = Vec::new();
        for event in &events {
            match event {
                Event::Do(seed) => {
                    let edit = edit(&present, seed);
                    let _ = history.apply(&mut present, Action::new("Change", vec![edit]));
                }
                Event::Type(number) => {
                    let place = Path::of(["typed"]);
                    if let Some(edit) = present.set(Part::Definition, &place, Some(json!(number % 3))) {
                        history.apply(&mut present, Action::new("Type", vec![edit])).unwrap();
                    }
                }
                Event::Undo => {
                    history.undo(&mut present).unwrap();
                }
                Event::Redo => {
                    history.redo(&mut present).unwrap();
                }
                Event::StartSave if sent.is_empty() => sent = history.start_save(),
                Event::StartSave => {}
                Event::Saved => {
                    prop_assert!(rebase(&mut saved, &sent).is_empty());
                    history.saved(sent.len());
                    sent.clear();
                }
            }
            let mut replayed = saved.clone();
            for action in history.unsaved() {
                replayed.apply_action(&action).unwrap();
            }
            prop_assert!(same(&replayed, &present), "{} but {}", text(&replayed), text(&present));
        }
    }

    #[test]
    fn undoing_all_leads_back_and_redoing_all_leads_forth(root in tree(), seeds in prop::collection::vec(seed(), 1..12)) {
        let before = connector(&root, 0);
        let mut present = before.clone();
        let mut history = History::default();
        for seed in &seeds {
            let edit = edit(&present, seed);
            let _ = history.apply(&mut present, Action::new("Change", vec![edit]));
        }
        let after = present.clone();
        while history.undo(&mut present).unwrap().is_some() {}
        prop_assert!(same(&present, &before));
        prop_assert_eq!(history.unsaved(), Vec::new());
        while history.redo(&mut present).unwrap().is_some() {}
        prop_assert!(same(&present, &after));
    }

    #[test]
    fn a_rebase_onto_the_same_version_is_the_same(root in tree(), seeds in prop::collection::vec(seed(), 1..8)) {
        let base = connector(&root, 0);
        let mut mine = base.clone();
        let mut actions = Vec::new();
        for seed in &seeds {
            let action = Action::new("Change", vec![edit(&mine, seed)]);
            if mine.apply_action(&action).is_ok() {
                actions.push(action);
            }
        }
        let mut rebased = base;
        prop_assert_eq!(rebase(&mut rebased, &actions), Vec::new());
        prop_assert!(same(&rebased, &mine));
    }

    #[test]
    fn edits_of_different_parts_of_the_document_are_both_kept(left in tree(), right in tree(), one in seed(), other in seed()) {
        let root = json!({ "left": left, "right": right });
        let base = connector(&root, 0);
        let within = |side: &str, seed: &Seed| {
            let inner = connector(&root[side], 0);
            let made = edit(&inner, seed);
            let steps = [Step::from(side)].into_iter().chain(made.path.steps().to_vec());
            Action::new("Change", vec![Edit { path: Path::of(steps), ..made }])
        };
        let (mine, theirs) = (within("left", &one), within("right", &other));
        let (mut both, mut first) = (base.clone(), base.clone());
        prop_assume!(both.apply_action(&theirs).is_ok() && first.apply_action(&mine).is_ok());
        // A member that is given another name or place at the top belongs to both sides.
        prop_assume!(mine.edits[0].path.steps().len() > 1 && theirs.edits[0].path.steps().len() > 1);
        prop_assert_eq!(rebase(&mut both, std::slice::from_ref(&mine)), Vec::new());
        prop_assert_eq!(both.definition()["left"].to_string(), first.definition()["left"].to_string());
        let mut second = base;
        second.apply_action(&theirs).unwrap();
        prop_assert_eq!(both.definition()["right"].to_string(), second.definition()["right"].to_string());
    }

    #[test]
    fn the_same_edit_of_two_people_counts_once(root in tree(), seed in seed()) {
        let base = connector(&root, 0);
        let action = Action::new("Change", vec![edit(&base, &seed)]);
        prop_assume!(is_found_again(&action.edits[0]));
        let mut once = base;
        let inverse = once.apply_action(&action);
        prop_assume!(inverse.is_ok_and(|inverse| is_found_again(&inverse.edits[0])));
        let mut twice = once.clone();
        prop_assert_eq!(rebase(&mut twice, &[action]), Vec::new());
        prop_assert!(same(&twice, &once), "{} but {}", text(&twice), text(&once));
    }

    #[test]
    fn no_edit_of_a_rebase_is_lost(root in tree(), theirs in prop::collection::vec(seed(), 1..4), mine in prop::collection::vec(seed(), 1..4)) {
        let base = connector(&root, 0);
        let mut present = base.clone();
        for seed in &theirs {
            let _ = present.apply(&edit(&present, seed));
        }
        let edits: Vec<Edit> = mine.iter().map(|seed| edit(&base, seed)).collect();
        prop_assume!(base.clone().apply_action(&Action::new("Mine", edits.clone())).is_ok());
        let before = present.clone();
        let mine = [Action::new("Mine", edits.clone())];
        let conflicts = rebase(&mut present, &mine);
        let (mut replayed, mut history) = (before.clone(), History::default());
        prop_assert_eq!(history.replay(&mut replayed, &mine), conflicts.clone());
        prop_assert!(same(&replayed, &present));
        let last = &edits[edits.len() - 1];
        if conflicts.is_empty() {
            if let Change::Put { after: Some(after), .. } = &last.change
                && is_found_again(last)
                && !matches!(last.path.steps(), [.., Step::Parameter { .. }] | [.., Step::Parameter { .. }, _])
            {
                prop_assert_eq!(last.path.get(present.definition()), Some(after));
            }
        } else {
            prop_assert!(same(&present, &before), "an action that clashes is left out whole");
            for conflict in &conflicts {
                prop_assert_eq!(&conflict.label, "Mine");
                prop_assert_eq!(conflict.theirs.as_ref(), conflict.edit.path.get(present.definition()));
            }
        }
    }
}
