//! What was seen at one place of all samples.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value, json};

use super::format::TextFormat;
use super::manner::Manner;

/// What was seen at one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    null: bool,
    boolean: bool,
    number: Option<Size>,
    text: Option<Texts>,
    array: Option<Box<Seen>>,
    object: Option<Members>,
}

/// How large the numbers are: each size holds those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Size {
    Int32,
    Int64,
    /// A whole number beyond 64 bits.
    Whole,
    Fraction,
}

impl Size {
    fn of(number: &Number) -> Self {
        match (number.as_i64(), number.is_u64()) {
            (Some(number), _) if i32::try_from(number).is_ok() => Self::Int32,
            (Some(_), _) => Self::Int64,
            (None, true) => Self::Whole,
            (None, false) => Self::Fraction,
        }
    }

    fn write(self, manner: Manner, out: &mut Map<String, Value>) {
        let (kind, format) = match self {
            Self::Int32 => ("integer", Some("int32")),
            Self::Int64 => ("integer", Some("int64")),
            Self::Whole => ("integer", None),
            Self::Fraction => ("number", Some(manner.fraction())),
        };
        out.insert("type".to_owned(), json!(kind));
        out.extend(format.map(|format| ("format".to_owned(), json!(format))));
    }
}

/// What the texts have in common.
#[derive(Clone, Debug)]
enum Texts {
    /// All have this format.
    Of(TextFormat),
    /// They have no format, or not the same.
    Plain,
}

/// The members of the objects, in the order in which they came up.
#[derive(Clone, Debug, Default)]
struct Members {
    objects: usize,
    members: Vec<Member>,
    places: BTreeMap<String, usize>,
}

#[derive(Clone, Debug)]
struct Member {
    name: String,
    objects: usize,
    seen: Seen,
}

impl Seen {
    /// Takes up a value, and says how many properties are new. The value is not deeper than the bound.
    pub(super) fn add(&mut self, value: &Value) -> usize {
        match value {
            Value::Null => self.null = true,
            Value::Bool(_) => self.boolean = true,
            Value::Number(number) => self.number = self.number.max(Some(Size::of(number))),
            Value::String(text) => self.add_text(text),
            Value::Array(items) => {
                let seen = self.array.get_or_insert_default();
                return items.iter().map(|item| seen.add(item)).sum();
            }
            Value::Object(members) => return self.object.get_or_insert_default().add(members),
        }
        0
    }

    fn add_text(&mut self, text: &str) {
        let format = TextFormat::of(text);
        self.text = Some(match (&self.text, format) {
            (None, Some(format)) => Texts::Of(format),
            (Some(Texts::Of(before)), Some(format)) if *before == format => Texts::Of(format),
            _ => Texts::Plain,
        });
    }

    /// How many types, null apart, were seen.
    fn types(&self) -> usize {
        [
            self.boolean,
            self.number.is_some(),
            self.text.is_some(),
            self.array.is_some(),
            self.object.is_some(),
        ]
        .into_iter()
        .filter(|seen| *seen)
        .count()
    }

    /// The schema that all that was seen fits. Swagger 2.0 has one type in a schema: where there are
    /// several, every value fits.
    pub(super) fn schema(&self, manner: Manner) -> Value {
        let mut out = Map::new();
        match self.types() {
            // The original takes what it knows nothing of for a text.
            0 if self.null => {
                out.insert("type".to_owned(), json!("string"));
            }
            1 => self.write_type(manner, &mut out),
            _ => {}
        }
        if self.null {
            out.insert("x-nullable".to_owned(), json!(true));
        }
        Value::Object(out)
    }

    fn write_type(&self, manner: Manner, out: &mut Map<String, Value>) {
        if self.boolean {
            out.insert("type".to_owned(), json!("boolean"));
        }
        if let Some(size) = self.number {
            size.write(manner, out);
        }
        if let Some(texts) = &self.text {
            out.insert("type".to_owned(), json!("string"));
            if let (Texts::Of(format), true) = (texts, manner.formats_texts()) {
                out.insert("format".to_owned(), json!(format.word()));
            }
        }
        if let Some(items) = &self.array {
            out.insert("type".to_owned(), json!("array"));
            out.insert("items".to_owned(), items.schema(manner));
        }
        if let Some(members) = &self.object {
            members.write(manner, out);
        }
    }
}

impl Members {
    fn add(&mut self, members: &Map<String, Value>) -> usize {
        self.objects += 1;
        let mut new = 0;
        for (name, value) in members {
            let place = match self.places.get(name) {
                Some(place) => *place,
                None => {
                    new += 1;
                    self.push(name)
                }
            };
            if let Some(member) = self.members.get_mut(place) {
                member.objects += 1;
                new += member.seen.add(value);
            }
        }
        new
    }

    fn push(&mut self, name: &str) -> usize {
        let place = self.members.len();
        self.places.insert(name.to_owned(), place);
        self.members.push(Member {
            name: name.to_owned(),
            objects: 0,
            seen: Seen::default(),
        });
        place
    }

    fn write(&self, manner: Manner, out: &mut Map<String, Value>) {
        out.insert("type".to_owned(), json!("object"));
        let mut properties = Map::new();
        let mut required = Vec::new();
        for member in &self.members {
            let mut schema = member.seen.schema(manner);
            if let (true, Some(schema)) = (manner.describes(), schema.as_object_mut()) {
                schema.insert("description".to_owned(), json!(member.name));
            }
            if member.objects == self.objects {
                required.push(member.name.as_str());
            }
            properties.insert(member.name.clone(), schema);
        }
        if !properties.is_empty() {
            out.insert("properties".to_owned(), Value::Object(properties));
        }
        if manner.requires() && !required.is_empty() {
            out.insert("required".to_owned(), json!(required));
        }
    }
}
