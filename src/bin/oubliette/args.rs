//! What can be written on the command line. Knows the words and their help; what they mean is decided elsewhere.
//!
//! Whatever may hold an identifier, a tenant or a password is taken as plain text here, so that no message about
//! arguments can repeat it.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, Parser, Subcommand, ValueEnum};
use oubliette::policy::{Channel, Period};
use oubliette::request::{Choice, RequestState};

const EXIT_CODES: &str = "\
Exit codes:
  0  all that can be done today is done
  1  findings, failures, or a person is needed
  2  wrong use: nothing was done";

const CHECK_EXAMPLES: &str = "\
Examples:
  oubliette check --policy policy.toml --map datamap.toml
  oubliette check --policy policy.toml --map datamap.toml --store crm=sqlite:crm.db --json
  oubliette check … --store crm=sqlite:crm.db --strict --sample 200

Every warning about a live database can be answered in the data map: it says how. An error cannot; the engine refuses it
as well.";

const SCAFFOLD_EXAMPLES: &str = "\
Examples:
  oubliette scaffold --store crm=sqlite:crm.db
  oubliette scaffold --store crm=sqlite:crm.db --policy drafts/policy.toml --map drafts/datamap.toml --json

Both files are drafts: every guess says why it was made, and what nobody can guess is listed at the end of the data map.
Then `oubliette check` says what is left to decide.";

const PLAN_EXAMPLES: &str = "\
Examples:
  oubliette plan --policy policy.toml --map datamap.toml --store crm=sqlite:crm.db \\
      --identifier phone=+919876543210 --tenant 7
  oubliette plan … --identifier email=ana@example.com --all-tenants --now 2031-04-01T00:00:00Z --json";

const ERASE_EXAMPLES: &str = "\
Examples:
  oubliette erase --policy policy.toml --map datamap.toml --store crm=sqlite:crm.db \\
      --identifier phone=+919876543210 --tenant 7 --ledger sqlite:ledger.db --yes
  oubliette erase … --scope categories=conversations,meta.tokens --ledger sqlite:ledger.db --yes --json
  oubliette erase … --hold 'Case 7/2026=category:billing' --ledger sqlite:ledger.db --yes
  oubliette erase … --identifiers leavers.csv --tenant 7 --ledger sqlite:ledger.db --yes
  oubliette erase … --channel email --verified registered_email --ledger sqlite:ledger.db --yes

A request comes by a channel that the policy opens with `[channels.NAME]`; without --channel it is `operator`.

A file of identifiers is one request, with one code, for up to 1,000 people; a longer one becomes several.

Where the policy says `approval = \"operator\"`, the first call without --yes opens the request and shows the plan; the
same call with --yes approves that plan and runs it.";

const STATUS_EXAMPLES: &str = "\
Examples:
  oubliette status --ledger sqlite:ledger.db 6ZQK-7M2P-0000-0000-0000-0000-0000
  oubliette status --ledger sqlite:ledger.db CODE --json

A code that the ledger does not know says nothing about anybody: it never means that something was deleted.";

const REQUEST_EXAMPLES: &str = "\
Examples:
  oubliette request show 01KTPQ… --ledger sqlite:ledger.db
  oubliette request decide 01KTPQ… --question 1 --answer leave --reason 'the shop has the same number' --by 'J. Roe' \\
      --ledger sqlite:ledger.db
  oubliette request prove 01KTPQ… --method number_ownership --policy policy.toml --ledger sqlite:ledger.db
  oubliette request approve 01KTPQ… --plan HASH --by 'J. Roe' --ledger sqlite:ledger.db
  oubliette request refuse 01KTPQ… --reason 'not their data' --citation 'GDPR Art. 12(6)' --by 'J. Roe' --ledger …
  oubliette request extend 01KTPQ… --reason 'four archives to search' --until 2027-02-01T00:00:00Z --by 'J. Roe' --ledger …
  oubliette request cancel 01KTPQ… --by 'J. Roe' --ledger sqlite:ledger.db
  oubliette request forward 01KTPQ… --to 'Shop 7' --by 'J. Roe' --ledger sqlite:ledger.db

