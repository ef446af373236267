//! Short notes that come up in a corner.

use std::time::Duration;

use leptos::prelude::*;

use super::icon::Icon;
use crate::error::AppError;
use crate::texts::common;
use crate::texts::components as t;

const SHOWN_FOR: Duration = Duration::from_secs(6);

#[derive(Clone, PartialEq)]
struct Toast {
    id: u32,
    text: String,
    is_error: bool,
    request_id: Option<String>,
}

/// What failed, in words, and the id of the request that it failed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    text: String,
    request_id: Option<String>,
}

impl Fault {
    /// An error, after a sentence about what did not happen.
    #[must_use]
    pub fn of(undone: &str, error: &AppError) -> Self {
        Self {
            text: format!("{undone} {error}"),
            request_id: error.request_id.clone(),
        }
    }
}

impl From<AppError> for Fault {
    fn from(error: AppError) -> Self {
        Self {
            text: error.message,
            request_id: error.request_id,
        }
    }
}

impl From<String> for Fault {
    fn from(text: String) -> Self {
        Self {
            text,
            request_id: None,
        }
    }
}

impl From<&str> for Fault {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
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
        let id = self.show(text.into().into(), false);
        let toasts = *self;
        set_timeout(move || toasts.close(id), SHOWN_FOR);
    }

    /// Says that something failed, and in which request. Stays until it is closed.
    pub fn error(&self, fault: impl Into<Fault>) {
        self.show(fault.into(), true);
    }

    fn show(&self, fault: Fault, is_error: bool) -> u32 {
        let Fault { text, request_id } = fault;
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        self.shown.update(|shown| {
            shown.retain(|toast| toast.text != text);
            shown.push(Toast {
                id,
                text,
                is_error,
                request_id,
            });
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
                <div class="toast-text">
                    <span>{toast.text}</span>
                    {toast.request_id.map(|id| view! { <small class="error-panel-id">{common::request_id()} <code>{id}</code></small> })}
                </div>
                <button type="button" class="button button-quiet button-icon" aria-label=common::close()
                    on:click=move |_| toasts.close(toast.id)>
                    <Icon name="close"/>
                </button>
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite" aria-label=t::notes()>
            <For each=move || toasts.shown.get() key=|toast| toast.id children=note/>
        </div>
    }
}
