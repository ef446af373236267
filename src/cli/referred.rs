//! The files that a description on disk refers to.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use tenon_connector::read::Loader;

use super::files::{self, STDIN, shown};

/// The files below one folder. What lies outside is not read: a description that somebody else wrote must not take
/// any file of this machine into a connector.
pub(super) struct Referred {
    /// The folder; none: there is none, since the description came in on standard input.
    root: Option<PathBuf>,
}

impl Referred {
    /// The files around what a path on the command line names: the folder itself, or the one that the file lies in.
    pub(super) fn around(path: &Path) -> Self {
        let folder = match (path.is_dir(), path.parent()) {
            _ if path.as_os_str() == STDIN => None,
            (true, _) => Some(path),
            (false, parent) => parent.map(|parent| match parent.as_os_str().is_empty() {
                true => Path::new("."),
                false => parent,
            }),
        };
        let root = folder.and_then(|folder| folder.canonicalize().ok());
        Self { root }
    }
}

impl Loader for Referred {
    fn load(&mut self, address: &str) -> Result<Vec<u8>, String> {
        if address.contains("://") {
            let advice =
                "It is not fetched. Save it beside the description, and refer to it there.";
            return Err(advice.to_owned());
        }
        let Some(root) = &self.root else {
            return Err(
                "It is not read: the description came in on standard input. Name its file."
                    .to_owned(),
            );
        };
        let path = percent_decode_str(address).decode_utf8_lossy().into_owned();
        let path = Path::new(&path)
            .canonicalize()
            .map_err(|error| format!("It is referred to, but it cannot be read: {error}."))?;
        if !path.starts_with(root) {
            let folder = shown(root);
            return Err(format!(
                "It is not read: it lies outside of {folder}. Import the folder around both."
            ));
        }
        files::bytes(&path).map_err(|failure| failure.to_string())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::fs;

    use super::{Loader, Path, Referred};

    #[test]
    fn files_outside_of_the_folder_are_not_read() {
        let tree = tempfile::tempdir().unwrap();
        let at = tree.path();
        fs::create_dir_all(at.join("specs/parts")).unwrap();
        fs::write(at.join("secret.yaml"), "a").unwrap();
        fs::write(at.join("specs/api.yaml"), "b").unwrap();
        fs::write(at.join("specs/parts/the pet.yaml"), "c").unwrap();
        let specs = at.join("specs");
        let mut referred = Referred::around(&specs.join("api.yaml"));
        let mut load = |path: &Path| referred.load(path.to_str().unwrap());
        assert_eq!(load(&specs.join("parts/the%20pet.yaml")).unwrap(), b"c");
        let outside = load(&at.join("specs/../secret.yaml")).unwrap_err();
        assert!(outside.contains("lies outside of"), "{outside}");
        let gone = load(&specs.join("gone.yaml")).unwrap_err();
        assert!(gone.contains("cannot be read"), "{gone}");
        let url = load(Path::new("https://a.example/b")).unwrap_err();
        assert!(url.contains("not fetched"), "{url}");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(at.join("secret.yaml"), specs.join("link.yaml")).unwrap();
            assert!(load(&specs.join("link.yaml")).is_err());
        }
        let mut whole = Referred::around(at);
        let path = at.join("secret.yaml");
        assert_eq!(whole.load(path.to_str().unwrap()).unwrap(), b"a");
    }
}
