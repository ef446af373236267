//! Capital letters of summaries.

/// Words that stay small within a title.
const SMALL_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "if", "in", "into", "is", "nor",
    "not", "of", "on", "or", "per", "than", "that", "the", "to", "via", "vs", "with",
];

/// Words that are written in capitals throughout.
const ACRONYMS: &[&str] = &[
    "api", "csv", "html", "http", "id", "ip", "json", "pdf", "sms", "uri", "url", "xml",
];

/// The text with a capital at its beginning.
pub(super) fn in_sentence_case(text: &str) -> String {
    let end = text.find(' ').unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    format!("{}{rest}", capitalised(first))
}

/// The text with a capital at the beginning of each word but the small ones.
pub(super) fn in_title_case(text: &str) -> String {
    let words = text.split(' ').enumerate().map(|(index, word)| {
        if index > 0 && SMALL_WORDS.contains(&word) {
            word.to_owned()
        } else {
            capitalised(word)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The word with a capital at its beginning, if it has none at all: “iMIS” and “eSign” are meant so, and
/// “max_count” and “example.com” are no words.
fn capitalised(word: &str) -> String {
    let bare = word.trim_end_matches(['.', ',', ':', ';', '?', '!', ')']);
    let is_word = |c: char| c.is_lowercase() || c == '-' || c == '\'' || c == '’';
    if bare.is_empty() || !bare.chars().all(is_word) {
        return word.to_owned();
    }
    if ACRONYMS.contains(&bare) {
        return word.to_uppercase();
    }
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
