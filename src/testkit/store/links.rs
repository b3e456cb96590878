//! Links between the tables of one store.

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::{LawError, Verdict};
use super::super::scene::{NULL, Scene, linked, linked_by, null, one_of, only, rows, with_ids};
use crate::port::{ColumnKind, Selection};

/// People 1 to 3 and messages 11 to 15: two of person 1, one of person 2, one of nobody, one of a person who is gone.
async fn mailbox(scene: &Scene<'_>) -> Result<(TableLayout, TableLayout), LawError> {
    let people = scene
        .layout("people")
        .key("id", ColumnKind::Integer)
        .column("name", TEXT)
        .column("tenant", ColumnKind::Integer);
    let messages = scene
        .layout("messages")
        .key("id", ColumnKind::Integer)
        .column("sender", ColumnKind::Integer)
        .column("tenant", ColumnKind::Integer);
    scene.create(&[people.clone(), messages.clone()]).await?;
    scene.insert(&people, rows![[1, "Ana", 1], [2, "Ben", 1], [3, NULL, 2]]).await?;
    let rows = rows![[11, 1, 1], [12, 1, 2], [13, 2, 1], [14, NULL, NULL], [15, 9, 1]];
    scene.insert(&messages, rows).await?;
    Ok((people, messages))
}

/// A link finds the records that point to one that matches, each once, and its opposite finds all others.
pub async fn a_link_finds_what_points_there(scene: Scene<'_>) -> Verdict {
    let (people, messages) = mailbox(&scene).await?;
    let from = |selection| linked("sender", people.place(), "id", selection);
    for (selection, expected, others) in [
        (from(one_of("name", ["Ana"])), vec![11, 12], vec![13, 14, 15]),
        (from(Selection::Everything), vec![11, 12, 13], vec![14, 15]),
        (from(null("name")), vec![], vec![11, 12, 13, 14, 15]),
        (from(Selection::Nothing), vec![], vec![11, 12, 13, 14, 15]),
        (from(one_of("name", ["Ana"]).negated()), vec![13], vec![11, 12, 14, 15]),
    ] {
        scene.selects(&messages.place(), &selection, &expected).await?;
        scene.selects(&messages.place(), &selection.negated(), &others).await?;
    }
    // Two messages point to person 1, who is found once.
    let senders = linked("id", messages.place(), "sender", Selection::Everything);
    scene.selects(&people.place(), &senders, &[1, 2]).await
}

/// A null points nowhere, not even to a null; and one null among the targets hides none of the others.
pub async fn null_points_nowhere(scene: Scene<'_>) -> Verdict {
    let (people, messages) = mailbox(&scene).await?;
    let same_tenant = linked("tenant", messages.place(), "tenant", Selection::Everything);
    scene.selects(&people.place(), &same_tenant, &[1, 2, 3]).await?;
    let to_tenants = linked("tenant", people.place(), "tenant", Selection::Everything);
    scene.selects(&messages.place(), &to_tenants, &[11, 12, 13, 15]).await?;
    // In SQL, `NOT IN` over a list with a null in it would find nothing here.
    let not_sender = linked("id", messages.place(), "sender", Selection::Everything).negated();
    scene.selects(&people.place(), &not_sender, &[3]).await?;
    let nameless = linked("tenant", messages.place(), "tenant", null("sender"));
    scene.selects(&messages.place(), &nameless, &[]).await
}

/// A link leads only to records that meet the conditions of the place that it leads to.
pub async fn a_link_keeps_to_the_other_places_conditions(scene: Scene<'_>) -> Verdict {
    let (people, messages) = mailbox(&scene).await?;
    let of_one = messages.place_where([only("tenant", [1])]);
    let senders = linked("id", of_one, "sender", Selection::Everything);
    scene.selects(&people.place(), &senders, &[1, 2]).await?;
    let of_two = messages.place_where([only("tenant", [2])]);
    let senders = linked("id", of_two.clone(), "sender", Selection::Everything);
    scene.selects(&people.place(), &senders, &[1]).await?;
    scene.selects(&people.place(), &senders.clone().negated(), &[2, 3]).await?;
    let nested = linked("sender", people.place_where([only("tenant", [2])]), "id", senders);
    scene.selects(&messages.place(), &nested, &[]).await
}

