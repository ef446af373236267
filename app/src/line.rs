//! The line to the server: whether it holds, and the notice that says when it does not.
//!
//! Nothing is asked while all is well. Once a request had no answer, the server is asked whether it
//! lives, again and again until it says so.

use std::cell::RefCell;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use crate::components::Icon;
use crate::texts::frame as t;

/// How long after a question the next one follows.
const AGAIN: Duration = Duration::from_secs(2);
/// How long it is said that the line is back.
const SAID: Duration = Duration::from_secs(4);

const ALIVE: &str = "/healthz";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Holds,
    /// It has just come back.
    Back,
    /// The browser says that it has no network.
    Offline,
    /// The browser has a network, and the server does not answer.
    Unreachable,
}

thread_local! {
    /// Who wants to hear of requests without an answer.
    static LISTENER: RefCell<Option<Callback<()>>> = const { RefCell::new(None) };
}

/// Says that a request had no answer.
pub(crate) fn note_silence() {
    let listener = LISTENER.with_borrow(Clone::clone);
    if let Some(listener) = listener {
        listener.try_run(());
    }
}

/// What is known of the line.
#[derive(Clone, Copy)]
struct Watch {
    line: RwSignal<Line>,
    is_asking: StoredValue<bool>,
}

impl Watch {
    fn begin(self) {
        LISTENER.set(Some(Callback::new(move |()| self.doubt())));
        let lost = window_event_listener(ev::offline, move |_| self.line.set(Line::Offline));
        let back = window_event_listener(ev::online, move |_| self.doubt());
        if !window().navigator().on_line() {
            self.line.set(Line::Offline);
        }
        on_cleanup(move || {
            LISTENER.set(None);
            lost.remove();
            back.remove();
        });
    }

    /// Finds out whether the server answers, unless that is being found out.
    fn doubt(self) {
        if self.is_asking.get_value() {
            return;
        }
        self.is_asking.set_value(true);
        spawn_local(async move {
            let answers = answers().await;
            if self.line.is_disposed() {
                return;
            }
            self.is_asking.set_value(false);
            if answers {
                self.hold();
            } else {
                self.lose();
            }
        });
    }

    fn hold(self) {
        if self.line.get_untracked() == Line::Holds {
            return;
        }
        self.line.set(Line::Back);
        let forget = move || {
            if self.line.try_get_untracked() == Some(Line::Back) {
                self.line.set(Line::Holds);
            }
        };
        set_timeout(forget, SAID);
    }

    fn lose(self) {
        let is_online = window().navigator().on_line();
        self.line.set(if is_online {
            Line::Unreachable
        } else {
            Line::Offline
        });
        // Without a network there is nothing to ask; the browser says when it is back.
        if is_online {
            let again = move || {
                if !self.line.is_disposed() {
                    self.doubt();
                }
            };
            set_timeout(again, AGAIN);
        }
    }
}

async fn answers() -> bool {
    let answer = JsFuture::from(window().fetch_with_str(ALIVE)).await;
    let answer = answer
        .ok()
        .and_then(|answer| answer.dyn_into::<web_sys::Response>().ok());
    answer.is_some_and(|answer| answer.ok())
}

/// Says that the line is gone, and when it is back. Placed once, in the frame.
#[component]
pub(crate) fn LineNotice() -> impl IntoView {
    let watch = Watch {
        line: RwSignal::new(Line::Holds),
        is_asking: StoredValue::new(false),
    };
    Effect::new(move |ran: Option<()>| {
        if ran.is_none() {
            watch.begin();
        }
    });
    let shown = Memo::new(move |_| watch.line.get());
    let text = move || match shown.get() {
        Line::Holds => None,
        Line::Back => Some(("check", t::the_server_answers_again())),
        Line::Offline => Some(("alert", t::you_are_offline_what_you_change_is())),
        Line::Unreachable => Some(("alert", t::the_server_does_not_answer_what_you())),
    };
    let class = move || match shown.get() {
        Line::Holds | Line::Back => "line-notice",
        Line::Offline | Line::Unreachable => "line-notice line-notice-lost",
    };
    view! {
        <div class=class role="status" aria-label=t::line_to_the_server()>
            {move || text().map(|(icon, text)| view! { <p><Icon name=icon/>{text}</p> })}
        </div>
    }
}
