//! What has several spellings: addresses, telephone numbers, moments.

use chrono::{DateTime, Utc};

use super::super::fixture::{TEXT, TableLayout};
use super::super::law::{LawError, Verdict};
use super::super::scene::{NULL, Scene, rows, strings};
use crate::identifier::stored_digits;
use crate::port::{ColumnKind, Selection};
use crate::value::{EventForm, Side, Value};

/// A table with these values under `v`, numbered from 1.
async fn valued(
    scene: &Scene<'_>,
    name: &str,
    kind: ColumnKind,
    values: impl IntoIterator<Item = Value>,
) -> Result<TableLayout, LawError> {
    let table = scene.layout(name).key("id", ColumnKind::Integer).column("v", kind);
    let rows = (1..).zip(values).map(|(id, value)| vec![Value::Integer(id), value]).collect();
    scene.lay_out(&table, rows).await?;
    Ok(table)
}

/// An address is found whatever its case and the white space around it, and never inside of a longer text.
pub async fn addresses_match_whatever_their_case(scene: Scene<'_>) -> Verdict {
    let held = [
        Value::from("ana@example.com"),
        " Ana@Example.COM\n".into(),
        "ANA@EXAMPLE.COM\u{a0}\t".into(),
        "ana@example.com.evil".into(),
        "ana@example.co".into(),
        "<ana@example.com>".into(),
        "a na@example.com".into(),
        "anä@example.com".into(),
        "ben@example.com".into(),
        "".into(),
        NULL,
    ];
    let place = valued(&scene, "t", TEXT, held).await?.place();
    let is = |addresses: &[&str]| Selection::EmailIs { field: "v".into(), addresses: strings(addresses) };
    scene.selects(&place, &is(&["ana@example.com"]), &[1, 2, 3]).await?;
    scene.selects(&place, &is(&["ben@example.com", "ana@example.co"]), &[5, 9]).await?;
    scene.selects(&place, &is(&["%@example.com", "an_@example.com"]), &[]).await?;
    scene.selects(&place, &is(&[]), &[]).await
}

/// A text, or a number in its digits, begins and ends with what stands there to the letter: no case, no collation, no
/// pattern. A null does neither, whatever is asked for.
pub async fn affixes_are_compared_to_the_letter(scene: Scene<'_>) -> Verdict {
    let texts = ["ana@g.us", "Ana@g.us", "ANA@G.US", "an%", "ä_", "a\u{308}", "😀x", "'", "\\", "x ", ""];
    let held = texts.into_iter().map(Value::from).chain([NULL]);
    let table = valued(&scene, "t", TEXT, held).await?;
    let affix = |side: Side, text: &str| Selection::Affix { field: "v".into(), side, text: text.into() };
    for (side, text, expected) in [
        (Side::Start, "ana", vec![1]),
        (Side::Start, "an", vec![1, 4]),
        (Side::Start, "an%", vec![4]),
        (Side::Start, "%", vec![]),
        (Side::Start, "_", vec![]),
        (Side::Start, "ä", vec![5]),
        (Side::Start, "a", vec![1, 4, 6]),
        (Side::Start, "😀", vec![7]),
        (Side::Start, "ana@g.us and more", vec![]),
        (Side::End, "@g.us", vec![1, 2]),
        (Side::End, "_", vec![5]),
        (Side::End, "%", vec![4]),
        (Side::End, "\u{308}", vec![6]),
        (Side::End, "x", vec![7]),
        (Side::End, " ", vec![10]),
        (Side::End, "'", vec![8]),
        (Side::End, "\\", vec![9]),
        (Side::End, "and more than ana@g.us", vec![]),
    ] {
        let others = (1..=12).filter(|id| !expected.contains(id)).collect::<Vec<i64>>();
        scene.selects(&table.place(), &affix(side, text), &expected).await?;
        scene.selects(&table.place(), &affix(side, text).negated(), &others).await?;
    }
    for side in [Side::Start, Side::End] {
        scene.selects(&table.place(), &affix(side, ""), &(1..=11).collect::<Vec<i64>>()).await?;
    }
    let numbers = valued(&scene, "n", ColumnKind::Integer, [712.into(), 127.into(), NULL]).await?;
    scene.selects(&numbers.place(), &affix(Side::Start, "7"), &[1]).await?;
    scene.selects(&numbers.place(), &affix(Side::End, "7"), &[2]).await
}

