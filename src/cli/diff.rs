//! `tenon diff`: how two versions of a connector differ, and whom that reaches.

use std::fmt::Write;
use std::path::PathBuf;

use serde_json::{Value, json};
use tenon_connector::diff::{Difference, Effect, Entry, Kind, Subject, diff};
use tenon_connector::{Connector, Part};

use super::Outcome;
use super::failure::Failure;
use super::find;
use super::output::{BOLD, DIM, Format, RED, YELLOW, count, say, say_json, short, styled};

#[derive(Debug, clap::Args)]
pub(super) struct Diff {
    /// The older version.
    old: PathBuf,
    /// The newer version.
    new: PathBuf,
    /// How to tell what differs.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Diff {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let (old, new) = (find::connector(&self.old)?, find::connector(&self.new)?);
        let difference = diff(&old, &new);
        let told = match self.format {
            Format::Text => say(&text(&difference)),
            Format::Json => say_json(&as_json(&difference, &old, &new)),
        };
        told.map_err(Failure::disk("standard output"))?;
        Ok(if difference.breaking().next().is_some() {
            Outcome::Found
        } else {
            Outcome::Fine
        })
    }
}

fn as_json(difference: &Difference, old: &Connector, new: &Connector) -> Value {
    let entry = |entry: &Entry| {
        let version = if entry.kind == Kind::Removed {
            old
        } else {
            new
        };
        let mut json = json!(entry);
        if let Some(members) = json.as_object_mut() {
            let root = entry.part.map(|part| version.part(part).root());
            let pointer = root.map(|root| entry.path.pointer(root));
            members.insert("pointer".to_owned(), json!(pointer));
        }
        json
    };
    json!({
        "entries": difference.entries.iter().map(entry).collect::<Vec<_>>(),
        "summary": {
            "changes": difference.entries.len(),
            "breaking": difference.breaking().count(),
        },
    })
}

/// The changes under the headings of what they concern, and the sum.
fn text(difference: &Difference) -> String {
    let mut text = String::new();
    let mut above = None;
    for entry in &difference.entries {
        if above != Some(&entry.subject) {
            let gap = if above.is_some() { "\n" } else { "" };
            let _ = writeln!(text, "{gap}{}", styled(BOLD, heading(&entry.subject)));
            above = Some(&entry.subject);
        }
        text.push_str(&line(entry));
    }
    if difference.entries.is_empty() {
        return "The two versions are the same.\n".to_owned();
    }
    let changes = count(difference.entries.len(), "change");
    let _ = match difference.breaking().count() {
        0 => writeln!(text, "\n{changes}; none breaks what uses the connector."),
        1 => writeln!(text, "\n{changes}; 1 breaks what uses the connector."),
        breaking => writeln!(
            text,
            "\n{changes}; {breaking} break what uses the connector."
        ),
    };
    text
}

fn heading(subject: &Subject) -> String {
    match subject {
        Subject::Operation { key, name } => format!("{name} ({key})"),
        Subject::Schema { name } => format!("Schema {name}"),
        Subject::Security => "Authentication".to_owned(),
        Subject::Policies => "Policies".to_owned(),
        Subject::General => "General".to_owned(),
        Subject::Code => "Custom code".to_owned(),
        Subject::Parameter { name } => format!("Shared parameter {name}"),
        Subject::Response { name } => format!("Shared response {name}"),
        Subject::File { name } => format!("File {name}"),
        Subject::Icon => "Icon".to_owned(),
    }
}

fn line(entry: &Entry) -> String {
    let word = match entry.effect.map(|rule| rule.effect) {
        Some(Effect::Breaks) => styled(RED, "breaks"),
        Some(Effect::Alters) => styled(YELLOW, "alters"),
        Some(Effect::Spares) | None => "      ".to_owned(),
    };
    let mut text = format!("  {word}  {}", entry.message);
    if let Some(rule) = entry.effect {
        let _ = write!(text, "  {}", styled(DIM, rule.id));
    }
    text.push('\n');
    let is_json = matches!(entry.part, Some(Part::Definition | Part::Properties));
    let differs = is_json && entry.kind != Kind::Reordered;
    if let (true, Some(before), Some(after)) = (differs, &entry.before, &entry.after) {
        let arrow = styled(DIM, "→");
        let _ = writeln!(text, "          {} {arrow} {}", short(before), short(after));
    }
    for reached in &entry.reaches {
        let _ = writeln!(
            text,
            "          reaches {} ({})",
            reached.name, reached.operation
        );
    }
    text
}
