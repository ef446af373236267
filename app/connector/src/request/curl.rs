//! A request as a command line of curl, to paste into a shell of Unix.

use super::PreparedRequest;
use super::media::{MULTIPART, essence};
use super::multipart::{Part, parts};
use crate::swagger::Method;

/// The name of the file that a body of bytes is to be saved in.
const BODY_FILE: &str = "body.bin";

/// The command line that sends a request, in the quotation marks of bash.
///
/// A form in parts is written part by part, so curl draws a boundary of its own; its files, and a body
/// that is no text, are read from files, which comments before the command name. What the request
/// holds is written as it is: mask its secrets first where they are not the reader's.
#[must_use]
pub fn curl(request: &PreparedRequest) -> String {
    let mut command = Command::default();
    let form = form_of(request);
    command.method(request);
    command.words.push(quoted(&request.url));
    command.url_options(&request.url);
    for (name, value) in &request.headers {
        if form.is_none() || !name.eq_ignore_ascii_case("content-type") {
            command.header(name, value);
        }
    }
    match (&form, request.body.as_deref()) {
        (Some(parts), _) => parts.iter().for_each(|part| command.part(part)),
        (None, Some(body)) => command.body(request, body),
        (None, None) => {}
    }
    command.written()
}

#[derive(Default)]
struct Command {
    notes: Vec<String>,
    words: Vec<String>,
}

impl Command {
    fn option(&mut self, name: &str, value: &str) {
        self.words.push(format!("{name} {}", quoted(value)));
    }

    /// The method, where curl would not take it by itself.
    fn method(&mut self, request: &PreparedRequest) {
        match (request.method, request.body.is_some()) {
            (Method::Get, false) | (Method::Post, true) => {}
            // Asked for by its name, curl would wait for a body that never comes.
            (Method::Head, false) => self.words.push("--head".to_owned()),
            (method, _) => self.words.push(format!("--request {}", method.verb())),
        }
    }

    /// What keeps curl from reading more into a URL than stands there.
    fn url_options(&mut self, url: &str) {
        if url.contains(['[', ']', '{', '}']) {
            self.words.push("--globoff".to_owned());
        }
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let is_dots = |segment: &str| {
            let plain = segment.to_ascii_lowercase().replace("%2e", ".");
            matches!(plain.as_str(), "." | "..")
        };
        if path.split('/').any(is_dots) {
            self.words.push("--path-as-is".to_owned());
        }
    }

    fn header(&mut self, name: &str, value: &str) {
        // A colon with nothing after it would take the header out.
        let written = match value.trim() {
            "" => format!("{name};"),
            value => format!("{name}: {value}"),
        };
        self.option("--header", &written);
    }

    fn part(&mut self, part: &Part<'_>) {
        let Some(file_name) = part.file_name else {
            let text = String::from_utf8_lossy(part.content);
            return self.option("--form-string", &format!("{}={text}", part.name));
        };
        let content_type = part.content_type.unwrap_or_default();
        let written = format!("{}=@\"{file_name}\";type={content_type}", part.name);
        self.option("--form", &written);
        self.notes.push(format!(
            "The command reads the file {file_name} ({} bytes).",
            part.content.len()
        ));
    }

    fn body(&mut self, request: &PreparedRequest, body: &[u8]) {
        if request.header("content-type").is_none() {
            // Curl would say that it is a form.
            self.option("--header", "Content-Type:");
        }
        match text_of(body) {
            // After an at sign curl reads a file, except here.
            Some(text) if text.starts_with('@') => self.option("--data-raw", text),
            Some(text) => self.option("--data-binary", text),
            None => {
                self.option("--data-binary", &format!("@{BODY_FILE}"));
                self.notes.push(format!(
                    "The body is {} bytes that are no text: save them as {BODY_FILE}.",
                    body.len()
                ));
            }
        }
    }

    fn written(self) -> String {
        let notes: String = self
            .notes
            .iter()
            .map(|note| format!("# {note}\n"))
            .collect();
        format!("{notes}curl {}", self.words.join(" \\\n  "))
    }
}

/// The parts of a form in parts, where the options of curl can say each of them.
fn form_of(request: &PreparedRequest) -> Option<Vec<Part<'_>>> {
    let content_type = request.header("content-type")?;
    if essence(content_type) != MULTIPART {
        return None;
    }
    let parts = parts(content_type, request.body.as_deref()?)?;
    (!parts.is_empty() && parts.iter().all(is_sayable)).then_some(parts)
}

/// Whether the options of curl can say a part: they cut names at the first equals sign, and files in
/// other folders are not the reader's.
fn is_sayable(part: &Part<'_>) -> bool {
    let is_plain = |text: &str| !text.chars().any(|c| c.is_control() || "\\\"/".contains(c));
    let is_named = !part.name.is_empty() && !part.name.contains('=') && is_plain(part.name);
    let content_type = part.content_type.unwrap_or_default();
    let is_content = match part.file_name {
        Some(name) => {
            !name.is_empty() && is_plain(name) && !content_type.contains([';', ',', '"', ' '])
        }
        None => part.content_type.is_none() && text_of(part.content).is_some(),
    };
    is_named && is_content
}

/// Bytes as a text that a command line can hold.
fn text_of(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    (!text.contains('\0')).then_some(text)
}

/// A word in the single quotation marks of bash, in which every letter is itself.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''"))
}
