//! A connector package as a zip file or a folder, in any folder depth and letter case.
//!
//! A zip file comes from outside: its entries are counted, measured and named with suspicion
//! before one of them is used.

mod documents;
mod names;

use std::io::{Cursor, Read};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

pub use self::names::named_definition;
use self::names::{Names, take_named};
use super::{
    DEFINITION_ENDS, DEFINITION_FILE, Format, Imported, Ledger, MAX_FILE_BYTES, PROPERTIES_FILE,
    ReadError, ReadFinding, Reading, SourceFile, is_definition_name, read_definition, read_json,
    secrets, security,
};
use crate::document::{Document, decode};
use crate::message::{Message, Phrase, message, phrase};
use crate::write::package::generated_settings;
use crate::{Attachment, Connector};

/// The most entries that a package may have.
const MAX_ENTRIES: usize = 200;
/// The most bytes that all entries together may have.
const MAX_TOTAL_BYTES: usize = 2 * MAX_FILE_BYTES;
/// How many times smaller than its content an entry may be; JSON stays well under it.
const MAX_RATIO: usize = 300;

/// A file of the package.
struct Entry {
    name: String,
    bytes: Vec<u8>,
}

impl Entry {
    /// The folder with its closing slash, and the name in it.
    fn split(&self) -> (&str, &str) {
        let cut = self.name.rfind('/').map_or(0, |at| at + 1);
        self.name.split_at(cut)
    }

    fn is_called(&self, name: &str) -> bool {
        self.split().1.eq_ignore_ascii_case(name)
    }

    fn ends_with(&self, end: &str) -> bool {
        let name = self.name.to_ascii_lowercase();
        name.ends_with(&end.to_ascii_lowercase())
    }
}

/// Reads a package that is a zip file, or the documents of one description in it.
pub(super) fn read(name: &str, bytes: &[u8], reading: &Reading<'_>) -> Result<Imported, ReadError> {
    let (keep_source, lenient) = (reading.keep_source, reading.lenient);
    let package = Opened {
        name,
        what: phrase!("zip file"),
        lenient,
    };
    let mut findings = Vec::new();
    let entries = package.entries(bytes, &mut findings)?;
    let is_package = entries.iter().any(|entry| is_definition_name(&entry.name))
        || Names::among(&entries).has_definition(&entries);
    if !is_package && let Some(first) = package.description(&entries)? {
        let mut loader = documents::Packed(&entries);
        let mut reading = Reading {
            address: None,
            kind: None,
            loader: Some(&mut loader),
            keep_source,
            known: reading.known.clone(),
            lenient,
            manner: reading.manner,
        };
        let mut imported = reading.read(&first.name, &first.bytes)?;
        imported.findings.splice(0..0, findings);
        for entry in &mut imported.ledger.entries {
            entry.file.get_or_insert_with(|| first.name.clone());
        }
        return Ok(imported);
    }
    package.connector(entries, findings)
}

/// Reads a package that is a folder.
pub(super) fn read_folder(
    name: &str,
    files: Vec<SourceFile>,
    lenient: bool,
) -> Result<Imported, ReadError> {
    let package = Opened {
        name,
        what: phrase!("folder"),
        lenient,
    };
    let entries = files.into_iter().map(|file| Entry {
        name: file.path.replace('\\', "/"),
        bytes: file.bytes,
    });
    package.connector(entries.collect(), Vec::new())
}

impl Opened<'_> {
    /// The connector that these files are.
    fn connector(
        &self,
        mut entries: Vec<Entry>,
        mut findings: Vec<ReadFinding>,
    ) -> Result<Imported, ReadError> {
        let names = Names::among(&entries);
        let definition = self.take_definition(&mut entries, &names)?;
        let folder = definition.split().0.to_owned();
        let properties = self.take_properties(&mut entries, &folder, &names)?;
        let script = names.script.as_ref();
        let script = take_named(&mut entries, script, &folder, &["script.csx"]);
        let usual = ["icon.png", "icon.jpg", "icon.jpeg"];
        let icon = take_named(&mut entries, names.icon.as_ref(), &folder, &usual);

        let (document, _, found) =
            read_definition(&definition.name, &definition.bytes, self.lenient)?;
        findings.extend(found);
        let mut connector = match &properties {
            Some(entry) => {
                let properties = self.read_properties(entry, &mut findings)?;
                let mut connector = Connector::new(document, properties);
                secrets::leave_out(&mut connector, &entry.name, &mut findings);
                connector
            }
            None => {
                let blank = Document::new(Connector::blank_properties());
                let mut connector = Connector::new(document, blank);
                security::derive_parameters(&mut connector, self.name, &mut findings);
                connector
            }
        };
        if let Some(entry) = icon {
            connector = connector.with_icon(&entry.bytes);
        }
        if let Some(entry) = script {
            connector = connector.with_script(read_text(&entry, &mut findings)?);
        }
        let ledger = Ledger::untouched(&connector);
        entries.retain(|entry| !is_generated(entry, &connector));
        Ok(Imported {
            connector: connector.with_attachments(attachments(entries, &folder)),
            format: Format::Package,
            findings,
            ledger,
        })
    }
}

