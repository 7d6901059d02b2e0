//! Functions made in Python.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
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
    pub globals: Slot,
    pub code: Slot,
    /// Tuple of cells, or UNBOUND.
    pub closure: Slot,
    /// Tuple or UNBOUND; dict or UNBOUND.
    pub defaults: Slot,
    pub keyword_defaults: Slot,
    pub name: Slot,
    pub qualname: Slot,
    /// UNBOUND: that of the code, which nobody has asked for.
    pub doc: Slot,
    pub module: Slot,
    /// The annotations dict once computed, and the function that computes it; UNBOUND or None.
    pub annotations: Slot,
    pub annotate: Slot,
    pub type_params: Slot,
    pub builtins: Slot,
}

// SAFETY: `repr(C)`, header first, all slots are traced.
unsafe impl Object for Function {
    const KIND: Kind = Kind::Function;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in self.slots() {
            tracer.slot(slot);
        }
    }
}

impl Function {
    fn slots(&self) -> [&Slot; 13] {
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
            globals: Slot::new(globals),
            code: Slot::default(),
            closure: Slot::default(),
            defaults: Slot::default(),
            keyword_defaults: Slot::default(),
            name: Slot::new(code.name.get()),
            qualname: Slot::new(code.qualname.get()),
            doc: Slot::new(doc),
            module: Slot::new(Value::NONE),
            annotations: Slot::default(),
            annotate: Slot::default(),
            type_params: Slot::default(),
            builtins: Slot::new(builtins),
        });
        function.set_code(code);
        function
    }
    /// Changes the code.
    pub fn set_code(&self, code: Ref<Code>) {
        code.belong(self.globals.get(), self.builtins.get());
        self.code.set(code.value());
        self.registers.set(code.data().registers);
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
