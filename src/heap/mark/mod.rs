//! Marking: an explicit stack of grey objects, so that no depth of data can overflow ours. Marks of cells are bits beside the heap.

pub mod native_stack;
pub mod weak;

use std::ptr::NonNull;

use crate::heap::block::Space;
use crate::heap::header::{Header, KINDS, Slot, TrackedSlot};
use crate::heap::mark::native_stack::scan;
use crate::heap::object::KindInfo;
use crate::heap::value::Value;

/// Values of one object that are looked at in one go; of longer arrays the rest waits, so that the stack stays short.
const CHUNK: usize = 512;

/// So many objects are being fetched from memory while others are traced.
const AHEAD: usize = 8;

/// A collection between its first root and its end.
pub struct Tracer {
    grey: Vec<NonNull<Header>>,
    /// Rests of long arrays. No array changes while marking.
    rests: Vec<(*const Value, usize)>,
    /// Start and length of the cells, and their marks.
    base: usize,
    bytes: usize,
    marks: *mut u64,
    /// The flag value of marked large objects in this collection.
    colour: u8,
    space: *const Space,
    /// Memory outside the heap that live objects reported.
    pub(in crate::heap) outside_bytes: usize,
    /// Whether an object said so: see `restless`.
    pub(in crate::heap) met_restless: bool,
    /// The most that one object owns outside the heap.
    pub(in crate::heap) largest: usize,
    /// Buffers that were marked a second time: a fault.
    pub(in crate::heap) shared_buffers: usize,
    /// Start, length and header of the objects with memory of their own, by address.
    large: Vec<(usize, usize, NonNull<Header>)>,
}

impl Tracer {
    /// `marks` is the bitmap of what is marked, and `colour` that of marked large objects.
    pub(in crate::heap) fn new(
        colour: u8,
        space: *const Space,
        marks: *mut u64,
        mut large: Vec<(usize, usize, NonNull<Header>)>,
    ) -> Tracer {
        large.sort_unstable_by_key(|&(start, ..)| start);
        // SAFETY: the space outlives the collection: both end in `Heap::finish`.
        let (base, bytes) = unsafe { (*space).extent() };
        Tracer {
            grey: Vec::with_capacity(1024),
            rests: Vec::new(),
            base,
            bytes,
            marks,
            colour,
            space,
            outside_bytes: 0,
            met_restless: false,
            largest: 0,
            shared_buffers: 0,
            large,
        }
    }

    /// Marks what `word` points at or into, if that is an object: for stacks, whose words may be anything.
    pub fn word(&mut self, word: usize) {
        // SAFETY: as in `new`.
        if let Some(object) = unsafe { (*self.space).object_at(word) } {
            self.visit_header(object);
            return;
        }
        let after = self.large.partition_point(|&(start, ..)| start <= word);
        if let Some(&(start, bytes, object)) = after.checked_sub(1).and_then(|i| self.large.get(i))
            && word < start + bytes
        {
            self.visit_header(object);
        }
    }
    /// As `word`, for registers: they may hold what earlier frames left.
    pub fn words(&mut self, registers: &[Value]) {
        for value in registers {
            if value.is_object() {
                self.word(value.bits() as usize);
            }
        }
    }
    /// Marks conservatively from this thread's native stack, up to `base`.
    ///
    /// # Safety
    /// As `native_stack::scan`.
    pub unsafe fn native_stack(&mut self, base: usize) {
        // SAFETY: by the caller.
        unsafe { scan(base, &mut |word| self.word(word)) }
    }

