//! `format()` of ints, floats and complex numbers by a parsed specification. Nothing is appended when an error is answered.

use crate::base::big::Big;
use crate::base::float;
use crate::base::spec::layout;
use crate::base::spec::layout::Pieces;
use crate::base::spec::parse::{Align, FormatError, SignStyle, Spec, unknown_code, value_error};
use crate::base::wtf8::walk;

/// The largest precision CPython takes.
const PRECISION_MAX: usize = i32::MAX as usize;

/// An int in either of its forms.
#[derive(Clone, Copy, Debug)]
pub enum Int<'a> {
    Small(i64),
    Big(&'a Big),
}

impl Int<'_> {
    pub fn is_negative(self) -> bool {
        match self {
            Int::Small(value) => value < 0,
            Int::Big(value) => value.is_negative(),
        }
    }

    /// Digits of the magnitude, lower case.
    pub fn digits(self, radix: u32) -> String {
        match (self, radix) {
            (Int::Small(value), 10) => value.unsigned_abs().to_string(),
            (Int::Small(value), 16) => format!("{:x}", value.unsigned_abs()),
            (Int::Small(value), 8) => format!("{:o}", value.unsigned_abs()),
            (Int::Small(value), _) => format!("{:b}", value.unsigned_abs()),
            (Int::Big(value), _) => {
                let text = value.to_string_radix(radix);
                text.strip_prefix('-').map(str::to_string).unwrap_or(text)
            }
        }
    }

    /// As a float; CPython: OverflowError "int too large to convert to float".
    pub fn to_f64(self) -> Result<f64, FormatError> {
        match self {
            Int::Small(value) => Ok(value as f64),
            Int::Big(value) => value
                .to_f64()
                .ok_or(FormatError::Overflow("int too large to convert to float".into())),
        }
    }
}

/// `format(value, spec)` of an int. The caller has applied the limit on decimal digits.
pub fn format_int(out: &mut Vec<u8>, spec: &Spec, value: Int<'_>, class: &str) -> Result<(), FormatError> {
    let (radix, prefix) = match u8::try_from(spec.kind).unwrap_or(0) {
        b'd' | b'n' => (10, ""),
        b'b' => (2, "0b"),
        b'o' => (8, "0o"),
        b'x' => (16, "0x"),
        b'X' => (16, "0X"),
        b'c' => return format_char(out, spec, value),
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => return format_float(out, spec, value.to_f64()?, class),
        _ => return Err(unknown_code(spec.kind, class)),
    };
    check_int_flags(spec)?;
    let mut digits = value.digits(radix);
    if spec.kind == u32::from(b'X') {
        digits.make_ascii_uppercase();
    }
    let sign = sign_byte(spec, value.is_negative());
    let prefix = if spec.alternate { prefix } else { "" };
    layout::pad_number(
        out,
        spec,
        &Pieces {
            sign,
            prefix,
            digits: &digits,
            tail: "",
        },
    );
    Ok(())
}

fn check_int_flags(spec: &Spec) -> Result<(), FormatError> {
    if spec.precision.is_some() {
        return Err(value_error("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(value_error(
            "Negative zero coercion (z) not allowed in integer format specifier",
        ));
    }
    Ok(())
}

