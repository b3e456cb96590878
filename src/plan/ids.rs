//! Typed ids of what a plan is made of, and the lists that they index.
//!
//! An id is made only by the list that it belongs to, or for a list of as many items, so that looking something up by its
//! id cannot fail: a collection that is not found would be an erasure that is skipped.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// What may index an [`IdVec`].
pub(crate) trait Id: Copy {
    /// Only for [`IdVec`], which makes ids, and for the numbers of the ledger's first format.
    fn from_number(number: usize) -> Self;
    /// Its place in its list.
    fn number(self) -> usize;
}

/// Makes types of ids.
macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub(crate) struct $name(usize);

            impl $crate::plan::ids::Id for $name {
                #[inline]
                fn from_number(number: usize) -> Self {
                    Self(number)
                }

                #[inline]
                fn number(self) -> usize {
                    self.0
                }
            }
        )+
    };
}

pub(crate) use ids;

ids! {
    /// A collection of the graph.
    NodeId,
    /// An edge of the graph.
    EdgeId,
    /// A category with its rule.
    RuleId,
    /// A ground of a category.
    GroundId,
    /// Fields of one collection that follow a category of their own.
    FieldsId,
    /// A group of collections that point to each other in a cycle; a collection that does not has a group of its own.
    GroupId,
}

/// A list whose items are found by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IdVec<I, T> {
    items: Vec<T>,
    id: PhantomData<fn(I)>,
}

impl<I: Id, T> IdVec<I, T> {
    /// A list of these items.
    pub(crate) fn new(items: Vec<T>) -> Self {
        Self { items, id: PhantomData }
    }

    /// As many items as `other` has, all equal: one for each of its ids.
    pub(crate) fn like<U>(other: &IdVec<I, U>, item: T) -> Self
    where
        T: Clone,
    {
        Self::new(vec![item; other.len()])
    }

    /// One item for each id of `other`.
    pub(crate) fn for_each<U>(other: &IdVec<I, U>, make: impl FnMut(I) -> T) -> Self {
        Self::new(other.ids().map(make).collect())
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// Adds an item; returns its id.
    pub(crate) fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::from_number(self.items.len() - 1)
    }

    /// Every id, in order.
    pub(crate) fn ids(&self) -> impl ExactSizeIterator<Item = I> + use<I, T> {
        (0..self.items.len()).map(I::from_number)
    }

    /// Every item, in order.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }

    /// Every item with its id, in order.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (I, &T)> {
        self.ids().zip(&self.items)
    }

    /// The id of the first item that is so.
    pub(crate) fn find(&self, is_it: impl FnMut(&T) -> bool) -> Option<I> {
        self.items.iter().position(is_it).map(I::from_number)
    }
}

impl<I: Id, T> Index<I> for IdVec<I, T> {
    type Output = T;

    #[inline]
    #[expect(clippy::indexing_slicing, reason = "ids are made by their list only")]
    fn index(&self, id: I) -> &T {
        &self.items[id.number()]
    }
}

impl<I: Id, T> IndexMut<I> for IdVec<I, T> {
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "ids are made by their list only")]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.number()]
    }
}
