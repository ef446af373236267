//! `tenon import`: connectors from anywhere, written as package folders.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;
use tenon_connector::infer::Manner;
use tenon_connector::message::Message;
use tenon_connector::read::{Fate, Imported, Kind, KnownIds, ReadFinding, Reading, summary};
use tenon_connector::select::select;
use tenon_connector::write::package::files_with_source;

use super::Outcome;
use super::entry::Entry;
use super::failure::Failure;
use super::find::{Source, importable};
use super::output::{DIM, Format, GREEN, complain, count, progress, say, say_json, styled};
use super::referred::Referred;
use super::target::{Target, write_file, write_folder};

#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// A Swagger 2.0 or OpenAPI 3 document, a Postman collection, command lines of curl, a recording (HAR), a zip file, a package folder, a tree of many packages, or `-`.
    #[arg(value_name = "FILE|DIR|ZIP|-")]
    path: PathBuf,
    /// What it is; left out, its content tells.
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Option<SourceKind>,
    /// Keep a document of OpenAPI 3 within the connector, so that `export --to openapi` gives back what Swagger 2.0 cannot say.
    #[arg(long)]
    keep_source: bool,
    /// Mend JSON that is broken (commas, comments, quotes, brackets, a missing end) where that can only mean one thing; the ledger names each repair.
    #[arg(long)]
    lenient: bool,
    /// Describe what saved or recorded calls show with formats of texts (date-time, uuid …), numbers as double, and what each of them has as required; left out, as the platform's own import from a sample does.
    #[arg(long)]
    exact_samples: bool,
    /// Take these operations only, by their IDs, and what they reach.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    select: Vec<String>,
    /// A file for the ledger: what was changed, left out or added while reading, and where.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// How to tell what was done.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    target: Target,
}

/// What a source is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum SourceKind {
    /// A Swagger 2.0 document.
    Swagger,
    /// A document of OpenAPI 3.
    Openapi,
    /// A Postman collection.
    Postman,
    /// Command lines of curl.
    Curl,
    /// A recording of a browser.
    Har,
    /// A package: a folder or a zip file.
    Package,
}

impl SourceKind {
    fn kind(self) -> Kind {
        match self {
            Self::Swagger => Kind::Swagger,
            Self::Openapi => Kind::OpenApi,
            Self::Postman => Kind::Postman,
            Self::Curl => Kind::Curl,
            Self::Har => Kind::Har,
            Self::Package => Kind::Package,
        }
    }
}

/// What became of one connector.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    source: String,
    title: String,
    format: &'static str,
    operations: usize,
    folder: String,
    files: Vec<String>,
    operations_in: usize,
    findings: Vec<Entry>,
}

