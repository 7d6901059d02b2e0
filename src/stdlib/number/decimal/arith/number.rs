//! Decimal numbers, and how a result is made one of its context.

use std::cmp::Ordering;

use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::context::{Context, Rounding, flag};
use crate::stdlib::number::decimal::arith::limbs::{NoMemory, Rest, WIDE_POWERS};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Finite,
    Infinite,
    Quiet,
    Signaling,
}

/// `(-1)**negative * coefficient * 10**exponent`, an infinity, or no number with a payload.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Number {
    pub coefficient: Coefficient,
    pub exponent: i64,
    pub form: Form,
    pub negative: bool,
}

impl Number {
    pub const ONE: Number = Number::finite(false, Coefficient::ONE, 0);

    #[inline]
    pub const fn finite(negative: bool, coefficient: Coefficient, exponent: i64) -> Number {
        Number {
            coefficient,
            exponent,
            form: Form::Finite,
            negative,
        }
    }
    pub const fn zero(negative: bool, exponent: i64) -> Number {
        Number::finite(negative, Coefficient::ZERO, exponent)
    }
    pub const fn special(negative: bool, form: Form) -> Number {
        Number {
            coefficient: Coefficient::ZERO,
            exponent: 0,
            form,
            negative,
        }
    }
    pub const fn infinity(negative: bool) -> Number {
        Number::special(negative, Form::Infinite)
    }
    pub const NAN: Number = Number::special(false, Form::Quiet);

    pub fn integer(n: i64) -> Number {
        Number::finite(n < 0, Coefficient::Small(u128::from(n.unsigned_abs())), 0)
    }

    #[inline]
    pub fn is_finite(&self) -> bool {
        self.form == Form::Finite
    }
    pub fn is_infinite(&self) -> bool {
        self.form == Form::Infinite
    }
    pub fn is_nan(&self) -> bool {
        matches!(self.form, Form::Quiet | Form::Signaling)
    }
    pub fn is_signaling(&self) -> bool {
        self.form == Form::Signaling
    }
    #[inline]
    pub fn is_zero(&self) -> bool {
        self.is_finite() && self.coefficient.is_zero()
    }
    pub fn digits(&self) -> i64 {
        self.coefficient.digits()
    }
    /// The exponent of the first digit.
    pub fn adjusted(&self) -> i64 {
        self.exponent + self.digits() - 1
    }
    /// Whether this is a whole number.
    pub fn is_whole(&self) -> bool {
        self.is_finite()
            && (self.exponent >= 0 || self.coefficient.is_zero() || self.coefficient.trailing_zeros() >= -self.exponent)
    }
    /// Whether a whole number is odd.
    pub fn is_odd(&self) -> bool {
        match self.exponent {
            0 => self.coefficient.is_odd(),
            1.. => false,
            _ => self.coefficient.shift_right(self.exponent.unsigned_abs()).0.is_odd(),
        }
    }
    pub fn with_sign(mut self, negative: bool) -> Number {
        self.negative = negative;
        self
    }
    pub fn absolute(&self) -> Number {
        self.clone().with_sign(false)
    }
    pub fn negated(&self) -> Number {
        self.clone().with_sign(!self.negative)
    }
    /// Whether this is not subnormal in `context`.
    pub fn is_normal(&self, context: &Context) -> bool {
        self.is_finite() && !self.coefficient.is_zero() && self.adjusted() >= context.emin
    }
    pub fn is_subnormal(&self, context: &Context) -> bool {
        self.is_finite() && !self.coefficient.is_zero() && self.adjusted() < context.emin
    }
    /// A whole number that fits a word.
    pub fn to_i64(&self) -> Option<i64> {
        if !self.is_whole() {
            return None;
        }
        let shift = self.exponent.unsigned_abs();
        let magnitude = if self.coefficient.is_zero() {
            0
        } else if self.exponent >= 0 {
            if shift > 19 {
                return None;
            }
            self.coefficient.shift_left(shift).ok()?.to_u64()?
        } else {
            self.coefficient.shift_right(shift).0.to_u64()?
        };
        let n = i128::from(magnitude);
        i64::try_from(if self.negative { -n } else { n }).ok()
    }
}

/// No number, for a reason.
#[cold]
pub fn invalid(context: &mut Context, reason: u32) -> Number {
    context.signal(reason);
    Number::NAN
}

