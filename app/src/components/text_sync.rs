//! Keeping a text control and the value behind it together, without taking text away from the person
//! who is writing.

use leptos::prelude::*;

/// A control that holds text.
pub(super) trait TextControl: AsRef<web_sys::Element> {
    /// What stands in it.
    fn text(&self) -> String;
    /// Replaces what stands in it.
    fn put(&self, text: &str);
    /// What stood in it when the page was made.
    fn first_text(&self) -> String;
}

impl TextControl for web_sys::HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }
    fn put(&self, text: &str) {
        self.set_value(text);
    }
    fn first_text(&self) -> String {
        self.default_value()
    }
}

impl TextControl for web_sys::HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }
    fn put(&self, text: &str) {
        self.set_value(text);
    }
    fn first_text(&self) -> String {
        self.default_value().unwrap_or_default()
    }
}

/// The value behind a control, and who hears of changes.
#[derive(Clone, Copy)]
pub(super) struct TextSync {
    value: Option<Signal<String>>,
    on_commit: Option<Callback<String>>,
    on_input: Option<Callback<String>>,
    /// Whether the value changed from outside while the control had the focus.
    missed: StoredValue<bool>,
}

impl TextSync {
    /// Of a value (none for a control that only its form reads), with who hears of the finished text
    /// and of each key.
    pub(super) fn new(
        value: Option<Signal<String>>,
        on_commit: Option<Callback<String>>,
        on_input: Option<Callback<String>>,
    ) -> Self {
        Self {
            value,
            on_commit,
            on_input,
            missed: StoredValue::new(false),
        }
    }

    /// The text to begin with.
    pub(super) fn first(self) -> Option<String> {
        self.value.map(|value| value.get_untracked())
    }

    /// Shows the value whenever it changes from outside, unless the control has the focus.
    pub(super) fn follow<C: TextControl>(self, control: impl Fn() -> Option<C> + 'static) {
        let Some(value) = self.value else { return };
        Effect::new(move |ran: Option<()>| {
            let wanted = value.get();
            let Some(control) = control() else { return };
            if ran.is_none() && !is_alive() && control.text() != control.first_text() {
                // Written before the page came to life: take it over. Later, what stands in a new
                // control is left from the one whose place in the page it took.
                self.typed(control.text());
                self.committed(control.text());
            } else if control.text() == wanted {
                self.missed.set_value(false);
            } else if ran.is_some() && has_focus(control.as_ref()) {
                self.missed.set_value(true);
            } else {
                control.put(&wanted);
            }
        });
    }

    /// Whether the control was taken out of the page: the browser still tells of the focus it lost.
    fn is_gone(self) -> bool {
        self.missed.is_disposed()
    }

    /// A key changed the text.
    pub(super) fn typed(self, text: String) {
        if let Some(on_input) = self.on_input
            && !self.is_gone()
        {
            on_input.run(text);
        }
    }

    /// The text is finished: Enter, or the focus leaves.
    pub(super) fn committed(self, text: String) {
        // Who hears of each key knows the text already, and may have made another value of it.
        if let Some(on_commit) = self.on_commit
            && !self.is_gone()
        {
            self.missed.set_value(false);
            on_commit.run(text);
        }
    }

    /// The focus left: shows what the value became meanwhile, if nothing was written since.
    pub(super) fn left<C: TextControl>(self, control: impl FnOnce() -> Option<C>) {
        if self.is_gone() {
            return;
        }
        let control = control();
        if let (Some(value), Some(control), true) = (self.value, control, self.missed.get_value()) {
            self.missed.set_value(false);
            control.put(&value.get_untracked());
        }
    }
}

/// Whether the page is interactive: what is made now was not sent by the server.
fn is_alive() -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.has_attribute("data-hydrated"))
}

fn has_focus(element: &web_sys::Element) -> bool {
    document()
        .active_element()
        .is_some_and(|active| active == *element)
}
