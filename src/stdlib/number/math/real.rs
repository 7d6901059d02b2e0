//! Functions of one, two or three floats.

use crate::api::{BigInt, Raised, Run, Special, Value, Vm, call, class, convert, int_of_float, integer, make, raise};
use crate::base::float;
use crate::base::special::gamma;
use crate::base::special::scale::{self, MathError};

#[cold]
#[inline(never)]
pub fn domain_error(vm: &mut Vm) -> Raised {
    raise::value_error(vm, "math domain error")
}
#[cold]
#[inline(never)]
pub fn range_error(vm: &mut Vm) -> Raised {
    raise::overflow_error(vm, "math range error")
}

/// ValueError "expected …, got x".
#[cold]
#[inline(never)]
fn unexpected(vm: &mut Vm, expected: &str, x: f64) -> Raised {
    raise::value_error(vm, format!("expected {expected}, got {}", float::repr(x)))
}

/// `f(x)`. `expected` says in the message what `x` should have been where the result is no number, or infinite; empty where an
/// infinite result is an overflow.
fn one(vm: &mut Vm, x: Value, f: fn(f64) -> f64, expected: &str) -> Run<Value> {
    let x = convert::to_f64(vm, x)?;
    let result = f(x);
    if result.is_nan() && !x.is_nan() || result.is_infinite() && x.is_finite() {
        if expected.is_empty() {
            return Err(if result.is_nan() {
                domain_error(vm)
            } else {
                range_error(vm)
            });
        }
        return Err(unexpected(vm, expected, x));
    }
    Ok(Value::float(result))
}

macro_rules! functions_of_one {
    ($($name:ident $f:path, $expected:literal;)*) => {$(
        pub fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            one(vm, args[0], $f, $expected)
        }
    )*};
}

functions_of_one! {
    acos f64::acos, "a number in range from -1 up to 1";
    acosh acosh_of, "argument value not less than 1";
    asin f64::asin, "a number in range from -1 up to 1";
    asinh asinh_of, "";
    atan f64::atan, "";
    atanh atanh_of, "a number between -1 and 1";
    cbrt f64::cbrt, "";
    cos f64::cos, "a finite input";
    cosh f64::cosh, "";
    degrees to_degrees, "";
    erf gamma::erf, "";
    erfc gamma::erfc, "";
    exp f64::exp, "";
    exp2 f64::exp2, "";
    expm1 f64::exp_m1, "";
    fabs f64::abs, "";
    log1p log_1p, "argument value > -1";
    radians to_radians, "";
    sin f64::sin, "a finite input";
    sinh f64::sinh, "";
    sqrt f64::sqrt, "a nonnegative input";
    tan f64::tan, "a finite input";
    tanh f64::tanh, "";
}

fn to_degrees(x: f64) -> f64 {
    x * (180.0 / std::f64::consts::PI)
}
fn to_radians(x: f64) -> f64 {
    x * (std::f64::consts::PI / 180.0)
}
/// Keeps the sign of zero.
fn log_1p(x: f64) -> f64 {
    if x == 0.0 { x } else { x.ln_1p() }
}
/// Above this, `sqrt(x * x + 1)` is `x`.
const LARGE: f64 = (1u64 << 28) as f64;

fn acosh_of(x: f64) -> f64 {
    if x >= LARGE {
        return x.ln() + std::f64::consts::LN_2;
    }
    if x > 2.0 {
        return (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln();
    }
    let above = x - 1.0;
    (above + (2.0 * above + above * above).sqrt()).ln_1p()
}
fn asinh_of(x: f64) -> f64 {
    let size = x.abs();
    if size < 1.0 / LARGE || !size.is_finite() {
        return x;
    }
    let square = size * size;
    let result = if size > LARGE {
        size.ln() + std::f64::consts::LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((square + 1.0).sqrt() + size)).ln()
    } else {
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    result.copysign(x)
}
fn atanh_of(x: f64) -> f64 {
    let size = x.abs();
    let twice = size + size;
    let result = if size < 1.0 / LARGE {
        size
    } else if size < 0.5 {
        0.5 * (twice + twice * size / (1.0 - size)).ln_1p()
    } else {
        0.5 * (twice / (1.0 - size)).ln_1p()
    };
    result.copysign(x)
}

fn of_gamma(vm: &mut Vm, x: Value, f: fn(f64) -> Result<f64, MathError>) -> Run<Value> {
    let x = convert::to_f64(vm, x)?;
    match f(x) {
        Ok(result) => Ok(Value::float(result)),
        Err(MathError::Domain) => Err(unexpected(vm, "a noninteger or positive integer", x)),
        Err(MathError::Range) => Err(range_error(vm)),
    }
}
pub fn gamma(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    of_gamma(vm, args[0], gamma::gamma)
}
pub fn lgamma(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    of_gamma(vm, args[0], gamma::ln_gamma)
}

/// The logarithm `f` of any number; ints may be of any size.
fn logarithm(vm: &mut Vm, x: Value, f: fn(f64) -> f64) -> Run<f64> {
    if let Some(int) = convert::int_value(x) {
        return match integer::with_big(int, |big| scale::log_big(big, f)) {
            Some(result) => Ok(result),
            None => Err(raise::value_error(vm, "expected a positive input")),
        };
    }
    let x = convert::to_f64(vm, x)?;
    if x <= 0.0 {
        return Err(unexpected(vm, "a positive input", x));
    }
    Ok(f(x))
}

pub fn log(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let numerator = logarithm(vm, args[0], f64::ln)?;
    if args[1].is_unbound() {
        return Ok(Value::float(numerator));
    }
    let denominator = logarithm(vm, args[1], f64::ln)?;
    if denominator == 0.0 {
        return Err(raise::zero_division_error(vm, "division by zero"));
    }
    Ok(Value::float(numerator / denominator))
}
pub fn log2(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(logarithm(vm, args[0], f64::log2)?))
}
pub fn log10(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::float(logarithm(vm, args[0], f64::log10)?))
}

