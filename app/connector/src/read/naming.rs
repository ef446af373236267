//! Names for what has none: operation IDs in Pascal case, made of method and path alone or of the name
//! that a request was given, so that they are the same at each import; summaries in sentence case.

use std::collections::BTreeMap;

use super::letters::{all_in_ascii, in_ascii};
use crate::Connector;
use crate::message::{Message, Phrase, message, phrase};
use crate::swagger::{Method, OperationKey, operations};

/// The longest operation ID that is made of a name.
const MAX_ID: usize = 80;

/// `GetPetsById` for `GET /pets/{id}`.
pub(super) fn operation_id(method: &str, path: &str) -> String {
    of_path(method, path, pascal)
}

/// `Get pets by ID` for `GET /pets/{id}`; in the letters of the path, where the ID that is made of it has others.
pub(super) fn sentence_of_path(method: &str, path: &str) -> String {
    sentence(&of_path(method, path, |word| format!(" {word} ")))
}

fn of_path(method: &str, path: &str, word: impl Fn(&str) -> String) -> String {
    let mut id = word(method);
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        match segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'))
        {
            Some(parameter) => {
                id.push_str("By");
                id.push_str(&word(parameter));
            }
            None => {
                let decoded = percent_encoding::percent_decode_str(segment).decode_utf8_lossy();
                id.push_str(&word(&decoded));
            }
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
    let foreign = name.chars().filter(|c| in_ascii(*c).is_none()).count();
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
    joined(&all_in_ascii(text))
}

/// The words of a text in one, each with a capital.
fn joined(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut out = String::new();
    for word in words {
        let mut characters = word.chars();
        out.extend(characters.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(characters.as_str());
    }
    out
}

/// `List all pets` for `listAllPets` and `list_all_pets`; what is all capitals stays so.
pub(super) fn sentence(id: &str) -> String {
    let mut out = String::new();
    for word in words(id) {
        let is_first = out.is_empty();
        if !is_first {
            out.push(' ');
        }
        let letters = word.chars().filter(|c| c.is_alphabetic());
        let is_short_form = letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
            || word.len() > 2
                && word
                    .strip_suffix('s')
                    .is_some_and(|rest| rest.chars().all(char::is_uppercase));
        let mut characters = word.chars();
        match (is_first, is_short_form) {
            (_, true) => out.push_str(&word),
            (true, false) => {
                out.extend(characters.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(characters.as_str());
            }
            (false, false) => out.push_str(&word.to_lowercase()),
        }
    }
    out
}

/// The words of an ID: `get`, `HTTP`, `URLs`, `by`, `Id` of `getHTTP_URLsById`.
fn words(id: &str) -> Vec<String> {
    let letters: Vec<char> = id.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
    let is_small = |place: usize| at(place).is_lowercase();
    let mut words: Vec<String> = Vec::new();
    let mut begins = true;
    for (place, letter) in letters.iter().enumerate() {
        if !letter.is_alphanumeric() {
            begins = true;
            continue;
        }
        let before = if place == 0 { ' ' } else { at(place - 1) };
        // The last capital of several begins the next word, unless they are a plural: `URLs`.
        let is_plural = at(place + 1) == 's' && !is_small(place + 2);
        let ends_capitals = before.is_uppercase() && is_small(place + 1) && !is_plural;
        begins |= letter.is_uppercase() && (!before.is_uppercase() || ends_capitals);
        match words.last_mut().filter(|_| !begins) {
            Some(word) => word.push(*letter),
            None => words.push(letter.to_string()),
        }
        begins = false;
    }
    words
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
    use super::{
        free, operation_id, operation_id_of_name, sentence, sentence_of_name, sentence_of_path,
    };

    #[test]
    fn names_are_made_of_method_and_path() {
        assert_eq!(
            operation_id("get", "/pets/{petId}/toys"),
            "GetPetsByPetIdToys"
        );
        assert_eq!(operation_id("post", "/2.0/user-groups"), "Post20UserGroups");
        assert_eq!(operation_id("delete", "/"), "Delete");
        assert_eq!(
            operation_id("get", "/größe/заказы/gr%C3%B6%C3%9Fe"),
            "GetGroesseZakazyGroesse"
        );
        let path = "/größe/プロジェクト/{id}";
        assert_eq!(operation_id("get", path), "GetGroesseById");
        assert_eq!(
            sentence_of_path("get", path),
            "Get größe プロジェクト by id"
        );
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
            ("Größe ändern", Some("GroesseAendern")),
            ("Заказы", Some("Zakazy")),
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
        assert_eq!(sentence("GetAById"), "Get a by id");
        assert_eq!(sentence("GetHTTPStatus"), "Get HTTP status");
        assert_eq!(sentence("listURLsOfAPI"), "List URLs of API");
        assert_eq!(sentence("getURL2"), "Get URL2");
        assert_eq!(sentence("ändereGröße"), "Ändere größe");
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
