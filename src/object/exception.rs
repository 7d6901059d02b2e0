//! Exceptions: one layout for the whole tree.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;

/// Fields that classes with more than `args` keep, by class: StopIteration.value, SystemExit.code, OSError's, SyntaxError's …
pub const FIELDS: usize = 10;

#[repr(C)]
pub struct Exception {
    pub header: Header,
    /// A tuple.
    pub args: Slot,
    /// The newest traceback entry, or None.
    pub traceback: Slot,
    /// `__context__`, `__cause__`: an exception or None.
    pub context: Slot,
    pub cause: Slot,
    pub suppress_context: Cell<bool>,
    /// See [`FIELDS`]; UNBOUND where not set. `types::error` names them.
    pub fields: [Slot; FIELDS],
}

// SAFETY: `repr(C)`, header first, all slots are traced.
unsafe impl Object for Exception {
    const KIND: Kind = Kind::Exception;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in [&self.args, &self.traceback, &self.context, &self.cause] {
            tracer.slot(slot);
        }
        tracer.slots(&self.fields);
    }
}

impl Exception {
    pub fn new(heap: &mut Heap, shape: ShapeId, args: Value) -> Ref<Exception> {
        heap.alloc(Exception {
            header: Header::new(Kind::Exception, shape),
            args: Slot::new(args),
            traceback: Slot::new(Value::NONE),
            context: Slot::new(Value::NONE),
            cause: Slot::new(Value::NONE),
            suppress_context: Cell::new(false),
            fields: [const { Slot::new(Value::UNBOUND) }; FIELDS],
        })
    }
}
