//! The list of versions.

use leptos::prelude::*;

use super::{Desk, MAX_LISTED, Shown};
use crate::api::versions::VersionRow;
use crate::components::{Button, ButtonKind, Time};
use crate::texts::versions as t;

/// How many actions of a version are named.
const NAMED: usize = 3;

/// The list, newest first.
#[component]
pub(super) fn VersionList(
    /// What the list belongs to.
    desk: Desk,
    /// The versions.
    rows: Vec<VersionRow>,
) -> impl IntoView {
    let oldest = rows.last().map_or(1, |row| row.number);
    let items: Vec<_> = rows
        .into_iter()
        .map(|row| view! { <Row desk row/> })
        .collect();
    view! {
        <ul class="version-list">{items}</ul>
        {(oldest > 1).then(|| {
            let count = MAX_LISTED.min(oldest - 1);
            view! {
                <div>
                    <Button kind=ButtonKind::Secondary on_click=move || desk.load_older()>
                        {t::show_older(&count)}
                    </Button>
                </div>
            }
        })}
    }
}

#[component]
fn Row(
    /// What the list belongs to.
    desk: Desk,
    /// The version.
    row: VersionRow,
) -> impl IntoView {
    let number = row.number;
    let is_compared = move || {
        desk.pair
            .get()
            .is_some_and(|(_, to)| to == Shown::Saved(number))
    };
    let show = move || {
        let before = Shown::Saved((number - 1).max(1));
        desk.pair.set(Some((before, Shown::Saved(number))));
    };
    let version = desk.designer.version();
    let is_unsaved = desk.designer.is_unsaved();
    let is_other = move || version.get() != number || is_unsaved.get();
    view! {
        <li class="version" aria-current=move || is_compared().then_some("true")>
            <div>
                <strong>{t::version(&number)}</strong>
                <p class="form-note">{row.author}" · "<Time at=row.saved_at/></p>
                <p class="version-actions">{in_words(&row.actions)}</p>
            </div>
            <div class="version-buttons">
                <Button kind=ButtonKind::Quiet label=t::compare_version_with_the_one_before(&number) on_click=show
                    disabled=number <= 1>
                    {t::compare()}
                </Button>
                <Show when=is_other>
                    <Button kind=ButtonKind::Secondary label=t::restore_version(&number)
                        on_click=move || desk.restore(number)>
                        {t::restore()}
                    </Button>
                </Show>
            </div>
        </li>
    }
}

/// What was done, as a list of a few names.
fn in_words(actions: &[String]) -> String {
    let mut named: Vec<&str> = Vec::new();
    for action in actions.iter().map(String::as_str) {
        if !named.contains(&action) {
            named.push(action);
        }
    }
    let more = named.len().saturating_sub(NAMED);
    let text = named
        .iter()
        .take(NAMED)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match more {
        0 => text,
        1 => t::and_one_thing_more(&text),
        _ => t::and_things_more(&text, &more),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn what_was_done_is_named_once_and_not_without_end() {
        let words = |actions: &[&str]| {
            in_words(&actions.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(words(&[]), "");
        assert_eq!(
            words(&["Change summary", "Change summary"]),
            "Change summary"
        );
        assert_eq!(words(&["a", "b", "c", "d"]), "a, b, c and one thing more");
        assert_eq!(
            words(&["a", "b", "c", "d", "e"]),
            "a, b, c and 2 things more"
        );
    }
}
