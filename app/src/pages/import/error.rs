//! Why a file was not imported.

use leptos::prelude::*;

use super::desk::use_import_desk;
use crate::components::ErrorPanel;
use crate::texts::import as t;

/// What was wrong with the last file; the page stays as it is.
#[component]
pub(crate) fn ImportError() -> impl IntoView {
    let desk = use_import_desk();
    move || {
        let error = desk.error.get()?;
        Some(
            view! { <ErrorPanel error title=t::the_file_was_not_imported() file=desk.source.get()/> },
        )
    }
}
