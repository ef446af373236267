//! The environment switcher of the frame: which environment one works in, the others, a new one, another name.

use leptos::form::ActionForm;
use leptos::html;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::task::spawn_local;
use leptos::wasm_split::wasm_split;
use wasm_bindgen::JsCast;

use super::submission::{Refusal, Submission};
use crate::api::environments::{
    CreateEnvironment, Environment, KnownEnvironments, MAX_NAME, RenameEnvironment,
    SwitchEnvironment,
};
use crate::api::people::frame_facts;
use crate::components::{Button, ButtonKind, Dialog, Field, Icon, Menu, TextInput};
use crate::later::{Later, Loaded, ever};
use crate::palette::{Command, use_commands};
use crate::routes;
use crate::texts::{common, environment as t};

/// The switcher.
#[component]
pub(super) fn EnvironmentSwitcher(
    /// The environments, as they are when the page is made.
    known: KnownEnvironments,
) -> impl IntoView {
    follow_other_tabs(known.current.clone());
    let menu = NodeRef::<html::Div>::new();
    use_commands().offer(Command::Environment, move || open_menu(menu));
    let (adding, renaming) = (RwSignal::new(false), RwSignal::new(false));
    let (was_adding, was_renaming) = (ever(move || adding.get()), ever(move || renaming.get()));
    let current = known.current().cloned();
    let name = current.as_ref().map_or(t::none(), |current| &current.name);
    let shown = name.to_owned();
    let button = move || {
        view! {
            <Icon name="environment"/>
            <span class="environment-name"><small>{t::environment()}</small><strong>{shown.clone()}</strong></span>
            <Icon name="chevron-down"/>
        }
    };
    let rename = current.filter(|current| current.may_rename);
    let may_rename = rename.is_some();
    let may_change = known.may_add || may_rename;
    view! {
        <div class="environment">
            <Menu class="button button-quiet environment-button" button node=menu>
                <Choices all=known.all current=known.current/>
                {may_change.then(|| view! { <hr/> })}
                {known.may_add.then(|| view! {
                    <button type="button" class="menu-item" on:click=move |_| adding.set(true)>
                        <Icon name="plus"/>{t::new_environment()}
                    </button>
                })}
                {may_rename.then(|| view! {
                    <button type="button" class="menu-item" on:click=move |_| renaming.set(true)>
                        <Icon name="edit"/>{t::rename_environment()}
                    </button>
                })}
            </Menu>
            <Show when=move || was_adding.get()><Later load=move || load_new_environment(adding)/></Show>
            {rename.map(|environment| view! {
                <Show when=move || was_renaming.get()>
                    <Later load={
                        let environment = environment.clone();
                        move || load_rename(environment.clone(), renaming)
                    }/>
                </Show>
            })}
        </div>
    }
}

/// All environments to choose among. The choice is a plain form: everything on the page belongs to the environment
/// that is left, so all of it is loaded anew.
#[component]
fn Choices(all: Vec<Environment>, current: String) -> impl IntoView {
    let item = move |environment: Environment| {
        let is_current = environment.id == current;
        view! {
            <button
                type="submit"
                class="menu-item"
                name="id"
                value=environment.id
                aria-current=is_current.then_some("true")
            >
                <Icon name=if is_current { "check" } else { "environment" }/>
                <span class="menu-item-text">{environment.name}</span>
            </button>
        }
    };
    view! {
        <form method="post" action=SwitchEnvironment::url() class="environment-choices" aria-label=t::switch_environment()>
            {all.into_iter().map(item).collect_view()}
        </form>
    }
}

#[wasm_split(forms, wasm_split_path = leptos::wasm_split, fallible)]
fn load_new_environment(open: RwSignal<bool>) -> Loaded {
    Ok(view! { <NewEnvironment open/> }.into_any())
}

#[wasm_split(forms, wasm_split_path = leptos::wasm_split, fallible)]
fn load_rename(environment: Environment, open: RwSignal<bool>) -> Loaded {
    Ok(view! { <Rename environment open/> }.into_any())
}

