//! A store with one fault, around one that is right and can do everything.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;

use super::{faults, rewrite};
use oubliette::port::{
    Capabilities, Description, FieldMask, Page, Place, Record, Replacement, Selection, Store, StoreError,
    StoreErrorKind,
};
use oubliette::value::Value;
use tokio::task::yield_now as give_way;

faults! {
    /// What is wrong with a [`BrokenStore`].
    StoreFault {
        /// A null among the values matches a null in the field.
        MatchesNullWithNull => a_null_field_is_one_of_nothing,
        /// The opposite of a comparison leaves out the records whose field is null, as SQL's three values would.
        NotLeavesNullsOut => the_opposite_takes_in_all_others,
        /// An empty text is taken for null.
        EmptyIsNull => null_is_neither_empty_nor_zero,
        /// All of no parts is nothing.
        AllOfNothingIsNothing => all_of_no_parts_is_everything,
        /// Of several parts that all have to hold, the last is not looked at.
        IgnoresTheLastPart => every_part_counts,
        /// Texts are compared without regard to their case.
        ComparesWithoutCase => texts_are_compared_to_the_letter,
        /// A text that reads as a number is taken for it, be it `07`.
        ReadsTextsAsNumbers => values_compare_by_their_link_form,
        /// Of several fields each may have the value of another row.
        ComparesFieldsOneByOne => several_fields_are_compared_together,
        /// Of many values only the first thousand count.
        TakesAThousandValues => thousands_of_values_are_one_selection,
        /// Of many parts only the first hundred count.
        TakesAHundredParts => hundreds_of_parts_are_one_selection,
        /// Addresses are compared to the letter.
        AddressesToTheLetter => addresses_match_whatever_their_case,
        /// Telephone numbers are compared to the letter.
        NumbersToTheLetter => numbers_match_whatever_their_spelling,
        /// Of several traces only the first is looked for.
        LooksForOneTrace => what_may_hold_a_trace_is_never_left_out,
        /// How a text begins and ends is compared without regard to case.
        AffixesWithoutCase => affixes_are_compared_to_the_letter,
        /// What stands in a text is looked for without regard to case.
        ContainsWithoutCase => what_a_text_contains_is_compared_to_the_letter,
        /// The instant itself is before itself.
        BeforeTakesInTheInstant => before_ends_with_the_instant,
        /// A cut-off is cut to the second.
        BeforeToTheSecond => before_is_exact_to_the_millisecond,
        /// What cannot be read as a moment is before everything.
        UnreadableIsBefore => what_is_no_moment_is_before_nothing,
        /// Timestamps are read in one spelling alone.
        ReadsRfc3339Alone => moments_are_read_in_every_spelling,
        /// What the other record has to match is not looked at.
        LinksToAnything => a_link_finds_what_points_there,
        /// A null points to some record.
        NullPointsSomewhere => null_points_nowhere,
        /// A link leads to records outside of the other place's conditions.
        LinksIgnoreConditions => a_link_keeps_to_the_other_places_conditions,
        /// Only numbers are linked.
        LinksNumbersAlone => links_cross_the_types_of_columns,
        /// Of a link's fields only the first is compared.
        LinksByTheFirstField => a_link_of_several_fields_compares_them_together,
        /// A link inside of a link always holds.
        NestedLinksAreFlat => links_nest_and_lead_home,
        /// A list is compared as the one text that it is written as.
        ListsAreTexts => elements_of_a_list_are_compared_one_by_one,
        /// Whatever stands in a field is a list.
        EverythingIsAList => what_is_no_list_has_no_elements,
        /// A link leads from and to the text of a list.
        LinksTakeListsForTexts => links_lead_from_and_to_elements,
        /// A list that loses an element loses all.
        EmptiesLists => a_list_loses_elements_and_no_others,
        /// The conditions of the place are not looked at.
        IgnoresConditions => rows_outside_the_conditions_do_not_exist,
        /// The opposite of a condition is taken for the condition.
        ConditionsAreNeverOpposed => conditions_of_every_form_are_kept,
        /// Masks do not look at the conditions of the place.
        MasksIgnoreConditions => masks_keep_to_the_conditions,
        /// The tenant is not looked at.
        IgnoresTheTenant => tenants_are_kept_apart,
        /// Quotes in names are lost.
        LosesQuotesInNames => names_are_only_names,
        /// Of a key's fields only the first is compared.
        KeysByTheirFirstPart => keys_of_every_kind_tell_records_apart,
        /// The parts of a key are one text with a hyphen between them.
        JoinsKeysWithAHyphen => the_parts_of_a_key_are_not_run_together,
        /// A table that is not there is empty.
        MissingTablesAreEmpty => a_missing_table_is_not_an_empty_one,
        /// A comparison with a field that is not there is false.
        MissingFieldsAreNull => a_missing_field_is_not_null,
        /// Every column is said to be nullable.
        DescribesAllAsNullable => a_table_is_described_as_it_is,
        /// Records are told by the table's key, whatever the place says.
        KeepsToTheTablesKey => a_place_may_have_another_key,
        /// Records are erased by the table's key, whatever the place says.
        ErasesByTheTablesKey => a_place_may_have_another_key,
        /// Records are masked by the table's key, whatever the place says.
        MasksByTheTablesKey => a_place_may_have_another_key,
        /// Every second page is skipped.
        SkipsAPage => pages_hold_every_record_once,
        /// The records of a page are in no order.
        PagesInDisorder => pages_hold_every_record_once,
        /// Pages hold one record more than they may.
        PagesOneTooLong => pages_hold_every_record_once,
        /// Pages go by the number of records that were read before.
        PagesByOffset => a_set_that_shrinks_loses_no_other_record,
        /// When records arrive, reading begins anew.
        BeginsAnewWhenRecordsArrive => records_that_arrive_disturb_no_other,
        /// Values come in the order of the fields' names.
        ValuesByTheirNames => values_come_in_the_order_of_the_fields,
        /// A record is counted once for every value that leads to it.
        DoubleCounts => a_record_is_counted_once,
        /// An erasure is forgotten, and answered as if it were done.
        ForgetsToErase => what_was_erased_is_gone,
        /// The limit is not looked at.
        ErasesBeyondTheLimit => erasing_keeps_to_its_limit,
        /// Where nothing is left to erase, another record goes.
        ErasesAnotherWhenNothingIsLeft => erasing_again_erases_nothing_more,
        /// What will go is counted first, and then erased.
        CountsBeforeItErases => erasing_at_once_counts_each_record_once,
        /// An erasure that a constraint forbids is answered as nothing to erase.
        SwallowsErrors => a_forbidden_erasure_is_an_error,
        /// An error shows the key of a record.
        ShowsValuesInErrors => a_forbidden_erasure_is_an_error,
        /// A full batch is answered as one that is not full.
        FullBatchesLookLikeTheLast => a_large_set_goes_batch_by_batch,
        /// A prefix of null is the empty text.
        PrefixOfNullIsEmpty => a_mask_writes_what_its_replacement_says,
        /// Only texts are masked.
        MasksTextsAlone => columns_of_every_type_are_masked,
        /// All records of a call get the same token.
        OneTokenForAll => every_record_has_a_token_of_its_own,
        /// Pseudonyms are drawn at random.
        RandomPseudonyms => equal_values_have_equal_pseudonyms,
        /// A pseudonym is made of a pseudonym.
        PseudonymsOfPseudonyms => masking_twice_is_masking_once,
        /// Every record of the place is masked.
        MasksEveryRecord => a_mask_changes_nothing_else,
        /// Only records whose values changed are counted.
        CountsOnlyWhatChanged => masking_answers_how_many_matched,
        /// A mask that a constraint forbids is answered as nothing to mask.
        SwallowsMaskErrors => a_forbidden_mask_is_an_error,
        /// A mask of no fields succeeds.
        MasksNothingGladly => a_mask_of_no_fields_is_refused,
        /// What a mask does not find it inserts.
        MasksInsertWhatIsGone => a_mask_brings_nothing_back,
        /// The capabilities change from call to call.
        CapabilitiesChange => capabilities_are_always_the_same,
        /// More is answered than the capabilities say, and less is claimed.
        AnswersWhatItDoesNotClaim => what_a_store_cannot_do_it_refuses,
        /// A selection without meaning is nothing, and its opposite everything.
        MeaninglessIsNothing => a_selection_without_meaning_is_an_error,
        /// A prefix without its closing slash takes in the folder that it lies in.
        WidensBarePrefixes => a_prefix_is_a_folder,
        /// An empty prefix is everything.
        EmptyPrefixesAreEverything => a_prefix_that_means_no_folder_is_nothing,
        /// Erasing a folder erases the one that it lies in.
        ErasesTheFolderAbove => erasing_a_folder_leaves_its_neighbours,
        /// What stands deep inside of a selection is lost.
        LosesWhatIsDeep => random_selections_mean_what_they_say,
    }
}

