//! The identity provider: one of those that are known, or a kind with fields of its own.

use leptos::prelude::*;
use tenon_connector::security::oauth::{IdentityProvider, OAuth};
use tenon_connector::security::{
    Provider, Security, Variable, VariableChoice, Way, choose_provider, label_of_variable,
};

use super::facts::use_facts;
use crate::components::{
    Button, ButtonKind, Checkbox, Choice, Combobox, Dialog, ErrorPanel, Field, TextInput,
};
use crate::designer::state::use_designer;
use crate::texts::oauth as t;

/// What stands before the name of a kind among the choices.
const KIND: &str = "kind:";

/// The choice of the identity provider.
#[component]
pub(super) fn ProviderChoice(
    /// The way.
    way: Way,
) -> impl IntoView {
    let designer = use_designer();
    let facts = use_facts();
    let known = Memo::new(move |_| match facts.providers.get() {
        Some(Ok(providers)) => providers,
        _ => Vec::new(),
    });
    let kind = designer.memo(move |connector| OAuth::of(connector, way).map(|o| o.provider()));
    let present = Memo::new(move |_| {
        let open = designer.open;
        known.with(|known| {
            open.with(|open| {
                let oauth = OAuth::of(&open.connector, way)?;
                known
                    .iter()
                    .find(|provider| provider.is_of(&oauth))
                    .cloned()
            })
        })
    });
    let value = Memo::new(move |_| match (present.get(), kind.get()) {
        (Some(provider), _) => provider.id,
        (None, Some(kind)) => format!("{KIND}{}", kind.as_str()),
        (None, None) => String::new(),
    });
    let choices = Memo::new(move |_| {
        let mut choices = kinds(kind.get());
        known.with(|known| choices.extend(known.iter().map(choice)));
        choices
    });
    let asking = RwSignal::new(None::<Provider>);
    let take = Callback::new(move |(provider, variables): (Provider, Vec<Variable>)| {
        asking.set(None);
        let label = t::sign_in_with(&provider.display_name);
        designer.change(&label, |connector| {
            choose_provider(connector, way, &provider, &variables)
        });
    });
    let choose = move |id: String| {
        if let Some(kind) = id.strip_prefix(KIND) {
            let choice = Security::OAuth2 {
                provider: IdentityProvider::parse(kind),
            };
            return designer.change(t::change_identity_provider(), |connector| {
                choice.set(connector, way)
            });
        }
        let found = known.with_untracked(|known| known.iter().find(|p| p.id == id).cloned());
        match found {
            Some(provider) if provider.variables().is_empty() => take.run((provider, Vec::new())),
            found => asking.set(found),
        }
    };
    let open = Signal::derive(move || asking.with(Option::is_some));
    view! {
        <Field label=t::identity_provider() hint=t::search_by_name_addresses_are_filled_in()>
            <Combobox value choices on_change=choose placeholder=t::choose_a_provider() nothing=t::no_provider_of_that_name_choose_generic()/>
        </Field>
        {move || match facts.providers.get() {
            Some(Err(error)) => Some(view! { <ErrorPanel error/> }),
            _ => None,
        }}
        {move || present.get().map(|provider| view! { <About provider/> })}
        <Dialog title=move || asking.get().map(|p| p.display_name).unwrap_or_default() open on_close=move || asking.set(None)>
            {move || asking.get().map(|provider| view! { <Questions provider on_done=take/> })}
        </Dialog>
    }
}

fn choice(provider: &Provider) -> Choice {
    let host = provider.authorization_url.split('/').nth(2);
    Choice {
        value: provider.id.clone(),
        label: provider.display_name.clone(),
        note: host.unwrap_or_default().to_owned(),
    }
}

/// The kinds that have fields of their own; one that Tenon does not know is offered where it is chosen.
fn kinds(present: Option<IdentityProvider>) -> Vec<Choice> {
    let choice = |kind: IdentityProvider, label: &str, note: &str| Choice {
        value: format!("{KIND}{}", kind.as_str()),
        label: label.to_owned(),
        note: note.to_owned(),
    };
    let mut kinds = vec![
        choice(
            IdentityProvider::Generic,
            t::generic_oauth_2_0(),
            "addresses",
        ),
        choice(
            IdentityProvider::ProofKey,
            t::generic_oauth_2_0_with_pkce(),
            t::addresses_proof_key(),
        ),
        choice(
            IdentityProvider::Templates,
            t::generic_oauth_2_0_with_templates(),
            t::queries_and_bodies(),
        ),
        choice(
            IdentityProvider::Entra,
            "Microsoft Entra ID",
            "Azure Active Directory",
        ),
    ];
    if let Some(IdentityProvider::Other(name)) = present {
        let label = if name.is_empty() {
            t::no_provider().to_owned()
        } else {
            name.clone()
        };
        kinds.push(choice(
            IdentityProvider::Other(name),
            &label,
            t::as_imported(),
        ));
    }
    kinds
}

