//! Lint that goes along with a connector while it is edited: after an edit it asks again only about
//! what the edit concerns.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::model::{Book, Consulted, Model, References, Role, Shared, Uses, names_in, references};
use super::report::Report;
use super::unit::{Touched, Unit};
use super::walk::walk;
use super::{Finding, Profile};
use crate::Connector;
use crate::document::Edit;
use crate::sorting::map_of;

/// The findings of one connector, kept up to date.
#[derive(Debug)]
pub struct Linter {
    profile: Profile,
    /// The units, in the order of the walk.
    units: Vec<(Unit, Known)>,
    /// What the references of all units come to.
    uses: Uses,
}

/// What is known of a unit.
#[derive(Debug, Default)]
struct Known {
    /// Shared with who shows them; those that an edit leaves as they were stay the same ones.
    findings: Vec<Arc<Finding>>,
    references: References<String>,
    /// The ids of its operations.
    ids: Vec<String>,
    role: Role,
    consulted: Consulted,
}

/// What has changed since the last time.
#[derive(Default)]
struct Changes {
    everything: bool,
    root: bool,
    /// Which schemas are referred to, and in which role.
    references: bool,
    units: BTreeSet<Unit>,
    ids: BTreeSet<String>,
    /// The names of the changed shared schemas, and of those that refer to them, be it through others.
    reaching: BTreeSet<String>,
}

impl Linter {
    /// Lints a connector.
    #[must_use]
    pub fn new(connector: &Connector, profile: Profile) -> Self {
        let mut linter = Self {
            profile,
            units: Vec::new(),
            uses: Uses::default(),
        };
        linter.lint(connector, None);
        linter
    }

    /// The profile whose rules are asked.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// The findings, in the order of [`super::lint`].
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.shared_findings().map(AsRef::as_ref)
    }

    /// The findings, to be kept beside the linter without a copy of each.
    pub fn shared_findings(&self) -> impl Iterator<Item = &Arc<Finding>> {
        self.units.iter().flat_map(|(_, known)| &known.findings)
    }

    /// Brings the findings up to date after these edits, which led from the connector as it was the
    /// last time to what it is now.
    pub fn update<'e>(&mut self, connector: &Connector, edits: impl IntoIterator<Item = &'e Edit>) {
        self.lint(connector, Some(&mut edits.into_iter()));
    }

    fn lint(&mut self, connector: &Connector, edits: Option<&mut dyn Iterator<Item = &Edit>>) {
        let mut changes = Changes::of(edits);
        self.take_over(connector, &mut changes);
        self.read_again(connector, &mut changes);
        self.find_reaching(&mut changes);
        if changes.references {
            let units = self.units.iter();
            self.uses = Uses::of(units.map(|(unit, known)| (unit, &known.references)));
        }
        let model = Model::of(connector, &self.uses, Book::open());
        let mut report = Report::new(&model, self.profile);
        for (unit, known) in &mut self.units {
            let role = match unit {
                Unit::Shared(Shared::Definition, name) if changes.references => {
                    model.role_of_definition(name)
                }
                _ => known.role,
            };
            if changes.concern(unit, known, role) {
                walk(unit, connector, &mut report);
                known.take(report.take_findings());
                known.consulted = model.take_consulted();
                known.role = role;
            }
        }
    }

    /// Finds the shared schemas that refer to a changed one.
    fn find_reaching(&self, changes: &mut Changes) {
        let mut open: Vec<&str> = Vec::new();
        for unit in &changes.units {
            if let Unit::Shared(Shared::Definition, name) = unit {
                open.push(name);
            }
        }
        if changes.everything || open.is_empty() {
            return;
        }
        let mut referring: HashMap<String, Vec<&str>> = HashMap::new();
        for (unit, known) in &self.units {
            let Unit::Shared(Shared::Definition, name) = unit else {
                continue;
            };
            for (reference, _) in &known.references {
                for target in names_in(&format!("#/definitions/{reference}")) {
                    referring.entry(target).or_default().push(name);
                }
            }
        }
        let mut reaching = BTreeSet::new();
        while let Some(name) = open.pop() {
            if reaching.insert(name.to_owned()) {
                open.extend(referring.get(name).into_iter().flatten());
            }
        }
        changes.reaching = reaching;
    }

    /// Takes over the units that there are now; those that came or went have changed.
    fn take_over(&mut self, connector: &Connector, changes: &mut Changes) {
        let present = Unit::listed(connector);
        if self.units.iter().map(|(unit, _)| unit).eq(present) {
            return;
        }
        changes.references = true;
        let mut known = map_of(self.units.drain(..));
        for unit in Unit::all(connector) {
            let before = known.remove(&unit);
            if before.is_none() {
                changes.units.insert(unit.clone());
            }
            self.units.push((unit, before.unwrap_or_default()));
        }
        for (unit, gone) in known {
            changes.ids.extend(gone.ids);
            changes.units.insert(unit);
        }
    }

    /// Reads again what the changed units refer to and which operations they have.
    fn read_again(&mut self, connector: &Connector, changes: &mut Changes) {
        for (unit, known) in &mut self.units {
            if !changes.everything && !changes.units.contains(unit) {
                continue;
            }
            let json = unit.json(connector);
            let names = json.map(|json| references(unit, json)).unwrap_or_default();
            let names = names.into_iter();
            // Unlike `collect`, this does not sort first: they are sorted.
            let mut references = References::new();
            references.extend(names.map(|(name, role)| (name.to_owned(), role)));
            changes.references |= known.references != references;
            known.references = references;
            let ids = match unit {
                Unit::Path(_) => json.map(operation_ids).unwrap_or_default(),
                _ => Vec::new(),
            };
            changes.ids.extend(known.ids.drain(..));
            changes.ids.extend(ids.iter().cloned());
            known.ids = ids;
        }
    }
}

