//! Codes that lead nowhere, proof, asking, cancelling, errors.

use super::*;
use crate::policy::Extent;

fn site() -> Site {
    Site::of(&policy(), "en")
}

fn html(page: Result<Composed, PageError>) -> String {
    let html = renderer().html(&page.unwrap()).unwrap();
    assert_is_a_tree(&html);
    html
}

#[test]
fn a_code_that_leads_nowhere_never_reads_as_done() {
    for page in [renderer().unknown_code(&site()), renderer().mistyped_code(&site())] {
        let page = page.unwrap();
        let forms =
            [renderer().html(&page).unwrap(), renderer().text(&page).unwrap()].map(|it| it.to_lowercase());
        for form in forms {
            for word in ["erased", "deleted", "gone", "removed", "nothing about you", "done"] {
                assert!(!form.contains(word), "{word} in {form}");
            }
        }
    }
}

#[test]
fn a_link_is_proven_by_a_button_and_a_code_by_a_field() {
    let link = html(renderer().prove(&site(), &ProveView::new("/prove/abc", false)));
    assert!(link.contains(r#"<form method="post" action="/prove/abc">"#), "{link}");
    assert!(
        link.contains("<button type=\"submit\">Yes, it is me</button>") && !link.contains("<input"),
        "{link}"
    );
    let view = ProveView::new("/prove/abc", true).with_send_again("/prove/abc/again");
    let code = html(renderer().prove(&site(), &view));
    for part in [
        r#"<label for="code">Code</label>"#,
        r#"<input id="code" name="code" type="text" value="" autocomplete="one-time-code" inputmode="numeric" class="code" required aria-describedby="code-hint">"#,
        r#"action="/prove/abc/again""#,
    ] {
        assert!(code.contains(part), "`{part}` is not in {code}");
    }
    for &problem in ProveProblem::ALL {
        let page = html(renderer().prove(&site(), &view.clone().with_problem(problem)));
        let is_over =
            matches!(problem, ProveProblem::Expired | ProveProblem::Used | ProveProblem::TooManyAttempts);
        assert_eq!(page.contains("<input"), !is_over, "{problem}");
        assert_eq!(
            page.contains(r#"aria-invalid="true" aria-describedby="code-problem""#),
            !is_over,
            "{problem}"
        );
    }
    html(renderer().proved(&site()));
}

#[test]
fn the_form_offers_what_the_policy_lets_people_ask_for() {
    let form = html(renderer().ask(&site(), &AskView::new("/request", &policy())));
    for part in [
        r#"<input id="email" name="email" type="email" value="" autocomplete="email">"#,
        r#"<input id="phone" name="phone" type="tel" value="" autocomplete="tel" aria-describedby="phone-hint">"#,
        r#"<legend>What do you want to have deleted?</legend>"#,
        r#"<input type="radio" id="scope-subject" name="scope" value="subject" checked required>"#,
        r#"<input type="radio" id="scope-tenant" name="scope" value="tenant" required>"#,
        r#"<div class="trap" aria-hidden="true"><label for="website">"#,
    ] {
        assert!(form.contains(part), "`{part}` is not in {form}");
    }
    let short = Policy::from_toml("name = 'Example'\nversion = '1'").unwrap();
    let plain = html(renderer().ask(&site(), &AskView::new("/request", &short)));
    assert!(!plain.contains("<fieldset>"), "one choice is none");
    for &problem in AskProblem::ALL {
        let filled = AskView::new("/request", &policy()).filled("ana@x", "98", Extent::Tenant, problem);
        let page = html(renderer().ask(&site(), &filled));
        assert_eq!(page.matches("aria-invalid").count(), 1, "{problem}");
        assert!(page.contains(r#"value="ana@x""#) && page.contains(r#"value="tenant" checked"#), "{page}");
        assert!(!format!("{filled:?}").contains("ana"));
    }
    html(renderer().taken(&site()));
}

#[test]
fn cancelling_takes_a_button_and_the_page_s_token() {
    let cancel = CancelView::new("/status/ABC/cancel", "once");
    let view = PersonView::new(&standing(RequestState::Scheduled), &policy(), "en");
    for page in [renderer().status_with_cancel(&view, &cancel), renderer().cancel(&site(), &cancel)] {
        let page = html(page);
        assert!(page.contains(r#"<form method="post" action="/status/ABC/cancel">"#), "{page}");
        assert!(page.contains(r#"<input type="hidden" name="token" value="once">"#), "{page}");
        assert!(page.contains(">Cancel my request</button>"), "{page}");
    }
    assert!(!format!("{cancel:?}").contains("once"));
}

#[test]
fn every_mishap_has_its_page() {
    let pages: std::collections::BTreeSet<String> =
        Mishap::ALL.iter().map(|&mishap| html(renderer().mishap(&site(), mishap))).collect();
    assert_eq!(pages.len(), Mishap::ALL.len());
}

/// What a screen reader and a keyboard need, on every page: one main part, one first heading, and no heading left out.
#[test]
fn every_page_has_its_landmarks_and_no_field_is_without_its_label() {
    let (site, cancel) = (site(), CancelView::new("/a", "b"));
    let view = PersonView::new(&standing(RequestState::Scheduled), &policy(), "en");
    for page in [
        renderer().status_with_cancel(&view, &cancel),
        renderer().instructions(&Instructions::of(&policy(), "en")),
        renderer().prove(&site, &ProveView::new("/a", true)),
        renderer().ask(&site, &AskView::new("/a", &policy())),
        renderer().unknown_code(&site),
    ] {
        let page = html(page);
        for (part, count) in
            [("<main ", 1), ("<h1>", 1), ("<header>", 1), ("<footer>", 1), (r##"href="#main""##, 1)]
        {
            assert_eq!(page.matches(part).count(), count, "{part}");
        }
        let ids: Vec<&str> =
            page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let different: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len(), "each id once: {ids:?}");
        for reference in ["for", "aria-labelledby", "aria-describedby"] {
            for rest in page.split(&format!(" {reference}=\"")).skip(1) {
                let id = rest.split('"').next().unwrap();
                assert!(ids.contains(&id), "{reference} names `{id}`, which is not there");
            }
        }
        for input in tags(&page).into_iter().filter(|tag| tag.starts_with("input") && !tag.contains("hidden"))
        {
            let id = input.split(" id=\"").nth(1).unwrap().split('"').next().unwrap();
            assert!(page.contains(&format!("<label for=\"{id}\">")), "`{input}` has no label");
        }
    }
}
