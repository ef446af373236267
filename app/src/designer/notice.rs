//! Says which unsaved changes of an earlier visit were brought back, and lets the maker discard them.

use leptos::prelude::*;

use super::clock::clock;
use super::drafting::BroughtBack;
use super::state::use_designer;
use crate::components::Icon;
use crate::texts::designer as t;

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
                {if is_discarded { t::bring_them_back() } else { t::discard_them() }}
            </button>
            <button
                type="button"
                class="button button-quiet button-icon"
                aria-label=t::close_the_notice()
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
    match (found.count, found.kept_at, is_discarded) {
        (1, 0, true) => t::one_discarded().to_owned(),
        (1, 0, false) => t::one_brought_back().to_owned(),
        (count, 0, true) => t::some_discarded(&count),
        (count, 0, false) => t::some_brought_back(&count),
        (1, at, true) => t::one_discarded_from(&clock(at)),
        (1, at, false) => t::one_brought_back_from(&clock(at)),
        (count, at, true) => t::some_discarded_from(&count, &clock(at)),
        (count, at, false) => t::some_brought_back_from(&count, &clock(at)),
    }
}
