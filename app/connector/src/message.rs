//! What the connector tells people: a sentence in English with named places, and the values that stand there.
//!
//! Sentence and values stay apart until somebody reads them, so that the app can say the same in another language
//! by the English sentence. [`Display`](fmt::Display) says it in English.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use crate::document::Path;
use crate::swagger::OperationKey;

/// A sentence, or a piece of one, made by `message!`. It travels with its template, so that whoever reads it on the
/// other side can translate it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Message {
    template: Cow<'static, str>,
    /// In the order in which their places first stand in the template.
    values: Box<[Argument]>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Argument {
    /// The same in every language: a name, a number, a value of JSON.
    Text(Box<str>),
    Message(Message),
}

/// Makes a [`Message`] of a template and the values of its places, by name, in the order in which they first stand
/// there: `message!("“{name}” has {count} parts.", name, count = parts.len())`. Anything else does not compile.
macro_rules! message {
    ($template:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        const { $crate::message::expect_places($template, &[$(stringify!($name)),*]) };
        $crate::message::Message::new(
            $template,
            &[$($crate::message::message!(@value $name $($value)?)),*],
        )
    }};
    (@value $name:ident) => { &$name as &dyn $crate::message::Told };
    (@value $name:ident $value:expr) => { &$value as &dyn $crate::message::Told };
}
pub(crate) use message;

impl Message {
    /// For `message!` alone, which sees to it that the values are those of the template.
    pub(crate) fn new(template: &'static str, values: &[&dyn Told]) -> Self {
        let values = values.iter().map(|value| value.argument()).collect();
        let template = Cow::Borrowed(template);
        Self { template, values }
    }

    /// What is the same in every language, or what nobody translates.
    #[must_use]
    pub fn verbatim(text: &str) -> Self {
        Self::new("{text}", &[&text])
    }

    /// A list of alternatives: "a", "a or b", "a or b or c".
    pub(crate) fn any_of<T: Told>(alternatives: impl IntoIterator<Item = T>) -> Self {
        let mut alternatives = alternatives.into_iter();
        let first = Self::new("{first}", &[&alternatives.next()]);
        alternatives.fold(first, |before, next| {
            message!("{before} or {next}", before, next)
        })
    }

    /// A list of things that all count: "a", "a, b", "a, b, c".
    pub(crate) fn listed<T: Told>(things: impl IntoIterator<Item = T>) -> Self {
        let mut things = things.into_iter();
        let first = Self::new("{first}", &[&things.next()]);
        things.fold(first, |before, next| {
            message!("{before}, {next}", before, next)
        })
    }

    /// Says it in the language for which `translated` has templates, with the same places in any order; in English
    /// where it has none.
    #[must_use]
    pub fn translated(&self, translated: &dyn Fn(&str) -> Option<&'static str>) -> String {
        let mut out = String::new();
        // A string takes everything.
        let _ = self.write(translated, &mut out);
        out
    }

    fn write(
        &self,
        translated: &dyn Fn(&str) -> Option<&'static str>,
        out: &mut dyn fmt::Write,
    ) -> fmt::Result {
        let template = translated(&self.template).unwrap_or(&self.template);
        for piece in Pieces(template) {
            match piece {
                Piece::Text(text) => out.write_str(text)?,
                Piece::Place(name) => match self.value(name) {
                    Some(Argument::Text(text)) => out.write_str(text)?,
                    Some(Argument::Message(message)) => message.write(translated, out)?,
                    None => {}
                },
            }
        }
        Ok(())
    }

    fn value(&self, name: &str) -> Option<&Argument> {
        self.values.get(place(&self.template, name)?)
    }
}

