//! Where the API is: version of the format, scheme, host, base path, and other addresses.

use serde_json::Value;

use crate::document::Path;
use crate::lint::Fix;
use crate::lint::model::OperationNode;
use crate::lint::place::Place;
use crate::lint::report::Report;
use crate::lint::rule::rules;
use crate::message::message;

rules! {
    /// A list of schemes that names none says nothing. Name `https`, or remove it.
    SCHEMES_EMPTY = "SchemesArrayEmpty", 75, Error, Always,
        "“schemes” names at least one scheme";

    /// The base path follows the host, so it begins with a slash. Write it so.
    BASE_PATH = "BasePathNotValid", 93, Error, Always,
        "The base path begins with a slash";

    /// The host is the name of a machine, perhaps with a port; scheme and path have their own fields. Write
    /// `api.example.com`.
    HOST = "HostNameNotValid", 104, Error, Always,
        "The host is a name without scheme and path";

    /// A service in beta may change, so a connector to it is in preview. Set the status to `Preview`, or name the host of
    /// the finished service.
    BETA_IN_PRODUCTION = "ProductionStatusOnBetaService", 114, Error, Certification,
        "A connector to a beta service is in preview";

    /// APIs are called by HTTP. Name `https`.
    SCHEME = "SchemeNotValid", 120, Error, Always,
        "The schemes are “http” and “https”";

    /// The platform reads this version of the format and no other. Write the text "2.0".
    VERSION = "SpecificationVersionIncorrect", 123, Error, Always,
        "The definition says that it is Swagger 2.0";

    /// A link that is no address leads nowhere. Write it in full, with `https://`.
    URL = "UrlNotValid", 126, Warning, Always,
        "Links are addresses in full";

    /// The platform calls APIs by requests, not by sockets that stay open. Name `https`.
    SOCKETS = "SchemeNotSupported", 145, Error, Always,
        "No scheme is one of sockets";

    /// What is tested and staged is not what users call. Name the host of the service in production.
    HOST_PRODUCTION = "G26-host-production", -, Warning, Certification,
        "The host is that of the service in production";
}

pub(super) fn check(report: &mut Report<'_>) {
    let root = Path::root();
    let place = Place::of(&root);
    let model = report.model();
    check_version(model.root("swagger"), &place, report);
    check_schemes(model.root("schemes"), &place.key("schemes"), report);
    if let Some(path) = model.root("basePath").and_then(Value::as_str) {
        check_base_path(path, &place.key("basePath"), report);
    }
    if let Some(host) = model.root("host").and_then(Value::as_str) {
        check_host(host, &place.key("host"), report);
    }
    check_links(&place, report);
}

/// Looks at the schemes of an operation, which stand in for those of the root.
pub(super) fn check_operation(node: &OperationNode<'_>, report: &mut Report<'_>) {
    if let Some(schemes) = node.json().get("schemes") {
        let place = node.place();
        check_schemes(Some(schemes), &place.key("schemes"), report);
    }
}

fn check_version(version: Option<&Value>, place: &Place<'_>, report: &mut Report<'_>) {
    if version.and_then(Value::as_str) == Some("2.0") {
        return;
    }
    let here = place.key("swagger");
    let here = if version.is_some() { &here } else { place };
    // A number of the same meaning is a slip of whoever wrote it.
    if version.and_then(Value::as_f64) == Some(2.0) {
        report.find_with_fix(&VERSION, here, || {
            let fix = Fix::set(
                message!("Write the version as the text “2.0”"),
                here.path(),
                "2.0",
            );
            (
                message!("The version is a number. Write the text \"2.0\"."),
                fix,
            )
        });
    } else {
        report.find(&VERSION, here, || {
            message!("The definition must say “swagger”: \"2.0\".")
        });
    }
}

fn check_schemes(schemes: Option<&Value>, place: &Place<'_>, report: &mut Report<'_>) {
    let Some(schemes) = schemes.and_then(Value::as_array) else {
        return;
    };
    if schemes.is_empty() {
        report.find_with_fix(&SCHEMES_EMPTY, place, || {
            let fix = Fix::set(
                message!("Name the scheme “https”"),
                place.path(),
                vec!["https"],
            );
            (
                message!("“schemes” names no scheme. Name “https”, or remove it."),
                fix,
            )
        });
    }
    for (index, scheme) in schemes.iter().enumerate() {
        let place = place.item(schemes, index);
        match scheme.as_str() {
            Some("http" | "https") | None => {}
            Some(scheme @ ("ws" | "wss")) => report.find(&SOCKETS, &place, || {
                message!(
                    "The platform does not call by “{scheme}”. Name “https”.",
                    scheme
                )
            }),
            Some(scheme) => report.find(&SCHEME, &place, || {
                message!("“{scheme}” is no scheme of an API. Name “https”.", scheme)
            }),
        }
    }
}

