//! Operators of Decimal, comparisons, hash, and conversion to other numbers.

use std::cmp::Ordering;

use crate::api::{
    Complex, Decimal, NativeDef, Run, Special, Str, Value, Vm, attribute, check, convert, make, method, raise, repr,
    text, unreachable_body,
};
use crate::base::big::Big;
use crate::base::float;
use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, Rounding, flag};
use crate::stdlib::number::decimal::arith::number::{self, Form, Number};
use crate::stdlib::number::decimal::arith::text::{Style, show};
use crate::stdlib::number::decimal::arith::{basic, limbs, power, quantum};
use crate::stdlib::number::decimal::face::arguments::at_most_one;
use crate::stdlib::number::decimal::face::convert::{capitals, of_float, of_int, operand};
use crate::stdlib::number::decimal::face::object::{self, arith, current, kept, operate, settle, state};

/// An operation of two numbers.
pub type Binary = fn(&Number, &Number, &mut Context) -> Number;
/// An operation of one number.
pub type Unary = fn(&Number, &mut Context) -> Number;

/// The number in the receiver of a method.
#[inline]
pub fn receiver(args: &[Value]) -> Number {
    object::number(args[0].expect::<Decimal>())
}

fn binary(vm: &mut Vm, args: &[Value], operation: Binary) -> Run<Value> {
    let Some(other) = operand(args[1]) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let context = current(vm)?;
    operate(vm, context, |arith| operation(&receiver(args), &other, arith))
}

fn reflected(vm: &mut Vm, args: &[Value], operation: Binary) -> Run<Value> {
    let Some(other) = operand(args[1]) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let context = current(vm)?;
    operate(vm, context, |arith| operation(&other, &receiver(args), arith))
}

fn unary(vm: &mut Vm, args: &[Value], operation: Unary) -> Run<Value> {
    let context = current(vm)?;
    operate(vm, context, |arith| operation(&receiver(args), arith))
}

/// Quotient and remainder as a tuple.
/// # Errors
/// As `settle`.
pub fn parts(vm: &mut Vm, context: Value, a: &Number, b: &Number) -> Run<Value> {
    let mut arith = arith(context);
    let (quotient, rest) = basic::divide_parts(a, b, &mut arith);
    settle(vm, context, arith.status)?;
    let quotient = object::new(vm, &quotient)?;
    let rest = object::new(vm, &rest)?;
    Ok(make::tuple(vm, &[quotient, rest]))
}

fn divmod(vm: &mut Vm, args: &[Value], swapped: bool) -> Run<Value> {
    let Some(other) = operand(args[1]) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let context = current(vm)?;
    let this = receiver(args);
    if swapped {
        return parts(vm, context, &other, &this);
    }
    parts(vm, context, &this, &other)
}

fn powers(vm: &mut Vm, args: &[Value], swapped: bool) -> Run<Value> {
    let Some(other) = operand(args[1]) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    let context = current(vm)?;
    let this = receiver(args);
    let (base, exponent) = if swapped { (other, this) } else { (this, other) };
    match args[2].bound().filter(|modulus| !modulus.is_none()) {
        None => operate(vm, context, |arith| power::power(&base, &exponent, arith)),
        Some(modulus) => match operand(modulus) {
            Some(modulus) => operate(vm, context, |arith| {
                power::power_modulo(&base, &exponent, &modulus, arith)
            }),
            None => Ok(Value::NOT_IMPLEMENTED),
        },
    }
}

/// What `value` is beside a Decimal in a comparison, and what the Decimal is multiplied with for that.
enum Other {
    Number(Number),
    Ratio(Number, Number),
    Unknown,
}

