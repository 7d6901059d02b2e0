//! Floats: text in both directions, rounding, exact ratios, and the operators whose corner cases Python defines itself.
//!
//! Digits come from the standard library (exact, half-even) or zmij (shortest); this file only lays them out as CPython does.

use crate::base::big::{Big, compose_f64};

/// More decimals than any float has: further ones are zeros, which are appended by hand.
const EXACT_DIGITS_MAX: usize = 1100;

/// What `x ** y` comes to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Power {
    Value(f64),
    /// CPython: ZeroDivisionError "zero to a negative power".
    ZeroToNegative,
    /// A negative base with a fractional exponent: the answer is complex.
    Complex,
    /// CPython: OverflowError (34, 'Numerical result out of range').
    Overflow,
}

/// Why `float.fromhex` refuses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HexError {
    /// CPython: ValueError "invalid hexadecimal floating-point string".
    Invalid,
    /// CPython: OverflowError "hexadecimal value too large to represent as a float".
    TooLarge,
}

/// Variations of the text forms.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Shape {
    /// `#`: keep the point, and with `g` the trailing zeros.
    pub alternate: bool,
    /// End in ".0" when it would look like an int otherwise.
    pub dot_zero: bool,
}

/// Significant decimal digits `0.DDD × 10^point`, without sign.
struct Decimal {
    digits: String,
    point: i64,
}

/// `repr(x)`.
pub fn repr(x: f64) -> String {
    if !x.is_finite() {
        return non_finite(x).to_string();
    }
    if x == x.trunc() && x.abs() < 1e15 {
        if x == 0.0 {
            return if x.is_sign_negative() { "-0.0" } else { "0.0" }.to_string();
        }
        return format!("{}.0", x as i64);
    }
    format_shortest(
        x,
        Shape {
            alternate: false,
            dot_zero: true,
        },
    )
}

/// `repr(complex(real, imaginary))`.
pub fn repr_complex(real: f64, imaginary: f64) -> String {
    let plain = Shape::default();
    let tail = format_shortest(imaginary, plain);
    if real == 0.0 && real.is_sign_positive() {
        return format!("{tail}j");
    }
    let sign = if tail.starts_with('-') { "" } else { "+" };
    format!("({}{sign}{tail}j)", format_shortest(real, plain))
}

/// The shortest digits that read back as `x`; with `dot_zero` this is `repr`.
pub fn format_shortest(x: f64, shape: Shape) -> String {
    if !x.is_finite() {
        return non_finite(x).to_string();
    }
    let mut buffer = zmij::Buffer::new();
    let decimal = decimal_of(buffer.format_finite(x.abs()));
    let kept = decimal.digits.trim_end_matches('0').len().max(1);
    lay_out(x, &decimal, kept, decimal.point <= -4 || decimal.point > 16, shape)
}

/// `'%.{precision}f' % x`.
pub fn format_fixed(x: f64, precision: usize, shape: Shape) -> String {
    if !x.is_finite() {
        return non_finite(x).to_string();
    }
    let mut digits = [0; 32];
    if let Some(start) = fixed_digits(x, precision, &mut digits) {
        let mut text = String::with_capacity(36 - start);
        if x.is_sign_negative() {
            text.push('-');
        }
        text.push_str(std::str::from_utf8(&digits[start..]).unwrap_or_default());
        if precision == 0 && shape.alternate {
            text.push('.');
        }
        return text;
    }
    let shown = precision.min(EXACT_DIGITS_MAX);
    let mut text = format!("{x:.shown$}");
    text.extend(std::iter::repeat_n('0', precision - shown));
    if precision == 0 && shape.alternate {
        text.push('.');
    }
    text
}

/// Largest power of ten that is exact as a float; times a mantissa it fits 128 bits.
const POWER_MAX: usize = 22;

/// `|x| * 10^places` of a finite `x`, rounded half to even; nothing where that does not fit 64 bits.
fn scaled(x: f64, places: usize) -> Option<u64> {
    if places > POWER_MAX {
        return None;
    }
    let (mantissa, exponent) = split_bits(x);
    let product = u128::from(mantissa) * 10u128.pow(places as u32);
    if exponent >= 0 {
        let room = product.leading_zeros() as i32;
        return if exponent < room {
            u64::try_from(product << exponent).ok()
        } else {
            None
        };
    }
    let shift = exponent.unsigned_abs();
    if shift > 127 {
        // The product has at most 126 bits: this is less than a half.
        return Some(0);
    }
    let (whole, rest, half) = (product >> shift, product & ((1 << shift) - 1), 1 << (shift - 1));
    let up = rest > half || rest == half && whole & 1 == 1;
    u64::try_from(whole + u128::from(up)).ok()
}

