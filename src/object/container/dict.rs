//! `dict`: a compact table that remembers insertion order.
//!
//! One block of memory holds the entries in order of insertion and, behind them, an index by hash; dicts of at most eight
//! entries have no index and are searched in order, and up to four entries lie in the object. Deleted entries leave gaps until the next
//! rebuild. Nothing here runs Python: where comparing keys may need it, the caller walks the candidates by [`Dict::probe`] and
//! [`Dict::next_candidate`], and starts again when [`Dict::version`] moved.
//!
//! INVARIANT: unless the dict is empty, the entries at `first` and at `used - 1` are live.

use std::cell::{Cell, UnsafeCell};
use std::mem::MaybeUninit;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::container::entry::{CAPACITY_MAX, Entry, LINEAR_MAX, Word, block_bytes, take_block};
use crate::object::container::key::{Unsure, quick_hash, same_items, same_plainly, text_of, tuple_of};
use crate::object::container::list::TooLarge;
use crate::object::container::memory;

/// Entries of the largest dict that has them inside.
pub const SMALL: usize = 4;

/// A dict of any class. `header.OWN_A`: see `memory::ADOPTED`.
#[repr(C)]
pub struct Dict {
    pub header: Header,
    pub(in crate::object::container) entries: Cell<*mut Entry>,
    /// Places for entries, a power of two.
    pub(in crate::object::container) capacity: Cell<u32>,
    /// Places handed out; what lies beyond is uninitialised.
    pub(in crate::object::container) used: Cell<u32>,
    pub(in crate::object::container) live: Cell<u32>,
    version: Cell<u32>,
    /// The first live entry; all before it are deleted.
    pub(in crate::object::container) first: Cell<u32>,
    /// Words of the index that are not `EMPTY`.
    pub(in crate::object::container) filled: Cell<u32>,
    /// The places of a dict of few entries.
    small: UnsafeCell<MaybeUninit<[Entry; SMALL]>>,
}

const _: () = assert!(size_of::<Dict>() == 144);

/// A search under way.
#[derive(Clone, Copy, Debug)]
pub struct Probe {
    hash: i64,
    step: u32,
    version: u32,
}

/// Calls a generic method for the index words that the capacity asks for; half of the values of a word suffice.
macro_rules! by_width {
    ($dict:expr, $method:ident ( $($argument:expr),* )) => {
        match $dict.capacity.get() {
            0..=0x80 => $dict.$method::<u8>($($argument),*),
            0x81..=0x8000 => $dict.$method::<u16>($($argument),*),
            _ => $dict.$method::<u32>($($argument),*),
        }
    };
}

pub(in crate::object::container) use by_width;

// SAFETY: `repr(C)`, header first, every live key and value is traced.
unsafe impl Object for Dict {
    const KIND: Kind = Kind::Dict;
    const TENURES: bool = true;
    const ADOPTED: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        if let Some(bytes) = self.outside_bytes() {
            memory::trace(tracer, self.entries.get().cast(), bytes);
        }
        for i in 0..self.used.get() as usize {
            tracer.slot(&self.at(i).key);
            tracer.slot(&self.at(i).value);
        }
    }
    fn fault(&self) -> Option<&'static str> {
        memory::fault(&self.header, self.entries.get().cast(), self.outside_bytes()?)
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        if let Some(bytes) = self.outside_bytes() {
            // SAFETY: the block is this dict's, of this size.
            unsafe { memory::free(self.entries.get().cast(), bytes) };
        }
    }
}

