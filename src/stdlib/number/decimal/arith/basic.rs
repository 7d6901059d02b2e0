//! Addition, multiplication, division, remainders.

use std::cmp::Ordering;

use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, Rounding, flag};
use crate::stdlib::number::decimal::arith::limbs::NoMemory;
use crate::stdlib::number::decimal::arith::number::{
    self, Number, compare_magnitudes, finish, invalid, nan_of, remembered,
};

pub fn add(a: &Number, b: &Number, context: &mut Context) -> Number {
    if a.is_finite() && b.is_finite() {
        return add_finite(a, b, b.negative, context);
    }
    add_special(a, b, b.negative, context)
}

pub fn subtract(a: &Number, b: &Number, context: &mut Context) -> Number {
    if a.is_finite() && b.is_finite() {
        return add_finite(a, b, !b.negative, context);
    }
    add_special(a, b, !b.negative, context)
}

#[cold]
fn add_special(a: &Number, b: &Number, b_negative: bool, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    match (a.is_infinite(), b.is_infinite()) {
        (true, true) if a.negative != b_negative => invalid(context, flag::INVALID_OPERATION),
        (true, _) => Number::infinity(a.negative),
        _ => Number::infinity(b_negative),
    }
}

#[inline]
fn add_finite(a: &Number, b: &Number, b_negative: bool, context: &mut Context) -> Number {
    let made = aligned_sum(a, b, b_negative, context);
    match made {
        Ok(sum) => finish(sum, context),
        Err(NoMemory) => invalid(context, flag::NO_MEMORY),
    }
}

/// The sum before it is rounded; a number far below the last digit counts as a tiny one.
#[inline]
fn aligned_sum(a: &Number, b: &Number, b_negative: bool, context: &Context) -> Result<Number, NoMemory> {
    if a.exponent == b.exponent {
        let (x, y) = ((a.negative, &a.coefficient), (b_negative, &b.coefficient));
        return Ok(signed_sum(x, y, a.exponent, context.rounding));
    }
    let ((high, high_negative), (low, low_negative)) = if a.exponent > b.exponent {
        ((a, a.negative), (b, b_negative))
    } else {
        ((b, b_negative), (a, a.negative))
    };
    let tiny;
    let (mut small, mut exponent) = (&low.coefficient, low.exponent);
    if !high.coefficient.is_zero() {
        let digits = high.digits();
        let last = high.exponent - 1
            + if digits > context.prec {
                0
            } else {
                digits - context.prec - 1
            };
        if low.adjusted() < last {
            tiny = Coefficient::Small(u128::from(!small.is_zero()));
            (small, exponent) = (&tiny, last);
        }
    }
    let shifted = high.coefficient.shift_left((high.exponent - exponent) as u64)?;
    let (x, y) = ((high_negative, &shifted), (low_negative, small));
    Ok(signed_sum(x, y, exponent, context.rounding))
}

#[inline]
fn signed_sum(a: (bool, &Coefficient), b: (bool, &Coefficient), exponent: i64, rounding: Rounding) -> Number {
    if a.0 == b.0 {
        return Number::finite(a.0, a.1.add(b.1), exponent);
    }
    match a.1.compare(b.1) {
        Ordering::Equal => Number::zero(rounding == Rounding::Floor, exponent),
        Ordering::Greater => Number::finite(a.0, a.1.subtract(b.1), exponent),
        Ordering::Less => Number::finite(b.0, b.1.subtract(a.1), exponent),
    }
}

pub fn multiply(a: &Number, b: &Number, context: &mut Context) -> Number {
    let product = exact_product(a, b, context);
    finish(product, context)
}

/// The product without rounding.
#[inline]
fn exact_product(a: &Number, b: &Number, context: &mut Context) -> Number {
    let negative = a.negative != b.negative;
    if a.is_finite() && b.is_finite() {
        let product = a.coefficient.multiply(&b.coefficient);
        let product = product.map(|product| Number::finite(negative, product, a.exponent + b.exponent));
        return remembered(context, product);
    }
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    if a.is_zero() || b.is_zero() {
        return invalid(context, flag::INVALID_OPERATION);
    }
    Number::infinity(negative)
}

/// `a * b + c`, rounded once.
pub fn fma(a: &Number, b: &Number, c: &Number, context: &mut Context) -> Number {
    let before = context.status;
    let product = exact_product(a, b, context);
    // An invalid product is the result whatever is added, a quiet NaN only if that is no signaling one.
    if context.status != before && product.is_nan() {
        return product;
    }
    add(&product, c, context)
}

