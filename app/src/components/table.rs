//! Tables: heads that sort, and rows of which only those in sight are in the page.

use std::hash::Hash;
use std::ops::Range;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::icon::Icon;

/// How many rows are in the page at most.
const WINDOW: usize = 80;

/// How many rows are kept above those in sight.
const MARGIN: usize = 20;

/// The window moves by so many rows at a time: few, that each picture of one who scrolls has little to make.
const STRIDE: usize = 4;

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
    /// The class of the frame that scrolls.
    #[prop(default = "")]
    class: &'static str,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// What a part of the rows is, counted from 0; asked anew when what it reads changes. A row that
    /// differs is made anew.
    #[prop(into)]
    rows: Callback<Range<usize>, Vec<K>>,
    /// How many columns there are.
    columns: usize,
    /// The heads of the columns: a `<tr>`.
    #[prop(into)]
    head: ViewFn,
    /// Makes a row: what it is, and its place, counted from 0. Its `aria-rowindex` is 2 more.
    row: F,
    /// The place of the first row in sight. It follows the person who scrolls, and leads the table.
    #[prop(optional, into)]
    top: Option<RwSignal<usize>>,
    /// Other rows came into the page.
    #[prop(optional, into)]
    on_rows: Option<Callback<Range<usize>>>,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    F: Fn(usize, K) -> AnyView + Clone + Send + Sync + 'static,
{
    let frame = NodeRef::<Div>::new();
    let height = RwSignal::new(ROW_HEIGHT);
    let top = top.unwrap_or_else(|| RwSignal::new(0));
    let scroll = Scroll { height, top };
    scroll.lead(frame);
    let scrolled = move |_| {
        if let Some(frame) = frame.get_untracked() {
            scroll.follow(&frame);
        }
    };
    let first = Memo::new(move |_| first_row(top.get(), count.get()));
    let range = Memo::new(move |_| {
        let first = first.get();
        first..(first + WINDOW).min(count.get())
    });
    if let Some(on_rows) = on_rows {
        Effect::new(move |_| on_rows.run(range.get()));
    }
    let window = Memo::new(move |_| {
        let range = range.get();
        range
            .clone()
            .zip(rows.run(range))
            .collect::<Vec<(usize, K)>>()
    });
    let above = Signal::derive(move || first.get() * height.get());
    let below = Signal::derive(move || count.get().saturating_sub(range.get().end) * height.get());
    view! {
        <div class=format!("table-frame {class}") node_ref=frame tabindex="0" role="region" aria-label=label
            on:scroll=scrolled>
            <table class="table" aria-rowcount=move || (count.get() + 1).to_string()>
                <thead>{head.run()}</thead>
                <tbody>
                    <Gap height=above columns/>
                    <For each=move || window.get() key=Clone::clone children=move |(place, key)| row(place, key)/>
                    <Gap height=below columns/>
                </tbody>
            </table>
        </div>
    }
}

/// How far a table is scrolled.
#[derive(Clone, Copy)]
struct Scroll {
    /// The height of a row.
    height: RwSignal<usize>,
    /// The place of the first row in sight.
    top: RwSignal<usize>,
}

impl Scroll {
    /// Takes over where the person has scrolled to.
    fn follow(self, frame: &web_sys::Element) {
        self.measure(frame);
        let top = self.seen(frame);
        if self.top.get_untracked() != top {
            self.top.set(top);
        }
    }

    /// Scrolls the frame whenever the place is set by someone else.
    fn lead(self, frame: NodeRef<Div>) {
        Effect::new(move |_| {
            let wanted = self.top.get();
            let Some(frame) = frame.get() else { return };
            self.measure(&frame);
            if self.seen(&frame) == wanted {
                return;
            }
            // The gaps take the height that was measured before the next picture is drawn.
            request_animation_frame(move || {
                let height = self.height.try_get_untracked().unwrap_or(ROW_HEIGHT);
                frame.set_scroll_top(i32::try_from(wanted * height).unwrap_or(i32::MAX));
            });
        });
    }

    fn measure(self, frame: &web_sys::Element) {
        if let Some(measured) = row_height(frame)
            && measured != self.height.get_untracked()
        {
            self.height.set(measured);
        }
    }

    fn seen(self, frame: &web_sys::Element) -> usize {
        usize::try_from(frame.scroll_top()).unwrap_or_default() / self.height.get_untracked()
    }
}

/// The first row in the page when `top` is the first in sight.
fn first_row(top: usize, count: usize) -> usize {
    (top.saturating_sub(MARGIN) / STRIDE * STRIDE).min(count.saturating_sub(WINDOW))
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
    use super::{MARGIN, STRIDE, WINDOW, first_row};

    #[test]
    fn the_rows_in_sight_are_in_the_page() {
        for count in [0, 1, 79, 80, 81, 10_000] {
            for top in 0..count {
                let first = first_row(top, count);
                assert!(first <= top && top < first + WINDOW);
                assert!(top < first + MARGIN + STRIDE || first + WINDOW >= count);
            }
        }
    }
}