/// What an operation makes, or no number when there is no memory for that.
#[inline]
pub fn remembered(context: &mut Context, made: Result<Number, NoMemory>) -> Number {
    match made {
        Ok(number) => number,
        Err(NoMemory) => invalid(context, flag::NO_MEMORY),
    }
}

/// What operands that are no numbers make of an operation.
#[inline]
pub fn nan_of(operands: &[&Number], context: &mut Context) -> Option<Number> {
    if operands.iter().all(|number| !number.is_nan()) {
        return None;
    }
    let first = operands
        .iter()
        .find(|number| number.is_signaling())
        .or_else(|| operands.iter().find(|number| number.is_nan()))?;
    if first.is_signaling() {
        context.signal(flag::INVALID_OPERATION);
    }
    let quiet = Number {
        form: Form::Quiet,
        ..(*first).clone()
    };
    Some(fitting_payload(quiet, context))
}

fn fitting_payload(mut nan: Number, context: &Context) -> Number {
    let room = context.prec - i64::from(context.clamp);
    if nan.digits() > room {
        nan.coefficient = nan.coefficient.low_digits(room as u64);
    }
    nan
}

/// A result as its context has it: rounded, within the exponents.
#[inline]
pub fn finish(number: Number, context: &mut Context) -> Number {
    if let Coefficient::Small(n) = number.coefficient
        && number.form == Form::Finite
        && context.prec <= 38
        && n < WIDE_POWERS[context.prec as usize]
        && number.exponent >= context.emin
        && number.exponent <= context.emax - context.prec
        && !context.clamp
    {
        return number;
    }
    let made = finish_slow(number, context);
    remembered(context, made)
}

fn finish_slow(number: Number, context: &mut Context) -> Result<Number, NoMemory> {
    match number.form {
        Form::Finite => {}
        Form::Infinite => return Ok(number),
        _ => return Ok(fitting_payload(number, context)),
    }
    let number = within_exponents(number, context)?;
    let excess = number.digits() - context.prec;
    if !number.is_finite() || excess <= 0 {
        return Ok(number);
    }
    let (coefficient, rest) = number.coefficient.shift_right(excess as u64);
    context.signal(flag::ROUNDED);
    if rest != Rest::Zero {
        context.signal(flag::INEXACT);
    }
    let mut rounded = Number::finite(number.negative, coefficient, number.exponent + excess);
    if round_up(&mut rounded, context.rounding, rest) && rounded.digits() > context.prec {
        rounded.coefficient = rounded.coefficient.shift_right(1).0;
        rounded.exponent += 1;
    }
    // Rounding may have reached the largest exponent.
    if rounded.adjusted() > context.emax {
        return within_exponents(rounded, context);
    }
    Ok(rounded)
}

/// Adds one to the coefficient if the rounding says so.
fn round_up(number: &mut Number, rounding: Rounding, rest: Rest) -> bool {
    let grows = rounding.grows(number.negative, || number.coefficient.last_digit(), rest);
    if grows {
        number.coefficient = number.coefficient.add_one();
    }
    grows
}

/// `coefficient / 10**count`, rounded, and whether that is exact.
pub fn shift_rounded(coefficient: &Coefficient, count: u64, rounding: Rounding, negative: bool) -> (Coefficient, bool) {
    let (kept, rest) = coefficient.shift_right(count);
    let mut number = Number::finite(negative, kept, 0);
    round_up(&mut number, rounding, rest);
    (number.coefficient, rest == Rest::Zero)
}

