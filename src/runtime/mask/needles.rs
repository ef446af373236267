//! Finds secrets in a text in one pass, in whatever case and however often they were escaped.

use std::ops::Range;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use secrecy::zeroize::{Zeroize, Zeroizing};

use super::spelling::{Depth, begins_escape, escape};

/// Where so many bytes are those of a secret, what follows is hidden as far as it is the secret, too: a service may
/// have cut it off. It also bounds what a text takes that begins a secret again and again.
const HEAD: usize = 128;

/// The fewest characters of a piece of Base64: fewer stand in texts by chance.
const LEAST_BASE64: usize = 7;

/// The most bytes of a secret that may be a host: a name has 253 at most, each written with three at most.
const LONGEST_HOST: usize = 3 * 253;

/// The fewest bytes of a secret that is looked for in hexadecimal digits.
const LEAST_HEX: usize = 6;

/// What is looked for: secrets and what becomes of them in Base64 and in hexadecimal digits. Escapes are undone where
/// the text is read. What it holds is overwritten when it goes.
pub(super) struct Needles {
    /// The secrets that what is looked for was made of, as they are.
    words: Vec<Vec<u8>>,
    /// Sorted, so that those with the same beginning are neighbours. Letters in lower case.
    all: Vec<Vec<u8>>,
    /// Those that begin with each byte.
    by_first: Vec<Range<usize>>,
    beginnings: Beginnings,
}

impl Needles {
    /// Looks for secrets, and for `others` just as they are written.
    pub(super) fn new<'s>(secrets: impl Iterator<Item = &'s str>, others: Vec<Vec<u8>>) -> Self {
        let words = distinct(secrets);
        let forms = words.iter().flat_map(|word| forms(word)).chain(others);
        let all = forms.collect();
        Self::of(
            words
                .into_iter()
                .map(|word| word.as_bytes().to_vec())
                .collect(),
            all,
        )
    }

    /// Looks for more secrets as well; none where it looks for all of them already.
    pub(super) fn with<'s>(&self, secrets: impl Iterator<Item = &'s str>) -> Option<Self> {
        let mut more = distinct(secrets);
        more.retain(|word| !self.words.iter().any(|own| own == word.as_bytes()));
        if more.is_empty() {
            return None;
        }
        let forms = more.iter().flat_map(|word| forms(word));
        let all = self.all.iter().cloned().chain(forms).collect();
        let words = more.into_iter().map(|word| word.as_bytes().to_vec());
        Some(Self::of(
            self.words.iter().cloned().chain(words).collect(),
            all,
        ))
    }

    fn of(words: Vec<Vec<u8>>, mut all: Vec<Vec<u8>>) -> Self {
        all.iter_mut().for_each(|one| one.make_ascii_lowercase());
        all.retain(|one| !one.is_empty());
        all.sort_unstable();
        all.dedup_by(|one, before| {
            let is_same = one == before;
            if is_same {
                one.zeroize();
            }
            is_same
        });
        let first = |one: &Vec<u8>| one.first().copied().unwrap_or_default();
        let of = |byte: u8| {
            let begin = all.partition_point(|one| first(one) < byte);
            begin..all.partition_point(|one| first(one) <= byte)
        };
        let by_first = (0..=u8::MAX).map(of).collect();
        let beginnings = Beginnings::of(&all);
        Self {
            words,
            all,
            by_first,
            beginnings,
        }
    }

    /// The first place of a text that holds a secret, and with it the places that overlap it.
    pub(super) fn find(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        let mut places = (from..bytes.len()).filter(|at| self.beginnings.may_begin(bytes, *at));
        let begin = places.find_map(|at| Some((at, self.end_at(bytes, at, at)?)));
        let (begin, mut end) = begin?;
        let mut at = begin + 1;
        while at < end {
            end = self.end_at(bytes, at, end).unwrap_or(end);
            at += 1;
        }
        // A piece of a secret may end within a character, which is then hidden as a whole.
        Some(text.floor_char_boundary(begin)..text.ceil_char_boundary(end))
    }

    /// Where the longest secret ends that begins here; none whose first [`HEAD`] bytes end at `beyond` or before.
    fn end_at(&self, text: &[u8], at: usize, beyond: usize) -> Option<usize> {
        let rest = text.get(at..)?;
        let first = *rest.first()?;
        let beyond = beyond - at;
        let literal = self.longest(first, rest, None, beyond);
        let escaped = [Depth::Once, Depth::Twice].into_iter().filter_map(|depth| {
            let first = *escape(rest, depth)?.bytes().first()?;
            self.longest(first, rest, Some(depth), beyond)
        });
        let length = literal.into_iter().chain(escaped).max()?;
        Some(at + length)
    }

    /// How many bytes the longest secret takes that begins with a byte.
    fn longest(
        &self,
        first: u8,
        rest: &[u8],
        depth: Option<Depth>,
        beyond: usize,
    ) -> Option<usize> {
        let range = self.by_first.get(usize::from(first.to_ascii_lowercase()))?;
        let some = self.all.get(range.clone())?.iter();
        // Most places are of no secret, which the second byte says already.
        let goes_on = |needle: &&Vec<u8>| match (needle.get(1), rest.get(1)) {
            (Some(wanted), Some(byte)) if depth.is_none() => {
                byte.eq_ignore_ascii_case(wanted) || begins_escape(*byte) || begins_escape(first)
            }
            _ => true,
        };
        some.filter(goes_on)
            .filter_map(|needle| length(needle, rest, depth, beyond))
            .max()
    }
}

impl Drop for Needles {
    fn drop(&mut self) {
        self.words.zeroize();
        self.all.zeroize();
    }
}

