//! `exp`, `ln` and `log10`, correctly rounded to even: computed with digits to spare, until those cannot change the rounding.
//!
//! Values in between are fixed-point numbers: limbs, of which the lowest so many are the fraction.

use std::cell::RefCell;

use crate::stdlib::number::decimal::arith::basic;
use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, Rounding, flag};
use crate::stdlib::number::decimal::arith::limbs::{self, BASE, NoMemory, WIDTH};
use crate::stdlib::number::decimal::arith::number::{Number, compare, finish, invalid, nan_of};
use crate::stdlib::number::decimal::arith::{product, quotient};

/// A bound for the error of all fixed-point results here, in units of the last place of the fraction.
const ERROR: u64 = 100_000_000_000_000_000;
/// Digits to spare at first: those that `ERROR` spoils, and some that tell how to round.
const SPARE_DIGITS: i64 = 36;

/// A result between two bounds, if both round to the same.
type Bounds = (Number, Number);

/// Rounds to even whatever `compute` bounds, with more and more digits to spare.
fn settled(context: &mut Context, compute: impl Fn(i64) -> Result<Bounds, NoMemory>) -> Number {
    let even = Context {
        rounding: Rounding::HalfEven,
        ..context.fresh()
    };
    let mut spare = SPARE_DIGITS;
    loop {
        let Ok((low, high)) = compute(spare) else {
            return invalid(context, flag::NO_MEMORY);
        };
        // CPYTHON: what is met is met by the result with three digits more.
        let mut near = Context {
            prec: context.prec.saturating_add(3),
            ..Context::MAX
        };
        let mut met = even;
        finish(finish(high.clone(), &mut near), &mut met);
        let (low, high) = (finish(low, &mut even.fresh()), finish(high, &mut even.fresh()));
        if low == high {
            // What is not exact and subnormal is an underflow, whatever the digits more were.
            if met.status & flag::SUBNORMAL != 0 {
                met.signal(flag::UNDERFLOW);
            }
            context.signal(met.status | near.status);
            return high;
        }
        spare *= 2;
    }
}

/// `value ± ERROR`, in units of `10**exponent`.
fn bounds(negative: bool, value: &[u64], exponent: i64) -> Bounds {
    let at = |limbs| Number::finite(negative, Coefficient::from_limbs(limbs), exponent);
    let low = if limbs::compare(value, &[ERROR]).is_lt() {
        Vec::new()
    } else {
        limbs::subtract(value, &[ERROR])
    };
    (at(low), at(limbs::add(value, &[ERROR])))
}

/// Limbs of a fraction of so many digits.
fn limbs_for(digits: i64) -> usize {
    (digits as u64).div_ceil(WIDTH) as usize + 1
}

/// A number below one unit of `places` digits behind `value`.
fn nudged(value: &Number, places: i64, up: bool) -> Result<Number, NoMemory> {
    let coefficient = value.coefficient.shift_left(places as u64)?;
    let coefficient = if up {
        coefficient.add_one()
    } else {
        coefficient.subtract(&Coefficient::ONE)
    };
    Ok(Number::finite(value.negative, coefficient, value.exponent - places))
}

pub fn exp(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    if a.is_infinite() {
        return if a.negative { Number::zero(false, 0) } else { a.clone() };
    }
    if a.is_zero() {
        return Number::ONE;
    }
    let size = a.adjusted();
    if size >= 19 {
        let exponent = if a.negative { -1 } else { 1 } * 4_000_000_000_000_000_000;
        return settled(context, |_| {
            let far = Number::finite(false, Coefficient::ONE, exponent);
            Ok((far.clone(), far))
        });
    }
    if size < -(context.prec + 2) {
        let Ok(one) = Coefficient::ONE.shift_left((context.prec - 1) as u64) else {
            return invalid(context, flag::NO_MEMORY);
        };
        context.signal(flag::INEXACT | flag::ROUNDED);
        return finish(Number::finite(false, one, 1 - context.prec), context);
    }
    let prec = context.prec;
    settled(context, |spare| {
        let fraction = limbs_for(prec + spare);
        let (value, exponent) = exp_of(a, fraction)?;
        Ok(bounds(false, &value, exponent - (fraction as u64 * WIDTH) as i64))
    })
}

