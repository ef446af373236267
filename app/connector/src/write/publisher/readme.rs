//! The readme of a connector: the headings that are asked for, filled from what the connector says.

use std::fmt::Write;

use serde_json::Value;

use super::{README_FILE, publisher};
use crate::Connector;
use crate::document::Path;
use crate::ledger::{Fate, Ledger};
use crate::swagger::{Operation, Visibility, operations};

/// The headings of the sections, in their order; that of the publisher goes on with the name.
const HEADINGS: [&str; 6] = [
    "## Publisher:",
    "## Prerequisites",
    "## Supported Operations",
    "## Obtaining Credentials",
    "## Getting Started",
    "## Known Issues and Limitations",
];

/// The readme that came with the connector with the sections that it lacks, or a new one.
pub(super) fn readme(connector: &Connector, own: Option<&[u8]>, ledger: &mut Ledger) -> String {
    let own = own.map(String::from_utf8_lossy);
    let mut text = match own {
        Some(own) => own.trim_end().to_owned() + "\n",
        None => {
            let message =
                "The readme was made from the connector. Read it and say what is missing.";
            ledger.enter_in_english(README_FILE, Fate::Added, message);
            intro(connector)
        }
    };
    let is_own = text.lines().any(|line| line.starts_with("## "));
    let sections = HEADINGS.iter().filter(|heading| !has(&text, heading));
    let missing: Vec<&str> = sections.copied().collect();
    for heading in missing {
        if is_own {
            let message = format!(
                "The section “{}” was missing.",
                heading.trim_end_matches(':')
            );
            ledger.enter_in_english(README_FILE, Fate::Added, message);
        }
        text.push('\n');
        text.push_str(&section(connector, heading));
    }
    text
}

fn has(text: &str, heading: &str) -> bool {
    let wanted = heading.to_lowercase();
    text.lines()
        .any(|line| line.trim().to_lowercase().starts_with(&wanted))
}

fn intro(connector: &Connector) -> String {
    let said = text(connector, &["info", "description"]);
    format!("# {}\n\n{}\n", connector.title(), one_line(said))
}

fn section(connector: &Connector, heading: &str) -> String {
    let body = match heading {
        "## Publisher:" => return format!("{heading} {}\n", publisher(connector)),
        "## Prerequisites" => prerequisites(connector),
        "## Supported Operations" => supported(connector),
        "## Obtaining Credentials" => credentials(connector),
        "## Getting Started" => {
            "Make a connection with your credentials, then add an action or a trigger of this connector to a flow or an app.".to_owned()
        }
        _ => "None are known.".to_owned(),
    };
    format!("{heading}\n\n{}\n", body.trim_end())
}

fn prerequisites(connector: &Connector) -> String {
    let metadata = connector.definition().get("x-ms-connector-metadata");
    let website = metadata
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .find(|entry| entry.get("propertyName").and_then(Value::as_str) == Some("Website"))
        .and_then(|entry| entry.get("propertyValue"))
        .and_then(Value::as_str)
        .filter(|website| !website.is_empty());
    match website {
        Some(website) => format!("An account of the service: {website}"),
        None => "An account of the service.".to_owned(),
    }
}

/// A heading and a sentence for each operation that makers see.
fn supported(connector: &Connector) -> String {
    let all = operations(connector.definition());
    let mut text = String::new();
    for operation in all.filter(|operation| operation.visibility() != Visibility::Internal) {
        // Writing into a string cannot fail.
        let _ = write!(text, "### {}\n\n{}\n\n", name(&operation), said(&operation));
    }
    text
}

fn name(operation: &Operation<'_>) -> String {
    one_line(&operation.label())
}

fn said(operation: &Operation<'_>) -> String {
    let said = one_line(operation.description());
    if said.is_empty() {
        name(operation)
    } else {
        said
    }
}

fn credentials(connector: &Connector) -> String {
    let schemes = connector.definition().get("securityDefinitions");
    let schemes = schemes.and_then(Value::as_object).into_iter().flatten();
    let lines: Vec<&str> = schemes
        .filter_map(|(_, scheme)| {
            Some(match scheme.get("type")?.as_str()? {
                "basic" => "The connection asks for the user name and the password of your account.",
                "apiKey" => "The connection asks for an API key. Create one in the settings of your account.",
                "oauth2" => "The connection uses OAuth 2.0. Register an application with the service, and enter its client ID and client secret in the connector.",
                _ => return None,
            })
        })
        .collect();
    match lines.as_slice() {
        [] => "No credentials are needed.".to_owned(),
        lines => lines.join("\n"),
    }
}

fn text<'c>(connector: &'c Connector, path: &[&str]) -> &'c str {
    let found = Path::of(path.iter().copied()).get(connector.definition());
    found.and_then(Value::as_str).unwrap_or_default()
}

/// A text in one line, so that it cannot begin a heading.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
