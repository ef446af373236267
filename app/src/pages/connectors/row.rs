//! One row of the list.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::selection::Selection;
use crate::api::connectors::ConnectorRow;
use crate::components::{Icon, Menu, Time};
use crate::texts::common;
use crate::texts::connectors as t;

/// A connector.
#[component]
pub(super) fn Row(
    /// The connector.
    row: Arc<ConnectorRow>,
    /// Its place in the whole list, counted from 0.
    at: usize,
    /// What is ticked.
    selection: Selection,
    /// The person wants it deleted.
    on_delete: Callback<Vec<Arc<ConnectorRow>>>,
) -> impl IntoView {
    let id = StoredValue::new(row.id.clone());
    let is_ticked = Signal::derive(move || id.with_value(|id| selection.holds(id)));
    let open = crate::routes::designer(&row.id, "general");
    let package = format!("/connectors/{}/package", row.id);
    let openapi = format!("/connectors/{}/openapi", row.id);
    let update = crate::routes::update(&row.id);
    let doomed = Arc::clone(&row);
    view! {
        <tr aria-rowindex=(at + 2).to_string() data-ticked=move || is_ticked.get().then_some("")>
            <td class="column-tick"><Tick row=Arc::clone(&row) at selection is_ticked/></td>
            <td>
                <a class="connector-name" href=open.clone()>
                    <ConnectorIcon row=Arc::clone(&row)/>
                    <span><Names row=Arc::clone(&row)/></span>
                </a>
            </td>
            <td class="number">{row.operations.to_string()}</td>
            <td>{row.authentication.clone()}</td>
            <td class="number">{row.version.to_string()}</td>
            <td><Time at=row.changed_at/><span class="changed-by">{t::by()} {row.changed_by.clone()}</span></td>
            <td>
                <Menu label=t::actions_for(&row.title) button=|| view! { <Icon name="more"/> }>
                    <a class="menu-item" href=open><Icon name="edit"/>{t::open()}</a>
                    <a class="menu-item" href=package download="" rel="external"><Icon name="download"/>{common::export()}</a>
                    <a class="menu-item" href=openapi download="" rel="external"><Icon name="download"/>{t::export_as_openapi()}</a>
                    <a class="menu-item" href=update><Icon name="upload"/>{common::update_from_a_source()}</a>
                    <button type="button" class="menu-item menu-item-danger"
                        on:click=move |_| on_delete.run(vec![Arc::clone(&doomed)])>
                        <Icon name="trash"/>
                        {common::delete()}
                    </button>
                </Menu>
            </td>
        </tr>
    }
}

/// A connector that is on its way.
#[component]
pub(super) fn AwaitedRow(
    /// Its place in the whole list, counted from 0.
    at: usize,
    /// How many columns there are.
    columns: usize,
) -> impl IntoView {
    view! {
        <tr aria-rowindex=(at + 2).to_string() aria-busy="true">
            <td colspan=columns.to_string()><div class="skeleton-line"></div></td>
        </tr>
    }
}

/// The title and the description; in a narrow window the facts that have no column there.
#[component]
fn Names(
    /// The connector.
    row: Arc<ConnectorRow>,
) -> impl IntoView {
    let description = Some(row.description.clone()).filter(|text| !text.is_empty());
    let operations = match row.operations {
        1 => t::n_1_operation().to_owned(),
        count => t::operations(&count),
    };
    view! {
        <span class="connector-title">{row.title.clone()}</span>
        {description.map(|text| view! { <small class="connector-description">{text}</small> })}
        <small class="connector-facts">
            {t::version(&row.authentication, &operations, &row.version)}
        </small>
        <small class="connector-facts"><Time at=row.changed_at/> {t::by_2()} {row.changed_by.clone()}</small>
    }
}

/// The box that selects the connector; with Shift, all from the one before.
#[component]
fn Tick(
    /// The connector.
    row: Arc<ConnectorRow>,
    /// Its place in the whole list, counted from 0.
    at: usize,
    /// What is ticked.
    selection: Selection,
    /// Whether it is.
    is_ticked: Signal<bool>,
) -> impl IntoView {
    let label = t::select(&row.title);
    let turn = move |event: leptos::ev::MouseEvent| {
        if event.shift_key() {
            selection.stretch_to(at);
        } else {
            selection.turn(at, &row);
        }
        show_tick(&event, move || is_ticked.try_get_untracked() == Some(true));
    };
    view! {
        <input class="checkbox" type="checkbox" aria-label=label checked=is_ticked.get_untracked()
            prop:checked=move || is_ticked.get() on:click=turn/>
    }
}

/// Shows in a box what is so once the browser has turned it by itself.
pub(super) fn show_tick(event: &web_sys::Event, is_ticked: impl Fn() -> bool + 'static) {
    let target = event.target();
    let Some(input) = target.and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
    else {
        return;
    };
    request_animation_frame(move || input.set_checked(is_ticked()));
}

/// The icon on the brand colour, or the first letter of the title.
#[component]
fn ConnectorIcon(
    /// The connector.
    row: Arc<ConnectorRow>,
) -> impl IntoView {
    let initial = row.title.chars().next().unwrap_or('?').to_string();
    let picture = if row.has_icon {
        let address = format!("/connectors/{}/icon?version={}", row.id, row.version);
        view! { <image href=address x="4" y="4" width="20" height="20"></image> }.into_any()
    } else {
        view! { <text x="14" y="19.5" text-anchor="middle">{initial}</text> }.into_any()
    };
    view! {
        <svg class="connector-icon" viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="6" fill=row.brand_colour.clone()></rect>
            {picture}
        </svg>
    }
}