impl Known {
    /// Takes over what was found now; what was found before as well stays the same in memory.
    fn take(&mut self, found: Vec<Finding>) {
        let mut before = std::mem::take(&mut self.findings).into_iter().peekable();
        for finding in found {
            let same = before.next_if(|old| **old == finding);
            self.findings
                .push(same.unwrap_or_else(|| Arc::new(finding)));
        }
    }
}

/// The ids of the operations of a path item.
fn operation_ids(item: &serde_json::Value) -> Vec<String> {
    let members = item.as_object().into_iter().flatten();
    members
        .filter_map(|(_, operation)| operation.get("operationId")?.as_str())
        .map(str::to_owned)
        .collect()
}

impl Changes {
    fn of(edits: Option<&mut dyn Iterator<Item = &Edit>>) -> Self {
        let mut changes = Self {
            everything: edits.is_none(),
            ..Self::default()
        };
        for edit in edits.into_iter().flatten() {
            match Unit::touched(edit) {
                Touched::Unit(unit) => {
                    changes.units.insert(unit);
                }
                Touched::Root => changes.root = true,
                Touched::Everything => changes.everything = true,
            }
        }
        changes
    }

    /// Whether what is known of a unit may be so no longer.
    fn concern(&self, unit: &Unit, known: &Known, role: Role) -> bool {
        let consulted = &known.consulted;
        let operation = || consulted.operations.iter().any(|id| self.ids.contains(id));
        let shared = || {
            consulted.shared.iter().any(|(shared, name)| {
                // Few units change at a time, so looking through them is cheap.
                self.units.iter().any(
                    |unit| matches!(unit, Unit::Shared(kind, key) if kind == shared && key == name),
                )
            })
        };
        self.everything
            || consulted.everything
            || (self.root && (consulted.root || *unit == Unit::Definition))
            || self.units.contains(unit)
            || known.role != role
            || consulted
                .reached
                .iter()
                .any(|name| self.reaching.contains(name))
            || operation()
            || shared()
    }
}
