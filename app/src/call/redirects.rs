//! Where a service sent a call on to, hop by hop, and what went along.

use leptos::prelude::*;

use crate::api::calls::{CallRedirect, Carried};
use crate::texts::calls as t;

/// The redirects of a call, in the order in which they were answered.
#[component]
pub(super) fn Redirects(
    /// The redirects.
    redirects: Vec<CallRedirect>,
) -> impl IntoView {
    let count = redirects.len();
    let steps: Vec<_> = redirects.into_iter().map(step).collect();
    view! {
        <section class="call-part" aria-labelledby="call-redirects">
            <header>
                <h2 id="call-redirects">{t::redirects()}</h2>
                <span class="call-figure">{count}</span>
            </header>
            <ol class="policy-steps">{steps}</ol>
        </section>
    }
}

fn step(redirect: CallRedirect) -> impl IntoView {
    let method_class = format!("method method-{}", redirect.method.to_lowercase());
    let verb = match redirect.asked == redirect.method {
        true => t::the_verb_stays(&redirect.method),
        false => t::the_verb_changes(&redirect.asked, &redirect.method),
    };
    let body = match redirect.body {
        Carried::Absent => t::there_was_no_body_to_send_on(),
        Carried::Kept => t::the_body_is_sent_on(),
        Carried::Dropped => t::the_body_is_not_sent_on(),
    };
    let credentials = match redirect.credentials {
        Carried::Absent => t::no_header_carried_credentials(),
        Carried::Kept => t::the_credentials_are_sent_on(),
        Carried::Dropped => t::the_credentials_are_not_sent_on(),
    };
    let status = format!("{} {}", redirect.status, redirect.reason);
    view! {
        <li>
            <p class="policy-name">
                <span class="badge">{status.trim_end().to_owned()}</span>
                <code>{format!("Location: {}", redirect.location)}</code>
            </p>
            <p class="call-url">
                <span class=method_class>{redirect.method}</span>
                <code>{redirect.url}</code>
            </p>
            <p class="form-note">{verb} " " {body} " " {credentials}</p>
        </li>
    }
}
