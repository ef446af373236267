//! What services answered a connector, against what its newest version says.

use leptos::prelude::*;
use tenon_connector::validate::{DriftCount, Place};

use crate::api::runs::{ConnectorDrift, OperationDrift};
use crate::language::Language;
use crate::texts::{findings, runs as t};

/// How many places of an operation are shown.
const SHOWN: usize = 8;

/// The drift of a connector, operation by operation.
#[component]
pub(super) fn DriftPanel(
    /// The connector.
    connector: ConnectorDrift,
) -> impl IntoView {
    let ConnectorDrift {
        title,
        version,
        operations,
    } = connector;
    let nothing = operations.is_empty().then(|| {
        view! { <p class="form-note">{t::no_response_to_this_version_was_kept()}</p> }
    });
    let rows: Vec<_> = operations.into_iter().map(operation).collect();
    view! {
        <section class="card runs-drift" aria-labelledby="runs-drift">
            <h2 id="runs-drift">{title}{t::what_came_back_against_version()} {version}</h2>
            {nothing}
            <ul>{rows}</ul>
        </section>
    }
}

fn operation(row: OperationDrift) -> impl IntoView {
    let OperationDrift { operation, drift } = row;
    let (class, word) = match drift.contradicting {
        0 => ("badge badge-good", t::as_defined(&drift.answers)),
        count => (
            "badge badge-bad",
            t::of_not_as_defined(&count, &drift.answers),
        ),
    };
    let mut counts = drift.counts;
    counts.sort_by_key(|count| (count.place.severity, std::cmp::Reverse(count.answers)));
    let more = counts.len().saturating_sub(SHOWN);
    counts.truncate(SHOWN);
    let places: Vec<_> = counts.into_iter().map(place).collect();
    view! {
        <li>
            <p><code>{operation}</code>" "<span class=class>{word}</span></p>
            {(!places.is_empty()).then(|| view! { <ul>{places}</ul> })}
            {(more > 0).then(|| view! { <p class="form-note">{t::and_more_places(&more)}</p> })}
        </li>
    }
}

fn place(count: DriftCount) -> impl IntoView {
    let place = match count.place.place {
        Place::Status => t::status(&count.place.status),
        Place::ContentType => t::content_type().to_owned(),
        Place::Header(name) => t::header(&name),
        Place::Body(pointer) if pointer.is_empty() => t::body().to_owned(),
        Place::Body(pointer) => pointer,
    };
    let kind = findings::of_kind(count.place.kind);
    let kind = match Language::current() {
        Language::English => kind.to_lowercase(),
        Language::German => kind,
    };
    view! {
        <li class="form-note">
            <code>{place}</code>
            {format!(": {kind} ({})", count.answers)}
        </li>
    }
}
