//! `tenon lint`: what is wrong with connectors, and mending what can be mended safely.

mod check;
mod explain;
mod json;
mod package;
mod replacement;
mod sarif;
mod text;

use std::path::PathBuf;

use clap::ValueEnum;
use tenon_connector::lint::{Profile, Severity};

use super::Outcome;
use super::failure::Failure;
use super::files::STDIN;
use super::find::{Found, find};
use super::output::{progress, say, say_json};
use super::together::together;
use check::{Checked, Wish, check};

#[derive(Debug, clap::Args)]
pub(super) struct Lint {
    /// Packages, Swagger 2.0 documents, zip files, trees of many of them, or `-`.
    #[arg(required_unless_present_any = ["explain", "rules"], value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What the connectors are meant for.
    #[arg(long, value_enum, default_value = "custom")]
    profile: ProfileName,
    /// Mend what can be mended safely, and write it back.
    #[arg(long)]
    fix: bool,
    /// How to tell what was found.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Say why there is a rule and how to mend what breaks it.
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
    /// List the rules of the profile.
    #[arg(long, conflicts_with = "explain")]
    rules: bool,
}

/// How findings are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON document.
    Json,
    /// One SARIF 2.1.0 log, for tools that show findings in code.
    Sarif,
}

/// A profile, as it is named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ProfileName {
    /// For one's own environment.
    Custom,
    /// Handed in for certification by the owner of the API.
    Certified,
    /// Handed in for certification by somebody else.
    IndependentPublisher,
}

impl ProfileName {
    fn profile(self) -> Profile {
        match self {
            Self::Custom => Profile::Custom,
            Self::Certified => Profile::Certified,
            Self::IndependentPublisher => Profile::IndependentPublisher,
        }
    }
}

/// Everything that one call of lint found.
struct Report {
    profile: Profile,
    connectors: Vec<Checked>,
    /// What could not even be looked into.
    faults: Vec<Failure>,
}

impl Lint {
    pub(super) fn run(&self) -> Result<Outcome, Failure> {
        let profile = self.profile.profile();
        if let Some(id) = &self.explain {
            return explain::explain(id, self.format).map(|()| Outcome::Fine);
        }
        if self.rules {
            return explain::list(profile, self.format).map(|()| Outcome::Fine);
        }
        if self.fix && self.paths.iter().any(|path| path.as_os_str() == STDIN) {
            let reason = "What comes in on standard input cannot be mended in place. Name a file.";
            return Err(Failure::Usage(reason.to_owned()));
        }
        let report = self.report(profile)?;
        let told = match self.format {
            Format::Text => say(&text::text(&report)),
            Format::Json => say_json(&json::json(&report)),
            Format::Sarif => say_json(&sarif::sarif(&report)),
        };
        told.map_err(Failure::disk("standard output"))?;
        Ok(report.outcome())
    }

    fn report(&self, profile: Profile) -> Result<Report, Failure> {
        let mut found = Found::default();
        for path in &self.paths {
            match find(path) {
                Ok(more) => {
                    found.sources.extend(more.sources);
                    found.faults.extend(more.faults);
                }
                Err(fault) => found.faults.push(fault),
            }
        }
        let wish = Wish {
            profile,
            fix: self.fix,
            replacements: self.format == Format::Sarif,
        };
        let bar = progress(found.sources.len(), "linting");
        let work = |source: &_| check(source, wish);
        let connectors = together(&found.sources, work, || bar.inc(1));
        bar.finish_and_clear();
        Ok(Report {
            profile,
            connectors: connectors.map_err(Failure::disk("threads"))?,
            faults: found.faults,
        })
    }
}

impl Report {
    /// Everything that could not be read.
    fn faults(&self) -> impl Iterator<Item = &Failure> {
        let own = self.connectors.iter().flat_map(|checked| &checked.faults);
        own.chain(&self.faults)
    }

    fn count(&self, severity: Severity) -> usize {
        let findings = self.connectors.iter().flat_map(|checked| &checked.findings);
        findings
            .filter(|finding| finding.severity == severity)
            .count()
    }

    fn mendable(&self) -> usize {
        let findings = self.connectors.iter().flat_map(|checked| &checked.findings);
        findings.filter(|finding| finding.mendable).count()
    }

    fn outcome(&self) -> Outcome {
        if self.faults().next().is_some() {
            Outcome::Unreadable
        } else if self.count(Severity::Error) > 0 {
            Outcome::Found
        } else {
            Outcome::Fine
        }
    }
}
