//! Whether a response is as the definition says, and the definition made to fit it.

use leptos::prelude::*;
use tenon_connector::document::Edit;
use tenon_connector::validate::{Kind, Place, Severity, Violation};

use crate::api::calls::{ResponseCheck, SchemaFit};
use crate::components::{Button, ButtonKind};
use crate::texts::{calls as t, findings};

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
        (0, _) => ("badge badge-good", t::as_the_definition_says().to_owned()),
        (count, 0) => (
            "badge badge-note",
            if count == 1 {
                t::one_note().to_owned()
            } else {
                t::notes(&count)
            },
        ),
        (_, count) => (
            "badge badge-bad",
            if count == 1 {
                t::one_error().to_owned()
            } else {
                t::errors(&count)
            },
        ),
    };
    let more = violations.more;
    let is_of_another_kind = violations.errors().any(|found| {
        matches!(&found.place, Place::Body(pointer) if pointer.is_empty())
            && found.kind == Kind::Type
    });
    let rows: Vec<_> = violations.found.into_iter().map(row).collect();
    let table = (!rows.is_empty()).then(|| {
        view! {
            <table class="check-rows">
                <thead class="visually-hidden">
                    <tr>
                        <th scope="col">{t::place()}</th>
                        <th scope="col">{t::what_is_not_as_the_definition_says()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    view! {
        <section class="call-part" aria-labelledby="call-check">
            <header>
                <h2 id="call-check">{t::against_the_definition()}</h2>
                <span class=class>{word}</span>
            </header>
            {table}
            {(more > 0).then(|| view! { <p class="form-note">{t::and_more(&more)}</p> })}
            {on_fit.map(|on_fit| view! { <Fit fit errors is_of_another_kind on_fit/> })}
        </section>
    }
}

fn row(violation: Violation) -> impl IntoView {
    let place = match violation.place {
        Place::Status => t::status().to_owned(),
        Place::ContentType => t::content_type().to_owned(),
        Place::Header(name) => t::header(&name),
        Place::Body(pointer) if pointer.is_empty() => t::body().to_owned(),
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
                <span class=class>{findings::of_kind(violation.kind)}</span>
                " "
                {findings::of_call(&violation.message)}
            </td>
        </tr>
    }
}

/// The offer to make the definition fit.
#[component]
fn Fit(
    /// What would do it.
    fit: SchemaFit,
    /// How much contradicts the definition.
    errors: usize,
    /// Whether the whole body is of another type than the definition says.
    is_of_another_kind: bool,
    /// Does it; whether it was done.
    on_fit: Callback<Vec<Edit>, bool>,
) -> impl IntoView {
    match fit {
        SchemaFit::NotNeeded => {
            let word = match errors {
                0 => t::schema_needs_no_change(),
                _ => t::no_change_of_the_schema_helps(),
            };
            view! { <p class="form-note">{word}</p> }.into_any()
        }
        SchemaFit::Impossible(reason) => {
            view! { <p class="form-note">{findings::of_call(&reason)}</p> }.into_any()
        }
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
                t::other_operations_that_refer_to_change_with(&names)
            });
            let left = (left > 0).then(|| {
                let rest = if left == 1 {
                    t::one_error_stays().to_owned()
                } else {
                    t::errors_stay(&left)
                };
                t::it_is_for_you_to_decide_what(&rest)
            });
            view! {
                <Show
                    when=move || !done.get()
                    fallback=|| view! { <p class="form-note" role="status">{t::the_schema_was_changed_to_fit_undo()}</p> }
                >
                    <div class="check-fit">
                        <Button kind=ButtonKind::Secondary on_click=mend.clone()>{t::make_the_schema_fit()}</Button>
                        <p class="form-note">
                            {is_of_another_kind.then(t::whole_body_is_of_another_kind)}
                            {t::what_is_described_stays_what_the_response()}
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