impl Message {
    /// The same with each value changed, such as to hide what is secret in it; the sentence stays.
    #[must_use]
    pub fn with_values(&self, change: &dyn Fn(&str) -> String) -> Self {
        let changed = |value: &Argument| match value {
            Argument::Text(text) => Argument::Text(change(text).into()),
            Argument::Message(message) => Argument::Message(message.with_values(change)),
        };
        Self {
            template: self.template.clone(),
            values: self.values.iter().map(changed).collect(),
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(&|_| None, out)
    }
}

/// Writes a message as its English text, for what others read.
pub(crate) fn in_english<S: Serializer>(message: &Message, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(message)
}

/// Reads a message that was kept; of those from before messages were kept with their templates, the text.
///
/// # Errors
/// When it is neither a text nor a message.
pub fn kept<'de, D: Deserializer<'de>>(from: D) -> Result<Message, D::Error> {
    from.deserialize_any(Kept)
}

struct Kept;

impl<'de> Visitor<'de> for Kept {
    type Value = Message;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a message or its text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Message, E> {
        Ok(Message::verbatim(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<Message, A::Error> {
        Message::deserialize(MapAccessDeserializer::new(members))
    }
}

/// A piece of a sentence without places, for tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(&'static str);

/// Makes a [`Phrase`].
macro_rules! phrase {
    ($text:literal) => {
        const {
            $crate::message::expect_places($text, &[]);
            $crate::message::Phrase::new($text)
        }
    };
}
pub(crate) use phrase;

impl Phrase {
    /// For `phrase!` alone, which sees to it that there are no places.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self(text)
    }

    /// It, in English.
    #[must_use]
    pub fn english(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl From<Phrase> for Message {
    fn from(phrase: Phrase) -> Self {
        Self::new(phrase.0, &[])
    }
}

impl Told for Phrase {
    fn argument(&self) -> Argument {
        Argument::Message((*self).into())
    }
}

/// The names of the places of a template, each once, in the order in which they first stand there.
pub fn places(template: &str) -> impl Iterator<Item = &str> {
    let names = Pieces(template).filter_map(|piece| match piece {
        Piece::Place(name) => Some(name),
        Piece::Text(_) => None,
    });
    let mut before = Vec::new();
    names.filter(move |name| {
        let is_new = !before.contains(name);
        before.push(*name);
        is_new
    })
}

/// The number of a place, of those that [`places`] tells.
fn place(template: &str, name: &str) -> Option<usize> {
    places(template).position(|other| other == name)
}

/// A piece of a template.
enum Piece<'t> {
    Text(&'t str),
    Place(&'t str),
}

/// The pieces of the rest of a template, in which `{{` and `}}` stand for braces.
struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let rest = self.0;
        let brace = rest.find(['{', '}']).unwrap_or(rest.len());
        let (text, after) = rest.split_at_checked(brace.max(1))?;
        if brace > 0 {
            self.0 = after;
            return Some(Piece::Text(text));
        }
        if let Some(after) = after.strip_prefix(text) {
            self.0 = after;
            return Some(Piece::Text(text));
        }
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        self.0 = after;
        Some(Piece::Place(name))
    }
}

/// Fails to compile where the places of a template are not these, in this order.
pub(crate) const fn expect_places(template: &str, names: &[&str]) {
    let bytes = template.as_bytes();
    let mut at = 0;
    let mut seen = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        at += 1;
        if byte != b'{' && byte != b'}' {
            continue;
        }
        if at < bytes.len() && bytes[at] == byte {
            at += 1;
            continue;
        }
        assert!(
            byte == b'{',
            "a “}}” has no partner; write “}}}}” for itself"
        );
        let mut known = 0;
        while known < seen && !is_name_at(bytes, at, names[known]) {
            known += 1;
        }
        assert!(
            known < seen || (seen < names.len() && is_name_at(bytes, at, names[seen])),
            "the values must be those of the places, in the order in which they first stand there"
        );
        at += names[known].len() + 1;
        if known == seen {
            seen += 1;
        }
    }
    assert!(seen == names.len(), "a value has no place");
}

/// Whether a name and the brace after it stand at a place.
const fn is_name_at(bytes: &[u8], at: usize, name: &str) -> bool {
    let name = name.as_bytes();
    let mut index = 0;
    while index < name.len() {
        if at + index >= bytes.len() || bytes[at + index] != name[index] {
            return false;
        }
        index += 1;
    }
    at + index < bytes.len() && bytes[at + index] == b'}'
}

/// What can stand at a place of a message.
pub(crate) trait Told {
    /// It, as the message keeps it.
    fn argument(&self) -> Argument;
}

impl Told for Message {
    fn argument(&self) -> Argument {
        Argument::Message(self.clone())
    }
}

impl<T: Told + ?Sized> Told for &T {
    fn argument(&self) -> Argument {
        (*self).argument()
    }
}

/// Where there is nothing, nothing is said.
impl<T: Told> Told for Option<T> {
    fn argument(&self) -> Argument {
        match self {
            Some(told) => told.argument(),
            None => Argument::Text(Box::default()),
        }
    }
}

impl Told for str {
    fn argument(&self) -> Argument {
        Argument::Text(self.into())
    }
}

impl Told for String {
    fn argument(&self) -> Argument {
        self.as_str().argument()
    }
}

/// What says of itself what its `message()` says.
macro_rules! told_by_message {
    ($type:ty) => {
        impl ::std::fmt::Display for $type {
            fn fmt(&self, out: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.message(), out)
            }
        }

        impl $crate::message::Told for $type {
            fn argument(&self) -> $crate::message::Argument {
                $crate::message::Told::argument(&self.message())
            }
        }
    };
}
pub(crate) use told_by_message;

/// An error without a source that says what its `message()` says.
macro_rules! error_of_message {
    ($type:ty) => {
        $crate::message::told_by_message!($type);
        impl ::std::error::Error for $type {}
    };
}
pub(crate) use error_of_message;

/// What is said as it is displayed, in every language.
macro_rules! told {
    ($($type:ty),+ $(,)?) => {
        $(impl Told for $type {
            fn argument(&self) -> Argument {
                Argument::Text(self.to_string().into())
            }
        })+
    };
}

told! { bool, char, u16, u32, u64, usize, i64, serde_json::Value, OperationKey, Path }

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Message, places};

