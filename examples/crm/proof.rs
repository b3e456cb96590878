//! The proof, in plain SQL and without the crate: the CRM as it is, against what it should be by the CRM as it was.
//!
//! For each table the rules below say which rows were the two's, which of those are kept and how they are masked, and
//! which fields of other people's rows pointed to the two. From these follows what the table should hold now, to the
//! last field. `EXCEPT` in both directions then finds whatever is missing, left over or changed. A table without a rule
//! is nobody's, and must be as it was.

use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};

use crate::Failure;
use crate::world::{NAMES, World, tables};

/// Looked up in the copy. `omar` and `asha` are then tables of ids, for `IN omar` and `IN asha`. Asha has two profiles.
const WHO: &str = "
    CREATE TEMP TABLE omar AS SELECT id FROM before.agents WHERE meta_id = '122093764502198471';
    CREATE TEMP TABLE asha AS SELECT id FROM before.contacts WHERE phone = '+919876543210' AND account_id = 3;
    CREATE TEMP TABLE talks AS SELECT id FROM before.conversations WHERE contact_id IN asha;
    CREATE TEMP TABLE texts AS SELECT id FROM before.messages WHERE conversation_id IN talks;
    CREATE TEMP TABLE buys AS SELECT id FROM before.orders WHERE contact_id IN asha;
";

/// What should have become of a table.
struct Rule {
    table: &'static str,
    /// Which rows were the two's.
    theirs: &'static str,
    /// Which of those have to stay.
    kept: &'static str,
    /// What the kept ones hold instead, by field.
    masked: &'static [(&'static str, &'static str)],
    /// Fields that should be null now, and in which rows.
    lets_go: &'static [(&'static str, &'static str)],
}

const NOBODYS: Rule = Rule { table: "", theirs: "FALSE", kept: "FALSE", masked: &[], lets_go: &[] };

const RULES: &[Rule] = &[
    Rule { table: "agents", theirs: "id IN omar", ..NOBODYS },
    Rule { table: "tokens", theirs: "agent_id IN omar", ..NOBODYS },
    Rule {
        table: "contacts",
        theirs: "id IN asha",
        lets_go: &[("assigned_to", "assigned_to IN omar")],
        ..NOBODYS
    },
    Rule { table: "labels", lets_go: &[("created_by", "created_by IN omar")], ..NOBODYS },
    Rule { table: "contact_labels", theirs: "contact_id IN asha", ..NOBODYS },
    Rule {
        table: "conversations",
        theirs: "contact_id IN asha",
        lets_go: &[("assignee_id", "assignee_id IN omar")],
        ..NOBODYS
    },
    Rule {
        table: "messages",
        theirs: "conversation_id IN talks",
        lets_go: &[("sender_id", "sender_type = 'agent' AND sender_id IN omar")],
        ..NOBODYS
    },
    Rule { table: "media", theirs: "message_id IN texts", ..NOBODYS },
    Rule {
        table: "orders",
        theirs: "contact_id IN asha",
        lets_go: &[("taken_by", "taken_by IN omar")],
        ..NOBODYS
    },
    Rule { table: "order_lines", theirs: "order_id IN buys", ..NOBODYS },
    Rule {
        table: "invoices",
        theirs: "contact_id IN asha",
        kept: "issued_at >= '2019-04-01'", // seven years from the end of the financial year, as of 2026-11-21
        masked: &[
            ("contact_id", "NULL"),
            ("order_id", "NULL"),
            ("buyer_phone", "NULL"),
            ("buyer_email", "NULL"),
        ],
        ..NOBODYS
    },
    Rule {
        table: "ai_logs",
        theirs: "message_id IN texts",
        lets_go: &[("asked_by", "asked_by IN omar")],
        ..NOBODYS
    },
    Rule {
        table: "audit_logs",
        theirs: "actor_id IN omar",
        kept: "logged_at >= '2025-11-21'", // twelve months
        masked: &[
            ("actor_id", "NULL"),
            ("actor_name", "'former agent'"),
            ("detail", "NULL"),
            ("ip_address", "NULL"),
        ],
        lets_go: &[("contact_id", "contact_id IN asha"), ("detail", "contact_id IN asha")],
    },
    Rule {
        table: "referrals",
        theirs: "referrer_id IN asha AND referred_id IN asha",
        lets_go: &[("referrer_id", "referrer_id IN asha"), ("referred_id", "referred_id IN asha")],
        ..NOBODYS
    },
    Rule {
        table: "newsletter",
        theirs: "account_id = 3 AND lower(email) = 'asha.raman@mail.example'",
        ..NOBODYS
    },
];

/// One line of the proof.
#[derive(Default)]
struct Finding {
    before: i64,
    erased: i64,
    kept: i64,
    let_go: i64,
    untouched: i64,
    wrong: i64,
    named: i64,
}

