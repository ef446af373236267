//! Tools from outside, installed when they are missing: from rustup, npm and Debian's archive.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project::Project;
use crate::step::{Failure, execute, execute_quietly, step};

/// The version of the npm package that brings `wasm-opt`.
pub(crate) const BINARYEN: &str = "132.0.0";

/// Makes sure that Rust can compile for the browser.
pub(crate) fn wasm_target(project: &Project) -> Result<(), Failure> {
    let installed = execute_quietly(rustup(project).args(["target", "list", "--installed"]))?;
    if installed
        .lines()
        .any(|target| target == "wasm32-unknown-unknown")
    {
        return Ok(());
    }
    step("add the Rust target wasm32-unknown-unknown", || {
        execute(rustup(project).args(["target", "add", "wasm32-unknown-unknown"]))
    })
}

fn rustup(project: &Project) -> Command {
    let mut rustup = Command::new("rustup");
    rustup.current_dir(project.root());
    rustup
}

/// `wasm-opt`, installed under the target folder.
pub(crate) fn wasm_opt(project: &Project) -> Result<PathBuf, Failure> {
    let folder = npm_package(project, ("binaryen", BINARYEN))?;
    Ok(folder.join("node_modules/binaryen/bin/wasm-opt"))
}

/// A package of npm, installed under the target folder: the folder that it is in.
pub(crate) fn npm_package(
    project: &Project,
    (package, version): (&str, &str),
) -> Result<PathBuf, Failure> {
    let name = package.trim_start_matches('@').replace('/', "-");
    let folder = project.target("tools").join(format!("{name}-{version}"));
    if !folder.join("node_modules").join(package).exists() {
        step(&format!("install {package} from npm"), || {
            fs::create_dir_all(&folder).map_err(Failure::during("make the tools folder"))?;
            execute_quietly(npm()?.current_dir(&folder).args([
                "install",
                "--prefix",
                ".",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                &format!("{package}@{version}"),
            ]))
        })?;
    }
    Ok(folder)
}

/// Installs what the package-lock.json of a folder names, unless it is there. Scripts of packages do not run.
pub(crate) fn npm_ci(folder: &Path, what: &str) -> Result<(), Failure> {
    let lock = folder.join("package-lock.json");
    let reading = Failure::during(format!("read {}", lock.display()));
    let wanted = fs::read(&lock).map_err(reading)?;
    let mark = folder.join("node_modules/.installed-from");
    if fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step(&format!("install {what} from npm"), || {
        execute_quietly(
            npm()?
                .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
                .current_dir(folder),
        )?;
        fs::write(&mark, &wanted).map_err(Failure::during("note what was installed"))
    })
}

/// npm, which comes with Node.js.
pub(crate) fn npm() -> Result<Command, Failure> {
    if on_path("npm").is_none() {
        apt("npm", "nodejs")?;
        apt("npm", "npm")?;
    }
    Ok(Command::new("npm"))
}

/// `time`, which measures a program.
pub(crate) fn time() -> Result<(), Failure> {
    if on_path("time").is_none() {
        apt("figures of programs", "time")?;
    }
    Ok(())
}

/// The folder of nginx, which Tenon is measured beside. Debian's package is unpacked under the target folder rather than
/// installed, which would start a service.
pub(crate) fn nginx(project: &Project) -> Result<PathBuf, Failure> {
    let folder = project.target("tools/nginx");
    let unpacked = folder.join("usr/sbin");
    if unpacked.join("nginx").is_file() {
        return Ok(unpacked);
    }
    if let Some(found) = on_path("nginx") {
        return Ok(found.parent().map(Path::to_owned).unwrap_or_default());
    }
    step("unpack Debian's package nginx", || {
        std::fs::create_dir_all(&folder).map_err(Failure::during("make the tools folder"))?;
        let download = || {
            let mut apt = Command::new("apt-get");
            apt.args(["download", "--quiet=2", "nginx"])
                .current_dir(&folder);
            execute_quietly(&mut apt)
        };
        if download().is_err() {
            // A machine that never asked knows no packages yet.
            execute(&mut as_root(&["apt-get", "update", "--quiet=2"])?)?;
            download()?;
        }
        let package = std::fs::read_dir(&folder)
            .map_err(Failure::during("look into the tools folder"))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|file| file.extension().is_some_and(|ending| ending == "deb"))
            .ok_or_else(|| Failure::new("apt-get left no package of nginx."))?;
        execute_quietly(
            Command::new("dpkg-deb")
                .arg("--extract")
                .arg(package)
                .arg(&folder),
        )
    })?;
    Ok(unpacked)
}

/// Python with what makes environments of its packages, for httpbin.
pub(crate) fn python_environments() -> Result<(), Failure> {
    apt("the tests beside httpbin", "python3-venv")
}

/// Chromium, for the browser tests.
pub(crate) fn chromium() -> Result<PathBuf, Failure> {
    if let Some(chosen) = env::var_os("TENON_CHROMIUM") {
        return Ok(chosen.into());
    }
    match on_path("chromium") {
        Some(program) => Ok(program),
        None => {
            apt("the browser tests", "chromium")?;
            Ok("/usr/bin/chromium".into())
        }
    }
}

/// The folder of PostgreSQL's programs, for the store tests.
pub(crate) fn postgresql() -> Result<PathBuf, Failure> {
    if let Some(folder) = postgresql_programs() {
        return Ok(folder);
    }
    apt("the store tests", "postgresql")?;
    postgresql_programs().ok_or_else(|| {
        Failure::new("PostgreSQL's `initdb` is neither on PATH nor under /usr/lib/postgresql.")
    })
}

fn postgresql_programs() -> Option<PathBuf> {
    if let Some(found) = on_path("initdb") {
        return found.parent().map(Path::to_owned);
    }
    let mut versions: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|folder| folder.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop()
}

/// Installs a Debian package.
fn apt(wanted_by: &str, package: &str) -> Result<(), Failure> {
    if on_path("apt-get").is_none() {
        return Err(Failure::new(format!(
            "For {wanted_by}, `{package}` is needed, and there is no apt-get here: install it by hand."
        )));
    }
    step(&format!("install Debian's package {package}"), || {
        let install = [
            "apt-get",
            "install",
            "--yes",
            "--quiet=2",
            "--no-install-recommends",
            package,
        ];
        if as_root(&install)
            .and_then(|mut command| execute(&mut command))
            .is_ok()
        {
            return Ok(());
        }
        // A machine that never asked knows no packages yet.
        execute(&mut as_root(&["apt-get", "update", "--quiet=2"])?)?;
        execute(&mut as_root(&install)?)
    })
}

fn as_root(words: &[&str]) -> Result<Command, Failure> {
    let mut command = if is_root()? {
        Command::new("env")
    } else if on_path("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        return Err(Failure::new(format!(
            "`{}` needs root, and there is no sudo: run it by hand.",
            words.join(" ")
        )));
    };
    command
        .arg("DEBIAN_FRONTEND=noninteractive")
        .args(words)
        .stdin(Stdio::null());
    Ok(command)
}

/// Whether this runs as root.
pub(crate) fn is_root() -> Result<bool, Failure> {
    Ok(execute_quietly(Command::new("id").arg("-u"))?.trim() == "0")
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
