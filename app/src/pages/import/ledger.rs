//! The ledger of an import: what of the source did not come through as it was.

use leptos::prelude::*;

use crate::api::imports::{LedgerLine, LedgerPreview};
use crate::components::{Icon, TextInput};

/// More entries than these are found by search.
const MOST_SHOWN: usize = 200;

/// The ledger, with a search over it; nothing where all came through.
#[component]
pub(super) fn LedgerList(
    /// The ledger.
    ledger: LedgerPreview,
) -> impl IntoView {
    let LedgerPreview {
        lines,
        total,
        operations_in,
        operations_out,
    } = ledger;
    let intro = format!(
        "{operations_out} of {operations_in} operations came through. What is not listed here came through unchanged."
    );
    let search = RwSignal::new(String::new());
    let fate = RwSignal::new(None::<String>);
    let fates = fates(&lines);
    let lines = StoredValue::new(lines);
    let found = Memo::new(move |_| {
        let (wanted, fate) = (search.get().to_lowercase(), fate.get());
        lines.with_value(|lines| {
            let fits = |line: &&LedgerLine| {
                fate.as_ref().is_none_or(|fate| *fate == line.fate)
                    && (line.pointer.to_lowercase().contains(&wanted)
                        || line.message.to_lowercase().contains(&wanted))
            };
            lines.iter().filter(fits).cloned().collect::<Vec<_>>()
        })
    });
    let count = move || match found.with(Vec::len) {
        found if found > MOST_SHOWN => {
            format!("{found} of {total}; the first {MOST_SHOWN} are listed")
        }
        found => format!("{found} of {total}"),
    };
    let choice = move |(name, count): (String, usize)| {
        let own = name.clone();
        let pressed = {
            let own = own.clone();
            move || fate.with(|fate| fate.as_ref() == Some(&own)).to_string()
        };
        let choose = move |_| {
            fate.update(|fate| {
                *fate = (fate.as_ref() != Some(&own)).then(|| own.clone());
            });
        };
        view! {
            <button type="button" class="segment" aria-pressed=pressed on:click=choose>
                {name} " " <span class="field-aside">{count}</span>
            </button>
        }
    };
    (total > 0).then(|| {
        view! {
            <section class="card" aria-labelledby="ledger">
                <div class="list-bar">
                    <h2 id="ledger">"What changes on the way"</h2>
                    <div class="search">
                        <Icon name="search"/>
                        <TextInput kind="search" label="Search what changes" placeholder="Search what changes"
                            value=search on_input=move |text| search.set(text)/>
                    </div>
                    <p class="list-count" role="status">{count}</p>
                </div>
                <p>{intro}</p>
                <div class="ledger-fates" role="group" aria-label="What became of it">
                    {fates.into_iter().map(choice).collect::<Vec<_>>()}
                </div>
                <ul class="ledger" tabindex="0" aria-labelledby="ledger">
                    {move || found.get().into_iter().take(MOST_SHOWN).map(row).collect::<Vec<_>>()}
                </ul>
            </section>
        }
    })
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

fn row(line: LedgerLine) -> impl IntoView {
    let place = match line.line {
        Some(number) => format!("{} · line {number}", line.pointer),
        None => line.pointer,
    };
    view! {
        <li>
            <span class="badge">{line.fate}</span>
            <span>
                {line.message}
                <small><code>{place}</code></small>
            </span>
        </li>
    }
}