fn check_base_path(path: &str, place: &Place<'_>, report: &mut Report<'_>) {
    if !path.starts_with('/') && !path.starts_with('@') {
        report.find_with_fix(&BASE_PATH, place, || {
            let wanted = format!("/{path}");
            let fix = Fix::set(
                message!("Make the base path “{wanted}”", wanted),
                place.path(),
                wanted,
            );
            (
                message!("The base path “{path}” must begin with “/”.", path),
                fix,
            )
        });
    }
}

fn check_host(host: &str, place: &Place<'_>, report: &mut Report<'_>) {
    // Variables of the environment are put in when the connector is saved.
    if host.contains('@') && host.contains('(') {
        return;
    }
    if !is_host(host) {
        let bare = host.strip_prefix("https://").unwrap_or_default();
        let bare = bare.strip_suffix('/').unwrap_or(bare);
        if is_host(bare) {
            report.find_with_fix(&HOST, place, || {
                let fix = Fix::set(
                    message!("Write the host “{bare}”", bare),
                    place.path(),
                    bare,
                );
                (
                    message!("“{host}” has a scheme. Write the host alone.", host),
                    fix,
                )
            });
            return;
        }
        report.find(&HOST, place, || {
            if host.contains("://") {
                message!(
                    "“{host}” has a scheme. Write the host alone, and the scheme in “schemes”.",
                    host
                )
            } else if host.contains('/') {
                message!(
                    "“{host}” has a path. Write the host alone, and the path in “basePath”.",
                    host
                )
            } else {
                message!(
                    "“{host}” is no name of a host. Write it as “api.example.com”.",
                    host
                )
            }
        });
        return;
    }
    let name = host.split(':').next().unwrap_or(host);
    let odd = name.split(['.', '-']).find(|part| {
        [
            "staging",
            "stage",
            "dev",
            "test",
            "qa",
            "uat",
            "localhost",
            "sandbox",
        ]
        .iter()
        .any(|word| part.eq_ignore_ascii_case(word))
    });
    if let Some(word) = odd {
        report.find(&HOST_PRODUCTION, place, || {
            message!("“{host}” looks like a host for trials (“{word}”). Name that of the service in production.", host, word)
        });
    }
    let status = report
        .model()
        .root("info")
        .and_then(|info| info.pointer("/x-ms-api-annotation/status"));
    let is_beta = name
        .split(['.', '-'])
        .any(|part| part.eq_ignore_ascii_case("beta"));
    if is_beta && status.and_then(Value::as_str) == Some("Production") {
        report.find(&BETA_IN_PRODUCTION, place, || {
            message!(
                "“{host}” is a service in beta, but the connector is in production.",
                host
            )
        });
    }
}

/// Names of letters, digits, hyphens and underscores with dots between them, and perhaps a port. Braces and
/// brackets stand for what is filled in.
fn is_host(host: &str) -> bool {
    let (name, port) = host
        .split_once(':')
        .map_or((host, None), |(name, port)| (name, Some(port)));
    let filled_in = |c: char| "{}[]<>".contains(c);
    let is_label = |label: &str| {
        !label.is_empty()
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_' || filled_in(c))
    };
    !name.is_empty()
        && name.split('.').all(is_label)
        && port.is_none_or(|port| port.parse::<u16>().is_ok() || port.contains(filled_in))
}

fn check_links(place: &Place<'_>, report: &mut Report<'_>) {
    let model = report.model();
    let info = model.root("info");
    let info_place = place.key("info");
    for key in ["contact", "license"] {
        let link = info
            .and_then(|info| info.get(key))
            .and_then(|part| part.get("url"));
        let place = info_place.key(key);
        check_link(link, &place.key("url"), report);
    }
    let docs = model.root("externalDocs").and_then(|docs| docs.get("url"));
    let docs_place = place.key("externalDocs");
    check_link(docs, &docs_place.key("url"), report);
}

fn check_link(link: Option<&Value>, place: &Place<'_>, report: &mut Report<'_>) {
    if let Some(text) = link
        .and_then(Value::as_str)
        .filter(|text| !text.is_empty() && !is_link(text))
    {
        report.find(&URL, place, || {
            message!(
                "“{text}” is no address in full. Begin it with “https://”.",
                text
            )
        });
    }
}

/// Whether a text is an absolute address.
pub(super) fn is_link(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !text.contains(char::is_whitespace)
    })
}