/// Puts a record with these values into a table.
pub type Insert = Box<dyn Fn(&str, Vec<(String, Value)>) + Send + Sync>;

/// A store with one fault. Everything else it hands on to the store inside, which has to answer every selection.
pub struct BrokenStore<S> {
    inner: S,
    fault: StoreFault,
    calls: AtomicU64,
    /// Puts a record into a table past the store.
    insert: Insert,
    /// How much of a table was read, and how large it was then.
    read: Mutex<BTreeMap<String, (usize, u64)>>,
}

impl<S> BrokenStore<S> {
    /// The store with this fault.
    pub fn new(inner: S, fault: StoreFault, insert: Insert) -> Self {
        Self { inner, fault, insert, calls: AtomicU64::new(0), read: Mutex::default() }
    }
}

impl<S> fmt::Debug for BrokenStore<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BrokenStore").field("fault", &self.fault).finish_non_exhaustive()
    }
}

impl<S: Store> BrokenStore<S> {
    /// The place and selection as the fault understands them.
    async fn understood(
        &self,
        place: &Place,
        selection: &Selection,
    ) -> Result<(Place, Selection), StoreError> {
        let mut selection = rewrite::selection(self.fault, place.key(), selection);
        if self.fault == StoreFault::LinksNumbersAlone {
            selection = self.numbers_linked(selection).await?;
        }
        Ok((rewrite::place(self.fault, place), selection))
    }

