//! The table of connectors. Only the rows in sight are in the page, so that it stays quick with any
//! number of them.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::delete::DeleteDialog;
use super::row::Row;
use super::sorting::{Column, Listed, Sorting, found};
use crate::api::connectors::ConnectorRow;
use crate::components::{Icon, TextInput};

/// How many rows are in the page at once.
const WINDOW: usize = 80;
/// By how many rows the window moves, so that scrolling redraws seldom.
const STRIDE: usize = 20;
/// The height of a row until one is measured.
const ROW_HEIGHT: usize = 44;

/// The table with its search.
#[component]
pub(super) fn ConnectorTable(
    /// The connectors.
    rows: Vec<ConnectorRow>,
    /// One of them was deleted.
    #[prop(into)]
    on_deleted: Callback<()>,
) -> impl IntoView {
    let all = rows.len();
    let rows = StoredValue::new(rows.into_iter().map(Listed::new).collect::<Vec<_>>());
    let search = RwSignal::new(String::new());
    let sorting = RwSignal::new(Sorting::default());
    let matched = Memo::new(move |_| {
        search.with(|search| rows.with_value(|rows| found(rows, search, sorting.get())))
    });
    let doomed = RwSignal::new(None::<ConnectorRow>);
    let count = move || match matched.with(Vec::len) {
        1 if all == 1 => "1 connector".to_owned(),
        found if found == all => format!("{all} connectors"),
        found => format!("{found} of {all} connectors"),
    };
    view! {
        <div class="list-bar" role="search">
            <div class="search">
                <Icon name="search"/>
                <TextInput kind="search" label="Search connectors" placeholder="Search connectors"
                    value=search on_input=move |text| search.set(text)/>
            </div>
            <p class="list-count" role="status">{count}</p>
        </div>
        <Frame rows matched sorting on_delete=Callback::new(move |row| doomed.set(Some(row)))/>
        <Show when=move || matched.with(Vec::is_empty)>
            <p class="form-note">"No connector holds these words. Search for fewer, or in another spelling."</p>
        </Show>
        <DeleteDialog doomed on_deleted/>
    }
}

/// The scrolling frame and the window of rows inside it.
#[component]
fn Frame(
    /// All rows.
    rows: StoredValue<Vec<Listed>>,
    /// The places of those to show, in order.
    matched: Memo<Vec<usize>>,
    /// The order.
    sorting: RwSignal<Sorting>,
    /// The person wants a connector deleted.
    on_delete: Callback<ConnectorRow>,
) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let height = RwSignal::new(ROW_HEIGHT);
    let top = RwSignal::new(0_usize);
    let scrolled = move |_| {
        let Some(frame) = frame.get_untracked() else {
            return;
        };
        if let Some(measured) = row_height(&frame) {
            height.set(measured);
        }
        top.set(usize::try_from(frame.scroll_top()).unwrap_or_default() / height.get_untracked());
    };
    let first = Memo::new(move |_| {
        let most = matched.with(Vec::len).saturating_sub(WINDOW);
        (top.get().saturating_sub(STRIDE) / STRIDE * STRIDE).min(most)
    });
    let window = move || {
        let first = first.get();
        matched.with(|matched| {
            let shown = matched.iter().copied().enumerate().skip(first).take(WINDOW);
            shown.collect::<Vec<_>>()
        })
    };
    let row = move |(_, index): (usize, usize)| {
        let place = Signal::derive(move || {
            matched.with(|matched| {
                matched
                    .iter()
                    .position(|at| *at == index)
                    .map_or(0, |at| at + 1)
            })
        });
        let row = rows.with_value(|rows| rows.get(index).map(|listed| listed.row.clone()));
        row.map(|row| view! { <Row row place on_delete/> })
    };
    let above = Signal::derive(move || first.get() * height.get());
    let below = Signal::derive(move || {
        matched.with(Vec::len).saturating_sub(first.get() + WINDOW) * height.get()
    });
    view! {
        <div class="table-frame connectors-frame" node_ref=frame tabindex="0" role="region" aria-label="Connectors"
            on:scroll=scrolled>
            <table class="table connectors-table" aria-rowcount=move || (matched.with(Vec::len) + 1).to_string()>
                <Head sorting/>
                <tbody>
                    <Gap height=above/>
                    <For each=window key=|(_, index)| *index children=row/>
                    <Gap height=below/>
                </tbody>
            </table>
        </div>
    }
}

fn row_height(frame: &web_sys::Element) -> Option<usize> {
    let row = frame.query_selector("tr[aria-rowindex]").ok().flatten()?;
    let height = row.dyn_into::<web_sys::HtmlElement>().ok()?.offset_height();
    usize::try_from(height).ok().filter(|height| *height > 0)
}

/// Stands for the rows that are not in the page, so that the scroll bar tells the truth.
#[component]
fn Gap(
    /// How high they are together.
    height: Signal<usize>,
) -> impl IntoView {
    let shown = Memo::new(move |_| height.get() > 0);
    view! {
        <Show when=move || shown.get()>
            <tr class="gap" aria-hidden="true">
                <td colspan="6"><svg width="1" height=move || height.get().to_string()></svg></td>
            </tr>
        </Show>
    }
}

/// The heads of the columns, which sort.
#[component]
fn Head(
    /// The order.
    sorting: RwSignal<Sorting>,
) -> impl IntoView {
    view! {
        <thead>
            <tr>
                <SortHead sorting column=Column::Title label="Connector" class="column-title"/>
                <SortHead sorting column=Column::Operations label="Operations" class="column-operations number"/>
                <SortHead sorting column=Column::Authentication label="Authentication" class="column-authentication"/>
                <SortHead sorting column=Column::Version label="Version" class="column-version number"/>
                <SortHead sorting column=Column::Changed label="Last change" class="column-changed"/>
                <th class="column-menu"><span class="visually-hidden">"Actions"</span></th>
            </tr>
        </thead>
    }
}

#[component]
fn SortHead(
    /// The order.
    sorting: RwSignal<Sorting>,
    /// The column.
    column: Column,
    /// Its name.
    label: &'static str,
    /// Its class.
    class: &'static str,
) -> impl IntoView {
    let state = move || match sorting.get() {
        Sorting {
            column: by,
            descending,
        } if by == column => Some(if descending {
            "descending"
        } else {
            "ascending"
        }),
        Sorting { .. } => None,
    };
    let icon = move || match state() {
        Some("descending") => view! { <Icon name="arrow-down"/> },
        Some(_) => view! { <Icon name="arrow-up"/> },
        None => view! { <Icon name="sort"/> },
    };
    view! {
        <th class=class scope="col" aria-sort=state>
            <button type="button" class="sort" on:click=move |_| sorting.update(|now| *now = now.by(column))>
                {label}
                {icon}
            </button>
        </th>
    }
}
