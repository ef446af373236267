//! Hides secrets in what people see: the value itself and every form in which it travels.

mod needles;
mod spelling;

use std::sync::Arc;

use secrecy::zeroize::Zeroizing;
use serde_json::Value;
use tenon_connector::policy::run::{Change, Outcome, Part, Trace};
use tenon_connector::properties::{Authentication, ConnectionParameter, ParameterKind};
use tenon_connector::request::Inputs;

use super::Credentials;
use needles::{Needles, in_base64};

/// What stands in a secret's place.
pub(super) const HIDDEN: &str = "••••••";

/// The texts to hide. It is neither printed nor kept. Clones share what they hide.
#[derive(Clone)]
pub(super) struct Mask(Arc<Needles>);

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
                && named
                    .any(|parameter| clear.contains(&parameter.kind()) && !parameter.is_secret())
        };
        let secrets = credentials.all().filter(|(key, _)| !is_clear(key));
        let mut pairs = Vec::new();
        if let Authentication::Basic { user, password } = authentication {
            let user = credentials.get(user).unwrap_or_default();
            let password = credentials.get(password).unwrap_or_default();
            let pair = Zeroizing::new(format!("{user}:{password}"));
            pairs.extend(in_base64(&pair));
        }
        let secrets = secrets.map(|(_, value)| value);
        Self(Arc::new(Needles::new(secrets, pairs)))
    }

    /// These secrets alone.
    pub(super) fn of_secrets<'s>(secrets: impl Iterator<Item = &'s str>) -> Self {
        Self(Arc::new(Needles::new(secrets, Vec::new())))
    }

    /// Also hides these.
    pub(super) fn and<'s>(self, secrets: impl Iterator<Item = &'s str>) -> Self {
        self.0
            .with(secrets)
            .map_or(self, |more| Self(Arc::new(more)))
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
        self.learn_words(words);
    }

    /// Also hides what policies asked for and put where its name speaks of a credential.
    pub(super) fn learn_fetched(&mut self, traces: &[Trace]) {
        let fetching = traces
            .iter()
            .filter(|trace| trace.policy.template == FETCHES);
        let changes = fetching.flat_map(|trace| &trace.changes);
        let values: Vec<_> = changes.flat_map(fetched).collect();
        self.learn_words(values.iter().map(String::as_str));
    }

    /// Also hides what headers hold whose names speak of a credential.
    pub(super) fn learn_named(&mut self, headers: &[(String, String)]) {
        let named = headers
            .iter()
            .filter(|(name, _)| speaks_of_credential(name));
        self.learn_words(named.map(|(_, value)| value.as_str()));
    }

    /// Also hides what the query of an address holds by names that speak of a credential, and a password in it.
    pub(super) fn learn_address(&mut self, url: &url::Url) {
        let pairs = url.query_pairs();
        let named = pairs.filter(|(name, _)| speaks_of_credential(name));
        let mut words: Vec<_> = named.map(|(_, value)| value.into_owned()).collect();
        words.extend(url.password().map(str::to_owned));
        self.learn_words(words.iter().map(String::as_str));
    }

    fn learn_words<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        // A word that is too short to prove anything would hide half of every text.
        let words = words.filter(|word| word.len() >= 6);
        if let Some(more) = self.0.with(words) {
            self.0 = Arc::new(more);
        }
    }

    /// Whether the text holds a secret.
    pub(super) fn finds(&self, text: &str) -> bool {
        self.0.find(text, 0).is_some()
    }

    /// Whether what was filled in holds a secret, as far as is known: what cannot be looked at may.
    pub(super) fn finds_in(&self, inputs: &Inputs) -> bool {
        serde_json::to_string(inputs).map_or(true, |text| self.finds(&text))
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
            Outcome::Skipped { reason: text }
            | Outcome::Foreseen { reason: text }
            | Outcome::Failed { error: text } => {
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
            if let Part::Body { path: text } | Part::Answer { url: text, .. } = &mut change.part {
                *text = self.hide(text);
            }
        }
        for note in &mut trace.notes {
            *note = self.hide(note);
        }
        trace
    }

    /// The text with every secret hidden.
    pub(super) fn hide(&self, text: &str) -> String {
        let (mut hidden, mut at) = (String::with_capacity(text.len()), 0);
        while let Some(found) = self.0.find(text, at) {
            hidden.push_str(text.get(at..found.start).unwrap_or_default());
            hidden.push_str(HIDDEN);
            at = found.end;
        }
        hidden.push_str(text.get(at..).unwrap_or_default());
        hidden
    }
}

