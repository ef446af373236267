//! Bodies as XML, by the `xml` objects of their schemas.

use proptest::prelude::*;
use serde_json::{Value, json};
use tenon_connector::request::{Inputs, RequestError};
use tenon_connector::swagger::Location::Body;

use super::{body_text, post};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

fn sent(schema: Value, value: Value) -> Result<String, RequestError> {
    let operation = json!({ "consumes": ["application/xml"], "parameters": [{ "name": "joint", "in": "body", "schema": schema }] });
    let request = post(operation, &Inputs::default().with(Body, "joint", value))?;
    assert_eq!(request.header("content-type"), Some("application/xml"));
    Ok(body_text(&request)
        .strip_prefix(HEAD)
        .unwrap_or(body_text(&request))
        .to_owned())
}

#[test]
fn elements_attributes_and_lists_are_called_as_the_schema_says() {
    let schema = json!({ "$ref": "#/definitions/Joint" });
    let value = json!({ "id": 7, "wood": "oak & <ash>", "cuts": [1, 2.5], "tags": ["a", "b"], "note": null,
        "maker": { "name": "Ann", "age": 41 }, "other": { "deep": true } });
    assert_eq!(
        sent(schema, value).unwrap(),
        "<Joint id=\"7\"><wood>oak &amp; &lt;ash&gt;</wood><Cuts><Cut>1</Cut><Cut>2.5</Cut></Cuts>\
         <tags>a</tags><tags>b</tags><m:Maker xmlns:m=\"urn:makers\"><name>Ann</name><age>41</age></m:Maker>\
         <other><deep>true</deep></other></Joint>"
    );
}

#[test]
fn a_document_has_one_element_at_its_root() {
    let list = json!({ "type": "array", "items": { "$ref": "#/definitions/Joint" } });
    assert_eq!(
        sent(list, json!([{ "wood": "oak" }])).unwrap(),
        "<joint><joint><wood>oak</wood></joint></joint>"
    );
    let named = json!({ "allOf": [{ "$ref": "#/definitions/Joint" }], "xml": { "name": "J" } });
    assert_eq!(sent(named, json!({ "id": 1 })).unwrap(), "<J id=\"1\"></J>");
}

#[test]
fn a_text_is_sent_as_the_maker_wrote_it() {
    assert_eq!(sent(json!({}), json!("<a/>")).unwrap(), "<a/>");
}

#[test]
fn what_xml_cannot_hold_is_named() {
    let error = sent(json!({}), json!({ "red oak": 1 })).unwrap_err();
    assert_eq!(
        error.to_string(),
        "“joint” in the body is sent as XML, where “red oak” cannot be the name of an element. Give the property an XML name in its schema."
    );
    let error = sent(json!({}), json!({ "oak": "\u{0}" })).unwrap_err();
    assert!(matches!(error, RequestError::Xml { at, .. } if at.name == "joint"));
}

/// The text of an element, as a reader of XML gives it.
fn read(text: &str) -> String {
    let mut out = text.to_owned();
    for (escaped, plain) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#10;", "\n"),
        ("&#13;", "\r"),
        ("&#9;", "\t"),
        ("&amp;", "&"),
    ] {
        out = out.replace(escaped, plain);
    }
    out
}

proptest! {
    #[test]
    fn a_text_comes_out_as_it_went_in(wood in any::<String>(), id in any::<i64>()) {
        let schema = json!({ "$ref": "#/definitions/Joint" });
        match sent(schema, json!({ "wood": wood, "id": id })) {
            Ok(text) => {
                let inner = text.strip_prefix(&format!("<Joint id=\"{id}\"><wood>")).unwrap();
                let inner = inner.strip_suffix("</wood></Joint>").unwrap();
                prop_assert!(!inner.contains(['<', '>', '"', '\r', '\n']));
                prop_assert_eq!(read(inner), wood);
            }
            Err(RequestError::Xml { .. }) => {
                let is_odd = |c: char| c.is_control() || matches!(u32::from(c), 0xfffe | 0xffff);
                prop_assert!(wood.chars().any(is_odd));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
