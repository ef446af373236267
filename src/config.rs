//! The configuration: one struct, read from an optional `tenon.toml` and from environment
//! variables, which win.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use secrecy::SecretString;
use serde::Deserialize;
use thiserror::Error;

/// How the server logs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// Everything that can be configured.
#[derive(Clone, Debug)]
pub struct Config {
    /// `TENON_LISTEN`: the address and port to listen on.
    pub listen: SocketAddr,
    /// `TENON_PUBLIC_URL`: the address that people open, when a proxy stands in front; redirect URLs begin with it.
    pub public_url: Option<url::Url>,
    /// `TENON_DATA`: the folder for the SQLite database and the key.
    pub data: PathBuf,
    /// `DATABASE_URL`: a PostgreSQL (or SQLite) database in place of the one in the data folder.
    pub database_url: Option<SecretString>,
    /// `TENON_SECRET_KEY`: the key that encrypts secrets, 32 bytes in Base64, in place of the one in the data folder.
    pub secret_key: Option<SecretString>,
    /// `TENON_NEXT_SECRET_KEY`: the key that is to follow, while `tenon rotate-key` seals secrets with it.
    pub next_secret_key: Option<SecretString>,
    /// `TENON_EGRESS_ALLOW`: hosts (`api.internal`, `*.internal`) and ranges (`10.1.0.0/16`) that calls may reach
    /// though they are private.
    pub egress_allow: Vec<String>,
    /// `TENON_EGRESS_CA`: a file in PEM with certificates of authorities that calls trust besides those of the machine.
    pub egress_ca: Option<PathBuf>,
    /// `TENON_LOG`: what is logged, as `tracing` filters are written.
    pub log: String,
    /// `TENON_LOG_FORMAT`: `text` or `json`.
    pub log_format: LogFormat,
    /// `TENON_SESSION_HOURS`: how long a session lasts without use.
    pub session: Duration,
    /// `TENON_RUN_DAYS`: how long runs are kept.
    pub runs: Duration,
    /// `TENON_TRUST_PROXY`: whether `X-Forwarded-For` tells the client's address.
    pub trust_proxy: bool,
    /// `TENON_STYLEGUIDE`: whether `/styleguide` shows the components, for those who work on Tenon.
    pub styleguide: bool,
}

/// The seconds of a day.
const DAY: u64 = 24 * 3600;

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 7300)),
            public_url: None,
            data: PathBuf::from("data"),
            database_url: None,
            secret_key: None,
            next_secret_key: None,
            egress_allow: Vec::new(),
            egress_ca: None,
            log: "info".to_owned(),
            log_format: LogFormat::Text,
            session: Duration::from_secs(14 * 24 * 3600),
            runs: Duration::from_secs(30 * DAY),
            trust_proxy: false,
            styleguide: false,
        }
    }
}

/// Why the configuration cannot be used.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("The configuration {file} cannot be read: {reason}.")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why.
        reason: std::io::Error,
    },
    /// The file is not TOML, or has a key that Tenon does not know.
    #[error("The configuration {file}, line {line}: {reason}")]
    File {
        /// The file.
        file: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// Why, without the line's text, which may hold a secret.
        reason: String,
    },
    /// A value does not fit its key.
    #[error("{place} is “{value}”, but must be {expected}.")]
    Value {
        /// The variable or the key.
        place: &'static str,
        /// The value.
        value: String,
        /// What it must be.
        expected: &'static str,
    },
    /// A variable that begins with `TENON_` is none that Tenon knows.
    #[error(
        "The environment variable {name} is none that Tenon knows. Check its spelling in the README."
    )]
    Unknown {
        /// The variable.
        name: String,
    },
}

/// `tenon.toml`, key by key.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    listen: Option<String>,
    public_url: Option<String>,
    data: Option<String>,
    database_url: Option<String>,
    secret_key: Option<String>,
    next_secret_key: Option<String>,
    egress_allow: Option<Vec<String>>,
    egress_ca: Option<String>,
    log: Option<String>,
    log_format: Option<String>,
    session_hours: Option<u32>,
    run_days: Option<u32>,
    trust_proxy: Option<bool>,
    styleguide: Option<bool>,
}

