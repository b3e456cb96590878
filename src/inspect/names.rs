//! What a column's name and type say about what it holds.
//!
//! Knows words and types; it knows no values, and of a table only whether a row of it is about people.

use std::sync::LazyLock;

use super::sort::Sort;
use super::vocabulary::{AFTER, AFTER_SECRETS, BEFORE, Capacity, ENDINGS, QUALIFIERS, TERMS, Term, Weight};
use crate::port::{Column, ColumnKind};

/// How close the rows of a table are to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Closeness {
    /// Lists and settings, as far as the names say.
    Apart,
    /// Its rows are linked to people.
    Linked,
    /// A row is a person, or somebody's particulars.
    Person,
}

/// The words of a name in lower case, accents folded: `billing_firstName2` is `billing`, `first`, `name2`.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = name.chars().collect();
    for (index, &letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(index + 1);
        let begins = letter.is_uppercase()
            && (before.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit())
                || before.is_some_and(|c| c.is_uppercase()) && after.is_some_and(|c| c.is_lowercase()));
        if begins || !letter.is_alphanumeric() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase().flat_map(folded));
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// A letter without its accent, as far as the languages of the vocabulary need it.
fn folded(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' | 'ą' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'ę' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'ñ' | 'ń' => "n",
        'ç' | 'ć' => "c",
        'ł' => "l",
        'ś' => "s",
        'ż' | 'ź' => "z",
        'ß' => "ss",
        _ => "",
    };
    let kept = plain.is_empty().then_some(letter);
    plain.chars().chain(kept)
}

/// Whether a word is the one that is looked for, or its plural, or either with a number behind it.
pub(crate) fn is_form_of(word: &str, wanted: &str) -> bool {
    let Some(rest) = word.strip_prefix(wanted) else {
        // `categories`, `addresses`: an ending that changes the word itself.
        return wanted.strip_suffix('y').is_some_and(|stem| word.strip_suffix("ies") == Some(stem));
    };
    let rest = rest.strip_prefix("es").or_else(|| rest.strip_prefix('s')).unwrap_or(rest);
    rest.is_empty() || rest.chars().all(|c| c.is_ascii_digit())
}

/// Whether a word is one of a list, in any of its forms.
pub(crate) fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|wanted| is_form_of(word, wanted))
}

/// What the name and type of a column say about what it holds, in a table that is so close to people.
pub(crate) fn by_name(column: &Column, closeness: Closeness) -> Option<Sort> {
    sort_of(&words_of(&column.name), &column.kind, closeness)
}

/// A pattern of the vocabulary, taken apart once.
struct Pattern {
    words: Vec<&'static str>,
    joined: String,
    term: &'static Term,
}

/// Every pattern, the longest first, so that the first one found decides.
static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let taken_apart = |term: &'static Term| {
        term.patterns.iter().map(move |pattern| {
            let words: Vec<&str> = pattern.split(' ').collect();
            Pattern { joined: words.concat(), words, term }
        })
    };
    let mut patterns: Vec<Pattern> = TERMS.iter().flat_map(taken_apart).collect();
    patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.words.len()));
    patterns
});

/// What a name says of a value of that kind.
pub(crate) fn sort_of(words: &[String], kind: &ColumnKind, closeness: Closeness) -> Option<Sort> {
    PATTERNS
        .iter()
        .filter(|pattern| counts(pattern.term.weight, closeness) && fits(pattern.term.capacity, kind))
        .find(|pattern| says(words, pattern))
        .map(|pattern| pattern.term.sort)
}

fn counts(weight: Weight, closeness: Closeness) -> bool {
    match weight {
        Weight::Strong => true,
        Weight::NearPeople => closeness >= Closeness::Linked,
        Weight::OfPeople => closeness == Closeness::Person,
    }
}

/// Whether the words have the pattern in them, and nothing around it that makes it something else.
fn says(words: &[String], pattern: &Pattern) -> bool {
    let Pattern { words: wanted, joined, term } = pattern;
    let found = |start: usize| {
        let apart = words
            .get(start..start + wanted.len())
            .is_some_and(|words| words.iter().zip(wanted).all(|(word, wanted)| is_form_of(word, wanted)));
        if apart {
            return Some(wanted.len());
        }
        // `firstname` and `ipaddress` are written as one word as often as not.
        let is_joined = wanted.len() > 1 && words.get(start).is_some_and(|word| is_form_of(word, joined));
        is_joined.then_some(1)
    };
    (0..words.len()).any(|start| {
        found(start).is_some_and(|length| {
            let before = words.get(..start).unwrap_or_default();
            let after = words.get(start + length..).unwrap_or_default();
            let is_secret = matches!(term.sort, Sort::Secret | Sort::Device);
            let is_harmless = |word: &String| is_secret && is_one_of(word, AFTER_SECRETS);
            !before.iter().any(|word| is_one_of(word, BEFORE))
                && !after.iter().any(|word| is_one_of(word, AFTER) && !is_harmless(word))
                && (term.weight == Weight::Strong || stands_alone(before, after))
        })
    })
}

/// Whether a word that says little by itself is the point of the name: `note` in `internal_note`, and not `name` in
/// `file_name`, where another thing has the name.
fn stands_alone(before: &[String], after: &[String]) -> bool {
    before.iter().all(|word| is_one_of(word, QUALIFIERS)) && after.iter().all(|word| is_one_of(word, ENDINGS))
}

