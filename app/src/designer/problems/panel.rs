//! The panel under the steps: all problems, grouped by what they belong to.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::{Action, Edit};
use tenon_connector::lint::{Finding, Profile, fix_all};

use super::found::{Problems, use_problems};
use super::place::{Home, Place};
use super::row::Row;
use crate::components::{Button, ButtonKind, Icon, Select};
use crate::designer::state::{Designer, use_designer};

/// How many problems are listed at first, and more each time that more are asked for.
const PAGE: usize = 100;

/// Problems of one home, the worst first.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    home: Home,
    findings: Vec<Finding>,
}

/// The panel, while it is open.
#[component]
pub(in crate::designer) fn ProblemsPanel() -> impl IntoView {
    let problems = use_problems();
    view! {
        <Show when=move || problems.open.get()>
            <Panel problems/>
        </Show>
    }
}

#[component]
fn Panel(
    /// The problems.
    problems: Problems,
) -> impl IntoView {
    let designer = use_designer();
    let fixable = Memo::new(move |_| {
        problems.findings.with(|findings| {
            let all = findings.iter().flatten();
            all.filter(|finding| finding.fix.is_some()).count()
        })
    });
    view! {
        <section class="problems" aria-labelledby="problems-title">
            <header class="problems-head">
                <h2 id="problems-title">"Problems"</h2>
                <Select
                    label="Rules"
                    value=Signal::derive(move || problems.profile.get().as_str().to_owned())
                    options=profiles()
                    on_change=move |name: String| choose(problems, &name)
                />
                <Show when=move || { fixable.get() > 0 }>
                    <Button kind=ButtonKind::Secondary on_click=move || fix_them(designer, problems)>
                        {move || format!("Fix all ({})", fixable.get())}
                    </Button>
                </Show>
                <Button kind=ButtonKind::Quiet label="Close problems" on_click=move || problems.set_open(false)>
                    <Icon name="close"/>
                </Button>
            </header>
            <List problems/>
        </section>
    }
}

#[component]
fn List(
    /// The problems.
    problems: Problems,
) -> impl IntoView {
    let limit = RwSignal::new(PAGE);
    let total = Memo::new(move |_| {
        problems
            .findings
            .with(|findings| findings.as_ref().map(Vec::len))
    });
    let groups = Memo::new(move |_| {
        let limit = limit.get();
        problems
            .findings
            .with(|findings| grouped(findings.as_deref().unwrap_or_default(), limit))
    });
    let homes = Memo::new(move |_| {
        groups.with(|groups| {
            groups
                .iter()
                .map(|group| group.home.clone())
                .collect::<Vec<_>>()
        })
    });
    let hidden = Memo::new(move |_| total.get().unwrap_or_default().saturating_sub(limit.get()));
    view! {
        <div class="problems-list">
            {move || match total.get() {
                None => Some(view! { <p class="form-note">"Looking …"</p> }.into_any()),
                Some(0) => Some(
                    view! {
                        <p class="problems-none"><Icon name="check"/>"No problems."</p>
                    }
                        .into_any(),
                ),
                Some(_) => None,
            }}
            <For each=move || homes.get() key=Clone::clone let:home>
                <GroupView home groups/>
            </For>
            <Show when=move || { hidden.get() > 0 }>
                <Button kind=ButtonKind::Secondary on_click=move || limit.update(|limit| *limit += PAGE)>
                    {move || format!("Show more ({} not shown)", hidden.get())}
                </Button>
            </Show>
        </div>
    }
}

#[component]
fn GroupView(
    /// What the problems belong to.
    home: Home,
    /// All groups, this one among them.
    groups: Memo<Vec<Group>>,
) -> impl IntoView {
    let designer = use_designer();
    let own = home.clone();
    let label = designer.memo(move |connector| home.label(connector));
    let findings = Memo::new(move |_| {
        groups.with(|groups| {
            let group = groups.iter().find(|group| group.home == own);
            group
                .map(|group| group.findings.clone())
                .unwrap_or_default()
        })
    });
    let key = |finding: &Finding| {
        let fix = finding.fix.as_ref().map(|fix| fix.title.clone());
        (
            finding.rule.id,
            finding.path.clone(),
            finding.message.clone(),
            fix,
        )
    };
    view! {
        <h3>{move || label.get()}</h3>
        <ul>
            <For each=move || findings.get() key=key let:finding>
                <Row finding/>
            </For>
        </ul>
    }
}

