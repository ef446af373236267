//! The designer: a connector open in five steps that may be visited in any order.

mod action;
mod carrying;
mod clock;
mod commands;
pub(crate) mod conflicts;
mod draft;
mod drafting;
mod fields;
mod head;
mod history;
mod leaving;
mod notice;
mod problems;
mod saving;
mod state;
mod steps;
mod title;
pub(crate) mod versions;

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;

use self::conflicts::Conflicts;
use self::head::Head;
use self::history::{HistoryPanel, Shown};
use self::notice::BroughtBackNotice;
use self::problems::{Problems, ProblemsPanel, reveal_what_is_undone};
use self::state::Designer as OpenDesigner;
use self::steps::{Step, StepView};
use crate::api::connectors::{OpenConnector, connector};
use crate::components::{ErrorPanel, Skeleton};
use crate::error::AppError;
use crate::resource::resource;
use crate::texts::designer as t;

/// The page `/connectors/:id/:step`.
#[component]
pub fn Designer() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id").unwrap_or_default());
    let step = Memo::new(move |_| Step::parse(&params.read().get("step").unwrap_or_default()));
    let opened = resource(move || id.get(), |id| connector(id, None));
    view! {
        <Suspense fallback=|| view! { <Skeleton lines=8/> }>
            {move || Suspend::new(async move {
                match opened.await {
                    Ok(opened) => view! { <Workbench opened step/> }.into_any(),
                    Err(error) => view! { <ErrorPanel error on_retry=move || opened.refetch()/> }.into_any(),
                }
            })}
        </Suspense>
    }
}

/// The title of the page. The server asks for it once the page is written and its signals may be gone
/// already; what they held first holds then.
fn heading(title: Memo<String>, step: Memo<Option<Step>>) -> impl Fn() -> String + Send + Sync {
    let written = |title: &str, step: Option<Step>| {
        let step = step.map_or("", Step::label);
        format!("{title} · {step} · Tenon")
    };
    let first = written(&title.get_untracked(), step.get_untracked());
    move || {
        let now = title.try_get().zip(step.try_get());
        now.map_or_else(|| first.clone(), |(title, step)| written(&title, step))
    }
}

/// The head bar, the step bar and the step, over one open connector.
#[component]
fn Workbench(
    /// The version to begin with.
    opened: OpenConnector,
    /// The step of the address; none when it names none.
    step: Memo<Option<Step>>,
) -> AnyView {
    let designer = match OpenDesigner::new(&opened) {
        Ok(designer) => designer,
        Err(error) => return view! { <ErrorPanel error/> }.into_any(),
    };
    provide_context(designer);
    let (problems, edits) = (Problems::of(designer), Shown(RwSignal::new(false)));
    provide_context(problems);
    provide_context(edits);
    commands::offer(designer, problems, edits);
    reveal_what_is_undone(designer);
    Effect::new(move |ran: Option<()>| {
        if ran.is_none() {
            designer.restore();
            leaving::listen(designer);
        }
    });
    let title = designer.memo(|connector| connector.title().to_owned());
    view! {
        <Title text=heading(title, step)/>
        <section class="designer">
            <Head title/>
            <BroughtBackNotice/>
            <steps::StepBar id=designer.id() step/>
            <div class="designer-step" tabindex="-1">
                {move || match step.get() {
                    Some(step) => view! {
                        <StepView step/>
                        <steps::NextStep id=designer.id() step/>
                    }
                    .into_any(),
                    None => {
                        let error = AppError::not_found(t::there_is_no_such_step_choose_one());
                        view! { <ErrorPanel error/> }.into_any()
                    }
                }}
            </div>
            <ProblemsPanel/>
            <HistoryPanel/>
            <Conflicts/>
        </section>
    }
    .into_any()
}
