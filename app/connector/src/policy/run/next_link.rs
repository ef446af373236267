//! The template that leads the link to the next page back through the connector.

use serde_json::Value;

use super::body::Body;
use super::error::{PolicyError, Stop};
use super::json::{Step, Written, get, kind};
use super::read::Reader;
use super::scope::lacking;
use super::subject::parent_path;
use super::trace::{Part, Record};

/// `updatenextlink`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UpdateNextLink {
    place: Vec<Step>,
}

/// The address under which Power Platform calls a connector. Its names are known there alone.
const PLATFORM: &str = "https://{gateway}/apim/{connector}/{connection}";

const ON_THE_PLATFORM: &str = "On Power Platform the link then leads through the platform's gateway, which knows what \
                               stands in braces. Here the response keeps the link of the service.";

const PARENT: &str = "nextLinkParentPropertyPath";

impl UpdateNextLink {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let parent = reader.text(PARENT)?.unwrap_or_default();
        let mut place = reader.parsed(PARENT, &parent, parent_path)?;
        // A name, not a path: `@odata.nextLink`.
        let name = reader.filled("nextLinkPropertyName")?;
        place.push(Step::Name(name.trim().to_owned()));
        Ok(Self { place })
    }

    /// Puts the gateway's address where the link has that of the API.
    pub(super) fn run(
        &self,
        body: &mut Body,
        api: &str,
        gateway: Option<&str>,
        record: &mut Record,
    ) -> Result<(), Stop> {
        let json = body.json_or_skip()?;
        if let Some(lacking) = lacking(json, &self.place) {
            return Err(Stop::Skip(format!("{lacking} This is the last page.")));
        }
        let place = Written(&self.place);
        let link = match get(json, &self.place) {
            Some(Value::String(link)) if !link.is_empty() => link.clone(),
            Some(Value::Null | Value::String(_)) | None => {
                let reason = format!("{place} is empty: this is the last page.");
                return Err(Stop::Skip(reason));
            }
            Some(other) => {
                let found = kind(other);
                return Err(Stop::Skip(format!("{place} is {found}, not a link.")));
            }
        };
        let Some(below) = below(&link, api) else {
            let reason = format!("{place} does not lead to {api}, so it stays.");
            return Err(Stop::Skip(reason));
        };
        let Some(gateway) = gateway else {
            let part = Part::Body {
                path: place.to_string(),
            };
            let [before, after] = [link.clone(), format!("{PLATFORM}{below}")]
                .map(|link| Value::String(link).to_string());
            record.change(part, Some(before), Some(after));
            return Err(Stop::Foresee(ON_THE_PLATFORM.to_owned()));
        };
        let link = format!("{}{below}", gateway.trim_end_matches('/'));
        let put = body.put(&self.place, Value::String(link), record);
        put.map_err(Stop::Skip)
    }
}

/// What the link has below the base URL of the API: a path and a query.
fn below<'l>(link: &'l str, api: &str) -> Option<&'l str> {
    let (origin, base) = origin_and_path(api);
    let (own, path) = match link.starts_with('/') && !link.starts_with("//") {
        true => (origin, link),
        false => origin_and_path(link),
    };
    let is_same = without_default_port(own) == without_default_port(origin);
    let below = path.strip_prefix(base).filter(|_| is_same)?;
    let is_below = below.is_empty() || below.starts_with(['/', '?']);
    is_below.then_some(below)
}

fn origin_and_path(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |at| at + 3);
    let rest = url.get(host..).unwrap_or_default();
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    url.split_at_checked(host + end).unwrap_or((url, ""))
}

fn without_default_port(origin: &str) -> String {
    let origin = origin.to_ascii_lowercase();
    let port = match origin.starts_with("https:") {
        true => ":443",
        false => ":80",
    };
    origin.strip_suffix(port).unwrap_or(&origin).to_owned()
}
