//! Where a call goes: the server that the source names, and the one that the definition or a policy does.

use serde_json::Value;
use tenon_connector::request::PreparedRequest;

use super::described::plain;
use super::{Call, decoded, pairs};

/// The first server, with the defaults of its variables; none where it is relative.
fn server(holder: &Value) -> Option<String> {
    let first = holder["servers"].get(0)?;
    let mut url = first["url"].as_str()?.to_owned();
    for (name, variable) in first["variables"].as_object().into_iter().flatten() {
        url = url.replace(&format!("{{{name}}}"), &plain(&variable["default"]));
    }
    Some(url)
}

pub(super) fn compare_url(
    call: &Call<'_>,
    request: &PreparedRequest,
    item: &Value,
    described: &Value,
    path: &str,
    mut query: Vec<(String, String)>,
) -> Result<(), String> {
    let url = request.url.split('#').next().unwrap_or_default();
    let (before, found) = url.split_once('?').unwrap_or((url, ""));
    // What stands in the path itself is sent as it is.
    let fixed = call
        .operation
        .path_name()
        .split('#')
        .next()
        .and_then(|path| path.split_once('?'));
    query.extend(fixed.map(|(_, fixed)| pairs(fixed)).unwrap_or_default());
    query.sort();
    if pairs(found) != query {
        return Err(format!("the query is {:?} for {query:?}", pairs(found)));
    }
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if !decoded(before).ends_with(path) {
        return Err(format!("{before} does not end with {path}"));
    }
    let own = server(described).or_else(|| server(item));
    if let Some(own) = own.filter(|own| own.contains("://")) {
        return policy_server(call, own.trim_end_matches('/'));
    }
    let Some(root) = server(&call.source.root).filter(|root| root.contains("://")) else {
        return Ok(());
    };
    let expected = format!("{}{path}", root.trim_end_matches('/'));
    let same = decoded(before) == decoded(&expected)
        || call.is_named("/servers/0")
        || call.is_named("/servers");
    if same {
        Ok(())
    } else {
        Err(format!("{before} is not {expected}"))
    }
}

/// Whether a policy, or the definition, sends the call to the server of its own.
fn policy_server(call: &Call<'_>, expected: &str) -> Result<(), String> {
    let properties = &call.imported.connector.properties()["properties"];
    let id = call.operation.operation_id();
    for policy in properties["policyTemplateInstances"]
        .as_array()
        .into_iter()
        .flatten()
    {
        let parameters = &policy["parameters"];
        let operations = parameters["x-ms-apimTemplate-operationName"].as_array();
        if policy["templateId"] != "dynamichosturl"
            || !operations.is_some_and(|all| all.iter().any(|own| own == id))
        {
            continue;
        }
        let mut url = parameters["x-ms-apimTemplateParameter.urlTemplate"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        for (name, parameter) in properties["connectionParameters"]
            .as_object()
            .into_iter()
            .flatten()
        {
            url = url.replace(
                &format!("@connectionParameters('{name}')"),
                &plain(&parameter["defaultValue"]),
            );
        }
        let same = url.trim_end_matches('/') == expected
            || call.is_named(&format!("{}/servers", call.pointer));
        return if same {
            Ok(())
        } else {
            Err(format!("the policy calls {url} for {expected}"))
        };
    }
    let definition = call.imported.connector.definition();
    let base = format!(
        "{}://{}{}",
        definition["schemes"][0].as_str().unwrap_or("https"),
        definition["host"].as_str().unwrap_or_default(),
        definition["basePath"]
            .as_str()
            .unwrap_or_default()
            .trim_end_matches('/')
    );
    if base == expected {
        Ok(())
    } else {
        Err(format!("it calls {base} for {expected}"))
    }
}
