//! Numbers that do not fit a box: big ints, complex, and instances of Python subclasses of numbers.

use crate::base::big::Big;
use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::pressure;
use crate::heap::store::Heap;
use crate::heap::value::Value;

/// An int outside the inline range. INVARIANT: never one that would fit.
#[repr(C)]
pub struct BigInt {
    pub header: Header,
    big: Big,
}

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for BigInt {
    const KIND: Kind = Kind::BigInt;
    const TENURES: bool = true;
    fn trace(&self, _: &mut Tracer) {}
}

impl BigInt {
    pub fn big(&self) -> &Big {
        &self.big
    }
}

/// The int `big` in its one canonical form; `shape` is that of `int`.
pub fn new_int(heap: &mut Heap, shape: ShapeId, big: Big) -> Value {
    if let Some(value) = big.to_i64().and_then(Value::try_int) {
        return value;
    }
    pressure::add(big.size_in_words() * 8);
    heap.alloc(BigInt {
        header: Header::new(Kind::BigInt, shape),
        big,
    })
    .value()
}

/// The int `n`, which is outside the inline range: up to two words need no memory of their own.
pub fn new_wide(heap: &mut Heap, shape: ShapeId, n: i128) -> Value {
    debug_assert!(!i64::try_from(n).is_ok_and(|n| Value::try_int(n).is_some()));
    heap.alloc(BigInt {
        header: Header::new(Kind::BigInt, shape),
        big: Big::from_i128(n),
    })
    .value()
}

#[repr(C)]
pub struct Complex {
    pub header: Header,
    pub re: f64,
    pub im: f64,
}

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for Complex {
    const KIND: Kind = Kind::Complex;
    fn trace(&self, _: &mut Tracer) {}
}

impl Complex {
    pub fn new(heap: &mut Heap, shape: ShapeId, re: f64, im: f64) -> Ref<Complex> {
        heap.alloc(Complex {
            header: Header::new(Kind::Complex, shape),
            re,
            im,
        })
    }
}

/// An instance of a Python subclass of int or float: the plain number inside.
#[repr(C)]
pub struct Wrapped {
    pub header: Header,
    pub number: Slot,
}

// SAFETY: `repr(C)`, header first, the number is traced.
unsafe impl Object for Wrapped {
    const KIND: Kind = Kind::Wrapped;
    fn trace(&self, tracer: &mut Tracer) {
        tracer.slot(&self.number);
    }
}

impl Wrapped {
    pub fn new(heap: &mut Heap, shape: ShapeId, number: Value) -> Ref<Wrapped> {
        heap.alloc(Wrapped {
            header: Header::new(Kind::Wrapped, shape),
            number: Slot::new(number),
        })
    }
}
