//! Multipart forms (RFC 7578): written, and read again for those who show them.

use std::collections::BTreeSet;

use super::given::{Content, Given};
use super::media::{MULTIPART, OCTETS, is_media_type};
use super::text::at;
use super::{InputFile, RequestError};
use crate::swagger::Parameter;

/// What a boundary begins with; a number follows.
const BOUNDARY: &str = "tenon-form-";

/// The content type and the bytes of a form in parts.
pub(super) fn multipart(fields: &[&Given<'_>]) -> Result<(String, Vec<u8>), RequestError> {
    let mut parts = Vec::new();
    for field in fields {
        match &field.content {
            Content::Files(files) => {
                for file in files.iter() {
                    parts.push(part_of_file(&field.parameter, file)?);
                }
            }
            Content::Value(_) => {
                let texts = field.text()?.plain(&field.parameter)?;
                parts.extend(
                    texts
                        .iter()
                        .map(|text| part_of_text(&field.parameter, text)),
                );
            }
        }
    }
    let boundary = boundary(&parts);
    let mut bytes = Vec::new();
    for part in &parts {
        bytes.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        bytes.extend_from_slice(part);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    Ok((format!("{MULTIPART}; boundary={boundary}"), bytes))
}

fn part_of_text(parameter: &Parameter<'_>, text: &str) -> Vec<u8> {
    let name = quoted(parameter.name());
    format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}").into_bytes()
}

fn part_of_file(parameter: &Parameter<'_>, file: &InputFile) -> Result<Vec<u8>, RequestError> {
    let content_type = match file.content_type.as_str() {
        "" => OCTETS,
        known if is_media_type(known) => known,
        other => {
            return Err(RequestError::FileType {
                at: at(parameter),
                content_type: other.to_owned(),
            });
        }
    };
    let called = match file.name.as_str() {
        "" => parameter.name(),
        name => name,
    };
    let (name, called) = (quoted(parameter.name()), quoted(called));
    let head = format!(
        "Content-Disposition: form-data; name=\"{name}\"; filename=\"{called}\"\r\nContent-Type: {content_type}\r\n\r\n"
    );
    Ok([head.as_bytes(), &file.content].concat())
}

/// A name inside quotation marks, as browsers write it in forms.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A boundary that no part holds. It is found, not drawn: the same form is always the same bytes.
fn boundary(parts: &[Vec<u8>]) -> String {
    let taken: BTreeSet<u64> = parts.iter().flat_map(|part| numbers(part)).collect();
    let mut free = 0_u64;
    for number in taken {
        if number == free {
            free += 1;
        }
    }
    format!("{BOUNDARY}{free}")
}

/// The numbers that follow what a boundary begins with, and those that they begin with themselves:
/// where `12` stands, `1` stands too.
fn numbers(part: &[u8]) -> impl Iterator<Item = u64> {
    let starts = part.windows(BOUNDARY.len()).enumerate();
    let starts = starts.filter(|(_, piece)| *piece == BOUNDARY.as_bytes());
    starts.flat_map(|(start, _)| {
        let digits = part.iter().skip(start + BOUNDARY.len()).take(18);
        let digits = digits.take_while(|byte| byte.is_ascii_digit());
        digits.scan(0_u64, |number, digit| {
            *number = *number * 10 + u64::from(*digit - b'0');
            Some(*number)
        })
    })
}

/// A part of a form that was written here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<'b> {
    pub(super) name: &'b str,
    pub(super) file_name: Option<&'b str>,
    pub(super) content_type: Option<&'b str>,
    pub(super) content: &'b [u8],
}

/// The parts of a form; none where it is not written as it is here.
pub(super) fn parts<'b>(content_type: &str, body: &'b [u8]) -> Option<Vec<Part<'b>>> {
    let (_, boundary) = content_type.split_once("boundary=")?;
    let open = format!("--{boundary}\r\n");
    let end = format!("--{boundary}--\r\n");
    let between = format!("\r\n--{boundary}");
    let mut rest = body;
    let mut parts = Vec::new();
    while let Some(inner) = rest.strip_prefix(open.as_bytes()) {
        let length = position(inner, between.as_bytes())?;
        parts.push(part(inner.get(..length)?)?);
        rest = inner.get(length + 2..)?;
    }
    (rest == end.as_bytes()).then_some(parts)
}

fn part(bytes: &[u8]) -> Option<Part<'_>> {
    let end = position(bytes, b"\r\n\r\n")?;
    let head = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let (disposition, rest) = head.split_once("\r\n").unwrap_or((head, ""));
    let named = disposition.strip_prefix("Content-Disposition: form-data; name=\"")?;
    let (name, after) = named.split_once('"')?;
    let file_name = after
        .strip_prefix("; filename=\"")
        .and_then(|name| name.strip_suffix('"'));
    Some(Part {
        name,
        file_name,
        content_type: rest.strip_prefix("Content-Type: "),
        content: bytes.get(end + 4..)?,
    })
}

/// Where `piece` begins in `bytes`.
fn position(bytes: &[u8], piece: &[u8]) -> Option<usize> {
    bytes.windows(piece.len()).position(|part| part == piece)
}
