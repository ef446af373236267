//! The parameters of an operation: a list, one of them open, and the form that adds one.

use leptos::prelude::*;
use tenon_connector::swagger::{Location, OperationKey, Visibility, add_parameter};

use super::operation::read;
use super::parameter::ParameterEditor;
use crate::components::{Button, ButtonKind, Icon};
use crate::designer::fields::{ChoiceEdit, TextEdit, locations};
use crate::designer::problems::use_problems;
use crate::designer::state::use_designer;
use crate::texts::{common, definition as t, findings};

/// A parameter as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Chip {
    name: String,
    location: &'static str,
    kind: String,
    required: bool,
    visibility: Visibility,
}

/// The list.
#[component]
pub(super) fn Parameters(
    /// The operation.
    key: StoredValue<OperationKey>,
) -> impl IntoView {
    let chips = read(key, |operation| {
        let chip = |p: &tenon_connector::swagger::Parameter<'_>| Chip {
            name: p.name().to_owned(),
            location: p.location().map_or("unknown", Location::as_str),
            kind: p.kind().to_owned(),
            required: p.required(),
            visibility: p.visibility(),
        };
        operation.parameters().iter().map(chip).collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| chips.with(Vec::len));
    let expanded = RwSignal::new(None::<usize>);
    let wanted = use_problems().wanted;
    let holder = read(key, move |operation| {
        let place = wanted.get()?;
        let parameters = operation.parameters();
        parameters
            .iter()
            .position(|p| place.is_in_definition_at(p.path()))
    });
    Effect::new(move |_| {
        if let Some(index) = holder.get() {
            expanded.set(Some(index));
        }
    });
    let adding = RwSignal::new(false);
    let item = move |index: usize| {
        let chip =
            Memo::new(move |_| chips.with(|chips| chips.get(index).cloned().unwrap_or_default()));
        let is_open = move || expanded.get() == Some(index);
        let toggle =
            move |_| expanded.update(|open| *open = (*open != Some(index)).then_some(index));
        let panel = format!("parameter-{index}");
        view! {
            <li class="parameter">
                <button type="button" class="parameter-row" aria-expanded=move || is_open().to_string()
                    aria-controls=panel.clone() on:click=toggle>
                    <ParameterLine chip/>
                </button>
                <div id=panel class="parameter-panel" hidden=move || !is_open()>
                    <Show when=is_open>
                        <ParameterEditor key index on_delete=move || expanded.set(None)/>
                    </Show>
                </div>
            </li>
        }
    };
    view! {
        <h4>{t::parameters()}</h4>
        <Show when=move || { count.get() == 0 }>
            <p class="form-note">{t::the_operation_has_no_parameters()}</p>
        </Show>
        <ul class="parameter-list">
            <For each=move || 0..count.get() key=|index| *index children=item/>
        </ul>
        <Show
            when=move || adding.get()
            fallback=move || {
                view! {
                    <div>
                        <Button kind=ButtonKind::Secondary on_click=move || adding.set(true)>
                            <Icon name="plus"/>
                            {t::add_parameter()}
                        </Button>
                    </div>
                }
            }
        >
            <NewParameter
                key
                on_done=move |added: bool| {
                    adding.set(false);
                    if added {
                        expanded.set(count.get_untracked().checked_sub(1));
                    }
                }
            />
        </Show>
    }
}

#[component]
fn ParameterLine(
    /// The parameter.
    chip: Memo<Chip>,
) -> impl IntoView {
    let visibility = move || match chip.get().visibility {
        Visibility::None => None,
        visibility => Some(view! { <span class="badge">{visibility.as_str()}</span> }),
    };
    view! {
        <Icon name="chevron-right"/>
        <strong>{move || chip.get().name}</strong>
        <span class="badge">{move || chip.get().location}</span>
        <span class="parameter-kind">{move || chip.get().kind}</span>
        {move || chip.get().required.then(|| view! { <span class="badge badge-accent">{common::required()}</span> })}
        {visibility}
    }
}

/// The form that adds a parameter.
#[component]
fn NewParameter(
    /// The operation.
    key: StoredValue<OperationKey>,
    /// The form is done with: true when a parameter was added.
    #[prop(into)]
    on_done: Callback<bool>,
) -> impl IntoView {
    let designer = use_designer();
    let name = RwSignal::new(String::new());
    let location = RwSignal::new(Location::Query.as_str().to_owned());
    let problem = RwSignal::new(None::<String>);
    let add = move || {
        let place = Location::parse(&location.get_untracked()).unwrap_or(Location::Query);
        let name = name.get_untracked();
        let made = designer
            .now(|connector| add_parameter(connector, &key.get_value(), name.trim(), place));
        match made {
            Ok(edit) => {
                designer.change(&t::add_parameter_2(&name.trim()), |_| edit);
                on_done.run(true);
            }
            Err(error) => problem.set(Some(findings::of_call(&error.message()))),
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        add();
    };
    view! {
        <form on:submit=submit class="new-parameter" novalidate>
            <TextEdit label=t::new_parameter() value=name problem required=true
                on_change=move |text| {
                    problem.set(None);
                    name.set(text);
                }/>
            <ChoiceEdit label=t::place() value=location options=locations() on_change=move |text| location.set(text)/>
            <div class="new-parameter-actions">
                <Button kind=ButtonKind::Primary submit=true>{t::add()}</Button>
                <Button kind=ButtonKind::Secondary on_click=move || on_done.run(false)>{common::cancel()}</Button>
            </div>
        </form>
    }
}
