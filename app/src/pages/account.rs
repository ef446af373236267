//! The person's own account.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;

use super::submission::{Refusal, Submission};
use crate::api::people::{Account, ChangePassword, SessionState, session};
use crate::components::{Button, ButtonKind, ErrorPanel, Field, Skeleton, TextInput, use_toasts};
use crate::error::{AppError, ErrorKind};
use crate::resource::resource;
use crate::texts::common;
use crate::texts::frame as t;

/// The page `/account`.
#[component]
pub fn AccountPage() -> impl IntoView {
    let session = resource(|| (), |()| session());
    view! {
        <Title text=common::page_title(common::account())/>
        <div class="page page-narrow">
            <header class="page-head"><h1>{common::account()}</h1></header>
            <Suspense fallback=|| view! { <Skeleton lines=4/> }>
                {move || Suspend::new(async move {
                    match session.await {
                        Ok(SessionState::SignedIn(account)) => view! { <Person account/> }.into_any(),
                        Ok(SessionState::NotSetUp | SessionState::SignedOut) => {
                            let error = AppError::new(ErrorKind::SignedOut, t::sign_in_to_see_your_account());
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
        t::administrator()
    } else {
        t::maker()
    };
    view! {
        <section class="card" aria-label=t::you()>
            <dl class="facts">
                <dt>{common::name()}</dt>
                <dd>{account.name}</dd>
                <dt>{common::e_mail()}</dt>
                <dd>{account.email.clone()}</dd>
                <dt>{t::role()}</dt>
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
            toasts.info(t::your_password_is_changed_your_other_sessions());
            if let Some(form) = form.get_untracked() {
                let form: web_sys::HtmlFormElement = form;
                form.reset();
            }
        }
    });
    view! {
        <section class="card" aria-labelledby="password">
            <h2 id="password">{common::password()}</h2>
            <ActionForm action node_ref=form attr:class="form-stack">
                <input type="text" autocomplete="username" value=email readonly hidden/>
                <Field label=t::current_password() required=true error=submission.error_of("current")>
                    <TextInput name="current" kind="password" autocomplete="current-password"/>
                </Field>
                <Field label=t::new_password() hint=t::at_least_12_characters_your_other_sessions() required=true
                    error=submission.error_of("new")>
                    <TextInput name="new" kind="password" autocomplete="new-password" min_length=12/>
                </Field>
                <Refusal submission title=t::the_password_was_not_changed() fields=&["current", "new"]/>
                <div>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>{t::change_password()}</Button>
                </div>
            </ActionForm>
        </section>
    }
}
