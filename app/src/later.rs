//! Parts of the app that the browser loads when they are first wanted, so that the first screen waits for little.
//!
//! Such a part is a function marked `#[wasm_split(chunk, wasm_split_path = leptos::wasm_split, fallible)]`; functions
//! of the same chunk are loaded together. On the server they are called as any other.

use std::future::{Future, pending};
use std::pin::Pin;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local_scoped;
use leptos::wasm_split::SplitLoaderError;
use leptos_router::ChooseView;

use crate::components::ErrorPanel;
use crate::error::{AppError, ErrorKind};
use crate::texts::frame as t;

/// A view, once its code is there; else why it is not.
pub(crate) type Loaded = Result<AnyView, AppError>;

/// What comes once code is loaded.
pub(crate) type Loading<T> = Pin<Box<dyn Future<Output = Result<T, AppError>>>>;

impl From<SplitLoaderError> for AppError {
    fn from(_: SplitLoaderError) -> Self {
        Self::new(ErrorKind::Offline, t::a_part_could_not_be_loaded())
    }
}

/// A page whose code is loaded when it is first opened.
#[derive(Clone, Copy)]
pub(crate) struct LaterPage {
    /// Has the code there.
    pub(crate) code: fn() -> Loading<()>,
    /// Shows the page; at once, if the code is there.
    pub(crate) view: fn() -> Loading<AnyView>,
}

impl ChooseView for LaterPage {
    async fn choose(self) -> AnyView {
        (self.view)().await.unwrap_or_else(|error| {
            let panel = not_loaded(error);
            view! { <div class="page">{panel}</div> }.into_any()
        })
    }

    async fn preload(&self) {
        let is_hydrating = is_hydrating();
        // Else it is tried once more when the page is shown, which then says what went wrong.
        if (self.code)().await.is_err() && is_hydrating {
            // The page that the server wrote can be read; there is no code to bring it to life.
            pending::<()>().await;
        }
    }
}

/// Set on the root element once the page that the server wrote is alive.
pub(crate) const ALIVE: &str = "data-hydrated";

/// Whether what the server wrote is being brought to life. The shared context of Leptos 0.8 would go on saying so
/// for ever after a hydration that waited for code.
pub(crate) fn is_hydrating() -> bool {
    let is_alive = || {
        let root = document().document_element();
        root.is_some_and(|root| root.has_attribute(ALIVE))
    };
    cfg!(feature = "hydrate") && !is_alive()
}

/// Also gets the names of files anew, which change when the server does.
fn load_page_again() {
    // Refused only for a page that is being left already.
    let _ = window().location().reload();
}

/// A piece of a page whose code is loaded when it is first shown. Where the code is there already it is shown at
/// once, as on the server.
#[component]
pub(crate) fn Later<L, F>(
    /// Loads the code and makes the view.
    load: L,
) -> impl IntoView
where
    L: Fn() -> F + 'static,
    F: Future<Output = Loaded> + 'static,
{
    let mut loading = Box::pin(load());
    if let Some(loaded) = loading.as_mut().now_or_never() {
        return view_of(loaded);
    }
    let view = StoredValue::new_local(None);
    let is_there = RwSignal::new(false);
    spawn_local_scoped(async move {
        let loaded = view_of(loading.await);
        // It may have gone from the page meanwhile.
        view.try_set_value(Some(loaded));
        is_there.try_set(true);
    });
    let taken = move || {
        is_there
            .get()
            .then(|| view.try_update_value(Option::take).flatten())
    };
    taken.into_any()
}

fn view_of(loaded: Loaded) -> AnyView {
    loaded.unwrap_or_else(not_loaded)
}

fn not_loaded(error: AppError) -> AnyView {
    view! { <ErrorPanel error on_retry=load_page_again/> }.into_any()
}

/// Whether something was ever true: what is seldom asked for is made when it is first wanted, and then stays.
pub(crate) fn ever(is_wanted: impl Fn() -> bool + Send + Sync + 'static) -> Memo<bool> {
    Memo::new(move |before: Option<&bool>| before == Some(&true) || is_wanted())
}
