//! The laws of [`Leases`]: who may work on a request, and until when. They need requests to lease.

use super::super::law::Verdict;
use super::super::together::together;
use super::desk::{Desk, at, head, id, opening, received};
use super::{Law, listed};
use crate::port::{Leases, LedgerError, Requests};
use crate::request::RequestState;

/// Hands every law to a macro, behind what else is given: the one list of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_leases_law {
    ([$($with:tt)+] $($given:tt)*) => {
        $($with)+! {
            $($given)*;
            what_is_due_longest_is_claimed_first,
            only_what_is_due_is_claimed,
            a_lease_holds_until_it_ends,
            a_released_lease_keeps_nobody_away,
            a_lease_outlives_an_append,
            no_two_claimants_get_the_same_request,
            an_unknown_request_is_leased_to_nobody,
        }
    };
}

/// All laws of this suite.
pub fn laws<L: Requests + Leases + ?Sized>() -> Vec<Law<L>> {
    crate::__each_leases_law!([listed])
}

/// What has been due longest is claimed first, whatever the order in which requests came.
pub async fn what_is_due_longest_is_claimed_first(
    desk: Desk<'_, impl Requests + Leases + ?Sized>,
) -> Verdict {
    let desk = desk
        .with([opening(1, Some(30)), opening(2, Some(10)), opening(3, Some(-500)), opening(4, Some(20))])
        .await?;
    for expected in [3, 2, 4, 1] {
        desk.equal("the request that is due longest", desk.claim_due(30, 90).await?, Some(id(expected)))?;
    }
    desk.equal("when all are claimed", desk.claim_due(30, 90).await?, None)
}

/// Only what is due is claimed as due: from its very instant on, by the head that it has now.
pub async fn only_what_is_due_is_claimed(desk: Desk<'_, impl Requests + Leases + ?Sized>) -> Verdict {
    let desk = desk.with([opening(1, Some(10)), opening(2, None)]).await?;
    desk.equal("before it is due", desk.claim_due(9, 20).await?, None)?;
    desk.equal("at the instant at which it is due", desk.claim_due(10, 20).await?, Some(id(1)))?;
    desk.release(id(1)).await?;
    desk.append(id(1), 2, &head(RequestState::Completed, None), &["x"]).await?;
    desk.equal("once it is no longer due", desk.claim_due(99, 200).await?, None)?;
    desk.append(id(2), 2, &received(Some(40)), &[]).await?;
    desk.equal("before it is due again", desk.claim_due(39, 200).await?, None)?;
    desk.equal("what has become due", desk.claim_due(40, 200).await?, Some(id(2)))
}

/// A lease keeps all others away until its last instant, and nobody from that on.
pub async fn a_lease_holds_until_it_ends(desk: Desk<'_, impl Requests + Leases + ?Sized>) -> Verdict {
    let desk = desk.with([opening(1, Some(0)), opening(2, None)]).await?;
    desk.equal("a first claim", desk.claim_due(10, 20).await?, Some(id(1)))?;
    for now in [10, 19] {
        desk.equal("due within the lease", desk.claim_due(now, 99).await?, None)?;
        desk.equal("claimed within the lease", desk.claim(id(1), now, 99).await?, false)?;
    }
    desk.equal("claimed at the lease's end", desk.claim(id(1), 20, 30).await?, true)?;
    desk.equal("due within the second lease", desk.claim_due(29, 99).await?, None)?;
    desk.equal("due at the second lease's end", desk.claim_due(30, 40).await?, Some(id(1)))?;
    // What is not due can be claimed by its id, and is held in the same way.
    desk.equal("claimed by its id", desk.claim(id(2), 10, 20).await?, true)?;
    desk.equal("claimed within the lease", desk.claim(id(2), 19, 30).await?, false)?;
    desk.equal("claimed at the lease's end", desk.claim(id(2), 20, 30).await?, true)
}

/// A lease that is released keeps nobody away; to release it once more changes nothing.
pub async fn a_released_lease_keeps_nobody_away(desk: Desk<'_, impl Requests + Leases + ?Sized>) -> Verdict {
    let desk = desk.with([opening(1, Some(0))]).await?;
    desk.release(id(1)).await?;
    desk.equal("a claim", desk.claim(id(1), 10, 90).await?, true)?;
    desk.release(id(1)).await?;
    desk.release(id(1)).await?;
    desk.equal("due after the release", desk.claim_due(11, 90).await?, Some(id(1)))?;
    desk.release(id(1)).await?;
    desk.equal("claimed after the release", desk.claim(id(1), 12, 90).await?, true)?;
    desk.stands(id(1), 2, received(Some(0))).await
}

/// A lease outlives what its holder writes.
pub async fn a_lease_outlives_an_append(desk: Desk<'_, impl Requests + Leases + ?Sized>) -> Verdict {
    let desk = desk.with([opening(1, Some(0))]).await?;
    desk.equal("a claim", desk.claim(id(1), 10, 20).await?, true)?;
    desk.append(id(1), 2, &received(Some(5)), &["x"]).await?;
    desk.equal("due within the lease", desk.claim_due(19, 30).await?, None)?;
    desk.equal("claimed within the lease", desk.claim(id(1), 19, 30).await?, false)?;
    desk.equal("due at the lease's end", desk.claim_due(20, 30).await?, Some(id(1)))
}

/// Of many who claim at once, no two get the same request, and none that is due is left unclaimed.
pub async fn no_two_claimants_get_the_same_request(
    desk: Desk<'_, impl Requests + Leases + ?Sized>,
) -> Verdict {
    let ledger = desk.ledger;
    for number in 1..=10 {
        desk.with([opening(number, Some(i64::from(number)))]).await?;
    }
    let mut claimed = Vec::new();
    for answer in together((0..16).map(|_| ledger.claim_due(at(50), at(90)))).await {
        claimed.extend(desk.answer("claim_due", answer)?);
    }
    // One who lost a race may have been sent away; whoever comes later finds what is left.
    while claimed.len() < 20
        && let Some(id) = desk.claim_due(50, 90).await?
    {
        claimed.push(id);
    }
    claimed.sort();
    desk.equal("the claimed requests", claimed, (1..=10).map(id).collect::<Vec<_>>())?;
    let by_id = together((0..16).map(|_| ledger.claim(id(1), at(90), at(120)))).await;
    let mut won = 0;
    for answer in by_id {
        won += u32::from(desk.answer("claim", answer)?);
    }
    desk.equal("how many claimed one request by its id", won, 1)
}

/// A request that is not there is leased to nobody.
pub async fn an_unknown_request_is_leased_to_nobody(
    desk: Desk<'_, impl Requests + Leases + ?Sized>,
) -> Verdict {
    let ledger = desk.ledger;
    let desk = desk.with([opening(1, None)]).await?;
    desk.fails("claim", ledger.claim(id(7), at(0), at(1)).await, LedgerError::Unknown(id(7)))?;
    desk.release(id(7)).await?;
    desk.equal("what is due", desk.claim_due(99, 100).await?, None)
}
