//! The instructions are the policy: there is no rule that can change without changing them.

use super::*;
use crate::datamap::DataMap;
use crate::finding::Findings;
use crate::identifier::Identifier;
use crate::plan::Planner;
use crate::policy::read;
use crate::policy::tests::canonical::{FULL, WORDS};
use crate::request::Request;
use crate::text::canonical::proof::Format;

/// The lists in which a page keeps the policy's order.
const ORDERED: &[&str] = &[
    "laws",
    "verify",
    "asks",
    "scopes",
    "category",
    "retain",
    "on_deauthorize",
    "inactive",
    "languages",
    "never",
];

/// What the page says in each language of the policy, and beside it the little that has no place on a page: ids of
/// categories, which languages there are, and a channel by which nobody asks.
fn in_all_languages(text: &str, made: impl Fn(&Instructions) -> String) -> (String, Findings) {
    let (policy, findings) = read(text);
    let Some(policy) = policy else { return (String::new(), findings) };
    let ids: Vec<&str> = policy.categories().iter().map(|category| category.id().as_str()).collect();
    let languages = policy.pages().languages();
    let pages = languages.iter().map(|language| made(&Instructions::of(&policy, language)));
    let inactivity = policy.channel(Channel::Inactivity).is_some();
    (format!("{}{ids:?}{languages:?}{inactivity}", pages.collect::<String>()), findings)
}

fn as_text(text: &str) -> (String, Findings) {
    let renderer = renderer();
    in_all_languages(text, |view| renderer.text(&renderer.instructions(view).unwrap()).unwrap())
}

fn as_html(text: &str) -> (String, Findings) {
    let renderer = renderer();
    in_all_languages(text, |view| renderer.html(&renderer.instructions(view).unwrap()).unwrap())
}

fn as_json(text: &str) -> (String, Findings) {
    in_all_languages(text, |view| serde_json::to_string(view).unwrap())
}

#[test]
fn every_rule_of_the_policy_is_on_the_page() {
    for read in [as_text, as_html, as_json] {
        Format { read, ordered: ORDERED, words: WORDS }.prove(FULL);
    }
}

#[test]
fn the_page_reads_like_this() {
    let text =
        renderer().text(&renderer().instructions(&Instructions::of(&policy(), "en")).unwrap()).unwrap();
    for part in [
        "- People who work in the product\n  - for the data about themselves\n  - for a whole account",
        "- People a business has messaged: we pass the request on to the business",
        "- By e-mail\n  - Subject line: Data Deletion Request\n  - Please tell us:\n  - your full name\n  - your number\n",
        "  - If you write “entire account”, we delete the whole account with everything in it\n",
        "- In our product, in your own settings: Your own settings\n  - Address: https://crm.example/privacy\n",
        "  - This way, you can cancel for 2 days.\n",
        "What we delete\n--------------\n- Conversations and media\n  - Gone even if nobody asks: 8 years from the end of the month of: last message\n",
        "  - Tax law (CGST Act 2017, s. 36): 72 months from the end of the financial year of: issued\n",
        "  - Protection against fraud (our terms, s. 9): we decide again after 12 months from: issued; if nobody does, it goes\n",
        "  - After that it is made anonymous.\n",
        "We never use it for:\n- marketing\n",
        "You hear from us within 7 days.\nAll is done within 60 days after we know that it is you.\n",
        "Only this goes then:\n- Conversations and media\n",
        "If somebody gives us your data again later, we do not take it.\n  - We remember that for 3 years.",
        "- You can also complain to: The authority <https://authority.example>",
        "Our financial year begins on 1 April.\n",
    ] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn a_short_policy_has_a_page_too() {
    let policy = Policy::from_toml("name = 'Example'\nversion = '1'").unwrap();
    let page = renderer().instructions(&Instructions::of(&policy, "en")).unwrap();
    let html = renderer().html(&page).unwrap();
    assert_is_a_tree(&html);
    assert!(html.contains("There is no way to ask yet.") && html.contains("Everybody about whom"), "{html}");
    assert!(!html.contains("noindex"), "everybody may find it");
}

/// Plan and page are made from one policy: a rule that changes changes both, and to the same.
#[test]
fn the_plan_does_what_the_page_says() {
    const MAP: &str = "[[collection]]\nname = 'people'\nkey = 'id'\ncategory = 'people'\nsubject = 'contact'\n\
                       identifiers = { phone = 'phone' }\n\
                       [[collection]]\nname = 'notes'\nkey = 'id'\ncategory = 'notes'\n\
                       owned_by = [{ field = 'of', of = 'people' }]\nevents = { issued = { field = 'at', as = 'date' } }\n\
                       fields = { text = {} }\n";
    let keeping = |citation: &str, period: &str| {
        format!(
            "on_erasure = 'retain'\nretain = [{{ ground = 'tax_law', citation = '{citation}', period = '{period}', start = 'issued' }}]"
        )
    };
    for (rule, heading, action, said) in [
        ("on_erasure = 'erase'".to_owned(), "What we delete", Action::Erase, "- Your notes"),
        ("on_erasure = 'anonymize'".to_owned(), "What we make anonymous", Action::Anonymize, "- Your notes"),
        (
            keeping("AO s. 147", "10 years"),
            "What we have to keep, and why",
            Action::Retain,
            "(AO s. 147): 10 years from: issued",
        ),
        (
            keeping("HGB s. 257", "8 years"),
            "What we have to keep, and why",
            Action::Retain,
            "(HGB s. 257): 8 years from: issued",
        ),
    ] {
        let policy = Policy::from_toml(&format!(
            "name = 'Example'\nversion = '1'\n[channels.operator]\n[[category]]\nid = 'people'\non_erasure = 'erase'\n\
             [[category]]\nid = 'notes'\nlabel = 'Your notes'\n{rule}\n"
        ))
        .unwrap();
        let planner = Planner::new(&policy, &DataMap::from_toml(MAP).unwrap()).unwrap();
        let request = Request::builder(Channel::Operator)
            .with_identifier(Identifier::phone("+919876543210", None).unwrap())
            .build()
            .unwrap();
        let plan = planner.plan(&request, &[], "2026-07-05T00:00:00Z".parse().unwrap()).unwrap();
        let record = plan.record();
        let step = record.steps().iter().find(|step| step.collection() == "notes").unwrap();
        assert_eq!(step.action(), action);
        let text =
            renderer().text(&renderer().instructions(&Instructions::of(&policy, "en")).unwrap()).unwrap();
        let (_, section) = text.split_once(&format!("{heading}\n---")).unwrap();
        let section = section.split("\n\n").next().unwrap();
        assert!(section.contains("- Your notes") && section.contains(said), "{section}");
        for ground in step.grounds() {
            assert!(section.contains(&format!("({}): {}", ground.citation, ground.period)), "{section}");
        }
        assert_eq!(step.grounds().is_empty(), action != Action::Retain);
    }
}
