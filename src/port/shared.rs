//! The ports behind a pointer: a boxed or shared store is a store, and so are catalogues, the parts of a ledger, and the
//! environment.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::forward::{
    forward_catalogue, forward_holds, forward_leases, forward_notes, forward_requests, forward_seals,
    forward_store,
};
use super::{
    Catalogue, Clock, Entropy, EntropyError, Holds, KeyError, KeyId, KeyPurpose, Keys, Leases, Notes,
    Requests, Seals, SecretKey, Store, Waiting,
};

macro_rules! behind {
    ($pointer:ident) => {
        forward_store!([S: Store + ?Sized] $pointer<S>, self => &**self);
        forward_catalogue!([C: Catalogue + ?Sized] $pointer<C>, self => &**self);
        forward_requests!([R: Requests + ?Sized] $pointer<R>, self => &**self);
        forward_leases!([L: Leases + ?Sized] $pointer<L>, self => &**self);
        forward_seals!([S: Seals + ?Sized] $pointer<S>, self => &**self);
        forward_notes!([N: Notes + ?Sized] $pointer<N>, self => &**self);
        forward_holds!([H: Holds + ?Sized] $pointer<H>, self => &**self);

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
