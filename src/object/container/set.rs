//! `set` and `frozenset`: an open table of keys, walked in the order that CPython walks.
//!
//! Programs print sets, and the order of small ints in them is the same in every process of CPython. So the sequence of places
//! for a hash, the sizes of the table and the moments of its growth are CPython's. Nothing here runs Python: where comparing
//! keys may need it, the caller walks the candidates by [`Set::probe`] and [`Set::next_candidate`], and starts again when
//! [`Set::version`] moved.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::container::key::{Unsure, quick_hash, same_plainly};
use crate::object::container::list::TooLarge;
use crate::object::container::memory;

const PLACES_MIN: usize = 8;
const PLACES_MAX: usize = 1 << 40;
/// Neighbours looked at before the search jumps.
const NEIGHBOURS: usize = 9;
/// Sets beyond this grow by less.
const LARGE_LEN: usize = 50_000;
const NO_HASH: i64 = -1;

/// A set of any class; its class says whether it is frozen.
#[repr(C)]
pub struct Set {
    pub header: Header,
    places: Cell<*mut Place>,
    /// Places of the table, a power of two.
    count: Cell<usize>,
    /// Places that hold a key or held one.
    filled: Cell<usize>,
    live: Cell<usize>,
    /// Where `pop` goes on.
    finger: Cell<usize>,
    version: Cell<u32>,
    /// The hash of a frozenset once computed; −1 before.
    pub hash: Cell<i64>,
    /// The table of a set of few keys.
    small: [Place; PLACES_MIN],
}

/// A place without a key is free if its hash is 0, and deleted if it is `DELETED`.
#[repr(C)]
struct Place {
    hash: Cell<i64>,
    key: Slot,
}
const DELETED: i64 = -1;

impl Place {
    fn free() -> Place {
        Place {
            hash: Cell::new(0),
            key: Slot::default(),
        }
    }
}

impl Place {
    /// The same hash and key.
    fn again(&self) -> Place {
        Place {
            hash: Cell::new(self.hash.get()),
            key: Slot::new(self.key.get()),
        }
    }
}

/// A search under way.
#[derive(Clone, Copy, Debug)]
pub struct Probe {
    walk: Walk,
    hash: i64,
    version: u32,
}

/// The sequence of places for a hash: a few neighbours, then a jump, and so on. Reaches every place in the end.
#[derive(Clone, Copy, Debug)]
struct Walk {
    at: usize,
    last: usize,
    base: usize,
    perturb: u64,
}

impl Walk {
    #[inline]
    fn new(hash: i64, mask: usize) -> Walk {
        let base = hash as usize & mask;
        Walk {
            at: base,
            last: Walk::last_neighbour(base, mask),
            base,
            perturb: hash as u64,
        }
    }
    fn last_neighbour(base: usize, mask: usize) -> usize {
        if base + NEIGHBOURS <= mask {
            base + NEIGHBOURS
        } else {
            base
        }
    }
    #[inline]
    fn next(&mut self, mask: usize) -> usize {
        let answer = self.at;
        if answer < self.last {
            self.at += 1;
        } else {
            self.perturb >>= 5;
            self.base = self
                .base
                .wrapping_mul(5)
                .wrapping_add(1)
                .wrapping_add(self.perturb as usize)
                & mask;
            self.at = self.base;
            self.last = Walk::last_neighbour(self.base, mask);
        }
        answer
    }
}

// SAFETY: `repr(C)`, header first, every key is traced.
unsafe impl Object for Set {
    const KIND: Kind = Kind::Set;
    const ADOPTED: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        if let Some(bytes) = self.outside_bytes() {
            memory::trace(tracer, self.places.get().cast(), bytes);
        }
        for i in 0..self.count.get() {
            tracer.slot(&self.at(i).key);
        }
    }
    fn fault(&self) -> Option<&'static str> {
        memory::fault(&self.header, self.places.get().cast(), self.outside_bytes()?)
    }
}

impl Drop for Set {
    fn drop(&mut self) {
        if let Some(bytes) = self.outside_bytes() {
            // SAFETY: the table is this set's, of this size.
            unsafe { memory::free(self.places.get().cast(), bytes) };
        }
    }
}

