//! Objects of a fixed number of values and nothing else, and boxes for the state of native modules.

use std::any::Any;
use std::cell::RefCell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::tail;

/// A few values; what they mean, the class says. Its file in `types` names the fields by constants.
#[repr(C)]
pub struct Record {
    pub header: Header,
    len: usize,
}

// SAFETY: `repr(C)`, header first, all fields are traced.
unsafe impl Object for Record {
    const KIND: Kind = Kind::Record;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slots(self.fields());
    }
}

impl Record {
    pub fn new(heap: &mut Heap, shape: ShapeId, fields: &[Value]) -> Ref<Record> {
        let object = Record {
            header: Header::new(Kind::Record, shape),
            len: fields.len(),
        };
        // SAFETY: the tail is as long as the fields.
        heap.alloc_tail(object, size_of_val(fields), |t| unsafe { tail::fill(t, fields) })
    }
    pub fn fields(&self) -> &[Slot] {
        // SAFETY: allocated with `len` slots.
        unsafe { tail::slots(self, self.len) }
    }
    /// Field `i`.
    /// # Panics
    /// Beyond the fields of the class: a bug of ours.
    pub fn get(&self, i: usize) -> Value {
        self.fields()[i].get()
    }
    /// The first field, for handlers.
    #[inline(always)] // PERF: perf/0027-calls-and-loops.md
    pub fn first(&self) -> Value {
        self.fields().first().map_or(Value::UNBOUND, Slot::get)
    }
    /// The first two fields, for handlers.
    #[inline(always)] // PERF: perf/0027-calls-and-loops.md
    pub fn pair(&self) -> [Value; 2] {
        match self.fields() {
            [first, second, ..] => [first.get(), second.get()],
            _ => [Value::UNBOUND; 2],
        }
    }
    pub fn set(&self, i: usize, value: Value) {
        self.fields()[i].set(value);
    }
}

/// The state of a native object: files, deques, random generators …
pub trait Payload: Any {
    /// Shows the collector every value in it.
    fn trace(&self, tracer: &mut Tracer);
}

/// An object whose state is a Rust value of its own.
#[repr(C)]
pub struct Opaque {
    pub header: Header,
    payload: RefCell<Box<dyn Payload>>,
}

// SAFETY: `repr(C)`, header first; the payload traces itself. Safepoints never fall inside a borrow: the payload must not be
// borrowed while Python may run.
unsafe impl Object for Opaque {
    const KIND: Kind = Kind::Opaque;
    fn trace(&self, tracer: &mut Tracer) {
        // SAFETY: no collection falls inside a mutable borrow.
        unsafe { (*self.payload.as_ptr()).trace(tracer) }
    }
}

impl Opaque {
    pub fn new(heap: &mut Heap, shape: ShapeId, payload: Box<dyn Payload>) -> Ref<Opaque> {
        heap.alloc(Opaque {
            header: Header::new(Kind::Opaque, shape),
            payload: RefCell::new(payload),
        })
    }
    /// Reads the payload if it is a `T`. `work` must not run Python; it may read the same payload again.
    pub fn read<T: Payload, R>(&self, work: impl FnOnce(&T) -> R) -> Option<R> {
        let payload = self.payload.borrow();
        let any: &dyn Any = &**payload;
        any.downcast_ref::<T>().map(work)
    }
    /// Works on the payload if it is a `T`. `work` must not run Python.
    pub fn with<T: Payload, R>(&self, work: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut payload = self.payload.borrow_mut();
        let any: &mut dyn Any = &mut **payload;
        any.downcast_mut::<T>().map(work)
    }
    /// Where the payload lies, without a test of its type.
    ///
    /// # Safety
    /// The payload is a `T`, and is not borrowed while the address is used.
    #[inline(always)] // PERF: perf/0011-fused-numbers.md
    pub unsafe fn address<T: Payload>(&self) -> *mut T {
        // SAFETY: by the caller.
        unsafe { std::ptr::from_mut(&mut **self.payload.as_ptr()).cast() }
    }
}

/// A variable shared between functions.
#[repr(C)]
pub struct CellBox {
    pub header: Header,
    pub value: Slot,
}

// SAFETY: `repr(C)`, header first, the value is traced.
unsafe impl Object for CellBox {
    const KIND: Kind = Kind::Cell;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slot(&self.value);
    }
}

impl CellBox {
    pub fn new(heap: &mut Heap, shape: ShapeId, value: Value) -> Ref<CellBox> {
        heap.alloc(CellBox {
            header: Header::new(Kind::Cell, shape),
            value: Slot::new(value),
        })
    }
}
