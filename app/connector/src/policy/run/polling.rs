//! Polling triggers: what the next poll asks for, and what the last one found (spec section D.1).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::address::Address;
use super::body::{Body, NoJson};
use super::error::{Fault, PolicyError, PolicyName};
use super::json::{Step, get, kind, plain};
use super::query;
use super::read::Reader;
use super::scope::Scope;
use super::text::{Origin, Piece, Place, Text, only_term};
use super::trace::Record;
use crate::swagger::{Firing, Method};

/// `pollingtrigger`: how an operation is asked again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Polling {
    name: PolicyName,
    parameters: Vec<(String, Text)>,
    next_link: Option<Vec<Step>>,
    data: Vec<Step>,
}

/// What a polling trigger keeps from one poll to the next. It begins empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollState {
    /// Whether there has been a first poll, which finds what is there and starts no flow.
    pub is_established: bool,
    /// The parameters of the query of the next poll.
    pub parameters: Vec<(String, String)>,
}

/// Which page of a poll an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The first: the state of the next poll is taken from it.
    First,
    /// One that a link led to.
    Further,
}

/// What an answer holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Polled {
    /// What to keep for the next poll.
    pub state: PollState,
    /// What was found.
    pub items: Vec<Value>,
    /// The link to the next page of this poll, as the answer has it.
    pub next_page: Option<String>,
    /// Whether flows start: not for what was there before the first poll.
    pub is_news: bool,
    body: Value,
}

const CONFIG: &str = "triggerConfig";
const DATA: &str = "triggerDataPath";
const NEXT_LINK: &str = "x-ms-triggerConfig-nextLink";

impl Polling {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, PolicyError> {
        let config = match reader.value(CONFIG) {
            Some(Value::Object(config)) => config,
            Some(other) => return Err(reader.kind(CONFIG, "an object", kind(other))),
            None => return Err(reader.fault(Some(CONFIG), Fault::Missing(CONFIG))),
        };
        let (mut parameters, mut next_link) = (Vec::new(), None);
        for (name, value) in config {
            let place = format!("{CONFIG}.{name}");
            let text = match value {
                Value::String(_) | Value::Number(_) | Value::Bool(_) => plain(value),
                other => return Err(reader.kind(&place, "a text", kind(other))),
            };
            let fault = |fault| reader.fault(Some(&place), fault);
            if name.eq_ignore_ascii_case(NEXT_LINK) {
                next_link = Some(answer_path(&text, "@{triggerBody().nextLink}").map_err(fault)?);
            } else {
                let text = Text::read(&text, Place::Polling).map_err(fault)?;
                parameters.push((name.clone(), text));
            }
        }
        let data = reader.text(DATA)?.unwrap_or_default();
        Ok(Self {
            name: reader.name.clone(),
            parameters,
            next_link,
            data: match data.trim() {
                "" => Vec::new(),
                text => {
                    reader.parsed(DATA, text, |text| answer_path(text, "@triggerBody().value"))?
                }
            },
        })
    }

    /// The URL of the next poll: that of the operation, with the parameters that the last poll left.
    #[must_use]
    pub fn url(&self, url: &str, state: &PollState) -> String {
        let mut address = Address::split(url, "");
        for (name, value) in &state.parameters {
            let query = address.query.unwrap_or_default();
            address.query = Some(query::with(&query, name, value));
        }
        address.url()
    }

    /// What the answer of a poll holds. A parameter whose expression finds nothing in it keeps its last value, as
    /// after a poll that found nothing new.
    ///
    /// # Errors
    /// When the answer is not empty and not JSON.
    pub fn poll(&self, state: &PollState, page: Page, body: &[u8]) -> Result<Polled, PolicyError> {
        let body = Body::new(Some(body.to_vec()), &[]);
        let json = match body.json() {
            Ok(json) => json,
            Err(NoJson::Empty) => &Value::Null,
            Err(NoJson::Other { why, .. }) => {
                return Err(PolicyError {
                    policy: Box::new(self.name.clone()),
                    parameter: None,
                    fault: Fault::NotJson(why.clone()),
                });
            }
        };
        let link = self.next_link.as_deref();
        let link = link.and_then(|steps| get(json, steps)?.as_str());
        Ok(Polled {
            state: match page {
                Page::First => self.state(state, json),
                Page::Further => state.clone(),
            },
            items: self.items(json),
            next_page: link.filter(|link| !link.is_empty()).map(str::to_owned),
            is_news: state.is_established,
            body: json.clone(),
        })
    }

    fn items(&self, json: &Value) -> Vec<Value> {
        match get(json, &self.data) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => items.clone(),
            Some(one) => vec![one.clone()],
        }
    }

    fn state(&self, last: &PollState, json: &Value) -> PollState {
        let last_of = |name: &str| {
            let mut last = last.parameters.iter();
            let found = last.find(|(own, _)| own == name);
            found.map(|(_, value)| value.clone())
        };
        let parameter = |(name, text): &(String, Text)| {
            let value = filled(text, json).or_else(|| last_of(name))?;
            Some((name.clone(), value))
        };
        PollState {
            is_established: true,
            parameters: self.parameters.iter().filter_map(parameter).collect(),
        }
    }
}

impl Polled {
    /// What a flow starts with, once for each: nothing at the first poll, each item where the trigger fires for items,
    /// else the whole answer where it holds something.
    #[must_use]
    pub fn runs(&self, firing: Firing) -> Vec<&Value> {
        match firing {
            _ if !self.is_news || self.items.is_empty() => Vec::new(),
            Firing::Batch => self.items.iter().collect(),
            Firing::Single => vec![&self.body],
        }
    }
}

/// A path into the answer: `@{triggerBody().a}`.
fn answer_path(text: &str, example: &'static str) -> Result<Vec<Step>, Fault> {
    let term = only_term(text, Place::Polling, example)?;
    match term.origin {
        Origin::Body(steps) => Ok(steps),
        _ => Err(term.fault("is not of the answer. Use “@triggerBody()”.")),
    }
}

/// The text with the values of the answer; none where one of them is not there.
fn filled(text: &Text, json: &Value) -> Option<String> {
    let scope = Scope {
        connection: &BTreeMap::new(),
        method: Method::Get,
        headers: &[],
        query: "",
        body: Ok(json),
        item: None,
    };
    let mut record = Record::default();
    let mut all = String::new();
    for piece in &text.pieces {
        match piece {
            Piece::Plain(plain) => all.push_str(plain),
            Piece::Term(term) => {
                let value = scope.value(term, &mut record).ok()??;
                all.push_str(&Some(plain(&value)).filter(|text| !text.is_empty())?);
            }
        }
    }
    Some(all)
}
