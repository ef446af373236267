//! Finding the connectors that a path on the command line names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tenon_connector::Connector;
use tenon_connector::read::{
    DEFINITION_ENDS, DEFINITION_FILE, Imported, Kind, Reading, SourceFile, folder_with,
    is_definition_name, named_definition,
};

use super::failure::Failure;
use super::files::{self, STDIN, below, shown};

/// How much of a file is looked at to see whether it is a document of an API.
const SNIFFED: usize = 4096;

/// A connector on disk, not read yet.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// It comes in on standard input.
    Stdin,
    /// One file: a Swagger 2.0 or OpenAPI 3 document, or a zip file.
    File(PathBuf),
    /// A package: the folder, its definition, and all of its files, named from the folder on.
    Package {
        folder: PathBuf,
        definition: String,
        files: Vec<String>,
    },
}

impl Source {
    /// Its name as it is shown.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Stdin => "standard input".to_owned(),
            Self::File(path) | Self::Package { folder: path, .. } => shown(path),
        }
    }

    /// Reads it as an import does: without secrets, and with what is missing derived.
    pub(super) fn read(&self) -> Result<Imported, Failure> {
        self.read_with(&mut Reading::default())
    }

    /// [`Self::read`], in the way that the caller says.
    pub(super) fn read_with(&self, reading: &mut Reading<'_>) -> Result<Imported, Failure> {
        match self {
            Self::Stdin => Ok(reading.read(&self.name(), &files::stdin()?)?),
            Self::File(path) => Ok(reading.read(&self.name(), &files::bytes(path)?)?),
            Self::Package {
                folder: root,
                files,
                ..
            } => {
                let source = |path: &String| {
                    let bytes = files::bytes(&root.join(path))?;
                    let path = path.clone();
                    Ok(SourceFile { path, bytes })
                };
                let files: Result<Vec<_>, Failure> = files.iter().map(source).collect();
                let name = self.name();
                Ok(folder_with(&name, files?, reading).map_err(|error| error.within(&name))?)
            }
        }
    }
}

/// The connectors that a path names, and what could not be looked into.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) sources: Vec<Source>,
    pub(super) faults: Vec<Failure>,
}

/// Finds the connectors that a path names: standard input, a file, a package, or a tree of many.
pub(super) fn find(path: &Path) -> Result<Found, Failure> {
    within(path, is_lone)
}

/// Finds all that describes an API: connectors as [`find`] does, and Postman collections, recordings and command
/// lines of curl by their content.
pub(super) fn importable(path: &Path) -> Result<Found, Failure> {
    within(path, |path| is_lone(path) || is_foreign(path))
}

fn within(path: &Path, is_source: impl Fn(&Path) -> bool) -> Result<Found, Failure> {
    if path.as_os_str() == STDIN {
        return Ok(of(Source::Stdin));
    }
    let metadata = path.metadata().map_err(Failure::disk(path))?;
    if !metadata.is_dir() {
        return Ok(of(Source::File(path.to_owned())));
    }
    let (paths, faults) = files::tree(path)?;
    let sources = in_tree(path, &paths, is_source);
    if sources.is_empty() && faults.is_empty() {
        let reason =
            format!("There is no connector in it. A package has a file {DEFINITION_FILE}.");
        return Err(Failure::refused(path, reason));
    }
    Ok(Found { sources, faults })
}

/// Finds and reads the one connector that a path names.
pub(super) fn one(path: &Path) -> Result<Imported, Failure> {
    let found = find(path)?;
    if let Some(fault) = found.faults.into_iter().next() {
        return Err(fault);
    }
    match found.sources.as_slice() {
        [source] => source.read(),
        several => {
            let names: Vec<String> = several.iter().take(5).map(Source::name).collect();
            let names = names.join(", ");
            let reason = format!("There are {} connectors: {names} …", several.len());
            Err(Failure::refused(
                path,
                format!("{reason} Name one of them."),
            ))
        }
    }
}

/// [`one`], where only the connector matters.
pub(super) fn connector(path: &Path) -> Result<Connector, Failure> {
    Ok(one(path)?.connector)
}

fn of(source: Source) -> Found {
    Found {
        sources: vec![source],
        faults: Vec::new(),
    }
}

/// The connectors among the files of a tree, in the order of their paths.
fn in_tree(root: &Path, paths: &[String], is_source: impl Fn(&Path) -> bool) -> Vec<Source> {
    let mut definitions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for path in paths {
        let (folder, name) = split(path);
        if is_definition_name(name) {
            definitions.entry(folder).or_default().push(name);
        }
    }
    for (folder, name) in named_in_settings(root, paths) {
        definitions.entry(folder).or_insert_with(|| vec![name]);
    }
    let mut packages: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut sources: Vec<(&str, Source)> = Vec::new();
    for path in paths {
        let home = home(path, &definitions);
        match home.and_then(|folder| Some((folder, definitions.get(folder)?.as_slice()))) {
            Some((folder, [_])) => {
                let name = path.get(folder.len()..).unwrap_or(path).to_owned();
                packages.entry(folder).or_default().push(name);
            }
            Some((folder, names)) if names.contains(&path.get(folder.len()..).unwrap_or(path)) => {
                sources.push((path, Source::File(below(root, path))));
            }
            _ if is_source(&below(root, path)) => {
                sources.push((path, Source::File(below(root, path))));
            }
            _ => {}
        }
    }
    for (folder, files) in packages {
        let definition = definitions.get(folder).and_then(|names| names.first());
        let package = Source::Package {
            folder: below(root, folder),
            definition: definition.copied().unwrap_or(DEFINITION_FILE).to_owned(),
            files,
        };
        sources.push((folder, package));
    }
    sources.sort_by_key(|(path, _)| *path);
    sources.into_iter().map(|(_, source)| source).collect()
}

