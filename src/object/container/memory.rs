//! Memory of the tables of dicts and sets: buffers in cells of the heap for small ones, which die with their owner unseen; beyond
//! `CELL_BYTES_MAX` blocks of the system's allocator, whose owner the space is told of.

use std::alloc::Layout;

use crate::heap::block::{CELL_BYTES_MAX, Space};
use crate::heap::header::Header;
use crate::heap::mark::Tracer;
use crate::heap::pressure;

/// In `header.flags` of dicts and sets: the space knows that the object owns a block, or did.
pub const ADOPTED: u8 = Header::OWN_A;
/// Alignment of tables.
const ALIGN: usize = 8;

/// Memory for a table of `owner`, which lies in a cell; null when there is none. Its contents are undefined.
#[inline]
pub fn take(owner: &Header, bytes: usize) -> *mut u8 {
    if bytes <= CELL_BYTES_MAX {
        // SAFETY: dicts and sets lie in cells.
        return unsafe { Space::of(owner) }.buffer(bytes).0;
    }
    take_block(owner, bytes, std::alloc::alloc)
}
/// As `take`, all zeros.
#[inline]
pub fn take_zeroed(owner: &Header, bytes: usize) -> *mut u8 {
    if bytes > CELL_BYTES_MAX {
        return take_block(owner, bytes, std::alloc::alloc_zeroed);
    }
    let table = take(owner, bytes);
    // SAFETY: the buffer has that many bytes.
    unsafe { table.write_bytes(0, bytes) };
    table
}
#[inline(never)]
fn take_block(owner: &Header, bytes: usize, alloc: unsafe fn(Layout) -> *mut u8) -> *mut u8 {
    let Ok(layout) = Layout::from_size_align(bytes, ALIGN) else {
        return std::ptr::null_mut();
    };
    adopt(owner);
    pressure::add(bytes);
    // SAFETY: the size is not zero.
    unsafe { alloc(layout) }
}
/// Tells the space that `owner` owns a block.
pub fn adopt(owner: &Header) {
    if !owner.has(ADOPTED) {
        owner.set(ADOPTED);
        // SAFETY: dicts and sets lie in cells.
        unsafe { Space::of(owner) }.adopt(owner);
    }
}

/// Gives memory back before its owner dies.
///
/// # Safety
/// `take` made it, for `bytes`, and nobody uses it any more.
#[inline]
pub(in crate::object) unsafe fn give_back(owner: &Header, table: *mut u8, bytes: usize) {
    // SAFETY: by the caller.
    unsafe {
        match bytes <= CELL_BYTES_MAX {
            true => Space::of(owner).give_back(table, bytes),
            false => free(table, bytes),
        }
    }
}
/// For destructors: buffers in cells go by themselves.
///
/// # Safety
/// As for `give_back`.
pub(in crate::object) unsafe fn free(table: *mut u8, bytes: usize) {
    if bytes > CELL_BYTES_MAX {
        // SAFETY: by the caller; the layout is that of `take_block`.
        unsafe { std::alloc::dealloc(table, Layout::from_size_align_unchecked(bytes, ALIGN)) }
    }
}

/// Keeps a table that `take` made, or says what it weighs.
pub fn trace(tracer: &mut Tracer, table: *const u8, bytes: usize) {
    match bytes <= CELL_BYTES_MAX {
        true => tracer.buffer(table),
        false => tracer.weigh(bytes),
    }
}
/// What is wrong with a table that `take` made, if something is.
pub fn fault(owner: &Header, table: *const u8, bytes: usize) -> Option<&'static str> {
    if bytes > CELL_BYTES_MAX {
        return (!owner.has(ADOPTED)).then_some("a table outside the heap whose owner was not adopted");
    }
    // SAFETY: dicts and sets lie in cells.
    let is_buffer = unsafe { Space::of(owner) }.is_buffer(table as usize);
    (!is_buffer).then_some("a table that is no buffer")
}
