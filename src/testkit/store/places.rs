//! What exists in a place: its conditions, its tenant, its names, its keys.

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::Verdict;
use super::super::scene::{NULL, Scene, forms, one_of, only, rows, set, shown, with_ids};
use crate::port::{ColumnKind, Description, Key, Page, Place, Replacement, Selection, StoreErrorKind};
use crate::value::{Condition, Value};

/// A row that does not meet the conditions of the place does not exist there: it is neither read, counted, erased nor masked.
pub async fn rows_outside_the_conditions_do_not_exist(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("kind", TEXT).column("name", TEXT);
    let rows = rows![[1, "person", "Ana"], [2, "group", "Ana"], [3, NULL, "Ana"], [4, "Person", "Ana"]];
    scene.lay_out(&table, rows.clone()).await?;
    let people = table.place_where([only("kind", ["person"])]);
    let ana = one_of("name", ["Ana"]);
    scene.selects(&people, &ana, &[1]).await?;
    scene.selects(&people, &with_ids([2, 3, 4]), &[]).await?;
    let or_null = table.place_where([only("kind", [Value::from("person"), NULL])]);
    scene.selects(&or_null, &ana, &[1, 3]).await?;
    let both = table.place_where([only("kind", ["person", "group"]), only("id", [2, 3])]);
    scene.selects(&both, &ana, &[2]).await?;
    scene.equal("erased outside of the place", scene.erase(&people, &with_ids([2, 3, 4]), 10).await?, 0)?;
    scene.holds(&table, &rows).await?;
    scene.equal("erased within the place", scene.erase(&people, &ana, 10).await?, 1)?;
    scene.holds(&table, rows.get(1..).unwrap_or_default()).await
}

/// A place may ask for how a text begins or ends, and for the opposite of anything; a null neither begins nor ends, and so
/// meets the opposite.
pub async fn conditions_of_every_form_are_kept(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("jid", TEXT).column("name", TEXT);
    let rows = rows![
        [1, "919876543210@s.whatsapp.net", "Ana"],
        [2, "1203630@g.us", "Ana"],
        [3, NULL, "Ana"],
        [4, "1203630@G.US", "Ana"],
        [5, "@g.us.example", "Ana"],
        [6, "", "Ana"]
    ];
    scene.lay_out(&table, rows).await?;
    let group = || Condition::ending_with("jid", "@g.us");
    let ana = one_of("name", ["Ana"]);
    for (conditions, expected) in [
        (vec![group()], vec![2]),
        (vec![group().negated()], vec![1, 3, 4, 5, 6]),
        (vec![Condition::starting_with("jid", "91")], vec![1]),
        (vec![Condition::starting_with("jid", "120").negated()], vec![1, 3, 5, 6]),
        (vec![Condition::starting_with("jid", "120"), group().negated()], vec![4]),
        (vec![only("jid", ["", "1203630@g.us"]).negated()], vec![1, 3, 4, 5]),
        (vec![only("jid", [NULL]).negated()], vec![1, 2, 4, 5, 6]),
        (vec![only("jid", [Value::from(""), NULL]).negated(), group().negated()], vec![1, 4, 5]),
    ] {
        let place = Place::new(&table.name, table.key.clone(), conditions);
        scene.selects(&place, &ana, &expected).await?;
    }
    let direct = table.place_where([group().negated()]);
    scene.equal("erased beside the groups", scene.erase(&direct, &ana, 10).await?, 5)?;
    scene.selects(&table.place(), &ana, &[2]).await
}

/// A mask, too, keeps to the conditions of the place.
pub async fn masks_keep_to_the_conditions(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("kind", TEXT).column("name", TEXT);
    scene.lay_out(&table, rows![[1, "person", "Ana"], [2, "group", "Ana"], [3, NULL, "Ana"]]).await?;
    let people = table.place_where([only("kind", ["person"])]);
    let gone = [set("name", Replacement::Constant("gone".into()))];
    scene.equal("masked", scene.mask(&people, &gone, &one_of("name", ["Ana"])).await?, 1)?;
    scene.holds(&table, &rows![[1, "person", "gone"], [2, "group", "Ana"], [3, NULL, "Ana"]]).await
}

