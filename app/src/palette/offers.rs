//! Who can carry out a command now: pages offer what they can do while they are shown.

use leptos::prelude::*;
use tenon_connector::swagger::OperationKey;

use super::command::Command;
use super::recent;

/// An operation that the palette can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedOperation {
    /// Its verb and path.
    pub key: OperationKey,
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
}

/// How a command is carried out.
#[derive(Clone, Copy)]
struct Offer {
    number: u64,
    command: Command,
    available: Signal<bool>,
    detail: Signal<Option<String>>,
    run: Callback<()>,
}

/// Where the operations of the open connector are had from.
type Operations = Callback<(), Vec<OfferedOperation>>;

/// What stands over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    Palette,
    Shortcuts,
}

/// What was pressed after the palette was asked for and before its code was there.
#[derive(Clone, Debug, Default)]
pub(super) struct Early {
    /// What was written.
    pub(super) words: String,
    /// Whether Enter came after it, and with it the end.
    pub(super) is_chosen: bool,
}

/// The commands that can be carried out now, and whether the palette or the list of shortcuts is open.
#[derive(Clone, Copy)]
pub struct Commands {
    offers: RwSignal<Vec<Offer>>,
    operations: RwSignal<Option<(u64, Operations)>>,
    next: StoredValue<u64>,
    pub(super) layer: RwSignal<Option<Layer>>,
    /// Whether keys without Ctrl count.
    pub(super) single_keys: RwSignal<bool>,
    /// None once the code of the palette is there.
    early: StoredValue<Option<Early>>,
}

impl Commands {
    fn new() -> Self {
        Self {
            offers: RwSignal::new(Vec::new()),
            operations: RwSignal::new(None),
            next: StoredValue::new(0),
            layer: RwSignal::new(None),
            single_keys: RwSignal::new(true),
            early: StoredValue::new(Some(Early::default())),
        }
    }

    fn number(self) -> u64 {
        self.next.update_value(|next| *next += 1);
        self.next.get_value()
    }

    /// Carries a command out, always, as long as the present owner lives.
    pub fn offer(self, command: Command, run: impl Into<Callback<()>>) {
        self.offer_when(
            command,
            Signal::stored(true),
            Signal::stored(None::<String>),
            run,
        );
    }

    /// Carries a command out while it is available, as long as the present owner lives. The detail says
    /// what exactly would be done.
    pub fn offer_when(
        self,
        command: Command,
        available: impl Into<Signal<bool>>,
        detail: impl Into<Signal<Option<String>>>,
        run: impl Into<Callback<()>>,
    ) {
        let number = self.number();
        let offer = Offer {
            number,
            command,
            available: available.into(),
            detail: detail.into(),
            run: run.into(),
        };
        self.offers.update(|offers| offers.push(offer));
        on_cleanup(move || {
            self.offers
                .try_update(|offers| offers.retain(|offer| offer.number != number));
        });
    }

    /// Says where the operations of the open connector are had from, as long as the present owner lives.
    pub fn offer_operations(self, operations: impl Into<Operations>) {
        let number = self.number();
        self.operations.set(Some((number, operations.into())));
        on_cleanup(move || {
            self.operations.try_update(|offered| {
                if offered.as_ref().is_some_and(|(own, _)| *own == number) {
                    *offered = None;
                }
            });
        });
    }

    /// The operations of the open connector; none where no connector is open. Whoever asks reactively is
    /// told when another connector is.
    pub(super) fn operations(self) -> Vec<OfferedOperation> {
        let offered = self.operations.get();
        offered
            .and_then(|(_, operations)| operations.try_run(()))
            .unwrap_or_default()
    }

    /// Whether there is an open connector, told reactively.
    pub(super) fn has_operations(self) -> bool {
        self.operations.with(Option::is_some)
    }

    fn offered(self, command: Command) -> Option<Offer> {
        self.offers.with_untracked(|offers| {
            let mut own = offers.iter().rev().filter(|offer| offer.command == command);
            own.find(|offer| offer.available.try_get_untracked() == Some(true))
                .copied()
        })
    }

    /// Whether a command can be carried out now, and what exactly it would do. Whoever asks reactively is
    /// told when something else is offered.
    pub(super) fn available(self, command: Command) -> Option<Option<String>> {
        self.offers.track();
        let offer = self.offered(command)?;
        Some(offer.detail.try_get_untracked().flatten())
    }

    /// Whether there is somebody to carry a command out, be it now or once there is something to do.
    pub(super) fn is_offered(self, command: Command) -> bool {
        self.offers
            .with_untracked(|offers| offers.iter().any(|offer| offer.command == command))
    }

    /// Carries a command out, if that can be done now.
    pub fn run(self, command: Command) {
        if let Some(offer) = self.offered(command) {
            offer.run.try_run(());
        }
    }

    /// Opens a layer, or closes it when it is the open one.
    pub(super) fn toggle(self, layer: Layer) {
        self.layer.update(|open| {
            *open = if *open == Some(layer) {
                None
            } else {
                Some(layer)
            };
        });
    }

    /// Takes a key for the palette, while it is open and its code is not there yet; whether it did.
    pub(super) fn takes_early(self, event: &web_sys::KeyboardEvent) -> bool {
        let is_awaited = self.layer.get_untracked() == Some(Layer::Palette);
        if !is_awaited || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let key = event.key();
        let taken = self.early.try_update_value(|early| {
            let early = early.as_mut()?;
            match key.as_str() {
                "Escape" => *early = Early::default(),
                _ if early.is_chosen => {}
                "Enter" => early.is_chosen = true,
                "Backspace" => drop(early.words.pop()),
                letter if letter.chars().count() == 1 => early.words.push_str(letter),
                _ => return None,
            }
            Some(())
        });
        if taken.flatten().is_none() {
            return false;
        }
        if key == "Escape" {
            self.layer.set(None);
        }
        true
    }

    /// What was pressed before the code of the palette was there; from now on the palette hears itself.
    pub(super) fn early(self) -> Early {
        let early = self.early.try_update_value(Option::take);
        early.flatten().unwrap_or_default()
    }

    /// Whether keys without Ctrl count; the browser remembers it.
    pub(super) fn set_single_keys(self, wanted: bool) {
        self.single_keys.set(wanted);
        recent::keep_single_keys(wanted);
    }
}

/// Makes the commands of the frame. Called once, there.
pub fn provide_commands() -> Commands {
    let commands = Commands::new();
    provide_context(commands);
    commands
}

/// The commands of the frame around this page.
#[must_use]
pub fn use_commands() -> Commands {
    use_context::<Commands>().unwrap_or_else(Commands::new)
}
