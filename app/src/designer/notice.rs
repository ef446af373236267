//! Says which unsaved changes of an earlier visit were brought back, and lets the maker discard them.

use leptos::prelude::*;

use super::clock::clock;
use super::drafting::BroughtBack;
use super::state::use_designer;
use crate::components::Icon;

/// The notice, as long as nothing else was done since.
#[component]
pub(super) fn BroughtBackNotice() -> impl IntoView {
    let designer = use_designer();
    let brought = designer.drafts.brought;
    let done = Memo::new(move |_| designer.open.with(|open| open.history.done_count()));
    let all = Memo::new(move |_| designer.open.with(|open| open.history.happenings().count()));
    let shown = Memo::new(move |_| {
        let found = brought.get().filter(|found| found.count == all.get())?;
        let is_discarded = done.get() == 0;
        (is_discarded || done.get() == found.count).then_some((found, is_discarded))
    });
    let notice = move |(found, is_discarded): (BroughtBack, bool)| {
        let wanted = if is_discarded { found.count } else { 0 };
        view! {
            <span>{in_words(found, is_discarded)}</span>
            <button type="button" class="button button-secondary" on:click=move |_| designer.go_to(wanted)>
                {if is_discarded { "Bring them back" } else { "Discard them" }}
            </button>
            <button
                type="button"
                class="button button-quiet button-icon"
                aria-label="Close the notice"
                on:click=move |_| brought.set(None)
            >
                <Icon name="close"/>
            </button>
        }
    };
    view! {
        <div class="brought-back" role="status">
            {move || shown.get().map(notice)}
        </div>
    }
}

fn in_words(found: BroughtBack, is_discarded: bool) -> String {
    let (changes, were) = match found.count {
        1 => ("1 unsaved change".to_owned(), "was"),
        count => (format!("{count} unsaved changes"), "were"),
    };
    let what = if is_discarded {
        "discarded"
    } else {
        "brought back"
    };
    match found.kept_at {
        0 => format!("{changes} of yours {were} {what}."),
        at => format!("{changes} of yours from {} {were} {what}.", clock(at)),
    }
}
