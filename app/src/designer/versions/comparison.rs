//! The difference of two versions.

use leptos::prelude::*;

use crate::api::versions::{ChangeGroup, ChangeKind, ComparedChange, Comparison, Effect};
use crate::components::Diff;

/// The changes, by what they concern.
#[component]
pub(crate) fn ComparisonView(
    /// The difference.
    comparison: Comparison,
) -> impl IntoView {
    let breaking = comparison.breaking();
    let count: usize = comparison
        .groups
        .iter()
        .map(|group| group.changes.len())
        .sum();
    let groups: Vec<_> = comparison
        .groups
        .into_iter()
        .map(|group| view! { <GroupView group/> })
        .collect();
    let summary = match (count, breaking) {
        (0, _) => "No difference.".to_owned(),
        (1, 0) => "1 change, and it breaks nothing.".to_owned(),
        (_, 0) => format!("{count} changes, and none breaks anything."),
        (1, _) => "1 change, and it breaks what users have built.".to_owned(),
        (_, 1) => format!("{count} changes, 1 of them breaks what users have built."),
        _ => format!("{count} changes, {breaking} of them break what users have built."),
    };
    view! {
        <p class="comparison-summary" class:comparison-breaks=move || { breaking > 0 } role="status">{summary}</p>
        {groups}
    }
}

#[component]
fn GroupView(
    /// What changed in one thing.
    group: ChangeGroup,
) -> impl IntoView {
    let changes: Vec<_> = group
        .changes
        .into_iter()
        .map(|change| view! { <Change change/> })
        .collect();
    view! {
        <div>
            <h3>{group.title}</h3>
            <ul class="comparison">{changes}</ul>
        </div>
    }
}

#[component]
fn Change(
    /// The change.
    change: ComparedChange,
) -> impl IntoView {
    let (class, word) = match change.kind {
        ChangeKind::Added => ("badge badge-good", "Added"),
        ChangeKind::Removed => ("badge badge-bad", "Removed"),
        ChangeKind::Changed => ("badge", "Changed"),
    };
    let value = |label: &'static str, text: Option<String>| {
        text.map(|text| {
            view! {
                <dt>{label}</dt>
                <dd><code>{text}</code></dd>
            }
        })
    };
    let values = match (change.before, change.after) {
        (Some(before), Some(after)) => Some(view! { <Diff before after code=true/> }.into_any()),
        (None, None) => None,
        (before, after) => {
            Some(view! { <dl>{value("Old", before)}{value("New", after)}</dl> }.into_any())
        }
    };
    view! {
        <li>
            <p><span class=class>{word}</span>" "{change.message}</p>
            {values}
            {change.effect.map(|effect| view! { <EffectNote effect/> })}
        </li>
    }
}

/// Whom a change reaches, and why.
#[component]
fn EffectNote(
    /// What it does.
    effect: Effect,
) -> impl IntoView {
    let (class, word) = if effect.breaks {
        ("badge badge-bad", "Breaking")
    } else {
        ("badge badge-warn", "Alters results")
    };
    view! {
        <p class="comparison-effect">
            <span class=class>{word}</span>" "<strong>{effect.title}"."</strong>" "{effect.why}
        </p>
    }
}
