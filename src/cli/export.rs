//! `tenon export`: one connector, written in the layouts of others, with a ledger of what they cannot hold.

use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::json;
use tenon_connector::document::Document;
use tenon_connector::message::Message;
use tenon_connector::read::{Fate, Ledger, LedgerEntry};
use tenon_connector::source::without_private;
use tenon_connector::write::openapi::to_openapi;
use tenon_connector::write::package::{files, to_zip};
use tenon_connector::write::postman::to_postman;
use tenon_connector::write::publisher::to_publisher;
use tenon_connector::write::yaml::{MAX_DEPTH, is_too_deep, to_yaml};
use tenon_connector::{Connector, Part};

use super::Outcome;
use super::failure::Failure;
use super::files::STDIN;
use super::find;
use super::output::{Format, GREEN, count, note, or_path, say, say_bytes, say_json, styled};
use super::target::{Target, write_file, write_folder};

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// A package folder, a zip file, a Swagger 2.0 document, or `-`.
    #[arg(value_name = "DIR")]
    from: PathBuf,
    /// What to write.
    #[arg(long, value_enum)]
    to: Layout,
    /// Write the Swagger 2.0 or OpenAPI document as YAML.
    #[arg(long)]
    yaml: bool,
    /// A file for the ledger: what the target cannot hold as it is, and where.
    #[arg(long, value_name = "FILE")]
    ledger: Option<PathBuf>,
    /// How to tell what was done.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// A folder that Microsoft's `paconn` reads.
    Package,
    /// The same as a zip file.
    Zip,
    /// The definition alone.
    Swagger,
    /// A document of OpenAPI 3.1.
    Openapi,
    /// A Postman collection 2.1.
    Postman,
    /// A folder as independent publishers hand it in.
    IndependentPublisher,
}

/// What is written, and what did not come through as it was.
struct Made {
    content: Content,
    ledger: Ledger,
}

enum Content {
    Folder(Vec<(String, Vec<u8>)>),
    File(Vec<u8>),
}

impl Export {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let to_stdout = self.target.output.as_os_str() == STDIN;
        self.expect_sense(to_stdout)?;
        let connector = find::connector(&self.from)?;
        let mut made = self.make(&connector)?;
        if self.yaml || matches!(self.to, Layout::Openapi | Layout::Postman) {
            made.ledger.entries.extend(left_out(&connector));
        }
        match &made.content {
            Content::Folder(files) => {
                self.target.expect_free_folder()?;
                write_folder(&self.target.output, files)?;
            }
            Content::File(bytes) if to_stdout => {
                say_bytes(bytes).map_err(Failure::disk("standard output"))?;
            }
            Content::File(bytes) => {
                self.target.expect_free_file()?;
                write_file(&self.target.output, bytes)?;
            }
        }
        self.write_ledger(&connector, &made.ledger)?;
        if !to_stdout {
            self.tell(&connector)?;
        }
        if !made.ledger.entries.is_empty() {
            let entries = count(made.ledger.entries.len(), "thing");
            note(&format!(
                "{entries} did not come through as they were (--ledger names each)."
            ));
        }
        Ok(Outcome::Fine)
    }

    fn expect_sense(&self, to_stdout: bool) -> Result<(), Failure> {
        let reason = match self.to {
            Layout::Swagger | Layout::Openapi => return Ok(()),
            _ if self.yaml => {
                "Only documents are written as YAML. Give --yaml together with --to swagger or --to openapi."
            }
            Layout::Package | Layout::IndependentPublisher if to_stdout => {
                "The result is a folder. Write a zip file or a document to standard output."
            }
            _ => return Ok(()),
        };
        Err(Failure::Usage(reason.to_owned()))
    }

    fn make(&self, connector: &Connector) -> Result<Made, Failure> {
        let whole = |content| Made {
            content,
            ledger: Ledger::untouched(connector),
        };
        Ok(match self.to {
            Layout::Package => whole(Content::Folder(files(connector)?)),
            Layout::Zip => whole(Content::File(to_zip(connector)?)),
            Layout::Swagger => {
                whole(self.document(without_private(connector).part(Part::Definition))?)
            }
            Layout::Openapi => {
                let exported = to_openapi(connector);
                Made {
                    content: self.document(&exported.document)?,
                    ledger: exported.ledger,
                }
            }
            Layout::Postman => {
                let exported = to_postman(connector);
                Made {
                    content: self.document(&exported.document)?,
                    ledger: exported.ledger,
                }
            }
            Layout::IndependentPublisher => {
                let published = to_publisher(connector)?;
                Made {
                    content: Content::Folder(published.files),
                    ledger: published.ledger,
                }
            }
        })
    }

    fn document(&self, document: &Document) -> Result<Content, Failure> {
        let text = if self.yaml && is_too_deep(document.root()) {
            let reason = format!(
                "The document is nested more than {MAX_DEPTH} levels deep, which is not read again as YAML. Leave --yaml out, or make it flatter."
            );
            return Err(Failure::refused(&self.from, reason));
        } else if self.yaml {
            to_yaml(document.root())
        } else {
            document.to_text()
        };
        Ok(Content::File(text.into_bytes()))
    }

    fn write_ledger(&self, connector: &Connector, ledger: &Ledger) -> Result<(), Failure> {
        let Some(path) = &self.ledger else {
            return Ok(());
        };
        let ledger = json!({
            "title": connector.title(),
            "operationsIn": ledger.operations_in,
            "operationsOut": ledger.operations_out,
            "entries": ledger.entries,
        });
        write_file(path, format!("{ledger:#}\n").as_bytes())
    }

    fn tell(&self, connector: &Connector) -> Result<(), Failure> {
        let output = self.target.output.display().to_string();
        let title = connector.title();
        let told = match self.format {
            Format::Text => say(&format!(
                "{} {}: {output}\n",
                styled(GREEN, "exported"),
                or_path(title, &self.from)
            )),
            Format::Json => say_json(&json!({ "title": title, "output": output })),
        };
        told.map_err(Failure::disk("standard output"))
    }
}

/// The members of the definition that stand twice: only its own text holds both.
fn left_out(connector: &Connector) -> impl Iterator<Item = LedgerEntry> {
    let definition = connector.part(Part::Definition);
    let message = "This member stands twice in its object. The last one counts and was written; the others are left out.";
    definition.twins().map(move |twin| {
        let pointer = twin.pointer(definition.root());
        LedgerEntry::new(pointer, Fate::Dropped, Message::verbatim(message))
    })
}
