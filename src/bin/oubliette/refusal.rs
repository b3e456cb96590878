//! Says what is wrong with the arguments without repeating them: a number that was not quoted, or a value in the place of
//! an option, is somebody's identifier.

use std::error::Error as _;
use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Cli;
use super::failure::WRONG_USE;
use super::output::{misused, print, tell};

/// Shows help where it was asked for, and otherwise what is wrong.
pub(crate) fn exit(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print(error.render().to_string().trim_end());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !wants_json() => {
            tell(error.render().to_string().trim_end());
            ExitCode::from(WRONG_USE)
        }
        _ => {
            let exit = misused(&words(error), wants_json());
            tell("\nFor more, try `oubliette --help`, or `--help` after a command.");
            exit
        }
    }
}

/// Whether the output is to be one JSON object, as far as arguments that could not be read tell.
fn wants_json() -> bool {
    std::env::args_os().any(|argument| argument == "--json")
}

fn words(error: &clap::Error) -> String {
    let named = own_words(error, ContextKind::InvalidArg).join("`, `");
    match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("add what is missing: `{named}`"),
        ErrorKind::ArgumentConflict => {
            let prior = own_words(error, ContextKind::PriorArg).join("`, `");
            if prior.is_empty() || prior == named {
                format!("`{named}` is given more than once; give it once")
            } else {
                format!("`{named}` and `{prior}` contradict each other; choose one")
            }
        }
        ErrorKind::InvalidValue if has_empty_value(error) => {
            format!("`{named}` has no value; write one after it")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => {
            let remedy = error.source().map_or_else(|| "see `--help`".to_owned(), ToString::to_string);
            format!("the value of `{named}` cannot be read; {remedy}")
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("`{named}` has too many values or too few; see `--help`")
        }
        ErrorKind::InvalidSubcommand
        | ErrorKind::MissingSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let command = Cli::command();
            let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
            format!("there is no such command; write one of `{}`", known.join("`, `"))
        }
        ErrorKind::InvalidUtf8 => "an argument is not text in UTF-8; write it so".to_owned(),
        _ => unknown_argument(error),
    }
}

fn unknown_argument(error: &clap::Error) -> String {
    let suggested = own_words(error, ContextKind::SuggestedArg);
    let mut words = match given_option(error) {
        Some(option) => format!("there is no option `{option}`"),
        None => "an argument stands where none belongs; put values that hold spaces in quotes".to_owned(),
    };
    if let [suggested] = suggested.as_slice() {
        words.push_str(&format!("; did you mean `{suggested}`?"));
    }
    words
}

/// What clap says in its own words: names of our options, never what was given.
fn own_words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

/// The unknown option, where it looks like one: two hyphens and lower-case words.
fn given_option(error: &clap::Error) -> Option<String> {
    let given = own_words(error, ContextKind::InvalidArg).into_iter().next()?;
    let name = given.split('=').next()?.to_owned();
    let word = name.strip_prefix("--")?;
    let is_option = word.len() <= 24 && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    is_option.then_some(name)
}

fn has_empty_value(error: &clap::Error) -> bool {
    matches!(error.get(ContextKind::InvalidValue), Some(ContextValue::String(value)) if value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    fn refused(arguments: &str) -> String {
        let error = Cli::try_parse_from(arguments.split(' ')).unwrap_err();
        words(&error)
    }

    #[test]
    fn nothing_that_was_given_is_repeated() {
        let files = "oubliette erase --policy p --map m --ledger sqlite:l";
        for arguments in [
            format!("{files} --identifier phone=+91 98765 43210"),
            format!("{files} -98765"),
            format!("{files} --98765"),
            format!("{files} --identifier=phone=1 --now 98765"),
            format!("{files} --batch 98765x"),
            format!("{files} --tenant 98765 --all-tenants"),
            format!("{files} --identifer=phone=98765"),
            format!("{files} --yes=98765"),
            "oubliette 98765".to_owned(),
            "oubliette status 98765 98765 --ledger x".to_owned(),
        ] {
            let words = refused(&arguments);
            assert!(!words.contains("98765"), "{arguments}: {words}");
            assert!(!words.contains("``"), "{arguments}: {words}");
        }
    }

    #[test]
    fn it_says_what_to_do() {
        assert!(refused("oubliette erase --policy p --map m").contains("--ledger"));
        assert!(
            refused("oubliette plan --policy p --map m --identifer=phone=1")
                .contains("did you mean `--identifier`")
        );
        assert!(refused("oubliette delete").contains("`erase`"));
        assert!(refused("oubliette plan --policy p --map m --now today").contains("2031-04-01T00:00:00Z"));
        assert!(refused("oubliette plan --policy p --map m --tenant 1 --all-tenants").contains("choose one"));
    }
}
