//! The words by which a draft guesses what a table is for. Tables of words and nothing else.

/// A category that a draft may use: its id, its label, and the words of the tables that fall under it.
#[derive(Debug)]
pub(super) struct Purpose {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) words: &'static [&'static str],
}

/// The category of people, and of what no other takes.
pub(super) const CONTACTS: &str = "contacts";
/// The category of tenants and of those who work for the host.
pub(super) const ACCOUNT: &str = "account";

/// Every category, in the order in which they are tried.
#[rustfmt::skip]
pub(super) const PURPOSES: &[Purpose] = &[
    Purpose { id: "billing", label: "Invoices, orders and payments", words: &[
        "invoice", "bill", "billing", "order", "payment", "transaction", "receipt", "refund", "credit", "quote", "facture", "rechnung",
        "purchase", "sale", "subscription", "payout", "charge", "commande", "pedido", "fatura", "checkout", "cart", "wallet", "expense",
    ] },
    Purpose { id: "security", label: "Sessions, tokens and logs", words: &[
        "session", "token", "login", "audit", "log", "device", "password", "otp", "credential", "authentication", "authorization", "grant",
        "access", "webauthn", "mfa", "fingerprint", "blacklist", "ban", "ip", "key", "cookie", "connection", "impersonation",
    ] },
    Purpose { id: "marketing", label: "Campaigns and newsletters", words: &[
        "campaign", "newsletter", "segment", "mailing", "broadcast", "unsubscribe", "optout", "consent", "coupon", "voucher", "promotion",
        "emailsubscription", "survey", "audience",
    ] },
    Purpose { id: "conversations", label: "Conversations, messages and attachments", words: &[
        "message", "conversation", "chat", "ticket", "thread", "email", "call", "sms", "comment", "post", "reply", "note", "attachment",
        "reaction", "inbox", "mention", "discussion", "feedback", "review", "case", "followup", "article", "upload", "document", "file",
        "mail", "topic", "issue", "voicemail", "participant",
    ] },
    Purpose { id: ACCOUNT, label: "The account and the people who work in it", words: &[] },
    Purpose { id: CONTACTS, label: "Contacts and what is known of them", words: &[] },
];

/// Words by which a table says that its rows are tenants.
pub(super) const TENANTS: &[&str] = &[
    "account",
    "organization",
    "organisation",
    "company",
    "shop",
    "tenant",
    "workspace",
    "merchant",
    "business",
    "site",
    "entity",
    "store",
    "team",
    "agency",
    "instance",
    "brand",
    "empresa",
    "mandant",
];

/// Words of tables whose rows belong to whoever works for the host, and not only name them.
pub(super) const PERSONAL_EFFECTS: &[&str] = &[
    "session",
    "token",
    "device",
    "login",
    "identity",
    "credential",
    "password",
    "otp",
    "notification",
    "preference",
    "profile",
    "key",
    "bookmark",
    "favorite",
    "favourite",
    "subscription",
    "avatar",
    "authentication",
    "grant",
    "webauthn",
];

/// Words of tables whose rows may belong to several people together.
pub(super) const SHARED: &[&str] = &[
    "conversation",
    "thread",
    "chat",
    "dialog",
    "ticket",
    "case",
    "deal",
    "opportunity",
    "appointment",
    "booking",
    "household",
    "family",
    "meeting",
    "discussion",
];

/// Words of tables that are another way to reach somebody, so that what they hold leads to their owner.
pub(super) const WAYS: &[&str] =
    &["email", "phone", "channel", "identity", "handle", "address", "number", "inbox", "source"];

/// Words of a column that is the address or number itself, and not one for some purpose.
pub(super) const PLAIN: &[&str] = &[
    "email",
    "e",
    "mail",
    "address",
    "phone",
    "number",
    "mobile",
    "tel",
    "telephone",
    "cell",
    "cellphone",
    "wa",
    "id",
    "whatsapp",
    "primary",
    "secondary",
    "work",
    "home",
    "personal",
    "private",
    "business",
    "jid",
    "bsuid",
    "psid",
    "igsid",
    "asid",
    "msisdn",
    "e164",
    "main",
    "alt",
    "alternate",
    "pro",
    "perso",
    "landline",
    "value",
    "user",
    "contact",
    "customer",
    "client",
    "telefon",
    "telefono",
    "celular",
    "facebook",
    "fb",
    "handy",
];

/// Words of a column that is the address or number of a table of addresses or numbers.
pub(super) const THE_THING_ITSELF: &[&str] = &["address", "value", "number", "email", "phone"];

/// Words of tables that others point to without being part of them: an order goes to an address, and belongs to nobody by it.
pub(super) const DESTINATIONS: &[&str] = &["address", "adresse", "location", "place", "email", "phone"];

/// An event and the words of the columns that hold it, in the order in which they are tried.
#[derive(Debug)]
pub(super) struct Moment {
    pub(super) name: &'static str,
    pub(super) columns: &'static [&'static str],
}

/// Every event that a draft looks for.
#[rustfmt::skip]
pub(super) const MOMENTS: &[Moment] = &[
    Moment { name: "created", columns: &[
        "created at", "created on", "created", "date created", "create date", "created time", "inserted at", "date add", "datec", "date creation",
        "creation date", "date entered", "added at", "registered at", "crtime", "erstellt am", "fecha creacion",
    ] },
    Moment { name: "issued", columns: &[
        "issued at", "issued on", "issue date", "invoice date", "date invoice", "invoiced at", "bill date", "billed at", "datef", "order date",
        "ordered at", "payment date", "paid at", "paid on",
    ] },
    Moment { name: "last_message", columns: &["last message at", "last activity at", "last contacted at", "lastmessage", "last interaction at"] },
    Moment { name: "last_login", columns: &["last login at", "last login", "last sign in at", "last seen at", "last visit", "last seen", "lastlogin"] },
    Moment { name: "closed", columns: &["closed at", "closed", "resolved at", "close date", "closedate", "ended at"] },
];
