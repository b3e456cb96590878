//! How often a network may guess, and ask: counted in memory, by a keyed hash of the network, in windows of time.
//!
//! Knows networks and times, which come in as arguments. What is counted is forgotten with the process.

use std::collections::HashMap;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use hmac::Mac as _;

use crate::text::digest::{Digest, keyed};

/// Parts these digests from everything else that may be made with the same key.
const CONTEXT: &[u8] = b"oubliette tries 1\0";
/// How long tries count.
const WINDOW: TimeDelta = TimeDelta::minutes(10);
/// How many networks are counted at a time; the one that began first makes room for the next.
const MAX_NETWORKS: usize = 10_000;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Try {
    /// A code or token that nobody was given.
    Guess,
    /// A request of somebody who is not signed in, each of which may send a message to a stranger.
    Ask,
}

impl Try {
    /// How many there may be in a window.
    const fn allowed(self) -> u32 {
        match self {
            Self::Guess => 20,
            Self::Ask => 10,
        }
    }
}

/// The tries of all networks.
pub(super) struct Tries {
    key: [u8; 32],
    windows: Mutex<HashMap<Digest, Window>>,
}

/// The tries of one network since the first of them.
#[derive(Clone, Copy)]
struct Window {
    begun: DateTime<Utc>,
    count: u32,
}

impl Window {
    /// Until when it counts. A clock that went back leaves it as long as it was.
    fn remaining(&self, now: DateTime<Utc>) -> TimeDelta {
        WINDOW - (now - self.begun).max(TimeDelta::zero())
    }
}

impl Tries {
    /// None so far. `key` has to come from a cryptographic generator, so that nobody can choose networks that collide.
    pub(super) fn new(key: [u8; 32]) -> Self {
        Self { key, windows: Mutex::default() }
    }

    /// Whether a network has used up its tries, and for how many seconds. Visitors of whom it is not known where they come
    /// from count as one network.
    pub(super) fn wait(&self, what: Try, client: Option<IpAddr>, now: DateTime<Utc>) -> Option<u64> {
        let windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        let window = windows.get(&self.network(what, client))?;
        let remaining = window.remaining(now);
        let is_used_up = remaining > TimeDelta::zero() && window.count >= what.allowed();
        is_used_up.then(|| remaining.num_seconds().unsigned_abs().max(1))
    }

    /// Counts a try.
    pub(super) fn count(&self, what: Try, client: Option<IpAddr>, now: DateTime<Utc>) {
        let network = self.network(what, client);
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if !windows.contains_key(&network) && windows.len() >= MAX_NETWORKS {
            make_room(&mut windows, now);
        }
        let window = windows.entry(network).or_insert(Window { begun: now, count: 0 });
        if window.remaining(now) <= TimeDelta::zero() {
            *window = Window { begun: now, count: 0 };
        }
        window.count = window.count.saturating_add(1);
    }

    /// A digest of the network: of IPv4 an address, of IPv6 what one customer has, the first 64 bits.
    fn network(&self, what: Try, client: Option<IpAddr>) -> Digest {
        let mut octets = [0; 16];
        match client.map(|it| it.to_canonical()) {
            None => {}
            Some(IpAddr::V4(address)) => octets = address.to_ipv6_mapped().octets(),
            Some(IpAddr::V6(address)) => {
                octets.iter_mut().zip(address.octets()).take(8).for_each(|(to, from)| *to = from);
            }
        }
        let kind = [what as u8, u8::from(client.is_some())];
        let digest = keyed(&self.key).chain_update(CONTEXT).chain_update(kind).chain_update(octets);
        Digest::new(digest.finalize().into_bytes().into())
    }
}

/// Drops what does not count any more, and where that is nothing, what began first.
fn make_room(windows: &mut HashMap<Digest, Window>, now: DateTime<Utc>) {
    windows.retain(|_, window| window.remaining(now) > TimeDelta::zero());
    if windows.len() >= MAX_NETWORKS {
        let oldest = windows.iter().min_by_key(|(_, window)| window.begun).map(|(network, _)| *network);
        oldest.map(|network| windows.remove(&network));
    }
}

impl fmt::Debug for Tries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tries(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap()
    }

    fn ip(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    fn used_up(what: Try, client: &str) -> Tries {
        let tries = Tries::new([7; 32]);
        for count in 0..what.allowed() {
            assert_eq!(tries.wait(what, ip(client), at(0)), None, "{count}");
            tries.count(what, ip(client), at(0));
        }
        tries
    }

    #[test]
    fn a_network_waits_until_its_window_is_over() {
        let tries = used_up(Try::Guess, "192.0.2.1");
        let wait = |now| tries.wait(Try::Guess, ip("192.0.2.1"), now);
        assert_eq!((wait(at(0)), wait(at(599)), wait(at(600))), (Some(600), Some(1), None));
        assert_eq!(
            wait(at(-86_400)),
            Some(600),
            "a clock that goes back ends no window, and makes none longer"
        );
        tries.count(Try::Guess, ip("192.0.2.1"), at(600));
        assert_eq!(wait(at(601)), None, "the next window begins anew");
        assert_eq!(tries.wait(Try::Ask, ip("192.0.2.1"), at(0)), None, "who guesses may still ask");
    }

    #[test]
    fn a_network_is_an_address_of_the_old_kind_and_a_customer_s_of_the_new() {
        let old = used_up(Try::Ask, "192.0.2.1");
        assert!(old.wait(Try::Ask, ip("::ffff:192.0.2.1"), at(0)).is_some());
        assert!(old.wait(Try::Ask, ip("192.0.2.2"), at(0)).is_none());
        assert!(old.wait(Try::Ask, None, at(0)).is_none());
        let new = used_up(Try::Ask, "2001:db8:1:2::1");
        assert!(new.wait(Try::Ask, ip("2001:db8:1:2:ffff::9"), at(0)).is_some());
        assert!(new.wait(Try::Ask, ip("2001:db8:1:3::1"), at(0)).is_none());
    }

    #[test]
    fn memory_is_bounded_and_the_oldest_make_room() {
        let tries = used_up(Try::Guess, "192.0.2.1");
        let hosts = u32::try_from(MAX_NETWORKS).unwrap();
        for host in 0..hosts + 100 {
            tries.count(Try::Guess, Some(IpAddr::V4((0x0a00_0000 + host).into())), at(1));
        }
        assert_eq!(tries.windows.lock().unwrap().len(), MAX_NETWORKS);
        assert_eq!(tries.wait(Try::Guess, ip("192.0.2.1"), at(1)), None);
        tries.count(Try::Guess, ip("192.0.2.2"), at(700));
        assert_eq!(tries.windows.lock().unwrap().len(), 1, "what is over makes room first");
    }
}