impl Import {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let found = importable(&self.path)?;
        self.expect_kind(&found.sources)?;
        if !self.select.is_empty() && found.sources.len() > 1 {
            let reason = "Operations are chosen of one connector; name one instead of a tree.";
            return Err(Failure::Usage(reason.to_owned()));
        }
        self.target.expect_free_folder()?;
        let mut faults = found.faults;
        let mut written = Vec::new();
        let bar = progress(found.sources.len(), "importing");
        let only = found.sources.len() == 1;
        for source in &found.sources {
            match self.import(source, only) {
                Ok(done) => written.push(done),
                Err(failure) => faults.push(failure),
            }
            bar.inc(1);
        }
        bar.finish_and_clear();
        self.write_ledger(&written)?;
        self.tell(&written, &faults)?;
        Ok(if faults.is_empty() {
            Outcome::Fine
        } else {
            Outcome::Unreadable
        })
    }

    fn import(&self, source: &Source, only: bool) -> Result<Written, Failure> {
        let read = source.read_with(&mut Reading {
            kind: self.from.map(SourceKind::kind),
            loader: Some(&mut Referred::around(&self.path)),
            address: None,
            keep_source: self.keep_source,
            known: KnownIds::default(),
            lenient: self.lenient,
            manner: match self.exact_samples {
                true => Manner::Exact,
                false => Manner::Original,
            },
        });
        let mut imported = read.map_err(Failure::or_lenient)?;
        let left_out = match self.select.is_empty() {
            true => Vec::new(),
            false => self.keep_selected(source, &mut imported)?,
        };
        let folder = if only {
            self.target.output.clone()
        } else {
            self.target.output.join(self.place(source))
        };
        let files = files_with_source(&imported.connector)?;
        write_folder(&folder, &files)?;
        let names = files.into_iter().map(|(name, _)| name).collect();
        Ok(Written::of(source, imported, left_out, &folder, names))
    }

    /// Refuses to read the folder of a package as a single file.
    fn expect_kind(&self, sources: &[Source]) -> Result<(), Failure> {
        let is_package = |source: &Source| matches!(source, Source::Package { .. });
        match self.from {
            None | Some(SourceKind::Package) => Ok(()),
            Some(_) if sources.iter().any(is_package) => {
                let reason = "There is a package in it. Leave --from out, or name a file.";
                Err(Failure::refused(&self.path, reason))
            }
            Some(_) => Ok(()),
        }
    }

    /// Leaves out what the chosen operations do not reach, and tells what that was.
    fn keep_selected(
        &self,
        source: &Source,
        imported: &mut Imported,
    ) -> Result<Vec<Entry>, Failure> {
        // Blanks around a comma, and a comma at the end, are no IDs.
        let ids = self.select.iter().map(|id| id.trim());
        let ids: Vec<String> = ids.filter(|id| !id.is_empty()).map(str::to_owned).collect();
        let selected = select(&imported.connector, &ids)?;
        let needed = selected.needed.iter();
        let needed = needed.map(|id| format!("Kept “{id}”, which a chosen operation needs."));
        let dropped = selected.dropped.iter();
        let dropped = dropped.map(|left| Entry::of_left_out(source, imported, left));
        let dropped = dropped.collect();
        let finding = |message: String| ReadFinding {
            file: source.name(),
            place: None,
            message: Message::verbatim(&message),
        };
        imported.findings.extend(needed.map(finding));
        imported.connector = selected.connector;
        Ok(dropped)
    }

    /// Where one of many connectors goes: as deep in the output as it was in the tree.
    fn place(&self, source: &Source) -> PathBuf {
        let name = PathBuf::from(source.name());
        let below = name.strip_prefix(&self.path).unwrap_or(&name);
        match source {
            Source::File(_) => below.with_extension(""),
            _ => below.to_owned(),
        }
    }

    fn write_ledger(&self, written: &[Written]) -> Result<(), Failure> {
        let Some(path) = &self.ledger else {
            return Ok(());
        };
        let ledger: Vec<_> = written
            .iter()
            .map(|done| {
                json!({
                    "source": done.source,
                    "operationsIn": done.operations_in,
                    "operationsOut": done.operations,
                    "entries": done.findings,
                })
            })
            .collect();
        let text = serde_json::to_string_pretty(&ledger)
            .map_err(|error| Failure::refused(path, error.to_string()))?;
        write_file(path, (text + "\n").as_bytes())
    }

    fn tell(&self, written: &[Written], faults: &[Failure]) -> Result<(), Failure> {
        let told = match self.format {
            Format::Text => {
                for fault in faults {
                    complain(fault);
                }
                say(&written.iter().map(Written::text).collect::<String>())
            }
            Format::Json => {
                let faults: Vec<_> = faults.iter().map(Failure::json).collect();
                say_json(&json!({ "imported": written, "faults": faults }))
            }
        };
        told.map_err(Failure::disk("standard output"))
    }
}

impl Written {
    fn of(
        source: &Source,
        imported: Imported,
        left_out: Vec<Entry>,
        folder: &Path,
        files: Vec<String>,
    ) -> Self {
        Self {
            source: source.name(),
            title: imported.connector.title().to_owned(),
            format: imported.format.label().english(),
            operations: summary(&imported.connector).operations(),
            folder: folder.display().to_string(),
            files,
            operations_in: imported.ledger.operations_in,
            findings: imported
                .findings
                .into_iter()
                .map(Entry::of)
                .chain(left_out)
                .chain(
                    imported
                        .ledger
                        .entries
                        .into_iter()
                        .map(|e| Entry::of_ledger(source, e)),
                )
                .collect(),
        }
    }

    fn text(&self) -> String {
        let mut text = format!(
            "{} {} with {}: {}\n",
            styled(GREEN, "imported"),
            if self.title.is_empty() {
                &self.source
            } else {
                &self.title
            },
            count(self.operations, "operation"),
            self.folder
        );
        for finding in self.findings.iter().filter(|entry| entry.is_told) {
            text.push_str(&finding.text());
        }
        text.push_str(&self.ledger_in_short());
        text
    }
}

impl Written {
    /// How much of the source did not come through as it was; the ledger has each.
    fn ledger_in_short(&self) -> String {
        let fates = [
            Fate::Changed,
            Fate::Lowered,
            Fate::Merged,
            Fate::Dropped,
            Fate::Added,
        ];
        let counted = fates.map(|fate| {
            let own = self
                .findings
                .iter()
                .filter(|entry| entry.fate == Some(fate));
            (own.count(), fate.label())
        });
        let words: Vec<String> = counted
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, fate)| format!("{count} {fate}"))
            .collect();
        if words.is_empty() {
            return String::new();
        }
        let operations = format!("{} of {} operations", self.operations, self.operations_in);
        let text = format!(
            "{operations}; on the way: {} (--ledger names each)",
            words.join(", ")
        );
        format!("  {}\n", styled(DIM, text))
    }
}
