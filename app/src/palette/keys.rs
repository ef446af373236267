//! Listens for the keys of all commands, in one place.

use leptos::ev;
use leptos::prelude::*;

use super::command::Command;
use super::offers::Commands;
use super::recent;

/// Carries out the commands whose keys are pressed, as long as the present owner lives.
pub(super) fn listen(commands: Commands) {
    Effect::new(move |ran: Option<()>| {
        if ran.is_some() {
            return;
        }
        commands.single_keys.set(recent::single_keys());
        let pressed = window_event_listener(ev::keydown, move |event| {
            if commands.takes_early(&event) {
                event.prevent_default();
            } else if let Some(command) = meant(commands, &event) {
                event.prevent_default();
                commands.run(command);
            }
        });
        on_cleanup(move || pressed.remove());
    });
}

/// The command that is meant by an event; none, too, where nobody offers it: the keys are the browser's
/// then.
fn meant(commands: Commands, event: &web_sys::KeyboardEvent) -> Option<Command> {
    if event.default_prevented() || event.is_composing() {
        return None;
    }
    let single = commands.single_keys.get_untracked();
    let mut fitting = Command::ALL.into_iter().filter(|command| {
        let shortcuts = command.about().shortcuts.iter();
        let mut counting = shortcuts.filter(|shortcut| single || !shortcut.is_single());
        counting.any(|shortcut| shortcut.is(event))
    });
    let command = fitting.next()?;
    let is_held = event.repeat() && !command.repeats();
    (!is_held && commands.is_offered(command)).then_some(command)
}
