//! What a file of a response's body is called.

use percent_encoding::percent_decode_str;
use reqwest::header::{CONTENT_DISPOSITION, CONTENT_TYPE};

use super::content::essence;
use super::mask::Mask;
use super::transcript::header;

/// The longest name, in characters: file systems take 255 bytes.
const NAME_CHARS: usize = 60;
/// The longest ending that is kept when a name is cut, in characters.
const ENDING_CHARS: usize = 10;

/// Endings by content type, for those that browsers do not call by their subtype.
const ENDINGS: [(&str, &str); 17] = [
    ("application/gzip", "gz"),
    ("application/msword", "doc"),
    ("application/vnd.ms-excel", "xls"),
    ("application/vnd.ms-powerpoint", "ppt"),
    (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    ("application/x-yaml", "yaml"),
    ("audio/mpeg", "mp3"),
    ("image/jpeg", "jpg"),
    ("image/svg+xml", "svg"),
    ("image/vnd.microsoft.icon", "ico"),
    ("image/x-icon", "ico"),
    ("text/calendar", "ics"),
    ("text/javascript", "js"),
    ("text/markdown", "md"),
    ("text/plain", "txt"),
];

/// Subtypes that are endings as well.
const SUBTYPES: [&str; 22] = [
    "avif", "bmp", "csv", "css", "flac", "gif", "html", "json", "mp4", "ogg", "pdf", "png", "rtf",
    "sql", "tiff", "wav", "webm", "webp", "xml", "yaml", "zip", "zstd",
];

/// The name that the service gave the body (`Content-Disposition`, RFC 6266), without what would lead it to another
/// folder or hide what it is, and without secrets; else one of the operation's ID and the content type.
pub(super) fn file_name(headers: &[(String, String)], operation_id: &str, mask: &Mask) -> String {
    let disposition = header(headers, CONTENT_DISPOSITION.as_str()).unwrap_or_default();
    let given = extended(disposition).or_else(|| parameter(disposition, "filename"));
    if let Some(name) = given.and_then(|name| safe(&mask.hide(&name))) {
        return name;
    }
    let stem = safe(operation_id).unwrap_or_else(|| "response".to_owned());
    let content_type = header(headers, CONTENT_TYPE.as_str()).unwrap_or_default();
    format!("{stem}.{}", ending(&essence(content_type)))
}

/// The name in any letters (RFC 8187).
fn extended(disposition: &str) -> Option<String> {
    let value = parameter(disposition, "filename*")?;
    let (charset, rest) = value.split_once('\'')?;
    let (_, encoded) = rest.split_once('\'')?;
    let decoded = percent_decode_str(encoded).decode_utf8().ok()?;
    charset
        .eq_ignore_ascii_case("utf-8")
        .then(|| decoded.into_owned())
}

/// A parameter of a header (RFC 9110, section 5.6.6), without its quotes.
fn parameter(value: &str, wanted: &str) -> Option<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let (mut is_quoted, mut is_escaped) = (false, false);
    for character in value.chars() {
        match character {
            _ if is_escaped => {
                part.push(character);
                is_escaped = false;
            }
            '\\' if is_quoted => is_escaped = true,
            '"' => is_quoted = !is_quoted,
            ';' if !is_quoted => parts.push(std::mem::take(&mut part)),
            _ => part.push(character),
        }
    }
    parts.push(part);
    let mut pairs = parts.iter().filter_map(|part| part.split_once('='));
    let found = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| value.trim().to_owned())
}

/// A name that is nothing but the name of a file; none where nothing is left of it.
fn safe(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last
        .chars()
        .filter(|character| !character.is_control() && !is_invisible(*character))
        .map(|character| match character {
            '<' | '>' | ':' | '"' | '|' | '?' | '*' => '_',
            other => other,
        });
    let kept: String = kept.collect();
    let is_edge = |character: char| character == '.' || character.is_whitespace();
    let name = shortened(kept.trim_matches(is_edge));
    (!name.is_empty()).then_some(name)
}

