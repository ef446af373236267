//! Names in other letters, written in those of ASCII: operation IDs have no others.
//!
//! Latin letters lose their marks, Greek and Cyrillic ones get those that are read like them. Other scripts are left out,
//! for a letter of them says nothing by itself.

/// Letters, and what each of them is written as.
const LETTERS: [(&str, &str); 76] = [
    ("àáâãåāăąǎ", "a"),
    ("äæǽ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįıǐ", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõōŏőǒ", "o"),
    ("öøœ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûũūŭůűųǔ", "u"),
    ("ü", "ue"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("αά", "a"),
    ("β", "v"),
    ("γ", "g"),
    ("δ", "d"),
    ("εέ", "e"),
    ("ζ", "z"),
    ("ηήιίϊΐ", "i"),
    ("θ", "th"),
    ("κ", "k"),
    ("λ", "l"),
    ("μ", "m"),
    ("ν", "n"),
    ("ξ", "x"),
    ("οόωώ", "o"),
    ("π", "p"),
    ("ρ", "r"),
    ("σς", "s"),
    ("τ", "t"),
    ("υύϋΰ", "y"),
    ("φ", "f"),
    ("χ", "ch"),
    ("ψ", "ps"),
    ("а", "a"),
    ("б", "b"),
    ("в", "v"),
    ("гґ", "g"),
    ("д", "d"),
    ("еэ", "e"),
    ("ё", "yo"),
    ("є", "ye"),
    ("ж", "zh"),
    ("з", "z"),
    ("иі", "i"),
    ("ї", "yi"),
    ("йы", "y"),
    ("к", "k"),
    ("л", "l"),
    ("м", "m"),
    ("н", "n"),
    ("о", "o"),
    ("п", "p"),
    ("р", "r"),
    ("с", "s"),
    ("т", "t"),
    ("у", "u"),
    ("ф", "f"),
    ("х", "kh"),
    ("ц", "ts"),
    ("ч", "ch"),
    ("шщ", "sh"),
    ("ю", "yu"),
    ("я", "ya"),
];

/// Letters that are heard in others only.
const SILENT: &str = "ъь";

/// What a letter is written as; none where it has no such writing. What is no letter stays.
pub(super) fn in_ascii(letter: char) -> Option<String> {
    if letter.is_ascii() || !letter.is_alphabetic() {
        return Some(letter.to_string());
    }
    let small = letter.to_lowercase().next().unwrap_or(letter);
    if SILENT.contains(small) {
        return Some(String::new());
    }
    let (_, written) = LETTERS.iter().find(|(all, _)| all.contains(small))?;
    let is_capital = small != letter;
    let mut letters = written.chars();
    let first = letters.next()?;
    let first = if is_capital {
        first.to_ascii_uppercase()
    } else {
        first
    };
    Some(std::iter::once(first).chain(letters).collect())
}

/// A text with its letters in those of ASCII, and without those that have no such writing.
pub(super) fn all_in_ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let written = text
        .chars()
        .map(|letter| in_ascii(letter).unwrap_or_else(|| " ".to_owned()));
    written.collect()
}

#[cfg(test)]
mod tests {
    use super::all_in_ascii;

    #[test]
    fn letters_are_written_as_they_are_read() {
        for (text, expected) in [
            ("Größe ändern", "Groesse aendern"),
            ("Łódź, São-Paulo", "Lodz, Sao-Paulo"),
            ("Заказы и объём", "Zakazy i obyom"),
            ("Χρήστης", "Christis"),
            ("取得 a", "   a"),
        ] {
            assert_eq!(all_in_ascii(text), expected, "{text}");
        }
    }
}