impl Dict {
    /// An empty dict.
    pub fn new(heap: &mut Heap, shape: ShapeId) -> Ref<Dict> {
        let dict = heap.alloc(Dict {
            header: Header::new(Kind::Dict, shape),
            entries: Cell::new(std::ptr::null_mut()),
            capacity: Cell::new(SMALL as u32),
            used: Cell::new(0),
            live: Cell::new(0),
            version: Cell::new(0),
            first: Cell::new(0),
            filled: Cell::new(0),
            small: UnsafeCell::new(MaybeUninit::uninit()),
        });
        dict.entries.set(dict.inside());
        dict
    }
    /// The places inside the object.
    pub(in crate::object::container) fn inside(&self) -> *mut Entry {
        self.small.get().cast()
    }
    /// Bytes of the block, unless the entries are inside.
    fn outside_bytes(&self) -> Option<usize> {
        (self.entries.get() != self.inside()).then(|| block_bytes(self.capacity.get() as usize))
    }
    /// A block for `capacity` entries, or the places inside.
    fn block(&self, capacity: usize) -> Result<*mut Entry, TooLarge> {
        if capacity == SMALL {
            return Ok(self.inside());
        }
        take_block(&self.header, capacity)
    }
    /// Gives back a block that this dict used, unless it is inside.
    pub(in crate::object::container) fn release(&self, entries: *mut Entry, capacity: u32) {
        if entries != self.inside() {
            // SAFETY: the block is of this capacity, and its entries lie elsewhere by now.
            unsafe { memory::give_back(&self.header, entries.cast(), block_bytes(capacity as usize)) };
        }
    }
    pub fn len(&self) -> usize {
        self.live.get() as usize
    }
    pub fn is_empty(&self) -> bool {
        self.live.get() == 0
    }
    /// Moves whenever a key comes or goes or entries change their place: what was found before must be looked for again.
    /// Setting the value of a key that is there does not move it.
    pub fn version(&self) -> u32 {
        self.version.get()
    }
    pub(in crate::object::container) fn moved(&self) {
        self.version.set(self.version.get().wrapping_add(1));
    }
    /// Offset of the version, for the handlers of global variables.
    pub const VERSION_OFFSET: usize = std::mem::offset_of!(Dict, version);

    #[inline]
    fn at(&self, i: usize) -> &Entry {
        debug_assert!(i < self.used.get() as usize);
        // SAFETY: callers give the number of a used entry; used entries are initialised. Entries change through cells, and no
        // reference to one is kept across a rebuild.
        unsafe { &*self.entries.get().add(i) }
    }
    #[inline]
    pub(in crate::object::container) fn has_index(&self) -> bool {
        self.capacity.get() > LINEAR_MAX
    }
    /// Where step `step` of the search for `hash` looks in the index: first by the low bits as they are, so that keys in
    /// sequence lie in sequence; from the second step on by well mixed bits, in strides that differ from hash to hash: what lies
    /// in sequence would be a long way to go by neighbours.
    #[inline]
    fn position(&self, hash: i64, step: u32) -> usize {
        match step {
            0 => self.first_position(hash),
            _ => self.later_position(hash, step),
        }
    }
    #[inline]
    fn first_position(&self, hash: i64) -> usize {
        hash as usize & (2 * self.capacity.get() as usize - 1)
    }
    #[inline]
    fn later_position(&self, hash: i64, step: u32) -> usize {
        let bits = self.capacity.get().trailing_zeros() + 1;
        let mask = 2 * self.capacity.get() as usize - 1;
        let mixed = (hash ^ hash >> 32) as u64;
        let mixed = mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let stride = (mixed >> 16) as usize | 1;
        ((mixed >> (64 - bits)) as usize).wrapping_add(stride.wrapping_mul(step as usize)) & mask
    }
    #[inline]
    fn word<W: Word>(&self, position: usize) -> *mut W {
        debug_assert!(self.has_index() && position < 2 * self.capacity.get() as usize);
        // SAFETY: the index begins behind the places for entries, aligned for every width, and has twice as many words.
        unsafe {
            self.entries
                .get()
                .add(self.capacity.get() as usize)
                .cast::<W>()
                .add(position)
        }
    }

    /// The number of the entry with this hash whose key `same` accepts. `same` must not change this dict.
    #[inline]
    pub fn find(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        if self.has_index() {
            return by_width!(self, seek(hash, same));
        }
        (0..self.used.get() as usize).find(|&i| {
            let entry = self.at(i);
            entry.hash.get() == hash && entry.key.get().is_bound() && same(entry.key.get())
        })
    }
    #[inline]
    fn seek<W: Word>(&self, hash: i64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        let mut step = 0;
        loop {
            // SAFETY: positions lie within the index.
            let word = unsafe { *self.word::<W>(self.position(hash, step)) };
            if word == W::EMPTY {
                return None;
            }
            if word != W::DELETED {
                let entry = self.at(word.to_index());
                if entry.hash.get() == hash && same(entry.key.get()) {
                    return Some(word.to_index());
                }
            }
            step += 1;
        }
    }

