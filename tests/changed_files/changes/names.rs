//! Files written differently, and collections that are called otherwise, come or go.

use super::{BILLING, Change, Files};

pub fn nothing_is_changed() -> Change {
    Change::same(|_| {})
}

pub fn both_files_are_reordered() -> Change {
    Change::same(|files| {
        files.in_map(
            "  { field = \"from_id\", of = \"contacts\" },\n  { field = \"to_id\", of = \"contacts\" },\n",
            "  { field = \"to_id\", of = \"contacts\" },\n  { field = \"from_id\", of = \"contacts\" },\n",
        );
        files.map = reversed(&files.map, "[[collection]]");
        files.policy = reversed(&files.policy, "[[category]]");
    })
}

/// The parts under a heading, the last one first.
fn reversed(text: &str, heading: &str) -> String {
    let (start, _) = text.split_once(heading).unwrap();
    let parts: Vec<&str> = text.split(heading).skip(1).collect();
    let parts = parts.iter().rev().map(|part| format!("{heading}{part}"));
    start.to_owned() + &parts.collect::<String>()
}

pub fn comments_and_white_space_are_added() -> Change {
    Change::same(|files| {
        files.in_map("[[collection]]", "\n# A note.\n[[collection]] # here\n\n");
        files.in_policy("[[category]]", "\n\n# A note.\n[[category]]\n");
    })
}

pub fn the_policy_has_a_higher_version() -> Change {
    Change::same(|files| files.in_policy("version = \"1\"", "version = \"2\""))
}

pub fn the_policy_has_another_name_and_other_labels() -> Change {
    Change::same(|files| {
        files.in_policy("name = \"Test\"", "name = \"Proof\"");
        files.in_policy("\"What people say\"", "\"Conversations\"");
    })
}

pub fn a_category_has_got_a_label() -> Change {
    Change::same(|files| files.in_policy("id = \"traces\"", "id = \"traces\"\nlabel = \"Traces\""))
}

/// A name without a word of what it was before may stop the request; with it, it may not.
fn renamed(
    renamed: &'static [(&'static str, &'static str)],
    edit: fn(&mut Files),
    mended: fn(&mut Files),
) -> Change {
    Change { renamed, may_stop: true, mended: Some(mended), ..Change::same(edit) }
}

pub fn the_people_are_called_otherwise() -> Change {
    renamed(
        &[("contacts", "customers")],
        |files| files.rename("contacts", "customers"),
        |files| files.formerly("customers", "contacts"),
    )
}

pub fn the_people_are_called_otherwise_and_were_contacts_formerly() -> Change {
    formerly(the_people_are_called_otherwise(), |files| {
        files.rename("contacts", "customers");
        files.formerly("customers", "contacts");
    })
}

pub fn a_circle_is_called_otherwise() -> Change {
    renamed(
        &[("threads", "talks")],
        |files| files.rename("threads", "talks"),
        |files| files.formerly("talks", "threads"),
    )
}

pub fn a_circle_is_called_otherwise_and_was_threads_formerly() -> Change {
    formerly(a_circle_is_called_otherwise(), |files| {
        files.rename("threads", "talks");
        files.formerly("talks", "threads");
    })
}

pub fn what_is_kept_is_called_otherwise() -> Change {
    let change = renamed(
        &[("invoices", "bills")],
        |files| files.rename("invoices", "bills"),
        |files| files.formerly("bills", "invoices"),
    );
    Change { laws: &[BILLING], ..change }
}

pub fn what_is_kept_is_called_otherwise_and_was_invoices_formerly() -> Change {
    formerly(what_is_kept_is_called_otherwise(), |files| {
        files.rename("invoices", "bills");
        files.formerly("bills", "invoices");
    })
}

pub fn a_child_is_called_otherwise() -> Change {
    renamed(
        &[("messages", "mails")],
        |files| files.rename("messages", "mails"),
        |files| files.formerly("mails", "messages"),
    )
}

pub fn a_child_is_called_otherwise_and_was_messages_formerly() -> Change {
    formerly(a_child_is_called_otherwise(), |files| {
        files.rename("messages", "mails");
        files.formerly("mails", "messages");
    })
}

fn formerly(change: Change, edit: fn(&mut Files)) -> Change {
    Change { edit, may_stop: false, mended: None, ..change }
}

pub fn a_collection_is_added() -> Change {
    let change = Change::other(
        |files| {
            files.map += "\n[[collection]]\nname = \"letters\"\nkey = \"id\"\ncategory = \"talk\"\n\
                          owned_by = [{ field = \"contact_id\", of = \"contacts\" }]\n";
        },
        |rows| rows.erase("letters", &[1]),
    );
    Change { concerns: &["letters"], ..change }
}

pub fn a_leaf_is_removed() -> Change {
    let change = Change::other(|files| files.without_collection("visits"), |rows| rows.keep("visits", &[]));
    Change { concerns: &["visits"], may_stop: true, lost: &["visits"], ..change }
}

/// Only agents are people now, and none of them is the one who asks.
pub fn the_people_are_removed() -> Change {
    let change = Change::other(
        |files| {
            files.map = "[[collection]]\nname = \"agents\"\nkey = \"id\"\ncategory = \"people\"\n\
                         subject = \"agent\"\nidentifiers = { phone = \"phone\" }\n"
                .to_owned();
        },
        |rows| *rows = super::Rows::before(),
    );
    let all: &[&str] = &[
        "contacts",
        "memberships",
        "groups",
        "messages",
        "threads",
        "topics",
        "visits",
        "addresses",
        "invoices",
    ];
    Change { concerns: all, may_stop: true, may_find_nothing: true, lost: all, laws: &[], ..change }
}

/// `threads` is over a table of somebody else's rows now, some of them under the same keys.
pub fn a_name_means_another_table() -> Change {
    let change = Change::other(
        |files| files.in_collection("threads", "key = \"id\"", "table = \"threads_old\"\nkey = \"id\""),
        |rows| {
            rows.keep("threads", &[]);
            rows.set("visits", 1, "thread_id", "2");
            rows.set("visits", 2, "thread_id", "3");
        },
    );
    Change { concerns: &["threads"], may_stop: true, lost: &["threads", "visits"], ..change }
}

pub fn two_collections_swap_their_tables() -> Change {
    let change = Change::same(|files| {
        files.in_collection("threads", "key = \"id\"", "table = \"topics\"\nkey = \"id\"");
        files.in_collection("topics", "key = \"id\"", "table = \"threads\"\nkey = \"id\"");
        files.in_collection("visits", "of = \"threads\"", "of = \"topics\"");
    });
    Change { renamed: &[("threads", "topics"), ("topics", "threads")], may_stop: true, ..change }
}

/// The second engine dies on the way as well, and the files of before come back.
fn and_back(change: Change) -> Change {
    Change { and_back: true, ..change }
}

pub fn the_version_is_raised_and_lowered_again() -> Change {
    and_back(the_policy_has_a_higher_version())
}

pub fn the_people_are_called_otherwise_for_a_while() -> Change {
    and_back(the_people_are_called_otherwise())
}

pub fn a_circle_is_called_otherwise_for_a_while() -> Change {
    and_back(a_circle_is_called_otherwise())
}

pub fn two_collections_swap_their_tables_for_a_while() -> Change {
    Change { concerns: &["threads", "topics"], ..and_back(two_collections_swap_their_tables()) }
}
