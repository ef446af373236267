//! Names for what has none: operation IDs in Pascal case, made of method and path alone, so that they are
//! the same at each import; summaries in sentence case.

use serde_json::Value;

use super::Conversion;

impl Conversion<'_> {
    /// Takes note of the operation IDs that are given, so that those that are made differ from them.
    pub(super) fn name_operations(&mut self) {
        let paths = self.root.get("paths").and_then(Value::as_object);
        let items = paths
            .into_iter()
            .flatten()
            .filter_map(|(_, item)| item.as_object());
        for (_, operation) in items.flatten() {
            if let Some(id) = super::text(operation, "operationId") {
                self.operation_ids.insert(id.to_owned());
            }
        }
    }

    /// An operation ID of its own for an operation without one.
    pub(super) fn new_operation_id(&mut self, method: &str, path: &str) -> String {
        let id = self.free_operation_id(&operation_id(method, path));
        self.operation_ids.insert(id.clone());
        id
    }

    /// The ID, or one with a number where it is taken.
    pub(super) fn free_operation_id(&self, wanted: &str) -> String {
        let mut ids =
            std::iter::once(wanted.to_owned()).chain((2..).map(|n| format!("{wanted}{n}")));
        ids.find(|id| !self.operation_ids.contains(id))
            .unwrap_or_else(|| wanted.to_owned())
    }
}

/// `GetPetsById` for `GET /pets/{id}`.
fn operation_id(method: &str, path: &str) -> String {
    let mut id = pascal(method);
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        match segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        {
            Some(parameter) => {
                id.push_str("By");
                id.push_str(&pascal(parameter));
            }
            None => id.push_str(&pascal(segment)),
        }
    }
    id
}

fn pascal(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let mut out = String::new();
    for word in words {
        let mut characters = word.chars();
        out.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(characters.as_str());
    }
    out
}

/// `List all pets` for `listAllPets` and `list_all_pets`.
pub(super) fn sentence(id: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for character in id.chars() {
        if !character.is_alphanumeric() {
            before = ' ';
            continue;
        }
        let begins = character.is_uppercase() && !before.is_uppercase() || before == ' ';
        if begins && !out.is_empty() {
            out.push(' ');
        }
        if out.is_empty() {
            out.extend(character.to_uppercase());
        } else if begins {
            out.extend(character.to_lowercase());
        } else {
            out.push(character);
        }
        before = character;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{operation_id, sentence};

    #[test]
    fn names_are_made_of_method_and_path() {
        assert_eq!(
            operation_id("get", "/pets/{petId}/toys"),
            "GetPetsByPetIdToys"
        );
        assert_eq!(operation_id("post", "/2.0/user-groups"), "Post20UserGroups");
        assert_eq!(operation_id("delete", "/"), "Delete");
    }

    #[test]
    fn summaries_are_sentences() {
        assert_eq!(sentence("listAllPets"), "List all pets");
        assert_eq!(sentence("GET_user_groups"), "GET user groups");
        assert_eq!(sentence("GetPetsByPetId"), "Get pets by pet id");
    }
}
