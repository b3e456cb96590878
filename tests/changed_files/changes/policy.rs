//! Categories, grounds and promises that change.

use super::{BILLING, Change, Files, Rows};

pub fn a_category_is_added_before_billing() -> Change {
    Change::same(|files| {
        files.in_policy(
            "[[category]]\nid = \"billing\"",
            "[[category]]\nid = \"audit\"\non_erasure = \"retain\"\n\
             retain = [{ ground = \"security_audit\", citation = \"Audit rule\", period = \"6 years\", start = \"seen\" }]\n\n\
             [[category]]\nid = \"billing\"",
        );
    })
}

pub fn a_category_is_added_before_billing_and_a_period_is_longer() -> Change {
    let change = a_period_is_longer();
    Change {
        edit: |files| {
            (a_category_is_added_before_billing().edit)(files);
            (a_period_is_longer().edit)(files);
        },
        ..change
    }
}

pub fn a_category_is_removed() -> Change {
    let change = Change::other(
        |files| {
            files.in_policy("[[category]]\nid = \"traces\"\non_erasure = \"anonymize\"\n", "");
            files.in_map("\"traces\"", "\"people\"");
        },
        |rows| rows.erase("visits", &[1, 3]),
    );
    Change { concerns: &["visits"], ..change }
}

pub fn a_category_is_called_otherwise() -> Change {
    let change = Change::same(|files| {
        files.in_policy("\"billing\"", "\"accounting\"");
        files.in_map("\"billing\"", "\"accounting\"");
    });
    Change { laws: &[("invoices", "accounting", "Some Act, s. 1", "2028-01-05")], ..change }
}

const GROUNDS: &str = r#"on_erasure = "retain"
retain = [
  { ground = "tax_law", citation = "Some Act, s. 1", period = "2 years", start = "issued" },
  { ground = "contract", citation = "Some Code, s. 9", period = "1 year", start = "issued" },
]
"#;
const TAX: &str =
    "  { ground = \"tax_law\", citation = \"Some Act, s. 1\", period = \"2 years\", start = \"issued\" },\n";
const CONTRACT: &str =
    "  { ground = \"contract\", citation = \"Some Code, s. 9\", period = \"1 year\", start = \"issued\" },\n";

pub fn what_was_kept_is_erased() -> Change {
    let change = Change::other(
        |files| files.in_policy(GROUNDS, "on_erasure = \"erase\"\n"),
        |rows| {
            rows.erase("invoices", &[1]);
            rows.erase("addresses", &[1]);
        },
    );
    Change { concerns: &["invoices", "addresses"], laws: &[], ..change }
}

/// Conversations are kept by a law.
pub fn what_was_erased_is_kept() -> Change {
    let change = Change::other(
        |files| {
            files.in_policy(
                "label = \"What people say\"\non_erasure = \"erase\"\n",
                "label = \"What people say\"\non_erasure = \"retain\"\n\
                 retain = [{ ground = \"legal_claims\", citation = \"Talk Act, s. 4\", period = \"3 years\", start = \"sent\" }]\n",
            );
            let sent = "category = \"talk\"\nevents = { sent = { field = \"sent\", as = \"date\" } }";
            files.in_map("category = \"talk\"", sent);
        },
        |rows| {
            rows.keep("groups", &[7]);
            rows.keep("messages", &[2, 5]);
            rows.clear("messages", 2, &["from_id", "to_id"]);
            rows.keep("threads", &[1, 2, 3]);
            rows.clear("threads", 1, &["contact_id"]);
            rows.keep("topics", &[4]);
            rows.clear("topics", 4, &["contact_id"]);
        },
    );
    Change {
        concerns: &["groups", "messages", "threads", "topics"],
        laws: &[
            BILLING,
            ("groups", "talk", "Talk Act, s. 4", "2029-01-05"),
            ("messages", "talk", "Talk Act, s. 4", "2029-01-05"),
            ("threads", "talk", "Talk Act, s. 4", "2029-01-05"),
            ("topics", "talk", "Talk Act, s. 4", "2029-01-05"),
        ],
        ..change
    }
}

