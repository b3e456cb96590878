//! The laws of the [`Store`] contract, one function each, and the list of them.

mod erasing;
mod folders;
mod generated;
mod links;
mod lists;
mod masks;
mod pages;
mod places;
mod refusals;
mod selections;
mod spellings;

pub use erasing::*;
pub use folders::*;
pub use generated::*;
pub use links::*;
pub use lists::*;
pub use masks::*;
pub use pages::*;
pub use places::*;
pub use refusals::*;
pub use selections::*;
pub use spellings::*;

pub use super::scene::Scene;

use super::fixture::Fixture;
use super::law::{Judging, LawError, Verdict, Verdicts};
use crate::port::{Capabilities, Store};

/// One law of the [`Store`] contract.
#[derive(Clone, Copy)]
pub struct StoreLaw {
    /// Its name, which is that of its function.
    pub name: &'static str,
    /// What a store has to be able to do for the law to apply.
    pub needs: Capabilities,
    judge: for<'a> fn(Scene<'a>) -> Judging<'a>,
}

impl StoreLaw {
    /// Holds a store to this law, unless it asks for more than the store claims to do.
    pub async fn judge(&self, store: &dyn Store, fixture: &dyn Fixture) -> Verdict {
        match store.capabilities().lacking(self.needs) {
            None => (self.judge)(Scene { law: self.name, store, fixture }).await,
            Some(lacking) => Err(LawError::NotApplicable {
                law: self.name,
                why: format!("the store's capabilities lack `{lacking}`"),
            }),
        }
    }
}

impl std::fmt::Debug for StoreLaw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("StoreLaw")
            .field("name", &self.name)
            .field("needs", &self.needs)
            .finish_non_exhaustive()
    }
}

/// Hands every law and its needs to a macro, behind what else is given: the one list of them all.
#[doc(hidden)]
#[macro_export]
macro_rules! __each_store_law {
    ([$($with:tt)+] $($given:tt)*) => {
        $($with)+! {
            $($given)*;
            a_null_field_is_one_of_nothing NOTHING,
            the_opposite_takes_in_all_others PREDICATES,
            null_is_neither_empty_nor_zero PREDICATES,
            all_of_no_parts_is_everything PREDICATES,
            every_part_counts PREDICATES,
            texts_are_compared_to_the_letter NOTHING,
            values_compare_by_their_link_form NOTHING,
            several_fields_are_compared_together PREDICATES,
            thousands_of_values_are_one_selection NOTHING,
            hundreds_of_parts_are_one_selection PREDICATES,
            addresses_match_whatever_their_case PREDICATES,
            numbers_match_whatever_their_spelling PREDICATES,
            what_may_hold_a_trace_is_never_left_out PREDICATES,
            affixes_are_compared_to_the_letter PREDICATES,
            what_a_text_contains_is_compared_to_the_letter PREDICATES,
            before_ends_with_the_instant PREDICATES,
            before_is_exact_to_the_millisecond PREDICATES,
            what_is_no_moment_is_before_nothing PREDICATES,
            moments_are_read_in_every_spelling PREDICATES,
            a_link_finds_what_points_there LINKS,
            null_points_nowhere LINKS,
            a_link_keeps_to_the_other_places_conditions LINKS,
            links_cross_the_types_of_columns LINKS,
            a_link_of_several_fields_compares_them_together LINKS,
            links_nest_and_lead_home LINKS,
            elements_of_a_list_are_compared_one_by_one LISTS,
            what_is_no_list_has_no_elements LISTS,
            links_lead_from_and_to_elements LISTS_WITH_LINKS,
            a_list_loses_elements_and_no_others LISTS_WITH_MASKS,
            rows_outside_the_conditions_do_not_exist NOTHING,
            conditions_of_every_form_are_kept NOTHING,
            masks_keep_to_the_conditions MASKS,
            tenants_are_kept_apart NOTHING,
            names_are_only_names NOTHING,
            keys_of_every_kind_tell_records_apart NOTHING,
            the_parts_of_a_key_are_not_run_together NOTHING,
            a_missing_table_is_not_an_empty_one NOTHING,
            a_missing_field_is_not_null NOTHING,
            a_table_is_described_as_it_is NOTHING,
            a_place_may_have_another_key NOTHING,
            pages_hold_every_record_once NOTHING,
            a_set_that_shrinks_loses_no_other_record NOTHING,
            records_that_arrive_disturb_no_other NOTHING,
            values_come_in_the_order_of_the_fields NOTHING,
            a_record_is_counted_once NOTHING,
            what_was_erased_is_gone NOTHING,
            erasing_keeps_to_its_limit NOTHING,
            erasing_again_erases_nothing_more NOTHING,
            erasing_at_once_counts_each_record_once NOTHING,
            a_forbidden_erasure_is_an_error NOTHING,
            a_large_set_goes_batch_by_batch NOTHING,
            a_mask_writes_what_its_replacement_says MASKS,
            columns_of_every_type_are_masked MASKS,
            every_record_has_a_token_of_its_own MASKS,
            equal_values_have_equal_pseudonyms MASKS,
            masking_twice_is_masking_once MASKS,
            a_mask_changes_nothing_else MASKS,
            masking_answers_how_many_matched MASKS,
            a_forbidden_mask_is_an_error MASKS,
            a_mask_of_no_fields_is_refused MASKS,
            a_mask_brings_nothing_back MASKS,
            capabilities_are_always_the_same NOTHING,
            what_a_store_cannot_do_it_refuses NOTHING,
            a_selection_without_meaning_is_an_error NOTHING,
            a_prefix_is_a_folder FOLDERS,
            a_prefix_that_means_no_folder_is_nothing FOLDERS,
            erasing_a_folder_leaves_its_neighbours FOLDERS,
            random_selections_mean_what_they_say PREDICATES,
        }
    };
}