/// The first `limit` problems, errors before warnings, by what they belong to.
fn grouped(findings: &[Finding], limit: usize) -> Vec<Group> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    let mut groups: Vec<Group> = Vec::new();
    let mut places = BTreeMap::<Home, usize>::new();
    for finding in sorted.into_iter().take(limit) {
        let home = Home::of(&Place::new(finding.part, finding.path.clone()));
        let index = *places.entry(home.clone()).or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.findings.push(finding.clone()),
            None => groups.push(Group {
                home,
                findings: vec![finding.clone()],
            }),
        }
    }
    groups
}

fn profiles() -> Vec<(String, String)> {
    Profile::ALL
        .map(|profile| {
            let label = match profile {
                Profile::Custom => "Custom connector",
                Profile::Certified => "Certified connector",
                Profile::IndependentPublisher => "Independent publisher",
            };
            (profile.as_str().to_owned(), label.to_owned())
        })
        .to_vec()
}

fn choose(problems: Problems, name: &str) {
    if let Some(profile) = Profile::ALL.into_iter().find(|p| p.as_str() == name) {
        problems.set_profile(profile);
    }
}

/// Makes all safe changes, as one action.
fn fix_them(designer: Designer, problems: Problems) {
    let profile = problems.profile.get_untracked();
    let (edits, count) = designer.now(|connector| all_fixes(connector, profile));
    let label = match count {
        1 => "Fix 1 problem".to_owned(),
        _ => format!("Fix {count} problems"),
    };
    designer.change(&label, |_| edits);
}

/// The edits of all safe changes, and how many changes they are.
fn all_fixes(connector: &Connector, profile: Profile) -> (Vec<Edit>, usize) {
    let actions: Vec<Action> = fix_all(&mut connector.clone(), profile);
    let count = actions.len();
    let edits = actions.into_iter().flat_map(|action| action.edits);
    (edits.collect(), count)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use tenon_connector::Connector;
    use tenon_connector::document::Document;
    use tenon_connector::lint::{Profile, Severity, lint};

    use super::{all_fixes, grouped};

    fn untidy() -> Connector {
        let definition = serde_json::json!({
            "swagger": "2.0",
            "info": {"title": "Joints", "version": "1"},
            "host": "api.example.com",
            "paths": {
                "/joints": {"get": {"responses": {"200": {"description": "OK"}}}},
                "/joints/{id}": {"get": {
                    "operationId": "GetJoint",
                    "parameters": [{"name": "id", "in": "path", "type": "string"}],
                    "responses": {"200": {"description": "OK"}}
                }}
            }
        });
        Connector::new(
            Document::new(definition),
            Document::new(Connector::blank_properties()),
        )
    }

    #[test]
    fn errors_come_first_and_nothing_is_listed_twice() {
        let findings = lint(&untidy(), Profile::Certified);
        let groups = grouped(&findings, usize::MAX);
        let listed: usize = groups.iter().map(|group| group.findings.len()).sum();
        assert_eq!(listed, findings.len());
        assert_eq!(
            groups.first().unwrap().findings.first().unwrap().severity,
            Severity::Error
        );
        assert_eq!(grouped(&findings, 1).len(), 1);
    }

    #[test]
    fn all_fixes_together_are_one_action_that_leaves_nothing_to_fix() {
        let mut connector = untidy();
        let (edits, count) = all_fixes(&connector, Profile::Custom);
        assert!(count > 0);
        for edit in &edits {
            connector.apply(edit).unwrap();
        }
        assert!(
            lint(&connector, Profile::Custom)
                .iter()
                .all(|finding| finding.fix.is_none())
        );
    }
}
