//! Modules: a namespace.

use crate::heap::header::{Header, Kind, ShapeId, TrackedSlot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::object::container::dict::Dict;

#[repr(C)]
pub struct Module {
    pub header: Header,
    /// The namespace, a dict.
    pub dict: TrackedSlot,
}

// SAFETY: `repr(C)`, header first, the dict is traced.
unsafe impl Object for Module {
    const KIND: Kind = Kind::Module;
    const TENURES: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.tracked(&self.dict);
    }
}

impl Module {
    pub fn new(heap: &mut Heap, shape: ShapeId, dict: Ref<Dict>) -> Ref<Module> {
        heap.alloc(Module {
            header: Header::new(Kind::Module, shape),
            dict: TrackedSlot::new(dict.value()),
        })
    }
    pub fn namespace(&self) -> Ref<Dict> {
        self.dict.get().expect()
    }
}
