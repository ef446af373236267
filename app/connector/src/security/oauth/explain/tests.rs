//! What is said of failures.
use super::{HopStep, Refusal, Trouble, explain_refusal, explain_unreadable};
use crate::security::oauth::Unreadable;

#[test]
fn failures_are_told_apart() {
    let cases = [
        (HopStep::Token, "invalid_client", "", Trouble::Client),
        (
            HopStep::Token,
            "invalid_grant",
            "redirect_uri does not match",
            Trouble::Redirect,
        ),
        (
            HopStep::Token,
            "invalid_grant",
            "grant request is invalid",
            Trouble::Grant,
        ),
        (
            HopStep::Token,
            "invalid_request",
            "AADSTS50011: The reply URL",
            Trouble::Redirect,
        ),
        (
            HopStep::Token,
            "invalid_client",
            "AADSTS7000215: Invalid client secret provided",
            Trouble::Client,
        ),
        (
            HopStep::Token,
            "unauthorized_client",
            "AADSTS700016: not found in the directory",
            Trouble::UnknownClient,
        ),
        (HopStep::Callback, "invalid_scope", "", Trouble::Scope),
        (HopStep::Callback, "access_denied", "", Trouble::Denied),
        (
            HopStep::Callback,
            "invalid_request",
            "code challenge required",
            Trouble::ProofKey,
        ),
        (
            HopStep::Refresh,
            "invalid_grant",
            "client_secret",
            Trouble::Grant,
        ),
        (
            HopStep::Token,
            "unauthorized_client",
            "",
            Trouble::GrantType,
        ),
        (HopStep::Token, "odd", "", Trouble::Unknown),
    ];
    for (step, error, description, expected) in cases {
        let refusal = Refusal {
            error: error.to_owned(),
            description: description.to_owned(),
        };
        let explained = explain_refusal(step, Some(400), &refusal);
        assert_eq!(explained.trouble, expected, "{error} {description}");
        assert!(explained.what.contains(error), "{}", explained.what);
    }
}

#[test]
fn a_page_and_a_redirect_point_at_the_token_url() {
    for (status, unreadable) in [
        (200, Unreadable::Html),
        (302, Unreadable::Empty),
        (404, Unreadable::Html),
    ] {
        let explained = explain_unreadable(status, unreadable);
        assert_eq!(explained.trouble, Trouble::Answer);
        assert!(
            explained.text().contains("token URL"),
            "{}",
            explained.text()
        );
    }
    assert_eq!(
        explain_unreadable(500, Unreadable::Html).trouble,
        Trouble::Provider
    );
    assert_eq!(
        explain_unreadable(415, Unreadable::Text).trouble,
        Trouble::Media
    );
    assert_eq!(
        explain_unreadable(401, Unreadable::Empty).trouble,
        Trouble::Client
    );
}
