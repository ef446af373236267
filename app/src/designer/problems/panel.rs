//! The panel under the steps: all problems, grouped by what they belong to.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::{Action, Edit};
use tenon_connector::lint::{Finding, Profile, Severity, fix_all};

use super::found::{Problems, use_problems};
use super::place::{Home, Place};
use super::row::Row;
use crate::components::{Button, ButtonKind, Icon, Select};
use crate::designer::state::{Designer, use_designer};
use crate::texts::common;
use crate::texts::problems as t;

/// How many problems are listed at first, and more each time that more are asked for.
const PAGE: usize = 100;

/// The severities, the worst first.
const SEVERITIES: [Severity; 2] = [Severity::Error, Severity::Warning];

/// Problems of one severity and one home.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    severity: Severity,
    home: Home,
    findings: Vec<Arc<Finding>>,
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
                <h2 id="problems-title">{common::problems()}</h2>
                <Select
                    label=t::rules()
                    value=Signal::derive(move || problems.profile.get().as_str().to_owned())
                    options=profiles()
                    on_change=move |name: String| choose(problems, &name)
                />
                <Select
                    label=t::severity()
                    value=Signal::derive(move || word_of(problems.severity.get()).to_owned())
                    options=severities(problems)
                    on_change=move |word: String| problems.set_severity(severity_of(&word))
                />
                <Show when=move || { fixable.get() > 0 }>
                    <Button kind=ButtonKind::Secondary on_click=move || fix_them(designer, problems)>
                        {move || t::fix_all(&fixable.get())}
                    </Button>
                </Show>
                <Button kind=ButtonKind::Quiet label=t::close_problems() on_click=move || problems.set_open(false)>
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
    let listed = Memo::new(move |_| {
        let severity = problems.severity.get();
        problems.findings.with(|findings| {
            let all = findings.iter().flatten();
            all.filter(|finding| severity.is_none_or(|own| own == finding.severity))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let groups = Memo::new(move |_| listed.with(|findings| grouped(findings, limit.get())));
    let severities = Memo::new(move |_| {
        let count = |severity: Severity| {
            let is_own = |finding: &&Arc<Finding>| finding.severity == severity;
            listed.with(|findings| findings.iter().filter(is_own).count())
        };
        let counted = SEVERITIES.map(|severity| (severity, count(severity)));
        let present = counted.into_iter().filter(|(_, count)| *count > 0);
        present.collect::<Vec<_>>()
    });
    let hidden = Memo::new(move |_| listed.with(Vec::len).saturating_sub(limit.get()));
    view! {
        <div class="problems-list">
            {move || match total.get() {
                None => Some(view! { <p class="form-note">{t::looking()}</p> }.into_any()),
                Some(0) => Some(
                    view! {
                        <p class="problems-none"><Icon name="check"/>{t::no_problems()}</p>
                    }
                        .into_any(),
                ),
                Some(_) if severities.with(Vec::is_empty) => Some(
                    view! {
                        <p class="problems-none"><Icon name="check"/>{t::no_problems_of_this_severity()}</p>
                    }
                        .into_any(),
                ),
                Some(_) => None,
            }}
            <For each=move || severities.get() key=Clone::clone let:counted>
                <SeverityView counted groups/>
            </For>
            <Show when=move || { hidden.get() > 0 }>
                <Button kind=ButtonKind::Secondary on_click=move || limit.update(|limit| *limit += PAGE)>
                    {move || t::show_more_not_shown(&hidden.get())}
                </Button>
            </Show>
        </div>
    }
}

/// The problems of one severity, by what they belong to.
#[component]
fn SeverityView(
    /// The severity, and how many problems of it there are.
    counted: (Severity, usize),
    /// All groups.
    groups: Memo<Vec<Group>>,
) -> impl IntoView {
    let (severity, count) = counted;
    let homes = Memo::new(move |_| {
        groups.with(|groups| {
            let own = groups.iter().filter(|group| group.severity == severity);
            own.map(|group| group.home.clone()).collect::<Vec<_>>()
        })
    });
    let heading = match severity {
        Severity::Error => t::errors(),
        Severity::Warning => t::warnings(),
    };
    view! {
        <Show when=move || !homes.with(Vec::is_empty)>
            <h3>{heading} " (" {count} ")"</h3>
            <For each=move || homes.get() key=Clone::clone let:home>
                <GroupView severity home groups/>
            </For>
        </Show>
    }
}

#[component]
fn GroupView(
    /// How bad the problems are.
    severity: Severity,
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
            let is_own = |group: &&Group| group.severity == severity && group.home == own;
            let group = groups.iter().find(is_own);
            group
                .map(|group| group.findings.clone())
                .unwrap_or_default()
        })
    });
    let key = |finding: &Arc<Finding>| {
        let fix = finding.fix.as_ref().map(|fix| fix.title.clone());
        (
            finding.rule.id,
            finding.path.clone(),
            finding.message.clone(),
            fix,
        )
    };
    view! {
        <h4>{move || label.get()}</h4>
        <ul>
            <For each=move || findings.get() key=key let:finding>
                <Row finding/>
            </For>
        </ul>
    }
}

