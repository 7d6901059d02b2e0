//! Inline-cache sites: what an instruction remembers of the last time.

use std::cell::Cell;

use crate::heap::header::{ShapeId, Slot};
use crate::heap::value::Value;

/// One site, 32 bytes, in front of a code object's constants.
#[repr(C)]
pub struct Site {
    /// The name that the instruction looks up: an interned str.
    pub name: Slot,
    /// Guard: the receiver's shape, or the layout version of a dict. `NEVER` while nothing is cached.
    pub guard: Cell<ShapeId>,
    /// Byte offset of an instance slot, or the next shape of `store_attr_add`'s, by instruction.
    pub offset: Cell<u32>,
    /// What was found: a function, a class attribute, or the address of a global's value.
    pub held: Cell<u64>,
    /// The next shape (`store_attr_add`), or another guard.
    pub next: Cell<u32>,
    /// How often the guard failed, up to a limit where the site stays generic.
    pub misses: Cell<u16>,
    /// Whether `held` is a value that the collector must see.
    pub holds_value: Cell<bool>,
    /// Whether `held` gets the object as its first argument: what a class gives is the function of a class method, or what a
    /// property's instruction asks is `__getattr__`.
    pub binds: Cell<bool>,
}

const _: () = assert!(size_of::<Site>() == 32);

/// A guard that no object passes.
pub const NEVER: ShapeId = ShapeId(u32::MAX);
/// Misses after which a site gives up caching.
pub const MISSES_MAX: u16 = 64;

/// `Site::misses` of a site that keeps the attribute of one class or module. More than any count, so that it caches no shapes.
const ONE_OBJECT: u16 = u16::MAX;

/// `Site::offset` of a call of `list.append`, which is done in the handler.
pub const APPENDS: u32 = 1;

impl Site {
    pub fn new(name: Value) -> Site {
        Site {
            name: Slot::new(name),
            guard: Cell::new(NEVER),
            offset: Cell::new(0),
            held: Cell::new(0),
            next: Cell::new(0),
            misses: Cell::new(0),
            holds_value: Cell::new(false),
            binds: Cell::new(false),
        }
    }
    /// Forgets what is cached.
    pub fn flush(&self) {
        self.guard.set(NEVER);
        self.held.set(0);
        self.holds_value.set(false);
    }
    /// The held value, if the site holds one.
    pub fn value(&self) -> Option<Value> {
        self.holds_value.get().then(|| Value::from_bits(self.held.get()))
    }
    /// Caches `value` under `guard`.
    pub fn hold(&self, guard: ShapeId, value: Value) {
        self.guard.set(guard);
        self.offset.set(0);
        self.held.set(value.bits());
        self.holds_value.set(true);
        self.binds.set(false);
    }
    /// Caches an offset under `guard`.
    pub fn cache_offset(&self, guard: ShapeId, offset: u32) {
        self.guard.set(guard);
        self.offset.set(offset);
        self.holds_value.set(false);
    }
    /// From now on the site is about this one class or module, whose address takes the place of guard and offset.
    pub fn guard_object(&self, object: Value) {
        self.misses.set(ONE_OBJECT);
        self.guard.set(ShapeId(object.bits() as u32));
        self.offset.set((object.bits() >> 32) as u32);
    }
    /// Whether the site, which is about one object, is about this one.
    #[inline(always)] // PERF: perf/0001-handlers.md
    pub fn is_about(&self, object: Value) -> bool {
        self.guard.get().0 as u64 | (self.offset.get() as u64) << 32 == object.bits()
    }
    /// The class that a site of `super` looks after: its address takes the place of offset and misses.
    pub fn set_after(&self, class: Value) {
        self.offset.set(class.bits() as u32);
        self.misses.set((class.bits() >> 32) as u16);
    }
    /// Whether the site looks after this class.
    #[inline(always)] // PERF: perf/0001-handlers.md
    pub fn is_after(&self, class: Value) -> bool {
        self.offset.get() as u64 | (self.misses.get() as u64) << 32 == class.bits()
    }
    /// The class or module that the site is about, if it is about one.
    pub fn object(&self) -> Option<Value> {
        let address = self.guard.get().0 as u64 | (self.offset.get() as u64) << 32;
        (self.misses.get() == ONE_OBJECT).then(|| Value::from_bits(address))
    }
}