/// The variables that the build and the tests use; the server leaves them alone.
const FOREIGN: [&str; 5] = [
    "TENON_CONFIG",
    "TENON_SITE",
    "TENON_PROGRAM",
    "TENON_CHROMIUM",
    "TENON_CORPUS",
];

impl Config {
    /// Reads the configuration: the file (`./tenon.toml` if there is one, unless another is
    /// named), then the variables.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn load(
        file: Option<&Path>,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut variables: BTreeMap<String, String> = variables.into_iter().collect();
        let mut merged = read_file(file)?;
        merged.take_variables(&mut variables)?;
        merged.parse()
    }
}

fn read_file(named: Option<&Path>) -> Result<File, ConfigError> {
    let file = named.unwrap_or(Path::new("tenon.toml"));
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(File::default());
        }
        Err(reason) => {
            return Err(ConfigError::Unreadable {
                file: file.to_owned(),
                reason,
            });
        }
    };
    toml::from_str(&text).map_err(|error| ConfigError::File {
        file: file.to_owned(),
        line: error
            .span()
            .map_or(1, |span| text[..span.start].lines().count().max(1)),
        reason: error.message().to_owned(),
    })
}

impl File {
    /// Puts the variables over the keys of the file.
    fn take_variables(
        &mut self,
        variables: &mut BTreeMap<String, String>,
    ) -> Result<(), ConfigError> {
        let mut take = |name: &str| variables.remove(name).filter(|value| !value.is_empty());
        let texts = [
            ("TENON_LISTEN", &mut self.listen),
            ("TENON_PUBLIC_URL", &mut self.public_url),
            ("TENON_DATA", &mut self.data),
            ("DATABASE_URL", &mut self.database_url),
            ("TENON_SECRET_KEY", &mut self.secret_key),
            ("TENON_NEXT_SECRET_KEY", &mut self.next_secret_key),
            ("TENON_EGRESS_CA", &mut self.egress_ca),
            ("TENON_LOG", &mut self.log),
            ("TENON_LOG_FORMAT", &mut self.log_format),
        ];
        for (name, slot) in texts {
            if let Some(value) = take(name) {
                *slot = Some(value);
            }
        }
        if let Some(list) = take("TENON_EGRESS_ALLOW") {
            let items = list.split([',', ' ']).filter(|item| !item.is_empty());
            self.egress_allow = Some(items.map(str::to_owned).collect());
        }
        if let Some(value) = take("TENON_SESSION_HOURS") {
            self.session_hours = Some(fit(
                "TENON_SESSION_HOURS",
                &value,
                "a whole number of hours",
            )?);
        }
        if let Some(value) = take("TENON_RUN_DAYS") {
            self.run_days = Some(fit("TENON_RUN_DAYS", &value, "a whole number of days")?);
        }
        if let Some(value) = take("TENON_TRUST_PROXY") {
            self.trust_proxy = Some(fit("TENON_TRUST_PROXY", &value, "true or false")?);
        }
        if let Some(value) = take("TENON_STYLEGUIDE") {
            self.styleguide = Some(fit("TENON_STYLEGUIDE", &value, "true or false")?);
        }
        let mut unknown = variables
            .keys()
            .filter(|name| name.starts_with("TENON_") && !FOREIGN.contains(&name.as_str()));
        match unknown.next() {
            Some(name) => Err(ConfigError::Unknown { name: name.clone() }),
            None => Ok(()),
        }
    }

