//! Hides secrets in what people see: the value itself and every form in which it travels.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use tenon_connector::policy::run::{Outcome, Part, Trace};
use tenon_connector::properties::{Authentication, ConnectionParameter, ParameterKind};
use tenon_connector::request::percent_encoded;

use super::Credentials;

/// What stands in a secret's place.
pub(super) const HIDDEN: &str = "••••••";

/// The texts to hide, longest first. It is neither printed nor kept.
#[derive(Clone)]
pub(super) struct Mask(Vec<String>);

impl Mask {
    /// The secrets of a connection: all values but those of parameters that are typed in the clear
    /// and do not authenticate.
    pub(super) fn of(
        parameters: &[ConnectionParameter<'_>],
        authentication: &Authentication,
        credentials: &Credentials,
    ) -> Self {
        let proof = match authentication {
            Authentication::Basic { password, .. } => Some(password),
            Authentication::ApiKey { parameter, .. } | Authentication::OAuth { parameter } => {
                Some(parameter)
            }
            Authentication::None | Authentication::Several | Authentication::Unsupported { .. } => {
                None
            }
        };
        let is_clear = |key: &str| {
            let clear = [
                ParameterKind::Text,
                ParameterKind::Integer,
                ParameterKind::Boolean,
            ];
            let mut named = parameters.iter().filter(|p| p.key() == key);
            proof.is_none_or(|proof| proof != key)
                && named.any(|parameter| clear.contains(&parameter.kind()))
        };
        let secrets = credentials.all().filter(|(key, _)| !is_clear(key));
        let mut texts: Vec<_> = secrets.flat_map(|(_, value)| forms(value)).collect();
        if let Authentication::Basic { user, password } = authentication {
            let user = credentials.get(user).unwrap_or_default();
            let password = credentials.get(password).unwrap_or_default();
            texts.extend(forms_in_base64(&format!("{user}:{password}")));
        }
        Self::hiding(texts)
    }

    /// These secrets alone.
    pub(super) fn of_secrets<'s>(secrets: impl Iterator<Item = &'s str>) -> Self {
        Self::hiding(secrets.flat_map(forms).collect())
    }

    fn hiding(mut texts: Vec<String>) -> Self {
        texts.retain(|text| !text.is_empty());
        texts.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        texts.dedup();
        Self(texts)
    }

    /// Also hides what the headers of a request prove themselves with: policies make such values of what they ask
    /// for, and services echo them.
    pub(super) fn learn(&mut self, headers: &[(String, String)]) {
        let proofs = headers.iter().filter(|(name, _)| is_credential(name));
        let words = proofs.map(|(_, value)| {
            let word = value
                .split_once(' ')
                .map_or(value.as_str(), |(_, word)| word);
            word.trim()
        });
        // A word that is too short to prove anything would hide half of every text.
        let words = words.filter(|word| word.len() >= 6).flat_map(forms);
        let known = std::mem::take(&mut self.0);
        *self = Self::hiding(known.into_iter().chain(words).collect());
    }

    /// Whether the text holds a secret.
    pub(super) fn finds(&self, text: &str) -> bool {
        self.0.iter().any(|secret| text.contains(secret.as_str()))
    }

    /// What a header holds, as people see it.
    pub(super) fn header(&self, name: &str, value: &str) -> String {
        if is_credential(name) {
            hidden_credential(value)
        } else {
            self.hide(value)
        }
    }

    /// What a policy did, as people see it.
    pub(super) fn trace(&self, mut trace: Trace) -> Trace {
        match &mut trace.outcome {
            Outcome::Applied => {}
            Outcome::Skipped { reason: text } | Outcome::Failed { error: text } => {
                *text = self.hide(text);
            }
        }
        for change in &mut trace.changes {
            let hidden = |value: &String| match &change.part {
                Part::Header { name } => self.header(name, value),
                _ => self.hide(value),
            };
            change.before = change.before.as_ref().map(hidden);
            change.after = change.after.as_ref().map(hidden);
            if let Part::Body { path } = &mut change.part {
                *path = self.hide(path);
            }
        }
        for note in &mut trace.notes {
            *note = self.hide(note);
        }
        trace
    }

