//! Arithmetic of ints: inline ones in machine words, others in `Big`. Operands are plain: inline or `BigInt`.

use std::cmp::Ordering;

use crate::base::big::{Big, ModPowError, TrueDivError};
use crate::bytecode::isa::BinaryOperator;
use crate::heap::value::Value;
use crate::object::number::BigInt;
use crate::ops::number::real;
use crate::ops::{convert, make, raise};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Bits above which a result is refused with MemoryError before it is computed: 2 GiB.
const BITS_MAX: u64 = 1 << 34;

/// `a op b`; NotImplemented for operators that ints have not.
#[inline]
pub fn binary(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    match (a.as_int(), b.as_int()) {
        (Some(x), Some(y)) => small(vm, operator, x, y),
        _ => large(vm, operator, a, b),
    }
}

/// `x op y` for inline ints.
fn small(vm: &mut Vm, operator: BinaryOperator, x: i64, y: i64) -> Run<Value> {
    let n = match operator {
        BinaryOperator::Add => x + y,
        BinaryOperator::Sub => x - y,
        BinaryOperator::Mul => match x.checked_mul(y) {
            Some(n) => n,
            None => return Ok(make::big(vm, Big::from_i128(i128::from(x) * i128::from(y)))),
        },
        BinaryOperator::Floordiv if y != 0 => floor_div(x, y),
        BinaryOperator::Mod if y != 0 => floor_mod(x, y),
        BinaryOperator::Divmod if y != 0 => {
            let (q, r) = (make::int(vm, floor_div(x, y)), make::int(vm, floor_mod(x, y)));
            return Ok(make::tuple(vm, &[q, r]));
        }
        // Both are exact as floats, so that the quotient is rounded once.
        BinaryOperator::Truediv if y != 0 => return Ok(Value::float(x as f64 / y as f64)),
        BinaryOperator::Floordiv | BinaryOperator::Mod | BinaryOperator::Divmod | BinaryOperator::Truediv => {
            return Err(raise::zero_division_error(vm, "division by zero"));
        }
        BinaryOperator::And => x & y,
        BinaryOperator::Or => x | y,
        BinaryOperator::Xor => x ^ y,
        BinaryOperator::Lshift if (0..=12).contains(&y) => x << y,
        BinaryOperator::Rshift if y >= 0 => x >> y.min(63),
        BinaryOperator::Lshift | BinaryOperator::Rshift => {
            return shift(vm, operator, Value::small_int(x), Value::small_int(y));
        }
        BinaryOperator::Pow => return power(vm, Value::small_int(x), Value::small_int(y)),
        BinaryOperator::Matmul => return Ok(Value::NOT_IMPLEMENTED),
    };
    Ok(make::int(vm, n))
}

fn floor_div(x: i64, y: i64) -> i64 {
    let q = x / y;
    if x % y != 0 && (x < 0) != (y < 0) { q - 1 } else { q }
}
fn floor_mod(x: i64, y: i64) -> i64 {
    let r = x % y;
    if r != 0 && (r < 0) != (y < 0) { r + y } else { r }
}

/// Works on an int as a `Big`, without a copy if it is one.
pub fn with_big<R>(int: Value, work: impl FnOnce(&Big) -> R) -> R {
    match int.as_int() {
        Some(n) => work(&Big::from_i64(n)),
        None => work(int.expect::<BigInt>().big()),
    }
}

/// As `with_big`, for two.
pub fn with_bigs<R>(a: Value, b: Value, work: impl FnOnce(&Big, &Big) -> R) -> R {
    with_big(a, |x| with_big(b, |y| work(x, y)))
}

/// A plain int of at most 64 bits and a sign.
#[inline]
fn wide(int: Value) -> Option<i128> {
    if let Some(n) = int.as_int() {
        return Some(i128::from(n));
    }
    match int.cast::<BigInt>()?.big().words() {
        (false, &[word]) => Some(i128::from(word)),
        (true, &[word]) => Some(-i128::from(word)),
        _ => None,
    }
}