/// What one tenant's place erases, no other tenant loses, be the records alike in everything else.
pub async fn tenants_are_kept_apart(scene: Scene<'_>) -> Verdict {
    let table = scene
        .layout("contacts")
        .key("tenant", ColumnKind::Integer)
        .key("id", ColumnKind::Integer)
        .column("phone", TEXT);
    let rows = rows![[1, 1, "+1"], [1, 2, "+2"], [2, 1, "+1"], [2, 2, "+2"], [3, 1, NULL]];
    scene.lay_out(&table, rows.clone()).await?;
    let of = |tenant: i64| table.place_where([only("tenant", [tenant])]);
    let phone = one_of("phone", ["+1"]);
    for tenant in [1, 2] {
        scene.equal("one tenant's records", scene.count(&of(tenant), &phone).await?, 1)?;
        let keys = scene.read_all(&of(tenant), &[], &phone, 10).await?;
        let own = keys.iter().all(|it| forms(it.key.values()) == forms(&[tenant.into(), 1.into()]));
        scene
            .ensure(own && keys.len() == 1, || format!("tenant {tenant} reads a record of another tenant"))?;
    }
    scene.equal("erased of one tenant", scene.erase(&of(1), &phone, 10).await?, 1)?;
    scene.holds(&table, rows.get(1..).unwrap_or_default()).await?;
    let key = Selection::rows(table.key.clone(), rows![[1, 2], [2, 2]]);
    scene.equal("erased of the other by key", scene.erase(&of(2), &key, 10).await?, 1)?;
    scene.holds(&table, &rows![[1, 2, "+2"], [2, 1, "+1"], [3, 1, NULL]]).await
}

/// Names are only names: quotes, other scripts, words of a query language and what looks like a statement.
pub async fn names_are_only_names(scene: Scene<'_>) -> Verdict {
    let bystander = scene.layout("bystander").key("id", ColumnKind::Integer);
    scene.lay_out(&bystander, rows![[1]]).await?;
    for name in [
        "select",
        "Order",
        "a\"b",
        "a`b",
        "it's",
        "a b",
        "t0",
        "value",
        "ключ 鍵",
        "x; DROP TABLE y; --",
        "/*",
        "%s ? ?1 $1 :a @b {0}",
        "a]b[",
        "a\\b",
    ] {
        let mut table =
            scene.layout("").key("id", ColumnKind::Integer).column(name, TEXT).column("order by", TEXT);
        table.name.push_str(name);
        let rows = rows![[1, "x", "a"], [2, "y", "b"], [3, NULL, "c"]];
        scene.lay_out(&table, rows.clone()).await?;
        let place = table.place();
        let x = one_of(name, ["x"]);
        scene.selects(&place, &x, &[1]).await?;
        let fields = [name.to_owned(), "order by".to_owned()];
        let records = scene.read_all(&place, &fields, &one_of("order by", ["b"]), 2).await?;
        let right =
            matches!(records.as_slice(), [it] if forms(&it.values) == forms(&["y".into(), "b".into()]));
        scene.ensure(right, || format!("the fields of a record are not read under the name {name:?}"))?;
        scene.equal("erased", scene.erase(&place, &x, 10).await?, 1)?;
        scene.holds(&table, rows.get(1..).unwrap_or_default()).await?;
        if scene.store.capabilities().masks {
            let masked = scene.mask(&place, &[set(name, Replacement::Null)], &with_ids([2])).await?;
            scene.equal("masked", masked, 1)?;
            scene.holds(&table, &rows![[2, NULL, "b"], [3, NULL, "c"]]).await?;
        }
    }
    scene.holds(&bystander, &rows![[1]]).await
}

/// Keys that are texts, UUIDs, bytes, numbers or several of them tell records apart: what is read under a key is found,
/// and erased, by that key alone.
pub async fn keys_of_every_kind_tell_records_apart(scene: Scene<'_>) -> Verdict {
    let integers = [3, -1, 0, i64::MAX, i64::MIN, 20, 100].map(Value::Integer).to_vec();
    let texts =
        ["b", "", "a", "ab", "a b", "10", "9", "é", "日本", "o'b\"c\\", "zz%_"].map(Value::from).to_vec();
    let uuids = [
        "019a9d2e-7c00-7abc-8def-0123456789ab",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-4fff-bfff-ffffffffffff",
        "7f000000-0000-4000-8000-000000000001",
    ];
    let uuids = uuids.map(Value::from).to_vec();
    let kinds = [
        ("integer", ColumnKind::Integer, integers),
        ("text", TEXT, texts),
        ("uuid", ColumnKind::Uuid, uuids),
    ];
    for (name, kind, values) in kinds {
        let single = scene.layout(name).key("k", kind.clone()).column("n", ColumnKind::Integer);
        let rows = (0_i64..).zip(&values).map(|(n, value)| vec![value.clone(), n.into()]).collect();
        told_apart(&scene, &single, rows).await?;
        let pair = scene
            .layout(&format!("pair_{name}"))
            .key("a", kind)
            .key("b", ColumnKind::Integer)
            .column("n", ColumnKind::Integer);
        let rows = values
            .iter()
            .flat_map(|value| [1, 2].map(|b| (value.clone(), b)))
            .zip(0_i64..)
            .map(|((value, b), n)| vec![value, b.into(), n.into()])
            .collect();
        told_apart(&scene, &pair, rows).await?;
    }
    Ok(())
}