fn other_side(vm: &mut Vm, value: Value, operator: Special, context: Value) -> Run<Other> {
    if let Some(number) = operand(value) {
        return Ok(Other::Number(number));
    }
    let is_equality = matches!(operator, Special::Eq | Special::Ne);
    let part = match value.cast::<Complex>() {
        Some(complex) if is_equality && complex.im == 0.0 => Some(complex.re),
        Some(_) => return Ok(Other::Unknown),
        None => convert::float_value(value),
    };
    if let Some(x) = part {
        if is_equality {
            // Never an error: sets and dicts ask for that.
            object::with(context, |environment| {
                environment.arith.status |= flag::FLOAT_OPERATION;
            });
        } else {
            settle(vm, context, flag::FLOAT_OPERATION)?;
        }
        return Ok(Other::Number(of_float(x)));
    }
    let rational = kept(vm, state::RATIONAL);
    if value.is_object() && !value.is::<Str>() && check::is_instance(vm, value, rational)? {
        return ratio(vm, value);
    }
    Ok(Other::Unknown)
}

fn ratio(vm: &mut Vm, value: Value) -> Run<Other> {
    let mut parts = [Number::ONE, Number::ONE];
    for (part, name) in parts.iter_mut().zip(["numerator", "denominator"]) {
        let name = text::intern(vm, name);
        let found = attribute::get(vm, value, name)?;
        match convert::int_value(found) {
            Some(int) => *part = of_int(int),
            None => {
                return Err(raise::type_error(vm, "numerator and denominator must be integers"));
            }
        }
    }
    let [above, below] = parts;
    Ok(Other::Ratio(above, below))
}

fn compared(vm: &mut Vm, args: &[Value], operator: Special) -> Run<Value> {
    let context = current(vm)?;
    let mut this = receiver(args);
    let other = match other_side(vm, args[1], operator, context)? {
        Other::Number(other) => other,
        Other::Ratio(above, below) => {
            if this.is_finite() {
                this = basic::multiply(&this, &below, &mut Context::MAX.fresh());
            }
            above
        }
        Other::Unknown => return Ok(Value::NOT_IMPLEMENTED),
    };
    let is_equality = matches!(operator, Special::Eq | Special::Ne);
    if this.is_nan() || other.is_nan() {
        if !is_equality || this.is_signaling() || other.is_signaling() {
            settle(vm, context, flag::INVALID_OPERATION)?;
        }
        return Ok(Value::bool(operator == Special::Ne));
    }
    let order = number::compare(&this, &other);
    Ok(Value::bool(match operator {
        Special::Eq => order == Ordering::Equal,
        Special::Ne => order != Ordering::Equal,
        Special::Lt => order == Ordering::Less,
        Special::Le => order != Ordering::Greater,
        Special::Gt => order == Ordering::Greater,
        _ => order != Ordering::Less,
    }))
}

/// What ints and floats hash modulo.
const MODULUS: u128 = (1 << 61) - 1;
/// The inverse of ten.
const TENTH: u128 = 2_075_258_708_292_324_556;
const INFINITY_HASH: i64 = 314_159;

fn hashed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = receiver(args);
    let hash = match this.form {
        Form::Finite => finite_hash(&this),
        Form::Infinite if this.negative => -INFINITY_HASH,
        Form::Infinite => INFINITY_HASH,
        Form::Signaling => return Err(raise::type_error(vm, "Cannot hash a signaling NaN value")),
        Form::Quiet => return Ok(make::int(vm, (repr::address(args[0]) >> 4) as i64)),
    };
    Ok(make::int(vm, hash))
}

fn finite_hash(this: &Number) -> i64 {
    let fold = |limbs: &[u64]| {
        let add = |sum: u128, &limb: &u64| (sum * u128::from(limbs::BASE) + u128::from(limb)) % MODULUS;
        limbs.iter().rev().fold(0, add)
    };
    let mut hash = match &this.coefficient {
        Coefficient::Small(n) => n % MODULUS,
        Coefficient::Large(limbs) => fold(limbs),
    };
    let mut factor = if this.exponent < 0 { TENTH } else { 10 };
    let mut exponent = this.exponent.unsigned_abs() % (MODULUS as u64 - 1);
    while exponent != 0 {
        if exponent & 1 == 1 {
            hash = hash * factor % MODULUS;
        }
        factor = factor * factor % MODULUS;
        exponent >>= 1;
    }
    match (hash as i64, this.negative) {
        (1, true) => -2,
        (hash, true) => -hash,
        (hash, false) => hash,
    }
}

