//! How to ask for deletion, and what will happen then, as data: read off the very policy that plans are made from.
//!
//! Knows the policy, and no words but those of the policy. There is no other source: a rule that changes changes this.

use serde::Serialize;

use super::contact::Contacts;
use crate::policy::{
    After, Approval, Bound, Category, Channel, ChannelRules, Completion, CountedFrom, DeletionPeriod,
    Disposition, Extent, Ground, GroundKind, Handling, Inactive, MonthDay, Needs, OnImport, Period, Policy,
    PromiseStart, Promises, Requester,
};

/// How to ask for deletion, and what happens then, in one language. Its JSON is stable: names stay, and new ones may come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Instructions {
    /// The language of the labels.
    pub language: String,
    /// The product.
    pub product: String,
    /// The policy's version.
    pub version: String,
    /// The laws that the policy keeps to, such as `eu-gdpr`.
    pub laws: Vec<String>,
    /// Who may ask; empty where the policy makes no difference.
    pub requesters: Vec<RequesterView>,
    /// The ways to ask.
    pub ways: Vec<Way>,
    /// What becomes of which data.
    pub categories: Vec<RuleView>,
    /// What kept data is never used for.
    pub kept_is_never_used_for: Vec<String>,
    /// What is promised to everybody.
    pub promises: PromisesView,
    /// The labels of what goes when access is taken away at Meta.
    pub gone_on_deauthorize: Vec<String>,
    /// Who is erased without asking when nothing was seen of them.
    pub inactive: Vec<InactiveView>,
    /// What becomes of people who are imported again.
    pub suppression: Option<SuppressionView>,
    /// The time zone whose midnights end the days.
    pub time_zone: String,
    /// The first day of the financial year, `04-01`; none where nothing is counted by it.
    pub financial_year_starts: Option<MonthDay>,
    /// Whom to turn to.
    pub contacts: Contacts,
}

/// One kind of person who may ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RequesterView {
    /// Who they are.
    pub label: String,
    /// What is done with their requests.
    pub handling: Handling,
    /// What they may ask for.
    pub scopes: Vec<Extent>,
}

/// One way to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Way {
    /// The channel.
    pub channel: Channel,
    /// To whom the person turns, in the policy's words.
    pub label: Option<String>,
    /// Where to write to.
    pub address: Option<String>,
    /// The subject line to use.
    pub subject: Option<String>,
    /// What to give: words of [`KNOWN_DETAILS`](crate::policy::KNOWN_DETAILS), or the policy's own.
    pub asks: Vec<String>,
    /// What sentences of the letter mean.
    pub scopes: Vec<(String, Extent)>,
    /// The checks of identity.
    pub methods: Vec<String>,
    /// How many of them are needed.
    pub needs: Needs,
    /// What is promised to those who come this way, beside or instead of what is promised to everybody.
    pub own: OwnPromises,
}

/// What one channel promises otherwise than the policy as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OwnPromises {
    /// How soon a request is acknowledged.
    pub acknowledge_within: Option<Period>,
    /// How soon all is done.
    pub complete_within: Option<Period>,
    /// How long it can be cancelled.
    pub grace: Option<Period>,
    /// Who approves.
    pub approval: Option<Approval>,
}

/// What is promised to everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PromisesView {
    /// How soon a request is acknowledged.
    pub acknowledge_within: Option<Period>,
    /// How soon all is done.
    pub complete_within: Option<Period>,
    /// From when that is counted.
    pub counted_from: PromiseStart,
    /// Whether it waits while proof is awaited.
    pub verification_extends: bool,
    /// What has to be gone by then.
    pub complete_means: Completion,
    /// How long backups hold what is gone.
    pub backups_rotate: Option<Period>,
    /// How long it can be cancelled.
    pub grace: Option<Period>,
    /// Who approves.
    pub approval: Approval,
}

/// What becomes of the data of one category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RuleView {
    /// The category, as people read it.
    pub label: String,
    /// What becomes of it when somebody asks.
    pub on_erasure: Disposition,
    /// Why and for how long it is kept.
    pub grounds: Vec<GroundView>,
    /// What follows once the last ground has ended; none where it is not kept.
    pub then: Option<After>,
    /// When it is gone even if nobody asks.
    pub deletion: Option<TermView>,
}

/// Why something is kept, and for how long.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct GroundView {
    /// The kind of ground.
    pub ground: GroundKind,
    /// Where the rule stands.
    pub citation: String,
    /// Whether somebody looks again at the end of the period, instead of its being fixed.
    pub is_review: bool,
    /// How long.
    pub term: TermView,
}

/// A length of time, and what it is counted from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TermView {
    /// How long.
    pub period: Period,
    /// The event, in the data map's word.
    pub start: String,
    /// The day on which counting begins.
    pub counted_from: CountedFrom,
    /// How long before its end people are told.
    pub notify_before: Option<Period>,
}

/// People who are erased when nothing was seen of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct InactiveView {
    /// Who they are.
    pub label: String,
    /// After how long, and counted from what.
    pub term: TermView,
}

/// What becomes of people who are imported again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SuppressionView {
    /// What becomes of them.
    pub on_import: OnImport,
    /// For how long it is remembered who was erased.
    pub period: Option<Period>,
}

