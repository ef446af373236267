//! What services answered a connector, against what its newest version says.

use leptos::prelude::*;
use tenon_connector::validate::{DriftCount, Place};

use crate::api::runs::{ConnectorDrift, OperationDrift};

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
        view! { <p class="form-note">"No response to this version was kept yet."</p> }
    });
    let rows: Vec<_> = operations.into_iter().map(operation).collect();
    view! {
        <section class="card runs-drift" aria-labelledby="runs-drift">
            <h2 id="runs-drift">{title}": what came back, against version " {version}</h2>
            {nothing}
            <ul>{rows}</ul>
        </section>
    }
}

fn operation(row: OperationDrift) -> impl IntoView {
    let OperationDrift { operation, drift } = row;
    let (class, word) = match drift.contradicting {
        0 => ("badge badge-good", format!("{} as defined", drift.answers)),
        count => (
            "badge badge-bad",
            format!("{count} of {} not as defined", drift.answers),
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
            {(more > 0).then(|| view! { <p class="form-note">"And " {more} " more places."</p> })}
        </li>
    }
}

fn place(count: DriftCount) -> impl IntoView {
    let place = match count.place.place {
        Place::Status => format!("Status {}", count.place.status),
        Place::ContentType => "Content type".to_owned(),
        Place::Header(name) => format!("Header {name}"),
        Place::Body(pointer) if pointer.is_empty() => "Body".to_owned(),
        Place::Body(pointer) => pointer,
    };
    view! {
        <li class="form-note">
            <code>{place}</code>
            {format!(": {} ({})", count.place.kind.label().to_lowercase(), count.answers)}
        </li>
    }
}
