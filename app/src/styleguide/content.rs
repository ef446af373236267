//! What is read: tables, code, trees, differences, and what stands where there is nothing.

use std::ops::Range;

use leptos::prelude::*;

use super::specimen::{Component, State};
use crate::components::{
    Button, ButtonKind, CodeBlock, Diff, Direction, EmptyState, ErrorPanel, JsonBlock, SortHead,
    Time, Tree, TreeItem, VirtualTable,
};
use crate::error::{AppError, ErrorKind};

const JSON: &str = r#"{
  "joints": [
    { "name": "Mortise and tenon", "depth": 24, "woods": ["oak", "ash"] },
    { "name": "Dovetail", "depth": 18, "woods": [] }
  ],
  "next": null
}"#;

/// Everything that is read.
#[component]
pub(super) fn Content() -> impl IntoView {
    view! {
        <Component name="Badge">
            <State name="All">
                <span class="badge">"Changed"</span>
                <span class="badge badge-good">"Added"</span>
                <span class="badge badge-warn">"Alters results"</span>
                <span class="badge badge-bad">"Breaking"</span>
                <span class="method method-get">"GET"</span>
                <span class="method method-post">"POST"</span>
                <span class="method method-delete">"DELETE"</span>
            </State>
        </Component>
        <Component name="Table"><State name="10,000 rows" wide=true><Numbers/></State></Component>
        <Component name="Tree">
            <State name="Closed and open" wide=true><Tree label="Folders" items=folders()/></State>
            <State name="Many items" wide=true><Tree label="Numbers" items=vec![many()]/></State>
        </Component>
        <Component name="Code block">
            <State name="Text"><CodeBlock text="curl https://api.example.com/v1/joints" label="The call"/></State>
            <State name="JSON" wide=true><JsonBlock text=JSON label="The joints"/></State>
            <State name="Broken JSON" wide=true><JsonBlock text="{ \"name\": " label="A broken body"/></State>
        </Component>
        <Component name="Difference">
            <State name="Prose" wide=true><Diff before="Lists all joints of a wood." after="Lists the joints of one wood, the deepest first."/></State>
            <State name="Code" wide=true><Diff before="/v1/joints/{id}" after="/v2/joints/{joint}" code=true/></State>
        </Component>
        <Component name="Time"><State name="Normal"><Time at=1_735_689_599_000/></State></Component>
        <Component name="Empty state">
            <State name="With a way on" wide=true>
                <EmptyState title="No connector yet" text="A connector wraps an API, so that makers can use it.">
                    <Button kind=ButtonKind::Primary>"New connector"</Button>
                </EmptyState>
            </State>
        </Component>
        <Component name="Error panel">
            <State name="With a place and a request id" wide=true><ErrorPanel error=broken() file="joints.json".to_owned()/></State>
            <State name="With a way on" wide=true>
                <ErrorPanel error=AppError::new(ErrorKind::Offline, "The server does not answer. Check the line, then try again.")>
                    <Button>"Try again"</Button>
                </ErrorPanel>
            </State>
        </Component>
    }
}

fn broken() -> AppError {
    AppError {
        place: Some((3, 14)),
        request_id: Some("0190-7f3a".to_owned()),
        ..AppError::new(
            ErrorKind::Invalid,
            "A comma is missing before “host”. Put it there.",
        )
    }
}

#[component]
fn Numbers() -> impl IntoView {
    let direction = RwSignal::new(Direction::Ascending);
    let rows = move |range: Range<usize>| {
        range
            .map(|place| match direction.get() {
                Direction::Ascending => place + 1,
                Direction::Descending => 10_000 - place,
            })
            .collect::<Vec<_>>()
    };
    let turn = move || {
        direction.update(|direction| {
            *direction = match direction {
                Direction::Ascending => Direction::Descending,
                Direction::Descending => Direction::Ascending,
            }
        });
    };
    let sorted = Signal::derive(move || Some(direction.get()));
    let row = |place: usize, number: usize| {
        view! {
            <tr aria-rowindex=(place + 2).to_string()>
                <td class="number">{number}</td>
                <td>{format!("Joint {number}")}</td>
            </tr>
        }
        .into_any()
    };
    view! {
        <div class="specimen-table">
            <VirtualTable label="Joints" count=Signal::stored(10_000) rows columns=2 row head=move || view! {
                <tr>
                    <SortHead label="Number" class="number" sorted on_sort=turn/>
                    <th scope="col">"Name"</th>
                </tr>
            }/>
        </div>
    }
}

fn folders() -> Vec<TreeItem> {
    let style = || {
        vec![
            TreeItem::leaf("tokens.css", "81 lines"),
            TreeItem::leaf("tree.css", "68 lines"),
        ]
    };
    vec![
        TreeItem::branch("style", "2 files", style),
        TreeItem::leaf(
            "README.md",
            "a text that is so long that it does not fit on one line of a narrow window and goes on on the next",
        ),
    ]
}

fn many() -> TreeItem {
    TreeItem::branch("All", "1000 items", || {
        let item = |number: u32| TreeItem::leaf(number.to_string(), "a number");
        (0..1000).map(item).collect()
    })
}
