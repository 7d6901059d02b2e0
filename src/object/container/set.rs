//! `set` and `frozenset`: an open table of keys, walked in the order that CPython walks.
//!
//! Programs print sets, and the order of small ints in them is the same in every process of CPython. So the sequence of places
//! for a hash, the sizes of the table and the moments of its growth are CPython's; how a table lies in memory is in `places`.
//! Nothing here runs Python: where comparing keys may need it, the caller walks the candidates by [`Set::probe`] and
//! [`Set::next_candidate`], and starts again when [`Set::version`] moved.

use std::cell::{Cell, UnsafeCell};
use std::mem::MaybeUninit;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::container::key::{Unsure, quick_hash, same_items, same_plainly};
use crate::object::container::list::TooLarge;
use crate::object::container::memory;
use crate::object::container::places;
use crate::object::container::places::{
    DELETED, INDEXED_MAX, PLACES_MIN, Place, SMALL_WORDS, Walk, cleared_bytes, limit_of, table_bytes,
};

const PLACES_MAX: usize = 1 << 31;
/// Sets beyond this grow by less.
const LARGE_LEN: usize = 50_000;
const NO_HASH: i64 = -1;

/// A set of any class; its class says whether it is frozen.
#[repr(C)]
pub struct Set {
    pub header: Header,
    /// The table, of the form that `places` describes for so many places.
    table: Cell<*mut u8>,
    /// Places of the table, a power of two.
    count: Cell<u32>,
    /// Places that hold a key or held one.
    filled: Cell<u32>,
    /// With so many filled places the table grows.
    limit: Cell<u32>,
    live: Cell<u32>,
    /// Where `pop` goes on.
    finger: Cell<u32>,
    version: Cell<u32>,
    /// The hash of a frozenset once computed; −1 before.
    pub hash: Cell<i64>,
    /// The table of a set of few keys.
    small: UnsafeCell<MaybeUninit<[u64; SMALL_WORDS]>>,
}

const _: () = assert!(size_of::<Set>() == 144);

/// A search under way.
#[derive(Clone, Copy, Debug)]
pub struct Probe {
    walk: Walk,
    hash: i64,
    version: u32,
}

// SAFETY: `repr(C)`, header first, every key is traced.
unsafe impl Object for Set {
    const KIND: Kind = Kind::Set;
    const ADOPTED: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        if let Some(bytes) = self.outside_bytes() {
            memory::trace(tracer, self.table.get(), bytes);
        }
        self.each(|place| tracer.slot(&place.key));
    }
    fn fault(&self) -> Option<&'static str> {
        memory::fault(&self.header, self.table.get(), self.outside_bytes()?)
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        if let Some(bytes) = self.outside_bytes() {
            // SAFETY: the table is this set's, of this size.
            unsafe { memory::free(self.table.get(), bytes) };
        }
    }
}

