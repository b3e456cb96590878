//! The page that says how to ask, and the plan that is carried out: both come from one policy.

#![cfg(feature = "pages")]

use oubliette::datamap::DataMap;
use oubliette::identifier::Identifier;
use oubliette::page::{Instructions, Renderer};
use oubliette::plan::Planner;
use oubliette::policy::{Channel, Policy};
use oubliette::request::{Action, Request};

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
            "(AO s. 147): 10 years from: the day of issue",
        ),
        (
            keeping("HGB s. 257", "8 years"),
            "What we have to keep, and why",
            Action::Retain,
            "(HGB s. 257): 8 years from: the day of issue",
        ),
    ] {
        let policy = Policy::from_toml(&format!(
            "name = 'Example'\nversion = '1'\n[channels.operator]\n[[category]]\nid = 'people'\non_erasure = 'erase'\n\
             [[category]]\nid = 'notes'\nlabel = 'Your notes'\n{rule}\n"
        ))
        .unwrap();
        let renderer = Renderer::new().unwrap();
        let planner = Planner::new(&policy, &DataMap::from_toml(MAP).unwrap()).unwrap();
        let request = Request::builder(Channel::Operator)
            .with_identifier(Identifier::phone("+919876543210", None).unwrap())
            .build()
            .unwrap();
        let plan = planner.plan(&request, &[], "2026-07-05T00:00:00Z".parse().unwrap()).unwrap();
        let record = plan.record();
        let step = record.steps().iter().find(|step| step.collection() == "notes").unwrap();
        assert_eq!(step.action(), action);
        let text = renderer.text(&renderer.instructions(&Instructions::of(&policy, "en")).unwrap()).unwrap();
        let (_, section) = text.split_once(&format!("{heading}\n---")).unwrap();
        let section = section.split("\n\n").next().unwrap();
        assert!(section.contains("- Your notes") && section.contains(said), "{section}");
        for ground in step.grounds() {
            assert!(section.contains(&format!("({}): {}", ground.citation, ground.period)), "{section}");
        }
        assert_eq!(step.grounds().is_empty(), action != Action::Retain);
    }
}
