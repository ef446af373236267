//! The steps of a sign-in as people see them: every secret masked, failures explained.

use reqwest::Method;
use reqwest::header::{DATE, HeaderMap, LOCATION};
use secrecy::ExposeSecret;
use serde_json::Value;
use tenon_connector::security::oauth::{
    Explanation, Hop, HopStep, Refusal, TokenAnswer, TokenCarrier, Trouble, explain_refusal,
    explain_unreadable,
};
use url::{Url, form_urlencoded};

use super::{AskedWith, Client};
use crate::egress::{EgressError, IncomingResponse};
use crate::runtime::mask::{HIDDEN, Mask};

/// The characters of an answer that are shown.
const SHOWN: usize = 2_000;

/// What of a request may be seen. Anything else is masked: a provider may call a secret what it likes.
const CLEAR: [&str; 18] = [
    "client_id",
    "client_key",
    "grant_type",
    "redirect_uri",
    "response_type",
    "scope",
    "resource",
    "audience",
    "idpHint",
    "prompt",
    "access_type",
    "token_access_type",
    "code_challenge_method",
    "response_mode",
    "action",
    "type",
    "owner",
    "include_granted_scopes",
];

/// How far clocks may be apart. Milliseconds.
const APART: i64 = 5 * 60_000;

/// Writes down the steps of one client.
pub(super) struct Recorder<'a> {
    client: &'a Client,
    now: i64,
    method: Method,
    mask: Mask,
}

impl<'a> Recorder<'a> {
    pub(super) fn new(client: &'a Client, now: i64) -> Self {
        let secret = client.secret.iter().map(ExposeSecret::expose_secret);
        Self {
            client,
            now,
            method: Method::POST,
            mask: Mask::of_secrets(secret),
        }
    }

    /// Also masks what a token is asked for with.
    pub(super) fn with(mut self, with: &AskedWith) -> Self {
        let secrets = match with {
            AskedWith::Code { code, verifier } => vec![code, verifier],
            AskedWith::Refresh(token) | AskedWith::Exchange(token) | AskedWith::Renewal(token) => {
                vec![token]
            }
            AskedWith::Client => Vec::new(),
        };
        let secrets = secrets.into_iter().chain(&self.client.secret);
        self.mask = Mask::of_secrets(secrets.map(ExposeSecret::expose_secret));
        self.method = with.method();
        self
    }

    fn hop(&self, step: HopStep, method: &str, url: &Url) -> Hop {
        let mut shown = url.clone();
        shown.set_query(None);
        shown.set_fragment(None);
        Hop {
            step,
            at: self.now,
            request: format!("{method} {}", self.mask.hide(shown.as_str())),
            sent: self.pairs(url.query_pairs()),
            status: None,
            answer: String::new(),
            finding: None,
        }
    }

