//! The words by which columns and tables are recognised. Tables of words and nothing else: how they are compared stands
//! in [`names`](super::names) and [`surroundings`](super::surroundings).
//!
//! A pattern is one word or several, in the order in which a column's name has them; `first name` is found in
//! `first_name`, `firstName`, `FIRSTNAME` and `billing_first_name2`. Accents are folded before, plurals and trailing
//! digits do not matter.

use super::sort::Sort;

/// How much a word says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Enough, wherever it stands.
    Strong,
    /// Enough where the table is about people, or linked to one that is.
    NearPeople,
    /// Enough where a row is a person, or somebody's particulars.
    OfPeople,
}

/// What a column must be able to hold for a word to mean what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capacity {
    /// Text of any length worth writing to.
    Text,
    /// The same, or one of a few letters or of a list.
    ShortText,
    /// Text or digits.
    TextOrNumber,
    /// Text, digits or a UUID.
    Id,
    /// A day, or text or a number that stands for one.
    Day,
    /// A coordinate.
    Coordinate,
    /// Text with room for a sentence.
    Prose,
    /// JSON, or text with room for it.
    Bag,
}

/// A kind of personal data, and the words that name it.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) sort: Sort,
    pub(super) weight: Weight,
    pub(super) capacity: Capacity,
    pub(super) patterns: &'static [&'static str],
}

const fn term(sort: Sort, weight: Weight, capacity: Capacity, patterns: &'static [&'static str]) -> Term {
    Term { sort, weight, capacity, patterns }
}