    /// The number of the entry for an inline int or an exact `str` or `tuple`, if the first step of the search meets it: what handlers try
    /// first.
    #[inline(always)] // PERF: perf/0003-texts.md
    pub fn find_at_once(&self, key: Value) -> Option<usize> {
        if !self.has_index() {
            if !key.is_int() && text_of(key).is_none() && tuple_of(key).is_none() {
                return None;
            }
            return (0..self.used.get() as usize).find(|&i| self.at(i).key.get() == key);
        }
        let hash = quick_hash(key)?;
        let position = self.first_position(hash);
        // SAFETY: the position lies within the index; what marks a word is the number of no entry.
        let i = unsafe {
            match self.capacity.get() {
                0..=0x80 => (*self.word::<u8>(position)).to_index(),
                0x81..=0x8000 => (*self.word::<u16>(position)).to_index(),
                _ => (*self.word::<u32>(position)).to_index(),
            }
        };
        if i >= self.used.get() as usize {
            return None;
        }
        let entry = self.at(i);
        let other = entry.key.get();
        if other == key {
            return Some(i);
        }
        if entry.hash.get() != hash || key.is_int() {
            return None;
        }
        let is_same = match (text_of(other), text_of(key)) {
            (Some(other), Some(key)) => other.compare_quickly(&key) == Some(true),
            _ => same_items(other, key),
        };
        is_same.then_some(i)
    }
    /// The number of the entry for `key`, whose hash this is, as far as that can be told without Python.
    /// # Errors
    /// When an entry with this hash has a key that only Python can compare.
    #[inline(never)]
    pub fn find_plainly(&self, hash: i64, key: Value) -> Result<Option<usize>, Unsure> {
        Ok(self.place_of(hash, key)?.ok())
    }
    /// As `find_plainly`; without an entry the place in the index where the search has ended, 0 if there is no index.
    #[inline(always)] // PERF: perf/0015-containers.md
    fn place_of(&self, hash: i64, key: Value) -> Result<Result<usize, usize>, Unsure> {
        if self.has_index() {
            return by_width!(self, seek_plainly(hash, key));
        }
        for i in 0..self.used.get() as usize {
            let (other, entry) = (self.at(i).key.get(), self.at(i));
            if other == key || entry.hash.get() == hash && same_plainly(other, key)? {
                return Ok(Ok(i));
            }
        }
        Ok(Err(0))
    }
    #[inline(always)] // PERF: perf/0015-containers.md
    fn seek_plainly<W: Word>(&self, hash: i64, key: Value) -> Result<Result<usize, usize>, Unsure> {
        let (mut step, mut position) = (0, self.first_position(hash));
        loop {
            // SAFETY: positions lie within the index.
            let word = unsafe { *self.word::<W>(position) };
            if word == W::EMPTY {
                return Ok(Err(position));
            }
            if word != W::DELETED {
                let entry = self.at(word.to_index());
                let other = entry.key.get();
                if other == key || entry.hash.get() == hash && same_plainly(other, key)? {
                    return Ok(Ok(word.to_index()));
                }
            }
            step += 1;
            position = self.later_position(hash, step);
        }
    }
    /// Sets the value of an inline int, or of an exact `str` or `tuple` that knows its hash, if the first step of the search tells
    /// where; answers whether it did: what handlers try first.
    #[inline(always)] // PERF: perf/0019-small-containers.md
    pub fn try_set(&self, key: Value, value: Value) -> bool {
        let Some(hash) = quick_hash(key) else {
            return false;
        };
        if self.header.is_tenured() {
            return false;
        }
        if !self.has_index() {
            for i in 0..self.used.get() as usize {
                let entry = self.at(i);
                if entry.key.get() == key {
                    entry.value.set(value);
                    return true;
                }
                if entry.hash.get() == hash {
                    return false;
                }
            }
            if self.used == self.capacity {
                return false;
            }
            self.append(hash, key, value);
            return true;
        }
        if self.capacity.get() > 0x80 {
            return false;
        }
        let position = self.first_position(hash);
        // SAFETY: the position lies within the index.
        let word = unsafe { *self.word::<u8>(position) };
        if word == u8::EMPTY && !self.is_full() {
            let i = self.append(hash, key, value);
            self.fill_word::<u8>(position, i);
            return true;
        }
        let i = word.to_index();
        if i < self.used.get() as usize && self.at(i).key.get() == key {
            self.at(i).value.set(value);
            return true;
        }
        false
    }
    /// Sets the value of `key`, whose hash this is.
    /// # Errors
    /// When an entry with this hash has a key that only Python can compare, or memory is short; nothing has changed then.
    #[inline(never)]
    pub fn set_plainly(&self, hash: i64, key: Value, value: Value) -> Result<(), Unsure> {
        match self.place_of(hash, key)? {
            Ok(i) => self.set_value(i, value),
            Err(position) => {
                if self.is_full() {
                    return self.insert_new(hash, key, value).map(|_| ()).map_err(|TooLarge| Unsure);
                }
                let i = self.append(hash, key, value);
                if self.has_index() {
                    by_width!(self, fill_word(position, i));
                }
            }
        }
        Ok(())
    }
    /// Enters entry `i` into a free place of the index.
    #[inline]
    fn fill_word<W: Word>(&self, position: usize, i: usize) {
        // SAFETY: positions lie within the index.
        unsafe { *self.word::<W>(position) = W::from_index(i) };
        self.filled.set(self.filled.get() + 1);
    }
    #[inline]
    fn is_full(&self) -> bool {
        self.used.get() == self.capacity.get() || self.filled.get() >= self.capacity.get() / 2 * 3
    }
    /// Writes an entry behind the others; there must be room.
    #[inline]
    fn append(&self, hash: i64, key: Value, value: Value) -> usize {
        self.header.touch();
        let i = self.used.get() as usize;
        self.used.set(i as u32 + 1);
        self.live.set(self.live.get() + 1);
        self.moved();
        // SAFETY: there is room for one more entry, as yet uninitialised.
        unsafe {
            let entry = Entry {
                hash: Cell::new(hash),
                key: Slot::new(key),
                value: Slot::new(value),
            };
            self.entries.get().add(i).write(entry);
        }
        i
    }
    /// Begins a search that may run Python between its steps.
    pub fn probe(&self, hash: i64) -> Probe {
        Probe {
            hash,
            step: 0,
            version: self.version.get(),
        }
    }
    /// The next entry with the probe's hash: its number and its key, to be compared by the caller. `None`: no such key.
    ///
    /// When the dict's version moved since `probe`, the probe is stale: the caller begins a new one. (See [`Dict::is_stale`].)
    pub fn next_candidate(&self, probe: &mut Probe) -> Option<(usize, Value)> {
        debug_assert!(!self.is_stale(probe));
        if self.has_index() {
            return by_width!(self, next_by_index(probe));
        }
        while probe.step < self.used.get() {
            let entry = self.at(probe.step as usize);
            probe.step += 1;
            if entry.hash.get() == probe.hash && entry.key.get().is_bound() {
                return Some((probe.step as usize - 1, entry.key.get()));
            }
        }
        None
    }
    fn next_by_index<W: Word>(&self, probe: &mut Probe) -> Option<(usize, Value)> {
        loop {
            // SAFETY: positions lie within the index.
            let word = unsafe { *self.word::<W>(self.position(probe.hash, probe.step)) };
            if word == W::EMPTY {
                return None;
            }
            probe.step += 1;
            if word != W::DELETED && self.at(word.to_index()).hash.get() == probe.hash {
                return Some((word.to_index(), self.at(word.to_index()).key.get()));
            }
        }
    }
    /// Whether keys came, went or moved since the probe began.
    pub fn is_stale(&self, probe: &Probe) -> bool {
        probe.version != self.version.get()
    }

