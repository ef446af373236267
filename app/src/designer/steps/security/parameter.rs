//! One custom connection parameter.

use leptos::html;
use leptos::prelude::*;
use tenon_connector::document::Edit;
use tenon_connector::properties::{
    ConnectionParameter, ParameterKind, ParameterText, delete_parameter, rename_parameter,
    shift_parameter,
};
use tenon_connector::security::Way;
use tenon_connector::{Connector, Part};

use super::focus::{focus_beside, focus_in, keep_focus};
use super::rules::Rules;
use crate::components::{Button, ButtonKind, Icon};
use crate::designer::action::change_of;
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::problems::Place;
use crate::designer::state::{Designer, use_designer};
use crate::texts::common;
use crate::texts::findings::of_form;
use crate::texts::parameters as t;

/// The kinds as people call them.
fn label_of(kind: ParameterKind) -> &'static str {
    match kind {
        ParameterKind::Text => t::text(),
        ParameterKind::Secret => t::secret(),
        ParameterKind::Integer => t::whole_number(),
        ParameterKind::Boolean => t::yes_or_no(),
        ParameterKind::OAuth => t::oauth_2_0(),
        ParameterKind::Gateway => t::gateway(),
        ParameterKind::Other => t::something_else(),
    }
}

fn found<'a>(connector: &'a Connector, way: Way, key: &str) -> Option<ConnectionParameter<'a>> {
    let mut all = way.parameters(connector).into_iter();
    all.find(|p| p.key() == key)
}

/// Where a parameter is found: its way to authenticate and its key.
#[derive(Clone, Copy)]
pub(super) struct Handle {
    pub(super) designer: Designer,
    pub(super) way: Way,
    key: StoredValue<String>,
}

impl Handle {
    /// What is read of it, kept up to date.
    pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&ConnectionParameter<'_>) -> T + Send + Sync + 'static,
        missing: fn() -> T,
    ) -> Memo<T> {
        self.designer.memo(move |connector| {
            let found = self.key.with_value(|key| found(connector, self.way, key));
            found.map_or_else(missing, |p| read(&p))
        })
    }

    /// Makes these edits of it, as one action.
    pub(super) fn change(
        self,
        label: &str,
        edits: impl FnOnce(&Connector, &ConnectionParameter<'_>) -> Vec<Edit>,
    ) {
        self.designer.change(label, |connector| {
            let found = self.key.with_value(|key| found(connector, self.way, key));
            found.map_or_else(Vec::new, |p| edits(connector, &p))
        });
    }
}

/// A row that opens to the fields of the parameter.
#[component]
pub(super) fn ParameterEdit(
    /// The way.
    way: Way,
    /// Its key.
    key: String,
    /// The key of the parameter whose row opens by itself.
    fresh: RwSignal<Option<String>>,
) -> impl IntoView {
    let handle = Handle {
        designer: use_designer(),
        way,
        key: StoredValue::new(key.clone()),
    };
    let label = handle.memo(|p| p.label().to_owned(), String::new);
    let kind = handle.memo(|p| p.kind(), || ParameterKind::Other);
    let required = handle.memo(|p| p.required(), || false);
    let is_open = fresh.with_untracked(|fresh| fresh.as_ref() == Some(&key));
    let shift = move |by: isize| {
        keep_focus();
        handle.change(t::move_a_connection_parameter(), |connector, p| {
            shift_parameter(connector, way, p.key(), by)
        });
    };
    let row = NodeRef::<html::Li>::new();
    // A row that was added or renamed is new to the page, which has its focus nowhere.
    Effect::new(move |_| {
        if let Some(row) = row.get().filter(|_| is_open) {
            request_animation_frame(move || focus_in(&row, "input"));
        }
    });
    let delete = move || {
        if let Some(row) = row.get_untracked() {
            focus_beside(&row, ".question-actions button:last-child");
        }
        handle.change(t::delete_a_connection_parameter(), |connector, p| {
            delete_parameter(connector, way, p.key())
        });
    };
    let name = key.clone();
    let place = Place::new(Part::Properties, way.place().join(key.as_str()));
    let named = move |verb: &str| t::text_2(&verb, &label.get());
    view! {
        <li class="question-row" node_ref=row data-place=place.anchor() tabindex="-1">
            <details open=is_open>
                <summary>
                    <strong>{move || label.get()}</strong>
                    <code>{name}</code>
                    <span class="badge">{move || label_of(kind.get())}</span>
                    {move || required.get().then(|| view! { <span class="field-required">{common::required()}</span> })}
                </summary>
                <div class="question-fields">
                    <NameAndKind handle kind fresh/>
                    <Texts handle kind/>
                    <Rules handle kind/>
                </div>
            </details>
            <div class="question-actions">
                <Button kind=ButtonKind::Quiet label=Signal::derive(move || named(t::move_up())) on_click=move || shift(-1)>
                    <Icon name="arrow-up"/>
                </Button>
                <Button kind=ButtonKind::Quiet label=Signal::derive(move || named(t::move_down())) on_click=move || shift(1)>
                    <Icon name="arrow-down"/>
                </Button>
                <Button kind=ButtonKind::Quiet label=Signal::derive(move || named(common::delete())) on_click=delete>
                    <Icon name="trash"/>
                </Button>
            </div>
        </li>
    }
}

