//! The filters of the list of runs: a form that is sent by its address, links to the usual endings, and what is asked for,
//! each part with a way to take it away. All of it works before the WASM arrives.

use leptos::html::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;

use super::moment;
use super::wanted::{ENDINGS, PASTS, PATH, address, query as read};
use crate::api::runs::{RunChoice, RunChoices, RunQuery};
use crate::components::{Button, ButtonKind, Icon, TextInput, Time};
use crate::pages::filter::{Choice, word_of};
use crate::texts::{common, runs as t};

/// How many of the endings are links; all are in the form.
const LINKS: usize = 4;

/// The names of the fields, as addresses name them.
const FIELDS: [&str; 10] = [
    "connector",
    "operation",
    "person",
    "connection",
    "version",
    "within",
    "from",
    "until",
    "wanted",
    "search",
];

/// The filters.
#[component]
pub(super) fn Filter(
    /// What is asked for now.
    query: RunQuery,
    /// What can be asked for.
    choices: RunChoices,
) -> impl IntoView {
    let form = NodeRef::<Form>::new();
    let navigate = use_navigate();
    let send = move |event: leptos::ev::SubmitEvent| {
        if let Some(asked) = form.get().and_then(|form| filled_in(&form)) {
            event.prevent_default();
            navigate(&address(&asked), NavigateOptions::default());
        }
    };
    let links: Vec<_> = ENDINGS
        .iter()
        .take(LINKS)
        .map(|(wanted, _, label)| {
            let other = RunQuery {
                wanted: *wanted,
                before: None,
                ..query.clone()
            };
            let current = (*wanted == query.wanted).then_some("true");
            view! { <a class="runs-ending" href=address(&other) aria-current=current>{label()}</a> }
        })
        .collect();
    let search = RwSignal::new(query.search.clone());
    view! {
        <form node_ref=form class="runs-filter" method="get" action=PATH role="search"
            aria-label=t::search_the_runs() on:submit=send>
            <div class="list-bar">
                <div class="runs-search">
                    <TextInput kind="search" label=t::search_operation_or_url() name="search"
                        placeholder=t::search_operation_or_url() value=search/>
                    <Button kind=ButtonKind::Secondary submit=true>{t::search()}</Button>
                </div>
                <nav class="runs-endings" aria-label=t::which_runs()>{links}</nav>
            </div>
            <details class="runs-more">
                <summary>{t::more_filters()}</summary>
                <Fields query=query.clone() choices=choices.clone()/>
            </details>
        </form>
        <Asked query choices/>
    }
}

/// What a form asks for; none where the browser does not tell.
fn filled_in(form: &web_sys::HtmlFormElement) -> Option<RunQuery> {
    let data = web_sys::FormData::new_with_form(form).ok()?;
    let mut fields = ParamsMap::new();
    for name in FIELDS {
        let text = data.get(name).as_string().unwrap_or_default();
        let text = match name {
            "from" | "until" => moment::of_reader(&text)
                .map(moment::written)
                .unwrap_or_default(),
            _ => text,
        };
        fields.insert(name, text);
    }
    Some(read(&fields))
}

#[component]
fn Fields(
    /// What is asked for now.
    query: RunQuery,
    /// What can be asked for.
    choices: RunChoices,
) -> impl IntoView {
    let people = (!choices.people.is_empty()).then(|| {
        view! { <Choose label=t::person() name="person" options=named(&choices.people) value=query.person.clone()/> }
    });
    let versions = query.connector.as_ref().map(|_| {
        let numbers = choices.versions.iter().map(i64::to_string);
        let options = numbers
            .map(|number| (number.clone(), number))
            .collect::<Vec<_>>();
        let value = query.version.map(|number| number.to_string());
        view! { <Choose label=common::version() name="version" options value/> }
    });
    let own = |word: &'static str| (!word.is_empty()).then(|| word.to_owned());
    view! {
        <div class="runs-fields">
            <Choose label=t::result() name="wanted" options=words(&ENDINGS) value=own(word_of(&ENDINGS, &query.wanted))/>
            <Choose label=common::connector() name="connector" options=named(&choices.connectors) value=query.connector/>
            {versions}
            <Choose label=common::operation() name="operation" options=operations(&choices) value=query.operation/>
            {people}
            <Choose label=t::connection() name="connection" options=connections(&choices) value=query.connection/>
            <Choose label=t::when() name="within" options=words(&PASTS) value=own(word_of(&PASTS, &query.within))/>
            <Moment label=t::from() name="from" value=query.from/>
            <Moment label=t::until() name="until" value=query.until/>
            <Button kind=ButtonKind::Secondary submit=true>{t::show_runs()}</Button>
        </div>
    }
}

/// The choices of an address but for the usual one.
fn words<T>(choices: &[Choice<T>]) -> Vec<(String, String)> {
    let others = choices.iter().filter(|(_, word, _)| !word.is_empty());
    others
        .map(|(_, word, label)| ((*word).to_owned(), label().to_owned()))
        .collect()
}

fn named(choices: &[RunChoice]) -> Vec<(String, String)> {
    let pair = |choice: &RunChoice| (choice.value.clone(), choice.label.clone());
    choices.iter().map(pair).collect()
}

fn operations(choices: &RunChoices) -> Vec<(String, String)> {
    let name = |choice: &RunChoice| match choice.label.is_empty() {
        true => choice.value.clone(),
        false => format!("{} ({})", choice.label, choice.value),
    };
    let all = choices.operations.iter();
    all.map(|choice| (choice.value.clone(), name(choice)))
        .collect()
}

