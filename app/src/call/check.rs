//! Whether a response is as the definition says, and the definition made to fit it.

use leptos::prelude::*;
use tenon_connector::document::Edit;
use tenon_connector::validate::{Place, Severity, Violation};

use crate::api::calls::{ResponseCheck, SchemaFit};
use crate::components::{Button, ButtonKind};

/// What the definition says of a response.
#[component]
pub(super) fn Check(
    /// What was found.
    check: ResponseCheck,
    /// Makes the definition fit.
    on_fit: Option<Callback<Vec<Edit>, bool>>,
) -> impl IntoView {
    let ResponseCheck { violations, fit } = check;
    let errors = violations.errors().count();
    let (class, word) = match (violations.found.len(), errors) {
        (0, _) => ("badge badge-good", "As the definition says".to_owned()),
        (count, 0) => ("badge badge-note", counted(count, "note", "notes")),
        (_, count) => ("badge badge-bad", counted(count, "error", "errors")),
    };
    let more = violations.more;
    let rows: Vec<_> = violations.found.into_iter().map(row).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="check-rows">
                <thead class="visually-hidden">
                    <tr>
                        <th scope="col">"Place"</th>
                        <th scope="col">"What is not as the definition says"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="call-part" aria-labelledby="call-check">
            <header>
                <h2 id="call-check">"Against the definition"</h2>
                <span class=class>{word}</span>
            </header>
            {table}
            {(more > 0).then(|| view! { <p class="form-note">"And " {more} " more."</p> })}
            {on_fit.map(|on_fit| view! { <Fit fit on_fit/> })}
        </section>
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{count} {word}")
}

fn row(violation: Violation) -> impl IntoView {
    let place = match violation.place {
        Place::Status => "Status".to_owned(),
        Place::ContentType => "Content type".to_owned(),
        Place::Header(name) => format!("Header {name}"),
        Place::Body(pointer) if pointer.is_empty() => "Body".to_owned(),
        Place::Body(pointer) => pointer,
    };
    let class = match violation.severity {
        Severity::Error => "badge badge-bad",
        Severity::Note => "badge badge-note",
    };
    view! {
        <tr>
            <th scope="row"><code>{place}</code></th>
            <td>
                <span class=class>{violation.kind.label()}</span>
                " "
                {violation.message}
            </td>
        </tr>
    }
}

/// The offer to make the definition fit.
#[component]
fn Fit(
    /// What would do it.
    fit: SchemaFit,
    /// Does it; whether it was done.
    on_fit: Callback<Vec<Edit>, bool>,
) -> impl IntoView {
    match fit {
        SchemaFit::NotNeeded => ().into_any(),
        SchemaFit::Impossible(reason) => view! { <p class="form-note">{reason}</p> }.into_any(),
        SchemaFit::Edits {
            edits,
            shared,
            left,
        } => {
            let done = RwSignal::new(false);
            let mend = move || {
                if on_fit.run(edits.clone()) {
                    done.set(true);
                }
            };
            let shared = (!shared.is_empty()).then(|| {
                let names = shared.join(", ");
                format!("Other operations that refer to {names} change with it.")
            });
            let left = (left > 0).then(|| {
                let rest = counted(left, "error stays", "errors stay");
                format!("{rest}: it is for you to decide what the definition says there.")
            });
            view! {
                <Show
                    when=move || !done.get()
                    fallback=|| view! { <p class="form-note" role="status">"The schema was changed to fit. Undo takes it back."</p> }
                >
                    <div class="check-fit">
                        <Button kind=ButtonKind::Secondary on_click=mend.clone()>"Make the schema fit"</Button>
                        <p class="form-note">
                            "What is described stays; what the response shows is added. "
                            {shared.clone()}
                            " "
                            {left.clone()}
                        </p>
                    </div>
                </Show>
            }
            .into_any()
        }
    }
}
