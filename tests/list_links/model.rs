//! Talks among people, and what is left of them when somebody leaves. Knows nothing of the engine.

use proptest::prelude::*;

/// The people that there are; whoever else is named is nobody.
pub const PEOPLE: [i64; 3] = [1, 2, 3];
const NOBODY: i64 = 9;

/// How ids stand in a list.
#[derive(Debug, Clone, Copy)]
pub enum Ids {
    Numbers,
    Texts,
}

pub type List = Option<Vec<Option<i64>>>;

#[derive(Debug, Clone)]
pub struct Chat {
    pub id: i64,
    pub participants: List,
    pub creator: Option<i64>,
    pub mentioned: List,
}

/// Every chat has one message, of the same id, and a person may have a last chat.
#[derive(Debug, Clone)]
pub struct World {
    pub ids: Ids,
    pub people: Vec<(i64, Option<i64>)>,
    pub chats: Vec<Chat>,
    /// Whether the people's last chats are links too, so that people and chats point to each other.
    pub has_cycle: bool,
}

/// People with their last chats, chats with participants, creator and mentioned people, messages.
pub type Seen = (Vec<(i64, Option<i64>)>, Vec<(i64, List, Option<i64>, List)>, Vec<i64>);

impl World {
    /// The person leaves: with them goes what is theirs alone, and everything else lets go of them.
    pub fn erase(&mut self, person: i64) {
        if !self.people.iter().any(|(id, _)| *id == person) {
            return;
        }
        let exists = |id: &i64| self.people.iter().any(|(known, _)| known == id);
        let is_theirs = |chat: &Chat| {
            let named = chat.participants.iter().flatten().flatten().chain(&chat.creator);
            let mut owners: Vec<i64> = named.copied().filter(exists).collect();
            owners.sort_unstable();
            owners.dedup();
            owners == [person]
        };
        self.chats = self.chats.iter().filter(|chat| !is_theirs(chat)).cloned().collect();
        for chat in &mut self.chats {
            for list in [&mut chat.participants, &mut chat.mentioned].into_iter().flatten() {
                list.retain(|id| *id != Some(person));
            }
            chat.creator = chat.creator.filter(|id| *id != person);
        }
        self.people.retain(|(id, _)| *id != person);
        if self.has_cycle {
            let is_left = |id: &i64| self.chats.iter().any(|chat| chat.id == *id);
            let nowhere = |id: &i64| *id == NOBODY;
            for (_, last) in &mut self.people {
                *last = last.filter(|id| is_left(id) || nowhere(id));
            }
        }
    }

    pub fn seen(&self) -> Seen {
        let chats =
            self.chats.iter().map(|it| (it.id, it.participants.clone(), it.creator, it.mentioned.clone()));
        (self.people.clone(), chats.collect(), self.chats.iter().map(|chat| chat.id).collect())
    }

    /// A list as JSON; with blanks in it where ids are texts, as some write it.
    pub fn json(&self, list: &List) -> Option<String> {
        let item = |id: &Option<i64>| match (id, self.ids) {
            (None, _) => "null".to_owned(),
            (Some(id), Ids::Numbers) => id.to_string(),
            (Some(id), Ids::Texts) => format!("\"{id}\""),
        };
        let between = if matches!(self.ids, Ids::Texts) { " , " } else { "," };
        list.as_ref().map(|ids| format!("[{}]", ids.iter().map(item).collect::<Vec<_>>().join(between)))
    }
}

/// Any world with ids of that kind.
pub fn world(ids: Ids) -> impl Strategy<Value = World> {
    let chats = prop::collection::vec((list(), prop::option::weighted(0.3, someone()), list()), 0..5);
    let last_chats =
        prop::collection::vec(prop::option::of(prop_oneof![3 => 1..5_i64, 1 => Just(NOBODY)]), PEOPLE.len());
    (chats, last_chats, any::<bool>()).prop_map(move |(chats, last_chats, has_cycle)| {
        let is_chat = |id: &i64| *id == NOBODY || usize::try_from(*id).is_ok_and(|id| id <= chats.len());
        let last = last_chats.into_iter().map(|last| last.filter(is_chat));
        let people = PEOPLE.into_iter().zip(last).collect();
        let chats = (1..).zip(chats).map(|(id, (participants, creator, mentioned))| Chat {
            id,
            participants,
            creator,
            mentioned,
        });
        World { ids, people, chats: chats.collect(), has_cycle }
    })
}

fn someone() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 1..=3_i64, 1 => Just(NOBODY)]
}

fn list() -> impl Strategy<Value = List> {
    prop::option::weighted(0.9, prop::collection::vec(prop::option::weighted(0.9, someone()), 0..4))
}
