//! The difference of two versions.

use leptos::prelude::*;
use tenon_connector::diff::Subject;

use crate::api::versions::{ChangeGroup, ChangeKind, ComparedChange, Comparison, Effect};
use crate::components::Diff;
use crate::texts::{findings, versions as t};

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
        (0, _) => t::no_difference().to_owned(),
        (1, 0) => t::n_1_change_and_it_breaks_nothing().to_owned(),
        (_, 0) => t::changes_and_none_breaks_anything(&count),
        (1, _) => t::n_1_change_and_it_breaks_what_users().to_owned(),
        (_, 1) => t::changes_1_of_them_breaks_what_users(&count),
        _ => t::changes_of_them_break_what_users_have(&count, &breaking),
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
            <h3>{title(group.subject)}</h3>
            <ul class="comparison">{changes}</ul>
        </div>
    }
}

/// What changed, as the head of its changes.
fn title(subject: Subject) -> String {
    match subject {
        Subject::Operation { name, .. } => name,
        Subject::Schema { name } => t::schema(&name),
        Subject::Parameter { name } => t::shared_parameter(&name),
        Subject::Response { name } => t::shared_response(&name),
        Subject::File { name } => t::file(&name),
        Subject::Security => t::security().to_owned(),
        Subject::Policies => t::policies().to_owned(),
        Subject::General => t::general().to_owned(),
        Subject::Code => t::custom_code().to_owned(),
        Subject::Icon => t::icon().to_owned(),
    }
}

#[component]
fn Change(
    /// The change.
    change: ComparedChange,
) -> impl IntoView {
    let (class, word) = match change.kind {
        ChangeKind::Added => ("badge badge-good", t::added()),
        ChangeKind::Removed => ("badge badge-bad", t::removed()),
        ChangeKind::Changed => ("badge", t::changed()),
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
            Some(view! { <dl>{value(t::old(), before)}{value(t::new(), after)}</dl> }.into_any())
        }
    };
    view! {
        <li>
            <p><span class=class>{word}</span>" "{findings::of_change(&change.message)}</p>
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
        ("badge badge-bad", t::breaking())
    } else {
        ("badge badge-warn", t::alters_results())
    };
    view! {
        <p class="comparison-effect">
            <span class=class>{word}</span>" "<strong>{findings::of_effect(&effect.title)}"."</strong>" "
            {findings::of_effect(&effect.why)}
        </p>
    }
}
