//! One parameter.

use leptos::prelude::*;
use tenon_connector::Connector;
use tenon_connector::document::Edit;
use tenon_connector::swagger::{
    Location, Operation, OperationKey, Origin, PARAMETER_TYPES, Parameter, ParameterError,
    ParameterText, Visibility, delete_parameter, relocate_parameter, rename_parameter,
};

use crate::components::{Button, ButtonKind};
use crate::designer::action::change_of;
use crate::designer::fields::{ChoiceEdit, SwitchEdit, TextEdit, locations, visibilities};
use crate::designer::problems::Place as EditedPlace;
use crate::designer::state::{Designer, use_designer};
use crate::texts::{common, definition as t, findings};

/// The parameter that stands at a place among those of an operation.
#[derive(Clone, Copy)]
struct Place {
    designer: Designer,
    key: StoredValue<OperationKey>,
    index: usize,
}

impl Place {
    fn find<T>(self, connector: &Connector, read: impl FnOnce(&Parameter<'_>) -> T) -> Option<T> {
        let operation = self
            .key
            .with_value(|key| Operation::find(connector.definition(), key))?;
        operation.parameters().get(self.index).map(read)
    }

    /// A value of the parameter, or its default once the parameter is gone.
    fn memo<T: Default + PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Parameter<'_>) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.designer
            .memo(move |connector| self.find(connector, &read).unwrap_or_default())
    }

    /// The place of one of the parameter's members.
    fn of(self, member: &'static str) -> Memo<Option<EditedPlace>> {
        self.memo(move |p| Some(EditedPlace::definition(p.path().join(member))))
    }

