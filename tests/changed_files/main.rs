//! A deploy between two runs: one engine dies anywhere, and another one goes on with other files.
//!
//! `changes` says what a deploy changes and what is then to come of a request; `law` says what is always true, and
//! `verdict` what an end has to be. Each change is a test of its own, on the memory adapter and on SQLite, and lets the
//! first engine die after each write of a store or the ledger: reads leave nothing behind.

mod changes;
mod counts;
mod drive;
mod files;
#[path = "../support/fuse.rs"]
mod fuse;
mod law;
mod rows;
#[cfg(feature = "sqlite")]
mod sqlite;
mod stage;
mod verdict;

use changes::Change;
use counts::Tally;
use drive::{first_act, unbroken};
use fuse::Fuse;
use law::Case;
use stage::Stage;

/// Lets the first engine die at every place, and judges what the second one makes of it.
async fn check<S: Stage>(change: Change) {
    let (first, second) = (change.first_files(), change.second_files());
    if let Err(error) = second.read() {
        panic!("the changed files are refused: {error}");
    }
    let (_, undisturbed) = first_act::<S>(&first, &unbroken()).await;
    assert_eq!(undisturbed.rows, change.first_rows(), "what the files of before leave undisturbed");
    if change.held.is_empty() {
        let (_, left) = first_act::<S>(&second, &unbroken()).await;
        assert_eq!(left.rows, change.second_rows(), "what the changed files leave undisturbed");
    }
    let mut tally = Tally::default();
    // What dies before its work leaves what the one before it left, after its work.
    for (blows_at, after_the_work) in
        std::iter::once((0, false)).chain((0..).step_by(S::STRIDE).map(|it| (it, true)))
    {
        let (play, left) = first_act::<S>(&first, &Fuse::new(blows_at, after_the_work)).await;
        let case = Case {
            change: &change,
            first: &first,
            second: &second,
            undisturbed: &undisturbed.report,
            play,
            left,
            blew_at: blows_at,
        };
        let faults = case.faults().await;
        let when = if after_the_work { "after" } else { "before" };
        tally.add(&format!("{when} write {blows_at}"), &case.left, faults);
        if !case.left.died {
            break;
        }
    }
    tally.judge(20 / S::STRIDE);
}

/// A test of each change, in memory and in SQLite.
macro_rules! each {
    ($($module:ident: $($change:ident)*;)*) => {
        mod in_memory {
            $($(
                #[tokio::test]
                async fn $change() {
                    super::check::<super::stage::Memory>(super::changes::$module::$change()).await;
                }
            )*)*
        }

        #[cfg(feature = "sqlite")]
        mod in_sqlite {
            $($(
                #[tokio::test]
                async fn $change() {
                    super::check::<super::sqlite::Sqlite>(super::changes::$module::$change()).await;
                }
            )*)*
        }
    };
}

each! {
    names:
        nothing_is_changed
        both_files_are_reordered
        comments_and_white_space_are_added
        the_policy_has_a_higher_version
        the_policy_has_another_name_and_other_labels
        a_category_has_got_a_label
        the_people_are_called_otherwise
        the_people_are_called_otherwise_and_were_contacts_formerly
        a_circle_is_called_otherwise
        a_circle_is_called_otherwise_and_was_threads_formerly
        what_is_kept_is_called_otherwise
        what_is_kept_is_called_otherwise_and_was_invoices_formerly
        a_child_is_called_otherwise
        a_child_is_called_otherwise_and_was_messages_formerly
        a_collection_is_added
        a_leaf_is_removed
        the_people_are_removed
        a_name_means_another_table
        two_collections_swap_their_tables
        the_version_is_raised_and_lowered_again
        the_people_are_called_otherwise_for_a_while
        a_circle_is_called_otherwise_for_a_while
        two_collections_swap_their_tables_for_a_while;
    policy:
        a_category_is_added_before_billing
        a_category_is_added_before_billing_and_a_period_is_longer
        a_category_is_removed
        a_category_is_called_otherwise
        what_was_kept_is_erased
        what_was_erased_is_kept
        a_ground_is_removed
        a_ground_is_added_before_others
        grounds_are_reordered
        a_citation_is_reworded
        a_period_is_longer
        backups_rotate_later
        an_approval_is_wanted_from_now_on
        nothing_is_changed_after_an_approval
        both_files_are_reordered_after_an_approval
        labels_are_reworded_after_an_approval
        the_version_is_raised_after_an_approval
        what_was_kept_is_erased_after_an_approval
        a_link_owns_no_more_after_an_approval
        a_mask_is_another_after_an_approval
        a_collection_is_added_after_an_approval;
    links:
        a_link_owns_no_more
        a_message_gets_an_owner_more
        a_noted_record_gets_an_owner_more
        a_link_clears_more
        a_mention_is_added_before_others
        a_mask_is_another
        a_field_is_added;
    holds:
        a_hold_is_placed_on_the_person
        a_hold_is_placed_on_a_category
        a_hold_is_placed_on_everything
        a_hold_on_the_person_is_released;
}
