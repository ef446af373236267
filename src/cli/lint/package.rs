//! Reading a connector for lint: its files just as they are, so that lines are those of the files.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tenon_connector::document::{Document, TextFinding};
use tenon_connector::read::{
    DEFINITION_FILE, Format, Imported, PROPERTIES_FILE, ReadError, ReadFinding, Remains,
    is_meant_as_swagger, read,
};
use tenon_connector::{Connector, Part};

use crate::cli::failure::Failure;
use crate::cli::files::{self, shown};
use crate::cli::find::Source;

/// A connector that is linted.
pub(super) struct Package {
    /// The name of its folder or file.
    pub(super) name: String,
    /// Whether it is a definition that stands alone.
    alone: bool,
    pub(super) connector: Connector,
    pub(super) definition: PartFile,
    /// The properties; none where the definition stands alone.
    pub(super) properties: Option<PartFile>,
    pub(super) script: Option<PartFile>,
    pub(super) icon: Option<PartFile>,
    /// What is odd in the texts.
    pub(super) notes: Vec<ReadFinding>,
    /// What of it could not be read.
    pub(super) faults: Vec<Failure>,
}

/// The file of a part.
pub(super) struct PartFile {
    /// Its path as it is shown.
    pub(super) name: String,
    /// Its path, where lint may write it.
    path: Option<PathBuf>,
    /// Whether the places of the part are those in it.
    pub(super) has_lines: bool,
    /// Whether it holds the part's text.
    pub(super) has_text: bool,
}

impl PartFile {
    fn shown(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            path: None,
            has_lines: false,
            has_text: false,
        }
    }

    /// A file whose text a document was read from.
    fn of_text(name: &str, path: Option<&Path>, document: &Document, bytes: &[u8]) -> Self {
        // A text that was not UTF-8 would come out otherwise than it went in.
        let same = document.to_text().as_bytes() == bytes;
        let is_yaml = document.has_foreign_text();
        let has_text = same || (!is_yaml && std::str::from_utf8(bytes).is_err());
        Self {
            name: name.to_owned(),
            path: path.filter(|_| same).map(Path::to_owned),
            has_lines: has_text || is_yaml,
            has_text,
        }
    }
}

impl Package {
    pub(super) fn read(source: &Source) -> Result<Self, Failure> {
        let name = source.name();
        match source {
            Source::Stdin => Self::of_file(&name, None, &files::stdin()?),
            Source::File(path) => Self::of_file(&name, Some(path), &files::bytes(path)?),
            Source::Package {
                folder,
                definition,
                files,
            } => Self::of_folder(folder, definition, files),
        }
    }

    /// A definition that stands alone, or a zip file.
    fn of_file(name: &str, path: Option<&Path>, bytes: &[u8]) -> Result<Self, Failure> {
        match read_definition(name, path, bytes)? {
            Definition::Document(document, file, notes) => {
                let blank = Document::new(Connector::blank_properties());
                let connector = Connector::new(document, blank);
                Ok(Self {
                    alone: true,
                    ..Self::new(name, connector, file, notes)
                })
            }
            Definition::Package(imported) => {
                let inside = |file: &str| PartFile {
                    has_lines: true,
                    has_text: true,
                    ..PartFile::shown(format!("{name}/{file}"))
                };
                let file = inside(DEFINITION_FILE);
                let mut package = Self::new(name, imported.connector, file, imported.findings);
                package.properties = Some(inside(PROPERTIES_FILE));
                package.script = Some(inside("script.csx"));
                package.icon = Some(inside("icon.png"));
                Ok(package)
            }
        }
    }

    fn of_folder(folder: &Path, definition: &str, names: &[String]) -> Result<Self, Failure> {
        let path = folder.join(definition);
        let bytes = files::bytes(&path)?;
        let (document, file, notes) = match read_definition(&shown(&path), Some(&path), &bytes)? {
            Definition::Document(document, file, notes) => (document, file, notes),
            Definition::Package(_) => {
                let reason = "It is a zip file that is named like a definition. Rename it.";
                return Err(Failure::refused(&path, reason));
            }
        };
        let mut beside = Beside {
            folder,
            names,
            notes,
            faults: Vec::new(),
        };
        let (properties, properties_file) = beside.properties().unzip();
        let properties = properties.unwrap_or_else(|| Document::new(Connector::blank_properties()));
        let mut connector = Connector::new(document, properties);
        let mut script = None;
        if let Some((path, bytes)) = beside.file(&["script.csx"]) {
            connector = connector.with_script(String::from_utf8_lossy(&bytes).into_owned());
            script = Some(PartFile::shown(shown(&path)));
        }
        let mut icon = None;
        if let Some((path, bytes)) = beside.file(&["icon.png", "icon.jpg", "icon.jpeg"]) {
            connector = connector.with_icon(&bytes);
            icon = Some(PartFile::shown(shown(&path)));
        }
        Ok(Self {
            name: shown(folder),
            alone: false,
            connector,
            definition: file,
            properties: properties_file,
            script,
            icon,
            notes: beside.notes,
            faults: beside.faults,
        })
    }

