//! What the keys do in the table: ↑ and ↓ go from box to box, with Shift they tick on the way, Ctrl+A
//! ticks all, Esc none, and Delete asks whether to delete what is ticked.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::selection::Selection;
use crate::api::connectors::ConnectorRow;

/// What the keys work on.
#[derive(Clone, Copy)]
pub(super) struct Keys {
    /// What is ticked.
    pub(super) selection: Selection,
    /// What is to be deleted, if the person says so.
    pub(super) doomed: RwSignal<Vec<Arc<ConnectorRow>>>,
}

impl Keys {
    /// A key was pressed somewhere in the table.
    pub(super) fn pressed(self, event: &web_sys::KeyboardEvent) {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let Some(target): Option<web_sys::Element> = target else {
            return;
        };
        // A menu that is open has keys of its own.
        if target.closest("[popover]").is_ok_and(|menu| menu.is_some()) {
            return;
        }
        let has_ticks = self.selection.count_untracked() > 0;
        let done = match event.key().as_str() {
            "a" | "A" if event.ctrl_key() || event.meta_key() => {
                self.selection.take_all();
                true
            }
            "Escape" if has_ticks => {
                self.selection.clear();
                true
            }
            "Delete" if has_ticks => {
                self.doomed.set(self.selection.sorted());
                true
            }
            "ArrowDown" => self.step(&target, true, event.shift_key()),
            "ArrowUp" => self.step(&target, false, event.shift_key()),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    }

    /// Goes from a box to the next; whether there was one to go from.
    fn step(self, target: &web_sys::Element, down: bool, ticks: bool) -> bool {
        if !target.matches("td > .checkbox").unwrap_or_default() {
            return false;
        }
        let Ok(Some(row)) = target.closest("tr") else {
            return false;
        };
        let next = if down {
            row.next_element_sibling()
        } else {
            row.previous_element_sibling()
        };
        let Some(next) = next else { return true };
        let input = next.query_selector("td > .checkbox").ok().flatten();
        if let Some(input) = input.and_then(|input| input.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = input.focus();
        }
        if ticks && let Some(place) = place(&next) {
            self.selection.stretch_to(place);
        }
        true
    }
}

/// The place of a row, counted from 0.
fn place(row: &web_sys::Element) -> Option<usize> {
    let index: usize = row.get_attribute("aria-rowindex")?.parse().ok()?;
    index.checked_sub(2)
}
