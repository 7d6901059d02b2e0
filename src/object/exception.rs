//! Exceptions: one layout for the whole tree.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;

/// Fields that classes with more than `args` keep, by class: StopIteration.value, SystemExit.code, OSError's, SyntaxError's …
pub const FIELDS: usize = 10;

/// Which field means what.
pub mod field {
    /// StopIteration.value, StopAsyncIteration's, SystemExit.code.
    pub const VALUE: usize = 0;
    /// NameError.name, AttributeError.name and .obj.
    pub const NAME: usize = 0;
    pub const OBJ: usize = 1;
    /// ImportError.
    pub const IMPORT_MSG: usize = 0;
    pub const IMPORT_NAME: usize = 1;
    pub const IMPORT_PATH: usize = 2;
    pub const IMPORT_FROM: usize = 3;
    /// OSError.
    pub const ERRNO: usize = 0;
    pub const STRERROR: usize = 1;
    pub const FILENAME: usize = 2;
    pub const FILENAME2: usize = 3;
    pub const WRITTEN: usize = 4;
    /// SyntaxError.
    pub const MSG: usize = 0;
    pub const FILE: usize = 1;
    pub const LINENO: usize = 2;
    pub const OFFSET: usize = 3;
    pub const TEXT: usize = 4;
    pub const END_LINENO: usize = 5;
    pub const END_OFFSET: usize = 6;
    pub const PRINT_FILE_AND_LINE: usize = 7;
    pub const METADATA: usize = 8;
    /// UnicodeError and its kin.
    pub const ENCODING: usize = 0;
    pub const OBJECT: usize = 1;
    pub const START: usize = 2;
    pub const END: usize = 3;
    pub const REASON: usize = 4;
    /// Exception groups: the message, and a tuple.
    pub const MESSAGE: usize = 0;
    pub const EXCEPTIONS: usize = 1;
}

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
