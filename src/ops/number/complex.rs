//! Arithmetic of complex numbers, with the rules of C's Annex G for infinities and for operands that are real.

use crate::bytecode::isa::BinaryOperator;
use crate::heap::value::Value;
use crate::object::number::Complex;
use crate::ops::{convert, make, raise};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Real and imaginary part.
pub type Pair = (f64, f64);

/// Exponents up to which integer powers multiply.
const EXPONENT_MAX: f64 = 100.0;

/// An operand: complex, or real by itself.
#[derive(Clone, Copy)]
enum Operand {
    Real(f64),
    Complex(Pair),
}

/// The operand in a number of any class; `None` for anything else.
/// # Errors
/// OverflowError for an int beyond the floats.
fn operand(vm: &mut Vm, value: Value) -> Run<Option<Operand>> {
    if let Some(number) = value.cast::<Complex>() {
        return Ok(Some(Operand::Complex((number.re, number.im))));
    }
    if let Some(x) = convert::float_value(value) {
        return Ok(Some(Operand::Real(x)));
    }
    match convert::int_value(value) {
        Some(int) => Ok(Some(Operand::Real(convert::int_to_f64(vm, int)?))),
        None => Ok(None),
    }
}

fn pair(operand: Operand) -> Pair {
    match operand {
        Operand::Real(x) => (x, 0.0),
        Operand::Complex(pair) => pair,
    }
}

/// `a op b` where one is complex; NotImplemented if the other is no number, or for operators that complex has not.
pub fn binary(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    if !matches!(
        operator,
        BinaryOperator::Add | BinaryOperator::Sub | BinaryOperator::Mul | BinaryOperator::Truediv | BinaryOperator::Pow
    ) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (Some(a), Some(b)) = (operand(vm, a)?, operand(vm, b)?) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let result = match operator {
        BinaryOperator::Add => match (a, b) {
            (Operand::Complex((re, im)), Operand::Real(x)) | (Operand::Real(x), Operand::Complex((re, im))) => {
                (re + x, im)
            }
            _ => (pair(a).0 + pair(b).0, pair(a).1 + pair(b).1),
        },
        BinaryOperator::Sub => match (a, b) {
            (Operand::Complex((re, im)), Operand::Real(x)) => (re - x, im),
            (Operand::Real(x), Operand::Complex((re, im))) => (x - re, -im),
            _ => (pair(a).0 - pair(b).0, pair(a).1 - pair(b).1),
        },
        BinaryOperator::Mul => match (a, b) {
            (Operand::Complex((re, im)), Operand::Real(x)) | (Operand::Real(x), Operand::Complex((re, im))) => {
                (re * x, im * x)
            }
            _ => product(pair(a), pair(b)),
        },
        BinaryOperator::Truediv => {
            let quotient = match (a, b) {
                (Operand::Complex((re, im)), Operand::Real(x)) => (x != 0.0).then(|| (re / x, im / x)),
                (Operand::Real(x), Operand::Complex(z)) => real_quotient(x, z),
                _ => quotient(pair(a), pair(b)),
            };
            match quotient {
                Some(result) => result,
                None => return Err(raise::zero_division_error(vm, "division by zero")),
            }
        }
        _ => return power(vm, pair(a), pair(b)),
    };
    Ok(make::complex(vm, result.0, result.1))
}

/// One for an infinity, else zero, with the sign kept.
fn unit(x: f64) -> f64 {
    (if x.is_infinite() { 1.0f64 } else { 0.0 }).copysign(x)
}
fn no_nan(x: f64) -> f64 {
    if x.is_nan() { 0f64.copysign(x) } else { x }
}
fn both_nan(z: Pair) -> bool {
    z.0.is_nan() && z.1.is_nan()
}
fn has_infinity(z: Pair) -> bool {
    z.0.is_infinite() || z.1.is_infinite()
}
fn is_finite(z: Pair) -> bool {
    z.0.is_finite() && z.1.is_finite()
}

