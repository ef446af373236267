//! The person's own account.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::submission::{Refusal, Submission};
use crate::api::people::ChangePassword;
use crate::components::{Button, ButtonKind, Field, TextInput, use_toasts};

/// The page `/account`.
#[component]
pub fn AccountPage() -> impl IntoView {
    view! {
        <Title text="Account · Tenon"/>
        <div class="page page-narrow">
            <header class="page-head"><h1>"Account"</h1></header>
            <PasswordForm/>
        </div>
    }
}

#[component]
fn PasswordForm() -> impl IntoView {
    let action = ServerAction::<ChangePassword>::new();
    let submission = Submission::of(action);
    let form = NodeRef::new();
    let toasts = use_toasts();
    Effect::new(move |_| {
        if action.value().with(|value| matches!(value, Some(Ok(())))) {
            toasts.info("Your password is changed. Your other sessions are signed out.");
            if let Some(form) = form.get_untracked() {
                let form: web_sys::HtmlFormElement = form;
                form.reset();
            }
        }
    });
    view! {
        <section class="card" aria-labelledby="password">
            <h2 id="password">"Password"</h2>
            <ActionForm action node_ref=form attr:class="form-stack">
                <Field label="Current password" required=true error=submission.error_of("current")>
                    <TextInput name="current" kind="password" autocomplete="current-password"/>
                </Field>
                <Field label="New password" hint="At least 12 characters. Your other sessions will be signed out." required=true
                    error=submission.error_of("new")>
                    <TextInput name="new" kind="password" autocomplete="new-password" min_length=12/>
                </Field>
                <Refusal submission fields=&["current", "new"]/>
                <div>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>"Change password"</Button>
                </div>
            </ActionForm>
        </section>
    }
}
