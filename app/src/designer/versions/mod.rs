//! Versions: every save, who made it and when, the difference of any two, and the way back to one.

mod comparison;
mod list;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub(crate) use self::comparison::ComparisonView;
use self::list::VersionList;
use super::state::{Designer, use_designer};
use crate::api::versions::{
    CompareRequest, Comparison, MAX_LISTED, RestoreRequest, Side, VersionRow, compare, restore,
    versions,
};
use crate::components::{ErrorPanel, Select, Skeleton};
use crate::error::AppError;
use crate::texts::common;
use crate::texts::versions as t;

/// What one side of the comparison shows: a version, or what is not saved yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Saved(i64),
    Unsaved,
}

/// What is known of the versions, and which two are compared.
#[derive(Clone, Copy)]
struct Desk {
    designer: Designer,
    rows: RwSignal<Option<Result<Vec<VersionRow>, AppError>>>,
    pair: RwSignal<Option<(Shown, Shown)>>,
    compared: RwSignal<Option<Result<Comparison, AppError>>>,
    /// Counts the questions asked: only the answer to the last one is shown.
    asked: StoredValue<u64>,
}

impl Desk {
    fn new() -> Self {
        Self {
            designer: use_designer(),
            rows: RwSignal::new(None),
            pair: RwSignal::new(None),
            compared: RwSignal::new(None),
            asked: StoredValue::new(0),
        }
    }

    /// Fetches the versions, the newest first.
    fn load(self) {
        spawn_local(async move {
            let answer = versions(self.designer.id(), None).await;
            // Nobody waits for it any more when the maker has gone elsewhere.
            self.rows.try_set(Some(answer));
        });
    }

    /// Fetches the versions before those that are listed.
    fn load_older(self) {
        let oldest = self.rows.with_untracked(|rows| {
            let rows = rows.as_ref()?.as_ref().ok()?;
            rows.last().map(|row| row.number)
        });
        spawn_local(async move {
            let answer = versions(self.designer.id(), oldest).await;
            self.rows.try_update(|rows| match (rows, answer) {
                (Some(Ok(rows)), Ok(older)) => rows.extend(older),
                (_, Ok(_)) => {}
                (_, Err(error)) => self.designer.toasts.error(error),
            });
        });
    }

    /// What the maker has now, as the server can make it again.
    fn unsaved(self) -> Side {
        let (version, actions) = self.designer.unsaved();
        Side::Unsaved { version, actions }
    }

    fn side(self, shown: Shown) -> Side {
        match shown {
            Shown::Saved(number) => Side::Saved(number),
            Shown::Unsaved => self.unsaved(),
        }
    }

    /// Compares the chosen pair.
    fn compare(self, (from, to): (Shown, Shown)) {
        let request = CompareRequest {
            id: self.designer.id(),
            from: self.side(from),
            to: self.side(to),
        };
        self.asked.update_value(|asked| *asked += 1);
        let question = self.asked.get_value();
        self.compared.set(None);
        spawn_local(async move {
            let answer = compare(request).await;
            if self.asked.try_get_value() == Some(question) {
                self.compared.set(Some(answer));
            }
        });
    }

    /// Compares the pair that could not be compared.
    fn compare_again(self) {
        if let Some(pair) = self.pair.get_untracked() {
            self.compare(pair);
        }
    }

    /// Makes of what the maker has now what a version was: one action, which Undo takes back.
    fn restore(self, wanted: i64) {
        let request = RestoreRequest {
            id: self.designer.id(),
            from: self.unsaved(),
            wanted,
        };
        let designer = self.designer;
        spawn_local(async move {
            let answer = restore(request).await;
            if designer.open.is_disposed() {
                return;
            }
            match answer {
                Ok(action) if action.edits.is_empty() => designer
                    .toasts
                    .info(t::nothing_to_restore_this_is_version_already(&wanted)),
                Ok(action) => {
                    designer.change(&action.label, |_| action.edits.clone());
                    designer
                        .toasts
                        .info(t::version_is_restored_and_not_saved_yet(&wanted));
                }
                Err(error) => designer.toasts.error(error),
            }
        });
    }
}