    /// Inserts a key that is not there; answers the number of its entry.
    /// # Errors
    /// When there is no memory for it; the dict is then unchanged.
    #[inline]
    pub fn insert_new(&self, hash: i64, key: Value, value: Value) -> Result<usize, TooLarge> {
        if self.is_full() {
            let live = self.len();
            self.rebuild((live + live / 2 + 1).max(SMALL).next_power_of_two())?;
        }
        let i = self.append(hash, key, value);
        if self.has_index() {
            by_width!(self, enter(hash, i));
        }
        Ok(i)
    }
    /// Enters entry `i` into the index, at the first free word of its search.
    #[inline]
    fn enter<W: Word>(&self, hash: i64, i: usize) {
        let mut step = 0;
        loop {
            let word = self.word::<W>(self.position(hash, step));
            // SAFETY: positions lie within the index, which always has free words.
            unsafe {
                if *word == W::EMPTY || *word == W::DELETED {
                    self.filled.set(self.filled.get() + u32::from(*word == W::EMPTY));
                    *word = W::from_index(i);
                    return;
                }
            }
            step += 1;
        }
    }
    /// Moves the live entries, without gaps, into a new block.
    #[cold]
    #[inline(never)]
    fn rebuild(&self, capacity: usize) -> Result<(), TooLarge> {
        debug_assert!(capacity.is_power_of_two() && capacity >= self.len());
        self.header.touch();
        let block = self.block(capacity)?;
        let (old, used) = (self.entries.replace(block), self.used.replace(0) as usize);
        let old_capacity = self.capacity.replace(capacity as u32);
        let mut end = 0;
        self.filled.set(0);
        self.first.set(0);
        self.moved();
        if self.live.get() as usize == used {
            // SAFETY: the new block has room for all entries; both may be the places inside.
            unsafe { block.copy_from(old, used) };
            end = used;
        }
        let rest = end..used;
        for i in rest {
            // SAFETY: used entries of the old block are initialised, and the new block has room for all live ones. Both may be the
            // places inside: an entry only moves down.
            unsafe {
                let entry = old.add(i);
                if (*entry).key.get().is_bound() {
                    block.add(end).copy_from(entry, 1);
                    end += 1;
                }
            }
        }
        self.used.set(end as u32);
        if self.has_index() {
            by_width!(self, enter_all());
        }
        self.release(old, old_capacity);
        Ok(())
    }
    /// Enters all entries into an empty index.
    pub(in crate::object::container) fn enter_all<W: Word>(&self) {
        let used = self.used.get() as usize;
        for i in 0..used {
            let hash = self.at(i).hash.get();
            let (mut step, mut position) = (0, self.first_position(hash));
            // SAFETY: positions lie within the index, which always has free words.
            while unsafe { *self.word::<W>(position) } != W::EMPTY {
                step += 1;
                position = self.later_position(hash, step);
            }
            // SAFETY: as above.
            unsafe { *self.word::<W>(position) = W::from_index(i) };
        }
        self.filled.set(used as u32);
    }
    /// Makes room for `more` new keys.
    /// # Errors
    /// When there is no memory for them.
    pub fn reserve(&self, more: usize) -> Result<(), TooLarge> {
        let wanted = self.len().checked_add(more).ok_or(TooLarge)?;
        if wanted > CAPACITY_MAX {
            return Err(TooLarge);
        }
        let free = self.capacity.get() as usize - self.used.get() as usize;
        if more == 0 || free >= more {
            return Ok(());
        }
        self.rebuild(wanted.max(SMALL).next_power_of_two())
    }

