//! Whom a person turns to, in words.

use super::{Item, Section};
use crate::page::PageError;
use crate::page::contact::Contacts;
use crate::page::words::Speech;

/// The part about questions and complaints; empty where there is nobody.
pub(super) fn contacts(contacts: &Contacts, speech: &Speech<'_>) -> Result<Section, PageError> {
    let mut section = Section::new(speech.say("contact-heading")?);
    for (key, address) in
        [("contact-controller", &contacts.controller), ("contact-officer", &contacts.officer)]
    {
        if let Some(address) = address {
            let places =
                [("name", address.name.as_str().into()), ("contact", address.contact.as_str().into())];
            section.items.push(Item::new(speech.say_with(key, &places)?));
        }
    }
    if let Some(grievance) = &contacts.grievance {
        let places = [("grievance", grievance.as_str().into())];
        section.items.push(Item::new(speech.say_with("contact-grievance", &places)?));
    }
    if let Some(authority) = &contacts.complaint {
        let text = speech.say_with("contact-complaint", &[("name", authority.name.as_str().into())])?;
        section.items.push(Item { text, details: Vec::new(), link: authority.url.clone() });
    }
    Ok(section)
}
