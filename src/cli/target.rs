//! Writing what a command made, without writing over anything unasked.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::Failure;

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

/// Writes the files of a package into a folder, which is made if it is not there.
pub(super) fn write_folder(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::disk(folder))?;
    for (name, bytes) in files {
        let safe = name.split('/').all(|part| !matches!(part, "" | "." | ".."));
        if !safe || name.contains(['\\', ':', '\0']) {
            let reason = format!("Its file “{name}” has a name that leads out of the folder.");
            return Err(Failure::refused(folder, reason));
        }
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(Failure::disk(parent))?;
        }
        write_file(&path, bytes)?;
    }
    Ok(())
}

/// Writes a file whole or not at all.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // What stands behind a symbolic link is written, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
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
