//! Every fault is found out by the law that names it, and every law finds a fault.

use std::collections::BTreeSet;

use oubliette::adapter::memory::MemoryLedger;
use oubliette::port::Ledger;
use oubliette::testkit::{LawError, Verdict, ledger, store};

use super::broken::{BrokenLedger, BrokenStore, LedgerFault, StoreFault};
use super::memory::MemoryFixture;

/// The fault is found out by breaking the law, and by no failure of the fixture.
#[track_caller]
fn found_out(fault: &dyn std::fmt::Debug, law: &str, verdict: Verdict) {
    match verdict {
        Err(LawError::Broken { law: broken, what }) => {
            assert_eq!(broken, law);
            assert!(!what.is_empty());
            println!("{fault:?}: {what}");
        }
        other => panic!("{fault:?} is not found out by `{law}`: {other:?}"),
    }
}

#[tokio::test]
async fn every_fault_of_a_store_is_found_out_by_the_law_that_names_it() {
    for &fault in StoreFault::ALL {
        let law = store::laws().iter().find(|law| law.name == fault.law()).unwrap();
        let fixture = MemoryFixture::new();
        let right = fixture.store.clone();
        assert_eq!(law.judge(&right, &fixture).await, Ok(()), "without {fault:?}");
        let tables = fixture.store.clone();
        let insert = move |table: &str, row| drop(tables.insert(table, row));
        let broken = BrokenStore::new(right, fault, Box::new(insert));
        found_out(&fault, law.name, law.judge(&broken, &fixture).await);
    }
}

#[tokio::test]
async fn every_fault_of_a_ledger_is_found_out_by_the_law_that_names_it() {
    for &fault in LedgerFault::ALL {
        let laws = ledger::laws::<dyn Ledger>();
        let law = laws.iter().find(|law| law.name == fault.law()).unwrap();
        assert_eq!(law.judge(&MemoryLedger::new()).await, Ok(()), "without {fault:?}");
        let broken = BrokenLedger::new(MemoryLedger::new(), fault);
        found_out(&fault, law.name, law.judge(&broken).await);
    }
}

#[test]
fn every_law_finds_a_fault() {
    let found: BTreeSet<_> = StoreFault::ALL.iter().map(|fault| fault.law()).collect();
    let laws: BTreeSet<_> = store::laws().iter().map(|law| law.name).collect();
    assert_eq!(found, laws);
    let found: BTreeSet<_> = LedgerFault::ALL.iter().map(|fault| fault.law()).collect();
    let laws: BTreeSet<_> = ledger::laws::<dyn Ledger>().iter().map(|law| law.name).collect();
    assert_eq!(found, laws);
}