/// `e**a` as a fixed-point number from one to ten and a power of ten.
fn exp_of(a: &Number, fraction: usize) -> Result<(Vec<u64>, i64), NoMemory> {
    // The quotient by ln(10) may have nineteen digits, and what is wrong with ln(10) is multiplied by that.
    let wide = fraction + 2;
    let ln_ten = ln_ten(wide)?;
    let x = fixed(&a.coefficient, a.exponent, wide)?;
    let (quotient, mut rest) = quotient::divide(&x, &ln_ten)?;
    let mut exponent = Coefficient::from_limbs(quotient).to_u64().unwrap_or(0) as i64;
    if a.negative {
        exponent = -exponent - 1;
        rest = limbs::subtract(&ln_ten, &rest);
    }
    Ok((exp_fixed(drop_limbs(&rest, 2), fraction)?, exponent))
}

/// `coefficient * 10**exponent` with a fraction of so many limbs.
fn fixed(coefficient: &Coefficient, exponent: i64, fraction: usize) -> Result<Vec<u64>, NoMemory> {
    let shift = exponent + (fraction as u64 * WIDTH) as i64;
    if shift >= 0 {
        return limbs::shift_left(&coefficient.limbs(), shift as u64);
    }
    Ok(limbs::shift_right(&coefficient.limbs(), shift.unsigned_abs()).0)
}

fn drop_limbs(value: &[u64], count: usize) -> &[u64] {
    value.get(count..).unwrap_or(&[])
}

fn multiply_fixed(a: &[u64], b: &[u64], fraction: usize) -> Result<Vec<u64>, NoMemory> {
    let product = product::multiply(a, b)?;
    Ok(drop_limbs(&product, fraction).to_vec())
}

fn one(fraction: usize) -> Result<Vec<u64>, NoMemory> {
    let mut one = limbs::zeros(fraction)?;
    one.push(1);
    Ok(one)
}

/// `e**x` for a fixed-point `x` from zero to ten: the series of a small part of it, squared again and again.
///
/// Each squaring doubles what is wrong, and no series has more than some thousands of terms: less than `ERROR`.
fn exp_fixed(x: &[u64], fraction: usize) -> Result<Vec<u64>, NoMemory> {
    let halvings = (fraction as u64 * 4).isqrt().clamp(1, 16) + 8;
    let part = limbs::divide_word(x, 1 << halvings).0;
    let mut sum = one(fraction)?;
    let mut term = sum.clone();
    let mut n = 1;
    loop {
        term = limbs::divide_word(&multiply_fixed(&term, &part, fraction)?, n).0;
        if term.is_empty() {
            break;
        }
        sum = limbs::add(&sum, &term);
        n += 1;
    }
    for _ in 0..halvings {
        sum = multiply_fixed(&sum, &sum, fraction)?;
    }
    Ok(sum)
}

