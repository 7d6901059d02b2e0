//! What arithmetic happens in: precision, exponents, rounding; and what happened, as flags.

use crate::stdlib::number::decimal::arith::limbs::Rest;

/// Largest precision and exponent.
pub const PREC_MAX: i64 = 999_999_999_999_999_999;
pub const EMAX_MAX: i64 = 999_999_999_999_999_999;
pub const EMIN_MIN: i64 = -999_999_999_999_999_999;
pub const ETINY_MIN: i64 = EMIN_MIN - (PREC_MAX - 1);

/// What may happen. Several conditions make one signal, InvalidOperation.
pub mod flag {
    pub const CLAMPED: u32 = 1;
    pub const CONVERSION_SYNTAX: u32 = 1 << 1;
    pub const DIVISION_BY_ZERO: u32 = 1 << 2;
    pub const DIVISION_IMPOSSIBLE: u32 = 1 << 3;
    pub const DIVISION_UNDEFINED: u32 = 1 << 4;
    pub const INEXACT: u32 = 1 << 6;
    pub const INVALID_CONTEXT: u32 = 1 << 7;
    pub const INVALID_OPERATION: u32 = 1 << 8;
    /// No condition of the standard: there is no memory for the result.
    pub const NO_MEMORY: u32 = 1 << 9;
    pub const FLOAT_OPERATION: u32 = 1 << 10;
    pub const OVERFLOW: u32 = 1 << 11;
    pub const ROUNDED: u32 = 1 << 12;
    pub const SUBNORMAL: u32 = 1 << 13;
    pub const UNDERFLOW: u32 = 1 << 14;
    /// The signal InvalidOperation.
    pub const INVALID: u32 =
        CONVERSION_SYNTAX | DIVISION_IMPOSSIBLE | DIVISION_UNDEFINED | INVALID_CONTEXT | INVALID_OPERATION | NO_MEMORY;
    /// What makes a result meaningless.
    pub const ERRORS: u32 = INVALID | DIVISION_BY_ZERO;
}

/// Where numbers between two representable ones go. In the order of CPython's table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    Up,
    Down,
    Ceiling,
    Floor,
    HalfUp,
    HalfDown,
    HalfEven,
    ZeroFiveUp,
}

pub const ROUNDINGS: [(Rounding, &str); 8] = [
    (Rounding::Up, "ROUND_UP"),
    (Rounding::Down, "ROUND_DOWN"),
    (Rounding::Ceiling, "ROUND_CEILING"),
    (Rounding::Floor, "ROUND_FLOOR"),
    (Rounding::HalfUp, "ROUND_HALF_UP"),
    (Rounding::HalfDown, "ROUND_HALF_DOWN"),
    (Rounding::HalfEven, "ROUND_HALF_EVEN"),
    (Rounding::ZeroFiveUp, "ROUND_05UP"),
];

impl Rounding {
    /// Whether a magnitude whose last digit is `last` grows by one unit.
    #[inline]
    pub fn grows(self, negative: bool, last: impl FnOnce() -> u64, rest: Rest) -> bool {
        if rest == Rest::Zero {
            return false;
        }
        match self {
            Rounding::Up => true,
            Rounding::Down => false,
            Rounding::Ceiling => !negative,
            Rounding::Floor => negative,
            Rounding::HalfUp => rest != Rest::Below,
            Rounding::HalfDown => rest == Rest::Above,
            Rounding::HalfEven => rest == Rest::Above || rest == Rest::Half && last() & 1 == 1,
            Rounding::ZeroFiveUp => last().is_multiple_of(5),
        }
    }
}

/// The environment of an operation, and in `status` what it met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Context {
    pub prec: i64,
    pub emax: i64,
    pub emin: i64,
    pub rounding: Rounding,
    pub clamp: bool,
    pub status: u32,
}

impl Context {
    /// The largest one: what is exact in no other is exact in this.
    pub const MAX: Context = Context {
        prec: PREC_MAX,
        emax: EMAX_MAX,
        emin: EMIN_MIN,
        rounding: Rounding::HalfEven,
        clamp: false,
        status: 0,
    };

    /// The exponent of the smallest subnormal number.
    pub fn etiny(&self) -> i64 {
        self.emin - (self.prec - 1)
    }

    /// The largest exponent of a number of full precision.
    pub fn etop(&self) -> i64 {
        self.emax - (self.prec - 1)
    }

    /// The same with nothing met yet.
    pub fn fresh(&self) -> Context {
        Context { status: 0, ..*self }
    }

    pub fn signal(&mut self, flags: u32) {
        self.status |= flags;
    }
}