    /// Key and value of entry `i`, if it is live.
    #[inline]
    pub fn entry(&self, i: usize) -> Option<(Value, Value)> {
        if i >= self.used.get() as usize {
            return None;
        }
        let entry = self.at(i);
        Some((entry.key.get().bound()?, entry.value.get()))
    }
    /// The hash of the key of a live entry.
    pub fn hash_at(&self, i: usize) -> i64 {
        self.at(i).hash.get()
    }
    /// The value of a live entry.
    #[inline]
    pub fn value_at(&self, i: usize) -> Value {
        self.at(i).value.get()
    }
    /// Sets the value of a live entry.
    #[inline]
    pub fn set_value(&self, i: usize, value: Value) {
        debug_assert!(self.at(i).key.get().is_bound());
        self.header.touch();
        self.at(i).value.set(value);
    }
    /// Where the value of entry `i` lies: valid until `version` moves. To be written only while `header.is_tenured()` is false.
    pub fn value_slot(&self, i: usize) -> *const Slot {
        &self.at(i).value
    }
    /// The first live entry from number `from` on: its number, key and value. Go on from the number after it.
    #[inline]
    pub fn next_entry(&self, from: usize) -> Option<(usize, Value, Value)> {
        let mut i = from.max(self.first.get() as usize);
        while i < self.used.get() as usize {
            let entry = self.at(i);
            if entry.key.get().is_bound() {
                return Some((i, entry.key.get(), entry.value.get()));
            }
            i += 1;
        }
        None
    }
    /// The last live entry before number `before`. Begin with `usize::MAX`.
    pub fn prev_entry(&self, before: usize) -> Option<(usize, Value, Value)> {
        let mut i = before.min(self.used.get() as usize);
        while i > self.first.get() as usize {
            i -= 1;
            let entry = self.at(i);
            if entry.key.get().is_bound() {
                return Some((i, entry.key.get(), entry.value.get()));
            }
        }
        None
    }

