//! A field for a number.

use crate::texts::components as t;
use leptos::html::Input;
use leptos::prelude::*;

use super::field::Wiring;
use super::text_sync::TextSync;

/// A field for a whole number, which arrow keys change. A text that is no number in its range is told
/// of and changes nothing.
#[component]
pub fn NumberInput(
    /// The number; none: the field is empty.
    #[prop(into)]
    value: Signal<Option<i64>>,
    /// Another number stands in it, or none.
    #[prop(into)]
    on_change: Callback<Option<i64>>,
    /// The smallest number that it takes.
    #[prop(default = i64::MIN)]
    min: i64,
    /// The largest number that it takes.
    #[prop(default = i64::MAX)]
    max: i64,
    /// Its name for those who do not see it, where no `Field` labels it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let node = NodeRef::<Input>::new();
    let wiring = Wiring::of_field();
    let refusal = RwSignal::new(None::<String>);
    let text = Signal::derive(move || value.get().map(|n| n.to_string()).unwrap_or_default());
    let commit = Callback::new(move |text: String| match parse(&text, min, max) {
        Ok(number) => {
            refusal.set(None);
            on_change.run(number);
        }
        Err(reason) => refusal.set(Some(reason)),
    });
    let sync = TextSync::new(Some(text), Some(commit), None);
    sync.follow(move || node.get());
    let step = move |event: leptos::ev::KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowUp" => 1,
            "ArrowDown" => -1,
            _ => return,
        };
        event.prevent_default();
        let Some(input) = node.get_untracked().filter(|input| !input.disabled()) else {
            return;
        };
        let now = parse(&input.value(), i64::MIN, i64::MAX).ok().flatten();
        let next = now.unwrap_or_default().saturating_add(way).clamp(min, max);
        input.set_value(&next.to_string());
        sync.committed(next.to_string());
    };
    let invalid = wiring.invalid();
    view! {
        <input
            node_ref=node
            class="input input-number"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            id=wiring.id.clone()
            value=sync.first()
            required=wiring.required
            disabled=move || disabled.get()
            aria-label=label
            aria-describedby=wiring.described_by.clone()
            aria-invalid=move || if refusal.with(Option::is_some) { Some("true") } else { invalid() }
            on:keydown=step
            on:change=move |event| sync.committed(event_target_value(&event))
            on:blur=move |_| sync.left(|| node.get_untracked())
        />
        <p class="field-error" role="status">{move || refusal.get()}</p>
    }
}

fn parse(text: &str, min: i64, max: i64) -> Result<Option<i64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number: Option<i64> = text.parse().ok().filter(|n| (min..=max).contains(n));
    number.map(Some).ok_or_else(|| match (min, max) {
        (i64::MIN, i64::MAX) => t::is_not_a_whole_number(&text),
        (min, i64::MAX) => t::is_not_a_whole_number_from_on(&text, &min),
        (min, max) => t::is_not_a_whole_number_from_to(&text, &min, &max),
    })
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn only_whole_numbers_in_the_range_are_taken() {
        assert_eq!(parse(" 7 ", 0, 10), Ok(Some(7)));
        assert_eq!(parse("", 0, 10), Ok(None));
        assert!(parse("11", 0, 10).is_err_and(|error| error.contains("from 0 to 10")));
        assert!(parse("1.5", i64::MIN, i64::MAX).is_err());
    }
}
