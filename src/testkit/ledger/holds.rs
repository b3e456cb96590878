//! The laws of [`Holds`]: one hold on each matter, until it is lifted.

use std::collections::BTreeSet;

use super::super::law::{LawError, Verdict};
use super::super::together::together;
use super::desk::{Desk, digest, sealed};
use super::{Law, listed};
use crate::port::{Holds, Sealed};

/// Hands every law to a macro, behind what else is given: the one list of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_holds_law {
    ([$($with:tt)+] $($given:tt)*) => {
        $($with)+! {
            $($given)*;
            a_hold_is_in_place_until_it_is_lifted,
            a_matter_has_one_hold,
            a_hold_keeps_every_byte,
        }
    };
}

/// All laws of this suite.
pub fn laws<L: Holds + ?Sized>() -> Vec<Law<L>> {
    crate::__each_holds_law!([listed])
}

impl<L: Holds + ?Sized> Desk<'_, L> {
    /// The holds that are in place, in an order of their own.
    async fn placed(&self) -> Result<BTreeSet<Vec<u8>>, LawError> {
        let placed = self.answer("placed", self.ledger.placed().await)?;
        let count = placed.len();
        let all: BTreeSet<_> = placed.iter().map(|hold| hold.bytes().to_vec()).collect();
        self.equal("how many holds are told", count, all.len())?;
        Ok(all)
    }

    async fn place(&self, matter: u8, former: &[u8], text: &str) -> Verdict {
        let former: Vec<_> = former.iter().copied().map(digest).collect();
        self.answer("place", self.ledger.place(digest(matter), &former, &sealed(text)).await)
    }

    async fn lift(&self, matter: &[u8]) -> Result<bool, LawError> {
        let matter: Vec<_> = matter.iter().copied().map(digest).collect();
        self.answer("lift", self.ledger.lift(&matter).await)
    }
}

fn those(texts: &[&str]) -> BTreeSet<Vec<u8>> {
    texts.iter().map(|text| sealed(text).bytes().to_vec()).collect()
}

/// A hold is in place from when it was placed until it is lifted, and so are all others.
pub async fn a_hold_is_in_place_until_it_is_lifted(desk: Desk<'_, impl Holds + ?Sized>) -> Verdict {
    desk.equal("holds at first", desk.placed().await?, those(&[]))?;
    desk.equal("lifting what was never placed", desk.lift(&[1, 2]).await?, false)?;
    desk.place(1, &[], "one").await?;
    desk.place(2, &[], "two").await?;
    desk.place(3, &[], "three").await?;
    desk.equal("the holds", desk.placed().await?, those(&["one", "two", "three"]))?;
    desk.equal("lifting under a former digest", desk.lift(&[9, 2]).await?, true)?;
    desk.equal("the holds that are left", desk.placed().await?, those(&["one", "three"]))?;
    desk.equal("lifting it again", desk.lift(&[9, 2]).await?, false)?;
    desk.equal("lifting nothing", desk.lift(&[]).await?, false)?;
    desk.equal("the holds that are left", desk.placed().await?, those(&["one", "three"]))
}

/// A matter that comes again has one hold, the last, also where it was placed under a former key, and where many place it
/// at once.
pub async fn a_matter_has_one_hold(desk: Desk<'_, impl Holds + ?Sized>) -> Verdict {
    desk.place(1, &[], "one").await?;
    desk.place(1, &[], "again").await?;
    desk.equal("placed again", desk.placed().await?, those(&["again"]))?;
    desk.place(2, &[1, 7], "of a new key").await?;
    desk.equal("placed under a new key", desk.placed().await?, those(&["of a new key"]))?;
    desk.equal("lifting the former digest", desk.lift(&[1]).await?, false)?;
    let texts: Vec<String> = (0..8).map(|number| format!("by {number}")).collect();
    for placed in together(texts.iter().map(|text| desk.place(5, &[], text))).await {
        placed?;
    }
    let placed = desk.placed().await?;
    desk.equal("how many holds there are of two matters", placed.len(), 2)?;
    desk.equal("lifting it", desk.lift(&[5]).await?, true)?;
    desk.equal("the other one", desk.placed().await?, those(&["of a new key"]))
}

/// A hold keeps every byte, whatever its value and however many there are.
pub async fn a_hold_keeps_every_byte(desk: Desk<'_, impl Holds + ?Sized>) -> Verdict {
    let large: Vec<u8> = (0..20_000_u32).flat_map(u32::to_le_bytes).collect();
    for (matter, bytes) in [(1, (0..=255).collect()), (2, large)] {
        desk.answer("place", desk.ledger.place(digest(matter), &[], &Sealed::new(bytes.clone())).await)?;
        let placed = desk.placed().await?;
        desk.ensure(placed.contains(&bytes), || "a byte is lost or changed".to_owned())?;
    }
    Ok(())
}
