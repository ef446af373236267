//! Compressed copies beside the files that the server sends.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::step::Failure;

/// Writes `file.br` and `file.gz` beside `file`; the size of the first.
pub(crate) fn beside(file: &Path) -> Result<usize, Failure> {
    let doing = format!("compress {}", file.display());
    let bytes = fs::read(file).map_err(Failure::during(&doing))?;
    let brotli = brotli(&bytes).map_err(Failure::during(&doing))?;
    fs::write(with_ending(file, "br"), &brotli).map_err(Failure::during(&doing))?;
    let gzip = gzip(&bytes).map_err(Failure::during(&doing))?;
    fs::write(with_ending(file, "gz"), gzip).map_err(Failure::during(&doing))?;
    Ok(brotli.len())
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// The bytes, compressed as small as Brotli can.
pub(crate) fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &best)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
