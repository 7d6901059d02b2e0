//! Numbers that do not fit a box: big ints, complex, and instances of Python subclasses of numbers.

use std::cell::Cell;

use crate::base::big::Big;
use crate::base::limbs::Limbs;
use crate::heap::block::CELL_BYTES_MAX;
use crate::heap::header::{Header, Kind, ShapeId, Slot};
use crate::heap::mark::Tracer;
use crate::heap::object::{Object, Ref};
use crate::heap::store::Heap;
use crate::heap::value::Value;
use crate::object::tail;

/// An int outside the inline range; its words lie behind it. INVARIANT: never one that would fit.
#[repr(C)]
pub struct BigInt {
    pub header: Header,
    /// How many words; below zero for a negative int.
    size: Cell<i64>,
}

/// Words from which on a result that needs less than half of its room is moved to a smaller one.
const ROOMY: usize = 64;

/// Words of the largest int in a cell.
const CELL_WORDS_MAX: usize = (CELL_BYTES_MAX - size_of::<BigInt>()) / size_of::<u64>();

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for BigInt {
    const KIND: Kind = Kind::BigInt;
    const TENURES: bool = true;
    fn trace(&self, _: &mut Tracer) {}
}

impl BigInt {
    /// Sign and words.
    #[inline]
    pub fn limbs(&self) -> Limbs<'_> {
        let size = self.size.get();
        Limbs {
            negative: size < 0,
            // SAFETY: allocated with that many words or more, which never change.
            words: unsafe { tail::words(self, size.unsigned_abs() as usize) },
        }
    }
    /// A copy, for what the words alone do not tell.
    pub fn big(&self) -> Big {
        let limbs = self.limbs();
        Big::from_words(limbs.negative, limbs.words)
    }
}

/// The int `big` in its one canonical form; `shape` is that of `int`.
pub fn new_int(heap: &mut Heap, shape: ShapeId, big: &Big) -> Value {
    copy_int(heap, shape, big.limbs())
}

/// The int of these words in its one canonical form.
pub fn copy_int(heap: &mut Heap, shape: ShapeId, limbs: Limbs) -> Value {
    if let Some(value) = limbs.to_i64().and_then(Value::try_int) {
        return value;
    }
    with_words(heap, shape, limbs.words.len(), |room| {
        room.copy_from_slice(limbs.words);
        limbs.negative
    })
}

/// Sign and words of an int, borrowed from the heap and not from the reference.
#[inline]
pub fn limbs_of<'a>(int: Ref<BigInt>) -> Limbs<'a> {
    let Limbs { negative, words } = int.limbs();
    Limbs {
        negative,
        // SAFETY: as `BigInt::limbs`; the caller keeps the int reachable while it uses the slice.
        words: unsafe { &*std::ptr::from_ref(words) },
    }
}

/// Whether this is an int of two words or more.
#[inline(always)] // PERF: perf/0019-small-containers.md
pub fn is_long(value: Value) -> bool {
    value
        .cast::<BigInt>()
        .is_some_and(|int| int.size.get().unsigned_abs() > 1)
}

/// The int whose magnitude `fill` writes into so many words, every one of them; it answers whether the int is negative.
#[inline]
pub fn with_words(heap: &mut Heap, shape: ShapeId, room: usize, fill: impl FnOnce(&mut [u64]) -> bool) -> Value {
    let (mut negative, mut len) = (false, 0);
    let object = BigInt {
        header: Header::new(Kind::BigInt, shape),
        size: Cell::new(0),
    };
    let made = heap.alloc_tail(object, room * size_of::<u64>(), |tail| {
        let words = tail.cast::<u64>();
        if room > CELL_WORDS_MAX {
            // SAFETY: the tail has so many words.
            unsafe { words.write_bytes(0, room) };
        }
        // SAFETY: as above, aligned as the object is; cells are initialised memory.
        let words = unsafe { std::slice::from_raw_parts_mut(words, room) };
        negative = fill(words);
        len = words.iter().rposition(|&word| word != 0).map_or(0, |last| last + 1);
    });
    made.size.set(if negative { -(len as i64) } else { len as i64 });
    if len <= 1
        && let Some(value) = made.limbs().to_i64().and_then(Value::try_int)
    {
        return value;
    }
    if room >= ROOMY && len < room / 2 {
        return copy_int(heap, shape, made.limbs());
    }
    made.value()
}

