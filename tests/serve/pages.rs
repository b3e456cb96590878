//! `oubliette page`: the pages that the routes show, written by the command.

use oubliette::code::ConfirmationCode;
use serde_json::Value;

use crate::world;
use crate::world::{code, signed};

/// A code that was never given.
fn unknown() -> String {
    ConfirmationCode::from_entropy([7; 16]).grouped()
}

#[tokio::test]
async fn the_instructions_are_those_of_the_policy() {
    let world = world().await;
    let page =
        |more: &[&str]| world.call(&[&["page", "instructions", "--policy", "policy.toml"], more].concat());
    let text = |more: &[&str]| {
        let call = page(more);
        assert_eq!(call.status.code(), Some(0), "{}", String::from_utf8_lossy(&call.stderr));
        String::from_utf8(call.stdout).unwrap()
    };
    assert!(text(&[]).contains("Contacts") && text(&["--lang", "hi"]).contains("संपर्क"));
    let html = text(&["--format", "html"]);
    assert!(html.starts_with("<!doctype html>") || html.starts_with("<!DOCTYPE html>"), "{html}");
    for as_json in [&["--json"][..], &["--format", "json"]] {
        let data: Value = serde_json::from_str(&text(as_json)).unwrap();
        assert_eq!(data["product"], "Example CRM");
    }
    let served = world.serve(&[]);
    let shown = served.get("/instructions").await.is(200).body;
    assert_eq!(shown.trim_end(), html.trim_end(), "the same page as over HTTP");
    for (more, words) in [(&["--lang", "xx"][..], "`en`, `hi`"), (&["CODE"][..], "leave out the code")] {
        let refused = page(more);
        let told = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{told}");
        assert!(told.contains(words), "{told}");
    }
}

#[tokio::test]
async fn a_code_leads_to_its_page_and_an_unknown_one_says_nothing_of_anybody() {
    let world = world().await;
    let served = world.serve(&[]);
    let code = code(&served.callback(&signed("218471")).await.is(200));
    served.reaches(&code, "completed").await;
    let ledger = ["--ledger", "sqlite:ledger.db"];
    let page = |code: &str, more: &[&str]| {
        let call = world.call(&[&["page", "status", code], &ledger[..], more].concat());
        let (out, err) = (String::from_utf8(call.stdout).unwrap(), String::from_utf8(call.stderr).unwrap());
        (call.status.code(), out, err)
    };
    let (exit, html, err) = page(&code, &["--policy", "policy.toml", "--format", "html"]);
    assert_eq!(exit, Some(0), "{err}");
    let shown = served.get(&format!("/status/{code}")).await.is(200).body;
    assert_eq!(shown.trim_end(), html.trim_end(), "the same page as over HTTP");
    let (_, json, _) = page(&code, &["--policy", "policy.toml", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json, served.data(&format!("/status/{code}")).await);
    let (exit, text, _) = page(&code, &[]);
    assert_eq!(exit, Some(0));
    assert!(text.contains("people") && !text.contains("Contacts"), "what the ledger says by itself: {text}");
    for format in ["text", "html", "json"] {
        let (exit, out, err) = page(&unknown(), &["--format", format]);
        assert_eq!(exit, Some(1), "{out}{err}");
        let said = format!("{out}{err}").to_lowercase();
        assert!(
            said.contains("not known") && !said.contains("erased") && !said.contains("deleted"),
            "{said}"
        );
        assert_eq!(page("6ZQK-7M2P", &["--format", format]).0, Some(2));
    }
    assert_eq!(page("", &[]).0, Some(2));
    let none = world.call(&["page", "status", &code]);
    assert_eq!(none.status.code(), Some(2));
}
