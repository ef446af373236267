//! Fields for text, of one line and of several.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use super::field::Wiring;
use super::text_sync::TextSync;

/// A field for one line of text. It keeps what is written to itself until the text is finished, and
/// follows changes from outside while nobody writes in it.
#[component]
pub fn TextInput(
    /// The text; none for a field that only its form reads, by `name`.
    #[prop(optional, into)]
    value: Option<Signal<String>>,
    /// The text is finished: Enter, or the focus leaves.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// A key changed the text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// The kind of text: `text`, `email`, `password`, `search`, `url`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Its name in the form.
    #[prop(optional)]
    name: Option<&'static str>,
    /// Its name for those who do not see it, where no `Field` labels it.
    #[prop(optional, into)]
    label: Option<String>,
    /// An example of what belongs into it.
    #[prop(optional, into)]
    placeholder: Option<String>,
    /// What the browser may fill in, in the words of HTML.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Whether it has the focus when the page opens.
    #[prop(optional)]
    autofocus: bool,
    /// The fewest characters that the form accepts.
    #[prop(optional)]
    min_length: Option<u32>,
    /// Whether it holds code, not prose.
    #[prop(optional)]
    code: bool,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let node = NodeRef::<Input>::new();
    let wiring = Wiring::of_field();
    let sync = TextSync::new(value, on_commit, on_input);
    sync.follow(move || node.get());
    view! {
        <input
            node_ref=node
            class=if code { "input input-code" } else { "input" }
            type=kind
            id=wiring.id.clone()
            name=name
            value=sync.first()
            placeholder=placeholder
            autocomplete=autocomplete
            autofocus=autofocus
            spellcheck="false"
            required=wiring.required
            minlength=min_length.map(|length| length.to_string())
            disabled=move || disabled.get()
            aria-label=label
            aria-describedby=wiring.described_by.clone()
            aria-invalid=wiring.invalid()
            on:input=move |event| sync.typed(event_target_value(&event))
            on:change=move |event| sync.committed(event_target_value(&event))
            on:blur=move |_| sync.left(|| node.get_untracked())
        />
    }
}

/// A field for text of several lines.
#[component]
pub fn TextArea(
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// The text is finished: the focus leaves.
    #[prop(optional, into)]
    on_commit: Option<Callback<String>>,
    /// A key changed the text.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
    /// How many lines it shows.
    #[prop(default = 3)]
    lines: u32,
    /// Its name for those who do not see it, where no `Field` labels it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether it holds code, not prose.
    #[prop(optional)]
    code: bool,
) -> impl IntoView {
    let node = NodeRef::<Textarea>::new();
    let wiring = Wiring::of_field();
    let sync = TextSync::new(Some(value), on_commit, on_input);
    sync.follow(move || node.get());
    view! {
        <textarea
            node_ref=node
            class=if code { "input input-area input-code" } else { "input input-area" }
            id=wiring.id.clone()
            rows=lines.to_string()
            spellcheck=if code { "false" } else { "true" }
            required=wiring.required
            aria-label=label
            aria-describedby=wiring.described_by.clone()
            aria-invalid=wiring.invalid()
            on:input=move |event| sync.typed(event_target_value(&event))
            on:change=move |event| sync.committed(event_target_value(&event))
            on:blur=move |_| sync.left(|| node.get_untracked())
            inner_html=escaped(&sync.first().unwrap_or_default())
        ></textarea>
    }
}

/// A text as HTML. Written by hand, since a text that is a child of its own gets marks for hydration,
/// which would show inside a textarea.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_text_stays_a_text_in_html() {
        assert_eq!(escaped("</textarea>&lt;"), "&lt;/textarea>&amp;lt;");
    }
}
