//! What a new source and a connector come to, field by field, before it is kept.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::choice::Choice;
use super::desk::{ImportDesk, use_import_desk};
use super::underway::Sending;
use crate::api::imports::{KeepUpdate, PreviewUpdate, UpdateChoice, UpdateClash, UpdatePreview};
use crate::components::{Button, ButtonKind, use_toasts};
use crate::designer::conflicts::{Clashing, Row};
use crate::designer::versions::ComparisonView;
use crate::error::AppError;
use crate::texts::update as t;

/// An update that is looked at.
#[derive(Clone, Copy)]
struct Merging {
    desk: ImportDesk,
    /// The connector's id.
    connector: StoredValue<String>,
    operations: Choice,
    /// For each clash, whether the connector's value stays.
    mine: RwSignal<Vec<bool>>,
    compared: RwSignal<Option<UpdatePreview>>,
    busy: RwSignal<bool>,
}

impl Merging {
    fn choice(self) -> UpdateChoice {
        let compared = self.compared.get_untracked();
        UpdateChoice {
            connector: self.connector.get_value(),
            version: compared.map(|compared| compared.version),
            operations: self.operations.ids(),
            mine: self.mine.get_untracked(),
            source: self.desk.source.get_untracked(),
        }
    }

    /// Asks what the choices come to.
    fn compare(self) {
        let mut choice = self.choice();
        // Whatever version stands now is looked at.
        choice.version = None;
        self.busy.set(true);
        self.desk.error.set(None);
        spawn_local(async move {
            let answer = self.ask(&choice).await;
            self.busy.try_set(false);
            match answer {
                Ok(preview) => {
                    let count = preview.clashes.len();
                    self.mine.try_update(|mine| mine.resize(count, true));
                    self.compared.try_set(Some(preview));
                }
                Err(error) => self.desk.error.set(Some(error)),
            }
        });
    }

    async fn ask(self, choice: &UpdateChoice) -> Result<UpdatePreview, AppError> {
        self.desk.send(PreviewUpdate::PATH, choice).await
    }

    async fn keep(self) -> Result<i64, AppError> {
        self.desk.send(KeepUpdate::PATH, &self.choice()).await
    }
}

/// The comparison of a source with a connector, made when the maker asks for it.
#[component]
pub(super) fn MergeReview(
    /// The connector's id.
    id: String,
    /// The operations of the source and which of them are taken.
    operations: Choice,
) -> impl IntoView {
    let update = Merging {
        desk: use_import_desk(),
        connector: StoredValue::new(id),
        operations,
        mine: RwSignal::new(Vec::new()),
        compared: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let taken = Memo::new(move |_| operations.left_out());
    Effect::new(move |before: Option<()>| {
        taken.track();
        if before.is_some() {
            update.compared.set(None);
            update.mine.set(Vec::new());
        }
    });
    let none_chosen = Signal::derive(move || operations.all() > 0 && operations.taken() == 0);
    view! {
        <section class="card" aria-labelledby="comparison">
            <div class="list-bar">
                <h2 id="comparison">{t::what_the_update_comes_to()}</h2>
                <Button kind=ButtonKind::Secondary busy=update.busy disabled=none_chosen on_click=move || update.compare()>
                    {t::compare_with_the_connector()}
                </Button>
            </div>
            <Sending/>
            {move || update.compared.get().map(|preview| view! { <Compared preview update/> })}
        </section>
    }
}

/// The comparison, with the choices in it.
#[component]
fn Compared(
    /// What the update comes to.
    preview: UpdatePreview,
    /// The update.
    update: Merging,
) -> impl IntoView {
    let count = preview.clashes.len();
    let has_base = preview.has_base;
    let nothing = preview.changes.groups.is_empty() && count == 0;
    let rows: Vec<_> = preview
        .clashes
        .into_iter()
        .enumerate()
        .map(|(index, clash)| {
            let clash = clashing(clash, has_base);
            view! { <Row clash index mine=update.mine theirs=t::source()/> }
        })
        .collect();
    let files = (!preview.files.is_empty()).then(|| {
        let names = preview.files.join(", ");
        view! { <p>{t::both_sides_changed_these_files_of_the(&names)}</p> }
    });
    let all = move |is_mine: bool| update.mine.set(vec![is_mine; count]);
    view! {
        <p>{intro(count, has_base)}</p>
        {(count > 0).then(|| view! {
            <div class="merge-all">
                <Button kind=ButtonKind::Secondary on_click=move || all(true)>{t::keep_all_mine()}</Button>
                <Button kind=ButtonKind::Secondary on_click=move || all(false)>{t::take_all_of_the_source()}</Button>
                <Button kind=ButtonKind::Secondary busy=update.busy on_click=move || update.compare()>{t::preview_the_result()}</Button>
            </div>
            <ul class="conflicts">{rows}</ul>
        })}
        {files}
        <section aria-label=t::what_changes_in_the_connector()>
            <h3>{t::compared_with_version(&preview.version)}</h3>
            <ComparisonView comparison=preview.changes/>
        </section>
        <Keep update nothing/>
    }
}

/// The button that keeps the update as a new version.
#[component]
fn Keep(
    /// The update.
    update: Merging,
    /// Whether it would change nothing.
    nothing: bool,
) -> impl IntoView {
    let navigate = use_navigate();
    let toasts = use_toasts();
    let keep = move || {
        let navigate = navigate.clone();
        update.busy.set(true);
        spawn_local(async move {
            let kept = update.keep().await;
            update.busy.try_set(false);
            match kept {
                Ok(version) => {
                    toasts.info(t::the_update_is_kept_as_version(&version));
                    let designer =
                        crate::routes::designer(&update.connector.get_value(), "general");
                    navigate(&designer, NavigateOptions::default());
                }
                Err(error) => update.desk.error.set(Some(error)),
            }
        });
    };
    view! {
        <div class="dialog-actions">
            <Button kind=ButtonKind::Primary busy=update.busy disabled=nothing on_click=keep>{t::keep_as_a_new_version()}</Button>
        </div>
    }
}

fn clashing(clash: UpdateClash, has_base: bool) -> Clashing {
    let label = if has_base {
        t::you_and_the_source_changed_it()
    } else {
        t::it_differs_from_the_source()
    };
    Clashing {
        place: clash.place,
        label: label.to_owned(),
        base: clash.base,
        mine: clash.mine,
        theirs: clash.theirs,
    }
}

fn intro(clashes: usize, has_base: bool) -> String {
    let what = if has_base {
        t::changed_both_here_and_in_the_source()
    } else {
        t::not_the_same_here_and_in_the()
    };
    match clashes {
        0 => t::your_changes_and_those_of_the_source().to_owned(),
        1 => t::n_1_thing_is_choose_what_stands_nothing(&what),
        count => t::things_are_choose_what_stands_nothing_is(&count, &what),
    }
}
