//! The gamma function and its logarithm by Lanczos' approximation, and the error functions.

use std::f64::consts::PI;

use crate::base::special::scale::MathError;

/// Shift of the approximation.
const SHIFT: f64 = 6.024_680_040_776_73;
const SHIFT_LESS_HALF: f64 = SHIFT - 0.5;
const LN_PI: f64 = 1.144_729_885_849_400_174_143_427_351_353_058_711_647;

/// Coefficients of the rational function for `SHIFT`, constant term first: (numerator, denominator).
#[allow(clippy::excessive_precision)]
const LANCZOS: [(f64, f64); 13] = [
    (23_531_376_880.410_759_688_572_007_674_451_636_754_734_846_804_940, 0.0),
    (
        42_919_803_642.649_098_768_957_899_047_001_988_850_926_355_848_959,
        39_916_800.0,
    ),
    (
        35_711_959_237.355_668_049_440_185_451_547_166_705_960_488_635_843,
        120_543_840.0,
    ),
    (
        17_921_034_426.037_209_699_919_755_754_458_931_112_671_403_265_390,
        150_917_976.0,
    ),
    (
        6_039_542_586.352_028_005_064_291_644_307_297_921_069_938_842_070_8,
        105_258_076.0,
    ),
    (
        1_439_720_407.311_721_673_663_223_072_794_912_393_971_548_578_637_2,
        45_995_730.0,
    ),
    (
        248_874_557.862_054_156_511_460_386_413_229_423_216_321_251_278_01,
        13_339_535.0,
    ),
    (
        31_426_415.585_400_194_380_614_231_628_318_205_362_874_684_987_640,
        2_637_558.0,
    ),
    (
        2_876_370.628_935_372_441_225_409_051_620_849_613_599_114_537_876_8,
        357_423.0,
    ),
    (
        186_056.265_395_223_495_040_294_989_716_045_699_282_207_842_363_28,
        32_670.0,
    ),
    (
        8_071.672_002_365_816_210_638_002_902_272_250_613_821_851_632_502_4,
        1_925.0,
    ),
    (210.824_277_751_579_345_872_509_733_920_713_362_711_669_695_802_91, 66.0),
    (2.506_628_274_631_000_270_164_908_177_133_837_338_626_431_079_340_8, 1.0),
];

/// Numerator over denominator, evaluated in the direction that cannot overflow.
fn lanczos(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for &(numerator, denominator) in LANCZOS.iter().rev() {
            above = above * x + numerator;
            below = below * x + denominator;
        }
    } else {
        for &(numerator, denominator) in &LANCZOS {
            above = above / x + numerator;
            below = below / x + denominator;
        }
    }
    above / below
}

/// sin(πx), exact at multiples of a half.
fn sin_pi(x: f64) -> f64 {
    let turn = x.abs() % 2.0;
    let value = match (2.0 * turn).round() as i32 {
        0 => (PI * turn).sin(),
        1 => (PI * (turn - 0.5)).cos(),
        2 => (PI * (1.0 - turn)).sin(),
        3 => -(PI * (turn - 1.5)).cos(),
        _ => (PI * (turn - 2.0)).sin(),
    };
    1f64.copysign(x) * value
}

/// `math.gamma`.
pub fn gamma(x: f64) -> Result<f64, MathError> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == f64::NEG_INFINITY || x == 0.0 {
        return Err(MathError::Domain);
    }
    if x == x.floor() {
        if x < 0.0 {
            return Err(MathError::Domain);
        }
        if x <= 23.0 {
            return Ok((2..x as u64).map(|factor| factor as f64).product());
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return in_range(1.0 / x);
    }
    if size > 200.0 {
        return if x < 0.0 {
            Ok(0.0 / sin_pi(x))
        } else {
            Err(MathError::Range)
        };
    }
    in_range(gamma_by_lanczos(x, size))
}

fn gamma_by_lanczos(x: f64, size: f64) -> f64 {
    let base = size + SHIFT_LESS_HALF;
    // What rounding took from `base`, to first order in the result.
    let lost = if size > SHIFT_LESS_HALF {
        (base - size) - SHIFT_LESS_HALF
    } else {
        (base - SHIFT_LESS_HALF) - size
    };
    let correction = lost * SHIFT / base;
    // Above 140 the power would overflow where the result does not: it is applied in two halves.
    let (power, times) = if size < 140.0 {
        (base.powf(size - 0.5), 1)
    } else {
        (base.powf(size / 2.0 - 0.25), 2)
    };
    if x < 0.0 {
        let mut value = -PI / sin_pi(size) / size * base.exp() / lanczos(size);
        value -= correction * value;
        return (0..times).fold(value, |value, _| value / power);
    }
    let mut value = lanczos(size) / base.exp();
    value += correction * value;
    (0..times).fold(value, |value, _| value * power)
}

fn in_range(x: f64) -> Result<f64, MathError> {
    if x.is_infinite() { Err(MathError::Range) } else { Ok(x) }
}

/// `math.lgamma`.
pub fn ln_gamma(x: f64) -> Result<f64, MathError> {
    if x.is_nan() {
        return Ok(x);
    }
    if x.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { Err(MathError::Domain) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let mut value = lanczos(size).ln() - SHIFT;
    value += (size - 0.5) * ((size + SHIFT - 0.5).ln() - 1.0);
    if x < 0.0 {
        value = LN_PI - sin_pi(size).abs().ln() - size.ln() - value;
    }
    in_range(value)
}

/// `math.erf`.
pub fn erf(x: f64) -> f64 {
    libm::erf(x)
}

/// `math.erfc`.
pub fn erfc(x: f64) -> f64 {
    libm::erfc(x)
}