/// Writes `'%.{places}f' % |x|` at the end of `buffer`; answers where it begins. `None` where that does not fit.
pub fn fixed_digits(x: f64, places: usize, buffer: &mut [u8; 32]) -> Option<usize> {
    if !x.is_finite() {
        return None;
    }
    let mut rest = scaled(x, places)?;
    let mut at = buffer.len();
    for _ in 0..places {
        at -= 1;
        buffer[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    if places > 0 {
        at -= 1;
        buffer[at] = b'.';
    }
    loop {
        at -= 1;
        buffer[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            return Some(at);
        }
    }
}

/// `'%.{precision}e' % x`.
pub fn format_exp(x: f64, precision: usize, shape: Shape) -> String {
    if !x.is_finite() {
        return non_finite(x).to_string();
    }
    let decimal = rounded_digits(x, precision.saturating_add(1));
    lay_out(x, &decimal, precision + 1, true, shape)
}

/// `'%.{precision}g' % x`. With `dot_zero` this is the presentation without a type and with a precision.
pub fn format_general(x: f64, precision: usize, shape: Shape) -> String {
    if !x.is_finite() {
        return non_finite(x).to_string();
    }
    let precision = precision.max(1);
    let decimal = rounded_digits(x, precision);
    let limit = precision as i64 - i64::from(shape.dot_zero);
    let exponential = decimal.point <= -4 || decimal.point > limit;
    let kept = if shape.alternate {
        precision
    } else {
        decimal.digits.trim_end_matches('0').len().max(1)
    };
    lay_out(x, &decimal, kept, exponential, shape)
}

/// `'%.{precision}%'` of a format specification.
pub fn format_percent(x: f64, precision: usize, shape: Shape) -> String {
    let mut text = format_fixed(x * 100.0, precision, shape);
    text.push('%');
    text
}

fn non_finite(x: f64) -> &'static str {
    if x.is_nan() {
        "nan"
    } else if x > 0.0 {
        "inf"
    } else {
        "-inf"
    }
}

/// `count` correctly rounded significant digits of `|x|`, fewer when the rest are zeros beyond any float's digits.
fn rounded_digits(x: f64, count: usize) -> Decimal {
    let shown = count.min(EXACT_DIGITS_MAX) - 1;
    decimal_of(&format!("{:.shown$e}", x.abs()))
}

/// Reads `d.ddd`, `d.ddde5` or `ddd.d` back into digits; zero has one digit and its point after it.
fn decimal_of(text: &str) -> Decimal {
    let (mantissa, exponent) = match text.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().unwrap_or(0)),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = if fraction == "0" && exponent == 0 { "" } else { fraction };
    let mut digits = format!("{whole}{fraction}");
    let zeros = digits.len() - digits.trim_start_matches('0').len();
    if zeros == digits.len() {
        return Decimal { digits, point: 1 };
    }
    digits.drain(..zeros);
    Decimal {
        digits,
        point: whole.len() as i64 - zeros as i64 + exponent,
    }
}

/// Puts `kept` of the digits (padded by zeros) into positional or exponential form, with the sign of `x`.
fn lay_out(x: f64, decimal: &Decimal, kept: usize, exponential: bool, shape: Shape) -> String {
    let mut text = String::with_capacity(kept + 8);
    if x.is_sign_negative() {
        text.push('-');
    }
    let shown = &decimal.digits[..kept.min(decimal.digits.len())];
    let padding = kept - shown.len();
    let point = if exponential { 1 } else { decimal.point };
    if point <= 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
        text.push_str(shown);
        text.extend(std::iter::repeat_n('0', padding));
    } else {
        let point = point as usize;
        let whole = &shown[..point.min(shown.len())];
        let fraction = &shown[whole.len()..];
        text.push_str(whole);
        text.extend(std::iter::repeat_n('0', point - whole.len()));
        let zeros = kept.saturating_sub(point.max(shown.len()));
        if !fraction.is_empty() || zeros > 0 {
            text.push('.');
            text.push_str(fraction);
            text.extend(std::iter::repeat_n('0', zeros));
        } else if shape.dot_zero && !exponential {
            text.push_str(".0");
        } else if shape.alternate {
            text.push('.');
        }
    }
    if exponential {
        let exponent = decimal.point - 1;
        text.push_str(&format!(
            "e{}{:02}",
            if exponent < 0 { '-' } else { '+' },
            exponent.unsigned_abs()
        ));
    }
    text
}

