//! A field for a colour.

use leptos::prelude::*;

use super::text_input::TextInput;

/// A colour as text, beside a swatch that opens the browser's own palette.
#[component]
pub fn ColourInput(
    /// The colour, as `#` and six hexadecimal digits; the swatch is black for any other text.
    #[prop(into)]
    value: Signal<String>,
    /// Another text was written, or another colour picked.
    #[prop(into)]
    on_change: Callback<String>,
    /// What the swatch does: "Pick the brand colour".
    #[prop(into)]
    pick_label: String,
) -> impl IntoView {
    let swatch = Memo::new(move |_| value.with(|text| swatch(text)));
    view! {
        <div class="colour-input">
            <input
                type="color"
                class="colour-swatch"
                aria-label=pick_label
                prop:value=move || swatch.get()
                value=swatch.get_untracked()
                on:change=move |event| on_change.run(event_target_value(&event))
            />
            <TextInput value on_input=on_change code=true/>
        </div>
    }
}

fn swatch(text: &str) -> String {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_colour {
        text.to_lowercase()
    } else {
        "#000000".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::swatch;

    #[test]
    fn what_is_no_colour_is_black() {
        assert_eq!(swatch("#DA3B01"), "#da3b01");
        for text in ["", "#da3b0", "da3b01", "#da3b0g"] {
            assert_eq!(swatch(text), "#000000");
        }
    }
}
