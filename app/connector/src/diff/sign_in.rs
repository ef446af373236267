//! What becomes of those who have signed in when the settings of OAuth change (apiProperties,
//! `oAuthSettings`; Swagger 2.0, Security Scheme Object).
//!
//! A connection holds what the server that renews access has given it. As long as the same server is asked,
//! nobody notices; where people sign in matters only to those who connect anew.

use serde_json::Value;

use super::changes::Changed;
use super::judge::gains;
use super::rules::*;
use crate::document::Path;

type Judgement = Option<&'static EffectRule>;

/// The member of the settings that holds what the identity provider wants.
const CUSTOM: &str = "customParameters";

/// The effect of a change of the settings of OAuth, at `keys` from them on. Power Platform reads their names
/// in any letters.
pub(super) fn on_settings(
    keys: &[&str],
    changed: &Changed<'_>,
    before: &Value,
    after: &Value,
) -> Judgement {
    let keys: Vec<String> = keys.iter().map(|key| key.to_ascii_lowercase()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    match keys[..] {
        [] | ["identityprovider" | "clientid" | "customparameters"] => {
            Some(&AUTHENTICATION_CHANGED)
        }
        ["properties", "azureactivedirectoryresourceid"] => Some(&AUTHENTICATION_CHANGED),
        ["scopes"] => gains(changed).then_some(&SCOPES_ADDED),
        ["redirectmode"] => {
            (mode(changed.before) != mode(changed.after)).then_some(&REDIRECT_CHANGED)
        }
        // It is filled in by the platform, so one that comes or goes says nothing.
        ["redirecturl"] => (!changed.is_new() && !changed.is_gone()).then_some(&REDIRECT_CHANGED),
        ["customparameters", name, ..] => on_custom(
            name,
            Settings::of(changed, before),
            Settings::of(changed, after),
        ),
        _ => None,
    }
}

/// The redirect mode; the old one holds where none is said.
fn mode(value: Option<&Value>) -> String {
    let said = value.and_then(Value::as_str);
    said.unwrap_or("Global").to_ascii_lowercase()
}

/// The effect of a change of what the identity provider wants, by its name in small letters.
fn on_custom(name: &str, was: Settings<'_>, now: Settings<'_>) -> Judgement {
    let text = |settings: Settings<'_>| settings.text(name).map(str::to_owned);
    if text(was) == text(now) {
        return None;
    }
    match name {
        "resourceuri" => Some(&AUTHENTICATION_CHANGED),
        // Microsoft Entra ID: both addresses are made of them.
        "loginuri" | "tenantid" => Some(&RENEWAL_CHANGED),
        "tokenurl" | "tokenurltemplate" | "refreshurl" | "refreshurltemplate" => {
            let is_renewed_elsewhere = renewed_elsewhere(was.renewal(), now.renewal());
            let is_asked_for_tokens = name.starts_with("token");
            let rule = if is_renewed_elsewhere {
                &RENEWAL_CHANGED
            } else {
                &SIGN_IN_CHANGED
            };
            (is_renewed_elsewhere || is_asked_for_tokens || was.renewal() != now.renewal())
                .then_some(rule)
        }
        "authorizationurl"
        | "authorizationurltemplate"
        | "authorizationurlquerystringtemplate"
        | "tokenurlquerystringtemplate"
        | "tokenbodytemplate" => Some(&SIGN_IN_CHANGED),
        _ => None,
    }
}

/// The effect of another token URL of a security definition.
pub(super) fn on_token_url(changed: &Changed<'_>) -> &'static EffectRule {
    let text = |value: Option<&'_ Value>| value.and_then(Value::as_str).map(str::to_owned);
    let (was, now) = (text(changed.before), text(changed.after));
    if renewed_elsewhere(was.as_deref(), now.as_deref()) {
        &RENEWAL_CHANGED
    } else {
        &SIGN_IN_CHANGED
    }
}

/// Whether access that was renewed at one address is renewed at another server now.
fn renewed_elsewhere(was: Option<&str>, now: Option<&str>) -> bool {
    was.is_some_and(|was| now.is_none_or(|now| server(was) != server(now)))
}

/// The server of an address, which is named in any letters.
fn server(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let server = rest.split(['/', '?', '#']).next().unwrap_or_default();
    server.to_ascii_lowercase()
}

/// What the identity provider wants, in one version.
#[derive(Clone, Copy)]
struct Settings<'v>(Option<&'v Value>);

impl<'v> Settings<'v> {
    /// The settings that a change lies in.
    fn of(changed: &Changed<'_>, root: &'v Value) -> Self {
        let is_custom = |step: &crate::document::Step| {
            step.as_key()
                .is_some_and(|key| key.eq_ignore_ascii_case(CUSTOM))
        };
        let above = changed.steps.iter().position(is_custom);
        let steps = changed.steps.iter().take(above.unwrap_or_default());
        let settings = Path::of(steps.cloned()).get(root);
        Self(settings.and_then(|settings| member(settings, CUSTOM)))
    }

    fn text(self, name: &str) -> Option<&'v str> {
        let value = member(self.0?, name)?;
        value.get("value").unwrap_or(value).as_str()
    }

    /// Where access is renewed: at the refresh URL, else at the token URL.
    fn renewal(self) -> Option<&'v str> {
        [
            "refreshurl",
            "refreshurltemplate",
            "tokenurl",
            "tokenurltemplate",
        ]
        .into_iter()
        .find_map(|name| self.text(name).filter(|address| !address.is_empty()))
    }
}

/// The member of this name, in whatever letters.
fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    let members = value.as_object()?;
    let mut found = members
        .iter()
        .filter(|(key, _)| key.eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value)
}
