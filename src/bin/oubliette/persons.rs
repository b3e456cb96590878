//! Reads files of identifiers: who is to be erased, one person a line.
//!
//! Knows lines and columns; what an identifier is, its caller says. Messages name lines and columns, and repeat nothing
//! that stands there.

use std::io::Read;
use std::path::Path;

use csv::{ReaderBuilder, StringRecord, Trim};
use oubliette::identifier::Identifier;

use super::failure::Failure;

/// Standard input in the place of a file.
const STANDARD_INPUT: &str = "-";

/// Reads the people of a file, each with their identifiers.
pub(crate) fn read(
    file: &Path,
    identifier: impl Fn(&str) -> Result<Identifier, String>,
) -> Result<Vec<Vec<Identifier>>, Failure> {
    let mut text = String::new();
    let read = if file == Path::new(STANDARD_INPUT) {
        std::io::stdin().lock().read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|mut file| file.read_to_string(&mut text))
    };
    let shown = file.display();
    read.map_err(|error| Failure::misuse(format!("the identifiers `{shown}` cannot be read: {error}")))?;
    let people = parse(&text, identifier)
        .map_err(|words| Failure::misuse(format!("the identifiers `{shown}`: {words}")))?;
    if people.is_empty() {
        return Err(Failure::misuse(format!(
            "the identifiers `{shown}` name nobody; write one person a line"
        )));
    }
    Ok(people)
}

fn parse(
    text: &str,
    identifier: impl Fn(&str) -> Result<Identifier, String>,
) -> Result<Vec<Vec<Identifier>>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .comment(Some(b'#'))
        .delimiter(delimiter(text))
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut kinds: Option<Vec<String>> = None;
    let mut people = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let record = record.map_err(|_| "it is no CSV; look for a quote that does not end".to_owned())?;
        let line = record.position().map_or(index as u64 + 1, csv::Position::line);
        if index == 0 && !record.iter().any(|cell| cell.contains('=')) {
            kinds = Some(record.iter().map(str::to_owned).collect());
            continue;
        }
        let person = person(&record, kinds.as_deref(), &identifier)
            .map_err(|(column, words)| format!("line {line}, column {column}: {words}"))?;
        if !person.is_empty() {
            people.push(person);
        }
    }
    Ok(people)
}

/// The identifiers of one line; an error names the column, of which the first is 1.
fn person(
    record: &StringRecord,
    kinds: Option<&[String]>,
    identifier: &impl Fn(&str) -> Result<Identifier, String>,
) -> Result<Vec<Identifier>, (usize, String)> {
    let mut person = Vec::new();
    for (column, cell) in (1..).zip(record.iter()).filter(|(_, cell)| !cell.is_empty()) {
        let read = match kinds {
            None => identifier(cell),
            Some(kinds) => match kinds.get(column - 1) {
                Some(kind) => identifier(&format!("{kind}={cell}")),
                None => Err("the header names no kind for this column".to_owned()),
            },
        };
        person.push(read.map_err(|words| (column, words))?);
    }
    Ok(person)
}

/// What separates the cells of the first line: a comma, unless there is none and another usual separator is there.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim_start().starts_with('#')).unwrap_or_default();
    [b',', b';', b'\t'].into_iter().find(|byte| first.as_bytes().contains(byte)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Vec<String>>, String> {
        let people = parse(text, |text| Identifier::parse_pair(text, None).map_err(|it| it.to_string()))?;
        let shown = |it: &Identifier| format!("{}={}", it.kind().as_str(), it.value());
        Ok(people.iter().map(|person| person.iter().map(shown).collect()).collect())
    }

    #[test]
    fn lines_of_pairs_and_tables_with_a_header_name_the_same_people() {
        let expected = vec![
            vec!["account_id=7".to_owned(), "email=ana@example.com".to_owned()],
            vec!["account_id=8".to_owned()],
        ];
        for text in [
            "account_id=7, email=ana@example.com\n\naccount_id=8\n",
            "# leavers\naccount_id=7\temail=ana@example.com\r\naccount_id=8\r\n",
            "\u{feff}account_id,email\n7,ana@example.com\n8,\n",
            "account_id;email\n\"7\";ana@example.com\n8\n",
        ] {
            assert_eq!(read(text).as_ref(), Ok(&expected), "{text:?}");
        }
        assert_eq!(read("account_id\n"), Ok(Vec::new()));
    }

    #[test]
    fn what_is_wrong_is_told_by_its_place_alone() {
        for text in ["account_id=7\nemail=canary\n", "account_id,email\n,canary\n"] {
            let words = read(text).unwrap_err();
            assert!(words.starts_with("line 2, column ") && !words.contains("canary"), "{words}");
        }
        assert!(read("email\nana@example.com,canary\n").unwrap_err().contains("column 2"));
    }
}
