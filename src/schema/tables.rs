//! Finding a table by the name that a data map gives it.

use crate::port::Table;

/// The number of the table of that name: exactly so, or else without regard to case or to a schema that only one names.
pub(crate) fn find_table(tables: &[Table], name: &str) -> Option<usize> {
    let position = |same: &dyn Fn(&str) -> bool| tables.iter().position(|table| same(&table.name));
    position(&|table| table == name)
        .or_else(|| position(&|table| table.eq_ignore_ascii_case(name)))
        .or_else(|| position(&|table| same_table(table, name)))
}

/// Whether two names mean the same table: they are equal without regard to case, or one of them leaves out the schema.
pub(crate) fn same_table(a: &str, b: &str) -> bool {
    let parts = |name: &str| -> (Option<String>, String) {
        let name = name.to_ascii_lowercase();
        match name.rsplit_once('.') {
            Some((schema, bare)) => (Some(schema.to_owned()), bare.to_owned()),
            None => (None, name),
        }
    };
    let ((schema_a, bare_a), (schema_b, bare_b)) = (parts(a), parts(b));
    bare_a == bare_b && (schema_a.is_none() || schema_b.is_none() || schema_a == schema_b)
}
