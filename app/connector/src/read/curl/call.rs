//! A command line, option by option, as calls.

use super::form::Part;
use super::options::{Means, of_letter, of_name};
use crate::ledger::{Fate, Ledger};
use crate::message::{Phrase, message};
use crate::read::calls::{
    Body, Call, Field, SignIn, Url, body_of_text, content_type, form_fields, path_as_seen,
};

/// What the options of one command say so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pointer: String,
    urls: Vec<String>,
    method: Option<String>,
    headers: Vec<Field>,
    data: Vec<Data>,
    form: Vec<Field>,
    query: Vec<Field>,
    upload: bool,
    is_json: bool,
    is_get: bool,
    is_head: bool,
    has_user: bool,
    foreign: Option<Phrase>,
    /// Options that say how curl itself works.
    own: Vec<String>,
}

/// A piece of a body.
#[derive(Clone, Debug)]
enum Data {
    Text(String),
    /// A field whose value is encoded.
    Field(Field),
    File,
}

impl Draft {
    /// The calls that the words after `curl` describe: more than one where `--next` parts them.
    pub(super) fn of(words: &[String], pointer: &str, ledger: &mut Ledger) -> Vec<Self> {
        let begin = || Self {
            pointer: pointer.to_owned(),
            ..Self::default()
        };
        let mut drafts = Vec::new();
        let mut draft = begin();
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            if let Some(name) = word.strip_prefix("--") {
                if name == "next" {
                    drafts.push(std::mem::replace(&mut draft, begin()));
                } else {
                    draft.long(name, &mut words, ledger);
                }
            } else if let Some(letters) = word.strip_prefix('-').filter(|rest| !rest.is_empty()) {
                draft.short(letters, &mut words, ledger);
            } else {
                draft.urls.push(word.to_owned());
            }
        }
        drafts.push(draft);
        drafts
    }

    fn long<'w>(
        &mut self,
        name: &str,
        words: &mut impl Iterator<Item = &'w str>,
        ledger: &mut Ledger,
    ) {
        let (name, given) = match name.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (name, None),
        };
        let means = of_name(name);
        let value = match given {
            Some(value) => value,
            None if means.takes_value() => words.next().unwrap_or_default(),
            None => "",
        };
        self.option(means, value, &format!("--{name}"), ledger);
    }

    /// Letters that stand together; the first that takes a value has the rest for it, or the next word.
    fn short<'w>(
        &mut self,
        letters: &str,
        words: &mut impl Iterator<Item = &'w str>,
        ledger: &mut Ledger,
    ) {
        for (at, letter) in letters.char_indices() {
            let means = of_letter(letter);
            let name = format!("-{letter}");
            if means.takes_value() {
                let rest = letters.get(at + letter.len_utf8()..).unwrap_or_default();
                let value = if rest.is_empty() {
                    words.next().unwrap_or_default()
                } else {
                    rest
                };
                return self.option(means, value, &name, ledger);
            }
            self.option(means, "", &name, ledger);
        }
    }

    fn option(&mut self, means: Means, value: &str, name: &str, ledger: &mut Ledger) {
        match means {
            Means::Method => self.method = Some(value.to_owned()),
            Means::Header => self.header(value, ledger),
            Means::Data if value.starts_with('@') => self.data.push(Data::File),
            Means::Data | Means::RawData => self.data.push(Data::Text(value.to_owned())),
            Means::EncodedData => self.data.push(encoded(value)),
            Means::Json => {
                self.is_json = true;
                let is_file = value.starts_with('@');
                self.data.push(if is_file {
                    Data::File
                } else {
                    Data::Text(value.to_owned())
                });
            }
            Means::UrlQuery => match encoded(value) {
                Data::Field(field) => self.query.push(field),
                Data::Text(text) => self.query.extend(form_fields(&text)),
                Data::File => {}
            },
            Means::Form => self.form_field(value, ledger),
            Means::RawForm => self.form.extend(raw_field(value)),
            Means::User => self.has_user = true,
            Means::Bearer => self.push_header("Authorization", &format!("Bearer {value}")),
            Means::Cookie => self.push_header("Cookie", value),
            Means::Address => self.urls.push(value.to_owned()),
            Means::Upload => self.upload = true,
            Means::Get => self.is_get = true,
            Means::Head => self.is_head = true,
            Means::Foreign(way) => self.foreign = Some(way),
            Means::Own | Means::OwnValue | Means::Next => self.own.push(name.to_owned()),
        }
    }

    fn header(&mut self, written: &str, ledger: &mut Ledger) {
        if written.starts_with('@') {
            let message =
                message!("Its headers are in another file. Enter them in the Definition step.");
            return ledger.enter(self.pointer.clone(), Fate::Dropped, message);
        }
        if let Some((name, value)) = written.split_once([':', ';']) {
            self.push_header(name.trim(), value.trim());
        }
    }

    fn form_field(&mut self, written: &str, ledger: &mut Ledger) {
        let Some(part) = Part::of(written) else {
            return;
        };
        let name = &part.field.name;
        if part.media {
            let message = message!(
                "Swagger 2.0 does not say of what media type the field “{name}” is: it is sent as what its type is sent as.",
                name
            );
            ledger.enter(self.pointer.clone(), Fate::Dropped, message);
        }
        if part.headers {
            let message = message!(
                "Swagger 2.0 has no headers of the field “{name}” alone.",
                name
            );
            ledger.enter(self.pointer.clone(), Fate::Dropped, message);
        }
        self.form.push(part.field);
    }

    fn push_header(&mut self, name: &str, value: &str) {
        self.headers.push(Field {
            name: name.to_owned(),
            value: Some(value.to_owned()),
            ..Field::default()
        });
    }

    /// The calls: one for each URL.
    pub(super) fn finish(mut self, own: &mut Vec<String>, ledger: &mut Ledger) -> Vec<Call> {
        for name in std::mem::take(&mut self.own) {
            if !own.contains(&name) {
                own.push(name);
            }
        }
        if self.has_user && self.foreign.is_none() {
            self.push_header("Authorization", "Basic");
        }
        if self.urls.is_empty() {
            ledger.operations_in += 1;
            let message = message!("The command has no URL: it is left out.");
            ledger.enter(self.pointer.clone(), Fate::Dropped, message);
        }
        let body = self.body(ledger);
        let calls = self.urls.iter().map(|url| self.call(url, body.clone()));
        calls.collect()
    }

    fn call(&self, url: &str, body: Option<Body>) -> Call {
        let url = Url::of(url);
        let mut query = url.parameters();
        query.extend(self.query.iter().cloned());
        if self.is_get {
            query.extend(self.fields());
        }
        let user = url.has_user.then_some(SignIn::Basic);
        let foreign = self.foreign.map(|way| SignIn::Foreign(way.into()));
        Call {
            pointer: self.pointer.clone(),
            name: String::new(),
            description: String::new(),
            folder: None,
            method: self.method(),
            address: url.address(path_as_seen(&url)),
            query,
            headers: self.headers.clone(),
            body,
            sign_in: foreign.or(user).unwrap_or_default(),
            answers: Vec::new(),
        }
    }

    fn method(&self) -> String {
        let sends = !self.data.is_empty() || !self.form.is_empty();
        let method = match &self.method {
            Some(method) => method.as_str(),
            None if self.is_head => "HEAD",
            None if self.upload => "PUT",
            None if sends && !self.is_get => "POST",
            None => "GET",
        };
        method.to_owned()
    }

    /// What the data says where it is a form.
    fn fields(&self) -> Vec<Field> {
        let fields = self.data.iter().flat_map(|data| match data {
            Data::Text(text) => form_fields(text),
            Data::Field(field) => vec![field.clone()],
            Data::File => Vec::new(),
        });
        fields.collect()
    }

    fn body(&self, ledger: &mut Ledger) -> Option<Body> {
        let media = content_type(&self.headers);
        let is_file = self.upload || self.data.iter().any(|data| matches!(data, Data::File));
        if !self.form.is_empty() {
            return Some(Body::Form {
                fields: self.form.clone(),
                in_parts: true,
            });
        }
        if is_file && !self.is_get {
            if media.is_none() && !self.is_json && !self.upload {
                let message = message!(
                    "The command sends a file as a form, and does not say what is in it: the operation sends its bytes. Import a sample in the Definition step."
                );
                ledger.enter(self.pointer.clone(), Fate::Lowered, message);
            }
            return Some(self.file(media));
        }
        if self.data.is_empty() || self.is_get {
            return None;
        }
        let has_fields = self.data.iter().any(|data| matches!(data, Data::Field(_)));
        let text = self.text();
        if has_fields {
            return Some(Body::Form {
                fields: self.fields(),
                in_parts: false,
            });
        }
        match media {
            Some(media) => body_of_text(Some(media), &text),
            None if self.is_json => body_of_text(Some("application/json"), &text),
            None => self.unnamed(&text, ledger),
        }
    }

    fn text(&self) -> String {
        let separator = if self.is_json { "" } else { "&" };
        let texts = self.data.iter().filter_map(|data| match data {
            Data::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(separator)
    }

    /// A body whose media type is not said. Curl sends it as a form, whatever it is.
    fn unnamed(&self, text: &str, ledger: &mut Ledger) -> Option<Body> {
        match body_of_text(None, text) {
            Some(body @ Body::Json { .. }) => {
                let message = message!(
                    "The command would send its JSON as a form, since it does not say otherwise: the operation \
                               sends JSON."
                );
                ledger.enter(self.pointer.clone(), Fate::Changed, message);
                Some(body)
            }
            _ => body_of_text(Some("application/x-www-form-urlencoded"), text),
        }
    }

    fn file(&self, media: Option<&str>) -> Body {
        let media = media.unwrap_or(if self.is_json {
            "application/json"
        } else {
            "application/octet-stream"
        });
        let media = media
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase();
        if media.ends_with("json") {
            return Body::Json {
                media,
                sample: None,
            };
        }
        Body::File { media }
    }
}

/// The value of `--data-urlencode` and `--url-query`: `name=value`, `name@file`, `=value` or a value.
fn encoded(value: &str) -> Data {
    let field = |name: &str, value: Option<&str>| {
        Data::Field(Field {
            name: name.to_owned(),
            value: value.map(str::to_owned),
            ..Field::default()
        })
    };
    match (value.split_once('='), value.split_once('@')) {
        (Some(("", value)), _) => Data::Text(value.to_owned()),
        (Some((name, value)), _) if !name.contains('@') => field(name, Some(value)),
        (_, Some(("", _))) => Data::File,
        (_, Some((name, _))) => field(name, None),
        _ => Data::Text(value.to_owned()),
    }
}

fn raw_field(value: &str) -> Option<Field> {
    let (name, value) = value.split_once('=')?;
    Some(Field {
        name: name.to_owned(),
        value: Some(value.to_owned()),
        ..Field::default()
    })
}
