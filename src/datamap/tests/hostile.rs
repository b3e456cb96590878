//! No text panics, and none reaches a terminal as it is.

use proptest::prelude::*;

use super::*;

#[test]
fn hostile_names_do_not_reach_the_terminal() {
    let text = "\"\\u001b[2J\" = 1\n[[collection]]\nname = \"a\\nb\\u001b\"\n";
    let shown = problems(text).concat();
    assert!(!shown.contains('\u{1b}') && !shown.contains('\n'), "{shown:?}");
    let long = format!("{} = 1\n", "x".repeat(1_000_000));
    assert!(problems(&long).concat().len() < 2_000);
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = read(&text);
    }

    #[test]
    fn no_damage_to_a_map_panics(at in 0..CRM.len(), length in 0..40_usize, with in "[\\PC\n]{0,8}") {
        let end = (at + length).min(CRM.len());
        let text = format!("{}{with}{}", &CRM[..at], &CRM[end..]);
        let (map, findings) = read(&text);
        prop_assert!(map.is_some() || findings.has_errors());
    }

    #[test]
    fn no_value_in_any_place_panics(line in 0..80_usize, value in "(1|true|\"\"|\"x\"|\\[\\]|\\{\\}|\\[1\\]|\\{a=1\\}|nan|1979-05-27)") {
        let text: Vec<String> = CRM
            .lines()
            .enumerate()
            .map(|(index, old)| match old.split_once(" = ") {
                Some((key, _)) if index == line => format!("{key} = {value}"),
                _ => old.to_owned(),
            })
            .collect();
        let _ = read(&text.join("\n"));
    }
}