/// Whether a column of that kind can hold what a word means. A boolean is no e-mail address.
fn fits(capacity: Capacity, kind: &ColumnKind) -> bool {
    /// Room for the shortest address or number; flags and codes have less.
    const MIN_TEXT: u32 = 5;
    /// Room for a sentence.
    const MIN_PROSE: u32 = 64;
    let has_room = |least: u32| match kind {
        ColumnKind::Text { limit } => limit.is_none_or(|limit| limit >= least),
        ColumnKind::Other | ColumnKind::Json | ColumnKind::Bytes => true,
        _ => false,
    };
    let is_number = matches!(kind, ColumnKind::Integer | ColumnKind::Real);
    match capacity {
        Capacity::Text => has_room(MIN_TEXT),
        Capacity::ShortText => has_room(1) || matches!(kind, ColumnKind::Choice { .. } | ColumnKind::Integer),
        Capacity::TextOrNumber => has_room(MIN_TEXT) || is_number,
        Capacity::Id => has_room(MIN_TEXT) || is_number || *kind == ColumnKind::Uuid,
        Capacity::Day => has_room(MIN_TEXT) || is_number || *kind == ColumnKind::Time,
        Capacity::Coordinate => has_room(MIN_TEXT) || *kind == ColumnKind::Real,
        Capacity::Prose => has_room(MIN_PROSE),
        Capacity::Bag => {
            *kind == ColumnKind::Json || matches!(kind, ColumnKind::Text { limit: None } | ColumnKind::Bytes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: ColumnKind = ColumnKind::Text { limit: None };

    fn sort(name: &str, kind: ColumnKind, closeness: Closeness) -> Option<Sort> {
        by_name(&Column { name: name.to_owned(), kind, ..Column::default() }, closeness)
    }

    #[test]
    fn a_name_is_read_as_its_words() {
        for (name, words) in [
            ("billing_firstName2", vec!["billing", "first", "name2"]),
            ("IPAddress", vec!["ip", "address"]),
            ("E-Mail", vec!["e", "mail"]),
            ("Straße", vec!["strasse"]),
            ("téléphone", vec!["telephone"]),
            ("__x", vec!["x"]),
            ("", vec![]),
        ] {
            assert_eq!(words_of(name), words, "{name}");
        }
    }

    #[test]
    fn strong_words_count_in_every_table() {
        for (name, wanted) in [
            ("email", Sort::Email),
            ("EMAIL_ADDRESSES", Sort::Email),
            ("contactEmail1", Sort::Email),
            ("e_mail", Sort::Email),
            ("phone_number", Sort::Phone),
            ("mobile", Sort::Phone),
            ("fax2", Sort::Phone),
            ("wa_id", Sort::WaId),
            ("bsuid", Sort::Bsuid),
            ("igsid", Sort::ScopedId),
            ("firstname", Sort::Name),
            ("billing_last_name", Sort::Name),
            ("apellidos", Sort::Name),
            ("Nachname", Sort::Name),
            ("prénom", Sort::Name),
            ("username", Sort::Login),
            ("shipping_address", Sort::Address),
            ("Strasse", Sort::Address),
            ("current_sign_in_ip", Sort::IpAddress),
            ("remote_addr", Sort::IpAddress),
            ("user_agent", Sort::Device),
            ("reset_password_token", Sort::Secret),
            ("encrypted_password", Sort::Secret),
            ("access_token_key", Sort::Secret),
            ("wamid", Sort::MessageId),
            ("passport_number", Sort::OfficialId),
            ("iban", Sort::Payment),
        ] {
            assert_eq!(sort(name, TEXT, Closeness::Apart), Some(wanted), "{name}");
        }
        assert_eq!(sort("date_of_birth", ColumnKind::Time, Closeness::Apart), Some(Sort::Birth));
        assert_eq!(sort("phone", ColumnKind::Integer, Closeness::Apart), Some(Sort::Phone));
    }

    #[test]
    fn what_only_sounds_personal_is_left_alone() {
        for name in [
            "address_id",
            "ip_pool",
            "token_count",
            "max_tokens",
            "email_enabled",
            "is_email",
            "email_template_id",
            "phone_number_id",
            "password_changed_at",
            "token_expires_at",
            "phone_country_code",
            "email_verified_at",
            "mail_server",
            "email_domain",
            "description",
            "name",
            "file_name",
            "zip",
            "city",
            "ship",
            "recipe",
            "microphone_test",
            "dobson",
        ] {
            assert_eq!(sort(name, TEXT, Closeness::Apart), None, "{name}");
        }
        for kind in [ColumnKind::Boolean, ColumnKind::Time, ColumnKind::Text { limit: Some(1) }] {
            assert_eq!(sort("email", kind, Closeness::Person), None);
        }
        assert_eq!(sort("token", ColumnKind::Integer, Closeness::Person), None);
    }

    #[test]
    fn weak_words_count_near_people() {
        use Closeness::{Apart, Linked, Person};
        for (name, closeness, wanted) in [
            ("name", Person, Some(Sort::Name)),
            ("name", Linked, None),
            ("class_name", Person, None),
            ("file_name", Linked, Some(Sort::FreeText)),
            ("body", Linked, Some(Sort::FreeText)),
            ("internal_note", Linked, Some(Sort::FreeText)),
            ("body", Apart, None),
            ("address1", Linked, Some(Sort::Address)),
            ("city", Person, Some(Sort::Address)),
            ("city", Linked, None),
            ("avatar_url", Linked, Some(Sort::Picture)),
        ] {
            assert_eq!(sort(name, TEXT, closeness), wanted, "{name} {closeness:?}");
        }
        assert_eq!(sort("subject", ColumnKind::Text { limit: Some(20) }, Linked), None);
        assert_eq!(sort("payload", ColumnKind::Json, Linked), Some(Sort::Attributes));
    }
}
