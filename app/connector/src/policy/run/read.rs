//! Reading the parameters of an instance, in any letter case.

use serde_json::{Map, Value};

use super::error::{Fault, PolicyError, PolicyName};
use super::json::kind;
use super::subject::{Subject, Target, parent_path, sub_path, target_path};
use super::text::{Place, Text};
use crate::policy::{OPERATIONS_KEY, PARAMETER_PREFIX, SECTION_KEY, Section, Template};

/// An instance that is being read.
pub(super) struct Reader<'a> {
    pub(super) name: PolicyName,
    parameters: Option<&'a Map<String, Value>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(name: PolicyName, instance: &'a Map<String, Value>) -> Self {
        let parameters = instance.get("parameters").and_then(Value::as_object);
        Self { name, parameters }
    }

    /// Something is wrong, with a parameter or with the whole.
    pub(super) fn fault(&self, parameter: Option<&str>, fault: Fault) -> PolicyError {
        PolicyError {
            policy: Box::new(self.name.clone()),
            parameter: parameter.map(str::to_owned),
            fault,
        }
    }

    fn member(&self, key: &str) -> Option<&'a Value> {
        let mut members = self.parameters?.iter();
        let found = members.find(|(own, _)| own.trim().eq_ignore_ascii_case(key));
        found.map(|(_, value)| value).filter(|v| !v.is_null())
    }

    /// The value of a parameter, as it stands.
    pub(super) fn value(&self, parameter: &str) -> Option<&'a Value> {
        self.member(&format!("{PARAMETER_PREFIX}{parameter}"))
    }

    /// Whether the policy is for this operation. One that names none is for all.
    pub(super) fn is_for(&self, operation_id: &str) -> Result<bool, PolicyError> {
        let Some(list) = self.member(OPERATIONS_KEY) else {
            return Ok(true);
        };
        let wrong = |found: &Value| {
            let (expected, found) = ("a list of operation IDs".to_owned(), kind(found).to_owned());
            self.fault(Some(OPERATIONS_KEY), Fault::Kind { expected, found })
        };
        let ids = match list {
            Value::Array(ids) => ids.as_slice(),
            Value::String(_) => std::slice::from_ref(list),
            other => return Err(wrong(other)),
        };
        let ids: Result<Vec<&str>, _> = ids
            .iter()
            .map(|id| id.as_str().ok_or_else(|| wrong(id)))
            .collect();
        let ids = ids?;
        let ids: Vec<&str> = ids.into_iter().filter(|id| !id.is_empty()).collect();
        Ok(ids.is_empty() || ids.contains(&operation_id))
    }

    /// The section that it runs in; the first of its template where it names none.
    pub(super) fn section(&self, template: &Template) -> Result<Section, PolicyError> {
        let first = template.sections.first().copied();
        let default = first.unwrap_or(Section::Request);
        let Some(found) = self.member(SECTION_KEY) else {
            return Ok(default);
        };
        let text = found.as_str().map(str::trim);
        if text == Some("") {
            return Ok(default);
        }
        let known = text.and_then(Section::parse);
        let allowed = |section: &Section| template.sections.contains(section);
        known.filter(allowed).ok_or_else(|| {
            let sections = template.sections.iter().map(|section| section.as_str());
            let allowed = sections.collect::<Vec<_>>().join(" or ");
            let found = found.to_string();
            self.fault(Some(SECTION_KEY), Fault::Section { found, allowed })
        })
    }

    /// A text, also where it is written as a number or as true or false.
    pub(super) fn text(&self, parameter: &'static str) -> Result<Option<String>, PolicyError> {
        match self.value(parameter) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(own @ (Value::Number(_) | Value::Bool(_))) => Ok(Some(own.to_string())),
            Some(other) => Err(self.kind(parameter, "a text", kind(other))),
        }
    }

    /// A parameter is of another kind.
    pub(super) fn kind(&self, parameter: &str, expected: &str, found: &str) -> PolicyError {
        let (expected, found) = (expected.to_owned(), found.to_owned());
        self.fault(Some(parameter), Fault::Kind { expected, found })
    }

    /// A text that must be there, and may be empty.
    pub(super) fn needed(&self, parameter: &'static str) -> Result<String, PolicyError> {
        let missing = || self.fault(Some(parameter), Fault::Missing(parameter));
        self.text(parameter)?.ok_or_else(missing)
    }

    /// A text that must be there and must not be empty.
    pub(super) fn filled(&self, parameter: &'static str) -> Result<String, PolicyError> {
        let text = self.needed(parameter)?;
        match text.trim().is_empty() {
            true => Err(self.fault(Some(parameter), Fault::Missing(parameter))),
            false => Ok(text),
        }
    }

    /// What a parser makes of a text.
    pub(super) fn parsed<T>(
        &self,
        parameter: &'static str,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Result<T, PolicyError> {
        parse(text).map_err(|fault| self.fault(Some(parameter), fault))
    }

    /// A text with expressions.
    pub(super) fn template(
        &self,
        parameter: &'static str,
        text: &str,
    ) -> Result<Text, PolicyError> {
        self.parsed(parameter, text, |text| Text::read(text, Place::Policy))
    }

    /// One of these words, in any letter case; the first where there is none.
    pub(super) fn one_of<T: Copy>(
        &self,
        parameter: &'static str,
        words: &[(&str, T)],
        default: T,
    ) -> Result<T, PolicyError> {
        let text = self.text(parameter)?.unwrap_or_default();
        let text = text.trim();
        if text.is_empty() {
            return Ok(default);
        }
        let mut known = words.iter();
        let found = known.find(|(word, _)| word.eq_ignore_ascii_case(text));
        found.map(|(_, value)| *value).ok_or_else(|| {
            let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let expected = format!("one of {}", all.join(", "));
            self.kind(parameter, &expected, &format!("“{text}”"))
        })
    }

    /// True or false.
    pub(super) fn flag(&self, parameter: &'static str, default: bool) -> Result<bool, PolicyError> {
        self.one_of(parameter, &[("true", true), ("false", false)], default)
    }

    /// The property that the templates for JSON change, and where they put the result.
    pub(super) fn subject(&self) -> Result<Subject, PolicyError> {
        let path = |parameter| Ok::<_, PolicyError>(self.text(parameter)?.unwrap_or_default());
        let parent = path("propertyParentPath")?;
        let sub = path("propertySubPath")?;
        let target = path("newPropertyPath")?;
        Ok(Subject {
            parent: self.parsed("propertyParentPath", &parent, parent_path)?,
            sub: self.parsed("propertySubPath", &sub, sub_path)?,
            target: match target.trim().is_empty() {
                true => None,
                false => Some(self.target("newPropertyPath", &target)?),
            },
        })
    }

    /// Where a result is put.
    pub(super) fn target(
        &self,
        parameter: &'static str,
        text: &str,
    ) -> Result<Target, PolicyError> {
        self.parsed(parameter, text, target_path)
    }
}
