//! A form that was posted. Knows fields by name; what they mean is the routes' to say.

use url::form_urlencoded;

use super::problem::Trouble;

/// The fields of a form, in their order.
pub(super) struct Posted(Vec<(String, String)>);

impl Posted {
    /// Reads a form. Whatever bytes there are, they are some form.
    pub(super) fn read(body: &[u8]) -> Self {
        Self(
            form_urlencoded::parse(body).map(|(name, text)| (name.into_owned(), text.into_owned())).collect(),
        )
    }

    /// A field, or an empty text where the form does not have it. What is around it was not meant.
    ///
    /// # Errors
    /// The form has it twice: somebody else might read the other one.
    pub(super) fn text(&self, name: &str) -> Result<&str, Trouble> {
        let mut found = self.0.iter().filter(|(field, _)| field == name);
        match (found.next(), found.next()) {
            (_, Some(_)) => Err(Trouble::bad_request()),
            (found, None) => Ok(found.map(|(_, text)| text.trim()).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_stands_twice_is_nobody_s() {
        let posted = Posted::read(b"a=%201+2%20&b=&c=1&c=1&%ff=x");
        assert_eq!(posted.text("a").ok(), Some("1 2"));
        assert_eq!((posted.text("b").ok(), posted.text("d").ok()), (Some(""), Some("")));
        assert!(posted.text("c").is_err(), "even where both are the same");
        assert!(Posted::read(b"").text("a").is_ok_and(str::is_empty));
    }
}
