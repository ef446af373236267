//! The command palette and the shortcuts: what can be done is data, said once in [`command`]; pages
//! offer to do it while they are shown; keys, buttons and the palette all ask the same.

mod command;
mod fuzzy;
mod items;
mod keys;
mod offers;
mod recent;
mod shortcuts;
mod view;

use leptos::prelude::*;

pub use self::command::Command;
use self::offers::Layer;
pub use self::offers::{Commands, OfferedOperation, provide_commands, use_commands};
use self::shortcuts::ShortcutsDialog;
use self::view::PaletteDialog;

/// Listens for the keys, and shows the palette and the list of shortcuts when they are asked for. Placed
/// once, in the frame.
#[component]
pub fn Palette() -> impl IntoView {
    let commands = use_commands();
    keys::listen(commands);
    commands.offer(Command::Palette, move || commands.toggle(Layer::Palette));
    commands.offer(Command::Shortcuts, move || {
        commands.toggle(Layer::Shortcuts)
    });
    view! {
        <PaletteDialog/>
        <ShortcutsDialog/>
    }
}
