//! The ports behind a pointer: a boxed or shared store is a store, and so are catalogues, the parts of a ledger, and the
//! environment.
//!
//! Every method is handed on as it is; nothing is added here.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{
    Capabilities, Catalogue, Clock, Description, Digest, Entropy, EntropyError, FieldMask, Head, KeyError,
    KeyId, KeyPurpose, Keys, Leases, LedgerError, ListName, Note, Notes, Opened, Opening, Page, Place,
    Record, Requests, Sealed, Seals, SecretKey, Selection, Standing, Store, StoreError, Table, Waiting,
};
use crate::request::RequestId;

macro_rules! behind {
    ($pointer:ident) => {
        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<S: Store + ?Sized> Store for $pointer<S> {
            fn capabilities(&self) -> Capabilities {
                (**self).capabilities()
            }

            async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
                (**self).describe(place).await
            }

            async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
                (**self).count(place, selection).await
            }

            async fn read(
                &self,
                place: &Place,
                fields: &[String],
                selection: &Selection,
                page: Page<'_>,
            ) -> Result<Vec<Record>, StoreError> {
                (**self).read(place, fields, selection, page).await
            }

            async fn erase(
                &self,
                place: &Place,
                selection: &Selection,
                limit: usize,
            ) -> Result<u64, StoreError> {
                (**self).erase(place, selection, limit).await
            }

            async fn mask(
                &self,
                place: &Place,
                masks: &[FieldMask],
                selection: &Selection,
            ) -> Result<u64, StoreError> {
                (**self).mask(place, masks, selection).await
            }
        }

        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<C: Catalogue + ?Sized> Catalogue for $pointer<C> {
            async fn tables(&self) -> Result<Vec<Table>, StoreError> {
                (**self).tables().await
            }
        }

        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<R: Requests + ?Sized> Requests for $pointer<R> {
            async fn open(&self, opening: &Opening) -> Result<Opened, LedgerError> {
                (**self).open(opening).await
            }

            async fn load(&self, id: RequestId) -> Result<Option<Standing>, LedgerError> {
                (**self).load(id).await
            }

            async fn find_by_code(&self, code: Digest) -> Result<Option<RequestId>, LedgerError> {
                (**self).find_by_code(code).await
            }

            async fn add_code(&self, id: RequestId, code: Digest) -> Result<(), LedgerError> {
                (**self).add_code(id, code).await
            }

            async fn append(
                &self,
                id: RequestId,
                expected: u64,
                head: &Head,
                lines: &[String],
            ) -> Result<u64, LedgerError> {
                (**self).append(id, expected, head, lines).await
            }

            async fn journal(
                &self,
                id: RequestId,
                from: u64,
                limit: usize,
            ) -> Result<Vec<String>, LedgerError> {
                (**self).journal(id, from, limit).await
            }
        }

        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<L: Leases + ?Sized> Leases for $pointer<L> {
            async fn claim_due(
                &self,
                now: DateTime<Utc>,
                until: DateTime<Utc>,
            ) -> Result<Option<RequestId>, LedgerError> {
                (**self).claim_due(now, until).await
            }

            async fn claim(
                &self,
                id: RequestId,
                now: DateTime<Utc>,
                until: DateTime<Utc>,
            ) -> Result<bool, LedgerError> {
                (**self).claim(id, now, until).await
            }

            async fn release(&self, id: RequestId) -> Result<(), LedgerError> {
                (**self).release(id).await
            }
        }

        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<S: Seals + ?Sized> Seals for $pointer<S> {
            async fn seal(&self, id: RequestId, sealed: &Sealed) -> Result<(), LedgerError> {
                (**self).seal(id, sealed).await
            }

            async fn unseal(&self, id: RequestId) -> Result<Option<Sealed>, LedgerError> {
                (**self).unseal(id).await
            }

            async fn shred(&self, id: RequestId) -> Result<(), LedgerError> {
                (**self).shred(id).await
            }
        }

        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<N: Notes + ?Sized> Notes for $pointer<N> {
            async fn note(&self, id: RequestId, list: &ListName, notes: &[Note]) -> Result<u64, LedgerError> {
                (**self).note(id, list, notes).await
            }

            async fn notes(
                &self,
                id: RequestId,
                list: &ListName,
                after: u64,
                limit: usize,
            ) -> Result<Vec<(u64, Note)>, LedgerError> {
                (**self).notes(id, list, after, limit).await
            }

            async fn noted(
                &self,
                id: RequestId,
                list: &ListName,
                digests: &[Digest],
            ) -> Result<Vec<Digest>, LedgerError> {
                (**self).noted(id, list, digests).await
            }

            async fn forget(&self, id: RequestId, lists: &[ListName]) -> Result<(), LedgerError> {
                (**self).forget(id, lists).await
            }
        }

        #[deny(clippy::missing_trait_methods)]
        impl<C: Clock + ?Sized> Clock for $pointer<C> {
            fn now(&self) -> DateTime<Utc> {
                (**self).now()
            }
        }

        #[deny(clippy::missing_trait_methods)]
        impl<E: Entropy + ?Sized> Entropy for $pointer<E> {
            fn fill(&self, bytes: &mut [u8]) -> Result<(), EntropyError> {
                (**self).fill(bytes)
            }
        }

        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<K: Keys + ?Sized> Keys for $pointer<K> {
            async fn current(&self) -> Result<KeyId, KeyError> {
                (**self).current().await
            }

            async fn by_id(&self, id: &KeyId, purpose: KeyPurpose) -> Result<SecretKey, KeyError> {
                (**self).by_id(id, purpose).await
            }

            async fn ids(&self) -> Result<Vec<KeyId>, KeyError> {
                (**self).ids().await
            }
        }

        #[deny(clippy::missing_trait_methods)]
        #[async_trait]
        impl<W: Waiting + ?Sized> Waiting for $pointer<W> {
            async fn wait(&self, duration: Duration) {
                (**self).wait(duration).await;
            }
        }
    };
}

behind!(Arc);
behind!(Box);
