//! What a maker filled into the form of a call, and what it comes to as inputs.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use serde_json::Value;
use tenon_connector::Connector;
use tenon_connector::request::form::{beginning, first_text, is_plain_text, parameter_value};
use tenon_connector::request::{Checked, Fault, InputFile, Inputs, check_inputs, faults};
use tenon_connector::swagger::{Location, Operation, OperationKey, Parameter, Schema, Visibility};

use super::loaded::Loaded;
use crate::texts::{findings, test as t};

/// The most bytes of files that one call takes along.
pub(super) const MAX_FILES: usize = 16 * 1024 * 1024;

/// What names a field of an operation.
pub(super) type FieldKey = (Location, String);

/// What is wrong with a field, or with a place in the body (a JSON pointer; empty for the whole and outside of it).
pub(super) type Problems = BTreeMap<(FieldKey, String), Problem>;

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    weight: Weight,
    text: String,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// A value is missing: nothing to tell of before the maker wants to send.
    Missing,
    /// A value is not as the definition says, which can be sent all the same.
    Unfit,
    /// No request can be made of it.
    Broken,
}

impl Problem {
    fn new(weight: Weight, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { weight, text }
    }
}

/// What the maker filled in, per operation.
#[derive(Clone, Copy)]
pub(in super::super) struct FormState {
    texts: RwSignal<BTreeMap<(OperationKey, FieldKey), String>>,
    files: RwSignal<BTreeMap<(OperationKey, FieldKey), InputFile>>,
    problems: RwSignal<Problems>,
    /// The operations that the maker wanted to call: all that is wrong with their fields is told, also of those that were
    /// not filled in.
    tried: RwSignal<BTreeSet<OperationKey>>,
    pub(super) loaded: RwSignal<Loaded>,
    /// The connection that calls are made with.
    pub(super) connection: RwSignal<Option<String>>,
    /// Whether bodies are written as JSON.
    pub(super) as_json: RwSignal<bool>,
}

impl FormState {
    /// An empty form for calls with a connection.
    pub(in super::super) fn new(connection: RwSignal<Option<String>>) -> Self {
        Self {
            texts: RwSignal::new(BTreeMap::new()),
            files: RwSignal::new(BTreeMap::new()),
            problems: RwSignal::new(BTreeMap::new()),
            tried: RwSignal::new(BTreeSet::new()),
            loaded: RwSignal::new(BTreeMap::new()),
            connection,
            as_json: RwSignal::new(false),
        }
    }

    /// What was written into a field; none where it stands as it began.
    pub(super) fn text(self, field: &(OperationKey, FieldKey)) -> Option<String> {
        self.texts.with(|texts| texts.get(field).cloned())
    }

    pub(super) fn write(self, field: (OperationKey, FieldKey), text: String) {
        self.texts.update(|texts| {
            texts.insert(field, text);
        });
    }

    /// The file that was chosen for a field.
    pub(super) fn file(self, field: &(OperationKey, FieldKey)) -> Option<InputFile> {
        self.files.with(|files| files.get(field).cloned())
    }

    pub(super) fn choose(self, field: (OperationKey, FieldKey), file: Option<InputFile>) {
        self.files.update(|files| {
            match file {
                Some(file) => files.insert(field, file),
                None => files.remove(&field),
            };
        });
    }

    /// What is wrong with a field, or with a place in its body.
    pub(super) fn problem(self, key: &FieldKey, place: &str) -> Option<String> {
        let at = (key.clone(), place.to_owned());
        self.problems
            .with(|problems| problems.get(&at).map(|problem| problem.text.clone()))
    }

    /// What is wrong with what is filled in so far; follows all that it depends on.
    pub(super) fn found(self, connector: &Connector, operation: &OperationKey) -> Problems {
        self.files.track();
        self.as_json.track();
        self.loaded.track();
        let (_, mut problems) = self.gathered(connector, operation, true);
        if !self.tried.with(|tried| tried.contains(operation)) {
            let is_touched = |key: &FieldKey| {
                let field = (operation.clone(), key.clone());
                self.texts.with(|texts| texts.contains_key(&field))
                    || self.files.with(|files| files.contains_key(&field))
            };
            problems
                .retain(|(key, _), problem| problem.weight != Weight::Missing && is_touched(key));
        }
        self.texts.track();
        problems
    }

