//! Floats taken apart and put together, neighbours, exact remainders, logarithms of big integers.

use crate::base::big::{Big, compose_f64};

/// Why a function has no value: CPython's "math domain error" (ValueError) and "math range error" (OverflowError).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MathError {
    Domain,
    Range,
}

/// `math.frexp`: `(m, e)` with `x == m * 2**e` and 0.5 ≤ |m| < 1; zeros, infinities and NaN come back with 0.
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let field = |x: f64| ((x.to_bits() >> 52) & 0x7FF) as i32;
    let (normal, shift) = if field(x) == 0 { (x * 2f64.powi(64), 64) } else { (x, 0) };
    let exponent = field(normal) - 1022;
    let mantissa = f64::from_bits(normal.to_bits() & !(0x7FF << 52) | 1022 << 52);
    (mantissa, exponent - shift)
}

/// `math.ldexp`: `x * 2**exponent`, rounded once.
pub fn ldexp(x: f64, exponent: i64) -> Result<f64, MathError> {
    if x == 0.0 || !x.is_finite() {
        return Ok(x);
    }
    let (mantissa, own) = frexp(x);
    let top = (mantissa.abs() * 2f64.powi(53)) as u64;
    let exponent = exponent.saturating_add(i64::from(own)).clamp(-100_000, 100_000) - 64;
    let size = compose_f64(top << 11, false, exponent).ok_or(MathError::Range)?;
    Ok(size.copysign(x))
}

/// `math.nextafter(x, y, steps=…)`.
pub fn next_after(x: f64, y: f64, steps: u64) -> f64 {
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if x == y {
        return y;
    }
    if steps == 0 {
        return x;
    }
    let (from, to) = (rank(x), rank(y));
    let distance = from.abs_diff(to);
    if steps >= distance {
        return y;
    }
    let at = if from < to {
        from.wrapping_add_unsigned(steps)
    } else {
        from.wrapping_sub_unsigned(steps)
    };
    if at < 0 {
        -f64::from_bits(at.unsigned_abs())
    } else {
        f64::from_bits(at as u64)
    }
}

/// The place of a float in the order of all, both zeros at 0.
fn rank(x: f64) -> i64 {
    let size = (x.to_bits() & (u64::MAX >> 1)) as i64;
    if x.is_sign_negative() { -size } else { size }
}

/// `math.ulp`.
pub fn ulp(x: f64) -> f64 {
    if !x.is_finite() {
        return x.abs();
    }
    let size = x.abs();
    let above = size.next_up();
    if above.is_infinite() {
        size - size.next_down()
    } else {
        above - size
    }
}

/// `math.remainder`: the IEEE remainder, exact, halves to the even quotient.
pub fn remainder(x: f64, y: f64) -> Result<f64, MathError> {
    if x.is_nan() || y.is_nan() {
        return Ok(f64::NAN);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(MathError::Domain);
    }
    if y.is_infinite() {
        return Ok(x);
    }
    let (dividend, divisor) = (x.abs(), y.abs());
    let low = dividend % divisor;
    let high = divisor - low;
    // In a tie the quotient below is even exactly when half of the rest divides evenly.
    let size = if low < high {
        low
    } else if low > high {
        -high
    } else {
        low - 2.0 * (0.5 * (dividend - low) % divisor)
    };
    Ok(1f64.copysign(x) * size)
}

/// A logarithm (`ln`, `log2`, `log10`) of an int of any size; nothing at and below zero.
pub fn log_big(value: &Big, log: fn(f64) -> f64) -> Option<f64> {
    if value.signum() <= 0 {
        return None;
    }
    if let Some(x) = value.to_f64() {
        return Some(log(x));
    }
    let (mantissa, exponent) = value.frexp();
    Some(log(mantissa) + log(2.0) * exponent as f64)
}
