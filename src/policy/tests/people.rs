//! The keys for people: labels by language, channels' words, requesters, pages, and what happens unasked.

use super::*;

const PEOPLE: &str = r#"
[promises]
complete_within = "60 days"
backups_rotate = "30 days"
verification_extends = true
complete_means = "backups"

[channels.email]
verify  = ["registered_email", "number_ownership"]
address = "privacy@example.com"
subject = "Data Deletion Request"
asks    = ["full_name", "phone", "scope", "the name of your shop"]
scopes  = { "entire account" = "tenant", "one number" = "subject" }
[channels.operator]
label   = { en = "The administrator who gave you your account", hi = "प्रशासक" }

[[category]]
id = "meta.tokens"
label = { en = "Access tokens", hi = "टोकन" }
on_erasure = "erase"
deletion = { period = "8 years", start = "issued", notify_before = "30 days" }

[meta]
on_deauthorize = ["meta.tokens"]

[[inactive]]
subject = "operator"
period  = "3 years"
start   = "last_login"
notify_before = "48 hours"

[requesters.contact]
label    = "People a business has messaged"
handling = "forward"
[requesters.operator]
label  = "People who work in the product"
scopes = ["subject", "tenant"]

[suppression]
on_import = "block"
period    = "3 years"

[pages]
languages = ["en", "hi"]
complaint = { name = "Data Protection Board of India", url = "https://board.example" }
officer   = { name = "Grievance Officer", contact = "grievance@example.com" }
never     = ["marketing", "model_training"]
"#;

fn built_for_people() -> PolicyBuilder {
    let email = ChannelRules::new(Channel::Email)
        .with_verification("registered_email")
        .with_verification("number_ownership")
        .with_address("privacy@example.com")
        .with_subject("Data Deletion Request")
        .with_scope("entire account", Extent::Tenant)
        .with_scope("one number", Extent::Subject);
    let email = ["full_name", "phone", "scope", "the name of your shop"]
        .into_iter()
        .fold(email, ChannelRules::with_asked);
    let translated =
        |en: &str, hi: &str| Label::new(en).with_translation("en", en).with_translation("hi", hi);
    Policy::builder("Example", "1")
        .with_promises(
            Promises::default()
                .with_complete_within(period("60 days"))
                .with_backups_rotate(period("30 days"))
                .with_verification_extending()
                .with_complete_means(Completion::Backups),
        )
        .with_channel(email)
        .with_channel(
            ChannelRules::new(Channel::Operator)
                .with_label(translated("The administrator who gave you your account", "प्रशासक")),
        )
        .with_category(
            Category::new(id("meta.tokens"), Disposition::Erase)
                .with_label(translated("Access tokens", "टोकन"))
                .with_deletion(
                    DeletionPeriod::new(period("8 years"), "issued").with_notify_before(period("30 days")),
                ),
        )
        .on_deauthorize(id("meta.tokens"))
        .with_inactive(
            Inactive::new("operator", period("3 years"), "last_login").with_notify_before(period("48 hours")),
        )
        .with_requester(
            Requester::new("contact")
                .with_label("People a business has messaged")
                .with_handling(Handling::Forward),
        )
        .with_requester(
            Requester::new("operator")
                .with_label("People who work in the product")
                .with_scope(Extent::Subject)
                .with_scope(Extent::Tenant),
        )
        .with_suppression(Suppression::new(OnImport::Block).with_period(period("3 years")))
        .with_pages(
            Pages::default()
                .with_language("en")
                .with_language("hi")
                .with_complaint(
                    Complaint::new("Data Protection Board of India").with_url("https://board.example"),
                )
                .with_officer(Officer::new("Grievance Officer", "grievance@example.com"))
                .with_never("marketing")
                .with_never("model_training"),
        )
}

#[test]
fn the_file_means_what_rust_builds() {
    let read = Policy::from_toml(&with(PEOPLE)).unwrap();
    let built = built_for_people().build().unwrap();
    let bytes = |policy: &Policy| serde_json::to_string(policy).unwrap();
    assert_eq!(bytes(&read), bytes(&built));
    assert_eq!(read.requester("contact").unwrap().handling(), Handling::Forward);
    assert_eq!(read.requester("contact").unwrap().scopes(), [Extent::Subject]);
    assert!(read.requester("nobody").is_none());
    assert_eq!(read.categories()[0].label(), "Access tokens");
    assert_eq!(read.categories()[0].words().in_language("hi"), "टोकन");
    assert_eq!(read.pages().languages(), ["en", "hi"]);
}

#[test]
fn what_is_read_and_not_carried_out_is_said() {
    let warnings = Policy::from_toml(&with(PEOPLE)).unwrap().warnings().to_string();
    for parts in [
        &["channel `email`, `scopes`"][..],
        &["requester `contact`, `handling`"],
        &["requester `operator`, `scopes`"],
        &["rule for the inactive 1"],
        &["`[suppression]`, `on_import`"],
        &["category `meta.tokens`, `deletion`, `notify_before`"],
    ] {
        let parts: Vec<&str> = parts.iter().copied().chain(["not carried out by this version"]).collect();
        says(&warnings, &parts);
    }
    let inactivity = Policy::from_toml(&with("[channels.inactivity]")).unwrap().warnings().to_string();
    says(&inactivity, &["channel `inactivity`", "not carried out by this version"]);
}

#[test]
fn nothing_is_warned_of_that_is_carried_out() {
    let plain = "[channels.operator]\nlabel = 'Your administrator'\naddress = 'Floor 2'\nasks = ['full_name']\n\
                 [[category]]\nid = 'a'\non_erasure = 'erase'\n\
                 [requesters.contact]\nlabel = 'Customers'\n[suppression]\non_import = 'allow'\n[meta]\non_deauthorize = ['a']\n\
                 [pages]\nlanguages = ['en']\nnever = ['sale', 'to write to you']\n";
    let policy = Policy::from_toml(&with(plain)).unwrap();
    assert!(policy.warnings().is_empty(), "{}", policy.warnings());
    assert_eq!(policy.requester("contact").unwrap().label().as_str(), "Customers");
}

