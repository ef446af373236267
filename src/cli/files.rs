//! Reading files and folders, within bounds.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use tenon_connector::read::{MAX_FILE_BYTES, ReadError};

use super::failure::Failure;

/// How much of a tree is looked at.
#[derive(Clone, Copy)]
struct Bounds {
    /// The most files.
    files: usize,
    /// The most files of one folder.
    in_folder: usize,
    /// How deep folders may lie in each other.
    folders: usize,
}

const BOUNDS: Bounds = Bounds {
    files: 200_000,
    in_folder: 20_000,
    folders: 40,
};

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

/// The files of a tree, each by its path from the root on with `/` between folders, sorted; and what
/// could not be read of it: folders that nobody may look into or that lie too deep, and the files beyond
/// the bound.
///
/// Hidden files and folders, `node_modules` and folders behind symbolic links are passed over.
pub(super) fn tree(root: &Path) -> Result<(Vec<String>, Vec<Failure>), Failure> {
    tree_within(root, BOUNDS)
}

fn tree_within(root: &Path, bounds: Bounds) -> Result<(Vec<String>, Vec<Failure>), Failure> {
    let mut walk = Walk {
        root,
        bounds,
        files: Vec::new(),
        faults: Vec::new(),
        waiting: VecDeque::new(),
    };
    let entries = fs::read_dir(root).map_err(Failure::disk(root))?;
    walk.folder("", 0, entries);
    // Folder by folder downwards, so that a branch full of files keeps nobody from what lies beside it.
    while let Some((prefix, depth)) = walk.waiting.pop_front() {
        if walk.files.len() >= bounds.files {
            let reason = format!(
                "There are more than {} files in it; some folders are left out. Name its folders one by one.",
                bounds.files
            );
            walk.faults.push(Failure::refused(root, reason));
            break;
        }
        let path = root.join(&prefix);
        match fs::read_dir(&path) {
            Ok(entries) => walk.folder(&prefix, depth, entries),
            Err(error) => walk.faults.push(Failure::disk(&path)(error)),
        }
    }
    walk.files.sort_unstable();
    Ok((walk.files, walk.faults))
}

struct Walk<'r> {
    root: &'r Path,
    bounds: Bounds,
    files: Vec<String>,
    faults: Vec<Failure>,
    /// The folders that are not looked into yet, with how deep they lie.
    waiting: VecDeque<(String, usize)>,
}

impl Walk<'_> {
    fn folder(&mut self, prefix: &str, depth: usize, entries: fs::ReadDir) {
        let path = self.root.join(prefix);
        let before = self.files.len();
        for entry in entries {
            if self.files.len() - before > self.bounds.in_folder {
                let reason = format!(
                    "The folder has more than {} files; the others are left out.",
                    self.bounds.in_folder
                );
                self.faults.push(Failure::refused(&path, reason));
                break;
            }
            match entry.and_then(|entry| Ok((entry.file_type()?, entry))) {
                Ok((kind, entry)) => self.entry(prefix, depth, &entry, kind),
                Err(error) => self.faults.push(Failure::disk(&path)(error)),
            }
        }
    }

    fn entry(&mut self, prefix: &str, depth: usize, entry: &fs::DirEntry, kind: fs::FileType) {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            let reason = "Its name is not UTF-8. Rename it.";
            self.faults.push(Failure::refused(&entry.path(), reason));
            return;
        };
        if name.starts_with('.') || name == "node_modules" {
            return;
        }
        if kind.is_dir() && depth >= self.bounds.folders {
            let reason = format!(
                "It lies more than {} folders deep and is left out. Name it by itself.",
                self.bounds.folders
            );
            self.faults.push(Failure::refused(&entry.path(), reason));
        } else if kind.is_dir() {
            self.waiting
                .push_back((format!("{prefix}{name}/"), depth + 1));
        } else if kind.is_file() || (kind.is_symlink() && entry.path().is_file()) {
            self.files.push(format!("{prefix}{name}"));
        }
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_a_bound_keeps_nobody_else_from_being_found() {
        let tree = tempfile::tempdir().unwrap();
        let bounds = Bounds {
            files: 20,
            in_folder: 5,
            folders: 2,
        };
        let put = |path: &str| {
            let path = tree.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        };
        put("a/b/c/deep.json");
        put("a/b/flat.json");
        (0..9).for_each(|n| put(&format!("wide/{n}.json")));
        put("z/last.json");
        let found = |bounds| {
            let (files, faults) = tree_within(tree.path(), bounds).unwrap();
            let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
            (files, faults.join("\n"))
        };
        let (files, faults) = found(bounds);
        let has = |path: &str| files.iter().any(|file| file == path);
        assert!(has("a/b/flat.json") && has("z/last.json"), "{files:?}");
        assert!(!has("a/b/c/deep.json"));
        assert!(faults.contains("lies more than 2 folders deep"), "{faults}");
        assert!(faults.contains("has more than 5 files"), "{faults}");
        let (files, faults) = found(Bounds { files: 1, ..bounds });
        assert!(files.len() < 9, "{files:?}");
        assert!(faults.contains("more than 1 files in it"), "{faults}");
    }
}
