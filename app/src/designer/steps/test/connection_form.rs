//! The dialog that makes or changes a connection: a form made of the connection parameters of the way to authenticate that
//! the person chooses.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenon_connector::Connector;
use tenon_connector::document::Path;
use tenon_connector::properties::{ConnectionParameter, ParameterKind};
use tenon_connector::security::Way;
use tenon_connector::security::oauth::{offers_client_credentials, token_parameter};

use super::sign_in::sign_in;
use crate::api::connection_list::{ConnectionSharing, share_connection};
use crate::api::connections::{
    Connection, ConnectionEdit, ConnectionState, NewConnection, change_connection,
    create_connection,
};
use crate::components::{Button, ButtonKind, Checkbox, ErrorPanel};
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::state::use_designer;
use crate::error::AppError;
use crate::texts::{common, security, test as t};

/// What the dialog asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    key: String,
    label: String,
    hint: String,
    kind: ParameterKind,
    /// Whether what is typed is not to be seen.
    secret: bool,
    required: bool,
    initial: String,
    choices: Vec<(String, String)>,
}

impl Question {
    /// For a connection that is there: what is left empty stays.
    fn leave_as_is(&mut self) {
        self.required = false;
        self.initial = String::new();
    }
}

/// What the dialog asks for in a way to authenticate.
fn questions(connector: &Connector, way: Way) -> Vec<Question> {
    let parameters = way.parameters(connector);
    // What a service principal connects with is hidden in the file, and asked for by the platform's dialog all the same.
    let has_principal = offers_client_credentials(connector, way);
    let is_hidden = |p: &ConnectionParameter<'_>| {
        p.hidden() && !(has_principal && p.key().starts_with("token:"))
    };
    let asked = parameters.iter().filter(|p| {
        !is_hidden(p)
            && !matches!(
                p.kind(),
                ParameterKind::OAuth | ParameterKind::Gateway | ParameterKind::Other
            )
    });
    asked
        .map(|p| Question {
            key: p.key().to_owned(),
            label: p.label().to_owned(),
            hint: p.description().to_owned(),
            kind: p.kind(),
            secret: p.is_secret(),
            required: p.required(),
            initial: p.default_value().unwrap_or_default().to_owned(),
            choices: p.choices(),
        })
        .collect()
}

/// Whether there is anything to make a connection of: values to enter, a sign-in, or several ways to choose from.
pub(super) fn can_connect(connector: &Connector) -> bool {
    let asks = |way: Way| {
        !questions(connector, way).is_empty() || token_parameter(connector, way).is_some()
    };
    match Way::all(connector).as_slice() {
        [way] => asks(*way),
        ways => !ways.is_empty(),
    }
}

/// A way to authenticate that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choice {
    way: Way,
    name: String,
    label: String,
    hint: String,
    may_be_shared: bool,
}

/// What the choice of a way is called, and the ways that connections can name; none where there is but the only way.
fn choices(connector: &Connector) -> (String, Vec<Choice>) {
    let place = Path::of([
        "properties",
        "connectionParameterSets",
        "uiDefinition",
        "displayName",
    ]);
    let title = place
        .get(connector.properties())
        .and_then(|text| text.as_str());
    let title = title.filter(|text| !text.is_empty());
    let named = Way::all(connector).into_iter().filter_map(|way| {
        let set = way.set(connector)?;
        // Of sets of the same name the first is the one that connections find.
        let is_found = Way::of_connection(connector, set.name()) == Ok(way);
        is_found.then(|| Choice {
            way,
            name: set.name().to_owned(),
            label: set.label().to_owned(),
            hint: set.description().to_owned(),
            may_be_shared: set.allows_sharing() != Some(false),
        })
    });
    let title = title.unwrap_or(security::authentication_type());
    (title.to_owned(), named.collect())
}