impl Set {
    /// An empty set.
    pub fn new(heap: &mut Heap, shape: ShapeId) -> Ref<Set> {
        let set = heap.alloc(Set {
            header: Header::new(Kind::Set, shape),
            places: Cell::new(std::ptr::null_mut()),
            count: Cell::new(PLACES_MIN),
            filled: Cell::new(0),
            live: Cell::new(0),
            finger: Cell::new(0),
            version: Cell::new(0),
            hash: Cell::new(NO_HASH),
            small: std::array::from_fn(|_| Place::free()),
        });
        set.places.set(set.small.as_ptr().cast_mut());
        set
    }
    fn is_small(&self) -> bool {
        std::ptr::eq(self.places.get(), self.small.as_ptr())
    }
    /// Bytes of the table, unless it is the one inside.
    fn outside_bytes(&self) -> Option<usize> {
        (!self.is_small()).then(|| self.count.get() * size_of::<Place>())
    }
    /// Gives back a table that this set used, unless it is the one inside.
    fn release(&self, places: *mut Place, count: usize) {
        if !std::ptr::eq(places, self.small.as_ptr()) {
            // SAFETY: the table has so many places, and its keys lie elsewhere by now.
            unsafe { memory::give_back(&self.header, places.cast(), count * size_of::<Place>()) };
        }
    }
    /// A table of free places.
    fn table(&self, count: usize) -> Result<*mut Place, TooLarge> {
        if count > PLACES_MAX {
            return Err(TooLarge);
        }
        // Zero bytes are free places.
        let table = memory::take_zeroed(&self.header, count * size_of::<Place>());
        if table.is_null() {
            Err(TooLarge)
        } else {
            Ok(table.cast())
        }
    }
    /// The table inside, emptied.
    fn take_small(&self) -> *mut Place {
        for place in &self.small {
            place.hash.set(0);
            place.key.set(Value::UNBOUND);
        }
        self.small.as_ptr().cast_mut()
    }
    /// A set with the same keys.
    /// # Errors
    /// When there is no memory for it.
    pub fn copy(&self, heap: &mut Heap, shape: ShapeId) -> Result<Ref<Set>, TooLarge> {
        if !self.is_small() || self.filled != self.live || self.live.get() * 5 >= self.mask() * 3 {
            let copy = Set::new(heap, shape);
            copy.fill_from(self)?;
            return Ok(copy);
        }
        let copy = heap.alloc(Set {
            header: Header::new(Kind::Set, shape),
            places: Cell::new(std::ptr::null_mut()),
            count: Cell::new(PLACES_MIN),
            filled: Cell::new(self.filled.get()),
            live: Cell::new(self.live.get()),
            finger: Cell::new(0),
            version: Cell::new(0),
            hash: Cell::new(NO_HASH),
            small: std::array::from_fn(|i| self.small[i].again()),
        });
        copy.places.set(copy.small.as_ptr().cast_mut());
        Ok(copy)
    }
    pub fn len(&self) -> usize {
        self.live.get()
    }
    pub fn is_empty(&self) -> bool {
        self.live.get() == 0
    }
    /// Moves whenever a key comes or goes: what was found before must be looked for again.
    pub fn version(&self) -> u32 {
        self.version.get()
    }
    fn moved(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }
    #[inline]
    fn mask(&self) -> usize {
        self.count.get() - 1
    }
    #[inline]
    fn at(&self, i: usize) -> &Place {
        debug_assert!(i < self.count.get());
        // SAFETY: callers give the number of a place, and all are initialised. Places change through cells, and no reference to
        // one is kept across a change of the table.
        unsafe { &*self.places.get().add(i) }
    }