/// Two float arguments.
fn two(vm: &mut Vm, args: &[Value]) -> Run<(f64, f64)> {
    let x = convert::to_f64(vm, args[0])?;
    Ok((x, convert::to_f64(vm, args[1])?))
}

pub fn atan2(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (y, x) = two(vm, args)?;
    Ok(Value::float(y.atan2(x)))
}
pub fn copysign(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (x, y) = two(vm, args)?;
    Ok(Value::float(x.copysign(y)))
}
pub fn fmod(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (x, y) = two(vm, args)?;
    let result = x % y;
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(vm));
    }
    Ok(Value::float(result))
}
pub fn remainder(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (x, y) = two(vm, args)?;
    match scale::remainder(x, y) {
        Ok(result) => Ok(Value::float(result)),
        Err(_) => Err(domain_error(vm)),
    }
}
pub fn pow(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (x, y) = two(vm, args)?;
    let result = x.powf(y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || result.is_infinite() && x == 0.0 {
            return Err(domain_error(vm));
        }
        if result.is_infinite() {
            return Err(range_error(vm));
        }
    }
    Ok(Value::float(result))
}
pub fn fma(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (x, y) = two(vm, args)?;
    let z = convert::to_f64(vm, args[2])?;
    let result = x.mul_add(y, z);
    if result.is_nan() && !x.is_nan() && !y.is_nan() && !z.is_nan() {
        return Err(raise::value_error(vm, "invalid operation in fma"));
    }
    if result.is_infinite() && x.is_finite() && y.is_finite() && z.is_finite() {
        return Err(raise::overflow_error(vm, "overflow in fma"));
    }
    Ok(Value::float(result))
}

pub fn frexp(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let x = convert::to_f64(vm, args[0])?;
    let (mantissa, exponent) = scale::frexp(x);
    Ok(make::tuple(
        vm,
        &[Value::float(mantissa), Value::small_int(i64::from(exponent))],
    ))
}
pub fn ldexp(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let x = convert::to_f64(vm, args[0])?;
    let Some(exponent) = convert::int_value(args[1]) else {
        return Err(raise::type_error(vm, "Expected an int as second argument to ldexp."));
    };
    match scale::ldexp(x, convert::int_clamped(exponent)) {
        Ok(result) => Ok(Value::float(result)),
        Err(_) => Err(range_error(vm)),
    }
}
pub fn modf(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let x = convert::to_f64(vm, args[0])?;
    let (fraction, whole) = match x {
        x if x.is_infinite() => (0f64.copysign(x), x),
        x => ((x - x.trunc()).copysign(x), x.trunc()),
    };
    Ok(make::tuple(vm, &[Value::float(fraction), Value::float(whole)]))
}
pub fn ulp(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let x = convert::to_f64(vm, args[0])?;
    Ok(Value::float(scale::ulp(x)))
}
pub fn nextafter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (x, y) = two(vm, args)?;
    let steps = if args[2].or(Value::NONE).is_none() {
        1
    } else {
        let steps = convert::index(vm, args[2])?;
        if convert::int_is_negative(steps) {
            return Err(raise::value_error(vm, "steps must be a non-negative integer"));
        }
        match steps.cast::<BigInt>() {
            Some(steps) => steps.limbs().to_u64().unwrap_or(u64::MAX),
            None => convert::int_clamped(steps) as u64,
        }
    };
    Ok(Value::float(scale::next_after(x, y, steps)))
}

pub fn isfinite(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(convert::to_f64(vm, args[0])?.is_finite()))
}
pub fn isinf(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(convert::to_f64(vm, args[0])?.is_infinite()))
}
pub fn isnan(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(convert::to_f64(vm, args[0])?.is_nan()))
}
pub fn isclose(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (a, b) = two(vm, args)?;
    let mut tolerance = |value: Value, default: f64| match value.is_unbound() {
        true => Ok(default),
        false => convert::to_f64(vm, value),
    };
    let (relative, absolute) = (tolerance(args[2], 1e-9)?, tolerance(args[3], 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(raise::value_error(vm, "tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::FALSE);
    }
    let difference = (b - a).abs();
    let close = difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute;
    Ok(Value::bool(close))
}

/// `floor` and `ceil`: floats at once, others by their special method.
fn rounded(vm: &mut Vm, value: Value, special: Special, round: fn(f64) -> f64) -> Run<Value> {
    if value.is_int() {
        return Ok(value);
    }
    if !value.is_float()
        && let Some(result) = call::special(vm, value, special, &[])
    {
        return result;
    }
    let x = convert::to_f64(vm, value)?;
    int_of_float(vm, round(x))
}
pub fn floor(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    rounded(vm, args[0], Special::Floor, f64::floor)
}
pub fn ceil(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    rounded(vm, args[0], Special::Ceil, f64::ceil)
}
pub fn trunc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(x) = args[0].as_float() {
        return int_of_float(vm, x);
    }
    match call::special(vm, args[0], Special::Trunc, &[]) {
        Some(result) => result,
        None => {
            let name = class::name_of(vm, args[0]);
            Err(raise::type_error(
                vm,
                format!("type {name} doesn't define __trunc__ method"),
            ))
        }
    }
}
