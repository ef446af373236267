//! One clash: what stood there, what this side made of it, and what the other side did.

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::{Change, Conflict};

use super::words;
use crate::components::Diff;
use crate::texts::conflicts as t;

/// A clash in words: its place, and what stood and stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clashing {
    /// The name of its place.
    pub(crate) place: String,
    /// What was done there.
    pub(crate) label: String,
    /// What stood there before.
    pub(crate) base: String,
    /// What this side made of it.
    pub(crate) mine: String,
    /// What the other side made of it.
    pub(crate) theirs: String,
}

impl Clashing {
    pub(super) fn of(conflict: &Conflict, connector: &Connector) -> Self {
        let (base, mine) = match &conflict.edit.change {
            Change::Put { before, after, .. } => {
                (words::value(before.as_ref()), words::value(after.as_ref()))
            }
            Change::Rename { to } => (words::name(&conflict.edit.path), to.clone()),
            Change::Move { to } => (String::new(), t::place(&(to + 1))),
        };
        Self {
            place: words::place(conflict.edit.part, &conflict.edit.path, connector),
            label: conflict.label.clone(),
            base,
            mine,
            theirs: words::value(conflict.theirs.as_ref()),
        }
    }
}

/// One clash, with the choice.
#[component]
pub(crate) fn Row(
    /// The clash.
    clash: Clashing,
    /// Its number in the list.
    index: usize,
    /// For each clash, whether this side's value is kept.
    mine: RwSignal<Vec<bool>>,
    /// What the other side is called.
    theirs: &'static str,
) -> impl IntoView {
    let Clashing {
        place,
        label,
        base,
        mine: wanted,
        theirs: other,
    } = clash;
    let is_mine = Memo::new(move |_| mine.with(|mine| mine.get(index).copied().unwrap_or(true)));
    let choose = move |keep: bool| {
        mine.update(|mine| {
            if let Some(choice) = mine.get_mut(index) {
                *choice = keep;
            }
        });
    };
    let group = format!("conflict-{index}");
    let sides = (wanted.clone(), other.clone());
    let result = move || {
        if is_mine.get() {
            sides.0.clone()
        } else {
            sides.1.clone()
        }
    };
    view! {
        <li>
            <fieldset class="conflict">
                <legend>{place}<small>{label}</small></legend>
                <div class="conflict-base">
                    <span class="conflict-side">{t::before()}</span>
                    <p class="conflict-text">{base.clone()}</p>
                </div>
                <label class="conflict-choice" class:conflict-chosen=move || is_mine.get()>
                    <span class="conflict-side">
                        <input type="radio" name=group.clone() prop:checked=move || is_mine.get() on:change=move |_| choose(true)/>
                        {t::mine()}
                    </span>
                    <span class="conflict-text"><Diff before=base.clone() after=wanted bare=true/></span>
                </label>
                <label class="conflict-choice" class:conflict-chosen=move || !is_mine.get()>
                    <span class="conflict-side">
                        <input type="radio" name=group prop:checked=move || !is_mine.get() on:change=move |_| choose(false)/>
                        {theirs}
                    </span>
                    <span class="conflict-text"><Diff before=base.clone() after=other bare=true/></span>
                </label>
                <p class="conflict-result"><span class="conflict-side">{t::result()}</span>" "<output>{result}</output></p>
            </fieldset>
        </li>
    }
}
