//! The button of the head bar that opens the panel and counts the problems.

use leptos::prelude::*;

use super::found::{Counts, use_problems};
use crate::components::Icon;
use crate::palette::Command;
use crate::texts::{common, problems as t};

/// The button.
#[component]
pub(in crate::designer) fn ProblemsToggle() -> impl IntoView {
    let problems = use_problems();
    let counts = problems.counts();
    let name = move || match counts.get() {
        None => common::problems().to_owned(),
        Some(counts) => t::problems_counted(&counts.in_words()),
    };
    let figure = |class: &'static str, icon: &'static str, count: usize| {
        (count > 0).then(|| {
            view! { <span class=class><Icon name=icon/>{figure_of(count)}</span> }
        })
    };
    view! {
        <button
            type="button"
            class="button button-quiet problems-toggle"
            aria-label=name
            title=name
            aria-expanded=move || problems.open.get().to_string()
            aria-keyshortcuts=Command::Problems.told()
            on:click=move |_| problems.toggle()
        >
            <span class="designer-word">{common::problems()}</span>
            <span class="problems-figures">{move || match counts.get() {
                None => None,
                Some(Counts { errors: 0, warnings: 0 }) => {
                    Some(view! { <span class="problem-none"><Icon name="check"/></span> }.into_any())
                }
                Some(Counts { errors, warnings }) => Some(
                    view! {
                        {figure("problem-error", "alert", errors)}
                        {figure("problem-warning", "info", warnings)}
                    }
                        .into_any(),
                ),
            }}</span>
        </button>
    }
}

/// A count as there is room for; the button's name has it in full.
fn figure_of(count: usize) -> String {
    const MOST: usize = 99;
    if count > MOST {
        format!("{MOST}+")
    } else {
        count.to_string()
    }
}

impl Counts {
    /// The counts in words.
    pub(super) fn in_words(self) -> String {
        let errors = match self.errors {
            0 => None,
            1 => Some(t::one_error().to_owned()),
            count => Some(t::errors_counted(&count)),
        };
        let warnings = match self.warnings {
            0 => None,
            1 => Some(t::one_warning().to_owned()),
            count => Some(t::warnings_counted(&count)),
        };
        let words: Vec<_> = [errors, warnings].into_iter().flatten().collect();
        if words.is_empty() {
            t::none().to_owned()
        } else {
            words.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, figure_of};

    #[test]
    fn a_figure_has_two_digits_at_most() {
        assert_eq!(
            [0, 99, 100, 1_000].map(figure_of),
            ["0", "99", "99+", "99+"]
        );
    }

    #[test]
    fn problems_are_counted_in_words() {
        let words = |errors, warnings| Counts { errors, warnings }.in_words();
        assert_eq!(words(0, 0), "none");
        assert_eq!(words(1, 0), "1 error");
        assert_eq!(words(2, 1), "2 errors, 1 warning");
    }
}
