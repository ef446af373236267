//! What went wrong, in place of what should stand here.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::button::Button;
use super::icon::Icon;
use crate::error::{AppError, ErrorKind};
use crate::texts::common;
use crate::texts::components as t;

/// An error: what happened, where in a file, and the id of the request to report it with. One that
/// says that the session has ended leads to the sign-in page and from there back.
#[component]
pub fn ErrorPanel(
    /// The error.
    error: AppError,
    /// What did not happen; else the kind of the error.
    #[prop(optional)]
    title: Option<&'static str>,
    /// The file that the place of the error is in.
    #[prop(optional)]
    file: String,
    /// Does again what failed.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
    /// Another way on.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let place =
        place_of(&file, error.place).filter(|place| !error.message.contains(place.as_str()));
    if error.kind == ErrorKind::SignedOut {
        sign_in_again();
    }
    let title = title.unwrap_or_else(|| error.kind.title());
    view! {
        <div class="error-panel" role="alert">
            <Icon name="alert"/>
            <div class="error-panel-text">
                <p class="error-panel-title">{title}</p>
                {place.map(|place| view! { <p class="error-panel-place">{place}</p> })}
                <p>{error.message}</p>
                {error.request_id.map(|id| view! { <p class="error-panel-id">{common::request_id()} <code>{id}</code></p> })}
                {(on_retry.is_some() || children.is_some()).then(|| view! {
                    <div class="error-panel-actions">
                        {on_retry.map(|retry| view! { <Button on_click=retry>{t::try_again()}</Button> })}
                        {children.map(|children| children())}
                    </div>
                })}
            </div>
        </div>
    }
}

fn sign_in_again() {
    let (location, navigate) = (use_location(), use_navigate());
    Effect::new(move |_| {
        let path = location.pathname.get_untracked();
        if path == "/sign-in" || path == "/setup" {
            return;
        }
        let query = location.search.get_untracked();
        let query = query.trim_start_matches('?');
        let next = if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        };
        navigate(&crate::routes::sign_in(&next), NavigateOptions::default());
    });
}

fn place_of(file: &str, place: Option<(usize, usize)>) -> Option<String> {
    match (file, place) {
        (file, None) => Some(file.to_owned()).filter(|file| !file.is_empty()),
        ("", Some((line, column))) => Some(t::line_column(&line, &column)),
        (file, Some((line, column))) => Some(t::line_column_2(&file, &line, &column)),
    }
}
