//! The ways to authenticate that a connector offers (spec section C.5).

use leptos::prelude::*;
use tenon_connector::document::Path;
use tenon_connector::properties::{
    ParameterSet, SetText, delete_parameter_set, move_parameter_set, rename_parameter_set,
};
use tenon_connector::security::{Way, add_way, offer_only, offer_several};
use tenon_connector::{Connector, Part};

use crate::components::{Button, ButtonKind, Checkbox, Icon};
use crate::designer::fields::TextEdit;
use crate::designer::problems::Place;
use crate::designer::state::use_designer;
use crate::texts::findings::of_form;
use crate::texts::parameters as t;

/// The label of a way.
pub(super) fn label_of(connector: &Connector, way: Way) -> String {
    way.set(connector)
        .map_or_else(String::new, |set| set.label().to_owned())
}

/// The ways to choose from, and the fields of the chosen one; a link to offer several where there is
/// but one.
#[component]
pub(super) fn Ways(
    /// All ways.
    ways: Memo<Vec<Way>>,
    /// The one that is edited.
    way: Memo<Way>,
    /// Another is to be edited.
    #[prop(into)]
    on_choose: Callback<Way>,
) -> impl IntoView {
    let designer = use_designer();
    let is_only = Memo::new(move |_| way.get() == Way::Only);
    let offer = move || {
        designer.change(t::offer_several_ways_to_authenticate(), offer_several);
        on_choose.run(Way::Set(1));
    };
    let add = move || {
        designer.change(t::add_a_way_to_authenticate(), add_way);
        on_choose.run(Way::Set(ways.with_untracked(Vec::len).saturating_sub(1)));
    };
    let button = move |own: Way| {
        let label = designer.memo(move |connector| label_of(connector, own));
        let pressed = move || (way.get() == own).to_string();
        view! {
            <button type="button" class="segment" aria-pressed=pressed on:click=move |_| on_choose.run(own)>
                {move || label.get()}
            </button>
        }
    };
    view! {
        <Show
            when=move || !is_only.get()
            fallback=move || view! {
                <div class="form-row">
                    <p class="form-note">{t::users_connect_in_one_way()}</p>
                    <Button kind=ButtonKind::Quiet on_click=offer><Icon name="plus"/>{t::offer_another_way()}</Button>
                </div>
            }
        >
            <div class="segments" role="group" aria-label=t::ways_to_authenticate()>
                <For each=move || ways.get() key=|way| *way children=button/>
                <Button kind=ButtonKind::Quiet on_click=add><Icon name="plus"/>{t::add_a_way()}</Button>
            </div>
            {move || {
                let way = way.get();
                view! { <WayFields way on_choose/> }.into_any()
            }}
        </Show>
    }
}

#[component]
fn WayFields(
    /// The way.
    way: Way,
    /// Another is to be edited.
    on_choose: Callback<Way>,
) -> impl IntoView {
    let designer = use_designer();
    let text = move |read: fn(&ParameterSet<'_>) -> String| {
        designer.memo(move |connector| {
            way.set(connector)
                .map_or_else(String::new, |set| read(&set))
        })
    };
    let label = text(|set| set.label().to_owned());
    let name = text(|set| set.name().to_owned());
    let description = text(|set| set.description().to_owned());
    let sharing = designer.memo(move |connector| {
        way.set(connector)
            .and_then(|set| set.allows_sharing())
            .unwrap_or(false)
    });
    let change_text = move |field: SetText| {
        move |text: String| {
            designer.change(t::change_the_way_to_authenticate(), |connector| {
                way.set(connector)
                    .map_or_else(Vec::new, |set| set.set_text(connector, field, &text))
            });
        }
    };
    let problem = RwSignal::new(None::<String>);
    let rename = move |to: String| {
        let made = designer.now(|connector| {
            let from = way.set(connector).map(|set| set.name().to_owned());
            rename_parameter_set(connector, &from.unwrap_or_default(), &to)
        });
        match made {
            Ok(edits) => {
                problem.set(None);
                designer.change(t::rename_the_way_to_authenticate(), |_| edits);
            }
            Err(error) => problem.set(Some(of_form(&error.message()))),
        }
    };
    let share = move |on: bool| {
        designer.change(t::change_sharing(), |connector| {
            way.set(connector)
                .map_or_else(Vec::new, |set| set.set_sharing(connector, Some(on)))
        });
    };
    let place = Path::of(["properties", "connectionParameterSets", "values"]);
    let place = match way {
        Way::Set(index) => place.join(index),
        Way::Only => place,
    };
    view! {
        <div class="form-pair">
            <TextEdit label=t::label_of_this_way() value=label on_change=change_text(SetText::DisplayName)
                place=Some(Place::new(Part::Properties, place)) hint=t::as_the_user_of_a_connection_sees()/>
            <TextEdit label=t::name_of_this_way() value=name on_change=rename problem lazy=true hint=t::by_which_connections_know_it()/>
        </div>
        <TextEdit label=t::description_of_this_way() value=description on_change=change_text(SetText::Description)/>
        <Checkbox label=t::connections_of_this_way_may_be_shared() value=sharing on_change=share/>
        <WayActions way name on_choose/>
    }
}

#[component]
fn WayActions(
    /// The way.
    way: Way,
    /// Its name.
    name: Memo<String>,
    /// Another is to be edited.
    on_choose: Callback<Way>,
) -> impl IntoView {
    let designer = use_designer();
    let index = match way {
        Way::Set(index) => index,
        Way::Only => 0,
    };
    let count = designer.memo(|connector| Way::all(connector).len());
    let move_to = move |to: usize| {
        designer.change(t::move_the_way_to_authenticate(), |connector| {
            move_parameter_set(connector, &name.get_untracked(), to).unwrap_or_default()
        });
        on_choose.run(Way::Set(to));
    };
    let delete = move || {
        designer.change(t::delete_the_way_to_authenticate(), |connector| {
            delete_parameter_set(connector, &name.get_untracked()).unwrap_or_default()
        });
    };
    let only = move || {
        designer.change(t::offer_this_way_alone(), |connector| {
            offer_only(connector, way)
        });
    };
    view! {
        <div class="form-row">
            <Button kind=ButtonKind::Quiet label=t::move_this_way_up() disabled=index == 0
                on_click=move || move_to(index.saturating_sub(1))>
                <Icon name="arrow-up"/>
            </Button>
            <Button kind=ButtonKind::Quiet label=t::move_this_way_down()
                disabled=Signal::derive(move || index + 1 >= count.get())
                on_click=move || move_to(index + 1)>
                <Icon name="arrow-down"/>
            </Button>
            <Button kind=ButtonKind::Quiet on_click=only>{t::offer_this_way_alone()}</Button>
            <Button kind=ButtonKind::Quiet disabled=Signal::derive(move || count.get() < 2) on_click=delete>
                <Icon name="trash"/>{t::delete_this_way()}
            </Button>
        </div>
    }
}
