//! Arithmetic on numeric constants.

use crate::base::big::Big;
use crate::bytecode::code::Constant;
use crate::syntax::ast::{Operator, UnaryOp};
use std::borrow::Cow;

/// The bits that a folded product, power or shift may have.
const BITS_MAX: u64 = 128;

enum Number<'c> {
    Int(Cow<'c, Big>),
    Float(f64),
    Complex(f64, f64),
}

/// The int that a constant is; True and False are ints as well.
pub fn small_int(constant: &Constant) -> Option<i64> {
    match constant {
        Constant::Int(value) => Some(*value),
        Constant::True => Some(1),
        Constant::False => Some(0),
        _ => None,
    }
}

/// The value of a long int constant.
pub fn big_int(radix: u32, digits: &str) -> Option<Big> {
    match digits.strip_prefix('-') {
        Some(digits) => Big::parse(radix, digits.as_bytes()).map(|value| value.neg()),
        None => Big::parse(radix, digits.as_bytes()),
    }
}

pub fn int_constant(value: &Big) -> Constant {
    match value.to_i64() {
        Some(value) => Constant::Int(value),
        None => Constant::BigInt {
            radix: 16,
            digits: value.to_string_radix(16),
        },
    }
}

fn float(value: f64) -> Constant {
    Constant::Float(value.to_bits())
}

fn complex(real: f64, imag: f64) -> Constant {
    Constant::Complex(real.to_bits(), imag.to_bits())
}

fn number(constant: &Constant) -> Option<Number<'_>> {
    Some(match constant {
        Constant::Float(bits) => Number::Float(f64::from_bits(*bits)),
        Constant::Complex(real, imag) => Number::Complex(f64::from_bits(*real), f64::from_bits(*imag)),
        Constant::BigInt { radix, digits } => Number::Int(Cow::Owned(big_int(*radix, digits)?)),
        other => Number::Int(Cow::Owned(Big::from_i64(small_int(other)?))),
    })
}

/// `op constant`, but for `not`.
pub fn unary(op: UnaryOp, constant: &Constant) -> Option<Constant> {
    if op == UnaryOp::Invert && matches!(constant, Constant::True | Constant::False) {
        // It warns when it runs.
        return None;
    }
    Some(match (op, number(constant)?) {
        (UnaryOp::USub, Number::Int(value)) => int_constant(&value.neg()),
        (UnaryOp::UAdd, Number::Int(value)) => int_constant(&value),
        (UnaryOp::Invert, Number::Int(value)) => int_constant(&value.not()),
        (UnaryOp::USub, Number::Float(value)) => float(-value),
        (UnaryOp::USub, Number::Complex(real, imag)) => complex(-real, -imag),
        (UnaryOp::UAdd, Number::Float(_) | Number::Complex(..)) => constant.clone(),
        _ => return None,
    })
}

/// `left op right` of two numbers.
pub fn binary(left: &Constant, op: Operator, right: &Constant) -> Option<Constant> {
    if let (Constant::True | Constant::False, Constant::True | Constant::False) = (left, right)
        && let Some(value) = bools(*left == Constant::True, op, *right == Constant::True)
    {
        return Some(if value { Constant::True } else { Constant::False });
    }
    if let (Some(a), Some(b)) = (small_int(left), small_int(right)) {
        let quick = match op {
            Operator::Add => a.checked_add(b),
            Operator::Sub => a.checked_sub(b),
            Operator::Mult => a.checked_mul(b),
            _ => None,
        };
        if let Some(value) = quick {
            return Some(Constant::Int(value));
        }
    }
    match (number(left)?, number(right)?) {
        (Number::Int(a), Number::Int(b)) => ints(&a, op, &b),
        (Number::Complex(a, b), Number::Complex(c, d)) => complexes([a, b], op, [c, d]),
        (Number::Complex(a, b), right) => complex_real([a, b], op, real(&right)?),
        (left, Number::Complex(c, d)) => real_complex(real(&left)?, op, [c, d]),
        (left, right) => floats(real(&left)?, op, real(&right)?),
    }
}

