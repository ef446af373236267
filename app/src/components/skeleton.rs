//! A stand-in for what is on its way.

use crate::texts::components as t;
use leptos::prelude::*;

/// Grey lines in place of a text or a table that is being fetched.
#[component]
pub fn Skeleton(
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    let bars = (0..lines)
        .map(|_| view! { <span class="skeleton-line"></span> })
        .collect_view();
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{t::loading()}</span>
            {bars}
        </div>
    }
}
