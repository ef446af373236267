//! The ledger of an import: what of the source did not come through as it was.

use std::ops::Range;

use leptos::prelude::*;

use super::place::PlacePanel;
use crate::api::imports::{LedgerLine, LedgerPreview};
use crate::components::{Icon, TextInput, VirtualTable};
use crate::texts::{findings, import as t};

/// The ledger, with a search over it and the places of the chosen entry; nothing where all came through.
#[component]
pub(super) fn LedgerList(
    /// The ledger.
    ledger: LedgerPreview,
) -> impl IntoView {
    let LedgerPreview {
        lines,
        excerpts,
        total,
        operations_in,
        operations_out,
    } = ledger;
    let intro = t::of_operations_came_through_what_is_not(&operations_out, &operations_in);
    let search = RwSignal::new(String::new());
    let fate = RwSignal::new(None::<String>);
    let chosen = RwSignal::new(None::<usize>);
    let fates = fates(&lines);
    let listed = lines.len();
    let lines: Vec<Entry> = lines.into_iter().map(Entry::of).collect();
    let lines = StoredValue::new(lines);
    let found = Memo::new(move |_| {
        let (wanted, fate) = (search.get().trim().to_lowercase(), fate.get());
        lines.with_value(|lines| {
            let found = lines.iter().enumerate();
            let found = found.filter(|(_, entry)| entry.fits(fate.as_deref(), &wanted));
            found.map(|(place, _)| place).collect::<Vec<_>>()
        })
    });
    let count = move || {
        let rest = if listed < total {
            t::the_first_can_be_searched(&listed)
        } else {
            String::new()
        };
        t::of(&found.with(Vec::len), &total, &rest)
    };
    let line = move |place: usize| lines.with_value(|lines| lines.get(place).cloned());
    let rows = move |range: Range<usize>| {
        found.with(|found| found.get(range).unwrap_or_default().to_vec())
    };
    let row = move |index: usize, place: usize| {
        let entry = line(place);
        entry
            .map(|entry| view! { <Row place entry index chosen/> })
            .into_any()
    };
    let excerpts = StoredValue::new(excerpts);
    let shown = move || {
        let Entry { line, message } = line(chosen.get()?)?;
        let excerpt = line.landing.as_ref();
        let excerpt = excerpt.and_then(|at| excerpts.with_value(|all| all.get(at).cloned()));
        Some(view! { <PlacePanel line message excerpt on_close=move || chosen.set(None)/> })
    };
    (total > 0).then(|| {
        view! {
            <section class="card" aria-labelledby="ledger">
                <div class="list-bar">
                    <h2 id="ledger">{t::what_changes_on_the_way()}</h2>
                    <div class="search">
                        <Icon name="search"/>
                        <TextInput kind="search" label=t::search_what_changes() placeholder=t::search_what_changes()
                            value=search on_input=move |text| search.set(text)/>
                    </div>
                    <p class="list-count" role="status">{count}</p>
                </div>
                <p>{intro}</p>
                <Fates fates chosen=fate/>
                <div class="ledger-frame">
                    <VirtualTable label=t::list_of_what_changes() count=Signal::derive(move || found.with(Vec::len)) rows
                        columns=2 row head=|| view! {
                        <tr>
                            <th class="column-fate" scope="col">{t::what_became_of_it()}</th>
                            <th scope="col">{t::what_and_why()}</th>
                        </tr>
                    }/>
                </div>
                {shown}
            </section>
        }
    })
}

/// An entry of the ledger, as it is read.
#[derive(Clone)]
struct Entry {
    line: LedgerLine,
    /// Its message in the language of the page.
    message: String,
}

impl Entry {
    fn of(line: LedgerLine) -> Self {
        let message = findings::of_import(&line.message);
        Self { line, message }
    }

    fn fits(&self, fate: Option<&str>, wanted: &str) -> bool {
        fate.is_none_or(|fate| fate == self.line.fate)
            && (self.line.pointer.to_lowercase().contains(wanted)
                || self.message.to_lowercase().contains(wanted))
    }
}

/// What became of a thing, in the language of the page.
pub(super) fn fate_of(fate: &str) -> &'static str {
    match fate {
        "changed" => t::changed(),
        "lowered" => t::lowered(),
        "dropped" => t::dropped(),
        "added" => t::added(),
        _ => t::merged(),
    }
}

/// The place of an entry in the file, in words.
pub(super) fn place_of(line: &LedgerLine) -> String {
    match (line.line, line.column) {
        (Some(number), Some(column)) => t::at_line_column(&line.pointer, &number, &column),
        _ => line.pointer.clone(),
    }
}

/// How often each fate occurs, in the order in which they occur first.
fn fates(lines: &[LedgerLine]) -> Vec<(String, usize)> {
    let mut fates: Vec<(String, usize)> = Vec::new();
    for line in lines {
        match fates.iter_mut().find(|(fate, _)| *fate == line.fate) {
            Some((_, count)) => *count += 1,
            None => fates.push((line.fate.clone(), 1)),
        }
    }
    fates
}

/// Buttons of which one, when it is pressed, leaves the entries of one fate.
#[component]
fn Fates(
    /// The fates and how often each occurs.
    fates: Vec<(String, usize)>,
    /// The one that is left; none: all.
    chosen: RwSignal<Option<String>>,
) -> impl IntoView {
    let button = move |(name, count): (String, usize)| {
        let own = name.clone();
        let is_pressed = Memo::new(move |_| chosen.with(|chosen| chosen.as_ref() == Some(&own)));
        let own = name.clone();
        let choose = move |_| chosen.set((!is_pressed.get_untracked()).then(|| own.clone()));
        view! {
            <button type="button" class="segment" aria-pressed=move || is_pressed.get().to_string() on:click=choose>
                {fate_of(&name)} " " <span class="field-aside">{count}</span>
            </button>
        }
    };
    view! {
        <div class="ledger-fates" role="group" aria-label=t::what_became_of_it()>
            {fates.into_iter().map(button).collect::<Vec<_>>()}
        </div>
    }
}

#[component]
fn Row(
    /// The place of the entry in the ledger.
    place: usize,
    /// The entry.
    entry: Entry,
    /// Its place in the table, counted from 0.
    index: usize,
    /// The place of the entry whose places are shown.
    chosen: RwSignal<Option<usize>>,
) -> impl IntoView {
    let is_chosen = Memo::new(move |_| chosen.get() == Some(place));
    let Entry { line, message } = entry;
    let at = place_of(&line);
    view! {
        <tr aria-rowindex=(index + 2).to_string() class:ledger-chosen=move || is_chosen.get()>
            <td class="column-fate"><span class="badge">{fate_of(&line.fate)}</span></td>
            <td>
                <button type="button" class="ledger-entry" aria-pressed=move || is_chosen.get().to_string()
                    on:click=move |_| chosen.set(Some(place))>
                    <span class="one-line">{message}</span>
                    <small class="one-line"><code>{at}</code></small>
                </button>
            </td>
        </tr>
    }
}