    /// Shows what is wrong.
    pub(super) fn show(self, problems: Problems) {
        self.problems.set(problems);
    }

    /// Whether the call was refused here, and could be made all the same.
    pub(in super::super) fn may_send_anyway(self, operation: &OperationKey) -> bool {
        self.tried.with(|tried| tried.contains(operation))
            && self.problems.with(|problems| {
                !problems.is_empty() && problems.values().all(|own| own.weight != Weight::Broken)
            })
    }

    /// The inputs whatever the definition says of them; none where no request can be made of one.
    pub(in super::super) fn inputs_anyway(
        self,
        connector: &Connector,
        operation: &OperationKey,
    ) -> Option<Inputs> {
        let (mut inputs, problems) = self.gathered(connector, operation, true);
        inputs.checked = Checked::Nothing;
        let can_be_sent = problems.values().all(|own| own.weight != Weight::Broken);
        can_be_sent.then_some(inputs)
    }

    /// Follows whatever is filled in.
    pub(super) fn follow(self) {
        self.texts.track();
    }

    /// The inputs; none when one does not fit, which the form then shows.
    pub(in super::super) fn inputs(
        self,
        connector: &Connector,
        operation: &OperationKey,
    ) -> Option<Inputs> {
        Operation::find(connector.definition(), operation)?;
        let (inputs, problems) = self.gathered(connector, operation, true);
        let fits = problems.is_empty();
        self.problems.set(problems);
        if !fits {
            self.tried.update(|tried| {
                tried.insert(operation.clone());
            });
        }
        fits.then_some(inputs)
    }

    /// What is filled in so far and stands for something, and what the call would have without being filled in.
    pub(super) fn given(self, connector: &Connector, operation: &OperationKey) -> Inputs {
        let (mut inputs, _) = self.gathered(connector, operation, false);
        let parameters = Operation::find(connector.definition(), operation)
            .map(|operation| operation.parameters())
            .unwrap_or_default();
        let sent =
            |own: &&Parameter<'_>| own.required() || own.visibility() == Visibility::Internal;
        for parameter in parameters.iter().filter(sent) {
            if let (Some(location), Some(value)) = (parameter.location(), parameter.default_value())
            {
                let named = inputs.values.entry(location).or_default();
                named
                    .entry(parameter.name().to_owned())
                    .or_insert_with(|| value.clone());
            }
        }
        inputs
    }

    fn gathered(
        self,
        connector: &Connector,
        operation: &OperationKey,
        is_checked: bool,
    ) -> (Inputs, Problems) {
        let mut inputs = Inputs::default();
        let mut problems = Problems::new();
        let Some(view) = Operation::find(connector.definition(), operation) else {
            return (inputs, problems);
        };
        for parameter in view.parameters() {
            let Some(location) = parameter.location() else {
                continue;
            };
            if parameter.visibility() != Visibility::Internal {
                let field = (operation.clone(), (location, parameter.name().to_owned()));
                let unread = self.take(connector, &parameter, &field, &mut inputs, &mut problems);
                if let Some(text) = unread.filter(|_| is_checked) {
                    let named = inputs.values.entry(location).or_default();
                    named.insert(field.1.1.clone(), Value::String(text));
                }
                if is_checked && !self.as_json.get_untracked() {
                    self.check(connector, &field, &inputs, &mut problems);
                }
            }
        }
        if self.as_json.get_untracked() {
            inputs.checked = Checked::Parameters;
        }
        if is_checked {
            for found in check_inputs(connector.definition(), operation, &inputs) {
                let at = ((found.at.location, found.at.name), found.place);
                problems.entry(at).or_insert_with(|| told(found.fault));
            }
        }
        check_files(&inputs, &mut problems);
        (inputs, problems)
    }

    /// Says beside each member what a schema that was loaded does not take. What is written as JSON is sent as it stands:
    /// whoever writes it so may want to see what the service says to it.
    fn check(
        self,
        connector: &Connector,
        field: &(OperationKey, FieldKey),
        inputs: &Inputs,
        problems: &mut Problems,
    ) {
        let (_, key) = field;
        let named = inputs.values.get(&key.0);
        let Some(value) = named.and_then(|named| named.get(&key.1)) else {
            return;
        };
        for (place, loaded) in self.all_loaded(connector, field) {
            if let Some(part) = place.get(value) {
                loaded.read_in(connector, |root, schema| {
                    let above = place.pointer(value);
                    for (within, fault) in faults(root, schema, part) {
                        let at = (key.clone(), format!("{above}{within}"));
                        problems.insert(at, told(fault));
                    }
                });
            }
        }
    }