fn connections(choices: &RunChoices) -> Vec<(String, String)> {
    let name = |choice: &RunChoice| match choice.label.is_empty() {
        true => t::deleted_connection(&choice.value),
        false => choice.label.clone(),
    };
    let all = choices.connections.iter();
    all.map(|choice| (choice.value.clone(), name(choice)))
        .collect()
}

/// One among several, or any.
#[component]
fn Choose(
    /// What is chosen.
    label: &'static str,
    /// Its name in the address.
    name: &'static str,
    /// The values with what they are called.
    options: Vec<(String, String)>,
    /// The one that is chosen now; it may be none of them.
    value: Option<String>,
) -> impl IntoView {
    let mut options = options;
    if let Some(value) = &value
        && !options.iter().any(|(own, _)| own == value)
    {
        options.push((value.clone(), value.clone()));
    }
    let options: Vec<_> = options
        .into_iter()
        .map(|(own, label)| {
            let selected = value.as_ref() == Some(&own);
            view! { <option value=own selected=selected>{label}</option> }
        })
        .collect();
    view! {
        <label class="runs-field">
            <span>{label}</span>
            <select class="input input-select" name=name>
                <option value="">{t::any()}</option>
                {options}
            </select>
        </label>
    }
}

/// A moment: in the reader's zone once the browser knows it.
#[component]
fn Moment(
    /// What it bounds.
    label: &'static str,
    /// Its name in the address.
    name: &'static str,
    /// The moment now: milliseconds since 1970, UTC.
    value: Option<i64>,
) -> impl IntoView {
    let shown = RwSignal::new(value.map(moment::in_field).unwrap_or_default());
    Effect::new(move |_| {
        if let Some(moment) = value {
            shown.set(moment::for_reader(moment));
        }
    });
    view! {
        <label class="runs-field">
            <span>{label}</span>
            <input class="input" type="datetime-local" name=name value=shown.get_untracked()
                prop:value=move || shown.get()/>
        </label>
    }
}

/// What is asked for besides the search and the ending, each part with a link to the list without it.
#[component]
fn Asked(
    /// What is asked for now.
    query: RunQuery,
    /// What can be asked for.
    choices: RunChoices,
) -> impl IntoView {
    if query == RunQuery::default() {
        return None;
    }
    let of = |options: Vec<(String, String)>, value: &str| {
        let known = options.into_iter().find(|(own, _)| own == value);
        known.map_or_else(|| value.to_owned(), |(_, label)| label)
    };
    let label_of = |word: &str, options: Vec<(String, String)>| of(options, word);
    let mut chips = Vec::new();
    let mut chip = |name: &'static str, value: Option<String>, change: &dyn Fn(&mut RunQuery)| {
        if let Some(value) = value {
            chips.push(without(&query, name, value, change).into_any());
        }
    };
    let wanted = word_of(&ENDINGS, &query.wanted);
    let is_link = ENDINGS
        .iter()
        .take(LINKS)
        .any(|(_, word, _)| *word == wanted);
    let ending = (!is_link).then(|| label_of(wanted, words(&ENDINGS)));
    chip(t::result(), ending, &|query| {
        query.wanted = Default::default()
    });
    let connector = query.connector.as_ref();
    let connector = connector.map(|id| of(named(&choices.connectors), id));
    chip(common::connector(), connector, &|query| {
        query.connector = None;
        query.version = None;
    });
    let version = query.version.map(|number| number.to_string());
    chip(common::version(), version, &|query| query.version = None);
    let operation = query.operation.as_ref();
    let operation = operation.map(|value| of(operations(&choices), value));
    chip(common::operation(), operation, &|query| {
        query.operation = None
    });
    let person = query.person.as_ref();
    let person = person.map(|id| of(named(&choices.people), id));
    chip(t::person(), person, &|query| query.person = None);
    let connection = query.connection.as_ref();
    let connection = connection.map(|id| of(connections(&choices), id));
    chip(t::connection(), connection, &|query| {
        query.connection = None
    });
    let past = word_of(&PASTS, &query.within);
    let past = (!past.is_empty()).then(|| label_of(past, words(&PASTS)));
    chip(t::when(), past, &|query| query.within = Default::default());
    for (name, value, change) in [
        (
            t::from(),
            query.from,
            (|query: &mut RunQuery| query.from = None) as fn(&mut RunQuery),
        ),
        (t::until(), query.until, |query| query.until = None),
    ] {
        if let Some(at) = value {
            chips.push(without_moment(&query, name, at, &change).into_any());
        }
    }
    Some(view! {
        <div class="runs-asked" role="group" aria-label=t::filters()>
            {chips}
            <a class="runs-ending" href=PATH>{t::clear_all()}</a>
        </div>
    })
}

/// The address of the list without a part of what is asked for.
fn address_without(query: &RunQuery, change: &dyn Fn(&mut RunQuery)) -> String {
    let mut rest = RunQuery {
        before: None,
        ..query.clone()
    };
    change(&mut rest);
    address(&rest)
}

fn without(
    query: &RunQuery,
    name: &'static str,
    value: String,
    change: &dyn Fn(&mut RunQuery),
) -> impl IntoView + use<> {
    let label = t::without_filter(&name, &value);
    view! {
        <a class="runs-part" href=address_without(query, change) aria-label=label>
            <span>{name}": "{value}</span>
            <Icon name="close"/>
        </a>
    }
}

fn without_moment(
    query: &RunQuery,
    name: &'static str,
    at: i64,
    change: &dyn Fn(&mut RunQuery),
) -> impl IntoView + use<> {
    let label = t::without_filter(&name, &moment::written(at));
    view! {
        <a class="runs-part" href=address_without(query, change) aria-label=label>
            <span>{name}": "<Time at/></span>
            <Icon name="close"/>
        </a>
    }
}