pub fn divide(a: &Number, b: &Number, context: &mut Context) -> Number {
    if !a.is_finite() || !b.is_finite() || b.coefficient.is_zero() {
        return divide_special(a, b, context);
    }
    let negative = a.negative != b.negative;
    let ideal = a.exponent - b.exponent;
    if a.coefficient.is_zero() {
        return finish(Number::zero(negative, ideal), context);
    }
    if let Ok((quotient, exponent, _)) = quotient_digits(a, b, context.prec) {
        return finish(Number::finite(negative, quotient, exponent), context);
    }
    // Few quotients fill a precision that memory has no room for: an exact one has not more digits than this.
    let enough = a.digits() + 4 * b.digits();
    if enough < context.prec
        && let Ok((quotient, exponent, true)) = quotient_digits(a, b, enough)
    {
        let mut work = Context {
            prec: enough,
            ..context.fresh()
        };
        let made = finish(Number::finite(negative, quotient, exponent), &mut work);
        if work.status == 0 {
            return made;
        }
    }
    invalid(context, flag::NO_MEMORY)
}

#[cold]
fn divide_special(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() {
        if b.is_infinite() {
            return invalid(context, flag::INVALID_OPERATION);
        }
        return Number::infinity(negative);
    }
    if b.is_infinite() {
        context.signal(flag::CLAMPED);
        return Number::zero(negative, context.etiny());
    }
    if a.is_zero() {
        return invalid(context, flag::DIVISION_UNDEFINED);
    }
    context.signal(flag::DIVISION_BY_ZERO);
    Number::infinity(negative)
}

/// A digit more than `prec` of the quotient, the last of them telling that more follow; its exponent; whether it is exact.
fn quotient_digits(a: &Number, b: &Number, prec: i64) -> Result<(Coefficient, i64, bool), NoMemory> {
    let ideal = a.exponent - b.exponent;
    let shift = b.digits() - a.digits() + prec + 1;
    let (quotient, rest) = if shift >= 0 {
        a.coefficient.shift_left(shift as u64)?.divide(&b.coefficient)?
    } else {
        a.coefficient.divide(&b.coefficient.shift_left(shift.unsigned_abs())?)?
    };
    let exponent = ideal - shift;
    if !rest.is_zero() {
        let told = quotient.last_digit().is_multiple_of(5);
        let quotient = if told { quotient.add_one() } else { quotient };
        return Ok((quotient, exponent, false));
    }
    if exponent >= ideal {
        return Ok((quotient, exponent, true));
    }
    let zeros = quotient.trailing_zeros().min(ideal - exponent);
    Ok((quotient.shift_right(zeros as u64).0, exponent + zeros, true))
}

/// Integer quotient and remainder of finite numbers, the divisor not zero, before rounding.
fn whole_parts(a: &Number, b: &Number, context: &mut Context) -> Result<(Number, Number), u32> {
    let negative = a.negative != b.negative;
    let ideal = a.exponent.min(b.exponent);
    if a.coefficient.is_zero() {
        return Ok((Number::zero(negative, 0), Number::zero(a.negative, ideal)));
    }
    let difference = a.adjusted() - b.adjusted();
    let no_memory = |_| flag::NO_MEMORY;
    if difference < 0 {
        let rest = a
            .coefficient
            .shift_left((a.exponent - ideal) as u64)
            .map_err(no_memory)?;
        return Ok((Number::zero(negative, 0), Number::finite(a.negative, rest, ideal)));
    }
    if difference > context.prec {
        return Err(flag::DIVISION_IMPOSSIBLE);
    }
    let dividend = a.coefficient.shift_left((a.exponent - ideal) as u64);
    let divisor = b.coefficient.shift_left((b.exponent - ideal) as u64);
    let (dividend, divisor) = (dividend.map_err(no_memory)?, divisor.map_err(no_memory)?);
    let (quotient, rest) = dividend.divide(&divisor).map_err(no_memory)?;
    if quotient.digits() > context.prec {
        return Err(flag::DIVISION_IMPOSSIBLE);
    }
    let rest = Number::finite(a.negative, rest, ideal);
    Ok((Number::finite(negative, quotient, 0), rest))
}

/// `a // b`
pub fn divide_whole(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() && b.is_infinite() {
        return invalid(context, flag::INVALID_OPERATION);
    }
    if a.is_infinite() {
        return Number::infinity(negative);
    }
    if b.is_infinite() {
        return Number::zero(negative, 0);
    }
    if b.is_zero() {
        return divide_special(a, b, context);
    }
    match whole_parts(a, b, context) {
        Ok((quotient, _)) => finish(quotient, context),
        Err(reason) => invalid(context, reason),
    }
}

/// `a % b`, of the sign of `a`.
pub fn remainder(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    if let Some(special) = remainder_special(a, b, context) {
        return special;
    }
    match whole_parts(a, b, context) {
        Ok((_, rest)) => finish(rest, context),
        Err(reason) => invalid(context, reason),
    }
}

fn remainder_special(a: &Number, b: &Number, context: &mut Context) -> Option<Number> {
    if a.is_infinite() {
        return Some(invalid(context, flag::INVALID_OPERATION));
    }
    if b.is_infinite() {
        return Some(finish(a.clone(), context));
    }
    if b.is_zero() {
        let reason = match a.is_zero() {
            true => flag::DIVISION_UNDEFINED,
            false => flag::INVALID_OPERATION,
        };
        return Some(invalid(context, reason));
    }
    None
}

