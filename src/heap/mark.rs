//! Marking: an explicit stack of grey objects, so that no depth of data can overflow ours.

use std::ptr::NonNull;

use crate::heap::block::Space;
use crate::heap::header::{Header, KINDS, Slot};
use crate::heap::native_stack;
use crate::heap::object::KindInfo;
use crate::heap::value::Value;

/// A collection between its first root and its end.
pub struct Tracer {
    grey: Vec<NonNull<Header>>,
    /// The flag value of marked objects in this collection.
    colour: u8,
    pub(in crate::heap) marked: usize,
    space: *const Space,
    /// Start, length and header of the objects with memory of their own, by address.
    large: Vec<(usize, usize, NonNull<Header>)>,
}

impl Tracer {
    pub(in crate::heap) fn new(
        colour: u8,
        space: *const Space,
        mut large: Vec<(usize, usize, NonNull<Header>)>,
    ) -> Tracer {
        large.sort_unstable_by_key(|&(start, ..)| start);
        Tracer {
            grey: Vec::with_capacity(1024),
            colour,
            marked: 0,
            space,
            large,
        }
    }

    /// Marks what `word` points at or into, if that is an object: for stacks, whose words may be anything.
    pub fn word(&mut self, word: usize) {
        // SAFETY: the space outlives the collection: both end in `Heap::finish`.
        if let Some(object) = unsafe { (*self.space).object_at(word) } {
            // SAFETY: `object_at` answers live objects.
            self.visit_header(unsafe { object.as_ref() });
            return;
        }
        let after = self.large.partition_point(|&(start, ..)| start <= word);
        if let Some(&(start, bytes, object)) = after.checked_sub(1).and_then(|i| self.large.get(i))
            && word < start + bytes
        {
            // SAFETY: the large objects were listed when the collection began, and none is freed before its end.
            self.visit_header(unsafe { object.as_ref() });
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
        unsafe { native_stack::scan(base, &mut |word| self.word(word)) }
    }

    /// Marks `value` and remembers to trace what it holds.
    pub fn visit(&mut self, value: Value) {
        if let Some(header) = value.as_header() {
            // SAFETY: object values point at live headers while marking.
            self.visit_header(unsafe { header.as_ref() });
        }
    }
    /// As `visit`, for a value inside an object.
    pub fn slot(&mut self, slot: &Slot) {
        self.visit(slot.get());
    }
    pub fn slots(&mut self, slots: &[Slot]) {
        for slot in slots {
            self.visit(slot.get());
        }
    }
    pub fn values(&mut self, values: &[Value]) {
        for &value in values {
            self.visit(value);
        }
    }

    pub(in crate::heap) fn visit_header(&mut self, header: &Header) {
        if header.flags() & Header::COLOUR != self.colour {
            header.set_flags(header.flags() ^ Header::COLOUR);
            self.marked += 1;
            self.grey.push(NonNull::from(header));
        }
    }

    /// Traces until nothing grey is left.
    pub(in crate::heap) fn drain(&mut self, kinds: &[KindInfo; KINDS]) {
        while let Some(header) = self.grey.pop() {
            // SAFETY: grey objects are live, and the kind says which layout `trace` must expect.
            unsafe {
                self.visit(header.as_ref().attrs.get());
                (kinds[header.as_ref().kind() as usize].trace)(header, self);
            }
        }
    }

    pub(in crate::heap) fn is_marked(&self, header: &Header) -> bool {
        header.flags() & Header::COLOUR == self.colour
    }
}
