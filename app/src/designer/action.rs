//! Names of actions: what stands in “Undo: …”, in the list of edits and in a version's note.

use crate::language::Language;
use crate::texts::designer as t;

/// The name of the action that changes the field with `label`, as in “Change base URL”: the label inside a sentence,
/// with abbreviations and names left as they are written.
pub(super) fn change_of(label: &str) -> String {
    t::change(&inside_a_sentence(label))
}

/// A label as it reads in the middle of a sentence.
pub(super) fn inside_a_sentence(label: &str) -> String {
    // Nouns keep their capitals in German.
    if Language::current() == Language::German {
        return label.to_owned();
    }
    label
        .split(' ')
        .map(|word| {
            if word.chars().skip(1).any(char::is_uppercase) {
                word.to_owned()
            } else {
                word.to_lowercase()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::change_of;

    #[test]
    fn an_abbreviation_keeps_its_capitals() {
        for (label, action) in [
            ("Base URL", "Change base URL"),
            ("Operation ID", "Change operation ID"),
            ("Privacy policy", "Change privacy policy"),
            ("OAuth 2.0 scopes", "Change OAuth 2.0 scopes"),
        ] {
            assert_eq!(change_of(label), action);
        }
    }
}
