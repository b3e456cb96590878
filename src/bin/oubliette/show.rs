//! `oubliette page`: what people are shown, as the routes show it. Instructions need the policy; the page of a request needs the
//! ledger and its key, and the policy for its words.

use oubliette::page::{Composed, Instructions, PageError, Renderer};
use oubliette::policy::{Category, Disposition, Policy};

use super::args::{LedgerArgs, PageArgs, PageFormat, PageSubject};
use super::failure::Failure;
use super::output::{Output, json};
use super::registry::{OpenRegistry, code, unknown_code};
use super::setup::read_policy;

pub(crate) async fn run(args: &PageArgs) -> Result<Output, Failure> {
    let renderer = Renderer::new().map_err(unsayable)?;
    match args.subject {
        PageSubject::Instructions => instructions(args, &renderer),
        PageSubject::Status => status(args, &renderer).await,
    }
}

fn instructions(args: &PageArgs, renderer: &Renderer) -> Result<Output, Failure> {
    if args.code.is_some() {
        return Err(Failure::misuse("instructions are the same for everybody; leave out the code"));
    }
    let file = args.policy.as_ref().ok_or_else(|| Failure::misuse("`page instructions` needs `--policy`"))?;
    let policy = read_policy(file)?;
    let view = Instructions::of(&policy, language(args, &policy)?);
    shown(args, renderer, renderer.instructions(&view), json(&view)?)
}

async fn status(args: &PageArgs, renderer: &Renderer) -> Result<Output, Failure> {
    let typed = args.code.as_ref().ok_or_else(|| Failure::misuse("`page status` needs the code"))?;
    let code = code(typed)?;
    let ledger = args.ledger.clone().ok_or_else(|| Failure::misuse("`page status` needs `--ledger`"))?;
    let policy = match &args.policy {
        Some(file) => read_policy(file)?,
        None => nobodys()?,
    };
    let language = language(args, &policy)?;
    let ledger = LedgerArgs { ledger, key_file: args.key_file.clone() };
    let open = OpenRegistry::open(&ledger, args.manner.now).await?;
    let view = open.registry.person(&code, &policy, language).await?.ok_or_else(unknown_code)?;
    let data = renderer.status_json(&view).map_err(unsayable)?;
    shown(args, renderer, renderer.status(&view), json(&data)?)
}

/// A page in the form that was asked for.
fn shown(
    args: &PageArgs,
    renderer: &Renderer,
    page: Result<Composed, PageError>,
    json: String,
) -> Result<Output, Failure> {
    let page = page.and_then(|page| match args.format() {
        PageFormat::Html => renderer.html(&page),
        PageFormat::Text | PageFormat::Json => renderer.text(&page),
    });
    Ok(Output { json, page: page.map_err(unsayable)?, is_settled: true })
}

/// The language that was asked for, which has to be one of the policy's: people are shown no other.
fn language<'a>(args: &'a PageArgs, policy: &'a Policy) -> Result<&'a str, Failure> {
    let offered = policy.pages().languages();
    match &args.lang {
        None => Ok(offered.first().copied().unwrap_or("en")),
        Some(asked) if offered.contains(&asked.as_str()) => Ok(asked),
        Some(_) => Err(Failure::misuse(format!(
            "the policy offers no page in that language; write one of `{}`, or add it to `[pages] languages`",
            offered.join("`, `")
        ))),
    }
}

/// What stands in for a policy that was not given: it knows no category, so that those of the ledger stand by themselves.
fn nobodys() -> Result<Policy, Failure> {
    let unfit = |error: &dyn std::fmt::Display| Failure::stopped(error.to_string());
    let category = "none".parse().map_err(|error| unfit(&error))?;
    Policy::builder("this service", "none")
        .with_category(Category::new(category, Disposition::Erase))
        .build()
        .map_err(|error| unfit(&error))
}

fn unsayable(error: PageError) -> Failure {
    Failure::stopped(error.to_string())
}