fn bools(a: bool, op: Operator, b: bool) -> Option<bool> {
    match op {
        Operator::BitAnd => Some(a & b),
        Operator::BitOr => Some(a | b),
        Operator::BitXor => Some(a ^ b),
        _ => None,
    }
}

fn real(number: &Number<'_>) -> Option<f64> {
    match number {
        Number::Int(value) => value.to_f64(),
        Number::Float(value) => Some(*value),
        Number::Complex(..) => None,
    }
}

fn ints(a: &Big, op: Operator, b: &Big) -> Option<Constant> {
    let value = match op {
        Operator::Add => a.add(b),
        Operator::Sub => a.sub(b),
        Operator::Mult if a.is_zero() || b.is_zero() || a.mul_bits(b) <= BITS_MAX => a.mul(b),
        Operator::Div => return a.true_div(b).ok().map(float),
        Operator::FloorDiv => a.floor_div(b)?,
        Operator::Mod => a.floor_mod(b)?,
        Operator::Pow => return int_power(a, b),
        Operator::LShift => {
            let count = b
                .to_u64()
                .filter(|count| a.is_zero() || count.saturating_add(a.bit_length()) <= BITS_MAX)?;
            a.shl(if a.is_zero() { 0 } else { count })
        }
        Operator::RShift => match b.to_u64() {
            Some(count) => a.shr(count),
            None => return None,
        },
        Operator::BitAnd => a.and(b),
        Operator::BitOr => a.or(b),
        Operator::BitXor => a.xor(b),
        Operator::Mult | Operator::MatMult => return None,
    };
    Some(int_constant(&value))
}

fn int_power(a: &Big, b: &Big) -> Option<Constant> {
    if b.is_negative() {
        // A float, or ZeroDivisionError.
        return floats(a.to_f64()?, Operator::Pow, b.to_f64()?);
    }
    if a.is_zero() || b.is_zero() {
        let is_one = b.is_zero();
        return Some(Constant::Int(i64::from(is_one)));
    }
    let exponent = b.to_u64().filter(|exponent| *exponent <= BITS_MAX / a.bit_length())?;
    Some(int_constant(&a.pow(exponent)))
}

fn floats(a: f64, op: Operator, b: f64) -> Option<Constant> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Div | Operator::FloorDiv | Operator::Mod if b == 0.0 => return None,
        Operator::Div => a / b,
        Operator::FloorDiv => floor_divide(a, b).0,
        Operator::Mod => floor_divide(a, b).1,
        Operator::Pow => {
            let value = a.powf(b);
            let raises = (a == 0.0 && b < 0.0) || (a < 0.0 && b.fract() != 0.0) || !value.is_finite();
            return (!raises).then(|| float(value));
        }
        _ => return None,
    };
    Some(float(value))
}

/// Python's `divmod` of floats, `b` not zero.
fn floor_divide(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0.0_f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0_f64.copysign(a / b), remainder);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, remainder)
}

fn complexes([a, b]: [f64; 2], op: Operator, [c, d]: [f64; 2]) -> Option<Constant> {
    match op {
        Operator::Add => Some(complex(a + c, b + d)),
        Operator::Sub => Some(complex(a - c, b - d)),
        Operator::Mult => {
            let (re, im) = (a * c - b * d, a * d + b * c);
            // Infinite operands have rules of their own.
            (re.is_finite() && im.is_finite()).then(|| complex(re, im))
        }
        _ => None,
    }
}

fn complex_real([a, b]: [f64; 2], op: Operator, c: f64) -> Option<Constant> {
    match op {
        Operator::Add => Some(complex(a + c, b)),
        Operator::Sub => Some(complex(a - c, b)),
        Operator::Mult => Some(complex(a * c, b * c)),
        Operator::Div if c != 0.0 => Some(complex(a / c, b / c)),
        _ => None,
    }
}

fn real_complex(a: f64, op: Operator, [c, d]: [f64; 2]) -> Option<Constant> {
    match op {
        Operator::Add => Some(complex(a + c, d)),
        Operator::Sub => Some(complex(a - c, -d)),
        Operator::Mult => Some(complex(a * c, a * d)),
        _ => None,
    }
}
