//! The entries of a dict, and the block of memory that holds them and their index.

use std::cell::Cell;

use crate::heap::header::{Header, Slot};
use crate::object::container::list::TooLarge;
use crate::object::container::memory;

/// Entries of the largest dict at all.
pub const CAPACITY_MAX: usize = 1 << 31;

/// A deleted entry has the key UNBOUND.
#[repr(C)]
pub struct Entry {
    pub hash: Cell<i64>,
    pub key: Slot,
    pub value: Slot,
}

/// Bytes of the block of a dict of `capacity` entries: entries, then twice as many index words if there is an index.
#[inline]
pub const fn block_bytes(capacity: usize) -> usize {
    capacity * (size_of::<Entry>() + index_bytes(capacity))
}

/// A block for `capacity` entries of the dict `owner`, with an empty index.
/// # Errors
/// When there is no memory for it.
#[inline]
pub fn take_block(owner: &Header, capacity: usize) -> Result<*mut Entry, TooLarge> {
    if capacity > CAPACITY_MAX {
        return Err(TooLarge);
    }
    let bytes = block_bytes(capacity);
    let block = memory::take(owner, bytes);
    if block.is_null() {
        return Err(TooLarge);
    }
    let entry_bytes = capacity * size_of::<Entry>();
    // SAFETY: the index lies behind the entries; bytes of ones are `EMPTY` in every width.
    unsafe { block.add(entry_bytes).write_bytes(0xFF, bytes - entry_bytes) };
    Ok(block.cast())
}

/// A word of the index: the number of an entry, or one of two marks.
pub trait Word: Copy + PartialEq {
    const EMPTY: Self;
    const DELETED: Self;
    fn to_index(self) -> usize;
    fn from_index(index: usize) -> Self;
}

macro_rules! word {
    ($type:ty) => {
        impl Word for $type {
            const EMPTY: $type = <$type>::MAX;
            const DELETED: $type = <$type>::MAX - 1;
            fn to_index(self) -> usize {
                self as usize
            }
            fn from_index(index: usize) -> $type {
                index as $type
            }
        }
    };
}
word!(u8);
word!(u16);
word!(u32);

/// Entries of the largest dict without an index.
pub const LINEAR_MAX: u32 = 8;

/// Bytes of the index for each place of a dict of `capacity`: two words, of which half of the values suffice.
pub const fn index_bytes(capacity: usize) -> usize {
    match capacity {
        0..=8 => 0,
        9..=0x80 => 2,
        0x81..=0x8000 => 4,
        _ => 8,
    }
}
