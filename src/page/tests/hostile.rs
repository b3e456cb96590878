//! Values that a policy, a label, an operator or a person puts into a page, and what a host's own templates may do.

use super::*;
use crate::policy::{
    Bound, Category, ChannelRules, Complaint, Controller, DeletionPeriod, Disposition, Extent, Ground,
    Handling, Inactive, Label, Officer, Pages, Requester,
};

const HOSTILE: &str = "</title></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ style }}{% raw %}\n- Done.\u{202e}\0";

/// A policy with these words wherever it may have words.
fn policy_of(words: &str) -> Policy {
    let ground = Ground::new(GroundKind::Other, words, Bound::Period("1 year".parse().unwrap()), "issued");
    let label = |en: &str| Label::new(en).with_translation("en", en);
    Policy::builder(words, words)
        .with_law(words)
        .with_controller(Controller::new(words, words).with_grievance(words))
        .with_channel(
            ChannelRules::new(Channel::Email)
                .with_verification("own_method")
                .with_label(label(words))
                .with_address(words)
                .with_subject(words)
                .with_asked(words)
                .with_scope(words, Extent::Tenant),
        )
        .with_category(
            Category::new("kept".parse().unwrap(), Disposition::Retain).with_label(words).with_ground(ground),
        )
        .with_category(
            Category::new("conversations".parse().unwrap(), Disposition::Erase)
                .with_label(label(words))
                .with_deletion(DeletionPeriod::new("2 years".parse().unwrap(), "made_up")),
        )
        .with_requester(Requester::new("contact").with_label(words).with_handling(Handling::Forward))
        .on_deauthorize("conversations".parse().unwrap())
        .with_inactive(Inactive::new("contact", "1 year".parse().unwrap(), "seen"))
        .with_pages(
            Pages::default()
                .with_complaint(
                    Complaint::new(words).with_url("https://authority.example/?a=\"><script>&b='"),
                )
                .with_officer(Officer::new(words, words))
                .with_never(words),
        )
        .build()
        .unwrap()
}

fn standing_of(words: &str, state: RequestState) -> PersonFacts {
    let mut standing = standing(state);
    standing.refusal = Some(Refusal::new(words, Some(words.to_owned())));
    standing.forwarded_to = Some(words.to_owned());
    for step in &mut standing.steps {
        step.label = words.to_owned();
        step.kept = step.kept.take().map(|kept| Kept::new(GroundKind::Other, words, kept.until));
    }
    standing
}

/// Every page that words can get into, in every state.
fn pages_of(words: &str) -> Vec<Composed> {
    let (renderer, policy) = (renderer(), policy_of(words));
    let states = RequestState::ALL
        .iter()
        .map(|&state| renderer.status(&PersonView::new(&standing_of(words, state), &policy, "en")).unwrap());
    let site = Site::of(&policy, "en");
    let cancel = CancelView::new(words, words);
    let asked = AskView::new(words, &policy).filled(words, words, Extent::Subject, AskProblem::Email);
    let scheduled = PersonView::new(&standing_of(words, RequestState::Scheduled), &policy, "en");
    let others = [
        renderer.instructions(&Instructions::of(&policy, "en")),
        renderer.status_with_cancel(&scheduled, &cancel),
        renderer.cancel(&site, &cancel),
        renderer.unknown_code(&site),
        renderer.ask(&site, &asked),
        renderer.prove(&site, &ProveView::new(words, true).with_send_again(words)),
        renderer.mishap(&site, Mishap::Unavailable),
    ];
    states.chain(others.map(Result::unwrap)).collect()
}

/// The tags of a page without the values of their attributes, which no quote of a value can end.
fn bare_tags(html: &str) -> Vec<String> {
    tags(html).into_iter().map(|tag| tag.split('"').step_by(2).collect()).collect()
}

#[test]
fn no_value_becomes_a_tag_or_leaves_its_attribute() {
    let renderer = renderer();
    for (hostile, harmless) in pages_of(HOSTILE).iter().zip(pages_of("words")) {
        let (hostile, harmless) = (renderer.html(hostile).unwrap(), renderer.html(&harmless).unwrap());
        assert_eq!(bare_tags(&hostile), bare_tags(&harmless));
        assert_is_a_tree(&hostile);
        let (head, _) = hostile.split_once("</style>").unwrap();
        assert_eq!(
            head.matches('<').count(),
            harmless.split_once("</style>").unwrap().0.matches('<').count()
        );
        assert!(hostile.contains("&lt;script&gt;alert(1)"), "the words are shown, as words");
    }
}

