//! What comes up over the page.

use leptos::prelude::*;

use super::specimen::{Component, State};
use crate::components::{
    Button, ButtonKind, Dialog, Drawer, Icon, Menu, Popover, Tooltip, use_toasts,
};

/// Dialogs, drawers, menus, popovers, tool tips and notes.
#[component]
pub(super) fn Layers() -> impl IntoView {
    let dialog = RwSignal::new(false);
    let drawer = RwSignal::new(false);
    let toasts = use_toasts();
    view! {
        <Component name="Dialog">
            <State name="Closed">
                <Button on_click=move || dialog.set(true)>"Open a dialog"</Button>
                <Dialog title="Delete Joints?" open=dialog on_close=move || dialog.set(false)>
                    <p>"Its 12 versions and 3 connections are deleted with it."</p>
                    <div class="dialog-actions">
                        <Button on_click=move || dialog.set(false)>"Keep"</Button>
                        <Button kind=ButtonKind::Danger on_click=move || dialog.set(false)>"Delete"</Button>
                    </div>
                </Dialog>
            </State>
        </Component>
        <Component name="Drawer">
            <State name="Closed">
                <Button on_click=move || drawer.set(true)>"Open a drawer"</Button>
                <Drawer title="Findings" open=drawer on_close=move || drawer.set(false)>
                    <p>"Two operations have the same ID."</p>
                    <Button>"Go there"</Button>
                </Drawer>
            </State>
        </Component>
        <Component name="Menu">
            <State name="Closed">
                <Menu label="Actions" button=|| view! { <Icon name="more"/> }>
                    <button type="button" class="menu-item"><Icon name="download"/>"Export"</button>
                    <hr/>
                    <button type="button" class="menu-item menu-item-danger"><Icon name="trash"/>"Delete"</button>
                </Menu>
            </State>
        </Component>
        <Component name="Popover">
            <State name="Closed">
                <Popover label="Columns" button=|| "Columns">
                    <p>"Choose what the list shows."</p>
                    <Button>"All"</Button>
                </Popover>
            </State>
        </Component>
        <Component name="Tooltip">
            <State name="Hidden">
                <Tooltip text="Makes a version of what you have changed."><button type="button" class="button button-secondary">"Save a version"</button></Tooltip>
            </State>
        </Component>
        <Component name="Toast">
            <State name="Shown on demand">
                <Button on_click=move || toasts.info("The connector was deleted.")>"Say that something was done"</Button>
                <Button on_click=move || toasts.error("The connector was not deleted: the server does not answer.")>"Say that something failed"</Button>
            </State>
        </Component>
    }
}
