//! One custom connection parameter.

use leptos::prelude::*;
use tenon_connector::document::Edit;
use tenon_connector::properties::{
    ConnectionParameter, ParameterFlag, ParameterKind, ParameterText, delete_parameter,
    rename_parameter, shift_parameter,
};
use tenon_connector::security::Way;
use tenon_connector::{Connector, Part};

use crate::components::{Button, ButtonKind, Checkbox, Icon};
use crate::designer::action::{change_of, inside_a_sentence};
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::problems::Place;
use crate::designer::state::{Designer, use_designer};

/// The kinds as people call them.
fn label_of(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Text => "Text",
        ParameterKind::Secret => "Secret",
        ParameterKind::Integer => "Whole number",
        ParameterKind::Boolean => "Yes or no",
        ParameterKind::OAuth => "OAuth 2.0",
        ParameterKind::Gateway => "Gateway",
        ParameterKind::Other => "Something else",
    }
}

fn found<'a>(connector: &'a Connector, way: Way, key: &str) -> Option<ConnectionParameter<'a>> {
    let mut all = way.parameters(connector).into_iter();
    all.find(|p| p.key() == key)
}

/// Where a parameter is found: its way to authenticate and its key.
#[derive(Clone, Copy)]
struct Handle {
    designer: Designer,
    way: Way,
    key: StoredValue<String>,
}

impl Handle {
    fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&ConnectionParameter<'_>) -> T + Send + Sync + 'static,
        missing: fn() -> T,
    ) -> Memo<T> {
        self.designer.memo(move |connector| {
            let found = self.key.with_value(|key| found(connector, self.way, key));
            found.map_or_else(missing, |p| read(&p))
        })
    }

    fn change(
        self,
        label: &str,
        edits: impl FnOnce(&Connector, &ConnectionParameter<'_>) -> Vec<Edit>,
    ) {
        self.designer.change(label, |connector| {
            let found = self.key.with_value(|key| found(connector, self.way, key));
            found.map_or_else(Vec::new, |p| edits(connector, &p))
        });
    }
}

/// A row that opens to the fields of the parameter.
#[component]
pub(super) fn ParameterEdit(
    /// The way.
    way: Way,
    /// Its key.
    key: String,
    /// The key of the parameter whose row opens by itself.
    fresh: RwSignal<Option<String>>,
) -> impl IntoView {
    let handle = Handle {
        designer: use_designer(),
        way,
        key: StoredValue::new(key.clone()),
    };
    let label = handle.memo(|p| p.label().to_owned(), String::new);
    let kind = handle.memo(|p| p.kind(), || ParameterKind::Other);
    let required = handle.memo(|p| p.required(), || false);
    let is_open = fresh.with_untracked(|fresh| fresh.as_ref() == Some(&key));
    let shift = move |by: isize| {
        handle.change("Move a connection parameter", |connector, p| {
            shift_parameter(connector, way, p.key(), by)
        });
    };
    let delete = move || {
        handle.change("Delete a connection parameter", |connector, p| {
            delete_parameter(connector, way, p.key())
        });
    };
    let name = key.clone();
    let place = Place::new(Part::Properties, way.place().join(key.as_str()));
    let named = move |verb: &str| format!("{verb} “{}”", label.get());
    view! {
        <li class="question-row" data-place=place.anchor() tabindex="-1">
            <details open=is_open>
                <summary>
                    <strong>{move || label.get()}</strong>
                    <code>{name}</code>
                    <span class="badge">{move || label_of(kind.get())}</span>
                    {move || required.get().then(|| view! { <span class="field-required">"required"</span> })}
                </summary>
                <div class="question-fields">
                    <NameAndKind handle kind fresh/>
                    <Texts handle/>
                    <Rules handle kind/>
                </div>
            </details>
            <div class="question-actions">
                <Button kind=ButtonKind::Quiet label=Signal::derive(move || named("Move up:")) on_click=move || shift(-1)>
                    <Icon name="arrow-up"/>
                </Button>
                <Button kind=ButtonKind::Quiet label=Signal::derive(move || named("Move down:")) on_click=move || shift(1)>
                    <Icon name="arrow-down"/>
                </Button>
                <Button kind=ButtonKind::Quiet label=Signal::derive(move || named("Delete")) on_click=delete>
                    <Icon name="trash"/>
                </Button>
            </div>
        </li>
    }
}

