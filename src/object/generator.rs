//! Generators, coroutines and async generators: a suspended frame.

use std::cell::Cell;

use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::callable::code::Code;
use crate::object::callable::function::Function;

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

/// A suspended frame. Resuming one that others delegate through must not walk down to the innermost one each time, nor a yield of that
/// walk up: `leaf`, `above` and `top` are what both remember of the way. They hold as long as `leaf.top` is the generator whose `leaf`
/// it is: whatever runs a generator between the two runs that leaf, by another way, and changes its `top`.
///
/// While it runs its registers are on the register stack; what is behind the object is stale then.
#[repr(C, align(16))]
pub struct Generator {
    pub header: Header,
    pub state: Cell<State>,
    /// Async generators: a `__anext__`, `asend` … is under way; the hooks were called.
    pub busy: Cell<bool>,
    pub hooked: Cell<bool>,
    /// How many generators delegate to this one, one through the other: they count against the recursion limit.
    pub depth: Cell<u32>,
    /// Where to go on.
    pub pc: Cell<*const u8>,
    /// Address of constant 0 of the code that `pc` is in; the function may have got another meanwhile.
    pub constants: Cell<*mut Value>,
    pub function: Slot,
    pub name: Slot,
    pub qualname: Slot,
    /// The exception that whoever resumed it was handling.
    pub outer_handled: Slot,
    /// The exception being handled inside, or UNBOUND.
    pub handled: Slot,
    /// The iterator in charge while `Delegating`.
    pub delegate: Slot,
    /// The generator that delegates to this one and goes on when this one ends; UNBOUND when whoever resumed this one has asked
    /// for it directly. Stale while suspended.
    pub resumer: Slot,
    /// The innermost generator, whose yield went through this one.
    pub leaf: Slot,
    /// The generator that delegates to this one, whose last yield went through it. Not traced: see `top`.
    pub above: Slot,
    /// The outermost generator that this one was resumed through, UNBOUND if that is not known. While `resumer` is bound it is right
    /// or UNBOUND. Not traced, and only followed while it runs or has this one as its `leaf`.
    pub top: Slot,
}

// The registers begin behind it, at a multiple of what they are copied by.
const _: () = assert!(size_of::<Generator>() == 128);

// SAFETY: `repr(C)`, header first; slots and saved registers are traced. The registers hold what the code left in them, and are
// looked at as words.
unsafe impl Object for Generator {
    const KIND: Kind = Kind::Generator;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in [
            &self.function,
            &self.name,
            &self.qualname,
            &self.handled,
            &self.delegate,
            &self.resumer,
            &self.leaf,
        ] {
            tracer.slot(slot);
        }
        tracer.visit(self.code().value());
        // SAFETY: that many registers were copied behind the object.
        tracer.words(unsafe { std::slice::from_raw_parts(self.registers(), self.held()) });
    }
}

impl Generator {
    /// A generator of `function` that begins at `pc` with the given registers.
    pub fn new(
        heap: &mut Heap,
        shape: ShapeId,
        function: Ref<Function>,
        pc: *const u8,
        registers: &[Value],
    ) -> Ref<Generator> {
        let object = Generator::suspended(shape, function, pc, registers.len());
        heap.alloc_tail(object, Generator::bytes(function) - size_of::<Generator>(), |tail| {
            // SAFETY: the tail has room for them.
            unsafe { std::ptr::copy_nonoverlapping(registers.as_ptr(), tail.cast::<Value>(), registers.len()) }
        })
    }
    /// One that was not started, `held` of whose registers are to be filled.
    #[inline(always)] // PERF: perf/0025-suspended-frames.md
    pub fn suspended(shape: ShapeId, function: Ref<Function>, pc: *const u8, held: usize) -> Generator {
        let object = Generator {
            header: Header::new(Kind::Generator, shape),
            state: Cell::new(State::Created),
            busy: Cell::new(false),
            hooked: Cell::new(false),
            depth: Cell::new(0),
            pc: Cell::new(pc),
            constants: Cell::new(function.constants.get()),
            function: Slot::new(function.value()),
            name: Slot::new(function.name.get()),
            qualname: Slot::new(function.qualname.get()),
            outer_handled: Slot::default(),
            handled: Slot::default(),
            delegate: Slot::default(),
            resumer: Slot::default(),
            leaf: Slot::default(),
            above: Slot::default(),
            top: Slot::default(),
        };
        object.hold(held);
        object
    }
    /// Bytes of a generator of the function, registers and all: they are copied by fours, at least once.
    #[inline(always)] // PERF: perf/0025-suspended-frames.md
    pub fn bytes(function: Ref<Function>) -> usize {
        let room = (function.registers.get() as usize).max(1).next_multiple_of(4);
        size_of::<Generator>() + room * size_of::<Value>()
    }
    /// The saved registers, to copy to the stack and back.
    #[inline(always)] // PERF: perf/2026-11-22-generators.md
    pub fn registers(&self) -> *mut Value {
        std::ptr::from_ref(self).wrapping_add(1).cast_mut().cast()
    }
    /// How many registers the suspended frame holds; above are none that it will read before it writes them.
    #[inline(always)] // PERF: perf/2026-11-22-generators.md
    pub fn held(&self) -> usize {
        self.header.extra() as usize
    }
    /// Sets `held`. Operands have 16 bits, and so there are not more registers.
    #[inline(always)] // PERF: perf/2026-11-22-generators.md
    pub fn hold(&self, registers: usize) {
        self.header.set_extra(registers as u16);
    }
    /// The code that it runs.
    pub fn code(&self) -> Ref<Code> {
        // SAFETY: they are those of code that is ready, which lives as long as this.
        unsafe { Code::of_constants(self.constants.get()) }
    }
    /// Forgets the registers: the generator has ended.
    #[inline(always)] // PERF: perf/2026-11-22-generators.md
    pub fn close(&self) {
        self.state.set(State::Closed);
        self.delegate.set(Value::UNBOUND);
        self.leaf.set(Value::UNBOUND);
        self.hold(0);
    }
    /// The generator that this one has delegated to, if it is one.
    pub fn inner(&self) -> Option<Ref<Generator>> {
        (self.state.get() == State::Delegating).then(|| self.delegate.get().cast())?
    }
    /// The innermost generator that this one delegates to, suspended at its own yield, if what is remembered of the way there holds
    /// for whom `handled` is being handled by.
    #[inline(always)] // PERF: perf/0025-suspended-frames.md
    pub fn suspended_leaf(&self, handled: Value) -> Option<&Generator> {
        let leaf = self.leaf.get();
        if leaf.is_unbound() || handled != self.outer_handled.get() {
            return None;
        }
        // SAFETY: nothing else is set here, and it is traced.
        let found = unsafe { &*leaf.address().cast::<Generator>() };
        let this = Value::from_bits(std::ptr::from_ref(self) as u64);
        (found.top.get() == this && found.state.get() == State::Suspended).then_some(found)
    }
    /// Whether the generator runs, or waits for one that it delegates to and that was resumed through it.
    pub fn is_executing(this: Ref<Generator>) -> bool {
        let mut at = this;
        while let Some(inner) = at.inner() {
            if inner.resumer.get() != at.value() {
                return false;
            }
            at = inner;
        }
        at.state.get() == State::Running
    }
}