/// The dialog's form. What is typed into it goes to the server and nowhere else.
#[component]
pub(super) fn ConnectionForm(
    /// The connection to change; none to make one.
    #[prop(optional)]
    edited: Option<Connection>,
    /// The form is done with; the id of the connection that it made.
    #[prop(into)]
    on_done: Callback<Option<String>>,
) -> impl IntoView {
    let designer = use_designer();
    let is_new = edited.is_none();
    let (choice_title, ways) = designer.now(choices);
    let had = edited.as_ref().map(|edited| edited.set.clone());
    let first = had
        .clone()
        .filter(|had| ways.iter().any(|way| way.name == *had))
        .or_else(|| ways.first().map(|way| way.name.clone()));
    let set = RwSignal::new(first.unwrap_or_default());
    let options: Vec<_> = ways
        .iter()
        .map(|way| (way.name.clone(), way.label.clone()))
        .collect();
    let ways = StoredValue::new(ways);
    let had = StoredValue::new(had);
    let choice = Memo::new(move |_| {
        let set = set.get();
        ways.with_value(|ways| ways.iter().find(|way| way.name == set).cloned())
    });
    let way = Memo::new(move |_| choice.get().map_or(Way::Only, |choice| choice.way));
    // What is kept belongs to the way that the connection has: with another one it is asked for anew.
    let stays = Memo::new(move |_| {
        let set = set.get();
        had.with_value(|had| had.as_ref().is_some_and(|had| *had == set))
    });
    let asked = Memo::new(move |_| {
        let mut asked = designer.now(|connector| questions(connector, way.get()));
        if stays.get() {
            asked.iter_mut().for_each(Question::leave_as_is);
        }
        asked
    });
    let signs_in = Memo::new(move |_| {
        let is_new = !stays.get();
        is_new && designer.now(|connector| token_parameter(connector, way.get()).is_some())
    });
    let may_be_shared = Memo::new(move |_| choice.get().is_none_or(|choice| choice.may_be_shared));
    let title = || designer.now(|connector| connector.title().to_owned());
    let may_share = edited.as_ref().is_none_or(|edited| edited.is_own);
    let was_shared = edited.as_ref().is_some_and(|edited| edited.is_shared);
    let shared = RwSignal::new(was_shared);
    let edited = StoredValue::new(edited);
    let own = edited.with_value(|edited| edited.as_ref().map(|edited| edited.name.clone()));
    let name = RwSignal::new(own.unwrap_or_else(title));
    let initial = move || {
        let asked = asked.get_untracked().into_iter();
        let pairs = asked.map(|question| (question.key, question.initial));
        pairs.collect::<BTreeMap<_, _>>()
    };
    let values = RwSignal::new(initial());
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<AppError>);
    let toasts = designer.toasts;
    let choose = move |name: String| {
        set.set(name);
        // A secret that was typed for one way is not sent for another that has a field of the same name.
        values.set(initial());
        failed.set(None);
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let (version, actions) = designer.unsaved();
        let filled = values.get_untracked().into_iter();
        let values = filled.filter(|(_, value)| !value.is_empty()).collect();
        let name = name.get_untracked();
        let connector = designer.id();
        let edited = edited.get_value();
        let shared = shared.get_untracked() && may_be_shared.get_untracked();
        let (set, is_moved) = (set.get_untracked(), !stays.get_untracked());
        // Sharing again agrees to what the connector has become.
        let is_to_share = (shared && may_share) || shared != was_shared;
        spawn_local(async move {
            let mut made = match edited {
                None => {
                    let new = NewConnection {
                        connector,
                        version,
                        actions,
                        name,
                        set,
                        values,
                    };
                    create_connection(new).await
                }
                Some(Connection { id, .. }) => {
                    let edit = ConnectionEdit {
                        id,
                        version,
                        actions,
                        name,
                        set,
                        values,
                    };
                    change_connection(edit).await
                }
            };
            if let (true, Ok(connection)) = (is_to_share, &made) {
                let id = connection.id.clone();
                match share_connection(ConnectionSharing { id, shared }).await {
                    Ok(connection) => made = Ok(connection),
                    // It is there all the same, and says that it is not shared.
                    Err(error) => toasts.error(error.to_string()),
                }
            }
            // The browser leaves for the provider, and comes back to the connection that was made.
            if let Ok(connection) = &made
                && connection.status == ConnectionState::SignedOut
                && is_moved
            {
                match sign_in(designer, connection.id.clone(), false).await {
                    Ok(false) => return,
                    Ok(true) => {}
                    Err(error) => toasts.error(error.to_string()),
                }
            }
            if busy.is_disposed() {
                return;
            }
            busy.set(false);
            if let (true, Ok(connection)) = (is_new, &made) {
                // A connector that names a test has it run as the connection is made.
                match &connection.status {
                    ConnectionState::Good => toasts.info(t::the_connection_works()),
                    ConnectionState::Expired(reason) | ConnectionState::Failing(reason) => {
                        toasts.error(reason.clone());
                    }
                    ConnectionState::Untried | ConnectionState::SignedOut => {}
                }
            }
            match made {
                Ok(connection) => on_done.run(Some(connection.id)),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let fields = move || {
        let asked = asked.get().into_iter();
        let answers = asked.map(|question| view! { <Answer question values failed/> });
        answers.collect::<Vec<_>>()
    };
    let set_hint = move || {
        let hint = choice.get().map(|choice| choice.hint);
        let hint = hint.filter(|hint| !hint.is_empty());
        hint.map(|hint| view! { <p class="form-note">{hint}</p> })
    };
    let has_choice = options.len() > 1;
    let options = Signal::stored(options);
    view! {
        <form on:submit=submit class="form-stack" novalidate autocomplete="off">
            <TextEdit label=t::connection_name() value=name on_change=move |text| name.set(text)/>
            {has_choice.then(|| view! {
                <ChoiceEdit label=choice_title.clone() value=set options on_change=choose/>
            })}
            {set_hint}
            {(!is_new).then(|| view! {
                <p class="form-note">
                    {move || match stays.get() {
                        true => t::what_you_leave_empty_stays_as_it(),
                        false => t::another_way_begins_anew(),
                    }}
                </p>
            })}
            {fields}
            {move || (!may_be_shared.get()).then(|| view! {
                <p class="form-note">{t::connections_of_this_way_are_not_shared()}</p>
            })}
            {move || ((may_share || was_shared) && may_be_shared.get()).then(|| view! {
                <Checkbox
                    switch=true
                    label=t::share_with_the_environment().to_owned()
                    hint=t::what_sharing_means()
                    value=shared
                    on_change=move |on| shared.set(on)
                />
            })}
            {move || failed.get().filter(|error| error.field.is_none()).map(|error| view! { <ErrorPanel error/> })}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Secondary on_click=move || on_done.run(None)>{common::cancel()}</Button>
                <Button kind=ButtonKind::Primary submit=true busy>
                    {move || match (is_new, signs_in.get()) {
                        (true, true) => t::create_and_sign_in(),
                        (true, false) => t::create_connection(),
                        (false, true) => t::save_and_sign_in(),
                        (false, false) => t::save_connection(),
                    }}
                </Button>
            </div>
        </form>
    }
}

#[component]
fn Answer(
    /// The question.
    question: Question,
    /// All answers.
    values: RwSignal<BTreeMap<String, String>>,
    /// Why the last try failed.
    failed: RwSignal<Option<AppError>>,
) -> AnyView {
    let Question {
        key,
        label,
        hint,
        kind,
        secret,
        required,
        choices,
        ..
    } = question;
    let key = StoredValue::new(key);
    let value = Signal::derive(move || {
        values.with(|values| values.get(&key.get_value()).cloned().unwrap_or_default())
    });
    let change = move |text: String| {
        values.update(|values| {
            values.insert(key.get_value(), text);
        });
    };
    let problem = Signal::derive(move || {
        failed
            .get()
            .filter(|error| error.field.as_ref() == Some(&key.get_value()))
            .map(|error| error.message)
    });
    if kind == ParameterKind::Boolean || !choices.is_empty() {
        let choices = if choices.is_empty() {
            [("true", t::yes()), ("false", t::no())]
                .map(|(value, label)| (value.to_owned(), label.to_owned()))
                .to_vec()
        } else {
            choices
        };
        let options: Vec<_> = std::iter::once((String::new(), t::choose().to_owned()))
            .chain(choices)
            .collect();
        return view! { <ChoiceEdit label value options on_change=change hint problem/> }
            .into_any();
    }
    view! { <TextEdit label value on_change=change hint required problem secret/> }.into_any()
}