/// `x op y` of ints of at most 64 bits, where the result surely fits 128.
#[inline]
fn within_128(operator: BinaryOperator, x: i128, y: i128) -> Option<i128> {
    match operator {
        BinaryOperator::Add => Some(x + y),
        BinaryOperator::Sub => Some(x - y),
        BinaryOperator::Mul => x.checked_mul(y),
        BinaryOperator::And => Some(x & y),
        BinaryOperator::Or => Some(x | y),
        BinaryOperator::Xor => Some(x ^ y),
        BinaryOperator::Rshift if y >= 0 => Some(x >> y.min(127)),
        BinaryOperator::Lshift if (0..62).contains(&y) => Some(x << y),
        _ => None,
    }
}

fn large(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if let (Some(x), Some(y)) = (wide(a), wide(b))
        && let Some(n) = within_128(operator, x, y)
    {
        return Ok(match i64::try_from(n).ok().and_then(Value::try_int) {
            Some(value) => value,
            None => make::big(vm, Big::from_i128(n)),
        });
    }
    let result = match operator {
        BinaryOperator::Add => match (a.as_int(), b.as_int()) {
            (_, Some(n)) => with_big(a, |x| x.add_i64(n)),
            (Some(n), _) => with_big(b, |y| y.add_i64(n)),
            _ => with_bigs(a, b, Big::add),
        },
        BinaryOperator::Sub => with_bigs(a, b, Big::sub),
        BinaryOperator::Mul => {
            if with_bigs(a, b, Big::mul_bits) > BITS_MAX {
                return Err(raise::memory_error(vm));
            }
            match (a.as_int(), b.as_int()) {
                (_, Some(n)) => with_big(a, |x| x.mul_i64(n)),
                (Some(n), _) => with_big(b, |y| y.mul_i64(n)),
                _ => with_bigs(a, b, Big::mul),
            }
        }
        BinaryOperator::And => with_bigs(a, b, Big::and),
        BinaryOperator::Or => with_bigs(a, b, Big::or),
        BinaryOperator::Xor => with_bigs(a, b, Big::xor),
        BinaryOperator::Lshift | BinaryOperator::Rshift => return shift(vm, operator, a, b),
        BinaryOperator::Pow => return power(vm, a, b),
        BinaryOperator::Matmul => return Ok(Value::NOT_IMPLEMENTED),
        BinaryOperator::Truediv => {
            return match with_bigs(a, b, Big::true_div) {
                Ok(x) => Ok(Value::float(x)),
                Err(TrueDivError::DivisionByZero) => Err(raise::zero_division_error(vm, "division by zero")),
                Err(TrueDivError::Overflow) => Err(raise::overflow_error(
                    vm,
                    "integer division result too large for a float",
                )),
            };
        }
        BinaryOperator::Floordiv | BinaryOperator::Mod | BinaryOperator::Divmod => {
            let Some((q, r)) = with_bigs(a, b, Big::div_mod_floor) else {
                return Err(raise::zero_division_error(vm, "division by zero"));
            };
            match operator {
                BinaryOperator::Floordiv => q,
                BinaryOperator::Mod => r,
                _ => {
                    let (q, r) = (make::big(vm, q), make::big(vm, r));
                    return Ok(make::tuple(vm, &[q, r]));
                }
            }
        }
    };
    Ok(make::big(vm, result))
}

/// `a << b` and `a >> b`.
fn shift(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if convert::int_is_negative(b) {
        return Err(raise::value_error(vm, "negative shift count"));
    }
    let count = convert::int_to_i64(b);
    let result = match (operator, count) {
        (BinaryOperator::Rshift, count) => {
            let count = count.map_or(u64::MAX, |n| n as u64);
            with_big(a, |x| x.shr(count))
        }
        (_, _) if a == Value::small_int(0) => return Ok(a),
        (_, Some(count)) => {
            if with_big(a, Big::bit_length) + count as u64 > BITS_MAX {
                return Err(raise::memory_error(vm));
            }
            with_big(a, |x| x.shl(count as u64))
        }
        (_, None) => return Err(raise::overflow_error(vm, "too many digits in integer")),
    };
    Ok(make::big(vm, result))
}