A request in the state awaiting_decision has questions that only a person can decide. `take`: it is the person's, and goes;
`leave`: it is not theirs, and stays; `accept`: it may be theirs, and stays all the same. `oubliette resume` goes on once
every question has an answer. Reason and name are kept in the clear: do not write there who the request is about.";

const REQUESTS_EXAMPLES: &str = "\
Examples:
  oubliette requests --ledger sqlite:ledger.db
  oubliette requests --state awaiting_approval --state awaiting_decision --ledger sqlite:ledger.db
  oubliette requests --due-within '7 days' --ledger sqlite:ledger.db --json";

const HOLD_EXAMPLES: &str = "\
Examples:
  oubliette hold place --matter 'Case 7/2026' --authority 'High Court' --by 'J. Roe' \\
      --identifier phone=+919876543210 --review 2027-06-30 --ledger sqlite:ledger.db
  oubliette hold place --matter 'Audit 3' --authority 'Tax office' --by 'J. Roe' --category billing --ledger sqlite:ledger.db
  oubliette hold list --ledger sqlite:ledger.db
  oubliette hold release 'Case 7/2026' --by 'J. Roe' --ledger sqlite:ledger.db

A hold suspends erasure until it is released: of a person whatever identifier a request came with, of a tenant, of a
category, or of everything. Requests that wait on hold are due as soon as it is released.";

const PAGE_EXAMPLES: &str = "\
Examples:
  oubliette page instructions --policy policy.toml --format html
  oubliette page instructions --policy policy.toml --lang hi
  oubliette page status 6ZQK-7M2P-0000-0000-0000-0000-0000 --ledger sqlite:ledger.db --policy policy.toml

What the person sees, and nothing else: `oubliette status` is what an operator sees. Without --policy a status page has no
labels, no contacts and no product's name, only what the ledger says.";

const SERVE_EXAMPLES: &str = "\
Examples:
  oubliette serve --policy policy.toml --map datamap.toml --store crm=sqlite:crm.db --ledger sqlite:ledger.db \\
      --service service.toml

The service file says under which address the public sees the routes, where they listen, whose callbacks they take, and
which environment variables hold the secrets:

  base_url = \"https://crm.example/privacy\"
  listen   = \"127.0.0.1:8080\"
  [meta.main]
  product = \"facebook\"
  app_id  = \"900000000000001\"
  secrets_env = [\"META_APP_SECRET\"]
  [operator]
  token_env = \"OUBLIETTE_OPERATOR_TOKEN\"
  [mail]
  outbox = \"dir:outbox\"
  [workers]
  count = 2

Without [operator] there are no routes for operators. It ends by itself once it is told to (SIGTERM, ctrl-c).";

const RESUME_EXAMPLES: &str = "\
Examples:
  oubliette resume --policy policy.toml --map datamap.toml --store crm=sqlite:crm.db --ledger sqlite:ledger.db
  oubliette resume … --ledger sqlite:ledger.db --now 2027-01-01T00:00:00Z --json

Call it from a timer: it continues what was interrupted, begins what was scheduled, and completes what waited for the
backups to rotate.";

/// Erases a person from a CRM, and can prove it.
#[derive(Debug, Parser)]
#[command(name = "oubliette", version, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Report everything that is wrong with the policy and the data map, and between them and live stores
    #[command(after_help = CHECK_EXAMPLES)]
    Check(CheckArgs),
    /// Draft a data map and a policy from a live database, each guess with its reason; writes two files and reads the rest
    #[command(after_help = SCAFFOLD_EXAMPLES)]
    Scaffold(ScaffoldArgs),
    /// Show what would be erased, kept and masked, with counts and reasons; writes nothing anywhere
    #[command(after_help = PLAN_EXAMPLES)]
    Plan(PlanArgs),
    /// Erase a person, as far as it can be done today
    #[command(after_help = ERASE_EXAMPLES)]
    Erase(EraseArgs),
    /// Tell where the request with a confirmation code stands
    #[command(after_help = STATUS_EXAMPLES)]
    Status(StatusArgs),
    /// List requests, each with where it stands and until when it has to be done
    #[command(after_help = REQUESTS_EXAMPLES)]
    Requests(RequestsArgs),
    /// Show one request by its id, or decide on it
    #[command(after_help = REQUEST_EXAMPLES)]
    Request(RequestArgs),
    /// Place, release or list legal holds
    #[command(after_help = HOLD_EXAMPLES)]
    Hold(HoldArgs),
    /// Write a page for people: how to ask and what happens then, or where one request stands
    #[command(after_help = PAGE_EXAMPLES)]
    Page(PageArgs),
    /// Drive every request that is due, or that a legal hold has stopped which is gone
    #[command(after_help = RESUME_EXAMPLES)]
    Resume(ResumeArgs),
    /// Serve the routes for people, Meta and operators, and drive what they open, until told to stop
    #[command(after_help = SERVE_EXAMPLES)]
    Serve(ServeArgs),
}

