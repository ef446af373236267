//! The palette: a field, and under it what fits the words in it.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::fuzzy::pieces;
use super::items::{
    Found, Item, Offered, Section, Target, of_commands, of_connectors, of_operations,
    recent_connectors,
};
use super::offers::{Commands, Layer, use_commands};
use super::recent::{recent, remember};
use crate::api::search::{ConnectorSearch, FoundConnector, find_connectors};
use crate::components::{Icon, Keys, keep_modal, tell_closed};
use crate::error::AppError;
use crate::texts::common;
use crate::texts::palette as t;

/// The server is asked once nothing was written for this long.
const PAUSE: Duration = Duration::from_millis(120);

const LIST: &str = "palette-list";

/// The palette, while it is open. Esc and a click beside it close it; the focus goes back to where it was.
#[component]
pub(super) fn PaletteDialog() -> impl IntoView {
    let commands = use_commands();
    let node = NodeRef::<html::Dialog>::new();
    let open: Signal<bool> =
        Memo::new(move |_| commands.layer.get() == Some(Layer::Palette)).into();
    keep_modal(node, open);
    let close = Callback::new(move |()| commands.layer.set(None));
    let closed = move |event| tell_closed(&event, node, open, close);
    let clicked = move |event: leptos::ev::MouseEvent| {
        // The dialog itself is hit only where nothing that it holds is: on its backdrop.
        let hit = event.target().map(event_target_is_dialog);
        if hit == Some(true) {
            commands.layer.set(None);
        }
    };
    view! {
        <dialog node_ref=node class="dialog palette" aria-label=common::search_and_commands() on:cancel=closed on:close=closed on:click=clicked>
            <Show when=move || open.get()>
                <Palette commands/>
            </Show>
        </dialog>
    }
}

fn event_target_is_dialog(target: web_sys::EventTarget) -> bool {
    use wasm_bindgen::JsCast;
    target.is_instance_of::<web_sys::HtmlDialogElement>()
}

