//! The rules of one connection parameter: what it must be, and when and where the dialog asks for it.

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::Edit;
use tenon_connector::properties::{
    ConnectionParameter, ConstraintError, Dependency, ParameterFlag, ParameterKind,
};

use super::parameter::Handle;
use crate::components::Checkbox;
use crate::designer::action::inside_a_sentence;
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::texts::findings::of_form;
use crate::texts::parameters as t;

/// The rules.
#[component]
pub(super) fn Rules(
    /// The parameter.
    handle: Handle,
    /// Its kind.
    kind: Memo<ParameterKind>,
) -> impl IntoView {
    let way = handle.way;
    let flag = move |flag: ParameterFlag, label: &'static str, hint: &'static str| {
        let value = handle.memo(move |p| p.flag(flag), || false);
        let change = move |on: bool| {
            handle.change(&t::change(&inside_a_sentence(label)), |connector, p| {
                p.set_flag(connector, way, flag, on)
            });
        };
        view! { <Checkbox label value on_change=change hint/> }
    };
    let choices = handle.memo(|p| written(&p.choices()), String::new);
    let choose = move |text: String| {
        let choices = read(&text);
        handle.change(t::change_the_values_to_choose_from(), |connector, p| {
            p.set_choices(connector, way, &choices)
        });
    };
    let is_typed = move || matches!(kind.get(), ParameterKind::Text | ParameterKind::Secret);
    let has_choices = move || matches!(kind.get(), ParameterKind::Text | ParameterKind::Integer);
    view! {
        {flag(ParameterFlag::Required, t::required(), t::a_connection_cannot_be_made_without_it())}
        {flag(ParameterFlag::Hidden, t::hidden(), t::the_dialog_leaves_it_out_and_the())}
        <Show when=is_typed>
            {flag(ParameterFlag::ClearText, t::shown_as_it_is_typed(), t::else_it_is_hidden_as_passwords_are())}
        </Show>
        <Show when=has_choices>
            <TextEdit label=t::values_to_choose_from() value=choices on_change=choose lines=3 lazy=true code=true
                hint=t::one_on_each_line_as_value_label()/>
        </Show>
        <div class="form-pair">
            <TabIndex handle/>
            <Capability handle/>
        </div>
        <Conditions handle/>
    }
}

#[component]
fn TabIndex(
    /// The parameter.
    handle: Handle,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let value = handle.memo(
        |p| p.tab_index().map(|n| n.to_string()).unwrap_or_default(),
        String::new,
    );
    let change = move |text: String| {
        handle.try_change(
            t::change_the_place_in_the_dialog(),
            problem,
            |connector, p| p.set_tab_index(connector, handle.way, &text),
        );
    };
    view! {
        <TextEdit label=t::place_in_the_dialog() value on_change=change problem lazy=true
            hint=t::a_whole_number_smaller_ones_come_first()/>
    }
}

#[component]
fn Capability(
    /// The parameter.
    handle: Handle,
) -> impl IntoView {
    let value = handle.memo(|p| p.capabilities().join(" "), String::new);
    let options = Signal::derive(move || {
        let mut options = [
            ("", t::always()),
            ("cloud", t::without_the_gateway()),
            ("gateway", t::through_the_gateway()),
        ]
        .map(|(value, label)| (value.to_owned(), label.to_owned()))
        .to_vec();
        let present = value.get();
        if !options.iter().any(|(value, _)| *value == present) {
            options.push((present.clone(), present.replace(' ', ", ")));
        }
        options
    });
    let change = move |text: String| {
        handle.change(t::change_when_it_is_asked_for(), |connector, p| {
            let names: Vec<&str> = text.split_whitespace().collect();
            p.set_capabilities(connector, handle.way, &names)
        });
    };
    view! {
        <ChoiceEdit label=t::asked_for_when_connecting() value options on_change=change
            hint=t::by_the_kind_of_connection()/>
    }
}

#[component]
fn Conditions(
    /// The parameter.
    handle: Handle,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let value = handle.memo(|p| Dependency::written(&p.dependencies()), String::new);
    let change = move |text: String| {
        handle.try_change(t::change_the_conditions(), problem, |connector, p| {
            let conditions = Dependency::parse_all(&text)?;
            p.set_dependencies(connector, handle.way, &conditions)
        });
    };
    view! {
        <TextEdit label=t::asked_for_only_if() value on_change=change problem lines=2 lazy=true code=true
            hint=t::one_condition_on_each_line_as_parameter()/>
    }
}

impl Handle {
    /// Makes these edits of it, as one action; what they are refused for becomes the problem.
    fn try_change(
        self,
        label: &str,
        problem: RwSignal<Option<String>>,
        edits: impl FnOnce(&Connector, &ConnectionParameter<'_>) -> Result<Vec<Edit>, ConstraintError>,
    ) {
        let mut refused = None;
        self.change(label, |connector, p| {
            edits(connector, p).unwrap_or_else(|error| {
                refused = Some(of_form(&error.message()));
                Vec::new()
            })
        });
        problem.set(refused);
    }
}

/// The values to choose from, as they are written: one on each line.
fn written(choices: &[(String, String)]) -> String {
    let line = |(value, label): &(String, String)| {
        if value == label {
            value.clone()
        } else {
            format!("{value} = {label}")
        }
    };
    choices.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The values to choose from of lines as they are written.
fn read(text: &str) -> Vec<(String, String)> {
    let line = |line: &str| {
        let (value, label) = line.split_once(" = ").unwrap_or((line, line));
        (value.trim().to_owned(), label.trim().to_owned())
    };
    let choices = text.lines().map(line);
    choices.filter(|(value, _)| !value.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn values_to_choose_from_read_back_as_written() {
        let pair = |value: &str, label: &str| (value.to_owned(), label.to_owned());
        let choices = vec![
            pair("eu", "Europe"),
            pair("us", "us"),
            pair("https://a=b", "A = B"),
        ];
        assert_eq!(read(&written(&choices)), choices);
        assert_eq!(
            read(" eu =  Europe \n\n us"),
            [pair("eu", "Europe"), pair("us", "us")]
        );
    }
}
