//! The steps of a work, which may be visited in any order.

use leptos::prelude::*;

/// A step and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLink {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
}

/// Links to the steps of a work, numbered, with the one that is shown marked.
#[component]
pub fn Stepper(
    /// What the steps are together.
    #[prop(into)]
    label: String,
    /// The steps, in order.
    steps: Vec<StepLink>,
    /// The place of the step that is shown; none: it is not among them.
    #[prop(into)]
    current: Signal<Option<usize>>,
) -> impl IntoView {
    let links: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(place, step)| {
            let is_current = move || (current.get() == Some(place)).then_some("step");
            view! {
                <li>
                    <a href=step.href aria-current=is_current>
                        <span class="step-number" aria-hidden="true">{place + 1}</span>
                        {step.label}
                    </a>
                </li>
            }
        })
        .collect();
    view! { <nav class="step-bar" aria-label=label><ol>{links}</ol></nav> }
}