/// Compares every table and prints what it finds; returns whether all is as it should be.
pub async fn prove(world: &World) -> Result<bool, Failure> {
    let mut both = world.both().await?;
    sqlx::raw_sql(WHO).execute(&mut both).await?;
    println!("                  --- before --  ----- the two's -----  ----- everybody else's ------");
    println!("  table                    rows   erased  kept, masked   let go  untouched  unexpected  names");
    let mut sum = Finding::default();
    let mut kept_names = 0;
    for table in tables(&mut both).await? {
        let rule = RULES.iter().find(|rule| rule.table == table).unwrap_or(&NOBODYS);
        let found = compare(&mut both, &table, rule).await?;
        line(&table, &found);
        kept_names += if table == "invoices" { found.kept } else { 0 };
        sum.add(&found);
    }
    line("all", &sum);
    println!(
        "  unexpected: rows that are missing, left over, or differ in any field from what they should be"
    );
    println!(
        "  names: rows that spell out a name, number, address or id of the two, business 6's customer apart;"
    );
    println!("         the law wants the buyer's name on {kept_names} kept invoices");
    Ok(sum.wrong == 0
        && sum.named == kept_names
        && sum.erased > 0
        && sum.before == sum.erased + sum.kept + sum.let_go + sum.untouched)
}

async fn compare(both: &mut SqliteConnection, table: &str, rule: &Rule) -> Result<Finding, Failure> {
    let Rule { theirs, kept, .. } = rule;
    let columns = columns(both, table).await?;
    let lets_go = rule.lets_go.iter().map(|(_, when)| format!("({when})")).collect::<Vec<_>>().join(" OR ");
    let lets_go = if lets_go.is_empty() { "FALSE".to_owned() } else { lets_go };
    let counts = format!(
        "SELECT count(*), count(*) FILTER (WHERE ({theirs}) AND NOT ({kept})), count(*) FILTER (WHERE ({theirs}) AND ({kept})), \
         count(*) FILTER (WHERE ({theirs}) IS NOT TRUE AND ({lets_go})) FROM before.{table}"
    );
    let counts = sqlx::query(AssertSqlSafe(counts)).fetch_one(&mut *both).await?;
    let (before, erased, kept_rows, let_go) = (counts.get(0), counts.get(1), counts.get(2), counts.get(3));

    let values: Vec<String> = columns.iter().map(|(column, _)| expected(column, rule)).collect();
    let should = format!(
        "SELECT {} FROM before.{table} WHERE (({theirs}) AND NOT ({kept})) IS NOT TRUE",
        values.join(", ")
    );
    let is = format!("SELECT * FROM main.{table}");
    let wrong = format!(
        "SELECT (SELECT count(*) FROM ({should} EXCEPT {is})) + (SELECT count(*) FROM ({is} EXCEPT {should}))"
    );
    let wrong = sqlx::query_scalar(AssertSqlSafe(wrong)).fetch_one(&mut *both).await?;

    let named = format!("SELECT count(*) FROM main.{table} WHERE {}", spells_out(&columns));
    let named = sqlx::query_scalar(AssertSqlSafe(named)).fetch_one(&mut *both).await?;
    let untouched = before - erased - kept_rows - let_go;
    Ok(Finding { before, erased, kept: kept_rows, let_go, untouched, wrong, named })
}

/// What a field should hold now, as an expression over the row as it was.
fn expected(column: &str, rule: &Rule) -> String {
    let mut cases = String::new();
    for (_, value) in rule.masked.iter().filter(|(field, _)| *field == column) {
        cases += &format!(" WHEN {} THEN {value}", rule.theirs);
    }
    for (_, when) in rule.lets_go.iter().filter(|(field, _)| *field == column) {
        cases += &format!(" WHEN {when} THEN NULL");
    }
    if cases.is_empty() { column.to_owned() } else { format!("CASE{cases} ELSE {column} END") }
}

/// Whether any text of a row holds any of the two's names. Asha is business 6's customer too, and did not write to it.
fn spells_out(columns: &[(String, String)]) -> String {
    let texts = columns.iter().filter(|(_, kind)| kind == "TEXT").map(|(column, _)| column);
    let hits: Vec<String> =
        texts.flat_map(|column| NAMES.map(|name| format!("instr(lower({column}), '{name}') > 0"))).collect();
    let hits = if hits.is_empty() { "FALSE".to_owned() } else { hits.join(" OR ") };
    let is_sixths = columns.iter().any(|(column, _)| column == "account_id");
    if is_sixths { format!("account_id <> 6 AND ({hits})") } else { hits }
}

async fn columns(both: &mut SqliteConnection, table: &str) -> Result<Vec<(String, String)>, Failure> {
    let sql = "SELECT name, type FROM pragma_table_info(?, 'main') ORDER BY cid";
    Ok(sqlx::query_as(sql).bind(table).fetch_all(both).await?)
}

fn line(table: &str, found: &Finding) {
    let Finding { before, erased, kept, let_go, untouched, wrong, named } = found;
    println!(
        "  {table:<20} {before:>8} {erased:>8} {kept:>13} {let_go:>8} {untouched:>10} {wrong:>11} {named:>6}"
    );
}

impl Finding {
    fn add(&mut self, other: &Self) {
        self.before += other.before;
        self.erased += other.erased;
        self.kept += other.kept;
        self.let_go += other.let_go;
        self.untouched += other.untouched;
        self.wrong += other.wrong;
        self.named += other.named;
    }
}