/// A number column and a text column are linked where they have the same link form: 7 and `7`, but not `07`.
pub async fn links_cross_the_types_of_columns(scene: Scene<'_>) -> Verdict {
    let people = scene.layout("people").key("id", ColumnKind::Integer).column("code", TEXT);
    let things = scene.layout("things").key("id", ColumnKind::Integer).column("owner", TEXT);
    scene.create(&[people.clone(), things.clone()]).await?;
    scene.insert(&people, rows![[7, "A"], [8, "a"], [9, "8"]]).await?;
    let owners = rows![[1, "7"], [2, "07"], [3, "8"], [4, "x"], [5, " 7"], [6, "7.0"], [7, NULL], [8, "a"]];
    scene.insert(&things, owners).await?;
    let to_id = linked("owner", people.place(), "id", Selection::Everything);
    scene.selects(&things.place(), &to_id, &[1, 3]).await?;
    scene.selects(&things.place(), &to_id.negated(), &[2, 4, 5, 6, 7, 8]).await?;
    let from_id = linked("id", things.place(), "owner", Selection::Everything);
    scene.selects(&people.place(), &from_id, &[7, 8]).await?;
    scene.selects(&people.place(), &from_id.negated(), &[9]).await?;
    let by_code = linked("owner", people.place(), "code", with_ids([7, 8, 9]));
    scene.selects(&things.place(), &by_code, &[3, 8]).await?;
    scene
        .selects(&people.place(), &linked("code", things.place(), "owner", Selection::Everything), &[8, 9])
        .await
}

/// A link over several fields compares them together: a null or a difference in one of them, and there is no link.
pub async fn a_link_of_several_fields_compares_them_together(scene: Scene<'_>) -> Verdict {
    let (people, messages) = mailbox(&scene).await?;
    let both = |selection| linked_by(&["sender", "tenant"], people.place(), &["id", "tenant"], selection);
    scene.selects(&messages.place(), &both(Selection::Everything), &[11, 13]).await?;
    scene.selects(&messages.place(), &both(Selection::Everything).negated(), &[12, 14, 15]).await?;
    scene.selects(&messages.place(), &both(with_ids([2])), &[13]).await?;
    let crossed = linked_by(&["sender", "tenant"], people.place(), &["tenant", "id"], Selection::Everything);
    scene.selects(&messages.place(), &crossed, &[11, 12]).await
}

/// Links nest, also in their own opposites, and may lead back into the table from which they come.
pub async fn links_nest_and_lead_home(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("folders")
        .key("id", ColumnKind::Integer)
        .column("parent", ColumnKind::Integer)
        .column("name", TEXT);
    let rows = rows![
        [1, NULL, "top"],
        [2, 1, "a"],
        [3, 2, "b"],
        [4, 3, "c"],
        [5, NULL, "other"],
        [6, 5, "a"],
        [7, 7, "itself"]
    ];
    scene.lay_out(&table, rows).await?;
    let place = table.place();
    let below = |selection| linked("parent", table.place(), "id", selection);
    scene.selects(&place, &below(below(with_ids([1]))), &[3]).await?;
    scene.selects(&place, &below(below(below(with_ids([1])))), &[4]).await?;
    scene.selects(&place, &below(below(with_ids([1])).negated()), &[2, 4, 6, 7]).await?;
    scene.selects(&place, &below(below(with_ids([1])).negated()).negated(), &[1, 3, 5]).await?;
    let named_a = Selection::All(vec![one_of("name", ["a"]), below(one_of("name", ["top"]))]);
    scene.selects(&place, &named_a, &[2]).await?;
    scene.selects(&place, &below(Selection::Everything).and(with_ids([2, 5, 7])), &[2, 7]).await?;
    let leaf = linked("id", table.place(), "parent", Selection::Everything).negated();
    scene.selects(&place, &leaf, &[4, 6]).await?;
    // The records that a link leads to may go in the same call.
    scene.equal("erased by a link home", scene.erase(&place, &below(Selection::Everything), 10).await?, 5)?;
    scene.selects(&place, &Selection::Everything, &[1, 5]).await
}
