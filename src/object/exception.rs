//! Exceptions: one layout for the whole tree.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::vm::known::ClassId;

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

/// One cache line: most exceptions are made, raised and caught at once.
#[repr(C)]
pub struct Exception {
    pub header: Header,
    /// A tuple.
    pub args: Slot,
    /// The newest traceback entry, or None; a function for the only entry of an exception that nobody has asked yet.
    traceback: Slot,
    /// `__context__`: an exception or None.
    pub context: Slot,
    /// Field 0 of [`FIELDS`]; UNBOUND where not set.
    first: Slot,
    /// UNBOUND, or a record of the `__cause__` and of the fields from 1 on, as many as were needed.
    more: Slot,
    /// Of the only traceback entry: the offset of its instruction.
    offset: Cell<u32>,
    pub suppress_context: Cell<bool>,
}

const _: () = assert!(size_of::<Exception>() == 64);

/// Where the cause is in `Exception::more`; behind it come the fields from 1 on.
const CAUSE: usize = 0;

// SAFETY: `repr(C)`, header first, all slots are traced.
unsafe impl Object for Exception {
    const KIND: Kind = Kind::Exception;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in [&self.args, &self.traceback, &self.context, &self.first, &self.more] {
            tracer.slot(slot);
        }
    }
}

impl Exception {
    #[inline]
    pub fn new(heap: &mut Heap, shape: ShapeId, args: Value) -> Ref<Exception> {
        heap.alloc(Exception {
            header: Header::new(Kind::Exception, shape),
            args: Slot::new(args),
            traceback: Slot::new(Value::NONE),
            context: Slot::new(Value::NONE),
            first: Slot::new(Value::UNBOUND),
            more: Slot::new(Value::UNBOUND),
            offset: Cell::new(0),
            suppress_context: Cell::new(false),
        })
    }
    /// A field of [`FIELDS`]; UNBOUND where not set. `types::error` names them.
    pub fn field(&self, i: usize) -> Value {
        match i {
            0 => self.first.get(),
            i => self.kept(i),
        }
    }
    pub fn set_field(&self, heap: &mut Heap, i: usize, value: Value) {
        match i {
            0 => self.first.set(value),
            i => self.keep(heap, i, value),
        }
    }
    /// `__cause__`: an exception or None.
    pub fn cause(&self) -> Value {
        self.kept(CAUSE).or(Value::NONE)
    }
    pub fn set_cause(&self, heap: &mut Heap, cause: Value) {
        self.keep(heap, CAUSE, cause);
    }
    fn kept(&self, i: usize) -> Value {
        let more = self.more.get().cast::<Record>();
        let slot = more.as_ref().and_then(|more| more.fields().get(i));
        slot.map_or(Value::UNBOUND, Slot::get)
    }
    fn keep(&self, heap: &mut Heap, i: usize, value: Value) {
        let more = self.more.get().cast::<Record>();
        if let Some(slot) = more.as_ref().and_then(|more| more.fields().get(i)) {
            return slot.set(value);
        }
        // None and nothing are one for the cause, and all else is as if unset.
        if value.is_unbound() || i == CAUSE && value.is_none() {
            return;
        }
        let mut fields = [Value::UNBOUND; FIELDS];
        for (to, from) in fields.iter_mut().zip(more.iter().flat_map(|more| more.fields())) {
            *to = from.get();
        }
        fields[i] = value;
        let count = if i < FEW { FEW } else { FIELDS };
        // No class is asked for its layout: nobody gets to see this object.
        let record = Record::new(heap, ClassId::Object.shape(), &fields[..count]);
        self.more.set(record.value());
    }

    /// The newest traceback entry, or None.
    pub fn traceback(&self, heap: &mut Heap) -> Value {
        let there = self.traceback.get();
        if there.kind() != Some(Kind::Function) {
            return there;
        }
        let offset = Value::small_int(self.offset.get() as i64);
        let entry = Record::new(
            heap,
            ClassId::Traceback.shape(),
            &[Value::NONE, there, offset, Value::UNBOUND],
        );
        self.traceback.set(entry.value());
        entry.value()
    }
    pub fn set_traceback(&self, entry: Value) {
        self.traceback.set(entry);
    }
    /// Whether any field is set, to more than None.
    pub fn has_fields(&self) -> bool {
        self.more.get().is_bound() || !matches!(self.first.get(), Value::UNBOUND | Value::NONE)
    }
    /// Whether it has no traceback yet.
    pub fn is_fresh(&self) -> bool {
        self.traceback.get().is_none()
    }
    /// Notes the first entry of the traceback, which becomes an object when somebody asks for it: `offset` in a function whose frame
    /// has nothing else to show.
    pub fn note_place(&self, function: Value, offset: usize) {
        self.traceback.set(function);
        self.offset.set(offset as u32);
    }
}

/// The cause and field 1: what NameError and AttributeError have, and `raise from`.
const FEW: usize = 2;
