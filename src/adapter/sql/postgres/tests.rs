//! Which indexes PostgreSQL uses for the statements that erase.