impl Command {
    /// Whether the output is to be one JSON object.
    pub(crate) fn wants_json(&self) -> bool {
        let manner = match self {
            Self::Check(args) => &args.manner,
            Self::Scaffold(args) => return args.json,
            Self::Plan(args) => &args.manner,
            Self::Erase(args) => &args.manner,
            Self::Status(args) => &args.manner,
            Self::Requests(args) => &args.manner,
            Self::Request(args) => &args.manner,
            Self::Hold(args) => &args.manner,
            Self::Page(args) => return args.format() == PageFormat::Json,
            Self::Resume(args) => &args.manner,
            Self::Serve(args) => &args.manner,
        };
        manner.json
    }
}

/// How to write the result, and as of when.
#[derive(Debug, Args)]
pub(crate) struct Manner {
    /// Write one JSON object to standard output; words and progress go to standard error
    #[arg(long)]
    pub(crate) json: bool,
    /// Act as of this instant instead of the clock's, for example 2031-04-01T00:00:00Z
    #[arg(long, value_name = "RFC3339", value_parser = instant)]
    pub(crate) now: Option<DateTime<Utc>>,
}

/// The two files and the stores.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// What is promised: policy.toml
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: PathBuf,
    /// Where it lies: datamap.toml
    #[arg(long, value_name = "FILE")]
    pub(crate) map: PathBuf,
    /// A store of the data map, for example crm=sqlite:crm.db; the name may be left out where the map has one store
    #[arg(long = "store", value_name = "NAME=URL")]
    pub(crate) stores: Vec<String>,
}

/// What governs a plan besides the files.
#[derive(Debug, Args)]
pub(crate) struct Circumstances {
    /// A legal hold in force: its matter, which suspends everything, or MATTER=category:ID, or MATTER=tenant:KEY
    #[arg(long = "hold", value_name = "MATTER")]
    pub(crate) holds: Vec<String>,
    /// How many records a batch holds at most; memory grows with it
    #[arg(long, value_name = "N")]
    pub(crate) batch: Option<NonZeroUsize>,
}

/// Who is to be erased, and how much of them.
#[derive(Debug, Args)]
pub(crate) struct Who {
    /// An identifier of the person, such as phone=+919876543210, email=…, or asid=facebook/APP_ID/ID
    #[arg(long = "identifier", value_name = "KIND=VALUE")]
    pub(crate) identifiers: Vec<String>,
    /// A file of people to be erased together, one a line: KIND=VALUE, several of one person separated by commas; or CSV
    /// with kinds as its header; `-` is standard input
    #[arg(long = "identifiers", value_name = "FILE", conflicts_with = "identifiers")]
    pub(crate) file: Option<PathBuf>,
    /// The region whose national phone numbers are meant, such as IN; without it numbers need their country code
    #[arg(long, value_name = "XX")]
    pub(crate) region: Option<String>,
    /// Only in the tenant with this key
    #[arg(long, value_name = "KEY", conflicts_with = "all_tenants")]
    pub(crate) tenant: Option<String>,
    /// In every tenant, on purpose
    #[arg(long)]
    pub(crate) all_tenants: bool,
    /// How much: subject (the person), tenant (all that the tenant contains), or categories=a,b
    #[arg(long, default_value = "subject", value_name = "SCOPE")]
    pub(crate) scope: String,
}

