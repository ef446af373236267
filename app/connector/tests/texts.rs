//! Documents as text: what is said about a broken one, what is odd, and how an edit is written.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};
use tenon_connector::document::{Change, Document, Edit, EditError, MAX_DEPTH, Path};
use tenon_connector::{Connector, ConnectorFiles, Part};

fn said(text: &str) -> (usize, usize, String) {
    match Document::parse(text) {
        Ok(_) => panic!("{text:?} was read"),
        Err(error) => (error.line, error.column, error.reason.to_string()),
    }
}

#[test]
fn a_broken_text_is_refused_with_place_and_reason() {
    let table = [
        ("", 1, 1, "The file is empty."),
        (" \n ", 2, 2, "The file is empty."),
        ("{\"a\": 1,}", 1, 8, "A comma stands before the closing “}”"),
        ("[1,\n 2,\n]", 2, 3, "A comma stands before the closing “]”"),
        (
            "{\"a\": 1\n \"b\": 2}",
            2,
            2,
            "A comma is missing between two members",
        ),
        ("[1 2]", 1, 4, "A comma is missing between two items"),
        (
            "{\"a\" 1}",
            1,
            6,
            "A colon, between the name of a member and its value, is expected here",
        ),
        (
            "{\n\"a\": {\n\"b\": 1",
            3,
            7,
            "The file ends inside an object that began at line 2",
        ),
        (
            "[",
            1,
            2,
            "The file ends inside an array that began at line 1",
        ),
        (
            "{\"a\": [1, 2}",
            1,
            12,
            "the array that began at line 1 is not closed",
        ),
        (
            "{\"a\": {\"b\": 1]}",
            1,
            14,
            "the object that began at line 1 is not closed",
        ),
        ("{\"é\": \"ü\", x: 1}", 1, 12, "but “x” stands here"),
        ("{'a': 1}", 1, 2, "not in single quotes"),
        ("{\"a\": 1 // one\n}", 1, 9, "JSON has no comments"),
        ("{\"a\": True}", 1, 7, "“True” stands here"),
        ("{\"a\": NaN}", 1, 7, "“NaN” stands here"),
        ("{\"a\": 01}", 1, 7, "must not begin with a zero"),
        ("{\"a\": 1.}", 1, 9, "A digit is expected here"),
        ("{\"a\": +1}", 1, 7, "“+” stands here"),
        ("{\"a\":\u{2003}1}", 1, 6, "the invisible character U+2003"),
        ("{\"a\":\u{200b}1}", 1, 6, "the invisible character U+200B"),
        ("{\"a\": \"b\nc\"}", 1, 9, "The line ends inside a text"),
        ("{\"a\": \"b\tc\"}", 1, 9, "must be written as \\t"),
        ("{\"a\": \"\u{7}\"}", 1, 8, "U+0007"),
        ("{\"a\": \"\\x\"}", 1, 8, "A backslash must be written as"),
        ("{\"a\": \"\\u12g4\"}", 1, 8, "four hexadecimal digits"),
        (
            "{\"a\": \"b",
            1,
            9,
            "The file ends inside a text that began at line 1",
        ),
        (
            "{}\n}",
            2,
            1,
            "The document ends at line 1; remove what follows it",
        ),
        ("\u{feff}{]", 1, 2, "“]” stands here"),
    ];
    for (text, line, column, reason) in table {
        let (found_line, found_column, found) = said(text);
        assert!(found.contains(reason), "{text:?}: {found}");
        assert_eq!(
            (found_line, found_column),
            (line, column),
            "{text:?}: {found}"
        );
    }
}

#[test]
fn nesting_is_bounded_and_the_bound_is_named() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Document::parse(&nested(MAX_DEPTH)).is_ok());
    for depth in [MAX_DEPTH + 1, 1_000_000] {
        let (line, column, reason) = said(&nested(depth));
        assert_eq!((line, column), (1, MAX_DEPTH + 1));
        assert!(reason.contains(&MAX_DEPTH.to_string()), "{reason}");
    }
}

