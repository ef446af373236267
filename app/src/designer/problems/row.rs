//! One problem of the panel.

use std::sync::Arc;

use leptos::prelude::*;
use tenon_connector::lint::{Finding, Severity};

use super::goto::use_goto;
use super::place::Place;
use crate::components::{Button, ButtonKind, Icon};
use crate::designer::state::use_designer;
use crate::texts::problems as t;
use crate::texts::{common, findings};

/// What is wrong, the way to its field, the change that mends it, and the rule on demand.
#[component]
pub(super) fn Row(
    /// The problem.
    finding: Arc<Finding>,
) -> impl IntoView {
    let designer = use_designer();
    let goto = use_goto();
    let Finding {
        rule,
        severity,
        part,
        path,
        message,
        fix,
    } = Arc::unwrap_or_clone(finding);
    let place = Place::new(part, path);
    let (class, icon, word) = match severity {
        Severity::Error => ("problem-error", "alert", common::error()),
        Severity::Warning => ("problem-warning", "info", common::warning()),
    };
    let where_it_is = place.in_words();
    let fix = fix.map(|fix| {
        let title = findings::of_lint(&fix.title);
        let label = t::fix(&title);
        let mend = move || {
            let action = designer.now(|connector| fix.action(connector));
            if let Some(action) = action {
                designer.change(&title, |_| action.edits.clone());
            }
        };
        view! {
            <Button kind=ButtonKind::Secondary label on_click=mend>{t::fix_2()}</Button>
        }
    });
    view! {
        <li class="problem">
            <button type="button" class="problem-message" on:click=move |_| goto(&place)>
                <span class=class><Icon name=icon/></span>
                <span><span class="visually-hidden">{word}</span>{findings::of_lint(&message)}</span>
            </button>
            {fix}
            <details class="problem-rule">
                <summary>{rule.id}</summary>
                <p><strong>{findings::title_of(rule)}"."</strong>" "{findings::why_of(rule)}</p>
                <p>{t::found_in()} <code>{where_it_is}</code></p>
            </details>
        </li>
    }
}
