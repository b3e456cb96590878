-- Number 2 of the ledger's migrations. One that was released is never changed.

CREATE TABLE oubliette_holds (
    matter  BLOB NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
