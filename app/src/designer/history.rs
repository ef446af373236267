//! The history of the sitting: every action with its place and time, and the way to any point of it.

use leptos::html;
use leptos::prelude::*;

use super::clock::clock;
use super::problems::Place;
use super::state::{Designer, use_designer};
use crate::components::{Button, ButtonKind, Icon};
use crate::palette::Command;
use crate::texts::designer as t;

/// The most actions that are listed.
const LISTED: usize = 300;

/// One action as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    /// How many actions are done once the maker goes there.
    point: usize,
    label: String,
    place: String,
    at: Option<i64>,
    is_done: bool,
    is_saved: bool,
    is_present: bool,
}

/// Whether the history is open, for the button and the panel.
#[derive(Clone, Copy)]
pub(super) struct Shown(pub(super) RwSignal<bool>);

/// The button of the head bar.
#[component]
pub(super) fn HistoryToggle() -> impl IntoView {
    let shown = expect_context::<Shown>().0;
    view! {
        <button
            type="button"
            id="edits-toggle"
            class="button button-quiet"
            aria-label=t::edits()
            title=t::edits_of_this_sitting()
            aria-expanded=move || shown.get().to_string()
            aria-keyshortcuts=Command::Edits.told()
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            <Icon name="list"/>
            <span class="designer-word">{t::edits()}</span>
        </button>
    }
}

/// The panel, while it is open. Esc closes it.
#[component]
pub(super) fn HistoryPanel() -> impl IntoView {
    let shown = expect_context::<Shown>().0;
    view! {
        <Show when=move || shown.get()>
            <Panel shown/>
        </Show>
    }
}

#[component]
fn Panel(
    /// Whether it is open.
    shown: RwSignal<bool>,
) -> impl IntoView {
    let designer = use_designer();
    let lines = Memo::new(move |_| lines(designer));
    let close = move || {
        shown.set(false);
        focus("edits-toggle");
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            close();
        }
    };
    let node = NodeRef::<html::Section>::new();
    Effect::new(move |ran: Option<bool>| {
        if ran == Some(true) {
            return true;
        }
        node.get().is_some_and(|panel| panel.focus().is_ok())
    });
    view! {
        <section class="edits" aria-labelledby="edits-title" tabindex="-1" node_ref=node on:keydown=on_key>
            <header class="edits-head">
                <h2 id="edits-title">{t::edits_of_this_sitting()}</h2>
                <Button kind=ButtonKind::Quiet label=t::close_edits() on_click=close>
                    <Icon name="close"/>
                </Button>
            </header>
            <ol class="edits-list" aria-label=t::edits_the_last_one_first()>
                <For each=move || lines.get() key=Line::clone children=move |line| view! { <LineView line/> }/>
            </ol>
        </section>
    }
}

#[component]
fn LineView(
    /// The action.
    line: Line,
) -> impl IntoView {
    let designer = use_designer();
    let state = match (line.is_done, line.is_saved) {
        (true, true) => t::saved(),
        (true, false) => t::not_saved(),
        (false, _) => t::undone(),
    };
    let details = [
        line.place,
        line.at.map(clock).unwrap_or_default(),
        state.to_owned(),
    ]
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect::<Vec<_>>()
    .join(" · ");
    let point = line.point;
    let id = format!("edit-{point}");
    // The line is drawn anew when its state changes: the focus stays on it all the same.
    let go = move |_| {
        designer.go_to(point);
        request_animation_frame(move || focus(&format!("edit-{point}")));
    };
    view! {
        <li>
            <button
                type="button"
                id=id
                class="edit-line"
                class:edit-undone=!line.is_done
                aria-current=line.is_present.then_some("step")
                on:click=go
            >
                <span class="edit-label">{line.label}</span>
                <small>{details}</small>
            </button>
        </li>
    }
}

/// The actions, the last one first, and what the sitting began with.
fn lines(designer: Designer) -> Vec<Line> {
    designer.open.with(|open| {
        let present = open.history.done_count();
        let opened = Line {
            point: 0,
            label: t::as_it_was_opened().to_owned(),
            place: String::new(),
            at: None,
            is_done: true,
            is_saved: true,
            is_present: present == 0,
        };
        let happenings = open.history.happenings().enumerate();
        let lines = happenings.map(|(index, happening)| {
            let edit = happening.action.edits.first();
            let place = edit.map(|edit| Place::new(edit.part, edit.path.clone()));
            Line {
                point: index + 1,
                label: happening.action.label.clone(),
                place: place.map_or_else(String::new, |place| place.heading(&open.connector)),
                at: designer.time_of(happening.id),
                is_done: happening.is_done,
                is_saved: happening.is_saved,
                is_present: index + 1 == present,
            }
        });
        let mut lines: Vec<Line> = std::iter::once(opened).chain(lines).collect();
        lines.reverse();
        lines.truncate(LISTED);
        lines
    })
}

fn focus(id: &str) {
    use wasm_bindgen::JsCast;
    let element = document().get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // What cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