    /// A link of one field as the list of the numbers to which it may lead.
    async fn numbers_linked(&self, selection: Selection) -> Result<Selection, StoreError> {
        Ok(match selection {
            Selection::Not(inner) => Box::pin(self.numbers_linked(*inner)).await?.negated(),
            Selection::Held(inner) => Box::pin(self.numbers_linked(*inner)).await?,
            Selection::Linked { fields, to, to_fields, selection } if fields.len() == 1 => {
                let page = Page { after: None, limit: usize::MAX };
                let targets = self.inner.read(&to, &to_fields, &selection, page).await?;
                let numbers = targets.into_iter().flat_map(|record| record.values);
                let numbers: Vec<_> = numbers.filter(|it| matches!(it, Value::Integer(_))).collect();
                fields.first().map_or(Selection::Nothing, |field| Selection::one_of(field, numbers))
            }
            other => other,
        })
    }

    /// What becomes of an answer of the store inside.
    async fn answer<T: Default>(
        &self,
        place: &Place,
        answer: Result<T, StoreError>,
        swallows: StoreFault,
    ) -> Result<T, StoreError> {
        let Err(error) = answer else { return answer };
        let there = matches!(self.inner.describe(place).await?, Description::Table(_));
        let swallowed = match error.kind() {
            StoreErrorKind::Constraint => self.fault == swallows,
            StoreErrorKind::Missing if there => self.fault == StoreFault::MissingFieldsAreNull,
            StoreErrorKind::Missing => self.fault == StoreFault::MissingTablesAreEmpty,
            _ => false,
        };
        if swallowed {
            return Ok(T::default());
        }
        if self.fault == StoreFault::ShowsValuesInErrors && error.kind() == StoreErrorKind::Constraint {
            let page = Page { after: None, limit: 1 };
            let first = self.inner.read(place, &[], &Selection::Everything, page).await?;
            let key = first.first().and_then(|record| record.key.values().first()?.to_text());
            let detail = format!("cannot erase {}", key.unwrap_or_default());
            return Err(StoreError::new(error.kind(), "erase", detail));
        }
        Err(error)
    }