/// The integer part of a number, as an int.
/// # Errors
/// ValueError and OverflowError for what is not finite; MemoryError
pub fn to_int(vm: &mut Vm, number: &Number, rounding: Rounding) -> Run<Value> {
    if !number.is_finite() {
        return Err(if number.is_nan() {
            raise::value_error(vm, "cannot convert NaN to integer")
        } else {
            raise::overflow_error(vm, "cannot convert Infinity to integer")
        });
    }
    let whole = quantum::whole_part(number, rounding);
    if whole.is_zero() {
        return Ok(Value::small_int(0));
    }
    raise::room(vm, (whole.exponent / 2) as usize)?;
    match whole.coefficient.shift_left(whole.exponent as u64) {
        Ok(Coefficient::Small(n)) if n < 1 << 49 => {
            let n = n as i64;
            Ok(Value::small_int(if whole.negative { -n } else { n }))
        }
        Ok(magnitude) => {
            let big = magnitude.to_big();
            Ok(make::big(vm, if whole.negative { big.neg() } else { big }))
        }
        Err(limbs::NoMemory) => Err(raise::memory_error(vm)),
    }
}

/// Powers of ten that floats hold exactly.
const EXACT_POWERS: i64 = 22;

/// # Errors
/// ValueError for a signaling NaN
pub fn to_float(vm: &mut Vm, number: &Number) -> Run<f64> {
    let signed = |x: f64| if number.negative { -x } else { x };
    if number.is_signaling() {
        return Err(raise::value_error(vm, "cannot convert signaling NaN to float"));
    }
    if number.is_nan() {
        return Ok(f64::NAN);
    }
    if let Coefficient::Small(n) = number.coefficient
        && number.is_finite()
        && n < 1 << 53
        && number.exponent.abs() <= EXACT_POWERS
    {
        let power = 10f64.powi(number.exponent.abs() as i32);
        return Ok(signed(if number.exponent < 0 {
            n as f64 / power
        } else {
            n as f64 * power
        }));
    }
    let style = Style {
        engineering: false,
        capitals: true,
    };
    let text = show(number, style);
    let text = std::str::from_utf8(&text).unwrap_or("");
    Ok(float::parse(text).unwrap_or(f64::NAN))
}

/// `as_integer_ratio()`
/// # Errors
/// As `to_int`, with other texts.
pub fn to_ratio(vm: &mut Vm, number: &Number) -> Run<Value> {
    if !number.is_finite() {
        return Err(if number.is_nan() {
            raise::value_error(vm, "cannot convert NaN to integer ratio")
        } else {
            raise::overflow_error(vm, "cannot convert Infinity to integer ratio")
        });
    }
    if number.exponent >= 0 || number.is_zero() {
        let above = to_int(vm, number, Rounding::Down)?;
        return Ok(make::tuple(vm, &[above, Value::small_int(1)]));
    }
    let zeros = number.coefficient.trailing_zeros().min(-number.exponent);
    let above = number.coefficient.shift_right(zeros as u64).0.to_big();
    let places = (-number.exponent - zeros) as u64;
    raise::room(vm, (places / 2) as usize)?;
    let Ok(below) = Coefficient::ONE.shift_left(places) else {
        return Err(raise::memory_error(vm));
    };
    let below = below.to_big();
    let common = above.gcd(&below);
    let reduce = |n: &Big| n.div_rem(&common).map_or_else(|| n.clone(), |parts| parts.0);
    let (above, below) = (reduce(&above), reduce(&below));
    let above = make::big(vm, if number.negative { above.neg() } else { above });
    let below = make::big(vm, below);
    Ok(make::tuple(vm, &[above, below]))
}

/// `round(number, places)`
fn round(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let places = at_most_one(vm, &args[1..], names, "__round__")?;
    let this = receiver(args);
    let Some(places) = places.bound().filter(|places| !places.is_none()) else {
        return to_int(vm, &this, Rounding::HalfEven);
    };
    let Some(places) = convert::int_value(places) else {
        return Err(raise::type_error(vm, "optional arg must be an integer"));
    };
    let places = convert::ssize(vm, places)?;
    let unit = Number::finite(false, Coefficient::ONE, places.saturating_neg());
    let context = current(vm)?;
    operate(vm, context, |arith| quantum::quantize(&this, &unit, arith))
}

