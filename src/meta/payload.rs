//! The payload of a signed request: a JSON object, read once.
//!
//! Knows the members that Meta sends and their forms. Whoever calls has checked the signature already; what stands
//! here was signed, and is still read as if it were not.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::Deserializer as _;
use serde::de::{Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::SignedRequestError;

/// The one algorithm that is accepted. It is compared with the payload's word and never chosen by it.
const ALGORITHM: &str = "HMAC-SHA256";

/// The longest identifier that is accepted, in bytes. Meta's have about 20 digits.
const MAX_ID_BYTES: usize = 128;

/// The last second of the year 9999, in seconds since 1970: the last instant that RFC 3339 can write.
const LAST_SECOND: i64 = 253_402_300_799;

/// Declares an identifier that Meta made: a text that is compared as it stands, hidden from `Debug`.
macro_rules! meta_id {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The identifier, for passing on. It is personal data: keep it out of logs, URLs and errors.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(redacted)"))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

meta_id! {
    /// A person's identifier in one app (ASID), as Meta wrote it and digit for digit.
    ///
    /// It names somebody only together with the product and the app: the same digits in another app are another
    /// person. It is personal data; `Debug` hides it, and `Display` writes it out for whoever asks for it.
    AppScopedId
}

meta_id! {
    /// The identifier of the Page that removed an app. It never names a person.
    ProfileId
}

/// What a payload says, each member in its own form.
pub(super) struct Payload {
    pub(super) user_id: Option<AppScopedId>,
    pub(super) profile_id: Option<ProfileId>,
    pub(super) issued_at: Option<DateTime<Utc>>,
    pub(super) expires: Option<DateTime<Utc>>,
    pub(super) members: Map<String, Value>,
}

impl Payload {
    /// Reads a payload: first that it is an object and no member stands in it twice, then the algorithm, then the rest.
    pub(super) fn parse(json: &[u8]) -> Result<Self, SignedRequestError> {
        let Object { user_id, profile_id, members } = parse_object(json)?;
        if members.get("algorithm").and_then(Value::as_str) != Some(ALGORITHM) {
            return Err(SignedRequestError::UnsupportedAlgorithm);
        }
        Ok(Self {
            user_id: user_id.into_id()?.map(AppScopedId),
            profile_id: profile_id.into_id()?.map(ProfileId),
            issued_at: instant(members.get("issued_at"))?,
            // Meta writes 0 for an access that never ends.
            expires: instant(members.get("expires"))?.filter(|end| *end != DateTime::UNIX_EPOCH),
            members,
        })
    }
}

/// The members of the object, and what stands where an identifier belongs.
#[derive(Default)]
struct Object {
    user_id: Scalar,
    profile_id: Scalar,
    members: Map<String, Value>,
}

/// What stands where an identifier belongs.
#[derive(Default)]
enum Scalar {
    #[default]
    Absent,
    Text(String),
    /// The number's own digits: read as a number, an identifier beyond 2^64 would become a neighbour's.
    Number(String),
    Other,
}

impl Scalar {
    fn new(raw: &RawValue, value: &Value) -> Self {
        match value {
            Value::Null => Self::Absent,
            Value::String(text) => Self::Text(text.clone()),
            Value::Number(_) => Self::Number(raw.get().to_owned()),
            Value::Bool(_) | Value::Array(_) | Value::Object(_) => Self::Other,
        }
    }

    /// The identifier, if there is one: absence and zero say that there is none.
    fn into_id(self) -> Result<Option<String>, SignedRequestError> {
        let (id, fits) = match self {
            Self::Absent => return Ok(None),
            Self::Other => return Err(SignedRequestError::Malformed),
            Self::Number(digits) => {
                let fits = digits.bytes().all(|byte| byte.is_ascii_digit());
                (digits, fits)
            }
            // Meta's are digits today; another word is as good a name, a sign or a space is a mistake.
            Self::Text(text) => {
                let fits = text.starts_with(|c: char| c.is_ascii_alphanumeric())
                    && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
                (text, fits)
            }
        };
        if !fits || id.len() > MAX_ID_BYTES {
            return Err(SignedRequestError::Malformed);
        }
        Ok(Some(id).filter(|id| id.bytes().any(|byte| byte != b'0')))
    }
}

/// Seconds since 1970 as an instant, from 1970 to the end of 9999; absent where the member is, or is null.
fn instant(member: Option<&Value>) -> Result<Option<DateTime<Utc>>, SignedRequestError> {
    match member {
        None | Some(Value::Null) => Ok(None),
        Some(value) => value
            .as_i64()
            .filter(|seconds| (0..=LAST_SECOND).contains(seconds))
            .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
            .map(Some)
            .ok_or(SignedRequestError::Malformed),
    }
}

/// Reads the object in one pass. Anything but one whole object is malformed.
fn parse_object(json: &[u8]) -> Result<Object, SignedRequestError> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let object = deserializer.deserialize_map(ObjectVisitor).map_err(|_| SignedRequestError::Malformed)?;
    deserializer.end().map_err(|_| SignedRequestError::Malformed)?;
    Ok(object)
}

struct ObjectVisitor;

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Object;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Object, A::Error> {
        let mut object = Object::default();
        while let Some(key) = access.next_key::<String>()? {
            let value = match key.as_str() {
                "user_id" => read_identifier(&mut access, &mut object.user_id)?,
                "profile_id" => read_identifier(&mut access, &mut object.profile_id)?,
                _ => access.next_value()?,
            };
            if object.members.insert(key, value).is_some() {
                // Two readers could pick different ones, and so different people.
                return Err(A::Error::custom("a member stands twice"));
            }
        }
        Ok(object)
    }
}

