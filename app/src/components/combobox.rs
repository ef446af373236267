//! A choice among many, found by writing.

use crate::texts::components as t;
use leptos::html;
use leptos::prelude::*;

use super::field::Wiring;
use super::identity::unique_id;

/// A choice of a [`Combobox`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub value: String,
    /// Its name.
    pub label: String,
    /// What else helps to tell it from others; is searched, too.
    pub note: String,
}

/// How many choices are shown at once; more are found by writing more.
const SHOWN: usize = 60;

/// A field that finds one of many choices: arrow keys go through what was found, Enter chooses, Esc
/// closes. What is written is searched in labels and notes; those that begin with it come first.
#[component]
pub fn Combobox(
    /// The value chosen now; empty: none.
    #[prop(into)]
    value: Signal<String>,
    /// The choices.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Another value was chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// What stands in it while nothing is chosen.
    #[prop(optional, into)]
    placeholder: Option<String>,
    /// What to say when nothing is found.
    #[prop(default = t::nothing_found_write_less())]
    nothing: &'static str,
) -> impl IntoView {
    let wiring = Wiring::of_field();
    let list_id = unique_id("list");
    let input = NodeRef::<html::Input>::new();
    let is_open = RwSignal::new(false);
    let written = RwSignal::new(None::<String>);
    let active = RwSignal::new(0_usize);
    let label = Memo::new(move |_| {
        let value = value.get();
        choices.with(|choices| {
            let found = choices.iter().find(|choice| choice.value == value);
            found.map(|choice| choice.label.clone()).unwrap_or_default()
        })
    });
    let found = Memo::new(move |_| {
        let words = written.get().unwrap_or_default();
        choices.with(|choices| search(choices, &words))
    });
    let choose = Callback::new(move |choice: Choice| {
        is_open.set(false);
        written.set(None);
        if let Some(input) = input.get_untracked() {
            input.set_value(&choice.label);
        }
        on_change.run(choice.value);
    });
    let close = move || {
        is_open.set(false);
        written.set(None);
        if let Some(input) = input.get_untracked() {
            input.set_value(&label.get_untracked());
        }
    };
    // The label of what is chosen stands in the field, unless something else is being written.
    Effect::new(move |_| {
        let label = label.get();
        if let Some(input) = input.get()
            && written.with_untracked(Option::is_none)
        {
            input.set_value(&label);
        }
    });
    let key = move |event: leptos::ev::KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                let was_open = is_open.get_untracked();
                is_open.set(true);
                let step = if event.key() == "ArrowDown" {
                    1
                } else {
                    count.saturating_sub(1)
                };
                if was_open && count > 0 {
                    active.update(|active| *active = (*active + step) % count);
                }
            }
            "Enter" if is_open.get_untracked() => {
                event.prevent_default();
                let chosen =
                    found.with_untracked(|found| found.get(active.get_untracked()).cloned());
                if let Some(choice) = chosen {
                    choose.run(choice);
                }
            }
            "Escape" if is_open.get_untracked() => {
                event.prevent_default();
                event.stop_propagation();
                close();
            }
            _ => {}
        }
    };
    let typed = move |event: leptos::ev::Event| {
        written.set(Some(event_target_value(&event)));
        active.set(0);
        is_open.set(true);
    };
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let option_id = StoredValue::new(option_id);
    let active_id = move || {
        (is_open.get() && found.with(|found| !found.is_empty()))
            .then(|| option_id.with_value(|id| id(active.get())))
    };
    Effect::new(move |_| {
        if let Some(element) = active_id().and_then(|id| document().get_element_by_id(&id)) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let option = move |(index, choice): (usize, Choice)| {
        let chosen = choice.clone();
        let is_chosen = choice.value.clone();
        view! {
            <li
                role="option"
                id=option_id.with_value(|id| id(index))
                class="combobox-option"
                class:combobox-active=move || active.get() == index
                aria-selected=move || value.with(|value| *value == is_chosen).to_string()
                // The field keeps the focus: what takes it would close the list before the click.
                on:mousedown=|event| event.prevent_default()
                on:click=move |_| choose.run(chosen.clone())
            >
                <span>{choice.label}</span>
                <small>{choice.note}</small>
            </li>
        }
    };
    let controls = list_id.clone();
    view! {
        <div class="combobox">
            <input
                node_ref=input
                class="input"
                type="text"
                role="combobox"
                id=wiring.id.clone()
                value=label.get_untracked()
                placeholder=placeholder
                autocomplete="off"
                spellcheck="false"
                required=wiring.required
                aria-autocomplete="list"
                aria-controls=controls
                aria-expanded=move || is_open.get().to_string()
                aria-activedescendant=active_id
                aria-describedby=wiring.described_by.clone()
                aria-invalid=wiring.invalid()
                on:input=typed
                on:keydown=key
                on:click=move |_| is_open.set(true)
                on:blur=move |_| close()
            />
            <ul class="combobox-list" id=list_id role="listbox" hidden=move || !is_open.get()>
                {move || is_open.get().then(|| {
                    found.get().into_iter().take(SHOWN).enumerate().map(option).collect_view()
                })}
                {move || (is_open.get() && found.with(Vec::is_empty)).then(|| {
                    view! { <li class="combobox-note" role="option" aria-disabled="true" aria-selected="false">{nothing}</li> }
                })}
            </ul>
        </div>
    }
}

/// The choices in which all these words occur: the one of that label first, then those whose label
/// begins with them, else in their order.
fn search(choices: &[Choice], words: &str) -> Vec<Choice> {
    let words = words.trim().to_lowercase();
    let has_all = |choice: &&Choice| {
        let text = format!("{} {} {}", choice.label, choice.note, choice.value).to_lowercase();
        words.split_whitespace().all(|word| text.contains(word))
    };
    let mut found: Vec<Choice> = choices.iter().filter(has_all).cloned().collect();
    found.sort_by_key(|choice| {
        let label = choice.label.to_lowercase();
        (label != words, !label.starts_with(&words))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::{Choice, search};

    fn choice(value: &str, label: &str) -> Choice {
        Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            note: "OAuth".to_owned(),
        }
    }

    #[test]
    fn what_begins_with_the_words_comes_first() {
        let choices = [
            choice("a", "Microsoft Git"),
            choice("b", "GitHub"),
            choice("c", "Dropbox"),
            choice("d", "Square space"),
            choice("e", "Square"),
        ];
        let found = |words: &str| {
            let found = search(&choices, words);
            found.into_iter().map(|c| c.value).collect::<String>()
        };
        assert_eq!(found(""), "abcde");
        assert_eq!(found("square"), "ed");
        assert_eq!(found("git"), "ba");
        assert_eq!(found("oauth GIT micro"), "a");
        assert_eq!(found("none"), "");
    }
}
