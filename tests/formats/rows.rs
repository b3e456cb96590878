//! The host's tables and rows before anybody asks for an erasure: three people, of whom one is two contacts.
//!
//! They lie in the same database as the ledger, under a prefix of their own.

use super::databases::Kind;

/// Every table of the host's, in an order in which foreign keys let them be filled.
pub const TABLES: [&str; 9] = [
    "crm_contacts",
    "crm_groups",
    "crm_memberships",
    "crm_messages",
    "crm_threads",
    "crm_visits",
    "crm_addresses",
    "crm_invoices",
    "crm_contracts",
];

/// The circle of threads has no foreign key, since its rows could not be put in one after the other.
const SCHEMA: &str = "
    CREATE TABLE crm_contacts (
        id BIGINT NOT NULL PRIMARY KEY, account_id VARCHAR(40) NOT NULL,
        phone VARCHAR(40), email VARCHAR(80), fb_user VARCHAR(40), full_name VARCHAR(80));
    CREATE TABLE crm_groups (id BIGINT NOT NULL PRIMARY KEY, title VARCHAR(80));
    CREATE TABLE crm_memberships (
        contact_id BIGINT NOT NULL, group_id BIGINT NOT NULL, PRIMARY KEY (contact_id, group_id),
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id), FOREIGN KEY (group_id) REFERENCES crm_groups (id));
    CREATE TABLE crm_messages (
        id BIGINT NOT NULL PRIMARY KEY, from_id BIGINT, to_id BIGINT, group_id BIGINT, body VARCHAR(200),
        FOREIGN KEY (from_id) REFERENCES crm_contacts (id), FOREIGN KEY (to_id) REFERENCES crm_contacts (id),
        FOREIGN KEY (group_id) REFERENCES crm_groups (id));
    CREATE TABLE crm_threads (
        id VARCHAR(40) NOT NULL PRIMARY KEY, contact_id BIGINT, parent_id VARCHAR(40),
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id));
    CREATE TABLE crm_visits (
        day VARCHAR(10) NOT NULL, seq BIGINT NOT NULL, contact_id BIGINT, thread_id VARCHAR(40),
        ip VARCHAR(40), agent VARCHAR(80), note VARCHAR(200), PRIMARY KEY (day, seq),
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id), FOREIGN KEY (thread_id) REFERENCES crm_threads (id));
    CREATE TABLE crm_addresses (
        id BIGINT NOT NULL PRIMARY KEY, contact_id BIGINT, street VARCHAR(80),
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id));
    CREATE TABLE crm_invoices (
        id UUID_TYPE NOT NULL PRIMARY KEY, contact_id BIGINT, address_id BIGINT,
        issued DATE, paid DATE, phone VARCHAR(40), total BIGINT NOT NULL,
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id), FOREIGN KEY (address_id) REFERENCES crm_addresses (id));
    CREATE TABLE crm_contracts (
        id BIGINT NOT NULL PRIMARY KEY, contact_id BIGINT, ended DATE, signed_by VARCHAR(80),
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id));
";

/// Asha is contacts 1 and 4, who share an address of e-mail; Ben is contact 2 and has nothing that has to be kept; Chi is
/// contact 3, of another account.
const ROWS: &str = "
    INSERT INTO crm_contacts VALUES
        (1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
        (2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
        (3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
        (4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
    INSERT INTO crm_groups VALUES (7, 'Asha alone'), (8, 'Asha and Ben'), (9, 'Chi alone');
    INSERT INTO crm_memberships VALUES (1, 7), (1, 8), (2, 8), (3, 9), (4, 7);
    INSERT INTO crm_messages VALUES
        (1, 1, 2, NULL, 'to Ben'), (2, 1, 4, NULL, 'to herself'), (3, 2, 1, NULL, 'from Ben'), (4, 2, 2, NULL, 'Ben''s own'),
        (5, NULL, NULL, 7, 'of her group'), (6, NULL, NULL, 8, 'of a shared group'), (7, 3, 3, NULL, 'Chi''s own'),
        (8, 1, 3, NULL, 'to Chi'), (9, 4, NULL, NULL, 'to nobody');
    INSERT INTO crm_threads VALUES
        ('t1', 1, 't3'), ('t2', NULL, 't1'), ('t3', NULL, 't2'), ('t4', 2, 't1'), ('t5', 3, NULL), ('t6', 4, 't5');
    INSERT INTO crm_visits VALUES
        ('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
        ('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
        ('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
        ('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
    INSERT INTO crm_addresses VALUES (1, 1, 'Main Street 1'), (2, 1, 'Side Street 2'), (3, 3, 'High Street 3'), (4, 4, 'Work');
    INSERT INTO crm_invoices VALUES
        ('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
        ('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
        ('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
        ('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
    INSERT INTO crm_contracts VALUES
        (1, 1, '2025-06-30', 'Asha'), (2, 4, NULL, 'Asha'), (3, 3, '2026-06-30', 'Chi'), (4, 1, '2015-06-30', 'A. Old');
";

/// Makes the tables and fills them.
pub fn script(kind: Kind) -> String {
    let uuid = match kind {
        #[cfg(feature = "sqlite")]
        Kind::Sqlite => "TEXT",
        #[cfg(feature = "postgres")]
        Kind::Postgres => "UUID",
        #[cfg(feature = "mysql")]
        Kind::Mariadb => "CHAR(36)",
    };
    format!("{}{ROWS}", SCHEMA.replace("UUID_TYPE", uuid))
}