/// The table and its memory.
impl Set {
    /// An empty set.
    #[inline]
    pub fn new(heap: &mut Heap, shape: ShapeId) -> Ref<Set> {
        let set = heap.alloc(Set {
            header: Header::new(Kind::Set, shape),
            table: Cell::new(std::ptr::null_mut()),
            count: Cell::new(PLACES_MIN as u32),
            filled: Cell::new(0),
            limit: Cell::new(limit_of(PLACES_MIN) as u32),
            live: Cell::new(0),
            finger: Cell::new(0),
            version: Cell::new(0),
            hash: Cell::new(NO_HASH),
            small: UnsafeCell::new(MaybeUninit::uninit()),
        });
        set.table.set(set.take_small());
        set
    }
    /// The table inside the object.
    fn inside(&self) -> *mut u8 {
        self.small.get().cast()
    }
    /// The table inside, emptied.
    fn take_small(&self) -> *mut u8 {
        let table = self.inside();
        // SAFETY: the table is that large.
        unsafe { table.write_bytes(0, cleared_bytes(PLACES_MIN)) };
        table
    }
    fn is_small(&self) -> bool {
        self.table.get() == self.inside()
    }
    /// Bytes of the table, unless it is the one inside.
    fn outside_bytes(&self) -> Option<usize> {
        (!self.is_small()).then(|| table_bytes(self.count()))
    }
    /// Gives back a table that this set used, unless it is the one inside.
    fn release(&self, table: *mut u8, count: usize) {
        if table != self.inside() {
            // SAFETY: the table has so many places, and its keys lie elsewhere by now.
            unsafe { memory::give_back(&self.header, table, table_bytes(count)) };
        }
    }
    /// A table of unused places, outside.
    fn empty_table(&self, count: usize) -> Result<*mut u8, TooLarge> {
        if count > PLACES_MAX {
            return Err(TooLarge);
        }
        let (bytes, cleared) = (table_bytes(count), cleared_bytes(count));
        let table = match cleared == bytes {
            true => memory::take_zeroed(&self.header, bytes),
            false => memory::take(&self.header, bytes),
        };
        if table.is_null() {
            return Err(TooLarge);
        }
        if cleared != bytes {
            // SAFETY: the table is that large.
            unsafe { table.write_bytes(0, cleared) };
        }
        Ok(table)
    }
    /// Goes over to another table, of which nothing is used yet; answers the old one and its places.
    fn exchange(&self, table: *mut u8, count: usize) -> (*mut u8, usize) {
        self.filled.set(0);
        self.limit.set(limit_of(count) as u32);
        let old = self.table.replace(table);
        (old, self.count.replace(count as u32) as usize)
    }
    #[inline(always)] // PERF: perf/0019-small-containers.md
    fn count(&self) -> usize {
        self.count.get() as usize
    }
    #[inline(always)] // PERF: perf/0019-small-containers.md
    fn mask(&self) -> usize {
        self.count() - 1
    }
    /// The entry at place `i`, unless the place was never used.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    fn at(&self, i: usize) -> Option<&Place> {
        debug_assert!(i < self.count());
        // SAFETY: callers give the number of a place. Entries change through cells, and no reference to one is kept across a change
        // of the table.
        unsafe { places::at(self.table.get(), self.count(), i) }
    }
    /// Writes a key to place `i`, which was never used; the table must not be full.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    fn fill(&self, i: usize, hash: i64, key: Value) {
        let (table, count, n) = (self.table.get(), self.count(), self.filled.get() as usize);
        debug_assert!(n < limit_of(count) && self.at(i).is_none());
        self.filled.set(n as u32 + 1);
        // SAFETY: the place lies in the table, which has room for one entry more.
        unsafe {
            let entry = if count <= INDEXED_MAX {
                *table.add(i) = n as u8 + 1;
                places::entry(table, count, n)
            } else {
                table.cast::<Place>().add(i)
            };
            entry.write(Place {
                hash: Cell::new(hash),
                key: Slot::new(key),
            });
        }
    }
    /// Puts a new key into the first unused place of its sequence.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    fn put(&self, hash: i64, key: Value) {
        let first = hash as usize & self.mask();
        match self.at(first) {
            None => self.fill(first, hash, key),
            Some(_) => self.put_later(hash, key),
        }
    }
    #[inline(never)]
    fn put_later(&self, hash: i64, key: Value) {
        let mut walk = Walk::new(hash, self.mask());
        loop {
            let i = walk.next(self.mask());
            if self.at(i).is_none() {
                return self.fill(i, hash, key);
            }
        }
    }
    /// Shows `visit` the entries that have keys, in the order of their places, until it fails. It must not change this set.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    pub fn try_each<E>(&self, visit: impl FnMut(&Place) -> Result<(), E>) -> Result<(), E> {
        // SAFETY: the table is this set's, and stays.
        unsafe { places::try_each(self.table.get(), self.count(), visit) }
    }
    /// As `try_each`, of what cannot fail.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    pub fn each(&self, mut visit: impl FnMut(&Place)) {
        let _ = self.try_each(|place| -> Result<(), ()> {
            visit(place);
            Ok(())
        });
    }
}