/// Every kind with its words. Where several patterns are found, the longest decides, then the first.
#[rustfmt::skip]
pub(super) const TERMS: &[Term] = {
    use Capacity::*;
    use Weight::*;
    &[
        term(Sort::Email, Strong, Text, &[
            "email", "e mail", "mail address", "email id", "mail id", "mailbox address", "correo", "courriel", "emailadresse",
            "correo electronico", "posta elettronica", "unconfirmed email", "paypal email", "recovery mail", "recipient", "rcpt", "from address", "to address", "mail from", "mail to", "bcc",
        ]),
        term(Sort::Email, OfPeople, Text, &["mail", "reply to"]),
        term(Sort::Phone, Strong, TextOrNumber, &[
            "phone", "phone number", "telephone", "mobile", "mobile number", "mobile phone", "cellphone", "cell phone", "msisdn",
            "fax", "fax number", "telefono", "telefon", "telefone", "telefonnummer", "telefoon", "celular", "handy", "handynummer",
            "rufnummer", "movil", "portable", "whatsapp number", "sms number", "caller number", "caller id", "e164", "landline",
        ]),
        term(Sort::Phone, OfPeople, TextOrNumber, &["tel", "cell", "gsm", "contact number", "contact no"]),
        term(Sort::WaId, Strong, Id, &["wa id", "whatsapp id", "wa phone", "whatsapp jid", "remote jid", "jid", "whatsapp"]),
        term(Sort::Bsuid, Strong, Id, &["bsuid", "business scoped user id", "business scoped id"]),
        term(Sort::ScopedId, Strong, Id, &[
            "psid", "igsid", "asid", "page scoped id", "app scoped id", "facebook user id", "facebook id", "fb id", "fb user id",
            "instagram user id", "instagram scoped id", "meta user id",
        ]),
        term(Sort::Name, Strong, Text, &[
            "first name", "last name", "full name", "display name", "given name", "family name", "middle name", "maiden name",
            "birth name", "surname", "fore name", "nick name", "nick", "fname", "lname", "mname", "contact name", "customer name",
            "client name", "person name", "patient name", "member name", "lead name", "guest name", "recipient name", "sender name",
            "author name", "owner name", "buyer name", "billing name", "shipping name", "card holder", "card holder name",
            "account holder", "beneficiary name", "profile name", "push name", "pushname", "verified name", "real name", "legal name",
            "commenter name", "visitor name", "employee name", "agent name", "contact person", "attention to", "emergency contact",
            "spouse", "spouse name", "mother name", "father name", "salutation", "prenom", "nom complet", "nom famille",
            "vorname", "nachname", "vollname", "nombre completo", "apellido", "apellidos", "primer nombre", "cognome", "sobrenome",
            "nome completo", "imie", "nazwisko", "voornaam", "achternaam", "fornamn", "efternamn", "fornavn", "etternavn", "efternavn",
        ]),
        term(Sort::Name, OfPeople, Text, &[
            "name", "alias", "initial", "nom", "nombre", "nome", "naam", "civility", "civilite", "anrede", "title prefix",
            "honorific", "contact", "poster", "commenter", "sort name", "phonetic", "signature",
        ]),
        term(Sort::Login, Strong, Text, &["user name", "username", "login name", "screen name", "benutzername", "usuario"]),
        term(Sort::Login, OfPeople, Text, &["login", "handle", "user id text"]),
        term(Sort::Login, NearPeople, Text, &[
            "twitter", "facebook", "instagram", "linkedin", "telegram", "skype", "viber", "wechat", "discord", "snapchat", "tiktok",
            "jabber", "icq", "google id", "github", "telegram id", "line id", "linkedin id", "google oauth2 id", "twitter id", "instagram id", "discord id", "slack id", "apple id", "openid", "extern uid", "provider uid", "social profile",
        ]),
        term(Sort::Address, Strong, Text, &[
            "street", "street address", "postal address", "mailing address", "home address", "billing address", "shipping address",
            "delivery address", "address line", "strasse", "hausnummer", "house number", "direccion", "endereco", "indirizzo", "adresse",
            "adres", "anschrift", "calle", "rue", "domicilio",
        ]),
        term(Sort::Address, NearPeople, Text, &["address", "addr"]),
        term(Sort::Address, OfPeople, TextOrNumber, &[
            "city", "town", "zip", "zip code", "zipcode", "postcode", "post code", "postal code", "postalcode", "plz", "ort", "ville",
            "code postal", "ciudad", "codigo postal", "cidade", "cep", "citta", "cap code", "suburb", "district", "landmark", "locality",
        ]),
        term(Sort::Whereabouts, NearPeople, Coordinate, &[
            "latitude", "longitude", "lat", "lng", "lon", "lat long", "geo location", "geolocation", "coordinates", "location",
            "current location", "last location", "gps", "geohash",
        ]),
        term(Sort::Birth, Strong, Day, &[
            "birth", "birthday", "birthdate", "birth date", "date birth", "date of birth", "dob", "born", "born on", "year of birth",
            "geburtsdatum", "geburtstag", "fecha nacimiento", "naissance", "date naissance", "nascimento", "data nascimento", "nascita",
        ]),
        term(Sort::Birth, OfPeople, Day, &["age"]),
        term(Sort::Trait, Strong, ShortText, &[
            "gender", "nationality", "ethnicity", "race", "religion", "marital status", "sexual orientation", "blood group",
            "blood type", "citizenship", "disability", "geschlecht", "nationalite", "genero",
        ]),
        term(Sort::Trait, OfPeople, ShortText, &["sex", "pronoun", "occupation", "job title", "profession", "employer", "income", "allergy"]),
        term(Sort::OfficialId, Strong, TextOrNumber, &[
            "passport", "passport number", "ssn", "social security", "social security number", "national id", "national number",
            "tax id", "tax number", "taxid", "vat number", "vat id", "tva intra", "aadhaar", "aadhar", "pan number", "pan no", "gstin",
            "driver license", "drivers license", "driving licence", "license plate", "identity card", "id card", "id number", "nin",
            "cpf", "cnpj", "curp", "rfc number", "dni", "nif", "cif", "steuernummer", "codice fiscale", "pesel", "personnummer", "siret", "siren",
            "voter id", "insurance number", "medical record number", "mrn",
        ]),
        term(Sort::Payment, Strong, TextOrNumber, &[
            "iban", "bic", "swift", "bank account", "bank account number", "account number", "routing number", "sort code", "card number",
            "credit card", "cc number", "card last4", "last4", "last four", "card fingerprint", "upi", "upi id", "vpa", "paypal", "ifsc",
            "stripe customer id", "kontonummer", "cuenta bancaria", "compte bancaire", "sepa mandate", "wallet address",
        ]),
        term(Sort::IpAddress, Strong, TextOrNumber, &[
            "ip", "ip address", "ip addr", "ipaddr", "ipv4", "ipv6", "remote addr", "remote address", "remote ip", "client ip", "user ip",
            "sign in ip", "last login ip", "adresse ip",
        ]),
        term(Sort::Device, Strong, Id, &[
            "user agent", "useragent", "device id", "device token", "device fingerprint", "browser fingerprint", "fingerprint", "mac address",
            "imei", "imsi", "udid", "idfa", "gaid", "advertising id", "push token", "fcm token", "apns token", "registration token",
            "browser id", "visitor id", "anonymous id", "cookie id", "client id cookie", "ga client id", "hostname of client",
        ]),
        term(Sort::Device, NearPeople, Text, &["browser", "device", "device name", "referer", "referrer", "landing page", "request uri"]),
        term(Sort::Secret, Strong, Text, &[
            "token", "secret", "password", "passwd", "passphrase", "pwd", "passcode", "pin code", "access key", "api key", "private key",
            "auth key", "session key", "secret key", "otp", "otp secret", "backup code", "recovery code", "credential", "salt", "session id",
            "magic link", "cookie", "secure key", "authorization", "kennwort", "passwort", "contrasena", "mot de passe", "senha", "mdp", "hashed password", "security answer",
        ]),
        term(Sort::MessageId, Strong, Text, &["wamid", "whatsapp message id", "wa message id"]),
        term(Sort::MessageId, NearPeople, Text, &["external message id", "provider message id", "message sid", "email message id"]),
        term(Sort::Picture, NearPeople, Text, &[
            "avatar", "photo", "picture", "profile pic", "profile picture", "profile image", "portrait", "selfie", "thumbnail photo", "gravatar",
            "image", "foto", "scan",
        ]),
        term(Sort::FreeText, NearPeople, Prose, &[
            "note", "comment", "body", "body text", "body html", "content", "message", "message text", "text", "description", "remark", "memo",
            "bio", "biography", "about", "about me", "feedback", "transcript", "reply", "review", "testimonial", "snippet", "preview",
            "summary", "reason", "subject", "caption", "answer", "question", "query", "search term", "observation", "diagnosis", "complaint",
            "html body", "plain text", "raw", "raw body", "raw message", "msg", "bemerkung", "notiz", "nachricht", "kommentar", "nota",
            "comentario", "observacion", "mensaje", "mensagem", "remarque", "commentaire", "interest", "status message", "greeting",
            "last message", "introduction", "title", "log", "information", "file name", "original name", "gift message",
        ]),
        term(Sort::Attributes, NearPeople, Bag, &[
            "payload", "metadata", "meta", "data", "attribute", "custom attribute", "additional attribute", "custom field", "property", "extra",
            "details", "detail", "info", "params", "parameter", "context", "content attribute", "raw data", "raw payload", "response", "request",
            "event data", "object", "changes", "object changes", "diff", "value", "old value", "new value", "snapshot", "trait", "profile",
            "identity", "headers", "environment", "arguments", "fields", "file data", "blob", "file content",
        ]),
    ]
};

