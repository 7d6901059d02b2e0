//! The memory of a set's keys: the table of its places, in two forms.
//!
//! Small tables are an index of bytes, one a place, and behind it the entries in the order in which they came: few bytes to clear,
//! to copy and to walk. A byte is 0 where a place was never used, else the number of its entry, counted from 1. Large tables are
//! the entries themselves, one a place, zero where a place was never used: one look into memory finds a key.
//!
//! In both, an entry without a key is one whose key was taken out.

use std::cell::Cell;

use crate::heap::header::Slot;

/// Places of the smallest table.
pub const PLACES_MIN: usize = 8;
/// Places of the largest table with an index.
pub const INDEXED_MAX: usize = 256;
/// Neighbours looked at before the search jumps.
const NEIGHBOURS: usize = 9;
/// Words of the smallest table.
pub const SMALL_WORDS: usize = table_bytes(PLACES_MIN) / 8;

/// A key and its hash; UNBOUND and `DELETED` where the key was taken out.
#[repr(C)]
pub struct Place {
    pub hash: Cell<i64>,
    pub key: Slot,
}
/// No hash.
pub const DELETED: i64 = -1;

/// The number of used places with which a table of `count` places is full: three fifths.
pub const fn limit_of(count: usize) -> usize {
    ((count - 1) * 3).div_ceil(5)
}
/// Bytes of a table.
pub const fn table_bytes(count: usize) -> usize {
    match count <= INDEXED_MAX {
        true => count + limit_of(count) * size_of::<Place>(),
        false => count * size_of::<Place>(),
    }
}
/// Bytes at the start of a table that must be zero in an empty one.
pub const fn cleared_bytes(count: usize) -> usize {
    match count <= INDEXED_MAX {
        true => count,
        false => count * size_of::<Place>(),
    }
}

/// The entry at place `i` of a table of `count` places; `None` if the place was never used.
///
/// # Safety
/// The table is one of so many places, and lives as long as the answer is used. `i < count`.
#[inline(always)] // PERF: perf/0019-small-containers.md
pub unsafe fn at<'a>(table: *mut u8, count: usize, i: usize) -> Option<&'a Place> {
    // SAFETY: by the caller: places lie within the table, and numbers in its index are those of entries.
    unsafe {
        if count <= INDEXED_MAX {
            let number = *table.add(i) as usize;
            return (number != 0).then(|| &*entry(table, count, number - 1));
        }
        let place = &*table.cast::<Place>().add(i);
        (place.key.get().is_bound() || place.hash.get() != 0).then_some(place)
    }
}

/// Entry `n` of an indexed table.
///
/// # Safety
/// The table is one of so many places, and `n` below its limit.
#[inline(always)] // PERF: perf/0019-small-containers.md
pub unsafe fn entry(table: *mut u8, count: usize, n: usize) -> *mut Place {
    // SAFETY: by the caller.
    unsafe { table.add(count).cast::<Place>().add(n) }
}

/// Shows `visit` the entries that have keys, in the order of their places, until it fails.
///
/// # Safety
/// The table is one of so many places, and stays as it is meanwhile.
#[inline(always)] // PERF: perf/0019-small-containers.md
pub unsafe fn try_each<E>(
    table: *mut u8,
    count: usize,
    mut visit: impl FnMut(&Place) -> Result<(), E>,
) -> Result<(), E> {
    // SAFETY: by the caller; an index is whole words, aligned as such.
    unsafe {
        if count > INDEXED_MAX {
            return (0..count)
                .map(|i| &*table.cast::<Place>().add(i))
                .filter(|place| place.key.get().is_bound())
                .try_for_each(visit);
        }
        for group in 0..count / 8 {
            let mut word = u64::from_le(*table.cast::<u64>().add(group));
            while word != 0 {
                let shift = word.trailing_zeros() & !7;
                let place = &*entry(table, count, (word >> shift & 0xFF) as usize - 1);
                word &= !(0xFF << shift);
                if place.key.get().is_bound() {
                    visit(place)?;
                }
            }
        }
    }
    Ok(())
}

/// The sequence of places for a hash: a few neighbours, then a jump, and so on. Reaches every place in the end.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    at: usize,
    last: usize,
    base: usize,
    perturb: u64,
}

impl Walk {
    #[inline]
    pub fn new(hash: i64, mask: usize) -> Walk {
        let base = hash as usize & mask;
        Walk {
            at: base,
            last: Walk::last_neighbour(base, mask),
            base,
            perturb: hash as u64,
        }
    }
    #[inline]
    fn last_neighbour(base: usize, mask: usize) -> usize {
        if base + NEIGHBOURS <= mask {
            base + NEIGHBOURS
        } else {
            base
        }
    }
    #[inline]
    pub fn next(&mut self, mask: usize) -> usize {
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