/// The template of the policies that ask for a value.
const FETCHES: &str = "setvaluefromurl";

/// What a policy put into headers and parameters of the query whose names speak of a credential.
fn fetched(change: &Change) -> Vec<String> {
    let after = change.after.as_deref().unwrap_or_default();
    match &change.part {
        Part::Header { name } if speaks_of_credential(name) => {
            let word = after.split_once(' ').map_or(after, |(_, word)| word);
            vec![after.to_owned(), word.trim().to_owned()]
        }
        Part::Url => {
            let pairs = |url: &str| -> Vec<(String, String)> {
                let url = url::Url::parse(url).ok();
                let pairs = url.iter().flat_map(|url| url.query_pairs().into_owned());
                pairs.collect()
            };
            let before = pairs(change.before.as_deref().unwrap_or_default());
            let new = pairs(after)
                .into_iter()
                .filter(|pair| !before.contains(pair));
            let new = new.filter(|(name, _)| speaks_of_credential(name));
            new.map(|(_, value)| value).collect()
        }
        Part::Answer { .. } => named_in(after),
        _ => Vec::new(),
    }
}

/// The texts of JSON that stand by names that speak of a credential; none of any other text.
fn named_in(text: &str) -> Vec<String> {
    let (mut found, mut waiting) = (Vec::new(), Vec::new());
    waiting.extend(
        serde_json::from_str::<Value>(text)
            .ok()
            .map(|all| (all, false)),
    );
    while let Some((value, is_credential)) = waiting.pop() {
        match value {
            Value::String(text) if is_credential => found.push(text),
            Value::Number(number) if is_credential => found.push(number.to_string()),
            Value::Array(items) => {
                waiting.extend(items.into_iter().map(|item| (item, is_credential)));
            }
            Value::Object(members) => waiting.extend(members.into_iter().map(|(name, member)| {
                let is_named = is_credential || speaks_of_credential(&name);
                (member, is_named)
            })),
            _ => {}
        }
    }
    found
}

/// Words in names of headers and parameters that carry credentials.
const CREDENTIAL_WORDS: [&str; 15] = [
    "auth",
    "bearer",
    "cookie",
    "credential",
    "csrf",
    "jwt",
    "key",
    "passphrase",
    "passwd",
    "password",
    "pwd",
    "secret",
    "session",
    "signature",
    "token",
];

