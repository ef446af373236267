//! The formats that texts are seen to have.

/// A format of a text (OpenAPI 2.0, data types; JSON Schema, `format`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextFormat {
    /// A day and a time, RFC 3339.
    DateTime,
    /// A day, RFC 3339.
    Date,
    /// A UUID, RFC 9562.
    Uuid,
    /// An address with a scheme, RFC 3986.
    Uri,
    /// An address of e-mail, RFC 5321.
    Email,
}

impl TextFormat {
    /// The format of a text; none where it has none of these.
    pub(crate) fn of(text: &str) -> Option<Self> {
        match text {
            text if is_date_time(text) => Some(Self::DateTime),
            text if is_date(text) => Some(Self::Date),
            text if is_uuid(text) => Some(Self::Uuid),
            text if is_uri(text) => Some(Self::Uri),
            text if is_email(text) => Some(Self::Email),
            _ => None,
        }
    }

    /// The word for `format`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::DateTime => "date-time",
            Self::Date => "date",
            Self::Uuid => "uuid",
            Self::Uri => "uri",
            Self::Email => "email",
        }
    }
}

/// The number that these digits of a text spell; none where one is no digit.
fn number(text: &str, from: usize, to: usize) -> Option<u32> {
    let digits = text.get(from..to)?;
    let all = digits.bytes().all(|byte| byte.is_ascii_digit());
    if all { digits.parse().ok() } else { None }
}

fn is_date(text: &str) -> bool {
    let parts = (number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    let (Some(year), Some(month), Some(day)) = parts else {
        return false;
    };
    let is_separated = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    text.len() == 10 && is_separated && (1..=12).contains(&month) && (1..=days).contains(&day)
}

fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else {
        return false;
    };
    let clock = [
        number(time, 0, 2).filter(|hour| *hour < 24),
        number(time, 3, 5).filter(|minute| *minute < 60),
        number(time, 6, 8).filter(|second| *second <= 60),
    ];
    let is_separated = time.get(2..3) == Some(":") && time.get(5..6) == Some(":");
    let rest = time.get(8..).unwrap_or_default();
    let zone = match rest.strip_prefix('.') {
        Some(fraction) => {
            let zone = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if zone.len() == fraction.len() {
                return false;
            }
            zone
        }
        None => rest,
    };
    is_date(date) && is_separated && clock.iter().all(Option::is_some) && is_zone(zone)
}

/// `Z`, `+01:00`.
fn is_zone(text: &str) -> bool {
    let is_offset = text.len() == 6
        && text.starts_with(['+', '-'])
        && text.get(3..4) == Some(":")
        && number(text, 1, 3).is_some_and(|hours| hours < 24)
        && number(text, 4, 6).is_some_and(|minutes| minutes < 60);
    is_offset || text.eq_ignore_ascii_case("z")
}

/// Whether a text is a UUID.
pub(crate) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let lengths = groups.iter().map(|group| group.len());
    let is_hex = |group: &&str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    lengths.eq([8, 4, 4, 4, 12]) && groups.iter().all(is_hex)
}

fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let in_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let in_address = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(in_scheme)
        && !rest.is_empty()
        && rest.chars().all(in_address)
}

fn is_email(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else {
        return false;
    };
    let in_user = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c);
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    !user.is_empty()
        && user.len() <= 64
        && !user.starts_with('.')
        && !user.ends_with('.')
        && !user.contains("..")
        && user.chars().all(in_user)
        && host.contains('.')
        && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::TextFormat;

    #[test]
    fn texts_have_a_format_where_they_look_like_it() {
        for (text, expected) in [
            ("2024-02-29T12:30:00Z", Some("date-time")),
            ("2024-02-29t12:30:60.125+05:30", Some("date-time")),
            ("2024-02-29T12:30:00", None),
            ("2024-02-29T12:30:00.Z", None),
            ("2024-02-29T24:30:00Z", None),
            ("2024-02-29", Some("date")),
            ("2023-02-29", None),
            ("2024-13-01", None),
            ("24-1-1", None),
            ("é024-01-01", None),
            ("6f9619ff-8b86-d011-b42d-00c04fc964ff", Some("uuid")),
            ("6f9619ff8b86d011b42d00c04fc964ff", None),
            ("https://example.com/a?b=c", Some("uri")),
            ("https://example.com/a b", None),
            ("://example.com", None),
            ("mailto:ann@example.com", None),
            ("ann.lee+x@example.com", Some("email")),
            ("ann..lee@example.com", None),
            ("ann@localhost", None),
            ("ann@-a.example", None),
            ("", None),
        ] {
            let found = TextFormat::of(text).map(TextFormat::word);
            assert_eq!(found, expected, "{text}");
        }
    }
}
