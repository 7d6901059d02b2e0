//! Code objects: verified instructions with their pool of constants and sites, as the handlers want them.

use std::cell::{Cell, UnsafeCell};
use std::rc::Rc;

use crate::bytecode::code::CodeData;
use crate::bytecode::insn;
use crate::bytecode::isa::Op;
use crate::heap::header::{Header, Kind, ShapeId, Slot, TrackedSlot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::callable::site::Site;

/// A code object. The instructions may be rewritten in place by quickening; `data.bytes` keeps the generic form.
///
/// INVARIANT: it is made without the instructions, names and constants that handlers want, since most code is never run;
/// `interp::load::ready` fills them in before the first run. Until then `entry` is null, and functions are `NOT_SIMPLE`.
#[repr(C)]
pub struct Code {
    pub header: Header,
    data: Rc<CodeData>,
    bytes: UnsafeCell<Box<[u8]>>,
    /// `[Site n − 1 … Site 0][this code object][constant 0 …]`: handlers hold the address of constant 0.
    pool: UnsafeCell<Box<[Value]>>,
    sites: Cell<usize>,
    local_names: UnsafeCell<Box<[Slot]>>,
    pub name: TrackedSlot,
    pub qualname: TrackedSlot,
    pub filename: TrackedSlot,
    /// The globals and builtins that the functions of this code have; None as soon as they differ. Sites cache names only of these.
    pub globals: TrackedSlot,
    pub builtins: TrackedSlot,
    /// Whether every return is `return None`, once somebody asked.
    pub returns_none: Cell<Option<bool>>,
    /// Positional arguments of a call that needs no binding, or `NOT_SIMPLE`.
    pub simple: Cell<u32>,
}

/// `Code::simple` of code whose calls need the general binding of arguments, or that is not ready.
pub const NOT_SIMPLE: u32 = u32::MAX;
const SITE_WORDS: usize = size_of::<Site>() / 8;

// SAFETY: `repr(C)`, header first, all values are traced: names, constants, and what sites hold.
unsafe impl Object for Code {
    const KIND: Kind = Kind::Code;
    const TENURES: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in [
            &self.name,
            &self.qualname,
            &self.filename,
            &self.globals,
            &self.builtins,
        ] {
            tracer.tracked(slot);
        }
        if !self.is_ready() {
            return;
        }
        // Sites learn by themselves.
        tracer.restless();
        tracer.weigh(self.pool_bytes());
        tracer.slots(self.local_names());
        tracer.values(self.constants());
        for i in 0..self.sites() {
            let site = self.site(i);
            tracer.slot(&site.name);
            for value in [site.value(), site.object()].into_iter().flatten() {
                tracer.visit(value);
            }
        }
    }
}

/// What a code object needs to be run.
pub struct CodeParts<'a> {
    pub constants: &'a [Value],
    pub site_names: &'a [Value],
    pub local_names: &'a [Value],
}