/// `a ** b`: a float for a negative exponent.
pub fn power(vm: &mut Vm, a: Value, b: Value) -> Run<Value> {
    if convert::int_is_negative(b) {
        let (x, y) = (convert::int_to_f64(vm, a)?, convert::int_to_f64(vm, b)?);
        return real::power(vm, x, y);
    }
    if let (Some(x), Some(y)) = (a.as_int(), b.as_int())
        && let Some(n) = u32::try_from(y).ok().and_then(|y| x.checked_pow(y))
    {
        return Ok(make::int(vm, n));
    }
    let exponent = match convert::int_to_i64(b) {
        Some(n) => n as u64,
        // Only −1, 0 and 1 have such powers; they depend on whether the exponent is odd.
        None if matches!(a.as_int(), Some(-1..=1)) => 2 + u64::from(with_big(b, Big::is_odd)),
        None => return Err(raise::memory_error(vm)),
    };
    if with_big(a, |x| x.pow_bits(exponent)) > BITS_MAX {
        return Err(raise::memory_error(vm));
    }
    let result = with_big(a, |x| x.pow(exponent));
    Ok(make::big(vm, result))
}

/// `pow(a, b, modulus)`
pub fn power_modulo(vm: &mut Vm, a: Value, b: Value, modulus: Value) -> Run<Value> {
    if let (Some(x), Some(y), Some(m)) = (a.as_int(), b.as_int(), modulus.as_int())
        && y >= 0
        && (1..1 << 31).contains(&m)
    {
        return Ok(Value::small_int(
            small_power_modulo(floor_mod(x, m) as u64, y as u64, m as u64) as i64,
        ));
    }
    let result = with_bigs(a, b, |x, y| with_big(modulus, |m| x.mod_pow(y, m)));
    match result {
        Ok(n) => Ok(make::big(vm, n)),
        Err(error) => Err(modulus_error(vm, error)),
    }
}

/// `base ** exponent % modulus` where `base < modulus < 2^31`.
fn small_power_modulo(mut base: u64, mut exponent: u64, modulus: u64) -> u64 {
    let mut result = 1 % modulus;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % modulus;
        }
        base = base * base % modulus;
        exponent >>= 1;
    }
    result
}

fn modulus_error(vm: &mut Vm, error: ModPowError) -> Raised {
    raise::value_error(
        vm,
        match error {
            ModPowError::ZeroModulus => "pow() 3rd argument cannot be 0",
            ModPowError::NotInvertible => "base is not invertible for the given modulus",
        },
    )
}

pub fn negate(vm: &mut Vm, a: Value) -> Value {
    match a.as_int() {
        Some(n) => make::int(vm, -n),
        None => make::big(vm, with_big(a, Big::neg)),
    }
}
pub fn absolute(vm: &mut Vm, a: Value) -> Value {
    if convert::int_is_negative(a) { negate(vm, a) } else { a }
}
pub fn invert(vm: &mut Vm, a: Value) -> Value {
    match a.as_int() {
        Some(n) => Value::small_int(!n),
        None => make::big(vm, with_big(a, Big::not)),
    }
}

/// The order of two plain ints.
#[inline]
pub fn order(a: Value, b: Value) -> Ordering {
    match (a.as_int(), b.as_int()) {
        (Some(x), Some(y)) => x.cmp(&y),
        _ => with_bigs(a, b, Ord::cmp),
    }
}

/// The exact order of a plain int and a float; nothing for NaN.
pub fn order_with_float(a: Value, x: f64) -> Option<Ordering> {
    match a.as_int() {
        Some(n) => (n as f64).partial_cmp(&x),
        None => with_big(a, |big| big.partial_cmp_f64(x)),
    }
}
