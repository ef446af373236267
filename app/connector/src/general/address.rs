//! What a URL says that was pasted into a field of the address.

use super::{scheme, split_url};
use crate::Connector;

/// Scheme, host and base path of what was pasted into the host field: a whole URL, or one without its scheme, which
/// then stays as it is; none when it is no more than a host, or no address at all.
#[must_use]
pub fn pasted_url(connector: &Connector, text: &str) -> Option<(&'static str, String, String)> {
    split_url(text).or_else(|| {
        let text = text.trim();
        let rest = text.strip_prefix("//").unwrap_or(text);
        let (host, path) = rest.split_once('/')?;
        let is_host = host.contains('.')
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || ".-:".contains(c));
        // While a host is being written, a slash after it is no base path yet.
        let has_path = !path.trim_matches('/').is_empty();
        (is_host && has_path)
            .then(|| split_url(&format!("{}://{rest}", scheme(connector))))
            .flatten()
    })
}
