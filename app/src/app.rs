//! The app: its addresses and what is shown at each.

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{ParentRoute, Redirect, Route, Router, Routes};
use leptos_router::hooks::use_params_map;
use leptos_router::{SsrMode, path};

use crate::components::{ToastRegion, provide_keyboard, provide_toasts};
use crate::designer::Designer;
use crate::later::{LaterPage, Loaded};
use crate::pages::connectors::expect_ways;
use crate::pages::{
    AccountPage, ConnectionsPage, ConnectorsPage, Frame, NewConnectorPage, NotFoundPage, RunPage,
    RunsPage, SetUpPage, SignInPage, UpdatePage, provide_import_desk,
};
use crate::styleguide::StyleguidePage;

/// The app, inside `<body>`.
///
/// Every page is sent whole, with its data: it can be read and used before the WASM arrives, and
/// nothing moves when it does.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_keyboard();
    provide_toasts();
    provide_import_desk();
    view! {
        // Stands where a page has no title of its own.
        <Title text="Tenon"/>
        <Router>
            <Routes fallback=NotFoundPage>
                <Route path=path!("/setup") view=SET_UP ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=SIGN_IN ssr=SsrMode::Async/>
                <Route path=path!("/styleguide") view=STYLEGUIDE ssr=SsrMode::Async/>
                <ParentRoute path=path!("") view=Frame ssr=SsrMode::Async>
                    <Route path=path!("") view=|| view! { <Redirect path="/connectors"/> } ssr=SsrMode::Async/>
                    <Route path=path!("connectors") view=CONNECTORS ssr=SsrMode::Async/>
                    <Route path=path!("connectors/new") view=NEW_CONNECTOR ssr=SsrMode::Async/>
                    <Route path=path!("connectors/:id") view=FirstStep ssr=SsrMode::Async/>
                    <Route path=path!("connectors/:id/update") view=UPDATE ssr=SsrMode::Async/>
                    <Route path=path!("connectors/:id/:step") view=DESIGNER ssr=SsrMode::Async/>
                    <Route path=path!("connections") view=CONNECTIONS ssr=SsrMode::Async/>
                    <Route path=path!("runs") view=RUNS ssr=SsrMode::Async/>
                    <Route path=path!("runs/:id") view=RUN ssr=SsrMode::Async/>
                    <Route path=path!("account") view=ACCOUNT ssr=SsrMode::Async/>
                </ParentRoute>
            </Routes>
            <ToastRegion/>
        </Router>
    }
}

/// Makes for each page what loads its code and then shows it. Pages that are used together, or that are much
/// alike, share a chunk: every chunk more is one more to share code with, in ever smaller files.
macro_rules! loaded_later {
    ($($page:ident: $component:ident by $load:ident after $expect:ident in $chunk:ident,)*) => {$(
        #[wasm_split($chunk, wasm_split_path = leptos::wasm_split, fallible, preload($expect))]
        fn $load() -> Loaded {
            Ok($component().into_any())
        }

        const $page: LaterPage = LaterPage {
            code: || Box::pin(async { Ok($expect().await?) }),
            view: || Box::pin($load()),
        };
    )*};
}

loaded_later! {
    SET_UP: SetUpPage by load_set_up after expect_set_up in forms,
    SIGN_IN: SignInPage by load_sign_in after expect_sign_in in forms,
    ACCOUNT: AccountPage by load_account after expect_account in forms,
    NEW_CONNECTOR: NewConnectorPage by load_new_connector after expect_new_connector in import,
    UPDATE: UpdatePage by load_update after expect_update in import,
    DESIGNER: Designer by load_designer after expect_designer in designer,
    CONNECTIONS: ConnectionsPage by load_connections after expect_connections in connections,
    RUNS: RunsPage by load_runs after expect_runs in runs,
    RUN: RunPage by load_run after expect_run in runs,
    STYLEGUIDE: StyleguidePage by load_styleguide after expect_styleguide in styleguide,
}

/// The list of connectors, which most visits begin with; where it is empty, with the ways to the first.
const CONNECTORS: LaterPage = LaterPage {
    code: || Box::pin(expect_ways()),
    view: || Box::pin(async { Ok(view! { <ConnectorsPage/> }.into_any()) }),
};

/// A connector without a step: its first.
#[component]
fn FirstStep() -> impl IntoView {
    let id = use_params_map()
        .read_untracked()
        .get("id")
        .unwrap_or_default();
    view! { <Redirect path=crate::routes::designer(&id, "general")/> }
}
