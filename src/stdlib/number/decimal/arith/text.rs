//! Numbers as text, and text as numbers.

use crate::stdlib::number::decimal::arith::coefficient::Coefficient;
use crate::stdlib::number::decimal::arith::number::{Form, Number};

/// An exponent beyond all that contexts allow.
const EXPONENT_FAR: i128 = 4_000_000_000_000_000_000;

/// The number that ASCII text means, exactly; nothing if it means none.
pub fn parse(text: &[u8]) -> Option<Number> {
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    match text.first()? {
        b'0'..=b'9' | b'.' => parse_finite(negative, text),
        _ => parse_special(negative, text),
    }
}

fn parse_special(negative: bool, text: &[u8]) -> Option<Number> {
    if text.eq_ignore_ascii_case(b"inf") || text.eq_ignore_ascii_case(b"infinity") {
        return Some(Number::infinity(negative));
    }
    let (form, rest) = match text {
        [b's' | b'S', rest @ ..] => (Form::Signaling, rest),
        _ => (Form::Quiet, text),
    };
    let (name, payload) = rest.split_at_checked(3)?;
    if !name.eq_ignore_ascii_case(b"nan") || !payload.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(Number {
        coefficient: Coefficient::from_text(without_zeros(payload)),
        ..Number::special(negative, form)
    })
}

fn without_zeros(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|&&digit| digit == b'0').count();
    &digits[zeros..]
}

fn count_digits(text: &[u8]) -> usize {
    text.iter().take_while(|c| c.is_ascii_digit()).count()
}

fn parse_finite(negative: bool, text: &[u8]) -> Option<Number> {
    let (whole, rest) = text.split_at(count_digits(text));
    let (fraction, rest) = match rest {
        [b'.', rest @ ..] => rest.split_at(count_digits(rest)),
        _ => (&[][..], rest),
    };
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let exponent = match rest {
        [] => 0,
        [b'e' | b'E', rest @ ..] => parse_exponent(rest)?,
        _ => return None,
    };
    let exponent = (exponent - fraction.len() as i128).clamp(-EXPONENT_FAR, EXPONENT_FAR);
    let coefficient = if fraction.is_empty() {
        Coefficient::from_text(without_zeros(whole))
    } else {
        let joined = [whole, fraction].concat();
        Coefficient::from_text(without_zeros(&joined))
    };
    Some(Number::finite(negative, coefficient, exponent as i64))
}

fn parse_exponent(text: &[u8]) -> Option<i128> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let add = |n: i128, &digit: &u8| (n * 10 + i128::from(digit - b'0')).min(EXPONENT_FAR * 1000);
    let exponent = digits.iter().fold(0, add);
    Some(if negative { -exponent } else { exponent })
}

/// How exponents are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// Exponents are multiples of three.
    pub engineering: bool,
    pub capitals: bool,
}

/// As `str` and `to_eng_string` write numbers.
pub fn show(number: &Number, style: Style) -> Vec<u8> {
    let mut out = Vec::with_capacity(48);
    push(number, style, &mut out);
    out
}

pub fn push(number: &Number, style: Style, out: &mut Vec<u8>) {
    if number.negative {
        out.push(b'-');
    }
    match number.form {
        Form::Finite => push_finite(number, style, out),
        Form::Infinite => out.extend_from_slice(b"Infinity"),
        Form::Quiet | Form::Signaling => {
            let name: &[u8] = if number.is_signaling() { b"sNaN" } else { b"NaN" };
            out.extend_from_slice(name);
            if !number.coefficient.is_zero() {
                number.coefficient.push_text(out);
            }
        }
    }
}

fn push_finite(number: &Number, style: Style, out: &mut Vec<u8>) {
    let start = out.len();
    number.coefficient.push_text(out);
    let digits = (out.len() - start) as i64;
    let left = number.exponent + digits;
    // How many digits stand before the point.
    let point = if number.exponent <= 0 && left > -6 {
        left
    } else if !style.engineering {
        1
    } else if number.coefficient.is_zero() {
        (left + 1).rem_euclid(3) - 1
    } else {
        (left - 1).rem_euclid(3) + 1
    };
    place_point(out, start, digits, point);
    if left != point {
        out.push(if style.capitals { b'E' } else { b'e' });
        push_exponent(left - point, out);
    }
}

