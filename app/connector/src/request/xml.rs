//! A body as XML: names, attributes and wrapping as the `xml` objects of its schema say
//! (Swagger 2.0, XML Object).

use serde_json::{Map, Value};

use super::RequestError;
use super::skeleton::resolved;
use super::text::at;
use crate::message::{Message, message};
use crate::swagger::Parameter;

/// Deeper than this no body is written.
const MAX_DEPTH: usize = 120;

/// The document that a value is.
pub(super) fn xml(
    definition: &Value,
    parameter: &Parameter<'_>,
    value: &Value,
) -> Result<String, RequestError> {
    let schema = parameter.schema().unwrap_or(&Value::Null);
    let mut writer = Writer {
        definition,
        out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned(),
    };
    let name = root_name(schema).unwrap_or_else(|| parameter.name().to_owned());
    let is_list = value.is_array();
    let written = if is_list {
        // A document has one element at its root: a list is wrapped, whatever its schema says.
        writer.list(&name, schema, value, true, 0)
    } else {
        writer.element(&name, schema, value, 0)
    };
    written.map_err(|reason| RequestError::Xml {
        at: at(parameter),
        reason,
    })?;
    Ok(writer.out)
}

/// The name of the definition that a schema refers to.
fn root_name(schema: &Value) -> Option<String> {
    let reference = schema.get("$ref").and_then(Value::as_str)?;
    let name = reference.rsplit('/').next()?;
    Some(name.replace("~1", "/").replace("~0", "~"))
}

struct Writer<'a> {
    definition: &'a Value,
    out: String,
}

/// What is wrong, and what to do about it.
type Written = Result<(), Message>;

impl<'a> Writer<'a> {
    fn resolved(&self, schema: &'a Value) -> &'a Value {
        resolved(self.definition, schema).unwrap_or(schema)
    }

    /// An element called as its schema says, else `name`.
    fn element(&mut self, name: &str, schema: &'a Value, value: &Value, depth: usize) -> Written {
        if depth > MAX_DEPTH {
            return Err(message!(
                "no more than {max_depth} levels are written. Make the body flatter",
                max_depth = MAX_DEPTH
            ));
        }
        let schema = self.resolved(schema);
        match value {
            Value::Null => Ok(()),
            Value::Array(_) => {
                let is_wrapped = flag(schema, "wrapped");
                self.list(name, schema, value, is_wrapped, depth)
            }
            Value::Object(members) => self.object(name, schema, members, depth),
            scalar => {
                let name = self.open(name, schema)?;
                self.out.push('>');
                self.out.push_str(&escaped(scalar)?);
                self.close(&name);
                Ok(())
            }
        }
    }

    fn list(
        &mut self,
        name: &str,
        schema: &'a Value,
        value: &Value,
        is_wrapped: bool,
        depth: usize,
    ) -> Written {
        let schema = self.resolved(schema);
        let items = schema.get("items").unwrap_or(&Value::Null);
        let wrapper = if is_wrapped {
            let wrapper = self.open(name, schema)?;
            self.out.push('>');
            Some(wrapper)
        } else {
            None
        };
        for item in value.as_array().into_iter().flatten() {
            self.element(name, items, item, depth + 1)?;
        }
        if let Some(wrapper) = wrapper {
            self.close(&wrapper);
        }
        Ok(())
    }

    fn object(
        &mut self,
        name: &str,
        schema: &'a Value,
        members: &Map<String, Value>,
        depth: usize,
    ) -> Written {
        let described = |writer: &Self, member: &str| {
            let found = writer.property(schema, member, 0);
            found.map_or(&Value::Null, |found| writer.resolved(found))
        };
        let begin = self.out.len();
        let name = self.open(name, schema)?;
        for (member, value) in members {
            let own = described(self, member);
            if flag(own, "attribute") && !value.is_null() {
                let (attribute, namespace) = qualified(member, own)?;
                // A prefix is declared once in a tag.
                let tag = self.out.get(begin..).unwrap_or_default();
                if !tag.contains(&namespace) {
                    self.out.push_str(&namespace);
                }
                let text = escaped(value)?;
                self.out.push_str(&format!(" {attribute}=\"{text}\""));
            }
        }
        self.out.push('>');
        for (member, value) in members {
            let own = described(self, member);
            if !flag(own, "attribute") {
                self.element(member, own, value, depth + 1)?;
            }
        }
        self.close(&name);
        Ok(())
    }

    /// The schema of a member: of its own properties, or of those of the schemas that it is made of.
    fn property(&self, schema: &'a Value, member: &str, depth: usize) -> Option<&'a Value> {
        let schema = self.resolved(schema);
        let own = schema.get("properties").and_then(|all| all.get(member));
        if own.is_some() || depth > MAX_DEPTH / 8 {
            return own;
        }
        let parts = schema.get("allOf").and_then(Value::as_array);
        let mut parts = parts.into_iter().flatten();
        parts.find_map(|part| self.property(part, member, depth + 1))
    }

    /// Begins a tag, and says how the element is called.
    fn open(&mut self, name: &str, schema: &Value) -> Result<String, Message> {
        let (name, namespace) = qualified(name, schema)?;
        self.out.push_str(&format!("<{name}{namespace}"));
        Ok(name)
    }

    fn close(&mut self, name: &str) {
        self.out.push_str(&format!("</{name}>"));
    }
}

fn flag(schema: &Value, key: &str) -> bool {
    let xml = schema.get("xml").and_then(|xml| xml.get(key));
    xml.and_then(Value::as_bool).unwrap_or_default()
}

/// The name with its prefix, and the declaration of its namespace.
fn qualified(name: &str, schema: &Value) -> Result<(String, String), Message> {
    let text = |key: &str| {
        let xml = schema.get("xml").and_then(|xml| xml.get(key));
        xml.and_then(Value::as_str)
            .filter(|text| !text.trim().is_empty())
    };
    // The name of a list is that of its wrapper, and where it has none, its items have their own.
    let is_bare_list = schema.get("type").is_some_and(|kind| kind == "array");
    let own = text("name").filter(|_| !is_bare_list || flag(schema, "wrapped"));
    let name = own.unwrap_or(name);
    let prefix = text("prefix");
    for part in [Some(name), prefix].into_iter().flatten() {
        if !is_name(part) {
            return Err(message!(
                "“{part}” cannot be the name of an element. Give the property an XML name in its schema",
                part
            ));
        }
    }
    let namespace = match (text("namespace"), prefix) {
        (Some(address), Some(prefix)) => {
            format!(" xmlns:{prefix}=\"{}\"", escaped_text(address)?)
        }
        (Some(address), None) => format!(" xmlns=\"{}\"", escaped_text(address)?),
        (None, _) => String::new(),
    };
    let name = prefix.map_or_else(|| name.to_owned(), |prefix| format!("{prefix}:{name}"));
    Ok((name, namespace))
}

/// Whether a text is a name of XML without a colon.
fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|c| c.is_alphabetic() || c == '_')
        && letters.all(|c| c.is_alphanumeric() || "_-.".contains(c))
}

/// A value as the text of an element or an attribute; what is no scalar is written as JSON.
fn escaped(value: &Value) -> Result<String, Message> {
    match value {
        Value::String(text) => escaped_text(text),
        other => escaped_text(&other.to_string()),
    }
}

fn escaped_text(text: &str) -> Result<String, Message> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Readers would make spaces and single line breaks of them.
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            c if u32::from(c) < 0x20 || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                return Err(message!(
                    "no text can hold a control character. Enter it without"
                ));
            }
            c => out.push(c),
        }
    }
    Ok(out)
}
