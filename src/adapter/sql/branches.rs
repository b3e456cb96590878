//! Splits a selection that has alternatives into selections that share no row.
//!
//! A database that looks alternatives up by several indexes has to remember which rows it has met already. Where it does
//! so in memory, however many they are, each alternative is asked for by itself, without what those before it match.

use super::shape::Shape;
use crate::port::Selection;

/// Above this many branches, keeping them disjoint costs more than the memory it saves.
const MAX_BRANCHES: usize = 16;
/// So many values may stand in all branches together: each of them repeats those before it, and databases have limits.
const MAX_VALUES: usize = 10_000;
/// A longer list counts as one of this length, since it travels as one value.
const MAX_LIST: usize = 512;

/// Selections that match together what this one matches, and of which no two match the same row.
///
/// One, unless the alternatives are what an index finds rows by: a table that is read as a whole is best read once.
pub(super) fn branches(shape: &Shape, selection: &Selection) -> Vec<Selection> {
    let split = split(shape, selection);
    let fits = split.len() <= MAX_BRANCHES && split.iter().map(values).sum::<usize>() <= MAX_VALUES;
    if fits { split } else { vec![selection.clone()] }
}

/// How many values a selection compares with.
fn values(selection: &Selection) -> usize {
    match selection {
        Selection::OneOf { fields, rows } => (rows.len() * fields.len()).min(MAX_LIST),
        Selection::EmailIs { addresses: texts, .. } | Selection::NumberIs { digits: texts, .. } => {
            (2 * texts.len()).min(MAX_LIST)
        }
        Selection::MayHold { traces, .. } => traces.len(),
        Selection::Linked { to, selection, .. } => {
            to.conditions().iter().map(|it| values(&Selection::meets(it))).sum::<usize>() + values(selection)
        }
        Selection::Exists { place, selection } => {
            place.conditions().iter().map(|it| it.values().len()).sum::<usize>() + values(selection)
        }
        Selection::All(parts) | Selection::Any(parts) => parts.iter().map(values).sum(),
        Selection::Not(inner) | Selection::Held(inner) => values(inner),
        _ => 1,
    }
}

fn split(shape: &Shape, selection: &Selection) -> Vec<Selection> {
    match selection {
        Selection::Any(parts) if parts.len() <= MAX_BRANCHES && is_found(shape, selection) => {
            let mut before = Selection::Everything;
            let mut branches = Vec::new();
            for part in parts {
                branches.extend(split(shape, part).into_iter().map(|branch| branch.and(before.clone())));
                before = before.and(part.clone().negated());
            }
            branches
        }
        Selection::All(parts) => {
            let is_alternative = |part: &&Selection| matches!(part, Selection::Any(_));
            let (alternatives, rest): (Vec<_>, Vec<_>) = parts.iter().partition(is_alternative);
            let found_by = alternatives.iter().position(|any| is_found(shape, any));
            match found_by.filter(|_| !rest.iter().any(|part| is_found(shape, part))) {
                None => vec![selection.clone()],
                Some(chosen) => {
                    let others = alternatives.iter().enumerate().filter(|(index, _)| *index != chosen);
                    let rest = others.map(|(_, any)| any).chain(&rest);
                    let rest = rest.fold(Selection::Everything, |all, part| all.and((*part).clone()));
                    let chosen = alternatives.get(chosen).map(|any| split(shape, any)).unwrap_or_default();
                    chosen.into_iter().map(|branch| branch.and(rest.clone())).collect()
                }
            }
        }
        _ => vec![selection.clone()],
    }
}

/// Whether an index of the table finds the rows that match.
fn is_found(shape: &Shape, selection: &Selection) -> bool {
    match selection {
        Selection::Linked { fields, .. } | Selection::OneOf { fields, .. } => {
            fields.iter().any(|field| shape.finds_by(field))
        }
        Selection::All(parts) => parts.iter().any(|part| is_found(shape, part)),
        Selection::Any(parts) => parts.len() > 1 && parts.iter().all(|part| is_found(shape, part)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapter::sql::shape::Index;

    fn table() -> Shape {
        let index = |column: &str| Index { columns: vec![column.to_owned()], ..Index::default() };
        Shape { indexes: vec![index("a"), index("b"), index("c")], ..Shape::default() }
    }

    fn one(field: &str) -> Selection {
        Selection::one_of(field, [7.into()])
    }

    #[test]
    fn alternatives_that_indexes_find_share_no_row() {
        let selection = one("a").or(one("b")).or(one("c")).and(one("x").negated());
        let expected = vec![
            one("a").and(one("x").negated()),
            one("b").and(one("a").negated()).and(one("x").negated()),
            one("c").and(one("a").negated()).and(one("b").negated()).and(one("x").negated()),
        ];
        assert_eq!(branches(&table(), &selection), expected);
    }

    #[test]
    fn alternatives_inside_of_alternatives_are_split_as_well() {
        let inner = one("a").or(one("b")).and(one("x").negated());
        let selection = Selection::Any(vec![inner.clone(), one("c")]);
        let expected = vec![
            one("a").and(one("x").negated()),
            one("b").and(one("a").negated()).and(one("x").negated()),
            one("c").and(inner.negated()),
        ];
        assert_eq!(branches(&table(), &selection), expected);
    }

    #[test]
    fn a_table_that_is_read_as_a_whole_is_read_once() {
        for selection in [
            one("a").or(one("x")),
            one("a").and(one("b").or(one("c"))),
            Selection::Everything,
            one("a").or(one("b")).negated(),
        ] {
            assert_eq!(branches(&table(), &selection), vec![selection]);
        }
    }

    #[test]
    fn a_crowd_of_alternatives_or_of_values_stays_one_question() {
        let list = |field: &str| Selection::one_of(field, (0..MAX_LIST as i64).map(Into::into));
        let long =
            Selection::Any((0..MAX_BRANCHES).map(|number| list(["a", "b", "c"][number % 3])).collect());
        for crowd in [Selection::Any(vec![one("a"); MAX_BRANCHES + 1]), long] {
            assert_eq!(branches(&table(), &crowd), vec![crowd]);
        }
    }
}
