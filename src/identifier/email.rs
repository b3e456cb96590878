//! E-mail addresses: what counts as one, and how two are compared.
//!
//! Two spellings of one mailbox must meet, so an address is compared in ASCII lower case as a whole, although the part
//! before the `@` may in theory be case-sensitive (RFC 5321, section 2.4): no large provider has it so. International
//! domains are kept as they are written; `bücher.example` and its `xn--` form are two values.

/// Why a text is not an e-mail address. No message repeats the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EmailError {
    /// There is no `@` with something on both of its sides, or there are several.
    #[error(
        "an e-mail address has one `@` with a name before it and a domain after it; write one such address"
    )]
    Shape,
    /// The part before the `@` has more than 64 bytes, or the domain more than 255 (RFC 5321, section 4.5.3.1).
    #[error("the e-mail address is too long; at most 64 bytes may stand before the `@` and 255 after it")]
    Length,
    /// There is a space, a control or invisible character, or one that separates addresses.
    #[error(
        "the e-mail address holds a space, an invisible character, a bracket or a separator; write the bare address, without a name or `mailto:`"
    )]
    Characters,
    /// The part after the `@` is not a domain.
    #[error("the part after the `@` is not a domain; write it like `example.com`")]
    Domain,
}

const MAX_LOCAL: usize = 64;
const MAX_DOMAIN: usize = 255;

/// Reads an address as it was typed: the same text without surrounding white space, its domain in ASCII lower case.
pub(super) fn read(text: &str) -> Result<String, EmailError> {
    let text = text.trim();
    let (local, domain) = text.rsplit_once('@').ok_or(EmailError::Shape)?;
    if local.is_empty() || domain.is_empty() {
        return Err(EmailError::Shape);
    }
    if local.len() > MAX_LOCAL || domain.len() > MAX_DOMAIN {
        return Err(EmailError::Length);
    }
    if text.chars().any(never_in_an_address) {
        return Err(EmailError::Characters);
    }
    if !is_quoted(local) {
        if local.contains('@') {
            return Err(EmailError::Shape);
        }
        // Specials of RFC 5322, section 3.2.3, except the dot: bare, they hint at a list, a name or a URL around it.
        if local.contains(['(', ')', '[', ']', ':', ';', ',', '\\', '"']) {
            return Err(EmailError::Characters);
        }
    }
    if !is_domain(domain) {
        return Err(EmailError::Domain);
    }
    Ok(format!("{local}@{}", domain.to_ascii_lowercase()))
}

/// The form in which addresses are compared.
pub(super) fn comparable(address: &str) -> String {
    address.to_ascii_lowercase()
}

fn is_quoted(local: &str) -> bool {
    let inner = local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(['"', '\\']))
}

fn never_in_an_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '<' || c == '>' || is_invisible(c)
}

/// Characters that are not seen and so are pasted unawares; an address with one would match nothing, silently.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

fn is_domain(domain: &str) -> bool {
    if let Some(literal) = domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let in_literal = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == ':' || c == '-';
        return !literal.is_empty() && literal.chars().all(in_literal);
    }
    domain.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c == '-' || c == '_' || !c.is_ascii() || c.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_typed_form_keeps_the_case_of_the_name_only() {
        assert_eq!(read(" Ana.Lima@Example.COM\t").unwrap(), "Ana.Lima@example.com");
        assert_eq!(comparable("Ana.Lima@example.com"), "ana.lima@example.com");
        assert_eq!(read("ÄNNE@BÜCHER.Example").unwrap(), "ÄNNE@bÜcher.example");
    }

    #[test]
    fn unusual_addresses_are_addresses() {
        for good in [
            "a@b",
            "root@localhost",
            "first+tag@sub.example.co.in",
            "o'brien@example.com",
            "..dots..@example.jp",
            "\"a@b\"@example.com",
            "x@[192.0.2.1]",
            "x@[IPv6:2001:db8::1]",
            "用户@例子.广告",
            "a@xn--bcher-kva.example",
        ] {
            assert!(read(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn what_is_no_address_says_what_to_do() {
        for (bad, expected) in [
            ("", EmailError::Shape),
            ("ana", EmailError::Shape),
            ("@example.com", EmailError::Shape),
            ("ana@", EmailError::Shape),
            ("ana@a@example.com", EmailError::Shape),
            ("ana@example.com,ben@example.com", EmailError::Shape),
            ("Ana <ana@example.com>", EmailError::Characters),
            ("mailto:ana@example.com", EmailError::Characters),
            ("ana lima@example.com", EmailError::Characters),
            ("ana@exam\u{200B}ple.com", EmailError::Characters),
            ("ana\0@example.com", EmailError::Characters),
            ("ana@example.com\nbcc:ben", EmailError::Characters),
            ("\"@example.com", EmailError::Characters),
            ("ana@example..com", EmailError::Domain),
            ("ana@.example.com", EmailError::Domain),
            ("ana@example.com.", EmailError::Domain),
            ("ana@-example.com", EmailError::Domain),
            ("ana@example.com;", EmailError::Domain),
            ("ana@[]", EmailError::Domain),
            ("ana@%", EmailError::Domain),
        ] {
            assert_eq!(read(bad), Err(expected), "{bad:?}");
        }
    }

    #[test]
    fn lengths_have_the_bounds_of_the_standard() {
        assert!(read(&format!("{}@example.com", "a".repeat(64))).is_ok());
        assert_eq!(read(&format!("{}@example.com", "a".repeat(65))), Err(EmailError::Length));
        assert!(read(&format!("a@{}", "b".repeat(255))).is_ok());
        assert_eq!(read(&format!("a@{}", "b".repeat(256))), Err(EmailError::Length));
        assert_eq!(read(&"a".repeat(1_000_000)), Err(EmailError::Shape));
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_is_idempotent(text in "[ \"A-Za-zé<>,:;\\.\\-\\[\\]]{0,12}@?.{0,20}") {
            if let Ok(address) = read(&text) {
                prop_assert_eq!(read(&address), Ok(address.clone()));
                prop_assert_eq!(read(&comparable(&address)), Ok(comparable(&address)));
            }
        }
    }
}