/// A text, or a number in its digits, has in it what stands in it to the letter: no case, no collation, no pattern. A null
/// has nothing in it, whatever is asked for.
pub async fn what_a_text_contains_is_compared_to_the_letter(scene: Scene<'_>) -> Verdict {
    let texts = ["m/a.jpg", "M/A.JPG", "100%.jpg", "ä_b", "a\u{308}_b", "😀", "it's", "\\", " x", ""];
    let held = texts.into_iter().map(Value::from).chain([NULL]);
    let table = valued(&scene, "t", TEXT, held).await?;
    let contains = |text: &str| Selection::Contains { field: "v".into(), text: text.into() };
    for (text, expected) in [
        ("a.jpg", vec![1]),
        (".jpg", vec![1, 3]),
        ("m/a.jpg", vec![1]),
        ("%", vec![3]),
        ("_", vec![4, 5]),
        ("ä", vec![4]),
        ("\u{308}", vec![5]),
        ("😀", vec![6]),
        ("'", vec![7]),
        ("\\", vec![8]),
        (" ", vec![9]),
        ("a.jpg and more", vec![]),
    ] {
        let others = (1..=11).filter(|id| !expected.contains(id)).collect::<Vec<i64>>();
        scene.selects(&table.place(), &contains(text), &expected).await?;
        scene.selects(&table.place(), &contains(text).negated(), &others).await?;
    }
    scene.selects(&table.place(), &contains(""), &(1..=10).collect::<Vec<i64>>()).await?;
    let numbers = valued(&scene, "n", ColumnKind::Integer, [712.into(), 128.into(), NULL]).await?;
    scene.selects(&numbers.place(), &contains("71"), &[1]).await
}

