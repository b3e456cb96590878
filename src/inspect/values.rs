//! What a single value looks like. Knows spellings; it repeats no value and remembers none.

use std::net::IpAddr;

use super::sort::Sort;
use crate::identifier::Identifier;

/// Longer texts are nobody's address, number or token.
const MAX_VALUE: usize = 4_096;
/// A shorter text is no token, whatever it is made of.
const MIN_TOKEN: usize = 24;
/// How much of a long text is searched for an address.
const MAX_SEARCHED: usize = 10_000;

/// What a whole value looks like, if it looks personal at all.
pub(super) fn sort_of(text: &str) -> Option<Sort> {
    let text = text.trim();
    if text.len() < 4 || text.len() > MAX_VALUE {
        return None;
    }
    if text.starts_with("wamid.") {
        Some(Sort::MessageId)
    } else if is_whatsapp_address(text) {
        Some(Sort::WaId)
    } else if is_email(text) {
        Some(Sort::Email)
    } else if is_bsuid(text) {
        Some(Sort::Bsuid)
    } else if text.parse::<IpAddr>().is_ok() {
        Some(Sort::IpAddress)
    } else if is_phone(text) {
        Some(Sort::Phone)
    } else if is_token(text) {
        Some(Sort::Secret)
    } else {
        None
    }
}

/// What stands somewhere in a longer text.
pub(super) fn sort_inside(text: &str) -> Option<Sort> {
    let shown: String = text.chars().take(MAX_SEARCHED).collect();
    let parts = shown.split(|c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | ',' | ';' | '(' | ')' | '[' | ']')
    });
    let mut parts = parts.map(|part| part.trim_matches(|c: char| matches!(c, '.' | ':' | '!' | '?')));
    parts.find_map(|part| {
        let part = part.strip_prefix("mailto:").unwrap_or(part);
        if is_email(part) {
            Some(Sort::Email)
        } else if part.starts_with("wamid.") {
            Some(Sort::MessageId)
        } else if part.starts_with('+') && is_phone(part) {
            Some(Sort::Phone)
        } else {
            None
        }
    })
}

fn is_email(text: &str) -> bool {
    let has_domain = text.rsplit_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && !local.contains(['/', ':']) && domain.contains('.') && !domain.ends_with('.')
    });
    has_domain && !text.contains(char::is_whitespace) && Identifier::email(text).is_ok()
}

/// A country's two capitals, a dot and a long id; shorter ones are versions and abbreviations.
fn is_bsuid(text: &str) -> bool {
    const MIN_BSUID: usize = 13;
    text.len() >= MIN_BSUID && text.chars().any(|c| c.is_ascii_digit()) && Identifier::bsuid(text).is_ok()
}

fn is_whatsapp_address(text: &str) -> bool {
    (text.ends_with("@s.whatsapp.net") || text.ends_with("@c.us") || text.starts_with("whatsapp:"))
        && Identifier::wa_id(text).is_ok()
}

/// A number that some country's numbering plan has. Digits alone could be an id or an instant as well, and count only
/// with the country's code and as many digits as a number has.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_spelled =
        text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '(' | ')' | '/'));
    if !is_spelled || !(8..=15).contains(&digits) || is_date(text) {
        return false;
    }
    if text.starts_with('+') || text.starts_with("00") {
        return Identifier::phone(text, None).is_ok();
    }
    let has_separators = digits < text.len();
    let is_grouped = has_separators && text.matches('.').count() != 1 && text.len() <= 24;
    // Thirteen digits that begin with 1 are milliseconds of our days, and no number of North America's.
    let is_instant = digits == 13 && text.starts_with('1');
    let has_country = (11..=13).contains(&digits) && !is_instant;
    is_grouped && digits >= 10 || has_country && Identifier::phone(&format!("+{text}"), None).is_ok()
}

/// `2026-11-22`, `22.11.2026`, `2026-11-22 10:00` and the like are written with the same signs as numbers.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '.', '/', ' ']).collect();
    let is_year = |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    parts.len() >= 3 && (parts.first().is_some_and(is_year) || parts.get(2).is_some_and(is_year))
}

/// A long text of letters and digits without words or an inner order: a key, a JSON web token, a hash of a password.
fn is_token(text: &str) -> bool {
    let is_password_hash = ["$2a$", "$2b$", "$2y$", "$argon2", "$pbkdf2", "$scrypt", "{SHA", "pbkdf2_"]
        .iter()
        .any(|beginning| text.starts_with(beginning));
    if is_password_hash {
        return true;
    }
    let is_made_so = text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '+' | '/' | '=' | '|'));
    if text.len() < MIN_TOKEN || !is_made_so || is_uuid(text) {
        return false;
    }
    let is_web_token = text.starts_with("eyJ") && text.matches('.').count() == 2;
    let kinds = [char::is_ascii_uppercase, char::is_ascii_lowercase, |c: &char| c.is_ascii_digit()]
        .iter()
        .filter(|is_kind| text.chars().filter(|c| is_kind(c)).count() >= 3)
        .count();
    let is_hexadecimal = text.len() >= 32
        && text.chars().all(|c| c.is_ascii_hexdigit())
        && !text.chars().all(|c| c.is_ascii_digit());
    is_web_token || kinds == 3 && !text.contains('/') || is_hexadecimal
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text
            .chars()
            .enumerate()
            .all(|(at, c)| if matches!(at, 8 | 13 | 18 | 23) { c == '-' } else { c.is_ascii_hexdigit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_recognised_by_their_spelling() {
        for (text, wanted) in [
            ("ana@example.com", Sort::Email),
            (" Ana.Lopez+crm@mail.example.co.uk ", Sort::Email),
            ("+91 98765 43210", Sort::Phone),
            ("919876543210", Sort::Phone),
            ("(415) 555-0123", Sort::Phone),
            ("919876543210@s.whatsapp.net", Sort::WaId),
            ("IN.1349120865530274", Sort::Bsuid),
            ("203.0.113.7", Sort::IpAddress),
            ("2001:db8::1", Sort::IpAddress),
            ("wamid.HBgMOTE5ODc2NTQzMjEwFQIAEhgg", Sort::MessageId),
            ("EAAGm0PX4ZCpsBAKZCvT5sYt9wXZB2Qk7", Sort::Secret),
            ("$2b$12$abcdefghijklmnopqrstuv", Sort::Secret),
            ("9f86d081884c7d659a2feaa0c55ad015", Sort::Secret),
        ] {
            assert_eq!(sort_of(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_only_resembles_them_is_left_alone() {
        for text in [
            "",
            "ana",
            "a@b",
            "2026-11-22",
            "2026-11-22 10:00",
            "22.11.2026",
            "1763769600",
            "1763769600123",
            "12345678",
            "3.14159265",
            "550e8400-e29b-41d4-a716-446655440000",
            "PENDING_CONFIRMATION_BY_CUSTOMER",
            "a/long/path/to/some/file/of/ours",
            "the quick brown fox jumps over the dog",
            "IN.1",
            "1.2.3",
            "https://example.com/some/page",
            "en-US",
        ] {
            assert_eq!(sort_of(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_are_found_inside_of_texts() {
        assert_eq!(sort_inside("please write to <ana@example.com>."), Some(Sort::Email));
        assert_eq!(sort_inside("call +919876543210, thanks"), Some(Sort::Phone));
        assert_eq!(sort_inside("order 12345678901 of 2026-11-22"), None);
    }
}
