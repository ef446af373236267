//! The variables of a collection: their values stand where they are used.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{is_off, text};
use crate::ledger::{Fate, Ledger};
use crate::message::message;
use crate::read::calls::{Piece, is_secret, pieces};

/// How often values are looked for variables in turn.
const MAX_ROUNDS: usize = 8;

/// How much longer than its template a text may become.
const MAX_GROWTH: usize = 64 * 1024;

/// The variables with the values that the collection gives them.
#[derive(Debug)]
pub(super) struct Variables<'v> {
    values: BTreeMap<&'v str, Variable<'v>>,
    used: RefCell<BTreeSet<String>>,
}

/// What the value of a variable is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Number,
    /// A number without a fraction.
    Whole,
    Boolean,
}

#[derive(Debug)]
struct Variable<'v> {
    /// Where it is, from the collection on.
    pointer: String,
    /// Its value, where it may be shown.
    value: Option<Cow<'v, str>>,
    /// The type that the collection gives it.
    kind: Option<Kind>,
}

impl<'v> Variables<'v> {
    /// The variables of a collection.
    pub(super) fn of(collection: &'v Value) -> Self {
        let mut values = BTreeMap::new();
        for list in ["variable", "variables"] {
            let all = collection.get(list).and_then(Value::as_array);
            for (index, variable) in all.into_iter().flatten().enumerate() {
                let name = variable.get("key").or_else(|| variable.get("id"));
                let Some(name) = name.and_then(Value::as_str) else {
                    continue;
                };
                let hidden = is_secret(name)
                    || variable.get("type").is_some_and(|kind| kind == "secret")
                    || is_off(variable);
                let value = text(variable, "value").filter(|value| !value.is_empty() && !hidden);
                let pointer = format!("/{list}/{index}");
                let kind = match variable.get("type").and_then(Value::as_str) {
                    Some("string" | "secret") => Some(Kind::Text),
                    Some("number") => Some(Kind::Number),
                    Some("boolean") => Some(Kind::Boolean),
                    _ => None,
                };
                let variable = Variable {
                    pointer,
                    value,
                    kind,
                };
                values.insert(name, variable);
            }
        }
        Self {
            values,
            used: RefCell::default(),
        }
    }

    /// A text with the values of all variables that have one.
    pub(super) fn resolved(&self, template: &str) -> String {
        let mut text = template.to_owned();
        for _ in 0..MAX_ROUNDS {
            match self.once(&text) {
                Some(next) if next.len() <= template.len() + MAX_GROWTH => text = next,
                _ => break,
            }
        }
        text
    }

    /// A text with the values of the variables in it; none where no variable has one.
    fn once(&self, text: &str) -> Option<String> {
        if !text.contains("{{") {
            return None;
        }
        let mut out = String::new();
        let mut is_changed = false;
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Variable(name) => match self.value(name) {
                    Some(value) => {
                        is_changed = true;
                        out.push_str(value);
                    }
                    None => out.push_str(&format!("{{{{{name}}}}}")),
                },
            }
            if out.len() > text.len() + MAX_GROWTH {
                return None;
            }
        }
        is_changed.then_some(out)
    }

    /// The value of a variable, which is used from now on.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let value = self.values.get(name)?.value.as_deref()?;
        self.used.borrow_mut().insert(name.to_owned());
        Some(value)
    }

    /// What the value of a variable is like, where somebody says so: the collection, or Postman of its own ones.
    pub(super) fn kind(&self, name: &str) -> Option<Kind> {
        match name.strip_prefix('$') {
            Some("timestamp" | "randomInt" | "randomBankAccount" | "randomCreditCardMask") => {
                Some(Kind::Whole)
            }
            Some("randomPrice") => Some(Kind::Number),
            Some("randomBoolean") => Some(Kind::Boolean),
            Some(_) => Some(Kind::Text),
            None => self.values.get(name)?.kind,
        }
    }

    /// Tells what became of each.
    pub(super) fn note(&self, pointer: &str, ledger: &mut Ledger) {
        let used = self.used.borrow();
        for (name, variable) in &self.values {
            let (fate, message) = match (&variable.value, used.contains(*name)) {
                (Some(_), true) => (
                    Fate::Changed,
                    message!(
                        "Connectors have no variables: the value of “{name}” stands where it was used.",
                        name
                    ),
                ),
                (Some(_), false) => (
                    Fate::Dropped,
                    message!("Nothing uses the variable “{name}” in what was read.", name),
                ),
                (None, _) => (
                    Fate::Dropped,
                    message!(
                        "Connectors have no variables, and “{name}” has no value that could stand for it.",
                        name
                    ),
                ),
            };
            ledger.enter(format!("{pointer}{}", variable.pointer), fate, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Variables;

    #[test]
    fn values_stand_for_variables() {
        let collection = json!({ "variable": [
            { "key": "server", "value": "https://{{host}}" },
            { "key": "host", "value": "a.example" },
            { "key": "loop", "value": "{{loop}}" },
            { "key": "api_key", "value": "abc" },
            { "key": "port", "value": 80 }
        ] });
        let variables = Variables::of(&collection);
        for (template, expected) in [
            ("{{server}}:{{port}}/b", "https://a.example:80/b"),
            ("{{loop}}", "{{loop}}"),
            ("{{api_key}}", "{{api_key}}"),
            ("{{other}}", "{{other}}"),
        ] {
            assert_eq!(variables.resolved(template), expected);
        }
    }

    #[test]
    fn values_that_grow_without_end_stay_templates() {
        let collection = json!({ "variable": [{ "key": "a", "value": "{{a}}{{a}}".repeat(100) }] });
        let variables = Variables::of(&collection);
        assert!(variables.resolved("{{a}}").len() < 100_000);
    }
}