/// What laws ask of a store.
mod needs {
    use crate::port::Capabilities;

    pub(super) const NOTHING: Capabilities = Capabilities::NONE;
    pub(super) const PREDICATES: Capabilities = Capabilities { predicates: true, ..NOTHING };
    pub(super) const LINKS: Capabilities = Capabilities { links: true, ..PREDICATES };
    pub(super) const MASKS: Capabilities = Capabilities { masks: true, ..NOTHING };
    pub(super) const LISTS: Capabilities = Capabilities { lists: true, ..PREDICATES };
    pub(super) const LISTS_WITH_LINKS: Capabilities = Capabilities { links: true, ..LISTS };
    pub(super) const LISTS_WITH_MASKS: Capabilities = Capabilities { masks: true, ..LISTS };
    pub(super) const FOLDERS: Capabilities = Capabilities { folders: true, ..NOTHING };
}

macro_rules! listed {
    (; $($law:ident $needs:ident,)+) => {
        &[$(StoreLaw {
            name: stringify!($law),
            needs: needs::$needs,
            judge: |scene| Box::pin($law(scene)),
        }),+]
    };
}

/// All laws, in an order that goes from what is asked to what is done.
pub fn laws() -> &'static [StoreLaw] {
    crate::__each_store_law!([listed])
}

/// Holds a store to the law of that name.
///
/// # Errors
/// The law is not kept, or there is no such law.
pub async fn judge_one(law: &'static str, store: &dyn Store, fixture: &dyn Fixture) -> Verdict {
    match laws().iter().find(|it| it.name == law) {
        Some(law) => law.judge(store, fixture).await,
        None => Err(LawError::Untried { law, why: "there is no such law".to_owned() }),
    }
}

/// Holds a store to all laws, one after the other.
pub async fn judge(store: &dyn Store, fixture: &dyn Fixture) -> Verdicts {
    let mut verdicts = Verdicts::default();
    for law in laws() {
        verdicts.add(law.name, law.judge(store, fixture).await);
    }
    verdicts
}
