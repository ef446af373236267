//! Many packages as one zip file, written piece by piece, so that it is never in memory as a whole.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::package::WriteError;

/// A zip file under way.
pub struct Bundle {
    zip: ZipWriter<StreamWriter<Pieces>>,
    pieces: Pieces,
    names: BTreeSet<String>,
}

/// What was written and not yet taken.
#[derive(Clone, Default)]
struct Pieces(Arc<Mutex<Vec<u8>>>);

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Pieces {
    fn take(&self) -> Vec<u8> {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Default for Bundle {
    fn default() -> Self {
        let pieces = Pieces::default();
        Self {
            zip: ZipWriter::new_stream(pieces.clone()),
            pieces,
            names: BTreeSet::new(),
        }
    }
}

impl Bundle {
    /// Adds a file; the piece of the zip file that follows. A name that is taken already gets a number.
    ///
    /// # Errors
    /// When the file cannot be packed.
    pub fn add(&mut self, stem: &str, ending: &str, bytes: &[u8]) -> Result<Vec<u8>, WriteError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let name = self.free_name(stem, ending);
        self.zip.start_file(name, options)?;
        self.zip.write_all(bytes)?;
        Ok(self.pieces.take())
    }

    /// The last piece.
    ///
    /// # Errors
    /// When the zip file cannot be finished.
    pub fn finish(self) -> Result<Vec<u8>, WriteError> {
        self.zip.finish()?;
        Ok(self.pieces.take())
    }

    fn free_name(&mut self, stem: &str, ending: &str) -> String {
        let mut name = format!("{stem}.{ending}");
        let mut number = 2;
        while !self.names.insert(name.to_lowercase()) {
            name = format!("{stem}-{number}.{ending}");
            number += 1;
        }
        name
    }
}

/// A title as a file's name: letters, digits and hyphens.
#[must_use]
pub fn file_stem(title: &str) -> String {
    let words = title
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let stem: String = words
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(80)
        .collect();
    if stem.is_empty() {
        "connector".to_owned()
    } else {
        stem
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::io::{Cursor, Read};

    use super::{Bundle, file_stem};

    #[test]
    fn the_pieces_are_a_zip_file_in_which_no_two_files_have_one_name() {
        let mut bundle = Bundle::default();
        let mut whole = Vec::new();
        for (stem, text) in [
            ("Saws-v1", "one"),
            ("saws-v1", "two"),
            ("Planes-v3", "three"),
        ] {
            let piece = bundle.add(stem, "zip", text.as_bytes()).unwrap();
            assert!(!piece.is_empty());
            whole.extend(piece);
        }
        whole.extend(bundle.finish().unwrap());
        let mut read = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
        for (name, text) in [
            ("Saws-v1.zip", "one"),
            ("saws-v1-2.zip", "two"),
            ("Planes-v3.zip", "three"),
        ] {
            let mut content = String::new();
            read.by_name(name)
                .unwrap()
                .read_to_string(&mut content)
                .unwrap();
            assert_eq!(content, text);
        }
    }

    #[test]
    fn a_title_becomes_the_name_of_a_file() {
        assert_eq!(file_stem("Joints & joins: 2nd"), "Joints-joins-2nd");
        assert_eq!(file_stem("木"), "connector");
    }
}