/// Reads what `float(text)` reads, once surrounding space is gone and digits are ASCII.
pub fn parse(text: &str) -> Option<f64> {
    let bytes = text.as_bytes();
    let unsigned = match bytes.first()? {
        b'+' | b'-' => &bytes[1..],
        _ => bytes,
    };
    if unsigned.first()?.is_ascii_alphabetic() {
        let magnitude = parse_word(unsigned)?;
        return Some(if bytes[0] == b'-' { -magnitude } else { magnitude });
    }
    if bytes.contains(&b'_') {
        for (at, _) in bytes.iter().enumerate().filter(|(_, c)| **c == b'_') {
            let digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
            if at == 0 || !digit(at - 1) || !digit(at + 1) {
                return None;
            }
        }
        return parse(&text.replace('_', ""));
    }
    if !unsigned
        .iter()
        .all(|c| matches!(c, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'))
    {
        return None;
    }
    text.parse().ok()
}

/// "inf", "infinity" or "nan" in any case.
fn parse_word(word: &[u8]) -> Option<f64> {
    if word.eq_ignore_ascii_case(b"inf") || word.eq_ignore_ascii_case(b"infinity") {
        return Some(f64::INFINITY);
    }
    word.eq_ignore_ascii_case(b"nan").then_some(f64::NAN)
}

/// `round(x, digits)`; nothing on overflow (CPython: OverflowError "rounded value too large to represent").
pub fn round(x: f64, digits: i64) -> Option<f64> {
    if !x.is_finite() || x == 0.0 || digits > 323 {
        return Some(x);
    }
    if digits < -308 {
        return Some(0.0 * x);
    }
    if let Ok(places) = usize::try_from(digits)
        && let Some(scaled) = scaled(x, places)
        && scaled < 1 << 53
    {
        // Both are exact as floats, so that the quotient is rounded once.
        return Some((scaled as f64 / 10f64.powi(places as i32)).copysign(x));
    }
    let rounded: f64 = if digits >= 0 {
        format!("{x:.*}", digits as usize).parse().ok()?
    } else {
        round_whole(x, digits.unsigned_abs() as usize)?
    };
    rounded.is_finite().then_some(rounded)
}

/// Rounds to a multiple of `10^places`, ties to even, on the exact decimal digits of the whole part.
fn round_whole(x: f64, places: usize) -> Option<f64> {
    let whole = x.abs().trunc();
    let digits = format!("{whole:.0}");
    if digits.len() < places {
        return Some(0.0 * x);
    }
    let (head, tail) = digits.split_at(digits.len() - places);
    let half = format!("5{}", "0".repeat(places - 1));
    let beyond = x.abs() != whole;
    let odd = head.bytes().last().is_some_and(|c| c & 1 == 1);
    let up = tail > half.as_str() || (tail == half && (beyond || odd));
    let head = Big::parse(10, head.as_bytes())
        .unwrap_or_else(Big::zero)
        .add_i64(i64::from(up));
    let magnitude: f64 = format!("{}{}", head.to_string_radix(10), "0".repeat(places))
        .parse()
        .ok()?;
    Some(magnitude.copysign(x))
}

/// The mantissa and exponent with `|x| = mantissa * 2**exponent`, for finite `x`.
fn split_bits(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let field = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if field == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, field - 1075)
    }
}

/// `x.as_integer_ratio()`; nothing for infinities and NaN.
pub fn as_integer_ratio(x: f64) -> Option<(Big, Big)> {
    if !x.is_finite() {
        return None;
    }
    let (mantissa, exponent) = split_bits(x);
    if mantissa == 0 {
        return Some((Big::zero(), Big::one()));
    }
    let zeros = mantissa.trailing_zeros();
    let exponent = exponent + zeros as i32;
    let odd = Big::from_i64((mantissa >> zeros) as i64);
    let odd = if x < 0.0 { odd.neg() } else { odd };
    if exponent >= 0 {
        return Some((odd.shl(exponent as u64), Big::one()));
    }
    Some((odd, Big::one().shl(u64::from(exponent.unsigned_abs()))))
}

