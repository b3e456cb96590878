//! The instructions are the policy: there is no rule that can change without changing them.

use super::*;
use crate::finding::Findings;
use crate::policy::read;
use crate::policy::tests::canonical::{FULL, WORDS};
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
        "- By e-mail\n  - Subject line: Data Deletion Request\n  - Please tell us:\n    - your full name\n    - your number\n",
        "  - If you write “entire account”, we delete the whole account with everything in it\n",
        "- In our product, in your own settings: Your own settings\n  - Address: https://crm.example/privacy\n",
        "  - This way, you can cancel for 2 days.\n",
        "What we delete\n--------------\n- Conversations and media\n  - Gone even if nobody asks: 8 years from the end of the month of: the last message\n",
        "  - Tax law (CGST Act 2017, s. 36): 72 months from the end of the financial year of: the day of issue\n",
        "  - Protection against fraud (our terms, s. 9): we decide again after 12 months from: the day of issue; if nobody does, it goes\n",
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
