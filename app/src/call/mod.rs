//! A call as it went: the response, what each policy did, and the request as sent.

mod body;
mod check;
mod command;
mod policies;
mod redirects;

use leptos::prelude::*;
use tenon_connector::document::Edit;

use self::body::{Body, Download};
use self::check::Check;
use self::command::Command;
use self::policies::Policies;
use self::redirects::Redirects;

use crate::api::calls::{
    CallCourse, CallExchange, CallOutcome, CallRequest, CallTimings, CallTranscript, PollReport,
    ReceivedResponse, SentRequest,
};
use crate::components::JsonBlock;
use crate::language::decimal;
use crate::texts::calls as t;

/// The call.
#[component]
pub fn Transcript(
    /// The call as it was asked for, where its owner may have it as a command with secrets.
    #[prop(optional)]
    asked: Option<CallRequest>,
    /// The call as it went.
    transcript: CallTranscript,
    /// Makes the definition fit; whether that was done. None where there is no definition to change.
    #[prop(optional)]
    on_fit: Option<Callback<Vec<Edit>, bool>>,
) -> impl IntoView {
    let CallTranscript {
        policies,
        course,
        renewed,
        run,
        shared,
    } = transcript;
    // A kept run does not name itself.
    let not_kept = (asked.is_some() && run.is_none()).then(|| {
        view! { <p class="form-note">{t::call_was_not_kept()}</p> }
    });
    // The command with secrets is for the owner of the connection alone.
    let asked = asked.filter(|_| shared.is_none());
    let shared = shared.map(|shared| {
        view! { <p class="form-note">{t::made_with_the_connection(&shared.name, &shared.owner)}</p> }
    });
    let renewed = renewed.then(|| {
        view! { <p class="form-note">{t::token_was_renewed()}</p> }
    });
    let policies = (!policies.is_empty()).then(|| view! { <Policies policies/> }.into_any());
    match course {
        CallCourse::Stopped(reason) => view! {
            {shared}
            <Failed title=t::the_call_was_not_made() reason/>
            {not_kept}
            {policies}
        }
        .into_any(),
        CallCourse::Sent(exchange) => {
            let CallExchange {
                request,
                redirects,
                outcome,
                milliseconds,
                timings,
            } = *exchange;
            let redirects = (!redirects.is_empty()).then(|| view! { <Redirects redirects/> });
            view! {
                {shared}
                {renewed}
                {not_kept}
                {outcome_of(outcome, (milliseconds, timings), on_fit)}
                {policies}
                <Request asked request/>
                {redirects}
            }
            .into_any()
        }
    }
}

fn outcome_of(
    outcome: CallOutcome,
    (milliseconds, timings): (u64, Option<CallTimings>),
    on_fit: Option<Callback<Vec<Edit>, bool>>,
) -> AnyView {
    match outcome {
        CallOutcome::Answered(response) => {
            view! { <Response title=t::response() response milliseconds timings on_fit/> }.into_any()
        }
        CallOutcome::Spoilt { response, reason } => view! {
            <Failed title=t::a_policy_failed_on_the_response() reason/>
            <Response title=t::response_as_the_service_sent_it() response milliseconds timings on_fit/>
        }
        .into_any(),
        CallOutcome::Cut { response, reason } => view! {
            <Failed title=t::the_body_could_not_be_read() reason/>
            <Response title=t::response_without_its_body() response milliseconds timings on_fit is_cut=true/>
        }
        .into_any(),
        CallOutcome::Failed(reason) => view! { <Failed title=t::no_response() reason/> }.into_any(),
        CallOutcome::Cancelled(reason) => {
            view! { <Failed title=crate::texts::test::the_call_was_cancelled() reason/> }.into_any()
        }
    }
}

#[component]
fn Failed(
    /// What failed.
    title: &'static str,
    /// Why, and what to do.
    reason: String,
) -> impl IntoView {
    view! {
        <div class="call-failed" role="alert">
            <h2>{title}</h2>
            <p>{reason}</p>
        </div>
    }
}

/// What the answer of a polling trigger holds.
#[component]
fn Poll(
    /// What it holds.
    report: PollReport,
) -> impl IntoView {
    match report {
        PollReport::Found {
            items,
            next,
            next_page,
        } => view! {
            <div class="call-poll">
                <p>
                    {match items {
                        1 => t::the_poll_found_1_item().to_owned(),
                        count => t::the_poll_found_items(&count),
                    }}
                    {t::the_first_poll_finds_only_what_is()}
                </p>
                <p class="call-url">{t::the_next_poll_asks()} <code>{next}</code></p>
                {next_page.map(|link| view! { <p class="call-url">{t::the_next_page_of_this_poll_is()} <code>{link}</code></p> })}
            </div>
        }
        .into_any(),
        PollReport::Unreadable(reason) => {
            view! { <Failed title=t::the_poll_could_not_be_read() reason/> }.into_any()
        }
    }
}

