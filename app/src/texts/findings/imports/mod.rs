//! What imports tell.

mod calls;
mod files;
mod openapi;
mod texts;

use super::{Texts, common, samples};

/// What became of the things of a source, and what was odd in it.
pub(super) static IMPORTS: [Texts; 6] = [
    common::TEXTS,
    calls::TEXTS,
    files::TEXTS,
    openapi::TEXTS,
    samples::TEXTS,
    texts::TEXTS,
];

/// The same in both languages, but for what others tell, too.
#[cfg(test)]
pub(super) static BOTH: [&[(&str, &str)]; 4] =
    [calls::BOTH, files::BOTH, openapi::BOTH, texts::BOTH];
