//! The addresses of the pages.

/// The address of the list of connectors.
pub const CONNECTORS: &str = "/connectors";

/// Whether a path is of one connector, as those of the designer are.
#[must_use]
pub fn is_of_connector(path: &str) -> bool {
    path.strip_prefix("/connectors/")
        .is_some_and(|rest| rest.contains('/'))
}

/// The address of a step of the designer.
#[must_use]
pub fn designer(connector: &str, step: &str) -> String {
    format!("/connectors/{connector}/{step}")
}

/// The address of the page that updates a connector from a source.
#[must_use]
pub fn update(connector: &str) -> String {
    format!("/connectors/{connector}/update")
}

/// The address of the list of connections.
pub const CONNECTIONS: &str = "/connections";

/// The address of the Test step of a connector, with a connection chosen.
#[must_use]
pub fn test_with(connector: &str, connection: &str) -> String {
    format!("{}?connection={connection}", designer(connector, "test"))
}

/// The same, with the dialog open that changes the connection.
#[must_use]
pub fn edit_connection(connector: &str, connection: &str) -> String {
    format!("{}&open=edit", test_with(connector, connection))
}

/// The address of a run.
#[must_use]
pub fn run(id: &str) -> String {
    format!("/runs/{id}")
}

/// The address of the sign-in page that comes back to `next`.
#[must_use]
pub fn sign_in(next: &str) -> String {
    format!("/sign-in?next={}", encoded(next, b"/-_.~"))
}

/// A text as it stands in an address: letters, digits and the bytes of `plain` as they are.
pub(crate) fn encoded(text: &str, plain: &[u8]) -> String {
    text.bytes()
        .map(|byte| match byte {
            byte if byte.is_ascii_alphanumeric() || plain.contains(&byte) => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// Where to go after signing in: `next` if it is a path of this site, else the connectors.
#[must_use]
pub fn safe_return(next: &str) -> &str {
    let is_local = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t']);
    if is_local { next } else { CONNECTORS }
}

#[cfg(test)]
mod tests {
    use super::{CONNECTORS, designer, is_of_connector, safe_return, sign_in};

    #[test]
    fn the_designer_is_of_one_connector_and_lists_are_not() {
        assert!(is_of_connector(&designer("7", "general")));
        for list in [CONNECTORS, "/connectors/new", "/runs", "/runs/7/x"] {
            assert!(!is_of_connector(list), "{list}");
        }
    }

    #[test]
    fn the_way_back_is_kept_whole_in_the_address() {
        assert_eq!(
            sign_in("/connectors/7/definition?operation=get /a&b"),
            "/sign-in?next=/connectors/7/definition%3Foperation%3Dget%20/a%26b"
        );
    }

    #[test]
    fn signing_in_never_leads_to_another_site() {
        assert_eq!(safe_return("/account"), "/account");
        for elsewhere in [
            "",
            "https://example.com",
            "//example.com",
            "/\\example.com",
            "/a\r\nb",
        ] {
            assert_eq!(safe_return(elsewhere), "/connectors");
        }
    }
}
