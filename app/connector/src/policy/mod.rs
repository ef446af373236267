//! Policies: the instances in `policyTemplateInstances`, their templates and expressions (spec section E).

mod change;
mod expression;
mod rename;
pub mod run;
mod template;

pub use change::{ChangeError, add_policy, delete_policy, move_policy};
pub use expression::{Expression, ExpressionError, Source, expressions};
pub use rename::rename_connection_parameter;
pub use template::{ParameterKind, Section, Template, TemplateParameter, template, templates};

use serde_json::{Map, Value};

use crate::document::Path;

/// The key of the operations that an instance is for.
pub const OPERATIONS_KEY: &str = "x-ms-apimTemplate-operationName";
/// The key of the section that an instance runs in.
pub const SECTION_KEY: &str = "x-ms-apimTemplate-policySection";
/// What the keys of all other parameters begin with.
pub const PARAMETER_PREFIX: &str = "x-ms-apimTemplateParameter.";

/// An instance of a policy template.
#[derive(Clone, Debug)]
pub struct Instance<'a> {
    json: &'a Map<String, Value>,
    path: Path,
}

/// The policies of a properties document, in order; what is no object is passed over.
pub fn instances(properties: &Value) -> impl Iterator<Item = Instance<'_>> {
    let list = Path::of(["properties", "policyTemplateInstances"]);
    let items = list.get(properties).and_then(Value::as_array);
    let items = items.into_iter().flatten().enumerate();
    items.filter_map(move |(index, item)| {
        Some(Instance {
            json: item.as_object()?,
            path: list.join(index),
        })
    })
}

impl<'a> Instance<'a> {
    /// The instance as it stands.
    #[must_use]
    pub fn json(&self) -> &'a Map<String, Value> {
        self.json
    }

    /// Where it stands in the properties document.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// `templateId`.
    #[must_use]
    pub fn template_id(&self) -> &'a str {
        self.json
            .get("templateId")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Its template, where it is one that exists; capital letters do not count.
    #[must_use]
    pub fn template(&self) -> Option<&'static Template> {
        template(self.template_id())
    }

    /// `title`, or the title of its template.
    #[must_use]
    pub fn title(&self) -> &'a str {
        let own = self.json.get("title").and_then(Value::as_str);
        own.filter(|title| !title.is_empty())
            .or_else(|| self.template().map(|template| template.title))
            .unwrap_or_else(|| self.template_id())
    }

    /// `parameters`.
    #[must_use]
    pub fn parameters(&self) -> Option<&'a Map<String, Value>> {
        self.json.get("parameters")?.as_object()
    }

    /// The value of a parameter of the template, by its name without the prefix.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'a Value> {
        self.parameters()?.get(self.parameter_key(name)?)
    }

    /// The key of a parameter of the template as it is spelt here.
    fn parameter_key(&self, name: &str) -> Option<&'a str> {
        let is_it = |key: &&String| {
            key.strip_prefix(PARAMETER_PREFIX)
                .is_some_and(|own| own.eq_ignore_ascii_case(name))
        };
        self.parameters()?.keys().find(is_it).map(String::as_str)
    }

    /// The ids of the operations that it is for; empty: for all.
    #[must_use]
    pub fn operations(&self) -> Vec<&'a str> {
        let list = self.parameters().and_then(|all| all.get(OPERATIONS_KEY));
        match list {
            Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(id)) => vec![id],
            _ => Vec::new(),
        }
    }

    /// The section that it runs in; none where it does not say, or says one that does not exist.
    #[must_use]
    pub fn section(&self) -> Option<Section> {
        Section::parse(self.parameters()?.get(SECTION_KEY)?.as_str()?)
    }
}