/// Reads the rows of a table in pages of two, finds each by its key, and erases it by its key.
async fn told_apart(scene: &Scene<'_>, table: &TableLayout, rows: Vec<Vec<Value>>) -> Verdict {
    scene.lay_out(table, rows.clone()).await?;
    let place = table.place();
    let key = place.key().to_vec();
    let numbers: Vec<_> = rows.iter().filter_map(|row| row.last().cloned()).collect();
    let all = if scene.store.capabilities().predicates {
        Selection::Everything
    } else {
        Selection::one_of("n", numbers.clone())
    };
    let records = scene.read_all(&place, &["n".to_owned()], &all, 2).await?;
    scene.equal(&format!("records of `{}` in pages of two", table.name), records.len(), rows.len())?;
    for record in &records {
        let held = rows
            .iter()
            .find(|row| row.last().map(Value::link_form) == record.values.first().map(Value::link_form));
        let same = held
            .is_some_and(|row| forms(row.get(..key.len()).unwrap_or_default()) == forms(record.key.values()));
        scene.ensure(same, || {
            format!("the key {} is another than was laid out", shown(record.key.values()))
        })?;
    }
    for (erased, record) in (1..).zip(&records) {
        let selection = Selection::rows(key.clone(), vec![record.key.values().to_vec()]);
        let call = format!("records with the key {}", shown(record.key.values()));
        scene.equal(&call, scene.count(&place, &selection).await?, 1)?;
        scene.equal(&call, scene.erase(&place, &selection, 10).await?, 1)?;
        scene.equal("rows left", scene.rows(table).await?.len(), rows.len() - erased)?;
    }
    Ok(())
}

/// The parts of a key are compared one by one: `("a-b", "c")` is not `("a", "b-c")`, whatever stands between them.
pub async fn the_parts_of_a_key_are_not_run_together(scene: Scene<'_>) -> Verdict {
    let joints = ["", "-", "_", ",", "/", "|", ":", ";", ".", "#", " ", "\t", "\u{1f}", "\", \"", "','"];
    let table = scene.layout("t").key("a", TEXT).key("b", TEXT).column("n", ColumnKind::Integer);
    let pairs =
        joints.map(|joint| [(format!("a{joint}b"), "c".to_owned()), ("a".to_owned(), format!("b{joint}c"))]);
    let row = |(number, (a, b)): (i64, (String, String))| vec![Value::from(a), b.into(), number.into()];
    let rows: Vec<_> = (0..).zip(pairs.into_iter().flatten()).map(row).collect();
    scene.lay_out(&table, rows.clone()).await?;
    let place = table.place();
    let mut left = rows.clone();
    for (doomed, kept) in rows.iter().step_by(2).zip(rows.iter().skip(1).step_by(2)) {
        let key = |row: &[Value]| {
            Selection::rows(table.key.clone(), vec![row.get(..2).unwrap_or_default().to_vec()])
        };
        let of =
            format!("with the key {}, beside {}", shown(doomed.get(..2).unwrap_or_default()), shown(kept));
        scene.equal(&format!("records {of}"), scene.count(&place, &key(doomed)).await?, 1)?;
        scene.equal(&format!("erased {of}"), scene.erase(&place, &key(doomed), 10).await?, 1)?;
        left.retain(|row| row != doomed);
        scene.holds(&table, &left).await?;
    }
    Ok(())
}

/// A table that is not there is said to be missing, and never reads as one in which nothing is left.
pub async fn a_missing_table_is_not_an_empty_one(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let nowhere = scene.layout("never_made").key("id", ColumnKind::Integer).place();
    match scene.answer("describe", store.describe(&nowhere).await)? {
        Description::Missing => {}
        // A store without tables cannot tell a place without records from one that was never made.
        Description::Unknown => return Ok(()),
        Description::Table(_) => return Err(scene.broken("a table that is not there is described")),
    }
    let selection = with_ids([1]);
    let page = Page { after: None, limit: 1 };
    let missing = StoreErrorKind::Missing;
    scene.refused("count", store.count(&nowhere, &selection).await, missing)?;
    scene.refused("read", store.read(&nowhere, &[], &selection, page).await, missing)?;
    scene.refused("erase", store.erase(&nowhere, &selection, 1).await, missing)?;
    if store.capabilities().masks {
        let masks = [set("id", Replacement::Null)];
        scene.refused("mask", store.mask(&nowhere, &masks, &selection).await, missing)?;
    }
    Ok(())
}

