//! What came back: responses with the schemas of all that was seen.

use serde_json::{Map, Value, json};

use crate::infer::{InferError, Manner, Samples};

/// A response that was saved or seen.
#[derive(Clone, Debug)]
pub(in crate::read) struct Answer {
    /// Where it is in the source, as a JSON pointer.
    pub(in crate::read) pointer: String,
    /// The status.
    pub(in crate::read) status: u16,
    /// What it is called.
    pub(in crate::read) name: String,
    /// The media type; empty where it is not known.
    pub(in crate::read) media: String,
    /// The body.
    pub(in crate::read) body: String,
}

/// The responses of one status.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    status: u16,
    description: String,
    media: Vec<String>,
    samples: Option<Samples>,
    is_text: bool,
    is_binary: bool,
    /// Whether one is said to be JSON, and is none.
    is_broken: bool,
    manner: Manner,
}

/// Why a response could not be read.
pub(super) enum Unread {
    /// No schema could be inferred.
    Infer(InferError),
    /// It is no JSON, though it should be.
    NoJson,
}

impl Answers {
    /// Puts a response among those of its status.
    pub(super) fn add(all: &mut Vec<Self>, answer: &Answer, manner: Manner) -> Result<(), Unread> {
        let status = answer.status;
        let place = match all.iter().position(|known| known.status == status) {
            Some(place) => place,
            None => {
                all.push(Self::new(answer, manner));
                all.len() - 1
            }
        };
        match all.get_mut(place) {
            Some(known) => known.take(answer),
            None => Ok(()),
        }
    }

    fn new(answer: &Answer, manner: Manner) -> Self {
        let name = answer.name.trim();
        Self {
            status: answer.status,
            description: if name.is_empty() {
                phrase(answer.status).to_owned()
            } else {
                name.to_owned()
            },
            media: Vec::new(),
            samples: None,
            is_text: false,
            is_binary: false,
            is_broken: false,
            manner,
        }
    }

    fn take(&mut self, answer: &Answer) -> Result<(), Unread> {
        if answer.body.trim().is_empty() {
            return Ok(());
        }
        let media = answer.media.split(';').next().unwrap_or_default().trim();
        let media = media.to_ascii_lowercase();
        let is_json = media.is_empty() || media.ends_with("json") || media.starts_with("text/");
        let parsed: Option<Value> = is_json
            .then(|| serde_json::from_str(&answer.body).ok())
            .flatten();
        let known = match (&parsed, media.as_str()) {
            (Some(_), media) if !media.ends_with("json") => "application/json",
            (None, "") => "text/plain",
            (_, media) => media,
        };
        let is_media = known.split('/').count() == 2 && !known.contains(char::is_whitespace);
        if is_media && !self.media.iter().any(|media| media == known) {
            self.media.push(known.to_owned());
        }
        match parsed {
            Some(sample) => {
                let samples = self.samples.get_or_insert_default();
                samples.add(&sample).map_err(Unread::Infer)
            }
            None if known.ends_with("json") => {
                self.is_broken = true;
                Err(Unread::NoJson)
            }
            None => {
                let is_text = known.starts_with("text/")
                    || known.ends_with("xml")
                    || known.ends_with("javascript");
                self.is_text |= is_text;
                self.is_binary |= !is_text;
                Ok(())
            }
        }
    }

    /// The media types.
    pub(super) fn media(&self) -> &[String] {
        &self.media
    }

    /// Status and response in a definition.
    pub(super) fn write(&self) -> (String, Value) {
        let mut out = Map::new();
        out.insert("description".to_owned(), json!(self.description));
        let schema = match &self.samples {
            Some(samples) if !self.is_text && !self.is_binary => Some(samples.schema(self.manner)),
            // Some were JSON, some were not.
            Some(_) => Some(json!({})),
            None if self.is_broken => Some(json!({})),
            None if self.is_binary => Some(json!({ "type": "string", "format": "binary" })),
            None if self.is_text => Some(json!({ "type": "string" })),
            None => None,
        };
        out.extend(schema.map(|schema| ("schema".to_owned(), schema)));
        (self.status.to_string(), Value::Object(out))
    }

    /// The number by which responses are put in order.
    pub(super) fn status(&self) -> u16 {
        self.status
    }
}

/// What a status means (RFC 9110, section 15).
fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No content",
        301 | 302 | 303 | 307 | 308 => "Found elsewhere",
        304 => "Not modified",
        400 => "Bad request",
        401 => "Not authenticated",
        403 => "Not allowed",
        404 => "Not found",
        405 => "Method not allowed",
        409 => "Conflict",
        415 => "Media type not supported",
        422 => "Content not accepted",
        429 => "Too many requests",
        500 => "Error of the service",
        502..=504 => "Service not available",
        status => match status / 100 {
            2 => "Success",
            3 => "Redirection",
            4 => "Error of the request",
            5 => "Error of the service",
            _ => "Answer",
        },
    }
}
