//! Arithmetic on two boxes, as pure functions for the fast handlers: `None` where the operands are no inline ints, or the general
//! way must decide.

use crate::heap::value::{INT_MAX, INT_MIN, Value, ZERO_BITS, both_ints, try_add};

/// The number in a box as a float. Inline ints are exact as floats; what is no number gives NaN.
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn to_float(value: Value) -> f64 {
    if value.is_int() {
        value.int_unchecked() as f64
    } else {
        value.float_or_nan()
    }
}

#[inline(always)] // PERF: perf/0001-handlers.md
fn fit(n: i64) -> Option<Value> {
    if (INT_MIN..=INT_MAX).contains(&n) {
        Some(Value::small_int(n))
    } else {
        None
    }
}

/// `n + imm` in the box, of an immediate that a wide instruction may hold.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn add_imm(lhs: Value, imm: i64) -> Option<Value> {
    try_add(lhs, Value::small_int(imm))
}

/// `n + imm` in a box, an int if both `lhs` and the result look like one.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
pub fn plus(lhs: Value, imm: i64) -> Value {
    Value::from_bits(lhs.bits().wrapping_add(imm as u64))
}

/// The product. One factor is shifted to the top of its word, so that the word overflows exactly where an inline int would.
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn mul(lhs: Value, rhs: Value) -> Option<Value> {
    if !both_ints(lhs, rhs) {
        return None;
    }
    // What the shift leaves of the bias is the top bit.
    let lhs = (lhs.bits() << 13) as i64 ^ i64::MIN;
    let product = lhs.checked_mul(rhs.int_unchecked())?;
    Some(Value::from_bits(((product >> 13) as u64).wrapping_add(ZERO_BITS)))
}

/// Quotient and remainder of two inline ints, as the machine rounds; `None` for division by zero and other operands.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
fn divided(lhs: Value, rhs: Value) -> Option<(i64, i64)> {
    let (a, b) = (lhs.int_unchecked(), rhs.int_unchecked());
    if !both_ints(lhs, rhs) || b == 0 {
        return None;
    }
    // SAFETY: an inline int is far above the least number, so that no quotient overflows.
    unsafe { std::hint::assert_unchecked(a > i64::MIN) };
    Some((a / b, a % b))
}

/// Whether a divisor is a power of two: then a shift and a mask divide, which for negative numbers round down, too.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
fn is_power_of_two(n: i64) -> bool {
    n > 0 && n & (n - 1) == 0
}

/// Floor division; `None` for division by zero.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn floordiv(lhs: Value, rhs: Value) -> Option<Value> {
    let (quotient, rest) = divided(lhs, rhs)?;
    fit(quotient - (rest != 0 && (rest ^ rhs.int_unchecked()) < 0) as i64)
}

/// As `floordiv`, by a power of two only.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
pub fn floordiv_by_power(lhs: Value, n: i64) -> Option<Value> {
    (lhs.is_int() && is_power_of_two(n)).then(|| Value::small_int(lhs.int_unchecked() >> n.trailing_zeros()))
}

/// Remainder with the sign of the divisor; `None` for division by zero.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn modulo(lhs: Value, rhs: Value) -> Option<Value> {
    let (_, rest) = divided(lhs, rhs)?;
    let n = rhs.int_unchecked();
    Some(Value::small_int(if rest != 0 && (rest ^ n) < 0 {
        rest + n
    } else {
        rest
    }))
}

/// As `modulo`, by a power of two only.
#[inline(always)] // PERF: perf/0011-fused-numbers.md
pub fn modulo_by_power(lhs: Value, n: i64) -> Option<Value> {
    (lhs.is_int() && is_power_of_two(n)).then(|| Value::small_int(lhs.int_unchecked() & (n - 1)))
}

#[inline(always)] // PERF: perf/0001-handlers.md
pub fn lshift(lhs: Value, rhs: Value) -> Option<Value> {
    let (a, b) = (lhs.int_unchecked(), rhs.int_unchecked());
    if !both_ints(lhs, rhs) || !(0..50).contains(&b) {
        return None;
    }
    let shifted = a << b;
    if shifted >> b == a { fit(shifted) } else { None }
}

#[inline(always)] // PERF: perf/0001-handlers.md
pub fn rshift(lhs: Value, rhs: Value) -> Option<Value> {
    let (a, b) = (lhs.int_unchecked(), rhs.int_unchecked());
    if !both_ints(lhs, rhs) || b < 0 {
        return None;
    }
    Some(Value::small_int(a >> b.min(63)))
}

/// Bitwise operation of two inline ints: the result is inline, too.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn bits(lhs: Value, rhs: Value, operation: impl Fn(u64, u64) -> u64) -> Option<Value> {
    // Without its bias a box holds the int in two's complement of 51 bits: no bit is carried.
    both_ints(lhs, rhs).then(|| Value::from_bits(operation(lhs.bits() ^ ZERO_BITS, rhs.bits() ^ ZERO_BITS) ^ ZERO_BITS))
}

#[inline(always)] // PERF: perf/0003-numbers.md
pub fn and(lhs: Value, rhs: Value) -> Option<Value> {
    bits(lhs, rhs, |x, y| x & y)
}
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn or(lhs: Value, rhs: Value) -> Option<Value> {
    bits(lhs, rhs, |x, y| x | y)
}
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn xor(lhs: Value, rhs: Value) -> Option<Value> {
    bits(lhs, rhs, |x, y| x ^ y)
}

/// The exponents that `pow` tries: above, only −1, 0 and 1 have powers that are inline.
const EXPONENT_MAX: u64 = 50;

/// A power with an exponent that is not negative.
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn pow(lhs: Value, rhs: Value) -> Option<Value> {
    let mut exponent = rhs.int_unchecked() as u64;
    if !both_ints(lhs, rhs) || exponent > EXPONENT_MAX {
        return None;
    }
    let (mut base, mut result) = (lhs.int_unchecked(), 1i64);
    loop {
        if exponent & 1 != 0 {
            result = result.checked_mul(base)?;
        }
        exponent >>= 1;
        if exponent == 0 {
            return fit(result);
        }
        base = base.checked_mul(base)?;
    }
}

/// A float in its box; `None` for NaN, whose bits may be anybody's.
#[inline(always)] // PERF: perf/0003-numbers.md
pub fn boxed(x: f64) -> Option<Value> {
    if x.is_nan() {
        None
    } else {
        Some(Value::float_not_nan(x))
    }
}

/// The quotient of two floats; `None` where the divisor is zero or an operand is no float.
#[inline(always)] // PERF: perf/0003-numbers.md
#[expect(clippy::double_comparisons, reason = "`!=` is true of NaN")]
pub fn quotient(x: f64, y: f64) -> Option<Value> {
    // Ordered and different is one test, which NaN fails.
    if y < 0.0 || y > 0.0 { boxed(x / y) } else { None }
}