    async fn read_wrongly(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        let read = |fields, page| self.inner.read(place, fields, selection, page);
        match self.fault {
            StoreFault::SkipsAPage if page.after.is_some() => {
                let skipped = read(&[], page).await?;
                let after = skipped.last().map(|record| &record.key).or(page.after);
                read(fields, Page { after, ..page }).await
            }
            StoreFault::PagesInDisorder => {
                let mut records = read(fields, page).await?;
                records.reverse();
                Ok(records)
            }
            StoreFault::PagesOneTooLong => {
                read(fields, Page { limit: page.limit.saturating_add(1), ..page }).await
            }
            StoreFault::PagesByOffset => {
                let all = read(fields, Page { after: None, limit: usize::MAX }).await?;
                let mut remembered = self.read.lock().unwrap_or_else(PoisonError::into_inner);
                let (offset, _) = remembered.entry(place.table().to_owned()).or_default();
                if page.after.is_none() {
                    *offset = 0;
                }
                let records: Vec<_> = all.into_iter().skip(*offset).take(page.limit).collect();
                *offset += records.len();
                Ok(records)
            }
            StoreFault::BeginsAnewWhenRecordsArrive => {
                let size = self.inner.count(place, &Selection::Everything).await?;
                let before = {
                    let mut remembered = self.read.lock().unwrap_or_else(PoisonError::into_inner);
                    let (_, before) = remembered.entry(place.table().to_owned()).or_default();
                    std::mem::replace(before, size)
                };
                let after = page.after.filter(|_| size <= before);
                read(fields, Page { after, ..page }).await
            }
            StoreFault::ValuesByTheirNames => {
                let mut sorted = fields.to_vec();
                sorted.sort();
                read(&sorted, page).await
            }
            StoreFault::KeepsToTheTablesKey if place.key() == ["code"] => {
                let by_id = Place::new(place.table(), ["id".to_owned()], place.conditions().to_vec());
                self.inner.read(&by_id, fields, selection, page).await
            }
            _ => read(fields, page).await,
        }
    }

    async fn erase_wrongly(
        &self,
        place: &Place,
        selection: &Selection,
        limit: usize,
    ) -> Result<u64, StoreError> {
        let at_most = |count: u64| count.min(limit as u64);
        match self.fault {
            StoreFault::ForgetsToErase => self.inner.count(place, selection).await.map(at_most),
            StoreFault::ErasesBeyondTheLimit => self.inner.erase(place, selection, usize::MAX).await,
            StoreFault::ErasesAnotherWhenNothingIsLeft => {
                let erased = self.inner.erase(place, selection, limit).await?;
                if erased == 0 {
                    self.inner.erase(place, &Selection::Everything, 1).await?;
                }
                Ok(erased)
            }
            StoreFault::CountsBeforeItErases => {
                let counted = self.inner.count(place, selection).await.map(at_most)?;
                give_way().await;
                self.inner.erase(place, selection, limit).await?;
                Ok(counted)
            }
            StoreFault::ErasesByTheTablesKey => {
                self.inner.erase(place, &rewrite::by_the_tables_key(place, selection), limit).await
            }
            StoreFault::ErasesTheFolderAbove => {
                let wider = rewrite::widened(selection.clone(), |_| true);
                self.inner.erase(place, &wider, limit).await
            }
            StoreFault::FullBatchesLookLikeTheLast => {
                let erased = self.inner.erase(place, selection, limit).await?;
                Ok(if limit >= 100 && erased == limit as u64 { erased - 1 } else { erased })
            }
            _ => self.inner.erase(place, selection, limit).await,
        }
    }

