//! The policy file as a whole: what it may say, and everything that can be wrong with it.

pub(crate) mod canonical;
mod people;

use super::*;

const EXAMPLE: &str = r#"
name    = "Multichannel WhatsApp CRM"
version = "2026-07-05"
laws    = ["eu-gdpr", "in-dpdp", "us-ca"]       # optional: statutory clocks kept beside the promises
financial_year_starts = "04-01"                  # optional, default "01-01"

[controller]                                     # optional, shown on pages and notices
name = "Example CRM"
contact = "privacy@example.com"

[promises]
acknowledge_within = "7 days"                    # optional
complete_within    = "30 days"
counted_from       = "receipt"                   # "receipt" | "verification"
backups_rotate     = "30 days"                   # optional: complete only after this has passed
grace              = "3 days"                    # optional: scheduled, and can be cancelled, for this long
approval           = "none"                      # "none" (default) | "operator"

[channels.meta]                                  # channels: meta, email, self_service, operator, api, consent
verify = []                                      # the signature is the proof
[channels.email]
verify = ["registered_email", "number_ownership"]
[channels.self_service]
verify = ["password"]

[[category]]
id = "conversations"
label = "Conversations, messages and attached media"
on_erasure = "erase"                             # "erase" | "anonymize" | "retain"

[[category]]
id = "billing"
label = "Invoices and billing records"
on_erasure = "retain"
then = "erase"                                   # when the last ground ends: "erase" | "anonymize"
retain = [
  { ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months", start = "issued", counted_from = "financial_year_end" },
  { ground = "fraud_prevention", citation = "our terms, s. 9", review = "12 months", start = "issued" },
]                                                # a ground has a period, or a review date; never neither. The longest binds
deletion = { period = "8 years", start = "issued" }   # optional: gone by then even without a request
"#;

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn id(text: &str) -> CategoryId {
    text.parse().unwrap()
}

/// The findings of a file that must be refused, one a line.
fn refused(text: &str) -> String {
    Policy::from_toml(text).unwrap_err().to_string()
}

/// A file with a head and these lines, which begin at line 3.
fn with(lines: &str) -> String {
    format!("name = \"Example\"\nversion = \"1\"\n{lines}\n")
}

/// A retained category whose keys begin at line 4, after its id.
fn retained(lines: &str) -> String {
    with(&format!("[[category]]\nid = \"billing\"\non_erasure = \"retain\"\n{lines}"))
}

fn ground(keys: &str) -> String {
    format!(r#"retain = [{{ ground = "tax_law", citation = "AO s. 147", start = "issued", {keys} }}]"#)
}

#[track_caller]
fn says(report: &str, parts: &[&str]) {
    assert!(
        report.lines().any(|line| parts.iter().all(|part| line.contains(part))),
        "no line has all of {parts:?} in:\n{report}"
    );
}

fn built() -> PolicyBuilder {
    let tax =
        Ground::new(GroundKind::TaxLaw, "CGST Act 2017, s. 36", Bound::Period(period("72 months")), "issued")
            .with_counted_from(CountedFrom::FinancialYearEnd);
    let fraud = Ground::new(
        GroundKind::FraudPrevention,
        "our terms, s. 9",
        Bound::Review(period("12 months")),
        "issued",
    );
    Policy::builder("Multichannel WhatsApp CRM", "2026-07-05")
        .with_law("eu-gdpr")
        .with_law("in-dpdp")
        .with_law("us-ca")
        .with_financial_year_starts("04-01".parse().unwrap())
        .with_controller(Controller::new("Example CRM", "privacy@example.com"))
        .with_promises(
            Promises::default()
                .with_acknowledge_within(period("7 days"))
                .with_complete_within(period("30 days"))
                .with_backups_rotate(period("30 days"))
                .with_grace(period("3 days")),
        )
        .with_channel(ChannelRules::new(Channel::Meta))
        .with_channel(
            ChannelRules::new(Channel::Email)
                .with_verification("registered_email")
                .with_verification("number_ownership"),
        )
        .with_channel(ChannelRules::new(Channel::SelfService).with_verification("password"))
        .with_category(
            Category::new(id("conversations"), Disposition::Erase)
                .with_label("Conversations, messages and attached media"),
        )
        .with_category(
            Category::new(id("billing"), Disposition::Retain)
                .with_label("Invoices and billing records")
                .with_then(After::Erase)
                .with_ground(tax)
                .with_ground(fraud)
                .with_deletion(DeletionPeriod::new(period("8 years"), "issued")),
        )
}

#[test]
fn the_example_means_what_it_says_and_equals_what_rust_builds() {
    let policy = Policy::from_toml(EXAMPLE).unwrap();
    assert!(policy.warnings().is_empty(), "{}", policy.warnings());
    assert_eq!(policy, built().build().unwrap());
    assert_eq!(policy.category_index(&id("billing")), Some(1));
    assert_eq!(policy.category(&id("bill")), None);
    assert_eq!(policy.channel(Channel::Email).unwrap().verify(), ["registered_email", "number_ownership"]);
    assert!(policy.channel(Channel::Api).is_none());
    assert_eq!(policy.promises().counted_from(), PromiseStart::Receipt);
    let billing = policy.category(&id("billing")).unwrap();
    assert_eq!(billing.grounds()[1].period(), period("12 months"));
    assert_eq!(billing.then(), After::Erase);
    let json = serde_json::to_value(&policy).unwrap();
    assert_eq!(json["time_zone"], "UTC");
    assert_eq!(json["categories"][0]["grounds"][0]["bound"]["period"], "72 months");
}

#[test]
fn windows_line_ends_and_the_long_form_of_grounds_are_the_same_policy() {
    assert_eq!(Policy::from_toml(&EXAMPLE.replace('\n', "\r\n")), Policy::from_toml(EXAMPLE));
    let (head, _) = EXAMPLE.split_once("retain = [\n").unwrap();
    let long = format!(
        "{head}deletion.period = '8 years'\ndeletion.start = 'issued'\n\
         [[category.retain]]\nground = 'tax_law'\ncitation = 'CGST Act 2017, s. 36'\nperiod = '72 months'\n\
         start = 'issued'\ncounted_from = 'financial_year_end'\n\
         [[category.retain]]\nground = 'fraud_prevention'\ncitation = 'our terms, s. 9'\nreview = '12 months'\n\
         start = 'issued'\n"
    );
    assert_eq!(Policy::from_toml(&long), Policy::from_toml(EXAMPLE));
}

#[test]
fn a_short_policy_promises_nothing_more_than_it_says() {
    let policy =
        Policy::from_toml(&with("[[category]]\nid = \"meta.tokens\"\non_erasure = \"erase\"")).unwrap();
    assert_eq!(policy.promises(), &Promises::default());
    assert_eq!(policy.time_zone(), chrono_tz::Tz::UTC);
    assert_eq!(policy.financial_year_starts(), MonthDay::NEW_YEAR);
    assert_eq!(policy.categories()[0].label(), "meta.tokens");
    assert!(policy.controller().is_none() && policy.channels().is_empty() && policy.laws().is_empty());
}

#[test]
fn everything_wrong_is_said_in_one_go_in_the_order_of_the_file() {
    let text = r#"
name = " "
lwas = ["eu-gdpr"]
financial_year_starts = "02-29"
time_zone = "Asia/Kolkatta"
[controller]
name = 7
contact = ""
[promises]
complete_within = "30 dayz"
counted_from = "reciept"
approval = true
[channels.emial]
verify = []
[channels.email]
verify = ["Registered Email", 4, false]
[[category]]
id = "Billing"
on_erasure = "retian"
[[category]]
id = "chats"
on_erasure = "anonymise"
retain = [ { ground = "tax", citation = "", start = 5 }, "x" ]
[[category]]
id = "chats"
colour = "red"
"#;
    let (policy, findings) = read(text);
    let report = findings.to_string();
    for parts in [
        &["line 2, `name`", "no name"][..],
        &["line 1, `version`", "no version"],
        &["line 3, `lwas`", "not a key", "did you mean `laws`"],
        &["line 4, `financial_year_starts`", "`02-29`", "most years"],
        &["line 5, `time_zone`", "`Asia/Kolkatta`", "`Asia/Kolkata`"],
        &["line 7, `[controller]`, `name`", "found a number", "`7`"],
        &["line 8, `[controller]`, `contact`"],
        &["line 10, `[promises]`, `complete_within`", "`30 dayz`", "`days`"],
        &["line 11, `[promises]`, `counted_from`", "`reciept`", "did you mean `receipt`"],
        &["line 12, `[promises]`, `approval`", "found true or false"],
        &["line 13, `[channels]`, `emial`", "did you mean `email`"],
        &["line 16, channel `email`, `verify`", "`Registered Email`"],
        &["line 16, channel `email`, `verify`", "`4`", "found a number"],
        &["line 16, channel `email`, `verify`", "`false`", "found true or false"],
        &["line 18, category `Billing`, `id`", "not a category name"],
        &["line 19, category `Billing`, `on_erasure`", "did you mean `retain`"],
        &["line 22, category `chats`, `on_erasure`", "did you mean `anonymize`"],
        &["line 23, category `chats`, ground 1, `ground`", "`tax`", "`tax_law`"],
        &["line 23, category `chats`, ground 1, `citation`", "without a citation"],
        &["line 23, category `chats`, ground 1, `period`", "never ends", "`review = "],
        &["line 23, category `chats`, ground 1, `start`", "found a number"],
        &["line 23, category `chats`, `retain`", "`x`", "expected a table"],
        &["line 25, category `chats`, `id`", "given twice"],
        &["line 26, category `chats`, `colour`", "not a key of a category"],
        &["line 24, category `chats`, `on_erasure`", "without a disposition"],
    ] {
        says(&report, parts);
    }
    assert_eq!(findings.len(), 25, "{report}");
    let lines: Vec<usize> = findings
        .iter()
        .map(|finding| {
            let rest = finding.at.strip_prefix("policy.toml, line ").unwrap();
            rest.split(',').next().unwrap().parse().unwrap()
        })
        .collect();
    assert!(lines.is_sorted(), "{lines:?}");
    assert_eq!(policy.unwrap().category_index(&id("chats")), Some(0));
}

#[test]
fn a_ground_says_why_where_and_until_when() {
    says(&refused(&retained("")), &["category `billing`, `retain`", "without a ground"]);
    says(&refused(&retained("retain = []")), &["line 6", "without a ground"]);
    says(&refused(&retained(&ground(""))), &["line 6", "ground 1, `period`", "never ends"]);
    let both = refused(&retained(&ground(r#"period = "1 year", review = "1 year""#)));
    says(&both, &["line 6", "ground 1, `review`", "both a period and a review"]);
    assert_eq!(both.lines().count(), 1, "{both}");
    let bare = refused(&retained("retain = [{}]"));
    for key in ["`ground`", "`citation`", "`period`", "`start`"] {
        says(&bare, &["line 6, category `billing`, ground 1", key]);
    }
    says(
        &refused(&retained(
            r#"retain = [{ ground = "dispute", citation = "c", period = "1 year", start = "closed at" }]"#,
        )),
        &["`start`", "not the name of an event", "`closed at`"],
    );
}

#[test]
fn grounds_and_then_belong_to_retained_categories_only() {
    for word in ["erase", "anonymize"] {
        let lines = format!(
            "[[category]]\nid = \"billing\"\non_erasure = \"{word}\"\nthen = \"anonymize\"\n{}",
            ground("period = '1 year'")
        );
        let report = refused(&with(&lines));
        says(&report, &["line 6", "`then`", word]);
        says(&report, &["line 7", "`retain`", word]);
    }
}

#[test]
fn retention_may_not_outlast_deletion_on_any_day() {
    let pair = |kept: &str, gone: &str| {
        Policy::from_toml(&retained(&format!(
            "{}\ndeletion = {{ start = \"issued\", {gone} }}",
            ground(kept)
        )))
    };
    for (kept, gone) in [
        ("period = '8 years'", "period = '8 years'"),
        ("period = '96 months'", "period = '8 years'"),
        ("period = '365 days'", "period = '1 year'"),
        ("period = '28 days'", "period = '1 month'"),
        ("period = '7 years', counted_from = 'calendar_year_end'", "period = '8 years'"),
        (
            "period = '8 years', counted_from = 'calendar_year_end'",
            "period = '8 years', counted_from = 'calendar_year_end'",
        ),
        ("period = '48 hours'", "period = '2 days'"),
        ("period = '5 business days'", "period = '7 days'"),
        ("period = '1 day'", "period = '48 hours'"),
        ("review = '1 year'", "period = '2 years'"),
    ] {
        if let Err(error) = pair(kept, gone) {
            panic!("{kept} within {gone}: {error}");
        }
    }
    for (kept, gone) in [
        ("period = '10 years'", "period = '8 years'"),
        ("period = '366 days'", "period = '1 year'"),
        ("period = '1 year'", "period = '365 days'"),
        ("period = '1 month'", "period = '30 days'"),
        ("period = '29 days'", "period = '1 month'"),
        ("period = '8 years', counted_from = 'month_end'", "period = '8 years'"),
        ("period = '7 years', counted_from = 'financial_year_end'", "period = '7 years'"),
        ("period = '49 hours'", "period = '2 days'"),
        ("period = '2 days'", "period = '48 hours'"),
        ("period = '49 hours'", "period = '48 hours'"),
        ("period = '6 business days'", "period = '7 days'"),
        ("review = '3 years'", "period = '2 years'"),
    ] {
        match pair(kept, gone) {
            Ok(_) => panic!("{kept} passed within {gone}"),
            Err(error) => says(
                &error.to_string(),
                &["line 6", "ground 1", "longer than the deletion period", "gone by 20"],
            ),
        }
    }
}

#[test]
fn periods_from_different_events_are_a_warning() {
    let lines = format!(
        "{}\ndeletion = {{ start = \"last_message\", period = \"1 day\" }}",
        ground("period = '9 years'")
    );
    let policy = Policy::from_toml(&retained(&lines)).unwrap();
    says(&policy.warnings().to_string(), &["warning", "line 6", "`issued`", "`last_message`"]);
}

#[test]
fn what_is_doubtful_is_a_warning_and_is_kept() {
    let policy = Policy::from_toml(&with(
        "laws = ['eu-gdrp', 'za-popia', 'us-ca', 'us-ca']\n[promises]\ncomplete_within = '30 days'\ngrace = '2 months'\n\
         [channels.email]\n[channels.api]\nverify = ['pasword', 'otp', 'otp']",
    ))
    .unwrap();
    let report = policy.warnings().to_string();
    for parts in [
        &["line 3", "`eu-gdrp`", "did you mean `eu-gdpr`"][..],
        &["line 3", "`za-popia`", "keep its deadlines yourself"],
        &["line 3", "`us-ca`", "named twice"],
        &["line 6", "`grace`", "longer than `complete_within`"],
        &["channel `email`, `verify`", "no proof"],
        &["line 9", "`pasword`", "did you mean `password`"],
        &["line 9", "`otp`", "named twice"],
        &["no category"],
    ] {
        says(&report, parts);
    }
    assert_eq!(policy.warnings().len(), 8, "{report}");
}

#[test]
fn what_people_are_asked_for_can_be_said() {
    let policy = Policy::from_toml(&with(
        "[controller]\nname = 'Example'\ncontact = 'privacy@example.com'\ngrievance = 'The grievance officer'\n\
         [channels.email]\nverify = ['registered_email']\nsubject = 'Data Deletion Request'\n\
         asks = ['your number with its country code']",
    ))
    .unwrap();
    let email = policy.channel(Channel::Email).unwrap();
    assert_eq!(email.subject(), Some("Data Deletion Request"));
    assert_eq!(email.asks(), [Label::new("your number with its country code")]);
    assert_eq!(policy.controller().unwrap().grievance(), Some("The grievance officer"));
    says(&refused(&with("[channels.api]\nsubject = 'x'")), &["line 4", "only an e-mail"]);
}

#[test]
fn tables_and_lists_of_the_wrong_shape_are_told_apart() {
    says(&refused(&with("category = 'billing'")), &["line 3, `category`", "found text", "`[[category]]`"]);
    says(&refused(&with("[category]\nid = 'billing'")), &["`category`", "found a table", "`[[category]]`"]);
    says(&refused(&with("promises = []")), &["line 3, `promises`", "found a list"]);
    says(
        &refused(&with("[channels]\nemail = true")),
        &["line 4, `[channels]`, `email`", "found true or false"],
    );
    says(&refused(&with("laws = 'eu-gdpr'")), &["line 3, `laws`", "found text", "`laws = [\"…\"]`"]);
    says(&refused(&with("[[category]]")), &["line 3, category `number 1`, `id`", "without an id"]);
    let report = refused(&retained(&format!("{}\ndeletion = {{}}", ground("period = '1 year'"))));
    says(&report, &["line 7, category `billing`, `deletion`, `period`"]);
    says(&report, &["line 7, category `billing`, `deletion`, `start`"]);
}

#[test]
fn broken_syntax_is_reported_with_line_and_column_beside_the_rest() {
    let text = with("grace = \nlaws = [\"\", \n[promises]\napproval = \"nobody\"");
    let (policy, findings) = read(&text);
    assert!(policy.is_none());
    says(&findings.to_string(), &["policy.toml, line 3, column", "not TOML"]);
    let lines: Vec<&str> =
        findings.iter().map(|finding| finding.at.split(", column").next().unwrap()).collect();
    assert!(lines.is_sorted_by(|one, next| one != next), "each line once: {lines:?}");
    let twice = refused(&with("name = \"Again\"\n[promises]\napproval = \"nobody\""));
    says(&twice, &["line 3, column 1", "duplicate key"]);
    says(&twice, &["line 5", "`approval`", "`nobody`"]);
    assert!(!refused("\u{0}\u{1}").is_empty());
    assert!(!refused(&"[".repeat(10_000)).is_empty());
    assert!(!refused(&format!("x = {}", "[".repeat(10_000))).is_empty());
}

#[test]
fn an_empty_file_lacks_its_name() {
    let report = refused("");
    says(&report, &["line 1, `name`", "no name"]);
    says(&report, &["line 1, `version`", "no version"]);
}

#[test]
fn rust_code_is_held_to_the_same_rules() {
    let policy = Policy::builder("", "1")
        .with_law("")
        .with_channel(ChannelRules::new(Channel::Api))
        .with_channel(ChannelRules::new(Channel::Api))
        .with_category(Category::new(id("billing"), Disposition::Retain).with_label(""))
        .with_category(
            Category::new(id("billing"), Disposition::Erase)
                .with_then(After::Anonymize)
                .with_ground(Ground::new(GroundKind::Other, " ", Bound::Period(period("2 years")), "")),
        )
        .with_category(
            Category::new(id("logs"), Disposition::Retain)
                .with_ground(Ground::new(GroundKind::Other, "c", Bound::Review(period("2 years")), "at"))
                .with_deletion(DeletionPeriod::new(period("1 year"), "at")),
        );
    let report = policy.build().unwrap_err().to_string();
    for parts in [
        &["error: policy, `name`", "no name"][..],
        &["policy, `laws`", "without a name"],
        &["policy, channel `api`", "given twice"],
        &["category `billing`, `label`"],
        &["category `billing`, `retain`", "without a ground"],
        &["category `billing`, `id`", "given twice"],
        &["category `billing`, `retain`", "`on_erasure` is `erase`"],
        &["category `billing`, `then`"],
        &["ground 1, `citation`"],
        &["ground 1, `start`"],
        &["category `logs`, ground 1, `review`", "it says `2 years`", "longer"],
    ] {
        says(&report, parts);
    }
    assert_eq!(report.lines().count(), 11, "{report}");
}

#[test]
fn a_damaged_file_is_refused_or_read_and_never_a_panic() {
    for (position, letter) in EXAMPLE.char_indices() {
        let (head, tail) = EXAMPLE.split_at(position);
        let _ = read(head);
        if position % 7 == 0 {
            let _ = read(&format!("{head}ü\"{tail}"));
            let _ = read(&format!("{head}{}", &tail[letter.len_utf8()..]));
        }
    }
}

#[test]
fn hostile_values_are_findings_and_never_floods() {
    let long = "x".repeat(100_000);
    let report =
        refused(&with(&format!("{long} = 1\n[[category]]\nid = \"{long} ü\"\non_erasure = \"{long}\"")));
    assert!(report.len() < 4_000, "{}", report.len());
    let report = refused(&retained(&ground("period = '99999999999999999999999 years'")));
    says(&report, &["more than a thousand years", "at most `1000 years`"]);
    let many: String = (0..2_000).map(|n| format!("key{n} = 1\n")).collect();
    assert_eq!(refused(&with(&many)).lines().filter(|line| line.contains("not a key")).count(), 2_000);
}
