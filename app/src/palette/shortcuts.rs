//! The list of shortcuts: all keys of all commands, and the switch for those without Ctrl.

use leptos::prelude::*;

use super::command::{Command, Group};
use super::offers::{Layer, use_commands};
use crate::components::{Checkbox, Dialog, Keys};
use crate::texts::common;
use crate::texts::palette as t;

/// The list, while it is open.
#[component]
pub(super) fn ShortcutsDialog() -> impl IntoView {
    let commands = use_commands();
    let open = Memo::new(move |_| commands.layer.get() == Some(Layer::Shortcuts));
    view! {
        <Dialog title=common::keyboard_shortcuts() open on_close=move || commands.layer.set(None)>
            <Show when=move || open.get()>
                <Checkbox
                    label=t::single_keys()
                    hint=t::keys_without_ctrl_or_cmd_work_wherever()
                    value=commands.single_keys
                    switch=true
                    on_change=move |wanted| commands.set_single_keys(wanted)
                />
                <div class="shortcuts">{Group::ALL.map(group).into_iter().flatten().collect_view()}</div>
            </Show>
        </Dialog>
    }
}

/// The commands of a group that have keys; none where there are none.
fn group(group: Group) -> Option<impl IntoView> {
    let own = Command::ALL.into_iter().filter(|command| {
        let about = command.about();
        about.group == group && !about.shortcuts.is_empty()
    });
    let lines: Vec<_> = own.map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section>
                <h3>{group.label()}</h3>
                <dl>{lines}</dl>
            </section>
        }
    })
}

fn line(command: Command) -> impl IntoView {
    let about = command.about();
    let keys = about.shortcuts.iter().map(|shortcut| {
        view! { <dd><Keys shortcut=*shortcut/></dd> }
    });
    view! { <div><dt>{about.label}</dt>{keys.collect_view()}</div> }
}
