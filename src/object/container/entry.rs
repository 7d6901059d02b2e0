//! The entries of a dict, and the block of memory that holds them and their index.

use std::cell::Cell;

use crate::heap::header::{Header, Slot};
use crate::object::container::list::TooLarge;
use crate::object::container::memory;
use crate::object::container::word::index_bytes;

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
