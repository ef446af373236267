//! Paths with variables.

use std::collections::BTreeSet;

/// A variable of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::read) struct PathVariable {
    /// The name, which no other variable of the path has.
    pub(in crate::read) name: String,
    /// A value that it had.
    pub(in crate::read) value: Option<String>,
    /// What is said of it.
    pub(in crate::read) description: String,
}

/// A path with its variables in braces: `/pets/{id}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Template {
    text: String,
    variables: Vec<PathVariable>,
}

impl Template {
    /// Begins a segment.
    pub(in crate::read) fn segment(&mut self) {
        self.text.push('/');
    }

    /// Goes on with a text that stands in the path as it is.
    pub(in crate::read) fn literal(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                // The platform routes by neither, and braces enclose variables.
                '{' | '}' | '*' | ' ' | '?' | '#' | '"' | '<' | '>' | '\\' | '^' | '`' | '|' => {
                    let mut buffer = [0; 4];
                    for byte in letter.encode_utf8(&mut buffer).bytes() {
                        self.text.push_str(&format!("%{byte:02X}"));
                    }
                }
                letter if letter.is_control() => {}
                letter => self.text.push(letter),
            }
        }
    }

    /// Goes on with a variable. Its name becomes one that can stand in braces and is not taken.
    pub(in crate::read) fn variable(
        &mut self,
        name: &str,
        value: Option<String>,
        description: &str,
    ) {
        let plain: String = name
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c))
            .collect();
        let wanted = if plain.is_empty() { "value" } else { &plain };
        let name = crate::read::naming::free(wanted, |name| {
            self.variables.iter().any(|variable| variable.name == name)
        });
        self.text.push_str(&format!("{{{name}}}"));
        self.variables.push(PathVariable {
            name,
            value,
            description: description.to_owned(),
        });
    }

    /// The path as it stands in a definition.
    pub(in crate::read) fn text(&self) -> &str {
        if self.text.is_empty() {
            "/"
        } else {
            &self.text
        }
    }

    /// Its variables, in their order.
    pub(in crate::read) fn variables(&self) -> &[PathVariable] {
        &self.variables
    }

    /// The segments.
    pub(super) fn segments(&self) -> impl Iterator<Item = &str> {
        self.text.split('/').skip(1)
    }

    /// The path by which it is found again: the platform tells neither the names of variables nor
    /// capital letters apart.
    pub(super) fn key(path: &str) -> String {
        let mut key = String::new();
        let mut inside = false;
        for letter in path.chars() {
            match letter {
                '{' => inside = true,
                '}' => {
                    inside = false;
                    key.push_str("{}");
                }
                letter if !inside => key.extend(letter.to_lowercase()),
                _ => {}
            }
        }
        key
    }

    /// The names of variables that a path has.
    pub(super) fn names(path: &str) -> Vec<&str> {
        let after = path.split('{').skip(1);
        after
            .filter_map(|rest| Some(rest.split_once('}')?.0))
            .collect()
    }
}

/// Whether a segment says which version of an API it is, or that it is one.
pub(in crate::read) fn is_version(segment: &str) -> bool {
    let lower = segment.to_ascii_lowercase();
    let numbers = lower.strip_prefix('v').unwrap_or(&lower);
    let is_number = numbers.starts_with(|c: char| c.is_ascii_digit())
        && numbers.len() <= 10
        && numbers
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == '-')
        && (lower.starts_with('v') || numbers.contains(['.', '-']));
    let words = BTreeSet::from(["api", "rest", "services"]);
    is_number || words.contains(lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Template, is_version};

    #[test]
    fn a_path_has_its_variables_in_braces() {
        let mut path = Template::default();
        for _ in 0..2 {
            path.segment();
            path.literal("a b{");
            path.variable("$id", None, "");
        }
        assert_eq!(path.text(), "/a%20b%7B{id}/a%20b%7B{id2}");
        assert_eq!(Template::key("/Pets/{petId}.json"), "/pets/{}.json");
        assert_eq!(Template::names("/a/{b}-{c}"), ["b", "c"]);
        assert_eq!(Template::default().text(), "/");
    }

    #[test]
    fn versions_and_words_for_apis_are_told() {
        for (segment, expected) in [
            ("v1", true),
            ("V2.1", true),
            ("2024-05-01", true),
            ("1.1", true),
            ("api", true),
            ("vault", false),
            ("123", false),
            ("users", false),
        ] {
            assert_eq!(is_version(segment), expected, "{segment}");
        }
    }
}
