//! The language of a page. It is chosen once, before the page is made: by the person, else by the browser. Whoever
//! chooses another one gets the page anew, so that a text is asked for its language when it is drawn, and never again.

#[cfg(feature = "ssr")]
use leptos::prelude::use_context;

/// The name of the cookie that keeps the choice.
pub const COOKIE: &str = "tenon.language";

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, as on the British isles.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag, as HTML and HTTP write it (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its own name for itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a tag, whatever its region: `de-AT` is German.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default().trim();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language for a request: the one of the cookie, else the first known one of `Accept-Language` (RFC 9110,
    /// 12.5.4) by weight, else English.
    #[must_use]
    pub fn negotiated(cookies: Option<&str>, accepted: Option<&str>) -> Self {
        let kept = cookies
            .unwrap_or_default()
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == COOKIE)
            .and_then(|(_, tag)| Self::of_tag(tag));
        kept.unwrap_or_else(|| Self::accepted(accepted.unwrap_or_default()))
    }

    fn accepted(list: &str) -> Self {
        let mut best = (Self::default(), 0);
        for item in list.split(',') {
            let mut parts = item.split(';');
            let language = parts.next().and_then(Self::of_tag);
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1000, thousandths);
            if let Some(language) = language.filter(|_| weight > best.1) {
                best = (language, weight);
            }
        }
        best.0
    }

    /// The language of the request that is being answered, or of the page that is being made; English where there is
    /// neither.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn current() -> Self {
        // A page goes on being made after its request was answered, and in other tasks.
        let of_request = OF_REQUEST.try_with(|language| *language).ok();
        of_request.or_else(use_context).unwrap_or_default()
    }

    /// Does this work for somebody who reads this language.
    #[cfg(feature = "ssr")]
    pub async fn speak<F: Future>(self, work: F) -> F::Output {
        OF_REQUEST.scope(self, work).await
    }

    /// The same for work that blocks, which runs beside the request.
    #[cfg(feature = "ssr")]
    pub fn speak_beside<T>(self, work: impl FnOnce() -> T) -> T {
        OF_REQUEST.sync_scope(self, work)
    }

    /// The language of the page.
    #[cfg(not(feature = "ssr"))]
    #[must_use]
    pub fn current() -> Self {
        let is_german = IS_GERMAN.load(std::sync::atomic::Ordering::Relaxed);
        if is_german {
            Self::German
        } else {
            Self::English
        }
    }

    /// Notes the language of the page; called once, before anything is drawn.
    #[cfg(not(feature = "ssr"))]
    pub fn begin(self) {
        IS_GERMAN.store(self == Self::German, std::sync::atomic::Ordering::Relaxed);
    }
}

#[cfg(feature = "ssr")]
tokio::task_local! {
    static OF_REQUEST: Language;
}

#[cfg(not(feature = "ssr"))]
static IS_GERMAN: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(false);

/// The text in the language of the page, of its texts in the order of [`Language::ALL`].
#[inline(never)]
#[must_use]
pub fn pick(texts: &'static [&'static str; 2]) -> &'static str {
    let [english, german] = texts;
    match Language::current() {
        Language::English => english,
        Language::German => german,
    }
}

/// The tag by which the browser writes times: its own with its region where that is the language of the page, such as
/// `en-GB`, else the language's. For the browser alone.
pub(crate) fn reading_tag() -> String {
    let language = Language::current();
    let of_browser = leptos::prelude::window().navigator().language();
    of_browser
        .filter(|tag| Language::of_tag(tag) == Some(language))
        .unwrap_or_else(|| language.tag().to_owned())
}

/// A weight such as `0.8` in thousandths; 0 for what is none.
fn thousandths(weight: &str) -> u16 {
    let (whole, part) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    match (whole, digits.parse::<u16>()) {
        ("0", Ok(part)) => part,
        ("1", Ok(_)) => 1000,
        _ => 0,
    }
}

/// A whole number with its digits in groups of three, as the language of the page writes it: 12,345 or 12.345. Four
/// digits stand together in both.
#[must_use]
pub fn number(number: impl std::fmt::Display) -> String {
    grouped(&number.to_string(), Language::current())
}

fn grouped(digits: &str, language: Language) -> String {
    if digits.len() < 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mark = match language {
        Language::English => ',',
        Language::German => '.',
    };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// A decimal fraction that was written with a point, as the language of the page writes it.
#[must_use]
pub fn decimal(written: &str) -> String {
    match Language::current() {
        Language::English => written.to_owned(),
        Language::German => written.replace('.', ","),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, grouped};

    #[test]
    fn the_browser_says_which_language_is_read() {
        let of = |accepted| Language::negotiated(None, Some(accepted));
        assert_eq!(of("de"), Language::German);
        assert_eq!(of("de-AT,de;q=0.9,en;q=0.8"), Language::German);
        assert_eq!(of("en-GB,de;q=0.9"), Language::English);
        assert_eq!(of("fr,de;q=0.5,en;q=0.7"), Language::English);
        assert_eq!(of("fr;q=1.0, de; q=0.25, en;q=0.125"), Language::German);
        assert_eq!(of("de;q=0,fr"), Language::English);
        assert_eq!(of("*"), Language::English);
        assert_eq!(of(""), Language::English);
        assert_eq!(of(";q=;,,q=x"), Language::English);
    }

    #[test]
    fn a_choice_counts_before_what_the_browser_says() {
        let of = |cookies| Language::negotiated(Some(cookies), Some("de"));
        assert_eq!(of("a=b; tenon.language=en"), Language::English);
        assert_eq!(of("tenon.language=de"), Language::German);
        assert_eq!(of("tenon.language=xx"), Language::German);
        assert_eq!(of("not-tenon.language=en"), Language::German);
    }

    #[test]
    fn numbers_are_grouped_as_the_language_has_it() {
        assert_eq!(grouped("9999", Language::English), "9999");
        assert_eq!(grouped("10000", Language::English), "10,000");
        assert_eq!(grouped("1234567", Language::German), "1.234.567");
        assert_eq!(grouped("-10000", Language::German), "-10000");
    }
}
