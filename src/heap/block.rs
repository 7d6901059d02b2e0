//! Blocks of equal cells in one reserved range of addresses, so that any word can be tested for being an object.

use std::ptr::NonNull;

use crate::heap::header::{Header, KINDS, Kind};
use crate::heap::object::KindInfo;

/// Bytes of a block; the reservation is cut into these.
pub const BLOCK_BYTES: usize = 32 * 1024;
/// Bytes of the largest cell; larger objects are allocated singly.
pub const CELL_BYTES_MAX: usize = 2048;
/// Cell sizes: every 16 bytes up to 256, then every 128.
pub const CLASSES: usize = 16 + (CELL_BYTES_MAX - 256) / 128;

/// Index of the smallest class whose cells hold `bytes`.
pub const fn class_of(bytes: usize) -> usize {
    if bytes <= 256 {
        bytes.div_ceil(16) - 1
    } else {
        16 + (bytes - 256).div_ceil(128) - 1
    }
}
/// Bytes of a cell of class `class`.
pub const fn cell_bytes(class: usize) -> usize {
    if class < 16 {
        (class + 1) * 16
    } else {
        256 + (class - 15) * 128
    }
}

/// The reserved addresses and which blocks of it are in use.
pub struct Space {
    base: *mut u8,
    bytes: usize,
    /// Per block in use: its cell class.
    pub classes: Vec<u8>,
}

impl Space {
    /// Reserves addresses, as many as the system grants; nothing is committed yet.
    pub fn reserve() -> Space {
        let mut bytes = if cfg!(miri) { 1 << 22 } else { 1usize << 37 };
        loop {
            if let Some(base) = map(bytes) {
                return Space {
                    base,
                    bytes,
                    classes: Vec::new(),
                };
            }
            bytes /= 2;
            assert!(bytes >= BLOCK_BYTES, "no address space for the heap");
        }
    }

    /// Takes the next block for cells of `class`; `None` when the reservation is used up.
    pub fn take(&mut self, class: usize) -> Option<usize> {
        let index = self.classes.len();
        if (index + 1) * BLOCK_BYTES > self.bytes {
            return None;
        }
        self.classes.push(class as u8);
        Some(index)
    }
    /// First byte of a block.
    pub fn start(&self, block: usize) -> *mut u8 {
        // SAFETY: block indices lie within the reservation.
        unsafe { self.base.add(block * BLOCK_BYTES) }
    }
    /// How many cells a block has.
    pub fn cells(&self, block: usize) -> usize {
        BLOCK_BYTES / cell_bytes(self.classes[block] as usize)
    }
    /// The cell of a block.
    pub fn cell(&self, block: usize, index: usize) -> NonNull<Header> {
        let bytes = cell_bytes(self.classes[block] as usize);
        // SAFETY: the index is below `cells`, so the cell lies in the block.
        unsafe { NonNull::new_unchecked(self.start(block).add(index * bytes).cast()) }
    }
    /// The live object that `word` points at or into, if any.
    pub fn object_at(&self, word: usize) -> Option<NonNull<Header>> {
        let offset = word.wrapping_sub(self.base as usize);
        let block = offset / BLOCK_BYTES;
        if block >= self.classes.len() {
            return None;
        }
        let index = offset % BLOCK_BYTES / cell_bytes(self.classes[block] as usize);
        if index >= self.cells(block) {
            return None;
        }
        let cell = self.cell(block, index);
        // SAFETY: cells of taken blocks are initialised memory (zero pages or headers); zero is `Kind::Free`.
        (unsafe { cell.as_ref() }.kind() != Kind::Free).then_some(cell)
    }

    /// Frees the dead cells of a block and links all free cells in front of `list`. Answers the new list and the cells freed.
    ///
    /// # Safety
    /// Marking is complete: whatever has not `colour` is unreachable.
    pub unsafe fn sweep(
        &self,
        block: usize,
        colour: u8,
        kinds: &[KindInfo; KINDS],
        mut list: *mut u8,
    ) -> (*mut u8, usize) {
        let mut freed = 0;
        for index in (0..self.cells(block)).rev() {
            let cell = self.cell(block, index);
            // SAFETY: as in `object_at`; the kind chooses the right destructor; nobody reaches the cell any more.
            unsafe {
                let header = cell.as_ref();
                if header.kind() != Kind::Free {
                    if header.flags() & Header::COLOUR == colour {
                        continue;
                    }
                    if let Some(drop) = kinds[header.kind() as usize].drop {
                        drop(cell);
                    }
                    header.set_kind(Kind::Free);
                    freed += 1;
                }
                link(cell.as_ptr().cast(), list);
            }
            list = cell.as_ptr().cast();
        }
        (list, freed)
    }
}

impl Drop for Space {
    fn drop(&mut self) {
        unmap(self.base, self.bytes);
    }
}

/// The cell behind a free cell.
///
/// # Safety
/// `cell` is a free cell of a list.
pub unsafe fn next_free(cell: *mut u8) -> *mut u8 {
    // SAFETY: the link lies in the second word of the cell, which is at least 16 bytes long.
    unsafe { *cell.cast::<*mut u8>().add(1) }
}

/// Puts a free cell in front of `list`.
///
/// # Safety
/// `cell` is a cell that nobody uses.
pub unsafe fn link(cell: *mut u8, list: *mut u8) {
    // SAFETY: as in `next_free`.
    unsafe { *cell.cast::<*mut u8>().add(1) = list }
}

#[cfg(not(miri))]
fn map(bytes: usize) -> Option<*mut u8> {
    // SAFETY: a fresh anonymous mapping touches no memory of anyone.
    let base = unsafe {
        libc::mmap(
            std::ptr::null_mut(),
            bytes,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        )
    };
    (base != libc::MAP_FAILED).then_some(base.cast())
}

#[cfg(not(miri))]
fn unmap(base: *mut u8, bytes: usize) {
    // SAFETY: the mapping is ours and nobody uses it any more.
    unsafe { libc::munmap(base.cast(), bytes) };
}

#[cfg(miri)]
fn map(bytes: usize) -> Option<*mut u8> {
    // SAFETY: the layout has a size and a power-of-two alignment.
    NonNull::new(unsafe { std::alloc::alloc_zeroed(std::alloc::Layout::from_size_align(bytes, BLOCK_BYTES).ok()?) })
        .map(NonNull::as_ptr)
}

#[cfg(miri)]
fn unmap(base: *mut u8, bytes: usize) {
    // SAFETY: allocated by `map` with this layout.
    unsafe { std::alloc::dealloc(base, std::alloc::Layout::from_size_align_unchecked(bytes, BLOCK_BYTES)) };
}
