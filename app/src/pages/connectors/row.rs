//! One row of the list.

use leptos::prelude::*;

use crate::api::connectors::ConnectorRow;
use crate::components::{Icon, Menu, Time};

/// A connector.
#[component]
pub(super) fn Row(
    /// The connector.
    row: ConnectorRow,
    /// Its place in the whole list, counted from 1.
    place: Signal<usize>,
    /// The person wants it deleted.
    on_delete: Callback<ConnectorRow>,
) -> impl IntoView {
    let open = crate::routes::designer(&row.id, "general");
    let package = format!("/connectors/{}/package", row.id);
    let update = crate::routes::update(&row.id);
    let menu = format!("Actions for {}", row.title);
    let description = Some(row.description.clone()).filter(|text| !text.is_empty());
    let doomed = row.clone();
    view! {
        // The head of the table is row 1.
        <tr aria-rowindex=move || (place.get() + 1).to_string()>
            <td>
                <a class="connector-name" href=open.clone()>
                    <ConnectorIcon row=row.clone()/>
                    <span>
                        <span class="connector-title">{row.title}</span>
                        {description.map(|text| view! { <small>{text}</small> })}
                    </span>
                </a>
            </td>
            <td class="number">{row.operations.to_string()}</td>
            <td>{row.authentication}</td>
            <td class="number">{row.version.to_string()}</td>
            <td><Time at=row.changed_at/><span class="changed-by">"by " {row.changed_by}</span></td>
            <td>
                <Menu label=menu button=|| view! { <Icon name="more"/> }>
                    <a class="menu-item" href=open><Icon name="edit"/>"Open"</a>
                    <a class="menu-item" href=package download="" rel="external"><Icon name="download"/>"Export"</a>
                    <a class="menu-item" href=update><Icon name="upload"/>"Update from a source"</a>
                    <button type="button" class="menu-item menu-item-danger" on:click=move |_| on_delete.run(doomed.clone())>
                        <Icon name="trash"/>
                        "Delete"
                    </button>
                </Menu>
            </td>
        </tr>
    }
}

/// The icon on the brand colour, or the first letter of the title.
#[component]
fn ConnectorIcon(
    /// The connector.
    row: ConnectorRow,
) -> impl IntoView {
    let initial = row
        .title
        .chars()
        .next()
        .unwrap_or('?')
        .to_uppercase()
        .to_string();
    let picture = if row.has_icon {
        let address = format!("/connectors/{}/icon?version={}", row.id, row.version);
        view! { <image href=address x="4" y="4" width="20" height="20"></image> }.into_any()
    } else {
        view! { <text x="14" y="19.5" text-anchor="middle">{initial}</text> }.into_any()
    };
    view! {
        <svg class="connector-icon" viewBox="0 0 28 28" aria-hidden="true">
            <rect width="28" height="28" rx="6" fill=row.brand_colour></rect>
            {picture}
        </svg>
    }
}