    /// Deletes a live entry; answers its value.
    pub fn remove_at(&self, i: usize) -> Value {
        let entry = self.at(i);
        debug_assert!(entry.key.get().is_bound());
        if self.has_index() {
            by_width!(self, leave(entry.hash.get(), i));
        }
        entry.key.set(Value::UNBOUND);
        let value = entry.value.replace(Value::UNBOUND);
        self.live.set(self.live.get() - 1);
        self.moved();
        let is_deleted = |i: u32| self.at(i as usize).key.get().is_unbound();
        while self.used.get() > 0 && is_deleted(self.used.get() - 1) {
            self.used.set(self.used.get() - 1);
        }
        while self.first.get() < self.used.get() && is_deleted(self.first.get()) {
            self.first.set(self.first.get() + 1);
        }
        if self.used.get() == 0 {
            self.first.set(0);
        }
        value
    }
    /// Takes entry `i` out of the index.
    fn leave<W: Word>(&self, hash: i64, i: usize) {
        let mut step = 0;
        loop {
            let word = self.word::<W>(self.position(hash, step));
            // SAFETY: positions lie within the index; the entry is in it, so the search ends.
            unsafe {
                if *word == W::from_index(i) {
                    *word = W::DELETED;
                    return;
                }
            }
            step += 1;
        }
    }
    /// Deletes all entries and gives their memory back.
    pub fn clear(&self) {
        let (old, capacity) = (self.entries.replace(self.inside()), self.capacity.replace(SMALL as u32));
        self.used.set(0);
        self.live.set(0);
        self.first.set(0);
        self.filled.set(0);
        self.moved();
        self.release(old, capacity);
    }
}

#[cfg(test)]
mod tests {
    use crate::heap::header::{KINDS, Kind, ShapeId};
    use crate::heap::object::{KindInfo, Ref};
    use crate::heap::store::Heap;
    use crate::heap::value::Value;
    use crate::object::container::dict::Dict;
    use crate::object::text::string::Str;
    use crate::vm::known::ClassId;

    static TABLE: [KindInfo; KINDS] = {
        let mut table = [KindInfo::unused(); KINDS];
        table[Kind::Dict as usize] = KindInfo::of::<Dict>();
        table[Kind::Str as usize] = KindInfo::of::<Str>();
        table
    };
    fn new(heap: &mut Heap) -> Ref<Dict> {
        Dict::new(heap, ShapeId(0))
    }
    fn find(dict: &Dict, n: i64) -> Option<usize> {
        dict.find(n, |key| key == Value::small_int(n))
    }
    fn set(dict: &Dict, n: i64, value: i64) {
        match find(dict, n) {
            Some(i) => dict.set_value(i, Value::small_int(value)),
            None => _ = dict.insert_new(n, Value::small_int(n), Value::small_int(value)),
        }
    }
    fn keys(dict: &Dict) -> Vec<i64> {
        let (mut keys, mut from) = (Vec::new(), 0);
        while let Some((i, key, _)) = dict.next_entry(from) {
            keys.push(key.int_unchecked());
            from = i + 1;
        }
        keys
    }