/// A sign and digits.
pub fn push_exponent(exponent: i64, out: &mut Vec<u8>) {
    out.push(if exponent < 0 { b'-' } else { b'+' });
    let digits = exponent.unsigned_abs().to_string();
    out.extend_from_slice(digits.as_bytes());
}

/// Puts a point behind the first `point` of the digits that begin at `start`, with zeros where there are none.
pub fn place_point(out: &mut Vec<u8>, start: usize, digits: i64, point: i64) {
    if point <= 0 {
        let zeros = 2 + point.unsigned_abs() as usize;
        out.splice(start..start, std::iter::repeat_n(b'0', zeros));
        out[start + 1] = b'.';
    } else if point >= digits {
        out.extend(std::iter::repeat_n(b'0', (point - digits) as usize));
    } else {
        out.insert(start + point as usize, b'.');
    }
}

#[cfg(test)]
mod tests {
    use crate::stdlib::number::decimal::arith::context::{Context, ROUNDINGS, Rounding, flag};
    use crate::stdlib::number::decimal::arith::number::{Number, finish};
    use crate::stdlib::number::decimal::arith::text::{Style, parse, show};
    use crate::stdlib::number::decimal::arith::{basic, power, quantum, transcend};

    fn number(text: &str) -> Number {
        parse(text.as_bytes()).expect("a number")
    }

    fn shown(number: &Number) -> String {
        let style = Style {
            engineering: false,
            capitals: true,
        };
        String::from_utf8(show(number, style)).expect("ASCII")
    }

    fn context(prec: i64, emax: i64) -> Context {
        Context {
            prec,
            emax,
            emin: -emax,
            ..Context::MAX
        }
    }

    #[test]
    fn text_goes_there_and_back() {
        for text in [
            "0",
            "-0E+5",
            "123.4500",
            "1E-7",
            "0.000001",
            "1.23E+40",
            "-Infinity",
            "NaN12",
            "-sNaN",
            "12345678901234567890123456789012345678901234567890.5",
        ] {
            assert_eq!(shown(&number(text)), text);
        }
        assert!(
            ["", ".", "1e", "+-1", "nanx", "infi", "1 "]
                .iter()
                .all(|text| parse(text.as_bytes()).is_none())
        );
    }

    #[test]
    fn all_roundings() {
        let expected = ["1.3", "1.2", "1.3", "1.2", "1.3", "1.2", "1.2", "1.2"];
        for ((rounding, name), expected) in ROUNDINGS.into_iter().zip(expected) {
            let mut context = Context {
                rounding,
                ..context(2, 9)
            };
            assert_eq!(shown(&finish(number("1.25"), &mut context)), expected, "{name}");
            assert_eq!(context.status, flag::INEXACT | flag::ROUNDED);
        }
    }

    #[test]
    fn operations_and_what_they_meet() {
        let mut small = context(5, 9);
        assert_eq!(shown(&basic::divide(&number("1"), &number("3"), &mut small)), "0.33333");
        assert_eq!(
            shown(&basic::divide(&number("2.40"), &number("2"), &mut small.fresh())),
            "1.20"
        );
        assert_eq!(
            shown(&basic::multiply(&number("1E+6"), &number("1E+6"), &mut small)),
            "Infinity"
        );
        assert_eq!(small.status, flag::INEXACT | flag::ROUNDED | flag::OVERFLOW);
        let mut small = small.fresh();
        assert_eq!(
            shown(&basic::add(&number("1E+5"), &number("-1E-30"), &mut small)),
            "1.0000E+5"
        );
        assert_eq!(shown(&power::square_root(&number("2"), &mut small)), "1.4142");
        assert_eq!(shown(&transcend::exp(&number("1"), &mut small)), "2.7183");
        assert_eq!(shown(&transcend::ln(&number("10"), &mut small)), "2.3026");
        assert_eq!(shown(&transcend::log10(&number("1000"), &mut small)), "3");
        assert_eq!(shown(&power::power(&number("2"), &number("0.5"), &mut small)), "1.4142");
        assert_eq!(
            shown(&quantum::quantize(&number("2.345"), &number("0.01"), &mut small)),
            "2.34"
        );
        let mut small = Context {
            rounding: Rounding::Up,
            ..small.fresh()
        };
        assert_eq!(shown(&finish(number("1E-20"), &mut small)), "1E-13");
        let met = flag::SUBNORMAL | flag::UNDERFLOW | flag::INEXACT | flag::ROUNDED;
        assert_eq!(small.status, met);
    }
}