    async fn mask_wrongly(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        match self.fault {
            StoreFault::MasksInsertWhatIsGone => {
                if let Selection::OneOf { fields, rows } = selection {
                    for row in rows.iter() {
                        let one = Selection::rows(fields.clone(), vec![row.clone()]);
                        if self.inner.count(place, &one).await? == 0 {
                            let key = fields.iter().cloned().zip(row.iter().cloned());
                            let written = masks.iter().filter_map(|mask| {
                                mask.with.same_for_all().map(|value| (mask.field.clone(), value))
                            });
                            (self.insert)(place.table(), key.chain(written).collect());
                        }
                    }
                }
                self.inner.mask(place, masks, selection).await
            }
            StoreFault::MasksByTheTablesKey => {
                self.inner.mask(place, masks, &rewrite::by_the_tables_key(place, selection)).await
            }
            StoreFault::MasksIgnoreConditions => {
                let everywhere = Place::new(place.table(), place.key().to_vec(), Vec::new());
                self.inner.mask(&everywhere, masks, selection).await
            }
            StoreFault::PrefixOfNullIsEmpty => {
                for mask in masks.iter().filter(|mask| matches!(mask.with, Replacement::Prefix(_))) {
                    let null = Selection::Null { field: mask.field.clone() };
                    let empty = [with(mask, Replacement::Constant("".into()))];
                    self.inner.mask(place, &empty, &Selection::All(vec![selection.clone(), null])).await?;
                }
                self.inner.mask(place, masks, selection).await
            }
            StoreFault::MasksTextsAlone => {
                let is_text = |mask: &&FieldMask| match &mask.with {
                    Replacement::Constant(value) => value.as_text().is_some(),
                    _ => true,
                };
                let texts: Vec<_> = masks.iter().filter(is_text).cloned().collect();
                if texts.is_empty() {
                    return self.inner.count(place, selection).await;
                }
                self.inner.mask(place, &texts, selection).await
            }
            StoreFault::EmptiesLists => {
                let empty = || Replacement::Constant("[]".into());
                let masks = replaced(masks, |it| matches!(it, Replacement::Without(_)).then(empty));
                self.inner.mask(place, &masks, selection).await
            }
            StoreFault::OneTokenForAll => {
                let token = || Replacement::Constant("0".repeat(Replacement::TOKEN_LENGTH).into());
                let masks = replaced(masks, |it| matches!(it, Replacement::Token).then(token));
                self.inner.mask(place, &masks, selection).await
            }
            StoreFault::RandomPseudonyms => {
                let token =
                    |it: &Replacement| matches!(it, Replacement::Pseudonym(_)).then_some(Replacement::Token);
                self.inner.mask(place, &replaced(masks, token), selection).await
            }
            StoreFault::PseudonymsOfPseudonyms => self.pseudonyms_anew(place, masks, selection).await,
            StoreFault::MasksEveryRecord => self.inner.mask(place, masks, &Selection::Everything).await,
            StoreFault::CountsOnlyWhatChanged => {
                let is_so = masks.iter().map(|mask| match &mask.with {
                    Replacement::Null => Selection::Null { field: mask.field.clone() },
                    Replacement::Constant(value) => Selection::one_of(&mask.field, [value.clone()]),
                    _ => Selection::Nothing,
                });
                let others = Selection::All(is_so.collect()).negated();
                let changes = Selection::All(vec![selection.clone(), others]);
                let changed = self.inner.count(place, &changes).await?;
                self.inner.mask(place, masks, selection).await.map(|_| changed)
            }
            StoreFault::MasksNothingGladly if masks.is_empty() => self.inner.count(place, selection).await,
            _ => self.inner.mask(place, masks, selection).await,
        }
    }

