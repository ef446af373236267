//! The pages before one is signed in: the first account, and signing in.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::brand::Brand;
use super::submission::{Refusal, Submission};
use crate::api::people::{SetUp, SignIn};
use crate::components::{Button, ButtonKind, Field, TextInput};

/// The page `/setup`, shown once.
#[component]
pub fn SetUpPage() -> impl IntoView {
    let action = ServerAction::<SetUp>::new();
    let submission = Submission::of(action);
    view! {
        <Title text="Set up · Tenon"/>
        <main class="entrance">
            <div class="brand"><Brand/></div>
            <div class="card">
                <h1>"Set up Tenon"</h1>
                <p>
                    "This is the first account of this server. It is the administrator’s, and it opens the Default \
                     environment, which holds your connectors. Everything stays on this server."
                </p>
                <ActionForm action attr:class="form-stack">
                    <Field label="Name" hint="As your colleagues see it." required=true error=submission.error_of("name")>
                        <TextInput name="name" autocomplete="name" autofocus=true/>
                    </Field>
                    <Field label="E-mail" hint="You sign in with it. Tenon sends nothing to it." required=true
                        error=submission.error_of("email")>
                        <TextInput name="email" kind="email" autocomplete="username"/>
                    </Field>
                    <Field label="Password" hint="At least 12 characters." required=true error=submission.error_of("password")>
                        <TextInput name="password" kind="password" autocomplete="new-password" min_length=12/>
                    </Field>
                    <Refusal submission title="The account was not made" fields=&["name", "email", "password"]/>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>"Create account"</Button>
                </ActionForm>
            </div>
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
        <Title text="Sign in · Tenon"/>
        <main class="entrance">
            <div class="brand"><Brand/></div>
            <div class="card">
                <h1>"Sign in"</h1>
                <ActionForm action attr:class="form-stack">
                    <input type="hidden" name="next" value=next/>
                    <Field label="E-mail" required=true error=submission.error_of("email")>
                        <TextInput name="email" kind="email" autocomplete="username" autofocus=true/>
                    </Field>
                    <Field label="Password" required=true error=submission.error_of("password")>
                        <TextInput name="password" kind="password" autocomplete="current-password"/>
                    </Field>
                    <Refusal submission title="You are not signed in" fields=&["email", "password"]/>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>"Sign in"</Button>
                </ActionForm>
            </div>
        </main>
    }
}
