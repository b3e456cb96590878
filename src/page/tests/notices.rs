//! Messages to a person: the same words as text and as HTML.

use super::*;

const URL: &str = "https://crm.example/privacy/status/ABC";

fn made(kind: NoticeKind, state: RequestState) -> Notice {
    let view = PersonView::new(&standing(state), &policy(), "en");
    renderer().notice(&NoticeView::new(kind, &view).with_status_url(URL)).unwrap()
}

fn until() -> chrono::DateTime<chrono::Utc> {
    "2026-07-03T10:00:00Z".parse().unwrap()
}

/// The words of a page, without its tags.
fn words_of(html: &str) -> String {
    let body = html.split_once("<body").unwrap().1.split_once('>').unwrap().1;
    let mut words = String::new();
    for part in body.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        words.push(' ');
    }
    words.replace("&#39;", "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_notice_says_the_same_in_both_forms() {
    for (kind, state, said) in [
        (
            NoticeKind::Acknowledged,
            RequestState::Received,
            "We got your request on 1 July 2026, 20:00 (Asia/Kolkata).",
        ),
        (
            NoticeKind::ProveYourself(Proving::link("https://crm.example/prove/x", until())),
            RequestState::AwaitingVerification,
            "open this page and press the button",
        ),
        (
            NoticeKind::Scheduled,
            RequestState::Scheduled,
            "It begins on 5 July 2026, 20:00 (Asia/Kolkata). Until then you can cancel",
        ),
        (NoticeKind::Completed, RequestState::Completed, "Done. Your data was deleted or made anonymous."),
        (
            NoticeKind::PartlyKept,
            RequestState::CompletedWithRetention,
            "Tax law (CGST Act 2017, s. 36), until 31 March 2033",
        ),
        (NoticeKind::NothingHeld, RequestState::NothingHeld, "We looked, and found nothing about you."),
        (NoticeKind::Refused, RequestState::Refused, "The number is not yours."),
        (NoticeKind::Cancelled, RequestState::Cancelled, "Your request was cancelled."),
    ] {
        let notice = made(kind.clone(), state);
        assert_eq!(notice.subject, "Your privacy request at Example");
        assert_eq!(notice.kind, kind.as_str());
        assert!(notice.text.contains(said) && notice.text.contains(URL), "{}", notice.text);
        assert!(notice.html.contains(&format!("<a href=\"{}\"", URL)), "{}", notice.html);
        let html = words_of(&notice.html);
        for line in notice.text.lines() {
            let line = line.trim().trim_start_matches("- ").trim_end_matches(':').trim();
            assert!(html.contains(line) || line.starts_with("https://"), "`{line}` is not in {html}");
        }
    }
}

#[test]
fn a_scheduled_notice_says_how_to_cancel() {
    let text = made(NoticeKind::Scheduled, RequestState::Scheduled).text;
    assert!(
        text.contains(&format!("To cancel, open the page of your request and press the button\n{URL}\n")),
        "{text}"
    );
}

#[test]
fn a_code_is_short_and_leads_nowhere() {
    let notice =
        made(NoticeKind::ProveYourself(Proving::code("123456", until())), RequestState::AwaitingVerification);
    let text = "Your code for Example: 123456\n\n\
                It works until 3 July 2026, 15:30 (Asia/Kolkata), and only once. Never tell it to anybody.\n\n\
                If you did not ask for this, do nothing. Nothing is changed then.\n\nExample · Privacy";
    assert_eq!(notice.text.trim(), text);
    assert!(!notice.html.contains("http"), "{}", notice.html);
    let kind = NoticeKind::ProveYourself(Proving::code("123456", until()));
    assert!(!format!("{notice:?}{kind:?}").contains("123456"));
}
