//! The OAuth doctor: what went wrong in a sign-in, in words, and what to do about it.

use serde::{Deserialize, Serialize};

use super::answer::{Refusal, Unreadable};

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trouble {
    /// The redirect URL is not registered.
    Redirect,
    /// The client did not prove itself as the provider wants.
    Client,
    /// The provider does not know the client.
    UnknownClient,
    /// The provider does not know a scope, or does not grant it.
    Scope,
    /// The proof key is missing, or not wanted.
    ProofKey,
    /// The code or the refresh token does not hold any more.
    Grant,
    /// The provider does not read the form of the request.
    Media,
    /// The person did not agree.
    Denied,
    /// The answer is no OAuth answer.
    Answer,
    /// A clock is wrong.
    Clock,
    /// Nobody answered, or the provider has a fault.
    Provider,
    /// The client may not use this grant.
    GrantType,
    /// Something else.
    Unknown,
}

/// What happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// What is the matter.
    pub trouble: Trouble,
    /// What happened, in a sentence.
    pub what: String,
    /// What to do, in a sentence.
    pub advice: String,
}

impl Explanation {
    /// An explanation in these words.
    #[must_use]
    pub fn new(trouble: Trouble, what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            trouble,
            what: what.into(),
            advice: advice.into(),
        }
    }

    /// Both sentences.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} {}", self.what, self.advice)
    }
}

/// The step of a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HopStep {
    /// The browser is sent to the provider.
    Authorize,
    /// The provider sends the browser back.
    Callback,
    /// A code becomes a token, or the client gets one for itself.
    Token,
    /// A new token is exchanged for one that lives longer.
    Exchange,
    /// A token is renewed.
    Refresh,
    /// The provider is asked whose token it is.
    UserInfo,
}

impl HopStep {
    /// The step in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Authorize => "Sent to the provider",
            Self::Callback => "Back from the provider",
            Self::Token => "Token request",
            Self::Exchange => "Exchange for a longer-lived token",
            Self::Refresh => "Refresh",
            Self::UserInfo => "Whose token it is",
        }
    }
}

/// One step of a sign-in as it went, every secret masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    /// Which.
    pub step: HopStep,
    /// When: milliseconds since 1970, UTC.
    pub at: i64,
    /// Method and address.
    pub request: String,
    /// What was said, name by name.
    pub sent: Vec<(String, String)>,
    /// The status of the answer; none where there was none.
    pub status: Option<u16>,
    /// The answer, or what there was in its place.
    pub answer: String,
    /// What is wrong with it; none where it went well.
    pub finding: Option<Explanation>,
}

/// Explains a refusal of a token request or a callback.
#[must_use]
pub fn explain_refusal(step: HopStep, status: Option<u16>, refusal: &Refusal) -> Explanation {
    let trouble = trouble_of(step, status, refusal);
    let said = said(refusal);
    let (what, advice) = words(step, trouble);
    Explanation::new(trouble, format!("{what}{said}"), advice)
}

/// Explains an answer that is none.
#[must_use]
pub fn explain_unreadable(status: u16, unreadable: Unreadable) -> Explanation {
    let (what, advice) = match unreadable {
        _ if matches!(status, 301 | 302 | 303 | 307 | 308) => (
            "The provider sent the token request on to another address.",
            "Secrets are not sent on: enter the address that it leads to as token URL in the Security step.",
        ),
        _ if status == 404 || status == 405 => (
            "There is nothing that takes token requests at this address.",
            "Check the token URL in the Security step against the provider's documentation.",
        ),
        _ if status == 415 => {
            return Explanation::new(
                Trouble::Media,
                "The provider does not read the form in which the request was sent.",
                "Try the likely variants: some providers want JSON.",
            );
        }
        _ if status >= 500 => {
            return Explanation::new(
                Trouble::Provider,
                format!("The provider has a fault of its own (status {status})."),
                "Try again later.",
            );
        }
        _ if status == 401 || status == 403 => {
            return Explanation::new(
                Trouble::Client,
                format!("The provider refused the client (status {status}) and does not say why."),
                words(HopStep::Token, Trouble::Client).1,
            );
        }
        Unreadable::Html => (
            "The provider answered with a page in place of a token.",
            "As a rule this is the wrong address: check the token URL in the Security step. A page for people is the \
             authorization URL.",
        ),
        Unreadable::Empty => (
            "The provider answered with nothing.",
            "Check the token URL in the Security step.",
        ),
        Unreadable::Text => (
            "The provider answered with a text that is neither JSON nor a form.",
            "Check the token URL in the Security step.",
        ),
        Unreadable::NoToken => (
            "The answer has no access token, and no error either.",
            "Check the token URL in the Security step, and look at the answer for what the provider wants.",
        ),
    };
    Explanation::new(Trouble::Answer, what, advice)
}

fn said(refusal: &Refusal) -> String {
    match (refusal.error.as_str(), refusal.description.as_str()) {
        ("", "") => String::new(),
        (error, "") => format!(" It says “{error}”."),
        ("", description) => format!(" It says “{}”.", trimmed(description)),
        (error, description) => format!(" It says “{error}”: “{}”.", trimmed(description)),
    }
}

fn trimmed(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let line = line.trim().trim_end_matches('.');
    line.chars().take(300).collect()
}

