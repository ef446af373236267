//! What stands where there is nothing yet.

use leptos::prelude::*;

/// Says what would stand here and how to get it.
#[component]
pub fn EmptyState(
    /// What is not there.
    #[prop(into)]
    title: String,
    /// What it is for and how to get it.
    #[prop(into)]
    text: String,
    /// Buttons that get it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| view! { <div class="empty-state-actions">{children()}</div> })}
        </div>
    }
}
