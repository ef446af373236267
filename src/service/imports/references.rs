//! The documents that a fetched one refers to: fetched one after the other through the way out, as long as they are few
//! and small enough and lie near. What cannot be had is named with its reason; the rest is imported all the same.

use std::collections::{BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use tenon_app::api::imports::{FetchStep, Following, Referred, ReferredText};
use tenon_connector::document::decode;
use tenon_connector::read::{references, references_of_description};
use url::Url;

use super::fetch::{failed, opened};
use crate::egress::Egress;
use crate::texts::services as t;

/// The most documents that are fetched for one description.
const MAX_DOCUMENTS: usize = 100;
/// The most bytes that they have together. With the description, they fit into the form that comes back.
const MAX_BYTES: usize = 16 * 1024 * 1024;
/// How many documents may lie on the way to one.
const MAX_STEPS: usize = 20;
/// How long all of it may take.
const MAX_TIME: Duration = Duration::from_secs(120);
/// The most addresses that are named because they come after a bound.
const MAX_NAMED: usize = 20;

/// The bounds of following references.
#[derive(Clone, Copy, Debug)]
struct Bounds {
    documents: usize,
    bytes: usize,
    time: Duration,
}

const BOUNDS: Bounds = Bounds {
    documents: MAX_DOCUMENTS,
    bytes: MAX_BYTES,
    time: MAX_TIME,
};

/// The references of a description that are being followed.
pub(super) struct Followed {
    /// The addresses that were not tried yet, and how many documents lie on the way to each.
    waiting: VecDeque<(String, usize)>,
    /// All addresses that came up, and that of the description.
    seen: BTreeSet<String>,
    /// Whether the page knows that the first of those that wait comes next.
    is_announced: bool,
    tried: usize,
    bytes: usize,
    refused: usize,
    begun: Instant,
    bounds: Bounds,
}

impl Followed {
    /// What the description that came from an address refers to.
    pub(super) async fn of(url: &Url, bytes: Vec<u8>) -> Self {
        let address = url.to_string();
        let own = address.clone();
        // Where it cannot be read, the preview says so.
        let found = tokio::task::spawn_blocking(move || references_of_description(&own, &bytes));
        let found = found.await.ok().and_then(Result::ok).unwrap_or_default();
        let mut followed = Self {
            waiting: VecDeque::new(),
            seen: BTreeSet::from([address]),
            is_announced: false,
            tried: 0,
            bytes: 0,
            refused: 0,
            begun: Instant::now(),
            bounds: BOUNDS,
        };
        followed.wait_for(found, 1);
        followed
    }

    fn wait_for(&mut self, found: Vec<String>, steps: usize) {
        for address in found {
            if self.seen.insert(address.clone()) {
                self.waiting.push_back((address, steps));
            }
        }
    }

    /// The next step; none at the end.
    pub(super) async fn next(&mut self, egress: &Egress) -> Option<FetchStep> {
        let (address, steps) = self.waiting.front()?.clone();
        if let Some(reason) = self.bound(steps) {
            self.waiting.pop_front();
            self.refused += 1;
            if self.refused >= MAX_NAMED {
                self.waiting.clear();
            }
            let found = Err(reason);
            return Some(FetchStep::Referred(Box::new(Referred { address, found })));
        }
        if !self.is_announced {
            self.is_announced = true;
            let number = self.tried + 1;
            return Some(FetchStep::Following(Following { address, number }));
        }
        self.is_announced = false;
        self.waiting.pop_front();
        self.tried += 1;
        let left = self.bounds.time.saturating_sub(self.begun.elapsed());
        let load = self.load(egress, &address, steps);
        let found = match tokio::time::timeout(left, load).await {
            Ok(found) => found,
            Err(_) => Err(slow(self.bounds.time)),
        };
        Some(FetchStep::Referred(Box::new(Referred { address, found })))
    }

    /// Why nothing more is fetched; none where the bounds are not reached.
    fn bound(&self, steps: usize) -> Option<String> {
        let Bounds {
            documents,
            bytes,
            time,
        } = self.bounds;
        if self.tried >= documents {
            return Some(t::left_out_too_many_documents(&documents));
        }
        if self.bytes >= bytes {
            return Some(large(bytes));
        }
        if steps > MAX_STEPS {
            return Some(t::left_out_too_far(&MAX_STEPS));
        }
        (self.begun.elapsed() >= time).then(|| slow(time))
    }

    async fn load(
        &mut self,
        egress: &Egress,
        address: &str,
        steps: usize,
    ) -> Result<ReferredText, String> {
        let refused = |reason: String| format!("It is referred to, but it cannot be had: {reason}");
        let url = Url::parse(address).map_err(|error| refused(format!("{error}.")))?;
        let response = opened(egress, url).await;
        let mut response = response.map_err(|error| refused(error.message))?;
        let mut bytes = Vec::new();
        loop {
            let chunk = response.chunk().await;
            let chunk = chunk.map_err(|error| refused(failed(&error).message))?;
            let Some(chunk) = chunk else { break };
            self.bytes = self.bytes.saturating_add(chunk.len());
            if self.bytes > self.bounds.bytes {
                return Err(large(self.bounds.bytes));
            }
            bytes.extend_from_slice(&chunk);
        }
        let url = response.url.to_string();
        let own = url.clone();
        let read = tokio::task::spawn_blocking(move || {
            let text = decode(&bytes).map(|(text, _)| text.into_owned());
            // Where it cannot be read, the import says so.
            let found = references(&own, &bytes).unwrap_or_default();
            (text, found)
        });
        let (text, found) = read.await.map_err(|error| refused(error.to_string()))?;
        let text = text.map_err(|error| refused(error.to_string()))?;
        self.wait_for(found, steps + 1);
        Ok(ReferredText { url, text })
    }
}

fn large(bytes: usize) -> String {
    let bound = bytes / (1024 * 1024);
    format!(
        "It is left out: the documents that a description refers to have {bound} MiB together at most. Pack them into \
         a zip file and import that."
    )
}

fn slow(time: Duration) -> String {
    let seconds = time.as_secs();
    format!(
        "It is left out: what a description refers to was not there after {seconds} seconds. Pack all of it into a zip \
         file and import that."
    )
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "a test stops where it fails"
    )]

    use tokio::net::TcpListener;

    use super::*;
    use crate::egress::EgressRules;

    #[tokio::test]
    async fn what_does_not_come_in_time_is_named_and_left_out() {
        // It is connected to, and never answers.
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let description = format!(
            r#"{{ "openapi": "3.1.0", "paths": {{ "/a": {{ "$ref": "{address}/a" }}, "/b": {{ "$ref": "{address}/b" }} }} }}"#
        );
        let url = Url::parse(&address).unwrap();
        let mut followed = Followed::of(&url, description.into_bytes()).await;
        followed.bounds.time = Duration::from_secs(1);
        let egress = Egress::new(EgressRules::parse("127.0.0.1/32").unwrap(), None).unwrap();
        let mut announced = 0;
        let mut left_out = Vec::new();
        while let Some(step) = followed.next(&egress).await {
            match step {
                FetchStep::Following(_) => announced += 1,
                FetchStep::Referred(other) => left_out.push(other.found.unwrap_err()),
                step => panic!("{step:?}"),
            }
        }
        assert_eq!(announced, 1, "the second is not tried any more");
        assert_eq!(left_out.len(), 2);
        for reason in left_out {
            assert!(reason.contains("after 1 seconds"), "{reason}");
        }
    }
}
