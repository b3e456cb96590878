//! `oubliette scaffold`: two drafts from a live database.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use oubliette::plan::check_files;
use oubliette::scaffold::{Draft, draft};
use serde::Serialize;

use super::args::ScaffoldArgs;
use super::check::counted;
use super::failure::Failure;
use super::output::{Output, json};
use super::stores::OpenCatalogue;

#[derive(Debug, Serialize)]
struct Scaffolded<'a> {
    policy: String,
    datamap: String,
    tables: usize,
    collections: usize,
    subjects: &'a [String],
    questions: &'a [String],
}

pub(crate) async fn run(args: &ScaffoldArgs) -> Result<Output, Failure> {
    for file in [&args.policy, &args.map] {
        if !args.force && file.exists() {
            return Err(already_there(file));
        }
    }
    let open = OpenCatalogue::open(&args.store).await?;
    let name = open.name.clone();
    let listed = open.catalogue.tables().await;
    open.close().await;
    let tables = listed.map_err(|error| Failure::stopped(format!("store `{name}` failed: {error}")))?;
    let draft = draft(&name, &tables);
    let (_, findings) = check_files(&draft.policy, &draft.datamap);
    if findings.has_errors() && !draft.subjects.is_empty() {
        return Err(Failure::unfit("the drafts would not load; nothing was written", findings));
    }
    write(&args.policy, &draft.policy, args.force)?;
    write(&args.map, &draft.datamap, args.force)?;
    let json = json(&Scaffolded {
        policy: args.policy.display().to_string(),
        datamap: args.map.display().to_string(),
        tables: tables.len(),
        collections: draft.collections,
        subjects: &draft.subjects,
        questions: &draft.questions,
    })?;
    // A map without people does not load: somebody has to name them first.
    Ok(Output { json, page: page(args, &draft, tables.len()), is_settled: !draft.subjects.is_empty() })
}

fn page(args: &ScaffoldArgs, draft: &Draft, tables: usize) -> String {
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "{} and {} are drafts: {} declared of {}",
        args.policy.display(),
        args.map.display(),
        counted(draft.collections, "collection"),
        counted(tables, "table"),
    );
    let _ = writeln!(page, "For you to decide:");
    for question in &draft.questions {
        let _ = writeln!(page, "- {question}");
    }
    let _ = writeln!(
        page,
        "Then: oubliette check --strict --policy {} --map {} --store NAME=URL",
        args.policy.display(),
        args.map.display(),
    );
    page
}

fn write(file: &Path, text: &str, over: bool) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true);
    if over {
        options.create(true).truncate(true)
    } else {
        options.create_new(true)
    };
    let written = options.open(file).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => already_there(file),
        _ => Failure::misuse(format!("`{}` cannot be written: {error}", file.display())),
    })
}

fn already_there(file: &Path) -> Failure {
    Failure::misuse(format!(
        "`{}` is there already; name another file, or write over it with `--force`",
        file.display()
    ))
}