/// Size, and the search for keys.
impl Set {
    #[inline]
    pub fn len(&self) -> usize {
        self.live.get() as usize
    }
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.live.get() == 0
    }
    /// Whether keys were taken out of the table as it is.
    pub fn has_gaps(&self) -> bool {
        self.filled != self.live
    }
    /// Places of the table.
    pub fn places(&self) -> usize {
        self.count()
    }
    /// Moves whenever a key comes or goes: what was found before must be looked for again.
    pub fn version(&self) -> u32 {
        self.version.get()
    }
    #[inline]
    fn moved(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }
    /// The number of the place with this hash whose key `same` accepts. `same` must not change this set.
    #[inline]
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        let mut walk = Walk::new(hash, self.mask());
        loop {
            let i = walk.next(self.mask());
            let place = self.at(i)?;
            if place.hash.get() == hash && same(place.key.get()) {
                return Some(i);
            }
        }
    }
    /// Whether this very inline int or exact `str` is a key, if the first place of its search tells: what handlers try first.
    #[inline(always)] // PERF: perf/0003-texts.md
    pub fn has_at_once(&self, key: Value) -> Option<bool> {
        let hash = quick_hash(key)?;
        match self.at(hash as usize & self.mask()) {
            None => Some(false),
            Some(place) => {
                let is_same = place.key.get() == key || place.hash.get() == hash && same_items(place.key.get(), key);
                is_same.then_some(true)
            }
        }
    }
    /// The place of `key`, whose hash this is, as far as that can be told without Python.
    /// # Errors
    /// When a key with this hash can be compared only by Python.
    #[inline]
    pub fn find_plainly(&self, hash: i64, key: Value) -> Result<Option<usize>, Unsure> {
        let first = hash as usize & self.mask();
        match self.at(first) {
            None => Ok(None),
            Some(place) if place.key.get() == key => Ok(Some(first)),
            Some(_) => Ok(self.seek_plainly(hash, key)?.ok()),
        }
    }
    /// As `find_plainly`; without a place of the key the unused one where the search has ended.
    #[inline(never)]
    fn seek_plainly(&self, hash: i64, key: Value) -> Result<Result<usize, usize>, Unsure> {
        let mut walk = Walk::new(hash, self.mask());
        loop {
            let i = walk.next(self.mask());
            let Some(place) = self.at(i) else {
                return Ok(Err(i));
            };
            if place.hash.get() == hash && same_plainly(place.key.get(), key)? {
                return Ok(Ok(i));
            }
        }
    }
    /// Begins a search that may run Python between its steps.
    pub fn probe(&self, hash: i64) -> Probe {
        Probe {
            walk: Walk::new(hash, self.mask()),
            hash,
            version: self.version.get(),
        }
    }
    /// The next key with the probe's hash, and the number of its place. `None`: no such key.
    ///
    /// When the set's version moved since `probe`, the probe is stale: the caller begins a new one. (See [`Set::is_stale`].)
    pub fn next_candidate(&self, probe: &mut Probe) -> Option<(usize, Value)> {
        debug_assert!(!self.is_stale(probe));
        loop {
            let i = probe.walk.next(self.mask());
            let place = self.at(i)?;
            if place.hash.get() == probe.hash {
                return Some((i, place.key.get()));
            }
        }
    }
    /// Whether keys came, went or moved since the probe began.
    pub fn is_stale(&self, probe: &Probe) -> bool {
        probe.version != self.version.get()
    }

    /// The key at place `i`, if there is one.
    #[inline]
    pub fn entry(&self, i: usize) -> Option<Value> {
        if i >= self.count() {
            return None;
        }
        self.at(i)?.key.get().bound()
    }
    /// The hash of the key at place `i`, which has one.
    #[inline]
    pub fn hash_at(&self, i: usize) -> i64 {
        self.at(i).map_or(DELETED, |place| place.hash.get())
    }
    /// The first key from place `from` on, with the number of its place. Go on from the place after it.
    #[inline]
    pub fn next_entry(&self, from: usize) -> Option<(usize, Value)> {
        (from..self.count()).find_map(|i| Some((i, self.at(i)?.key.get().bound()?)))
    }
}