    fn new(
        name: &str,
        connector: Connector,
        definition: PartFile,
        notes: Vec<ReadFinding>,
    ) -> Self {
        Self {
            name: name.to_owned(),
            alone: false,
            connector,
            definition,
            properties: None,
            script: None,
            icon: None,
            notes,
            faults: Vec::new(),
        }
    }

    /// The file of a part; none where there is no such file.
    pub(super) fn file(&self, part: Part) -> Option<&PartFile> {
        match part {
            Part::Definition => Some(&self.definition),
            Part::Properties => self.properties.as_ref(),
            Part::Script => self.script.as_ref(),
            Part::Icon => self.icon.as_ref(),
            Part::Files => None,
        }
    }

    /// The file of a part by its name and its path, where lint may write it.
    pub(super) fn writable(&self, part: Part) -> Option<(&str, &Path)> {
        let file = self.file(part)?;
        Some((&file.name, file.path.as_deref()?))
    }

    /// Whether findings in a part concern these files: a definition that stands alone says nothing
    /// of the other parts.
    pub(super) fn has(&self, part: Part) -> bool {
        part == Part::Definition || !self.alone
    }
}

/// The files beside a definition. One that cannot be read does not keep the others from lint.
struct Beside<'f> {
    folder: &'f Path,
    names: &'f [String],
    notes: Vec<ReadFinding>,
    faults: Vec<Failure>,
}

impl Beside<'_> {
    /// The first file with one of these names, in any letter case.
    fn file(&mut self, wanted: &[&str]) -> Option<(PathBuf, Vec<u8>)> {
        let is_wanted = |name: &str| wanted.iter().any(|want| name.eq_ignore_ascii_case(want));
        let name = self.names.iter().find(|name| is_wanted(name))?;
        let path = self.folder.join(name);
        match files::bytes(&path) {
            Ok(bytes) => Some((path, bytes)),
            Err(fault) => {
                self.faults.push(fault);
                None
            }
        }
    }

    fn properties(&mut self) -> Option<(Document, PartFile)> {
        let (path, bytes) = self.file(&[PROPERTIES_FILE])?;
        let name = shown(&path);
        match Document::read(&bytes) {
            Ok((document, odd)) => {
                self.notes.extend(notes(&name, odd));
                let file = PartFile::of_text(&name, Some(&path), &document, &bytes);
                Some((document, file))
            }
            Err(source) => {
                let remains = Box::new(Remains::of(&bytes));
                let error = ReadError::Text {
                    file: name,
                    source,
                    remains,
                };
                self.faults.push(error.into());
                None
            }
        }
    }
}

/// What a file holds that is linted.
#[expect(clippy::large_enum_variant, reason = "there is one of them at a time")]
enum Definition {
    Document(Document, PartFile, Vec<ReadFinding>),
    Package(Imported),
}

fn read_definition(name: &str, path: Option<&Path>, bytes: &[u8]) -> Result<Definition, Failure> {
    if let Ok((document, odd)) = Document::read(bytes)
        && is_swagger(name, document.root())
    {
        let file = PartFile::of_text(name, path, &document, bytes);
        return Ok(Definition::Document(
            document,
            file,
            notes(name, odd).collect(),
        ));
    }
    let mut imported = read(name, bytes)?;
    if imported.format == Format::Package {
        return Ok(Definition::Package(imported));
    }
    imported.findings.retain(|finding| finding.place.is_some());
    let document = imported.connector.part(Part::Definition).clone();
    let file = PartFile::of_text(name, path, &document, bytes);
    Ok(Definition::Document(document, file, imported.findings))
}

/// Whether a document is one of Swagger 2.0. What is wrong with how it says so, lint tells.
fn is_swagger(name: &str, root: &Value) -> bool {
    let version = root.get("swagger").and_then(Value::as_str);
    version == Some("2.0") || is_meant_as_swagger(name, root)
}

fn notes(file: &str, odd: Vec<TextFinding>) -> impl Iterator<Item = ReadFinding> {
    let odd = odd.into_iter().filter(|odd| !odd.is_linted);
    odd.map(move |odd| ReadFinding {
        file: file.to_owned(),
        place: Some((odd.line, odd.column)),
        message: odd.message,
    })
}
