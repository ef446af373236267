//! What the rules look at: the connector's nodes with what matters of them read out once.
//!
//! A node borrows the tree. Whatever odd value stands in a place, a node answers `None` for it; the
//! rules of structure are the ones that speak of odd values.
#![allow(dead_code, reason = "the rules that ask for it are on their way")]

mod facets;
mod node;
mod reference;
mod uses;

use std::collections::HashMap;

use serde_json::{Map, Value};

pub(in crate::lint) use facets::Facets;
pub(in crate::lint) use node::{
    FacetKind, FacetNode, OperationNode, ParameterNode, PathNode, ResponseNode, Role, SchemaNode,
    SchemaPosition,
};
#[allow(unused_imports, reason = "the rules that ask for it are on their way")]
pub(in crate::lint) use reference::{RefFault, Shared};
use uses::Uses;

use crate::Connector;
use crate::swagger::operations;

/// A connector, indexed for the rules.
pub(in crate::lint) struct Model<'a> {
    connector: &'a Connector,
    operations: Vec<OperationNode<'a>>,
    by_id: HashMap<&'a str, usize>,
    uses: Uses<'a>,
}

impl<'a> Model<'a> {
    pub(in crate::lint) fn of(connector: &'a Connector) -> Self {
        let definition = connector.definition();
        let operations: Vec<_> = operations(definition)
            .filter_map(OperationNode::of)
            .collect();
        let mut by_id = HashMap::with_capacity(operations.len());
        for (index, operation) in operations.iter().enumerate() {
            if let Some(id) = operation.id() {
                by_id.entry(id).or_insert(index);
            }
        }
        let uses = Uses::of(definition, &operations);
        Self {
            connector,
            operations,
            by_id,
            uses,
        }
    }

    /// The connector itself.
    pub(in crate::lint) fn connector(&self) -> &'a Connector {
        self.connector
    }

    /// The root of the definition.
    pub(in crate::lint) fn definition(&self) -> &'a Value {
        self.connector.definition()
    }

    /// `properties` of the properties document.
    pub(in crate::lint) fn properties(&self) -> Option<&'a Map<String, Value>> {
        self.connector.properties().get("properties")?.as_object()
    }

    /// Every operation, in the order of the definition.
    pub(in crate::lint) fn operations(&self) -> &[OperationNode<'a>] {
        &self.operations
    }

    /// The first operation of this `operationId`.
    pub(in crate::lint) fn operation(&self, id: &str) -> Option<&OperationNode<'a>> {
        self.operations.get(*self.by_id.get(id)?)
    }

    /// How the schema of this name under `definitions` is reached from operations.
    pub(in crate::lint) fn role_of_definition(&self, name: &str) -> Role {
        self.uses.role(name)
    }
}