/// Keys that come and go.
impl Set {
    /// Adds an inline int, or an exact `str` that knows its hash, if its first place tells; answers whether it is there now: what
    /// handlers try first.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    pub fn try_add(&self, key: Value) -> bool {
        let Some(hash) = quick_hash(key) else {
            return false;
        };
        let first = hash as usize & self.mask();
        if let Some(place) = self.at(first) {
            return place.key.get() == key;
        }
        if self.filled != self.live || self.filled.get() + 1 >= self.limit.get() {
            return false;
        }
        self.fill(first, hash, key);
        self.live.set(self.live.get() + 1);
        self.moved();
        true
    }
    /// Adds a key, whose hash this is, unless it is there.
    /// # Errors
    /// When a key with this hash can be compared only by Python, or memory is short; nothing is added then.
    #[inline]
    pub fn add_plainly(&self, hash: i64, key: Value) -> Result<(), Unsure> {
        let first = hash as usize & self.mask();
        let free = match self.at(first) {
            None => first,
            Some(place) if place.key.get() == key => return Ok(()),
            Some(_) => match self.seek_plainly(hash, key)? {
                Ok(_) => return Ok(()),
                Err(free) => free,
            },
        };
        if self.filled != self.live || self.filled.get() + 1 >= self.limit.get() {
            return self.insert_new(hash, key).map_err(|TooLarge| Unsure);
        }
        self.fill(free, hash, key);
        self.live.set(self.live.get() + 1);
        self.moved();
        Ok(())
    }
    /// Adds the keys of this set that pass to `into`, another set.
    /// # Errors
    /// When that needs Python, or memory is short; some keys may have been added by then.
    #[inline]
    pub fn filter_plainly(&self, into: &Set, pass: impl Fn(i64, Value) -> Result<bool, Unsure>) -> Result<(), Unsure> {
        self.try_each(|place| {
            let (hash, key) = (place.hash.get(), place.key.get());
            if pass(hash, key)? {
                into.add_plainly(hash, key)?;
            }
            Ok(())
        })
    }
    /// As `filter_plainly`, where `into` has none of the keys.
    /// # Errors
    /// As `filter_plainly`.
    #[inline]
    pub fn filter_new(&self, into: &Set, pass: impl Fn(i64, Value) -> Result<bool, Unsure>) -> Result<(), Unsure> {
        self.try_each(|place| {
            let (hash, key) = (place.hash.get(), place.key.get());
            if pass(hash, key)? {
                into.add_new(hash, key).map_err(|TooLarge| Unsure)?;
            }
            Ok(())
        })
    }
    /// As `insert_new`, at once where the key's first place is free.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    fn add_new(&self, hash: i64, key: Value) -> Result<(), TooLarge> {
        let first = hash as usize & self.mask();
        if self.filled != self.live || self.filled.get() + 1 >= self.limit.get() || self.at(first).is_some() {
            return self.insert_new(hash, key);
        }
        self.fill(first, hash, key);
        self.live.set(self.live.get() + 1);
        self.moved();
        Ok(())
    }
    /// Inserts a key that is not there.
    /// # Errors
    /// When there is no memory for it; the set is then unchanged.
    pub fn insert_new(&self, hash: i64, key: Value) -> Result<(), TooLarge> {
        if self.filled.get() >= self.limit.get() {
            // Growth after an earlier insertion has failed.
            self.grow()?;
        }
        let gaps = self.filled != self.live;
        self.live.set(self.live.get() + 1);
        self.moved();
        if gaps && self.put_in_gap(hash, key) {
            return Ok(());
        }
        self.put(hash, key);
        if self.filled.get() >= self.limit.get() {
            // Without memory the table stays as full as it is, and the next insertion tries again.
            let _ = self.grow();
        }
        Ok(())
    }
    /// Rebuilds the table when more than a quarter of its places hold keys that were taken out.
    /// # Errors
    /// When there is no memory for it.
    pub fn close_gaps(&self) -> Result<(), TooLarge> {
        if (self.filled.get() - self.live.get()) as usize <= self.mask() / 4 {
            return Ok(());
        }
        self.grow()
    }
    fn grow(&self) -> Result<(), TooLarge> {
        let live = self.len();
        self.rebuild_above(live * if live > LARGE_LEN { 2 } else { 4 })
    }
    /// Puts a new key where another was taken out: into the last such place on the way to the first unused one. Answers whether
    /// there was one.
    fn put_in_gap(&self, hash: i64, key: Value) -> bool {
        let (mut walk, mut gap) = (Walk::new(hash, self.mask()), None);
        while let Some(place) = self.at(walk.next(self.mask())) {
            if place.key.get().is_unbound() {
                gap = Some(place);
            }
        }
        let Some(place) = gap else { return false };
        place.key.set(key);
        place.hash.set(hash);
        true
    }
    fn rebuild_above(&self, len: usize) -> Result<(), TooLarge> {
        self.rebuild(Set::places_above(len)?)
    }
    /// The smallest table of more than `len` places.
    fn places_above(len: usize) -> Result<usize, TooLarge> {
        let places = len.checked_add(1).and_then(usize::checked_next_power_of_two);
        Ok(places.ok_or(TooLarge)?.max(PLACES_MIN))
    }
    #[inline(never)]
    fn rebuild(&self, count: usize) -> Result<(), TooLarge> {
        // SAFETY: a copy of what may be uninitialised, as such.
        let kept = (self.is_small() && count == PLACES_MIN).then(|| unsafe { *self.small.get() });
        let table = match count == PLACES_MIN {
            true => self.take_small(),
            false => self.empty_table(count)?,
        };
        let (old, old_count) = self.exchange(table, count);
        self.moved();
        let from = kept.as_ref().map_or(old, |kept| kept.as_ptr().cast_mut().cast());
        let put = |place: &Place| -> Result<(), TooLarge> {
            self.put(place.hash.get(), place.key.get());
            Ok(())
        };
        // SAFETY: the old table is still there, or its copy.
        unsafe { places::try_each(from, old_count, put)? };
        if kept.is_none() {
            self.release(old, old_count);
        }
        Ok(())
    }
    /// Makes room for `more` keys at once, as before a merge.
    /// # Errors
    /// When there is no memory for them.
    pub fn reserve(&self, more: usize) -> Result<(), TooLarge> {
        if more > 0 && more.saturating_add(self.filled.get() as usize) >= self.limit.get() as usize {
            self.rebuild_above((self.len() + more).checked_mul(2).ok_or(TooLarge)?)?;
        }
        Ok(())
    }
    /// Takes the key at place `i` out, which has one.
    pub fn remove_at(&self, i: usize) -> Value {
        let Some(place) = self.at(i) else {
            unreachable!("a place that has a key")
        };
        debug_assert!(place.key.get().is_bound());
        place.hash.set(DELETED);
        self.live.set(self.live.get() - 1);
        self.moved();
        place.key.replace(Value::UNBOUND)
    }
    /// Takes some key out.
    pub fn pop(&self) -> Option<Value> {
        if self.is_empty() {
            return None;
        }
        let mut i = self.finger.get() as usize & self.mask();
        while self.entry(i).is_none() {
            i = (i + 1) & self.mask();
        }
        self.finger.set(i as u32 + 1);
        Some(self.remove_at(i))
    }
    /// Removes all keys and gives their memory back.
    pub fn clear(&self) {
        if self.filled.get() == 0 && self.is_small() {
            return;
        }
        let (old, count) = self.exchange(self.take_small(), PLACES_MIN);
        self.live.set(0);
        self.moved();
        self.release(old, count);
    }
    /// Exchanges keys with another set.
    pub fn swap(&self, other: &Set) {
        let (small, other_small) = (self.is_small(), other.is_small());
        memory::adopt(&self.header);
        memory::adopt(&other.header);
        // SAFETY: the two are different objects, or the same words exchanged with themselves.
        unsafe { std::ptr::swap(self.small.get(), other.small.get()) };
        self.table.swap(&other.table);
        if other_small {
            self.table.set(self.inside());
        }
        if small {
            other.table.set(other.inside());
        }
        self.count.swap(&other.count);
        self.filled.swap(&other.filled);
        self.limit.swap(&other.limit);
        self.live.swap(&other.live);
        self.moved();
        other.moved();
    }
}

