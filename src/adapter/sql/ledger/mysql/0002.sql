-- Number 2 of the ledger's migrations. One that was released is never changed.
-- It can be repeated: MySQL commits at every CREATE TABLE.

CREATE TABLE IF NOT EXISTS oubliette_holds (
    matter  VARBINARY(32) NOT NULL PRIMARY KEY,
    content LONGBLOB NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin;
