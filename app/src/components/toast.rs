//! Short notes that come up in a corner.

use std::time::Duration;

use leptos::prelude::*;

use super::icon::Icon;

const SHOWN_FOR: Duration = Duration::from_secs(6);

#[derive(Clone, PartialEq)]
struct Toast {
    id: u32,
    text: String,
    is_error: bool,
}

/// The notes that are shown now.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Vec<Toast>>,
    next: StoredValue<u32>,
}

impl Toasts {
    fn new() -> Self {
        Self {
            shown: RwSignal::new(Vec::new()),
            next: StoredValue::new(0),
        }
    }

    /// Says that something was done. Goes away by itself.
    pub fn info(&self, text: impl Into<String>) {
        let id = self.show(text.into(), false);
        let toasts = *self;
        set_timeout(move || toasts.close(id), SHOWN_FOR);
    }

    /// Says that something failed. Stays until it is closed.
    pub fn error(&self, text: impl Into<String>) {
        self.show(text.into(), true);
    }

    fn show(&self, text: String, is_error: bool) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.shown.update(|shown| {
            shown.retain(|toast| toast.text != text);
            shown.push(Toast { id, text, is_error });
        });
        id
    }

    fn close(&self, id: u32) {
        self.shown
            .update(|shown| shown.retain(|toast| toast.id != id));
    }
}

/// Makes the notes of the app. Called once, at its root.
pub fn provide_toasts() {
    provide_context(Toasts::new());
}

/// The notes of the app.
#[must_use]
pub fn use_toasts() -> Toasts {
    use_context::<Toasts>().unwrap_or_else(Toasts::new)
}

/// The corner where notes come up. Placed once.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_toasts();
    let note = move |toast: Toast| {
        let class = if toast.is_error {
            "toast toast-error"
        } else {
            "toast"
        };
        view! {
            <div class=class role=toast.is_error.then_some("alert")>
                <span>{toast.text}</span>
                <button type="button" class="button button-quiet button-icon" aria-label="Close"
                    on:click=move |_| toasts.close(toast.id)>
                    <Icon name="close"/>
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite" aria-label="Notes">
            <For each=move || toasts.shown.get() key=|toast| toast.id children=note/>
        </div>
    }
}