/// The ledger and its key.
#[derive(Debug, Args)]
pub(crate) struct LedgerArgs {
    /// Where requests are remembered, for example sqlite:ledger.db
    #[arg(long, value_name = "URL")]
    pub(crate) ledger: String,
    /// The file with the ledger's key, 64 hexadecimal digits; else the variable OUBLIETTE_KEY, else LEDGER.key beside it
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

/// `oubliette check`
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) files: Files,
    /// End with 1 on warnings too, so that a build fails on the first column that nobody has thought about
    #[arg(long)]
    pub(crate) strict: bool,
    /// Look at up to N records of each table as well, in columns that the map does not mention and in those of identifiers; no
    /// value is ever shown
    #[arg(long, value_name = "N", requires = "stores")]
    pub(crate) sample: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// `oubliette scaffold`
#[derive(Debug, Args)]
pub(crate) struct ScaffoldArgs {
    /// The database to begin from, for example crm=sqlite:crm.db; without a name it is called crm
    #[arg(long, value_name = "NAME=URL")]
    pub(crate) store: String,
    /// Where to write the policy
    #[arg(long, value_name = "FILE", default_value = "policy.toml")]
    pub(crate) policy: PathBuf,
    /// Where to write the data map
    #[arg(long, value_name = "FILE", default_value = "datamap.toml")]
    pub(crate) map: PathBuf,
    /// Write over files that are there
    #[arg(long)]
    pub(crate) force: bool,
    /// Write one JSON object to standard output; words go to standard error
    #[arg(long)]
    pub(crate) json: bool,
}

/// `oubliette plan`
#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) who: Who,
    #[command(flatten)]
    pub(crate) circumstances: Circumstances,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// `oubliette erase`
#[derive(Debug, Args)]
pub(crate) struct EraseArgs {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) who: Who,
    /// The channel of the policy by which the person asked, such as email or self_service
    #[arg(long, value_name = "CHANNEL", default_value = "operator")]
    pub(crate) channel: String,
    /// A check of identity that the person passed, in the policy's word for that channel, such as password
    #[arg(long = "verified", value_name = "METHOD")]
    pub(crate) verified: Vec<String>,
    #[command(flatten)]
    pub(crate) ledger: LedgerArgs,
    /// Erase without asking; where the policy wants an operator's approval, this gives it
    #[arg(long)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) circumstances: Circumstances,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// `oubliette status`
#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    /// The confirmation code, with or without hyphens, in either case
    #[arg(value_name = "CODE")]
    pub(crate) code: String,
    #[command(flatten)]
    pub(crate) ledger: LedgerArgs,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// What to do with one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RequestVerb {
    /// Tell where it stands, and what is asked
    Show,
    /// Record that the person proved who they are
    Prove,
    /// Approve the plan that waits for it
    Approve,
    /// Answer one of its questions
    Decide,
    /// End it without erasing anything, for a reason
    Refuse,
    /// Put its promised end off, once
    Extend,
    /// End it before it has begun
    Cancel,
    /// End it, as it was handed to the controller whose data it is
    Forward,
}

