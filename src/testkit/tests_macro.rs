//! The macros that make a named test of every law.

/// Makes one named test of every law of the [`Store`](crate::port::Store) contract.
///
/// The expression makes the store and its [`Fixture`](crate::testkit::Fixture), as a pair; it is evaluated in every test
/// and may wait (`.await`). Each law uses tables of its own, so that all tests may share one database. A test whose law
/// does not apply says so on its output and passes.
///
/// The crate needs tokio among its dev-dependencies, with its features `macros` and `rt`. For another runtime, or to
/// have tests ignored, name the attributes that take the place of `#[tokio::test]`:
///
/// ```text
/// oubliette::store_laws!(my_database().await);
/// oubliette::store_laws!(#[tokio::test] #[ignore = "needs the database"] => my_database().await);
/// ```
#[macro_export]
macro_rules! store_laws {
    ($(#[$attribute:meta])+ => $made:expr) => {
        $crate::__each_store_law!([$crate::__store_law_tests] [$(#[$attribute])+] [$made]);
    };
    ($made:expr) => {
        $crate::store_laws!(#[tokio::test] => $made);
    };
}

/// Makes one named test of every law of the whole [`Ledger`](crate::port::Ledger) contract.
///
/// The expression makes an empty ledger; it is evaluated in every test and may wait (`.await`). Attributes may be
/// named as in [`store_laws!`](crate::store_laws).
#[macro_export]
macro_rules! ledger_laws {
    ($(#[$attribute:meta])+ => $made:expr) => {
        $crate::__each_requests_law!([$crate::__ledger_law_tests] [ledger] [$(#[$attribute])+] [$made]);
        $crate::__each_leases_law!([$crate::__ledger_law_tests] [ledger] [$(#[$attribute])+] [$made]);
        $crate::__each_seals_law!([$crate::__ledger_law_tests] [ledger] [$(#[$attribute])+] [$made]);
        $crate::__each_notes_law!([$crate::__ledger_law_tests] [ledger] [$(#[$attribute])+] [$made]);
        $crate::__each_holds_law!([$crate::__ledger_law_tests] [ledger] [$(#[$attribute])+] [$made]);
        $crate::__each_whole_ledger_law!([$crate::__ledger_law_tests] [ledger] [$(#[$attribute])+] [$made]);
    };
    ($made:expr) => {
        $crate::ledger_laws!(#[tokio::test] => $made);
    };
}

/// Makes one named test of every law of the [`Requests`](crate::port::Requests) contract, by itself.
///
/// As [`ledger_laws!`](crate::ledger_laws).
#[macro_export]
macro_rules! requests_laws {
    ($(#[$attribute:meta])+ => $made:expr) => {
        $crate::__each_requests_law!([$crate::__ledger_law_tests] [ledger::requests] [$(#[$attribute])+] [$made]);
    };
    ($made:expr) => {
        $crate::requests_laws!(#[tokio::test] => $made);
    };
}

/// Makes one named test of every law of the [`Leases`](crate::port::Leases) contract, beside [`Requests`](crate::port::Requests).
///
/// As [`ledger_laws!`](crate::ledger_laws).
#[macro_export]
macro_rules! leases_laws {
    ($(#[$attribute:meta])+ => $made:expr) => {
        $crate::__each_leases_law!([$crate::__ledger_law_tests] [ledger::leases] [$(#[$attribute])+] [$made]);
    };
    ($made:expr) => {
        $crate::leases_laws!(#[tokio::test] => $made);
    };
}

/// Makes one named test of every law of the [`Seals`](crate::port::Seals) contract, beside [`Requests`](crate::port::Requests) and [`Notes`](crate::port::Notes).
///
/// As [`ledger_laws!`](crate::ledger_laws).
#[macro_export]
macro_rules! seals_laws {
    ($(#[$attribute:meta])+ => $made:expr) => {
        $crate::__each_seals_law!([$crate::__ledger_law_tests] [ledger::seals] [$(#[$attribute])+] [$made]);
    };
    ($made:expr) => {
        $crate::seals_laws!(#[tokio::test] => $made);
    };
}

/// Makes one named test of every law of the [`Notes`](crate::port::Notes) contract, for notes that stand alone.
///
/// As [`ledger_laws!`](crate::ledger_laws).
#[macro_export]
macro_rules! notes_laws {
    ($(#[$attribute:meta])+ => $made:expr) => {
        $crate::__each_notes_law!([$crate::__ledger_law_tests] [ledger::notes] [$(#[$attribute])+] [$made]);
    };
    ($made:expr) => {
        $crate::notes_laws!(#[tokio::test] => $made);
    };
}

/// Makes one named test of every law of the [`Holds`](crate::port::Holds) contract, for holds that stand alone.
///
/// As [`ledger_laws!`](crate::ledger_laws).
#[macro_export]
macro_rules! holds_laws {
    ($(#[$attribute:meta])+ => $made:expr) => {
        $crate::__each_holds_law!([$crate::__ledger_law_tests] [ledger::holds] [$(#[$attribute])+] [$made]);
    };
    ($made:expr) => {
        $crate::holds_laws!(#[tokio::test] => $made);
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __store_law_tests {
    ($attributes:tt $made:tt; $($law:ident $needs:ident,)+) => {
        $($crate::__store_law_test!($attributes $made $law);)+
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __store_law_test {
    ([$($attributes:tt)+] [$made:expr] $law:ident) => {
        $($attributes)+
        async fn $law() {
            let (store, fixture) = $made;
            let verdict = $crate::testkit::store::judge_one(stringify!($law), &store, &fixture).await;
            $crate::__uphold!(verdict);
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __ledger_law_tests {
    ($suite:tt $attributes:tt $made:tt; $($law:ident,)+) => {
        $($crate::__ledger_law_test!($suite $attributes $made $law);)+
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __ledger_law_test {
    ([$($suite:ident)::+] [$($attributes:tt)+] [$made:expr] $law:ident) => {
        $($attributes)+
        async fn $law() {
            let (laws, ledger) = ($crate::testkit::$($suite)::+::laws(), $made);
            $crate::__uphold!($crate::testkit::ledger::judge_one(laws, stringify!($law), &ledger).await);
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __uphold {
    ($verdict:expr) => {
        match $verdict {
            Ok(()) => {}
            Err(error) if error.is_not_applicable() => println!("{error}"),
            Err(error) => panic!("{error}"),
        }
    };
}