fn product((a, b): Pair, (c, d): Pair) -> Pair {
    let (ac, bd, ad, bc) = (a * c, b * d, a * d, b * c);
    let result = (ac - bd, ad + bc);
    if !both_nan(result) {
        return result;
    }
    // An infinite operand or partial product makes the whole infinite, in the direction of what is known.
    let (mut z, mut w, mut infinite) = ((a, b), (c, d), false);
    if has_infinity(z) {
        z = (unit(z.0), unit(z.1));
        w = (no_nan(w.0), no_nan(w.1));
        infinite = true;
    }
    if has_infinity(w) {
        w = (unit(w.0), unit(w.1));
        z = (no_nan(z.0), no_nan(z.1));
        infinite = true;
    }
    if !infinite && (has_infinity((ac, bd)) || has_infinity((ad, bc))) {
        z = (no_nan(z.0), no_nan(z.1));
        w = (no_nan(w.0), no_nan(w.1));
        infinite = true;
    }
    if !infinite {
        return result;
    }
    (
        f64::INFINITY * (z.0 * w.0 - z.1 * w.1),
        f64::INFINITY * (z.0 * w.1 + z.1 * w.0),
    )
}

/// `a / b`, scaled so that no square overflows; nothing for a zero divisor.
fn quotient(a: Pair, b: Pair) -> Option<Pair> {
    let result = if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let size = b.0 + b.1 * ratio;
        ((a.0 + a.1 * ratio) / size, (a.1 - a.0 * ratio) / size)
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let size = b.0 * ratio + b.1;
        ((a.0 * ratio + a.1) / size, (a.1 * ratio - a.0) / size)
    } else {
        (f64::NAN, f64::NAN)
    };
    if !both_nan(result) {
        return Some(result);
    }
    if has_infinity(a) && is_finite(b) {
        let (x, y) = (unit(a.0), unit(a.1));
        return Some((f64::INFINITY * (x * b.0 + y * b.1), f64::INFINITY * (y * b.0 - x * b.1)));
    }
    if has_infinity(b) && is_finite(a) {
        let (x, y) = (unit(b.0), unit(b.1));
        return Some((0.0 * (a.0 * x + a.1 * y), 0.0 * (a.1 * x - a.0 * y)));
    }
    Some(result)
}

/// `a / b` of a real dividend.
fn real_quotient(a: f64, b: Pair) -> Option<Pair> {
    let result = if b.0.abs() >= b.1.abs() {
        if b.0 == 0.0 {
            return None;
        }
        let ratio = b.1 / b.0;
        let size = b.0 + b.1 * ratio;
        (a / size, (-a * ratio) / size)
    } else if b.1.abs() >= b.0.abs() {
        let ratio = b.0 / b.1;
        let size = b.0 * ratio + b.1;
        ((a * ratio) / size, (-a) / size)
    } else {
        (f64::NAN, f64::NAN)
    };
    if both_nan(result) && a.is_finite() && has_infinity(b) {
        let (x, y) = (unit(b.0), unit(b.1));
        return Some((0.0 * (a * x), 0.0 * (-a * y)));
    }
    Some(result)
}

/// `a ** b`
pub fn power(vm: &mut Vm, a: Pair, b: Pair) -> Run<Value> {
    let result = if b.1 == 0.0 && b.0 == b.0.floor() && b.0.abs() <= EXPONENT_MAX {
        integer_power(a, b.0 as i64)
    } else {
        general_power(a, b)
    };
    let Some(result) = result else {
        return Err(raise::zero_division_error(vm, "zero to a negative or complex power"));
    };
    if has_infinity(result) {
        return Err(raise::overflow_error(vm, "complex exponentiation"));
    }
    Ok(make::complex(vm, result.0, result.1))
}

fn integer_power(a: Pair, n: i64) -> Option<Pair> {
    let (mut result, mut square, mut rest) = ((1.0, 0.0), a, n.unsigned_abs());
    while rest > 0 {
        if rest & 1 == 1 {
            result = product(result, square);
        }
        rest >>= 1;
        square = product(square, square);
    }
    if n >= 0 {
        Some(result)
    } else {
        quotient((1.0, 0.0), result)
    }
}

fn general_power(a: Pair, b: Pair) -> Option<Pair> {
    if b == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        return if b.1 != 0.0 || b.0 < 0.0 {
            None
        } else {
            Some((0.0, 0.0))
        };
    }
    let (size, angle) = (a.0.hypot(a.1), a.1.atan2(a.0));
    let (mut length, mut phase) = (size.powf(b.0), angle * b.0);
    if b.1 != 0.0 {
        length *= (-angle * b.1).exp();
        phase += b.1 * size.ln();
    }
    // An infinite angle has no direction.
    (!phase.is_infinite()).then(|| (length * phase.cos(), length * phase.sin()))
}
