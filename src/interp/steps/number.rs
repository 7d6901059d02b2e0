//! Arithmetic on two unboxed numbers, as pure functions for the fast handlers: `None` where the general way must decide.

use crate::heap::value::{INT_MAX, INT_MIN, Value, both_ints};

/// Both operands, if both are floats.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn both_floats(lhs: Value, rhs: Value) -> Option<(f64, f64)> {
    (lhs.is_float() && rhs.is_float()).then(|| (lhs.float_unchecked(), rhs.float_unchecked()))
}

/// Both operands as floats, if both are numbers and at least one is a float. Inline ints are exact as floats.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn floats(lhs: Value, rhs: Value) -> Option<(f64, f64)> {
    if lhs.is_float() {
        if rhs.is_float() {
            return Some((lhs.float_unchecked(), rhs.float_unchecked()));
        }
        if rhs.is_int() {
            return Some((lhs.float_unchecked(), rhs.int_unchecked() as f64));
        }
    } else if lhs.is_int() && rhs.is_float() {
        return Some((lhs.int_unchecked() as f64, rhs.float_unchecked()));
    }
    None
}

/// A float that came out of arithmetic on floats; NaN is made canonical.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn float(x: f64) -> Value {
    Value::float(x)
}

#[inline(always)] // PERF: perf/0001-handlers.md
fn fit(n: i64) -> Option<Value> {
    if (INT_MIN..=INT_MAX).contains(&n) {
        Some(Value::small_int(n))
    } else {
        None
    }
}

#[inline(always)] // PERF: perf/0001-handlers.md
pub fn mul(lhs: Value, rhs: Value) -> Option<Value> {
    fit(lhs.int_unchecked().checked_mul(rhs.int_unchecked())?)
}

/// Floor division of two inline ints; `None` for division by zero.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn floordiv(lhs: Value, rhs: Value) -> Option<Value> {
    let (a, b) = (lhs.int_unchecked(), rhs.int_unchecked());
    if b == 0 {
        return None;
    }
    let quotient = a.wrapping_div(b);
    fit(quotient - (a.wrapping_rem(b) != 0 && (a < 0) != (b < 0)) as i64)
}

/// Remainder with the sign of the divisor; `None` for division by zero.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn modulo(lhs: Value, rhs: Value) -> Option<Value> {
    let (a, b) = (lhs.int_unchecked(), rhs.int_unchecked());
    if b == 0 {
        return None;
    }
    let rest = a.wrapping_rem(b);
    Some(Value::small_int(if rest != 0 && (rest < 0) != (b < 0) {
        rest + b
    } else {
        rest
    }))
}

#[inline(always)] // PERF: perf/0001-handlers.md
pub fn lshift(lhs: Value, rhs: Value) -> Option<Value> {
    let (a, b) = (lhs.int_unchecked(), rhs.int_unchecked());
    if !(0..50).contains(&b) {
        return None;
    }
    let shifted = a << b;
    if shifted >> b == a { fit(shifted) } else { None }
}

#[inline(always)] // PERF: perf/0001-handlers.md
pub fn rshift(lhs: Value, rhs: Value) -> Option<Value> {
    let (a, b) = (lhs.int_unchecked(), rhs.int_unchecked());
    if b < 0 {
        None
    } else {
        Some(Value::small_int(a >> b.min(63)))
    }
}

/// Bitwise operation of two inline ints: the result is inline, too.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn bits(lhs: Value, rhs: Value, operation: impl Fn(i64, i64) -> i64) -> Option<Value> {
    both_ints(lhs, rhs).then(|| Value::small_int(operation(lhs.int_unchecked(), rhs.int_unchecked())))
}

/// `a % b` of floats, sign of the divisor; `None` for division by zero or where care is needed.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn float_quotient(a: f64, b: f64) -> Option<f64> {
    if b == 0.0 { None } else { Some(a / b) }
}