#[component]
fn NameAndKind(
    /// The parameter.
    handle: Handle,
    /// Its kind.
    kind: Memo<ParameterKind>,
    /// The key of the parameter whose row opens by itself.
    fresh: RwSignal<Option<String>>,
) -> impl IntoView {
    let way = handle.way;
    let name = handle.memo(|p| p.key().to_owned(), String::new);
    let problem = RwSignal::new(None::<String>);
    let rename = move |to: String| {
        let made = handle.designer.now(|connector| {
            handle
                .key
                .with_value(|key| rename_parameter(connector, way, key, to.trim()))
        });
        match made {
            Ok(edits) => {
                fresh.set(Some(to.trim().to_owned()));
                handle
                    .designer
                    .change("Rename a connection parameter", |_| edits);
            }
            Err(error) => problem.set(Some(error.to_string())),
        }
    };
    let options = Signal::derive(move || {
        let mut kinds = ParameterKind::CHOICES.to_vec();
        if !kinds.contains(&kind.get()) {
            kinds.push(kind.get());
        }
        let option = |kind: ParameterKind| (kind.as_str().to_owned(), label_of(kind).to_owned());
        kinds.into_iter().map(option).collect::<Vec<_>>()
    });
    let value = Memo::new(move |_| kind.get().as_str().to_owned());
    let choose = move |chosen: String| {
        let kind = ParameterKind::CHOICES
            .into_iter()
            .find(|kind| kind.as_str() == chosen);
        if let Some(kind) = kind {
            handle.change(
                "Change the type of a connection parameter",
                |connector, p| p.set_kind(connector, way, kind),
            );
        }
    };
    view! {
        <div class="form-pair">
            <TextEdit label="Name" value=name on_change=rename problem lazy=true code=true
                hint="Letters, digits and _. Policies that use it follow."/>
            <ChoiceEdit label="Type" value options on_change=choose/>
        </div>
    }
}

#[component]
fn Texts(
    /// The parameter.
    handle: Handle,
) -> impl IntoView {
    let edit = move |text: ParameterText, label: &'static str, hint: &'static str| {
        let value = handle.memo(move |p| p.written(text).to_owned(), String::new);
        let change = move |written: String| {
            handle.change(&change_of(label), |connector, p| {
                p.set_text(connector, handle.way, text, &written)
            });
        };
        view! { <TextEdit label value on_change=change hint/> }
    };
    view! {
        <div class="form-pair">
            {edit(ParameterText::Label, "Label", "What the user reads beside the field.")}
            {edit(ParameterText::Default, "Default value", "")}
        </div>
        {edit(ParameterText::Description, "Description", "What belongs into it, and where the user finds it.")}
        {edit(ParameterText::Tooltip, "Tooltip", "")}
    }
}

#[component]
fn Rules(
    /// The parameter.
    handle: Handle,
    /// Its kind.
    kind: Memo<ParameterKind>,
) -> impl IntoView {
    let way = handle.way;
    let flag = move |flag: ParameterFlag, label: &'static str, hint: &'static str| {
        let value = handle.memo(move |p| p.flag(flag), || false);
        let change = move |on: bool| {
            handle.change(
                &format!("Change “{}”", inside_a_sentence(label)),
                |connector, p| p.set_flag(connector, way, flag, on),
            );
        };
        view! { <Checkbox label value on_change=change hint/> }
    };
    let choices = handle.memo(|p| written(&p.choices()), String::new);
    let choose = move |text: String| {
        let choices = read(&text);
        handle.change("Change the values to choose from", |connector, p| {
            p.set_choices(connector, way, &choices)
        });
    };
    let has_choices = move || matches!(kind.get(), ParameterKind::Text | ParameterKind::Integer);
    view! {
        {flag(ParameterFlag::Required, "Required", "A connection cannot be made without it.")}
        {flag(ParameterFlag::Hidden, "Hidden", "The dialog leaves it out, and the default value is taken.")}
        {flag(ParameterFlag::ClearText, "Shown as it is typed", "Else it is hidden, as passwords are.")}
        <Show when=has_choices>
            <TextEdit label="Values to choose from" value=choices on_change=choose lines=3 lazy=true code=true
                hint="One on each line, as value = label. Empty: anything may be entered."/>
        </Show>
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
