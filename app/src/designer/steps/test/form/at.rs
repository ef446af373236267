//! Where a schema of the form stands: in the definition, or in one that an operation supplied.

use std::sync::Arc;

use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::request::supplied_schema::{SuppliedSchema, supplied_schema};
use tenon_connector::swagger::{Dynamic, Schema};

/// A schema that an operation supplied. Two are the same if they came with the same answer.
#[derive(Clone)]
struct Supplied(Arc<SuppliedSchema>);

impl PartialEq for Supplied {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The place of a schema, or of a parameter.
#[derive(Clone, PartialEq)]
pub(super) struct SchemaAt {
    supplied: Option<Supplied>,
    path: Path,
}

impl SchemaAt {
    /// A place in the definition.
    pub(super) fn declared(path: Path) -> Self {
        Self {
            supplied: None,
            path,
        }
    }

    /// The schema that an operation supplied.
    pub(super) fn supplied(schema: Arc<SuppliedSchema>) -> Self {
        Self {
            supplied: Some(Supplied(schema)),
            path: Path::root(),
        }
    }

    /// Another place in the same document.
    pub(super) fn beside(&self, path: Path) -> Self {
        Self {
            supplied: self.supplied.clone(),
            path,
        }
    }

    fn root<'a>(&'a self, connector: &'a Connector) -> &'a Value {
        match &self.supplied {
            Some(Supplied(schema)) => schema.document(),
            None => connector.definition(),
        }
    }

    /// Does something with the schema, if there is one.
    pub(super) fn read<T>(
        &self,
        connector: &Connector,
        act: impl FnOnce(&Schema<'_>) -> T,
    ) -> Option<T> {
        Schema::at(self.root(connector), &self.path).map(|schema| act(&schema))
    }

    /// Does something with the schema and the document that it is in, if there is one.
    pub(super) fn read_in<T>(
        &self,
        connector: &Connector,
        act: impl FnOnce(&Value, &Schema<'_>) -> T,
    ) -> Option<T> {
        let root = self.root(connector);
        Schema::at(root, &self.path).map(|schema| act(root, &schema))
    }

    /// Whether another operation supplies the schema.
    pub(super) fn is_supplied(&self, connector: &Connector) -> bool {
        self.with_dynamic(connector, supplied_schema, |_| ())
            .is_some()
    }

    /// The `$ref`s that lead nowhere, of a schema that an operation supplied.
    pub(super) fn unresolved(&self) -> &[String] {
        self.supplied
            .as_ref()
            .map_or(&[], |Supplied(schema)| schema.unresolved())
    }

    /// Does something with what supplies the value here, if anything does: what stands here says it, or what that
    /// refers to.
    pub(super) fn with_dynamic<T>(
        &self,
        connector: &Connector,
        find: Find,
        act: impl FnOnce(&Dynamic<'_>) -> T,
    ) -> Option<T> {
        let root = self.root(connector);
        let own = self.path.get(root)?;
        if let Some(dynamic) = find(own, &self.path) {
            return Some(act(&dynamic));
        }
        let target = Schema::at(root, &self.path)?.target()?;
        find(target.json(), target.path()).map(|dynamic| act(&dynamic))
    }
}

/// Finds what supplies something in a parameter or a schema.
pub(super) type Find = for<'a> fn(&'a Value, &Path) -> Option<Dynamic<'a>>;