    /// Takes up what a field holds. Of a parameter outside of bodies, a text that stands for no value of its type is handed
    /// back: it can be sent as it is.
    fn take(
        self,
        connector: &Connector,
        parameter: &Parameter<'_>,
        field: &(OperationKey, FieldKey),
        inputs: &mut Inputs,
        problems: &mut Problems,
    ) -> Option<String> {
        let kept = self.files.with_untracked(|files| files.get(field).cloned());
        let typed = self.texts.with_untracked(|texts| texts.get(field).cloned());
        let key = field.1.clone();
        if let Some(file) = kept {
            *inputs = std::mem::take(inputs).with_file(key.0, &key.1, file);
            return None;
        }
        let text = typed.unwrap_or_else(|| first(connector, parameter));
        let value = match parameter.schema() {
            None => parameter_value(parameter, &text)
                .map_err(|error| findings::of_call(&error.message())),
            Some(schema) => body_of(connector, schema, &text),
        };
        match value {
            Ok(Some(value)) => {
                inputs.values.entry(key.0).or_default().insert(key.1, value);
            }
            Ok(None) if parameter.required() && parameter.default_value().is_none() => {
                let weight = match key.0 {
                    // A path is none without it.
                    Location::Path => Weight::Broken,
                    _ => Weight::Missing,
                };
                let missing = Problem::new(weight, t::is_required(&parameter.label()));
                problems.insert((key, String::new()), missing);
            }
            Ok(None) => {}
            Err(problem) => {
                let weight = match parameter.schema() {
                    Some(_) => Weight::Broken,
                    None => Weight::Unfit,
                };
                problems.insert((key, String::new()), Problem::new(weight, problem));
                return (weight == Weight::Unfit).then_some(text);
            }
        }
        None
    }
}

fn check_files(inputs: &Inputs, problems: &mut Problems) {
    let named = inputs.files.iter();
    let all = named.flat_map(|(location, named)| named.iter().map(move |own| (location, own)));
    let mut bytes = 0_usize;
    for (location, (name, files)) in all {
        bytes += files.iter().map(|file| file.content.len()).sum::<usize>();
        if bytes > MAX_FILES {
            let problem = Problem::new(Weight::Broken, too_large());
            problems.insert(((*location, name.clone()), String::new()), problem);
        }
    }
}

/// What is said of files beyond the bound.
pub(super) fn too_large() -> String {
    let bound = MAX_FILES / (1024 * 1024);
    t::files_too_large(&bound)
}

/// What a field begins with.
pub(super) fn first(connector: &Connector, parameter: &Parameter<'_>) -> String {
    let Some(schema) = schema_of(connector, parameter) else {
        return first_text(parameter);
    };
    match beginning(&schema) {
        Some(Value::String(text)) => text,
        Some(value) => pretty(&value),
        None => String::new(),
    }
}

/// The schema of a body parameter, with its place.
pub(super) fn schema_of<'a>(
    connector: &'a Connector,
    parameter: &Parameter<'a>,
) -> Option<Schema<'a>> {
    Schema::at(connector.definition(), &parameter.path().join("schema"))
}

pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The body that a text stands for; none for an empty one.
pub(super) fn body_of(
    connector: &Connector,
    schema: &Value,
    text: &str,
) -> Result<Option<Value>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match serde_json::from_str(text) {
        Ok(value) => Ok(Some(value)),
        Err(_) if is_plain_text(connector.definition(), schema) => {
            Ok(Some(Value::String(text.to_owned())))
        }
        Err(error) => Err(t::body_is_no_json(&error.line(), &error.column())),
    }
}

/// What is wrong with a value, as the form says it.
fn told(fault: Fault) -> Problem {
    match fault {
        Fault::Missing => Problem::new(Weight::Missing, t::required()),
        Fault::Unfit(message) => Problem::new(Weight::Unfit, findings::of_call(&message)),
        Fault::Hidden(kind) => Problem::new(Weight::Unfit, findings::of_kind(kind)),
    }
}
