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
use crate::texts::code as t;
use crate::texts::common;

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
        designer.change(t::add_custom_code(), |connector| {
            set_script(connector, Some(NEW_SCRIPT.to_owned()))
        });
    };
    view! {
        <Show
            when=move || has_script.get()
            fallback=move || {
                view! {
                    <EmptyState
                        title=t::no_custom_code()
                        text=t::custom_code_is_c_that_runs_in()
                    >
                        <Button kind=ButtonKind::Primary on_click=add>{t::add_custom_code()}</Button>
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
        designer.change(t::change_custom_code(), |connector| {
            set_script(connector, Some(text))
        });
    };
    let remove = move || {
        removing.set(false);
        designer.change(t::remove_custom_code(), |connector| {
            set_script(connector, None)
        });
    };
    view! {
        <div class="form-sections code-step">
            <section class="form-section" aria-labelledby="code-text">
                <h2 id="code-text">{t::custom_code()}</h2>
                <TextEdit label="script.csx" value=text on_change=change lines=24 code=true
                    place=Some(Place::new(Part::Script, Path::root()))
                    hint=t::the_class_is_named_script_and_derives()/>
                <Button kind=ButtonKind::Danger on_click=move || removing.set(true)>{t::remove_custom_code()}</Button>
            </section>
            <Scope/>
        </div>
        <Dialog title=t::remove_custom_code_2() open=removing on_close=move || removing.set(false)>
            <p>{t::the_code_is_taken_out_of_the()}</p>
            <div class="dialog-actions">
                <Button kind=ButtonKind::Secondary on_click=move || removing.set(false)>{common::cancel()}</Button>
                <Button kind=ButtonKind::Danger on_click=remove>{t::remove()}</Button>
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
            designer.change(t::choose_operations_of_the_code(), |connector| {
                set_script_operation(connector, &id, on)
            });
        };
        view! { <li><Checkbox label value=on on_change=change/></li> }
    };
    let place = Place::properties(["properties", "scriptOperations"]);
    view! {
        <section class="form-section" aria-labelledby="code-scope" data-place=place.anchor()>
            <h2 id="code-scope">{common::operations()}</h2>
            <p class="form-note">{t::the_operations_that_the_code_runs_for()}</p>
            <ul class="choice-list">
                <For each=move || ids.get() key=|(id, label)| (id.clone(), label.clone()) children=row/>
            </ul>
        </section>
    }
}
