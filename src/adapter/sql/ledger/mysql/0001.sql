-- Number 1 of the ledger's migrations. One that was released is never changed.
-- Each statement can be repeated: MySQL commits at every CREATE TABLE, and a process may stop between any two of them.

CREATE TABLE IF NOT EXISTS oubliette_requests (
    number       BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    idempotency  VARBINARY(32) NOT NULL UNIQUE,
    state        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    due          BIGINT,
    leased_until BIGINT,
    `lines`      BIGINT NOT NULL,
    INDEX oubliette_requests_due (due, number)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE IF NOT EXISTS oubliette_codes (
    code    VARBINARY(32) NOT NULL PRIMARY KEY,
    request BIGINT NOT NULL,
    CONSTRAINT oubliette_codes_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE IF NOT EXISTS oubliette_journal (
    request BIGINT NOT NULL,
    line    BIGINT NOT NULL,
    entry   LONGTEXT NOT NULL,
    PRIMARY KEY (request, line),
    CONSTRAINT oubliette_journal_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE IF NOT EXISTS oubliette_sealed (
    request BIGINT NOT NULL PRIMARY KEY,
    content LONGBLOB NOT NULL,
    CONSTRAINT oubliette_sealed_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE IF NOT EXISTS oubliette_note_sets (
    number  BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    request BIGINT NOT NULL,
    name    VARBINARY(1024) NOT NULL,
    noted   BIGINT NOT NULL,
    UNIQUE (request, name),
    CONSTRAINT oubliette_note_sets_request FOREIGN KEY (request) REFERENCES oubliette_requests (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE IF NOT EXISTS oubliette_notes (
    note_set BIGINT NOT NULL,
    number   BIGINT NOT NULL,
    digest   VARBINARY(32) NOT NULL,
    sealed   LONGBLOB NOT NULL,
    PRIMARY KEY (note_set, number),
    UNIQUE (note_set, digest),
    CONSTRAINT oubliette_notes_set FOREIGN KEY (note_set) REFERENCES oubliette_note_sets (number)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