/// Words that make a column something else when they stand before what looks personal: `is_email`, `max_tokens`.
#[rustfmt::skip]
pub(super) const BEFORE: &[&str] = &[
    "is", "has", "had", "can", "may", "must", "should", "allow", "allowed", "enable", "enabled", "disable", "disabled", "show", "hide",
    "send", "use", "need", "require", "required", "skip", "include", "exclude", "force", "auto", "num", "nb", "count", "total", "max",
    "min", "default", "template", "smtp", "imap", "system", "with", "without", "notify", "hash", "next",
];

/// Words that make a column something else when they stand after what looks personal: `token_count`, `address_id`.
#[rustfmt::skip]
pub(super) const AFTER: &[&str] = &[
    "id", "ids", "type", "kind", "status", "state", "count", "total", "format", "template", "enabled", "disabled", "verified", "confirmed",
    "validated", "valid", "invalid", "validity", "at", "on", "date", "time", "timestamp", "expires", "expiry", "expiration", "expire", "ttl",
    "length", "limit", "size", "max", "min", "position", "order", "sort", "index", "rank", "weight", "label", "required", "optional",
    "visible", "hidden", "sent", "opened", "clicked", "bounced", "provider", "server", "host", "port", "domain", "pool", "range", "suffix",
    "regex", "pattern", "mask", "version", "lang", "language", "locale", "encoding", "charset", "method", "mode", "policy", "setting",
    "config", "preference", "option", "notification", "subscription", "frequency", "interval", "flag", "fee", "amount", "price", "cost",
    "rate", "score", "level", "unique", "column", "field", "table", "class", "usage", "used", "attempt", "failure", "error", "page", "app",
    "channel", "color", "colour", "width", "height", "checksum", "md5", "sha", "sha1", "sha256", "sha512", "etag", "mime", "mimetype",
    "cached", "markdown", "year", "month", "day", "period", "strategy", "delay", "timeout", "quality", "opt", "optin", "optout", "country",
    "display", "plural", "singular", "key", "code", "group", "category", "list", "path", "file", "permission", "role", "scope", "source",
];

/// What may follow a secret without making it something else: a token's path, code or key is as good as the token.
pub(super) const AFTER_SECRETS: &[&str] = &["key", "code", "list", "source", "state"];

/// What may stand before a word that says little by itself, and leaves it the point of the name: `internal_note`.
#[rustfmt::skip]
pub(super) const QUALIFIERS: &[&str] = &[
    "internal", "external", "private", "public", "customer", "contact", "client", "user", "admin", "agent", "staff", "short", "long",
    "full", "additional", "other", "extra", "old", "new", "last", "first", "original", "raw", "main", "primary", "secondary", "home",
    "work", "personal", "business", "billing", "shipping", "delivery", "invoice", "sender", "recipient", "patient", "lead", "closing",
    "custom", "session", "event", "request", "response", "google", "formatted", "text", "string", "image", "avatar", "photo", "picture",
    "http", "message", "ticket", "order", "medical", "my", "current", "processed", "profile", "line", "plain", "html",
];