#[test]
fn no_value_gets_out_of_a_notice() {
    let policy = policy_of(HOSTILE);
    for (kind, state) in [
        (NoticeKind::PartlyKept, RequestState::CompletedWithRetention),
        (NoticeKind::Refused, RequestState::Refused),
    ] {
        let view = PersonView::new(&standing_of(HOSTILE, state), &policy, "en");
        let notice = renderer().notice(&NoticeView::new(kind, &view).with_status_url(HOSTILE)).unwrap();
        assert!(!notice.html.contains("<script") && !notice.html.contains("<img"), "{}", notice.html);
        assert!(!notice.subject.contains(['\n', '\r', '\0']), "a subject is one line of a head");
        assert!(!notice.text.contains("\n- Done."), "{}", notice.text);
    }
}

#[test]
fn no_value_makes_a_line_of_its_own_in_text() {
    let renderer = renderer();
    for (hostile, harmless) in pages_of(HOSTILE).iter().zip(pages_of("words")) {
        let (hostile, harmless) = (renderer.text(hostile).unwrap(), renderer.text(&harmless).unwrap());
        assert_eq!(hostile.lines().count(), harmless.lines().count(), "{hostile}");
        assert!(!hostile.contains("\n- Done.") && !hostile.contains('\0'));
    }
}

#[test]
fn the_policy_of_security_names_exactly_the_style() {
    use base64::Engine as _;
    use sha2::Digest as _;

    for renderer in
        [Renderer::new().unwrap(), Renderer::new().unwrap().with_style("p { color: red; } /* </styl */")]
    {
        let html = renderer.html(&status(&standing(RequestState::Running))).unwrap();
        let style = html.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        let digest = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(style));
        let policy = renderer.content_security_policy();
        assert!(policy.contains(&format!("style-src 'sha256-{digest}'")), "{policy}");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
        for active in ["<script", "javascript:", " style=", " onclick", "http://"] {
            assert!(!html.contains(active), "{active}");
        }
    }
}

#[test]
fn a_host_s_template_is_strict_and_escapes() {
    let page = status(&standing_of(HOSTILE, RequestState::Refused));
    let own = |source: &str| Renderer::new().unwrap().with_template(TemplateName::PageHtml, source);
    let html = own("<h1>{{ page.title }}</h1>{% for s in page.sections %}{{ s.paragraphs }}{% endfor %}")
        .unwrap()
        .html(&page);
    let html = html.unwrap();
    assert!(html.starts_with("<h1>Your privacy request</h1>") && !html.contains("<script"), "{html}");
    let error = own("<p>\n{{ page.titel }}</p>").unwrap().html(&page).unwrap_err();
    assert_eq!(error.to_string(), "template `page.html`, line 2: undefined value; correct the template");
    let error = own("{% if %}").unwrap_err();
    assert!(matches!(&error, PageError::Template { name, line: 1, .. } if name == "page.html"), "{error}");
    let endless =
        own("{% for a in range(10000) %}{% for b in range(10000) %}x{% endfor %}{% endfor %}").unwrap();
    assert!(matches!(endless.html(&page), Err(PageError::Template { .. })));
}

#[test]
fn a_host_says_it_in_its_own_words() {
    let view = PersonView::new(&standing(RequestState::Running), &policy(), "hi");
    let english = renderer().status(&view).unwrap();
    assert_eq!((english.language.as_str(), english.direction), ("en", "ltr"), "no words in Hindi yet");
    let renderer = Renderer::new()
        .unwrap()
        .with_words("hi", "status-title = आपका अनुरोध\nstate-running = { $nothing } x\n")
        .unwrap()
        .with_words("en", "next-running = Wait a little.\n")
        .unwrap()
        .with_words("ar", "direction = rtl\nstatus-title = طلبك\n")
        .unwrap();
    let page = renderer.status(&view).unwrap();
    assert_eq!((page.title.as_str(), page.language.as_str()), ("आपका अनुरोध", "hi"));
    assert_eq!(
        page.message.as_deref(),
        Some("We are working on it right now."),
        "what cannot be said is said in English"
    );
    assert_eq!(page.lead[1], "Wait a little.");
    let arabic =
        renderer.status(&PersonView::new(&standing(RequestState::Running), &policy(), "ar-EG")).unwrap();
    assert!(renderer.html(&arabic).unwrap().contains(r#"<html lang="ar" dir="rtl">"#));
    assert!(renderer.text(&arabic).unwrap().contains('\u{2068}'), "directions are parted");
    let mut forwarded = standing(RequestState::Forwarded);
    forwarded.forwarded_to = Some("\u{202e}متجر\u{2069}".to_owned());
    let text =
        renderer.text(&renderer.status(&PersonView::new(&forwarded, &policy(), "en")).unwrap()).unwrap();
    assert!(text.contains("uses Example: \u{2068}متجر\u{2069}. That business"), "{text}");
    let broken = Renderer::new().unwrap().with_words("hi", "status-title आपका").unwrap_err();
    assert_eq!(broken, WordsError::Form { language: "hi".to_owned(), problems: 1 });
    assert_eq!(Renderer::new().unwrap().with_words("?", "").unwrap_err(), WordsError::Language);
}
