//! What the rules look at: the connector's nodes with what matters of them read out once.
//!
//! A node borrows the tree. Whatever odd value stands in a place, a node answers `None` for it; the
//! rules of structure are the ones that speak of odd values.
//!
//! The model notes what the rules look at beyond the unit that they are asked about ([`Book`]), so
//! that after an edit only what it concerns is linted again. A rule that asks for less is asked less often.

mod consulted;
mod facets;
mod node;
mod reach;
mod reference;
mod uses;

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use serde_json::{Map, Value};

pub(in crate::lint) use consulted::{Book, Consulted, names_in};
pub(in crate::lint) use facets::Facets;
pub(in crate::lint) use node::{
    FacetKind, FacetNode, OperationNode, ParameterNode, PathNode, ResponseNode, Role, SchemaNode,
    SchemaPosition,
};
pub(in crate::lint) use reach::{Reached, below};
pub(in crate::lint) use reference::{RefFault, Shared};
pub(in crate::lint) use uses::{References, Uses, references};

use reach::Reaches;

use crate::Connector;
use crate::lint::suggest::nearest;
use crate::message::{Message, message};
use crate::swagger::operations;

/// A connector, indexed for the rules.
pub(in crate::lint) struct Model<'a> {
    connector: &'a Connector,
    operations: Vec<OperationNode<'a>>,
    by_id: HashMap<&'a str, usize>,
    by_path: HashMap<&'a str, Range<usize>>,
    uses: &'a Uses,
    book: Rc<Book>,
    reaches: RefCell<Reaches>,
}

impl<'a> Model<'a> {
    pub(in crate::lint) fn of(connector: &'a Connector, uses: &'a Uses, book: Book) -> Self {
        let definition = connector.definition();
        let book = Rc::new(book);
        let operations: Vec<_> = operations(definition)
            .filter_map(|view| OperationNode::of(view, Rc::clone(&book)))
            .collect();
        let mut by_id = HashMap::with_capacity(operations.len());
        let mut by_path: HashMap<_, Range<usize>> = HashMap::new();
        for (index, operation) in operations.iter().enumerate() {
            if let Some(id) = operation.id() {
                by_id.entry(id).or_insert(index);
            }
            let range = by_path.entry(operation.path_name()).or_insert(index..index);
            range.end = index + 1;
        }
        Self {
            connector,
            operations,
            by_id,
            by_path,
            uses,
            book,
            reaches: RefCell::default(),
        }
    }

    /// What was looked at since the last time.
    pub(in crate::lint) fn take_consulted(&self) -> Consulted {
        self.book.take()
    }

    /// The connector itself. Who looks at it is asked again after each edit.
    pub(in crate::lint) fn connector(&self) -> &'a Connector {
        self.book.note(|consulted| consulted.everything = true);
        self.connector
    }

    /// The root of the definition. Who looks at it is asked again after each edit; where a member is
    /// enough, take [`Model::root`].
    pub(in crate::lint) fn definition(&self) -> &'a Value {
        self.connector().definition()
    }

    /// A member of the root of the definition that is not `paths`, `definitions`, `parameters` or `responses`.
    pub(in crate::lint) fn root(&self, key: &str) -> Option<&'a Value> {
        self.book.note(|consulted| consulted.root = true);
        self.connector.definition().get(key)
    }

    /// `properties` of the properties document. Who looks at it is asked again after each edit.
    pub(in crate::lint) fn properties(&self) -> Option<&'a Map<String, Value>> {
        self.connector().properties().get("properties")?.as_object()
    }

    /// Every operation, in the order of the definition. Who looks at it is asked again after each edit.
    pub(in crate::lint) fn operations(&self) -> &[OperationNode<'a>] {
        self.book.note(|consulted| consulted.everything = true);
        &self.operations
    }

    /// The operations of a path, for the walk.
    pub(in crate::lint) fn operations_at(&self, path: &str) -> &[OperationNode<'a>] {
        let range = self.by_path.get(path).cloned();
        range
            .and_then(|range| self.operations.get(range))
            .unwrap_or_default()
    }

    /// The first operation of this `operationId`.
    pub(in crate::lint) fn operation(&self, id: &str) -> Option<&OperationNode<'a>> {
        self.book.note(|consulted| {
            consulted.operations.insert(id.to_owned());
        });
        self.operations.get(*self.by_id.get(id)?)
    }

    /// A question for the operation that a misspelt ID was probably meant to name; none: there is none like it.
    pub(in crate::lint) fn meant_operation(&self, id: &str) -> Option<Message> {
        let ids = self.operations().iter().filter_map(OperationNode::id);
        nearest(id, ids).map(|near| message!(" Did you mean “{near}”?", near))
    }

    /// How the schema of this name under `definitions` is reached from operations.
    pub(in crate::lint) fn role_of_definition(&self, name: &str) -> Role {
        self.uses.role(name)
    }
}
