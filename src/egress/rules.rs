//! Where calls may go beyond the public internet: what an administrator allowed.

use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;
use thiserror::Error;

use super::address::{Closed, canonical, closed};

/// What an administrator opened. By default nothing: calls go to the public internet alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EgressRules {
    hosts: Vec<HostRule>,
    ranges: Vec<IpNet>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum HostRule {
    /// This host.
    Exact(String),
    /// Every host below this name; held with its leading dot.
    Below(String),
}

/// A rule that is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "“{0}” in TENON_EGRESS_ALLOW is neither a host (api.example.com), nor the hosts below a name (*.example.com), nor an address or range (10.1.0.0/16). Correct it and start again."
)]
pub struct RuleError(String);

impl EgressRules {
    /// Rules separated by commas or white space.
    ///
    /// # Errors
    /// The first rule that is none.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        Self::of(text.split(|c: char| c == ',' || c.is_whitespace()))
    }

    /// These rules; empty ones do not count.
    ///
    /// # Errors
    /// The first rule that is none.
    pub fn of<'a>(rules: impl IntoIterator<Item = &'a str>) -> Result<Self, RuleError> {
        let mut all = Self::default();
        for rule in rules.into_iter().map(str::trim).filter(|r| !r.is_empty()) {
            all.add(rule)?;
        }
        Ok(all)
    }

    fn add(&mut self, rule: &str) -> Result<(), RuleError> {
        let range = IpNet::from_str(rule).or_else(|_| rule.parse().map(|ip: IpAddr| ip.into()));
        if let Ok(range) = range {
            self.ranges.push(range);
            return Ok(());
        }
        let name = plain_name(rule.strip_prefix("*.").unwrap_or(rule));
        let is_name = !name.is_empty()
            && !name.starts_with('.')
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))
            // A name whose last part is a number is an address written oddly.
            && name.rsplit('.').next().is_some_and(|last| last.bytes().any(|b| b.is_ascii_alphabetic()));
        if !is_name {
            return Err(RuleError(rule.to_owned()));
        }
        self.hosts.push(if rule.starts_with("*.") {
            HostRule::Below(format!(".{name}"))
        } else {
            HostRule::Exact(name)
        });
        Ok(())
    }

    /// Whether a connection to `host` may go to `address`.
    ///
    /// A host that is allowed by name may be anywhere, except where clouds keep the machine's own
    /// credentials: that takes a rule for the address.
    ///
    /// # Errors
    /// What kind of address it is, when not.
    pub fn check(&self, host: &str, address: IpAddr) -> Result<(), Closed> {
        let Some(kind) = closed(address) else {
            return Ok(());
        };
        let address = canonical(address);
        if self.ranges.iter().any(|range| range.contains(&address)) {
            return Ok(());
        }
        if kind != Closed::Metadata && self.names(host) {
            return Ok(());
        }
        Err(kind)
    }

    fn names(&self, host: &str) -> bool {
        let host = plain_name(host);
        self.hosts.iter().any(|rule| match rule {
            HostRule::Exact(name) => *name == host,
            HostRule::Below(suffix) => host.ends_with(suffix) && host.len() > suffix.len(),
        })
    }
}

/// A host's name in lower case without the dot that may end it.
fn plain_name(host: &str) -> String {
    host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::{Closed, EgressRules};

    #[test]
    fn a_rule_opens_what_it_names_and_no_more() {
        let rules =
            EgressRules::parse("crm.corp.example, *.lab.example 10.1.0.0/16,127.0.0.1").unwrap();
        let cases = [
            ("crm.corp.example", "192.168.0.9", true),
            ("CRM.corp.example.", "192.168.0.9", true),
            ("x.crm.corp.example", "192.168.0.9", false),
            ("a.lab.example", "192.168.0.9", true),
            ("a.b.lab.example", "fd00::1", true),
            ("lab.example", "192.168.0.9", false),
            ("evil-lab.example", "192.168.0.9", false),
            ("any.example", "10.1.255.1", true),
            ("any.example", "10.2.0.1", false),
            ("any.example", "::ffff:10.1.2.3", true),
            ("any.example", "127.0.0.1", true),
            ("any.example", "127.0.0.2", false),
            ("any.example", "1.1.1.1", true),
        ];
        for (host, address, is_open) in cases {
            let checked = rules.check(host, address.parse().unwrap());
            assert_eq!(checked.is_ok(), is_open, "{host} at {address}");
        }
    }

    #[test]
    fn a_name_alone_does_not_open_the_metadata_service() {
        let metadata = "169.254.169.254".parse().unwrap();
        let by_name = EgressRules::parse("*.corp.example").unwrap();
        assert_eq!(
            by_name.check("a.corp.example", metadata),
            Err(Closed::Metadata)
        );
        let by_address = EgressRules::parse("169.254.169.254").unwrap();
        assert_eq!(by_address.check("a.corp.example", metadata), Ok(()));
    }

    #[test]
    fn what_is_no_rule_is_named() {
        for rule in [
            "*",
            "*.",
            "http://x.example",
            "a b*c",
            "10.0.0.0/40",
            "x.example:80",
            "10.1",
        ] {
            let error = EgressRules::parse(rule).unwrap_err().to_string();
            assert!(error.contains("TENON_EGRESS_ALLOW"), "{rule}: {error}");
        }
    }
}