/// Words that give a trouble away, wherever they stand; the first that fits counts. The numbers are those of Entra ID.
const SIGNS: [(Trouble, &[&str]); 9] = [
    (
        Trouble::Redirect,
        &[
            "redirect_uri",
            "redirect uri",
            "redirect url",
            "aadsts50011",
            "aadsts500113",
            "redirect_mismatch",
        ],
    ),
    (
        Trouble::Clock,
        &[
            "clock",
            "not yet valid",
            "issued in the future",
            "aadsts700024",
        ],
    ),
    (
        Trouble::ProofKey,
        &[
            "pkce",
            "code_verifier",
            "code verifier",
            "code_challenge",
            "code challenge",
            "aadsts9002325",
            "aadsts50148",
        ],
    ),
    (
        Trouble::UnknownClient,
        &[
            "aadsts700016",
            "unknown client",
            "client not found",
            "no such app",
            "client does not exist",
            "unknown_client",
        ],
    ),
    (
        Trouble::Client,
        &[
            "aadsts7000215",
            "aadsts7000218",
            "aadsts7000222",
            "client secret",
            "client_secret",
            "invalid_client",
            "bad_client",
            "incorrect_client_credentials",
            "client authentication",
        ],
    ),
    (
        Trouble::Scope,
        &[
            "invalid_scope",
            "scope",
            "aadsts70011",
            "aadsts65001",
            "aadsts500011",
            "invalid_resource",
        ],
    ),
    (
        Trouble::Media,
        &[
            "content-type",
            "content type",
            "media type",
            "unsupported_media",
            "malformed json",
        ],
    ),
    (
        Trouble::Denied,
        &[
            "access_denied",
            "user_denied",
            "consent_required",
            "cancelled",
            "canceled",
        ],
    ),
    (
        Trouble::Grant,
        &[
            "invalid_grant",
            "bad_verification_code",
            "invalid_code",
            "code_already_used",
            "expired",
            "revoked",
        ],
    ),
];

fn trouble_of(step: HopStep, status: Option<u16>, refusal: &Refusal) -> Trouble {
    let text = format!("{} {}", refusal.error, refusal.description).to_ascii_lowercase();
    let is_refresh = step == HopStep::Refresh;
    // What a provider adds to it in words says which of the reasons it was, but a refresh token that is refused is that.
    if is_refresh && refusal.error.eq_ignore_ascii_case("invalid_grant") {
        return Trouble::Grant;
    }
    let found = SIGNS
        .iter()
        .find(|(_, signs)| signs.iter().any(|sign| text.contains(sign)));
    match (found, refusal.error.as_str(), status) {
        (Some((trouble, _)), ..) => *trouble,
        (
            None,
            "unauthorized_client" | "unsupported_grant_type" | "unsupported_response_type",
            _,
        ) => Trouble::GrantType,
        (None, "server_error" | "temporarily_unavailable", _) => Trouble::Provider,
        (None, _, Some(500..)) => Trouble::Provider,
        (None, _, Some(415)) => Trouble::Media,
        (None, _, Some(401)) => Trouble::Client,
        _ => Trouble::Unknown,
    }
}

fn words(step: HopStep, trouble: Trouble) -> (&'static str, &'static str) {
    match trouble {
        Trouble::Redirect => (
            "The provider does not accept the redirect URL.",
            "Register the redirect URL that the Security step shows with the provider, letter for letter.",
        ),
        Trouble::Client => (
            "The provider does not accept how the client proves itself.",
            "Check client ID and client secret in the Security step. If both are right, try the likely variants: \
             some providers want them as basic authentication, others in the body.",
        ),
        Trouble::UnknownClient => (
            "The provider does not know the client ID.",
            "Check the client ID in the Security step, and that it was registered with this provider and tenant.",
        ),
        Trouble::Scope => (
            "The provider does not grant what was asked for.",
            "Check the scopes in the Security step against those that the client was registered for. If they are \
             right, try the likely variants: some providers want commas between them.",
        ),
        Trouble::ProofKey => (
            "The provider and Tenon do not agree about the proof key (PKCE).",
            "Try the likely variants.",
        ),
        Trouble::Grant if step == HopStep::Refresh => (
            "The provider does not renew the token any more: it has expired, or was taken back.",
            "Sign in again.",
        ),
        Trouble::Grant if step == HopStep::Exchange => (
            "The provider does not exchange the token for one that lives longer.",
            "Calls go with the present one until it ends; then sign in again.",
        ),
        Trouble::Grant => (
            "The provider does not take the code: it was used before, is too old, or was made for another redirect URL.",
            "Sign in again. If it stays so, check the redirect URL that is registered.",
        ),
        Trouble::Media => (
            "The provider does not read the form in which the request was sent.",
            "Try the likely variants: some providers want JSON.",
        ),
        Trouble::Denied => (
            "The sign-in was not agreed to.",
            "Sign in again and agree, or ask an administrator of the provider for consent.",
        ),
        Trouble::Clock => (
            "The provider says that a time does not fit.",
            "Set the clock of the machine that Tenon runs on.",
        ),
        Trouble::GrantType => (
            "The client may not sign people in this way.",
            "Allow the authorization code grant (and refresh tokens) for the client where it is registered.",
        ),
        Trouble::Provider => ("The provider has a fault of its own.", "Try again later."),
        Trouble::Answer | Trouble::Unknown => (
            "The provider refused.",
            "Look at its answer below, and check the addresses and the client in the Security step.",
        ),
    }
}

#[cfg(test)]
mod tests;
