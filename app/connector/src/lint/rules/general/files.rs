//! How the definition is written as a file.

use serde_json::Value;

use crate::Part;
use crate::document::Path;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::{message, phrase};

rules! {
    /// Reviewers read definitions from the general to the particular: `swagger`, `info`, address, `paths`, then what
    /// is shared. Move the member.
    FILE_ORDER = "G21-file-order", -, Warning, Certification,
        "The members of the definition are in the usual order";

    /// Reviewers compare definitions line by line, which four blanks for each level make easy. Write it so.
    WHITESPACE = "G22-whitespace", -, Warning, Certification,
        "The definition is indented by four blanks";

    /// The platform refuses definitions of more than a megabyte. Make two connectors of it, or shorten descriptions.
    SIZE = "G27-size", -, Warning, Always,
        "The definition has at most one megabyte";

    /// Some readers stumble over the mark at the beginning of the file. Save it without.
    HYGIENE = "G41-json-hygiene", -, Warning, Certification,
        "The file begins with the document, without a byte order mark";
}

/// The most bytes that the platform takes.
const MAX_BYTES: usize = 1024 * 1024;

/// The members of the definition in the order in which reviewers read them.
const ORDER: &[&str] = &[
    "swagger",
    "info",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "paths",
    "definitions",
    "parameters",
];

pub(super) fn check(report: &mut Report<'_>) {
    let root = Path::root();
    let place = Place::of(&root);
    let connector = report.model().connector();
    for (part, what) in [
        (Part::Definition, phrase!("definition")),
        (Part::Properties, phrase!("properties")),
    ] {
        let document = connector.part(part);
        if document.style().byte_order_mark {
            report.find(&HYGIENE, &place, || {
                message!(
                    "The file of the {what} begins with a byte order mark. Save it without.",
                    what
                )
            });
        }
    }
    let definition = connector.part(Part::Definition);
    let bytes = definition.source_len();
    if bytes > MAX_BYTES {
        report.find(&SIZE, &place, || {
            message!(
                "The definition has {bytes} bytes, of {max_bytes} that the platform takes.",
                bytes,
                max_bytes = MAX_BYTES
            )
        });
    }
    let indent = definition.style().indent.as_deref().unwrap_or_default();
    if bytes > 0 && indent != "    " && indent != "  " {
        report.find(&WHITESPACE, &place, || {
            message!("The definition should be indented by four blanks.")
        });
    }
    check_order(definition.root(), &place, report);
}

fn check_order(root: &Value, place: &Place<'_>, report: &mut Report<'_>) {
    let mut last = 0;
    for key in root.as_object().into_iter().flat_map(|root| root.keys()) {
        let Some(rank) = ORDER.iter().position(|known| known == key) else {
            continue;
        };
        if rank < last {
            let before = ORDER.get(last).copied().unwrap_or_default();
            report.find(&FILE_ORDER, &place.key(key), || {
                message!("“{key}” usually stands before “{before}”.", key, before)
            });
            return;
        }
        last = rank;
    }
}
