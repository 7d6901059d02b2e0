//! Exponents: quantize, rounding to whole numbers, scaling, neighbours.

use crate::stdlib::number::decimal::arith::basic;
use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, Rounding, flag};
use crate::stdlib::number::decimal::arith::limbs::NoMemory;
use crate::stdlib::number::decimal::arith::number::{
    Number, compare, finish, invalid, largest_finite, nan_of, remembered, shift_rounded,
};

/// `a` with the exponent of `b`.
pub fn quantize(a: &Number, b: &Number, context: &mut Context) -> Number {
    if !a.is_finite() || !b.is_finite() {
        if let Some(nan) = nan_of(&[a, b], context) {
            return nan;
        }
        if a.is_infinite() && b.is_infinite() {
            return a.clone();
        }
        return invalid(context, flag::INVALID_OPERATION);
    }
    if b.exponent > context.emax || b.exponent < context.etiny() {
        return invalid(context, flag::INVALID_OPERATION);
    }
    if a.is_zero() {
        return finish(Number::zero(a.negative, b.exponent), context);
    }
    let difference = a.exponent - b.exponent;
    if a.digits() + difference > context.prec {
        return invalid(context, flag::INVALID_OPERATION);
    }
    let coefficient = if difference >= 0 {
        match a.coefficient.shift_left(difference as u64) {
            Ok(shifted) => shifted,
            Err(NoMemory) => return invalid(context, flag::NO_MEMORY),
        }
    } else {
        let shift = difference.unsigned_abs();
        let (kept, exact) = shift_rounded(&a.coefficient, shift, context.rounding, a.negative);
        if kept.digits() > context.prec {
            return invalid(context, flag::INVALID_OPERATION);
        }
        context.signal(flag::ROUNDED | if exact { 0 } else { flag::INEXACT });
        kept
    };
    let made = Number::finite(a.negative, coefficient, b.exponent);
    if made.adjusted() > context.emax {
        context.status &= !(flag::ROUNDED | flag::INEXACT);
        return invalid(context, flag::INVALID_OPERATION);
    }
    finish(made, context)
}

/// As `quantize` in a context without bounds, for exponents of one's own.
pub fn rescale(a: &Number, exponent: i64, rounding: Rounding) -> Result<Number, NoMemory> {
    if !a.is_finite() {
        return Ok(a.clone());
    }
    if a.is_zero() {
        return Ok(Number::zero(a.negative, exponent));
    }
    let difference = a.exponent - exponent;
    let coefficient = if difference >= 0 {
        a.coefficient.shift_left(difference as u64)?
    } else {
        shift_rounded(&a.coefficient, difference.unsigned_abs(), rounding, a.negative).0
    };
    Ok(Number::finite(a.negative, coefficient, exponent))
}

/// The nearest whole number, with flags if `exact` asks for them.
pub fn to_whole(a: &Number, exact: bool, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    if a.is_infinite() || a.exponent >= 0 {
        return a.clone();
    }
    if a.is_zero() {
        return Number::zero(a.negative, 0);
    }
    let (kept, is_exact) = shift_rounded(&a.coefficient, a.exponent.unsigned_abs(), context.rounding, a.negative);
    if exact {
        context.signal(flag::ROUNDED | if is_exact { 0 } else { flag::INEXACT });
    }
    Number::finite(a.negative, kept, 0)
}

/// The integer part of a finite number, by `rounding`.
pub fn whole_part(a: &Number, rounding: Rounding) -> Number {
    let mut context = Context {
        rounding,
        ..Context::MAX
    };
    to_whole(a, false, &mut context)
}

/// Without zeros at the end.
pub fn normalize(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    let mut number = finish(a.clone(), context);
    if !number.is_finite() {
        return number;
    }
    if number.is_zero() {
        return Number::zero(number.negative, 0);
    }
    let largest = if context.clamp { context.etop() } else { context.emax };
    let shift = number.coefficient.trailing_zeros().min(largest - number.exponent);
    if shift > 0 {
        number.coefficient = number.coefficient.shift_right(shift as u64).0;
        number.exponent += shift;
    }
    number
}

/// The exponent of the first digit, as a number.
pub fn logb(a: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    if a.is_infinite() {
        return Number::infinity(false);
    }
    if a.is_zero() {
        context.signal(flag::DIVISION_BY_ZERO);
        return Number::infinity(true);
    }
    finish(Number::integer(a.adjusted()), context)
}

/// `a * 10**b` by a whole `b`.
pub fn scaleb(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    let far = 2 * (context.emax + context.prec);
    let by = match b.to_i64() {
        Some(by) if b.exponent == 0 && by.abs() <= far => by,
        _ => return invalid(context, flag::INVALID_OPERATION),
    };
    if a.is_infinite() {
        return a.clone();
    }
    finish(
        Number {
            exponent: a.exponent + by,
            ..a.clone()
        },
        context,
    )
}

/// The largest number below `a`.
pub fn next_minus(a: &Number, context: &mut Context) -> Number {
    next(a, true, context)
}

/// The smallest number above `a`.
pub fn next_plus(a: &Number, context: &mut Context) -> Number {
    next(a, false, context)
}

fn next(a: &Number, down: bool, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a], context) {
        return nan;
    }
    if a.is_infinite() {
        if a.negative == down {
            return a.clone();
        }
        let largest = largest_finite(a.negative, context);
        return remembered(context, largest);
    }
    let mut work = context.fresh();
    work.rounding = if down { Rounding::Floor } else { Rounding::Ceiling };
    let rounded = finish(a.clone(), &mut work);
    if work.status & (flag::INEXACT | flag::ERRORS) != 0 {
        context.signal(work.status & flag::ERRORS);
        return rounded;
    }
    work.status = 0;
    let tiny = Number::finite(down, Coefficient::ONE, context.etiny() - 1);
    let made = basic::add(a, &tiny, &mut work);
    context.signal(work.status & flag::ERRORS);
    made
}

/// The neighbour of `a` on the side of `b`.
pub fn next_toward(a: &Number, b: &Number, context: &mut Context) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    let order = compare(a, b);
    if order.is_eq() {
        return a.clone().with_sign(b.negative);
    }
    let made = next(a, order.is_gt(), context);
    if made.is_infinite() {
        context.signal(flag::OVERFLOW | flag::ROUNDED | flag::INEXACT);
    } else if made.adjusted() < context.emin {
        context.signal(flag::UNDERFLOW | flag::SUBNORMAL | flag::ROUNDED | flag::INEXACT);
        if made.is_zero() {
            context.signal(flag::CLAMPED);
        }
    }
    made
}

/// What kind of number this is, in the standard's words.
pub fn class_name(a: &Number, context: &Context) -> &'static str {
    if a.is_nan() {
        return if a.is_signaling() { "sNaN" } else { "NaN" };
    }
    let (minus, plus) = if a.is_infinite() {
        ("-Infinity", "+Infinity")
    } else if a.is_zero() {
        ("-Zero", "+Zero")
    } else if a.is_normal(context) {
        ("-Normal", "+Normal")
    } else {
        ("-Subnormal", "+Subnormal")
    };
    if a.negative { minus } else { plus }
}