impl Code {
    /// INVARIANT: `data` has passed `bytecode::verify`: handlers check none of its operands.
    pub fn new(
        heap: &mut Heap,
        shape: ShapeId,
        data: Rc<CodeData>,
        [name, qualname, filename]: [Value; 3],
    ) -> Ref<Code> {
        heap.alloc(Code {
            header: Header::new(Kind::Code, shape),
            returns_none: Cell::new(None),
            simple: Cell::new(NOT_SIMPLE),
            data,
            bytes: UnsafeCell::default(),
            pool: UnsafeCell::default(),
            sites: Cell::new(0),
            local_names: UnsafeCell::default(),
            name: TrackedSlot::new(name),
            qualname: TrackedSlot::new(qualname),
            filename: TrackedSlot::new(filename),
            globals: TrackedSlot::default(),
            builtins: TrackedSlot::default(),
        })
    }
    /// Makes it ready to be run; `constants` has a value for each one of the data.
    ///
    /// # Panics
    /// When it is ready: what runs must not move.
    pub fn fill(code: Ref<Code>, parts: CodeParts) {
        assert!(!code.is_ready(), "code is filled once");
        let sites = parts.site_names.len();
        let first = sites * SITE_WORDS + 1;
        let mut pool = Vec::with_capacity(first + parts.constants.len());
        pool.resize(first, Value::UNBOUND);
        pool.extend_from_slice(parts.constants);
        code.header.touch();
        // SAFETY: nothing refers into a code object that is not ready. The pool has room for the sites below constant 0 and for the
        // code object right below it.
        unsafe {
            *code.local_names.get() = parts.local_names.iter().map(|&v| Slot::new(v)).collect();
            *code.pool.get() = pool.into_boxed_slice();
            code.sites.set(sites);
            let constants = code.constants_ptr();
            *constants.sub(1) = code.value();
            for (i, &name) in parts.site_names.iter().enumerate() {
                constants.sub(1).cast::<Site>().sub(i + 1).write(Site::new(name));
            }
            *code.bytes.get() = (&*code.data.bytes).into();
        }
        pressure::add(code.pool_bytes());
        code.simple.set(simple_arguments(&code.data));
    }
    /// Bytes of what lies outside the heap once it is ready.
    fn pool_bytes(&self) -> usize {
        // SAFETY: the reference ends here.
        unsafe { size_of_val(&**self.pool.get()) + self.data.bytes.len() }
    }
    /// Whether it can be run.
    pub fn is_ready(&self) -> bool {
        // SAFETY: the reference ends here.
        unsafe { !(&*self.bytes.get()).is_empty() }
    }
    /// Interned names of the locals, free variables behind them.
    pub fn local_names(&self) -> &[Slot] {
        debug_assert!(self.is_ready());
        // SAFETY: set once, before anything reads it.
        unsafe { &*self.local_names.get() }
    }
    /// A function of this code has these globals and builtins. With the second pair of them, sites forget the names that they know.
    pub fn belong(&self, globals: Value, builtins: Value) {
        if self.globals.get().is_unbound() {
            self.globals.set(&self.header, globals);
            self.builtins.set(&self.header, builtins);
        } else if self.globals.get() != globals || self.builtins.get() != builtins {
            self.globals.set(&self.header, Value::NONE);
            self.forget_names();
        }
    }
    /// Whether sites may cache names of these globals and builtins.
    pub fn belongs(&self, globals: Value, builtins: Value) -> bool {
        self.globals.get() == globals && self.builtins.get() == builtins
    }
    /// Makes every instruction that knows a global the generic one again.
    fn forget_names(&self) {
        if !self.is_ready() {
            return;
        }
        let mut offset = 0;
        while let Some(insn) = insn::decode(&self.data.bytes, offset) {
            let place = offset + insn.wide as usize;
            // SAFETY: the offset is inside the instructions, and both forms have the same operands.
            unsafe {
                let now = self.entry().add(place);
                if matches!(Op::from_byte(*now), Some(op) if matches!(op.generic(), Op::load_global | Op::store_global))
                {
                    *now = self.data.bytes[place];
                }
            }
            offset += insn.length;
        }
    }
    /// Address of constant 0 of code that is ready: what handlers call `k`.
    pub fn constants_ptr(&self) -> *mut Value {
        // SAFETY: the pool is never resized, so the address stays.
        unsafe { (&mut *self.pool.get()).as_mut_ptr().add(self.sites() * SITE_WORDS + 1) }
    }
    /// Address of the first instruction of code that is ready.
    pub fn entry(&self) -> *mut u8 {
        // SAFETY: the instructions are never resized.
        unsafe { (&mut *self.bytes.get()).as_mut_ptr() }
    }
    pub fn data(&self) -> &CodeData {
        &self.data
    }
    /// As `data`, to make another code object of.
    pub fn shared_data(&self) -> &Rc<CodeData> {
        &self.data
    }
    pub fn constants(&self) -> &[Value] {
        debug_assert!(self.is_ready());
        // SAFETY: constants never change.
        unsafe { &(&*self.pool.get())[self.sites() * SITE_WORDS + 1..] }
    }
    pub fn sites(&self) -> usize {
        self.sites.get()
    }
    /// Site `i`.
    /// # Panics
    /// When there is none.
    pub fn site(&self, i: usize) -> &Site {
        assert!(i < self.sites());
        // SAFETY: sites lie below the code's own word, in descending order.
        unsafe { &*self.constants_ptr().sub(1).cast::<Site>().sub(i + 1) }
    }
    /// How far from constant 0 site `i` lies, in bytes.
    pub const fn site_distance(i: u32) -> i32 {
        -(size_of::<Value>() as i32) - (i as i32 + 1) * size_of::<Site>() as i32
    }
    /// The offset of an address inside the instructions.
    pub fn offset_of(&self, pc: *const u8) -> usize {
        pc as usize - self.entry() as usize
    }
    /// The code object that a handler's `k` belongs to.
    ///
    /// # Safety
    /// `k` came from `constants_ptr` of a live code object.
    pub unsafe fn of_constants(k: *const Value) -> Ref<Code> {
        // SAFETY: by the caller.
        unsafe { (*k.sub(1)).expect() }
    }
}

/// How many positional arguments a call must have to need no binding.
fn simple_arguments(data: &CodeData) -> u32 {
    use crate::bytecode::code::Flags;
    let plain = data.keyword_only == 0 && !data.flags.has(Flags::VARARGS) && !data.flags.has(Flags::VARKEYWORDS);
    if plain { data.positional } else { NOT_SIMPLE }
}