/// Copies.
impl Set {
    /// A set with the same keys.
    /// # Errors
    /// When there is no memory for it.
    pub fn copy(&self, heap: &mut Heap, shape: ShapeId) -> Result<Ref<Set>, TooLarge> {
        let copy = Set::new(heap, shape);
        copy.fill_from(self)?;
        Ok(copy)
    }
    /// Makes room for the keys of `other`, which is another set, and copies them if this one has no key, live or deleted; answers
    /// whether it did.
    /// # Errors
    /// When there is no memory for them.
    pub fn fill_from(&self, other: &Set) -> Result<bool, TooLarge> {
        if self.filled.get() != 0 {
            self.reserve(other.len())?;
            return Ok(false);
        }
        if other.is_empty() {
            return Ok(true);
        }
        let wanted = match other.len() >= self.limit.get() as usize {
            true => Set::places_above(other.len().checked_mul(2).ok_or(TooLarge)?)?,
            false => self.count(),
        };
        if wanted == other.count() && other.filled == other.live {
            self.copy_table(other)?;
        } else {
            if wanted != self.count() {
                let (old, count) = self.exchange(self.empty_table(wanted)?, wanted);
                self.release(old, count);
            }
            other.each(|place| self.put(place.hash.get(), place.key.get()));
        }
        self.live.set(other.live.get());
        self.moved();
        Ok(true)
    }
    /// Takes over the table of `other` as it is; this set has no key.
    fn copy_table(&self, other: &Set) -> Result<(), TooLarge> {
        let count = other.count();
        if self.is_small() && other.is_small() {
            // SAFETY: both are as large, and two objects.
            unsafe { *self.small.get() = *other.small.get() };
        } else {
            if count != self.count() {
                let table = memory::take(&self.header, table_bytes(count));
                if table.is_null() {
                    return Err(TooLarge);
                }
                let (old, old_count) = self.exchange(table, count);
                self.release(old, old_count);
            }
            let bytes = match count <= INDEXED_MAX {
                true => count + other.filled.get() as usize * size_of::<Place>(),
                false => table_bytes(count),
            };
            // SAFETY: both tables have this many places; entries beyond the filled ones mean nothing.
            unsafe { self.table.get().copy_from_nonoverlapping(other.table.get(), bytes) };
        }
        self.filled.set(other.filled.get());
        Ok(())
    }
    /// A new set with the keys of `left` and room for those of `right`, as a copy that grew would have it; `None` where the copy
    /// would not grow, or would be another than `left` itself.
    /// # Errors
    /// When there is no memory for it.
    pub fn copy_for_union(
        left: &Set,
        right: &Set,
        heap: &mut Heap,
        shape: ShapeId,
    ) -> Result<Option<Ref<Set>>, TooLarge> {
        let len = left.len();
        let mut count = PLACES_MIN;
        if len >= limit_of(PLACES_MIN) {
            count = Set::places_above(2 * len)?;
        }
        let grows = !right.is_empty() && len + right.len() >= limit_of(count);
        if !grows || count != left.count() || left.filled != left.live {
            return Ok(None);
        }
        let both = Set::new(heap, shape);
        let count = Set::places_above((len + right.len()).checked_mul(2).ok_or(TooLarge)?)?;
        if count != PLACES_MIN {
            both.exchange(both.empty_table(count)?, count);
        }
        left.each(|place| both.put(place.hash.get(), place.key.get()));
        both.live.set(len as u32);
        Ok(Some(both))
    }
}

