//! What an import could not say in Swagger 2.0, put back from the source that the connector keeps.
//!
//! The source is imported and exported once more; where the connector gives the same, the source stands, and where
//! it does not, the maker changed something, and that stands.

use serde_json::{Value, json};

use super::upgrade::upgraded;
use super::{Exported, convert};
use crate::Connector;
use crate::document::{Document, identical};
use crate::ledger::{Fate, Ledger};
use crate::merge::merge;
use crate::read::{OpenApiVersion, connector_of_openapi};
use crate::source::{SOURCE, kept};
use crate::swagger::operations;

/// The document of the source with what was changed since; none where no source is kept, or none of OpenAPI.
pub(super) fn restored(connector: &Connector, exported: &Exported) -> Option<Exported> {
    let source = Document::parse(kept(connector)?).ok()?;
    let version = OpenApiVersion::of(source.root())?;
    let base = convert(&connector_of_openapi(source.root(), version)).document;
    let now = &exported.document;
    if identical(base.root(), now.root()) {
        let ledger = Ledger {
            entries: Vec::new(),
            ..exported.ledger.clone()
        };
        let document = Document::new(source.root().clone());
        return Some(Exported { document, ledger });
    }
    if version == OpenApiVersion::V30 {
        let mut restored = merged(base.root(), &upgraded(source.root()), exported);
        let message = "The connector was changed since it was imported from OpenAPI 3.0: it is written as 3.1, with what \
                       the import left out in the words of that.";
        let ledger = &mut restored.ledger;
        ledger.enter_in_english(format!("/{SOURCE}"), Fate::Changed, message);
        return Some(restored);
    }
    Some(merged(base.root(), source.root(), exported))
}

/// The source with the changes that were made to the connector, which win where both say something.
fn merged(base: &Value, source: &Value, exported: &Exported) -> Exported {
    let whole =
        |root: &Value| Connector::new(Document::new(root.clone()), Document::new(json!({})));
    let now = exported.document.root();
    let merged = merge(&whole(base), &whole(source), &whole(now)).connector;
    let document = Document::new(merged.definition().clone());
    let ledger = Ledger {
        operations_out: operations(document.root()).count(),
        ..exported.ledger.clone()
    };
    Exported { document, ledger }
}
