use proptest::prelude::*;

use super::*;

fn scrubber() -> Scrubber {
    Scrubber::new(["ana@x.example".to_owned(), "ana".to_owned()], ["442079460958".to_owned()]).unwrap()
}

#[test]
fn whole_words_and_any_spelling_of_a_number_go() {
    let scrubber = Scrubber::new(["Ana@example.com".into(), "ana".into()], ["919876543210".into()]).unwrap();
    assert_eq!(
        scrubber.scrub("Ana (ANA@EXAMPLE.COM, +91 98765-43210 or 00919876543210) likes banana 9198765432101"),
        "[erased] ([erased], [erased] or [erased]) likes banana 9198765432101"
    );
    assert_eq!(scrubber.scrub("é ana ü 12"), "é [erased] ü 12");
    assert_eq!(scrubber.scrub("ana@example.comx"), "ana@example.comx");
    assert_eq!(Scrubber::new([], []).unwrap().scrub("ana 12"), "ana 12");
}

#[test]
fn an_identifier_goes_in_every_coat() {
    for (text, expected) in [
        ("ask ana@x.example.", "ask [erased]."),
        ("see...ana@x.example...then--ana@x.example--", "see...[erased]...then--[erased]--"),
        ("<Ana@X.EXAMPLE>", "<[erased]>"),
        ("_ana@x.example_, **ana@x.example**", "_[erased]_, **[erased]**"),
        ("mailto:ana%40x.example?subject=x", "mailto:[erased]?subject=x"),
        ("q=ana%2540x.example", "q=[erased]"),
        (r#"{"from":"ana\u0040x.example"}"#, r#"{"from":"[erased]"}"#),
        (r#""{\"from\":\"ana\\u0040x.example\"}""#, r#""{\"from\":\"[erased]\"}""#),
        (r"hello\nana@x.example\n", r"hello\n[erased]\n"),
        (r"ana\x40x\u{2e}example", "[erased]"),
        ("ana&#64;x.example ana&#x40;x.example ana&commat;x&period;example", "[erased] [erased] [erased]"),
        ("ana\u{200b}@x.exa\u{ad}mple", "[erased]"),
        ("ana@\r\n  x.example", "[erased]"),
        ("ａｎａ＠ｘ．ｅｘａｍｐｌｅ", "[erased]"),
        ("call +44 (0)20 7946 0958!", "call [erased]!"),
        ("call (+44) 20 7946 0958", "call [erased]"),
        ("(+44 20 7946 0958)", "([erased])"),
        ("call +44\n20 7946\t0958", "call [erased]"),
        ("+44\u{a0}20\u{2009}7946\u{200b}0958", "[erased]"),
        ("４４２０７９４６０９５８", "[erased]"),
        ("tel:%2B44%2020%207946%200958", "tel:[erased]"),
        ("https://wa.me/442079460958?text=x", "https://wa.me/[erased]?text=x"),
        ("442079460958@s.whatsapp.net", "[erased]@s.whatsapp.net"),
        (r"\u002b44\u00a020\u00a079460958", "[erased]"),
        ("&#43;44&nbsp;20&nbsp;7946 0958", "[erased]"),
        ("+44 20 7946 0958 ext. 12, 0044 20 7946 0958;ext=5, 442079460958x7", "[erased], [erased], [erased]"),
        ("12 442079460958 17:30", "12 [erased] 17:30"),
        ("+442079460958 2026-11-27", "[erased] 2026-11-27"),
        ("+442079460958+442079460958", "[erased][erased]"),
    ] {
        assert_eq!(scrubber().scrub(text), expected, "{text:?}");
    }
}

#[test]
fn what_is_longer_stays_to_the_byte() {
    for text in [
        "ask ana@x.example.org instead",
        "ask joana@x.example instead",
        "ana@x.example-old, lima.ana@x.example, ana+news@x.example, ana@x.examples",
        "jo%61na%40x.example",
        "joana%40x.example",
        r"jo\u0061na@x.example",
        "ana@x.example&#46;org",
        "ana%40x.example%2eorg",
        "ana\u{200b}@x.example\u{200b}.org",
        "1442079460958 4420794609581",
        "44207946095%38%39",
        "442079460958&#49;",
        "banana anaïs",
        "",
        "%",
        r"\u12 \x &#; &#x; %4 %C3 %C3%28",
    ] {
        assert_eq!(scrubber().scrub(text), text, "{text:?}");
    }
}

#[cfg(feature = "national-numbers")]
#[test]
fn a_number_that_goes_on_behind_a_separator_is_a_longer_one() {
    let short = Scrubber::new([], ["44207946".to_owned(), "2025550143".to_owned()]).unwrap();
    for text in ["+44 20 7946 0958", "+44-207-946-0958", "+1 202 555 0143", "1 (202) 555-0143"] {
        assert_eq!(short.scrub(text), text, "{text:?}");
    }
    assert_eq!(short.scrub("+44 20 79 46, 12 pieces"), "[erased], 12 pieces");
}

#[test]
fn our_own_word_is_not_scrubbed_again() {
    let scrubber = Scrubber::new(["erased".to_owned()], []).unwrap();
    assert_eq!(scrubber.scrub(&scrubber.scrub("erased, erased")), "[erased], [erased]");
}

/// One character in a coat.
fn worn(c: char) -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(c.to_string()),
        1 => Just(format!("%{:02X}", u32::from(c))),
        1 => Just(format!("%25{:02x}", u32::from(c))),
        1 => Just(format!("\\u{:04x}", u32::from(c))),
        1 => Just(format!("\\\\u{:04X}", u32::from(c))),
        1 => Just(format!("\\x{:02x}", u32::from(c))),
        1 => Just(format!("&#{};", u32::from(c))),
        1 => Just(format!("&#x{:x};", u32::from(c))),
        1 => Just(format!("{c}\u{200b}")),
        1 => Just(format!("{c}\u{ad}")),
        1 => Just(c.to_ascii_uppercase().to_string()),
        1 => Just(char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c).to_string()),
    ]
}

