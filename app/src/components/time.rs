//! A moment, in the reader's zone.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::language::{Language, reading_tag};

/// A moment. The server writes it in UTC, the browser then in the reader's zone and manner; the exact
/// time in UTC shows on hover.
#[component]
pub fn Time(
    /// Milliseconds since 1970, UTC.
    at: i64,
) -> impl IntoView {
    let moment = Utc::of(at);
    let exact = moment.exact();
    let text = RwSignal::new(moment.short(Language::current()));
    let machine = moment.machine();
    let written = machine.clone();
    Effect::new(move |_| {
        if let Some(local) = local(&written) {
            text.set(local);
        }
    });
    view! { <time class="time" datetime=machine title=exact>{move || text.get()}</time> }
}

/// The moment as the reader's browser writes it, in the language of the page.
fn local(moment: &str) -> Option<String> {
    let language = reading_tag();
    let date = js_sys::Date::new(&JsValue::from_str(moment));
    let options = js_sys::Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        js_sys::Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    date.to_locale_string(&language, &options).as_string()
}

/// A moment taken apart, in UTC.
struct Utc {
    year: i64,
    month: usize,
    day: i64,
    seconds: i64,
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
];

const GERMAN_MONTHS: [&str; 12] = [
    "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
];

impl Utc {
    fn of(milliseconds: i64) -> Self {
        let seconds = milliseconds.div_euclid(1000);
        // Counted from 1 March of year 0, so that the odd day of a leap year is the last of its year,
        // in eras of 400 years, which all have the same number of days.
        let days = seconds.div_euclid(86_400) + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = (month_from_march + 2) % 12;
        Self {
            year: era * 400 + year_of_era + i64::from(month < 2),
            month: usize::try_from(month).unwrap_or_default(),
            day: day_of_year - (153 * month_from_march + 2) / 5 + 1,
            seconds: seconds.rem_euclid(86_400),
        }
    }

    fn clock(&self) -> String {
        format!("{:02}:{:02}", self.seconds / 3_600, self.seconds / 60 % 60)
    }

    fn short(&self, language: Language) -> String {
        let (months, dot) = match language {
            Language::English => (MONTHS, ""),
            Language::German => (GERMAN_MONTHS, "."),
        };
        let month = months.get(self.month).copied().unwrap_or_default();
        let (day, year, clock) = (self.day, self.year, self.clock());
        format!("{day}{dot} {month} {year}, {clock}")
    }

    fn exact(&self) -> String {
        format!(
            "{}-{:02}-{:02} {}:{:02} UTC",
            self.year,
            self.month + 1,
            self.day,
            self.clock(),
            self.seconds % 60
        )
    }

    fn machine(&self) -> String {
        format!(
            "{}-{:02}-{:02}T{}:{:02}Z",
            self.year,
            self.month + 1,
            self.day,
            self.clock(),
            self.seconds % 60
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Utc};

    #[test]
    fn a_moment_is_written_in_utc() {
        assert_eq!(Utc::of(0).machine(), "1970-01-01T00:00:00Z");
        assert_eq!(Utc::of(951_826_500_999).exact(), "2000-02-29 12:15:00 UTC");
        assert_eq!(
            Utc::of(1_735_689_599_000).short(Language::English),
            "31 Dec 2024, 23:59"
        );
        assert_eq!(
            Utc::of(1_735_689_599_000).short(Language::German),
            "31. Dez. 2024, 23:59"
        );
        assert_eq!(Utc::of(-1_000).machine(), "1969-12-31T23:59:59Z");
    }
}