/// `oubliette request`
#[derive(Debug, Args)]
pub(crate) struct RequestArgs {
    /// What to do
    #[arg(value_name = "show|prove|approve|decide|refuse|extend|cancel|forward", value_enum)]
    pub(crate) verb: RequestVerb,
    /// The request's id; its confirmation code does as well
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// The number of the question that is answered
    #[arg(long, value_name = "N")]
    pub(crate) question: Option<u32>,
    /// The answer: take, leave or accept
    #[arg(long, value_name = "ANSWER", value_parser = choice)]
    pub(crate) answer: Option<Choice>,
    /// Why, in a few words
    #[arg(long, value_name = "WORDS")]
    pub(crate) reason: Option<String>,
    /// The rule by which it is refused, such as an article
    #[arg(long, value_name = "RULE")]
    pub(crate) citation: Option<String>,
    /// The name of who decides
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    /// The check of identity that the person passed, in the policy's word
    #[arg(long, value_name = "METHOD")]
    pub(crate) method: Option<String>,
    /// The hash of the plan that is approved, as `request show` tells it; without it the one that waits
    #[arg(long, value_name = "HASH")]
    pub(crate) plan: Option<String>,
    /// Until when its end is put off; without it, for as long as was promised once more
    #[arg(long, value_name = "RFC3339", value_parser = instant)]
    pub(crate) until: Option<DateTime<Utc>>,
    /// To whom it was handed
    #[arg(long, value_name = "NAME")]
    pub(crate) to: Option<String>,
    #[command(flatten)]
    pub(crate) ledger: LedgerArgs,
    /// What is promised: policy.toml, for `prove`
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) unneeded: Unneeded,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// What other commands need, so that one line of options serves all.
#[derive(Debug, Args)]
pub(crate) struct Unneeded {
    /// Not needed here
    #[arg(long, value_name = "FILE", hide = true)]
    pub(crate) map: Option<PathBuf>,
    /// Not needed here
    #[arg(long = "store", value_name = "NAME=URL", hide = true)]
    pub(crate) stores: Vec<String>,
    /// Not needed here
    #[arg(long, hide = true)]
    pub(crate) yes: bool,
}

/// `oubliette requests`
#[derive(Debug, Args)]
pub(crate) struct RequestsArgs {
    /// Only those in this state; may be repeated
    #[arg(long = "state", value_name = "STATE", value_parser = state)]
    pub(crate) states: Vec<RequestState>,
    /// Only those with a deadline within this time that has not been kept yet, such as "7 days"; what is overdue is among them
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    pub(crate) due_within: Option<Period>,
    /// Only those that came by this channel
    #[arg(long, value_name = "CHANNEL", value_parser = channel)]
    pub(crate) channel: Option<Channel>,
    /// Only those of the tenant with this key
    #[arg(long, value_name = "KEY")]
    pub(crate) tenant: Option<String>,
    /// Only those behind this one
    #[arg(long, value_name = "ID")]
    pub(crate) after: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value = "1000")]
    pub(crate) limit: NonZeroUsize,
    #[command(flatten)]
    pub(crate) ledger: LedgerArgs,
    /// Not needed here
    #[arg(long, value_name = "FILE", hide = true)]
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) unneeded: Unneeded,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// What to do with legal holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HoldVerb {
    /// Place one, in place of the one on the same matter
    Place,
    /// Release one
    Release,
    /// List those that are in place
    List,
}

/// `oubliette hold`
#[derive(Debug, Args)]
pub(crate) struct HoldArgs {
    /// What to do
    #[arg(value_name = "place|release|list", value_enum)]
    pub(crate) verb: HoldVerb,
    /// The matter that is released
    #[arg(value_name = "MATTER")]
    pub(crate) released: Option<String>,
    /// The matter: the reference of a case
    #[arg(long, value_name = "MATTER")]
    pub(crate) matter: Option<String>,
    /// Who ordered it
    #[arg(long, value_name = "NAME")]
    pub(crate) authority: Option<String>,
    /// The name of who places or releases it
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    /// On the person with this identifier; may be repeated
    #[arg(long = "identifier", value_name = "KIND=VALUE")]
    pub(crate) identifiers: Vec<String>,
    /// On the tenant with this key
    #[arg(long, value_name = "KEY")]
    pub(crate) tenant: Option<String>,
    /// On this category and those below it
    #[arg(long, value_name = "CATEGORY")]
    pub(crate) category: Option<String>,
    /// On everything
    #[arg(long)]
    pub(crate) everything: bool,
    /// The day on which it is looked at whether it is still needed
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) review: Option<NaiveDate>,
    #[command(flatten)]
    pub(crate) ledger: LedgerArgs,
    /// Not needed here
    #[arg(long, value_name = "FILE", hide = true)]
    pub(crate) policy: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) unneeded: Unneeded,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageSubject {
    /// How to ask for deletion, and what happens then
    Instructions,
    /// Where the request with a confirmation code stands
    Status,
}

