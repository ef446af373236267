//! An operation: what all calls of one method and path show of it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::answer::{Answers, Unread};
use super::body::{Bodies, Unlike};
use super::header::{Role, is_key, is_secret};
use super::parameter::Parameter;
use super::sign_in::{SignIn, sign_in_of_header};
use super::{Call, Field};
use crate::infer::Manner;
use crate::ledger::{Fate, Ledger};
use crate::message::{Message, message};
use crate::read::naming::{sentence, sentence_of_name, sentence_of_path};
use crate::swagger::Method;

/// An operation in the making.
#[derive(Clone, Debug)]
pub(super) struct Operation {
    /// Where its first call is in the source.
    pub(super) pointer: String,
    pub(super) method: Method,
    /// The path, without the base path.
    pub(super) path: String,
    /// Scheme and host, where they are not those of the connector.
    pub(super) elsewhere: Option<(String, String)>,
    pub(super) name: String,
    description: String,
    pub(super) folder: Option<String>,
    /// How many calls it was put together from.
    pub(super) calls: usize,
    variables: Vec<Parameter>,
    query: Vec<Parameter>,
    headers: Vec<Parameter>,
    body: Option<Bodies>,
    /// How schemas are made of samples.
    manner: Manner,
    pub(super) answers: Vec<Answers>,
    accepts: Vec<String>,
    pub(super) sign_in: SignIn,
}

/// What was left out of all calls, to be told once.
#[derive(Clone, Debug, Default)]
pub(super) struct LeftOut {
    /// Headers that each call has.
    pub(super) headers: BTreeSet<String>,
    /// The calls with cookies: how many, and where the first is.
    pub(super) cookies: Option<(usize, String)>,
    /// Secrets whose value was not kept.
    pub(super) secrets: BTreeSet<String>,
}

impl Operation {
    /// An operation of which no call is taken up yet.
    pub(super) fn new(
        call: &Call,
        method: Method,
        path: String,
        elsewhere: Option<(String, String)>,
    ) -> Self {
        Self {
            pointer: call.pointer.clone(),
            method,
            path,
            elsewhere,
            name: call.name.trim().to_owned(),
            description: call.description.trim().to_owned(),
            folder: call.folder.clone(),
            calls: 0,
            variables: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            manner: Manner::default(),
            answers: Vec::new(),
            accepts: Vec::new(),
            sign_in: SignIn::Unknown,
        }
    }

    /// Takes up a call. Its path has these names of variables in the definition.
    pub(super) fn take(
        &mut self,
        call: &Call,
        names: &[&str],
        (is_recorded, manner): (bool, Manner),
        left_out: &mut LeftOut,
        ledger: &mut Ledger,
    ) {
        self.calls += 1;
        self.manner = manner;
        for (name, variable) in names.iter().zip(call.address.path.variables()) {
            let field = Field {
                name: (*name).to_owned(),
                value: variable.value.clone(),
                description: variable.description.clone(),
                is_file: false,
            };
            let parameter = Parameter::of(&field).without_default();
            parameter.add(&mut self.variables, |one, other| one == other);
        }
        let mut sign_in = call.sign_in.clone();
        self.take_headers(call, is_recorded, &mut sign_in, left_out);
        self.take_query(call, &mut sign_in, left_out, ledger);
        if !matches!(sign_in, SignIn::Unknown)
            && matches!(self.sign_in, SignIn::Unknown | SignIn::Off)
        {
            self.sign_in = sign_in;
        }
        self.take_body(call, ledger);
        for answer in &call.answers {
            let message = match Answers::add(&mut self.answers, answer, manner) {
                Ok(()) => continue,
                Err(Unread::Infer(error)) => Message::verbatim(&error.to_string()),
                Err(Unread::NoJson) => message!(
                    "The answer is said to be JSON, but cannot be read as such: it may be anything. Import a sample in the \
                     Definition step."
                ),
            };
            ledger.enter(answer.pointer.clone(), Fate::Lowered, message);
        }
    }

    fn take_headers(
        &mut self,
        call: &Call,
        is_recorded: bool,
        sign_in: &mut SignIn,
        left_out: &mut LeftOut,
    ) {
        for field in &call.headers {
            match Role::of(&field.name) {
                Role::ContentType => {}
                Role::Accept => self.accept(field.value.as_deref().unwrap_or_default()),
                Role::Authorization => {
                    left_out.secrets.insert(field.name.clone());
                    let value = field.value.as_deref().unwrap_or_default();
                    if *sign_in == SignIn::Unknown {
                        *sign_in = sign_in_of_header(value);
                    }
                }
                Role::Cookie => {
                    let (count, _) = left_out
                        .cookies
                        .get_or_insert_with(|| (0, call.pointer.clone()));
                    *count += 1;
                }
                Role::OfAllCalls | Role::Broken => {
                    left_out.headers.insert(field.name.clone());
                }
                Role::Parameter if self.is_sign_in(field, false, sign_in, left_out) => {}
                Role::Parameter => {
                    let parameter = Parameter::of(field);
                    let parameter = if is_recorded {
                        parameter.without_default()
                    } else {
                        parameter
                    };
                    parameter.add(&mut self.headers, str::eq_ignore_ascii_case);
                }
            }
        }
    }

    /// Whether a field is the key that the call authenticates with.
    fn is_sign_in(
        &self,
        field: &Field,
        in_query: bool,
        sign_in: &mut SignIn,
        left_out: &mut LeftOut,
    ) -> bool {
        if is_secret(&field.name)
            && field
                .value
                .as_deref()
                .is_some_and(|value| !value.is_empty())
        {
            left_out.secrets.insert(field.name.clone());
        }
        let own = SignIn::Key {
            name: field.name.clone(),
            in_query,
        };
        if *sign_in == SignIn::Unknown && is_key(&field.name) {
            *sign_in = own;
            return true;
        }
        match sign_in {
            SignIn::Key {
                name,
                in_query: place,
            } => *place == in_query && name.eq_ignore_ascii_case(&field.name),
            _ => false,
        }
    }