/// `divmod(a, b)`
pub fn divide_parts(a: &Number, b: &Number, context: &mut Context) -> (Number, Number) {
    if let Some(nan) = nan_of(&[a, b], context) {
        return (nan.clone(), nan);
    }
    let negative = a.negative != b.negative;
    if a.is_infinite() {
        context.signal(flag::INVALID_OPERATION);
        let quotient = if b.is_infinite() {
            Number::NAN
        } else {
            Number::infinity(negative)
        };
        return (quotient, Number::NAN);
    }
    if b.is_infinite() {
        return (Number::zero(negative, 0), finish(a.clone(), context));
    }
    if b.is_zero() {
        if a.is_zero() {
            context.signal(flag::DIVISION_UNDEFINED);
            return (Number::NAN, Number::NAN);
        }
        context.signal(flag::DIVISION_BY_ZERO | flag::INVALID_OPERATION);
        return (Number::infinity(negative), Number::NAN);
    }
    match whole_parts(a, b, context) {
        Ok((quotient, rest)) => (finish(quotient, context), finish(rest, context)),
        Err(reason) => {
            context.signal(reason);
            (Number::NAN, Number::NAN)
        }
    }
}

/// What is left of `a` by the whole multiple of `b` that is nearest, the even one of two.
pub fn remainder_near(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    if let Some(special) = remainder_special(a, b, context) {
        return special;
    }
    let ideal = a.exponent.min(b.exponent);
    if a.is_zero() {
        return finish(Number::zero(a.negative, ideal), context);
    }
    let difference = a.adjusted() - b.adjusted();
    if difference > context.prec {
        return invalid(context, flag::DIVISION_IMPOSSIBLE);
    }
    let near = nearest_rest(a, b, ideal);
    let (rest, quotient) = match near {
        Ok(near) => near,
        Err(NoMemory) => return invalid(context, flag::NO_MEMORY),
    };
    if quotient.digits() > context.prec {
        return invalid(context, flag::DIVISION_IMPOSSIBLE);
    }
    finish(rest, context)
}

fn nearest_rest(a: &Number, b: &Number, ideal: i64) -> Result<(Number, Coefficient), NoMemory> {
    let dividend = a.coefficient.shift_left((a.exponent - ideal) as u64)?;
    if a.adjusted() - b.adjusted() <= -2 {
        return Ok((Number::finite(a.negative, dividend, ideal), Coefficient::ZERO));
    }
    let divisor = b.coefficient.shift_left((b.exponent - ideal) as u64)?;
    let (quotient, rest) = dividend.divide(&divisor)?;
    let twice = rest.add(&rest);
    let order = twice.compare(&divisor);
    if order.is_gt() || order.is_eq() && quotient.is_odd() {
        let rest = Number::finite(!a.negative, divisor.subtract(&rest), ideal);
        return Ok((rest, quotient.add_one()));
    }
    Ok((Number::finite(a.negative, rest, ideal), quotient))
}

/// `+a`: rounded, a zero without sign.
pub fn plus(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    let negative = a.negative && !(a.is_zero() && context.rounding != Rounding::Floor);
    finish(a.clone().with_sign(negative), context)
}

/// `-a`: rounded, a zero without sign.
pub fn minus(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    let negative = match a.is_zero() {
        true => !a.negative && context.rounding == Rounding::Floor,
        false => !a.negative,
    };
    finish(a.clone().with_sign(negative), context)
}

/// `abs(a)`: rounded.
pub fn absolute(a: &Number, context: &mut Context) -> Number {
    match a.negative {
        true => minus(a, context),
        false => plus(a, context),
    }
}

/// What `compare` answers: −1, 0 or 1; NaN for what cannot be compared.
pub fn compare(a: &Number, b: &Number, context: &mut Context) -> Number {
    match nan_of(&[a, b], context) {
        Some(nan) => nan,
        None => order(number::compare(a, b)),
    }
}

/// As `compare`; any NaN is invalid.
pub fn compare_signal(a: &Number, b: &Number, context: &mut Context) -> Number {
    let made = compare(a, b, context);
    if made.is_nan() {
        context.signal(flag::INVALID_OPERATION);
    }
    made
}

/// An order as a number.
pub fn order(order: Ordering) -> Number {
    Number::integer(order as i64)
}

/// The larger or smaller of two numbers, by value or by magnitude.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Extreme {
    pub largest: bool,
    pub by_magnitude: bool,
}

pub fn extreme(a: &Number, b: &Number, which: Extreme, context: &mut Context) -> Number {
    let quiet = |x: &Number, y: &Number| x.is_nan() && !x.is_signaling() && !y.is_nan();
    if quiet(a, b) {
        return finish(b.clone(), context);
    }
    if quiet(b, a) {
        return finish(a.clone(), context);
    }
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    let order = if which.by_magnitude {
        compare_magnitudes(a, b)
    } else {
        number::compare(a, b)
    };
    let order = order.then_with(|| number::compare_total(a, b));
    let chosen = if order.is_lt() == which.largest { b } else { a };
    finish(chosen.clone(), context)
}