#[test]
fn copies_have_to_be_gone_in_time_where_that_is_promised() {
    let promises = |keys: &str| with(&format!("[promises]\ncomplete_means = 'backups'\n{keys}"));
    says(&refused(&promises("complete_within = '30 days'")), &["`complete_means`", "`backups_rotate = "]);
    let late = "complete_within = '30 days'\nbackups_rotate = '28 days'\ngrace = '3 days'";
    says(&refused(&promises(late)), &["line 4", "`complete_means`", "28 days", "not gone within 30 days"]);
    let fits = "complete_within = '30 days'\nbackups_rotate = '27 days'\ngrace = '3 days'";
    assert!(Policy::from_toml(&promises(fits)).is_ok());
    let channel = "complete_within = '60 days'\nbackups_rotate = '30 days'\n\
                   [channels.api]\ncomplete_within = '20 days'";
    says(&refused(&promises(channel)), &["channel `api`, `complete_means`", "not gone within 20 days"]);
}

#[test]
fn words_for_people_are_there_in_every_language_of_the_pages() {
    let labelled = |label: &str| {
        with(&format!(
            "[pages]\nlanguages = ['en', 'hi', 'pt-BR']\n[[category]]\nid = 'a'\non_erasure = 'erase'\nlabel = {label}"
        ))
    };
    let lacking = Policy::from_toml(&labelled("{ en = 'Chats', pt = 'Conversas' }")).unwrap();
    says(&lacking.warnings().to_string(), &["line 8, category `a`, `label`", "it says `hi`", "show `Chats`"]);
    assert_eq!(lacking.warnings().len(), 1);
    says(&refused(&labelled("{}")), &["line 8, category `a`, `label`", "no language"]);
    says(&refused(&labelled("{ en = ' ' }")), &["line 8", "the label is empty"]);
    says(&refused(&labelled("{ English = 'Chats' }")), &["`English`", "not the tag of a language"]);
    says(&refused(&labelled("{ en = 7 }")), &["line 8, category `a`, `label`, `en`", "found a number"]);
    says(&refused(&labelled("7")), &["line 8, category `a`, `label`", "found a number"]);
}

#[test]
fn everything_wrong_with_the_words_for_people_is_said() {
    let report = refused(&with(
        "[channels.email]\nverify = ['registered_email']\nsubject_line = 'x'\nasks = ['full_nam', 'passport_number', '', 7]\n\
         scopes = { ' ' = 'subject', all = 'everything' }\n\
         [requesters.Contact]\nhandling = 'forwrad'\nscopes = ['subject', 'tenants']\n\
         [meta]\non_deauthorize = ['meta.tokens', 'Meta']\n\
         [[inactive]]\nsubject = 'an operator'\nperiod = '2 days'\nnotify_before = '3 months'\n\
         [[inactive]]\n\
         [suppression]\non_import = 'allow'\nperiod = '1 year'\n\
         [pages]\nlanguages = ['en', 'english', 'en']\ncomplaint = { url = 'javascript:alert(1)' }\n\
         officer = { name = 'The officer' }\nnever = ['markting']",
    ));
    for parts in [
        &["line 5, channel `email`, `subject_line`", "not a key of a channel"][..],
        &["line 6, channel `email`, `asks`", "`full_nam`", "did you mean `full_name`"],
        &["line 6, channel `email`, `asks`", "`passport_number`", "as people are to read it"],
        &["line 6, channel `email`, `asks`", "is empty"],
        &["line 6, channel `email`, `asks`", "`7`", "found a number"],
        &["line 7, channel `email`, `scopes`", "this is empty"],
        &["line 7, channel `email`, `scopes`, `all`", "`everything`", "not an extent of a request"],
        &["line 8, requester `Contact`", "not the name of a kind of person"],
        &["line 9, requester `Contact`, `handling`", "did you mean `forward`"],
        &["line 10, requester `Contact`, `scopes`", "did you mean `tenant`"],
        &["line 12, `[meta]`, `on_deauthorize`", "`meta.tokens`", "no such category"],
        &["line 12, `[meta]`, `on_deauthorize`", "`Meta`", "not a category name"],
        &["line 14, rule for the inactive 1, `subject`", "not the name of a kind"],
        &["line 16, rule for the inactive 1, `notify_before`", "before the 2 days"],
        &["line 13, rule for the inactive 1, `start`", "without its start event"],
        &["line 17, rule for the inactive 2, `period`", "without its period"],
        &["line 20, `[suppression]`, `period`", "nothing is done with it"],
        &["line 22, `[pages]`, `languages`", "`english`"],
        &["line 22, `[pages]`, `languages`", "`en`", "named twice"],
        &["line 23, `[pages]`, `complaint`, `url`", "not an address on the web"],
        &["line 23, `[pages]`, `complaint`, `name`", "is empty"],
        &["line 24, `[pages]`, `officer`, `contact`", "no contact"],
        &["line 25, `[pages]`, `never`", "did you mean `marketing`"],
    ] {
        says(&report, parts);
    }
}

#[test]
fn tokens_that_are_retained_do_not_die() {
    let report = Policy::from_toml(&format!(
        "{}[meta]\non_deauthorize = ['billing']\n",
        retained(&ground("period = '1 year'"))
    ))
    .unwrap()
    .warnings()
    .to_string();
    says(&report, &["`[meta]`, `on_deauthorize`", "`billing` is retained"]);
}
