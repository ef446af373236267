//! When somebody else saved meanwhile and both changed the same thing: choose, place by place.

use leptos::prelude::*;
use serde_json::Value;
use tenon_connector::document::{Change, Conflict};

use super::saving::Clash;
use super::state::use_designer;
use crate::components::{Button, ButtonKind, Dialog};

/// The dialog, open while there is a clash.
#[component]
pub(super) fn Conflicts() -> impl IntoView {
    let designer = use_designer();
    let clash = designer.clash();
    let open = Signal::derive(move || clash.with(Option::is_some));
    view! {
        <Dialog title="Somebody else saved meanwhile" open on_close=move || clash.set(None)>
            {move || clash.get().map(|clash| view! { <Choices clash/> })}
        </Dialog>
    }
}

#[component]
fn Choices(
    /// What clashes.
    clash: Clash,
) -> impl IntoView {
    let designer = use_designer();
    let mine = RwSignal::new(vec![true; clash.conflicts.len()]);
    let who = if clash.changed_by.is_empty() {
        "Somebody".to_owned()
    } else {
        clash.changed_by.clone()
    };
    let intro = format!(
        "{who} saved version {}. Your other changes go along with it; these touch the same things. Nothing is saved \
         until you choose.",
        clash.newest.version
    );
    let rows: Vec<_> = clash
        .conflicts
        .iter()
        .enumerate()
        .map(|(index, conflict)| view! { <Row conflict=conflict.clone() index mine/> })
        .collect();
    let for_mine = clash.clone();
    view! {
        <p>{intro}</p>
        <ul class="conflicts">{rows}</ul>
        <div class="dialog-actions">
            <Button kind=ButtonKind::Secondary on_click=move || designer.take_theirs(&clash)>
                "Discard all my changes"
            </Button>
            <Button
                kind=ButtonKind::Primary
                on_click=move || designer.resolve(&for_mine, &mine.get_untracked())
            >
                "Save with these choices"
            </Button>
        </div>
    }
}

#[component]
fn Row(
    /// The clash.
    conflict: Conflict,
    /// Its number in the list.
    index: usize,
    /// For each clash, whether this side's value is kept.
    mine: RwSignal<Vec<bool>>,
) -> impl IntoView {
    let wanted = match &conflict.edit.change {
        Change::Put { after, .. } => in_words(after.as_ref()),
        Change::Rename { to } => format!("the name “{to}”"),
        Change::Move { to } => format!("place {}", to + 1),
    };
    let theirs = in_words(conflict.theirs.as_ref());
    let is_mine = move || mine.with(|mine| mine.get(index).copied().unwrap_or(true));
    let choose = move |keep: bool| {
        mine.update(|mine| {
            if let Some(choice) = mine.get_mut(index) {
                *choice = keep;
            }
        });
    };
    let name = format!("conflict-{index}");
    view! {
        <li>
            <fieldset>
                <legend>{conflict.label.clone()}<small>{conflict.edit.path.to_string()}</small></legend>
                <label class="conflict-choice">
                    <input type="radio" name=name.clone() prop:checked=is_mine on:change=move |_| choose(true)/>
                    <span>"Mine"</span>
                    <code>{wanted}</code>
                </label>
                <label class="conflict-choice">
                    <input type="radio" name=name prop:checked=move || !is_mine() on:change=move |_| choose(false)/>
                    <span>"Theirs"</span>
                    <code>{theirs}</code>
                </label>
            </fieldset>
        </li>
    }
}

/// A value as a person reads it, shortened.
fn in_words(value: Option<&Value>) -> String {
    let text = match value {
        None | Some(Value::Null) => return "nothing (removed)".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    };
    let mut short: String = text.chars().take(300).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
