//! Embeds what the browser loads into the program.
//!
//! `cargo xtask` has the folder made and names it in `TENON_SITE`. Without it, as in a plain
//! `cargo test`, the program holds the style sheet and `public/`, and no app.

#[path = "../.cargo/xtask/src/style.rs"]
mod style;

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo:rerun-if-changed=src/build.rs");
    println!("cargo:rerun-if-env-changed=TENON_SITE");
    let site = if let Ok(site) = env::var("TENON_SITE") {
        let site = PathBuf::from(site);
        watch(&site)?;
        site
    } else {
        // What it is made of is watched, not what was made: that is always newer.
        plain_site(&root, &out)?
    };
    fs::write(out.join("assets.rs"), table(&site)?)?;
    Ok(())
}

/// A folder with the style sheet and `public/` alone.
fn plain_site(root: &Path, out: &Path) -> io::Result<PathBuf> {
    let site = out.join("site");
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    fs::create_dir_all(&site)?;
    for folder in ["style", "public"] {
        println!("cargo:rerun-if-changed={}", root.join(folder).display());
    }
    let sheet = style::sheet(&root.join("style"))?;
    fs::write(
        site.join(format!("tenon.{:016x}.css", hash(sheet.as_bytes()))),
        sheet,
    )?;
    for file in files(&root.join("public"))? {
        fs::copy(root.join("public").join(&file), site.join(&file))?;
    }
    Ok(site)
}

/// Has this run again when anything in a folder changes.
fn watch(site: &Path) -> io::Result<()> {
    println!("cargo:rerun-if-changed={}", site.display());
    for name in files(site)? {
        println!("cargo:rerun-if-changed={}", site.join(name).display());
    }
    Ok(())
}

/// The files of a folder as a Rust table.
fn table(site: &Path) -> io::Result<String> {
    let mut table = String::from("&[\n");
    for name in files(site)? {
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let file = site.join(&name);
        let _ = writeln!(
            table,
            "Asset {{ name: {name:?}, etag: \"\\\"{:016x}\\\"\", plain: include_bytes!({file:?}), brotli: {}, gzip: {} }},",
            hash(&fs::read(&file)?),
            copy(site, &name, "br"),
            copy(site, &name, "gz"),
        );
    }
    table.push(']');
    Ok(table)
}

fn copy(site: &Path, name: &str, ending: &str) -> String {
    let file = site.join(format!("{name}.{ending}"));
    if file.exists() {
        format!("Some(include_bytes!({file:?}))")
    } else {
        "None".to_owned()
    }
}

fn files(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
