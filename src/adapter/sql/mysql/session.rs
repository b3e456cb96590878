//! One connection while it works: what the session has to be like, and how a pool gets back what it lent.
//!
//! What a `TIMESTAMP` shows, whether a value that does not fit is an error, and what a statement locks are matters of the
//! session. On connections of our own they are set once; on those of a host's pool for each call, and put back behind it.

use sqlx::mysql::{MySql, MySqlArguments, MySqlConnection, MySqlPool, MySqlQueryResult, MySqlRow};
use sqlx::pool::PoolConnection;
use sqlx::query::Query;

use super::failure::failure;
use crate::adapter::sql::driver::Failure;

/// What every session is told: times in UTC; a value that a column cannot hold is an error and is never cut; a
/// backslash in a literal escapes; locks are on the rows that match, and not on the gaps between them.
///
/// MariaDB keeps what a subquery answered for a row and answers so for every row that its collation takes for the same:
/// for `'a'` what it found for `'A '`. MySQL has no such switch, and reads the part between the stars as a comment.
pub(super) const OURS: &str = "SET NAMES utf8mb4, time_zone = '+00:00', \
     sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', \
     sql_select_limit = DEFAULT, autocommit = 1, innodb_lock_wait_timeout = 10 \
     /*M!, optimizer_switch = 'subquery_cache=off' */; \
     SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

/// The same for a connection that is lent; what it was like before is kept in variables of its own.
const LENT: &str = "SET @oubliette_client = @@character_set_client, @oubliette_results = @@character_set_results, \
     @oubliette_collation = @@collation_connection, @oubliette_zone = @@time_zone, @oubliette_mode = @@sql_mode, \
     @oubliette_limit = @@sql_select_limit, @oubliette_commit = @@autocommit, \
     @oubliette_switch = @@optimizer_switch; \
     SET NAMES utf8mb4, time_zone = '+00:00', \
     sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', \
     sql_select_limit = DEFAULT, autocommit = 1 /*M!, optimizer_switch = 'subquery_cache=off' */; \
     SET TRANSACTION ISOLATION LEVEL READ COMMITTED";

/// Puts back what it was like.
const GIVEN_BACK: &str = "SET character_set_client = @oubliette_client, character_set_results = @oubliette_results, \
     collation_connection = @oubliette_collation, time_zone = @oubliette_zone, sql_mode = @oubliette_mode, \
     sql_select_limit = @oubliette_limit, autocommit = @oubliette_commit, optimizer_switch = @oubliette_switch";

/// A connection of the pool that is ready for statements.
#[derive(Debug)]
pub(super) struct Session {
    /// `None` once it was given back.
    held: Option<Held>,
}

impl Session {
    /// Takes a connection from the pool.
    pub(super) async fn take(pool: &MySqlPool, is_ours: bool) -> Result<Self, Failure> {
        let connection = pool.acquire().await.map_err(|error| failure(&error))?;
        let held = Held { connection: Some(connection), is_ours, in_transaction: false };
        let mut session = Self { held: Some(held) };
        if !is_ours {
            session.held()?.say(LENT).await?;
        }
        Ok(session)
    }

    /// Begins a transaction, which [`Self::commit`] ends.
    pub(super) async fn begin(pool: &MySqlPool, is_ours: bool) -> Result<Self, Failure> {
        let mut session = Self::take(pool, is_ours).await?;
        let held = session.held()?;
        held.in_transaction = true;
        held.say("START TRANSACTION").await?;
        Ok(session)
    }

    pub(super) async fn fetch(
        &mut self,
        query: Query<'_, MySql, MySqlArguments>,
    ) -> Result<Vec<MySqlRow>, Failure> {
        query.fetch_all(self.held()?.connection()?).await.map_err(|error| failure(&error))
    }

    pub(super) async fn execute(
        &mut self,
        query: Query<'_, MySql, MySqlArguments>,
    ) -> Result<MySqlQueryResult, Failure> {
        query.execute(self.held()?.connection()?).await.map_err(|error| failure(&error))
    }

    pub(super) async fn commit(self) -> Result<(), Failure> {
        self.end("COMMIT").await
    }

    pub(super) async fn rollback(self) -> Result<(), Failure> {
        self.end("ROLLBACK").await
    }

    async fn end(mut self, statement: &'static str) -> Result<(), Failure> {
        let held = self.held()?;
        held.say(statement).await?;
        held.in_transaction = false;
        self.give_back().await;
        Ok(())
    }

    /// Gives the connection back to the pool as it was.
    pub(super) async fn give_back(mut self) {
        if let Some(held) = self.held.take() {
            held.give_back().await;
        }
    }

    fn held(&mut self) -> Result<&mut Held, Failure> {
        self.held.as_mut().ok_or_else(|| failure(&sqlx::Error::PoolClosed))
    }
}

/// A session that is dropped in the middle of something still ends its transaction and still goes back as it was.
impl Drop for Session {
    fn drop(&mut self) {
        let Some(held) = self.held.take().filter(Held::is_changed) else {
            return;
        };
        // Where no runtime is left to do it, the connection is closed, which rolls back as well.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(held.give_back());
        }
    }
}

/// A connection that is out of the pool.
#[derive(Debug)]
struct Held {
    /// `None` once it is in the pool again.
    connection: Option<PoolConnection<MySql>>,
    is_ours: bool,
    in_transaction: bool,
}

impl Held {
    /// Statements of ours without values.
    async fn say(&mut self, statements: &'static str) -> Result<(), Failure> {
        let done = sqlx::raw_sql(statements).execute(self.connection()?).await;
        done.map(drop).map_err(|error| failure(&error))
    }

    fn connection(&mut self) -> Result<&mut MySqlConnection, Failure> {
        self.connection.as_deref_mut().ok_or_else(|| failure(&sqlx::Error::PoolClosed))
    }

    /// Whether anything of ours is on the connection.
    fn is_changed(&self) -> bool {
        self.in_transaction || !self.is_ours
    }

    /// Leaves nothing of ours on the connection; one on which that fails is closed.
    async fn give_back(mut self) {
        let was_rolled_back = !self.in_transaction || self.say("ROLLBACK").await.is_ok();
        if was_rolled_back && (self.is_ours || self.say(GIVEN_BACK).await.is_ok()) {
            drop(self.connection.take());
        }
    }
}

/// Closes what could not be cleaned, a runtime that shuts down among the reasons.
impl Drop for Held {
    fn drop(&mut self) {
        if self.is_changed()
            && let Some(connection) = self.connection.take()
        {
            drop(connection.detach());
        }
    }
}
