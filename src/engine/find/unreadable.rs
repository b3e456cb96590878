//! What of the person's records cannot be read as it is declared, so that nothing about it can be called done.

use std::collections::{BTreeSet, HashSet};

use super::matching::holder;
use super::naming::{Naming, understood};
use super::pages::Pages;
use super::records::Row;
use super::spelled::{is_odd, leads_out, look_alike, readings};
use super::step_records::{Finder, StepRecords};
use crate::engine::error::EngineError;
use crate::engine::record::notebook::Noted;
use crate::plan::graph::Edge;
use crate::plan::ids::NodeId;
use crate::plan::layout::Part;
use crate::port::document::inside;
use crate::port::{Key, ListName, Selection, folder, folders_above};
use crate::request::{Action, Question, QuestionKind};
use crate::value::{LinkForm, Value};

/// Rows that name objects in a way that cannot be understood.
#[derive(Debug)]
pub(crate) struct UnreadableNames {
    /// The objects of which some may be meant.
    pub(crate) objects: NodeId,
    collection: String,
    field: String,
    count: u64,
}

impl UnreadableNames {
    /// What has to be asked of them. The number is not given yet.
    pub(crate) fn question(&self) -> Question {
        let field = Some(self.field.clone());
        Question::new(0, QuestionKind::Unreadable, &self.collection, field, self.count)
    }
}

