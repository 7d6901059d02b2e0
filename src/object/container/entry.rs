//! The entries of a dict, and the block of memory that holds them and their index.

use std::alloc::Layout;
use std::cell::Cell;

use crate::heap::header::Slot;
use crate::heap::pressure;
use crate::object::container::list::TooLarge;
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

/// The block of a dict of `capacity` entries: entries, then twice as many index words if there is an index.
pub fn block_layout(capacity: usize) -> Result<Layout, TooLarge> {
    let place_bytes = size_of::<Entry>() + index_bytes(capacity);
    let bytes = capacity.checked_mul(place_bytes).ok_or(TooLarge)?;
    Layout::from_size_align(bytes, align_of::<Entry>()).map_err(|_| TooLarge)
}

/// Gives back a block that `take_block` made.
pub(in crate::object) fn free_block(entries: *mut Entry, capacity: u32) {
    if let Ok(layout) = block_layout(capacity as usize) {
        // SAFETY: blocks are allocated by `take_block` with the layout of their capacity.
        unsafe { std::alloc::dealloc(entries.cast(), layout) }
    }
}

/// A block for `capacity` entries, with an empty index.
pub fn take_block(capacity: usize) -> Result<*mut Entry, TooLarge> {
    if capacity > CAPACITY_MAX {
        return Err(TooLarge);
    }
    let layout = block_layout(capacity)?;
    // SAFETY: the capacity is not zero.
    let block = unsafe { std::alloc::alloc(layout) };
    if block.is_null() {
        return Err(TooLarge);
    }
    let entry_bytes = capacity * size_of::<Entry>();
    // SAFETY: the index lies behind the entries; bytes of ones are `EMPTY` in every width.
    unsafe { block.add(entry_bytes).write_bytes(0xFF, layout.size() - entry_bytes) };
    pressure::add(layout.size());
    Ok(block.cast())
}