/// The definitions that a `settings.json` beside them names, with their folders.
fn named_in_settings<'p>(root: &Path, paths: &'p [String]) -> Vec<(&'p str, &'p str)> {
    let mut found = Vec::new();
    for path in paths {
        let (folder, name) = split(path);
        if !name.eq_ignore_ascii_case("settings.json") {
            continue;
        }
        let settings = files::bytes(&below(root, path));
        let Some(named) = settings.ok().and_then(|text| named_definition(&text)) else {
            continue;
        };
        let mut others = paths.iter().map(|path| split(path));
        let there = others.find(|(own, name)| *own == folder && *name == named);
        found.extend(there);
    }
    found
}

/// The innermost folder around a file that has a definition.
fn home<'p>(path: &'p str, definitions: &BTreeMap<&str, Vec<&str>>) -> Option<&'p str> {
    let mut folder = split(path).0;
    loop {
        if definitions.contains_key(folder) {
            return Some(folder);
        }
        folder = split(folder.strip_suffix('/')?).0;
    }
}

/// The folder with its closing slash, and the name in it.
fn split(path: &str) -> (&str, &str) {
    path.split_at(path.rfind('/').map_or(0, |at| at + 1))
}

/// Whether a file is a connector by its content.
fn is_lone(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "json" | "yaml" | "yml" => start(path)
            .is_some_and(|start| names(&start, "swagger", "2.0") || names(&start, "openapi", "3.")),
        "zip" => files::bytes(path).is_ok_and(|bytes| {
            // The names of its entries stand in a zip file as they are.
            DEFINITION_ENDS.iter().any(|end| {
                let mut windows = bytes.windows(end.len());
                windows.any(|window| window.eq_ignore_ascii_case(end.as_bytes()))
            })
        }),
        _ => false,
    }
}

/// Whether a file is a Postman collection, a recording or command lines of curl by its content.
fn is_foreign(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let ending = ending.unwrap_or_default().to_ascii_lowercase();
    let Some(start) = start(path) else {
        return false;
    };
    match ending.as_str() {
        "json" | "har" => {
            let hints = [
                "postman",
                "\"item\"",
                "\"requests\"",
                "\"order\"",
                "\"log\"",
            ];
            hints.iter().any(|hint| start.contains(hint)) && is_foreign_document(path)
        }
        "sh" | "bash" | "bat" | "cmd" | "txt" | "curl" | "" => Kind::are_commands(&start),
        _ => false,
    }
}

/// Whether a whole document is a collection or a recording: its start alone does not tell.
fn is_foreign_document(path: &Path) -> bool {
    let root = files::bytes(path).ok();
    let root = root.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let kind = root.and_then(|root| Kind::of_document(&root));
    matches!(kind, Some(Kind::Postman | Kind::Har))
}

fn start(path: &Path) -> Option<String> {
    use std::io::Read;
    let mut bytes = Vec::new();
    let bound = u64::try_from(SNIFFED).ok()?;
    let file = std::fs::File::open(path).ok()?;
    file.take(bound).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a text has a member that says this version at its start, in JSON or YAML.
fn names(start: &str, member: &str, version: &str) -> bool {
    start.match_indices(member).any(|(at, key)| {
        let rest = start.get(at + key.len()..).unwrap_or_default();
        let value = rest.trim_start_matches(['"', '\'']).trim_start();
        let value = value.strip_prefix(':').map(str::trim_start);
        value.is_some_and(|value| value.trim_start_matches(['"', '\'']).starts_with(version))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(paths: &[&str]) -> Vec<String> {
        let mut paths: Vec<String> = paths.iter().map(|path| (*path).to_owned()).collect();
        paths.sort();
        let sources = in_tree(Path::new("tree"), &paths, is_lone);
        sources.iter().map(Source::name).collect()
    }

    #[test]
    fn each_folder_with_a_definition_is_a_package() {
        let paths = [
            "a/apiDefinition.swagger.json",
            "a/apiProperties.json",
            "a/images/icon.png",
            "b/APIDEFINITION.SWAGGER.JSON",
            "b/c/apidefinition.swagger.json",
            "readme.md",
        ];
        assert_eq!(found(&paths), ["tree/a", "tree/b", "tree/b/c"]);
    }

    #[test]
    fn several_definitions_in_one_folder_stand_alone() {
        let paths = ["x/one.swagger.json", "x/two.swagger.json", "x/notes.txt"];
        assert_eq!(
            found(&paths),
            ["tree/x/one.swagger.json", "tree/x/two.swagger.json"]
        );
    }

    #[test]
    fn a_document_is_told_by_its_start() {
        assert!(names("{\"swagger\" : \"2.0\"", "swagger", "2.0"));
        assert!(names("# notes\nswagger: '2.0'\n", "swagger", "2.0"));
        assert!(names("openapi: 3.1.0\n", "openapi", "3."));
        assert!(!names(
            "{\"openapi\": \"3.0.1\", \"x\": \"swagger\"}",
            "swagger",
            "2.0"
        ));
    }
}
