//! The app: its addresses and what is shown at each.

use leptos::prelude::*;
use leptos_meta::{Title, provide_meta_context};
use leptos_router::components::{ParentRoute, Redirect, Route, Router, Routes};
use leptos_router::hooks::use_params_map;
use leptos_router::{Lazy, LazyRoute, SsrMode, lazy_route, path};

use crate::components::{ToastRegion, provide_keyboard, provide_toasts};
use crate::designer::Designer;
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
                <Route path=path!("/setup") view=SetUpPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/styleguide") view={Lazy::<StyleguideRoute>::new()} ssr=SsrMode::Async/>
                <ParentRoute path=path!("") view=Frame ssr=SsrMode::Async>
                    <Route path=path!("") view=|| view! { <Redirect path="/connectors"/> } ssr=SsrMode::Async/>
                    <Route path=path!("connectors") view=ConnectorsPage ssr=SsrMode::Async/>
                    <Route path=path!("connectors/new") view={Lazy::<NewConnectorRoute>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("connectors/:id") view=FirstStep ssr=SsrMode::Async/>
                    <Route path=path!("connectors/:id/update") view={Lazy::<UpdateRoute>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("connectors/:id/:step") view={Lazy::<DesignerRoute>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("connections") view={Lazy::<ConnectionsRoute>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("runs") view={Lazy::<RunsRoute>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("runs/:id") view={Lazy::<RunRoute>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("account") view=AccountPage ssr=SsrMode::Async/>
                </ParentRoute>
            </Routes>
            <ToastRegion/>
        </Router>
    }
}

/// The designer, whose code the browser loads when it is first opened: most visits begin elsewhere.
struct DesignerRoute;

#[lazy_route]
impl LazyRoute for DesignerRoute {
    fn data() -> Self {
        Self
    }

    fn view(_route: Self) -> AnyView {
        view! { <Designer/> }.into_any()
    }
}

/// The ways to a new connector, with the preview of an import.
struct NewConnectorRoute;

#[lazy_route]
impl LazyRoute for NewConnectorRoute {
    fn data() -> Self {
        Self
    }

    fn view(_route: Self) -> AnyView {
        view! { <NewConnectorPage/> }.into_any()
    }
}

/// A new source for a connector, merged with what was made of it here.
struct UpdateRoute;

#[lazy_route]
impl LazyRoute for UpdateRoute {
    fn data() -> Self {
        Self
    }

    fn view(_route: Self) -> AnyView {
        view! { <UpdatePage/> }.into_any()
    }
}

/// The list of connections.
struct ConnectionsRoute;

#[lazy_route]
impl LazyRoute for ConnectionsRoute {
    fn data() -> Self {
        Self
    }

    fn view(_route: Self) -> AnyView {
        view! { <ConnectionsPage/> }.into_any()
    }
}

/// The list of runs.
struct RunsRoute;

#[lazy_route]
impl LazyRoute for RunsRoute {
    fn data() -> Self {
        Self
    }

    fn view(_route: Self) -> AnyView {
        view! { <RunsPage/> }.into_any()
    }
}

/// One run.
struct RunRoute;

#[lazy_route]
impl LazyRoute for RunRoute {
    fn data() -> Self {
        Self
    }

    fn view(_route: Self) -> AnyView {
        view! { <RunPage/> }.into_any()
    }
}

/// The components in all their states, for those who work on Tenon.
struct StyleguideRoute;

#[lazy_route]
impl LazyRoute for StyleguideRoute {
    fn data() -> Self {
        Self
    }

    fn view(_route: Self) -> AnyView {
        view! { <StyleguidePage/> }.into_any()
    }
}

/// A connector without a step: its first.
#[component]
fn FirstStep() -> impl IntoView {
    let id = use_params_map()
        .read_untracked()
        .get("id")
        .unwrap_or_default();
    view! { <Redirect path=crate::routes::designer(&id, "general")/> }
}
