//! What a page is made of, told from the calls that it makes.

use serde_json::Value;

use super::text;
use crate::message::phrase;
use crate::read::naming::Noun;

/// A kind of what a page is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Asset {
    Document,
    Script,
    Style,
    Image,
    Font,
    Media,
    /// What a browser asks before it calls another host.
    Preflight,
    /// What is no call of HTTP.
    Other,
}

impl Asset {
    /// The kind of an entry; none where it is a call of an API.
    pub(super) fn of(entry: &Value) -> Option<Self> {
        let request = entry.get("request").unwrap_or(&Value::Null);
        let url = text(request, "url");
        if !(url.starts_with("http://") || url.starts_with("https://")) {
            return Some(Self::Other);
        }
        if text(request, "method").eq_ignore_ascii_case("options") {
            return Some(Self::Preflight);
        }
        match text(entry, "_resourceType") {
            "" => Self::of_content(entry, request),
            "document" => Some(Self::Document),
            "script" => Some(Self::Script),
            "stylesheet" => Some(Self::Style),
            "image" => Some(Self::Image),
            "font" => Some(Self::Font),
            "media" | "texttrack" => Some(Self::Media),
            "preflight" => Some(Self::Preflight),
            "websocket" | "ping" | "manifest" | "webbundle" | "csp-violation-report" => {
                Some(Self::Other)
            }
            _ => None,
        }
    }

    /// The kind of what a browser that does not say so was answered with.
    fn of_content(entry: &Value, request: &Value) -> Option<Self> {
        if !text(request, "method").eq_ignore_ascii_case("get") {
            return None;
        }
        let media = entry
            .pointer("/response/content/mimeType")
            .and_then(Value::as_str);
        let media = media.unwrap_or_default().to_ascii_lowercase();
        let media = media.split(';').next().unwrap_or_default().trim();
        match media.split_once('/')? {
            ("text", "html") | ("application", "xhtml+xml") => Some(Self::Document),
            ("text", "css") => Some(Self::Style),
            ("image", _) => Some(Self::Image),
            ("font", _) => Some(Self::Font),
            ("audio" | "video", _) => Some(Self::Media),
            (_, "wasm") => Some(Self::Script),
            (_, kind) if kind.contains("javascript") || kind.contains("ecmascript") => {
                Some(Self::Script)
            }
            (_, kind) if kind.contains("font") => Some(Self::Font),
            _ => None,
        }
    }

    /// The kind in a word.
    pub(super) fn noun(self) -> Noun {
        match self {
            Self::Document => Noun(phrase!("document"), phrase!("documents")),
            Self::Script => Noun(phrase!("script"), phrase!("scripts")),
            Self::Style => Noun(phrase!("style"), phrase!("styles")),
            Self::Image => Noun(phrase!("image"), phrase!("images")),
            Self::Font => Noun(phrase!("font"), phrase!("fonts")),
            Self::Media => Noun(phrase!("recording"), phrase!("recordings")),
            Self::Preflight => Noun(phrase!("preflight"), phrase!("preflights")),
            Self::Other => Noun(phrase!("other request"), phrase!("other requests")),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Asset;

    #[test]
    fn what_a_page_is_made_of_is_told_from_calls() {
        for (kind, method, media, expected) in [
            ("xhr", "GET", "text/html", None),
            ("fetch", "GET", "application/json", None),
            ("image", "GET", "", Some(Asset::Image)),
            ("", "GET", "image/png", Some(Asset::Image)),
            (
                "",
                "GET",
                "application/javascript; charset=utf-8",
                Some(Asset::Script),
            ),
            ("", "GET", "text/html", Some(Asset::Document)),
            ("", "POST", "text/html", None),
            ("", "GET", "application/json", None),
            ("", "GET", "", None),
            ("xhr", "OPTIONS", "", Some(Asset::Preflight)),
        ] {
            let entry = json!({
                "_resourceType": kind,
                "request": { "method": method, "url": "https://a.example/b" },
                "response": { "content": { "mimeType": media } }
            });
            assert_eq!(Asset::of(&entry), expected, "{kind} {method} {media}");
        }
        let entry = json!({ "request": { "url": "data:text/plain,a" } });
        assert_eq!(Asset::of(&entry), Some(Asset::Other));
    }
}
