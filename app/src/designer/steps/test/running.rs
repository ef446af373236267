//! A call that is under way: how long it takes so far, and a way to end it.

use std::time::Duration;

use leptos::prelude::*;

use crate::components::{Button, Skeleton};
use crate::texts::{common, test as t};

/// What stands in place of the result until it is there.
#[component]
pub(super) fn Running(
    /// The maker wants no result any more.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    let seconds = RwSignal::new(0_u32);
    if let Ok(clock) = set_interval_with_handle(
        move || {
            seconds.try_update(|seconds| *seconds = seconds.saturating_add(1));
        },
        Duration::from_secs(1),
    ) {
        on_cleanup(move || clock.clear());
    }
    view! {
        <div class="test-running">
            <p class="visually-hidden">{t::waiting_for_the_answer()}</p>
            // Read aloud, every second would be told.
            <p aria-hidden="true">{move || t::waiting_for_the_answer_s(&seconds.get())}</p>
            <Button on_click=move || on_cancel.run(())>{common::cancel()}</Button>
        </div>
        <Skeleton lines=6/>
    }
}
