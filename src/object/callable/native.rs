//! Native functions as objects.

use crate::heap::header::{Header, Kind, ShapeId, TrackedSlot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::vm::native::NativeDef;

/// A native function, or a method of a built-in class. Its class (builtin_function_or_method, method_descriptor …) is in the
/// header's shape.
#[repr(C)]
pub struct Native {
    pub header: Header,
    pub def: &'static NativeDef,
    /// What the function is bound to and gets as its first argument; UNBOUND for module functions and descriptors.
    pub receiver: TrackedSlot,
    /// The class that defines a method; the module's name (str) of a function.
    pub owner: TrackedSlot,
}

// SAFETY: `repr(C)`, header first, both values are traced.
unsafe impl Object for Native {
    const KIND: Kind = Kind::Native;
    const TENURES: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.tracked(&self.receiver);
        tracer.tracked(&self.owner);
    }
}

impl Native {
    pub fn new(heap: &mut Heap, shape: ShapeId, def: &'static NativeDef, receiver: Value, owner: Value) -> Ref<Native> {
        heap.alloc(Native {
            header: Header::new(Kind::Native, shape),
            def,
            receiver: TrackedSlot::new(receiver),
            owner: TrackedSlot::new(owner),
        })
    }
}
