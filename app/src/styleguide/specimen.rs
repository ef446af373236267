//! How the style guide shows a component.

use leptos::prelude::*;

/// A component with its states.
#[component]
pub(super) fn Component(
    /// Its name.
    name: &'static str,
    /// Its states.
    children: Children,
) -> impl IntoView {
    let id = format!("component-{}", name.to_lowercase().replace(' ', "-"));
    view! {
        <section class="specimens" aria-labelledby=id.clone() data-component=name>
            <h2 id=id.clone()>{name}</h2>
            <div class="specimen-list">{children()}</div>
        </section>
    }
}

/// A component in one state.
#[component]
pub(super) fn State(
    /// The state.
    name: &'static str,
    /// Whether it takes the whole width.
    #[prop(optional)]
    wide: bool,
    /// The component.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=if wide { "specimen specimen-wide" } else { "specimen" }>
            <h3>{name}</h3>
            {children()}
        </div>
    }
}

const COLOURS: [(&str, &str); 16] = [
    ("page", "Page"),
    ("surface", "Surface"),
    ("surface-raised", "Raised"),
    ("surface-sunk", "Sunk"),
    ("line", "Line"),
    ("line-control", "Edge of a control"),
    ("text", "Text"),
    ("text-soft", "Soft text"),
    ("text-faint", "Faint text"),
    ("accent", "Accent"),
    ("accent-soft", "Soft accent"),
    ("good", "Good"),
    ("warn", "Warning"),
    ("bad", "Bad"),
    ("note", "Note"),
    ("focus", "Focus"),
];

/// Colours and sizes of type.
#[component]
pub(super) fn Tokens() -> impl IntoView {
    let colours: Vec<_> = COLOURS
        .into_iter()
        .map(|(token, name)| {
            let class = format!("swatch swatch-{token}");
            view! { <li><span class=class></span>{name}</li> }
        })
        .collect();
    view! {
        <Component name="Tokens">
            <State name="Colour" wide=true><ul class="swatches">{colours}</ul></State>
            <State name="Type" wide=true>
                <p class="type-title">"Title of a page"</p>
                <p class="type-heading">"Heading of a section"</p>
                <p>"Text, in which most things are said."</p>
                <p class="form-note">"A note beside a field."</p>
                <p><code>"GET /v1/joints/{id}"</code></p>
            </State>
        </Component>
    }
}
