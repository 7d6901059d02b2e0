//! Tenured objects: code, functions, classes, their namespaces and texts, which mostly stay as they are. While a heap is stable they are
//! not marked again at each collection.
//!
//! A collection after which as much lives as before it tenures what has survived two of them, of the layouts that say
//! `Object::TENURES`. Their marks stay from then on. A tenured object all of whose references lead to tenured objects has
//! `Header::TENURED` and is not traced; the others are *remembered* and traced in each collection. Whoever sets a reference in an
//! object with the flag remembers the object: that is the write barrier, [`TrackedSlot::set`] and [`Header::touch`].
//!
//! Dead tenured objects stay until the next full collection, which forgets who is tenured: after some collections, when the heap
//! has grown by a sixteenth, or on demand.

use std::ptr::NonNull;

use crate::heap::block::{Space, Start};
use crate::heap::header::{Header, TrackedSlot};
use crate::heap::value::Value;

/// So many collections go by before the next full one.
const COLLECTIONS_MAX: u32 = 128;
/// Growth below this is none.
const GROWTH_BYTES_MIN: usize = 1 << 17;

/// Whether `now` bytes are hardly more than `before`.
fn is_stable(before: usize, now: usize) -> bool {
    now <= before + (before / 16).max(GROWTH_BYTES_MIN)
}

/// When to tenure, and when to forget it.
#[derive(Clone, Copy, Default, Debug)]
pub(in crate::heap) struct Tenure {
    /// Live bytes when objects were tenured, and collections since; `None` while nothing is tenured.
    since: Option<(usize, u32)>,
    /// The last collection found the heap stable: if the next one does so too, it tenures.
    was_stable: bool,
    /// Memory outside the heap that belongs to objects which are not traced.
    pub outside_bytes: usize,
    /// The next collection is to be a full one.
    pub demanded: bool,
}

impl Tenure {
    /// How the next collection begins, when `live` bytes were found by the last.
    pub fn start(&mut self, live: usize) -> Start {
        let demanded = std::mem::take(&mut self.demanded);
        match &mut self.since {
            Some((bytes, collections)) => {
                *collections += 1;
                if *collections < COLLECTIONS_MAX && is_stable(*bytes, live) && !demanded {
                    return Start::Young;
                }
                self.since = None;
                self.outside_bytes = 0;
                Start::Forget
            }
            None if self.was_stable => Start::Age,
            None => Start::Clear,
        }
    }
    /// Whether a collection that has found `before` and now `live` bytes is to tenure what has survived it and the one before.
    pub fn decide(&mut self, before: usize, live: usize) -> bool {
        let is_stable = before > 0 && is_stable(before, live);
        let tenures = self.since.is_none() && self.was_stable && is_stable;
        self.was_stable = is_stable;
        if tenures {
            self.since = Some((live, 0));
        }
        tenures
    }
}

impl Header {
    /// The write barrier: to be called before this object gets a reference, by whatever way but `TrackedSlot::set`.
    #[inline]
    pub fn touch(&self) {
        if self.flags() & (Header::TENURED | Header::LARGE) == Header::TENURED {
            remember(self);
        }
    }
}

#[cold]
#[inline(never)]
fn remember(object: &Header) {
    object.clear(Header::TENURED);
    // SAFETY: it has no memory of its own, so it lies in a cell.
    unsafe { Space::of(object) }.remember(NonNull::from(object));
}

impl TrackedSlot {
    /// Sets a value in the object `owner`.
    #[inline]
    pub fn set(&self, owner: &Header, value: Value) {
        owner.touch();
        self.set_unseen(value);
    }
}