    /// Writes pseudonyms of whatever is there, pseudonyms among them.
    async fn pseudonyms_anew(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        for mask in masks {
            let Replacement::Pseudonym(key) = &mask.with else { continue };
            let page = Page { after: None, limit: usize::MAX };
            let records = self.inner.read(place, std::slice::from_ref(&mask.field), selection, page).await?;
            for record in records {
                let Some(text) = record.values.first().and_then(Value::to_text) else { continue };
                let digest: String =
                    key.mac(&[text.as_bytes()]).iter().map(|it| format!("{it:02x}")).collect();
                let new = [with(mask, Replacement::Constant(digest.into()))];
                let this = Selection::rows(place.key().to_vec(), vec![record.key.into_values()]);
                self.inner.mask(place, &new, &this).await?;
            }
        }
        let others: Vec<_> =
            masks.iter().filter(|mask| !matches!(mask.with, Replacement::Pseudonym(_))).cloned().collect();
        if others.is_empty() {
            return self.inner.count(place, selection).await;
        }
        self.inner.mask(place, &others, selection).await
    }
}

fn with(mask: &FieldMask, with: Replacement) -> FieldMask {
    FieldMask { field: mask.field.clone(), with }
}

fn replaced(masks: &[FieldMask], by: impl Fn(&Replacement) -> Option<Replacement>) -> Vec<FieldMask> {
    masks.iter().map(|mask| by(&mask.with).map_or_else(|| mask.clone(), |new| with(mask, new))).collect()
}

#[async_trait]
impl<S: Store> Store for BrokenStore<S> {
    fn capabilities(&self) -> Capabilities {
        match self.fault {
            StoreFault::AnswersWhatItDoesNotClaim => Capabilities::MINIMAL,
            StoreFault::CapabilitiesChange if self.calls.fetch_add(1, Ordering::Relaxed) % 2 == 1 => {
                self.inner.capabilities().without_masks()
            }
            _ => self.inner.capabilities(),
        }
    }

    async fn describe(&self, place: &Place) -> Result<Description, StoreError> {
        let mut description = self.inner.describe(place).await?;
        if self.fault == StoreFault::DescribesAllAsNullable
            && let Description::Table(schema) = &mut description
        {
            schema.columns.iter_mut().for_each(|column| column.nullable = true);
        }
        Ok(description)
    }

    async fn count(&self, place: &Place, selection: &Selection) -> Result<u64, StoreError> {
        let (place, selection) = self.understood(place, selection).await?;
        if self.fault == StoreFault::DoubleCounts
            && let Selection::OneOf { fields, rows } = &selection
            && rows.len() < 10
        {
            let mut sum = 0;
            for row in rows.iter() {
                let one = Selection::rows(fields.clone(), vec![row.clone()]);
                sum += self.inner.count(&place, &one).await?;
            }
            return Ok(sum);
        }
        let answer = self.inner.count(&place, &selection).await;
        self.answer(&place, answer, StoreFault::SwallowsErrors).await
    }

    async fn read(
        &self,
        place: &Place,
        fields: &[String],
        selection: &Selection,
        page: Page<'_>,
    ) -> Result<Vec<Record>, StoreError> {
        let (place, selection) = self.understood(place, selection).await?;
        let answer = self.read_wrongly(&place, fields, &selection, page).await;
        self.answer(&place, answer, StoreFault::SwallowsErrors).await
    }

    async fn erase(&self, place: &Place, selection: &Selection, limit: usize) -> Result<u64, StoreError> {
        let (place, selection) = self.understood(place, selection).await?;
        let answer = self.erase_wrongly(&place, &selection, limit).await;
        self.answer(&place, answer, StoreFault::SwallowsErrors).await
    }

    async fn mask(
        &self,
        place: &Place,
        masks: &[FieldMask],
        selection: &Selection,
    ) -> Result<u64, StoreError> {
        let (place, selection) = self.understood(place, selection).await?;
        let answer = self.mask_wrongly(&place, masks, &selection).await;
        self.answer(&place, answer, StoreFault::SwallowsMaskErrors).await
    }
}
