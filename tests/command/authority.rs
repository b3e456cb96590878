//! Who may ask, by which channel, for whom: what the command refuses before anything is opened.

use super::world::{ANA, MAP, NOW, POLICY, World};

fn without_channels() -> String {
    POLICY.replace("PROMISES", "").replace("[channels.operator]\nverify = [VERIFY]\n", "")
}

fn with_channels(channels: &str) -> String {
    POLICY.replace("PROMISES", "").replace("[channels.operator]\nverify = [VERIFY]\n", channels)
}

#[tokio::test]
async fn a_plan_asks_for_no_channel_and_an_erasure_for_an_open_one() {
    let world = World::new().await;
    world.write("policy.toml", &without_channels());
    world.plan(&["--tenant", "7", "--identifier", ANA, "--now", NOW]).exits(0);
    let ask = ["--identifier", ANA, "--now", NOW, "--yes"];
    world.erase(&ask).exits(2).says("[channels.operator]");
    for channel in ["email", "self_service", "meta", "api", "consent"] {
        let call = world.erase(&[&ask[..], &["--channel", channel]].concat()).exits(2);
        call.says(&format!("[channels.{channel}]"));
    }
    let call =
        world.erase(&[&ask[..], &["--channel", "canary-ana"]].concat()).exits(2).says("`self_service`");
    assert!(!call.err.contains("canary-ana") && !call.out.contains("canary-ana"), "{call}");
    assert!(!world.path("ledger.db").exists(), "nothing was opened");
    assert_eq!(world.count("SELECT count(*) FROM contacts").await, 2);
    world.write("policy.toml", &with_channels("[channels.consent]\nverify = []\n"));
    world.erase(&[&ask[..], &["--channel", "consent"]].concat()).exits(0).state("completed_with_retention");
}

#[tokio::test]
async fn a_method_counts_only_where_its_channel_lists_it() {
    let world = World::new().await;
    world.write(
        "policy.toml",
        &with_channels(
            "[channels.email]\nverify = [\"registered_email\"]\n[channels.self_service]\nverify = [\"password\", \"number_ownership\"]\nneeds = \"all\"\n",
        ),
    );
    let by = |channel: &'static str, verified: &[&'static str]| {
        let mut words = vec!["--identifier", ANA, "--now", NOW, "--yes", "--channel", channel];
        verified.iter().for_each(|method| words.extend(["--verified", method]));
        words
    };
    world.erase(&by("email", &["password"])).exits(2).says("`registered_email`");
    world.erase(&by("email", &[])).exits(1).state("awaiting_verification");
    world.erase(&by("self_service", &["password"])).exits(1).state("awaiting_verification");
    // The other one comes with the next call, and both count.
    world.erase(&by("self_service", &["number_ownership"])).exits(0).state("completed_with_retention");
}

#[tokio::test]
async fn kinds_that_the_map_does_not_have_are_refused_alone_and_warned_of_beside_others() {
    let world = World::new().await;
    let badge = ["--identifier", "badge=canary-ana", "--now", NOW];
    for call in [
        world.plan(&[&badge[..], &["--tenant", "7"]].concat()),
        world.erase(&[&badge[..], &["--yes"]].concat()),
    ] {
        let call = call.exits(2).says("`email`, `phone`");
        assert!(!call.err.contains("canary-ana"), "{call}");
    }
    assert!(!world.path("ledger.db").exists(), "nothing was opened");
    let both = world.erase(&[&badge[..], &["--identifier", ANA, "--yes"]].concat()).exits(0);
    assert!(both.json()["warnings"].to_string().contains("of a kind that no collection"), "{both}");
}

#[tokio::test]
async fn a_tenant_that_is_not_there_is_refused() {
    let world = World::new().await;
    let roots =
        "[[collection]]\nname = \"accounts\"\nkey = \"id\"\ncategory = \"contacts\"\ntenant_root = true\n";
    world.write("datamap.toml", &format!("{MAP}{roots}"));
    world.execute("CREATE TABLE accounts (id INTEGER PRIMARY KEY); INSERT INTO accounts VALUES (8)").await;
    world.plan(&["--tenant", "7", "--identifier", ANA, "--now", NOW]).exits(2).says("`accounts`");
    for scope in ["subject", "tenant"] {
        let who = if scope == "tenant" { vec![] } else { vec!["--identifier", ANA] };
        let words = [&who[..], &["--scope", scope, "--now", NOW, "--yes"]].concat();
        world.erase(&words).exits(2).says("`accounts`");
    }
    world.execute("INSERT INTO accounts VALUES (7)").await;
    world.erase(&["--identifier", ANA, "--now", NOW, "--yes"]).exits(0).state("completed_with_retention");
}
