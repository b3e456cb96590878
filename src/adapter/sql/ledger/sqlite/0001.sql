-- Number 1 of the ledger's migrations. One that was released is never changed.

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
