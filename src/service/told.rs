//! How a call went, in the words of the app.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use tenon_app::api::calls::{
    BinaryBody, CallCourse, CallExchange, CallOutcome, CallRedirect, CallTimings, CallTranscript,
    Carried, PollReport, ReceivedResponse, ResponseBody, ResponseCheck, SchemaFit, SentRequest,
};

use crate::egress::{self, Phases};
use crate::runtime::{
    Answer, Content, Course, Exchange, Handed, Mending, Outcome, Poll, Redirect, Transcript,
    Verdict,
};

/// What the person who asked for a call gets to see of it.
pub(super) fn told(transcript: Transcript) -> CallTranscript {
    CallTranscript {
        policies: transcript.policies,
        course: match transcript.course {
            Course::Stopped(reason) => CallCourse::Stopped(reason),
            Course::Sent(exchange) => CallCourse::Sent(Box::new(exchanged(*exchange))),
        },
        run: None,
        renewed: false,
        shared: None,
    }
}

fn exchanged(exchange: Exchange) -> CallExchange {
    let sent = exchange.request;
    CallExchange {
        request: SentRequest {
            method: sent.method.to_owned(),
            url: sent.url,
            headers: sent.headers,
            body: sent.body,
            curl: sent.curl,
        },
        redirects: exchange.redirects.into_iter().map(redirected).collect(),
        outcome: match exchange.outcome {
            Outcome::Answered(answer) => CallOutcome::Answered(received(answer)),
            Outcome::Spoilt { answer, reason } => CallOutcome::Spoilt {
                response: received(answer),
                reason,
            },
            Outcome::Cut { answer, reason } => CallOutcome::Cut {
                response: received(answer),
                reason,
            },
            Outcome::Failed(reason) => CallOutcome::Failed(reason),
            Outcome::Cancelled(reason) => CallOutcome::Cancelled(reason),
        },
        milliseconds: u64::try_from(exchange.elapsed.as_millis()).unwrap_or(u64::MAX),
        timings: exchange.phases.map(timed),
    }
}

fn redirected(redirect: Redirect) -> CallRedirect {
    let carried = |part| match part {
        egress::Carried::Absent => Carried::Absent,
        egress::Carried::Kept => Carried::Kept,
        egress::Carried::Dropped => Carried::Dropped,
    };
    CallRedirect {
        status: redirect.status,
        reason: redirect.reason.to_owned(),
        location: redirect.location,
        asked: redirect.asked,
        method: redirect.method,
        url: redirect.url,
        body: carried(redirect.body),
        credentials: carried(redirect.credentials),
    }
}

fn timed(phases: Phases) -> CallTimings {
    let micros = |part: Duration| u64::try_from(part.as_micros()).unwrap_or(u64::MAX);
    CallTimings {
        lookup: micros(phases.lookup),
        connect: micros(phases.connect),
        encrypt: micros(phases.encrypt),
        first_byte: micros(phases.first_byte),
        body: micros(phases.body),
    }
}

fn received(answer: Answer) -> ReceivedResponse {
    ReceivedResponse {
        status: answer.status,
        reason: answer.reason.to_owned(),
        headers: answer.headers,
        body: match answer.content {
            Content::Empty => ResponseBody::Empty,
            Content::Text { text, truncated } => ResponseBody::Text { text, truncated },
            Content::Binary {
                content_type,
                handed,
            } => ResponseBody::Binary {
                content_type,
                bytes: handed_out(handed),
            },
        },
        size: u64::try_from(answer.size).unwrap_or(u64::MAX),
        file_name: answer.file_name,
        poll: answer.poll.map(polled),
        check: answer.verdict.map(checked),
    }
}

fn handed_out(handed: Handed) -> BinaryBody {
    match handed {
        Handed::Bytes(bytes) => BinaryBody::Base64(BASE64.encode(bytes)),
        Handed::TooLong => BinaryBody::TooLong,
        Handed::HoldsSecret => BinaryBody::HoldsSecret,
        Handed::Packed => BinaryBody::Packed,
    }
}

fn polled(poll: Poll) -> PollReport {
    match poll {
        Poll::Found {
            items,
            next,
            next_page,
        } => PollReport::Found {
            items,
            next,
            next_page,
        },
        Poll::Unreadable(reason) => PollReport::Unreadable(reason),
    }
}

fn checked(verdict: Verdict) -> ResponseCheck {
    ResponseCheck {
        violations: verdict.violations,
        fit: match verdict.fit {
            Mending::NotNeeded => SchemaFit::NotNeeded,
            Mending::Edits {
                edits,
                shared,
                left,
            } => SchemaFit::Edits {
                edits,
                shared,
                left,
            },
            Mending::Impossible(reason) => SchemaFit::Impossible(reason),
        },
    }
}
