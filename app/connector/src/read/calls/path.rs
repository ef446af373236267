//! Paths of calls that were made: segments that name one thing among others become parameters.

use super::template::{Template, is_version};
use super::url::{Piece, Url, pieces};
use crate::infer::is_uuid;
use crate::read::naming::pascal;

/// The path of a URL that was called, or that stands in documentation.
pub(in crate::read) fn path_as_seen(url: &Url<'_>) -> Template {
    let mut template = Template::default();
    let mut before = "";
    for (index, segment) in url.segments().into_iter().enumerate() {
        template.segment();
        match placeholder(segment) {
            Some(name) => template.variable(name, None, ""),
            // A number at the very start is the version of an API more often than one thing.
            None if is_identifier(segment) && !(index == 0 && segment.len() < 3) => {
                template.variable(&name_after(before), Some(segment.to_owned()), "");
            }
            None => spliced(segment, &mut template),
        }
        before = segment;
    }
    template
}

/// The name in a segment that stands for a value: `:id`, `{id}`, `<id>`.
fn placeholder(segment: &str) -> Option<&str> {
    let within = |open: char, close: char| segment.strip_prefix(open)?.strip_suffix(close);
    let after = segment.strip_prefix(':');
    let name = after
        .or_else(|| within('{', '}'))
        .or_else(|| within('<', '>'))?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "_-. ".contains(c);
    let is_word = name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_name);
    is_word.then_some(name)
}

fn spliced(segment: &str, template: &mut Template) {
    for piece in pieces(segment) {
        match piece {
            Piece::Text(text) => template.literal(text),
            Piece::Variable(name) => template.variable(name, None, ""),
        }
    }
}

/// `petId` for what comes after `pets`.
fn name_after(segment: &str) -> String {
    let is_word = segment.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_version(segment);
    if !is_word || is_identifier(segment) {
        return "id".to_owned();
    }
    let plural = pascal(segment);
    let single = match plural.as_str() {
        "Series" => plural.clone(),
        word if word.ends_with("sses") => word.trim_end_matches("es").to_owned(),
        word if word.ends_with("ies") && !word.ends_with("ovies") && !word.ends_with("ookies") => {
            format!("{}y", word.trim_end_matches("ies"))
        }
        word if word.ends_with("ss") || word.ends_with("us") => word.to_owned(),
        word => word.trim_end_matches('s').to_owned(),
    };
    let mut characters = single.chars();
    let first = characters.next().map(|c| c.to_ascii_lowercase());
    let name: String = first.into_iter().chain(characters).collect();
    format!("{name}Id")
}

/// Whether a segment tells one thing from others of its kind: a number, a UUID, a long hexadecimal text,
/// an address of e-mail, a text that nobody would choose as a name.
pub(in crate::read) fn is_identifier(segment: &str) -> bool {
    let is_number = !segment.is_empty() && segment.bytes().all(|b| b.is_ascii_digit());
    let is_hex = segment.len() >= 16
        && segment.bytes().all(|b| b.is_ascii_hexdigit())
        && segment.bytes().any(|b| b.is_ascii_digit());
    let is_email = segment.contains("%40") || segment.contains('@') && segment.contains('.');
    is_number || is_hex || is_email || is_uuid(segment) || is_key(segment)
}

/// Whether a text is made by a machine: large and small letters and digits without order.
fn is_key(segment: &str) -> bool {
    let last = segment.rsplit(['_', '-', '.']).next().unwrap_or_default();
    let count = |is: fn(&u8) -> bool| segment.bytes().filter(is).count();
    let digits = count(u8::is_ascii_digit);
    let is_mixed =
        count(u8::is_ascii_uppercase) > 0 && count(u8::is_ascii_lowercase) > 0 && digits > 1;
    let is_token = segment
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b));
    let is_web_token = segment.starts_with("eyJ") && segment.len() > 30;
    is_token
        && (is_web_token || is_mixed && (last.len() >= 12 || segment.len() >= 24 && digits > 3))
}

#[cfg(test)]
mod tests {
    use super::{Url, is_identifier, path_as_seen};

    #[test]
    fn segments_that_name_one_thing_are_told() {
        for (segment, expected) in [
            ("42", true),
            ("6f9619ff-8b86-d011-b42d-00c04fc964ff", true),
            ("507f1f77bcf86cd799439011", true),
            ("cus_9s6XKzkNRiz8i3", true),
            ("1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms", true),
            ("ann%40example.com", true),
            ("deadbeefdeadbeefdead", false),
            ("users", false),
            ("listUsersByAccount", false),
            ("v1", false),
            ("", false),
        ] {
            assert_eq!(is_identifier(segment), expected, "{segment}");
        }
    }

    #[test]
    fn paths_that_were_called_have_parameters() {
        for (url, expected) in [
            ("https://a.example/pets/7", "/pets/{petId}"),
            (
                "https://a.example/v1/user-groups/7/8",
                "/v1/user-groups/{userGroupId}/{id}",
            ),
            ("https://a.example/3/movies/550", "/3/movies/{movieId}"),
            (
                "https://a.example/categories/1234/",
                "/categories/{categoryId}/",
            ),
            (
                "https://a.example/:owner/{repo}/<the id>/{{x}}.json",
                "/{owner}/{repo}/{theid}/{x}.json",
            ),
            ("https://a.example/a{b", "/a%7Bb"),
            ("https://a.example", "/"),
        ] {
            assert_eq!(path_as_seen(&Url::of(url)).text(), expected, "{url}");
        }
    }
}
