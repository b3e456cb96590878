//! Legal holds in a database: one row for each matter, overwritten before it is deleted.

use async_trait::async_trait;

use super::super::driver::{Cause, Driver, Failure, Transaction};
use super::super::render::Sql;
use super::{SqlLedger, Work, bytes, push_list};
use crate::port::{Digest, Holds, LedgerError, Sealed};
use crate::value::Value;

#[async_trait]
impl<D: Driver> Holds for SqlLedger<D> {
    async fn place(&self, matter: Digest, former: &[Digest], hold: &Sealed) -> Result<(), LedgerError> {
        let known: Vec<Digest> = std::iter::once(matter).chain(former.iter().copied()).collect();
        loop {
            let mut work = self.begin().await?;
            work.delete_holds(&known).await?;
            match work.insert_hold(matter, hold).await {
                Ok(()) => {
                    work.commit().await?;
                    break;
                }
                // Somebody else placed it in the same moment: theirs is there now, and is replaced.
                Err(failure) if matches!(failure.cause, Cause::Duplicate | Cause::Contention) => drop(work),
                Err(failure) => return Err(failure.into_ledger_error()),
            }
        }
        self.driver.settle().await;
        Ok(())
    }

    async fn lift(&self, matter: &[Digest]) -> Result<bool, LedgerError> {
        if matter.is_empty() {
            return Ok(false);
        }
        let mut work = self.begin().await?;
        let lifted = work.delete_holds(matter).await?;
        work.commit().await?;
        self.driver.settle().await;
        Ok(lifted > 0)
    }

    async fn placed(&self) -> Result<Vec<Sealed>, LedgerError> {
        let rows = self.rows(Sql::new("SELECT content FROM oubliette_holds")).await?;
        let content = |row: Vec<Value>| match row.into_iter().next() {
            Some(Value::Bytes(content)) => Ok(Sealed::new(content)),
            _ => Err(LedgerError::Corrupt("a legal hold".to_owned())),
        };
        rows.into_iter().map(content).collect()
    }
}

impl<T: Transaction> Work<T> {
    async fn insert_hold(&mut self, matter: Digest, hold: &Sealed) -> Result<(), Failure> {
        let mut sql = Sql::new("INSERT INTO oubliette_holds (matter, content) VALUES (")
            .push_bind(bytes(matter))
            .with(", ", hold.bytes().to_vec());
        sql.push(")");
        self.transaction.execute(sql).await.map(drop)
    }

    /// Deletes holds; where the database would put zeros of the same length in the same place, they go there first.
    async fn delete_holds(&mut self, matters: &[Digest]) -> Result<u64, LedgerError> {
        let on_matters = |start: &str| {
            let mut sql = Sql::new(start);
            push_list(&mut sql, " WHERE matter IN (", matters.iter().copied().map(bytes));
            sql
        };
        if let Some(zeros) = (self.zeros)("content") {
            self.execute(on_matters(&format!("UPDATE oubliette_holds SET content = {zeros}"))).await?;
        }
        self.execute(on_matters("DELETE FROM oubliette_holds")).await
    }
}
