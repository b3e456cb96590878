//! Erasing: in batches, repeated, at once, and against a constraint.

use super::super::fixture::TEXT;
use super::super::law::Verdict;
use super::super::scene::{NULL, Scene, one_of, rows, with_ids};
use super::super::together::together;
use crate::port::{ColumnKind, Selection, StoreErrorKind};
use crate::value::Value;

/// What matched is gone, also for whoever looks past the store; all else is as it was.
pub async fn what_was_erased_is_gone(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    scene.lay_out(&table, rows![[1, "Ana"], [2, "Ben"], [3, NULL], [4, "Ana"]]).await?;
    let place = table.place();
    let ana = one_of("name", ["Ana"]);
    scene.equal("erased", scene.erase(&place, &ana, 10).await?, 2)?;
    scene.holds(&table, &rows![[2, "Ben"], [3, NULL]]).await?;
    scene.selects(&place, &ana, &[]).await
}

/// An erasure takes at most as many records as its limit, and returns fewer only when nothing is left.
pub async fn erasing_keeps_to_its_limit(scene: Scene<'_>) -> Verdict {
    // Nothing but the key tells the records apart, and the key has two parts that repeat.
    let table =
        scene.layout("t").key("a", ColumnKind::Integer).key("b", ColumnKind::Integer).column("name", TEXT);
    let mut rows = rows![[1, 1, "Ana"], [1, 2, "Ana"], [2, 1, "Ana"], [2, 2, "Ana"], [3, 1, "Ana"]];
    rows.push(vec![3.into(), 2.into(), "Ben".into()]);
    scene.lay_out(&table, rows).await?;
    let ana = one_of("name", ["Ana"]);
    for (answer, left) in [(2, 4), (2, 2), (1, 1), (0, 1)] {
        scene.equal("erased in a batch of 2", scene.erase(&table.place(), &ana, 2).await?, answer)?;
        scene.equal("rows left", scene.rows(&table).await?.len(), left)?;
    }
    scene.equal(
        "erased without a bound",
        scene.erase(&table.place(), &one_of("name", ["Ben"]), usize::MAX).await?,
        1,
    )
}

/// An erasure may be repeated: the second time there is nothing to do, and nothing else goes.
pub async fn erasing_again_erases_nothing_more(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    scene.lay_out(&table, rows![[1, "Ana"], [2, "Ben"], [3, "Cem"]]).await?;
    let keys = with_ids([1, 3]);
    for answer in [2, 0, 0] {
        scene.equal("erased", scene.erase(&table.place(), &keys, 2).await?, answer)?;
        scene.holds(&table, &rows![[2, "Ben"]]).await?;
    }
    Ok(())
}

/// Of many who erase at once, each record is erased by one: their counts add up to what is gone.
pub async fn erasing_at_once_counts_each_record_once(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    let name = |id: i64| if id % 5 == 0 { "Ben" } else { "Ana" };
    // No whole number of batches: whoever counts first and erases then counts some of the last records twice.
    scene.lay_out(&table, (1..=193).map(|id| vec![Value::Integer(id), name(id).into()]).collect()).await?;
    let (place, ana) = (table.place(), one_of("name", ["Ana"]));
    let mut erased = 0;
    for _ in 0..200 {
        let batch = together((0..8).map(|_| store.erase(&place, &ana, 10))).await;
        let busy = batch.iter().all(|answer| answer.as_ref().is_err_and(|error| error.is_retryable()));
        let mut in_batch = 0;
        for answer in batch {
            match answer {
                Ok(count) => in_batch += count,
                // A database may call one of two who are after the same rows back; nothing of its batch is done then.
                Err(error) if error.is_retryable() => {}
                Err(error) => return Err(scene.broken(format!("erasing at once failed: {error}"))),
            }
        }
        erased += in_batch;
        if in_batch == 0 && !busy {
            break;
        }
    }
    scene.equal("the sum of what all answered", erased, 155)?;
    scene.equal("rows left", scene.rows(&table).await?.len(), 38)
}

/// An erasure that a constraint forbids is an error of that kind without a record's values in it; no record outside of
/// the selection is gone, and once nothing stands in the way, the same call goes through.
pub async fn a_forbidden_erasure_is_an_error(scene: Scene<'_>) -> Verdict {
    let Scene { store, .. } = scene;
    let people = scene.layout("people").key("name", TEXT).column("of", TEXT);
    let orders =
        scene.layout("orders").key("id", ColumnKind::Integer).column("buyer", TEXT).refers("buyer", &people);
    scene.create(&[people.clone(), orders.clone()]).await?;
    scene.insert(&people, rows![["canary-1", "x"], ["canary-2", "x"], ["canary-3", "y"]]).await?;
    scene.insert(&orders, rows![[1, "canary-2"]]).await?;
    let of_x = one_of("of", ["x"]);
    let answer = store.erase(&people.place(), &of_x, 10).await;
    let error =
        scene.refused("an erasure of a row that is referred to", answer, StoreErrorKind::Constraint)?;
    scene.ensure(!format!("{error} {error:?}").contains("canary"), || {
        format!("the error shows a value of a record: {error}")
    })?;
    scene.ensure(!error.is_retryable(), || {
        "what a constraint forbids is said to be worth trying again".to_owned()
    })?;
    let held = scene.rows(&people).await?;
    let stays = |name: &str| held.iter().any(|row| row.first() == Some(&Value::from(name)));
    scene.ensure(stays("canary-2") && stays("canary-3"), || {
        "after the error a row is gone that was referred to or that did not match".to_owned()
    })?;
    scene.equal("erased of those who refer", scene.erase(&orders.place(), &with_ids([1]), 1).await?, 1)?;
    // Where there are no transactions, a part of the batch may have gone the first time.
    let left = held.iter().filter(|row| row.get(1) == Some(&Value::from("x"))).count();
    scene.equal("erased then", scene.erase(&people.place(), &of_x, 10).await?, left as u64)?;
    scene.holds(&people, &rows![["canary-3", "y"]]).await
}

/// A selection that names all keys of large tables is erased batch by batch to the last record.
pub async fn a_large_set_goes_batch_by_batch(scene: Scene<'_>) -> Verdict {
    let table = scene.layout("t").key("id", ColumnKind::Integer).column("name", TEXT);
    let name = |id: i64| if id % 100 == 0 { "stays" } else { "goes" };
    scene.lay_out(&table, (1..=3_000).map(|id| vec![Value::Integer(id), name(id).into()]).collect()).await?;
    let mut batches = Vec::new();
    let goes: Selection = with_ids((1..=3_000).filter(|id| id % 100 != 0));
    loop {
        let erased = scene.erase(&table.place(), &goes, 1_000).await?;
        batches.push(erased);
        if erased < 1_000 || batches.len() > 4 {
            break;
        }
    }
    scene.equal("the batches", batches, vec![1_000, 1_000, 970])?;
    scene.equal("rows left", scene.rows(&table).await?.len(), 30)
}
