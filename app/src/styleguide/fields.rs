//! Fields and what stands in them.

use leptos::prelude::*;

use super::specimen::{Component, State};
use crate::components::{ColourInput, Field, FieldNote, NumberInput, TextArea, TextInput};

const LONG: &str = "A connector for the joinery, which lists joints and the woods that hold them, \
                    and says of each how deep it is cut";

/// Fields for text, numbers and colours.
#[component]
pub(super) fn Fields() -> impl IntoView {
    let text = RwSignal::new("Joints".to_owned());
    let write = move |new: String| text.set(new);
    let number = RwSignal::new(Some(10_i64));
    let colour = RwSignal::new("#9a4311".to_owned());
    let empty = Signal::stored(None::<i64>);
    let refused =
        || Some("The host is “api example”, but a host has no spaces. Remove it.".to_owned());
    let note = |is_error, text: &str| {
        vec![FieldNote {
            is_error,
            text: text.to_owned(),
        }]
    };
    view! {
        <Component name="Field">
            <State name="Normal">
                <Field label="Name" hint="As makers see it."><TextInput value=text on_commit=write/></Field>
            </State>
            <State name="Empty, required">
                <Field label="Name" required=true><TextInput placeholder="Joints"/></Field>
            </State>
            <State name="Disabled"><Field label="Name"><TextInput value=text disabled=true/></Field></State>
            <State name="Error">
                <Field label="Host" error=Signal::derive(refused)><TextInput value="api example"/></Field>
            </State>
            <State name="Finding: error">
                <Field label="Operation ID" notes=note(true, "Two operations have this ID. Change one.")><TextInput value="ListJoints"/></Field>
            </State>
            <State name="Finding: warning">
                <Field label="Summary" notes=note(false, "The summary ends with a full stop. Leave it out.")><TextInput value="Lists joints."/></Field>
            </State>
            <State name="Long text"><Field label="Title"><TextInput value=LONG/></Field></State>
            <State name="With a count"><Field label="Short title" aside="6 of 30"><TextInput value=text on_commit=write/></Field></State>
            <State name="Code"><Field label="Path"><TextInput value="/v1/joints/{id}" code=true/></Field></State>
            <State name="Password">
                <form class="form-stack" on:submit=|event| event.prevent_default()>
                    // Whose password it is: browsers want to know of every field for one.
                    <input type="text" autocomplete="username" value="ada@example.com" hidden/>
                    <Field label="Password"><TextInput kind="password" value="a long enough password" autocomplete="new-password"/></Field>
                </form>
            </State>
            <State name="Several lines"><Field label="Description"><TextArea value=LONG/></Field></State>
        </Component>
        <Component name="Number input">
            <State name="From 0 to 100">
                <Field label="Limit" hint="0 to 100; arrow keys change it.">
                    <NumberInput value=number on_change=move |new| number.set(new) min=0 max=100/>
                </Field>
            </State>
            <State name="Empty"><Field label="Limit"><NumberInput value=empty on_change=|_| {}/></Field></State>
            <State name="Disabled"><Field label="Limit"><NumberInput value=Some(7_i64) on_change=|_| {} disabled=true/></Field></State>
        </Component>
        <Component name="Colour input">
            <State name="A colour">
                <Field label="Brand colour"><ColourInput value=colour on_change=move |new| colour.set(new) pick_label="Pick the brand colour"/></Field>
            </State>
            <State name="Not a colour">
                <Field label="Second colour" error=Signal::derive(|| Some("Write # and six hexadecimal digits.".to_owned()))>
                    <ColourInput value="brown".to_owned() on_change=|_| {} pick_label="Pick the second colour"/>
                </Field>
            </State>
        </Component>
    }
}
