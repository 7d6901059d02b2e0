//! The 64-bit NaN box that every Python value is.
//!
//! | bits (unsigned)                              | meaning                                                        |
//! |----------------------------------------------|----------------------------------------------------------------|
//! | below `0x0000_0000_0000_1000`                | constants: None, True, False, UNBOUND …                        |
//! | up to `0x0007_0000_0000_0000`                | pointer to a heap object's header, raw                         |
//! | up to `0xFFF8_0000_0000_0000`                | float: IEEE bits + `0x0007_0000_0000_0000`, NaN canonical      |
//! | from `0xFFF8_0000_0000_0000`                 | int, biased: `ZERO + n`, −2^50 ≤ n < 2^50                      |
//!
//! The encoding is known to this file and to the handlers that test two operands at once by [`both_ints`] and [`try_add`].
//! Canonical form: an int that fits is always inline; a float is never on the heap.

use std::ptr::NonNull;

use crate::heap::header::Header;

/// A Python value, or one of the interpreter's own markers ([`Value::UNBOUND`]).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct Value(u64);

/// Added to the bits of a float; keeps −inf below the ints, so that the tag test of two ints is exact.
pub const FLOAT_OFFSET: u64 = 0x0007_0000_0000_0000;
/// The lowest int box: all thirteen top bits are set in ints only.
pub const INT_MIN_BITS: u64 = 0xFFF8_0000_0000_0000;
/// The box of 0.
pub const ZERO_BITS: u64 = 0xFFFC_0000_0000_0000;
/// The smallest and largest inline int.
pub const INT_MIN: i64 = -(1 << 50);
pub const INT_MAX: i64 = (1 << 50) - 1;
const CONSTANT_END: u64 = 4096;
/// No address reaches this power of two, no float is below it: a shift tells them apart.
const ADDRESS_END: u64 = 1 << 50;
const CANONICAL_NAN: u64 = 0x7FF8_0000_0000_0000;
/// The bits of a positive quiet NaN that are free: all such boxes are floats.
const NAN_PAYLOAD: u64 = 0x0007_FFFF_FFFF_FFFF;

const _: () = assert!(size_of::<Value>() == 8);

impl Value {
    /// No value: an unassigned local, an absent argument, an empty slot. Never visible to Python.
    pub const UNBOUND: Value = Value(0);
    pub const NONE: Value = Value(8);
    pub const FALSE: Value = Value(16);
    pub const TRUE: Value = Value(24);
    pub const ELLIPSIS: Value = Value(32);
    pub const NOT_IMPLEMENTED: Value = Value(40);
    /// In a loop's state register: the loop runs over a range of small ints.
    pub const RANGE_LOOP: Value = Value(48);

    pub const fn from_bits(bits: u64) -> Value {
        Value(bits)
    }
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The int `n`, which must be within `INT_MIN..=INT_MAX`.
    pub const fn small_int(n: i64) -> Value {
        debug_assert!(n >= INT_MIN && n <= INT_MAX);
        Value(ZERO_BITS.wrapping_add(n as u64))
    }
    /// The int `n` if it fits inline.
    pub const fn try_int(n: i64) -> Option<Value> {
        if n >= INT_MIN && n <= INT_MAX {
            Some(Value::small_int(n))
        } else {
            None
        }
    }
    pub fn float(x: f64) -> Value {
        let bits = if x.is_nan() { CANONICAL_NAN } else { x.to_bits() };
        Value(bits.wrapping_add(FLOAT_OFFSET))
    }
    /// The float `x`, which is no NaN: without the test for one.
    #[inline(always)] // PERF: perf/0003-numbers.md
    pub const fn float_not_nan(x: f64) -> Value {
        debug_assert!(!x.is_nan());
        Value(x.to_bits().wrapping_add(FLOAT_OFFSET))
    }
    /// The float in the box, or a NaN if it holds none: arithmetic whose result is no NaN had only floats, so that one test of the
    /// result is the tag test of the operands.
    #[inline(always)] // PERF: perf/0003-numbers.md
    pub const fn float_or_nan(self) -> f64 {
        self.float_unchecked()
    }
    /// A NaN that is identical to itself only: `n` says which. What arithmetic makes of it is the one canonical NaN.
    pub const fn nan(n: u64) -> Value {
        Value((CANONICAL_NAN | (n & NAN_PAYLOAD)).wrapping_add(FLOAT_OFFSET))
    }
    pub const fn bool(b: bool) -> Value {
        if b { Value::TRUE } else { Value::FALSE }
    }

    pub const fn is_unbound(self) -> bool {
        self.0 == 0
    }
    pub const fn is_bound(self) -> bool {
        self.0 != 0
    }
    pub const fn is_none(self) -> bool {
        self.0 == Value::NONE.0
    }
    pub const fn is_int(self) -> bool {
        self.0 >= INT_MIN_BITS
    }
    pub const fn is_float(self) -> bool {
        self.0.wrapping_sub(FLOAT_OFFSET) < INT_MIN_BITS - FLOAT_OFFSET
    }
    pub const fn is_bool(self) -> bool {
        self.0 == Value::TRUE.0 || self.0 == Value::FALSE.0
    }
    pub const fn is_object(self) -> bool {
        self.0.wrapping_sub(CONSTANT_END) < ADDRESS_END
    }

