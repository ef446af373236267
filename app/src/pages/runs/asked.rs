//! What the list of runs is asked for besides the search: each part with a link to the list without it.

use leptos::prelude::*;

use super::filter::{connections, named, operations, words};
use super::wanted::{ENDINGS, LINKS, PASTS, PATH, address};
use crate::api::runs::{RunChoices, RunQuery, RunsWanted, Within};
use crate::components::{Icon, Time};
use crate::pages::filter::word_of;
use crate::texts::{common, runs as t};

/// A part of what is asked for.
struct Part {
    /// What it bounds.
    label: &'static str,
    value: Value,
    /// Takes it away.
    clear: fn(&mut RunQuery),
}

enum Value {
    Word(String),
    /// Milliseconds since 1970, UTC.
    Moment(i64),
}

/// The parts, and a link to the list without any.
#[component]
pub(super) fn Asked(
    /// What is asked for now.
    query: RunQuery,
    /// What can be asked for.
    choices: RunChoices,
) -> impl IntoView {
    if query == RunQuery::default() {
        return None;
    }
    let parts: Vec<_> = parts(&query, &choices)
        .into_iter()
        .map(|part| link(&query, part))
        .collect();
    Some(view! {
        <div class="runs-asked" role="group" aria-label=t::filters()>
            {parts}
            <a class="runs-ending" href=PATH>{t::clear_all()}</a>
        </div>
    })
}

fn parts(query: &RunQuery, choices: &RunChoices) -> Vec<Part> {
    let known = |value: &Option<String>, options| {
        let label = |value: &String| Value::Word(label_of(value, options));
        value.as_ref().map(label)
    };
    let version = query.version.map(|number| Value::Word(number.to_string()));
    let past = Some(word_of(&PASTS, &query.within)).filter(|word| !word.is_empty());
    let past = past.map(|word| Value::Word(label_of(word, words(&PASTS))));
    let part = |label, value: Option<Value>, clear: fn(&mut RunQuery)| {
        value.map(|value| Part {
            label,
            value,
            clear,
        })
    };
    let (connector, operation) = (&query.connector, &query.operation);
    let (person, connection) = (&query.person, &query.connection);
    let all = [
        part(t::result(), ending(query), |query| {
            query.wanted = RunsWanted::default()
        }),
        part(
            common::connector(),
            known(connector, named(&choices.connectors)),
            |query| {
                query.connector = None;
                query.version = None;
            },
        ),
        part(common::version(), version, |query| query.version = None),
        part(
            common::operation(),
            known(operation, operations(choices)),
            |query| query.operation = None,
        ),
        part(
            t::person(),
            known(person, named(&choices.people)),
            |query| query.person = None,
        ),
        part(
            t::connection(),
            known(connection, connections(choices)),
            |query| query.connection = None,
        ),
        part(t::when(), past, |query| query.within = Within::default()),
        part(t::from(), query.from.map(Value::Moment), |query| {
            query.from = None
        }),
        part(t::until(), query.until.map(Value::Moment), |query| {
            query.until = None
        }),
    ];
    all.into_iter().flatten().collect()
}

/// How the runs ended, where no link above the list says so.
fn ending(query: &RunQuery) -> Option<Value> {
    let wanted = word_of(&ENDINGS, &query.wanted);
    let mut links = ENDINGS.iter().take(LINKS);
    let is_link = links.any(|(_, word, _)| *word == wanted);
    (!is_link).then(|| Value::Word(label_of(wanted, words(&ENDINGS))))
}

/// What a value is called; itself where nobody knows it.
fn label_of(value: &str, options: Vec<(String, String)>) -> String {
    let known = options.into_iter().find(|(own, _)| own == value);
    known.map_or_else(|| value.to_owned(), |(_, label)| label)
}

/// A part, which leads to the list without it.
fn link(query: &RunQuery, part: Part) -> impl IntoView + use<> {
    let mut rest = RunQuery {
        before: None,
        ..query.clone()
    };
    (part.clear)(&mut rest);
    let value = match part.value {
        Value::Word(word) => word.into_any(),
        Value::Moment(at) => view! { <Time at/> }.into_any(),
    };
    view! {
        <a class="runs-part" href=address(&rest)>
            <span><span class="visually-hidden">{t::remove_the_filter()}" "</span>{part.label}": "{value}</span>
            <Icon name="close"/>
        </a>
    }
}
