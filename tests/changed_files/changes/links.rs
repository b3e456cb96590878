//! Links, masks and fields that change.

use super::Change;

pub fn a_link_owns_no_more() -> Change {
    let change = Change::other(
        |files| {
            files.in_collection("messages", "  { field = \"to_id\", of = \"contacts\" },\n", "");
            files.in_collection(
                "messages",
                "owned_by = [",
                "mentions = [{ field = \"to_id\", of = \"contacts\" }]\nowned_by = [",
            );
        },
        |rows| rows.erase("messages", &[1]),
    );
    Change { concerns: &["messages"], ..change }
}

pub fn a_message_gets_an_owner_more() -> Change {
    let change = Change::other(
        |files| {
            files.in_collection(
                "messages",
                "owned_by = [\n",
                "owned_by = [\n  { field = \"witness_id\", of = \"contacts\" },\n",
            );
        },
        |rows| {
            rows.keep("messages", &[2]);
            rows.clear("messages", 2, &["from_id", "to_id"]);
        },
    );
    Change { concerns: &["messages"], ..change }
}

/// What was noted as the person's alone is somebody else's, too.
pub fn a_noted_record_gets_an_owner_more() -> Change {
    let change = Change::other(
        |files| {
            files.in_collection(
                "topics",
                "owned_by = [",
                "owned_by = [{ field = \"guest_id\", of = \"contacts\" }, ",
            );
        },
        |rows| {
            rows.keep("topics", &[4]);
            rows.clear("topics", 4, &["contact_id"]);
        },
    );
    Change { concerns: &["topics"], ..change }
}

pub fn a_link_clears_more() -> Change {
    Change::other(
        |files| {
            files.in_collection(
                "messages",
                "{ field = \"from_id\", of = \"contacts\" }",
                "{ field = \"from_id\", of = \"contacts\", clear = [\"from_id\", \"body\"] }",
            );
        },
        |rows| rows.clear("messages", 1, &["body"]),
    )
}

pub fn a_mention_is_added_before_others() -> Change {
    Change::other(
        |files| {
            files.in_collection(
                "memberships",
                "category",
                "mentions = [{ field = \"invited_by\", of = \"contacts\" }]\ncategory",
            );
        },
        |rows| rows.clear("memberships", 3, &["invited_by"]),
    )
}

pub fn a_mask_is_another() -> Change {
    Change::other(
        |files| files.in_map("ip = { mask = { constant = \"0.0.0.0\" } }", "ip = {}"),
        |rows| {
            rows.clear("visits", 1, &["ip"]);
            rows.clear("visits", 3, &["ip"]);
        },
    )
}

pub fn a_field_is_added() -> Change {
    Change::other(
        |files| files.in_map("agent = {}", "agent = {}\ncity = {}"),
        |rows| {
            rows.clear("visits", 1, &["city"]);
            rows.clear("visits", 3, &["city"]);
        },
    )
}
