//! The options of curl: which take a value, and what each says of a call.

/// What an option says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Means {
    Method,
    Header,
    /// A body, or the query with `--get`; with line breaks and files as they are.
    Data,
    /// A body in which `@` says nothing.
    RawData,
    EncodedData,
    Json,
    UrlQuery,
    Form,
    RawForm,
    User,
    Bearer,
    Cookie,
    Address,
    Upload,
    Get,
    Head,
    /// Another call begins.
    Next,
    /// A way to sign in that connectors do not have, in words.
    Foreign(&'static str),
    /// How curl itself works, which is nothing to a connector.
    Own,
    /// The same, with a value.
    OwnValue,
}

impl Means {
    /// Whether a value comes after it.
    pub(super) fn takes_value(self) -> bool {
        !matches!(
            self,
            Self::Get | Self::Head | Self::Next | Self::Foreign(_) | Self::Own
        ) || self == Self::Foreign(AWS)
    }
}

/// The signature that takes a value.
const AWS: &str = "a signature of AWS";

/// An option: its letter, or a space where it has none, its name and its meaning (curl 8, manual page).
const OPTIONS: [(char, &str, Means); 72] = [
    ('X', "request", Means::Method),
    ('H', "header", Means::Header),
    ('d', "data", Means::Data),
    (' ', "data-ascii", Means::Data),
    (' ', "data-binary", Means::Data),
    (' ', "data-raw", Means::RawData),
    (' ', "data-urlencode", Means::EncodedData),
    (' ', "json", Means::Json),
    (' ', "url-query", Means::UrlQuery),
    ('F', "form", Means::Form),
    (' ', "form-string", Means::RawForm),
    ('u', "user", Means::User),
    (' ', "oauth2-bearer", Means::Bearer),
    ('b', "cookie", Means::Cookie),
    (' ', "url", Means::Address),
    ('T', "upload-file", Means::Upload),
    ('G', "get", Means::Get),
    ('I', "head", Means::Head),
    (' ', "next", Means::Next),
    (' ', "digest", Means::Foreign("HTTP digest")),
    (' ', "ntlm", Means::Foreign("a Windows account")),
    (' ', "negotiate", Means::Foreign("a Windows account")),
    (' ', "aws-sigv4", Means::Foreign(AWS)),
    ('A', "user-agent", Means::OwnValue),
    ('e', "referer", Means::OwnValue),
    ('o', "output", Means::OwnValue),
    ('w', "write-out", Means::OwnValue),
    ('m', "max-time", Means::OwnValue),
    ('x', "proxy", Means::OwnValue),
    ('U', "proxy-user", Means::OwnValue),
    ('E', "cert", Means::OwnValue),
    ('c', "cookie-jar", Means::OwnValue),
    ('K', "config", Means::OwnValue),
    ('D', "dump-header", Means::OwnValue),
    ('C', "continue-at", Means::OwnValue),
    ('P', "ftp-port", Means::OwnValue),
    ('Q', "quote", Means::OwnValue),
    ('r', "range", Means::OwnValue),
    ('t', "telnet-option", Means::OwnValue),
    ('y', "speed-time", Means::OwnValue),
    ('Y', "speed-limit", Means::OwnValue),
    ('z', "time-cond", Means::OwnValue),
    (' ', "cacert", Means::OwnValue),
    (' ', "capath", Means::OwnValue),
    (' ', "cert-type", Means::OwnValue),
    (' ', "ciphers", Means::OwnValue),
    (' ', "connect-timeout", Means::OwnValue),
    (' ', "connect-to", Means::OwnValue),
    (' ', "dns-servers", Means::OwnValue),
    (' ', "interface", Means::OwnValue),
    (' ', "keepalive-time", Means::OwnValue),
    (' ', "key", Means::OwnValue),
    (' ', "limit-rate", Means::OwnValue),
    (' ', "max-filesize", Means::OwnValue),
    (' ', "max-redirs", Means::OwnValue),
    (' ', "netrc-file", Means::OwnValue),
    (' ', "noproxy", Means::OwnValue),
    (' ', "output-dir", Means::OwnValue),
    (' ', "pass", Means::OwnValue),
    (' ', "pinnedpubkey", Means::OwnValue),
    (' ', "proto", Means::OwnValue),
    (' ', "proto-default", Means::OwnValue),
    (' ', "rate", Means::OwnValue),
    (' ', "resolve", Means::OwnValue),
    (' ', "retry", Means::OwnValue),
    (' ', "retry-delay", Means::OwnValue),
    (' ', "retry-max-time", Means::OwnValue),
    (' ', "socks5", Means::OwnValue),
    (' ', "stderr", Means::OwnValue),
    (' ', "tls-max", Means::OwnValue),
    (' ', "trace", Means::OwnValue),
    (' ', "trace-ascii", Means::OwnValue),
];

/// The option with a name; those that are not known take no value.
pub(super) fn of_name(name: &str) -> Means {
    let found = OPTIONS.iter().find(|(_, own, _)| *own == name);
    found.map_or(Means::Own, |(_, _, means)| *means)
}

/// The option with a letter.
pub(super) fn of_letter(letter: char) -> Means {
    let found = OPTIONS
        .iter()
        .find(|(own, _, _)| *own == letter && letter != ' ');
    found.map_or(Means::Own, |(_, _, means)| *means)
}