/// Text in the style of the current context.
/// # Errors
/// Whatever the context variable raises.
pub fn shown(vm: &mut Vm, number: &Number, context: Value, engineering: bool) -> Run<Vec<u8>> {
    let style = Style {
        engineering,
        capitals: capitals(context),
    };
    if number.exponent > 0 && number.is_finite() {
        raise::room(vm, number.digits() as usize)?;
    }
    Ok(show(number, style))
}

fn string(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let context = current(vm)?;
    let line = shown(vm, &receiver(args), context, false)?;
    Ok(text::from_ascii(vm, &line))
}

fn representation(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let context = current(vm)?;
    let mut line = b"Decimal('".to_vec();
    line.extend(shown(vm, &receiver(args), context, false)?);
    line.extend_from_slice(b"')");
    Ok(text::from_ascii(vm, &line))
}

macro_rules! operators {
    ($($name:literal $reflected:literal $operation:path;)*) => {
        &[$(
            method($name, "($self, value, /)", |vm, args| binary(vm, args, $operation)),
            method($reflected, "($self, value, /)", |vm, args| reflected(vm, args, $operation)),
        )*]
    };
}

pub static ARITHMETIC: &[NativeDef] = operators! {
    "__add__" "__radd__" basic::add;
    "__sub__" "__rsub__" basic::subtract;
    "__mul__" "__rmul__" basic::multiply;
    "__truediv__" "__rtruediv__" basic::divide;
    "__floordiv__" "__rfloordiv__" basic::divide_whole;
    "__mod__" "__rmod__" basic::remainder;
};

pub static OPERATORS: &[NativeDef] = &[
    method("__divmod__", "($self, value, /)", |vm, args| divmod(vm, args, false)),
    method("__rdivmod__", "($self, value, /)", |vm, args| divmod(vm, args, true)),
    method("__pow__", "($self, value, mod=None, /)", |vm, args| {
        powers(vm, args, false)
    }),
    method("__rpow__", "($self, value, mod=None, /)", |vm, args| {
        powers(vm, args, true)
    }),
    method("__neg__", "($self, /)", |vm, args| unary(vm, args, basic::minus)),
    method("__pos__", "($self, /)", |vm, args| unary(vm, args, basic::plus)),
    method("__abs__", "($self, /)", |vm, args| unary(vm, args, basic::absolute)),
    method("__bool__", "($self, /)", |_, args| {
        Ok(Value::bool(!receiver(args).is_zero()))
    }),
    method("__int__", "($self, /)", |vm, args| {
        to_int(vm, &receiver(args), Rounding::Down)
    }),
    method("__float__", "($self, /)", |vm, args| {
        to_float(vm, &receiver(args)).map(Value::float)
    }),
    method("__complex__", "($self, /)", |vm, args| {
        let real = to_float(vm, &receiver(args))?;
        Ok(make::complex(vm, real, 0.0))
    }),
    method("__trunc__", "($self, /)", |vm, args| {
        to_int(vm, &receiver(args), Rounding::Down)
    }),
    method("__floor__", "($self, /)", |vm, args| {
        to_int(vm, &receiver(args), Rounding::Floor)
    }),
    method("__ceil__", "($self, /)", |vm, args| {
        to_int(vm, &receiver(args), Rounding::Ceiling)
    }),
    method("__round__", "($self, ndigits=None, /)", unreachable_body).spread(round),
    method("__eq__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Eq)
    }),
    method("__ne__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Ne)
    }),
    method("__lt__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Lt)
    }),
    method("__le__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Le)
    }),
    method("__gt__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Gt)
    }),
    method("__ge__", "($self, value, /)", |vm, args| {
        compared(vm, args, Special::Ge)
    }),
    method("__hash__", "($self, /)", hashed),
    method("__str__", "($self, /)", string),
    method("__repr__", "($self, /)", representation),
];