#[cfg(test)]
mod tests {
    use crate::heap::header::{KINDS, Kind, ShapeId};
    use crate::heap::object::KindInfo;
    use crate::heap::store::Heap;
    use crate::heap::value::Value;
    use crate::object::container::set::Set;

    static TABLE: [KindInfo; KINDS] = {
        let mut table = [KindInfo::unused(); KINDS];
        table[Kind::Set as usize] = KindInfo::of::<Set>();
        table
    };
    fn add(set: &Set, n: i64) {
        if set.find(n, |key| key == Value::small_int(n)).is_none() {
            set.insert_new(n, Value::small_int(n)).unwrap();
        }
    }
    fn keys(set: &Set) -> Vec<i64> {
        let (mut keys, mut from) = (Vec::new(), 0);
        while let Some((i, key)) = set.next_entry(from) {
            keys.push(key.int_unchecked());
            from = i + 1;
        }
        keys
    }

    #[test]
    fn the_order_is_that_of_cpython() {
        let mut heap = Heap::new(&TABLE);
        let set = Set::new(&mut heap, ShapeId(0));
        for n in [100, 3, 1, 2, 40, 77, 1000, 3] {
            add(&set, n);
        }
        assert_eq!(keys(&set), [1, 2, 3, 100, 40, 1000, 77]);
        let copy = set.copy(&mut heap, ShapeId(0)).unwrap();
        assert_eq!(keys(&copy), keys(&set));
        assert_eq!(set.pop(), Some(Value::small_int(1)));
        assert_eq!(set.pop(), Some(Value::small_int(2)));
        assert_eq!((set.len(), copy.len()), (5, 7));
    }

    #[test]
    fn keys_come_and_go() {
        let mut heap = Heap::new(&TABLE);
        let set = Set::new(&mut heap, ShapeId(0));
        for n in 0..1000 {
            add(&set, n * 65_536);
            if n % 3 != 0 {
                let hash = n * 65_536;
                let i = set.find(hash, |key| key == Value::small_int(hash)).unwrap();
                set.remove_at(i);
            }
        }
        assert_eq!(set.len(), 334);
        assert!((0..334).all(|n| set.find(n * 196_608, |_| true).is_some()));
        let mut probe = set.probe(65_536);
        assert!(set.next_candidate(&mut probe).is_none());
        set.clear();
        assert!(set.pop().is_none() && set.is_stale(&probe));
        assert!(keys(&set).is_empty());
    }
}
