//! Addresses of documents, relative to one another (RFC 3986, section 5.2): URLs, and paths within a folder.

/// The address that a reference has, seen from the document at `base`. Neither has a fragment.
pub(in crate::read) fn joined(base: &str, reference: &str) -> String {
    if reference.contains("://") {
        return reference.to_owned();
    }
    let (origin, path) = match base.split_once("://") {
        Some((scheme, rest)) => {
            let cut = rest.find('/').unwrap_or(rest.len());
            let (host, path) = rest.split_at(cut);
            (format!("{scheme}://{host}"), path)
        }
        None => (String::new(), base),
    };
    let path = path.split('?').next().unwrap_or_default();
    if reference.starts_with('/') {
        return format!("{origin}{}", plain(reference));
    }
    let folder = path.rfind('/').map_or("", |at| &path[..=at]);
    let path = plain(&format!("{folder}{reference}"));
    let slash = if origin.is_empty() || path.starts_with('/') {
        ""
    } else {
        "/"
    };
    format!("{origin}{slash}{path}")
}

/// A path without `.` and `..`; those that lead out of the folder stay at its start, so that it is seen.
fn plain(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match (part, parts.last()) {
            (".", _) => {}
            ("..", Some(&"" | &"..") | None) => parts.push(part),
            ("..", Some(_)) => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// What a document is called to a person: its URL as it is, the path of a file without the marks of one.
pub(super) fn name(address: &str) -> String {
    if address.contains("://") {
        return address.to_owned();
    }
    let decoded = percent_encoding::percent_decode_str(address).decode_utf8();
    decoded.map_or_else(|_| address.to_owned(), |name| name.into_owned())
}

/// What a document is called among others: its file name without ending, of letters and digits.
pub(super) fn stem(address: &str) -> String {
    let path = address.split('?').next().unwrap_or_default();
    let name = path.rsplit('/').find(|part| !part.is_empty());
    let name = name.unwrap_or_default();
    let name = name.split('.').next().unwrap_or(name);
    let letters = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
    let stem: String = letters.collect();
    if stem.is_empty() {
        "document".to_owned()
    } else {
        stem
    }
}

#[cfg(test)]
mod tests {
    use super::{joined, stem};

    #[test]
    fn references_are_relative_to_their_document() {
        for (base, reference, expected) in [
            ("api.yaml", "schemas/pet.yaml", "schemas/pet.yaml"),
            ("v1/api.yaml", "./pet.yaml", "v1/pet.yaml"),
            ("v1/api.yaml", "../pet.yaml", "pet.yaml"),
            ("api.yaml", "../../pet.yaml", "../../pet.yaml"),
            ("api.yaml", "/etc/passwd", "/etc/passwd"),
            (
                "https://a.example/v1/api.json?x=/y/",
                "b/c.json",
                "https://a.example/v1/b/c.json",
            ),
            ("https://a.example", "c.json", "https://a.example/c.json"),
            (
                "https://a.example/v1/api.json",
                "/c.json",
                "https://a.example/c.json",
            ),
            ("api.yaml", "https://a.example/b", "https://a.example/b"),
        ] {
            assert_eq!(joined(base, reference), expected, "{base} {reference}");
        }
    }

    #[test]
    fn documents_are_called_by_their_files() {
        assert_eq!(stem("schemas/Pet.v2.yaml"), "Pet");
        assert_eq!(stem("https://a.example/b/?c=d"), "b");
        assert_eq!(stem("…"), "document");
    }
}
