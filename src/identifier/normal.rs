//! Identifiers: the names by which a person is found.
//!
//! An identifier is a kind, a namespace where the kind has one, and a normalised value; two are the same when all three
//! are. This module knows how each kind is checked and compared. It must not know where identifiers are stored, and it
//! never shows a value unless asked: not in `Debug`, not in errors, and there is no `Display`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::email::{self, EmailError};
use super::kind::{IdentifierKind, IdentifierKindError};
use super::namespace::{self, Namespace, NamespaceError, Product};
use super::numbering::Region;
use super::phone::{self, PhoneError};
use super::{spelling, variants, whatsapp};

/// Something that names a person.
///
/// ```
/// use oubliette::identifier::Identifier;
///
/// let typed = Identifier::parse("phone", "+91 98765 43210", None)?;
/// let stored = Identifier::parse_pair("phone=0091-98765-43210", None)?;
/// assert_eq!(typed, stored);
/// assert_eq!(typed.value(), "+919876543210");
/// assert_eq!(format!("{typed:?}"), "Identifier(phone)");
/// # Ok::<(), oubliette::identifier::IdentifierError>(())
/// ```
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Identifier {
    kind: IdentifierKind,
    namespace: Option<Namespace>,
    value: String,
    original: String,
}

/// Why a text is not an identifier. No message repeats the text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdentifierError {
    /// There is no `=` between kind and value.
    #[error("an identifier is written `kind=value`, for example `phone=+14155550123`")]
    Pair,
    /// The kind is not a lower-case word.
    #[error(transparent)]
    Kind(#[from] IdentifierKindError),
    /// The phone number cannot be read with certainty.
    #[error(transparent)]
    Phone(#[from] PhoneError),
    /// The text is not an e-mail address.
    #[error(transparent)]
    Email(#[from] EmailError),
    /// The text is not a WhatsApp id.
    #[error(
        "a `wa_id` is 7 to 15 digits that start with a country code; write it as WhatsApp does, without `+` or `00`"
    )]
    WaId,
    /// The text is not a business-scoped user id.
    #[error(
        "a `bsuid` is two capital letters, a dot and up to 128 letters and digits, or the same with `ENT.` after the dot; write it exactly as WhatsApp gave it"
    )]
    Bsuid,
    /// A scoped id lacks its namespace, or is not a number.
    #[error(
        "write `{0}={namespace}` with the product (`facebook`, `instagram` or `threads`), the app's id and the person's id, both digits and not zero",
        namespace = "PRODUCT/APP_ID/ID"
    )]
    Scoped(IdentifierKind),
    /// The app id does not name a namespace.
    #[error(transparent)]
    Namespace(#[from] NamespaceError),
    /// A value of the host's own kind is empty, too long or holds control characters.
    #[error(
        "the value of `{0}` is empty, longer than {MAX_CUSTOM} bytes, or holds control characters; write it as it is stored"
    )]
    Custom(IdentifierKind),
    /// A stored identifier is not in the form in which this version stores it.
    #[error("the stored `{0}` is not in its normalised form; it was changed, or written by something else")]
    NotNormalised(IdentifierKind),
}

/// Longer than any key of an account; the bound keeps hostile input small.
const MAX_CUSTOM: usize = 512;

impl Identifier {
    /// Reads a value of the named kind. `region` is for national phone numbers, and for those only.
    ///
    /// # Errors
    ///
    /// When the kind is not a lower-case word, or the value is not certainly of that kind.
    pub fn parse(kind: &str, value: &str, region: Option<Region>) -> Result<Self, IdentifierError> {
        match kind.parse()? {
            IdentifierKind::Phone => Self::phone(value, region),
            IdentifierKind::Email => Self::email(value),
            IdentifierKind::WaId => Self::wa_id(value),
            IdentifierKind::Bsuid => Self::bsuid(value),
            kind @ (IdentifierKind::Asid | IdentifierKind::Psid | IdentifierKind::Igsid) => {
                let text = value.trim();
                match namespace::read_scoped(text) {
                    Some((namespace, id)) => Ok(Self::new(kind, Some(namespace), id.to_owned(), id)),
                    None => Err(IdentifierError::Scoped(kind)),
                }
            }
            kind @ IdentifierKind::Custom(_) => Self::opaque(kind, value),
        }
    }

