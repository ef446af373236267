//! What the palette and the keyboard can do with the open connector.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use tenon_connector::swagger::operations;
use wasm_bindgen::JsCast;

use super::history::Shown;
use super::problems::Problems;
use super::state::Designer;
use super::steps::{Step, address_of_operation};
use crate::download::download;
use crate::palette::{Command, OfferedOperation, use_commands};
use crate::texts::designer as t;

/// Offers all commands of the designer, as long as it is open.
pub(super) fn offer(designer: Designer, problems: Problems, edits: Shown) {
    offer_edits(designer);
    let commands = use_commands();
    commands.offer(Command::Problems, move || problems.toggle());
    commands.offer(Command::Edits, move || {
        edits.0.update(|shown| *shown = !*shown)
    });
    commands.offer(Command::Export, move || {
        download(&package(&designer.id()), "")
    });
    commands.offer(Command::ExportOpenApi, move || {
        download(&format!("/connectors/{}/openapi", designer.id()), "");
    });
    let steps = [
        (Command::General, Step::General),
        (Command::Security, Step::Security),
        (Command::Definition, Step::Definition),
        (Command::Code, Step::Code),
        (Command::Test, Step::Test),
        (Command::Versions, Step::Versions),
    ];
    for (command, step) in steps {
        let navigate = use_navigate();
        let go = move || {
            let address = crate::routes::designer(&designer.id(), step.slug());
            navigate(&address, NavigateOptions::default());
        };
        commands.offer(command, go);
    }
    commands.offer_operations(move || offered_operations(designer));
}

fn offer_edits(designer: Designer) {
    let commands = use_commands();
    let (undo, redo) = (designer.undo_label(), designer.redo_label());
    let count = designer.unsaved_count();
    let changes = Signal::derive(move || {
        Some(match count.get() {
            0 => t::everything_is_saved().to_owned(),
            1 => t::one_unsaved_change().to_owned(),
            count => t::unsaved_changes(&count),
        })
    });
    let save = move || {
        blur_field();
        designer.save();
    };
    // Always: what is being written in a field is committed by the save, and counts from then on.
    commands.offer_when(Command::Save, Signal::stored(true), changes, save);
    let undoable = Signal::derive(move || undo.with(Option::is_some));
    commands.offer_when(Command::Undo, undoable, undo, move || designer.undo());
    let redoable = Signal::derive(move || redo.with(Option::is_some));
    commands.offer_when(Command::Redo, redoable, redo, move || designer.redo());
}

fn offered_operations(designer: Designer) -> Vec<OfferedOperation> {
    designer.now(|connector| {
        let all = operations(connector.definition());
        let offered = all.map(|operation| OfferedOperation {
            key: operation.key().clone(),
            label: operation.label(),
            href: address_of_operation(designer, operation.key()),
        });
        offered.collect()
    })
}

/// The address of the connector's package.
pub(super) fn package(id: &str) -> String {
    format!("/connectors/{id}/package")
}

/// Leaves and takes up the field again, so that what stands in it is committed.
fn blur_field() {
    let active = document()
        .active_element()
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = active {
        // A field that cannot lose or take the focus keeps what stands in it.
        let _ = element.blur().and_then(|()| element.focus());
    }
}
