//! What is chosen and ticked.

use leptos::prelude::*;

use super::specimen::{Component, State};
use crate::components::{Checkbox, Choice, Combobox, Field, FieldNote, Select};

/// Choices among several and of yes or no.
#[component]
pub(super) fn Choices() -> impl IntoView {
    let wood = RwSignal::new("oak".to_owned());
    let choose = move |new: String| wood.set(new);
    let ticked = RwSignal::new(true);
    let tick = move |new: bool| ticked.set(new);
    let notes = || {
        vec![FieldNote {
            is_error: true,
            text: "The gateway takes no calls over HTTPS. Choose one of them.".to_owned(),
        }]
    };
    view! {
        <Component name="Select">
            <State name="Normal"><Field label="Wood"><Select value=wood options=woods(3) on_change=choose/></Field></State>
            <State name="Many items"><Field label="Any wood"><Select value="wood-7".to_owned() options=woods(400) on_change=|_| {}/></Field></State>
            <State name="Disabled"><Field label="Fixed wood"><Select value=wood options=woods(3) on_change=choose disabled=true/></Field></State>
            <State name="Error">
                <Field label="Missing wood" error=Signal::derive(|| Some("Choose a wood.".to_owned()))>
                    <Select value=String::new() options=vec![(String::new(), "None".to_owned())] on_change=|_| {}/>
                </Field>
            </State>
        </Component>
        <Component name="Combobox">
            <State name="Chosen"><Field label="Found wood"><Combobox value=wood choices=found() on_change=choose/></Field></State>
            <State name="Many items, none chosen">
                <Field label="One of 400 woods"><Combobox value=String::new() choices=found() on_change=|_| {} placeholder="Search 400 woods"/></Field>
            </State>
        </Component>
        <Component name="Checkbox">
            <State name="Normal"><Checkbox label="Required" value=ticked on_change=tick hint="Users must fill it in."/></State>
            <State name="Not ticked"><Checkbox label="Required" value=false on_change=|_| {}/></State>
            <State name="Disabled"><Checkbox label="Required" value=true on_change=|_| {} disabled=true/></State>
            <State name="Error"><Checkbox label="Through the gateway" value=true on_change=|_| {} notes=Signal::derive(notes)/></State>
        </Component>
        <Component name="Switch">
            <State name="On and off">
                <Checkbox label="On" value=ticked on_change=tick switch=true/>
                <Checkbox label="Off" value=false on_change=|_| {} switch=true/>
            </State>
            <State name="Disabled"><Checkbox label="Fixed" value=true on_change=|_| {} switch=true disabled=true/></State>
        </Component>
    }
}

fn woods(count: usize) -> Vec<(String, String)> {
    let named = ["oak", "ash", "elm"];
    (0..count)
        .map(|place| match named.get(place) {
            Some(name) => ((*name).to_owned(), name.to_uppercase()),
            None => (format!("wood-{place}"), format!("Wood {place}")),
        })
        .collect()
}

fn found() -> Vec<Choice> {
    let choice = |(value, label): (String, String)| Choice {
        note: format!("A wood, known as {value}"),
        value,
        label,
    };
    woods(400).into_iter().map(choice).collect()
}