    /// The text with every secret hidden.
    pub(super) fn hide(&self, text: &str) -> String {
        self.0
            .iter()
            .fold(text.to_owned(), |text, secret| text.replace(secret, HIDDEN))
    }
}

/// Whether a header is there to prove who calls, whatever it holds.
pub(super) fn is_credential(name: &str) -> bool {
    [
        "authorization",
        "proxy-authorization",
        "cookie",
        "set-cookie",
    ]
    .iter()
    .any(|known| known.eq_ignore_ascii_case(name))
}

/// The scheme of the credentials may be seen (`Basic`), they may not.
fn hidden_credential(value: &str) -> String {
    match value.split_once(' ') {
        Some((scheme, _))
            if scheme.bytes().all(|b| b.is_ascii_alphabetic()) && scheme.len() <= 10 =>
        {
            format!("{scheme} {HIDDEN}")
        }
        _ => HIDDEN.to_owned(),
    }
}

/// A secret as it is, percent-encoded, as a form and JSON write it, and in Base64.
fn forms(secret: &str) -> Vec<String> {
    let encoded = percent_encoded(secret);
    let twice = percent_encoded(&encoded);
    let form: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let loose: String = url::form_urlencoded::byte_serialize(secret.as_bytes())
        .collect::<String>()
        .replace('+', "%20");
    let in_json = json_escaped(secret);
    let in_json_twice = json_escaped(&in_json);
    let lower = [&encoded, &twice, &form].map(|text| with_lower_escapes(text));
    let mut all = vec![
        secret.to_owned(),
        encoded,
        twice,
        form,
        loose,
        in_json,
        in_json_twice,
    ];
    all.extend(lower);
    all.extend(forms_in_base64(secret));
    all
}

fn forms_in_base64(text: &str) -> Vec<String> {
    let engines = [STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD];
    let encoded: Vec<_> = engines.iter().map(|engine| engine.encode(text)).collect();
    let in_urls: Vec<_> = encoded.iter().map(|text| percent_encoded(text)).collect();
    encoded.into_iter().chain(in_urls).collect()
}

fn json_escaped(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let inner = quoted.strip_prefix('"').and_then(|q| q.strip_suffix('"'));
    inner.unwrap_or(&quoted).to_owned()
}

/// The same with the letters of each escape in lower case, as some services write them.
fn with_lower_escapes(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (escape, rest) = piece.split_at_checked(2).unwrap_or((piece, ""));
        whole.push('%');
        whole.push_str(&escape.to_ascii_lowercase());
        whole.push_str(rest);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::{HIDDEN, Mask, forms};

    #[test]
    fn a_secret_is_hidden_in_every_form_in_which_it_travels() {
        let secret = "pl@nted/\"secret\" +ü";
        let mask = Mask::hiding(forms(secret));
        let cases = [
            "pl@nted/\"secret\" +ü",
            "pl%40nted%2F%22secret%22%20%2B%C3%BC",
            "pl%40nted%2f%22secret%22%20%2b%c3%bc",
            "pl%40nted%2F%22secret%22+%2B%C3%BC",
            "pl@nted/\\\"secret\\\" +ü",
            "cGxAbnRlZC8ic2VjcmV0IiArw7w=",
            "cGxAbnRlZC8ic2VjcmV0IiArw7w",
        ];
        for form in cases {
            assert_eq!(mask.hide(&format!("a {form} b")), format!("a {HIDDEN} b"));
        }
    }

    #[test]
    fn a_secret_inside_another_leaves_no_rest() {
        let mask = Mask::hiding(vec!["oak".to_owned(), "oakwood".to_owned()]);
        assert_eq!(mask.hide("oakwood oak"), format!("{HIDDEN} {HIDDEN}"));
    }
}