    fn parse(self) -> Result<Config, ConfigError> {
        let default = Config::default();
        let listen = self.listen.map(|text| {
            fit(
                "TENON_LISTEN",
                &text,
                "an address and a port, such as 127.0.0.1:7300",
            )
        });
        let public_url = self.public_url.map(|text| public_url(&text)).transpose()?;
        let log_format = match self.log_format.as_deref() {
            None | Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(other) => return Err(wrong("TENON_LOG_FORMAT", other, "text or json")),
        };
        let session = match self.session_hours {
            None => default.session,
            Some(0) => return Err(wrong("TENON_SESSION_HOURS", "0", "at least 1")),
            Some(hours) => Duration::from_secs(u64::from(hours) * 3600),
        };
        let runs = match self.run_days {
            None => default.runs,
            Some(0) => return Err(wrong("TENON_RUN_DAYS", "0", "at least 1")),
            Some(days) => Duration::from_secs(u64::from(days) * DAY),
        };
        Ok(Config {
            listen: listen.transpose()?.unwrap_or(default.listen),
            public_url,
            data: self.data.map_or(default.data, PathBuf::from),
            database_url: self.database_url.map(SecretString::from),
            secret_key: self.secret_key.map(SecretString::from),
            next_secret_key: self.next_secret_key.map(SecretString::from),
            egress_allow: self.egress_allow.unwrap_or_default(),
            egress_ca: self.egress_ca.map(PathBuf::from),
            log: self.log.unwrap_or(default.log),
            log_format,
            session,
            runs,
            trust_proxy: self.trust_proxy.unwrap_or(default.trust_proxy),
            styleguide: self.styleguide.unwrap_or(default.styleguide),
        })
    }
}

fn public_url(text: &str) -> Result<url::Url, ConfigError> {
    let expected = "an http or https address without a path, such as https://tenon.example.com";
    let url: url::Url = fit("TENON_PUBLIC_URL", text, expected)?;
    let is_origin =
        matches!(url.scheme(), "http" | "https") && url.path() == "/" && url.query().is_none();
    if is_origin {
        Ok(url)
    } else {
        Err(wrong("TENON_PUBLIC_URL", text, expected))
    }
}

fn fit<T: std::str::FromStr>(
    place: &'static str,
    value: &str,
    expected: &'static str,
) -> Result<T, ConfigError> {
    value.parse().map_err(|_| wrong(place, value, expected))
}

fn wrong(place: &'static str, value: &str, expected: &'static str) -> ConfigError {
    ConfigError::Value {
        place,
        value: value.to_owned(),
        expected,
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::panic,
        reason = "a test fails by panicking"
    )]

    use super::*;

    fn load(file: &str, variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tenon.toml");
        std::fs::write(&path, file).unwrap();
        Config::load(
            Some(&path),
            variables
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn variables_win_over_the_file() {
        let file = "listen = '127.0.0.1:1'\ndata = 'here'\negress-allow = ['10.0.0.0/8']\n";
        let config = load(
            file,
            &[
                ("TENON_LISTEN", "[::1]:2"),
                ("TENON_EGRESS_ALLOW", "a.test, 127.0.0.1/32"),
                ("TENON_EGRESS_CA", "ca.pem"),
            ],
        )
        .unwrap();
        assert_eq!(config.listen, "[::1]:2".parse().unwrap());
        assert_eq!(config.data, PathBuf::from("here"));
        assert_eq!(config.egress_allow, ["a.test", "127.0.0.1/32"]);
        assert_eq!(config.egress_ca, Some(PathBuf::from("ca.pem")));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let of =
            |file: &str, variables: &[(&str, &str)]| load(file, variables).unwrap_err().to_string();
        assert!(of("lisen = '127.0.0.1:1'", &[]).contains("lisen"));
        assert!(of("", &[("TENON_LISEN", "x")]).contains("TENON_LISEN"));
        assert!(of("", &[("TENON_LISTEN", "here")]).contains("TENON_LISTEN is “here”"));
        assert!(
            of("", &[("TENON_PUBLIC_URL", "https://a.test/path")]).contains("TENON_PUBLIC_URL")
        );
        assert!(of("", &[("TENON_SESSION_HOURS", "0")]).contains("at least 1"));
        assert!(of("run-days = 0", &[]).contains("TENON_RUN_DAYS is “0”"));
    }

    #[test]
    fn a_broken_line_is_named_but_not_shown() {
        let error = load("data = 'here'\nsecret-key = 'planted\n", &[])
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("line 2") && !error.contains("planted"),
            "{error}"
        );
    }

    #[test]
    fn a_secret_is_never_shown() {
        let config = load(
            "",
            &[
                ("TENON_SECRET_KEY", "planted"),
                ("DATABASE_URL", "postgres://u:planted@h/d"),
            ],
        )
        .unwrap();
        assert!(!format!("{config:?}").contains("planted"));
    }
}