/// A telephone number is found in every spelling, in texts and in numbers, and never inside of a longer one.
pub async fn numbers_match_whatever_their_spelling(scene: Scene<'_>) -> Verdict {
    let held = [
        Value::from("919876543210"),
        "+91 98765-43210".into(),
        "0091.98765.43210".into(),
        "(+91) 98765/43210".into(),
        "whatsapp:+919876543210".into(),
        "tel:+91\u{a0}98765\u{202f}43210".into(),
        "9198765432101".into(),
        "09876543210".into(),
        "call +919876543210".into(),
        "+91 98765 43210 x".into(),
        "00009198765432 10".into(),
        "".into(),
        NULL,
        "WhatsApp: +91 98765 43210".into(),
        "TEL. 0091 98765 43210".into(),
        "\u{2028}＋９１（98765）４３２１０\u{c}".into(),
        "919876543210@s.whatsapp.net".into(),
        " 919876543210:12@S.WhatsApp.net\n".into(),
        "919876543210.0:12@c.us".into(),
        "919876543210@lid".into(),
        "919876543210@g.us".into(),
        "919876543210:x@c.us".into(),
        "919876543210.0@c.us".into(),
        "1919876543210@c.us".into(),
        "+91 98765 43210 ext. 5".into(),
        "+91 98765 43210;ext=5".into(),
        "+91 98765 4321O".into(),
    ];
    let place = valued(&scene, "texts", TEXT, held).await?.place();
    let is = |digits: &[&str]| Selection::NumberIs { field: "v".into(), digits: strings(digits) };
    let spelled = [1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 19];
    scene.selects(&place, &is(&["919876543210"]), &spelled).await?;
    // With many numbers to look for, a store may go another way.
    let many: Vec<String> = (1..=600).map(|number| format!("9198765{number:05}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).chain(["919876543210"]).collect();
    scene.selects(&place, &is(&many), &spelled).await?;
    scene.selects(&place, &is(&["9198765432101", "12025550143"]), &[7]).await?;
    scene.selects(&place, &is(&[]), &[]).await?;

    // A bracketed zero counts as the plan of the country has it, which this build may not know.
    let held = [
        "+44 (0)20 7946 0958",
        "0044 (0) 20 7946 0958",
        "+44 20 (0)7946 0958",
        "(0)20 7946 0958",
        "+39 (0)6 1234 5678",
    ];
    let place = valued(&scene, "zeros", TEXT, held.map(Value::from)).await?.place();
    let (london, rome) = (vec![1, 2], vec![5]);
    let known = |ids: Vec<i64>| if stored_digits("+44 (0)20 7946 0958").is_some() { ids } else { Vec::new() };
    scene.selects(&place, &is(&["442079460958"]), &known(london)).await?;
    scene.selects(&place, &is(&["390612345678"]), &known(rome)).await?;
    scene.selects(&place, &is(&["4402079460958", "39612345678"]), &[]).await?;

    let held = [919_876_543_210_i64.into(), 12_025_550_143_i64.into(), 9_876_543_210_i64.into(), NULL];
    let place = valued(&scene, "integers", ColumnKind::Integer, held).await?.place();
    scene.selects(&place, &is(&["919876543210"]), &[1]).await?;
    scene.selects(&place, &is(&["12025550143", "919876543210"]), &[1, 2]).await
}

/// What holds the pieces of a trace in their order is found, whatever stands around and between them, in texts, numbers and
/// bytes; so is what has characters beyond ASCII. What holds another trace alone need not be.
pub async fn what_may_hold_a_trace_is_never_left_out(scene: Scene<'_>) -> Verdict {
    let held = [
        Value::from("+91 98765-43210 ext. 5"),
        "https://wa.me/919876543210".into(),
        "[\"+919876543210\"]".into(),
        "9198765432".into(),
        "012343567899".into(),
        "Ana <ANA@example.com>".into(),
        "ana%40Example.com".into(),
        "ana_example.com".into(),
        "a|a@example.com".into(),
        "\u{ff19}１".into(),
        "".into(),
        NULL,
        "91987654321\n0".into(),
    ];
    let place = valued(&scene, "texts", TEXT, held).await?.place();
    let may = |traces: &[&[&str]]| {
        let traces = traces.iter().map(|pieces| strings(pieces)).collect();
        Selection::MayHold { field: "v".into(), traces: std::sync::Arc::new(traces) }
    };
    let number: Vec<String> = "919876543210".chars().map(String::from).collect();
    let number: Vec<&str> = number.iter().map(String::as_str).collect();
    scene.selects(&place, &may(&[&number]), &[1, 2, 3, 10, 13]).await?;
    scene.selects(&place, &may(&[&["ana@example.com"]]), &[6, 10]).await?;
    scene.selects(&place, &may(&[&["ana", "%", "example.com"], &["a|a@"]]), &[7, 9, 10]).await?;
    scene.selects(&place, &may(&[&["ana_example"], &number]), &[1, 2, 3, 8, 10, 13]).await?;
    scene.selects(&place, &may(&[&["example.com", "ana"]]), &[10]).await?;
    scene.selects(&place, &may(&[]), &[]).await?;

    let held = [919_876_543_210_i64.into(), 12_025_550_143_i64.into(), NULL];
    let place = valued(&scene, "integers", ColumnKind::Integer, held).await?.place();
    scene.selects(&place, &may(&[&number]), &[1]).await?;
    let held = [b"+919876543210".to_vec(), b"ANA@example.com".to_vec(), b"none".to_vec()];
    let place = valued(&scene, "bytes", ColumnKind::Bytes, held.map(Value::Bytes)).await?.place();
    scene.selects(&place, &may(&[&number]), &[1]).await?;
    scene.selects(&place, &may(&[&["ana@example.com"]]), &[2]).await
}

/// The cut-off of every law about moments.
fn new_year() -> DateTime<Utc> {
    DateTime::from_timestamp(1_704_067_200, 0).unwrap_or_default()
}

fn before(form: EventForm) -> Selection {
    Selection::Before { field: "v".into(), form, instant: new_year() }
}

/// `Before` takes in the last moment before the instant and leaves out the instant itself, in every column type and form.
pub async fn before_ends_with_the_instant(scene: Scene<'_>) -> Verdict {
    let moments = [
        Value::from("2023-12-31T23:59:59Z"),
        "2024-01-01T00:00:00Z".into(),
        "2024-01-01T00:00:01Z".into(),
        "2024-01-01T01:00:00+02:00".into(),
        "2023-12-31T23:30:00-01:00".into(),
        NULL,
    ];
    let timestamp = before(EventForm::Timestamp);
    for (name, kind) in [("texts", TEXT), ("times", ColumnKind::Time)] {
        let place = valued(&scene, name, kind, moments.clone()).await?.place();
        scene.selects(&place, &timestamp, &[1, 4]).await?;
        scene.selects(&place, &timestamp.clone().negated(), &[2, 3, 5, 6]).await?;
    }
    let place = valued(&scene, "rfc", TEXT, moments).await?.place();
    scene.selects(&place, &before(EventForm::Rfc3339), &[1, 4]).await?;

    let days = [Value::from("2023-12-31"), "2024-01-01".into(), "2024-01-02".into(), NULL];
    let place = valued(&scene, "days", TEXT, days).await?.place();
    for form in [EventForm::Date, EventForm::Timestamp] {
        scene.selects(&place, &before(form), &[1]).await?;
    }
    for (name, form, unit) in
        [("seconds", EventForm::UnixSeconds, 1_i64), ("millis", EventForm::UnixMillis, 1_000)]
    {
        let at = new_year().timestamp() * unit;
        let numbers = [at - 1, at, at + 1, -1].map(Value::Integer).into_iter().chain([NULL]);
        let texts = [at - 1, at, at + 1, -1].map(|number| Value::from(number.to_string()));
        let place = valued(&scene, name, ColumnKind::Integer, numbers).await?.place();
        scene.selects(&place, &before(form), &[1, 4]).await?;
        let place = valued(&scene, &format!("{name}_as_text"), TEXT, texts).await?.place();
        scene.selects(&place, &before(form), &[1, 4]).await?;
    }
    Ok(())
}

/// A cut-off finer than a second is kept to.
pub async fn before_is_exact_to_the_millisecond(scene: Scene<'_>) -> Verdict {
    let moments = rows![
        ["2023-12-31T23:59:59.998Z"],
        ["2023-12-31T23:59:59.999Z"],
        ["2024-01-01T00:00:00.000Z"],
        ["2024-01-01T00:00:00.001Z"]
    ];
    let place = valued(&scene, "texts", TEXT, moments.into_iter().flatten()).await?.place();
    for (millis, expected) in [(-1, vec![1]), (0, vec![1, 2]), (1, vec![1, 2, 3])] {
        let instant =
            DateTime::from_timestamp_millis(new_year().timestamp_millis() + millis).unwrap_or_default();
        for form in [EventForm::Timestamp, EventForm::Rfc3339] {
            let selection = Selection::Before { field: "v".into(), form, instant };
            scene.selects(&place, &selection, &expected).await?;
        }
    }
    Ok(())
}

/// What cannot be read as a moment is before nothing, and no error.
pub async fn what_is_no_moment_is_before_nothing(scene: Scene<'_>) -> Verdict {
    let held = [
        "2020-01-01",
        "",
        "-",
        "last summer",
        "2020-13-01",
        "2020-02-30",
        "2020-1-1",
        "2020-01-01 25:00:00",
        "2020-01-01 12:60",
        "2020-01-01x",
        "now",
        "0000-00-00 00:00:00",
        "1 January 2020",
        "12:00",
        "5-5",
    ]
    .map(Value::from);
    let place = valued(&scene, "t", TEXT, held).await?.place();
    for form in [EventForm::Timestamp, EventForm::Date] {
        scene.selects(&place, &before(form), &[1]).await?;
        scene.selects(&place, &before(form).negated(), &(2..=15).collect::<Vec<_>>()).await?;
    }
    for form in [EventForm::Rfc3339, EventForm::UnixSeconds, EventForm::UnixMillis] {
        scene.selects(&place, &before(form), &[]).await?;
    }
    Ok(())
}

/// A moment in a text column is read in every spelling that [`instant_of`](crate::value::instant_of) lists.
pub async fn moments_are_read_in_every_spelling(scene: Scene<'_>) -> Verdict {
    let earlier = [
        "2023-12-31",
        "2023-12-31 23:59",
        "2023-12-31T23:59",
        "2023-12-31 23:59:59",
        "2023-12-31T23:59:59.999999",
        "2023-12-31 23:59:59Z",
        "2024-01-01 01:00:00+02:00",
        "2024-01-01 05:00:00 +05:30",
        "2024-01-01 01:00:00+02",
        "2024-01-01T05:00:00+0530",
        "2023-12-31 20:00-03:00",
    ];
    let later = [
        "2024-01-01",
        "2024-01-01 00:00",
        "2024-01-01T00:00:00.000",
        "2023-12-31 23:00:00-02:00",
        "2023-12-31 23:00:00-02",
        "2023-12-31T23:00:00-0130",
        "2024-01-01 00:00:00 +00:00",
    ];
    let held = earlier.into_iter().chain(later).map(Value::from);
    let place = valued(&scene, "t", TEXT, held).await?.place();
    let last = i64::try_from(earlier.len()).unwrap_or_default();
    scene.selects(&place, &before(EventForm::Timestamp), &(1..=last).collect::<Vec<_>>()).await
}
