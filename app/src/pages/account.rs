//! The person's own account.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::submission::{Refusal, Submission};
use crate::api::people::{Account, ChangePassword, SessionState, session};
use crate::components::{Button, ButtonKind, ErrorPanel, Field, Skeleton, TextInput, use_toasts};
use crate::error::{AppError, ErrorKind};

/// The page `/account`.
#[component]
pub fn AccountPage() -> impl IntoView {
    let session = Resource::new(|| (), |()| session());
    view! {
        <Title text="Account · Tenon"/>
        <div class="page page-narrow">
            <header class="page-head"><h1>"Account"</h1></header>
            <Suspense fallback=|| view! { <Skeleton lines=4/> }>
                {move || Suspend::new(async move {
                    match session.await {
                        Ok(SessionState::SignedIn(account)) => view! { <Person account/> }.into_any(),
                        Ok(SessionState::NotSetUp | SessionState::SignedOut) => {
                            let error = AppError::new(ErrorKind::SignedOut, "Sign in to see your account.");
                            view! { <ErrorPanel error/> }.into_any()
                        }
                        Err(error) => view! { <ErrorPanel error on_retry=move || session.refetch()/> }.into_any(),
                    }
                })}
            </Suspense>
        </div>
    }
}

#[component]
fn Person(
    /// Who is signed in.
    account: Account,
) -> impl IntoView {
    let role = if account.administrator {
        "Administrator"
    } else {
        "Maker"
    };
    view! {
        <section class="card" aria-label="You">
            <dl class="facts">
                <dt>"Name"</dt>
                <dd>{account.name}</dd>
                <dt>"E-mail"</dt>
                <dd>{account.email.clone()}</dd>
                <dt>"Role"</dt>
                <dd>{role}</dd>
            </dl>
        </section>
        <PasswordForm email=account.email/>
    }
}

#[component]
fn PasswordForm(
    /// The e-mail address, by which password managers know the account.
    email: String,
) -> impl IntoView {
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
                <input type="text" autocomplete="username" value=email readonly hidden/>
                <Field label="Current password" required=true error=submission.error_of("current")>
                    <TextInput name="current" kind="password" autocomplete="current-password"/>
                </Field>
                <Field label="New password" hint="At least 12 characters. Your other sessions will be signed out." required=true
                    error=submission.error_of("new")>
                    <TextInput name="new" kind="password" autocomplete="new-password" min_length=12/>
                </Field>
                <Refusal submission title="The password was not changed" fields=&["current", "new"]/>
                <div>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>"Change password"</Button>
                </div>
            </ActionForm>
        </section>
    }
}
