//! Verb and path of an operation.

use leptos::prelude::*;
use tenon_connector::swagger::Method;

use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::texts::definition as t;

/// The verb, coloured by what it does.
#[component]
pub(super) fn MethodBadge(
    /// The method.
    method: Method,
) -> impl IntoView {
    view! { <span class=format!("method method-{}", method.as_str())>{method.verb()}</span> }
}

/// The fields for verb and path.
#[component]
pub(super) fn AddressEdit(
    /// The verb.
    #[prop(into)]
    method: Signal<Method>,
    /// The path.
    #[prop(into)]
    path: Signal<String>,
    /// The maker chose a verb.
    #[prop(into)]
    on_method: Callback<Method>,
    /// The maker wrote a path.
    #[prop(into)]
    on_path: Callback<String>,
    /// What is wrong with them.
    #[prop(into)]
    problem: Signal<Option<String>>,
    /// Whether `on_path` is told of each key, not only of the finished text.
    #[prop(optional)]
    live: bool,
) -> impl IntoView {
    let value = Signal::derive(move || method.get().as_str().to_owned());
    let options: Vec<_> = Method::ALL
        .map(|method| (method.as_str().to_owned(), method.verb().to_owned()))
        .to_vec();
    let choose = move |text: String| {
        if let Some(method) = Method::parse(&text) {
            on_method.run(method);
        }
    };
    view! {
        <div class="address-edit">
            <ChoiceEdit label=t::verb() value options on_change=choose/>
            <TextEdit label=t::path() value=path on_change=on_path problem required=true lazy=!live
                hint=t::such_as_joints_limit_10_names_in()/>
        </div>
    }
}