    /// The number of the place with this hash whose key `same` accepts. `same` must not change this set.
    #[inline]
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        if self.live.get() == 0 {
            return None;
        }
        let mut walk = Walk::new(hash, self.mask());
        loop {
            let i = walk.next(self.mask());
            let (place_hash, key) = (self.at(i).hash.get(), self.at(i).key.get());
            if key.is_unbound() && place_hash == 0 {
                return None;
            }
            if place_hash == hash && key.is_bound() && same(key) {
                return Some(i);
            }
        }
    }
    /// Whether this very inline int or exact `str` is a key, if the first place of its search tells: what handlers try first.
    #[inline(always)] // PERF: perf/0003-texts.md
    pub fn has_at_once(&self, key: Value) -> Option<bool> {
        let hash = quick_hash(key)?;
        if self.live.get() == 0 {
            return Some(false);
        }
        let place = self.at(hash as usize & self.mask());
        if place.key.get() == key {
            return Some(true);
        }
        (place.key.get().is_unbound() && place.hash.get() == 0).then_some(false)
    }
    /// The place of `key`, whose hash this is, as far as that can be told without Python.
    /// # Errors
    /// When a key with this hash can be compared only by Python.
    #[inline]
    pub fn find_plainly(&self, hash: i64, key: Value) -> Result<Option<usize>, Unsure> {
        let first = hash as usize & self.mask();
        let place = self.at(first);
        if place.key.get() == key {
            return Ok(Some(first));
        }
        if place.key.get().is_unbound() && place.hash.get() == 0 {
            return Ok(None);
        }
        self.seek_plainly(hash, key)
    }
    #[inline(never)]
    fn seek_plainly(&self, hash: i64, key: Value) -> Result<Option<usize>, Unsure> {
        let mut unsure = false;
        let found = self.find(hash, |other| match same_plainly(other, key) {
            Ok(same) => same,
            Err(Unsure) => {
                unsure = true;
                true
            }
        });
        if unsure { Err(Unsure) } else { Ok(found) }
    }
    /// Adds a key, whose hash this is, unless it is there.
    /// # Errors
    /// When a key with this hash can be compared only by Python, or memory is short; nothing is added then.
    #[inline(never)]
    pub fn add_plainly(&self, hash: i64, key: Value) -> Result<(), Unsure> {
        let mut walk = Walk::new(hash, self.mask());
        let free = loop {
            let place = self.at(walk.next(self.mask()));
            let (place_hash, other) = (place.hash.get(), place.key.get());
            if other.is_unbound() && place_hash == 0 {
                break place;
            }
            if place_hash == hash && same_plainly(other, key)? {
                return Ok(());
            }
        };
        if self.filled != self.live || self.filled.get() + 2 >= self.count.get() {
            return self.insert_new(hash, key).map_err(|TooLarge| Unsure);
        }
        free.key.set(key);
        free.hash.set(hash);
        self.filled.set(self.filled.get() + 1);
        self.live.set(self.live.get() + 1);
        self.moved();
        if self.filled.get() * 5 >= self.mask() * 3 {
            // Without memory the table stays as full as it is, and the next insertion tries again.
            let _ = self.grow();
        }
        Ok(())
    }
    /// Adds the keys of this set that pass to `into`, another set.
    /// # Errors
    /// When that needs Python, or memory is short; some keys may have been added by then.
    pub fn filter_plainly(&self, into: &Set, pass: impl Fn(i64, Value) -> Result<bool, Unsure>) -> Result<(), Unsure> {
        let mut from = 0;
        while let Some((i, key)) = self.next_entry(from) {
            let hash = self.hash_at(i);
            if pass(hash, key)? {
                into.add_plainly(hash, key)?;
            }
            from = i + 1;
        }
        Ok(())
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
        if self.live.get() == 0 {
            return None;
        }
        loop {
            let i = probe.walk.next(self.mask());
            let (hash, key) = (self.at(i).hash.get(), self.at(i).key.get());
            if key.is_unbound() && hash == 0 {
                return None;
            }
            if hash == probe.hash && key.is_bound() {
                return Some((i, key));
            }
        }
    }
    /// Whether keys came, went or moved since the probe began.
    pub fn is_stale(&self, probe: &Probe) -> bool {
        probe.version != self.version.get()
    }

    /// Inserts a key that is not there.
    /// # Errors
    /// When there is no memory for it; the set is then unchanged.
    pub fn insert_new(&self, hash: i64, key: Value) -> Result<(), TooLarge> {
        if (self.filled.get() + 1) * 5 >= self.mask() * 3 && self.filled.get() + 2 >= self.count.get() {
            // Growth after an earlier insertion has failed: there must always be a free place.
            self.grow()?;
        }
        let gaps = self.filled.get() > self.live.get();
        self.live.set(self.live.get() + 1);
        self.moved();
        if gaps && self.put_in_gap(hash, key) {
            return Ok(());
        }
        self.put(hash, key);
        if self.filled.get() * 5 >= self.mask() * 3 {
            // Without memory the table stays as full as it is, and the next insertion tries again.
            let _ = self.grow();
        }
        Ok(())
    }
    /// Rebuilds the table when more than a quarter of its places hold keys that were taken out.
    /// # Errors
    /// When there is no memory for it.
    pub fn close_gaps(&self) -> Result<(), TooLarge> {
        if self.filled.get() - self.live.get() <= self.mask() / 4 {
            return Ok(());
        }
        self.grow()
    }
    fn grow(&self) -> Result<(), TooLarge> {
        let live = self.live.get();
        self.rebuild_above(live * if live > LARGE_LEN { 2 } else { 4 })
    }
    /// Puts a new key where another was taken out: into the last such place on the way to the first free one. Answers whether
    /// there was one.
    fn put_in_gap(&self, hash: i64, key: Value) -> bool {
        let (mut walk, mut gap) = (Walk::new(hash, self.mask()), None);
        loop {
            let place = self.at(walk.next(self.mask()));
            if place.key.get().is_bound() {
                continue;
            }
            if place.hash.get() == DELETED {
                gap = Some(place);
                continue;
            }
            let Some(place) = gap else { return false };
            place.key.set(key);
            place.hash.set(hash);
            return true;
        }
    }
    /// Puts a new key into the first free place of its sequence.
    fn put(&self, hash: i64, key: Value) {
        let mut walk = Walk::new(hash, self.mask());
        loop {
            let place = self.at(walk.next(self.mask()));
            if place.key.get().is_unbound() && place.hash.get() == 0 {
                place.key.set(key);
                place.hash.set(hash);
                self.filled.set(self.filled.get() + 1);
                return;
            }
        }
    }
    fn rebuild_above(&self, len: usize) -> Result<(), TooLarge> {
        self.rebuild(Set::places_above(len)?)
    }
    /// The smallest table of more than `len` places.
    fn places_above(len: usize) -> Result<usize, TooLarge> {
        let places = len.checked_add(1).and_then(usize::checked_next_power_of_two);
        Ok(places.ok_or(TooLarge)?.max(PLACES_MIN))
    }
    #[cold]
    #[inline(never)]
    fn rebuild(&self, count: usize) -> Result<(), TooLarge> {
        let was_small = self.is_small();
        let kept: [(i64, Value); PLACES_MIN] = match was_small {
            true => std::array::from_fn(|i| (self.small[i].hash.get(), self.small[i].key.get())),
            false => [(0, Value::UNBOUND); PLACES_MIN],
        };
        let table = if count == PLACES_MIN {
            self.take_small()
        } else {
            self.table(count)?
        };
        let (old, old_count) = (self.places.replace(table), self.count.replace(count));
        self.filled.set(0);
        self.moved();
        let put = |(hash, key): (i64, Value)| {
            if key.is_bound() {
                self.put(hash, key);
            }
        };
        if was_small {
            kept.into_iter().for_each(put);
            return Ok(());
        }
        for i in 0..old_count {
            // SAFETY: the old table is still ours, and has this many places.
            let place = unsafe { &*old.add(i) };
            put((place.hash.get(), place.key.get()));
        }
        self.release(old, old_count);
        Ok(())
    }
    /// Makes room for `more` keys at once, as before a merge.
    /// # Errors
    /// When there is no memory for them.
    pub fn reserve(&self, more: usize) -> Result<(), TooLarge> {
        let wanted = self.filled.get().saturating_add(more);
        if more > 0 && wanted.saturating_mul(5) >= self.mask() * 3 {
            self.rebuild_above((self.live.get() + more).checked_mul(2).ok_or(TooLarge)?)?;
        }
        Ok(())
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
        let wanted = match other.len() * 5 >= self.mask() * 3 {
            true => Set::places_above(other.len().checked_mul(2).ok_or(TooLarge)?)?,
            false => self.count.get(),
        };
        let is_alike = wanted == other.count.get() && other.filled == other.live;
        if wanted != self.count.get() {
            let table = match is_alike {
                true => memory::take(&self.header, wanted * size_of::<Place>()).cast(),
                false => self.table(wanted)?,
            };
            if table.is_null() {
                return Err(TooLarge);
            }
            self.release(self.places.replace(table), self.count.replace(wanted));
        }
        if is_alike {
            // SAFETY: both tables have this many places.
            unsafe {
                self.places
                    .get()
                    .copy_from_nonoverlapping(other.places.get(), self.count.get())
            };
            self.filled.set(other.filled.get());
        } else {
            self.put_all(other);
        }
        self.live.set(other.live.get());
        self.moved();
        Ok(true)
    }
    /// Puts the keys of `other` into a table without them.
    fn put_all(&self, other: &Set) {
        for i in 0..other.count.get() {
            let place = other.at(i);
            if place.key.get().is_bound() {
                self.put(place.hash.get(), place.key.get());
            }
        }
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
        if len * 5 >= (PLACES_MIN - 1) * 3 {
            count = Set::places_above(2 * len)?;
        }
        let grows = !right.is_empty() && (len + right.len()) * 5 >= (count - 1) * 3;
        if !grows || count != left.count.get() || left.filled != left.live {
            return Ok(None);
        }
        let both = Set::new(heap, shape);
        both.rebuild_above((len + right.len()).checked_mul(2).ok_or(TooLarge)?)?;
        both.put_all(left);
        both.live.set(len);
        Ok(Some(both))
    }

    /// The key at place `i`, if there is one.
    pub fn entry(&self, i: usize) -> Option<Value> {
        if i < self.count.get() {
            self.at(i).key.get().bound()
        } else {
            None
        }
    }
    /// The hash of the key at place `i`.
    pub fn hash_at(&self, i: usize) -> i64 {
        self.at(i).hash.get()
    }
    /// The first key from place `from` on, with the number of its place. Go on from the place after it.
    #[inline]
    pub fn next_entry(&self, from: usize) -> Option<(usize, Value)> {
        (from..self.count.get()).find_map(|i| Some((i, self.at(i).key.get().bound()?)))
    }
    /// Takes the key at place `i` out.
    pub fn remove_at(&self, i: usize) -> Value {
        let place = self.at(i);
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
        let mut i = self.finger.get() & self.mask();
        while self.at(i).key.get().is_unbound() {
            i = (i + 1) & self.mask();
        }
        self.finger.set(i + 1);
        Some(self.remove_at(i))
    }
    /// Removes all keys and gives their memory back.
    pub fn clear(&self) {
        if self.filled.get() == 0 && self.is_small() {
            return;
        }
        let (old, count) = (self.places.replace(self.take_small()), self.count.replace(PLACES_MIN));
        self.filled.set(0);
        self.live.set(0);
        self.moved();
        self.release(old, count);
    }
    /// Exchanges keys with another set.
    pub fn swap(&self, other: &Set) {
        let (small, other_small) = (self.is_small(), other.is_small());
        memory::adopt(&self.header);
        memory::adopt(&other.header);
        for (a, b) in self.small.iter().zip(&other.small) {
            a.hash.swap(&b.hash);
            b.key.set(a.key.replace(b.key.get()));
        }
        self.places.swap(&other.places);
        if other_small {
            self.places.set(self.small.as_ptr().cast_mut());
        }
        if small {
            other.places.set(other.small.as_ptr().cast_mut());
        }
        self.count.swap(&other.count);
        self.filled.swap(&other.filled);
        self.live.swap(&other.live);
        self.moved();
        other.moved();
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