#[test]
fn an_edit_cannot_nest_deeper_than_what_can_be_read() {
    let mut deep = json!(1);
    for _ in 0..MAX_DEPTH - 1 {
        deep = json!([deep]);
    }
    let mut connector = Connector::blank("Deep");
    let put = |path: Path, after: Value| Edit {
        part: Part::Definition,
        path,
        change: Change::Put {
            before: None,
            after: Some(after),
            at: None,
        },
    };
    connector
        .apply(&put(Path::of(["x-a"]), deep.clone()))
        .unwrap();
    assert!(Connector::from_files(&connector.to_files()).is_ok());
    let refused = connector.apply(&put(Path::of(["info", "x-a"]), deep));
    assert!(
        matches!(refused, Err(EditError::TooDeep { .. })),
        "{refused:?}"
    );
}

#[test]
fn numbers_are_as_they_are_written() {
    for spelled in [
        "1.00",
        "1e3",
        "1E+3",
        "1e-07",
        "-0",
        "1e400",
        "18446744073709551616",
        "123456789012345678901234567890",
    ] {
        let text = format!("{{\"a\": {spelled}, \"b\": 1}}");
        let (document, findings) = Document::read(text.as_bytes()).unwrap();
        assert_eq!(findings, [], "{spelled}");
        assert_eq!(document.root()["a"].to_string(), spelled);
        let without = "{\"b\": 1}";
        assert_eq!(edited(&text, &Path::of(["a"]), None), without);
        let beside = edited(&text, &Path::of(["b"]), Some(json!(2)));
        assert_eq!(beside, format!("{{\"a\": {spelled}, \"b\": 2}}"));
    }
    let huge = |last: u8| format!("[12345678901234567890123456789{last}]");
    let [one, other] = [0, 1].map(|last| Document::parse(&huge(last)).unwrap());
    assert!(!one.is_identical(&other));
}

#[test]
fn what_is_odd_in_a_text_is_named_with_its_place() {
    let table = [
        (
            "{\n\"a\": 1,\n \"b\": 2, \"a\": 3}",
            3,
            10,
            "“a” stands twice in one object, first at line 2",
        ),
        ("[\"\\ud83d!\"]", 1, 3, "half a character"),
    ];
    for (text, line, column, words) in table {
        let (_, findings) = Document::read(text.as_bytes()).unwrap();
        assert_eq!(findings.len(), 1, "{text:?}: {findings:?}");
        let found = &findings[0];
        assert!(
            found.message.to_string().contains(words),
            "{text:?}: {}",
            found.message
        );
        assert_eq!((found.line, found.column), (line, column), "{text:?}");
    }
    for plain in [
        "[1.5, -3, 0, 1e+20, 9223372036854775807, \"\\ud83e\\uddf7\"]",
        "{\"a\": {\"a\": 1}}",
    ] {
        let (_, findings) = Document::read(plain.as_bytes()).unwrap();
        assert_eq!(findings, [], "{plain}");
    }
}