/// `x.hex()`.
pub fn hex(x: f64) -> String {
    if !x.is_finite() {
        return non_finite(x).to_string();
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let field = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = if field == 0 { (0, -1022) } else { (1, field - 1023) };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

/// `float.fromhex(text)`.
pub fn from_hex(text: &str) -> Result<f64, HexError> {
    let text = text.trim_matches(|c: char| matches!(c, ' ' | '\t'..='\r'));
    let (negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let magnitude = match parse_word(rest.as_bytes()) {
        Some(word) => word,
        None => hex_magnitude(rest)?,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn hex_magnitude(text: &str) -> Result<f64, HexError> {
    let text = text
        .strip_prefix("0x")
        .or_else(|| text.strip_prefix("0X"))
        .unwrap_or(text);
    let (mantissa, exponent) = match text.find(['p', 'P']) {
        Some(at) => (&text[..at], hex_exponent(&text[at + 1..])?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.len() + fraction.len() == 0 || !whole.bytes().chain(fraction.bytes()).all(|c| c.is_ascii_hexdigit()) {
        return Err(HexError::Invalid);
    }
    // The first sixteen significant digits; of those after them only whether any is not zero.
    let (mut top, mut sticky, mut taken, mut dropped) = (0u64, false, 0, 0i64);
    for c in whole.bytes().chain(fraction.bytes()) {
        let digit = u64::from((c as char).to_digit(16).unwrap_or(0));
        if taken == 16 {
            sticky |= digit != 0;
            dropped += 1;
        } else if taken > 0 || digit != 0 {
            top = top << 4 | digit;
            taken += 1;
        }
    }
    if top == 0 {
        return Ok(0.0);
    }
    let shift = top.leading_zeros();
    let scale = 4 * (dropped - fraction.len() as i64) - i64::from(shift);
    compose_f64(top << shift, sticky, exponent.saturating_add(scale)).ok_or(HexError::TooLarge)
}

fn hex_exponent(text: &str) -> Result<i64, HexError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|c| c.is_ascii_digit()) {
        return Err(HexError::Invalid);
    }
    let bound = i64::MAX / 4;
    let size = digits.parse::<i64>().unwrap_or(bound).min(bound);
    Ok(if text.starts_with('-') { -size } else { size })
}

/// `divmod(x, y)` of floats; nothing for a zero divisor.
pub fn div_mod_floor(x: f64, y: f64) -> Option<(f64, f64)> {
    if y == 0.0 {
        return None;
    }
    let mut remainder = x % y;
    let mut quotient = (x - remainder) / y;
    if remainder != 0.0 {
        if (y < 0.0) != (remainder < 0.0) {
            remainder += y;
            quotient -= 1.0;
        }
    } else {
        remainder = 0f64.copysign(y);
    }
    let whole = if quotient != 0.0 {
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        0f64.copysign(x / y)
    };
    Some((whole, remainder))
}

/// `x // y`; nothing for a zero divisor.
pub fn floor_div(x: f64, y: f64) -> Option<f64> {
    Some(div_mod_floor(x, y)?.0)
}

/// `x % y`; nothing for a zero divisor.
#[inline]
pub fn floor_mod(x: f64, y: f64) -> Option<f64> {
    if y == 0.0 {
        return None;
    }
    let remainder = x % y;
    if remainder == 0.0 {
        return Some(0f64.copysign(y));
    }
    Some(if (y < 0.0) != (remainder < 0.0) {
        remainder + y
    } else {
        remainder
    })
}

/// `x ** y`.
pub fn pow(x: f64, y: f64) -> Power {
    if x > 0.0 && x.is_finite() && y.is_finite() {
        let power = x.powf(y);
        return if power.is_infinite() {
            Power::Overflow
        } else {
            Power::Value(power)
        };
    }
    if y == 0.0 || x == 1.0 {
        return Power::Value(1.0);
    }
    if x.is_nan() || y.is_nan() {
        return Power::Value(f64::NAN);
    }
    let odd = (y % 2.0).abs() == 1.0;
    if y.is_infinite() {
        let size = x.abs();
        let value = if size == 1.0 {
            1.0
        } else if (y > 0.0) == (size > 1.0) {
            f64::INFINITY
        } else {
            0.0
        };
        return Power::Value(value);
    }
    if x.is_infinite() {
        let size = if y > 0.0 { f64::INFINITY } else { 0.0 };
        return Power::Value(if odd { size.copysign(x) } else { size });
    }
    if x == 0.0 {
        if y < 0.0 {
            return Power::ZeroToNegative;
        }
        return Power::Value(if odd { x } else { 0.0 });
    }
    if x < 0.0 && y != y.floor() {
        return Power::Complex;
    }
    let size = x.abs().powf(y);
    if size.is_infinite() {
        return Power::Overflow;
    }
    Power::Value(if x < 0.0 && odd { -size } else { size })
}
