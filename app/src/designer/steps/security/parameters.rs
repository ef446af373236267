//! What the user of a connection is asked for beside the credentials (spec section C.2).

use leptos::prelude::*;
use tenon_connector::Part;
use tenon_connector::properties::{ParameterKind, add_parameter, free_name};
use tenon_connector::security::{Way, custom_parameters};

use super::parameter::ParameterEdit;
use crate::components::{Button, ButtonKind, Icon};
use crate::designer::problems::Place;
use crate::designer::state::use_designer;
use crate::texts::parameters as t;

/// The custom connection parameters of a way.
#[component]
pub(super) fn Parameters(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let keys = designer.memo(move |connector| {
        let parameters = custom_parameters(connector, way).into_iter();
        parameters.map(|p| p.key().to_owned()).collect::<Vec<_>>()
    });
    // The one that was added or renamed last is open.
    let fresh = RwSignal::new(None::<String>);
    let add = move || {
        let name = designer.now(|connector| free_name(connector, way));
        fresh.set(Some(name.clone()));
        designer.change(t::add_a_connection_parameter(), |connector| {
            // The name is free, so it is not refused.
            add_parameter(connector, way, &name, ParameterKind::Text, "").unwrap_or_default()
        });
    };
    let place = Place::new(Part::Properties, way.place());
    view! {
        <section class="form-section" aria-labelledby="security-parameters" data-place=place.anchor() tabindex="-1">
            <h2 id="security-parameters">{t::connection_parameters()}</h2>
            <p class="form-note">
                {t::what_else_a_connection_asks_for_a()}
                <code>"@connectionParameters('name')"</code> "."
            </p>
            <Show when=move || !keys.with(Vec::is_empty)>
                <ul class="question-rows">
                    <For
                        each=move || keys.get()
                        key=Clone::clone
                        children=move |key| view! { <ParameterEdit way key fresh/> }
                    />
                </ul>
            </Show>
            <div>
                <Button kind=ButtonKind::Secondary on_click=add><Icon name="plus"/>{t::add_a_connection_parameter()}</Button>
            </div>
        </section>
    }
}
