//! The frame around every page of a person who is signed in: navigation on the left, the page beside it,
//! and the palette over both.

use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::NavigateOptions;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_navigate};

use super::brand::Brand;
use super::environment::EnvironmentSwitcher;
use super::language::LanguageChoice;
use super::theme::{ThemeChoice, provide_theme};
use crate::api::people::{Account, SignOut, frame_facts};
use crate::components::{Icon, Keys, Menu};
use crate::line::LineNotice;
use crate::palette::{Command, Palette, provide_commands, use_commands};
use crate::resource::resource;
use crate::texts::common;
use crate::texts::frame as t;

/// The frame, with the page inside it.
#[component]
pub fn Frame() -> impl IntoView {
    // One thing to wait for: each more is one more that a page can be late for.
    let facts = resource(|| (), |()| frame_facts());
    let commands = provide_commands();
    provide_theme();
    let sign_out = NodeRef::<html::Form>::new();
    for (command, address) in [
        (Command::Connectors, "/connectors"),
        (Command::NewConnector, "/connectors/new"),
        (Command::Connections, crate::routes::CONNECTIONS),
        (Command::Runs, "/runs"),
        (Command::Account, "/account"),
    ] {
        let navigate = use_navigate();
        commands.offer(command, move || {
            navigate(address, NavigateOptions::default())
        });
    }
    commands.offer(Command::SignOut, move || {
        if let Some(form) = sign_out.get_untracked() {
            // Refused only for a form that is not in the page any more.
            let _ = form.submit();
        }
    });
    view! {
        <a class="skip-link" href="#page">{t::skip_to_the_page()}</a>
        <div class="shell">
            <header class="shell-side">
                <a class="brand" href="/connectors"><Brand/></a>
                <Suspense>
                    {move || Suspend::new(async move {
                        let (account, known) = facts.await.ok().map(|facts| (facts.account, facts.environments)).unzip();
                        view! {
                            {known.map(|known| view! { <EnvironmentSwitcher known/> })}
                            <PaletteButton/>
                            <nav class="shell-nav" aria-label=t::main()>
                                <Room command=Command::Connectors address="/connectors" icon="connector" name=common::connectors()/>
                                <Room command=Command::Connections address=crate::routes::CONNECTIONS icon="link" name=common::connections()/>
                                <Room command=Command::Runs address="/runs" icon="history" name=common::runs()/>
                            </nav>
                            {account.map(|account| view! { <AccountMenu account sign_out/> })}
                        }
                    })}
                </Suspense>
            </header>
            <main class="shell-main" id="page" tabindex="-1"><Outlet/></main>
        </div>
        <LineNotice/>
        <Palette/>
    }
}

/// A link of the navigation.
#[component]
fn Room(
    /// Goes there too.
    command: Command,
    /// Where it leads.
    address: &'static str,
    /// Its sign.
    icon: &'static str,
    /// What it is called.
    name: &'static str,
) -> impl IntoView {
    let path = use_location().pathname;
    let is_here = move || {
        path.with(|path| {
            path.strip_prefix(address)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    view! {
        <a href=address aria-current=move || is_here().then_some("page") aria-keyshortcuts=command.told()>
            <Icon name=icon/><span>{name}</span>
        </a>
    }
}

/// Opens the palette; looks like the field that it opens.
#[component]
fn PaletteButton() -> impl IntoView {
    let commands = use_commands();
    view! {
        <button
            type="button"
            class="palette-button"
            aria-label=Command::Palette.label()
            aria-haspopup="dialog"
            aria-keyshortcuts=Command::Palette.told()
            on:click=move |_| commands.run(Command::Palette)
        >
            <Icon name="search"/>
            <span>{t::search()}</span>
            {Command::Palette.shortcut().map(|shortcut| view! { <Keys shortcut/> })}
        </button>
    }
}

#[component]
fn AccountMenu(
    /// Who is signed in.
    account: Account,
    /// The form that ends the session.
    sign_out: NodeRef<html::Form>,
) -> impl IntoView {
    let commands = use_commands();
    let name = account.name.clone();
    let button = move || view! { <Icon name="account"/><span>{name.clone()}</span> };
    view! {
        <Menu label=t::account_of(&account.name) class="button button-quiet account-button" button>
            <p class="menu-note"><strong>{account.name}</strong>{account.email}</p>
            <ThemeChoice/>
            <LanguageChoice/>
            <hr/>
            <button
                type="button"
                class="menu-item"
                aria-keyshortcuts=Command::Shortcuts.told()
                on:click=move |_| commands.run(Command::Shortcuts)
            >
                <Icon name="keyboard"/>
                {Command::Shortcuts.label()}
                {Command::Shortcuts.shortcut().map(|shortcut| view! { <Keys shortcut/> })}
            </button>
            <a class="menu-item" href="/account"><Icon name="key"/>{common::account()}</a>
            <form node_ref=sign_out method="post" action=SignOut::url()>
                <button type="submit" class="menu-item"><Icon name="sign-out"/>{common::sign_out()}</button>
            </form>
        </Menu>
    }
}
