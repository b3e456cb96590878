//! When two names mean the same table.

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

/// What two names that mean the same table have in common.
pub(crate) fn bare_name(table: &str) -> String {
    table.rsplit('.').next().unwrap_or(table).to_ascii_lowercase()
}