impl Opened<'_> {
    fn read_properties(
        &self,
        entry: &Entry,
        findings: &mut Vec<ReadFinding>,
    ) -> Result<Document, ReadError> {
        let (document, found) = read_json(&entry.name, &entry.bytes, self.lenient)?;
        findings.extend(found);
        if document.root().is_object() {
            return Ok(document);
        }
        Err(ReadError::foreign(
            &entry.name,
            phrase!("not the properties of a connector"),
            phrase!("They must be a JSON object with the member “properties”."),
        ))
    }
}

/// Whether a file is what the package would get anyway when it is written: it tells nothing of the connector.
fn is_generated(entry: &Entry, connector: &Connector) -> bool {
    entry.is_called("settings.json") && entry.bytes == generated_settings(connector)
}

fn read_text(entry: &Entry, findings: &mut Vec<ReadFinding>) -> Result<String, ReadError> {
    let (text, odd) = decode(&entry.bytes).map_err(|error| ReadError::text(&entry.name, error))?;
    findings.extend(odd.map(|f| ReadFinding::of_text(&entry.name, f)));
    Ok(text.into_owned())
}

/// Takes the first of these files that stands in the folder.
fn take(entries: &mut Vec<Entry>, folder: &str, names: &[&str]) -> Option<Entry> {
    let at = names.iter().find_map(|name| {
        entries
            .iter()
            .position(|entry| entry.split().0 == folder && entry.is_called(name))
    })?;
    Some(entries.remove(at))
}

/// The other files, named from the folder of the definition on.
fn attachments(entries: Vec<Entry>, folder: &str) -> Vec<Attachment> {
    entries
        .into_iter()
        .map(|entry| Attachment {
            name: entry
                .name
                .strip_prefix(folder)
                .unwrap_or(&entry.name)
                .to_owned(),
            content: BASE64.encode(&entry.bytes),
        })
        .collect()
}

/// A package by its name and what it is, for what is to be said about it.
struct Opened<'n> {
    name: &'n str,
    what: Phrase,
    /// Whether what is broken is mended.
    lenient: bool,
}