fn dressed(text: &'static str) -> impl Strategy<Value = String> {
    text.chars().map(worn).collect::<Vec<_>>().prop_map(|pieces| pieces.concat())
}

fn spaced(text: &'static str) -> impl Strategy<Value = String> {
    let gap = proptest::sample::select(vec![
        "", "", " ", "-", ".", "\u{a0}", "\n", "%20", "\\u00a0", "&nbsp;", "\u{2009}",
    ]);
    let piece = |c: char| (worn(c), gap.clone()).prop_map(|(c, gap)| c + gap);
    text.chars().map(piece).collect::<Vec<_>>().prop_map(|pieces| pieces.concat())
}

fn prose() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "", "hello ", "see: ", "<", "\"", "\n", "(", "é ", "€", "mailto:", "=", "'",
    ])
    .prop_map(str::to_owned)
}

/// What is left of a text when all coats are taken off.
fn all_bare(text: &str) -> String {
    coat::layers(text).last().map(|layer| layer.text.clone()).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_coat_keeps_an_address(before in prose(), address in dressed("ana@x.example"), after in prose()) {
        let text = format!("{before}{address} {after}");
        let scrubbed = scrubber().scrub(&text);
        prop_assert!(!all_bare(&scrubbed).contains("ana@x"), "{text:?} became {scrubbed:?}");
        prop_assert_eq!(scrubber().scrub(&scrubbed), scrubbed);
    }

    #[test]
    fn no_coat_keeps_a_number(before in prose(), number in spaced("442079460958"), after in prose()) {
        let text = format!("{before}{number} {after}");
        let scrubbed = scrubber().scrub(&text);
        prop_assert!(!all_bare(&scrubbed).contains(|c: char| c.is_ascii_digit()), "{text:?} became {scrubbed:?}");
    }

    #[test]
    fn longer_neighbours_stay(
        before in "[a-z0-9]{1,3}[.+_-]?", address in dressed("ana@x.example"), after in "[.-]?[a-z0-9]{1,3}",
        more in "[1-9]", number in dressed("442079460958"),
    ) {
        for text in [format!("{before}{address}"), format!("{address}{after}"), format!("{number}{more}"), format!("{more}{number}")] {
            prop_assert_eq!(scrubber().scrub(&text), text);
        }
    }

    #[test]
    fn scrubbing_never_panics_and_leaves_strangers_alone(text in ".*", coats in "[%&#x\\\\u0-9a-f;@.+() \n-]{0,40}") {
        for text in [&text, &coats] {
            let strangers = Scrubber::new(["nobody@nowhere.example".to_owned()], ["999999999999999".to_owned()]).unwrap();
            prop_assert_eq!(&strangers.scrub(text), text);
            let _ = scrubber().scrub(text);
        }
    }
}
