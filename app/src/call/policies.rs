//! What each policy did to a call: each part that it changed, before and after.

use crate::texts::calls as t;
use leptos::prelude::*;
use tenon_connector::policy::run::{Change, Outcome, Part, Trace};

/// The policies of a call, in the order in which they ran.
#[component]
pub(super) fn Policies(
    /// What each did.
    policies: Vec<Trace>,
) -> impl IntoView {
    let count = policies.len();
    let steps: Vec<_> = policies.into_iter().map(policy).collect();
    view! {
        <section class="call-part" aria-labelledby="call-policies">
            <header>
                <h2 id="call-policies">{t::policies()}</h2>
                <span class="call-figure">{count}</span>
            </header>
            <ol class="policy-steps">{steps}</ol>
        </section>
    }
}

fn policy(trace: Trace) -> impl IntoView {
    let Trace {
        policy,
        outcome,
        changes,
        notes,
    } = trace;
    let (class, word, reason) = match outcome {
        Outcome::Applied if changes.is_empty() => ("badge", t::nothing_changed(), None),
        Outcome::Applied => ("badge badge-good", t::applied(), None),
        Outcome::Foreseen { reason } => ("badge", t::on_the_platform(), Some(reason)),
        Outcome::Skipped { reason } => ("badge", t::skipped(), Some(reason)),
        Outcome::Failed { error } => ("badge badge-bad", t::failed(), Some(error)),
    };
    let template = (policy.template != policy.title).then_some(policy.template);
    let rows: Vec<_> = changes.into_iter().map(change).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t::part()}</th>
                        <th scope="col">{t::before()}</th>
                        <th scope="col">{t::after()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let lines: Vec<_> = reason
        .into_iter()
        .chain(notes)
        .map(|text| view! { <p class="form-note">{text}</p> })
        .collect();
    view! {
        <li>
            <p class="policy-name">
                <strong>{policy.title}</strong>
                {template.map(|template| view! { <code>{template}</code> })}
                <span class=class>{word}</span>
            </p>
            {lines}
            {table}
        </li>
    }
}

fn change(change: Change) -> impl IntoView {
    let part = match change.part {
        Part::Method => t::verb().to_owned(),
        Part::Url => t::url().to_owned(),
        Part::Header { name } => t::header(&name),
        Part::Body { path } => path,
        Part::Answer { method, url } => t::answer_of(&format!("{method} {url}")),
        Part::Connection => t::status_of_the_connection().to_owned(),
    };
    view! {
        <tr>
            <th scope="row">{part}</th>
            <td data-label=t::before()>{value(change.before)}</td>
            <td data-label=t::after()>{value(change.after)}</td>
        </tr>
    }
}

fn value(text: Option<String>) -> AnyView {
    match text {
        Some(text) => view! { <code>{text}</code> }.into_any(),
        None => view! { <span class="call-figure">{t::not_there()}</span> }.into_any(),
    }
}