/// Whether a name speaks of a credential: one of the words stands in it, or it ends with `sig`, `sid` or `pass`.
fn speaks_of_credential(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let ends = ["sig", "sid", "pass"].iter().any(|end| name.ends_with(end));
    ends || CREDENTIAL_WORDS.iter().any(|word| name.contains(word))
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use std::sync::Arc;

    use base64::Engine;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

    use super::{HIDDEN, Mask};

    fn of(secret: &str) -> Mask {
        Mask::of_secrets([secret].into_iter())
    }

    #[test]
    fn a_secret_is_hidden_in_every_form_in_which_it_travels() {
        let mask = of("pl@nted/\"secret\" +ü");
        let cases = [
            "pl@nted/\"secret\" +ü",
            "PL@NTED/\"SECRET\" +ü",
            "pl%40nted%2F%22secret%22%20%2B%C3%BC",
            "pl%40nted%2f%22secret%22%20%2b%c3%bc",
            "pl%40nted/%22secret%22%20+%C3%BC",
            "pl%40nted%2F%22secret%22+%2B%C3%BC",
            "pl%2540nted%252F%2522secret%2522%2520%252B%25C3%25BC",
            "pl@nted/\\\"secret\\\" +ü",
            "pl@nted\\/\\u0022secret\\u0022 \\u002b\\u00FC",
            "pl@nted/\\\\\\\"secret\\\\\\\" +ü",
            "cGxAbnRlZC8ic2VjcmV0IiArw7w=",
            "cGxAbnRlZC8ic2VjcmV0IiArw7w",
            "cGxAbnRlZC8ic2VjcmV0IiArw7w%3D",
            "706c406e7465642f22736563726574222 02bc3bc"
                .split(' ')
                .collect::<String>()
                .as_str(),
            "706C406E7465642F22736563726574 22202BC3BC"
                .split(' ')
                .collect::<String>()
                .as_str(),
        ]
        .map(str::to_owned);
        for form in cases {
            assert_eq!(mask.hide(&format!("a {form} b")), format!("a {HIDDEN} b"));
        }
    }

    #[test]
    fn a_secret_is_hidden_in_markup() {
        let mask = of("aB3/xY+9zQ==&\"t<k>'");
        let cases = [
            "aB3/xY+9zQ==&amp;&quot;t&lt;k&gt;&#39;",
            "aB3/xY+9zQ==&amp;\"t&lt;k>&apos;",
            "aB3&#x2F;xY+9zQ&#61;=&#38;&#34;t&lt;k&gt;&#x27;",
            "aB3%2FxY%2B9zQ%3D%3D%26%22t%3Ck%3E'",
            "aB3/xY%2B9zQ==%26%22t%3Ck%3E%27",
            "aB3\\/xY+9zQ==\\u0026\\\"t\\u003ck\\u003e'",
        ];
        for form in cases {
            assert_eq!(
                mask.hide(&format!("<a>{form}</a>")),
                format!("<a>{HIDDEN}</a>")
            );
        }
    }

    #[test]
    fn a_secret_within_a_longer_base64_is_hidden_at_every_place() {
        let secret = "aB3/xY+9zQ==&\"t<k>?~~";
        let mask = of(secret);
        for before in ["", "u", "us", "ada", "user:"] {
            for after in ["", "!", "!!", "&x=1"] {
                let text = format!("{before}{secret}{after}");
                for encoded in [STANDARD.encode(&text), URL_SAFE_NO_PAD.encode(&text)] {
                    let hidden = mask.hide(&encoded);
                    assert!(hidden.contains(HIDDEN), "{text}: {hidden}");
                    // What is left holds the neighbours, and six bits of the secret at either end.
                    let left = hidden.replace(HIDDEN, "").trim_end_matches('=').len();
                    let of_others = (before.len() + after.len()) * 8;
                    assert!(left * 6 <= of_others + 3 * 6, "{text}: {hidden}");
                }
            }
        }
    }

    #[test]
    fn a_secret_inside_another_leaves_no_rest() {
        let mask = Mask::of_secrets(["oak", "oakwood", "woodwork"].into_iter());
        assert_eq!(mask.hide("oakwood oak"), format!("{HIDDEN} {HIDDEN}"));
        assert_eq!(mask.hide("an oakwoodwork."), format!("an {HIDDEN}."));
    }

    #[test]
    fn a_long_secret_that_was_cut_off_is_hidden_as_far_as_it_goes() {
        let secret: String = (0..600).map(|n| format!("{n:x}-")).collect();
        let mask = of(&secret);
        let cut = secret.get(..900).unwrap();
        assert_eq!(mask.hide(&format!("{cut}…")), format!("{HIDDEN}…"));
        let beginning = secret.get(..100).unwrap();
        assert_eq!(mask.hide(beginning), beginning);
    }

    #[test]
    fn a_short_secret_hides_itself_and_no_more() {
        let mask = of("7q");
        assert_eq!(
            mask.hide("7q 377 N3E= Nw 3771"),
            format!("{HIDDEN} 377 {HIDDEN} Nw 3771")
        );
        let text = "a%&\\u12 &x; é";
        assert_eq!(mask.hide(text), text);
    }

    #[test]
    fn what_is_known_already_is_not_made_anew_and_what_is_new_is_hidden_too() {
        let mut mask = of("first-secret");
        let before = Arc::clone(&mask.0);
        let header = |value: &str| [("Authorization".to_owned(), format!("Bearer {value}"))];
        mask.learn(&header("first-secret"));
        assert!(Arc::ptr_eq(&before, &mask.0));
        mask.learn(&header("First-Secret"));
        assert!(!Arc::ptr_eq(&before, &mask.0), "its Base64 is another");
        for secret in ["first-secret", "First-Secret"] {
            let text = format!("{secret} {}", STANDARD.encode(secret));
            assert_eq!(mask.hide(&text), format!("{HIDDEN} {HIDDEN}"));
        }
    }

    #[test]
    fn a_secret_of_one_letter_is_hidden_at_the_end_too() {
        assert_eq!(of("q").hide("a q"), format!("a {HIDDEN}"));
    }

    #[test]
    fn a_large_text_that_begins_a_secret_again_and_again_is_read_quickly() {
        let mask = of(&"a".repeat(16 * 1024));
        let text = format!("{}b", "a".repeat(127)).repeat(1024);
        // A search that looked through the whole secret at each letter would not come to an end here.
        assert_eq!(mask.hide(&text), text);
    }
}
