//! The connection that a call uses: pick one, or make one in a dialog made of the connection
//! parameters.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;
use tenon_connector::Connector;
use tenon_connector::properties::{
    Authentication, ConnectionParameter, ParameterKind, connection_parameters,
};
use tenon_connector::security::oauth::{offers_client_credentials, token_parameter};

use super::sign_in::{SignIn, sign_in};
use super::standing::{Standing, TestConnection};
use crate::api::connection_list::{ConnectionSharing, share_connection};
use crate::api::connections::{
    Connection, ConnectionEdit, ConnectionState, NewConnection, change_connection, connections,
    create_connection,
};
use crate::components::{Button, ButtonKind, Checkbox, Dialog, ErrorPanel, Icon};
use crate::connection::RemovalDialog;
use crate::designer::fields::{ChoiceEdit, TextEdit};
use crate::designer::state::use_designer;
use crate::error::AppError;
use crate::texts::test as t;
use crate::texts::{common, connections as c};

/// The choice of a connection.
#[component]
pub(super) fn ConnectionChoice(
    /// The id of the connection that is chosen.
    chosen: RwSignal<Option<String>>,
    /// Changes when a call ended.
    #[prop(into)]
    called: Signal<u32>,
) -> impl IntoView {
    let designer = use_designer();
    let label = designer.memo(|connector| Authentication::of(connector).label().to_string());
    let asked = designer.memo(questions);
    let is_oauth = designer.memo(|connector| token_parameter(connector).is_some());
    // Who comes back from a provider goes on with the connection that they signed in with.
    let come_back = use_query_map().read_untracked().get("connection");
    // Who comes from the list of connections to change one finds its dialog open.
    let is_to_edit = StoredValue::new(use_query_map().read_untracked().get("open").is_some());
    if chosen.with_untracked(Option::is_none) && come_back.is_some() {
        chosen.set(come_back);
    }
    let unsupported = designer.memo(unsupported);
    let nothing_yet = Memo::new(move |_| match unsupported.get() {
        Some(note) => note,
        None if asked.with(Vec::is_empty) && !is_oauth.get() => {
            t::no_connection_is_needed().to_owned()
        }
        None => t::there_is_no_connection_yet().to_owned(),
    });
    let kept = RwSignal::new(None::<Result<Vec<Connection>, AppError>>);
    let load = move || {
        spawn_local(async move {
            let answer = connections(designer.id()).await;
            // Nobody waits for it any more when the step was left.
            kept.try_set(Some(answer));
        });
    };
    // In the browser alone: a page that waits for what only the browser has fails on the server.
    Effect::new(move |_| load());
    let creating = RwSignal::new(false);
    let all = Memo::new(move |_| kept.get().and_then(Result::ok).unwrap_or_default());
    Effect::new(move |_| {
        // Before they are there nothing is known to be missing.
        if kept.with(Option::is_none) {
            return;
        }
        let known = all.get();
        let fits = chosen
            .get_untracked()
            .is_some_and(|id| known.iter().any(|c| c.id == id));
        if !fits {
            chosen.set(known.first().map(|connection| connection.id.clone()));
        }
    });
    let options = Signal::derive(move || {
        all.get()
            .into_iter()
            .map(|connection| match connection.is_own {
                true => (connection.id, connection.name),
                false => (
                    connection.id,
                    t::connection_of(&connection.name, &connection.owner),
                ),
            })
            .collect::<Vec<_>>()
    });
    let current = Signal::derive(move || {
        let id = chosen.get()?;
        all.get().into_iter().find(|connection| connection.id == id)
    });
    // A call with a connection may have said something of it.
    Effect::new(move |ran: Option<()>| {
        called.track();
        if ran.is_some() {
            load();
        }
    });
    let (editing, removing) = (RwSignal::new(false), RwSignal::new(false));
    let may_change = Memo::new(move |_| current.get().is_some_and(|own| own.may_change));
    let may_remove = Memo::new(move |_| current.get().is_some_and(|own| own.may_remove));
    Effect::new(move |_| {
        if may_change.get() && is_to_edit.get_value() {
            is_to_edit.set_value(false);
            editing.set(true);
        }
    });
    let value = Signal::derive(move || chosen.get().unwrap_or_default());
    let on_done = Callback::new(move |id: Option<String>| {
        creating.set(false);
        if id.is_some() {
            chosen.set(id);
            load();
        }
    });
    let on_edited = Callback::new(move |id: Option<String>| {
        editing.set(false);
        if id.is_some() {
            load();
        }
    });
    view! {
        <p class="form-note">{t::authentication()} {move || label.get()}</p>
        <Show
            when=move || !all.with(Vec::is_empty)
            fallback=move || {
                view! {
                    <p class="form-note">
                        {move || nothing_yet.get()}
                    </p>
                }
            }
        >
            <div class="connection-choice">
                <ChoiceEdit label=t::selected_connection() value options on_change=move |id| chosen.set(Some(id))/>
                <Show when=move || may_change.get()>
                    <Button kind=ButtonKind::Quiet label=t::edit_connection() on_click=move || editing.set(true)>
                        <Icon name="edit"/>
                    </Button>
                </Show>
                <Show when=move || may_remove.get()>
                    <Button kind=ButtonKind::Quiet label=c::delete_connection() on_click=move || removing.set(true)>
                        <Icon name="trash"/>
                    </Button>
                </Show>
            </div>
            <Standing connection=current/>
            <Show when=move || may_change.get()>
                <SignIn connection=current on_done=load/>
            </Show>
        </Show>
        {move || match kept.get() {
            Some(Err(error)) => Some(view! { <ErrorPanel error on_retry=load/> }),
            _ => None,
        }}
        <Show when=move || (is_oauth.get() || !asked.with(Vec::is_empty)) && unsupported.get().is_none()>
            <div class="connection-choice">
                <Button kind=ButtonKind::Secondary on_click=move || creating.set(true)>
                    <Icon name="plus"/>
                    {t::new_connection()}
                </Button>
                <Show when=move || chosen.with(Option::is_some)>
                    <TestConnection chosen on_done=load/>
                </Show>
            </div>
        </Show>
        <Dialog title=t::new_connection() open=creating on_close=move || creating.set(false)>
            <Show when=move || creating.get()>
                <ConnectionForm asked on_done/>
            </Show>
        </Dialog>
        <Dialog title=t::edit_connection() open=editing on_close=move || editing.set(false)>
            {move || {
                let edited = editing.get().then(|| current.get_untracked()).flatten();
                edited.map(|edited| view! { <ConnectionForm asked edited on_done=on_edited/> })
            }}
        </Dialog>
        <RemovalDialog connection=current open=removing on_done=load/>
    }
}