impl Instructions {
    /// Reads the instructions off a policy, with its labels in `language`.
    pub fn of(policy: &Policy, language: &str) -> Self {
        let categories: Vec<RuleView> =
            policy.categories().iter().map(|category| rule(category, language)).collect();
        let keeps = categories.iter().any(|rule| rule.on_erasure == Disposition::Retain);
        let dies = |category: &&Category| policy.on_deauthorize().iter().any(|id| id.covers(category.id()));
        Self {
            language: language.to_owned(),
            product: policy.name().to_owned(),
            version: policy.version().to_owned(),
            laws: policy.laws().to_vec(),
            requesters: policy.requesters().iter().map(|it| requester(it, language)).collect(),
            ways: policy.channels().iter().filter_map(|it| way(it, policy.promises(), language)).collect(),
            kept_is_never_used_for: policy
                .pages()
                .never()
                .iter()
                .filter(|_| keeps)
                .map(|it| it.in_language(language).to_owned())
                .collect(),
            promises: promises(policy.promises()),
            gone_on_deauthorize: policy
                .categories()
                .iter()
                .filter(dies)
                .map(|category| category.words().in_language(language).to_owned())
                .collect(),
            inactive: policy.inactive().iter().map(|it| inactive(it, policy, language)).collect(),
            suppression: policy
                .suppression()
                .map(|it| SuppressionView { on_import: it.on_import(), period: it.period() }),
            time_zone: policy.time_zone().name().to_owned(),
            financial_year_starts: counts_by_financial_year(policy).then(|| policy.financial_year_starts()),
            contacts: Contacts::of(policy, language),
            categories,
        }
    }
}

fn requester(requester: &Requester, language: &str) -> RequesterView {
    RequesterView {
        label: requester.label().in_language(language).to_owned(),
        handling: requester.handling(),
        scopes: requester.scopes().to_vec(),
    }
}

/// A way to ask; none where nobody asks.
fn way(rules: &ChannelRules, general: &Promises, language: &str) -> Option<Way> {
    if rules.name() == Channel::Inactivity {
        return None;
    }
    let own = rules.promises(general);
    fn if_other<T: PartialEq>(own: T, general: T) -> Option<T> {
        (own != general).then_some(own)
    }
    Some(Way {
        channel: rules.name(),
        label: rules.label().map(|label| label.in_language(language).to_owned()),
        address: rules.address().map(str::to_owned),
        subject: rules.subject().map(str::to_owned),
        asks: rules.asks().iter().map(|it| it.in_language(language).to_owned()).collect(),
        scopes: rules.scopes().iter().map(|(words, extent)| (words.clone(), *extent)).collect(),
        methods: rules.verify().to_vec(),
        needs: rules.needs(),
        own: OwnPromises {
            acknowledge_within: if_other(own.acknowledge_within(), general.acknowledge_within()).flatten(),
            complete_within: if_other(own.complete_within(), general.complete_within()).flatten(),
            grace: if_other(own.grace(), general.grace()).flatten(),
            approval: if_other(own.approval(), general.approval()),
        },
    })
}

fn promises(promises: &Promises) -> PromisesView {
    PromisesView {
        acknowledge_within: promises.acknowledge_within(),
        complete_within: promises.complete_within(),
        counted_from: promises.counted_from(),
        verification_extends: promises.verification_extends(),
        complete_means: promises.complete_means(),
        backups_rotate: promises.backups_rotate(),
        grace: promises.grace(),
        approval: promises.approval(),
    }
}

fn rule(category: &Category, language: &str) -> RuleView {
    let is_kept = category.disposition() == Disposition::Retain;
    RuleView {
        label: category.words().in_language(language).to_owned(),
        on_erasure: category.disposition(),
        grounds: category.grounds().iter().map(ground).collect(),
        then: is_kept.then(|| category.then()),
        deletion: category.deletion().map(deletion),
    }
}

fn ground(ground: &Ground) -> GroundView {
    GroundView {
        ground: ground.kind(),
        citation: ground.citation().to_owned(),
        is_review: matches!(ground.bound(), Bound::Review(_)),
        term: TermView {
            period: ground.period(),
            start: ground.start().to_owned(),
            counted_from: ground.counted_from(),
            notify_before: None,
        },
    }
}

fn deletion(deletion: &DeletionPeriod) -> TermView {
    TermView {
        period: deletion.period(),
        start: deletion.start().to_owned(),
        counted_from: deletion.counted_from(),
        notify_before: deletion.notify_before(),
    }
}

fn inactive(inactive: &Inactive, policy: &Policy, language: &str) -> InactiveView {
    let label = match policy.requester(inactive.subject()) {
        Some(requester) => requester.label().in_language(language).to_owned(),
        None => inactive.subject().replace('_', " "),
    };
    InactiveView {
        label,
        term: TermView {
            period: inactive.period(),
            start: inactive.start().to_owned(),
            counted_from: CountedFrom::Event,
            notify_before: inactive.notify_before(),
        },
    }
}

fn counts_by_financial_year(policy: &Policy) -> bool {
    policy.categories().iter().any(|category| {
        let grounds = category.grounds().iter().map(Ground::counted_from);
        let deletion = category.deletion().map(DeletionPeriod::counted_from);
        grounds.chain(deletion).any(|it| it == CountedFrom::FinancialYearEnd)
    })
}
