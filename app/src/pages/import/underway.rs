//! How far an import is: what is fetched, sent or read.

use leptos::prelude::*;

use super::desk::{Sent, Stage, use_import_desk};
use crate::api::imports::Following;
use crate::components::{Button, Progress};
use crate::texts::common;
use crate::texts::import as t;

/// What is done with a source, and how far that is; nothing while nothing is.
#[component]
pub(crate) fn Underway() -> impl IntoView {
    let desk = use_import_desk();
    let fetching = Memo::new(move |_| {
        desk.stage
            .with(|stage| matches!(stage, Stage::Fetching { .. }))
    });
    let sending = Memo::new(move |_| desk.stage.with(|stage| matches!(stage, Stage::Sending(_))));
    let reading = Memo::new(move |_| desk.stage.with(|stage| *stage == Stage::Reading));
    let takes_time =
        Memo::new(move |_| fetching.get() || desk.large.get() && (sending.get() || reading.get()));
    let figures = Memo::new(move |_| {
        desk.stage.with(|stage| match stage {
            Stage::Fetching { done, size, .. } => (*done, *size),
            Stage::Sending(Sent { done, size }) => (*done, Some(*size)),
            _ => (0, None),
        })
    });
    let following = Memo::new(move |_| {
        desk.stage.with(|stage| match stage {
            Stage::Fetching { following, .. } => following.clone(),
            _ => None,
        })
    });
    let label = Signal::derive(move || match following.get() {
        Some(Following { address, number }) => t::fetching_what_it_refers_to(&number, &address),
        None if reading.get() => t::reading(&desk.source.get()),
        None if sending.get() => {
            let (done, size) = figures.get();
            sending_of(&desk.source.get(), done, size.unwrap_or_default())
        }
        None => {
            let (done, _) = figures.get();
            t::fetching_so_far(&desk.source.get(), &amount(done))
        }
    });
    let share = Signal::derive(move || {
        let (done, size) = figures.get();
        // How many documents follow is not known before they are there.
        let size = size.filter(|_| following.with(Option::is_none));
        size.map(|_| kibibytes(done))
    });
    let all = Signal::derive(move || kibibytes(figures.get().1.unwrap_or_default()));
    view! {
        <Show when=move || takes_time.get()>
            <section class="card underway" aria-label=t::import_under_way()>
                <Progress label done=share all>
                    <Button on_click=move || desk.cancel()>{common::cancel()}</Button>
                </Progress>
            </section>
        </Show>
        <p class="form-note" role="status">{move || {
            let is_short = !takes_time.get() && (sending.get() || reading.get());
            is_short.then(|| t::reading(&desk.source.get()))
        }}</p>
    }
}

/// How much of a large file is sent that is to be kept or compared, and then that the server reads it; nothing while
/// none is sent.
#[component]
pub(super) fn Sending() -> impl IntoView {
    let desk = use_import_desk();
    let under_way = Memo::new(move |_| desk.sent.get().filter(|_| desk.large.get()));
    let going = Memo::new(move |_| under_way.get().filter(|sent| sent.done < sent.size));
    let label = Signal::derive(move || match going.get() {
        Some(Sent { done, size }) => sending_of(&desk.source.get(), done, size),
        None => t::reading(&desk.source.get()),
    });
    let done = Signal::derive(move || going.get().map(|sent| kibibytes(sent.done)));
    let all = Signal::derive(move || going.get().map_or(0, |sent| kibibytes(sent.size)));
    view! {
        <Show when=move || under_way.get().is_some()>
            <section class="card underway" aria-label=t::import_under_way()>
                <Progress label done all/>
            </section>
        </Show>
    }
}

fn sending_of(source: &str, done: u64, size: u64) -> String {
    t::sending_of(&source, &amount(done), &amount(size))
}

/// An amount of bytes in whole KiB.
fn kibibytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)
}

/// An amount of bytes in words.
fn amount(bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = 1024 * KIB;
    match bytes {
        0..KIB => t::bytes(&bytes),
        KIB..MIB => format!("{} KiB", bytes / KIB),
        _ => format!("{}.{} MiB", bytes / MIB, bytes % MIB * 10 / MIB),
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_are_round() {
        assert_eq!(amount(0), "0 bytes");
        assert_eq!(amount(1_536), "1 KiB");
        assert_eq!(amount(1_782_580), "1.7 MiB");
    }
}
