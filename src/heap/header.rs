//! The sixteen bytes in front of every heap object, and the cell for values inside objects.

use std::cell::Cell;

use crate::heap::value::Value;

/// The layout of a heap object. Which Python class it is of, the shape says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum Kind {
    /// No object: what memory begins as.
    Free = 0,
    BigInt,
    /// A decimal number.
    Decimal,
    Complex,
    Str,
    Bytes,
    ByteArray,
    List,
    Tuple,
    Dict,
    Set,
    /// A fixed number of values and nothing else: slices, properties, bound methods, most iterators …
    Record,
    /// An instance of a class made in Python, with inline attribute slots.
    Instance,
    /// An instance of a Python subclass of int, float or complex: wraps the number.
    Wrapped,
    Class,
    Function,
    /// A function of ours, or a method of a built-in class.
    Native,
    Code,
    Cell,
    Module,
    /// Generator, coroutine or async generator.
    Generator,
    Exception,
    /// Slots of an instance beyond its inline ones.
    Overflow,
    /// State of a native module in a Rust object of its own.
    Opaque,
    /// Room for strings that grow at their end.
    Growth,
    WeakRef,
}

/// Number of kinds.
pub const KINDS: usize = Kind::WeakRef as usize + 1;

/// Index of a hidden class in the shape table. It stands for class, layout, and "nothing shadows".
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[repr(transparent)]
pub struct ShapeId(pub u32);

/// What every heap object begins with.
#[repr(C)]
pub struct Header {
    shape: Cell<ShapeId>,
    kind: Cell<Kind>,
    flags: Cell<u8>,
    /// Each kind's own use; an instance keeps its number of inline slots here.
    extra: Cell<u16>,
    /// Attributes besides the inline slots: UNBOUND, a dict, or (instances) an overflow array.
    pub attrs: TrackedSlot,
}

const _: () = assert!(size_of::<Header>() == 16);

impl Header {
    /// The collector's colour of large objects; its meaning flips with every collection. Cells have their marks elsewhere.
    pub const COLOUR: u8 = 0x01;
    /// Of an object in a cell, in place of its colour: it is tenured and refers to tenured objects only. See `tenure`.
    pub const TENURED: u8 = 0x01;
    /// The class has `__del__`, and it was not called yet.
    pub const FINALIZE: u8 = 0x02;
    /// Somebody holds a weak reference.
    pub const WATCHED: u8 = 0x04;
    /// The object has its own memory behind it (`large` list instead of a block).
    pub const LARGE: u8 = 0x08;
    /// Free for each kind's own use.
    pub const OWN_A: u8 = 0x10;
    pub const OWN_B: u8 = 0x20;
    pub const OWN_C: u8 = 0x40;
    pub const OWN_D: u8 = 0x80;

    /// The header of a new object; allocation sets the colour.
    pub fn new(kind: Kind, shape: ShapeId) -> Header {
        Header {
            shape: Cell::new(shape),
            kind: Cell::new(kind),
            flags: Cell::new(0),
            extra: Cell::new(0),
            attrs: TrackedSlot::new(Value::UNBOUND),
        }
    }
    pub fn shape(&self) -> ShapeId {
        self.shape.get()
    }
    pub fn set_shape(&self, shape: ShapeId) {
        self.shape.set(shape);
    }
    pub fn kind(&self) -> Kind {
        self.kind.get()
    }
    pub fn set_kind(&self, kind: Kind) {
        self.kind.set(kind);
    }
    pub fn has(&self, flag: u8) -> bool {
        self.flags.get() & flag != 0
    }
    /// Whether this object, which lies in a cell, has `TENURED`: who sets a reference in it must call `touch` first.
    #[inline(always)] // PERF: perf/0021-tenure.md
    pub fn is_tenured(&self) -> bool {
        self.has(Header::TENURED)
    }
    pub fn set(&self, flag: u8) {
        self.flags.set(self.flags.get() | flag);
    }
    pub fn clear(&self, flag: u8) {
        self.flags.set(self.flags.get() & !flag);
    }
    pub fn flags(&self) -> u8 {
        self.flags.get()
    }
    pub fn set_flags(&self, flags: u8) {
        self.flags.set(flags);
    }
    pub fn extra(&self) -> u16 {
        self.extra.get()
    }
    pub fn set_extra(&self, extra: u16) {
        self.extra.set(extra);
    }
}

/// A value inside an object that is never tenured, or never set once it is made.
#[repr(transparent)]
pub struct Slot(Cell<Value>);

impl Slot {
    pub const fn new(value: Value) -> Slot {
        Slot(Cell::new(value))
    }
    pub fn get(&self) -> Value {
        self.0.get()
    }
    pub fn set(&self, value: Value) {
        self.0.set(value);
    }
    pub fn replace(&self, value: Value) -> Value {
        self.0.replace(value)
    }
}

impl Default for Slot {
    fn default() -> Slot {
        Slot::new(Value::UNBOUND)
    }
}

/// A value inside an object that may be tenured: whoever sets it says whose it is, for the write barrier (`tenure`).
#[repr(transparent)]
pub struct TrackedSlot(Slot);

impl TrackedSlot {
    pub const fn new(value: Value) -> TrackedSlot {
        TrackedSlot(Slot::new(value))
    }
    pub fn get(&self) -> Value {
        self.0.get()
    }
    pub(in crate::heap) fn set_unseen(&self, value: Value) {
        self.0.set(value);
    }
}

impl Default for TrackedSlot {
    fn default() -> TrackedSlot {
        TrackedSlot::new(Value::UNBOUND)
    }
}