    #[test]
    fn a_message_says_its_template_with_its_values() {
        let name = "id";
        let message = message!("“{name}” is {count} of {name}{{}}", name, count = 2_usize);
        assert_eq!(message.to_string(), "“id” is 2 of id{}");
        assert_eq!(message!("{a}{b}", a = "{b}", b = 'x').to_string(), "{b}x");
        assert_eq!(message!("ä").to_string(), "ä");
        assert_eq!(Message::default().to_string(), "");
        assert_eq!(Message::verbatim("{a} }{").to_string(), "{a} }{");
    }

    #[test]
    fn a_message_is_said_in_another_language() {
        let near = message!(" Did you mean “{near}”?", near = "b");
        let message = message!("No {what} “{name}”.{near}", what = "x", name = "a", near);
        assert_eq!(message.to_string(), "No x “a”. Did you mean “b”?");
        let german = |template: &str| match template {
            "No {what} “{name}”.{near}" => Some("„{name}“ ist kein {what}.{near}"),
            " Did you mean “{near}”?" => Some(" Ist „{near}“ gemeint?"),
            _ => None,
        };
        let told = message.translated(&german);
        assert_eq!(told, "„a“ ist kein x. Ist „b“ gemeint?");
        assert_eq!(message!("Else.").translated(&german), "Else.");
    }

    #[test]
    fn a_message_that_was_kept_as_a_text_is_read() {
        let read = |text: &str| {
            let mut from = serde_json::Deserializer::from_str(text);
            super::kept(&mut from)
        };
        let message = message!("“{name}” is not used.", name = "id");
        let told = serde_json::to_string(&message).unwrap();
        assert_eq!(read(&told).unwrap(), message);
        let old = read("\"It has {no} place.\"").unwrap();
        assert_eq!(old.to_string(), "It has {no} place.");
        assert!(read("7").is_err());
    }

    #[test]
    fn values_are_changed_and_sentences_are_not() {
        let inner = message!(" or {it}", it = "it");
        let message = message!("Hide {it}{inner}.", it = "it", inner);
        let hidden = message.with_values(&|text| text.replace("it", "•"));
        assert_eq!(hidden.to_string(), "Hide • or •.");
        assert_eq!(message.to_string(), "Hide it or it.");
    }

    #[test]
    fn alternatives_are_listed() {
        let listed = |list: &[&str]| Message::any_of(list).to_string();
        assert_eq!(listed(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a or b or c");
        assert_eq!(
            Message::listed([phrase!("a"), phrase!("b")]).to_string(),
            "a, b"
        );
    }

    #[test]
    fn places_are_told_once() {
        let found: Vec<_> = places("{{a}} {b}{c} {b}").collect();
        assert_eq!(found, ["b", "c"]);
    }
}
