//! `oubliette` on the command line: checks the two files, shows plans, erases, says where a request stands, drives what is
//! due, and serves all of that over HTTP.
//!
//! Everything that it can do the library can do. What is added here: files, URLs, key files, words and exit codes. The
//! result goes to standard output, everything else to standard error, and neither ever repeats an identifier or a tenant.
#![forbid(unsafe_code)]
#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![cfg_attr(not(test), deny(clippy::string_slice))]

mod args;
mod check;
mod driven;
mod erase;
mod failure;
mod hold;
mod keys;
mod location;
mod lock;
mod objects;
mod output;
mod page;
mod persons;
mod plan;
mod refusal;
mod registry;
mod request;
mod requests;
mod resume;
mod scaffold;
#[cfg(feature = "http")]
mod serve;
mod servers;
#[cfg(feature = "http")]
mod service;
mod setup;
mod show;
mod sqlite;
mod status;
mod stores;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use failure::Failure;
use output::Output;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return refusal::exit(&error),
    };
    let as_json = cli.command.wants_json();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(run(cli.command)),
        Err(error) => Err(Failure::stopped(format!("the system gave no threads to work with: {error}"))),
    };
    output::conclude(result, as_json)
}

async fn run(command: Command) -> Result<Output, Failure> {
    match command {
        Command::Check(args) => check::run(&args).await,
        Command::Scaffold(args) => scaffold::run(&args).await,
        Command::Plan(args) => plan::run(&args).await,
        Command::Erase(args) => erase::run(&args).await,
        Command::Status(args) => status::run(&args).await,
        Command::Requests(args) => requests::run(&args).await,
        Command::Request(args) => request::run(&args).await,
        Command::Hold(args) => hold::run(&args).await,
        Command::Page(args) => show::run(&args).await,
        Command::Resume(args) => resume::run(&args).await,
        #[cfg(feature = "http")]
        Command::Serve(args) => serve::run(&args).await,
        #[cfg(not(feature = "http"))]
        Command::Serve(_) => {
            Err(Failure::misuse("this build has no routes to serve; build with `--features cli,http`"))
        }
    }
}
