//! What a host does from the opening of a request to its end.

use chrono::{DateTime, TimeDelta, Utc};
use oubliette::engine::{Report, Ticket};
use oubliette::port::Clock;
use oubliette::request::{RequestId, RequestState};

use super::drive::Host;
use super::states::Act;

/// The instant at which every course begins.
pub fn beginning() -> DateTime<Utc> {
    "2026-11-21T00:00:00Z".parse().unwrap()
}

/// How many times at most somebody has to do something before a request ends.
const STOPS: usize = 6;

/// Does one thing that goes well.
pub async fn act(host: &mut Host, ticket: &mut Option<Ticket>, act: Act) {
    let id = ticket.as_ref().map(|ticket| ticket.id);
    match act {
        Act::Open => *ticket = Some(host.open().await),
        Act::Run => drop(host.run(id.unwrap()).await.unwrap()),
        Act::Verify => host.verify(id.unwrap()).await,
        Act::Approve => host.approve(id.unwrap()).await,
        Act::Cancel => host.cancel(id.unwrap()).await.unwrap(),
        Act::Hold => host.set_held(true),
        Act::Release => host.set_held(false),
        Act::Hours(hours) => wait_until(host, host.clock.now() + TimeDelta::hours(hours)),
        Act::RunInto(_) | Act::CancelInto(_) => unreachable!("these do not go well"),
    }
}

/// Drives a request to its end, giving it whatever it waits for: proof, approval, the release of the
/// hold, and time.
pub async fn finish(host: &mut Host, id: RequestId) -> Report {
    pass_lease(host);
    for _ in 0..STOPS {
        if let Some((due, report)) = host.run_due().await {
            assert_eq!(due, id);
            report.unwrap();
            continue;
        }
        let report = host.report(id).await;
        match report.state {
            RequestState::AwaitingVerification => host.verify(id).await,
            RequestState::AwaitingApproval => host.approve(id).await,
            // The ledger does not know that a hold was released: somebody has to say so.
            RequestState::OnHold => {
                host.set_held(false);
                drop(host.run(id).await.unwrap());
            }
            // Another try may be due a little later than the lease has ended.
            RequestState::Scheduled | RequestState::AwaitingBackups | RequestState::PartiallyFailed => {
                wait_until(host, report.due.unwrap())
            }
            state if state.is_terminal() => return report,
            state => panic!("{state} is no state to wait in"),
        }
    }
    panic!("no end is reached: {:?}", host.report(id).await);
}

/// Waits until the lease of whoever died has ended.
pub fn pass_lease(host: &Host) {
    wait_until(host, host.clock.now() + TimeDelta::hours(1));
}

fn wait_until(host: &Host, instant: DateTime<Utc>) {
    host.clock.set(instant);
}