impl Opened<'_> {
    fn refuse(&self, reason: Message) -> ReadError {
        ReadError::Package {
            file: self.name.to_owned(),
            reason,
        }
    }

    fn entries(
        &self,
        bytes: &[u8],
        findings: &mut Vec<ReadFinding>,
    ) -> Result<Vec<Entry>, ReadError> {
        let damaged = |error: ZipError| {
            let error = error.to_string();
            self.refuse(message!("The zip file is damaged: {error}.", error))
        };
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > MAX_ENTRIES {
            return Err(self.refuse(message!(
                "The zip file has {entries} entries; a package may have {max_entries}.",
                entries = archive.len(),
                max_entries = MAX_ENTRIES
            )));
        }
        let (mut entries, mut total, mut left_out) = (Vec::new(), 0, 0_usize);
        for index in 0..archive.len() {
            let file = archive.by_index(index).map_err(damaged)?;
            if file.is_dir() {
                continue;
            }
            let name = self.safe_name(&file)?;
            if name.starts_with("__MACOSX/") || name.ends_with(".DS_Store") {
                left_out += 1;
                continue;
            }
            let bytes = self.unpack(&name, file, &mut total)?;
            entries.push(Entry { name, bytes });
        }
        if left_out > 0 {
            let message = message!(
                "{left_out} entries that macOS adds to zip files were left out.",
                left_out
            );
            findings.push(ReadFinding::of_file(self.name, message));
        }
        self.expect_distinct(&entries)?;
        Ok(entries)
    }

    /// The name of an entry, with `/` between folders; one that leads out of the package is refused.
    fn safe_name<R: Read>(&self, file: &ZipFile<'_, R>) -> Result<String, ReadError> {
        let name = file
            .name()
            .map_err(|_| self.refuse(message!("An entry has a name that cannot be read.")))?
            .replace('\\', "/");
        let leads_out = name.split('/').any(|part| matches!(part, "" | "." | ".."));
        if leads_out || name.contains([':', '\0']) || file.is_symlink() {
            return Err(self.refuse(message!(
                "The entry “{name}” leads out of the package. Remove it from the zip file.",
                name
            )));
        }
        if file.encrypted() {
            return Err(self.refuse(message!(
                "The entry “{name}” is encrypted. Pack the package without a password.",
                name
            )));
        }
        Ok(name)
    }

    fn unpack<R: Read>(
        &self,
        name: &str,
        file: ZipFile<'_, R>,
        total: &mut usize,
    ) -> Result<Vec<u8>, ReadError> {
        let packed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
        let bound = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
        let mut bytes = Vec::new();
        let size = file
            .take(bound.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| {
                let error = error.to_string();
                self.refuse(message!(
                    "The entry “{name}” is damaged: {error}.",
                    name,
                    error
                ))
            })?;
        *total += size;
        let mib = 1024 * 1024;
        if size > MAX_FILE_BYTES {
            let bound = MAX_FILE_BYTES / mib;
            return Err(self.refuse(message!(
                "The entry “{name}” is larger than {bound} MiB.",
                name,
                bound
            )));
        }
        if *total > MAX_TOTAL_BYTES {
            let bound = MAX_TOTAL_BYTES / mib;
            return Err(self.refuse(message!(
                "Unpacked, the package is larger than {bound} MiB.",
                bound
            )));
        }
        if size > mib && size > packed.saturating_mul(MAX_RATIO) {
            return Err(self.refuse(message!(
                "The entry “{name}” is packed more than {max_ratio} times; that is no real file.",
                name,
                max_ratio = MAX_RATIO
            )));
        }
        Ok(bytes)
    }

    fn expect_distinct(&self, entries: &[Entry]) -> Result<(), ReadError> {
        let mut names = std::collections::BTreeSet::new();
        match entries
            .iter()
            .find(|entry| !names.insert(entry.name.to_lowercase()))
        {
            Some(twin) => Err(self.refuse(message!(
                "The entry “{name}” is there twice (large and small letters count as the same).",
                name = twin.name
            ))),
            None => Ok(()),
        }
    }

    fn take_definition(&self, entries: &mut Vec<Entry>, names: &Names) -> Result<Entry, ReadError> {
        if names.has_definition(entries)
            && let Some(entry) = take_named(entries, names.definition.as_ref(), "", &[])
        {
            return Ok(entry);
        }
        if let Some(entry) = self.take_only(
            entries,
            &|e| e.is_called(DEFINITION_FILE),
            phrase!("definitions"),
        )? {
            return Ok(entry);
        }
        for end in DEFINITION_ENDS {
            if let Some(entry) =
                self.take_only(entries, &|e| e.ends_with(end), phrase!("definitions"))?
            {
                return Ok(entry);
            }
        }
        Err(self.refuse(message!(
            "The {package} has no definition. A connector package has a file {definition}.",
            package = self.what,
            definition = DEFINITION_FILE
        )))
    }

    /// The properties that stand beside the definition, or the only ones.
    fn take_properties(
        &self,
        entries: &mut Vec<Entry>,
        folder: &str,
        names: &Names,
    ) -> Result<Option<Entry>, ReadError> {
        let named = names.properties.as_ref();
        if let Some(entry) = take_named(entries, named, folder, &[PROPERTIES_FILE]) {
            return Ok(Some(entry));
        }
        self.take_only(
            entries,
            &|entry| entry.ends_with(PROPERTIES_FILE),
            phrase!("properties"),
        )
    }

    fn take_only(
        &self,
        entries: &mut Vec<Entry>,
        wanted: &dyn Fn(&Entry) -> bool,
        what: Phrase,
    ) -> Result<Option<Entry>, ReadError> {
        let found: Vec<usize> = (0..entries.len())
            .filter(|at| entries.get(*at).is_some_and(wanted))
            .collect();
        match found.as_slice() {
            [] => Ok(None),
            [only] => Ok(Some(entries.remove(*only))),
            several => {
                let names: Vec<&str> = several
                    .iter()
                    .filter_map(|at| entries.get(*at).map(|entry| entry.name.as_str()))
                    .collect();
                Err(self.refuse(message!(
                    "The {package} has several {what}: {names}. A package holds one connector.",
                    package = self.what,
                    what,
                    names = names.join(", ")
                )))
            }
        }
    }
}
