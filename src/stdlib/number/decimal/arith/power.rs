//! Square roots and powers.

use crate::stdlib::number::decimal::arith::basic;
use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, Rounding, flag};
use crate::stdlib::number::decimal::arith::limbs::{NoMemory, Rest};
use crate::stdlib::number::decimal::arith::number::{
    Number, compare, compare_magnitudes, finish, invalid, nan_of, remembered,
};
use crate::stdlib::number::decimal::arith::quantum::whole_part;
use crate::stdlib::number::decimal::arith::transcend;

/// An exponent that overflows in every context.
const FAR_UP: i64 = 2_000_000_000_000_000_001;
/// Decimal digits of the largest exponents.
const EXPONENT_DIGITS: i64 = 19;

/// The square root, rounded to even.
pub fn square_root(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    if a.is_zero() {
        return finish(Number::zero(a.negative, a.exponent.div_euclid(2)), context);
    }
    if a.negative {
        return invalid(context, flag::INVALID_OPERATION);
    }
    if a.is_infinite() {
        return a.clone();
    }
    let root = match root_digits(a, context.prec) {
        Ok((root, _)) => root,
        // As with quotients: an exact root is short.
        Err(NoMemory) => match root_digits(a, a.digits().min(context.prec - 1)) {
            Ok((root, true)) => root,
            _ => return invalid(context, flag::NO_MEMORY),
        },
    };
    let rounding = std::mem::replace(&mut context.rounding, Rounding::HalfEven);
    let root = finish(root, context);
    context.rounding = rounding;
    root
}

/// A digit more than `prec` of the root, the last of them telling that more follow; whether it is exact.
fn root_digits(a: &Number, prec: i64) -> Result<(Number, bool), NoMemory> {
    let prec = prec + 1;
    let odd = a.exponent.rem_euclid(2);
    let mut exponent = a.exponent.div_euclid(2);
    let digits = a.digits();
    let length = if odd == 1 { digits / 2 + 1 } else { (digits + 1) / 2 };
    let shift = prec - length;
    let whole = a.coefficient.shift_left(odd as u64)?;
    let (radicand, mut exact) = if shift >= 0 {
        (whole.shift_left(2 * shift as u64)?, true)
    } else {
        let cut = 2 * shift.unsigned_abs();
        let (kept, rest) = whole.shift_right(cut);
        (kept, rest == Rest::Zero)
    };
    exponent -= shift;
    let mut root = radicand.root()?;
    exact = exact && root.multiply(&root)? == radicand;
    if !exact {
        if root.last_digit().is_multiple_of(5) {
            root = root.add_one();
        }
    } else {
        root = if shift >= 0 {
            root.shift_right(shift as u64).0
        } else {
            root.shift_left(shift.unsigned_abs())?
        };
        exponent += shift;
    }
    Ok((Number::finite(false, root, exponent), exact))
}

/// `base ** exponent`
pub fn power(base: &Number, exponent: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[base, exponent], context) {
        return nan;
    }
    let whole = exponent.is_whole();
    let negative = whole && base.negative && exponent.is_odd();
    if let Some(made) = power_special(base, exponent, negative, context) {
        return made;
    }
    if let Some(made) = power_of_one(base, exponent, negative, context) {
        return made;
    }
    if let Some(made) = out_of_bounds(base, exponent, negative, context) {
        return made;
    }
    if whole {
        return whole_power(base, exponent, negative, context);
    }
    let mut made = real_power(base, exponent, context);
    if made.is_finite() && compare(&made, &Number::ONE).is_eq() {
        made = match full_one(false, context.prec - 1) {
            Ok(one) => one,
            Err(NoMemory) => return invalid(context, flag::NO_MEMORY),
        };
    }
    if made.is_infinite() {
        made = Number::finite(false, Coefficient::ONE, FAR_UP);
    }
    finish(made, context)
}

/// Zeros, infinities, and negative bases.
fn power_special(base: &Number, exponent: &Number, negative: bool, context: &mut Context) -> Option<Number> {
    if base.is_zero() {
        return Some(if exponent.is_zero() {
            invalid(context, flag::INVALID_OPERATION)
        } else if exponent.negative {
            Number::infinity(negative)
        } else {
            Number::zero(negative, 0)
        });
    }
    if base.negative && !exponent.is_whole() {
        return Some(invalid(context, flag::INVALID_OPERATION));
    }
    if exponent.is_infinite() {
        let order = compare(base, &Number::ONE);
        if order.is_eq() {
            context.signal(flag::INEXACT | flag::ROUNDED);
            let one = full_one(negative, context.prec - 1);
            return Some(remembered(context, one));
        }
        return Some(match order.is_lt() != exponent.negative {
            true => Number::zero(negative, 0),
            false => Number::infinity(negative),
        });
    }
    if base.is_infinite() {
        return Some(if exponent.is_zero() {
            Number::finite(negative, Coefficient::ONE, 0)
        } else if exponent.negative {
            Number::zero(negative, 0)
        } else {
            Number::infinity(negative)
        });
    }
    exponent
        .is_zero()
        .then(|| Number::finite(negative, Coefficient::ONE, 0))
}

