//! What a policy's canonical bytes depend on.

use super::*;
use crate::text::canonical::proof::Format;

/// Every key of the format, each with another value than its default.
pub(crate) const FULL: &str = r#"
name = "Example"          # the product
version = "2026-07-05"
laws = ["eu-gdpr", "in-dpdp"]
financial_year_starts = "04-01"
time_zone = "Asia/Kolkata"

[controller]
name = "Example CRM"
contact = "privacy@example.com"
grievance = "grievance@example.com"

[promises]
acknowledge_within = "7 days"
complete_within = "60 days"
counted_from = "verification"
backups_rotate = "30 days"
grace = "3 days"
approval = "operator"
verification_extends = true
complete_means = "backups"

[channels.meta]
verify = ["signature"]
[channels.email]
verify = ["registered_email", "number_ownership"]
subject = "Data Deletion Request"
asks = ["full_name", { en = "your number", hi = "आपका नंबर" }]
scopes = { "entire account" = "tenant", "one number" = "subject" }
[channels.self_service]
verify = ["password", "number_ownership"]
needs = "all"
label = { en = "Your own settings", hi = "आपकी सेटिंग्स" }
address = "https://crm.example/privacy"
grace = "2 days"
approval = "none"
acknowledge_within = "1 days"
complete_within = "50 days"
[channels.operator]
[channels.api]
[channels.consent]
[channels.inactivity]

[[category]]
id = "conversations"
label = "Conversations and media"
on_erasure = "erase"
deletion = { period = "8 years", start = "last_message", counted_from = "month_end", notify_before = "30 days" }

[[category]]
id = "billing"
label = { en = "Invoices", hi = "चालान" }
on_erasure = "retain"
then = "anonymize"
retain = [
  { ground = "tax_law", citation = "CGST Act 2017, s. 36", period = "72 months", start = "issued", counted_from = "financial_year_end" },
  { ground = "fraud_prevention", citation = "our terms, s. 9", review = "12 months", start = "issued" },
]

[requesters.agent]
label = { en = "People who work in the product", hi = "कर्मचारी" }
scopes = ["subject", "tenant"]
[requesters.contact]
label = "People a business has messaged"
handling = "forward"
scopes = ["tenant"]

[meta]
on_deauthorize = ["conversations"]

[[inactive]]
subject = "agent"
period = "3 years"
start = "last_login"
notify_before = "48 hours"

[suppression]
on_import = "block"
period = "3 years"

[pages]
languages = ["en", "hi"]
complaint = { name = { en = "The authority", hi = "प्राधिकरण" }, url = "https://authority.example" }
officer = { name = "Grievance Officer", contact = "grievance@example.com" }
never = ["marketing", "model_training"]
"#;

const FORMAT: Format = Format {
    read: |text| {
        let (policy, findings) = read(text);
        (policy.map(|policy| bytes(&policy)).unwrap_or_default(), findings)
    },
    ordered: &["retain", "asks", "languages", "never"],
    words: WORDS,
};

/// Each word of a closed set in the example, and another one of its set.
pub(crate) const WORDS: &[(&str, &str)] = &[
    ("04-01", "07-01"),
    ("Asia/Kolkata", "Asia/Dubai"),
    ("verification", "receipt"),
    ("operator", "none"),
    ("none", "operator"),
    ("all", "any"),
    ("backups", "live"),
    ("block", "alert"),
    ("forward", "erase"),
    ("subject", "tenant"),
    ("tenant", "subject"),
    ("erase", "anonymize"),
    ("retain", "erase"),
    ("anonymize", "erase"),
    ("tax_law", "accounting_law"),
    ("fraud_prevention", "dispute"),
    ("financial_year_end", "event"),
    ("month_end", "event"),
];

fn bytes(policy: &Policy) -> String {
    serde_json::to_string(policy).unwrap()
}

#[test]
fn the_bytes_hold_all_that_the_file_says_and_nothing_else() {
    FORMAT.prove(FULL);
}

#[test]
fn a_default_is_the_same_written_out() {
    let head = "name = 'n'\nversion = '1'\n";
    let short = "[channels.meta]\n[[category]]\nid = 'billing'\non_erasure = 'retain'\n\
                 retain = [{ ground = 'other', citation = 'c', period = '2 years', start = 'issued' }]\n";
    let long = "laws = []\nfinancial_year_starts = '01-01'\ntime_zone = 'UTC'\n\
                [promises]\ncounted_from = 'receipt'\napproval = 'none'\n\
                verification_extends = false\ncomplete_means = 'live'\n\
                [channels.meta]\nverify = []\nasks = []\nscopes = {}\nneeds = 'any'\n\
                [[category]]\nid = 'billing'\nlabel = 'billing'\non_erasure = 'retain'\nthen = 'erase'\n\
                retain = [{ ground = 'other', citation = 'c', period = '2 years', start = 'issued', counted_from = 'event' }]\n\
                [requesters]\n[meta]\non_deauthorize = []\n[pages]\nlanguages = []\nnever = []\n";
    let bytes = |rest: &str| bytes(&Policy::from_toml(&format!("{head}{rest}")).unwrap());
    assert_eq!(bytes(short), bytes(long));
}