    /// Reads what a record holds in a field of that kind, whatever its spelling. An id that is only valid within an app
    /// cannot be told from another app's without the namespace.
    ///
    /// Returns `None` where the text is not certainly such an identifier, or its namespace is not known.
    pub fn stored(kind: &IdentifierKind, namespace: Option<&Namespace>, text: &str) -> Option<Self> {
        match kind {
            IdentifierKind::Phone => Self::phone(&format!("+{}", spelling::stored_digits(text)?), None).ok(),
            IdentifierKind::WaId => Self::wa_id(&spelling::stored_digits(text)?).ok(),
            IdentifierKind::Email => Self::email(text).ok(),
            IdentifierKind::Bsuid => Self::bsuid(text).ok(),
            IdentifierKind::Asid | IdentifierKind::Psid | IdentifierKind::Igsid => {
                Self::in_namespace(kind.clone(), namespace?.clone(), text.trim()).ok()
            }
            IdentifierKind::Custom(_) => Self::opaque(kind.clone(), text).ok(),
        }
    }

    /// Reads `kind=value`, as the command line has it. Only the first `=` counts.
    ///
    /// # Errors
    ///
    /// As [`Identifier::parse`], and when there is no `=`.
    pub fn parse_pair(text: &str, region: Option<Region>) -> Result<Self, IdentifierError> {
        let (kind, value) = text.split_once('=').ok_or(IdentifierError::Pair)?;
        Self::parse(kind, value, region)
    }

    /// Makes the identifier of a phone number; its value is E.164, such as `+919876543210`.
    ///
    /// # Errors
    ///
    /// When it is not a number, or could be the number of more than one person: see [`PhoneError`].
    pub fn phone(text: &str, region: Option<Region>) -> Result<Self, IdentifierError> {
        Ok(Self::new(IdentifierKind::Phone, None, phone::read(text, region)?, text))
    }

    /// Makes the identifier of an e-mail address; its value is in ASCII lower case, its [original](Identifier::original) has only the domain so.
    ///
    /// # Errors
    ///
    /// See [`EmailError`].
    pub fn email(text: &str) -> Result<Self, IdentifierError> {
        let address = email::read(text)?;
        Ok(Self::new(IdentifierKind::Email, None, email::comparable(&address), &address))
    }

    /// Makes the identifier of a WhatsApp account; its value is digits, never looked up in a numbering plan.
    ///
    /// # Errors
    ///
    /// When it is not 7 to 15 digits, or starts with a zero.
    pub fn wa_id(text: &str) -> Result<Self, IdentifierError> {
        let digits = whatsapp::read_wa_id(text).ok_or(IdentifierError::WaId)?;
        Ok(Self::new(IdentifierKind::WaId, None, digits, text))
    }

    /// Makes a business-scoped user id, kept exactly.
    ///
    /// # Errors
    ///
    /// When it is neither `CC.…` nor `CC.ENT.…`.
    pub fn bsuid(text: &str) -> Result<Self, IdentifierError> {
        let text = text.trim();
        if whatsapp::is_bsuid(text) {
            Ok(Self::new(IdentifierKind::Bsuid, None, text.to_owned(), text))
        } else {
            Err(IdentifierError::Bsuid)
        }
    }

    /// Makes an app-scoped id, as Meta's callbacks carry it.
    ///
    /// # Errors
    ///
    /// When the app's or the person's id is not 1 to 32 digits, or is zero.
    pub fn asid(product: Product, app_id: &str, id: &str) -> Result<Self, IdentifierError> {
        Self::scoped(IdentifierKind::Asid, product, app_id, id)
    }

    /// Makes a page-scoped id.
    ///
    /// # Errors
    ///
    /// As [`Identifier::asid`].
    pub fn psid(product: Product, app_id: &str, id: &str) -> Result<Self, IdentifierError> {
        Self::scoped(IdentifierKind::Psid, product, app_id, id)
    }

    /// Makes an Instagram-scoped id.
    ///
    /// # Errors
    ///
    /// As [`Identifier::asid`].
    pub fn igsid(product: Product, app_id: &str, id: &str) -> Result<Self, IdentifierError> {
        Self::scoped(IdentifierKind::Igsid, product, app_id, id)
    }

    /// Makes an identifier of a kind of the host's own, such as `account_id`, kept exactly but for surrounding white space.
    ///
    /// # Errors
    ///
    /// When the kind is not a lower-case word, or is one of the crate's own, or the value is empty, longer than 512 bytes or
    /// holds control characters.
    pub fn custom(kind: &str, value: &str) -> Result<Self, IdentifierError> {
        match kind.parse()? {
            kind @ IdentifierKind::Custom(_) => Self::opaque(kind, value),
            _ => Err(IdentifierKindError.into()),
        }
    }

    /// The kind.
    pub fn kind(&self) -> &IdentifierKind {
        &self.kind
    }

