//! Linting one connector: its findings with their places in its files, and mending it.

use tenon_connector::Part;
use tenon_connector::document::{Action, Edit, Path, TextPlace};
use tenon_connector::lint::{Finding, Fix, Profile, Rule, Severity, fix_all, lint};
use tenon_connector::read::ReadFinding;

use super::package::{Package, PartFile};
use super::replacement::{Replacement, Replacements};
use crate::cli::failure::Failure;
use crate::cli::find::Source;
use crate::cli::target::write_file;

/// What is asked of lint.
#[derive(Clone, Copy)]
pub(super) struct Wish {
    pub(super) profile: Profile,
    /// Whether to mend what can be mended.
    pub(super) fix: bool,
    /// Whether to say how the text would change.
    pub(super) replacements: bool,
}

/// What was found in one connector.
#[derive(Default)]
pub(super) struct Checked {
    /// The name of the connector's folder or file.
    pub(super) name: String,
    pub(super) findings: Vec<Placed>,
    /// What is odd in its texts.
    pub(super) notes: Vec<ReadFinding>,
    /// What was mended.
    pub(super) mended: Vec<Mended>,
    /// What could not be read or written.
    pub(super) faults: Vec<Failure>,
}

/// A finding and where it stands.
pub(super) struct Placed {
    pub(super) rule: &'static Rule,
    pub(super) severity: Severity,
    /// The file.
    pub(super) file: String,
    /// The place in the file, where it has lines.
    pub(super) place: Option<TextPlace>,
    /// The JSON pointer.
    pub(super) pointer: String,
    pub(super) message: String,
    pub(super) fix: Option<Fix>,
    /// Whether lint can make the fix in the file.
    pub(super) mendable: bool,
    pub(super) replacement: Option<Replacement>,
}

/// What was mended in a file.
pub(super) struct Mended {
    pub(super) file: String,
    pub(super) title: String,
}

/// Lints one connector.
pub(super) fn check(source: &Source, wish: Wish) -> Checked {
    let mut checked = Checked {
        name: source.name(),
        ..Checked::default()
    };
    let mut package = match Package::read(source) {
        Ok(package) => package,
        Err(fault) => {
            checked.faults.push(fault);
            return checked;
        }
    };
    if wish.fix {
        checked.mend(&mut package, source, wish.profile);
    }
    checked.findings = placed(&package, wish);
    checked.notes = package.notes;
    checked.faults.extend(package.faults);
    checked
}

impl Checked {
    /// Mends what can be written back, and reads what was written.
    fn mend(&mut self, package: &mut Package, source: &Source, profile: Profile) {
        let twins = |package: &Package, part| -> Vec<Path> {
            package.connector.part(part).twins().cloned().collect()
        };
        let before = [Part::Definition, Part::Properties].map(|part| (part, twins(package, part)));
        let done = mend(package, profile);
        for (part, twins_before) in before {
            let in_part = |action: &&Action| action.edits.iter().any(|edit| edit.part == part);
            let titles: Vec<String> = done
                .iter()
                .filter(in_part)
                .map(|action| action.label.clone())
                .collect();
            let Some((file, path)) = package.writable(part) else {
                continue;
            };
            if titles.is_empty() {
                continue;
            }
            let text = package.connector.part(part).to_text();
            if let Err(fault) = write_file(path, text.as_bytes()) {
                self.faults.push(fault);
                continue;
            }
            // An object that was changed is written anew, and holds each member once then.
            let left = twins(package, part);
            let lost = twins_before.iter().filter(|twin| !left.contains(twin));
            let lost = lost.map(|twin| {
                format!("Remove the first of the members “{twin}”, of which the last counts")
            });
            let titles = titles.into_iter().chain(lost);
            self.mended.extend(titles.map(|title| Mended {
                file: file.to_owned(),
                title,
            }));
        }
        if self.mended.is_empty() {
            return;
        }
        match Package::read(source) {
            Ok(written) => *package = written,
            Err(fault) => self.faults.push(fault),
        }
    }
}

/// Makes the safe changes in the parts that lint may write, and says which.
fn mend(package: &mut Package, profile: Profile) -> Vec<Action> {
    let mut trial = package.connector.clone();
    let mut done = Vec::new();
    for action in fix_all(&mut trial, profile) {
        let writable = |edit: &Edit| package.writable(edit.part).is_some();
        if action.edits.iter().all(writable) && package.connector.apply_action(&action).is_ok() {
            done.push(action);
        }
    }
    done
}

/// The findings in the files of a package, in the order of the files and of the places in them.
fn placed(package: &Package, wish: Wish) -> Vec<Placed> {
    let findings = lint(&package.connector, wish.profile);
    let findings = findings
        .into_iter()
        .filter(|finding| package.has(finding.part));
    let mut placed = Vec::new();
    let (definition, rest): (Vec<_>, Vec<_>) =
        findings.partition(|finding| finding.part == Part::Definition);
    let (properties, rest): (Vec<_>, Vec<_>) = rest
        .into_iter()
        .partition(|finding| finding.part == Part::Properties);
    placed.extend(in_document(package, Part::Definition, definition, wish));
    placed.extend(in_document(package, Part::Properties, properties, wish));
    placed.extend(rest.into_iter().map(|finding| {
        let file = package.file(finding.part);
        Placed::new(package, finding, file, None)
    }));
    placed
}

/// The findings in a part that is JSON.
fn in_document(package: &Package, part: Part, findings: Vec<Finding>, wish: Wish) -> Vec<Placed> {
    let file = package.file(part);
    let places: Vec<Option<TextPlace>> = match file {
        Some(file) if file.has_lines => {
            let paths = findings.iter().map(|finding| &finding.path);
            let places = package.connector.part(part).places(paths);
            places.into_iter().map(Some).collect()
        }
        _ => vec![None; findings.len()],
    };
    let mut replacements = (wish.replacements && file.is_some_and(|file| file.has_text))
        .then(|| Replacements::new(&package.connector, part));
    let mut placed: Vec<Placed> = findings
        .into_iter()
        .zip(places)
        .map(|(finding, place)| {
            let replacements = replacements.as_mut();
            let fix = finding.fix.as_ref().filter(|fix| fix.part == part);
            let replacement = fix.and_then(|fix| replacements?.of(fix));
            Placed {
                replacement,
                ..Placed::new(package, finding, file, place)
            }
        })
        .collect();
    placed.sort_by_key(|finding| finding.place);
    placed
}

impl Placed {
    fn new(
        package: &Package,
        finding: Finding,
        file: Option<&PartFile>,
        place: Option<TextPlace>,
    ) -> Self {
        let fix = finding.fix.as_ref();
        Self {
            rule: finding.rule,
            severity: finding.severity,
            file: file.map_or_else(|| package.name.clone(), |file| file.name.clone()),
            place,
            pointer: finding
                .path
                .pointer(package.connector.part(finding.part).root()),
            mendable: fix.is_some_and(|fix| package.writable(fix.part).is_some()),
            message: finding.message.to_string(),
            fix: finding.fix,
            replacement: None,
        }
    }
}
