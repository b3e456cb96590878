//! The lists of ids that Meta puts ready for an app: people who asked for deletion, one id a line.
//!
//! Knows the form of the list. What cannot be read is counted by line, and never passed over unseen.

use std::collections::BTreeSet;

use super::MetaApp;
use crate::identifier::Identifier;
use crate::policy::Channel;
use crate::request::{Request, RequestError};

/// What a list of ids says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IdList {
    /// The people, in the order of the list, each once.
    pub people: Vec<Identifier>,
    /// How many lines name somebody whom another line has named.
    pub repeated: usize,
    /// The numbers of the lines that hold something which is no id. Nobody is erased by them: look at them.
    pub unread: Vec<usize>,
}

impl MetaApp {
    /// Reads a list of the app's ids, one a line. Blank lines mean nothing, and an id may stand in quotation marks.
    pub fn id_list(&self, text: &str) -> IdList {
        let mut list = IdList { people: Vec::new(), repeated: 0, unread: Vec::new() };
        let mut seen = BTreeSet::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (number, line) in (1..).zip(text.lines()) {
            let id = unquoted(line.trim());
            if id.is_empty() {
                continue;
            }
            match self.person(id) {
                None => list.unread.push(number),
                Some(person) if !seen.insert(person.clone()) => list.repeated += 1,
                Some(person) => list.people.push(person),
            }
        }
        list
    }

    /// A request for each person of a list, who then has a code and a state of their own.
    ///
    /// # Errors
    /// None that a list from [`MetaApp::id_list`] can give.
    pub fn requests(&self, list: &IdList) -> Result<Vec<Request>, RequestError> {
        list.people.iter().map(|person| self.request(person.clone())).collect()
    }

    /// The same people in as few requests as possible, each erased in one pass: they share a code and a state.
    ///
    /// # Errors
    /// As [`MetaApp::requests`].
    pub fn joint_requests(&self, list: &IdList) -> Result<Vec<Request>, RequestError> {
        let joint = |people: &[Identifier]| {
            let empty = Request::builder(Channel::Meta);
            let request = people.iter().fold(empty, |it, person| it.with_person([person.clone()]));
            self.addressed(request).build()
        };
        list.people.chunks(Request::MAX_PERSONS).map(joint).collect()
    }
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text).trim()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{AppSecret, AppSecrets, Product};
    use super::*;

    fn app() -> MetaApp {
        MetaApp::new(Product::Facebook, "900", AppSecrets::new([AppSecret::new("secret")])).unwrap()
    }

    #[test]
    fn each_line_is_a_person_once_or_is_said() {
        let list = app()
            .id_list("\u{feff}user_id\r\n218471\r\n\r\n \"42\" \r\n218471\n218 471\n0\n9007199254740993\n");
        let values: Vec<&str> = list.people.iter().map(Identifier::value).collect();
        assert_eq!(values, ["218471", "42", "9007199254740993"]);
        assert_eq!((list.repeated, list.unread.as_slice()), (1, &[1, 6, 7][..]));
        let requests = app().requests(&list).unwrap();
        assert_eq!(requests.len(), 3);
        assert!(requests.iter().all(|request| request.persons().is_empty()));
        assert_eq!(requests[1].identifiers(), [Identifier::asid(Product::Facebook, "900", "42").unwrap()]);
        assert!(!format!("{list:?}").contains("218471"), "ids are personal");
    }

    #[test]
    fn many_people_share_as_few_requests_as_can_be() {
        let text: String = (1..=2_500).map(|id| format!("{id}\n")).collect();
        let list = app().id_list(&text);
        let sizes: Vec<usize> =
            app().joint_requests(&list).unwrap().iter().map(|request| request.persons().len()).collect();
        assert_eq!(sizes, [1_000, 1_000, 500]);
        assert_eq!(app().requests(&list).unwrap().len(), 2_500);
        assert!(app().requests(&app().id_list("")).unwrap().is_empty());
        assert!(app().joint_requests(&app().id_list("\n\n")).unwrap().is_empty());
    }

    proptest! {
        #[test]
        fn no_line_is_lost(lines in prop::collection::vec("[0-9]{0,4}|[ -~]{0,6}|\\PC{0,4}", 0..30)) {
            let text = lines.join("\n");
            let list = app().id_list(&text);
            let is_blank = |line: &&str| unquoted(line.trim().trim_start_matches('\u{feff}')).is_empty();
            let said = text.lines().filter(|line| !is_blank(line)).count();
            prop_assert_eq!(list.people.len() + list.repeated + list.unread.len(), said);
            prop_assert!(app().requests(&list).is_ok() && app().joint_requests(&list).is_ok());
        }
    }
}