/// What is being looked for.
#[derive(Clone, Copy)]
struct Search {
    words: RwSignal<String>,
    recent: StoredValue<Vec<String>>,
    connectors: RwSignal<Vec<FoundConnector>>,
    failed: RwSignal<Option<AppError>>,
    is_asking: RwSignal<bool>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Search {
    fn new(words: String) -> Self {
        let this = Self {
            words: RwSignal::new(words),
            recent: StoredValue::new(recent()),
            connectors: RwSignal::new(Vec::new()),
            failed: RwSignal::new(None),
            is_asking: RwSignal::new(false),
            waiting: StoredValue::new(None),
        };
        this.ask();
        on_cleanup(move || this.stop_waiting());
        this
    }

    fn write(self, words: String) {
        self.words.set(words);
        self.is_asking.set(true);
        self.stop_waiting();
        let handle = set_timeout_with_handle(move || self.ask(), PAUSE).ok();
        self.waiting.set_value(handle);
    }

    fn stop_waiting(self) {
        if let Some(handle) = self.waiting.try_get_value().flatten() {
            handle.clear();
        }
    }

    /// Asks the server for connectors. An answer that comes after other words were written is dropped.
    fn ask(self) {
        let Some(words) = self.words.try_get_untracked() else {
            return;
        };
        self.is_asking.set(true);
        let search = ConnectorSearch {
            words: words.clone(),
            recent: self.recent.with_value(|recent| recent_connectors(recent)),
        };
        spawn_local(async move {
            let answer = find_connectors(search).await;
            if self.words.try_get_untracked().as_ref() != Some(&words) {
                return;
            }
            self.is_asking.set(false);
            match answer {
                Ok(found) => {
                    self.failed.set(None);
                    self.connectors.set(found);
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}

#[component]
fn Palette(
    /// What can be done.
    commands: Commands,
) -> impl IntoView {
    let early = commands.early();
    let search = Search::new(early.words.clone());
    let active = RwSignal::new(0_usize);
    let gone_to = StoredValue::new(None::<String>);
    // A connector may come to life while the palette is open, and bring what can be done with it.
    let offered = Memo::new_with_compare(
        move |_| Offered {
            commands: of_commands(commands),
            connectors: search.connectors.with(|found| of_connectors(found)),
            operations: of_operations(commands.operations()),
        },
        |_, _| true,
    );
    let sections = Memo::new(move |_| {
        let recent = search.recent.get_value();
        offered.with(|offered| search.words.with(|words| offered.sections(words, &recent)))
    });
    let count = Memo::new(move |_| {
        sections.with(|sections| {
            sections
                .iter()
                .map(|section| section.found.len())
                .sum::<usize>()
        })
    });
    let go_to = Callback::new(move |index: usize| {
        let item = sections.with_untracked(|sections| nth(sections, index));
        gone_to.set_value(item.map(|item| item.key));
        active.set(index);
    });
    // An answer of the server moves items; the one that was gone to stays the active one.
    Effect::new(move |_| {
        let key = gone_to.get_value();
        let place = sections.with(|sections| key.and_then(|key| place_of(sections, &key)));
        active.set(place.unwrap_or_default());
    });
    let navigate = use_navigate();
    let choose = Callback::new(move |item: Item| {
        remember(&item.key);
        commands.layer.set(None);
        match item.target {
            // The dialog is closed first, so that what the command opens takes the focus.
            Target::Command(command) => request_animation_frame(move || commands.run(command)),
            Target::Address(address) => navigate(&address, NavigateOptions::default()),
        }
    });
    if early.is_chosen {
        // Once the dialog is there, so that it closes as it does for Enter.
        request_animation_frame(move || {
            if let Some(item) = sections.with_untracked(|sections| nth(sections, 0)) {
                choose.run(item);
            }
        });
    }
    let key = move |event: leptos::ev::KeyboardEvent| {
        let count = count.get_untracked();
        let go = |step: usize| go_to.run((active.get_untracked() + step) % count.max(1));
        match event.key().as_str() {
            "ArrowDown" => go(1),
            "ArrowUp" => go(count.saturating_sub(1)),
            "Enter" if !event.is_composing() => {
                if let Some(item) = sections.with_untracked(|s| nth(s, active.get_untracked())) {
                    choose.run(item);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let typed = move |event: leptos::ev::Event| {
        gone_to.set_value(None);
        active.set(0);
        search.write(event_target_value(&event));
    };
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot take the focus is still there to be clicked.
            let _ = field.focus();
        }
    });
    scroll_to(active, count);
    let active_id = move || (count.get() > 0).then(|| option_id(active.get()));
    view! {
        <div class="palette-field">
            <Icon name="search"/>
            <input
                node_ref=field
                type="text"
                value=early.words
                role="combobox"
                aria-label=t::search_connectors_operations_and_commands()
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || (count.get() > 0).to_string()
                aria-activedescendant=active_id
                placeholder=t::search_connectors_operations_and_commands()
                autocomplete="off"
                spellcheck="false"
                autofocus
                on:input=typed
                on:keydown=key
            />
        </div>
        <div class="palette-list" id=LIST role="listbox" aria-label=t::what_was_found() hidden=move || count.get() == 0>
            {move || sections.with(|sections| listed(sections, active, go_to, choose))}
        </div>
        <div class="palette-none" hidden=move || { count.get() > 0 }>
            {move || search.words.with(|words| nothing(words, search.is_asking.get()))}
        </div>
        {move || search.failed.get().map(|error| view! {
            <p class="palette-failed" role="alert">
                {t::the_connectors_could_not_be_searched(&error)}
            </p>
        })}
        <p class="visually-hidden" role="status">
            {move || match count.get() {
                1 => t::n_1_found().to_owned(),
                count => t::found(&count),
            }}
        </p>
        <footer class="palette-foot">
            <span>{move || if commands.has_operations() {
                t::operations_are_those_of_the_open_connector()
            } else {
                t::open_a_connector_to_find_its_operations()
            }}</span>
            <span aria-hidden="true"><kbd>"↑"</kbd><kbd>"↓"</kbd>{t::choose()}<kbd>"Enter"</kbd>{t::go()}<kbd>"Esc"</kbd>{t::close()}</span>
        </footer>
    }
}

/// Keeps the active option in sight.
fn scroll_to(active: RwSignal<usize>, count: Memo<usize>) {
    Effect::new(move |_| {
        count.track();
        if let Some(option) = document().get_element_by_id(&option_id(active.get())) {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

fn option_id(index: usize) -> String {
    format!("{LIST}-{index}")
}

fn nth(sections: &[Section], index: usize) -> Option<Item> {
    let mut all = sections.iter().flat_map(|section| &section.found);
    all.nth(index).map(|found| found.item.clone())
}

fn place_of(sections: &[Section], key: &str) -> Option<usize> {
    let mut all = sections.iter().flat_map(|section| &section.found);
    all.position(|found| found.item.key == key)
}

fn listed(
    sections: &[Section],
    active: RwSignal<usize>,
    go_to: Callback<usize>,
    choose: Callback<Item>,
) -> impl IntoView + use<> {
    let mut first = 0;
    let groups = sections.iter().map(|section| {
        let begin = first;
        first += section.found.len();
        let options = section.found.iter().cloned().enumerate();
        let options = options
            .map(|(at, found)| option(begin + at, found, active, go_to, choose))
            .collect_view();
        let id = format!("{LIST}-{}", section.title.to_lowercase());
        view! {
            <div role="group" aria-labelledby=id.clone()>
                <p class="palette-section" id=id.clone() role="presentation">{section.title}</p>
                {options}
            </div>
        }
    });
    groups.collect_view()
}

fn option(
    index: usize,
    found: Found,
    active: RwSignal<usize>,
    go_to: Callback<usize>,
    choose: Callback<Item>,
) -> impl IntoView {
    let Found {
        item,
        in_label,
        in_note,
        ..
    } = found;
    let chosen = item.clone();
    view! {
        <div
            role="option"
            id=option_id(index)
            class="palette-option"
            class:palette-active=move || active.get() == index
            aria-selected=move || (active.get() == index).to_string()
            aria-keyshortcuts=item.shortcut.map(|shortcut| shortcut.told())
            // The field keeps the focus, so that one can go on writing.
            on:mousedown=|event| event.prevent_default()
            on:mousemove=move |_| {
                if active.get_untracked() != index {
                    go_to.run(index);
                }
            }
            on:click=move |_| choose.run(chosen.clone())
        >
            <Icon name=item.icon/>
            <span class="palette-label">{marked(&item.label, &in_label)}</span>
            <small>{marked(&item.note, &in_note)}</small>
            {item.shortcut.map(|shortcut| view! { <Keys shortcut/> })}
        </div>
    }
}

/// A text with the letters that fit.
fn marked(text: &str, marks: &[usize]) -> impl IntoView + use<> {
    let piece = |(is_marked, piece): (bool, String)| {
        if is_marked {
            view! { <mark>{piece}</mark> }.into_any()
        } else {
            piece.into_any()
        }
    };
    pieces(text, marks).into_iter().map(piece).collect_view()
}

fn nothing(words: &str, is_asking: bool) -> impl IntoView + use<> {
    if is_asking {
        return view! { <p>{t::searching()}</p> }.into_any();
    }
    view! {
        <p><strong>{t::nothing_is_called(&words.trim())}</strong></p>
        <p>{t::write_less_of_it_or_only_the()}</p>
    }
    .into_any()
}