    /// Does an action of the edits that `edits` makes.
    fn change<E: IntoIterator<Item = Edit>>(
        self,
        label: &str,
        edits: impl FnOnce(&Connector, &Parameter<'_>) -> E,
    ) {
        self.designer.change(label, |connector| {
            let made = self.find(connector, |p| {
                edits(connector, p).into_iter().collect::<Vec<_>>()
            });
            made.unwrap_or_default()
        });
    }

    /// Does an action unless it is refused; why it is.
    fn try_change(
        self,
        label: &str,
        edit: impl FnOnce(&Connector, &Parameter<'_>) -> Result<Option<Edit>, ParameterError>,
    ) -> Option<String> {
        let made = self
            .designer
            .now(|connector| self.find(connector, |p| edit(connector, p)));
        match made? {
            Ok(edit) => {
                self.designer.change(label, |_| edit);
                None
            }
            Err(error) => Some(findings::of_call(&error.message())),
        }
    }
}

/// The editor of a parameter.
#[component]
pub(super) fn ParameterEditor(
    /// The operation.
    key: StoredValue<OperationKey>,
    /// The parameter's place among the operation's.
    index: usize,
    /// The parameter was deleted.
    #[prop(into)]
    on_delete: Callback<()>,
) -> impl IntoView {
    let place = Place {
        designer: use_designer(),
        key,
        index,
    };
    let in_path = place.memo(|p| p.location() == Some(Location::Path));
    let is_body = place.memo(|p| p.location() == Some(Location::Body));
    let note = place.memo(|p| match p.origin() {
        Origin::Operation => None,
        Origin::PathItem => Some(t::this_parameter_belongs_to_the_path_a().to_owned()),
        Origin::Shared(name) => Some(t::this_parameter_is_the_reference_a_change(&name)),
    });
    let visibility = place.memo(|p| p.visibility().as_str().to_owned());
    let choose_visibility = move |text: String| {
        let wanted = Visibility::ALL
            .into_iter()
            .find(|v| v.as_str() == text)
            .unwrap_or_default();
        place.change(t::change_visibility_of_parameter(), |connector, p| {
            p.set_visibility(connector, wanted)
        });
    };
    let delete = move || {
        on_delete.run(());
        let name = place
            .designer
            .now(|connector| place.find(connector, |p| p.name().to_owned()));
        place.change(
            &t::delete_parameter(&name.unwrap_or_default()),
            |connector, p| delete_parameter(connector, &key.get_value(), p.path()),
        );
    };
    view! {
        {move || note.get().map(|note| view! { <p class="form-note">{note}</p> })}
        <div class="parameter-fields">
            <NameAndPlace place in_path/>
            <Show when=move || !is_body.get()>
                <TypeAndDefault place/>
            </Show>
            <RequiredEdit place in_path/>
            <ParameterTextEdit place text=ParameterText::Summary label=t::parameter_summary()
                hint=t::the_label_of_the_field_in_title()/>
            <ParameterTextEdit place text=ParameterText::Description label=t::parameter_description()
                hint=t::a_full_sentence_shown_under_the_field()/>
            <ChoiceEdit label=t::parameter_visibility() value=visibility options=visibilities() on_change=choose_visibility
                place=place.of("x-ms-visibility")
                hint=t::internal_is_hidden_and_sent_with_its()/>
        </div>
        <div>
            <Button kind=ButtonKind::Quiet on_click=delete disabled=Signal::derive(move || in_path.get())>
                {t::delete_parameter_2()}
            </Button>
        </div>
    }
}

#[component]
fn NameAndPlace(
    /// The parameter.
    place: Place,
    /// Whether it stands in the path: then the path decides on its name and place.
    in_path: Memo<bool>,
) -> impl IntoView {
    let name = place.memo(|p| p.name().to_owned());
    let location = place.memo(|p| p.location().map_or("", Location::as_str).to_owned());
    let problem = RwSignal::new(None::<String>);
    let key = place.key;
    let rename = move |text: String| {
        problem.set(place.try_change(t::rename_parameter(), |connector, p| {
            rename_parameter(connector, &key.get_value(), p, text.trim())
        }));
    };
    let relocate = move |text: String| {
        let Some(location) = Location::parse(&text) else {
            return;
        };
        problem.set(place.try_change(t::move_parameter(), |connector, p| {
            relocate_parameter(connector, &key.get_value(), p, location)
        }));
    };
    let fixed = t::its_name_stands_in_the_path_change();
    view! {
        {move || {
            if in_path.get() {
                view! { <p class="form-note">{fixed}</p> }.into_any()
            } else {
                view! {
                    <TextEdit label=common::name() value=name on_change=rename problem required=true lazy=true place=place.of("name")
                        hint=t::as_the_api_calls_it()/>
                    <ChoiceEdit label=t::sent_in() value=location options=locations() on_change=relocate place=place.of("in")/>
                }
                    .into_any()
            }
        }}
    }
}

#[component]
fn TypeAndDefault(
    /// The parameter.
    place: Place,
) -> impl IntoView {
    let kind = place.memo(|p| p.kind().to_owned());
    let default = place.memo(|p| p.default_text().unwrap_or_default());
    let problem = RwSignal::new(None::<String>);
    let options = Signal::derive(move || {
        let mut options: Vec<_> = PARAMETER_TYPES
            .map(|kind| (kind.to_owned(), kind.to_owned()))
            .to_vec();
        let present = kind.get();
        if !PARAMETER_TYPES.contains(&present.as_str()) {
            let label = if present.is_empty() {
                "(none)".to_owned()
            } else {
                present.clone()
            };
            options.push((present, label));
        }
        options
    });
    let choose = move |wanted: String| {
        problem.set(None);
        place.change(t::change_type_of_parameter(), |connector, p| {
            p.set_kind(connector, &wanted)
        });
    };
    let write = move |text: String| {
        problem.set(place.try_change(t::change_default(), |connector, p| {
            p.set_default(connector, &text)
        }));
    };
    view! {
        <ChoiceEdit label=t::type_() value=kind options on_change=choose place=place.of("type")/>
        <TextEdit label=t::default() value=default on_change=write problem lazy=true place=place.of("default")
            hint=t::filled_in_unless_the_maker_enters_something()/>
    }
}

#[component]
fn RequiredEdit(
    /// The parameter.
    place: Place,
    /// Whether it stands in the path: then it is required.
    in_path: Memo<bool>,
) -> impl IntoView {
    let required = place.memo(|p| p.required());
    let change = move |on: bool| {
        place.change(t::change_required(), |connector, p| {
            p.set_required(connector, on)
        });
    };
    view! { <SwitchEdit label=t::required() value=required on_change=change disabled=in_path place=place.of("required")/> }
}

#[component]
fn ParameterTextEdit(
    /// The parameter.
    place: Place,
    /// Which text.
    text: ParameterText,
    /// Its label.
    label: &'static str,
    /// What belongs into it.
    hint: &'static str,
) -> impl IntoView {
    let value = place.memo(move |p| match text {
        ParameterText::Summary => p.summary().to_owned(),
        ParameterText::Description => p.description().to_owned(),
    });
    let change = move |written: String| {
        place.change(&change_of(label), |connector, p| {
            p.set_text(connector, text, &written)
        });
    };
    let member = match text {
        ParameterText::Summary => "x-ms-summary",
        ParameterText::Description => "description",
    };
    view! { <TextEdit label value on_change=change hint place=place.of(member)/> }
}
