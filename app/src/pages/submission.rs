//! What a form that goes to a server function tells the page: that it is on its way, and what was
//! wrong with it.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::components::ErrorPanel;
use crate::error::AppError;

/// A form on its way.
#[derive(Clone, Copy)]
pub(super) struct Submission {
    /// Whether the server has not answered yet.
    pub(super) busy: Signal<bool>,
    /// What the server refused it with.
    pub(super) error: Signal<Option<AppError>>,
}

impl Submission {
    /// The state of a form's action.
    pub(super) fn of<S, T>(action: ServerAction<S>) -> Self
    where
        S: ServerFn<Output = T, Error = AppError> + Clone + Send + Sync + 'static,
        T: Send + Sync + 'static,
    {
        let value = action.value();
        Self {
            busy: action.pending().into(),
            error: Signal::derive(move || {
                value.with(|value| value.as_ref()?.as_ref().err().cloned())
            }),
        }
    }

    /// What is wrong with a field.
    pub(super) fn error_of(self, field: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let error = self.error.get()?;
            (error.field.as_deref() == Some(field)).then_some(error.message)
        })
    }
}

/// What was refused as a whole, not for one of the fields that the form shows.
#[component]
pub(super) fn Refusal(
    /// The form's state.
    submission: Submission,
    /// What did not happen.
    title: &'static str,
    /// The fields that show their errors themselves.
    #[prop(default = &[])]
    fields: &'static [&'static str],
) -> impl IntoView {
    move || {
        let error = submission.error.get()?;
        let is_shown = error
            .field
            .as_deref()
            .is_some_and(|field| fields.contains(&field));
        (!is_shown).then(|| view! { <ErrorPanel error title/> })
    }
}
