//! `oubliette hold`: places, releases and lists legal holds. Needs the ledger and its key, and nothing else.

use oubliette::engine::EngineError;
use oubliette::hold::{HoldScope, LegalHold, PlacedHold};
use oubliette::identifier::{Identifier, IdentifierError};
use serde::Serialize;

use super::args::{HoldArgs, HoldVerb};
use super::failure::Failure;
use super::output::{Output, count, json};
use super::page;
use super::registry::{OpenRegistry, actor};

/// For programs: the holds that are in place afterwards.
#[derive(Serialize)]
struct Holds<'a> {
    holds: Vec<page::HoldView<'a>>,
    /// How many requests are due since a hold was released.
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<u64>,
}

pub(crate) async fn run(args: &HoldArgs) -> Result<Output, Failure> {
    let (words, due, open) = match args.verb {
        HoldVerb::Place => {
            let scope = scope(args)?;
            let needed = |option: &Option<String>, name: &str| {
                option.clone().ok_or_else(|| Failure::misuse(format!("`hold place` needs `{name}`")))
            };
            let (matter, authority) =
                (needed(&args.matter, "--matter")?, needed(&args.authority, "--authority")?);
            let hold = LegalHold::new(matter, scope).map_err(|error| Failure::misuse(error.to_string()))?;
            let open = OpenRegistry::open_or_make(&args.ledger, args.manner.now).await?;
            let by = args.by.clone().unwrap_or_else(|| "oubliette hold".to_owned());
            let mut placed = PlacedHold::new(hold, authority, by, open.clock.now());
            placed.review = args.review;
            open.registry.place_hold(&placed).await.map_err(unsaid)?;
            ("Placed. Runs that are under way stop before their next step.\n".to_owned(), None, open)
        }
        HoldVerb::Release => {
            let matter = args.released.as_ref().or(args.matter.as_ref());
            let matter = matter.ok_or_else(|| Failure::misuse("`hold release` needs the matter"))?;
            let open = OpenRegistry::open(&args.ledger, args.manner.now).await?;
            let released =
                open.registry.release_hold(matter, &actor(args.by.as_ref())).await.map_err(unsaid)?;
            let due = released.ok_or_else(|| {
                Failure::misuse(
                    "there is no hold on that matter; `oubliette hold list` shows those that are in place",
                )
            })?;
            (
                format!("Released; {} requests are due: `oubliette resume` goes on.\n", count(due)),
                Some(due),
                open,
            )
        }
        HoldVerb::List => (String::new(), None, OpenRegistry::open(&args.ledger, args.manner.now).await?),
    };
    let holds = open.registry.placed_holds().await?;
    let json = json(&Holds { holds: holds.iter().map(page::HoldView::of).collect(), due })?;
    Ok(Output { json, page: words + &page::holds(&holds), is_settled: true })
}

fn unsaid(error: EngineError) -> Failure {
    match error {
        EngineError::NoReason => Failure::misuse(error.to_string()),
        error => error.into(),
    }
}

/// What a hold is on: exactly one of the options.
fn scope(args: &HoldArgs) -> Result<HoldScope, Failure> {
    let mut scopes = Vec::new();
    if !args.identifiers.is_empty() {
        let read = |(index, text): (usize, &String)| {
            Identifier::parse_pair(text, None).map_err(|error| {
                // What was written is not repeated, not even where a kind was expected.
                let words = match error {
                    IdentifierError::Kind(_) => "its kind is no word; write `KIND=VALUE`".to_owned(),
                    error => error.to_string(),
                };
                Failure::misuse(format!("identifier {}: {words}", index + 1))
            })
        };
        let identifiers = args.identifiers.iter().enumerate().map(read).collect::<Result<_, _>>()?;
        scopes.push(HoldScope::Subject(identifiers));
    }
    scopes.extend(args.tenant.clone().map(HoldScope::Tenant));
    if let Some(category) = &args.category {
        let id = category
            .parse()
            .map_err(|_| Failure::misuse("`--category` is no category; write its id as the policy has it"))?;
        scopes.push(HoldScope::Category(id));
    }
    scopes.extend(args.everything.then_some(HoldScope::Everything));
    match (scopes.pop(), scopes.is_empty()) {
        (Some(scope), true) => Ok(scope),
        (None, _) => Err(Failure::misuse(
            "say what the hold is on: `--identifier`, `--tenant`, `--category` or `--everything`",
        )),
        (Some(_), false) => Err(Failure::misuse(
            "a hold is on a person, on a tenant, on a category or on everything; choose one, and place another hold for the rest",
        )),
    }
}
