//! `tenon export`: one connector, written as a package folder, a zip file or a Swagger 2.0 document.

use std::path::PathBuf;

use clap::ValueEnum;
use serde_json::json;
use tenon_connector::write::package::{files, to_zip};
use tenon_connector::write::yaml::to_yaml;
use tenon_connector::{Connector, Part};

use super::Outcome;
use super::failure::Failure;
use super::files::STDIN;
use super::find;
use super::output::{Format, GREEN, say, say_bytes, say_json, styled};
use super::target::{Target, write_file, write_folder};

#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// A package folder, a zip file, a Swagger 2.0 document, or `-`.
    #[arg(value_name = "DIR")]
    from: PathBuf,
    /// What to write.
    #[arg(long, value_enum)]
    to: Layout,
    /// Write the Swagger 2.0 document as YAML.
    #[arg(long)]
    yaml: bool,
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
}

impl Export {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        if self.yaml && self.to != Layout::Swagger {
            let reason = "The files of a package are JSON. Give --yaml together with --to swagger.";
            return Err(Failure::Usage(reason.to_owned()));
        }
        let connector = find::connector(&self.from)?;
        let to_stdout = self.target.output.as_os_str() == STDIN;
        match self.to {
            Layout::Package if to_stdout => {
                let reason = "A package is a folder. Write a zip file or a Swagger 2.0 document to standard output.";
                return Err(Failure::Usage(reason.to_owned()));
            }
            Layout::Package => {
                self.target.expect_free_folder()?;
                write_folder(&self.target.output, &files(&connector)?)?;
            }
            Layout::Zip | Layout::Swagger => {
                let bytes = self.bytes(&connector)?;
                if to_stdout {
                    say_bytes(&bytes).map_err(Failure::disk("standard output"))?;
                    return Ok(Outcome::Fine);
                }
                self.target.expect_free_file()?;
                write_file(&self.target.output, &bytes)?;
            }
        }
        self.tell(&connector)?;
        Ok(Outcome::Fine)
    }

    fn bytes(&self, connector: &Connector) -> Result<Vec<u8>, Failure> {
        match self.to {
            Layout::Zip => Ok(to_zip(connector)?),
            _ if self.yaml => Ok(to_yaml(connector.definition()).into_bytes()),
            _ => Ok(connector.part(Part::Definition).to_text().into_bytes()),
        }
    }

    fn tell(&self, connector: &Connector) -> Result<(), Failure> {
        let output = self.target.output.display().to_string();
        let title = connector.title();
        let told = match self.format {
            Format::Text => say(&format!(
                "{} {title}: {output}\n",
                styled(GREEN, "exported")
            )),
            Format::Json => say_json(&json!({ "title": title, "output": output })),
        };
        told.map_err(Failure::disk("standard output"))
    }
}
