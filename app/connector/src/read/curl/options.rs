//! The options of curl: which take a value, and what each says of a call.

use crate::message::{Phrase, phrase};

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
    Foreign(Phrase),
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
const AWS: Phrase = phrase!("a signature of AWS");

/// An option: its letter, or a space where it has none, its name and its meaning (curl 8, manual page).
const OPTIONS: [(char, &str, Means); 149] = [
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
    (' ', "digest", Means::Foreign(phrase!("HTTP digest"))),
    (' ', "ntlm", Means::Foreign(phrase!("a Windows account"))),
    (
        ' ',
        "negotiate",
        Means::Foreign(phrase!("a Windows account")),
    ),
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
    (' ', "abstract-unix-socket", Means::OwnValue),
    (' ', "alt-svc", Means::OwnValue),
    (' ', "crlfile", Means::OwnValue),
    (' ', "curves", Means::OwnValue),
    (' ', "delegation", Means::OwnValue),
    (' ', "dns-interface", Means::OwnValue),
    (' ', "dns-ipv4-addr", Means::OwnValue),
    (' ', "dns-ipv6-addr", Means::OwnValue),
    (' ', "doh-url", Means::OwnValue),
    (' ', "ech", Means::OwnValue),
    (' ', "egd-file", Means::OwnValue),
    (' ', "engine", Means::OwnValue),
    (' ', "etag-compare", Means::OwnValue),
    (' ', "etag-save", Means::OwnValue),
    (' ', "expect100-timeout", Means::OwnValue),
    (' ', "ftp-account", Means::OwnValue),
    (' ', "ftp-alternative-to-user", Means::OwnValue),
    (' ', "ftp-method", Means::OwnValue),
    (' ', "ftp-ssl-ccc-mode", Means::OwnValue),
    (' ', "happy-eyeballs-timeout-ms", Means::OwnValue),
    (' ', "haproxy-clientip", Means::OwnValue),
    (' ', "hostpubmd5", Means::OwnValue),
    (' ', "hostpubsha256", Means::OwnValue),
    (' ', "hsts", Means::OwnValue),
    (' ', "ip-tos", Means::OwnValue),
    (' ', "ipfs-gateway", Means::OwnValue),
    (' ', "keepalive-cnt", Means::OwnValue),
    (' ', "key-type", Means::OwnValue),
    (' ', "krb", Means::OwnValue),
    (' ', "libcurl", Means::OwnValue),
    (' ', "local-port", Means::OwnValue),
    (' ', "login-options", Means::OwnValue),
    (' ', "mail-auth", Means::OwnValue),
    (' ', "mail-from", Means::OwnValue),
    (' ', "mail-rcpt", Means::OwnValue),
    (' ', "parallel-max", Means::OwnValue),
    (' ', "postquote", Means::OwnValue),
    (' ', "preproxy", Means::OwnValue),
    (' ', "prequote", Means::OwnValue),
    (' ', "proto-redir", Means::OwnValue),
    (' ', "proxy-cacert", Means::OwnValue),
    (' ', "proxy-capath", Means::OwnValue),
    (' ', "proxy-cert", Means::OwnValue),
    (' ', "proxy-cert-type", Means::OwnValue),
    (' ', "proxy-ciphers", Means::OwnValue),
    (' ', "proxy-crlfile", Means::OwnValue),
    (' ', "proxy-header", Means::OwnValue),
    (' ', "proxy-key", Means::OwnValue),
    (' ', "proxy-key-type", Means::OwnValue),
    (' ', "proxy-pass", Means::OwnValue),
    (' ', "proxy-pinnedpubkey", Means::OwnValue),
    (' ', "proxy-service-name", Means::OwnValue),
    (' ', "proxy-tls13-ciphers", Means::OwnValue),
    (' ', "proxy-tlsauthtype", Means::OwnValue),
    (' ', "proxy-tlspassword", Means::OwnValue),
    (' ', "proxy-tlsuser", Means::OwnValue),
    (' ', "proxy1.0", Means::OwnValue),
    (' ', "pubkey", Means::OwnValue),
    (' ', "random-file", Means::OwnValue),
    (' ', "request-target", Means::OwnValue),
    (' ', "sasl-authzid", Means::OwnValue),
    (' ', "service-name", Means::OwnValue),
    (' ', "sigalgs", Means::OwnValue),
    (' ', "socks4", Means::OwnValue),
    (' ', "socks4a", Means::OwnValue),
    (' ', "socks5-gssapi-service", Means::OwnValue),
    (' ', "socks5-hostname", Means::OwnValue),
    (' ', "tftp-blksize", Means::OwnValue),
    (' ', "tls13-ciphers", Means::OwnValue),
    (' ', "tlsauthtype", Means::OwnValue),
    (' ', "tlspassword", Means::OwnValue),
    (' ', "tlsuser", Means::OwnValue),
    (' ', "trace-config", Means::OwnValue),
    (' ', "unix-socket", Means::OwnValue),
    (' ', "upload-flags", Means::OwnValue),
    (' ', "variable", Means::OwnValue),
    (' ', "vlan-priority", Means::OwnValue),
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
