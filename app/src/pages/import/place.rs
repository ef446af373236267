//! The places of one entry of the ledger: in the source, and in the connector.

use leptos::prelude::*;

use super::desk::use_import_desk;
use super::ledger::{fate_of, place_of};
use super::source::around;
use crate::api::imports::LedgerLine;
use crate::components::{Button, ButtonKind, CodeBlock, Icon};
use crate::texts::common;
use crate::texts::import as t;

/// What an entry says, whole, with the text around its place in the source and what the connector has there.
#[component]
pub(super) fn PlacePanel(
    /// The entry.
    line: LedgerLine,
    /// Its message in the language of the page.
    message: String,
    /// What the definition has at its place there.
    excerpt: Option<String>,
    /// The person closed it.
    #[prop(into)]
    on_close: Callback<()>,
) -> impl IntoView {
    let place = place_of(&line);
    let in_connector = match (line.landing, excerpt) {
        (Some(pointer), Some(text)) => view! {
            <p><code>{pointer}</code></p>
            <CodeBlock text=text label=t::what_the_connector_has_there()/>
        }
        .into_any(),
        _ => view! { <p class="form-note">{t::the_connector_has_nothing_at_this_place()}</p> }
            .into_any(),
    };
    view! {
        <section class="ledger-place" aria-label=t::where_it_is()>
            <header class="ledger-place-head">
                <p><span class="badge">{fate_of(&line.fate)}</span>" "{message}</p>
                <Button kind=ButtonKind::Quiet label=common::close() on_click=move || on_close.run(())><Icon name="close"/></Button>
            </header>
            <div class="ledger-sides">
                <div>
                    <h3>{t::in_the_source()}</h3>
                    <p><code>{place}</code></p>
                    <SourceText file=line.file line=line.line column=line.column/>
                </div>
                <div>
                    <h3>{t::in_the_connector()}</h3>
                    {in_connector}
                </div>
            </div>
        </section>
    }
}

/// The lines of the source around a place.
#[component]
fn SourceText(
    /// The document that it stands in, where it is not the file itself.
    file: Option<String>,
    /// The line, counted from 1, where it is known.
    line: Option<usize>,
    /// The column, counted from 1.
    column: Option<usize>,
) -> impl IntoView {
    let desk = use_import_desk();
    if let Some(file) = file {
        let note = t::it_stands_in_another_document(&file);
        return view! { <p class="form-note">{note}</p> }.into_any();
    }
    let Some(line) = line else {
        let note = t::its_line_is_not_known_find_it();
        return view! { <p class="form-note">{note}</p> }.into_any();
    };
    let text = desk.text();
    let lines = move || {
        text.with(|text| {
            let lines = around(text.as_deref()?, line, column.unwrap_or(1));
            let rows: Vec<_> = lines
                .into_iter()
                .map(|(number, text)| {
                    let class = if number == line {
                        "source-line source-here"
                    } else {
                        "source-line"
                    };
                    let current = (number == line).then_some("location");
                    view! {
                        <span class=class aria-current=current>
                            <span class="source-number" aria-hidden="true">{number}</span>
                            <code>{text}</code>
                        </span>
                    }
                })
                .collect();
            Some(rows)
        })
    };
    view! { <pre class="source-text" tabindex="0" role="region" aria-label=t::the_source_around_this_place()>{lines}</pre> }
        .into_any()
}
