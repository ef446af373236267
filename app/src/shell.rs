//! The page around the app: everything outside what is made interactive.

use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::app::App;
use crate::error::AppError;
use crate::language::Language;
use crate::pages::brand::Brand;
use crate::texts::common;

/// Where the browser finds what the page needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetNames {
    /// The app's JavaScript and WASM; none in a server that was built without them, whose pages can
    /// be read and whose forms can be sent.
    pub app: Option<AppNames>,
    /// The style sheet.
    pub style: String,
}

/// The files that make the page interactive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppNames {
    /// The JavaScript, which loads the WASM.
    pub script: String,
    /// The WASM.
    pub wasm: String,
    /// The script of the worker that reads large files; none where the server reads those, too.
    pub reader: Option<String>,
}

/// Applies the theme that the browser keeps, before anything is drawn.
const THEME: &str = "try{const theme=localStorage.getItem('tenon.theme');\
if(theme==='light'||theme==='dark')document.documentElement.dataset.theme=theme}catch{}";

/// The whole document.
pub fn shell(assets: AssetNames) -> impl IntoView {
    let reader = assets.app.as_ref().and_then(|app| app.reader.clone());
    let app = assets.app.map(load);
    view! {
        <!DOCTYPE html>
        <html lang=Language::current().tag() data-reader=reader>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <script nonce=use_nonce()>{THEME}</script>
                <link rel="stylesheet" href=assets.style/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                {app}
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Loads the app, and begins to while the page is still being read.
fn load(app: AppNames) -> impl IntoView {
    let start = format!(
        "import start,{{hydrate}} from '{}';await start({{module_or_path:'{}'}});hydrate();",
        app.script, app.wasm
    );
    view! {
        <link rel="modulepreload" href=app.script nonce=use_nonce()/>
        <link rel="preload" href=app.wasm r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
        <script type="module" nonce=use_nonce()>{start}</script>
    }
}

/// The page in place of one that could not be made, whole. It stands by itself: no app runs in it. The
/// nonce is for the script that applies the theme.
#[must_use]
pub fn error_page(language: Language, style: &str, nonce: &str, error: &AppError) -> String {
    Owner::new().with(|| {
        provide_context(language);
        written(style, nonce, error)
    })
}

fn written(style: &str, nonce: &str, error: &AppError) -> String {
    let title = error.kind.title();
    let id = error.request_id.clone();
    let page = view! {
        <!DOCTYPE html>
        <html lang=Language::current().tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <script nonce=nonce.to_owned()>{THEME}</script>
                <link rel="stylesheet" href=style.to_owned()/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <title>{common::page_title(title)}</title>
            </head>
            <body>
                <main class="entrance">
                    <a class="brand" href="/connectors"><Brand/></a>
                    <div class="empty-state">
                        <h1>{title}</h1>
                        <p>{error.message.clone()}</p>
                        {id.map(|id| view! { <p class="error-panel-id">{common::request_id()} <code>{id}</code></p> })}
                        <div class="empty-state-actions">
                            <a class="button button-primary" href="/connectors">{common::go_to_the_connectors()}</a>
                        </div>
                    </div>
                </main>
            </body>
        </html>
    };
    page.to_html()
}
