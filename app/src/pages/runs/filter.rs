//! Which runs an address asks for, so that Back and a bookmark lead to the list as it was.

use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::api::runs::{RunQuery, RunsWanted};
use crate::pages::filter::{self, Choice, ListFilter, Other, asked_for, word_of};
use crate::texts::runs as t;

/// The endings as the address and the page name them.
const ENDINGS: [Choice<RunsWanted>; 4] = [
    (RunsWanted::Any, "", t::all),
    (RunsWanted::Succeeded, "succeeded", t::succeeded),
    (RunsWanted::Failed, "failed", t::failed),
    (
        RunsWanted::Contradicting,
        "contradicting",
        t::not_as_the_definition_says,
    ),
];

const PATH: &str = "/runs";

/// The runs that an address asks for.
pub(super) fn query(address: &ParamsMap) -> RunQuery {
    let filled = |name| address.get(name).filter(|text| !text.is_empty());
    RunQuery {
        connector: filled("connector"),
        wanted: asked_for(&ENDINGS, &address.get("wanted").unwrap_or_default()),
        search: address.get("search").unwrap_or_default(),
        before: filled("before"),
    }
}

/// The address of a list; what is as usual is left out.
pub(super) fn address(query: &RunQuery) -> String {
    let parts = [
        ("connector", query.connector.as_deref().unwrap_or_default()),
        ("wanted", word_of(&ENDINGS, &query.wanted)),
        ("search", &query.search),
        ("before", query.before.as_deref().unwrap_or_default()),
    ];
    filter::address(PATH, &parts)
}

/// The filters.
#[component]
pub(super) fn Filter(
    /// What is asked for now.
    query: RunQuery,
) -> impl IntoView {
    let other = |(wanted, _, label): Choice<RunsWanted>| Other {
        address: address(&RunQuery {
            wanted,
            before: None,
            ..query.clone()
        }),
        label: label(),
        is_current: wanted == query.wanted,
    };
    let others = ENDINGS.map(other).into();
    let kept = vec![
        ("connector", query.connector.clone().unwrap_or_default()),
        ("wanted", word_of(&ENDINGS, &query.wanted).to_owned()),
    ];
    view! {
        <ListFilter path=PATH label=t::search_the_runs() placeholder=t::search_operation_or_url()
            button=t::search() search=query.search kept links=t::which_runs() others/>
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
