//! The head bar: the connector's name, what is saved, Undo, Redo, Save and Export.

use leptos::prelude::*;

use super::clock::clock;
use super::commands::package;
use super::drafting::Kept;
use super::history::HistoryToggle;
use super::problems::ProblemsToggle;
use super::state::{SaveState, use_designer};
use super::title::TitleEdit;
use crate::components::{Button, ButtonKind, Icon};
use crate::designer::action::inside_a_sentence;
use crate::palette::{Command, use_commands};
use crate::texts::common;
use crate::texts::designer as t;

/// The head bar.
#[component]
pub(super) fn Head(
    /// The connector's name.
    title: Memo<String>,
) -> impl IntoView {
    let designer = use_designer();
    let undo = designer.undo_label();
    let redo = designer.redo_label();
    let state = designer.save_state();
    let nothing_to_save =
        move || !matches!(state.get(), SaveState::Unsaved(_) | SaveState::Failed(_));
    let versions = crate::routes::designer(&designer.id(), "versions");
    let update = crate::routes::update(&designer.id());
    let package = package(&designer.id());
    let commands = use_commands();
    view! {
        <header class="designer-head">
            <h1 class="visually-hidden">{move || title.get()}</h1>
            <TitleEdit title/>
            <div class="designer-notes">
                <SaveNote state version=designer.version()/>
                <DraftNote/>
            </div>
            <div class="designer-actions" role="toolbar" aria-label=common::connector()>
                <Button
                    kind=ButtonKind::Quiet
                    label=Signal::derive(move || label_of(t::undo(), undo.get()))
                    disabled=Signal::derive(move || undo.get().is_none())
                    shortcut=Command::Undo.shortcut()
                    on_click=move || commands.run(Command::Undo)
                >
                    <Icon name="undo"/>
                </Button>
                <Button
                    kind=ButtonKind::Quiet
                    label=Signal::derive(move || label_of(t::redo(), redo.get()))
                    disabled=Signal::derive(move || redo.get().is_none())
                    shortcut=Command::Redo.shortcut()
                    on_click=move || commands.run(Command::Redo)
                >
                    <Icon name="redo"/>
                </Button>
                <HistoryToggle/>
                <ProblemsToggle/>
                <a class="button button-quiet" href=versions aria-label=common::versions() aria-keyshortcuts=Command::Versions.told()>
                    <Icon name="history"/>
                    <span class="designer-word">{common::versions()}</span>
                </a>
                <a class="button button-quiet" href=update aria-label=common::update_from_a_source()>
                    <Icon name="upload"/>
                    <span class="designer-word">{t::update()}</span>
                </a>
                <a class="button button-secondary" href=package download="" rel="external" aria-label=common::export() aria-keyshortcuts=Command::Export.told()>
                    <Icon name="download"/>
                    <span class="designer-export">{common::export()}</span>
                </a>
                <Button
                    kind=ButtonKind::Primary
                    busy=Signal::derive(move || state.get() == SaveState::Saving)
                    disabled=Signal::derive(nothing_to_save)
                    shortcut=Command::Save.shortcut()
                    on_click=move || commands.run(Command::Save)
                >
                    {common::save()}
                </Button>
            </div>
        </header>
    }
}

fn label_of(verb: &str, action: Option<String>) -> String {
    action.map_or_else(
        || t::nothing_to(&inside_a_sentence(verb)),
        |action| t::action(&verb, &action),
    )
}

/// Whether everything is saved, in words.
#[component]
fn SaveNote(
    /// The state of saving.
    state: Memo<SaveState>,
    /// The version that is open.
    version: Memo<i64>,
) -> impl IntoView {
    let text = move || match state.get() {
        SaveState::Saved => t::version_saved(&version.get()),
        SaveState::Unsaved(1) => t::version_1_unsaved_change(&version.get()),
        SaveState::Unsaved(count) => t::version_unsaved_changes(&version.get(), &count),
        SaveState::Saving => t::saving().to_owned(),
        SaveState::Failed(_) => t::not_saved().to_owned(),
    };
    let class = move || match state.get() {
        SaveState::Failed(_) => "save-note save-note-failed",
        SaveState::Unsaved(_) => "save-note save-note-unsaved",
        SaveState::Saved | SaveState::Saving => "save-note",
    };
    view! { <p class=class role="status">{text}</p> }
}

/// Where the unsaved changes are kept, in words. Not a live region: it says the same again and again.
#[component]
fn DraftNote() -> impl IntoView {
    let designer = use_designer();
    let kept = designer.drafts.kept;
    let class = move || match kept.get() {
        Kept::Nothing | Kept::OnServer(_) => "draft-note",
        _ => "draft-note draft-note-warn",
    };
    let text = move || match kept.get() {
        Kept::Nothing => String::new(),
        Kept::OnServer(at) => t::draft_kept(&clock(at)),
        Kept::HereOnly(reason) => t::draft_kept_in_this_browser_only(&reason),
        Kept::Elsewhere => t::draft_kept_in_this_browser_only_another().to_owned(),
        Kept::Nowhere(reason) => t::draft_not_kept_save_before_you_close(&reason),
    };
    let is_elsewhere = move || kept.get() == Kept::Elsewhere;
    view! {
        <p class=class>
            {text}
            <Show when=is_elsewhere>
                <button type="button" class="button button-quiet" on:click=move |_| designer.send_draft()>
                    {t::compare()}
                </button>
            </Show>
        </p>
    }
}
