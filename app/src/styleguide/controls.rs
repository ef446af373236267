//! Buttons and what else is pressed.

use leptos::prelude::*;

use super::specimen::{Component, State};
use crate::components::{
    Button, ButtonKind, CopyButton, FilePick, Icon, Progress, Skeleton, StepLink, Stepper, Tab,
    Tabs,
};

const ICONS: [&str; 30] = [
    "account",
    "alert",
    "arrow-down",
    "arrow-up",
    "check",
    "chevron-down",
    "chevron-right",
    "close",
    "connector",
    "copy",
    "download",
    "edit",
    "external",
    "file",
    "history",
    "info",
    "key",
    "lock",
    "menu",
    "moon",
    "more",
    "play",
    "plus",
    "redo",
    "sample",
    "save",
    "search",
    "sign-out",
    "sun",
    "trash",
];

/// Buttons, icons, steps, tabs and progress.
#[component]
pub(super) fn Controls() -> impl IntoView {
    let pressed = RwSignal::new(0_u32);
    let kinds = [
        ("Primary", ButtonKind::Primary),
        ("Secondary", ButtonKind::Secondary),
        ("Quiet", ButtonKind::Quiet),
        ("Danger", ButtonKind::Danger),
    ];
    let buttons: Vec<_> = kinds
        .into_iter()
        .map(|(name, kind)| {
            view! {
                <State name>
                    <Button kind on_click=move || pressed.update(|n| *n += 1)>"Save"</Button>
                    <Button kind disabled=true>"Disabled"</Button>
                    <Button kind busy=true>"Busy"</Button>
                </State>
            }
        })
        .collect();
    let icons: Vec<_> = ICONS
        .into_iter()
        .map(|name| view! { <Icon name/> })
        .collect();
    view! {
        <Component name="Button">
            {buttons}
            <State name="With an icon">
                <Button><Icon name="plus"/>"New connector"</Button>
                <Button kind=ButtonKind::Quiet label="More"><Icon name="more"/></Button>
                <CopyButton text="api.example.com" label="Copy the host"/>
                <FilePick accept=".json" on_file=|_| {}><Icon name="upload"/>"Choose a file"</FilePick>
            </State>
            <State name="Long text">
                <Button>"Create a connector of the forty-two operations that were chosen"</Button>
            </State>
        </Component>
        <Component name="Icon"><State name="All" wide=true><p class="specimen-row">{icons}</p></State></Component>
        <Component name="Stepper">
            <State name="The second of five" wide=true>
                <Stepper label="Steps of the designer" steps=steps(&["General", "Security", "Definition", "Code", "Test"]) current=Some(1)/>
            </State>
            <State name="None of them" wide=true>
                <Stepper label="Steps of the import" steps=steps(&["File", "Operations"]) current=None/>
            </State>
        </Component>
        <Component name="Tabs">
            <State name="Three panels" wide=true><Tabs label="A response" tabs=tabs()/></State>
        </Component>
        <Component name="Progress">
            <State name="Two thirds"><Progress label="Reading the file" done=Some(602) all=903_u32/></State>
            <State name="Nobody can tell"><Progress label="Waiting for the service"/></State>
            <State name="Can be cancelled">
                <Progress label="Exporting connectors" done=Some(0) all=12_u32><Button>"Cancel"</Button></Progress>
            </State>
        </Component>
        <Component name="Skeleton"><State name="Three lines"><Skeleton/></State></Component>
    }
}

fn steps(labels: &[&str]) -> Vec<StepLink> {
    let step = |label: &&str| StepLink {
        label: (*label).to_owned(),
        href: "/styleguide".to_owned(),
    };
    labels.iter().map(step).collect()
}

fn tabs() -> Vec<Tab> {
    vec![
        Tab::new("Body", || view! { <p>"The body of the response."</p> }),
        Tab::new(
            "Headers",
            || view! { <p>"The headers of the response."</p> },
        ),
        Tab::new("Request", || view! { <p>"The request as sent."</p> }),
    ]
}