#[component]
fn Response(
    /// What it is called.
    title: &'static str,
    /// The response.
    response: ReceivedResponse,
    /// How long the call took.
    milliseconds: u64,
    /// How long each part of it took.
    timings: Option<CallTimings>,
    /// Makes the definition fit.
    on_fit: Option<Callback<Vec<Edit>, bool>>,
    /// Whether its body did not come whole, so that there is nothing to say of it.
    #[prop(optional)]
    is_cut: bool,
) -> impl IntoView {
    let class = match response.status {
        200..=299 => "badge badge-good",
        300..=399 => "badge",
        _ => "badge badge-bad",
    };
    let status = format!("{} {}", response.status, response.reason);
    let size = size_in_words(response.size);
    let content_type = content_type(&response.headers);
    let body = (!is_cut).then_some(response.body.clone());
    view! {
        <section class="call-part" aria-labelledby="call-response">
            <header>
                <h2 id="call-response">{title}</h2>
                <span class=class>{status.trim_end().to_owned()}</span>
                <span class="call-figure">{milliseconds} " ms"</span>
                {(!is_cut).then(|| view! { <span class="call-figure">{size}</span> })}
                <Download body=response.body file_name=response.file_name/>
            </header>
            {timings.map(|timings| view! { <p class="call-timings">{in_words(timings)}</p> })}
            {response.poll.map(|report| view! { <Poll report/> })}
            {body.map(|body| view! { <Body body content_type size=response.size/> })}
            <Headers headers=response.headers/>
        </section>
        {response.check.map(|check| view! { <Check check on_fit/> })}
    }
}

#[component]
fn Request(
    /// The call as it was asked for.
    asked: Option<CallRequest>,
    /// The request as sent.
    request: SentRequest,
) -> impl IntoView {
    let method_class = format!("method method-{}", request.method.to_lowercase());
    view! {
        <section class="call-part" aria-labelledby="call-request">
            <header>
                <h2 id="call-request">{t::request_as_sent()}</h2>
                <Command request=asked curl=request.curl/>
            </header>
            <p class="call-url">
                <span class=method_class>{request.method}</span>
                <code>{request.url}</code>
            </p>
            {request.body.map(|text| view! { <JsonBlock text label=t::body_of_the_request()/> })}
            <Headers headers=request.headers/>
        </section>
    }
}

#[component]
fn Headers(
    /// The headers.
    headers: Vec<(String, String)>,
) -> impl IntoView {
    let count = headers.len();
    let rows: Vec<_> = headers
        .into_iter()
        .map(|(name, value)| view! { <tr><th scope="row">{name}</th><td>{value}</td></tr> })
        .collect();
    view! {
        <details class="call-headers" open>
            <summary>{t::headers()} {count} ")"</summary>
            <table><tbody>{rows}</tbody></table>
        </details>
    }
}

/// The first `Content-Type`; empty where there is none.
fn content_type(headers: &[(String, String)]) -> String {
    let mut headers = headers.iter();
    let found = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    found.map_or_else(String::new, |(_, value)| value.clone())
}

/// How long each part of an exchange took.
fn in_words(timings: CallTimings) -> String {
    let part = |name: &str, micros: u64| {
        let time = format!("{name} {}.{} ms", micros / 1000, micros % 1000 / 100);
        decimal(&time)
    };
    let mut parts = Vec::new();
    if timings.lookup + timings.connect + timings.encrypt == 0 {
        // It was kept from a call before, or Tenon itself answered.
        parts.push(t::no_new_connection().to_owned());
    } else {
        parts.push(part(t::name_looked_up(), timings.lookup));
        parts.push(part(t::connected(), timings.connect));
        if timings.encrypt > 0 {
            parts.push(part(t::encrypted(), timings.encrypt));
        }
    }
    parts.push(part(t::response_begun(), timings.first_byte));
    parts.push(part(t::body_read(), timings.body));
    parts.join(", ")
}

fn size_in_words(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => decimal(&format!(
            "{}.{} KiB",
            bytes / 1024,
            bytes % 1024 * 10 / 1024
        )),
        _ => decimal(&format!(
            "{}.{} MiB",
            bytes / 1_048_576,
            bytes % 1_048_576 * 10 / 1_048_576
        )),
    }
}
