//! Which properties of a body a policy changes: a property of one object, or of each item of a collection.

use serde_json::Value;

use super::body::Body;
use super::error::{Fault, Stop};
use super::json::{Step, Written, get, kind, steps};
use super::scope::lacking;
use super::text::{Origin, Place, only_term};
use super::trace::Record;

/// A place that is named from the body or from the item that is gone through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Body(Vec<Step>),
    Item(Vec<Step>),
}

impl Target {
    /// The steps from the body, when this item is gone through.
    pub(super) fn within(&self, item: &[Step]) -> Vec<Step> {
        match self {
            Self::Body(steps) => steps.clone(),
            Self::Item(steps) => [item, steps].concat(),
        }
    }
}

/// The path to the object or the collection: `@body().a`, also without its `@`, or empty for the whole body.
pub(super) fn parent_path(text: &str) -> Result<Vec<Step>, Fault> {
    match path(text, "@body().items")? {
        Origin::Body(steps) => Ok(steps),
        _ => Err(Fault::Path {
            text: text.to_owned(),
            at: 1,
            example: "@body().items",
        }),
    }
}

/// The path to a new property: `@body().a`, `@item().a`, or a name beside the old one.
pub(super) fn target_path(text: &str) -> Result<Target, Fault> {
    if !text.contains('(') {
        return Ok(Target::Item(sub_path(text)?));
    }
    match path(text, "@item().name")? {
        Origin::Body(steps) => Ok(Target::Body(steps)),
        Origin::Item(steps) => Ok(Target::Item(steps)),
        _ => Err(Fault::Path {
            text: text.to_owned(),
            at: 1,
            example: "@item().name",
        }),
    }
}

fn path(text: &str, example: &'static str) -> Result<Origin, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Origin::Body(Vec::new()));
    }
    let is_bare = ["body(", "item("].iter().any(|name| {
        text.get(..5)
            .is_some_and(|own| own.eq_ignore_ascii_case(name))
    });
    if !is_bare {
        return Ok(only_term(text, Place::Policy, example)?.origin);
    }
    let with_at = only_term(&format!("@{text}"), Place::Policy, example);
    with_at.map(|term| term.origin).map_err(|_| Fault::Path {
        text: text.to_owned(),
        at: 1,
        example,
    })
}

/// The path below the parent: `name`, `a.b`, `['@odata.id']`, `@odata.type`, or empty for the parent itself.
pub(super) fn sub_path(text: &str) -> Result<Vec<Step>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Vec::new());
    }
    // The name of an annotation has a dot and is one name all the same.
    if text.starts_with('@') && !text.contains('(') {
        return Ok(vec![Step::Name(text.to_owned())]);
    }
    let dot = usize::from(!text.starts_with('['));
    let read = match dot {
        0 => steps(text),
        _ => steps(&format!(".{text}")),
    };
    match read {
        Ok(steps) if !text.contains('(') => Ok(steps),
        read => {
            let bytes = read.err().unwrap_or_default().saturating_sub(dot);
            let at = text.get(..bytes).map_or(0, |read| read.chars().count()) + 1;
            let (text, example) = (text.to_owned(), "name or ['@odata.id']");
            Err(Fault::Path { text, at, example })
        }
    }
}

/// The places of what a parent path names: each item where it is a collection, else itself.
pub(super) fn items(body: &Value, parent: &[Step]) -> Result<Vec<Vec<Step>>, Stop> {
    if let Some(lacking) = lacking(body, parent) {
        return Err(Stop::Skip(lacking));
    }
    match get(body, parent) {
        Some(Value::Array(items)) if items.is_empty() => {
            let list = Written(parent);
            Err(Stop::Skip(format!("{list} is an empty list.")))
        }
        Some(Value::Array(items)) => {
            let item = |index| [parent, &[Step::Index(index)]].concat();
            Ok((0..items.len()).map(item).collect())
        }
        Some(Value::Object(_)) => Ok(vec![parent.to_vec()]),
        other => {
            let found = other.map_or("nothing", kind);
            let place = Written(parent);
            Err(Stop::Skip(format!(
                "{place} is {found}, neither an object nor a list."
            )))
        }
    }
}

/// Does something for each item. Where it could be done for none, the policy had nothing to do; where it could not
/// be done for some, a note tells.
pub(super) fn for_each(
    items: &[Vec<Step>],
    record: &mut Record,
    mut act: impl FnMut(&[Step], &mut Record) -> Result<Result<(), String>, Stop>,
) -> Result<(), Stop> {
    let (mut left, mut first) = (0, None);
    for item in items {
        if let Err(reason) = act(item, record)? {
            left += 1;
            first.get_or_insert(reason);
        }
    }
    match first {
        Some(reason) if left == items.len() => Err(Stop::Skip(reason)),
        Some(reason) => {
            record.note(format!(
                "{left} of {} items stayed as they were: {reason}",
                items.len()
            ));
            Ok(())
        }
        None => Ok(()),
    }
}

/// A property that is changed, and where the result is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) parent: Vec<Step>,
    pub(super) sub: Vec<Step>,
    /// None: in place of the old one.
    pub(super) target: Option<Target>,
}

impl Subject {
    /// Changes the property wherever it is. The error of `change` is the reason for which one cannot be changed.
    pub(super) fn change(
        &self,
        body: &mut Body,
        record: &mut Record,
        change: impl Fn(&Value, &mut Record) -> Result<Value, String>,
    ) -> Result<(), Stop> {
        let json = body.json_or_skip()?;
        let places = match self.sub.is_empty() {
            // The parent itself is the property: it is not gone through.
            true => match lacking(json, &self.parent) {
                Some(lacking) => return Err(Stop::Skip(lacking)),
                None => vec![self.parent.clone()],
            },
            false => items(json, &self.parent)?,
        };
        for_each(&places, record, |item, record| {
            let from = [item, &self.sub].concat();
            let to = self.target.as_ref();
            let to = to.map_or_else(|| from.clone(), |target| target.within(item));
            let json = body.json_or_skip()?;
            let changed = match get(json, &from) {
                None => Err(format!("There is no {}.", Written(&from))),
                Some(old) => change(old, record).map_err(|why| format!("{} {why}", Written(&from))),
            };
            Ok(changed.and_then(|new| body.put(&to, new, record)))
        })
    }
}
