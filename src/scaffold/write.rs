//! Writes a sketch as the text of `datamap.toml`. Quoting is the TOML library's, and nobody else's.

use std::fmt::Write as _;

use super::guess::{Guess, Sketched, SketchedLink, Treatment};
use super::sketch::Sketch;
use crate::datamap::{Mask, Role};
use crate::text::printable;
use crate::value::{EventForm, Value};

/// How many names stand in one line of a comment.
const NAMES_A_LINE: usize = 8;

/// A text as TOML has it.
pub(super) fn text(value: &str) -> String {
    toml::Value::from(value).to_string()
}

/// A key as TOML has it: bare where it may be, and else quoted as a text on one line is.
fn key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if is_bare { name.to_owned() } else { text(name) }
}

fn texts(values: &[String]) -> String {
    match values {
        [only] => text(only),
        several => format!("[{}]", several.iter().map(|value| text(value)).collect::<Vec<_>>().join(", ")),
    }
}

fn constant(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Boolean(flag) => flag.to_string(),
        other => text(&other.to_text().unwrap_or_default()),
    }
}

/// One line, whatever the words hold.
pub(super) fn comment(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("  # {}", printable(words)) }
}

/// The text of the data map.
pub(super) fn datamap(store: &str, sketch: &Sketch) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "# A draft, made by `oubliette scaffold` from a live database. Every line is a guess, and says why it was made.\n\
         # Read it to the end, correct it, and run `oubliette check --strict` until nothing is left to answer.\n\n\
         [stores.{}]\nkind = \"sql\"",
        key(store)
    );
    for collection in &sketch.collections {
        let _ = write!(out, "\n{}", collection_text(sketch, collection));
    }
    let _ = writeln!(
        out,
        "\n# Open questions. Where they are about a table or a column, `oubliette check` asks them again:"
    );
    for question in &sketch.questions {
        let _ = writeln!(out, "# - {}", printable(question));
    }
    if !sketch.left_out.is_empty() {
        let _ = writeln!(
            out,
            "\n# Left out, because nothing in them looks personal and nothing leads from them to people:"
        );
        for names in sketch.left_out.chunks(NAMES_A_LINE) {
            let _ = writeln!(out, "#   {}", printable(&names.join(", ")));
        }
    }
    out
}

fn collection_text(sketch: &Sketch, collection: &Sketched) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "[[collection]]\nname = {}", text(&collection.name));
    if collection.name != collection.table_name {
        let _ = writeln!(out, "table = {}", text(&collection.table_name));
    }
    let _ = writeln!(out, "key = {}{}", texts(&collection.key.what), comment(&collection.key.because));
    let _ = writeln!(
        out,
        "category = {}{}",
        text(collection.category.what),
        comment(&collection.category.because)
    );
    if collection.is_tenant_root {
        let _ =
            writeln!(out, "tenant_root = true{}", comment("by its name, and since the others point here"));
    }
    if let Some(tenant) = &collection.tenant {
        let _ = writeln!(out, "tenant = {}{}", text(&tenant.what), comment(&tenant.because));
    }
    if let Some(subject) = &collection.subject {
        let _ = writeln!(out, "subject = {}{}", text(subject.what), comment(&subject.because));
    }
    for role in [Role::OwnedBy, Role::Owns, Role::Mentions] {
        links(&mut out, sketch, role, &collection.links);
    }
    for candidate in &collection.candidates {
        let _ = writeln!(out, "# {}", printable(candidate));
    }
    identifiers(&mut out, collection);
    if !collection.events.is_empty() {
        let _ = writeln!(out, "[collection.events]");
        for (name, field, form) in &collection.events {
            let (value, why) = match form {
                EventForm::Timestamp => (text(field), ""),
                form => (format!("{{ field = {}, as = \"{form}\" }}", text(field)), "by the column's type"),
            };
            let _ = writeln!(out, "{} = {value}{}", key(name), comment(why));
        }
    }
    if !collection.fields.is_empty() {
        let _ = writeln!(out, "[collection.fields]");
        for (name, Guess { what, because }) in &collection.fields {
            let _ = writeln!(out, "{} = {}{}", key(name), treatment(what), comment(because));
        }
    }
    out
}

fn treatment(treatment: &Treatment) -> String {
    match treatment {
        Treatment::Kept => "{ keep = true }".to_owned(),
        Treatment::Masked(Mask::Constant(value)) => {
            format!("{{ mask = {{ constant = {} }} }}", constant(value))
        }
        Treatment::Masked(Mask::Token) => "{ mask = \"token\" }".to_owned(),
        Treatment::Masked(_) => "{}".to_owned(),
    }
}

fn links(out: &mut String, sketch: &Sketch, role: Role, links: &[Guess<SketchedLink>]) {
    let mut lines = links.iter().filter(|link| link.what.role == role).filter_map(|link| {
        let target = sketch.of_table(link.what.to)?;
        let of = match &link.what.to_field {
            Some(field) => format!("{}.{field}", target.name),
            None => target.name.clone(),
        };
        let line = format!("{{ field = {}, of = {} }},", texts(&link.what.fields), text(&of));
        Some(format!("  {line}{}", comment(&link.because)))
    });
    let Some(first) = lines.next() else { return };
    let _ = writeln!(out, "{role} = [\n{first}");
    for line in lines {
        let _ = writeln!(out, "{line}");
    }
    let _ = writeln!(out, "]");
}

fn identifiers(out: &mut String, collection: &Sketched) {
    if collection.identifiers.is_empty() {
        return;
    }
    let _ = writeln!(out, "[collection.identifiers]");
    for (kind, fields) in &collection.identifiers {
        let names: Vec<String> = fields.iter().map(|field| field.what.clone()).collect();
        let why = fields.first().map_or("", |field| field.because.as_str());
        let hint = match *kind {
            "phone" | "wa_id" => "; add stored = \"e164\" or \"digits\" where it is always spelled so",
            "asid" | "psid" | "igsid" => "; add namespace = \"facebook/APP_ID\"",
            _ => "",
        };
        let value = if hint.is_empty() { texts(&names) } else { format!("{{ field = {} }}", texts(&names)) };
        let _ = writeln!(out, "{} = {value}{}", key(kind), comment(&format!("{why}{hint}")));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_is_quoted_so_that_it_is_read_back() {
        for name in [
            "id", "e-mail", "größe", "a b", "a.b", "it's", "\"", "\\", "''", "a\tb", "\u{1b}", "", "#",
            "\u{7f}",
        ] {
            let line = format!("{} = {}", key(name), text(name));
            let read: toml::Table = line.parse().unwrap_or_else(|error| panic!("{line}: {error}"));
            assert_eq!(read.get(name).and_then(toml::Value::as_str), Some(name), "{line}");
        }
    }
}
