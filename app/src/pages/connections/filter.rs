//! Which connections an address asks for, so that Back and a bookmark lead to the list as it was.

use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::api::connection_list::{ConnectionQuery, ConnectionsWanted};
use crate::components::{Button, ButtonKind, TextInput};
use crate::routes::{CONNECTIONS, encoded};
use crate::texts::connections as t;

/// A text, once the language is known.
type Label = fn() -> &'static str;

/// The states as the address and the page name them.
const STATES: [(ConnectionsWanted, &str, Label); 3] = [
    (ConnectionsWanted::Any, "", t::all),
    (ConnectionsWanted::Good, "good", t::good),
    (ConnectionsWanted::Troubled, "troubled", t::to_mend),
];

/// The connections that an address asks for.
pub(super) fn query(address: &ParamsMap) -> ConnectionQuery {
    let wanted = address.get("wanted").unwrap_or_default();
    let wanted = STATES.iter().find(|(_, word, _)| *word == wanted);
    ConnectionQuery {
        wanted: wanted.map(|(wanted, _, _)| *wanted).unwrap_or_default(),
        search: address.get("search").unwrap_or_default(),
        before: address.get("before").filter(|text| !text.is_empty()),
    }
}

fn word_of(query: &ConnectionQuery) -> &'static str {
    let found = STATES.iter().find(|(wanted, _, _)| *wanted == query.wanted);
    found.map(|(_, word, _)| *word).unwrap_or_default()
}

/// The address of a list; what is as usual is left out.
pub(super) fn address(query: &ConnectionQuery) -> String {
    let parts = [
        ("wanted", word_of(query)),
        ("search", &query.search),
        ("before", query.before.as_deref().unwrap_or_default()),
    ];
    let named = parts.into_iter().filter(|(_, value)| !value.is_empty());
    let parts: Vec<_> = named
        .map(|(name, value)| format!("{name}={}", encoded(value, b"-_.~")))
        .collect();
    match parts.is_empty() {
        true => CONNECTIONS.to_owned(),
        false => format!("{CONNECTIONS}?{}", parts.join("&")),
    }
}

/// The filters. They are links and a form that is sent by its address, so that they work before the WASM arrives.
#[component]
pub(super) fn Filter(
    /// What is asked for now.
    query: ConnectionQuery,
) -> impl IntoView {
    let search = RwSignal::new(query.search.clone());
    let word = word_of(&query);
    let links: Vec<_> = STATES
        .iter()
        .map(|(wanted, _, label)| {
            let current = (*wanted == query.wanted).then_some("true");
            let other = ConnectionQuery {
                wanted: *wanted,
                before: None,
                ..query.clone()
            };
            view! { <a class="runs-ending" href=address(&other) aria-current=current>{label()}</a> }
        })
        .collect();
    view! {
        <div class="list-bar">
            <form class="runs-search" method="get" action=CONNECTIONS role="search"
                aria-label=t::search_the_connections()>
                {(!word.is_empty()).then(|| view! { <input type="hidden" name="wanted" value=word/> })}
                <TextInput kind="search" label=t::search_name_or_connector() name="search"
                    placeholder=t::search_name_or_connector() value=search/>
                <Button kind=ButtonKind::Secondary submit=true>{t::search()}</Button>
            </form>
            <nav class="runs-endings" aria-label=t::which_connections()>{links}</nav>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use leptos_router::params::ParamsMap;

    use super::{address, query};
    use crate::api::connection_list::{ConnectionQuery, ConnectionsWanted};

    #[test]
    fn an_address_leads_to_the_list_that_it_was_made_of() {
        let all = ConnectionQuery::default();
        assert_eq!(address(&all), "/connections");
        let some = ConnectionQuery {
            wanted: ConnectionsWanted::Troubled,
            search: "oak & ash".to_owned(),
            before: Some("c-9".to_owned()),
        };
        let written = "/connections?wanted=troubled&search=oak%20%26%20ash&before=c-9";
        assert_eq!(address(&some), written);
        let mut read = ParamsMap::new();
        for (name, value) in [
            ("wanted", "troubled"),
            ("search", "oak & ash"),
            ("before", "c-9"),
        ] {
            read.insert(name, value.to_owned());
        }
        assert_eq!(query(&read), some);
        assert_eq!(query(&ParamsMap::new()), all);
    }
}
