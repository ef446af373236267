//! What the palette lists, in which order, for the words that stand in it.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::command::Command;
use super::fuzzy::fit;
use super::offers::{Commands, OfferedOperation};
use crate::api::search::FoundConnector;
use crate::components::Shortcut;
use crate::texts::common;
use crate::texts::palette as t;

/// How many of a section are listed while words stand in the palette.
const LISTED: usize = 12;
/// How many connectors are listed before.
const NEWEST: usize = 5;
/// How much it counts that something was chosen not long ago.
const RECENT: i32 = 12;
/// How much it counts that the name alone fits.
const NAMED: i32 = 10;

/// Where an item leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Command(Command),
    Address(String),
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// What the browser remembers it by.
    pub(super) key: String,
    pub(super) label: String,
    /// What else tells it from others; is searched, too.
    pub(super) note: String,
    pub(super) icon: &'static str,
    pub(super) shortcut: Option<Shortcut>,
    pub(super) target: Target,
}

/// An item, and the characters of its label and note that fit the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) item: Item,
    pub(super) in_label: Vec<usize>,
    pub(super) in_note: Vec<usize>,
    score: i32,
}

/// Items of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) found: Vec<Found>,
}

/// All that can be chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct Offered {
    pub(super) commands: Vec<Item>,
    pub(super) connectors: Vec<Item>,
    pub(super) operations: Vec<Item>,
}

/// The commands that can be carried out now.
pub(super) fn of_commands(commands: Commands) -> Vec<Item> {
    let all = Command::ALL.into_iter();
    let others = all.filter(|command| *command != Command::Palette);
    let item = |command: Command| {
        let about = command.about();
        let detail = commands.available(command)?;
        Some(Item {
            key: format!("command:{}", about.name),
            label: about.label.to_owned(),
            note: detail.unwrap_or_default(),
            icon: about.icon,
            shortcut: command.shortcut(),
            target: Target::Command(command),
        })
    };
    others.filter_map(item).collect()
}

/// Connectors that the server has found.
pub(super) fn of_connectors(found: &[FoundConnector]) -> Vec<Item> {
    let item = |connector: &FoundConnector| Item {
        key: key_of_connector(&connector.id),
        label: connector.title.clone(),
        note: connector.description.clone(),
        icon: "connector",
        shortcut: None,
        target: Target::Address(crate::routes::designer(&connector.id, "general")),
    };
    found.iter().map(item).collect()
}

/// The operations of the open connector.
pub(super) fn of_operations(operations: Vec<OfferedOperation>) -> Vec<Item> {
    let item = |operation: OfferedOperation| {
        let mut hasher = DefaultHasher::new();
        operation.href.hash(&mut hasher);
        Item {
            key: format!("operation:{:x}", hasher.finish()),
            label: operation.label,
            note: operation.key.to_string(),
            icon: "play",
            shortcut: None,
            target: Target::Address(operation.href),
        }
    };
    operations.into_iter().map(item).collect()
}

const CONNECTOR: &str = "connector:";

fn key_of_connector(id: &str) -> String {
    format!("{CONNECTOR}{id}")
}

/// The connectors among what was chosen not long ago.
pub(super) fn recent_connectors(recent: &[String]) -> Vec<String> {
    let ids = recent.iter().filter_map(|key| key.strip_prefix(CONNECTOR));
    ids.map(str::to_owned).collect()
}

impl Offered {
    /// What to list: without words what was chosen last, then everything but operations; else what
    /// fits, the section of the best item first.
    pub(super) fn sections(&self, words: &str, recent: &[String]) -> Vec<Section> {
        let sections = if words.trim().is_empty() {
            self.unasked(recent)
        } else {
            self.asked(words, recent)
        };
        let filled = sections.into_iter();
        filled.filter(|section| !section.found.is_empty()).collect()
    }

    fn unasked(&self, recent: &[String]) -> Vec<Section> {
        let all = || {
            let connected = self.commands.iter().chain(&self.connectors);
            connected.chain(&self.operations)
        };
        let known = |key: &String| all().find(|item| item.key == *key);
        let last = recent.iter().filter_map(known);
        let others = |items: &[Item], most: usize| {
            let others = items.iter().filter(|item| !recent.contains(&item.key));
            others.take(most).map(Found::unasked).collect()
        };
        vec![
            Section {
                title: t::recent(),
                found: last.map(Found::unasked).collect(),
            },
            Section {
                title: common::connectors(),
                found: others(&self.connectors, NEWEST),
            },
            Section {
                title: t::commands(),
                found: others(&self.commands, usize::MAX),
            },
        ]
    }

