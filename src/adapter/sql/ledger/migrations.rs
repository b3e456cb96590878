//! The ledger's own tables, under a prefix of their own: the database may be the host's, who has migrations of their own.
//!
//! Which migrations were made is written down in `oubliette_migrations`. Of two processes that begin at once one makes
//! them, behind a lock that each database has to bring.

use sqlx::{AssertSqlSafe, ColumnIndex, Database, Decode, Executor, Row};

/// What makes the tables of a ledger in one kind of database.
pub(in crate::adapter::sql) struct Migrations {
    /// Counts the tables of what was done, of which there is one or none. Who may not make tables may still use a ledger.
    pub(in crate::adapter::sql) is_there: &'static str,
    /// Makes the table of what was done.
    pub(in crate::adapter::sql) bookkeeping: &'static str,
    /// Every migration in its order; the first has number 1.
    pub(in crate::adapter::sql) scripts: &'static [&'static str],
}

/// The ledger was last written by a newer version of this crate.
pub(in crate::adapter::sql) struct NewerLedger {
    pub(in crate::adapter::sql) found: i64,
    pub(in crate::adapter::sql) known: i64,
}

impl Migrations {
    /// Brings the tables up to what this version knows, on a connection that nobody else migrates beside. A ledger that is
    /// newer stays as it is.
    pub(in crate::adapter::sql) async fn run<DB>(
        &self,
        connection: &mut DB::Connection,
    ) -> Result<Result<(), NewerLedger>, sqlx::Error>
    where
        DB: Database,
        for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
        for<'r> i64: Decode<'r, DB>,
        usize: ColumnIndex<DB::Row>,
    {
        if number::<DB>(connection, self.is_there).await? == 0 {
            sqlx::raw_sql(self.bookkeeping).execute(&mut *connection).await?;
        }
        let newest = "SELECT COALESCE(MAX(number), 0) FROM oubliette_migrations";
        let found = number::<DB>(connection, newest).await?;
        let known = i64::try_from(self.scripts.len()).unwrap_or(i64::MAX);
        if found > known {
            return Ok(Err(NewerLedger { found, known }));
        }
        for (number, script) in (1_i64..).zip(self.scripts) {
            if number > found {
                sqlx::raw_sql(*script).execute(&mut *connection).await?;
                let done = format!("INSERT INTO oubliette_migrations (number) VALUES ({number})");
                sqlx::raw_sql(AssertSqlSafe(done)).execute(&mut *connection).await?;
            }
        }
        Ok(Ok(()))
    }
}

/// The one number that a statement returns.
async fn number<DB>(connection: &mut DB::Connection, sql: &'static str) -> Result<i64, sqlx::Error>
where
    DB: Database,
    for<'c> &'c mut DB::Connection: Executor<'c, Database = DB>,
    for<'r> i64: Decode<'r, DB>,
    usize: ColumnIndex<DB::Row>,
{
    // The databases give different types to a number that they work out.
    sqlx::raw_sql(sql).fetch_one(connection).await?.try_get_unchecked(0)
}
