//! Tables: heads that sort, and rows of which only those in sight are in the page.

use std::hash::Hash;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::icon::Icon;

/// How many rows are in the page at most.
const WINDOW: usize = 80;

/// The window moves by so many rows at a time.
const STRIDE: usize = 20;

/// The height of a row before one was measured.
const ROW_HEIGHT: usize = 45;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

/// The head of a column, which sorts by it.
#[component]
pub fn SortHead(
    /// The name of the column.
    #[prop(into)]
    label: String,
    /// The class of the column.
    #[prop(default = "")]
    class: &'static str,
    /// How the table is sorted by it; none: it is not.
    #[prop(into)]
    sorted: Signal<Option<Direction>>,
    /// The person wants to sort by it, or the other way round.
    #[prop(into)]
    on_sort: Callback<()>,
) -> impl IntoView {
    let state = move || {
        sorted.get().map(|direction| match direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        })
    };
    let icon = move || match sorted.get() {
        Some(Direction::Descending) => view! { <Icon name="arrow-down"/> },
        Some(Direction::Ascending) => view! { <Icon name="arrow-up"/> },
        None => view! { <Icon name="sort"/> },
    };
    view! {
        <th class=class scope="col" aria-sort=state>
            <button type="button" class="sort" on:click=move |_| on_sort.run(())>{label}{icon}</button>
        </th>
    }
}

/// A table of any number of rows, of which only those in sight and near it are in the page. Each row
/// is a `<tr>` with `aria-rowindex`; all have the same height.
#[component]
pub fn VirtualTable<K, F>(
    /// What the rows are.
    #[prop(into)]
    label: String,
    /// What the rows are told apart by, in order.
    #[prop(into)]
    rows: Signal<Vec<K>>,
    /// How many columns there are.
    columns: usize,
    /// The heads of the columns: a `<tr>`.
    #[prop(into)]
    head: ViewFn,
    /// Makes a row: what it is told apart by, and its `aria-rowindex`.
    row: F,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    F: Fn(K, Signal<usize>) -> AnyView + Clone + Send + Sync + 'static,
{
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
    let count = Memo::new(move |_| rows.with(Vec::len));
    let first = Memo::new(move |_| first_row(top.get(), count.get()));
    let window = Memo::new(move |_| {
        let first = first.get();
        rows.with(|rows| {
            let shown = rows.iter().cloned().enumerate().skip(first).take(WINDOW);
            shown.collect::<Vec<(usize, K)>>()
        })
    });
    let make = move |(_, key): (usize, K)| {
        let own = key.clone();
        // Counted from 1, and the head is the first.
        let index = Signal::derive(move || {
            window.with(|window| {
                let found = window.iter().find(|(_, other)| *other == own);
                found.map_or(0, |(place, _)| place + 2)
            })
        });
        row(key, index)
    };
    let above = Signal::derive(move || first.get() * height.get());
    let below =
        Signal::derive(move || count.get().saturating_sub(first.get() + WINDOW) * height.get());
    view! {
        <div class="table-frame" node_ref=frame tabindex="0" role="region" aria-label=label on:scroll=scrolled>
            <table class="table" aria-rowcount=move || (count.get() + 1).to_string()>
                <thead>{head.run()}</thead>
                <tbody>
                    <Gap height=above columns/>
                    <For each=move || window.get() key=|(_, key)| key.clone() children=make/>
                    <Gap height=below columns/>
                </tbody>
            </table>
        </div>
    }
}

/// The first row in the page when `top` is the first in sight.
fn first_row(top: usize, count: usize) -> usize {
    (top.saturating_sub(STRIDE) / STRIDE * STRIDE).min(count.saturating_sub(WINDOW))
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
    /// How many columns there are.
    columns: usize,
) -> impl IntoView {
    let shown = Memo::new(move |_| height.get() > 0);
    view! {
        <Show when=move || shown.get()>
            <tr class="gap" aria-hidden="true">
                <td colspan=columns.to_string()><svg width="1" height=move || height.get().to_string()></svg></td>
            </tr>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::{STRIDE, WINDOW, first_row};

    #[test]
    fn the_rows_in_sight_are_in_the_page() {
        for count in [0, 1, 79, 80, 81, 10_000] {
            for top in 0..count {
                let first = first_row(top, count);
                assert!(first <= top && top < first + WINDOW);
                assert!(top < first + 2 * STRIDE || first + WINDOW >= count);
            }
        }
    }
}
