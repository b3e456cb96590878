//! The pages of a visit that are not about one request's progress: codes that lead nowhere, proof, asking, cancelling, errors.

use super::contact::contacts;
use super::{Choosable, Composed, Field, FieldKind, Form, Hidden};
use crate::page::PageError;
use crate::page::visit::{AskProblem, AskView, CancelView, Mishap, ProveView, Site};
use crate::page::words::Speech;
use crate::policy::Extent;

/// A page of one message and what follows from it, with nothing about anybody.
pub(crate) fn message(
    site: &Site,
    page: &'static str,
    keys: [&str; 2],
    help: Option<&str>,
    speech: &Speech<'_>,
) -> Result<Composed, PageError> {
    let [title, message] = keys;
    let mut composed = Composed::new(page, &site.product, speech.say(title)?, speech)?;
    composed.message = Some(speech.say(message)?);
    if let Some(help) = help {
        composed.lead.push(speech.say(help)?);
    }
    composed.add(contacts(&site.contacts, speech)?);
    Ok(composed)
}

/// The page of something that went wrong.
pub(crate) fn mishap(site: &Site, mishap: Mishap, speech: &Speech<'_>) -> Result<Composed, PageError> {
    let [title, text] = ["title", "message"].map(|part| format!("error-{mishap}-{part}"));
    message(site, "error", [&title, &text], None, speech)
}

/// The page on which a person shows that they are who they say: a button for a link, a field for a code. A link that is only
/// opened proves nothing, since mail programs open links by themselves.
pub(crate) fn prove(site: &Site, view: &ProveView, speech: &Speech<'_>) -> Result<Composed, PageError> {
    let mut page = Composed::new("prove", &site.product, speech.say("prove-title")?, speech)?;
    let problem = match view.problem {
        Some(problem) => Some(speech.say(&format!("prove-problem-{problem}"))?),
        None => None,
    };
    page.lead.push(speech.say_with("prove-about", &[("product", site.product.as_str().into())])?);
    let (message, field, button) = if view.has_code {
        let field = Field {
            hint: Some(speech.say("prove-code-hint")?),
            problem: problem.clone(),
            autocomplete: "one-time-code",
            is_required: true,
            ..Field::new(FieldKind::Code, "code", speech.say("prove-code-label")?)
        };
        ("prove-message-code", Some(field), "prove-code-button")
    } else {
        ("prove-message-link", None, "prove-button")
    };
    let is_at_the_field = field.is_some() && view.problem.is_none_or(|problem| problem.can_be_tried_again());
    let said = problem.filter(|_| !is_at_the_field);
    page.message = Some(said.map_or_else(|| speech.say(message), Ok)?);
    if view.problem.is_none_or(|problem| problem.can_be_tried_again()) {
        let fields = field.into_iter().collect();
        page.forms.push(Form { fields, ..Form::new(view.action.as_str(), speech.say(button)?) });
    }
    if let Some(action) = &view.send_again {
        page.forms.push(Form::new(action.as_str(), speech.say("prove-again-button")?));
    }
    page.add(contacts(&site.contacts, speech)?);
    Ok(page)
}

/// The form by which a person asks.
pub(crate) fn ask(site: &Site, view: &AskView, speech: &Speech<'_>) -> Result<Composed, PageError> {
    let mut page = Composed::new("ask", &site.product, speech.say("ask-title")?, speech)?;
    page.lead.push(speech.say("ask-lead")?);
    let problem = |of: &[AskProblem]| match view.problem.filter(|problem| of.contains(problem)) {
        Some(problem) => speech.say(&format!("ask-problem-{problem}")).map(Some),
        None => Ok(None),
    };
    let mut fields = vec![
        Field {
            problem: problem(&[AskProblem::Missing, AskProblem::Email])?,
            value: view.email.clone(),
            autocomplete: "email",
            ..Field::new(FieldKind::Email, "email", speech.say("ask-email-label")?)
        },
        Field {
            hint: Some(speech.say("ask-phone-hint")?),
            problem: problem(&[AskProblem::Phone])?,
            value: view.phone.clone(),
            autocomplete: "tel",
            ..Field::new(FieldKind::Phone, "phone", speech.say("ask-phone-label")?)
        },
        Field::new(FieldKind::Trap, "website", speech.say("ask-trap-label")?),
    ];
    if view.scopes.len() > 1 {
        let choice = |extent: &Extent| {
            let label = speech.say(&format!("ask-scope-{extent}"))?;
            Ok(Choosable { value: extent.as_str(), label, is_chosen: *extent == view.scope })
        };
        fields.push(Field {
            choices: view.scopes.iter().map(choice).collect::<Result<_, PageError>>()?,
            ..Field::new(FieldKind::Choice, "scope", speech.say("ask-scope-label")?)
        });
    }
    page.forms.push(Form { fields, ..Form::new(view.action.as_str(), speech.say("ask-button")?) });
    page.add(contacts(&site.contacts, speech)?);
    Ok(page)
}

/// The form that cancels, with the token of the page that it stands on.
pub(crate) fn cancel_form(view: &CancelView, speech: &Speech<'_>) -> Result<Form, PageError> {
    let hidden = vec![Hidden { name: "token".to_owned(), value: view.token.clone() }];
    Ok(Form { hidden, ..Form::new(view.action.as_str(), speech.say("cancel-button")?) })
}
