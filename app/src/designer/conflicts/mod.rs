//! The merge view: when what was saved or kept elsewhere and what is unsaved here touch the same things.
//!
//! Nothing changes until the maker has chosen: closing the view leaves everything as it was.

mod row;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub(crate) use self::row::{Clashing, Row};
#[cfg(feature = "ssr")]
pub use self::words::{place as place_in_words, value as value_in_words};
use super::saving::{Cause, Clash};
use super::state::{Designer, use_designer};
use super::versions::ComparisonView;
use crate::api::versions::{CompareRequest, Comparison, Side, compare};
use crate::components::{Button, ButtonKind, Dialog, ErrorPanel};
use crate::error::AppError;
use crate::texts::conflicts as t;

/// The view, open while there is a clash.
#[component]
pub(super) fn Conflicts() -> impl IntoView {
    let designer = use_designer();
    let clash = designer.clash();
    let open = Signal::derive(move || clash.with(Option::is_some));
    let title = Signal::derive(move || {
        clash.with(|clash| match clash.as_ref().map(|clash| &clash.cause) {
            Some(Cause::OtherWindow { .. }) => {
                t::another_window_of_yours_changed_the_same().to_owned()
            }
            _ => t::somebody_else_saved_meanwhile().to_owned(),
        })
    });
    view! {
        <Dialog title open on_close=move || clash.set(None)>
            {move || clash.get().map(|clash| view! { <Merge clash/> })}
        </Dialog>
    }
}

#[component]
fn Merge(
    /// What clashes.
    clash: Clash,
) -> impl IntoView {
    let designer = use_designer();
    let count = clash.conflicts.len();
    let mine = RwSignal::new(vec![true; count]);
    let is_saved = matches!(clash.cause, Cause::Saved { .. });
    let (theirs, done) = match clash.cause {
        Cause::Saved { .. } => (t::theirs(), t::save_with_these_choices()),
        Cause::OtherWindow { .. } => (t::other_window(), t::go_on_with_these_choices()),
    };
    let rows: Vec<_> = clash
        .conflicts
        .iter()
        .enumerate()
        .map(|(index, conflict)| {
            let clash = designer.now(|connector| Clashing::of(conflict, connector));
            view! { <Row clash index mine theirs/> }
        })
        .collect();
    let chosen = move || {
        let of_mine = mine.with(|mine| mine.iter().filter(|mine| **mine).count());
        {
            let of_theirs = count - of_mine;
            if is_saved {
                t::mine_and_theirs(&of_mine, &of_theirs)
            } else {
                t::mine_and_other_window(&of_mine, &of_theirs)
            }
        }
    };
    let all = move |is_mine: bool| mine.set(vec![is_mine; count]);
    let intro = intro(&clash);
    let silently = clash.clone();
    let for_preview = clash.clone();
    view! {
        <div class="merge">
            <p>{intro}</p>
            <div class="merge-all">
                <Button kind=ButtonKind::Secondary on_click=move || all(true)>{t::take_all_mine()}</Button>
                <Button kind=ButtonKind::Secondary on_click=move || all(false)>
                    {if is_saved { t::take_all_theirs() } else { t::take_all_of_the_other_window() }}
                </Button>
                <span role="status">{chosen}</span>
            </div>
            <ul class="conflicts">{rows}</ul>
            <Silently clash=silently/>
            <Preview clash=for_preview mine/>
            <div class="dialog-actions">
                <Button kind=ButtonKind::Quiet on_click=move || designer.clash().set(None)>{t::not_now()}</Button>
                <Button kind=ButtonKind::Primary on_click=move || designer.resolve(&clash, &mine.get_untracked())>
                    {done}
                </Button>
            </div>
        </div>
    }
}

fn intro(clash: &Clash) -> String {
    match &clash.cause {
        Cause::Saved { by } => t::saved_version(
            &if by.is_empty() { t::somebody() } else { by },
            &clash.newest.version,
        ),
        Cause::OtherWindow { .. } => t::choose_what_stands_where_both_windows().to_owned(),
    }
}

/// What goes together without a question.
#[component]
fn Silently(
    /// What clashes.
    clash: Clash,
) -> impl IntoView {
    let designer = use_designer();
    let (_, actions) = designer.unsaved();
    let clashes = |label: &str| {
        clash
            .conflicts
            .iter()
            .any(|conflict| conflict.label == label)
    };
    let mine: Vec<String> = actions
        .into_iter()
        .map(|action| action.label)
        .filter(|label| !clashes(label))
        .collect();
    let theirs: Vec<String> = clash
        .theirs
        .iter()
        .filter(|label| !clashes(label))
        .cloned()
        .collect();
    let count = mine.len() + theirs.len();
    let list = |title: &'static str, labels: Vec<String>| {
        let lines: Vec<_> = labels
            .into_iter()
            .map(|label| view! { <li>{label}</li> })
            .collect();
        (!lines.is_empty()).then(|| view! { <div><h3>{title}</h3><ul>{lines}</ul></div> })
    };
    (count > 0).then(|| {
        view! {
            <details class="merge-silently">
                <summary>{t::goes_together_without_a_question(&count)}</summary>
                <div class="merge-lists">{list(t::mine(), mine)}{list(t::theirs(), theirs)}</div>
            </details>
        }
    })
}

/// What the choices come to, compared with the version that stands now.
#[component]
fn Preview(
    /// What clashes.
    clash: Clash,
    /// For each clash, whether this side's value is kept.
    mine: RwSignal<Vec<bool>>,
) -> impl IntoView {
    let designer = use_designer();
    let shown = RwSignal::new(None::<Result<Comparison, AppError>>);
    Effect::new(move |_| {
        mine.track();
        shown.set(None);
    });
    let version = clash.newest.version;
    let ask = Callback::new(move |()| {
        let request = result(designer, &clash, &mine.get_untracked());
        spawn_local(async move {
            let answer = match request {
                Ok(request) => compare(request).await,
                Err(error) => Err(error),
            };
            // Nobody waits for it any more when the view was closed.
            shown.try_set(Some(answer));
        });
    });
    view! {
        <div class="merge-preview">
            <Button kind=ButtonKind::Secondary on_click=ask>{t::preview_the_result()}</Button>
            {move || shown.get().map(|answer| match answer {
                Ok(comparison) => view! {
                    <section aria-label=t::the_result()>
                        <p>{t::compared_with_version(&version)}</p>
                        <ComparisonView comparison/>
                    </section>
                }
                .into_any(),
                Err(error) => view! { <ErrorPanel error on_retry=ask/> }.into_any(),
            })}
        </div>
    }
}

fn result(designer: Designer, clash: &Clash, mine: &[bool]) -> Result<CompareRequest, AppError> {
    let (open, _) = designer.resolved(clash, mine)?;
    let version = clash.newest.version;
    Ok(CompareRequest {
        id: designer.id(),
        from: Side::Saved(version),
        to: Side::Unsaved {
            version,
            actions: open.history.unsaved(),
        },
    })
}
