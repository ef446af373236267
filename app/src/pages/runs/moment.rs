//! Moments as an address and a field for date and time write them (RFC 3339, to the minute).

use js_sys::Date;
use wasm_bindgen::JsValue;

const MINUTE: i64 = 60 * 1000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The moment of a text such as `2026-11-30T03:20Z` in milliseconds since 1970, UTC; none for another text. A text without
/// `Z` is taken for UTC, too: the server does not know another zone.
pub(super) fn read(text: &str) -> Option<i64> {
    let text = text.strip_suffix('Z').unwrap_or(text);
    let (date, clock) = text.split_once('T')?;
    let mut date = date.splitn(3, '-');
    let (year, month, day) = (
        number(date.next()?, 4, 1970..=9999)?,
        number(date.next()?, 2, 1..=12)?,
        number(date.next()?, 2, 1..=31)?,
    );
    let mut clock = clock.splitn(3, ':');
    let (hour, minute) = (
        number(clock.next()?, 2, 0..=23)?,
        number(clock.next()?, 2, 0..=59)?,
    );
    let days = days_before(year, month, day);
    Some(days * DAY + (hour * 60 + minute) * MINUTE)
}

/// A moment as [`read`] reads it, in UTC.
pub(super) fn written(moment: i64) -> String {
    format!("{}Z", in_field(moment))
}

/// The same as a field for date and time takes it, in UTC.
pub(super) fn in_field(moment: i64) -> String {
    let day = moment.div_euclid(DAY);
    let minutes = moment.rem_euclid(DAY) / MINUTE;
    // The year of the day lies so near that few are tried.
    let mut year = 1970 + day.div_euclid(366);
    while days_before(year + 1, 1, 1) <= day {
        year += 1;
    }
    let mut month = 1;
    while month < 12 && days_before(year, month + 1, 1) <= day {
        month += 1;
    }
    let of_month = day - days_before(year, month, 1) + 1;
    let (hour, minute) = (minutes / 60, minutes % 60);
    format!("{year:04}-{month:02}-{of_month:02}T{hour:02}:{minute:02}")
}

/// The moment that a field holds, in the zone of the reader. In the browser alone.
pub(super) fn of_reader(field: &str) -> Option<i64> {
    read(field)?;
    let date = Date::new(&JsValue::from_str(field));
    read(&date.to_iso_string().as_string()?)
}

/// A moment as a field holds it, in the zone of the reader. In the browser alone.
pub(super) fn for_reader(moment: i64) -> String {
    let date = Date::new(&JsValue::from_str(&written(moment)));
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

fn number(text: &str, digits: usize, range: std::ops::RangeInclusive<i64>) -> Option<i64> {
    let is_plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_plain.then(|| text.parse().ok()).flatten()?;
    range.contains(&number).then_some(number)
}

/// The days from 1970 to a date.
fn days_before(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin with March, so that the odd day of a leap year is the last of its year.
    let year = if month <= 2 { year - 1 } else { year };
    let from_march = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (153 * from_march + 2) / 5 + day - 1 - 719_468
}

#[cfg(test)]
mod tests {
    use super::{in_field, read, written};

    #[test]
    fn a_moment_is_read_as_it_was_written() {
        for (text, moment) in [
            ("1970-01-01T00:00Z", 0),
            ("2000-02-29T12:15Z", 951_826_500_000),
            ("2000-12-31T23:59Z", 978_307_140_000),
            ("2024-12-31T23:59Z", 1_735_689_540_000),
            ("2026-03-01T00:00Z", 1_772_323_200_000),
        ] {
            assert_eq!(read(text), Some(moment), "{text}");
            assert_eq!(written(moment), text);
            assert_eq!(read(&in_field(moment)), Some(moment));
        }
        assert_eq!(read("2024-12-31T23:59:30.123Z"), Some(1_735_689_540_000));
        for text in [
            "",
            "2024-12-31",
            "2024-13-01T00:00Z",
            "2024-1-01T00:00Z",
            "+024-01-01T00:00",
            "2024-01-01T24:00",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
