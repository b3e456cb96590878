//! MySQL and MariaDB as a driver: statements with bound values in, rows as values out.

use std::fmt;

use async_trait::async_trait;
use sqlx::mysql::{MySql, MySqlArguments, MySqlPool, MySqlRow};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Row as _, Type, TypeInfo, ValueRef};

use super::dialect::MysqlDialect;
use super::failure::failure;
use super::session::Session;
use super::watch::MysqlWatch;
use super::{limits, schema};
use crate::adapter::sql::driver::{Driver, Failure, Row, Transaction};
use crate::adapter::sql::render::Sql;
use crate::adapter::sql::shape::{Check, Shape, Shapes};
use crate::port::Table;
use crate::value::Value;

/// An open MySQL or MariaDB database.
#[derive(Clone)]
pub(super) struct MysqlDriver {
    pub(super) pool: MySqlPool,
    /// Whether the pool is our own, with sessions that are as they have to be.
    pub(super) is_ours: bool,
}

impl fmt::Debug for MysqlDriver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MysqlDriver")
    }
}

#[async_trait]
impl Driver for MysqlDriver {
    type Dialect<'a> = MysqlDialect<'a>;
    type Transaction = Session;
    type Watch = MysqlWatch;

    async fn watch(&self) -> Result<MysqlWatch, Failure> {
        MysqlWatch::open(&self.pool).await
    }

    fn dialect(shapes: &Shapes) -> MysqlDialect<'_> {
        MysqlDialect::new(shapes)
    }

    async fn rows(&self, sql: Sql) -> Result<Vec<Row>, Failure> {
        let mut session = Session::take(&self.pool, self.is_ours).await?;
        let rows = session.rows(sql).await;
        session.give_back().await;
        rows
    }

    /// A single statement is a transaction of its own, so that a deadlock or a timeout leaves nothing of it.
    async fn execute(&self, sql: Sql) -> Result<u64, Failure> {
        let mut session = Session::take(&self.pool, self.is_ours).await?;
        let done = Transaction::execute(&mut session, sql).await;
        session.give_back().await;
        done
    }

    async fn begin(&self) -> Result<Session, Failure> {
        Session::begin(&self.pool, self.is_ours).await
    }

    async fn shape(&self, table: &str) -> Result<Option<Shape>, Failure> {
        let mut session = Session::take(&self.pool, self.is_ours).await?;
        let shape = schema::read(&mut session, table).await;
        session.give_back().await;
        shape
    }

    async fn describe(&self, shape: &Shape) -> Result<Table, Failure> {
        let mut session = Session::take(&self.pool, self.is_ours).await?;
        let table = schema::describe(&mut session, shape).await;
        session.give_back().await;
        table
    }

    async fn tables(&self) -> Result<Vec<Table>, Failure> {
        let mut session = Session::take(&self.pool, self.is_ours).await?;
        let tables = schema::tables(&mut session).await;
        session.give_back().await;
        tables
    }

    async fn checks(&self, shape: &Shape) -> Result<Vec<Check>, Failure> {
        let mut session = Session::take(&self.pool, self.is_ours).await?;
        let checks = limits::checks(&mut session, shape).await;
        session.give_back().await;
        checks
    }

    /// InnoDB purges what was overwritten and deleted by itself.
    async fn settle(&self) {}
}

#[async_trait]
impl Transaction for Session {
    async fn rows(&mut self, sql: Sql) -> Result<Vec<Row>, Failure> {
        let rows = self.fetch(prepare(sql)).await?;
        let values = |row: &MySqlRow| (0..row.len()).map(|index| value(row, index)).collect();
        rows.iter().map(values).collect::<Result<_, _>>().map_err(|error| failure(&error))
    }

    async fn execute(&mut self, sql: Sql) -> Result<u64, Failure> {
        Session::execute(self, prepare(sql)).await.map(|done| done.rows_affected())
    }

    async fn commit(self) -> Result<(), Failure> {
        Session::commit(self).await
    }

    async fn rollback(self) -> Result<(), Failure> {
        Session::rollback(self).await
    }
}

/// A statement with its values bound, kept prepared by the connection.
fn prepare(sql: Sql) -> Query<'static, MySql, MySqlArguments> {
    let (text, binds) = sql.into_parts(|_| "?".to_owned());
    // Names are quoted by the renderer, and values are bound.
    binds.into_iter().fold(sqlx::query(AssertSqlSafe(text)), |query, value| match value {
        Value::Null => query.bind(None::<String>),
        Value::Boolean(flag) => query.bind(flag),
        Value::Integer(number) => query.bind(number),
        Value::Real(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
        Value::Bytes(bytes) => query.bind(bytes),
    })
}

/// A value by the type in which it arrives. What has a type that differs from session to session was selected as text.
fn value(row: &MySqlRow, index: usize) -> Result<Value, sqlx::Error> {
    let raw = row.try_get_raw(index)?;
    if raw.is_null() {
        return Ok(Value::Null);
    }
    let kind = raw.type_info().into_owned();
    let name = kind.name();
    Ok(match name {
        "BOOLEAN" | "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INT" | "BIGINT" => {
            Value::Integer(row.try_get_unchecked(index)?)
        }
        _ if name.ends_with(" UNSIGNED") => {
            let number: u64 = row.try_get_unchecked(index)?;
            // Beyond the crate's own integers it travels as text, which has the same link form.
            i64::try_from(number).map_or_else(|_| Value::Text(number.to_string()), Value::Integer)
        }
        "FLOAT" => Value::Real(row.try_get_unchecked::<f32, _>(index)?.into()),
        "DOUBLE" => Value::Real(row.try_get_unchecked(index)?),
        "DECIMAL" => Value::Text(row.try_get_unchecked(index)?),
        _ if <str as Type<MySql>>::compatible(&kind) => Value::Text(row.try_get_unchecked(index)?),
        _ => Value::Bytes(row.try_get_unchecked(index)?),
    })
}