    fn asked(&self, words: &str, recent: &[String]) -> Vec<Section> {
        let kinds = [
            (t::commands(), &self.commands),
            (common::operations(), &self.operations),
            (common::connectors(), &self.connectors),
        ];
        let mut sections = kinds.map(|(title, items)| {
            let fitting = items
                .iter()
                .filter_map(|item| Found::asked(item, words, recent));
            let mut found: Vec<Found> = fitting.collect();
            found.sort_by_key(|found| -found.score);
            found.truncate(LISTED);
            Section { title, found }
        });
        sections.sort_by_key(|section| {
            let best = section.found.first().map(|found| found.score);
            -best.unwrap_or(i32::MIN + 1)
        });
        sections.into()
    }
}

impl Found {
    fn unasked(item: &Item) -> Self {
        Self {
            item: item.clone(),
            in_label: Vec::new(),
            in_note: Vec::new(),
            score: 0,
        }
    }

    fn asked(item: &Item, words: &str, recent: &[String]) -> Option<Self> {
        let fit = fit(words, &format!("{} {}", item.label, item.note))?;
        let length = item.label.chars().count();
        let (in_label, beyond): (Vec<usize>, Vec<usize>) =
            fit.marks.into_iter().partition(|mark| *mark < length);
        let mut score = fit.score;
        if beyond.is_empty() {
            score += NAMED;
        }
        if recent.contains(&item.key) {
            score += RECENT;
        }
        let in_note = beyond
            .into_iter()
            .map(|mark| mark.saturating_sub(length + 1));
        Some(Self {
            item: item.clone(),
            in_label,
            in_note: in_note.collect(),
            score,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Command, Item, Offered, Target};

    fn item(key: &str, label: &str, note: &str) -> Item {
        Item {
            key: key.to_owned(),
            label: label.to_owned(),
            note: note.to_owned(),
            icon: "play",
            shortcut: None,
            target: Target::Command(Command::Save),
        }
    }

    fn offered() -> Offered {
        Offered {
            commands: vec![item("save", "Save", ""), item("test", "Test", "")],
            connectors: vec![item("1", "Joints", "Wood joints."), item("2", "Saws", "")],
            operations: vec![
                item("a", "List joints", "GET /joints"),
                item("b", "Create joint", "POST /joints"),
            ],
        }
    }

    fn listed(words: &str, recent: &[&str]) -> Vec<(&'static str, Vec<String>)> {
        let recent: Vec<String> = recent.iter().map(|key| (*key).to_owned()).collect();
        let sections = offered().sections(words, &recent).into_iter();
        let keys = sections.map(|section| {
            let keys = section.found.into_iter().map(|found| found.item.key);
            (section.title, keys.collect())
        });
        keys.collect()
    }

    #[test]
    fn what_was_chosen_last_comes_first() {
        let sections = listed("", &["2", "b", "gone", "test"]);
        let words = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            sections,
            [
                ("Recent", words(&["2", "b", "test"])),
                ("Connectors", words(&["1"])),
                ("Commands", words(&["save"])),
            ]
        );
    }

    #[test]
    fn the_section_of_what_fits_best_comes_first() {
        assert_eq!(listed("sav", &[]), [("Commands", vec!["save".to_owned()])]);
        assert_eq!(
            listed("joints", &[]).first().map(|section| section.0),
            Some("Connectors")
        );
        assert_eq!(
            listed("post", &[]),
            [("Operations", vec!["b".to_owned()])],
            "a note is searched, too"
        );
        assert_eq!(
            listed("joint", &["a"])
                .into_iter()
                .find(|section| section.0 == "Operations")
                .map(|section| section.1),
            Some(vec!["a".to_owned(), "b".to_owned()])
        );
        assert!(listed("nothing", &[]).is_empty());
    }

    #[test]
    fn marks_are_told_apart_by_where_they_are() {
        let sections = offered().sections("list get", &[]);
        let found = sections.first().and_then(|section| section.found.first());
        let marks = found.map(|found| (found.in_label.clone(), found.in_note.clone()));
        assert_eq!(marks, Some((vec![0, 1, 2, 3], vec![0, 1, 2])));
    }
}
