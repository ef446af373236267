//! The five steps.

mod code;
mod definition;
mod general;
mod security;
mod test;

use leptos::prelude::*;

pub(super) use self::definition::address_of as address_of_operation;
use crate::components::{Icon, StepLink, Stepper};
use crate::texts::common;
use crate::texts::designer as t;

/// A step of the designer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// What the connector is and where it calls.
    General,
    /// How it authenticates.
    Security,
    /// Its operations.
    Definition,
    /// Its custom code.
    Code,
    /// A test call.
    Test,
    /// The saved versions: beside the steps, and not in their bar.
    Versions,
}

impl Step {
    const BAR: [Self; 5] = [
        Self::General,
        Self::Security,
        Self::Definition,
        Self::Code,
        Self::Test,
    ];

    /// The step that an address names.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let beside = [Self::Versions];
        let mut all = Self::BAR.into_iter().chain(beside);
        all.find(|step| step.slug() == text)
    }

    /// Its name in the address.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Security => "security",
            Self::Definition => "definition",
            Self::Code => "code",
            Self::Test => "test",
            Self::Versions => "versions",
        }
    }

    /// The step that follows it in the bar.
    fn next(self) -> Option<Self> {
        let at = Self::BAR.iter().position(|own| *own == self)?;
        Self::BAR.get(at + 1).copied()
    }

    /// Its name.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::General => common::general(),
            Self::Security => common::security(),
            Self::Definition => common::definition(),
            Self::Code => common::code(),
            Self::Test => common::test(),
            Self::Versions => common::versions(),
        }
    }
}

/// Links to all steps.
#[component]
pub(super) fn StepBar(
    /// The connector's id.
    id: String,
    /// The step that is shown.
    step: Memo<Option<Step>>,
) -> impl IntoView {
    let steps: Vec<_> = Step::BAR
        .into_iter()
        .map(|step| StepLink {
            label: step.label().to_owned(),
            href: crate::routes::designer(&id, step.slug()),
        })
        .collect();
    let current = Signal::derive(move || Step::BAR.iter().position(|own| step.get() == Some(*own)));
    view! { <Stepper label=t::steps() steps current/> }
}

/// A link to the step that follows, at the bottom of a step.
#[component]
pub(super) fn NextStep(
    /// The connector's id.
    id: String,
    /// The step that is shown.
    step: Step,
) -> impl IntoView {
    step.next().map(|next| {
        let href = crate::routes::designer(&id, next.slug());
        view! {
            <p class="step-next">
                <a class="button button-secondary" href=href>
                    {t::next_step(&next.label())}
                    <Icon name="chevron-right"/>
                </a>
            </p>
        }
    })
}

/// One step.
#[component]
pub(super) fn StepView(
    /// Which.
    step: Step,
) -> AnyView {
    match step {
        Step::General => view! { <general::General/> }.into_any(),
        Step::Security => view! { <security::SecurityStep/> }.into_any(),
        Step::Definition => view! { <definition::Definition/> }.into_any(),
        Step::Code => view! { <code::Code/> }.into_any(),
        Step::Test => view! { <test::Test/> }.into_any(),
        Step::Versions => view! { <super::versions::Versions/> }.into_any(),
    }
}
