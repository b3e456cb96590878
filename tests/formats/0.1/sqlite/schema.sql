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
        id TEXT NOT NULL PRIMARY KEY, contact_id BIGINT, address_id BIGINT,
        issued DATE, paid DATE, phone VARCHAR(40), total BIGINT NOT NULL,
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id), FOREIGN KEY (address_id) REFERENCES crm_addresses (id));
CREATE TABLE crm_contracts (
        id BIGINT NOT NULL PRIMARY KEY, contact_id BIGINT, ended DATE, signed_by VARCHAR(80),
        FOREIGN KEY (contact_id) REFERENCES crm_contacts (id));
CREATE TABLE oubliette_migrations (number INTEGER PRIMARY KEY) STRICT;
CREATE TABLE oubliette_requests (
        number       INTEGER PRIMARY KEY,
        id           TEXT    NOT NULL UNIQUE,
        idempotency  BLOB    NOT NULL UNIQUE,
        state        TEXT    NOT NULL,
        due          INTEGER,
        leased_until INTEGER,
        lines        INTEGER NOT NULL
    ) STRICT;
CREATE INDEX oubliette_requests_due ON oubliette_requests (due, number) WHERE due IS NOT NULL;
CREATE TABLE oubliette_codes (
        code    BLOB    NOT NULL PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES oubliette_requests (number)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE oubliette_journal (
        request INTEGER NOT NULL REFERENCES oubliette_requests (number),
        line    INTEGER NOT NULL,
        entry   TEXT    NOT NULL,
        PRIMARY KEY (request, line)
    ) STRICT;
CREATE TABLE oubliette_sealed (
        request INTEGER PRIMARY KEY REFERENCES oubliette_requests (number),
        content BLOB NOT NULL
    ) STRICT;
CREATE TABLE oubliette_note_sets (
        number  INTEGER PRIMARY KEY,
        request INTEGER NOT NULL REFERENCES oubliette_requests (number),
        name    TEXT    NOT NULL,
        noted   INTEGER NOT NULL,
        UNIQUE (request, name)
    ) STRICT;
CREATE TABLE oubliette_notes (
        note_set INTEGER NOT NULL REFERENCES oubliette_note_sets (number),
        number   INTEGER NOT NULL,
        digest   BLOB    NOT NULL,
        sealed   BLOB    NOT NULL,
        PRIMARY KEY (note_set, number),
        UNIQUE (note_set, digest)
    ) STRICT, WITHOUT ROWID;
