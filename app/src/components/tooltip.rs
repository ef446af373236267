//! A short explanation of a control.

use leptos::html;
use leptos::prelude::*;

use super::identity::unique_id;

/// A control with a short explanation that shows while the control has the focus or the pointer; Esc
/// hides it. It describes the control to those who do not see it, whether it shows or not.
#[component]
pub fn Tooltip<C>(
    /// The explanation: one sentence.
    #[prop(into)]
    text: String,
    /// The control: one element.
    children: TypedChildren<C>,
) -> impl IntoView
where
    C: IntoView + AddAnyAttr + 'static,
    View<C>: IntoView + AddAnyAttr,
{
    let id = unique_id("tooltip");
    let node = NodeRef::<html::Span>::new();
    let show = move || {
        if let Some(tooltip) = node.get_untracked() {
            // Refused when it shows already.
            let _ = tooltip.show_popover();
        }
    };
    let hide = move || {
        if let Some(tooltip) = node.get_untracked() {
            // Refused when it is hidden already.
            let _ = tooltip.hide_popover();
        }
    };
    let keydown = move |event: leptos::ev::KeyboardEvent| {
        let shows = node
            .get_untracked()
            .is_some_and(|tooltip| tooltip.matches(":popover-open").unwrap_or_default());
        if event.key() == "Escape" && shows {
            // A dialog around it stays open.
            event.prevent_default();
            hide();
        }
    };
    let control = children.into_inner()().add_any_attr(leptos::attr::aria_describedby(id.clone()));
    view! {
        <span class="tooltip-anchor" on:mouseenter=move |_| show() on:mouseleave=move |_| hide()
            on:focusin=move |_| show() on:focusout=move |_| hide() on:keydown=keydown>
            {control}
            <span node_ref=node class="tooltip" id=id role="tooltip" popover="manual">{text}</span>
        </span>
    }
}