    /// The normalised value: **personal data**. Never log it.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// What was given, without surrounding white space; of an e-mail, with its domain in lower case. **Personal data.**
    pub fn original(&self) -> &str {
        &self.original
    }

    /// The product and app in which a scoped id is valid.
    pub fn namespace(&self) -> Option<&Namespace> {
        self.namespace.as_ref()
    }

    /// The digits of a phone number or WhatsApp id, country code first, for comparison with
    /// [`stored_digits`](super::stored_digits). **Personal data.** `None` for other kinds, whose digits mean nothing.
    pub fn digits(&self) -> Option<&str> {
        match self.kind {
            IdentifierKind::Phone => self.value.strip_prefix('+'),
            IdentifierKind::WaId => Some(&self.value),
            _ => None,
        }
    }

    /// Returns other identifiers of the same kind under which the same line may be known: Brazil's ninth digit, Mexico's `1`,
    /// Argentina's `9`. Made by rule, so each can be somebody else's number: **propose them, and erase on one only after a
    /// person has confirmed it.**
    pub fn variants(&self) -> Vec<Self> {
        let digits = self.digits().map(variants::of_digits).unwrap_or_default();
        let plus = if self.kind == IdentifierKind::Phone { "+" } else { "" };
        digits
            .into_iter()
            .map(|digits| format!("{plus}{digits}"))
            .map(|value| Self::new(self.kind.clone(), None, value.clone(), &value))
            .collect()
    }

    fn scoped(
        kind: IdentifierKind,
        product: Product,
        app_id: &str,
        id: &str,
    ) -> Result<Self, IdentifierError> {
        Self::in_namespace(kind, Namespace::new(product, app_id)?, id)
    }

    fn in_namespace(kind: IdentifierKind, namespace: Namespace, id: &str) -> Result<Self, IdentifierError> {
        if namespace::is_scoped_number(id) {
            Ok(Self::new(kind, Some(namespace), id.to_owned(), id))
        } else {
            Err(IdentifierError::Scoped(kind))
        }
    }

    fn opaque(kind: IdentifierKind, value: &str) -> Result<Self, IdentifierError> {
        // Blanks are part of it: with them it may be another record's than without.
        if value.trim().is_empty() || value.len() > MAX_CUSTOM || value.chars().any(char::is_control) {
            return Err(IdentifierError::Custom(kind));
        }
        Ok(Self { kind, namespace: None, value: value.to_owned(), original: value.to_owned() })
    }

    fn new(kind: IdentifierKind, namespace: Option<Namespace>, value: String, original: &str) -> Self {
        Self { kind, namespace, value, original: original.trim().to_owned() }
    }

    fn sort_key(&self) -> (&IdentifierKind, Option<&Namespace>, &str) {
        (&self.kind, self.namespace.as_ref(), &self.value)
    }
}

impl PartialEq for Identifier {
    fn eq(&self, other: &Self) -> bool {
        self.sort_key() == other.sort_key()
    }
}

impl Eq for Identifier {}

impl PartialOrd for Identifier {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Identifier {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_key().cmp(&other.sort_key())
    }
}

impl Hash for Identifier {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.sort_key().hash(state);
    }
}

impl fmt::Debug for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identifier({})", self.kind)
    }
}

/// How an identifier is written inside a seal.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    kind: IdentifierKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    namespace: Option<Namespace>,
    value: String,
    original: String,
}

impl From<Identifier> for Parts {
    fn from(identifier: Identifier) -> Self {
        let Identifier { kind, namespace, value, original } = identifier;
        Self { kind, namespace, value, original }
    }
}

