//! A document on its way from an address, through the server, to the page: what comes, step by step.
//!
//! On the wire each step is one byte that names it, four bytes of length (the least first) and its content.

use serde::{Deserialize, Serialize};

use super::Referred;
use crate::error::AppError;

/// One step of a fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchStep {
    /// The service answers with so many bytes, as it says.
    Size(u64),
    /// A piece of the document.
    Data(Vec<u8>),
    /// The document is there, and one that it refers to is being fetched.
    Following(Following),
    /// A document that is referred to is there, or cannot be had.
    Referred(Box<Referred>),
    /// The document is whole.
    Done(Fetched),
    /// It did not come through.
    Failed(AppError),
}

/// A document that was fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fetched {
    /// A name for it as a file.
    pub name: String,
    /// Where it came from, after all redirects.
    pub url: String,
}

/// A document that is being fetched because another one refers to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Following {
    /// Its address.
    pub address: String,
    /// Which one it is, counted from 1.
    pub number: usize,
}

const SIZE: u8 = b's';
const DATA: u8 = b'd';
const FOLLOWING: u8 = b'n';
const REFERRED: u8 = b'r';
const DONE: u8 = b'e';
const FAILED: u8 = b'f';

/// The bytes before the content of a step.
const HEAD: usize = 5;

impl FetchStep {
    /// The step as it goes over the wire.
    #[must_use]
    pub fn encode(self) -> Vec<u8> {
        let (kind, content) = match self {
            Self::Size(size) => (SIZE, size.to_le_bytes().to_vec()),
            Self::Data(bytes) => (DATA, bytes),
            Self::Following(now) => (FOLLOWING, serde_json::to_vec(&now).unwrap_or_default()),
            Self::Referred(other) => (REFERRED, serde_json::to_vec(&other).unwrap_or_default()),
            Self::Done(fetched) => (DONE, serde_json::to_vec(&fetched).unwrap_or_default()),
            Self::Failed(error) => (FAILED, serde_json::to_vec(&error).unwrap_or_default()),
        };
        let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
        let mut frame = vec![kind];
        frame.extend(length.to_le_bytes());
        frame.extend(content);
        frame
    }
}

/// Puts the steps together again from the pieces in which they arrive.
#[derive(Debug, Default)]
pub struct StepReader {
    waiting: Vec<u8>,
}

impl StepReader {
    /// The steps that are whole after this piece.
    ///
    /// # Errors
    /// When it is none of Tenon's answers.
    pub fn take(&mut self, piece: &[u8]) -> Result<Vec<FetchStep>, AppError> {
        self.waiting.extend_from_slice(piece);
        let mut steps = Vec::new();
        let mut read = 0;
        while let Some((kind, content, length)) =
            frame(self.waiting.get(read..).unwrap_or_default())
        {
            steps.push(step(kind, content).ok_or_else(garbled)?);
            read += length;
        }
        self.waiting.drain(..read);
        Ok(steps)
    }
}

/// The first frame if it is whole: its kind, its content, and its length with the head.
fn frame(bytes: &[u8]) -> Option<(u8, &[u8], usize)> {
    let (kind, rest) = bytes.split_first()?;
    let length: [u8; 4] = rest.get(..HEAD - 1)?.try_into().ok()?;
    let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
    let content = bytes.get(HEAD..HEAD.checked_add(length)?)?;
    Some((*kind, content, HEAD + length))
}

fn step(kind: u8, content: &[u8]) -> Option<FetchStep> {
    Some(match kind {
        SIZE => FetchStep::Size(u64::from_le_bytes(content.try_into().ok()?)),
        DATA => FetchStep::Data(content.to_vec()),
        FOLLOWING => FetchStep::Following(serde_json::from_slice(content).ok()?),
        REFERRED => FetchStep::Referred(serde_json::from_slice(content).ok()?),
        DONE => FetchStep::Done(serde_json::from_slice(content).ok()?),
        FAILED => FetchStep::Failed(serde_json::from_slice(content).ok()?),
        _ => return None,
    })
}

fn garbled() -> AppError {
    AppError::internal(crate::texts::import::answer_unreadable())
}

#[cfg(test)]
mod tests {
    use super::{FetchStep, Fetched, Following, Referred, StepReader};
    use crate::error::AppError;

    #[test]
    fn steps_arrive_as_they_were_sent_however_they_are_cut() {
        let fetched = Fetched {
            name: "openapi.json".to_owned(),
            url: "https://api.example.com/openapi.json".to_owned(),
        };
        let steps = vec![
            FetchStep::Size(70_000),
            FetchStep::Data(vec![7; 70_000]),
            FetchStep::Data(Vec::new()),
            FetchStep::Following(Following {
                address: "https://api.example.com/pet.json".to_owned(),
                number: 1,
            }),
            FetchStep::Referred(Box::new(Referred {
                address: "https://api.example.com/pet.json".to_owned(),
                found: Err("There is none.".to_owned()),
            })),
            FetchStep::Done(fetched),
            FetchStep::Failed(AppError::invalid("It broke off.")),
        ];
        let wire: Vec<u8> = steps.iter().cloned().flat_map(FetchStep::encode).collect();
        for size in [1, 3, 1_000, wire.len()] {
            let mut reader = StepReader::default();
            let read = wire.chunks(size).map(|piece| reader.take(piece));
            let read: Result<Vec<_>, _> = read.collect();
            assert_eq!(read.map(|read| read.concat()), Ok(steps.clone()), "{size}");
        }
    }

    #[test]
    fn what_is_no_step_is_refused() {
        assert!(
            StepReader::default().take(b"<html>").is_ok(),
            "not whole yet"
        );
        assert!(StepReader::default().take(b"<\x01\x00\x00\x00h").is_err());
    }
}
