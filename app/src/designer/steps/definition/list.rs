//! The list of operations, with search, and the dialog that adds one.

use leptos::prelude::*;
use tenon_connector::swagger::{
    Address, Method, OperationKey, add_operation, free_operation_id, operations,
};

use super::address::{AddressEdit, MethodBadge};
use super::{address_of, use_open_operation};
use crate::components::{Button, ButtonKind, Dialog, Icon};
use crate::designer::fields::TextEdit;
use crate::designer::state::use_designer;
use crate::texts::common;
use crate::texts::definition as t;

/// An operation as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Row {
    key: OperationKey,
    label: String,
    trigger: bool,
}

/// The list.
#[component]
pub(super) fn OperationList(
    /// The operation that is open.
    selected: Memo<Option<OperationKey>>,
) -> impl IntoView {
    let designer = use_designer();
    let search = RwSignal::new(String::new());
    let adding = RwSignal::new(false);
    let rows = designer.memo(|connector| {
        operations(connector.definition())
            .map(|operation| Row {
                key: operation.key().clone(),
                label: operation.label(),
                trigger: operation.is_trigger(),
            })
            .collect::<Vec<_>>()
    });
    let found = Memo::new(move |_| {
        let wanted = search.get().to_lowercase();
        let fits = |row: &Row| {
            wanted.is_empty()
                || row.label.to_lowercase().contains(&wanted)
                || row.key.to_string().to_lowercase().contains(&wanted)
        };
        rows.get().into_iter().filter(fits).collect::<Vec<_>>()
    });
    let of_kind = move |trigger: bool| {
        move || {
            found
                .get()
                .into_iter()
                .filter(|row| row.trigger == trigger)
                .collect::<Vec<_>>()
        }
    };
    view! {
        <aside class="operation-list" aria-label=common::operations()>
            <div class="operation-list-head">
                <input
                    type="search"
                    class="input"
                    aria-label=t::search_operations()
                    placeholder=t::search_operations()
                    prop:value=move || search.get()
                    on:input=move |event| search.set(event_target_value(&event))
                />
                <Button kind=ButtonKind::Secondary on_click=move || adding.set(true)>
                    <Icon name="plus"/>
                    {t::new_action()}
                </Button>
            </div>
            <Group name=t::actions() rows=Signal::derive(of_kind(false)) selected/>
            <Group name=t::triggers() rows=Signal::derive(of_kind(true)) selected/>
            <p class="operation-list-count" role="status">
                {move || {
                    let (shown, all) = (found.with(Vec::len), rows.with(Vec::len));
                    if shown == all { t::operations(&all) } else { t::of_operations(&shown, &all) }
                }}
            </p>
            <Dialog title=t::new_action() open=adding on_close=move || adding.set(false)>
                <Show when=move || adding.get()>
                    <NewAction on_done=move || adding.set(false)/>
                </Show>
            </Dialog>
        </aside>
    }
}

/// The actions, or the triggers.
#[component]
fn Group(
    /// Its heading.
    name: &'static str,
    /// Its operations.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// The operation that is open.
    selected: Memo<Option<OperationKey>>,
) -> impl IntoView {
    let designer = use_designer();
    let item = move |row: Row| {
        let href = address_of(designer, &row.key);
        let key = row.key.clone();
        let current = move || {
            selected
                .with(|open| open.as_ref() == Some(&key))
                .then_some("true")
        };
        view! {
            <li>
                <a href=href aria-current=current>
                    <MethodBadge method=row.key.method/>
                    <span class="operation-name">
                        <span>{row.label}</span>
                        <small>{row.key.path}</small>
                    </span>
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <h2>{name}</h2>
            <ul>
                <For each=move || rows.get() key=Clone::clone children=item/>
            </ul>
        </Show>
    }
}

/// The form that adds an action.
#[component]
fn NewAction(
    /// The action is there, or the maker does not want it.
    #[prop(into)]
    on_done: Callback<()>,
) -> impl IntoView {
    let designer = use_designer();
    let open = use_open_operation();
    let method = RwSignal::new(Method::Get);
    let path = RwSignal::new(String::new());
    let summary = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let add = move || {
        let address = match Address::parse(&path.get_untracked()) {
            Ok(address) => address,
            Err(error) => return problem.set(Some(error.to_string())),
        };
        let summary = summary.get_untracked();
        let id =
            designer.now(|connector| free_operation_id(connector.definition(), &pascal(&summary)));
        let made = designer.now(|connector| {
            add_operation(connector, method.get_untracked(), &address, &id, &summary)
        });
        match made {
            Ok((key, edits)) => {
                designer.change(t::add_action(), |_| edits);
                on_done.run(());
                open(&key);
            }
            Err(error) => problem.set(Some(error.to_string())),
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        add();
    };
    view! {
        <form on:submit=submit class="form-stack" novalidate>
            <TextEdit label=t::summary() value=summary on_change=move |text| summary.set(text)
                hint=t::what_the_action_does_such_as_list()/>
            <AddressEdit
                method
                path
                on_method=move |value| method.set(value)
                on_path=move |text| {
                    problem.set(None);
                    path.set(text);
                }
                problem
                live=true
            />
            <div class="dialog-actions">
                <Button kind=ButtonKind::Secondary on_click=move || on_done.run(())>{common::cancel()}</Button>
                <Button kind=ButtonKind::Primary submit=true>{t::add_action()}</Button>
            </div>
        </form>
    }
}

/// A text as an operation ID: `List joints` becomes `ListJoints` (guideline G15).
fn pascal(text: &str) -> String {
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let id: String = words
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase())
                .into_iter()
                .chain(letters)
                .collect::<String>()
        })
        .collect();
    if id.is_empty() {
        "NewAction".to_owned()
    } else {
        id
    }
}