/// How a page is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageFormat {
    /// For a browser
    Html,
    /// To be read here, or sent
    Text,
    /// For programs: what the page says, as data
    Json,
}

/// `oubliette page`
#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    /// What it is about
    #[arg(value_name = "instructions|status", value_enum)]
    pub(crate) subject: PageSubject,
    /// The confirmation code, for `status`
    #[arg(value_name = "CODE")]
    pub(crate) code: Option<String>,
    /// The language, such as `hi`; without it the first one of the policy
    #[arg(long, value_name = "L")]
    pub(crate) lang: Option<String>,
    /// How it is laid out; text without it, and JSON with --json
    #[arg(long, value_name = "html|text|json", value_enum)]
    format: Option<PageFormat>,
    /// What is promised: policy.toml
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Where requests are remembered, for `status`
    #[arg(long, value_name = "URL")]
    pub(crate) ledger: Option<String>,
    /// The file with the ledger's key; else the variable OUBLIETTE_KEY, else LEDGER.key beside it
    #[arg(long, value_name = "FILE")]
    pub(crate) key_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) unneeded: Unneeded,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

impl PageArgs {
    /// How the page is laid out.
    pub(crate) fn format(&self) -> PageFormat {
        let unsaid = if self.manner.json { PageFormat::Json } else { PageFormat::Text };
        self.format.unwrap_or(unsaid)
    }
}

/// `oubliette resume`
#[derive(Debug, Args)]
pub(crate) struct ResumeArgs {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) ledger: LedgerArgs,
    #[command(flatten)]
    pub(crate) circumstances: Circumstances,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// `oubliette serve`
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    pub(crate) files: Files,
    #[command(flatten)]
    pub(crate) ledger: LedgerArgs,
    /// Addresses, callbacks, secrets and workers: service.toml
    #[arg(long, value_name = "FILE")]
    pub(crate) service: PathBuf,
    #[command(flatten)]
    pub(crate) circumstances: Circumstances,
    /// Not needed here
    #[arg(long, hide = true)]
    pub(crate) yes: bool,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

fn choice(text: &str) -> Result<Choice, String> {
    text.parse().map_err(|_| format!("write one of `{}`", Choice::WORDS.join("`, `")))
}

fn state(text: &str) -> Result<RequestState, String> {
    text.parse().map_err(|_| format!("write one of `{}`", RequestState::WORDS.join("`, `")))
}

fn channel(text: &str) -> Result<Channel, String> {
    text.parse().map_err(|_| format!("write one of `{}`", Channel::WORDS.join("`, `")))
}

fn period(text: &str) -> Result<Period, String> {
    text.parse().map_err(|_| "write a period in words, such as `7 days` or `2 months`".to_owned())
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write a day, such as `2027-06-30`".to_owned())
}

fn instant(text: &str) -> Result<DateTime<Utc>, String> {
    DateTime::parse_from_rfc3339(text)
        .map(|instant| instant.with_timezone(&Utc))
        .map_err(|_| "write an instant as RFC 3339 has it, such as `2031-04-01T00:00:00Z`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_hold_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn an_instant_has_a_zone() {
        assert_eq!(instant("2031-04-01T02:00:00+02:00").unwrap(), instant("2031-04-01T00:00:00Z").unwrap());
        for wrong in ["2031-04-01", "2031-04-01T00:00:00", "tomorrow", ""] {
            assert!(instant(wrong).is_err(), "{wrong}");
        }
    }
}