/// What to say of a connector whose authentication test calls do not do.
fn unsupported(connector: &Connector) -> Option<String> {
    let Authentication::Unsupported { kind } = Authentication::of(connector) else {
        return None;
    };
    Some(t::test_calls_cannot_authenticate_in_this_way(&kind))
}

/// What the dialog asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Question {
    key: String,
    label: String,
    hint: String,
    kind: ParameterKind,
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

fn questions(connector: &Connector) -> Vec<Question> {
    let parameters = connection_parameters(connector.properties());
    // What a service principal connects with is hidden in the file, and asked for by the platform's dialog all the same.
    let has_principal = offers_client_credentials(connector);
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
            required: p.required(),
            initial: p.default_value().unwrap_or_default().to_owned(),
            choices: p.choices(),
        })
        .collect()
}

/// The dialog's form. What is typed into it goes to the server and nowhere else.
#[component]
fn ConnectionForm(
    /// What it asks for.
    asked: Memo<Vec<Question>>,
    /// The connection to change; none to make one.
    #[prop(optional)]
    edited: Option<Connection>,
    /// The form is done with; the id of the connection that it made.
    #[prop(into)]
    on_done: Callback<Option<String>>,
) -> impl IntoView {
    let designer = use_designer();
    let is_new = edited.is_none();
    let signs_in = designer.now(|connector| token_parameter(connector).is_some());
    let mut questions = asked.get_untracked();
    if !is_new {
        questions.iter_mut().for_each(Question::leave_as_is);
    }
    let title = || designer.now(|connector| connector.title().to_owned());
    let may_share = edited.as_ref().is_none_or(|edited| edited.is_own);
    let was_shared = edited.as_ref().is_some_and(|edited| edited.is_shared);
    let shared = RwSignal::new(was_shared);
    let edited = StoredValue::new(edited);
    let own = edited.with_value(|edited| edited.as_ref().map(|edited| edited.name.clone()));
    let name = RwSignal::new(own.unwrap_or_else(title));
    let values = RwSignal::new(
        questions
            .iter()
            .map(|q| (q.key.clone(), q.initial.clone()))
            .collect::<BTreeMap<_, _>>(),
    );
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<AppError>);
    let toasts = designer.toasts;
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
        let shared = shared.get_untracked();
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
                && is_new
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
            match made {
                Ok(connection) => on_done.run(Some(connection.id)),
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let fields: Vec<_> = questions
        .into_iter()
        .map(|question| view! { <Answer question values failed/> })
        .collect();
    view! {
        <form on:submit=submit class="form-stack" novalidate autocomplete="off">
            <TextEdit label=t::connection_name() value=name on_change=move |text| name.set(text)/>
            {(!is_new).then(|| view! { <p class="form-note">{t::what_you_leave_empty_stays_as_it()}</p> })}
            {fields}
            {(may_share || was_shared).then(|| view! {
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
                    {match (is_new, signs_in) {
                        (true, true) => t::create_and_sign_in(),
                        (true, false) => t::create_connection(),
                        (false, _) => t::save_connection(),
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
    let secret = kind == ParameterKind::Secret;
    view! { <TextEdit label value on_change=change hint required problem secret/> }.into_any()
}
