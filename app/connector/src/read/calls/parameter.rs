//! Parameters in the query, in headers, in paths and in forms, as calls show them.

use serde_json::{Map, Value, json};

use super::Field;
use super::header::is_secret;
use crate::infer::is_uuid;

/// The longest value that becomes a default.
const MAX_DEFAULT: usize = 200;

/// What the values of a parameter have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Boolean,
    Integer,
    Number,
    Uuid,
    Text,
}

impl Kind {
    fn of(name: &str, text: &str) -> Self {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let is_spelled_plainly = unsigned == "0" || !unsigned.starts_with('0');
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        // A version such as 2.0 must keep its spelling.
        let may_be_fraction = !name.to_ascii_lowercase().contains("version");
        match text {
            "true" | "false" => Self::Boolean,
            _ if digits(unsigned) && is_spelled_plainly && text.parse::<i64>().is_ok() => {
                Self::Integer
            }
            _ if may_be_fraction
                && unsigned
                    .split_once('.')
                    .is_some_and(|(whole, rest)| digits(whole) && digits(rest)) =>
            {
                Self::Number
            }
            _ if is_uuid(text) => Self::Uuid,
            _ => Self::Text,
        }
    }

    fn with(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Integer, Self::Number) | (Self::Number, Self::Integer) => Self::Number,
            _ => Self::Text,
        }
    }

    fn write(self, out: &mut Map<String, Value>) {
        let (kind, format) = match self {
            Self::Boolean => ("boolean", None),
            Self::Integer => ("integer", None),
            Self::Number => ("number", None),
            Self::Uuid => ("string", Some("uuid")),
            Self::Text => ("string", None),
        };
        out.insert("type".to_owned(), json!(kind));
        out.extend(format.map(|format| ("format".to_owned(), json!(format))));
    }
}

/// A parameter, put together from all calls that have it.
#[derive(Clone, Debug)]
pub(super) struct Parameter {
    pub(super) name: String,
    description: String,
    kind: Option<Kind>,
    is_file: bool,
    /// The value that all calls send, where it may be shown.
    constant: Option<String>,
}

impl Parameter {
    /// The parameter of one call.
    pub(super) fn of(field: &Field) -> Self {
        let value = field
            .value
            .as_deref()
            .filter(|value| !value.is_empty() && !value.contains("{{"));
        let shown = |value: &&str| value.len() <= MAX_DEFAULT && !is_secret(&field.name);
        Self {
            name: field.name.clone(),
            description: field.description.clone(),
            kind: value.map(|value| Kind::of(&field.name, value)),
            is_file: field.is_file,
            constant: value.filter(shown).map(str::to_owned),
        }
    }

    /// Takes up what another call shows of it.
    fn merge(&mut self, other: Self) {
        if self.description.is_empty() {
            self.description = other.description;
        }
        self.kind = match (self.kind, other.kind) {
            (Some(one), Some(other)) => Some(one.with(other)),
            (one, other) => one.or(other),
        };
        self.is_file |= other.is_file;
        if self.constant != other.constant {
            self.constant = None;
        }
    }

    /// Puts a parameter among others.
    pub(super) fn add(self, all: &mut Vec<Self>, same: impl Fn(&str, &str) -> bool) {
        match all.iter_mut().find(|known| same(&known.name, &self.name)) {
            Some(known) => known.merge(self),
            None => all.push(self),
        }
    }

    /// Forgets the value, where it says nothing of other calls.
    pub(super) fn without_default(mut self) -> Self {
        self.constant = None;
        self
    }

    /// The parameter in a definition.
    pub(super) fn write(&self, location: &str) -> Value {
        let mut out = Map::new();
        out.insert("name".to_owned(), json!(self.name));
        out.insert("in".to_owned(), json!(location));
        if !self.description.is_empty() {
            out.insert("description".to_owned(), json!(self.description));
        }
        if location == "path" {
            out.insert("required".to_owned(), json!(true));
        }
        if self.is_file && location == "formData" {
            out.insert("type".to_owned(), json!("file"));
            return Value::Object(out);
        }
        let kind = self.kind.unwrap_or(Kind::Text);
        kind.write(&mut out);
        if let Some(default) = self.constant.as_deref().and_then(|text| typed(kind, text)) {
            out.insert("default".to_owned(), default);
        }
        Value::Object(out)
    }
}

/// A text as a value of its kind.
fn typed(kind: Kind, text: &str) -> Option<Value> {
    match kind {
        Kind::Boolean => Some(json!(text == "true")),
        Kind::Integer => text.parse::<i64>().ok().map(Value::from),
        Kind::Number => text.parse::<f64>().ok().map(Value::from),
        Kind::Uuid | Kind::Text => Some(json!(text)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Field, Parameter};

    fn field(name: &str, value: &str) -> Parameter {
        Parameter::of(&Field {
            name: name.to_owned(),
            value: Some(value.to_owned()),
            ..Field::default()
        })
    }

    #[test]
    fn values_tell_the_type() {
        for (values, kind) in [
            (vec!["1", "-20"], "integer"),
            (vec!["1", "2.5"], "number"),
            (vec!["007"], "string"),
            (vec!["99999999999999999999"], "string"),
            (vec!["true", "false"], "boolean"),
            (vec!["true", "1"], "string"),
            (vec![""], "string"),
        ] {
            let mut all = Vec::new();
            for value in &values {
                field("a", value).add(&mut all, |one, other| one == other);
            }
            assert_eq!(all[0].write("query")["type"], kind, "{values:?}");
        }
    }

    #[test]
    fn what_every_call_sends_is_the_default_but_no_secret() {
        assert_eq!(field("X-Version", "2.0").write("header")["default"], "2.0");
        assert_eq!(field("limit", "5").write("header")["default"], json!(5));
        assert_eq!(
            field("X-Api-Key", "abc").write("header").get("default"),
            None
        );
        let mut all = Vec::new();
        field("a", "1").add(&mut all, |one, other| one == other);
        field("a", "2").add(&mut all, |one, other| one == other);
        assert_eq!(all[0].write("header").get("default"), None);
    }
}
