//! Functions made in Python.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, TrackedSlot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::callable::code::Code;

/// A function. The fields that a call needs come first.
#[repr(C)]
pub struct Function {
    pub header: Header,
    /// Copies from the code object, so that a call loads them at once; null while that is not ready.
    pub entry: Cell<*mut u8>,
    pub constants: Cell<*mut Value>,
    pub registers: Cell<u32>,
    /// As `Code::simple`.
    pub simple: Cell<u32>,
    pub globals: TrackedSlot,
    pub code: TrackedSlot,
    /// Tuple of cells, or UNBOUND.
    pub closure: TrackedSlot,
    /// Tuple or UNBOUND; dict or UNBOUND.
    pub defaults: TrackedSlot,
    pub keyword_defaults: TrackedSlot,
    pub name: TrackedSlot,
    pub qualname: TrackedSlot,
    /// UNBOUND: that of the code, which nobody has asked for.
    pub doc: TrackedSlot,
    pub module: TrackedSlot,
    /// The annotations dict once computed, and the function that computes it; UNBOUND or None.
    pub annotations: TrackedSlot,
    pub annotate: TrackedSlot,
    pub type_params: TrackedSlot,
    pub builtins: TrackedSlot,
}

// SAFETY: `repr(C)`, header first, all slots are traced.
unsafe impl Object for Function {
    const KIND: Kind = Kind::Function;
    const TENURES: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in self.slots() {
            tracer.tracked(slot);
        }
    }
}

impl Function {
    fn slots(&self) -> [&TrackedSlot; 13] {
        [
            &self.globals,
            &self.code,
            &self.closure,
            &self.defaults,
            &self.keyword_defaults,
            &self.name,
            &self.qualname,
            &self.doc,
            &self.module,
            &self.annotations,
            &self.annotate,
            &self.type_params,
            &self.builtins,
        ]
    }

    /// A function of `code` with `globals` and `builtins` (dicts); the rest is to be set.
    pub fn new(heap: &mut Heap, shape: ShapeId, code: Ref<Code>, globals: Value, builtins: Value) -> Ref<Function> {
        let doc = if code.data().has_doc {
            Value::UNBOUND
        } else {
            Value::NONE
        };
        let function = heap.alloc(Function {
            header: Header::new(Kind::Function, shape),
            entry: Cell::new(std::ptr::null_mut()),
            constants: Cell::new(std::ptr::null_mut()),
            registers: Cell::new(0),
            simple: Cell::new(0),
            globals: TrackedSlot::new(globals),
            code: TrackedSlot::default(),
            closure: TrackedSlot::default(),
            defaults: TrackedSlot::default(),
            keyword_defaults: TrackedSlot::default(),
            name: TrackedSlot::new(code.name.get()),
            qualname: TrackedSlot::new(code.qualname.get()),
            doc: TrackedSlot::new(doc),
            module: TrackedSlot::new(Value::NONE),
            annotations: TrackedSlot::default(),
            annotate: TrackedSlot::default(),
            type_params: TrackedSlot::default(),
            builtins: TrackedSlot::new(builtins),
        });
        function.set_code(code);
        function
    }
    /// Changes the code.
    pub fn set_code(&self, code: Ref<Code>) {
        code.belong(self.globals.get(), self.builtins.get());
        self.code.set(&self.header, code.value());
        // Never less: frames of the former code may be running or suspended.
        self.registers.set(self.registers.get().max(code.data().registers));
        self.simple.set(code.simple.get());
        if code.is_ready() {
            self.entry.set(code.entry());
            self.constants.set(code.constants_ptr());
        } else {
            self.entry.set(std::ptr::null_mut());
        }
    }
    /// Whether it can be run as it is.
    pub fn is_ready(&self) -> bool {
        !self.entry.get().is_null()
    }
    pub fn code(&self) -> Ref<Code> {
        self.code.get().expect()
    }
}
