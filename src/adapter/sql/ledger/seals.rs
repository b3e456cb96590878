//! Seals in a database: replaced, and destroyed together with all notes but those of what is retained.

use async_trait::async_trait;

use super::super::driver::{Driver, Failure, Transaction};
use super::super::render::Sql;
use super::{SqlLedger, Work};
use crate::port::{LedgerError, Sealed, Seals};
use crate::request::RequestId;
use crate::value::Value;

#[async_trait]
impl<D: Driver> Seals for SqlLedger<D> {
    async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
        let mut work = self.begin().await?;
        let number = work.find(id).await?;
        work.delete_seal(number).await?;
        work.insert_seal(number, sealed).await.map_err(Failure::into_ledger_error)?;
        work.commit().await
    }

    async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
        let sql = Sql::new(
            "SELECT s.content FROM oubliette_sealed s JOIN oubliette_requests r ON r.number = s.request WHERE r.id = ",
        );
        match self.rows(sql.push_bind(id.to_string())).await?.pop().as_deref() {
            None => Ok(None),
            Some([Value::Bytes(content)]) => Ok(Some(Sealed::new(content.clone()))),
            Some(_) => Err(LedgerError::Corrupt(format!("what is sealed beside request {id}"))),
        }
    }

    async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
        let mut work = self.begin().await?;
        match work.find(id).await {
            Ok(number) => {
                work.delete_seal(number).await?;
                work.delete_lists(number, |list| !list.is_retained()).await?;
            }
            Err(LedgerError::Unknown(_)) => return Ok(()),
            Err(error) => return Err(error),
        }
        work.commit().await?;
        self.driver.settle().await;
        Ok(())
    }
}

impl<T: Transaction> Work<T> {
    pub(super) async fn insert_seal(&mut self, number: i64, sealed: &Sealed) -> Result<(), Failure> {
        let mut sql = Sql::new("INSERT INTO oubliette_sealed (request, content) VALUES (")
            .push_bind(number)
            .with(", ", sealed.bytes().to_vec());
        sql.push(")");
        self.transaction.execute(sql).await.map(drop)
    }

    /// Deletes a seal; where the database would put zeros of the same length in the same place, they go there first.
    async fn delete_seal(&mut self, number: i64) -> Result<(), LedgerError> {
        if let Some(zeros) = (self.zeros)("content") {
            let sql = Sql::new(format!("UPDATE oubliette_sealed SET content = {zeros} WHERE request = "));
            self.execute(sql.push_bind(number)).await?;
        }
        let sql = Sql::new("DELETE FROM oubliette_sealed WHERE request = ");
        self.execute(sql.push_bind(number)).await.map(drop)
    }
}