/// The int `n`, which is outside the inline range.
pub fn new_wide(heap: &mut Heap, shape: ShapeId, n: i128) -> Value {
    debug_assert!(!i64::try_from(n).is_ok_and(|n| Value::try_int(n).is_some()));
    let words = n.unsigned_abs();
    let len = 1 + i64::from(words >> 64 != 0);
    let object = BigInt {
        header: Header::new(Kind::BigInt, shape),
        size: Cell::new(if n < 0 { -len } else { len }),
    };
    let made = if len == 1 {
        // SAFETY: the tail has room for a word, aligned as one is.
        heap.alloc_tail(object, 8, |tail| unsafe { tail.cast::<u64>().write(words as u64) })
    } else {
        let words = [words as u64, (words >> 64) as u64];
        // SAFETY: the tail has room for two words, aligned as they are.
        heap.alloc_tail(object, 16, |tail| unsafe { tail.cast::<[u64; 2]>().write(words) })
    };
    made.value()
}

/// A decimal number of any class; its words lie behind it, and never change.
///
/// INVARIANT: `header.extra` holds the tag and, from bit `COUNT_SHIFT` on, the number of words; if that is `COUNTED`, the number
/// lies in a word in front of them.
#[repr(C)]
pub struct Decimal {
    pub header: Header,
    exponent: i64,
}

const COUNT_SHIFT: u32 = 12;
const COUNTED: u16 = 15;

// SAFETY: `repr(C)`, header first, no values.
unsafe impl Object for Decimal {
    const KIND: Kind = Kind::Decimal;
    const TENURES: bool = true;
    fn trace(&self, _: &mut Tracer) {}
}

impl Decimal {
    /// `tag` has `COUNT_SHIFT` bits at the most.
    pub fn new(heap: &mut Heap, shape: ShapeId, tag: u16, exponent: i64, words: &[u64]) -> Ref<Decimal> {
        debug_assert!(tag < 1 << COUNT_SHIFT);
        let header = Header::new(Kind::Decimal, shape);
        let counted = words.len() >= usize::from(COUNTED);
        let count = if counted { COUNTED } else { words.len() as u16 };
        header.set_extra(tag | count << COUNT_SHIFT);
        let room = size_of_val(words) + if counted { size_of::<u64>() } else { 0 };
        heap.alloc_tail(Decimal { header, exponent }, room, |tail| {
            let mut to = tail.cast::<u64>();
            // SAFETY: the tail has room for the words, and for their number if that is too large for the header.
            unsafe {
                if counted {
                    to.write(words.len() as u64);
                    to = to.add(1);
                }
                std::ptr::copy_nonoverlapping(words.as_ptr(), to, words.len());
            }
        })
    }
    pub fn tag(&self) -> u16 {
        self.header.extra() & ((1 << COUNT_SHIFT) - 1)
    }
    pub fn exponent(&self) -> i64 {
        self.exponent
    }
    #[inline]
    pub fn words(&self) -> &[u64] {
        match self.header.extra() >> COUNT_SHIFT {
            COUNTED => {
                // SAFETY: the number of words lies in the first one.
                let count = unsafe { tail::words(self, 1) }[0];
                // SAFETY: allocated with that many behind it.
                unsafe { &tail::words(self, count as usize + 1)[1..] }
            }
            // SAFETY: allocated with that many.
            count => unsafe { tail::words(self, usize::from(count)) },
        }
    }
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
