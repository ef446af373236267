//! Names for what has none: operation IDs in Pascal case, made of method and path alone or of the name
//! that a request was given, so that they are the same at each import; summaries in sentence case.

use std::collections::BTreeMap;

use crate::Connector;
use crate::message::{Message, Phrase, message, phrase};
use crate::swagger::{Method, OperationKey, operations};

/// The longest operation ID that is made of a name.
const MAX_ID: usize = 80;

/// `GetPetsById` for `GET /pets/{id}`.
pub(super) fn operation_id(method: &str, path: &str) -> String {
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

/// The operation ID that a name makes; none where it is an address or says nothing.
pub(super) fn operation_id_of_name(name: &str) -> Option<String> {
    let says_nothing = ["new request", "untitled request", "request"]
        .iter()
        .any(|start| name.trim().to_ascii_lowercase().starts_with(start));
    if says_nothing || name.contains("://") || name.contains("{{") || name.contains('/') {
        return None;
    }
    let id = pascal(name);
    let id = id.trim_start_matches(|c: char| c.is_ascii_digit());
    let foreign = name.chars().filter(|c| !c.is_ascii()).count();
    let is_readable = id.len() >= 2 && id.len() <= MAX_ID && foreign * 2 < name.chars().count();
    is_readable.then(|| id.to_owned())
}

/// The operation IDs that an earlier import of the same source gave: operations that the source gives no ID keep them.
#[derive(Clone, Debug, Default)]
pub struct KnownIds(BTreeMap<OperationKey, String>);

impl KnownIds {
    /// Those of the connector that the earlier import gave.
    #[must_use]
    pub fn of(connector: &Connector) -> Self {
        let all = operations(connector.definition());
        let named = all.filter(|operation| !operation.operation_id().is_empty());
        let ids = named.map(|operation| {
            let id = operation.operation_id().to_owned();
            (operation.key().clone(), id)
        });
        Self(ids.collect())
    }

    /// The ID that the operation had.
    pub(super) fn get(&self, path: &str, method: Method) -> Option<&str> {
        let key = OperationKey::new(path, method);
        self.0.get(&key).map(String::as_str)
    }
}

/// `ListAllPets` for `list all-pets`.
pub(super) fn pascal(text: &str) -> String {
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

/// `List all pets` for `List All Pets`; a name that has small letters already stays, for its capitals are
/// those of names.
pub(super) fn sentence_of_name(name: &str) -> String {
    let name = name.trim().trim_end_matches('.');
    if !name.contains(char::is_whitespace) {
        return sentence(name);
    }
    let is_title = name
        .split_whitespace()
        .filter(|word| word.chars().count() > 3)
        .all(|word| word.starts_with(char::is_uppercase));
    let mut out = String::new();
    for word in name.split_whitespace() {
        let rest_is_small = !word.chars().skip(1).any(char::is_uppercase);
        if out.is_empty() {
            let mut characters = word.chars();
            out.extend(characters.next().into_iter().flat_map(char::to_uppercase));
            out.push_str(characters.as_str());
        } else {
            out.push(' ');
            if is_title && rest_is_small {
                out.push_str(&word.to_lowercase());
            } else {
                out.push_str(word);
            }
        }
    }
    out
}

/// What is counted: one of them, and several.
#[derive(Clone, Copy)]
pub(super) struct Noun(pub(super) Phrase, pub(super) Phrase);

pub(super) const CALLS: Noun = Noun(phrase!("call"), phrase!("calls"));

/// `1 call`, `2 calls`.
pub(super) fn counted(count: usize, Noun(one, several): Noun) -> Message {
    let noun = if count == 1 { one } else { several };
    message!("{count} {noun}", count, noun)
}

/// Which of two operations that want one name comes first, wherever they stand in the source.
pub(super) fn rank(path: &str, method: Method) -> (usize, &str, Method) {
    (path.len(), path, method)
}

/// The name, or one with a number where it is taken.
pub(crate) fn free(wanted: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut names = std::iter::once(wanted.to_owned()).chain((2..).map(|n| format!("{wanted}{n}")));
    names
        .find(|name| !taken(name))
        .unwrap_or_else(|| wanted.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{free, operation_id, operation_id_of_name, sentence, sentence_of_name};

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
    fn names_that_say_something_make_operation_ids() {
        for (name, expected) in [
            ("List all pets", Some("ListAllPets")),
            ("1. log-in", Some("LogIn")),
            ("https://api.example.com/pets", None),
            ("{{server}}/pets", None),
            ("/pets", None),
            ("New Request Copy", None),
            ("列出所有宠物 v2", None),
            ("", None),
        ] {
            assert_eq!(operation_id_of_name(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn summaries_are_sentences() {
        assert_eq!(sentence("listAllPets"), "List all pets");
        assert_eq!(sentence("GET_user_groups"), "GET user groups");
        assert_eq!(sentence("GetPetsByPetId"), "Get pets by pet id");
        assert_eq!(sentence_of_name("List All Pets."), "List all pets");
        assert_eq!(sentence_of_name("GET User of API"), "GET user of API");
        assert_eq!(
            sentence_of_name("send a message to Slack"),
            "Send a message to Slack"
        );
        assert_eq!(sentence_of_name("listPets"), "List pets");
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let taken = ["A", "A2"];
        assert_eq!(free("A", |name| taken.contains(&name)), "A3");
        assert_eq!(free("B", |name| taken.contains(&name)), "B");
    }
}
