//! Marking: an explicit stack of grey objects, so that no depth of data can overflow ours.

use std::ptr::NonNull;

use crate::heap::header::{Header, KINDS, Slot};
use crate::heap::object::KindInfo;
use crate::heap::value::Value;

/// Collects what is reachable.
pub struct Tracer {
    grey: Vec<NonNull<Header>>,
    /// The flag value of marked objects in this collection.
    colour: u8,
    pub(in crate::heap) marked: usize,
}

impl Tracer {
    pub(in crate::heap) fn new(colour: u8) -> Tracer {
        Tracer {
            grey: Vec::with_capacity(1024),
            colour,
            marked: 0,
        }
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
