//! The operations of a file, with the choice among them.

use std::ops::Range;

use leptos::prelude::*;

use super::choice::{Choice, Group};
use crate::api::imports::PreviewOperation;
use crate::components::{Button, ButtonKind, Icon, TextInput, VirtualTable};
use crate::texts::common;
use crate::texts::import as t;

/// The operations, with search and choice.
#[component]
pub(super) fn Operations(
    /// The operations and which of them are taken.
    choice: Choice,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| search.with(|search| choice.found(search)));
    let taken = Memo::new(move |_| choice.taken());
    let all = choice.all();
    let rows = move |range: Range<usize>| {
        found.with(|found| found.get(range).unwrap_or_default().to_vec())
    };
    let row = move |index: usize, place: usize| {
        let operation = choice.operation(place);
        operation
            .map(|operation| view! { <Row choice place operation index/> })
            .into_any()
    };
    view! {
        <section class="card" aria-labelledby="operations">
            <div class="list-bar">
                <h2 id="operations">{common::operations()}</h2>
                <div class="search">
                    <Icon name="search"/>
                    <TextInput kind="search" label=t::search_operations() placeholder=t::search_operations()
                        value=search on_input=move |text| search.set(text)/>
                </div>
                <p class="list-count" role="status">{move || t::of_chosen(&taken.get(), &all)}</p>
            </div>
            <ChoiceBar choice search found/>
            <Groups choice/>
            <div class="operations-frame">
                <VirtualTable label=t::list_of_operations() count=Signal::derive(move || found.with(Vec::len)) rows
                        columns=4 row head=|| view! {
                    <tr>
                        <th class="column-check" scope="col"><span class="visually-hidden">{t::chosen()}</span></th>
                        <th class="column-method" scope="col">{t::verb()}</th>
                        <th scope="col">{common::operation()}</th>
                        <th scope="col">{t::operation_id()}</th>
                    </tr>
                }/>
            </div>
        </section>
    }
}

/// Buttons that choose many operations at once: all, or those that were found.
#[component]
fn ChoiceBar(
    /// The operations.
    choice: Choice,
    /// What is searched for.
    search: RwSignal<String>,
    /// What was found.
    found: Memo<Vec<usize>>,
) -> impl IntoView {
    let searches = Memo::new(move |_| search.with(|search| !search.trim().is_empty()));
    let all: StoredValue<Vec<usize>> = StoredValue::new((0..choice.all()).collect());
    let set_all = move |taken: bool| all.with_value(|all| choice.set(all, taken));
    let set_found = move |taken: bool| found.with_untracked(|found| choice.set(found, taken));
    let only = move || found.with_untracked(|found| choice.only(found));
    let count = move || found.with(Vec::len);
    view! {
        <div class="choice-bar" role="group" aria-label=t::choose_operations()>
            <Show when=move || searches.get() fallback=move || view! {
                <Button kind=ButtonKind::Secondary on_click=move || set_all(true)>{t::choose_all()}</Button>
                <Button kind=ButtonKind::Secondary on_click=move || set_all(false)>{t::clear_all()}</Button>
            }>
                <Button kind=ButtonKind::Secondary on_click=move || set_found(true)>{move || t::choose_the_found(&count())}</Button>
                <Button kind=ButtonKind::Secondary on_click=only>{move || t::choose_only_the_found(&count())}</Button>
                <Button kind=ButtonKind::Secondary on_click=move || set_found(false)>{move || t::clear_the_found(&count())}</Button>
            </Show>
        </div>
    }
}

/// The tags or folders, each with a box that takes all of it.
#[component]
fn Groups(
    /// The operations.
    choice: Choice,
) -> impl IntoView {
    let groups = choice.groups();
    (groups.len() > 1).then(|| {
        let boxes: Vec<_> = groups
            .into_iter()
            .map(|group| view! { <li><GroupBox choice group/></li> })
            .collect();
        view! { <ul class="operation-groups" aria-label=t::tags_and_folders() tabindex="0">{boxes}</ul> }
    })
}

#[component]
fn GroupBox(
    /// The operations.
    choice: Choice,
    /// The tag or folder.
    group: Group,
) -> impl IntoView {
    let Group { name, places } = group;
    let all = places.len();
    let places = StoredValue::new(places);
    let taken = Memo::new(move |_| places.with_value(|places| choice.count(places)));
    let set = move |event: leptos::ev::Event| {
        let wanted = event_target_checked(&event);
        places.with_value(|places| choice.set(places, wanted));
    };
    view! {
        <label class="check">
            <input class="checkbox" type="checkbox" prop:checked=move || taken.get() == all
                prop:indeterminate=move || (1..all).contains(&taken.get()) on:change=set/>
            <span>{name} " " <span class="field-aside">{move || t::of_2(&taken.get(), &all)}</span></span>
        </label>
    }
}

#[component]
fn Row(
    /// The operations.
    choice: Choice,
    /// The place of the operation in the file.
    place: usize,
    /// The operation.
    operation: PreviewOperation,
    /// Its place in the table, counted from 0.
    index: usize,
) -> impl IntoView {
    let class = format!("method method-{}", operation.method.to_lowercase());
    let name = match (operation.summary.as_str(), operation.operation_id.as_str()) {
        ("", "") => format!("{} {}", operation.method, operation.path),
        ("", id) => id.to_owned(),
        (summary, _) => summary.to_owned(),
    };
    let taken = Memo::new(move |_| choice.takes(place));
    // It cannot be named in a choice.
    let is_nameless = operation.operation_id.is_empty();
    let label = if is_nameless {
        t::take_it_has_no_operation_id_and(&name)
    } else {
        t::take(&name)
    };
    let set = move |event: leptos::ev::Event| choice.set(&[place], event_target_checked(&event));
    view! {
        <tr aria-rowindex=(index + 2).to_string()>
            <td class="column-check">
                <input class="checkbox" type="checkbox" aria-label=label.clone() title=label disabled=is_nameless
                    prop:checked=move || taken.get() on:change=set/>
            </td>
            <td><span class=class>{operation.method}</span></td>
            <td>
                <span class="one-line">
                    {name}
                    {operation.trigger.then(|| view! { " " <span class="badge badge-accent">{t::trigger()}</span> })}
                </span>
                <small class="one-line"><code>{operation.path}</code></small>
            </td>
            <td><code class="one-line">{operation.operation_id}</code></td>
        </tr>
    }
}
