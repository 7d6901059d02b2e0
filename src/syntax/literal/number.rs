//! From the text of a number token to its value. The lexer has refused whatever is malformed.

use std::borrow::Cow;

use crate::syntax::error::{ErrorKind, Extent, SyntaxError};
use crate::syntax::span::Span;

/// CPython's default of `sys.set_int_max_str_digits`.
pub const DIGITS_MAX: usize = 4300;

#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    Int(i64),
    /// An integer beyond `i64`: its digits without prefix and underscores.
    Big {
        radix: u32,
        digits: String,
    },
    Float(f64),
    Imaginary(f64),
}

/// A decimal integer of more digits than allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    pub digits: usize,
    pub digits_max: usize,
}

impl TooLong {
    pub fn error(self, token: Span) -> SyntaxError {
        let TooLong { digits, digits_max } = self;
        let message = format!(
            "Exceeds the limit ({digits_max} digits) for integer string conversion: value has {digits} digits; use \
             sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to \
             avoid decimal conversion limits."
        );
        SyntaxError::of_kind(ErrorKind::Syntax, message, token, Extent::Line)
    }
}

/// The value of the number token `text`; decimal integers may have `digits_max` digits, or any number if that is 0.
/// # Errors
/// A longer decimal integer.
pub fn parse(text: &str, digits_max: usize) -> Result<Number, TooLong> {
    let plain: Cow<'_, str> = if text.contains('_') {
        Cow::Owned(text.replace('_', ""))
    } else {
        Cow::Borrowed(text)
    };
    let bytes = plain.as_bytes();
    if let [b'0', letter, ..] = bytes {
        let radix = match letter {
            b'x' | b'X' => 16,
            b'o' | b'O' => 8,
            b'b' | b'B' => 2,
            _ => 10,
        };
        if radix != 10 {
            return Ok(integer(&plain[2..], radix));
        }
    }
    if let Some(b'j' | b'J') = bytes.last() {
        return Ok(Number::Imaginary(float(&plain[..plain.len() - 1])));
    }
    if !bytes.iter().all(u8::is_ascii_digit) {
        return Ok(Number::Float(float(&plain)));
    }
    if digits_max != 0 && bytes.len() > digits_max {
        return Err(TooLong {
            digits: bytes.len(),
            digits_max,
        });
    }
    Ok(integer(&plain, 10))
}

fn integer(digits: &str, radix: u32) -> Number {
    match i64::from_str_radix(digits, radix) {
        Ok(value) => Number::Int(value),
        Err(_) => Number::Big {
            radix,
            digits: digits.to_string(),
        },
    }
}

/// Too large a value is infinite, as in CPython.
fn float(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use crate::syntax::literal::number::{DIGITS_MAX, Number, TooLong, parse};

    #[test]
    fn values() {
        let big = |radix, digits: &str| Number::Big {
            radix,
            digits: digits.to_string(),
        };
        let cases = [
            ("0", Number::Int(0)),
            ("00_0", Number::Int(0)),
            ("1_000", Number::Int(1000)),
            ("0x_fF", Number::Int(255)),
            ("0o17", Number::Int(15)),
            ("0B1_01", Number::Int(5)),
            ("9223372036854775807", Number::Int(i64::MAX)),
            ("9223372036854775808", big(10, "9223372036854775808")),
            ("0x1_0000_0000_0000_0000", big(16, "10000000000000000")),
            ("1.", Number::Float(1.0)),
            (".5", Number::Float(0.5)),
            ("1_0.2_5e-1_0", Number::Float(10.25e-10)),
            ("1e400", Number::Float(f64::INFINITY)),
            ("1.e3", Number::Float(1000.0)),
            ("0777.5", Number::Float(777.5)),
            ("07j", Number::Imaginary(7.0)),
            ("1e2J", Number::Imaginary(100.0)),
        ];
        for (text, value) in cases {
            assert_eq!(parse(text, DIGITS_MAX), Ok(value), "{text}");
        }
        let long = "1".repeat(4301);
        assert_eq!(
            parse(&long, DIGITS_MAX),
            Err(TooLong {
                digits: 4301,
                digits_max: 4300
            })
        );
        assert_eq!(parse(&long, 0), Ok(big(10, &long)));
    }
}
