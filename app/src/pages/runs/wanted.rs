//! Which runs an address asks for, so that Back, a reload and a bookmark lead to the list as it was.

use leptos_router::params::ParamsMap;

use super::moment;
use crate::api::runs::{RunQuery, RunsWanted, Within};
use crate::pages::filter::{self, Choice, asked_for, word_of};
use crate::texts::runs as t;

/// The path of the list.
pub(super) const PATH: &str = "/runs";

/// How many of the endings are links above the list; all are in the form.
pub(super) const LINKS: usize = 4;

/// The endings as the address and the page name them.
pub(super) const ENDINGS: [Choice<RunsWanted>; 12] = [
    (RunsWanted::Any, "", t::all),
    (RunsWanted::Succeeded, "succeeded", t::succeeded),
    (RunsWanted::Failed, "failed", t::failed),
    (
        RunsWanted::Contradicting,
        "contradicting",
        t::not_as_the_definition_says,
    ),
    (RunsWanted::Of2xx, "2xx", t::responses_of_2xx),
    (RunsWanted::Of3xx, "3xx", t::responses_of_3xx),
    (RunsWanted::Of4xx, "4xx", t::responses_of_4xx),
    (RunsWanted::Of5xx, "5xx", t::responses_of_5xx),
    (RunsWanted::Spoilt, "policy-failed", t::a_policy_failed),
    (RunsWanted::Unanswered, "no-response", t::no_response),
    (RunsWanted::Cancelled, "cancelled", t::cancelled),
    (RunsWanted::Stopped, "not-sent", t::not_sent),
];

/// How far back, as the address and the page name it.
pub(super) const PASTS: [Choice<Within>; 4] = [
    (Within::Ever, "", t::ever),
    (Within::Hour, "1h", t::last_hour),
    (Within::Day, "24h", t::last_24_hours),
    (Within::Week, "7d", t::last_7_days),
];

/// The runs that an address asks for.
pub(super) fn query(address: &ParamsMap) -> RunQuery {
    let filled = |name| address.get(name).filter(|text| !text.is_empty());
    let word = |name| address.get(name).unwrap_or_default();
    RunQuery {
        connector: filled("connector"),
        operation: filled("operation"),
        person: filled("person"),
        connection: filled("connection"),
        version: filled("version").and_then(|text| text.parse().ok()),
        within: asked_for(&PASTS, &word("within")),
        from: filled("from").and_then(|text| moment::read(&text)),
        until: filled("until").and_then(|text| moment::read(&text)),
        wanted: asked_for(&ENDINGS, &word("wanted")),
        search: word("search"),
        before: filled("before"),
    }
}

/// The address of a list; what is as usual is left out.
pub(super) fn address(query: &RunQuery) -> String {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let moment = |value: Option<i64>| value.map(moment::written).unwrap_or_default();
    let version = query.version.map(|number| number.to_string());
    let parts = [
        ("connector", text(&query.connector)),
        ("operation", text(&query.operation)),
        ("person", text(&query.person)),
        ("connection", text(&query.connection)),
        ("version", version.unwrap_or_default()),
        ("within", word_of(&PASTS, &query.within).to_owned()),
        ("from", moment(query.from)),
        ("until", moment(query.until)),
        ("wanted", word_of(&ENDINGS, &query.wanted).to_owned()),
        ("search", query.search.clone()),
        ("before", text(&query.before)),
    ];
    let parts = parts
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    filter::address(PATH, &parts)
}

#[cfg(test)]
mod tests {
    use leptos_router::params::ParamsMap;

    use super::{address, query};
    use crate::api::runs::{RunQuery, RunsWanted, Within};

    #[test]
    fn an_address_leads_to_the_list_that_it_was_made_of() {
        let all = RunQuery::default();
        assert_eq!(address(&all), "/runs");
        let some = RunQuery {
            connector: Some("c-1".to_owned()),
            operation: Some("GET /oak".to_owned()),
            person: Some("p-1".to_owned()),
            connection: Some("k-1".to_owned()),
            version: Some(3),
            within: Within::Day,
            from: Some(951_826_500_000),
            until: Some(1_735_689_540_000),
            wanted: RunsWanted::Of4xx,
            search: "oak & ash".to_owned(),
            before: Some("r-9".to_owned()),
        };
        let written = "/runs?connector=c-1&operation=GET%20%2Foak&person=p-1&connection=k-1&version=3&within=24h\
                       &from=2000-02-29T12%3A15Z&until=2024-12-31T23%3A59Z&wanted=4xx&search=oak%20%26%20ash&before=r-9";
        assert_eq!(address(&some), written);
        let mut read = ParamsMap::new();
        for (name, value) in [
            ("connector", "c-1"),
            ("operation", "GET /oak"),
            ("person", "p-1"),
            ("connection", "k-1"),
            ("version", "3"),
            ("within", "24h"),
            ("from", "2000-02-29T12:15Z"),
            ("until", "2024-12-31T23:59Z"),
            ("wanted", "4xx"),
            ("search", "oak & ash"),
            ("before", "r-9"),
        ] {
            read.insert(name, value.to_owned());
        }
        assert_eq!(query(&read), some);
        assert_eq!(query(&ParamsMap::new()), all);
        // A form that is sent before the WASM is there names every field.
        let mut empty = ParamsMap::new();
        for name in ["connector", "version", "from", "wanted", "within"] {
            empty.insert(name, String::new());
        }
        assert_eq!(query(&empty), all);
    }
}
