//! Shortcuts: how one is written, told to assistive technology, and recognised in an event.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Keys that do something, as data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, as the event names it; letters are small.
    key: &'static str,
    /// Whether Ctrl (Cmd on a Mac) is held.
    control: bool,
    shift: bool,
    /// Whether it is the browser's own while a text is being written.
    yields: bool,
}

impl Shortcut {
    /// A key alone. It counts only where nothing is being written.
    #[must_use]
    pub const fn key(key: &'static str) -> Self {
        Self {
            key,
            control: false,
            shift: false,
            yields: true,
        }
    }

    /// Ctrl (Cmd on a Mac) and a key.
    #[must_use]
    pub const fn control(key: &'static str) -> Self {
        Self {
            key,
            control: true,
            shift: false,
            yields: false,
        }
    }

    /// These keys with Shift.
    #[must_use]
    pub const fn and_shift(mut self) -> Self {
        self.shift = true;
        self
    }

    /// These keys, left to the browser while a text is being written.
    #[must_use]
    pub const fn outside_texts(mut self) -> Self {
        self.yields = true;
        self
    }

    /// Whether it is a key alone, which a person can turn off.
    #[must_use]
    pub fn is_single(self) -> bool {
        !self.control
    }

    /// How it is written in a sentence or a tool tip: `Ctrl+Shift+Z`, `⌘⇧Z` on a Mac.
    #[must_use]
    pub fn written(self, is_mac: bool) -> String {
        self.keys(is_mac).join(if is_mac { "" } else { "+" })
    }

    /// Each of its keys, as it is printed on the keyboard.
    #[must_use]
    pub fn keys(self, is_mac: bool) -> Vec<String> {
        let (control, shift) = if is_mac {
            ("⌘", "⇧")
        } else {
            ("Ctrl", "Shift")
        };
        let mut keys = Vec::new();
        if self.control {
            keys.push(control.to_owned());
        }
        if self.shift {
            keys.push(shift.to_owned());
        }
        keys.push(self.key.to_ascii_uppercase());
        keys
    }

    /// The value of `aria-keyshortcuts`, for Ctrl and for Cmd.
    #[must_use]
    pub fn told(self) -> String {
        let shift = if self.shift { "Shift+" } else { "" };
        let key = self.key.to_ascii_uppercase();
        if self.control {
            format!("Control+{shift}{key} Meta+{shift}{key}")
        } else {
            format!("{shift}{key}")
        }
    }

    /// Whether an event is these keys, where they count.
    #[must_use]
    pub fn is(self, event: &web_sys::KeyboardEvent) -> bool {
        let is_control = event.ctrl_key() || event.meta_key();
        if event.alt_key() || is_control != self.control {
            return false;
        }
        let fits = if self.control {
            event.key().eq_ignore_ascii_case(self.key) && event.shift_key() == self.shift
        } else {
            // A sign that needs Shift on one keyboard needs none on another.
            event.key() == self.key
        };
        fits && !(self.yields && takes_keys(event, self.control))
    }
}

/// Whether what has the focus has a use of its own for the keys: a text that is being written; for keys
/// alone also a choice, a tree and whatever else is gone through by letters.
fn takes_keys(event: &web_sys::KeyboardEvent, with_control: bool) -> bool {
    const TEXTS: &str = "textarea, [contenteditable], input:not([type=checkbox]):not([type=radio])";
    const CHOICES: &str =
        "select, [role=tree], [role=tree] *, [role=listbox], [role=grid], dialog *";
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| {
        let is = |selector: &str| element.matches(selector).unwrap_or(false);
        is(TEXTS) || (!with_control && is(CHOICES))
    })
}

/// Whether the keyboard is a Mac's, once the page has come to life.
#[derive(Clone, Copy)]
struct Mac(RwSignal<bool>);

/// Finds out whose keyboard it is. Called once, at the app's root.
pub fn provide_keyboard() {
    let mac = RwSignal::new(false);
    provide_context(Mac(mac));
    Effect::new(move |_| {
        let system = window().navigator().user_agent().unwrap_or_default();
        mac.set(system.contains("Mac OS") || system.contains("iPhone"));
    });
}

/// Whether the keyboard is a Mac's.
#[must_use]
pub fn use_is_mac() -> Signal<bool> {
    use_context::<Mac>().map_or_else(|| Signal::stored(false), |mac| mac.0.into())
}

/// A shortcut as keys. Those who do not see it are told by `aria-keyshortcuts` of what it belongs to.
#[component]
pub fn Keys(
    /// Which.
    shortcut: Shortcut,
) -> impl IntoView {
    let is_mac = use_is_mac();
    view! {
        <span class="keys">
            {move || {
                let keys = shortcut.keys(is_mac.get()).into_iter();
                keys.map(|key| view! { <kbd>{key}</kbd> }).collect_view()
            }}
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::Shortcut;

    #[test]
    fn a_shortcut_is_written_for_each_keyboard() {
        let redo = Shortcut::control("z").and_shift();
        let cases = [
            (redo, "Ctrl+Shift+Z", "⌘⇧Z", "Control+Shift+Z Meta+Shift+Z"),
            (Shortcut::control("k"), "Ctrl+K", "⌘K", "Control+K Meta+K"),
            (Shortcut::key("?"), "?", "?", "?"),
        ];
        for (shortcut, elsewhere, mac, told) in cases {
            assert_eq!(shortcut.written(false), elsewhere);
            assert_eq!(shortcut.written(true), mac);
            assert_eq!(shortcut.told(), told);
        }
    }
}
