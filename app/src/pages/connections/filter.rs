//! Which connections an address asks for, so that Back and a bookmark lead to the list as it was.

use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::api::connection_list::{ConnectionQuery, ConnectionsWanted};
use crate::pages::filter::{self, Choice, ListFilter, Other, asked_for, word_of};
use crate::routes::CONNECTIONS;
use crate::texts::connections as t;

/// The states as the address and the page name them.
const STATES: [Choice<ConnectionsWanted>; 3] = [
    (ConnectionsWanted::Any, "", t::all),
    (ConnectionsWanted::Good, "good", t::good),
    (ConnectionsWanted::Troubled, "troubled", t::to_mend),
];

/// The connections that an address asks for.
pub(super) fn query(address: &ParamsMap) -> ConnectionQuery {
    ConnectionQuery {
        wanted: asked_for(&STATES, &address.get("wanted").unwrap_or_default()),
        search: address.get("search").unwrap_or_default(),
        before: address.get("before").filter(|text| !text.is_empty()),
    }
}

/// The address of a list; what is as usual is left out.
pub(super) fn address(query: &ConnectionQuery) -> String {
    let parts = [
        ("wanted", word_of(&STATES, &query.wanted)),
        ("search", &query.search),
        ("before", query.before.as_deref().unwrap_or_default()),
    ];
    filter::address(CONNECTIONS, &parts)
}

/// The filters.
#[component]
pub(super) fn Filter(
    /// What is asked for now.
    query: ConnectionQuery,
) -> impl IntoView {
    let other = |(wanted, _, label): Choice<ConnectionsWanted>| Other {
        address: address(&ConnectionQuery {
            wanted,
            before: None,
            ..query.clone()
        }),
        label: label(),
        is_current: wanted == query.wanted,
    };
    let others = STATES.map(other).into();
    let kept = vec![("wanted", word_of(&STATES, &query.wanted).to_owned())];
    view! {
        <ListFilter path=CONNECTIONS label=t::search_the_connections() placeholder=t::search_name_or_connector()
            button=t::search() search=query.search kept links=t::which_connections() others/>
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
