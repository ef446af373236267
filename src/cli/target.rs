//! Writing what a command made, without writing over anything unasked.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::files::shown;
use super::output::note;

/// Where a command writes to.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Target {
    /// Where the result goes.
    #[arg(short, long = "output", value_name = "PATH")]
    pub(super) output: PathBuf,
    /// Write into a folder that is not empty, and over files that are there.
    #[arg(long)]
    force: bool,
}

impl Target {
    /// Refuses an output folder that holds something already.
    pub(super) fn expect_free_folder(&self) -> Result<(), Failure> {
        let path = &self.output;
        if path.is_file() {
            return Err(Failure::refused(
                path,
                "It is a file, and a folder is to be written.",
            ));
        }
        let taken = match fs::read_dir(path) {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
            Err(error) => return Err(Failure::disk(path)(error)),
        };
        self.unless_forced(taken, "The folder is not empty.")
    }

    /// Refuses an output file that is there already.
    pub(super) fn expect_free_file(&self) -> Result<(), Failure> {
        let path = &self.output;
        if path.is_dir() {
            return Err(Failure::refused(
                path,
                "It is a folder, and a file is to be written.",
            ));
        }
        self.unless_forced(path.exists(), "The file is there already.")
    }

    fn unless_forced(&self, taken: bool, reason: &str) -> Result<(), Failure> {
        if taken && !self.force {
            let reason = format!("{reason} Choose another place, or write over it with --force.");
            return Err(Failure::refused(&self.output, reason));
        }
        Ok(())
    }
}

/// The files that make a folder a package, in small letters: whoever reads the folder takes them for its connector's.
const PARTS: [&str; 7] = [
    "apidefinition.swagger.json",
    "apiproperties.json",
    "script.csx",
    "icon.png",
    "icon.jpg",
    "icon.jpeg",
    "settings.json",
];

/// Writes the files of a package into a folder, which is made if it is not there. What is left there of another package
/// would become a part of this one, so it goes, and that is said.
pub(super) fn write_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    expect_inside(folder, files)?;
    fs::create_dir_all(folder).map_err(Failure::disk(folder))?;
    remove_others(folder, files)?;
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Failure::disk(parent))?;
        }
        write_file(&path, bytes)?;
    }
    Ok(())
}

fn expect_inside(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    for (name, _) in files {
        let safe = name.split('/').all(|part| !matches!(part, "" | "." | ".."));
        if !safe || name.contains(['\\', ':', '\0']) {
            let reason = format!("Its file “{name}” has a name that leads out of the folder.");
            return Err(Failure::refused(folder, reason));
        }
    }
    Ok(())
}

/// Removes the parts of another package from a folder.
fn remove_others(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(Failure::disk(folder))? {
        let name = entry.map_err(Failure::disk(folder))?.file_name();
        let Some(name) = name.to_str() else {
            continue;
        };
        let path = folder.join(name);
        let is_part = PARTS.contains(&name.to_lowercase().as_str()) && !path.is_dir();
        if !is_part || files.iter().any(|(own, _)| own == name) {
            continue;
        }
        expect_writable(&path)?;
        fs::remove_file(&path).map_err(Failure::disk(&path))?;
        // The same file in other letters is written anew.
        if !files.iter().any(|(own, _)| own.eq_ignore_ascii_case(name)) {
            let path = shown(&path);
            note(&format!(
                "{path} was removed: the connector has no such file."
            ));
        }
    }
    Ok(())
}

/// Refuses a file that nobody is to write to. Putting another in its place would do it all the same.
fn expect_writable(path: &Path) -> Result<(), Failure> {
    if fs::metadata(path).is_ok_and(|present| present.permissions().readonly()) {
        let reason = "The file is read-only. Allow writing to it, or choose another place.";
        return Err(Failure::refused(path, reason));
    }
    Ok(())
}

/// Writes a file whole or not at all.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // What stands behind a symbolic link is written, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    expect_writable(path)?;
    if fs::metadata(path).is_ok_and(|present| !present.is_file()) {
        // A device or a pipe takes what it is given; no file may stand in its place.
        return fs::write(path, bytes).map_err(Failure::disk(path));
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let beside = path.with_file_name(name);
    let written = fs::write(&beside, bytes)
        .and_then(|()| match fs::metadata(path) {
            Ok(present) => fs::set_permissions(&beside, present.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // What is left of a write that failed is of no use; the failure itself is told.
        let _ = fs::remove_file(&beside);
        Failure::disk(path)(error)
    })
}
