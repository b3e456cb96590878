-- Number 1 of the ledger's migrations. One that was released is never changed.

CREATE TABLE oubliette_requests (
    number       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id           TEXT COLLATE "C" NOT NULL UNIQUE,
    idempotency  BYTEA  NOT NULL UNIQUE,
    state        TEXT   NOT NULL,
    due          BIGINT,
    leased_until BIGINT,
    lines        BIGINT NOT NULL
);
CREATE INDEX oubliette_requests_due ON oubliette_requests (due, number) WHERE due IS NOT NULL;

CREATE TABLE oubliette_codes (
    code    BYTEA  NOT NULL PRIMARY KEY,
    request BIGINT NOT NULL REFERENCES oubliette_requests (number)
);

CREATE TABLE oubliette_journal (
    request BIGINT NOT NULL REFERENCES oubliette_requests (number),
    line    BIGINT NOT NULL,
    entry   TEXT   NOT NULL,
    PRIMARY KEY (request, line)
);

CREATE TABLE oubliette_sealed (
    request BIGINT PRIMARY KEY REFERENCES oubliette_requests (number),
    content BYTEA  NOT NULL
);

CREATE TABLE oubliette_note_sets (
    number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request BIGINT NOT NULL REFERENCES oubliette_requests (number),
    name    TEXT COLLATE "C" NOT NULL,
    noted   BIGINT NOT NULL,
    UNIQUE (request, name)
);

CREATE TABLE oubliette_notes (
    note_set BIGINT NOT NULL REFERENCES oubliette_note_sets (number),
    number   BIGINT NOT NULL,
    digest   BYTEA  NOT NULL,
    sealed   BYTEA  NOT NULL,
    PRIMARY KEY (note_set, number),
    UNIQUE (note_set, digest)
);
