//! What kind of personal data a column may hold.

use crate::text::words::words;

words! {
    /// What kind of personal data a column seems to hold.
    "a kind of personal data" Sort {
        /// An e-mail address.
        Email = "email",
        /// A phone or fax number.
        Phone = "phone",
        /// WhatsApp's name for a person.
        WaId = "wa_id",
        /// A business-scoped user id.
        Bsuid = "bsuid",
        /// A person's id on a page or in an app of Meta's.
        ScopedId = "scoped_id",
        /// A person's name.
        Name = "name",
        /// A name to log in with, or on another network.
        Login = "login",
        /// A postal address or a part of one.
        Address = "address",
        /// Where somebody is, or was.
        Whereabouts = "whereabouts",
        /// A date of birth, or an age.
        Birth = "birth",
        /// Gender, nationality, religion, health, and the like.
        Trait = "trait",
        /// A number that a state gave to a person.
        OfficialId = "official_id",
        /// An account or card that money moves through.
        Payment = "payment",
        /// An IP address.
        IpAddress = "ip_address",
        /// What tells a device or a browser from others.
        Device = "device",
        /// A token, password or key.
        Secret = "secret",
        /// WhatsApp's id of a message.
        MessageId = "message_id",
        /// A picture of a person.
        Picture = "picture",
        /// Something that somebody wrote, in which anything may stand.
        FreeText = "free_text",
        /// A bag of attributes, in which anything may stand.
        Attributes = "attributes",
    }
}

impl Sort {
    /// With its article, as messages have it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Email => "an e-mail address",
            Self::Phone => "a phone number",
            Self::WaId => "a WhatsApp id",
            Self::Bsuid => "a business-scoped user id",
            Self::ScopedId => "an id that Meta gave to a person",
            Self::Name => "a person's name",
            Self::Login => "a login or a name on another network",
            Self::Address => "a postal address",
            Self::Whereabouts => "somebody's whereabouts",
            Self::Birth => "a date of birth",
            Self::Trait => "something personal such as gender or nationality",
            Self::OfficialId => "an official number of a person",
            Self::Payment => "a bank account or card",
            Self::IpAddress => "an IP address",
            Self::Device => "a device or browser",
            Self::Secret => "a token, password or key",
            Self::MessageId => "WhatsApp's id of a message",
            Self::Picture => "a picture of a person",
            Self::FreeText => "free text",
            Self::Attributes => "a bag of attributes",
        }
    }
}
