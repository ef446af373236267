//! The URL of a request: a text, or its parts.

use serde_json::Value;

use super::variables::Variables;
use super::{description, text};
use crate::read::calls::{Address, Field, Piece, Template, Url, is_identifier, is_version, pieces};

/// The URL of a request, with what it says of the query.
#[derive(Clone, Debug, Default)]
pub(super) struct Target {
    pub(super) address: Address,
    pub(super) query: Vec<Field>,
    /// Whether a user name stands in it.
    pub(super) has_user: bool,
    /// Whether it says anything.
    pub(super) is_empty: bool,
}

/// Where a request goes.
pub(super) fn target(url: Option<&Value>, variables: &Variables<'_>) -> Target {
    let written = url.map(written).unwrap_or_default();
    let resolved = variables.resolved_address(&written);
    let url_text = Url::of(&resolved);
    let own = url.map(path_variables).unwrap_or_default();
    let path = path(&url_text, &own, variables);
    let listed = url
        .and_then(|url| url.get("query"))
        .and_then(Value::as_array);
    let query = match listed {
        Some(list) => list
            .iter()
            .filter_map(|field| parameter(field, variables))
            .collect(),
        None => url_text.parameters(),
    };
    Target {
        address: url_text.address(path),
        query,
        has_user: url_text.has_user,
        is_empty: written.trim().is_empty(),
    }
}

impl Variables<'_> {
    /// An address with the values of variables, except those that stand for one thing among others:
    /// `/users/{{id}}` has a parameter, whatever its value.
    fn resolved_address(&self, written: &str) -> String {
        let (address, query) = written.split_once('?').unwrap_or((written, ""));
        let start = address.find("://").map_or(0, |at| at + 3);
        let mut out = String::new();
        for (index, segment) in address
            .get(start..)
            .unwrap_or_default()
            .split('/')
            .enumerate()
        {
            if index > 0 {
                out.push('/');
            }
            let is_parameter = index > 0 && self.is_parameter(segment);
            out.push_str(&if is_parameter {
                segment.to_owned()
            } else {
                self.resolved(segment)
            });
        }
        let scheme = self.resolved(address.get(..start).unwrap_or_default());
        match query {
            "" => format!("{scheme}{out}"),
            query => format!("{scheme}{out}?{}", self.resolved(query)),
        }
    }

    /// Whether a segment is a variable that stands for one thing among others.
    fn is_parameter(&self, segment: &str) -> bool {
        let mut pieces = pieces(segment);
        let (Some(Piece::Variable(name)), None) = (pieces.next(), pieces.next()) else {
            return false;
        };
        let is_called_so = name.to_ascii_lowercase().ends_with("id");
        let value = self.resolved(segment);
        let is_one = is_identifier(&value) || is_called_so && !value.contains('/');
        is_one && !is_version(&value)
    }
}

/// A URL as one text.
fn written(url: &Value) -> String {
    if let Some(text) = url.as_str() {
        return text.to_owned();
    }
    if let Some(raw) = text(url, "raw").filter(|raw| !raw.trim().is_empty()) {
        return raw.into_owned();
    }
    let host = joined(url.get("host"), ".");
    let path = joined(url.get("path"), "/");
    let protocol = text(url, "protocol").filter(|protocol| !protocol.is_empty());
    let mut out = protocol.map_or_else(String::new, |protocol| format!("{protocol}://"));
    out.push_str(&host);
    if let Some(port) = text(url, "port").filter(|port| !port.is_empty()) {
        out.push_str(&format!(":{port}"));
    }
    if !path.is_empty() {
        out.push('/');
        out.push_str(path.trim_start_matches('/'));
    }
    out
}

/// A list of texts, or of objects with a value, as one text.
fn joined(parts: Option<&Value>, separator: &str) -> String {
    match parts {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(parts)) => {
            let texts = parts.iter().map(|part| match part {
                Value::String(part) => part.clone(),
                part => text(part, "value").unwrap_or_default().into_owned(),
            });
            texts.collect::<Vec<_>>().join(separator)
        }
        _ => String::new(),
    }
}

