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

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;

pub use self::command::Command;
use self::offers::Layer;
pub use self::offers::{Commands, OfferedOperation, provide_commands, use_commands};
use self::shortcuts::ShortcutsDialog;
use self::view::PaletteDialog;
use crate::later::{Later, Loaded, ever};

/// The page has so long to itself before the code of the palette is loaded.
const WARM_UP: Duration = Duration::from_millis(600);

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
    warm_up();
    let was = |layer| ever(move || commands.layer.get() == Some(layer));
    let (was_palette, was_shortcuts) = (was(Layer::Palette), was(Layer::Shortcuts));
    view! {
        <Show when=move || was_palette.get()><Later load=load_palette/></Show>
        <Show when=move || was_shortcuts.get()><Later load=load_shortcuts/></Show>
    }
}

/// Has the code of the palette there before it is first asked for, once the page itself is: who opens it writes on
/// at once.
fn warm_up() {
    let load = || {
        spawn_local(async {
            // What could not be loaded now is loaded when it is asked for.
            let _ = preload_palette().await;
        });
    };
    Effect::new(move |_| set_timeout(load, WARM_UP));
}

#[wasm_split(palette, wasm_split_path = leptos::wasm_split, fallible, preload(preload_palette))]
fn load_palette() -> Loaded {
    Ok(view! { <PaletteDialog/> }.into_any())
}

#[wasm_split(palette, wasm_split_path = leptos::wasm_split, fallible)]
fn load_shortcuts() -> Loaded {
    Ok(view! { <ShortcutsDialog/> }.into_any())
}
