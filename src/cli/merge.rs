//! `tenon merge`: what two people made of one connector, in one.

use std::fmt::Write;
use std::path::PathBuf;

use serde::Serialize;
use serde_json::{Value, json};
use tenon_connector::document::Action;
use tenon_connector::merge::{MergeConflict, Merged, merge};
use tenon_connector::write::package::files_with_source;
use tenon_connector::{Attachment, Connector};

use super::Outcome;
use super::failure::Failure;
use super::find;
use super::output::{BOLD, DIM, Format, GREEN, RED, count, or_path, say, say_json, short, styled};
use super::target::{Target, write_folder};

#[derive(Debug, clap::Args)]
pub(super) struct Merge {
    /// The connector that both sides began with.
    base: PathBuf,
    /// What one side made of it.
    mine: PathBuf,
    /// What the other side made of it.
    theirs: PathBuf,
    /// Settle every conflict with what MINE has.
    #[arg(long = "mine", conflicts_with = "take_theirs")]
    take_mine: bool,
    /// Settle every conflict with what THEIRS has.
    #[arg(long = "theirs")]
    take_theirs: bool,
    /// How to tell what was done.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    target: Target,
}

/// A place that both sides changed in different ways.
#[derive(Serialize)]
struct Conflict {
    /// The part of the connector, or the name of a file beside it.
    r#where: Value,
    /// The place in it, as a JSON pointer.
    pointer: String,
    base: Option<Value>,
    mine: Option<Value>,
    theirs: Option<Value>,
}

impl Merge {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let base = find::connector(&self.base)?;
        let mine = find::connector(&self.mine)?;
        let theirs = find::connector(&self.theirs)?;
        self.target.expect_free_folder()?;
        let Merged {
            connector,
            conflicts,
            files: clashing,
            ..
        } = merge(&base, &mine, &theirs);
        let mut told: Vec<Conflict> = conflicts
            .iter()
            .map(|conflict| Conflict::of(conflict, &connector))
            .collect();
        told.extend(clashing.iter().map(|name| Conflict::of_file(name)));
        let merged = if self.take_mine {
            with_mine(connector, &conflicts, &mine, &clashing)?
        } else {
            connector
        };
        write_folder(&self.target.output, &files_with_source(&merged)?)?;
        self.tell(merged.title(), &told)?;
        Ok(if told.is_empty() || self.settled().is_some() {
            Outcome::Fine
        } else {
            Outcome::Found
        })
    }

    /// The side that conflicts were settled with.
    fn settled(&self) -> Option<&'static str> {
        match (self.take_mine, self.take_theirs) {
            (true, _) => Some("mine"),
            (_, true) => Some("theirs"),
            _ => None,
        }
    }

    fn tell(&self, title: &str, conflicts: &[Conflict]) -> Result<(), Failure> {
        let output = self.target.output.display().to_string();
        let told = match self.format {
            Format::Text => say(&self.text(title, conflicts)),
            Format::Json => say_json(&json!({
                "title": title,
                "output": output,
                "settledWith": self.settled(),
                "conflicts": conflicts,
            })),
        };
        told.map_err(Failure::disk("standard output"))
    }

    fn text(&self, title: &str, conflicts: &[Conflict]) -> String {
        let output = self.target.output.display();
        let title = or_path(title, &self.theirs);
        let mut text = format!("{} {title}: {output}\n", styled(GREEN, "merged"));
        for conflict in conflicts {
            text.push_str(&conflict.text());
        }
        let number = styled(BOLD, count(conflicts.len(), "conflict"));
        let _ = match (conflicts.is_empty(), self.settled()) {
            (true, _) => Ok(()),
            (_, Some(side)) => writeln!(text, "{number}, settled with {side}."),
            _ => writeln!(
                text,
                "{number}. There the result has what {} has. Settle them with --mine or --theirs, or edit the result.",
                self.theirs.display()
            ),
        };
        text
    }
}

impl Conflict {
    fn of(conflict: &MergeConflict, connector: &Connector) -> Self {
        Self {
            r#where: json!(conflict.part),
            pointer: conflict.path.pointer(connector.part(conflict.part).root()),
            base: conflict.base.clone(),
            mine: conflict.mine.clone(),
            theirs: conflict.theirs.clone(),
        }
    }

    /// A file beside the connector's own parts: it is told by its name only.
    fn of_file(name: &str) -> Self {
        Self {
            r#where: json!(name),
            pointer: String::new(),
            base: None,
            mine: None,
            theirs: None,
        }
    }

    fn text(&self) -> String {
        let name = self.r#where.as_str().unwrap_or_default();
        let word = styled(RED, "conflict");
        let mut text = format!("  {word}  {name} {}\n", self.pointer);
        let sides = [
            ("base", &self.base),
            ("mine", &self.mine),
            ("theirs", &self.theirs),
        ];
        if sides.iter().all(|(_, value)| value.is_none()) {
            return text;
        }
        for (side, value) in sides {
            let value = value
                .as_ref()
                .map_or("nothing".to_owned(), |value| short(&value.to_string()));
            let _ = writeln!(text, "    {:6}  {value}", styled(DIM, side));
        }
        text
    }
}

/// The merged connector with what one's own side has at the places of the conflicts.
fn with_mine(
    mut connector: Connector,
    conflicts: &[MergeConflict],
    mine: &Connector,
    files: &[String],
) -> Result<Connector, Failure> {
    // Backwards, so that what one settles does not move the places of the others.
    for conflict in conflicts.iter().rev() {
        let Some(edit) = conflict.take_mine(&connector) else {
            continue;
        };
        let action = Action::new("Settle a conflict", vec![edit]);
        connector.apply_action(&action).map_err(|refused| {
            let reason = format!("A conflict cannot be settled: {}", refused.error);
            Failure::Usage(reason)
        })?;
    }
    let mut kept: Vec<Attachment> = connector.attachments();
    kept.retain(|file| !files.contains(&file.name));
    let own = mine.attachments().into_iter();
    kept.extend(own.filter(|file| files.contains(&file.name)));
    Ok(connector.with_attachments(kept))
}