impl Finder<'_> {
    /// The rows that name objects in a way that cannot be understood: those of the person's, which may be the only trace of an
    /// object, so that they must not go; and somebody else's that may name one of the person's objects, so that it must not.
    ///
    /// What is counted stays the same while objects go: a name that is understood counts for nothing here, be its object there
    /// or gone.
    pub(crate) async fn unreadable_names(&self) -> Result<Vec<UnreadableNames>, EngineError> {
        let graph = self.graph();
        let mut unreadable = Vec::new();
        for objects in graph.nodes.ids().filter(|&node| graph.holds_objects(node)) {
            for naming in Naming::of(graph, objects).iter().filter(|naming| self.is_touched(naming)) {
                let others = match self.erases(objects) {
                    true => self.doubtful_others(naming).await?,
                    false => 0,
                };
                let count = self.count_own_unreadable(naming).await? + others;
                if count > 0 {
                    let (collection, field) = (self.records.name(naming.rows), naming.field.to_owned());
                    unreadable.push(UnreadableNames {
                        objects,
                        collection: collection.to_owned(),
                        field,
                        count,
                    });
                }
            }
        }
        Ok(unreadable)
    }

    /// The collections in which nothing is to be done while somebody is asked about these names: the objects and all rows that
    /// name them, what those point to, and the person.
    pub(crate) fn waiting_for<'n>(
        &self,
        names: impl Iterator<Item = &'n UnreadableNames>,
    ) -> BTreeSet<NodeId> {
        let graph = self.graph();
        let mut queue = Vec::new();
        for names in names {
            queue.push(names.objects);
            queue.extend(Naming::of(graph, names.objects).iter().map(|naming| naming.rows));
            queue.extend(self.ownership().people.iter().map(|(node, _)| node));
        }
        let mut waiting = BTreeSet::new();
        while let Some(node) = queue.pop() {
            if waiting.insert(node) {
                queue.extend(graph.edges_from(node).map(|(_, edge)| edge.to));
            }
        }
        waiting
    }

    /// The records whose link cannot be followed and may lead to the person, as questions by collection and field: what is no
    /// list of ids where the link means one, and documents in which its path meets something else. Only records of the request's
    /// tenant count, and those that say nothing of one.
    pub(crate) async fn unreadable_links(&self) -> Result<Vec<Question>, EngineError> {
        let reach = self.plan().compiled.reach(self.plan().anchor);
        let mut unreadable = Vec::new();
        for node in self.graph().nodes.ids() {
            for (_, edge) in self.graph().edges_from(node).filter(|(_, edge)| reach.is_reached(edge.to)) {
                let (field, selection) = match (edge.list(), edge.fields.as_slice()) {
                    (Some(list), _) => (list, self.ownership().holds_no_list(edge)),
                    (None, [path]) if holder(path).is_some() => {
                        (path.as_str(), Selection::Unreadable { field: path.clone() })
                    }
                    (None, _) => continue,
                };
                let selection = selection.and(self.ownership().guard(node));
                let count = self.count_naming(edge, node, field, selection).await?;
                if count > 0 {
                    let (name, field) = (self.records.name(node), Some(field.to_owned()));
                    unreadable.push(Question::new(0, QuestionKind::Unreadable, name, field, count));
                }
            }
        }
        Ok(unreadable)
    }

    /// How many of these records have a key of the person's in what cannot be followed; all of them, where the link leads to
    /// records that nobody could list.
    async fn count_naming(
        &self,
        edge: &Edge,
        node: NodeId,
        field: &str,
        selection: Selection,
    ) -> Result<u64, EngineError> {
        if !self.records.shelf(node)?.capabilities().predicates {
            return Ok(0);
        }
        let is_person = self.ownership().collection(edge.to).subject().is_some() && edge.to_key;
        if !is_person {
            return self.records.count(node, &selection).await;
        }
        let keys = self.ownership().people.of(edge.to).into_iter().flat_map(|keys| keys.iter());
        let keys: Vec<String> = keys.filter_map(|key| key.first()?.to_text()).collect();
        let column = holder(field).map_or(field, |(column, _)| column).to_owned();
        let mut count = 0;
        let mut pages = self.records.all_of(node, std::slice::from_ref(&column), selection);
        while let Some(page) = pages.next().await? {
            let texts = page.iter().filter_map(|row| row.value(&column).to_text());
            count += texts.filter(|text| keys.iter().any(|key| has_word(text, key))).count() as u64;
        }
        Ok(count)
    }

    /// Notes which of a step's records hold a document in which a field that it masks cannot be reached: a text that is no
    /// JSON, a number, true or false stands where the path has to go on, and may hold what is looked for.
    pub(crate) async fn note_unreached(&self, records: &StepRecords<'_>) -> Result<(), EngineError> {
        let node = records.step.node;
        if !self.records.shelf(node)?.capabilities().predicates {
            return Ok(());
        }
        for masked in self.plan().compiled.masked_fields(&records.step) {
            let Some((column, _)) = holder(&masked.field) else { continue };
            let list = self.unreached_in(node, &masked.field);
            let unread = Selection::Unreadable { field: masked.field.clone() };
            let mut pages = records.pages(&unread);
            while let Some(rows) = pages.next().await? {
                let selection = self.keys(node, &rows).and(unread.clone());
                if self.records.count(node, &selection).await? == 0 {
                    continue;
                }
                // Only now it is certain that the field lies in a document.
                let mut documents = self.records.all_of(node, &[column.to_owned()], selection);
                while let Some(rows) = documents.next().await? {
                    let unreached = rows.into_iter().filter(|row| is_unreached(row, &masked.field));
                    let notes: Vec<Noted> = unreached.map(|row| Noted::new(row.key)).collect();
                    self.notebook.note(&list, &notes).await?;
                }
            }
        }
        Ok(())
    }

    /// The list of the records that were noted for a document in which that field cannot be reached.
    pub(crate) fn unreached_in(&self, node: NodeId, field: &str) -> ListName {
        self.notebook.lists.unreached(self.records.name(node), field)
    }

    /// Whether the request changes the rows that name objects, or erases the objects.
    fn is_touched(&self, naming: &Naming<'_>) -> bool {
        let changes_rows = self.plan().layout.steps.iter().any(|step| {
            let is_own = !matches!(step.part, Part::OthersLink { .. } | Part::KeptLink(_));
            step.node == naming.rows && is_own && !step.held && step.action != Action::Retain
        });
        changes_rows || self.erases(naming.objects)
    }

    fn erases(&self, node: NodeId) -> bool {
        let mut steps = self.plan().layout.steps.iter();
        steps.any(|step| step.node == node && step.action == Action::Erase && !step.held)
    }

    /// How many of the person's records name an object in a way that cannot be understood.
    async fn count_own_unreadable(&self, naming: &Naming<'_>) -> Result<u64, EngineError> {
        let mut count = 0;
        let mut pages = self.own_records(naming.rows);
        while let Some(page) = pages.next().await? {
            let naming_rows = page.iter().filter(|row| row.meets(naming.conditions()));
            let values = naming_rows.map(|row| row.value(naming.field).clone()).collect();
            count += self.count_unreadable(naming, values).await?;
        }
        Ok(count)
    }

    /// How many of these values cannot be understood. What is there to the letter, or as it is understood, was meant; what is
    /// not there may be something that is, written otherwise.
    async fn count_unreadable(&self, naming: &Naming<'_>, values: Vec<Value>) -> Result<u64, EngineError> {
        let shelf = self.records.shelf(naming.objects)?;
        let mut odd = Vec::new();
        let mut beside = 0;
        for value in values {
            let Some(text) = value.to_text() else { continue };
            let plain = if naming.edge.by_prefix { text.trim_end_matches('/') } else { &text };
            let meant = understood(naming, &shelf, &value);
            if let Some(folder) = meant.as_deref().filter(|_| naming.edge.by_prefix)
                && self.is_whole_key(naming, folder).await?
            {
                beside += 1;
                continue;
            }
            if meant.is_none() || is_odd(plain) {
                let literal = [text.clone()].into_iter().chain(meant.clone()).collect::<BTreeSet<_>>();
                let others = readings(&text).into_iter();
                let others =
                    others.flat_map(|it| [understood(naming, &shelf, &it.as_str().into()), Some(it)]);
                odd.push((text, meant, literal, others.flatten().collect::<BTreeSet<String>>()));
            }
        }
        let named = odd.iter().flat_map(|(_, _, literal, others)| literal.iter().chain(others));
        let there = self.there(naming, named.map(String::as_str).collect()).await?;
        let mut count = beside;
        for (text, meant, literal, others) in &odd {
            let is_any = |keys: &BTreeSet<String>| keys.iter().any(|key| there.contains(key.as_str()));
            if is_any(literal) || self.was_there(naming, meant.as_deref()).await? {
                continue;
            }
            let is_unreadable = match meant {
                _ if is_any(others) => true,
                _ if leads_out(text) => false,
                None => true,
                Some(meant) => !meant.is_ascii() && self.has_lookalike(naming, meant).await?,
            };
            count += u64::from(is_unreadable);
        }
        Ok(count)
    }

    /// Whether what a row names as a folder is none, and the whole key of an object: that one may be meant.
    async fn is_whole_key(&self, naming: &Naming<'_>, name: &str) -> Result<bool, EngineError> {
        if self.records.is_there(naming, name).await? || self.was_there(naming, Some(name)).await? {
            return Ok(false);
        }
        let key = vec![vec![Value::from(name)]];
        Ok(self.records.with_keys(naming.objects, &[], key)?.next().await?.is_some())
    }

    /// Whether an object with that key, or in that folder, was found to be the person's: it may be gone by now.
    async fn was_there(&self, naming: &Naming<'_>, meant: Option<&str>) -> Result<bool, EngineError> {
        let Some(meant) = meant else { return Ok(false) };
        let list = self.notebook.lists.own(self.records.name(naming.objects));
        if !naming.edge.by_prefix {
            let key = Key::new([meant.into()]);
            return Ok(!self.notebook.among(&list, [&key]).await?.is_empty());
        }
        let mut pages = self.notebook.pages(list, self.records.page);
        while let Some(page) = pages.next().await? {
            let mut keys = page.iter().filter_map(|noted| noted.key.values().first()?.to_text());
            if keys.any(|key| folders_above(&key).any(|above| above == meant)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Which of these keys or folders are there.
    async fn there<'k>(
        &self,
        naming: &Naming<'_>,
        keys: BTreeSet<&'k str>,
    ) -> Result<HashSet<&'k str>, EngineError> {
        let mut there = HashSet::new();
        if naming.edge.by_prefix {
            for key in keys {
                if self.records.is_there(naming, key).await? {
                    there.insert(key);
                }
            }
            return Ok(there);
        }
        let wanted = keys.iter().map(|&key| vec![Value::from(key)]).collect();
        let mut cursor = self.records.with_keys(naming.objects, &[], wanted)?;
        let mut found: HashSet<LinkForm> = HashSet::new();
        while let Some(page) = cursor.next().await? {
            let values = page.into_iter().flat_map(|row| row.key.into_values());
            found.extend(values.filter_map(|value| value.link_form()));
        }
        let is_found = |key: &&str| Value::from(*key).link_form().is_some_and(|form| found.contains(&form));
        there.extend(keys.into_iter().filter(is_found));
        Ok(there)
    }

    /// Whether something is there whose key or folder looks the same; yes where that cannot be told.
    async fn has_lookalike(&self, naming: &Naming<'_>, meant: &str) -> Result<bool, EngineError> {
        let shelf = self.records.shelf(naming.objects)?;
        let above = meant.rsplit_once('/').and_then(|(above, _)| folder(above));
        let (Some(above), [field], true) = (above, shelf.place.key(), shelf.capabilities().folders) else {
            return Ok(true);
        };
        let below = Selection::Below { field: field.clone(), prefixes: vec![above.to_owned()].into() };
        let mut pages = self.records.all_of(naming.objects, &[], below);
        while let Some(page) = pages.next().await? {
            let keys: Vec<String> =
                page.iter().filter_map(|row| row.key.values().first()?.to_text()).collect();
            let looks_alike = |key: &String| match naming.edge.by_prefix {
                true => folders_above(key).any(|above| look_alike(above, meant)),
                false => look_alike(key, meant),
            };
            if keys.iter().any(looks_alike) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// How many of somebody else's rows may name, in a way that cannot be understood, an object that would go otherwise: one
    /// that the person's rows name, and that nobody else names for certain.
    async fn doubtful_others(&self, doubtful: &Naming<'_>) -> Result<u64, EngineError> {
        let fields = self.records.link_fields(doubtful.objects);
        let mut doubts: HashSet<Key> = HashSet::new();
        let list = self.notebook.lists.doubtful(self.records.name(doubtful.objects));
        let mut pages = self.notebook.pages(list, self.records.page);
        while let Some(page) = pages.next().await? {
            let keys = page.into_iter().map(|noted| noted.key.into_values()).collect();
            let objects = self.records.all_with_keys(doubtful.objects, &fields, keys).await?;
            self.find_doubts(doubtful, objects, &mut doubts).await?;
        }
        Ok(doubts.len() as u64)
    }

    async fn find_doubts(
        &self,
        doubtful: &Naming<'_>,
        objects: Vec<Row>,
        doubts: &mut HashSet<Key>,
    ) -> Result<(), EngineError> {
        let shared = self.records.surely_shared(doubtful.objects, objects.clone()).await?;
        let own: Vec<Row> =
            objects.into_iter().zip(shared).filter(|(_, it)| !it).map(|(row, _)| row).collect();
        let mut pages = self.records.possibly_naming(doubtful, &own)?;
        while let Some(rows) = pages.next().await? {
            let named = self.records.possibly_named(doubtful, &rows, &own).await?;
            let naming = rows.into_iter().zip(named).filter(|(_, named)| !named.is_empty());
            let naming: Vec<Row> = naming.map(|(row, _)| row).collect();
            let foreign = self.records.shared(doubtful.rows, naming.clone()).await?;
            doubts.extend(naming.into_iter().zip(foreign).filter(|(_, it)| *it).map(|(row, _)| row.key));
        }
        Ok(())
    }
}

/// Whether a record, read with the column that holds the field's document, has one in which the path to the field ends too
/// early.
pub(crate) fn is_unreached(row: &Row, field: &str) -> bool {
    let Some((column, path)) = holder(field) else { return false };
    match row.value(column) {
        Value::Null => false,
        held => held.as_text().is_none_or(|document| inside(document, &path).is_unreadable),
    }
}

/// Whether a word stands in a text, with neither a letter nor a digit right before or behind it.
fn has_word(text: &str, word: &str) -> bool {
    let is_open = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    !word.is_empty()
        && text.match_indices(word).any(|(at, found)| {
            let (before, behind) = (text.get(..at), text.get(at + found.len()..));
            is_open(before.and_then(|it| it.chars().next_back()))
                && is_open(behind.and_then(|it| it.chars().next()))
        })
}
