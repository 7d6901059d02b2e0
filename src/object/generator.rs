//! Generators, coroutines and async generators: a suspended frame.

use std::cell::{Cell, UnsafeCell};

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;

/// Where a generator stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum State {
    /// Made, not started.
    Created,
    Running,
    /// At a `yield_value`.
    Suspended,
    /// At a `delegate`: another iterator runs in its place.
    Delegating,
    Closed,
}

/// A suspended frame. While it runs its registers are on the register stack.
#[repr(C)]
pub struct Generator {
    pub header: Header,
    pub state: Cell<State>,
    /// Async generators: a `__anext__`, `asend` … is under way; the hooks were called.
    pub busy: Cell<bool>,
    pub hooked: Cell<bool>,
    /// Where to go on.
    pub pc: Cell<*const u8>,
    pub function: Slot,
    pub name: Slot,
    pub qualname: Slot,
    /// The exception that whoever resumed it was handling.
    pub outer_handled: Slot,
    /// The exception being handled inside, or UNBOUND.
    pub handled: Slot,
    /// The iterator in charge while `Delegating`.
    pub delegate: Slot,
    registers: UnsafeCell<Box<[Value]>>,
}

// SAFETY: `repr(C)`, header first; slots and saved registers are traced. The registers hold what the code left in them:
// `save` replaces words that are no values.
unsafe impl Object for Generator {
    const KIND: Kind = Kind::Generator;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in [
            &self.function,
            &self.name,
            &self.qualname,
            &self.handled,
            &self.delegate,
        ] {
            tracer.slot(slot);
        }
        // SAFETY: no collection falls inside `save`.
        tracer.words(unsafe { &*self.registers.get() });
    }
}

impl Generator {
    /// A generator that begins at `pc` with the given registers.
    pub fn new(heap: &mut Heap, shape: ShapeId, function: Value, pc: *const u8, registers: &[Value]) -> Ref<Generator> {
        heap.alloc(Generator {
            header: Header::new(Kind::Generator, shape),
            state: Cell::new(State::Created),
            busy: Cell::new(false),
            hooked: Cell::new(false),
            pc: Cell::new(pc),
            function: Slot::new(function),
            name: Slot::default(),
            qualname: Slot::default(),
            outer_handled: Slot::default(),
            handled: Slot::default(),
            delegate: Slot::default(),
            registers: UnsafeCell::new(registers.into()),
        })
    }
    /// The saved registers, to copy to the stack and back.
    pub fn registers_ptr(&self) -> *mut Value {
        // SAFETY: the box is never resized.
        unsafe { (&mut *self.registers.get()).as_mut_ptr() }
    }
    pub fn registers_len(&self) -> usize {
        // SAFETY: as above.
        unsafe { (&*self.registers.get()).len() }
    }
    /// Forgets the registers: the generator has ended.
    pub fn close(&self) {
        self.state.set(State::Closed);
        self.delegate.set(Value::UNBOUND);
        // SAFETY: nobody holds a reference into the registers.
        unsafe { *self.registers.get() = Box::default() };
    }
}
