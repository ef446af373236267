//! Where things are, and how cargo is called there.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::step::Failure;

/// How a build is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Fast to build.
    Dev,
    /// Small and quick to run.
    Release,
}

/// The checkout that the task works on.
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The project that `cargo xtask` was called in.
    pub(crate) fn find() -> Result<Self, Failure> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .map(PathBuf::from)
            .ok_or_else(|| Failure::new("Call this through cargo: `cargo xtask …`."))?;
        let root = manifest
            .ancestors()
            .nth(2)
            .map(Path::to_owned)
            .ok_or_else(|| Failure::new("xtask lies outside its project."))?;
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |target| root.join(target));
        Ok(Self { root, target })
    }

    /// The top folder of the checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the checkout.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A file or folder among the build's results.
    pub(crate) fn target(&self, relative: &str) -> PathBuf {
        self.target.join(relative)
    }

    /// A call of cargo that sees the environment as it was before `cargo xtask`: otherwise build
    /// scripts that watch cargo's variables would run again each time.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(&self.root);
        for (name, _) in env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            let about_xtask = [
                "CARGO_MANIFEST_",
                "CARGO_PKG_",
                "CARGO_CRATE_",
                "CARGO_BIN_",
            ];
            if about_xtask.iter().any(|prefix| name.starts_with(prefix)) {
                cargo.env_remove(name);
            }
        }
        cargo.env_remove("CARGO_PRIMARY_PACKAGE");
        cargo
    }

    /// A build with this profile.
    ///
    /// In a build that is delivered, views of one kind share their code instead of having a copy
    /// for each shape: in the browser, where that takes a quarter of the WASM away, and on the server
    /// alike, so that the two agree on what a page looks like.
    pub(crate) fn cargo_build(&self, mode: Mode, package: &str, profile: &str) -> Command {
        self.cargo_with("build", mode, package, profile)
    }

    /// The same, for words to rustc that go to this package alone.
    pub(crate) fn cargo_rustc(&self, mode: Mode, package: &str, profile: &str) -> Command {
        self.cargo_with("rustc", mode, package, profile)
    }

    fn cargo_with(&self, task: &str, mode: Mode, package: &str, profile: &str) -> Command {
        let mut cargo = self.cargo(&[task, "--package", package, "--profile", profile]);
        if mode == Mode::Release {
            cargo.args(["--config", "build.rustflags=['--cfg', 'erase_components']"]);
        }
        cargo
    }
}