/// Which two bytes a secret may begin with in a text, escaped or not: a bit for each. Nearly all places of a text are of
/// none, which is seen here before anything is compared.
struct Beginnings(Vec<u64>);

impl Beginnings {
    /// Those of needles in lower case.
    fn of(needles: &[Vec<u8>]) -> Self {
        let mut beginnings = Self(vec![0; 256 * 256 / 64]);
        let escapes = || (0..=u8::MAX).filter(|byte| begins_escape(*byte));
        for needle in needles {
            match *needle.as_slice() {
                [] => {}
                [only] => beginnings.add_all(only),
                [first, second, ..] => {
                    beginnings.add(first, second);
                    escapes().for_each(|escape| beginnings.add(first, escape));
                }
            }
        }
        if !needles.is_empty() {
            escapes().for_each(|escape| beginnings.add_all(escape));
        }
        beginnings
    }

    fn add_all(&mut self, first: u8) {
        let (word, _) = Self::place(first, 0);
        if let Some(row) = self.0.get_mut(word..word + 256 / 64) {
            row.fill(u64::MAX);
        }
    }

    fn add(&mut self, first: u8, second: u8) {
        let (word, bit) = Self::place(first, second);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    fn place(first: u8, second: u8) -> (usize, u64) {
        let pair = usize::from(first) << 8 | usize::from(second);
        (pair / 64, 1 << (pair % 64))
    }

    /// Whether a secret may begin here.
    fn may_begin(&self, text: &[u8], at: usize) -> bool {
        let (Some(first), Some(second)) = (text.get(at), text.get(at + 1)) else {
            return true;
        };
        let (word, bit) = Self::place(first.to_ascii_lowercase(), second.to_ascii_lowercase());
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

/// Each of the secrets once.
fn distinct<'s>(secrets: impl Iterator<Item = &'s str>) -> Vec<&'s str> {
    let mut all: Vec<_> = secrets.filter(|secret| !secret.is_empty()).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// How many bytes of the text the needle takes that it begins with, if more than `beyond`; with a depth, only as escaped
/// so often.
fn length(needle: &[u8], text: &[u8], depth: Option<Depth>, beyond: usize) -> Option<usize> {
    let head = needle.get(..HEAD).unwrap_or(needle);
    let whole = |depth| {
        let (taken, used, has_escapes) = run(head, text, depth);
        let found = (taken == head.len() && used > beyond).then(|| run(needle, text, depth).1);
        (found, has_escapes)
    };
    let (found, has_escapes) = whole(depth);
    if depth.is_some() || !has_escapes {
        return found;
    }
    let escaped = [Depth::Once, Depth::Twice]
        .into_iter()
        .filter_map(|depth| whole(Some(depth)).0);
    found.into_iter().chain(escaped).max()
}

/// How many bytes of the needle the text begins with, how many of the text these are, and whether an escape might have
/// begun among those that were looked at.
fn run(needle: &[u8], text: &[u8], depth: Option<Depth>) -> (usize, usize, bool) {
    let (mut own, mut at, mut has_escapes) = (0, 0, false);
    while let (Some(wanted), Some(byte)) = (needle.get(own), text.get(at)) {
        has_escapes |= begins_escape(*byte);
        let rest = text.get(at..).unwrap_or_default();
        let escaped = depth.and_then(|depth| escape(rest, depth)).filter(|found| {
            let there = needle.get(own..own + found.bytes().len());
            there.is_some_and(|there| there.eq_ignore_ascii_case(found.bytes()))
        });
        if let Some(found) = escaped {
            (own, at) = (own + found.bytes().len(), at + found.used);
        } else if byte.eq_ignore_ascii_case(wanted) {
            (own, at) = (own + 1, at + 1);
        } else {
            break;
        }
    }
    (own, at, has_escapes)
}

/// What a secret becomes on its way.
fn forms(secret: &str) -> Vec<Vec<u8>> {
    let mut all = vec![secret.as_bytes().to_vec()];
    all.extend(in_base64(secret));
    // A host is written so, whatever its letters were.
    let host = Some(secret).filter(|secret| secret.len() <= LONGEST_HOST);
    let host = host.and_then(|secret| url::Host::parse(secret).ok());
    all.extend(host.map(|host| host.to_string().into_bytes()));
    if secret.len() >= LEAST_HEX {
        all.push(in_hexadecimal(secret));
    }
    all
}

fn in_hexadecimal(secret: &str) -> Vec<u8> {
    let digit = |number: u8| match number {
        0..=9 => b'0' + number,
        _ => b'a' + (number - 10),
    };
    let digits = secret.bytes();
    let digits = digits.flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]);
    digits.collect()
}

/// A text in Base64: by itself, and within the Base64 of a longer text, where the characters at its ends hold
/// bits of its neighbours and are left out.
pub(super) fn in_base64(text: &str) -> Vec<Vec<u8>> {
    let padded = [STANDARD.encode(text), URL_SAFE.encode(text)];
    let mut all: Vec<_> = padded.map(String::into_bytes).into();
    for before in 0..3 {
        let mut longer = Zeroizing::new(vec![0; before]);
        longer.extend_from_slice(text.as_bytes());
        let whole = longer.len() * 8 / 6;
        let begin = (before * 8).div_ceil(6);
        for engine in [STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
            let encoded = engine.encode(longer.as_slice()).into_bytes();
            let piece = encoded.get(begin..whole).unwrap_or_default();
            if piece.len() >= LEAST_BASE64 {
                all.push(piece.to_vec());
            }
            if before == 0 {
                all.push(encoded);
            }
        }
    }
    all
}
