//! The addresses of the pages.

/// The address of a step of the designer.
#[must_use]
pub fn designer(connector: &str, step: &str) -> String {
    format!("/connectors/{connector}/{step}")
}

/// Where to go after signing in: `next` if it is a path of this site, else the connectors.
#[must_use]
pub fn safe_return(next: &str) -> &str {
    let is_local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t']);
    if is_local { next } else { "/connectors" }
}
