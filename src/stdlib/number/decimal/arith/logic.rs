//! Digits as bits: logical operations, shifts, rotations.

use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, flag};
use crate::stdlib::number::decimal::arith::limbs::NoMemory;
use crate::stdlib::number::decimal::arith::number::{Number, invalid, nan_of, remembered};

/// The digits of an operand, most significant first; nothing if they are not all zero or one.
fn bits(a: &Number) -> Option<Vec<u8>> {
    if !a.is_finite() || a.negative || a.exponent != 0 {
        return None;
    }
    let mut digits = Vec::new();
    a.coefficient.push_text(&mut digits);
    digits
        .iter()
        .all(|digit| matches!(digit, b'0' | b'1'))
        .then_some(digits)
}

/// Combines the digits of two operands. NaN are invalid operands like others.
pub fn combine(a: &Number, b: &Number, work: fn(u8, u8) -> u8, context: &mut Context) -> Number {
    let (Some(a), Some(b)) = (bits(a), bits(b)) else {
        return invalid(context, flag::INVALID_OPERATION);
    };
    let width = a.len().max(b.len());
    let at = |digits: &[u8], i: usize| (i + digits.len()).checked_sub(width).map_or(0, |i| digits[i] - b'0');
    let digits: Vec<u8> = (0..width).map(|i| work(at(&a, i), at(&b, i)) + b'0').collect();
    let kept = digits.len().min(usize::try_from(context.prec).unwrap_or(usize::MAX));
    let coefficient = Coefficient::from_text(&digits[digits.len() - kept..]);
    Number::finite(false, coefficient, 0)
}

/// Turns the digits around, as many as the precision has.
pub fn invert(a: &Number, context: &mut Context) -> Number {
    let Some(digits) = bits(a) else {
        return invalid(context, flag::INVALID_OPERATION);
    };
    // A precision that memory has no room for fails as the largest coefficient would.
    if Coefficient::nines(context.prec as u64).is_err() {
        return invalid(context, flag::NO_MEMORY);
    }
    let width = context.prec as usize;
    let mut all = Vec::new();
    if all.try_reserve_exact(width).is_err() {
        return invalid(context, flag::NO_MEMORY);
    }
    all.resize(width.saturating_sub(digits.len()), b'1');
    let kept = digits.len().min(width);
    all.extend(digits[digits.len() - kept..].iter().map(|&digit| b'0' + b'1' - digit));
    Number::finite(false, Coefficient::from_text(&all), 0)
}

/// By how many places `b` says, at most as many as the precision has.
fn places(b: &Number, context: &Context) -> Option<i64> {
    let places = b.to_i64().filter(|_| b.exponent == 0)?;
    (places.abs() <= context.prec).then_some(places)
}

/// `a` with the coefficient that `work` makes of its own, the places that `b` says and the precision.
fn moved(
    a: &Number,
    b: &Number,
    context: &mut Context,
    work: fn(&Coefficient, i64, i64) -> Result<Coefficient, NoMemory>,
) -> Number {
    if let Some(nan) = nan_of(&[a, b], context) {
        return nan;
    }
    let Some(by) = places(b, context) else {
        return invalid(context, flag::INVALID_OPERATION);
    };
    if a.is_infinite() {
        return a.clone();
    }
    let made = work(&a.coefficient, by, context.prec).map(|coefficient| Number {
        coefficient,
        ..a.clone()
    });
    remembered(context, made)
}

/// Moves the digits by `b` places.
pub fn shift(a: &Number, b: &Number, context: &mut Context) -> Number {
    moved(a, b, context, shifted)
}

fn shifted(coefficient: &Coefficient, by: i64, prec: i64) -> Result<Coefficient, NoMemory> {
    if by < 0 {
        let kept = coefficient.low_digits(prec as u64);
        return Ok(kept.shift_right(by.unsigned_abs()).0);
    }
    // What would leave the precision needs not be moved.
    let kept = coefficient.low_digits((prec - by) as u64);
    kept.shift_left(by as u64)
}

/// Moves the digits around by `b` places.
pub fn rotate(a: &Number, b: &Number, context: &mut Context) -> Number {
    moved(a, b, context, rotated)
}

fn rotated(coefficient: &Coefficient, by: i64, prec: i64) -> Result<Coefficient, NoMemory> {
    let left = if by < 0 { by + prec } else { by };
    let digits = coefficient.low_digits(prec as u64);
    let upper = shifted(&digits, left, prec)?;
    let lower = digits.shift_right((prec - left) as u64).0;
    Ok(upper.add(&lower))
}