/// What was sealed is checked again on the way out, by shape only: a numbering plan may have changed since.
impl TryFrom<Parts> for Identifier {
    type Error = IdentifierError;

    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        let Parts { kind, namespace, value, original } = parts;
        let is_normalised = match &kind {
            IdentifierKind::Phone => phone::is_e164(&value),
            IdentifierKind::Email => {
                email::read(&value).as_deref() == Ok(&value) && email::comparable(&original) == value
            }
            IdentifierKind::WaId => whatsapp::read_wa_id(&value).as_deref() == Some(&value),
            IdentifierKind::Bsuid => whatsapp::is_bsuid(&value),
            IdentifierKind::Asid | IdentifierKind::Psid | IdentifierKind::Igsid => {
                namespace::is_scoped_number(&value)
            }
            IdentifierKind::Custom(_) => original == value && Self::opaque(kind.clone(), &value).is_ok(),
        };
        if is_normalised && kind.is_namespaced() == namespace.is_some() {
            Ok(Self { kind, namespace, value, original })
        } else {
            Err(IdentifierError::NotNormalised(kind))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn pair(text: &str) -> Result<Identifier, IdentifierError> {
        Identifier::parse_pair(text, None)
    }

    #[test]
    fn each_kind_has_its_normal_form() {
        for (text, value) in [
            ("phone=+91 98765 43210", "+919876543210"),
            ("email= Ana.Lima@Example.COM ", "ana.lima@example.com"),
            ("wa_id=+55 11 8765-4321", "551187654321"),
            ("bsuid= IN.1349120865530274", "IN.1349120865530274"),
            ("bsuid=US.ENT.11815799212886844830", "US.ENT.11815799212886844830"),
            ("asid=facebook/1234567890/218471", "218471"),
            ("psid=facebook/1/00218471", "00218471"),
            ("igsid=instagram/1/17841405822304914", "17841405822304914"),
            // Blanks may tell one id of the host's own from another.
            ("account_id= A=7 ", " A=7 "),
            ("username=Ana Lima", "Ana Lima"),
        ] {
            let identifier = pair(text).unwrap();
            assert_eq!(identifier.value(), value, "{text}");
            assert_eq!(Some(identifier.kind().as_str()), text.split('=').next());
            assert_eq!(identifier.namespace().is_some(), identifier.kind().is_namespaced());
        }
    }

    #[test]
    fn the_same_digits_elsewhere_are_another_person() {
        let all = [
            "asid=facebook/1/218471234",
            "asid=facebook/2/218471234",
            "asid=instagram/1/218471234",
            "psid=facebook/1/218471234",
            "igsid=facebook/1/218471234",
            "asid=facebook/1/0218471234",
            "wa_id=218471234",
            "phone=+218471234",
            "account_id=218471234",
            "username=218471234",
        ];
        let distinct: HashSet<Identifier> = all.iter().map(|text| pair(text).unwrap()).collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn what_a_record_holds_is_read_in_any_spelling() {
        let namespace: Namespace = "facebook/12".parse().unwrap();
        let stored =
            |kind: &str, namespace, text: &str| Identifier::stored(&kind.parse().unwrap(), namespace, text);
        for (kind, text, given) in [
            ("phone", " 0091 98765-43210", "phone=+919876543210"),
            ("wa_id", "+91 98765 43210", "wa_id=919876543210"),
            ("email", "Ana@Example.com", "email=ana@example.com"),
            ("bsuid", "IN.1349120865530274", "bsuid=IN.1349120865530274"),
            ("asid", " 218471 ", "asid=facebook/12/218471"),
            ("account_id", "A7", "account_id=A7"),
        ] {
            assert_eq!(stored(kind, Some(&namespace), text), pair(given).ok(), "{kind}");
        }
        assert_eq!(stored("asid", None, "218471"), None);
        assert_eq!(stored("asid", Some(&namespace), "facebook/12/218471"), None);
        for kind in IdentifierKind::WORDS.iter().chain(&["account_id"]) {
            assert_eq!(stored(kind, Some(&namespace), " "), None, "{kind}");
        }
    }

    #[test]
    fn a_bare_scoped_id_is_told_how_to_be_written() {
        let error = pair("asid=218471").unwrap_err();
        assert_eq!(error, IdentifierError::Scoped(IdentifierKind::Asid));
        assert!(error.to_string().contains("asid=PRODUCT/APP_ID/ID"), "{error}");
        assert!(pair("psid=facebook/1/0").is_err());
        assert!(Identifier::asid(Product::Facebook, "1", "0").is_err());
        assert!(Identifier::asid(Product::Facebook, "", "1").is_err());
        assert_eq!(
            Identifier::igsid(Product::Threads, "1", "2").unwrap(),
            pair("igsid=threads/1/2").unwrap()
        );
    }

    #[test]
    fn a_business_scoped_id_is_no_phone_number() {
        let id = pair("bsuid=IN.919876543210").unwrap();
        assert_eq!(id.digits(), None);
        assert_eq!(id.variants(), []);
        assert_ne!(id, pair("bsuid=US.919876543210").unwrap());
        assert!(pair("bsuid=919876543210").is_err());
        assert!(pair("phone=IN.919876543210").is_err());
    }

    #[test]
    fn the_original_of_an_address_keeps_its_name() {
        let typed = Identifier::email(" Ana@Example.COM").unwrap();
        assert_eq!((typed.original(), typed.value()), ("Ana@example.com", "ana@example.com"));
        assert_eq!(typed, Identifier::email("ana@example.com").unwrap());
    }

    #[test]
    fn variants_are_proposals_of_the_same_kind() {
        let phone = pair("phone=+5511987654321").unwrap();
        assert_eq!(phone.variants(), [pair("phone=+551187654321").unwrap()]);
        let wa_id = pair("wa_id=5491123456789").unwrap();
        assert_eq!(wa_id.variants(), [pair("wa_id=541123456789").unwrap()]);
        assert_ne!(phone, phone.variants()[0]);
        assert_eq!(pair("phone=+919876543210").unwrap().variants(), []);
        assert_eq!(pair("account_id=5511987654321").unwrap().variants(), []);
    }

    #[test]
    fn kinds_of_the_host_are_exact() {
        assert_ne!(
            Identifier::custom("username", "Ana").unwrap(),
            Identifier::custom("username", "ana").unwrap()
        );
        assert!(Identifier::custom("phone", "1").is_err());
        assert!(Identifier::custom("username", &"x".repeat(512)).is_ok());
        for bad in ["", " ", "a\nb", "a\0", "x\u{85}x", &"x".repeat(513)] {
            let error = Identifier::custom("username", bad).unwrap_err();
            assert!(matches!(error, IdentifierError::Custom(_)), "{bad:?}");
        }
    }

    #[test]
    fn neither_debug_nor_errors_show_a_value() {
        for text in
            ["phone=+91 98765 43210", "email=canary@example.com", "asid=facebook/1/218471", "username=canary"]
        {
            let shown = format!("{:?}", pair(text).unwrap());
            assert_eq!(
                Some(shown.as_str()),
                text.split('=').next().map(|kind| format!("Identifier({kind})")).as_deref()
            );
        }
        for text in [
            "canary",
            "canary 1=x",
            "phone=canary",
            "phone=98765canary",
            "email=canary",
            "email=a b@canary.com",
            "wa_id=canary",
            "bsuid=canary",
            "asid=facebook/canary/1",
            "asid=canary",
            "username=canary\0",
        ] {
            let error = pair(text).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
        }
    }

    #[test]
    fn what_was_sealed_is_read_back_and_checked() {
        for text in [
            "phone=+91 98765 43210",
            "email=Ana@Example.com",
            "wa_id=551187654321@c.us",
            "bsuid=US.ENT.1",
            "asid=threads/12/34",
            "account_id=x/y",
        ] {
            let identifier = pair(text).unwrap();
            let json = serde_json::to_string(&identifier).unwrap();
            let back: Identifier = serde_json::from_str(&json).unwrap();
            assert_eq!((&back, back.original()), (&identifier, identifier.original()));
        }
        for bad in [
            r#"{"kind":"phone","value":"91 98765","original":""}"#,
            r#"{"kind":"phone","value":"+0123456789","original":""}"#,
            r#"{"kind":"email","value":"Ana@example.com","original":"Ana@example.com"}"#,
            r#"{"kind":"email","value":"ana@example.com","original":"ben@example.com"}"#,
            r#"{"kind":"wa_id","value":"+551187654321","original":""}"#,
            r#"{"kind":"asid","value":"34","original":"34"}"#,
            r#"{"kind":"phone","namespace":{"product":"facebook","app_id":"1"},"value":"+919876543210","original":""}"#,
            r#"{"kind":"account_id","value":" x","original":"x"}"#,
            r#"{"kind":"Phone","value":"+919876543210","original":""}"#,
        ] {
            assert!(serde_json::from_str::<Identifier>(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn parsing_never_panics_and_normalising_is_idempotent(
            kind in proptest::sample::select(vec!["phone", "email", "wa_id", "bsuid", "psid", "username", "É"]),
            value in prop_oneof![".*", "[+]?[0-9 ().@a-zA-Z/-]{0,30}", "[A-Z]{2}[.][0-9]{1,20}", "(facebook/)?[0-9]{1,3}/[0-9]{1,5}"],
        ) {
            if let Ok(identifier) = Identifier::parse(kind, &value, None) {
                let again = match identifier.namespace() {
                    Some(namespace) => format!("{namespace}/{}", identifier.value()),
                    None => identifier.value().to_owned(),
                };
                prop_assert_eq!(Identifier::parse(kind, &again, None).unwrap(), identifier.clone());
                let json = serde_json::to_string(&identifier).unwrap();
                prop_assert_eq!(serde_json::from_str::<Identifier>(&json).unwrap(), identifier);
            }
        }

        #[test]
        fn pairs_never_panic(text in ".*") {
            let _ = pair(&text);
        }
    }
}
