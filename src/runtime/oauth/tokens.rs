//! The tokens of a connection, as they are sealed.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

/// Before its end a token counts as spent: calls take time, and clocks differ. Milliseconds.
const LEEWAY: i64 = 60_000;

/// What a provider granted.
#[derive(Clone, Debug)]
pub struct Tokens {
    /// What calls carry.
    pub access: SecretString,
    /// What it is renewed with.
    pub refresh: Option<SecretString>,
    /// When it was granted: milliseconds since 1970, UTC.
    pub issued_at: i64,
    /// When it ends; none where the provider does not say.
    pub expires_at: Option<i64>,
    /// Scheme, host and port of the token URL and of the refresh URL: a refresh token goes nowhere else.
    pub origins: Vec<String>,
    /// The redirect URL that they were obtained with.
    pub redirect: String,
    /// Until when they are not renewed ahead of time, after that failed: milliseconds since 1970, UTC.
    pub rest_until: i64,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    access: String,
    refresh: Option<String>,
    issued_at: i64,
    expires_at: Option<i64>,
    origins: Vec<String>,
    redirect: String,
    #[serde(default)]
    rest_until: i64,
}

impl Tokens {
    /// As a text to seal.
    #[must_use]
    pub fn to_text(&self) -> SecretString {
        let kept = Kept {
            access: self.access.expose_secret().to_owned(),
            refresh: self
                .refresh
                .as_ref()
                .map(|token| token.expose_secret().to_owned()),
            issued_at: self.issued_at,
            expires_at: self.expires_at,
            origins: self.origins.clone(),
            redirect: self.redirect.clone(),
            rest_until: self.rest_until,
        };
        SecretString::from(serde_json::to_string(&kept).unwrap_or_default())
    }

    /// From such a text; none where it is another one.
    #[must_use]
    pub fn from_text(text: &SecretString) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text.expose_secret()).ok()?;
        Some(Self {
            access: SecretString::from(kept.access),
            refresh: kept.refresh.map(SecretString::from),
            issued_at: kept.issued_at,
            expires_at: kept.expires_at,
            origins: kept.origins,
            redirect: kept.redirect,
            rest_until: kept.rest_until,
        })
    }

    /// Whether a call can still be made with it: a minute before its end no more, or in its last quarter where it
    /// lives for less than four.
    #[must_use]
    pub fn is_fresh(&self, now: i64) -> bool {
        self.expires_at.is_none_or(|end| {
            let quarter = end.saturating_sub(self.issued_at) / 4;
            now < end.saturating_sub(LEEWAY.min(quarter))
        })
    }

    /// Whether a token that is renewed by itself should be by now: it can be as long as it is good, and not after. Half of
    /// its life leaves time for that, also where it is not used for weeks.
    #[must_use]
    pub fn is_due(&self, now: i64) -> bool {
        let half = |end: i64| {
            self.issued_at
                .saturating_add(end.saturating_sub(self.issued_at) / 2)
        };
        now >= self.rest_until && self.expires_at.is_some_and(|end| now >= half(end))
    }

    /// These, with what the ones before had and a refresh does not say again.
    #[must_use]
    pub fn after(mut self, before: &Self) -> Self {
        self.refresh = self.refresh.or_else(|| before.refresh.clone());
        self
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::Tokens;
    use secrecy::{ExposeSecret, SecretString};

    fn tokens(lifetime: Option<i64>) -> Tokens {
        Tokens {
            access: SecretString::from("a"),
            refresh: Some(SecretString::from("r")),
            issued_at: 1_000,
            expires_at: lifetime.map(|lifetime| 1_000 + lifetime),
            origins: vec!["https://a.test".to_owned()],
            redirect: String::new(),
            rest_until: 0,
        }
    }

    #[test]
    fn a_token_is_spent_a_little_before_its_end() {
        let hour = tokens(Some(3_600_000));
        assert!(hour.is_fresh(1_000) && hour.is_fresh(3_540_999));
        assert!(!hour.is_fresh(3_541_000));
        let brief = tokens(Some(4_000));
        assert!(brief.is_fresh(3_999) && !brief.is_fresh(4_000));
        assert!(tokens(None).is_fresh(i64::MAX));
    }

    #[test]
    fn a_token_that_renews_itself_is_due_after_half_its_life_and_rests_where_that_failed() {
        let hour = tokens(Some(3_600_000));
        assert!(!hour.is_due(1_800_999) && hour.is_due(1_801_000));
        assert!(!tokens(None).is_due(i64::MAX));
        let resting = super::Tokens {
            rest_until: 2_000_000,
            ..hour
        };
        assert!(!resting.is_due(1_999_999) && resting.is_due(2_000_000));
    }

    #[test]
    fn tokens_are_kept_whole_and_a_refresh_keeps_what_it_does_not_say() {
        let kept = Tokens::from_text(&tokens(Some(5)).to_text()).unwrap();
        assert_eq!(kept.access.expose_secret(), "a");
        assert_eq!(kept.expires_at, Some(1_005));
        let renewed = Tokens {
            refresh: None,
            ..tokens(None)
        };
        let renewed = renewed.after(&kept);
        assert_eq!(renewed.refresh.unwrap().expose_secret(), "r");
        assert!(!format!("{kept:?}").contains("\"a\""));
    }
}
