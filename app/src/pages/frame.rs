//! The frame around every page of a person who is signed in: navigation on the left, the page beside it.

use leptos::form::ActionForm;
use leptos::prelude::*;
use leptos_router::components::{A, Outlet};

use super::brand::Brand;
use super::theme::ThemeChoice;
use crate::api::people::{Account, SessionState, SignOut, session};
use crate::components::{Icon, Menu};

/// The frame, with the page inside it.
#[component]
pub fn Frame() -> impl IntoView {
    let session = Resource::new(|| (), |()| session());
    view! {
        <a class="skip-link" href="#page">"Skip to the page"</a>
        <div class="shell">
            <header class="shell-side">
                <a class="brand" href="/connectors"><Brand/></a>
                <p class="shell-environment">"Environment"<strong>"Default"</strong></p>
                <nav class="shell-nav" aria-label="Main">
                    <A href="/connectors"><Icon name="connector"/>"Connectors"</A>
                </nav>
                <Suspense>
                    {move || Suspend::new(async move {
                        match session.await {
                            Ok(SessionState::SignedIn(account)) => Some(view! { <AccountMenu account/> }),
                            Ok(SessionState::NotSetUp | SessionState::SignedOut) | Err(_) => None,
                        }
                    })}
                </Suspense>
            </header>
            <main class="shell-main" id="page" tabindex="-1"><Outlet/></main>
        </div>
    }
}

#[component]
fn AccountMenu(
    /// Who is signed in.
    account: Account,
) -> impl IntoView {
    let sign_out = ServerAction::<SignOut>::new();
    let name = account.name.clone();
    let button = move || view! { <Icon name="account"/><span>{name.clone()}</span> };
    view! {
        <Menu label=format!("Account of {}", account.name) class="button button-quiet account-button" button>
            <p class="menu-note"><strong>{account.name}</strong>{account.email}</p>
            <ThemeChoice/>
            <hr/>
            <a class="menu-item" href="/account"><Icon name="key"/>"Account"</a>
            <ActionForm action=sign_out>
                <button type="submit" class="menu-item"><Icon name="sign-out"/>"Sign out"</button>
            </ActionForm>
        </Menu>
    }
}