/// Whether a character only changes how others are read, such as those that turn the direction of a name.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// A long name, cut before its ending.
fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_CHARS {
        return name.to_owned();
    }
    let (stem, ending) = name
        .rsplit_once('.')
        .filter(|(_, ending)| ending.chars().count() <= ENDING_CHARS)
        .unwrap_or((name, ""));
    let stem: String = stem.chars().take(NAME_CHARS).collect();
    match ending {
        "" => stem,
        ending => format!("{stem}.{ending}"),
    }
}

/// The ending of a file of a content type.
fn ending(essence: &str) -> &'static str {
    let mut known = ENDINGS.iter();
    if let Some((_, ending)) = known.find(|(kind, _)| *kind == essence) {
        return ending;
    }
    let (kind, subtype) = essence.split_once('/').unwrap_or((essence, ""));
    let named = subtype.rsplit('+').next().unwrap_or_default();
    let mut subtypes = SUBTYPES.into_iter();
    match subtypes.find(|subtype| *subtype == named) {
        Some(ending) => ending,
        None if kind == "text" => "txt",
        None => "bin",
    }
}

#[cfg(test)]
mod tests {
    use super::{Mask, file_name};

    const SECRET: &str = "planted/key+9";

    fn mask() -> Mask {
        Mask::of_secrets([SECRET].into_iter())
    }

    fn named(disposition: &str, content_type: &str) -> String {
        let headers = [
            ("content-disposition".to_owned(), disposition.to_owned()),
            ("content-type".to_owned(), content_type.to_owned()),
        ];
        file_name(&headers, "GetLogo", &mask())
    }

    #[test]
    fn a_name_that_the_service_gives_is_taken() {
        let cases = [
            ("attachment; filename=logo.png", "logo.png"),
            ("attachment; FILENAME=\"a; \\\"b\\\".png\"", "a; _b_.png"),
            (
                "inline; filename=\"e.png\"; filename*=UTF-8''%c3%a9%20b.png",
                "é b.png",
            ),
            ("inline; filename*=latin1''%e9.png; filename=e.png", "e.png"),
        ];
        for (disposition, name) in cases {
            assert_eq!(named(disposition, "image/png"), name);
        }
    }

    #[test]
    fn a_name_leads_nowhere_and_hides_nothing() {
        let cases = [
            ("attachment; filename=\"../../etc/passwd\"", "passwd"),
            ("attachment; filename*=utf-8''..%5C..%5Ca%00b.txt", "ab.txt"),
            ("attachment; filename=\" .. \"", "GetLogo.png"),
            ("attachment; filename=\".profile\"", "profile"),
            ("attachment; filename*=utf-8''a%E2%80%AEgnp.exe", "agnp.exe"),
        ];
        for (disposition, name) in cases {
            assert_eq!(named(disposition, "image/png"), name);
        }
        let secret = named(
            "inline; filename*=utf-8''%70lanted%2Fkey%2B9.png",
            "image/png",
        );
        assert_eq!(secret, "••••••.png");
        let long = format!("attachment; filename={}.png", "é".repeat(300));
        assert_eq!(named(&long, "image/png"), format!("{}.png", "é".repeat(60)));
    }

    #[test]
    fn a_body_without_a_name_is_called_by_its_operation_and_its_type() {
        let cases = [
            ("image/jpeg", "GetLogo.jpg"),
            ("Image/PNG; q=1", "GetLogo.png"),
            ("application/problem+json", "GetLogo.json"),
            ("text/x-unknown", "GetLogo.txt"),
            ("application/octet-stream", "GetLogo.bin"),
            ("", "GetLogo.bin"),
        ];
        for (content_type, name) in cases {
            assert_eq!(named("", content_type), name);
        }
        assert_eq!(file_name(&[], "", &mask()), "response.bin");
    }
}