#[test]
fn the_last_of_two_members_of_one_name_counts() {
    let document = Document::parse("{\"a\": 1, \"b\": 2, \"a\": {\"c\": 3}}").unwrap();
    assert_eq!(document.root().to_string(), r#"{"a":{"c":3},"b":2}"#);
}

#[test]
fn bytes_that_are_not_utf8_are_read_as_windows_1252() {
    let (document, findings) = Document::read(b"{\n\"a\": \"caf\xe9 \x80 \xc3\xa9\"}").unwrap();
    assert_eq!(document.root()["a"], "café € é");
    assert_eq!((findings[0].line, findings[0].column), (2, 10));
    let utf16: Vec<u8> = "{\"a\": 1}"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let error = Document::read(&utf16).unwrap_err();
    assert!(error.reason.to_string().contains("UTF-16"), "{error}");
}

/// The text of a definition after one edit.
fn edited(text: &str, path: &Path, after: Option<Value>) -> String {
    let mut connector = Connector::from_files(&ConnectorFiles {
        definition: text.to_owned(),
        properties: "{}".to_owned(),
        ..ConnectorFiles::default()
    })
    .unwrap();
    let edit = connector.set(Part::Definition, path, after).unwrap();
    connector.apply(&edit).unwrap();
    connector.to_files().definition
}

#[test]
fn an_edit_is_written_in_the_style_of_its_text() {
    let table = [
        // Numbers, escapes, blanks and doubled keys elsewhere stay as they are written.
        (
            "{ \"a\" : 1.00,\n   \"c\": [1,2 , 3], \"b\": \"\\u00e9\" }\n\n",
            Path::of(["b"]),
            Some(json!("é!")),
            "{ \"a\" : 1.00,\n   \"c\": [1,2 , 3], \"b\": \"\\u00e9!\" }\n\n".to_owned(),
        ),
        (
            "\u{feff}{\r\n\t\"a\": 1\r\n}\r\n",
            Path::of(["b", "c"]),
            Some(json!([true])),
            "\u{feff}{\r\n\t\"a\": 1,\r\n\t\"b\": {\r\n\t\t\"c\": [\r\n\t\t\ttrue\r\n\t\t]\r\n\t}\r\n}\r\n".to_owned(),
        ),
        ("{\"a\":1}", Path::of(["b"]), Some(json!([{"c": 2}])), "{\"a\":1,\"b\":[{\"c\":2}]}".to_owned()),
        ("{\n    \"a\": 1,\n    \"b\": 2\n}", Path::of(["b"]), None, "{\n    \"a\": 1\n}".to_owned()),
        ("{\"a\": 1, \"b\": 1, \"a\": 2}", Path::of(["c"]), Some(json!(3)), "{\"a\": 2, \"b\": 1, \"c\": 3}".to_owned()),
        ("{}", Path::of(["a"]), Some(json!(1)), "{\n  \"a\": 1\n}".to_owned()),
    ];
    for (text, path, after, wanted) in table {
        assert_eq!(edited(text, &path, after), wanted);
    }
}

#[test]
fn an_item_is_added_and_removed_without_touching_its_neighbours() {
    let text = "{\n  \"l\": [\"a\", 1.0e0,\n    \"c\"],\n  \"z\": 0\n}";
    let list = Path::of(["l"]);
    let one: Value = Document::parse("1.0e0").unwrap().root().clone();
    let with = edited(
        text,
        &list,
        Some(vec![json!("a"), one.clone(), json!("b"), json!("c")].into()),
    );
    assert_eq!(
        with,
        "{\n  \"l\": [\"a\", 1.0e0, \"b\", \"c\"],\n  \"z\": 0\n}"
    );
    let without = edited(text, &list, Some(vec![one, json!("c")].into()));
    assert_eq!(without, "{\n  \"l\": [1.0e0,\n    \"c\"],\n  \"z\": 0\n}");
}

#[test]
fn a_renamed_member_keeps_its_text() {
    let mut connector = Connector::from_files(&ConnectorFiles {
        definition: "{\n  \"paths\": {\n    \"/a\" : { \"get\": {} , \"x\": 1e3 }\n  }\n}"
            .to_owned(),
        properties: "{}".to_owned(),
        ..ConnectorFiles::default()
    })
    .unwrap();
    let edit = Edit {
        part: Part::Definition,
        path: Path::of(["paths", "/a"]),
        change: Change::Rename {
            to: "/b".to_owned(),
        },
    };
    connector.apply(&edit).unwrap();
    assert_eq!(
        connector.to_files().definition,
        "{\n  \"paths\": {\n    \"/b\" : { \"get\": {} , \"x\": 1e3 }\n  }\n}"
    );
}
