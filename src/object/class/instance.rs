//! Instances of classes made in Python: inline attribute slots, the rest in an overflow array or a dict.

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::tail;

/// An instance. `header.extra` is the number of inline slots; `header.attrs` is UNBOUND, an [`Overflow`], or (shape in dict mode)
/// a dict.
#[repr(C)]
pub struct Instance {
    pub header: Header,
}

// SAFETY: `repr(C)`, header first, all slots are traced (the collector itself traces `attrs`).
unsafe impl Object for Instance {
    const KIND: Kind = Kind::Instance;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slots(self.inline());
    }
}

/// Slots beyond the inline ones.
#[repr(C)]
pub struct Overflow {
    pub header: Header,
    len: usize,
}

// SAFETY: `repr(C)`, header first, all slots are traced.
unsafe impl Object for Overflow {
    const KIND: Kind = Kind::Overflow;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slots(self.slots());
    }
}

impl Overflow {
    fn new(heap: &mut Heap, values: &[Value]) -> Ref<Overflow> {
        let object = Overflow {
            header: Header::new(Kind::Overflow, ShapeId(0)),
            len: values.len(),
        };
        // SAFETY: the tail is as long as the values.
        heap.alloc_tail(object, size_of_val(values), |t| unsafe { tail::fill(t, values) })
    }
    pub fn slots(&self) -> &[Slot] {
        // SAFETY: allocated with `len` slots.
        unsafe { tail::slots(self, self.len) }
    }
}

/// Byte offset of inline slot 0 from the instance's address.
pub const SLOTS_OFFSET: usize = size_of::<Instance>();

impl Instance {
    /// An instance with `inline` empty slots.
    pub fn new(heap: &mut Heap, shape: ShapeId, inline: u32) -> Ref<Instance> {
        let header = Header::new(Kind::Instance, shape);
        header.set_extra(inline as u16);
        heap.alloc_tail(Instance { header }, inline as usize * 8, |t| {
            // SAFETY: the tail has `inline` words, and cells come in steps of two words; zero is UNBOUND. Few words need no call.
            unsafe {
                match inline {
                    0 => (),
                    1..=2 => t.cast::<[u64; 2]>().write([0; 2]),
                    3..=4 => t.cast::<[u64; 4]>().write([0; 4]),
                    _ => std::ptr::write_bytes(t, 0, inline as usize * 8),
                }
            }
        })
    }
    fn inline(&self) -> &[Slot] {
        // SAFETY: allocated with `extra` slots.
        unsafe { tail::slots(self, self.header.extra() as usize) }
    }
    /// Slot `i` by the shape's numbering; `None` if it was never set and no room was made.
    pub fn slot(&self, i: usize) -> Option<&Slot> {
        let inline = self.header.extra() as usize;
        if i < inline {
            return Some(&self.inline()[i]);
        }
        let overflow = self.header.attrs.get().cast::<Overflow>()?;
        // SAFETY: the overflow array lives as long as the instance holds it, and no handler replaces it during this borrow.
        let slots: &[Slot] = unsafe { &*std::ptr::from_ref(overflow.slots()) };
        slots.get(i - inline)
    }
    /// Slot `i`, making room for it first.
    pub fn slot_or_grow(&self, heap: &mut Heap, i: usize) -> &Slot {
        if self.slot(i).is_none() {
            let inline = self.header.extra() as usize;
            let mut values: Vec<Value> = match self.header.attrs.get().cast::<Overflow>() {
                Some(overflow) => overflow.slots().iter().map(Slot::get).collect(),
                None => Vec::new(),
            };
            values.resize((i - inline + 1).next_power_of_two().max(4), Value::UNBOUND);
            let overflow = Overflow::new(heap, &values);
            self.header.attrs.set(&self.header, overflow.value());
        }
        match self.slot(i) {
            Some(slot) => slot,
            None => unreachable!("room was made for slot {i}"),
        }
    }
}