    #[test]
    fn agrees_with_a_model_under_all_kinds_of_change() {
        let mut heap = Heap::new(&TABLE);
        for stride in [1, 65_536, 7_919] {
            let dict = new(&mut heap);
            let mut model: Vec<(i64, i64)> = Vec::new();
            let mut state = 1u64;
            for round in 0..if cfg!(miri) { 300 } else { 5000 } {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let n = (state >> 40) as i64 % 400 * stride;
                match state >> 33 & 15 {
                    0..=8 => {
                        set(&dict, n, round);
                        match model.iter_mut().find(|(key, _)| *key == n) {
                            Some(pair) => pair.1 = round,
                            None => model.push((n, round)),
                        }
                    }
                    9..=13 => {
                        let removed = find(&dict, n).map(|i| dict.remove_at(i).int_unchecked());
                        let at = model.iter().position(|&(key, _)| key == n);
                        assert_eq!(removed, at.map(|at| model.remove(at).1));
                    }
                    _ => {
                        let popped = dict.pop_last().map(|(k, v)| (k.int_unchecked(), v.int_unchecked()));
                        assert_eq!(popped, model.pop());
                    }
                }
                assert_eq!(dict.len(), model.len());
            }
            assert_eq!(keys(&dict), model.iter().map(|&(key, _)| key).collect::<Vec<_>>());
            let copy = dict.copy(&mut heap, ShapeId(0)).unwrap();
            assert_eq!(keys(&copy), keys(&dict));
            dict.clear();
            assert!(dict.is_empty() && find(&dict, 0).is_none() && find(&copy, model[0].0).is_some());
            assert_eq!(keys(&copy.copy(&mut heap, ShapeId(0)).unwrap()), keys(&copy));
        }
    }

    #[test]
    fn queues_stay_small() {
        let mut heap = Heap::new(&TABLE);
        let dict = new(&mut heap);
        for n in 0..2000 {
            set(&dict, n, n);
            if n >= 20 {
                let (i, key, _) = dict.next_entry(0).unwrap();
                assert_eq!(key, Value::small_int(n - 20));
                dict.remove_at(i);
            }
        }
        assert!(dict.capacity.get() <= 32);
        let last = dict.prev_entry(usize::MAX).map(|(_, key, _)| key.int_unchecked());
        assert_eq!(last, Some(1999));
    }

    #[test]
    fn candidates_are_all_keys_of_the_hash() {
        let mut heap = Heap::new(&TABLE);
        let dict = new(&mut heap);
        for n in 0..30 {
            dict.insert_new(n / 10, Value::small_int(n), Value::NONE).unwrap();
        }
        let mut probe = dict.probe(1);
        let mut found = Vec::new();
        while let Some((_, key)) = dict.next_candidate(&mut probe) {
            found.push(key.int_unchecked());
        }
        assert_eq!(found, (10..20).collect::<Vec<_>>());
        dict.set_value(0, Value::TRUE);
        assert!(!dict.is_stale(&probe));
        dict.remove_at(0);
        assert!(dict.is_stale(&probe));
    }

    #[test]
    fn text_is_found_by_pointer_or_bytes() {
        let mut heap = Heap::new(&TABLE);
        let dict = new(&mut heap);
        let text =
            |heap: &mut Heap, n: usize| Str::new(heap, ClassId::Str.shape(), format!("key{n}").as_bytes()).value();
        for n in 0..300 {
            let key = text(&mut heap, n);
            dict.set_str(key, Value::small_int(n as i64)).unwrap();
            assert_eq!(dict.get_str(key), Some(Value::small_int(n as i64)));
        }
        let version = dict.version();
        for n in 0..300 {
            let key = text(&mut heap, n);
            assert_eq!(dict.get_str(key), Some(Value::small_int(n as i64)));
        }
        let key = text(&mut heap, 7);
        dict.set_str(key, Value::TRUE).unwrap();
        assert_eq!(dict.version(), version);
        assert_eq!(dict.remove_str(key), Some(Value::TRUE));
        assert!(dict.get_str(key).is_none() && dict.version() != version);
        assert!(dict.reserve(usize::MAX).is_err() && dict.reserve(1 << 40).is_err());
    }
}