/// The first `limit` problems, errors before warnings, by what they belong to.
fn grouped(findings: &[Arc<Finding>], limit: usize) -> Vec<Group> {
    let mut sorted: Vec<&Arc<Finding>> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.severity);
    let mut groups: Vec<Group> = Vec::new();
    let mut places = BTreeMap::<(Severity, Home), usize>::new();
    for finding in sorted.into_iter().take(limit) {
        let home = Home::of(&Place::new(finding.part, finding.path.clone()));
        let severity = finding.severity;
        let index = *places
            .entry((severity, home.clone()))
            .or_insert(groups.len());
        match groups.get_mut(index) {
            Some(group) => group.findings.push(finding.clone()),
            None => groups.push(Group {
                severity,
                home,
                findings: vec![finding.clone()],
            }),
        }
    }
    groups
}

/// A choice of severity as the page holds it; none: all.
fn word_of(severity: Option<Severity>) -> &'static str {
    match severity {
        None => t::all(),
        Some(Severity::Error) => t::errors_2(),
        Some(Severity::Warning) => t::warnings_2(),
    }
}

fn severity_of(word: &str) -> Option<Severity> {
    let mut all = SEVERITIES.into_iter();
    all.find(|severity| word_of(Some(*severity)) == word)
}

/// The choices of severity, with how many problems each would show.
fn severities(problems: Problems) -> Signal<Vec<(String, String)>> {
    let counts = problems.counts();
    Signal::derive(move || {
        let counts = counts.get().unwrap_or_default();
        let option =
            |severity: Option<Severity>, label: String| (word_of(severity).to_owned(), label);
        vec![
            option(None, t::all_2(&(counts.errors + counts.warnings))),
            option(Some(Severity::Error), t::errors_3(&counts.errors)),
            option(Some(Severity::Warning), t::warnings_3(&counts.warnings)),
        ]
    })
}

fn profiles() -> Vec<(String, String)> {
    Profile::ALL
        .map(|profile| {
            let label = match profile {
                Profile::Custom => t::custom_connector(),
                Profile::Certified => t::certified_connector(),
                Profile::IndependentPublisher => t::independent_publisher(),
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
        1 => t::fix_1_problem().to_owned(),
        _ => t::fix_problems(&count),
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

    use std::sync::Arc;

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
        let findings: Vec<_> = findings.into_iter().map(Arc::new).collect();
        let groups = grouped(&findings, usize::MAX);
        let listed: usize = groups.iter().map(|group| group.findings.len()).sum();
        assert_eq!(listed, findings.len());
        assert_eq!(
            groups.first().unwrap().findings.first().unwrap().severity,
            Severity::Error
        );
        assert_eq!(grouped(&findings, 1).len(), 1);
        let severities: Vec<_> = groups.iter().map(|group| group.severity).collect();
        assert!(severities.is_sorted(), "errors before warnings");
        for group in &groups {
            let is_own = |other: &&super::Group| {
                other.severity == group.severity && other.home == group.home
            };
            assert_eq!(groups.iter().filter(is_own).count(), 1);
            assert!(group.findings.iter().all(|f| f.severity == group.severity));
        }
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