#[component]
fn NameAndKind(
    /// The parameter.
    handle: Handle,
    /// Its kind.
    kind: Memo<ParameterKind>,
    /// The key of the parameter whose row opens by itself.
    fresh: RwSignal<Option<String>>,
) -> impl IntoView {
    let way = handle.way;
    let name = handle.memo(|p| p.key().to_owned(), String::new);
    let problem = RwSignal::new(None::<String>);
    let rename = move |to: String| {
        let made = handle.designer.now(|connector| {
            handle
                .key
                .with_value(|key| rename_parameter(connector, way, key, to.trim()))
        });
        match made {
            Ok(edits) => {
                fresh.set(Some(to.trim().to_owned()));
                handle
                    .designer
                    .change(t::rename_a_connection_parameter(), |_| edits);
            }
            Err(error) => problem.set(Some(of_form(&error.message()))),
        }
    };
    let options = Signal::derive(move || {
        let mut kinds = ParameterKind::CHOICES.to_vec();
        if !kinds.contains(&kind.get()) {
            kinds.push(kind.get());
        }
        let option = |kind: ParameterKind| (kind.as_str().to_owned(), label_of(kind).to_owned());
        kinds.into_iter().map(option).collect::<Vec<_>>()
    });
    let value = Memo::new(move |_| kind.get().as_str().to_owned());
    let choose = move |chosen: String| {
        let kind = ParameterKind::CHOICES
            .into_iter()
            .find(|kind| kind.as_str() == chosen);
        if let Some(kind) = kind {
            handle.change(
                t::change_the_type_of_a_connection_parameter(),
                |connector, p| p.set_kind(connector, way, kind),
            );
        }
    };
    view! {
        <div class="form-pair">
            <TextEdit label=common::name() value=name on_change=rename problem lazy=true code=true
                hint=t::letters_digits_and_policies_that_use_it()/>
            <ChoiceEdit label=t::type_() value options on_change=choose/>
        </div>
    }
}

#[component]
fn Texts(
    /// The parameter.
    handle: Handle,
    /// Its kind.
    kind: Memo<ParameterKind>,
) -> impl IntoView {
    let facts = handle.memo(
        |p| {
            let choices = p.choices().into_iter().map(|(value, _)| value);
            let choices: Vec<String> = choices.collect();
            (p.written(ParameterText::Default).to_owned(), choices)
        },
        || (String::new(), Vec::new()),
    );
    let misfit = Signal::derive(move || {
        let kind = kind.get();
        facts.with(|(text, choices)| misfit_of(kind, text, choices).map(str::to_owned))
    });
    let edit = move |text: ParameterText, label: &'static str, hint: &'static str| {
        let value = handle.memo(move |p| p.written(text).to_owned(), String::new);
        let change = move |written: String| {
            handle.change(&change_of(label), |connector, p| {
                p.set_text(connector, handle.way, text, &written)
            });
        };
        let problem =
            Signal::derive(move || misfit.get().filter(|_| text == ParameterText::Default));
        view! { <TextEdit label value on_change=change hint problem/> }
    };
    // A default would stand in the files, where a secret has no place.
    let has_default = move || {
        !matches!(
            kind.get(),
            ParameterKind::Secret | ParameterKind::Gateway | ParameterKind::OAuth
        )
    };
    view! {
        <div class="form-pair">
            {edit(ParameterText::Label, t::label(), t::what_the_user_reads_beside_the_field())}
            <Show when=has_default>
                {edit(ParameterText::Default, t::default_value(), "")}
            </Show>
        </div>
        {edit(ParameterText::Description, t::description(), t::what_belongs_into_it_and_where_the())}
        {edit(ParameterText::Tooltip, t::tooltip(), "")}
    }
}

/// What is wrong with a default value of this kind, of which these values can be chosen; any, where there are none.
fn misfit_of(kind: ParameterKind, text: &str, choices: &[String]) -> Option<&'static str> {
    if text.is_empty() {
        return None;
    }
    match kind {
        ParameterKind::Integer if text.parse::<i64>().is_err() => {
            Some(t::the_default_is_no_whole_number())
        }
        ParameterKind::Boolean if !matches!(text, "true" | "false") => {
            Some(t::the_default_is_neither_true_nor_false())
        }
        ParameterKind::Text | ParameterKind::Integer
            if !choices.is_empty() && !choices.iter().any(|choice| choice == text) =>
        {
            Some(t::the_default_is_none_of_the_values())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ParameterKind, misfit_of};

    #[test]
    fn a_default_fits_its_kind_and_the_values_to_choose_from() {
        let choices = ["eu".to_owned(), "us".to_owned()];
        for (kind, text, choices, fits) in [
            (ParameterKind::Text, "eu", &choices[..], true),
            (ParameterKind::Text, "asia", &choices[..], false),
            (ParameterKind::Text, "asia", &[], true),
            (ParameterKind::Text, "", &choices[..], true),
            (ParameterKind::Integer, "-2", &[], true),
            (ParameterKind::Integer, "two", &[], false),
            (ParameterKind::Boolean, "false", &[], true),
            (ParameterKind::Boolean, "maybe", &[], false),
        ] {
            let misfit = misfit_of(kind, text, choices);
            assert_eq!(misfit.is_none(), fits, "{kind:?} {text:?}: {misfit:?}");
        }
    }
}
