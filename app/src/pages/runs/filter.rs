//! Which runs an address asks for, so that Back and a bookmark lead to the list as it was.

use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::api::runs::{RunQuery, RunsWanted};
use crate::components::{Button, ButtonKind, TextInput};
use crate::routes::encoded;
use crate::texts::runs as t;

/// A text, once the language is known.
type Label = fn() -> &'static str;

/// The endings as the address and the page name them.
const ENDINGS: [(RunsWanted, &str, Label); 4] = [
    (RunsWanted::Any, "", t::all),
    (RunsWanted::Succeeded, "succeeded", t::succeeded),
    (RunsWanted::Failed, "failed", t::failed),
    (
        RunsWanted::Contradicting,
        "contradicting",
        t::not_as_the_definition_says,
    ),
];

/// The runs that an address asks for.
pub(super) fn query(address: &ParamsMap) -> RunQuery {
    let wanted = address.get("wanted").unwrap_or_default();
    let wanted = ENDINGS.iter().find(|(_, word, _)| *word == wanted);
    let filled = |name| address.get(name).filter(|text| !text.is_empty());
    RunQuery {
        connector: filled("connector"),
        wanted: wanted.map(|(wanted, _, _)| *wanted).unwrap_or_default(),
        search: address.get("search").unwrap_or_default(),
        before: filled("before"),
    }
}

/// The address of a list; what is as usual is left out.
pub(super) fn address(query: &RunQuery) -> String {
    let wanted = ENDINGS
        .iter()
        .find(|(wanted, _, _)| *wanted == query.wanted);
    let parts = [
        ("connector", query.connector.as_deref().unwrap_or_default()),
        (
            "wanted",
            wanted.map(|(_, word, _)| *word).unwrap_or_default(),
        ),
        ("search", &query.search),
        ("before", query.before.as_deref().unwrap_or_default()),
    ];
    let named = parts.into_iter().filter(|(_, value)| !value.is_empty());
    let parts: Vec<_> = named
        .map(|(name, value)| format!("{name}={}", encoded(value, b"-_.~")))
        .collect();
    match parts.is_empty() {
        true => "/runs".to_owned(),
        false => format!("/runs?{}", parts.join("&")),
    }
}

/// The filters. They are links and a form that is sent by its address, so that they work before the WASM arrives.
#[component]
pub(super) fn Filter(
    /// What is asked for now.
    query: RunQuery,
) -> impl IntoView {
    let search = RwSignal::new(query.search.clone());
    let word = ENDINGS
        .iter()
        .find(|(wanted, _, _)| *wanted == query.wanted);
    let word = word.map(|(_, word, _)| *word).unwrap_or_default();
    let links: Vec<_> = ENDINGS
        .iter()
        .map(|(wanted, _, label)| {
            let current = (*wanted == query.wanted).then_some("true");
            let other = RunQuery {
                wanted: *wanted,
                before: None,
                ..query.clone()
            };
            view! { <a class="runs-ending" href=address(&other) aria-current=current>{label()}</a> }
        })
        .collect();
    view! {
        <div class="list-bar">
            <form class="runs-search" method="get" action="/runs" role="search" aria-label=t::search_the_runs()>
                {query.connector.map(|connector| view! { <input type="hidden" name="connector" value=connector/> })}
                {(!word.is_empty()).then(|| view! { <input type="hidden" name="wanted" value=word/> })}
                <TextInput kind="search" label=t::search_operation_or_url() name="search"
                    placeholder=t::search_operation_or_url() value=search/>
                <Button kind=ButtonKind::Secondary submit=true>{t::search()}</Button>
            </form>
            <nav class="runs-endings" aria-label=t::which_runs()>{links}</nav>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use leptos_router::params::ParamsMap;

    use super::{address, query};
    use crate::api::runs::{RunQuery, RunsWanted};

    #[test]
    fn an_address_leads_to_the_list_that_it_was_made_of() {
        let all = RunQuery::default();
        assert_eq!(address(&all), "/runs");
        let some = RunQuery {
            connector: Some("c-1".to_owned()),
            wanted: RunsWanted::Contradicting,
            search: "oak & ash".to_owned(),
            before: Some("r-9".to_owned()),
        };
        let written = "/runs?connector=c-1&wanted=contradicting&search=oak%20%26%20ash&before=r-9";
        assert_eq!(address(&some), written);
        let mut read = ParamsMap::new();
        for (name, value) in [
            ("connector", "c-1"),
            ("wanted", "contradicting"),
            ("search", "oak & ash"),
            ("before", "r-9"),
        ] {
            read.insert(name, value.to_owned());
        }
        assert_eq!(query(&read), some);
        assert_eq!(query(&ParamsMap::new()), all);
    }
}