/// Overflow, clamping and underflow.
fn within_exponents(mut number: Number, context: &mut Context) -> Result<Number, NoMemory> {
    let adjusted = number.adjusted();
    let is_zero = number.coefficient.is_zero();
    if adjusted > context.emax {
        if is_zero {
            context.signal(flag::CLAMPED);
            number.exponent = if context.clamp { context.etop() } else { context.emax };
            return Ok(number);
        }
        return overflow(number.negative, context);
    }
    if context.clamp && number.exponent > context.etop() {
        let shift = number.exponent - context.etop();
        number.coefficient = number.coefficient.shift_left(shift as u64)?;
        number.exponent -= shift;
        context.signal(flag::CLAMPED);
        if !is_zero && adjusted < context.emin {
            context.signal(flag::SUBNORMAL);
        }
        return Ok(number);
    }
    if adjusted >= context.emin {
        return Ok(number);
    }
    let etiny = context.etiny();
    if is_zero {
        if number.exponent < etiny {
            number.exponent = etiny;
            context.signal(flag::CLAMPED);
        }
        return Ok(number);
    }
    context.signal(flag::SUBNORMAL);
    if number.exponent < etiny {
        let (kept, rest) = number.coefficient.shift_right((etiny - number.exponent) as u64);
        number.coefficient = kept;
        number.exponent = etiny;
        round_up(&mut number, context.rounding, rest);
        context.signal(flag::ROUNDED);
        if rest != Rest::Zero {
            context.signal(flag::INEXACT | flag::UNDERFLOW);
            if number.coefficient.is_zero() {
                context.signal(flag::CLAMPED);
            }
        }
    }
    Ok(number)
}

#[cold]
fn overflow(negative: bool, context: &mut Context) -> Result<Number, NoMemory> {
    let largest = match context.rounding {
        Rounding::Down | Rounding::ZeroFiveUp => true,
        Rounding::Ceiling => negative,
        Rounding::Floor => !negative,
        _ => false,
    };
    context.signal(flag::OVERFLOW | flag::INEXACT | flag::ROUNDED);
    if largest {
        return largest_finite(negative, context);
    }
    Ok(Number::infinity(negative))
}

/// The finite number furthest from zero.
pub fn largest_finite(negative: bool, context: &Context) -> Result<Number, NoMemory> {
    let nines = Coefficient::nines(context.prec as u64)?;
    Ok(Number::finite(negative, nines, context.etop()))
}

/// The order of two numbers; infinities are such, NaN are not to be given.
pub fn compare(a: &Number, b: &Number) -> Ordering {
    let sign = |number: &Number| match number.negative {
        _ if number.is_zero() => 0,
        true => -1,
        false => 1,
    };
    match (sign(a), sign(b)) {
        (x, y) if x != y => x.cmp(&y),
        (0, _) => Ordering::Equal,
        (1, _) => compare_magnitudes(a, b),
        _ => compare_magnitudes(b, a),
    }
}

/// The order of two magnitudes.
pub fn compare_magnitudes(a: &Number, b: &Number) -> Ordering {
    match (a.is_infinite(), b.is_infinite()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        _ => {}
    }
    if a.exponent == b.exponent {
        return a.coefficient.compare(&b.coefficient);
    }
    match (a.is_zero(), b.is_zero()) {
        (true, true) => return Ordering::Equal,
        (true, false) => return Ordering::Less,
        (false, true) => return Ordering::Greater,
        _ => {}
    }
    let by_size = a.adjusted().cmp(&b.adjusted());
    if by_size.is_ne() {
        return by_size;
    }
    // Equal sizes: the exponents differ by less than the digits.
    let shift = a.exponent.abs_diff(b.exponent);
    if a.exponent > b.exponent {
        let shifted = a.coefficient.shift_left(shift);
        shifted.map_or(Ordering::Equal, |shifted| shifted.compare(&b.coefficient))
    } else {
        let shifted = b.coefficient.shift_left(shift);
        shifted.map_or(Ordering::Equal, |shifted| a.coefficient.compare(&shifted))
    }
}

/// The total order: all representations differ.
pub fn compare_total(a: &Number, b: &Number) -> Ordering {
    match (a.negative, b.negative) {
        (false, false) => total_magnitudes(a, b),
        (true, true) => total_magnitudes(b, a),
        (negative, _) => {
            if negative {
                Ordering::Less
            } else {
                Ordering::Greater
            }
        }
    }
}

/// The total order of magnitudes.
pub fn total_magnitudes(a: &Number, b: &Number) -> Ordering {
    let class = |number: &Number| match number.form {
        Form::Finite | Form::Infinite => 0,
        Form::Signaling => 1,
        Form::Quiet => 2,
    };
    match (class(a), class(b)) {
        (0, 0) => compare_magnitudes(a, b).then_with(|| a.exponent.cmp(&b.exponent)),
        (1, 1) | (2, 2) => a.coefficient.compare(&b.coefficient),
        (x, y) => x.cmp(&y),
    }
}