/// One with so many zeros behind the point.
fn full_one(negative: bool, zeros: i64) -> Result<Number, NoMemory> {
    let one = Coefficient::ONE.shift_left(zeros as u64)?;
    Ok(Number::finite(negative, one, -zeros))
}

/// Powers of a base whose magnitude is one.
fn power_of_one(base: &Number, exponent: &Number, negative: bool, context: &mut Context) -> Option<Number> {
    if compare_magnitudes(base, &Number::ONE).is_ne() {
        return None;
    }
    let mut zeros = context.prec - 1;
    if exponent.is_whole() {
        if exponent.negative {
            return Some(Number::finite(negative, Coefficient::ONE, 0));
        }
        let wanted = exponent.to_i64().and_then(|n| n.checked_mul(-base.exponent));
        match wanted {
            Some(wanted) if wanted <= zeros => zeros = wanted,
            // 1E+0 has no zeros to multiply.
            _ if base.exponent == 0 => zeros = 0,
            _ => context.signal(flag::ROUNDED),
        }
    } else {
        context.signal(flag::INEXACT | flag::ROUNDED);
    }
    let one = full_one(negative, zeros);
    Some(remembered(context, one))
}

/// How many decimal digits a magnitude has.
fn count_digits(n: i64) -> i64 {
    n.unsigned_abs().checked_ilog10().map_or(1, |log| i64::from(log) + 1)
}

/// A lower bound of `log10(abs(log10(x)))`, for a positive `x` that is not one.
fn log_bound(x: &Number) -> Result<i64, NoMemory> {
    match x.adjusted() {
        size @ 1.. => Ok(count_digits(size) - 1),
        size @ ..-1 => Ok(count_digits(size + 1) - 1),
        size => {
            let mut exact = Context::MAX;
            let distance = basic::subtract(x, &Number::ONE, &mut exact);
            if !distance.is_finite() {
                return Err(NoMemory);
            }
            Ok(distance.adjusted() - if size == 0 { 2 } else { 1 })
        }
    }
}

/// Results that are certain to overflow or underflow.
fn out_of_bounds(base: &Number, exponent: &Number, negative: bool, context: &mut Context) -> Option<Number> {
    let Ok(bound) = log_bound(&base.absolute()) else {
        return Some(invalid(context, flag::NO_MEMORY));
    };
    let size = bound + exponent.adjusted();
    let grows = (base.adjusted() < 0) == exponent.negative;
    let (limit, far) = if grows {
        (count_digits(context.emax), FAR_UP)
    } else {
        (count_digits(context.etiny()), context.etiny() - 1)
    };
    if limit >= size {
        return None;
    }
    Some(finish(Number::finite(negative, Coefficient::ONE, far), context))
}

/// Powers by whole numbers: squares and products, with a few digits more than asked for.
fn whole_power(base: &Number, exponent: &Number, negative: bool, context: &mut Context) -> Number {
    let mut work = context.fresh();
    work.prec += exponent.digits() + exponent.exponent + 2;
    work.rounding = Rounding::HalfEven;
    work.clamp = false;
    let mut factor = base.clone();
    if exponent.negative {
        work.prec += 1;
        factor = basic::divide(&Number::ONE, base, &mut work);
        if work.status & flag::ERRORS != 0 {
            context.signal(work.status);
            return Number::NAN;
        }
    }
    let magnitude = whole_part(exponent, Rounding::Down);
    let as_word = match magnitude.exponent {
        shift @ 0..20 => magnitude
            .coefficient
            .shift_left(shift as u64)
            .ok()
            .and_then(|n| n.to_u64()),
        _ => None,
    };
    let mut made = match as_word {
        Some(n) => power_by_word(&factor, n, &mut work),
        None => power_by_digits(factor, magnitude, &mut work),
    };
    context.signal(work.status);
    if !made.is_nan() {
        made.negative = negative;
    }
    if made.is_infinite() {
        made = Number::finite(negative, Coefficient::ONE, FAR_UP);
    }
    finish(made, context)
}

