//! What the browser loads: the app's JavaScript and WASM, the reader of large files, the style sheet and `public/`, under
//! names that change with their content, with compressed copies beside them, in `target/site`.
//!
//! The name of a file is made from what it was made *from*, so that a file which is there already
//! need not be made again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::project::{Mode, Project};
use crate::step::{Failure, step};
use crate::{compress, style, wasm};

/// Makes the folder; its path.
pub(crate) fn build(project: &Project, mode: Mode) -> Result<PathBuf, Failure> {
    let site = Site {
        folder: project.target("site"),
        mode,
    };
    fs::create_dir_all(&site.folder).map_err(Failure::during("make the site folder"))?;
    let mut files = site.app(project)?;
    files.extend(site.reader(project)?);
    files.extend(site.style(project)?);
    files.extend(site.public(project)?);
    site.sweep(&files)?;
    Ok(site.folder)
}

struct Site {
    folder: PathBuf,
    mode: Mode,
}

impl Site {
    fn app(&self, project: &Project) -> Result<Vec<String>, Failure> {
        let compiled = wasm::compile(project, self.mode)?;
        let input = fs::read(&compiled).map_err(Failure::during("read the compiled app"))?;
        let hash = short_hash(&[&input, wasm::recipe(self.mode).as_bytes()]);
        let workshop = project.target("site-workshop");
        let list = workshop.join(format!("{hash}.names"));
        let made = fs::read_to_string(&list).unwrap_or_default();
        let made: Vec<String> = made.lines().map(str::to_owned).collect();
        if !made.is_empty() && made.iter().all(|name| self.is_complete(name)) {
            return Ok(made);
        }
        empty(&workshop)?;
        let names = wasm::Names {
            script: format!("tenon.{hash}.js"),
            wasm: format!("tenon_bg.{hash}.wasm"),
            loader: format!("tenon_parts.{hash}.js"),
        };
        let parts = wasm::bind(project, self.mode, &compiled, &workshop, &names)?;
        let written = self.put_app(&workshop, names, &parts, &hash)?;
        fs::write(&list, written.join("\n")).map_err(Failure::during("note the app's files"))?;
        Ok(written)
    }

    /// Puts the files of the app from the workshop into the site, under the names that they know.
    fn put_app(
        &self,
        workshop: &Path,
        names: wasm::Names,
        parts: &[String],
        hash: &str,
    ) -> Result<Vec<String>, Failure> {
        let read = |name: &str| fs::read(workshop.join(name)).map_err(Failure::during(name));
        let loader = read(&names.loader)?;
        let mut loader = String::from_utf8(loader).map_err(Failure::during("read the loader"))?;
        let mut written = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let name = format!("tenon_part{number}.{hash}.wasm");
            loader = loader.replace(&format!("\"./{part}\""), &format!("\"./{name}\""));
            self.put(&name, &read(part)?)?;
            written.push(name);
        }
        self.put(&names.loader, loader.as_bytes())?;
        self.put(&names.script, &read("tenon.js")?)?;
        self.put(&names.wasm, &read("tenon_bg.wasm")?)?;
        written.extend([names.loader, names.script, names.wasm]);
        Ok(written)
    }

    /// The program that a worker reads large files with, and the script that runs it.
    fn reader(&self, project: &Project) -> Result<Vec<String>, Failure> {
        let compiled = wasm::compile_reader(project, self.mode)?;
        let input = fs::read(&compiled).map_err(Failure::during("read the compiled reader"))?;
        let script = fs::read_to_string(project.path("app/connector/src/reader.js"))
            .map_err(Failure::during("read the script of the reader"))?;
        let hash = short_hash(&[
            &input,
            script.as_bytes(),
            wasm::recipe(self.mode).as_bytes(),
        ]);
        let (worker, program) = (
            format!("tenon_reader.{hash}.js"),
            format!("tenon_reader_bg.{hash}.wasm"),
        );
        if !self.is_complete(&worker) || !self.is_complete(&program) {
            let small = project.target("reader.wasm");
            fs::write(&small, input).map_err(Failure::during("copy the reader"))?;
            if self.mode == Mode::Release {
                step("make the reader small", || {
                    wasm::shrink(project, &small, &[])
                })?;
            }
            let bytes = fs::read(&small).map_err(Failure::during("read the small reader"))?;
            let script = script.replace("\"./reader.wasm\"", &format!("\"./{program}\""));
            self.put(&program, &bytes)?;
            self.put(&worker, script.as_bytes())?;
        }
        Ok(vec![worker, program])
    }

    fn style(&self, project: &Project) -> Result<Vec<String>, Failure> {
        let sheet = style::sheet(&project.path("style"))
            .map_err(Failure::during("read the style sheets of style/main.css"))?;
        let name = format!("tenon.{}.css", short_hash(&[sheet.as_bytes()]));
        self.put_unless_there(&name, sheet.as_bytes())?;
        Ok(vec![name])
    }

    /// The files of `public/` keep their names, since people and browsers know them by these.
    fn public(&self, project: &Project) -> Result<Vec<String>, Failure> {
        let mut names = Vec::new();
        for file in files_of(&project.path("public"))? {
            let bytes =
                fs::read(project.path("public").join(&file)).map_err(Failure::during(&file))?;
            self.put(&file, &bytes)?;
            names.push(file);
        }
        Ok(names)
    }

    fn is_complete(&self, name: &str) -> bool {
        let compressed = match self.mode {
            Mode::Dev => vec![],
            Mode::Release => vec![format!("{name}.br"), format!("{name}.gz")],
        };
        self.folder.join(name).exists()
            && compressed
                .iter()
                .all(|copy| self.folder.join(copy).exists())
    }

    fn put_unless_there(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        if self.is_complete(name) {
            Ok(())
        } else {
            self.put(name, bytes)
        }
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let file = self.folder.join(name);
        let same = fs::read(&file).is_ok_and(|there| there == bytes);
        if same && self.is_complete(name) {
            return Ok(());
        }
        fs::write(&file, bytes).map_err(Failure::during(name))?;
        if self.mode == Mode::Dev {
            return Ok(());
        }
        step(&format!("compress {name}"), || {
            let brotli = compress::beside(&file)?;
            println!("xtask: {name}: {} bytes, {brotli} with brotli", bytes.len());
            Ok(())
        })
    }

    /// Takes away what an earlier build left.
    fn sweep(&self, names: &[String]) -> Result<(), Failure> {
        let copies: &[&str] = match self.mode {
            Mode::Dev => &[""],
            Mode::Release => &["", ".br", ".gz"],
        };
        let kept: BTreeSet<String> = names
            .iter()
            .flat_map(|name| copies.iter().map(move |ending| format!("{name}{ending}")))
            .collect();
        for file in files_of(&self.folder)? {
            if !kept.contains(&file) {
                fs::remove_file(self.folder.join(&file)).map_err(Failure::during(&file))?;
            }
        }
        Ok(())
    }
}

fn short_hash(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part);
    }
    hasher
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn empty(folder: &Path) -> Result<(), Failure> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(Failure::during("empty the workshop"))?;
    }
    fs::create_dir_all(folder).map_err(Failure::during("make the workshop"))
}

fn files_of(folder: &Path) -> Result<Vec<String>, Failure> {
    let doing = format!("list {}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::during(&doing))? {
        let entry = entry.map_err(Failure::during(&doing))?;
        if entry.path().is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
