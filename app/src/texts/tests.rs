//! Finds texts in the sources of the app that were written into a view, where no translation reaches them.

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string};
use std::path::{Path, PathBuf};

use tenon_connector::message::places;

/// What is the same in every language: names, and what machines read.
const ALLOWED: [&str; 8] = [
    "Tenon",
    "Enter",
    "Esc",
    " ms",
    "script.csx",
    "@connectionParameters('name')",
    "width=device-width, initial-scale=1",
    "https://api.example.com/openapi.json",
];

/// The attributes and properties whose texts people read.
const READ: [&str; 8] = [
    "label=\"",
    "title=\"",
    "hint=\"",
    "placeholder=\"",
    "text=\"",
    "button=\"",
    "invitation=\"",
    "nothing=\"",
];

#[test]
fn every_text_of_a_view_is_translated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    assert!(files.len() > 100, "the sources of the app were not found");
    let mut bare = Vec::new();
    for file in files {
        let source = read_to_string(&file).unwrap();
        let name = file.strip_prefix(&root).unwrap().display().to_string();
        bare.extend(bare_texts(&source).map(|text| format!("{name}: {text}")));
    }
    assert!(
        bare.is_empty(),
        "move to app/src/texts:\n{}",
        bare.join("\n")
    );
}

#[test]
fn bare_texts_are_found() {
    let source = "<p>\"One\"</p>\n<Field label=\"Two\">\n<p>\n    \"Three\"\n</p>\n// <p>\"Four\"</p>\n<b>{t::five()}</b>";
    let found: Vec<_> = bare_texts(source).collect();
    assert_eq!(found, ["One", "Two", "Three"]);
}

#[test]
fn both_languages_say_the_same_values() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts");
    let mut seen = 0;
    for entry in read_dir(&root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() || path.ends_with("tests.rs") {
            continue;
        }
        for (english, german) in pairs(&read_to_string(&path).unwrap()) {
            let sorted = |text| places(text).collect::<BTreeSet<_>>();
            assert_eq!(
                sorted(&english),
                sorted(&german),
                "{}: {english}",
                path.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 500, "the texts were not found");
}

#[test]
fn texts_are_read_in_both_languages() {
    let source = "a(b):\n    en \"A \\\"{b}\\\"\",\n    de \"Ä {c}\";\nd: en \"D\", de \"E\";";
    let found: Vec<_> = pairs(source).collect();
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(found, [pair("A \\\"{b}\\\"", "Ä {c}"), pair("D", "E")]);
}

/// The texts of a module, in English and in German, as they are written.
fn pairs(source: &str) -> impl Iterator<Item = (String, String)> {
    source.split(" en \"").skip(1).map(|rest| {
        let german = rest.split(" de \"").nth(1).unwrap_or_default();
        (up_to_the_end(rest), up_to_the_end(german))
    })
}

/// A literal up to the quotation mark that ends it.
fn up_to_the_end(rest: &str) -> String {
    let mut is_escaped = false;
    rest.chars()
        .take_while(|c| {
            let is_end = *c == '"' && !is_escaped;
            is_escaped = *c == '\\' && !is_escaped;
            !is_end
        })
        .collect()
}

/// The sources, without the style guide, which is for those who work on Tenon, and without tests.
fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let is_kept = !path.ends_with("styleguide") && !path.ends_with("texts");
        if path.is_dir() && is_kept {
            collect(&path, out);
        } else if path.extension().is_some_and(|kind| kind == "rs") && is_kept {
            out.push(path);
        }
    }
}

/// The texts that stand between tags, or in what people read, with a letter in them.
fn bare_texts(source: &str) -> impl Iterator<Item = String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut before = "";
    let mut found = Vec::new();
    for line in code.lines().map(str::trim) {
        if line.starts_with("//") {
            continue;
        }
        if line.starts_with('"') && before.ends_with('>') && !before.ends_with("=>") {
            found.extend(line.get(1..).map(literal));
        }
        for (place, _) in line.match_indices(">\"") {
            let is_arrow = line[..place].ends_with(['=', '-']);
            found.extend(line.get(place + 2..).filter(|_| !is_arrow).map(literal));
        }
        for mark in READ {
            let texts = line.match_indices(mark);
            found
                .extend(texts.filter_map(|(place, _)| line.get(place + mark.len()..).map(literal)));
        }
        before = line;
    }
    found
        .into_iter()
        .filter(|text| text.chars().any(char::is_alphabetic) && !ALLOWED.contains(&text.as_str()))
}

/// A literal up to its end, or to the end of the line.
fn literal(rest: &str) -> String {
    rest.split('"').next().unwrap_or_default().to_owned()
}