#[component]
fn NewEnvironment(open: RwSignal<bool>) -> impl IntoView {
    let action = ServerAction::<CreateEnvironment>::new();
    let submission = Submission::of(action);
    on_success(action, move || go_to(routes::CONNECTORS));
    view! {
        <Dialog title=t::new_environment() open on_close=move || open.set(false)>
            <p>{t::what_a_new_one_is()}</p>
            <ActionForm action>
                <NameField submission value=String::new()/>
                <Refusal submission title=t::not_made() fields=&["name"]/>
                <div class="dialog-actions">
                    <Button kind=ButtonKind::Secondary on_click=move || open.set(false)>{common::cancel()}</Button>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>{t::create()}</Button>
                </div>
            </ActionForm>
        </Dialog>
    }
}

#[component]
fn Rename(environment: Environment, open: RwSignal<bool>) -> impl IntoView {
    let action = ServerAction::<RenameEnvironment>::new();
    let submission = Submission::of(action);
    on_success(action, reload);
    view! {
        <Dialog title=t::rename_environment() open on_close=move || open.set(false)>
            <ActionForm action>
                <input type="hidden" name="id" value=environment.id/>
                <NameField submission value=environment.name/>
                <Refusal submission title=t::not_renamed() fields=&["name"]/>
                <div class="dialog-actions">
                    <Button kind=ButtonKind::Secondary on_click=move || open.set(false)>{common::cancel()}</Button>
                    <Button kind=ButtonKind::Primary submit=true busy=submission.busy>{t::rename()}</Button>
                </div>
            </ActionForm>
        </Dialog>
    }
}

#[component]
fn NameField(submission: Submission, value: String) -> impl IntoView {
    let hint = t::name_hint(&MAX_NAME);
    view! {
        <Field label=t::name() required=true hint error=submission.error_of("name")>
            <TextInput name="name" value=Signal::stored(value) placeholder=t::such_as()/>
        </Field>
    }
}

/// Does something once the server has done what the form asked for.
fn on_success<S>(action: ServerAction<S>, then: impl Fn() + 'static)
where
    S: ServerFn<Output = (), Error = crate::error::AppError> + Clone + Send + Sync + 'static,
{
    let value = action.value();
    Effect::new(move |_| {
        if value.with(|value| matches!(value, Some(Ok(())))) {
            then();
        }
    });
}

/// Another tab of the same session may have switched meanwhile: what this one lists would be of one environment and
/// what it makes would land in the other. It asks when it comes to the front, and loads its lists anew.
fn follow_other_tabs(shown: String) {
    let shown = StoredValue::new(shown);
    let look = move |_| {
        spawn_local(async move {
            let Ok(facts) = frame_facts().await else {
                return;
            };
            let has_moved =
                shown.try_with_value(|shown| *shown != facts.environments.current) == Some(true);
            if has_moved && !is_of_connector() {
                reload();
            }
        });
    };
    let listener = window_event_listener(leptos::ev::focus, look);
    on_cleanup(move || listener.remove());
}

/// A connector's own pages belong to it, whichever environment one works in, and may hold unsaved work.
fn is_of_connector() -> bool {
    let path = window().location().pathname().unwrap_or_default();
    routes::is_of_connector(&path)
}

fn open_menu(menu: NodeRef<html::Div>) {
    let Some(menu) = menu.get_untracked() else {
        return;
    };
    // Refused when it is open already.
    let _ = menu.show_popover();
    let first = menu.query_selector("[aria-current], .menu-item");
    if let Some(item) = first
        .ok()
        .flatten()
        .and_then(|item| item.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // Refused only for an element that is not in the page any more.
        let _ = item.focus();
    }
}

fn go_to(address: &str) {
    // Refused only for an address that is none.
    let _ = window().location().set_href(address);
}

fn reload() {
    // Refused only for a page that is being left already.
    let _ = window().location().reload();
}
