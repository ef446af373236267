//! Changes of policies, as edits (spec section E).

use serde_json::{Map, Value, json};
use thiserror::Error;

use super::{Instance, OPERATIONS_KEY, PARAMETER_PREFIX, SECTION_KEY, Section, Template};
use crate::document::{Change, Edit, Path};
use crate::{Connector, Part};

/// Why policies cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ChangeError {
    /// `policyTemplateInstances` is something else than a list.
    #[error(
        "“policyTemplateInstances” is not a list. Make it one in the properties, or remove it."
    )]
    NoList,
    /// There is no policy at this place.
    #[error(
        "There is no policy at place {}, of {count} that there are. Choose one of them.",
        index.saturating_add(1)
    )]
    Missing {
        /// The place that was named, counted from 0.
        index: usize,
        /// How many there are.
        count: usize,
    },
    /// The template cannot run in this section.
    #[error("“{}” does not run on {}. It runs on {}.", template.title, section.as_str(), named(template))]
    Section {
        /// The template.
        template: &'static Template,
        /// The section.
        section: Section,
    },
}

/// The sections of a template in words.
fn named(template: &Template) -> String {
    let names: Vec<_> = template.sections.iter().map(|s| s.as_str()).collect();
    if names.is_empty() {
        return "neither request nor response".to_owned();
    }
    names.join(" and ")
}

fn list() -> Path {
    Path::of(["properties", "policyTemplateInstances"])
}

fn items(connector: &Connector) -> Result<&[Value], ChangeError> {
    match connector.get(Part::Properties, &list()) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(items)) => Ok(items),
        Some(_) => Err(ChangeError::NoList),
    }
}

fn check_place(connector: &Connector, index: usize) -> Result<(), ChangeError> {
    let count = items(connector)?.len();
    if index < count {
        return Ok(());
    }
    Err(ChangeError::Missing { index, count })
}

/// The edits that add a policy of a template after all others: for all operations, in the first section
/// that the template can run in, and with nothing in its parameters yet.
///
/// # Errors
/// When the policies of the connector are no list.
pub fn add_policy(
    connector: &Connector,
    template: &'static Template,
    title: &str,
) -> Result<Vec<Edit>, ChangeError> {
    let count = items(connector)?.len();
    let mut parameters = Map::new();
    if let Some(section) = template.sections.first() {
        parameters.insert(SECTION_KEY.to_owned(), json!(section.as_str()));
    }
    let mut policy = Map::new();
    policy.insert("templateId".to_owned(), json!(template.id));
    policy.insert("title".to_owned(), json!(title));
    if template.id == "pollingtrigger" {
        policy.insert("type".to_owned(), json!("PollingTrigger"));
    }
    policy.insert("parameters".to_owned(), Value::Object(parameters));
    let is_list = connector
        .get(Part::Properties, &list())
        .is_some_and(Value::is_array);
    let (place, value) = if is_list {
        (list().join(count), Value::Object(policy))
    } else {
        (list(), Value::Array(vec![Value::Object(policy)]))
    };
    let edit = connector.set(Part::Properties, &place, Some(value));
    Ok(edit.into_iter().collect())
}

/// The edits that remove the policy at this place of the list, counted from 0.
///
/// # Errors
/// When there is none at this place.
pub fn delete_policy(connector: &Connector, index: usize) -> Result<Vec<Edit>, ChangeError> {
    check_place(connector, index)?;
    let edit = connector.set(Part::Properties, &list().join(index), None);
    Ok(edit.into_iter().collect())
}

/// The edits that give the policy at this place another one among the others, which decides when it
/// runs in its section; both are counted from 0.
///
/// # Errors
/// When there is no policy at one of the places.
pub fn move_policy(
    connector: &Connector,
    index: usize,
    to: usize,
) -> Result<Vec<Edit>, ChangeError> {
    check_place(connector, index)?;
    check_place(connector, to)?;
    if index == to {
        return Ok(Vec::new());
    }
    Ok(vec![Edit {
        part: Part::Properties,
        path: list().join(index),
        change: Change::Move { to },
    }])
}

impl Instance<'_> {
    fn set(&self, connector: &Connector, key: &str, value: Option<Value>) -> Vec<Edit> {
        let keys = self.template().map(keys).unwrap_or_default();
        let order: Vec<&str> = keys.iter().map(String::as_str).collect();
        let place = self.path().join("parameters").join(key);
        let edit = connector.set_in_order(Part::Properties, &place, value, &order);
        edit.into_iter().collect()
    }

    /// The edits that make the title `text`; an empty one takes it out, and the template's is shown.
    #[must_use]
    pub fn set_title(&self, connector: &Connector, text: &str) -> Vec<Edit> {
        let value = (!text.is_empty()).then(|| json!(text));
        let place = self.path().join("title");
        let order = ["templateId", "title", "type", "parameters"];
        let edit = connector.set_in_order(Part::Properties, &place, value, &order);
        edit.into_iter().collect()
    }

    /// The edits that set a parameter of the template, by its name without the prefix, or take it out. One
    /// that is there keeps the spelling of its key; a new one gets the spelling of the template.
    #[must_use]
    pub fn set_parameter(
        &self,
        connector: &Connector,
        name: &str,
        value: Option<Value>,
    ) -> Vec<Edit> {
        let key = self.parameter_key(name).map_or_else(
            || {
                let known = self
                    .template()
                    .and_then(|template| template.parameter(name));
                let name = known.map_or(name, |parameter| parameter.name);
                format!("{PARAMETER_PREFIX}{name}")
            },
            str::to_owned,
        );
        self.set(connector, &key, value)
    }

    /// The edits that make it run for the operations of these ids; for none of them: for all.
    #[must_use]
    pub fn set_operations(&self, connector: &Connector, ids: &[&str]) -> Vec<Edit> {
        if self.operations() == ids {
            return Vec::new();
        }
        let value = (!ids.is_empty()).then(|| json!(ids));
        self.set(connector, OPERATIONS_KEY, value)
    }

    /// The edits that make it run in this section.
    ///
    /// # Errors
    /// When its template cannot run there.
    pub fn set_section(
        &self,
        connector: &Connector,
        section: Section,
    ) -> Result<Vec<Edit>, ChangeError> {
        match self.template() {
            Some(template) if !template.sections.contains(&section) => {
                Err(ChangeError::Section { template, section })
            }
            _ => Ok(self.set(connector, SECTION_KEY, Some(json!(section.as_str())))),
        }
    }
}

/// The keys of `parameters` in the order in which they are written.
fn keys(template: &Template) -> Vec<String> {
    let own = template.parameters.iter();
    own.map(|parameter| format!("{PARAMETER_PREFIX}{}", parameter.name))
        .chain([OPERATIONS_KEY.to_owned(), SECTION_KEY.to_owned()])
        .collect()
}