    /// The inline int (not a bool).
    pub const fn as_int(self) -> Option<i64> {
        if self.is_int() {
            Some(self.int_unchecked())
        } else {
            None
        }
    }
    /// The inline int or bool, as a number.
    pub const fn as_int_or_bool(self) -> Option<i64> {
        match self {
            Value::TRUE => Some(1),
            Value::FALSE => Some(0),
            v => v.as_int(),
        }
    }
    pub const fn int_unchecked(self) -> i64 {
        self.0.wrapping_sub(ZERO_BITS) as i64
    }
    pub fn as_float(self) -> Option<f64> {
        if self.is_float() {
            Some(self.float_unchecked())
        } else {
            None
        }
    }
    /// The float in the box.
    pub const fn float_unchecked(self) -> f64 {
        f64::from_bits(self.0.wrapping_sub(FLOAT_OFFSET))
    }
    pub const fn as_bool(self) -> Option<bool> {
        match self {
            Value::TRUE => Some(true),
            Value::FALSE => Some(false),
            _ => None,
        }
    }

    /// The value that points at `header`.
    pub fn from_header(header: NonNull<Header>) -> Value {
        Value(header.as_ptr() as u64)
    }
    /// The header, if this is a heap object.
    pub fn as_header(self) -> Option<NonNull<Header>> {
        if self.is_object() {
            NonNull::new(self.0 as *mut Header)
        } else {
            None
        }
    }
    /// The address behind a value that is known to be an object.
    pub const fn address(self) -> *mut Header {
        self.0 as *mut Header
    }
    /// `self` unless it is UNBOUND.
    pub const fn bound(self) -> Option<Value> {
        if self.is_bound() { Some(self) } else { None }
    }
    /// `self`, or `other` if this is UNBOUND.
    pub const fn or(self, other: Value) -> Value {
        if self.is_bound() { self } else { other }
    }
}

/// True exactly when both are inline ints.
pub const fn both_ints(a: Value, b: Value) -> bool {
    (a.0 & b.0) >= INT_MIN_BITS
}

/// The bits, computed before what they are added to: a running sum then waits for one addition, not two.
#[inline(always)] // PERF: perf/0003-numbers.md
fn ahead(bits: u64) -> u64 {
    #[cfg(miri)]
    return bits;
    #[cfg(not(miri))]
    {
        let mut bits = bits;
        // SAFETY: no instruction at all.
        unsafe { std::arch::asm!("/* {0} */", inout(reg) bits, options(pure, nomem, nostack, preserves_flags)) };
        bits
    }
}

/// `a + b` if both are inline ints and the sum is one, too. All thirteen top bits stand in ints only: one test of the three boxes.
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn try_add(a: Value, b: Value) -> Option<Value> {
    let sum = a.0.wrapping_add(ahead(b.0.wrapping_sub(ZERO_BITS)));
    if a.0 & b.0 & sum >= INT_MIN_BITS {
        Some(Value(sum))
    } else {
        None
    }
}

/// `a - b` if both are inline ints and the difference is one, too.
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn try_sub(a: Value, b: Value) -> Option<Value> {
    let difference = a.0.wrapping_sub(ahead(b.0.wrapping_sub(ZERO_BITS)));
    if a.0 & b.0 & difference >= INT_MIN_BITS {
        Some(Value(difference))
    } else {
        None
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::bool(b)
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match *self {
            Value::UNBOUND => write!(f, "UNBOUND"),
            Value::NONE => write!(f, "None"),
            v if v.is_int() => write!(f, "{}", v.int_unchecked()),
            v if v.is_float() => write!(f, "{:?}", v.float_unchecked()),
            v => write!(f, "Value({:#x})", v.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::heap::value::{
        FLOAT_OFFSET, INT_MAX, INT_MIN, INT_MIN_BITS, Value, ZERO_BITS, both_ints, try_add, try_sub,
    };

    #[test]
    fn boxes_keep_their_kinds_apart() {
        for x in [
            0.0,
            -0.0,
            1.5,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::MIN_POSITIVE,
            -f64::MAX,
        ] {
            let v = Value::float(x);
            assert!(v.is_float() && !v.is_int() && !v.is_object());
            assert_eq!(v.float_unchecked().to_bits(), x.to_bits());
        }
        assert!(Value::float(f64::from_bits(0xFFFF_FFFF_FFFF_FFFF)).is_float());
        for n in [0, 1, -1, INT_MIN, INT_MAX] {
            assert_eq!(Value::small_int(n).as_int(), Some(n));
            assert!(!Value::small_int(n).is_float() && !Value::small_int(n).is_object());
        }
        assert!(!both_ints(Value::small_int(1), Value::float(f64::NEG_INFINITY)));
        for bits in [0, 8, 48, 4096, FLOAT_OFFSET - 1, INT_MIN_BITS, ZERO_BITS, u64::MAX] {
            assert!(Value::from_bits(bits).float_or_nan().is_nan());
        }
        assert!(!Value::NONE.is_object() && !Value::NONE.is_float());
    }

    #[test]
    fn sums_stay_inline_or_say_so() {
        let int = Value::small_int;
        assert_eq!(try_add(int(2), int(-5)), Some(int(-3)));
        assert_eq!(try_add(int(INT_MAX), int(1)), None);
        assert_eq!(try_add(int(INT_MIN), int(-1)), None);
        assert_eq!(try_sub(int(0), int(5)), Some(int(-5)));
        assert_eq!(try_sub(int(INT_MIN), int(1)), None);
        assert_eq!(try_sub(int(INT_MAX), int(-1)), None);
        for other in [Value::UNBOUND, Value::TRUE, Value::float(1.0), Value::float(-1e300)] {
            assert_eq!(try_add(int(1), other), None);
            assert_eq!(try_sub(other, int(-5)), None);
        }
    }
}
