//! Reading files and folders, within bounds.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tenon_connector::read::{MAX_FILE_BYTES, ReadError};

use super::failure::Failure;

/// The most files that a tree may have.
const MAX_FILES: usize = 200_000;
/// How deep the folders of a tree may lie in each other.
const MAX_FOLDERS: usize = 40;

/// How standard input is called on the command line.
pub(super) const STDIN: &str = "-";

/// The bytes of a file.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let file = File::open(path).map_err(Failure::disk(path))?;
    bounded(file, path)
}

/// The bytes that come in on standard input.
pub(super) fn stdin() -> Result<Vec<u8>, Failure> {
    bounded(io::stdin().lock(), Path::new("standard input"))
}

fn bounded(source: impl Read, path: &Path) -> Result<Vec<u8>, Failure> {
    let bound = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    source
        .take(bound.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(Failure::disk(path))?;
    if bytes.len() <= MAX_FILE_BYTES {
        return Ok(bytes);
    }
    Err(Failure::Read(ReadError::TooLarge {
        file: path.display().to_string(),
        bound: MAX_FILE_BYTES / (1024 * 1024),
    }))
}

/// The files of a tree, each by its path from the root on with `/` between folders, sorted; and the
/// folders that could not be read.
///
/// Hidden files and folders, `node_modules` and folders behind symbolic links are passed over.
pub(super) fn tree(root: &Path) -> Result<(Vec<String>, Vec<Failure>), Failure> {
    let mut walk = Walk {
        root,
        files: Vec::new(),
        faults: Vec::new(),
    };
    walk.folder(String::new(), 0)?;
    walk.files.sort_unstable();
    Ok((walk.files, walk.faults))
}

struct Walk<'r> {
    root: &'r Path,
    files: Vec<String>,
    faults: Vec<Failure>,
}

impl Walk<'_> {
    fn folder(&mut self, prefix: String, depth: usize) -> Result<(), Failure> {
        let path = self.root.join(&prefix);
        if depth > MAX_FOLDERS {
            let reason = format!("The folders lie in each other more than {MAX_FOLDERS} deep.");
            return Err(Failure::refused(&path, reason));
        }
        let entries = match fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(Failure::disk(path)(error)),
            Err(error) => {
                self.faults.push(Failure::disk(path)(error));
                return Ok(());
            }
        };
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.file_type()?, entry))) {
                Ok((kind, entry)) => self.entry(&prefix, depth, &entry, kind)?,
                Err(error) => self.faults.push(Failure::disk(&path)(error)),
            }
        }
        Ok(())
    }

    fn entry(
        &mut self,
        prefix: &str,
        depth: usize,
        entry: &fs::DirEntry,
        kind: fs::FileType,
    ) -> Result<(), Failure> {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            let reason = "Its name is not UTF-8. Rename it.";
            self.faults.push(Failure::refused(&entry.path(), reason));
            return Ok(());
        };
        if name.starts_with('.') || name == "node_modules" {
            return Ok(());
        }
        if kind.is_dir() {
            return self.folder(format!("{prefix}{name}/"), depth + 1);
        }
        if kind.is_file() || (kind.is_symlink() && entry.path().is_file()) {
            self.files.push(format!("{prefix}{name}"));
        }
        if self.files.len() > MAX_FILES {
            let reason = format!("There are more than {MAX_FILES} files in it. Name its folders.");
            return Err(Failure::refused(self.root, reason));
        }
        Ok(())
    }
}

/// A path below a root, without what says nothing: `./` before it and `/` after it.
pub(super) fn below(root: &Path, path: &str) -> PathBuf {
    let path = path.trim_end_matches('/');
    match (root == Path::new("."), path.is_empty()) {
        (_, true) => root.to_owned(),
        (true, false) => path.into(),
        (false, false) => root.join(path),
    }
}

/// A path as it is shown: with `/` between folders, and without `./` before it.
pub(super) fn shown(path: &Path) -> String {
    let mut text = path.display().to_string();
    if cfg!(windows) {
        text = text.replace('\\', "/");
    }
    match text.strip_prefix("./") {
        Some(rest) if !rest.is_empty() => rest.to_owned(),
        _ => text,
    }
}