/// What may stand behind such a word in the same way: `avatar_url`.
#[rustfmt::skip]
pub(super) const ENDINGS: &[&str] = &[
    "text", "html", "url", "uri", "json", "jsonb", "data", "blob", "encrypted", "ciphertext", "line", "link", "handle", "username", "uid",
    "field", "xml",
];

/// Words by which a table says that a row of it is a person; each in the singular.
#[rustfmt::skip]
pub(super) const PEOPLE: &[&str] = &[
    "contact", "customer", "client", "lead", "person", "people", "user", "member", "subscriber", "patient", "prospect", "visitor", "guest",
    "recipient", "employee", "agent", "staff", "operator", "admin", "administrator", "student", "teacher", "applicant", "candidate",
    "attendee", "participant", "donor", "volunteer", "buyer", "seller", "individual", "respondent", "borrower", "passenger", "citizen",
    "resident", "profile", "identity", "author", "player", "driver", "collaborator", "requester", "socpeople", "adherent", "cliente", "kunde",
    "kunden", "benutzer", "utilisateur", "usuario", "persona", "pessoa", "kontakt", "kontakte", "contacto", "contato", "contatto", "contatti",
    "utente", "utenti", "klant", "klanten", "klient", "mitarbeiter", "empleado", "socio", "interessent", "abonnent", "personne",
];

/// Those of them who work for the host rather than buy from it.
#[rustfmt::skip]
pub(super) const STAFF: &[&str] = &[
    "agent", "staff", "operator", "employee", "admin", "administrator", "teacher", "author", "collaborator", "mitarbeiter", "empleado",
];

/// Those of them who may be either.
pub(super) const USERS: &[&str] = &["user", "benutzer", "utilisateur", "usuario", "utente", "utenti"];

/// Those of them who are most likely the people that a CRM is about.
#[rustfmt::skip]
pub(super) const CUSTOMERS: &[&str] = &[
    "contact", "customer", "client", "lead", "person", "people", "patient", "prospect", "subscriber", "member", "guest", "visitor",
    "cliente", "kunde", "kunden", "kontakt", "kontakte", "contacto", "contato", "contatto", "contatti", "klant", "klanten", "klient",
    "socpeople", "adherent", "persona", "pessoa", "individual", "requester",
];

/// What may stand behind one of [`PEOPLE`] without changing that a row is a person: `patient_data`, `customer_entity`.
pub(super) const PARTICULARS: &[&str] = &[
    "data",
    "detail",
    "info",
    "information",
    "record",
    "entity",
    "particular",
    "profile",
    "account",
    "master",
    "table",
    "tbl",
];

/// Words by which a table says that it holds the host's own choices and lists, and nobody's data.
#[rustfmt::skip]
pub(super) const LISTS: &[&str] = &[
    "template", "setting", "type", "category", "status", "config", "configuration", "language", "lang", "country", "currency", "migration",
    "permission", "role", "translation", "locale", "zone", "tax", "unit", "feature", "plan", "option", "rule", "reason", "stage", "priority",
    "color", "theme", "widget", "menu", "plugin", "module", "queue", "job", "schedule", "definition", "dictionary", "preference",
];

/// Words of columns that name who did something, and not whose the record is.
#[rustfmt::skip]
pub(super) const DOERS: &[&str] = &[
    "created", "updated", "deleted", "modified", "edited", "changed", "assigned", "assignee", "author", "creator", "editor", "owner",
    "approver", "approved", "reviewer", "reviewed", "closed", "resolved", "merged", "agent", "operator", "staff", "handler", "handled",
    "responsible", "manager", "inviter", "invited", "uploader", "uploaded", "publisher", "published", "locked", "verified",
    "performed", "actor", "rejected", "cancelled", "canceled", "moderator", "moderated", "tech", "technician", "salesperson", "rep", "by",
    "employee", "admin", "completed", "started", "granted", "granter", "last", "crea", "modif", "valid", "lastupdater",
];

/// Words of columns that name whose a record is, where no table is called so: one of the people, whoever they are.
#[rustfmt::skip]
pub(super) const PARTIES: &[&str] = &[
    "payer", "buyer", "receiver", "starter", "follower", "followed", "requester", "reporter", "sender", "recipient", "beneficiary", "holder",
    "initiator", "opener", "applicant", "claimant", "subscriber", "participant", "attendee", "voter", "liker", "invitee", "tester", "winner",
];