    fn pairs<'p>(
        &self,
        pairs: impl Iterator<Item = (std::borrow::Cow<'p, str>, std::borrow::Cow<'p, str>)>,
    ) -> Vec<(String, String)> {
        let shown = |value: &str| {
            let cut: String = value.chars().take(300).collect();
            self.mask.hide(&cut)
        };
        pairs
            .map(|(name, value)| {
                let is_clear = CLEAR.iter().any(|known| name == *known);
                let value = if is_clear {
                    shown(&value)
                } else {
                    HIDDEN.to_owned()
                };
                (shown(&name), value)
            })
            .collect()
    }

    pub(super) fn authorize(&self, url: &Url) -> Hop {
        Hop {
            answer: format!("In the browser: {}.", self.client.manner.words()),
            ..self.hop(HopStep::Authorize, "GET", url)
        }
    }

    pub(super) fn request(&self, step: HopStep, url: &Url, body: &str, has_header: bool) -> Hop {
        let mut hop = self.hop(step, self.method.as_str(), url);
        if let Ok(Value::Object(members)) = serde_json::from_str(body) {
            let pairs = members.iter().map(|(name, value)| {
                let value = value.as_str().unwrap_or_default();
                (name.as_str().into(), value.into())
            });
            hop.sent.extend(self.pairs(pairs));
        } else {
            hop.sent
                .extend(self.pairs(form_urlencoded::parse(body.as_bytes())));
        }
        if has_header {
            let header = (
                "Authorization (header)".to_owned(),
                format!("Basic {HIDDEN}"),
            );
            hop.sent.push(header);
        }
        hop
    }

    /// A request that could not be written.
    pub(super) fn stopped(&self, step: HopStep, url: &str, reason: &str) -> Hop {
        let finding = Explanation::new(
            Trouble::Unknown,
            self.mask.hide(reason),
            "Correct the OAuth settings in the Security step.",
        );
        Hop {
            step,
            at: self.now,
            request: format!("{} {}", self.method, self.mask.hide(url)),
            sent: Vec::new(),
            status: None,
            answer: "Nothing was sent.".to_owned(),
            finding: Some(finding),
        }
    }

    pub(super) fn unsendable(&self, step: HopStep, url: &str) -> Hop {
        self.stopped(step, url, "The token URL cannot be read.")
    }

    pub(super) fn unanswered(&self, hop: &mut Hop, error: &EgressError) {
        "There was no answer.".clone_into(&mut hop.answer);
        hop.finding = Some(Explanation::new(
            Trouble::Provider,
            self.mask.hide(&error.to_string()),
            "Check the token URL in the Security step.",
        ));
    }

    pub(super) fn answered(
        &self,
        hop: &mut Hop,
        answer: &IncomingResponse,
        understood: &TokenAnswer,
    ) {
        let status = answer.status.as_u16();
        hop.status = Some(status);
        match understood {
            TokenAnswer::Granted(value) => hop.answer = granted(value),
            TokenAnswer::Refused(refusal) => {
                let refusal = self.hidden(refusal);
                hop.answer = told(&refusal);
                let mut finding = explain_refusal(hop.step, Some(status), &refusal);
                add_clock(&mut finding, &answer.headers, self.now);
                hop.finding = Some(finding);
            }
            TokenAnswer::Unreadable(unreadable) => {
                let place = answer.headers.get(LOCATION).and_then(|at| at.to_str().ok());
                hop.answer = match place.and_then(|place| Url::parse(place).ok()) {
                    Some(place) => format!("It leads to {}.", super::origin(place.as_str())),
                    None => excerpt(&self.mask, &answer.body),
                };
                hop.finding = Some(explain_unreadable(status, *unreadable));
            }
        }
    }

    pub(super) fn whoami(
        &self,
        url: &Url,
        carrier: &TokenCarrier,
        answer: Result<IncomingResponse, EgressError>,
    ) -> Hop {
        let mut hop = self.hop(HopStep::UserInfo, "GET", url);
        hop.sent.push((
            format!("{} (header)", carrier.header),
            carrier.value(HIDDEN),
        ));
        match answer {
            Ok(answer) => {
                let status = answer.status.as_u16();
                hop.status = Some(status);
                "What it says of the person is not kept.".clone_into(&mut hop.answer);
                if !answer.status.is_success() {
                    hop.finding = Some(Explanation::new(
                        Trouble::Scope,
                        format!(
                            "The provider does not tell whose token it is: it answered with {status}."
                        ),
                        "As a rule the scopes do not allow it. Calls can work all the same.",
                    ));
                }
            }
            Err(error) => {
                hop.finding = Some(Explanation::new(
                    Trouble::Provider,
                    error.to_string(),
                    "Calls can work all the same.",
                ));
            }
        }
        hop
    }

    fn hidden(&self, refusal: &Refusal) -> Refusal {
        let cut = |text: &str| {
            let text: String = text.chars().take(SHOWN).collect();
            without_long_words(&self.mask.hide(&text))
        };
        Refusal {
            error: cut(&refusal.error),
            description: cut(&refusal.description),
        }
    }
}

