//! mimalloc as Rust's allocator, asked without alignments where its blocks are aligned anyway: half the instructions of a block.
//! Must never be asked for more than Rust promises; programs choose it with `#[global_allocator]`.

use std::alloc::{GlobalAlloc, Layout};

/// Blocks of at least their alignment have it, up to this one.
const ALIGNMENT_MAX: usize = 16;

/// PERF: perf/0026-compile-again.md.
pub struct Mimalloc;

#[inline]
fn is_plain(layout: Layout, size: usize) -> bool {
    layout.align() <= ALIGNMENT_MAX && layout.align() <= size
}

// SAFETY: blocks of mimalloc are as large as asked for, aligned as said, and belong to nobody else until freed.
unsafe impl GlobalAlloc for Mimalloc {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: any size and power of two will do.
        unsafe {
            match is_plain(layout, layout.size()) {
                true => libmimalloc_sys::mi_malloc(layout.size()).cast(),
                false => libmimalloc_sys::mi_malloc_aligned(layout.size(), layout.align()).cast(),
            }
        }
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as in `alloc`.
        unsafe {
            match is_plain(layout, layout.size()) {
                true => libmimalloc_sys::mi_zalloc(layout.size()).cast(),
                false => libmimalloc_sys::mi_zalloc_aligned(layout.size(), layout.align()).cast(),
            }
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, _: Layout) {
        // SAFETY: the caller got the block from this allocator.
        unsafe { libmimalloc_sys::mi_free(block.cast()) }
    }

    #[inline]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller got the block from this allocator, with this alignment.
        unsafe {
            match is_plain(layout, size) {
                true => libmimalloc_sys::mi_realloc(block.cast(), size).cast(),
                false => libmimalloc_sys::mi_realloc_aligned(block.cast(), size, layout.align()).cast(),
            }
        }
    }
}