/// The same invoice kept, by another law.
fn kept_by(edit: fn(&mut Files), laws: &'static [super::Law]) -> Change {
    Change { laws, same_meaning: false, ..Change::same(edit) }
}

pub fn a_ground_is_removed() -> Change {
    kept_by(|files| files.in_policy(TAX, ""), &[("invoices", "billing", "Some Code, s. 9", "2027-01-05")])
}

pub fn a_ground_is_added_before_others() -> Change {
    kept_by(
        |files| {
            let added = "  { ground = \"accounting_law\", citation = \"Some Book, p. 3\", period = \"4 years\", start = \"issued\" },\n";
            files.in_policy(TAX, &format!("{added}{TAX}"));
        },
        &[("invoices", "billing", "Some Book, p. 3", "2030-01-05")],
    )
}

pub fn grounds_are_reordered() -> Change {
    Change::same(|files| files.in_policy(&format!("{TAX}{CONTRACT}"), &format!("{CONTRACT}{TAX}")))
}

pub fn a_citation_is_reworded() -> Change {
    kept_by(
        |files| files.in_policy("Some Act, s. 1", "Some Act, section 1"),
        &[("invoices", "billing", "Some Act, section 1", "2028-01-05")],
    )
}

pub fn a_period_is_longer() -> Change {
    let change = Change::other(
        |files| files.in_policy("period = \"2 years\"", "period = \"8 years\""),
        |rows| {
            rows.keep("invoices", &[2]);
            rows.clear("invoices", 2, &["contact_id", "phone"]);
            rows.keep("addresses", &[2]);
            rows.clear("addresses", 2, &["contact_id", "street"]);
        },
    );
    Change {
        concerns: &["invoices", "addresses"],
        laws: &[("invoices", "billing", "Some Act, s. 1", "2034-01-05")],
        ..change
    }
}

pub fn backups_rotate_later() -> Change {
    let change = Change::other(|files| files.in_policy("\"10 days\"", "\"20 days\""), |_| {});
    Change { rotation: 20, ..change }
}

pub fn an_approval_is_wanted_from_now_on() -> Change {
    let change = Change::other(with_approval, |_| {});
    Change { may_ask: true, ..change }
}

fn with_approval(files: &mut Files) {
    files.in_policy("backups_rotate", "approval = \"operator\"\nbackups_rotate");
}

/// The same, of a request that was approved before it began.
fn approved(change: Change) -> Change {
    Change { first: with_approval, ..change }
}

pub fn nothing_is_changed_after_an_approval() -> Change {
    approved(Change::same(|_| {}))
}

pub fn both_files_are_reordered_after_an_approval() -> Change {
    approved(super::names::both_files_are_reordered())
}

pub fn labels_are_reworded_after_an_approval() -> Change {
    approved(super::names::the_policy_has_another_name_and_other_labels())
}

pub fn the_version_is_raised_after_an_approval() -> Change {
    approved(super::names::the_policy_has_a_higher_version())
}

pub fn what_was_kept_is_erased_after_an_approval() -> Change {
    approved(Change { may_ask: true, unapproved: Some("invoices"), ..what_was_kept_is_erased() })
}

/// A message between two people is the asking one's alone by the new files, and would go.
pub fn a_link_owns_no_more_after_an_approval() -> Change {
    approved(Change { may_ask: true, unapproved: Some("messages"), ..super::links::a_link_owns_no_more() })
}

pub fn a_mask_is_another_after_an_approval() -> Change {
    approved(Change { may_ask: true, unapproved: Some("visits"), ..super::links::a_mask_is_another() })
}

pub fn a_collection_is_added_after_an_approval() -> Change {
    approved(Change { may_ask: true, unapproved: Some("letters"), ..super::names::a_collection_is_added() })
}

/// What an engine leaves that may do nothing at all.
pub fn untouched(rows: &mut Rows) {
    *rows = Rows::before();
}
