//! The real connectors that tests read.
//!
//! They lie outside of the repository: `TENON_CORPUS` names their folder, else it is looked for in
//! `shared/corpus` beside the repository. Where it is missing, the tests say so and test nothing; where what is named is none, they fail.
#![allow(dead_code, reason = "not every test reads all of them")]

use std::fs;
use std::path::{Path as FilePath, PathBuf};

use tenon_connector::Connector;
use tenon_connector::document::Document;

/// The folder of all samples.
pub(crate) fn folder() -> Option<PathBuf> {
    let above = FilePath::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let is_corpus = |folder: &PathBuf| folder.join("manifest.json").is_file();
    if let Some(named) = std::env::var_os("TENON_CORPUS").map(PathBuf::from) {
        assert!(
            is_corpus(&named),
            "TENON_CORPUS says {}, but there is no manifest.json in it",
            named.display()
        );
        return Some(named);
    }
    let found = above
        .map(|folder| folder.join("shared/corpus"))
        .find(is_corpus);
    if found.is_none() {
        eprintln!("LEFT OUT: the corpus is missing; set TENON_CORPUS to its folder");
    }
    found
}

/// The folders of the connectors, in the order of their names; none where the corpus is missing.
pub(crate) fn folders() -> Vec<PathBuf> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let entries = fs::read_dir(folder.join("connectors")).unwrap();
    let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(!folders.is_empty());
    folders
}

/// The connectors that can be read, by the names of their folders.
pub(crate) fn connectors() -> Vec<(String, Connector)> {
    let read = |folder: PathBuf| {
        let document = |name| {
            let bytes = fs::read(folder.join(name)).ok()?;
            Some(Document::read(&bytes).ok()?.0)
        };
        let definition = document("apiDefinition.swagger.json")?;
        let properties = document("apiProperties.json")?;
        let name = folder.file_name()?.to_string_lossy().into_owned();
        Some((name, Connector::new(definition, properties)))
    };
    folders().into_iter().filter_map(read).collect()
}

/// The folders of the documents of OpenAPI 3.
pub(crate) const OPENAPI: [&str; 3] = ["openapi30", "openapi31", "openapi32"];

/// The files of these folders of the corpus, by name, in order; none where the corpus is missing.
pub(crate) fn documents(folders: &[&str]) -> Vec<(String, Vec<u8>)> {
    let Some(corpus) = folder() else {
        return Vec::new();
    };
    let entries = folders
        .iter()
        .flat_map(|folder| fs::read_dir(corpus.join(folder)).unwrap());
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "nothing in {folders:?}");
    let named = paths.into_iter().map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read(&path).unwrap())
    });
    named.collect()
}
