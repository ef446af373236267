//! One row of the list of connections, and what can be done with it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::connection_list::{ConnectionRow, ConnectionSharing, share_connection};
use crate::api::connections::Connection;
use crate::components::{Icon, Menu, Time, use_toasts};
use crate::connection::told;
use crate::routes;
use crate::texts::{common, connections as t};

/// A connection.
#[component]
pub(super) fn Row(
    /// The connection.
    row: ConnectionRow,
    /// It was changed.
    on_change: Callback<()>,
    /// The person wants it deleted.
    on_delete: Callback<Connection>,
) -> impl IntoView {
    let ConnectionRow {
        connection,
        title,
        signs_in,
    } = row;
    let (class, word, reason) = told(connection.status.clone());
    let test = routes::test_with(&connection.connector, &connection.id);
    let name = match connection.may_use {
        true => view! { <a href=test>{connection.name.clone()}</a> }.into_any(),
        false => connection.name.clone().into_any(),
    };
    let owner = match connection.is_own {
        true => t::you().to_owned(),
        false => connection.owner.clone(),
    };
    let facts = format!("{title} · {owner}");
    let shared = connection
        .is_shared
        .then(|| view! { " " <span class="badge badge-accent">{t::shared()}</span> });
    let used = match connection.used_at {
        0 => t::never().into_any(),
        at => view! { <Time at/> }.into_any(),
    };
    view! {
        <tr>
            <td class="connection-name">
                {name}
                <small class="connection-facts">{facts}</small>
            </td>
            <td>
                <span class=class>{word}</span>
                {reason.map(|reason| view! { <small class="connection-reason">{reason}</small> })}
            </td>
            <td class="connection-name">
                <a href=routes::designer(&connection.connector, "general")>{title}</a>
            </td>
            <td class="soft">{owner}{shared}</td>
            <td class="soft">{used}</td>
            <td class="number"><Actions connection signs_in on_change on_delete/></td>
        </tr>
    }
}

/// What the person may do with the connection.
#[component]
fn Actions(
    /// The connection.
    connection: Connection,
    /// Whether its connector signs people in.
    signs_in: bool,
    /// It was changed.
    on_change: Callback<()>,
    /// The person wants it deleted.
    on_delete: Callback<Connection>,
) -> impl IntoView {
    let Connection {
        may_use,
        may_change,
        may_remove,
        is_own,
        is_shared,
        ..
    } = connection;
    let test = routes::test_with(&connection.connector, &connection.id);
    let sign_in = test.clone();
    let edit = routes::edit_connection(&connection.connector, &connection.id);
    let label = t::actions_for(&connection.name);
    let connection = StoredValue::new(connection);
    let toasts = use_toasts();
    let share = move |_| {
        let (id, name) = connection.with_value(|own| (own.id.clone(), own.name.clone()));
        let shared = !is_shared;
        spawn_local(async move {
            match share_connection(ConnectionSharing { id, shared }).await {
                Ok(_) if shared => toasts.info(t::is_shared_now(&name)),
                Ok(_) => toasts.info(t::is_not_shared_any_more(&name)),
                Err(error) => toasts.error(error),
            }
            on_change.run(());
        });
    };
    let may_turn = if is_shared { may_remove } else { is_own };
    (may_use || may_change || may_remove).then(|| view! {
        <Menu label button=|| view! { <Icon name="more"/> }>
            {may_use.then(|| view! { <a class="menu-item" href=test><Icon name="play"/>{t::test()}</a> })}
            {may_change.then(|| view! { <a class="menu-item" href=edit><Icon name="edit"/>{t::edit()}</a> })}
            {(may_change && signs_in).then(|| view! {
                <a class="menu-item" href=sign_in><Icon name="key"/>{t::sign_in_again()}</a>
            })}
            {may_turn.then(|| view! {
                <button type="button" class="menu-item" on:click=share>
                    <Icon name="account"/>
                    {if is_shared { t::stop_sharing() } else { t::share() }}
                </button>
            })}
            {may_remove.then(|| view! {
                <button type="button" class="menu-item menu-item-danger"
                    on:click=move |_| on_delete.run(connection.get_value())>
                    <Icon name="trash"/>
                    {common::delete()}
                </button>
            })}
        </Menu>
    })
}
