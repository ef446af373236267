//! The pages before one is signed in: the first account, and signing in.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::brand::Brand;
use super::language::LanguageChoice;
use super::submission::{Refusal, Submission};
use crate::api::people::{SetUp, SignIn};
use crate::components::{Button, ButtonKind, Field, TextInput};
use crate::texts::common;
use crate::texts::frame as t;

/// The page `/setup`, shown once.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let action = ServerAction::<SetUp>::new();
    let submission = Submission::of(action);
    view! {
        <Title text=common::page_title(t::set_up())/>
        <main class="entrance">
            <div class="brand"><Brand/></div>
            <div class="card">
                <h1>{t::set_up_tenon()}</h1>
                <p>
                    {t::this_is_the_first_account_of_this()}
                </p>
                <ActionForm action attr:class="form-stack">
                    <Field label=common::name() hint=t::as_your_colleagues_see_it() required=true error=submission.error_of("name")>
                        <TextInput name="name" autocomplete="name" autofocus=true/>
                    </Field>
                    <Field label=common::e_mail() hint=t::you_sign_in_with_it_tenon_sends() required=true
                        error=submission.error_of("email")>
                        <TextInput name="email" kind="email" autocomplete="username"/>
                    </Field>
                    <Field label=common::password() hint=t::at_least_12_characters() required=true error=submission.error_of("password")>
                        <TextInput name="password" kind="password" autocomplete="new-password" min_length=12/>
                    </Field>
                    <Refusal submission title=t::the_account_was_not_made() fields=&["name", "email", "password"]/>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>{t::create_account()}</Button>
                </ActionForm>
            </div>
            <LanguageChoice/>
        </main>
    }
}

/// The page `/sign-in`; `?next=` says where to go afterwards.
#[component]
pub fn SignInPage() -> impl IntoView {
    let action = ServerAction::<SignIn>::new();
    let submission = Submission::of(action);
    let query = use_query_map();
    let next = move || query.read().get("next").unwrap_or_default();
    view! {
        <Title text=common::page_title(common::sign_in())/>
        <main class="entrance">
            <div class="brand"><Brand/></div>
            <div class="card">
                <h1>{common::sign_in()}</h1>
                <ActionForm action attr:class="form-stack">
                    <input type="hidden" name="next" value=next/>
                    <Field label=common::e_mail() required=true error=submission.error_of("email")>
                        <TextInput name="email" kind="email" autocomplete="username" autofocus=true/>
                    </Field>
                    <Field label=common::password() required=true error=submission.error_of("password")>
                        <TextInput name="password" kind="password" autocomplete="current-password"/>
                    </Field>
                    <Refusal submission title=t::you_are_not_signed_in() fields=&["email", "password"]/>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>{common::sign_in()}</Button>
                </ActionForm>
            </div>
            <LanguageChoice/>
        </main>
    }
}
