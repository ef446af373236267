//! Code: the custom code and the operations that it applies to (spec section A.5).

use leptos::prelude::*;
use tenon_connector::Part;
use tenon_connector::document::Path;
use tenon_connector::general::{script_operations, set_script, set_script_operation};
use tenon_connector::swagger::operations;

use crate::components::{Button, ButtonKind, Checkbox, Dialog, EmptyState};
use crate::designer::fields::TextEdit;
use crate::designer::problems::Place;
use crate::designer::state::use_designer;

const NEW_SCRIPT: &str = "public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}
";

/// The step.
#[component]
pub(super) fn Code() -> impl IntoView {
    let designer = use_designer();
    let has_script = designer.memo(|connector| connector.script().is_some());
    let add = move || {
        designer.change("Add custom code", |connector| {
            set_script(connector, Some(NEW_SCRIPT.to_owned()))
        });
    };
    view! {
        <Show
            when=move || has_script.get()
            fallback=move || {
                view! {
                    <EmptyState
                        title="No custom code"
                        text="Custom code is C# that runs in Power Platform in place of the plain call, for what policies cannot do. Tenon keeps and exports it; test calls go without it."
                    >
                        <Button kind=ButtonKind::Primary on_click=add>"Add custom code"</Button>
                    </EmptyState>
                }
            }
        >
            <Script/>
        </Show>
    }
}

#[component]
fn Script() -> impl IntoView {
    let designer = use_designer();
    let text = designer.memo(|connector| connector.script().unwrap_or_default().to_owned());
    let removing = RwSignal::new(false);
    let change = move |text: String| {
        designer.change("Change custom code", |connector| {
            set_script(connector, Some(text))
        });
    };
    let remove = move || {
        removing.set(false);
        designer.change("Remove custom code", |connector| {
            set_script(connector, None)
        });
    };
    view! {
        <div class="form-sections code-step">
            <section class="form-section" aria-labelledby="code-text">
                <h2 id="code-text">"Custom code"</h2>
                <TextEdit label="script.csx" value=text on_change=change lines=24 code=true
                    place=Some(Place::new(Part::Script, Path::root()))
                    hint="The class is named Script and derives from ScriptBase."/>
                <Button kind=ButtonKind::Danger on_click=move || removing.set(true)>"Remove custom code"</Button>
            </section>
            <Scope/>
        </div>
        <Dialog title="Remove custom code?" open=removing on_close=move || removing.set(false)>
            <p>"The code is taken out of the connector. Undo brings it back."</p>
            <div class="dialog-actions">
                <Button kind=ButtonKind::Secondary on_click=move || removing.set(false)>"Cancel"</Button>
                <Button kind=ButtonKind::Danger on_click=remove>"Remove"</Button>
            </div>
        </Dialog>
    }
}

/// The operations that the code applies to.
#[component]
fn Scope() -> impl IntoView {
    let designer = use_designer();
    let ids = designer.memo(|connector| {
        operations(connector.definition())
            .filter(|operation| !operation.operation_id().is_empty())
            .map(|operation| (operation.operation_id().to_owned(), operation.label()))
            .collect::<Vec<_>>()
    });
    let row = move |(id, label): (String, String)| {
        let own = id.clone();
        let on =
            designer.memo(move |connector| script_operations(connector).contains(&own.as_str()));
        let change = move |on: bool| {
            designer.change("Choose operations of the code", |connector| {
                set_script_operation(connector, &id, on)
            });
        };
        view! { <li><Checkbox label value=on on_change=change/></li> }
    };
    let place = Place::properties(["properties", "scriptOperations"]);
    view! {
        <section class="form-section" aria-labelledby="code-scope" data-place=place.anchor()>
            <h2 id="code-scope">"Operations"</h2>
            <p class="form-note">"The operations that the code runs for. None chosen means all of them."</p>
            <ul class="choice-list">
                <For each=move || ids.get() key=|(id, label)| (id.clone(), label.clone()) children=row/>
            </ul>
        </section>
    }
}