/// Whether further products change nothing.
fn is_settled(number: &Number, context: &Context) -> bool {
    !number.is_finite() || number.is_zero() && context.status & flag::CLAMPED != 0
}

fn power_by_word(base: &Number, exponent: u64, context: &mut Context) -> Number {
    let mut made = base.clone();
    for bit in (0..exponent.ilog2()).rev() {
        made = basic::multiply(&made, &made, context);
        if exponent >> bit & 1 == 1 {
            made = basic::multiply(&made, base, context);
        }
        if is_settled(&made, context) {
            break;
        }
    }
    made
}

fn power_by_digits(mut base: Number, mut exponent: Number, context: &mut Context) -> Number {
    let mut made = Number::ONE;
    let two = Number::integer(2);
    exponent.negative = false;
    while !exponent.is_zero() {
        if exponent.is_odd() {
            made = basic::multiply(&made, &base, context);
            if is_settled(&made, context) {
                break;
            }
        }
        base = basic::multiply(&base, &base, context);
        exponent = basic::divide_whole(&exponent, &two, &mut Context::MAX.fresh());
        if base.is_nan() || exponent.is_nan() {
            return invalid(context, flag::NO_MEMORY);
        }
    }
    made
}

/// `e ** (exponent * ln(base))`, each step rounded with enough digits to spare.
fn real_power(base: &Number, exponent: &Number, context: &mut Context) -> Number {
    let mut work = Context::MAX;
    work.prec = base.digits().max(context.prec) + 4 + EXPONENT_DIGITS;
    let log = transcend::ln(base, &mut work);
    let product = basic::multiply(&log, exponent, &mut work);
    let mut last = work.fresh();
    let made = transcend::exp(&product, &mut last);
    context.signal(last.status | work.status & flag::ERRORS | flag::INEXACT | flag::ROUNDED);
    made
}

/// `base ** exponent % modulus` of whole numbers, exactly.
pub fn power_modulo(base: &Number, exponent: &Number, modulus: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[base, exponent, modulus], context) {
        return nan;
    }
    let fits = base.is_whole()
        && exponent.is_whole()
        && modulus.is_whole()
        && !exponent.negative
        && !modulus.is_zero()
        && !(base.is_zero() && exponent.is_zero());
    if !fits || modulus.adjusted() >= context.prec {
        return invalid(context, flag::INVALID_OPERATION);
    }
    let negative = base.negative && exponent.is_odd();
    let made = residue(base, exponent, modulus);
    let made = made.map(|rest| Number::finite(negative, rest, 0));
    remembered(context, made)
}

/// The power of magnitudes modulo a magnitude.
fn residue(base: &Number, exponent: &Number, modulus: &Number) -> Result<Coefficient, NoMemory> {
    let whole = |number: &Number| -> Result<Coefficient, NoMemory> {
        let part = whole_part(number, Rounding::Down);
        part.coefficient.shift_left(part.exponent.max(0) as u64)
    };
    let modulus = whole(modulus)?;
    // (m * 10**e) % modulus without writing the zeros down.
    let start = whole_part(base, Rounding::Down);
    let ten = modular_power(
        &Coefficient::Small(10),
        &Number::integer(start.exponent.max(0)),
        &modulus,
    )?;
    let start = start
        .coefficient
        .divide(&modulus)?
        .1
        .multiply(&ten)?
        .divide(&modulus)?
        .1;
    modular_power(&start, &whole_part(exponent, Rounding::Down), &modulus)
}

/// By the digits of the exponent, most significant first; its zeros at the end are a power of ten.
fn modular_power(base: &Coefficient, exponent: &Number, modulus: &Coefficient) -> Result<Coefficient, NoMemory> {
    let product = |a: &Coefficient, b: &Coefficient| Ok(a.multiply(b)?.divide(modulus)?.1);
    let tenth = |n: &Coefficient| -> Result<Coefficient, NoMemory> {
        let twice = product(n, n)?;
        let four = product(&twice, &twice)?;
        product(&product(&four, &four)?, &twice)
    };
    let base = base.divide(modulus)?.1;
    let mut made = Coefficient::ONE.divide(modulus)?.1;
    let mut digits = Vec::new();
    exponent.coefficient.push_text(&mut digits);
    for digit in digits {
        made = tenth(&made)?;
        for _ in b'0'..digit {
            made = product(&made, &base)?;
        }
    }
    for _ in 0..exponent.exponent.max(0) {
        made = tenth(&made)?;
    }
    Ok(made)
}