/// What a URL says of the variables of its path.
fn path_variables(url: &Value) -> Vec<Field> {
    let list = url.get("variable").and_then(Value::as_array);
    let field = |variable: &Value| {
        let name = text(variable, "key").or_else(|| text(variable, "id"))?;
        Some(Field {
            name: name.into_owned(),
            value: text(variable, "value").map(String::from),
            description: description(variable),
            is_file: false,
        })
    };
    list.into_iter().flatten().filter_map(field).collect()
}

/// A parameter in the query; one that is switched off is one all the same.
fn parameter(field: &Value, variables: &Variables<'_>) -> Option<Field> {
    if let Some(text) = field.as_str() {
        return Url::of(&format!("?{text}")).parameters().into_iter().next();
    }
    Some(Field {
        name: text(field, "key")?.into_owned(),
        value: text(field, "value").map(|value| variables.resolved(&value)),
        description: variables.resolved(&description(field)),
        is_file: false,
    })
}

/// The path with its variables: `:id` and `{{id}}`.
fn path(url: &Url<'_>, own: &[Field], variables: &Variables<'_>) -> Template {
    let mut template = Template::default();
    for segment in url.segments() {
        template.segment();
        match segment.strip_prefix(':').filter(|name| !name.is_empty()) {
            Some(name) => named(name, own, variables, &mut template),
            None => spliced(segment, own, variables, &mut template),
        }
    }
    template
}

/// A segment that is a variable, perhaps with an ending such as `.json`.
fn named(segment: &str, own: &[Field], variables: &Variables<'_>, template: &mut Template) {
    let is_declared = own.iter().any(|field| field.name == segment);
    let end = segment.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
    let end = end
        .filter(|end| *end > 0 && !is_declared)
        .unwrap_or(segment.len());
    let (name, rest) = segment.split_at(end);
    variable(name, own, variables, template);
    spliced(rest, own, variables, template);
}

fn spliced(text: &str, own: &[Field], variables: &Variables<'_>, template: &mut Template) {
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => template.literal(text),
            Piece::Variable(name) => variable(name, own, variables, template),
        }
    }
}

fn variable(name: &str, own: &[Field], variables: &Variables<'_>, template: &mut Template) {
    let field = own.iter().find(|field| field.name == name);
    let given = field.and_then(|field| field.value.as_deref());
    let given = given.map(|value| variables.resolved(value));
    let value = given.or_else(|| variables.value(name).map(str::to_owned));
    let description = field.map_or("", |field| field.description.as_str());
    template.variable(name, value, description);
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::variables::Variables;
    use super::target;

    fn read(url: &Value) -> (String, String, String, Vec<String>) {
        let collection = json!({ "variable": [
            { "key": "server", "value": "http://a.example/v1" }, { "key": "userId", "value": "ann" },
            { "key": "number", "value": "7" }, { "key": "part", "value": "b/c" }
        ] });
        let target = target(Some(url), &Variables::of(&collection));
        let address = target.address;
        let query = target.query.into_iter().map(|field| field.name).collect();
        (
            address.scheme,
            address.host,
            address.path.text().to_owned(),
            query,
        )
    }

    #[test]
    fn urls_are_read_in_every_shape() {
        for (url, scheme, host, path, query) in [
            (
                json!("{{server}}/users/{{userId}}?a=1&b"),
                "http",
                "a.example",
                "/v1/users/{userId}",
                vec!["a", "b"],
            ),
            (
                json!("https://b.example/{{part}}/{{number}}"),
                "https",
                "b.example",
                "/b/c/{number}",
                vec![],
            ),
            (
                json!("b.example/destroy/:id.json"),
                "",
                "b.example",
                "/destroy/{id}.json",
                vec![],
            ),
            (
                json!("https://{{region}}.b.example/x{{y}}"),
                "https",
                "{region}.b.example",
                "/x{y}",
                vec![],
            ),
            (
                json!({ "host": ["b", "example"], "port": "81", "path": [":a", { "value": "c" }],
                        "query": [{ "key": "q", "value": null }, "z=1"] }),
                "",
                "b.example:81",
                "/{a}/c",
                vec!["q", "z"],
            ),
            (json!({ "raw": "" }), "", "", "/", vec![]),
        ] {
            let expected = (scheme.to_owned(), host.to_owned(), path.to_owned());
            let (scheme, host, path, found) = read(&url);
            assert_eq!((scheme, host, path), expected, "{url}");
            assert_eq!(found, query, "{url}");
        }
    }
}