/// A field that a described table does not have is said to be missing, and is neither null nor a text.
pub async fn a_missing_field_is_not_null(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    scene.lay_out(&table, rows![[1, "Ana"]]).await?;
    let place = table.place();
    if !matches!(scene.answer("describe", store.describe(&place).await)?, Description::Table(_)) {
        return Ok(());
    }
    let wrong = one_of("phone", ["phone"]);
    let page = Page { after: None, limit: 1 };
    let missing = StoreErrorKind::Missing;
    scene.refused("count", store.count(&place, &wrong).await, missing)?;
    scene.refused("erase", store.erase(&place, &wrong, 1).await, missing)?;
    let read = store.read(&place, &["phone".to_owned()], &with_ids([1]), page).await;
    scene.refused("read of a field", read, missing)?;
    let by_phone = Place::new(place.table(), ["phone".to_owned()], Vec::new());
    let read = store.read(&by_phone, &[], &with_ids([1]), page).await;
    scene.refused("read of a key", read, missing)?;
    if store.capabilities().predicates {
        let opposite = Selection::Null { field: "phone".to_owned() }.negated();
        scene.refused("erase of the opposite", store.erase(&place, &opposite, 1).await, missing)?;
    }
    if store.capabilities().masks {
        let masks = [set("phone", Replacement::Null)];
        scene.refused("mask", store.mask(&place, &masks, &with_ids([1])).await, missing)?;
    }
    scene.holds(&table, &rows![[1, "Ana"]]).await
}

/// A description has the columns, types and unique sets that the table has.
pub async fn a_table_is_described_as_it_is(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table = scene
        .layout("t")
        .key("id", ColumnKind::Integer)
        .required("code", ColumnKind::Text { limit: Some(12) })
        .column("name", TEXT)
        .column("born", ColumnKind::Time)
        .column("face", ColumnKind::Bytes)
        .unique("code");
    scene.create(std::slice::from_ref(&table)).await?;
    let schema = match scene.answer("describe", store.describe(&table.place()).await)? {
        Description::Table(schema) => schema,
        Description::Unknown => return Ok(()),
        Description::Missing => return Err(scene.broken("a table that is there is said to be missing")),
    };
    let names: Vec<_> = schema.columns.iter().map(|column| column.name.clone()).collect();
    scene.equal("the columns", names, table.fields())?;
    for wanted in &table.columns {
        let Some(column) = schema.column(&wanted.name) else { continue };
        scene.equal(&format!("`{}` may be null", wanted.name), column.nullable, wanted.nullable)?;
        scene.equal(&format!("the kind of `{}`", wanted.name), &column.kind, &wanted.kind)?;
    }
    for (columns, expected) in [("id", true), ("code", true), ("name", false)] {
        let seen = schema.tells_apart(&[columns.to_owned()]);
        scene.equal(&format!("`{columns}` tells rows apart"), seen, expected)?;
    }
    Ok(())
}

/// A key of the place's own choosing orders and names its records, be it not the table's, and be it that nothing but the
/// rows themselves make it unique.
pub async fn a_place_may_have_another_key(scene: Scene<'_>) -> Verdict {
    // Each record's code is the key that another one has in the table.
    let table = scene.layout("t").key("id", TEXT).required("code", TEXT).column("name", TEXT);
    let rows = rows![["1", "3", "c"], ["2", "1", "a"], ["3", "2", "b"], ["4", "5", "d"]];
    scene.lay_out(&table, rows.clone()).await?;
    let by_code = Place::new(&table.name, ["code".to_owned()], Vec::new());
    let with_codes = |codes: &[&str]| one_of("code", codes.iter().copied());
    let all = with_codes(&["1", "2", "3", "5"]);
    let mut after: Option<Key> = None;
    let mut codes = Vec::new();
    for _ in 0..4 {
        let page = scene.page(&by_code, &["id".to_owned()], &all, after.as_ref(), 1).await?;
        after = page.first().map(|record| record.key.clone());
        codes.extend(page.first().and_then(|record| record.key.values().first()?.to_text()));
    }
    scene.equal("the records by the place's key", codes, ["1", "2", "3", "5"].map(str::to_owned).to_vec())?;
    let mut rows = rows;
    if scene.store.capabilities().masks {
        let gone = [set("name", Replacement::Constant("gone".into()))];
        scene.equal("masked by it", scene.mask(&by_code, &gone, &with_codes(&["2"])).await?, 1)?;
        rows = rows![["1", "3", "c"], ["2", "1", "a"], ["3", "2", "gone"], ["4", "5", "d"]];
        scene.holds(&table, &rows).await?;
    }
    scene.equal("erased by it", scene.erase(&by_code, &with_codes(&["3", "4"]), 10).await?, 1)?;
    scene.holds(&table, rows.get(1..).unwrap_or_default()).await
}