/// The page `/connectors/:id/versions`.
#[component]
pub(super) fn Versions() -> impl IntoView {
    let desk = Desk::new();
    let version = desk.designer.version();
    let is_unsaved = desk.designer.is_unsaved();
    Effect::new(move |_| {
        version.track();
        desk.load();
    });
    Effect::new(move |_| {
        let newest = version.get();
        desk.pair.set(Some(if is_unsaved.get() {
            (Shown::Saved(newest), Shown::Unsaved)
        } else {
            (Shown::Saved((newest - 1).max(1)), Shown::Saved(newest))
        }));
    });
    let changes = desk.designer.unsaved_count();
    Effect::new(move |_| {
        changes.track();
        if let Some(pair) = desk.pair.get() {
            desk.compare(pair);
        }
    });
    view! {
        <div class="versions">
            <section class="form-section" aria-labelledby="versions-list">
                <h2 id="versions-list">{common::versions()}</h2>
                {move || match desk.rows.get() {
                    None => view! { <Skeleton lines=4/> }.into_any(),
                    Some(Err(error)) => view! { <ErrorPanel error on_retry=move || desk.load()/> }.into_any(),
                    Some(Ok(rows)) => view! { <VersionList desk rows/> }.into_any(),
                }}
            </section>
            // What stands below the list comes with it, so that the list moves nothing.
            <Show when=move || desk.rows.with(Option::is_some)>
                <Difference desk/>
            </Show>
        </div>
    }
}

/// What two versions have different.
#[component]
fn Difference(
    /// The versions.
    desk: Desk,
) -> impl IntoView {
    view! {
        <section class="form-section" aria-labelledby="versions-difference">
            <h2 id="versions-difference">{t::difference()}</h2>
            <PairChoice desk/>
            {move || match desk.compared.get() {
                None => view! { <Skeleton lines=4/> }.into_any(),
                Some(Err(error)) => view! { <ErrorPanel error on_retry=move || desk.compare_again()/> }.into_any(),
                Some(Ok(comparison)) => view! { <ComparisonView comparison/> }.into_any(),
            }}
        </section>
    }
}

/// The two sides of the comparison.
#[component]
fn PairChoice(
    /// The versions.
    desk: Desk,
) -> impl IntoView {
    let is_unsaved = desk.designer.is_unsaved();
    let options = Signal::derive(move || {
        let mut options = Vec::new();
        if is_unsaved.get() {
            options.push((Shown::Unsaved.name(), t::unsaved_changes().to_owned()));
        }
        let chosen = desk
            .pair
            .get()
            .into_iter()
            .flat_map(|(from, to)| [from, to]);
        let listed = desk.rows.with(|rows| match rows {
            Some(Ok(rows)) => rows.iter().map(|row| row.number).collect(),
            _ => Vec::new(),
        });
        let chosen = chosen.filter_map(Shown::number);
        let mut numbers: Vec<i64> = listed.into_iter().chain(chosen).collect();
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        numbers.dedup();
        let named = |number: i64| (Shown::Saved(number).name(), t::version(&number));
        options.extend(numbers.into_iter().map(named));
        options
    });
    let value = move |side: fn((Shown, Shown)) -> Shown| {
        Signal::derive(move || {
            desk.pair
                .get()
                .map(side)
                .map(Shown::name)
                .unwrap_or_default()
        })
    };
    let choose = move |put: fn(&mut (Shown, Shown), Shown)| {
        move |name: String| {
            desk.pair.update(|pair| {
                if let (Some(pair), Some(shown)) = (pair.as_mut(), Shown::parse(&name)) {
                    put(pair, shown);
                }
            });
        }
    };
    view! {
        <div class="versions-pair">
            <Select label=t::older_side() value=value(|pair| pair.0) options on_change=choose(|pair, shown| pair.0 = shown)/>
            <span>{t::to()}</span>
            <Select label=t::newer_side() value=value(|pair| pair.1) options on_change=choose(|pair, shown| pair.1 = shown)/>
        </div>
    }
}

impl Shown {
    fn name(self) -> String {
        match self {
            Self::Saved(number) => number.to_string(),
            Self::Unsaved => "unsaved".to_owned(),
        }
    }

    fn parse(name: &str) -> Option<Self> {
        if name == "unsaved" {
            return Some(Self::Unsaved);
        }
        name.parse().ok().map(Self::Saved)
    }

    fn number(self) -> Option<i64> {
        match self {
            Self::Saved(number) => Some(number),
            Self::Unsaved => None,
        }
    }
}