fn read_identifier<'de, A: MapAccess<'de>>(access: &mut A, slot: &mut Scalar) -> Result<Value, A::Error> {
    let raw: &RawValue = access.next_value()?;
    let value = serde_json::from_str(raw.get()).map_err(A::Error::custom)?;
    *slot = Scalar::new(raw, &value);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(members: &str) -> Result<Payload, SignedRequestError> {
        Payload::parse(format!(r#"{{"algorithm":"HMAC-SHA256"{members}}}"#).as_bytes())
    }

    fn user_id(value: &str) -> Result<Option<String>, SignedRequestError> {
        parse(&format!(r#","user_id":{value}"#)).map(|payload| payload.user_id.map(|id| id.to_string()))
    }

    #[test]
    fn identifiers_are_exact() {
        let beyond_u64 = "123456789012345678901234567890";
        for digits in
            ["1", "218471", "9007199254740993", "18446744073709551615", "18446744073709551616", beyond_u64]
        {
            assert_eq!(user_id(digits), Ok(Some(digits.to_owned())), "as a number");
            assert_eq!(user_id(&format!("\"{digits}\"")), Ok(Some(digits.to_owned())), "as a text");
        }
        assert_eq!(user_id(" \t218471\n "), Ok(Some("218471".to_owned())));
        assert_eq!(user_id(r#""\u0032\u0031""#), Ok(Some("21".to_owned())));
        assert_eq!(user_id(r#""0218471""#), Ok(Some("0218471".to_owned())), "not the person 218471");
    }

    #[test]
    fn no_identifier_is_no_person() {
        for nobody in ["0", r#""0""#, r#""000""#, "null"] {
            assert_eq!(user_id(nobody), Ok(None), "{nobody}");
        }
        assert!(parse("").unwrap().user_id.is_none());
    }

    #[test]
    fn what_is_no_identifier_is_refused() {
        let huge_number = "9".repeat(MAX_ID_BYTES + 1);
        let huge_text = format!("\"{huge_number}\"");
        let mut bad = vec![
            "-1",
            "-0",
            "0.0",
            "1.0",
            "1.5",
            "1e3",
            "1E400",
            "0e0",
            "true",
            "false",
            "[]",
            "{}",
            r#"["218471"]"#,
            r#"{"id":"218471"}"#,
            r#""""#,
            r#"" ""#,
            r#"" 218471""#,
            r#""218471 ""#,
            r#""218471\n""#,
            r#""218\u0000471""#,
            r#""-1""#,
            r#""+1""#,
            r#""1.5""#,
            r#""a/b""#,
            r#""１２""#,
            r#""\u0661""#,
            r#""\ud800""#,
            "00",
            "01",
            "NaN",
            "Infinity",
            "0x10",
            "218471 218472",
            "",
            "'218471'",
        ];
        bad.extend([huge_number.as_str(), huge_text.as_str()]);
        for value in bad {
            assert_eq!(user_id(value), Err(SignedRequestError::Malformed), "{value}");
        }
    }

    #[test]
    fn pages_are_not_people() {
        for page in ["104", r#""104""#] {
            let payload = parse(&format!(r#","user_id":"0","profile_id":{page}"#)).unwrap();
            assert!(payload.user_id.is_none());
            assert_eq!(payload.profile_id.map(|id| id.to_string()).as_deref(), Some("104"));
        }
        assert!(parse(r#","user_id":0,"profile_id":-4"#).is_err());
    }

    #[test]
    fn members_stand_once() {
        for twice in [
            r#","user_id":"1","user_id":"2""#,
            r#","user_id":"1","user_id":"1""#,
            r#","user_id":"1","user\u005fid":"2""#,
            r#","algorithm":"HMAC-SHA256""#,
            r#","issued_at":1,"issued_at":2"#,
            r#","other":1,"other":null"#,
        ] {
            assert_eq!(parse(twice).err(), Some(SignedRequestError::Malformed), "{twice}");
        }
    }

    #[test]
    fn only_whole_objects_are_payloads() {
        let deep = format!("{{\"a\":{}{}}}", "[".repeat(3_000), "]".repeat(3_000));
        let deep_id = format!("{{\"user_id\":{}{}}}", "[".repeat(3_000), "]".repeat(3_000));
        let mut bad: Vec<&[u8]> = vec![
            b"",
            b" ",
            b"null",
            b"1",
            b"[]",
            b"\"{}\"",
            b"{",
            b"}",
            b"{}{}",
            b"{} x",
            b"{}\0",
            b"\xef\xbb\xbf{}",
            b"{\"a\":\"\xff\"}",
            b"{\"\xff\":1}",
            b"{\"user_id\":\"\xff\"}",
            b"{a:1}",
            b"{'a':1}",
            b"{\"a\":1,}",
            b"{,}",
            b"[{\"algorithm\":\"HMAC-SHA256\"}]",
            b"{\"a\":\"\n\"}",
            b"{\"a\":1}//",
        ];
        bad.extend([deep.as_bytes(), deep_id.as_bytes()]);
        for json in bad {
            assert_eq!(Payload::parse(json).err(), Some(SignedRequestError::Malformed), "{:?}", json.first());
        }
        assert!(Payload::parse(b" {\"algorithm\":\"HMAC-SHA256\"}\r\n").is_ok());
    }

    #[test]
    fn only_one_algorithm_is_known() {
        for algorithm in [
            r#""hmac-sha256""#,
            r#""HMAC-SHA1""#,
            r#""none""#,
            r#""""#,
            r#""HMAC-SHA256 ""#,
            r#""HMAC-SHA256\u0000""#,
            "null",
            "256",
            "true",
            "[]",
            r#"["HMAC-SHA256"]"#,
            r#"{"HMAC-SHA256":1}"#,
        ] {
            let json = format!(r#"{{"algorithm":{algorithm},"user_id":"218471"}}"#);
            let outcome = Payload::parse(json.as_bytes()).err();
            assert_eq!(outcome, Some(SignedRequestError::UnsupportedAlgorithm), "{algorithm}");
        }
        for without in
            ["{}", r#"{"user_id":"218471"}"#, r#"{"user_id":-1}"#, r#"{"Algorithm":"HMAC-SHA256"}"#]
        {
            let outcome = Payload::parse(without.as_bytes()).err();
            assert_eq!(outcome, Some(SignedRequestError::UnsupportedAlgorithm), "{without}");
        }
    }

    #[test]
    fn instants_are_whole_seconds_within_reason() {
        let seconds = |member: Option<DateTime<Utc>>| member.map(|instant| instant.timestamp());
        let payload = parse(r#","issued_at":1291836800,"expires":1291840400"#).unwrap();
        assert_eq!(
            (seconds(payload.issued_at), seconds(payload.expires)),
            (Some(1_291_836_800), Some(1_291_840_400))
        );
        let never = parse(r#","issued_at":1291836800,"expires":0"#).unwrap();
        assert_eq!(never.expires, None);
        let nothing = parse(r#","issued_at":null,"expires":null"#).unwrap();
        assert_eq!((nothing.issued_at, nothing.expires), (None, None));
        assert_eq!(seconds(parse(r#","issued_at":253402300799"#).unwrap().issued_at), Some(LAST_SECOND));
        for absurd in [
            "-1",
            "1.5",
            "1291836800.0",
            "1e9",
            "253402300800",
            "1291836800000000",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551616",
            "-9223372036854775808",
            r#""1291836800""#,
            r#""soon""#,
            "true",
            "[]",
            "{}",
        ] {
            for member in ["issued_at", "expires"] {
                let outcome = parse(&format!(r#","{member}":{absurd}"#)).err();
                assert_eq!(outcome, Some(SignedRequestError::Malformed), "{member} {absurd}");
            }
        }
    }

    #[test]
    fn debug_shows_no_identifier() {
        let payload = parse(r#","user_id":"218471","profile_id":104"#).unwrap();
        assert_eq!(format!("{:?}", payload.user_id), "Some(AppScopedId(redacted))");
        assert_eq!(format!("{:?}", payload.profile_id), "Some(ProfileId(redacted))");
    }
}
