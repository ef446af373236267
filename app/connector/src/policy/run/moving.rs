//! The template that moves properties to another object.

use serde_json::Value;

use super::body::Body;
use super::error::{PolicyError, Stop};
use super::json::{Step, Written, get, kind};
use super::read::Reader;
use super::subject::{Target, for_each, items, parent_path, sub_path};
use super::trace::Record;

/// `moveproperties`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MoveProperties {
    from: Vec<Step>,
    sub: Vec<Step>,
    to: Target,
    manner: Manner,
}

/// What arrives.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Manner {
    /// The members of the source, each by itself.
    Members,
    /// The source itself.
    Whole,
}

impl MoveProperties {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let path = |parameter| Ok::<_, PolicyError>(reader.text(parameter)?.unwrap_or_default());
        let sub = reader.filled("srcSubPath")?;
        let sub = reader.parsed("srcSubPath", &sub, sub_path)?;
        let manner = match reader.flag("copyOnlySubProperties", false)? {
            true => Manner::Members,
            false => Manner::Whole,
        };
        // "null" is how real connectors write that there is none.
        let below = path("dstSubPath")?;
        let below = match below.trim() {
            "" | "null" if manner == Manner::Whole => sub.clone(),
            "" | "null" => Vec::new(),
            text => reader.parsed("dstSubPath", text, sub_path)?,
        };
        let to = match path("dstParentPath")?.trim() {
            "" => Target::Body(below),
            text => match reader.target("dstParentPath", text)? {
                Target::Body(steps) => Target::Body([steps, below].concat()),
                Target::Item(steps) => Target::Item([steps, below].concat()),
            },
        };
        Ok(Self {
            from: reader.parsed("srcParentPath", &path("srcParentPath")?, parent_path)?,
            sub,
            to,
            manner,
        })
    }

    /// Moves what there is, in each item where the parent is a collection.
    pub(super) fn run(&self, body: &mut Body, record: &mut Record) -> Result<(), Stop> {
        let places = items(body.json_or_skip()?, &self.from)?;
        for_each(&places, record, |item, record| {
            let from = [item, &self.sub].concat();
            let to = self.to.within(item);
            let json = body.json_or_skip()?;
            let moved = match (get(json, &from), &self.manner) {
                (None, _) => return Ok(Err(format!("There is no {}.", Written(&from)))),
                (Some(whole), Manner::Whole) => vec![(to, whole.clone())],
                (Some(Value::Object(members)), Manner::Members) => {
                    let place =
                        |name: &String| [to.as_slice(), &[Step::Name(name.clone())]].concat();
                    let all = members.iter();
                    all.map(|(name, value)| (place(name), value.clone()))
                        .collect()
                }
                (Some(other), Manner::Members) => {
                    let found = kind(other);
                    return Ok(Err(format!(
                        "{} is {found}, not an object.",
                        Written(&from)
                    )));
                }
            };
            // A place below the source would go away with it. A member of the same name as the source may take its place.
            let is_within = |to: &[Step]| {
                to.starts_with(&from) && (to.len() > from.len() || self.manner == Manner::Whole)
            };
            if let Some((inside, _)) = moved.iter().find(|(to, _)| is_within(to)) {
                let place = Written(inside);
                return Ok(Err(format!("{place} lies within what is moved.")));
            }
            let source = body.take(&from, record);
            for (to, value) in moved {
                if let Err(why) = body.put(&to, value, record) {
                    // What found no place stays where it was.
                    if let Some(source) = source {
                        body.put(&from, source, record).ok();
                    }
                    return Ok(Err(why));
                }
            }
            Ok(Ok(()))
        })
    }
}