fn format_char(out: &mut Vec<u8>, spec: &Spec, value: Int<'_>) -> Result<(), FormatError> {
    check_int_flags(spec)?;
    if spec.sign.is_some() {
        return Err(value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(value_error(
            "Alternate form (#) not allowed with integer format specifier 'c'",
        ));
    }
    let small = match value {
        Int::Small(value) => Some(value),
        Int::Big(value) => value.to_i64(),
    };
    let Some(small) = small else {
        return Err(FormatError::Overflow(
            "Python int too large to convert to C long".into(),
        ));
    };
    let Some(c) = u32::try_from(small).ok().filter(|&c| c < 0x11_0000) else {
        return Err(FormatError::Overflow("%c arg not in range(0x110000)".into()));
    };
    let mut text = Vec::with_capacity(4);
    walk::push(&mut text, c);
    layout::pad(out, spec, &text, 1);
    Ok(())
}

/// `format(value, spec)` of a float.
pub fn format_float(out: &mut Vec<u8>, spec: &Spec, value: f64, class: &str) -> Result<(), FormatError> {
    if !u8::try_from(spec.kind).is_ok_and(|kind| b"eEfFgGn%\0".contains(&kind)) {
        return Err(unknown_code(spec.kind, class));
    }
    let text = float_text(spec, value, spec.kind == 0)?;
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (digits, tail) = split_number(unsigned, spec.fraction_grouping);
    let pieces = Pieces {
        sign: sign_byte(spec, negative),
        prefix: "",
        digits,
        tail: &tail,
    };
    layout::pad_number(out, spec, &pieces);
    Ok(())
}

/// `format(complex(real, imaginary), spec)`.
pub fn format_complex(
    out: &mut Vec<u8>,
    spec: &Spec,
    real: f64,
    imaginary: f64,
    class: &str,
) -> Result<(), FormatError> {
    if !u8::try_from(spec.kind).is_ok_and(|kind| b"eEfFgGn\0".contains(&kind)) {
        return Err(unknown_code(spec.kind, class));
    }
    check_precision(spec)?;
    if spec.fill == u32::from(b'0') {
        return Err(value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Align::AfterSign {
        return Err(value_error(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let bare = Spec {
        width: 0,
        align: Align::Right,
        fill: u32::from(b' '),
        ..*spec
    };
    let skip_real = spec.kind == 0 && real == 0.0 && real.is_sign_positive();
    let mut text = Vec::new();
    if !skip_real {
        append_part(&mut text, &bare, real)?;
    }
    let sign = if skip_real { spec.sign } else { Some(SignStyle::Plus) };
    append_part(&mut text, &Spec { sign, ..bare }, imaginary)?;
    text.push(b'j');
    if spec.kind == 0 && !skip_real {
        text.insert(0, b'(');
        text.push(b')');
    }
    layout::pad(out, spec, &text, text.len());
    Ok(())
}

/// One part of a complex number: as a float, but never with ".0" added.
fn append_part(out: &mut Vec<u8>, spec: &Spec, value: f64) -> Result<(), FormatError> {
    let text = float_text(spec, value, false)?;
    let unsigned = text.strip_prefix('-').unwrap_or(&text);
    let (digits, tail) = split_number(unsigned, spec.fraction_grouping);
    let sign = sign_byte(spec, unsigned.len() < text.len());
    layout::pad_number(
        out,
        spec,
        &Pieces {
            sign,
            prefix: "",
            digits,
            tail: &tail,
        },
    );
    Ok(())
}

fn check_precision(spec: &Spec) -> Result<(), FormatError> {
    if spec.precision.is_some_and(|precision| precision > PRECISION_MAX) {
        return Err(value_error("precision too big"));
    }
    Ok(())
}

/// Digits, point and exponent, without grouping or padding.
fn float_text(spec: &Spec, value: f64, dot_zero: bool) -> Result<String, FormatError> {
    check_precision(spec)?;
    let shape = float::Shape {
        alternate: spec.alternate,
        dot_zero,
    };
    let precision = spec.precision.unwrap_or(6);
    let kind = u8::try_from(spec.kind).unwrap_or(0);
    let mut text = match kind {
        b'e' | b'E' => float::format_exp(value, precision, shape),
        b'f' | b'F' => float::format_fixed(value, precision, shape),
        b'%' => float::format_percent(value, precision, shape),
        b'g' | b'G' | b'n' => float::format_general(value, precision, shape),
        _ => match spec.precision {
            Some(precision) => float::format_general(value, precision, shape),
            None => float::format_shortest(value, shape),
        },
    };
    if matches!(kind, b'E' | b'F' | b'G') {
        text.make_ascii_uppercase();
    }
    if spec.no_negative_zero && text.starts_with('-') && is_zero(&text) {
        text.remove(0);
    }
    Ok(text)
}

/// Whether all digits before the exponent are zeros (and there are some).
fn is_zero(text: &str) -> bool {
    let mantissa = text.split(['e', 'E']).next().unwrap_or("");
    mantissa.contains('0')
        && !mantissa
            .bytes()
            .any(|c| c.is_ascii_alphabetic() || matches!(c, b'1'..=b'9'))
}

/// The digits before the point, and the rest with the fraction grouped.
fn split_number(text: &str, separator: Option<u8>) -> (&str, String) {
    let (digits, rest) = text.split_at(leading_digits(text));
    let (Some(separator), Some(after)) = (separator, rest.strip_prefix('.')) else {
        return (digits, rest.to_string());
    };
    let (fraction, end) = after.split_at(leading_digits(after));
    (digits, format!(".{}{end}", layout::group_fraction(fraction, separator)))
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn sign_byte(spec: &Spec, negative: bool) -> Option<u8> {
    match spec.sign {
        _ if negative => Some(b'-'),
        Some(SignStyle::Plus) => Some(b'+'),
        Some(SignStyle::Space) => Some(b' '),
        _ => None,
    }
}