/// The step in which the provider sent the browser back. A refusal tells why.
#[must_use]
pub fn callback_hop(redirect: &str, refusal: Option<&Refusal>, now: i64) -> Hop {
    let cut = |text: &String| without_long_words(&text.chars().take(SHOWN).collect::<String>());
    let refusal = refusal.map(|refusal| Refusal {
        error: cut(&refusal.error),
        description: cut(&refusal.description),
    });
    Hop {
        step: HopStep::Callback,
        at: now,
        request: format!("GET {redirect}"),
        sent: Vec::new(),
        status: None,
        answer: refusal
            .as_ref()
            .map_or_else(|| format!("code {HIDDEN}"), told),
        finding: refusal.map(|refusal| explain_refusal(HopStep::Callback, None, &refusal)),
    }
}

/// What was granted, without the tokens.
fn granted(value: &Value) -> String {
    let members = value.as_object().into_iter().flatten();
    let pieces = members.map(|(name, value)| match (name.as_str(), value) {
        ("access_token" | "refresh_token", _) => format!("{name} {HIDDEN}"),
        (_, Value::String(text)) => format!("{name} {text}"),
        (_, other) => format!("{name} {other}"),
    });
    pieces.collect::<Vec<_>>().join("\n")
}

fn told(refusal: &Refusal) -> String {
    let pieces = [("error", &refusal.error), ("", &refusal.description)];
    let pieces = pieces.iter().filter(|(_, text)| !text.is_empty());
    let lines = pieces.map(|(name, text)| format!("{name} {text}").trim().to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// The beginning of an answer that is no OAuth answer. Tokens can stand in it under any name, so that long words are
/// masked.
fn excerpt(mask: &Mask, body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let mut plain = String::new();
    let mut in_tag = false;
    for c in text.chars().take(20 * SHOWN) {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => plain.push(c),
            _ => {}
        }
    }
    let words: Vec<_> = plain.split_whitespace().collect();
    let cut: String = words.join(" ").chars().take(SHOWN).collect();
    without_long_words(&mask.hide(&cut))
}

/// A text with every run of 20 and more characters of which tokens are made masked, unless it is made of letters and
/// hyphens alone.
fn without_long_words(text: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_.~+/=".contains(c);
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_part) {
        let (before, word) = rest.split_at(at);
        let end = word.find(|c| !is_part(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        shown.push_str(before);
        let is_plain = word
            .chars()
            .all(|c| c.is_ascii_lowercase() || "-_.".contains(c));
        shown.push_str(if word.len() >= 20 && !is_plain {
            HIDDEN
        } else {
            word
        });
        rest = after;
    }
    shown.push_str(rest);
    shown
}

/// Adds that the clocks are apart, where the provider tells its time.
fn add_clock(finding: &mut Explanation, headers: &HeaderMap, now: i64) {
    let date = headers.get(DATE).and_then(|date| date.to_str().ok());
    let Some(theirs) = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok()) else {
        return;
    };
    let apart = theirs.timestamp().as_millisecond().saturating_sub(now);
    if apart.saturating_abs() > APART {
        let minutes = apart.saturating_abs() / 60_000;
        finding.advice.push_str(&format!(
            " The clock of the provider and that of this machine are {minutes} minutes apart: set the one that is wrong."
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::{excerpt, without_long_words};
    use crate::runtime::mask::{HIDDEN, Mask};

    #[test]
    fn what_could_be_a_token_is_masked_in_what_is_no_answer() {
        let mask = Mask::of_secrets(["planted"].into_iter());
        let body = br#"<html><b>Sorry</b> planted {"token":"AbCdEf1234567890AbCdEf"}</html>"#;
        let shown = excerpt(&mask, body);
        assert_eq!(shown, format!("Sorry {HIDDEN} {{\"token\":\"{HIDDEN}\"}}"));
        let words = "unsupported_grant_type_of_client stays";
        assert_eq!(without_long_words(words), words);
    }
}
