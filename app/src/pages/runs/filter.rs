//! The filters of the list of runs: a form that is sent by its address, and links to the usual endings, so that they work
//! before the WASM arrives.

use leptos::html::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;

use super::asked::Asked;
use super::moment;
use super::wanted::{ENDINGS, LINKS, PASTS, PATH, address, query as read};
use crate::api::runs::{RunChoice, RunChoices, RunQuery};
use crate::components::{Button, ButtonKind, TextInput};
use crate::pages::filter::{Choice, word_of};
use crate::texts::{common, runs as t};

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
pub(super) fn words<T>(choices: &[Choice<T>]) -> Vec<(String, String)> {
    let others = choices.iter().filter(|(_, word, _)| !word.is_empty());
    others
        .map(|(_, word, label)| ((*word).to_owned(), label().to_owned()))
        .collect()
}

/// The choices with their values.
pub(super) fn named(choices: &[RunChoice]) -> Vec<(String, String)> {
    let pair = |choice: &RunChoice| (choice.value.clone(), choice.label.clone());
    choices.iter().map(pair).collect()
}

/// The operations, by summary and by method and path.
pub(super) fn operations(choices: &RunChoices) -> Vec<(String, String)> {
    let name = |choice: &RunChoice| match choice.label.is_empty() {
        true => choice.value.clone(),
        false => format!("{} ({})", choice.label, choice.value),
    };
    let all = choices.operations.iter();
    all.map(|choice| (choice.value.clone(), name(choice)))
        .collect()
}

/// The connections, also those that are deleted.
pub(super) fn connections(choices: &RunChoices) -> Vec<(String, String)> {
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