    fn take_query(
        &mut self,
        call: &Call,
        sign_in: &mut SignIn,
        left_out: &mut LeftOut,
        ledger: &mut Ledger,
    ) {
        let mut own: Vec<&str> = Vec::new();
        for field in &call.query {
            if field.name.is_empty() || field.name.contains("{{") {
                if !field.name.is_empty() {
                    let message = message!(
                        "The query parameter “{name}” has no name of its own.",
                        name = field.name
                    );
                    ledger.enter(call.pointer.clone(), Fate::Dropped, message);
                }
                continue;
            }
            if self.is_sign_in(field, true, sign_in, left_out) {
                continue;
            }
            if own.contains(&field.name.as_str()) {
                let message = message!(
                    "“{name}” stands in the query several times. The platform sends it once: write a list with commas, \
                     if the API reads it.",
                    name = field.name
                );
                ledger.enter(call.pointer.clone(), Fate::Lowered, message);
            }
            own.push(&field.name);
            let parameter = Parameter::of(field).without_default();
            parameter.add(&mut self.query, |one, other| one == other);
        }
    }

    fn accept(&mut self, value: &str) {
        let types = value.split(',').filter_map(|media| media.split(';').next());
        for media in types.map(|media| media.trim().to_ascii_lowercase()) {
            let parts: Vec<&str> = media.split('/').collect();
            let is_concrete =
                matches!(parts.as_slice(), [kind, form] if is_token(kind) && is_token(form));
            if is_concrete && !self.accepts.contains(&media) && media != "text/event-stream" {
                self.accepts.push(media);
            }
        }
    }

    fn take_body(&mut self, call: &Call, ledger: &mut Ledger) {
        let Some(body) = &call.body else { return };
        if matches!(self.method, Method::Get | Method::Head) {
            let message = message!("Calls of this method have no body in a connector.");
            return ledger.enter(call.pointer.clone(), Fate::Dropped, message);
        }
        for unlike in Bodies::add(&mut self.body, body) {
            let (fate, message) = match unlike {
                Unlike::Kind => (
                    Fate::Dropped,
                    message!("An operation has one kind of body: that of the first call."),
                ),
                Unlike::Infer(error) => (Fate::Lowered, error.message()),
                Unlike::NoJson => (
                    Fate::Lowered,
                    message!(
                        "The body is said to be JSON, but cannot be read as such: the operation takes any. Describe it \
                     in the Definition step."
                    ),
                ),
                Unlike::Field(name) => (
                    Fate::Dropped,
                    message!(
                        "A form field cannot be called “{name}”: names have ASCII characters.",
                        name
                    ),
                ),
            };
            ledger.enter(call.pointer.clone(), fate, message);
        }
    }

    fn parameters(&self) -> Vec<Value> {
        let variables = self.variables.iter().map(|p| p.write("path"));
        let query = self.query.iter().map(|p| p.write("query"));
        let headers = self.headers.iter().map(|p| p.write("header"));
        let bodies = self.body.iter();
        let body = bodies.flat_map(|body| body.write(self.manner));
        variables.chain(query).chain(headers).chain(body).collect()
    }
}

/// Whether a text is one half of a media type.
fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&b))
}

/// The operation in a definition.
pub(super) fn write(operation: &Operation, id: &str, is_open: bool) -> Value {
    let mut out = Map::new();
    if let Some(folder) = &operation.folder {
        out.insert("tags".to_owned(), json!([folder]));
    }
    let named = crate::read::naming::operation_id_of_name(&operation.name);
    let summary = match named {
        Some(_) => sentence_of_name(&operation.name),
        None if operation.path.is_ascii() => sentence(id),
        None => sentence_of_path(operation.method.as_str(), &operation.path),
    };
    out.insert("summary".to_owned(), json!(summary));
    if !operation.description.is_empty() {
        out.insert("description".to_owned(), json!(operation.description));
    }
    out.insert("operationId".to_owned(), json!(id));
    if let Some(body) = &operation.body {
        out.insert("consumes".to_owned(), json!([body.media()]));
    }
    let media = media(operation);
    if !media.is_empty() {
        out.insert("produces".to_owned(), json!(media));
    }
    let parameters = operation.parameters();
    if !parameters.is_empty() {
        out.insert("parameters".to_owned(), Value::Array(parameters));
    }
    out.insert("responses".to_owned(), responses(operation));
    if is_open {
        out.insert("security".to_owned(), json!([]));
    }
    Value::Object(out)
}

/// The media types of responses: those that were seen, else those that were asked for.
fn media(operation: &Operation) -> Vec<&str> {
    let mut seen: Vec<&str> = Vec::new();
    let answers = operation.answers.iter().flat_map(Answers::media);
    for media in answers.map(String::as_str) {
        if !seen.contains(&media) {
            seen.push(media);
        }
    }
    if seen.is_empty() {
        seen.extend(operation.accepts.iter().map(String::as_str));
    }
    seen
}

fn responses(operation: &Operation) -> Value {
    let mut answers: Vec<&Answers> = operation.answers.iter().collect();
    answers.sort_by_key(|answer| answer.status());
    let mut out: Map<String, Value> = answers.into_iter().map(Answers::write).collect();
    if out.is_empty() {
        out.insert(
            "default".to_owned(),
            json!({ "description": "Any response" }),
        );
    }
    Value::Object(out)
}
