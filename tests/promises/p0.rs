//! A WhatsApp Business solution provider in India.

use serde_json::json;

use crate::world::World;
use crate::{asked_at_meta, asked_by_operator, day, labels, person, system, written};

const NANDINI_AT_META: &str = "10224400000000101";
const NANDINI: &str = "nandini@tamarind-lane.example.in";

async fn kadamba() -> World {
    system("p0", "900000000000000", "").await
}

#[tokio::test]
async fn p0_0_1_the_page_names_what_goes_and_it_goes() {
    let world = kadamba().await;
    let served = world.serve(&["--now", &written(day(0))]);
    let page = served.get("/instructions").await.is(200).body;
    let told = ["Account information", "WhatsApp interactions", "Meta platform data"];
    for label in told {
        assert!(page.contains(label), "{label}");
    }
    let (_, user) = asked_by_operator(&served, person("email", NANDINI, "1")).await;
    let (_, customer) = asked_by_operator(&served, person("phone", "+91 98765 40001", "1")).await;
    let user = served.reaches(&user, "awaiting_backups").await;
    let customer = served.reaches(&customer, "awaiting_backups").await;
    for label in told {
        let is_told = |status| labels(status).iter().any(|it: &&str| it.starts_with(label));
        assert!(is_told(&user) || is_told(&customer), "{label}");
    }
    assert_eq!(world.number("SELECT count(*) FROM users WHERE id = 1").await, 0);
    assert_eq!(world.number("SELECT count(*) FROM meta_connections WHERE user_id = 1").await, 0);
    assert_eq!(world.number("SELECT count(*) FROM message_events WHERE id IN (1, 2, 3)").await, 0);
}

#[tokio::test]
async fn p0_0_2_a_removal_at_meta_erases_without_anybody_s_doing() {
    let world = kadamba().await;
    let served = world.serve(&["--now", &written(day(0))]);
    let code = asked_at_meta(&served, NANDINI_AT_META).await;
    served.reaches(&code, "awaiting_backups").await;
    assert_eq!(world.number("SELECT count(*) FROM users WHERE id = 1").await, 0);
    assert_eq!(world.number("SELECT count(*) FROM users").await, 2, "and nobody else's");
}

#[tokio::test]
async fn p0_0_4_it_is_acknowledged_within_24_hours_and_done_within_30_days() {
    let world = kadamba().await;
    let served = world.serve(&["--now", &written(day(0))]);
    let mut asked = person("email", NANDINI, "1");
    asked["reply_to"] = json!({ "address": "nandini.private@example.org" });
    let (id, code) = asked_by_operator(&served, asked).await;
    let letter = world.mail("We got your request").await;
    assert_eq!(letter.to, "nandini.private@example.org");
    assert_eq!(letter.link("/status/"), format!("/status/{code}"));
    assert!(letter.date < day(1), "{letter:?}");
    let promised = served.data("/instructions").await["promises"].clone();
    assert_eq!(promised["acknowledge_within"], "24 hours", "{promised}");
    let dates = served.reaches(&code, "awaiting_backups").await["dates"].clone();
    assert_eq!(dates["complete_by"], json!(written(day(30))));
    let due = served.operate("/due?within=31%20days", None).await.is(200).json();
    assert_eq!(due["soon"][0]["request"], id, "{due}");
    assert_eq!(due["overdue"], json!([]));
    drop(served);
    let late = world.serve(&["--now", &written(day(31))]);
    late.reaches(&code, "completed_with_retention").await;
}

#[tokio::test]
async fn p0_0_6_done_is_said_once_backups_are_clean_and_not_before() {
    let world = kadamba().await;
    let served = world.serve(&["--now", &written(day(0))]);
    let at_meta = asked_at_meta(&served, "10224400000000103").await;
    let mut asked = person("email", NANDINI, "1");
    asked["reply_to"] = json!({ "address": "nandini.private@example.org" });
    let (_, by_mail) = asked_by_operator(&served, asked).await;
    for code in [&at_meta, &by_mail] {
        let status = served.reaches(code, "awaiting_backups").await;
        assert_eq!(status["dates"]["backups_gone_at"], json!(written(day(14))));
    }
    assert_eq!(served.terminate(), Some(0));
    let early = world.serve(&["--now", &written(day(13))]);
    tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    let page = early.data(&format!("/status/{by_mail}")).await;
    assert_eq!(page["state"], "awaiting_backups", "a day too early");
    let [acknowledged] = &world.mails()[..] else { panic!("{:?}", world.mails()) };
    assert!(acknowledged.text.contains("We have your request."), "{acknowledged:?}");
    assert_eq!(early.terminate(), Some(0));
    let served = world.serve(&["--now", &written(day(14))]);
    for code in [&at_meta, &by_mail] {
        served.reaches(code, "completed_with_retention").await;
    }
    let confirmed = world.mail("No backup copy is left").await;
    assert_eq!((confirmed.to.as_str(), confirmed.date), ("nandini.private@example.org", day(14)));
    assert_eq!(world.mails().len(), 2, "who asked through Meta has a code and no address");
}
