//! Security: how the connector authenticates, and what the user of a connection is asked for
//! (spec sections A.2, C.2, C.3 and C.5).

mod choice;
mod entra;
mod facts;
mod focus;
mod oauth;
mod parameter;
mod parameters;
mod preview;
mod provider;
mod redirect;
mod rules;
mod secret;
mod ways;

use leptos::prelude::*;
use tenon_connector::security::Way;

use self::choice::Authentication;
use self::facts::provide_facts;
use self::parameters::Parameters;
use self::preview::Preview;
use self::ways::Ways;
use crate::designer::state::use_designer;
use crate::texts::security as t;

/// The step.
#[component]
pub(super) fn SecurityStep() -> impl IntoView {
    let designer = use_designer();
    provide_facts();
    let ways = designer.memo(Way::all);
    let wanted = RwSignal::new(None::<Way>);
    // A way that was taken out meanwhile, by Undo for one, gives way to the first.
    let way = Memo::new(move |_| {
        let wanted = wanted.get();
        ways.with(|ways| {
            let found = wanted.filter(|way| ways.contains(way));
            found.or_else(|| ways.first().copied()).unwrap_or(Way::Only)
        })
    });
    view! {
        <div class="security-step">
            <div class="form-sections">
                <section class="form-section" aria-labelledby="security-kind">
                    <h2 id="security-kind">{t::authentication()}</h2>
                    <Ways ways way on_choose=move |way| wanted.set(Some(way))/>
                    {move || {
                        let way = way.get();
                        view! { <Authentication way/> }.into_any()
                    }}
                </section>
                {move || {
                    let way = way.get();
                    view! { <Parameters way/> }.into_any()
                }}
            </div>
            <Preview ways way on_choose=move |way| wanted.set(Some(way))/>
        </div>
    }
}
