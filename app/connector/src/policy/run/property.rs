//! The template that sets a property.

use super::body::Body;
use super::error::{PolicyError, Stop};
use super::json::{Step, Written, get, kind};
use super::read::Reader;
use super::scope::Scope;
use super::subject::{for_each, items, parent_path, sub_path};
use super::text::Text;
use super::trace::Record;

/// `setproperty`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SetProperty {
    parent: Vec<Step>,
    sub: Vec<Step>,
    value: Text,
}

const PARENT: &str = "newPropertyParentPathTemplate";
const SUB: &str = "newPropertySubPathTemplate";
const VALUE: &str = "propertyValuePathTemplate";

impl SetProperty {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let parent = reader.text(PARENT)?.unwrap_or_default();
        Ok(Self {
            parent: reader.parsed(PARENT, &parent, parent_path)?,
            sub: reader.parsed(SUB, &reader.filled(SUB)?, sub_path)?,
            value: reader.template(VALUE, &reader.needed(VALUE)?)?,
        })
    }

    /// Sets the property, in each item where the parent is a collection.
    pub(super) fn run(
        &self,
        body: &mut Body,
        scope: &Scope<'_>,
        record: &mut Record,
    ) -> Result<(), Stop> {
        let places = items(body.json_or_skip()?, &self.parent)?;
        for_each(&places, record, |place, record| {
            let json = body.json_or_skip()?;
            let item = get(json, place);
            if let Some(other) = item.filter(|item| !item.is_object()) {
                let found = kind(other);
                return Ok(Err(format!(
                    "{} is {found}, not an object.",
                    Written(place)
                )));
            }
            let scope = Scope {
                body: Ok(json),
                item,
                ..*scope
            };
            let value = self.value.value(&scope, record);
            let value = value.map_err(|fault| fault.within(VALUE))?;
            let to = [place, &self.sub].concat();
            Ok(match value {
                Some(value) => body.put(&to, value, record),
                None => Err(format!("There is no value to set {} to.", Written(&to))),
            })
        })
    }
}