thread_local! {
    /// ln(10) with as many limbs as were needed so far.
    static LN_TEN: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

fn ln_ten(fraction: usize) -> Result<Vec<u64>, NoMemory> {
    LN_TEN.with_borrow_mut(|known| {
        if known.len() < fraction + 1 {
            let mut ten = limbs::zeros(fraction)?;
            ten.push(10);
            *known = ln_fixed(&ten, 10.0, fraction)?;
        }
        Ok(drop_limbs(known, known.len() - fraction - 1).to_vec())
    })
}

/// `ln(x)` for a fixed-point `x` from one to ten, about `near`, by Halley's method: each step triples the digits.
fn ln_fixed(x: &[u64], near: f64, fraction: usize) -> Result<Vec<u64>, NoMemory> {
    let start = (near.ln() * 1e17) as u64;
    let (whole, part) = (start / (BASE / 10), start % (BASE / 10) * 10);
    let mut width = 1;
    let mut y = limbs::trim(vec![part, whole]);
    let mut right_digits = 14;
    while right_digits < fraction as u64 * WIDTH {
        right_digits = right_digits * 3 - 2;
        let wider = fraction.min(right_digits.div_ceil(WIDTH) as usize + 2);
        y = limbs::shift_left(&y, (wider - width) as u64 * WIDTH)?;
        width = wider;
        let x = drop_limbs(x, fraction - width);
        y = halley_step(x, y, width)?;
    }
    if width < fraction {
        y = limbs::shift_left(&y, (fraction - width) as u64 * WIDTH)?;
    }
    Ok(y)
}

/// `y + 2 (x - e**y) / (x + e**y)`
fn halley_step(x: &[u64], y: Vec<u64>, fraction: usize) -> Result<Vec<u64>, NoMemory> {
    let power = exp_fixed(&y, fraction)?;
    let grows = limbs::compare(x, &power).is_ge();
    let difference = if grows {
        limbs::subtract(x, &power)
    } else {
        limbs::subtract(&power, x)
    };
    let twice = limbs::shift_left(&limbs::multiply_word(&difference, 2, 0), fraction as u64 * WIDTH)?;
    let step = quotient::divide(&twice, &limbs::add(x, &power))?.0;
    Ok(if grows {
        limbs::add(&y, &step)
    } else if limbs::compare(&y, &step).is_ge() {
        limbs::subtract(&y, &step)
    } else {
        Vec::new()
    })
}

/// What `ln` and `log10` answer at once.
fn log_special(a: &Number, context: &mut Context) -> Option<Number> {
    if let Some(nan) = nan_of(&[a], context) {
        return Some(nan);
    }
    if a.is_zero() {
        return Some(Number::infinity(true));
    }
    if a.negative {
        return Some(invalid(context, flag::INVALID_OPERATION));
    }
    if a.is_infinite() {
        return Some(Number::infinity(false));
    }
    None
}

/// Zeros between the point and the first digit of `a - 1`, and that difference, for numbers about one.
fn distance_from_one(a: &Number) -> (i64, Number) {
    if !(-1..=0).contains(&a.adjusted()) {
        return (0, Number::ONE);
    }
    let distance = basic::subtract(a, &Number::ONE, &mut Context::MAX.fresh());
    (-distance.adjusted(), distance)
}

/// `a = m * 10**size`: a fixed-point `m` from one to ten, about what it is, and the size.
fn mantissa(a: &Number, fraction: usize) -> Result<(Vec<u64>, f64, i64), NoMemory> {
    let digits = a.digits();
    let value = fixed(&a.coefficient, 1 - digits, fraction)?;
    let top = if digits > 17 {
        a.coefficient.shift_right((digits - 17) as u64).0
    } else {
        a.coefficient.shift_left((17 - digits) as u64)?
    };
    let near = top.to_u64().unwrap_or(0) as f64 / 1e16;
    Ok((value, near.clamp(1.0, 10.0), a.adjusted()))
}

pub fn ln(a: &Number, context: &mut Context) -> Number {
    if let Some(made) = log_special(a, context) {
        return made;
    }
    if compare(a, &Number::ONE).is_eq() {
        return Number::zero(false, 0);
    }
    let (zeros, distance) = distance_from_one(a);
    let enough = distance.digits().max(context.prec) + 3;
    if zeros > enough {
        // ln(1 + d) is a little less than d.
        return settled(context, |_| {
            let near = nudged(&distance, enough - distance.digits() + 3, distance.negative)?;
            Ok((near.clone(), near))
        });
    }
    let prec = context.prec;
    settled(context, |spare| {
        let fraction = limbs_for(prec + spare + zeros.max(0));
        let (m, near, size) = mantissa(a, fraction)?;
        let log = ln_fixed(&m, near, fraction)?;
        let wide = product::multiply(&ln_ten(fraction + 2)?, &whole_limbs(size))?;
        Ok(sum_bounds(&log, size, drop_limbs(&wide, 2), fraction))
    })
}

pub fn log10(a: &Number, context: &mut Context) -> Number {
    if let Some(made) = log_special(a, context) {
        return made;
    }
    if a.coefficient.trailing_zeros() == a.digits() - 1
        && a.coefficient.shift_right((a.digits() - 1) as u64).0.to_u64() == Some(1)
    {
        let rounding = std::mem::replace(&mut context.rounding, Rounding::HalfEven);
        let made = finish(Number::integer(a.adjusted()), context);
        context.rounding = rounding;
        return made;
    }
    let (zeros, _) = distance_from_one(a);
    let prec = context.prec;
    settled(context, |spare| {
        let fraction = limbs_for(prec + spare + zeros.max(0));
        let (m, near, size) = mantissa(a, fraction)?;
        let log = limbs::shift_left(&ln_fixed(&m, near, fraction)?, fraction as u64 * WIDTH)?;
        let log = quotient::divide(&log, &ln_ten(fraction)?)?.0;
        let whole = limbs::shift_left(&whole_limbs(size), fraction as u64 * WIDTH)?;
        Ok(sum_bounds(&log, size, &whole, fraction))
    })
}

/// The magnitude of a machine integer.
fn whole_limbs(n: i64) -> Vec<u64> {
    Coefficient::of(u128::from(n.unsigned_abs())).limbs().to_vec()
}

/// `part + whole`, where the whole has the sign of `size`.
fn sum_bounds(part: &[u64], size: i64, whole: &[u64], fraction: usize) -> Bounds {
    let exponent = -((fraction as u64 * WIDTH) as i64);
    if size >= 0 {
        return bounds(false, &limbs::add(part, whole), exponent);
    }
    if limbs::compare(part, whole).is_ge() {
        return bounds(false, &limbs::subtract(part, whole), exponent);
    }
    bounds(true, &limbs::subtract(whole, part), exponent)
}