/// What is worth knowing of the provider.
#[component]
fn About(
    /// The provider.
    provider: Provider,
) -> impl IntoView {
    let client = match provider.token_endpoint_auth.as_str() {
        "basic" => Some(t::it_wants_client_id_and_secret_in()),
        "none_client_id_in_body" => Some(t::it_wants_no_client_secret()),
        _ => None,
    };
    let proof = (provider.pkce_level == "required").then_some(t::it_insists_on_a_proof_key_pkce());
    let notes: Vec<String> = [client, proof]
        .into_iter()
        .flatten()
        .map(str::to_owned)
        .chain(
            provider
                .notes
                .map(|notes| format!("{}.", notes.trim_end_matches('.'))),
        )
        .collect();
    view! {
        <p class="form-note">
            {notes.join(" ")}
            " "
            <a href=provider.docs_url target="_blank" rel="noreferrer">{t::documentation_of()} {provider.display_name}</a>
        </p>
    }
}

/// Asks what the variable parts of the provider's addresses are.
#[component]
fn Questions(
    /// The provider.
    provider: Provider,
    /// The answers.
    on_done: Callback<(Provider, Vec<Variable>)>,
) -> impl IntoView {
    let answers = RwSignal::new(
        provider
            .variables()
            .into_iter()
            .map(|name| (name, String::new(), true))
            .collect::<Vec<_>>(),
    );
    let rows: Vec<_> = answers
        .get_untracked()
        .into_iter()
        .enumerate()
        .map(|(index, (name, _, _))| view! { <Question index name answers/> })
        .collect();
    let missing = Memo::new(move |_| {
        answers.with(|answers| {
            answers
                .iter()
                .any(|(_, text, asked)| !asked && text.trim().is_empty())
        })
    });
    let address = provider.authorization_url.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if missing.get_untracked() {
            return;
        }
        let variable = |(name, text, asked): (String, String, bool)| Variable {
            name,
            choice: if asked {
                VariableChoice::Asked
            } else {
                VariableChoice::Filled(text)
            },
        };
        let variables = answers.get_untracked().into_iter().map(variable).collect();
        on_done.run((provider.clone(), variables));
    };
    view! {
        <form class="form-stack" on:submit=submit novalidate>
            <p>{t::its_addresses_differ_from_account_to_account()} <code>{address}</code></p>
            {rows}
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary submit=true disabled=missing>{t::use_this_provider()}</Button>
            </div>
        </form>
    }
}

#[component]
fn Question(
    /// Its number among the answers.
    index: usize,
    /// The variable.
    name: String,
    /// All answers: variable, text, whether users are asked.
    answers: RwSignal<Vec<(String, String, bool)>>,
) -> impl IntoView {
    let asked = Memo::new(move |_| answers.with(|all| all.get(index).is_none_or(|a| a.2)));
    let text = Memo::new(move |_| {
        answers.with(|all| all.get(index).map(|a| a.1.clone()).unwrap_or_default())
    });
    let ask = move |on: bool| {
        answers.update(|all| {
            if let Some(answer) = all.get_mut(index) {
                answer.2 = on;
            }
        });
    };
    let write = move |text: String| {
        answers.update(|all| {
            if let Some(answer) = all.get_mut(index) {
                answer.1 = text;
            }
        });
    };
    let label = label_of_variable(&name);
    view! {
        <fieldset class="form-stack">
            <Checkbox label=t::ask_the_user_of_each_connection_for(&label) value=asked on_change=ask/>
            <Show when=move || !asked.get()>
                <Field label=label.clone() hint=t::for_all_connections() required=true>
                    <TextInput value=text on_input=write/>
                </Field>
            </Show>
        </fieldset>
    }
}