    /// Marks `value` and remembers to trace what it holds.
    #[inline]
    pub fn visit(&mut self, value: Value) {
        if let Some(header) = value.as_header() {
            self.visit_header(header);
        }
    }
    /// As `visit`, for a value inside an object.
    #[inline]
    pub fn slot(&mut self, slot: &Slot) {
        self.visit(slot.get());
    }
    #[inline]
    pub fn tracked(&mut self, slot: &TrackedSlot) {
        self.visit(slot.get());
    }
    #[inline]
    pub fn slots(&mut self, slots: &[Slot]) {
        // SAFETY: a `Slot` is a `Value` in memory, and nothing is set while marking.
        self.values(unsafe { std::slice::from_raw_parts(slots.as_ptr().cast(), slots.len()) });
    }
    #[inline]
    pub fn values(&mut self, values: &[Value]) {
        let now = values.len().min(CHUNK);
        for &value in &values[..now] {
            self.visit(value);
        }
        if values.len() > now {
            self.rests.push((values[now..].as_ptr(), values.len() - now));
        }
    }
    /// Keeps a buffer of the object that is being traced; it came from `Space::buffer`.
    pub fn buffer(&mut self, buffer: *const u8) {
        if !self.mark(buffer as usize - self.base) {
            self.shared_buffers += 1;
        }
    }
    /// Remembers to trace a marked object.
    pub(in crate::heap) fn retrace(&mut self, object: NonNull<Header>) {
        self.grey.push(object);
    }
    /// Takes the mark of an object that was just marked.
    pub(in crate::heap) fn unmark(&mut self, object: NonNull<Header>) {
        let offset = (object.as_ptr() as usize).wrapping_sub(self.base);
        if offset < self.bytes {
            // SAFETY: as in `mark`.
            unsafe { *self.marks.add(offset >> 10) &= !(1 << (offset >> 4 & 63)) };
            return;
        }
        // SAFETY: as in `mark_large`.
        let header = unsafe { object.as_ref() };
        header.set_flags(header.flags() ^ Header::COLOUR);
    }
    /// Takes an object from the stack without tracing it: for who traces each object himself.
    pub(in crate::heap) fn next_grey(&mut self) -> Option<NonNull<Header>> {
        while self.grey.is_empty()
            && let Some((values, len)) = self.rests.pop()
        {
            // SAFETY: as in `drain`.
            self.values(unsafe { std::slice::from_raw_parts(values, len) });
        }
        self.grey.pop()
    }
    /// Reports that the object being traced owns `bytes` outside the heap.
    pub fn weigh(&mut self, bytes: usize) {
        self.outside_bytes += bytes;
        self.largest = self.largest.max(bytes);
    }

    /// Says that the object being traced changes without the write barrier: it is traced in every collection.
    pub fn restless(&mut self) {
        self.met_restless = true;
    }

    /// Sets the mark of the cell at `offset` from the base; answers whether it was not set.
    #[inline]
    fn mark(&mut self, offset: usize) -> bool {
        // SAFETY: the bitmap covers the blocks in use.
        unsafe {
            let word = self.marks.add(offset >> 10);
            let bit = 1 << (offset >> 4 & 63);
            let new = *word & bit == 0;
            *word |= bit;
            new
        }
    }
    #[inline]
    pub(in crate::heap) fn visit_header(&mut self, header: NonNull<Header>) {
        let offset = (header.as_ptr() as usize).wrapping_sub(self.base);
        let new = if offset < self.bytes {
            self.mark(offset)
        } else {
            self.mark_large(header)
        };
        if new {
            self.grey.push(header);
        }
    }
    #[cold]
    fn mark_large(&mut self, header: NonNull<Header>) -> bool {
        // SAFETY: object values point at live headers while marking.
        let header = unsafe { header.as_ref() };
        let new = header.flags() & Header::COLOUR != self.colour;
        header.set_flags(header.flags() & !Header::COLOUR | self.colour);
        new
    }

    /// Traces until nothing grey is left. Objects wait in a short queue between stack and tracing, while their memory is fetched.
    pub(in crate::heap) fn drain(&mut self, kinds: &[KindInfo; KINDS]) {
        let mut queue = [NonNull::dangling(); AHEAD];
        let (mut first, mut len) = (0, 0);
        loop {
            while len < AHEAD
                && let Some(header) = self.grey.pop()
            {
                prefetch(header.as_ptr());
                queue[(first + len) % AHEAD] = header;
                len += 1;
            }
            if len > 0 {
                let header: NonNull<Header> = queue[first];
                (first, len) = ((first + 1) % AHEAD, len - 1);
                // SAFETY: grey objects are live, and the kind says which layout `trace` must expect.
                unsafe {
                    self.visit(header.as_ref().attrs.get());
                    (kinds[header.as_ref().kind() as usize].trace)(header, self);
                }
            } else {
                let Some((values, len)) = self.rests.pop() else { return };
                // SAFETY: the array belongs to a live object and does not change while marking.
                self.values(unsafe { std::slice::from_raw_parts(values, len) });
            }
        }
    }

    pub(in crate::heap) fn is_marked(&self, header: &Header) -> bool {
        // SAFETY: as in `new`.
        match unsafe { (*self.space).is_marked(header) } {
            Some(marked) => marked,
            None => header.flags() & Header::COLOUR == self.colour,
        }
    }
}

#[cfg(all(target_arch = "x86_64", not(miri)))]
#[inline(always)] // PERF: perf/0006-heap.md
fn prefetch(address: *mut Header) {
    // SAFETY: a prefetch reads nothing that the program sees, whatever the address.
    unsafe { std::arch::x86_64::_mm_prefetch::<{ std::arch::x86_64::_MM_HINT_T0 }>(address.cast()) }
}

#[cfg(not(all(target_arch = "x86_64", not(miri))))]
fn prefetch(_: *mut Header) {}
