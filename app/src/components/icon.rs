//! The icons: strokes on a grid of 24 by 24, one symbol each in `public/icons.svg`.

use leptos::prelude::*;

const SPRITE: &[u8] = include_bytes!("../../../public/icons.svg");

/// Changes with the icons, so that browsers may keep the file for ever.
const MARK: u64 = mark(SPRITE);

/// Where the file with all icons is.
#[must_use]
pub fn sprite() -> String {
    format!("/icons.svg?v={MARK:016x}")
}

/// An icon. It says nothing to those who do not see it; whatever it stands in has a name.
#[component]
pub fn Icon(
    /// Which: the id of a symbol of the file.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 24 24"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.75"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <use_ href=format!("{}#{name}", sprite())></use_>
        </svg>
    }
}

/// A number that is another one for other bytes (FNV-1a), worked out while compiling.
const fn mark(bytes: &[u8]) -> u64 {
    let mut mark = 0xcbf2_9ce4_8422_2325;
    let mut rest = bytes;
    while let [first, others @ ..] = rest {
        mark ^= *first as u64;
        mark = u64::wrapping_mul(mark, 0x0100_0000_01b3);
        rest = others;
    }
    mark
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::fs;
    use std::path::Path;

    use super::SPRITE;

    /// The names that stand as literals after one of these, in all files under a folder.
    fn named(folder: &Path, names: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                named(&path, names);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                let parts = text.split("<Icon name=\"").skip(1);
                names.extend(parts.filter_map(|part| Some(part.split_once('"')?.0.to_owned())));
            }
        }
    }

    #[test]
    fn every_icon_that_is_shown_is_in_the_file() {
        let sprite = std::str::from_utf8(SPRITE).unwrap();
        let mut names = Vec::new();
        named(
            Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
            &mut names,
        );
        assert!(names.len() > 20, "the icons of the pages are found");
        for name in names {
            assert!(sprite.contains(&format!("<symbol id=\"{name}\"")), "{name}");
        }
    }
}
