//! What happens as the maker leaves: the server is told the last edits, and a page that would lose some
//! asks first.

use leptos::ev;
use leptos::prelude::*;

use super::state::Designer;

/// Listens for the page going out of sight, going away and being closed.
pub(super) fn listen(designer: Designer) {
    let hidden = window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            designer.send_draft();
        }
    });
    let gone = window_event_listener(ev::pagehide, move |_| designer.send_last());
    let back = window_event_listener(ev::online, move |_| designer.send_draft());
    let closing = window_event_listener(ev::beforeunload, move |event| {
        if designer.would_lose() {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        designer.send_last();
        hidden.remove();
        gone.remove();
        back.remove();
        closing.remove();
    });
}
