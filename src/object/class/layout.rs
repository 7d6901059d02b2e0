//! The layout of classes.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

use crate::heap::header::{Header, Kind, ShapeId, TrackedSlot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::shape::Shapes;
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::{Tuple, items};
use crate::vm::raised::Run;
use crate::vm::special::{SPECIAL_COUNT, Special};
use crate::vm::state::Vm;

/// The next item of an iterator; `None` at the end.
pub type Advance = fn(&mut Vm, Value) -> Run<Option<Value>>;

/// Gives the items of an iterator to a function until it refuses one, which is answered; `None` at the end. The function runs no Python.
pub type Feed = fn(&mut Vm, Value, &mut dyn FnMut(Value) -> bool) -> Run<Option<Value>>;

/// Calls an object: its receiver or UNBOUND, the arguments, the names of the last of them.
pub type Invoke = fn(&mut Vm, Value, Value, &[Value], &[Value]) -> Run<Value>;

/// What a call of a class comes to, if that is simple. Forgotten whenever a special method changes; valid while the class
/// is not abstract.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Maker {
    /// Not asked for yet.
    Unknown,
    General,
    /// A plain instance; there is no `__init__` but object's.
    Bare,
    /// A plain instance, then an `__init__` made in Python.
    Init,
    /// A `__new__` of ours, and no `__init__` but object's.
    New,
    /// A `__new__` of ours, then an `__init__` of ours.
    NewInit,
    /// The same, and `NativeDef::makes` does both at once.
    Make,
    /// A `__new__` of ours, then an `__init__` made in Python.
    InitAfterNew,
    /// An exception that keeps its arguments.
    Exception,
    /// An exception that keeps its arguments, then an `__init__` made in Python.
    ExceptionInit,
    /// The class is `type` itself: with one argument, the class of that.
    TypeOf,
}

/// A class. Its own class (metaclass) is in the header's shape.
#[repr(C)]
pub struct Class {
    pub header: Header,
    /// `__name__` and `__qualname__`: str.
    pub name: TrackedSlot,
    pub qualname: TrackedSlot,
    /// Tuples of classes; the MRO begins with the class itself.
    pub bases: TrackedSlot,
    pub mro: TrackedSlot,
    /// The base whose layout the instances have.
    pub best_base: TrackedSlot,
    /// The namespace: a dict with str keys.
    pub dict: TrackedSlot,
    /// Root shape of the instances.
    pub shape: Cell<ShapeId>,
    /// Layout of the instances.
    pub kind: Cell<Kind>,
    pub maker: Cell<Maker>,
    /// Bits of `known::flag`.
    pub flags: Cell<u32>,
    /// Slots that `__slots__` reserve, those of the bases included.
    pub reserved: Cell<u32>,
    /// How many inline slots new instances get, and how many one has come to need.
    pub inline_slots: Cell<u32>,
    pub wanted_slots: Cell<u32>,
    /// The class epoch in which it was found that no class of the MRO but object says what `__class__` is.
    pub unclaimed: Cell<u32>,
    /// For iterators of ours: `next` without an exception at the end. Subclasses do not inherit it.
    pub advance: Cell<Option<Advance>>,
    /// For generators: many items in one go.
    pub feed: Cell<Option<Feed>>,
    /// How functions made in Python are called; set for their class alone.
    pub invoke: Cell<Option<Invoke>>,
    /// What the MRO gives for each special method; UNBOUND for nothing.
    pub specials: [TrackedSlot; SPECIAL_COUNT],
    /// Direct subclasses, in order of creation (dead ones are dropped by the collector's caller).
    pub subclasses: RefCell<Vec<Value>>,
}

// SAFETY: `repr(C)`, header first, all values are traced.
unsafe impl Object for Class {
    const KIND: Kind = Kind::Class;
    const TENURES: bool = true;
    fn trace(&self, tracer: &mut Tracer) {
        for slot in [
            &self.name,
            &self.qualname,
            &self.bases,
            &self.mro,
            &self.best_base,
            &self.dict,
        ] {
            tracer.tracked(slot);
        }
        for slot in &self.specials {
            tracer.tracked(slot);
        }
        // SAFETY: no collection falls inside a mutable borrow.
        tracer.values(unsafe { &*self.subclasses.as_ptr() });
    }
}

impl Class {
    /// A class without bases or MRO; `ops::attribute` and `types::class` complete it.
    pub fn new(heap: &mut Heap, meta: ShapeId, name: Value, dict: Ref<Dict>) -> Ref<Class> {
        heap.alloc(Class {
            header: Header::new(Kind::Class, meta),
            name: TrackedSlot::new(name),
            qualname: TrackedSlot::new(name),
            bases: TrackedSlot::default(),
            mro: TrackedSlot::default(),
            best_base: TrackedSlot::default(),
            dict: TrackedSlot::new(dict.value()),
            shape: Cell::new(ShapeId(0)),
            kind: Cell::new(Kind::Instance),
            maker: Cell::new(Maker::Unknown),
            flags: Cell::new(0),
            reserved: Cell::new(0),
            inline_slots: Cell::new(4),
            wanted_slots: Cell::new(0),
            unclaimed: Cell::new(0),
            advance: Cell::new(None),
            feed: Cell::new(None),
            invoke: Cell::new(None),
            specials: [const { TrackedSlot::new(Value::UNBOUND) }; SPECIAL_COUNT],
            subclasses: RefCell::new(Vec::new()),
        })
    }
    pub fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag != 0
    }
    pub fn set_flag(&self, flag: u32) {
        self.flags.set(self.flags.get() | flag);
    }
    pub fn clear_flag(&self, flag: u32) {
        self.flags.set(self.flags.get() & !flag);
    }
    /// What the MRO gives for a special method.
    pub fn special(&self, special: Special) -> Option<Value> {
        self.specials[special as usize].get().bound()
    }
    /// The class of objects of this shape.
    #[inline]
    pub fn of_shape(shapes: &Shapes, shape: ShapeId) -> Ref<Class> {
        let class = shapes.class(shape);
        debug_assert!(class.is::<Class>());
        // SAFETY: every shape has its class from the time that objects of it exist.
        unsafe { Ref::from_raw(NonNull::new_unchecked(class.address().cast())) }
    }
    /// The namespace.
    pub fn namespace(&self) -> Ref<Dict> {
        self.dict.get().expect()
    }
    /// The MRO, this class first.
    pub fn mro(&self) -> &[Value] {
        self.mro.get().cast::<Tuple>().map_or(&[], items)
    }
    /// Whether `class` is this class or one of its bases (by the MRO alone).
    pub fn is_subclass(&self, class: Ref<Class>) -> bool {
        std::ptr::eq(self, &*class) || self.mro().contains(&class.value())
    }
    /// What the namespaces along the MRO hold for `name` (a str), and the class that holds it. No cache.
    pub fn lookup_where(&self, name: Value) -> Option<(Value, Value)> {
        self.mro().iter().find_map(|&class| {
            let found = class.cast::<Class>()?.namespace().get_str(name)?;
            Some((found, class))
        })
    }
}
