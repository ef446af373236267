//! One operation: its texts, its address, its parameters.

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::swagger::{
    Address, Method, Operation, OperationKey, OperationText, Visibility, delete_operation,
    move_operation, set_visibility,
};

use super::address::AddressEdit;
use super::parameters::Parameters;
use super::use_open_operation;
use crate::components::{Button, ButtonKind, Icon};
use crate::designer::action::change_of;
use crate::designer::fields::{ChoiceEdit, TextEdit, visibilities};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;
use crate::texts::common;
use crate::texts::definition as t;

/// The editor of an operation.
#[component]
pub(super) fn OperationEditor(
    /// The operation.
    key: OperationKey,
) -> impl IntoView {
    let designer = use_designer();
    let key = StoredValue::new(key);
    let visibility = read(key, |operation| operation.visibility().as_str().to_owned());
    let label = read(key, |operation| operation.label());
    let trigger = read(key, |operation| operation.is_trigger());
    let choose = move |text: String| {
        let wanted = Visibility::ALL
            .into_iter()
            .find(|v| v.as_str() == text)
            .unwrap_or_default();
        designer.change(t::change_visibility(), |connector| {
            set_visibility(connector, &key.get_value(), wanted)
        });
    };
    let delete = move || {
        let name = label.get_untracked();
        designer.change(&t::delete(&name), |connector| {
            delete_operation(connector, &key.get_value())
        });
    };
    let visibility_place =
        key.with_value(|key| Place::definition(key.location().join("x-ms-visibility")));
    let id = read(key, |operation| operation.operation_id().to_owned());
    let id_problem = Signal::derive(move || {
        id.get()
            .is_empty()
            .then(|| t::give_the_operation_an_id().to_owned())
    });
    view! {
        <div class="form-sections">
            <header class="operation-head">
                <h2>{move || label.get()}</h2>
                <span class="badge">{move || if trigger.get() { t::trigger() } else { t::action() }}</span>
                <Button kind=ButtonKind::Quiet on_click=delete>
                    <Icon name="trash"/>
                    {common::delete()}
                </Button>
            </header>
            <section class="form-section" aria-labelledby="operation-general">
                <h3 id="operation-general">{common::general()}</h3>
                <OperationTextEdit key text=OperationText::Summary label=t::summary()
                    hint=t::the_name_that_makers_see_in_sentence()/>
                <OperationTextEdit key text=OperationText::Description label=t::description() lines=3
                    hint=t::a_full_sentence_that_says_what_the()/>
                <OperationTextEdit key text=OperationText::OperationId label=t::operation_id() problem=id_problem required=true
                    hint=t::the_operations_name_for_machines_such_as()/>
                <ChoiceEdit label=t::visibility() value=visibility options=visibilities() on_change=choose place=Some(visibility_place)
                    hint=t::important_is_shown_first_advanced_under_more()/>
            </section>
            <section class="form-section" aria-labelledby="operation-request">
                <h3 id="operation-request">{t::request()}</h3>
                <OperationAddress key/>
                <Parameters key/>
            </section>
        </div>
    }
}

/// A value of the operation, or its default once the operation is gone.
pub(super) fn read<T: Default + PartialEq + Send + Sync + 'static>(
    key: StoredValue<OperationKey>,
    read: impl Fn(&Operation<'_>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    use_designer().memo(move |connector: &Connector| {
        let found = key.with_value(|key| Operation::find(connector.definition(), key));
        found.map(|operation| read(&operation)).unwrap_or_default()
    })
}

/// A text of the operation.
#[component]
fn OperationTextEdit(
    /// The operation.
    key: StoredValue<OperationKey>,
    /// Which text.
    text: OperationText,
    /// Its label.
    label: &'static str,
    /// What belongs into it.
    hint: &'static str,
    /// How many lines it shows; one unless said.
    #[prop(optional)]
    lines: u32,
    /// Whether it must be there.
    #[prop(optional)]
    required: bool,
    /// What is wrong with it.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let designer = use_designer();
    let value = read(key, move |operation| match text {
        OperationText::Summary => operation.summary().to_owned(),
        OperationText::Description => operation.description().to_owned(),
        OperationText::OperationId => operation.operation_id().to_owned(),
    });
    let change = move |written: String| {
        let action = change_of(label);
        designer.change(&action, |connector| {
            text.set(connector, &key.get_value(), &written)
        });
    };
    let place = key.with_value(|key| Place::definition(key.location().join(text.key())));
    view! { <TextEdit label value on_change=change hint lines required problem place=Some(place)/> }
}

/// Verb and path; a change moves the operation and keeps it open.
#[component]
fn OperationAddress(
    /// The operation.
    key: StoredValue<OperationKey>,
) -> impl IntoView {
    let designer = use_designer();
    let open = StoredValue::new(use_open_operation());
    let problem = RwSignal::new(None::<String>);
    let now = key.get_value();
    let (method, path) = (RwSignal::new(now.method), RwSignal::new(now.path));
    let go = move |method: Method, path: String| {
        let moved = Address::parse(&path).and_then(|address| {
            designer.now(|connector| move_operation(connector, &key.get_value(), method, &address))
        });
        match moved {
            Ok((to, edits)) => {
                problem.set(None);
                designer.change(t::change_verb_and_path(), |_| edits);
                open.with_value(|open| open(&to));
            }
            Err(error) => problem.set(Some(error.to_string())),
        }
    };
    view! {
        <AddressEdit
            method
            path
            on_method=move |method| go(method, path.get_untracked())
            on_path=move |text: String| {
                path.set(text.clone());
                go(method.get_untracked(), text);
            }
            problem
        />
    }
}
