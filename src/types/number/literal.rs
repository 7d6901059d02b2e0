//! Text as numbers: what `int(text, base)`, `float(text)` and `complex(text)` read.

use crate::base::big::Big;
use crate::base::float;
use crate::base::unicode;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::number::digits;
use crate::ops::render::repr;
use crate::ops::{make, raise};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Code points of the text that a message about an int shows.
const SHOWN_MAX: usize = 200;
/// Digits that surely fit 64 bits in any base.
const SMALL_DIGITS: usize = 12;

/// A decimal of few ASCII digits, as most are.
#[inline]
pub fn small_decimal(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if digits.is_empty() || digits.len() > SMALL_DIGITS || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let n = digits.iter().fold(0, |n, &c| n * 10 + i64::from(c - b'0'));
    Some(if negative { -n } else { n })
}

/// The text of a str, bytes or bytearray, digits and spaces of a str in ASCII; `None` for other objects.
pub fn of_value(value: Value) -> Option<Vec<u8>> {
    if let Some(string) = value.cast::<Str>() {
        return Some(unicode::ascii_number(string.bytes()).into_owned());
    }
    bytes_of(value)
}

/// The bytes of a bytes or bytearray.
pub fn bytes_of(value: Value) -> Option<Vec<u8>> {
    if let Some(bytes) = value.cast::<Bytes>() {
        return Some(bytes.data().to_vec());
    }
    Some(value.cast::<ByteArray>()?.data().borrow().clone())
}

/// Without ASCII space on either side.
pub fn strip(text: &[u8]) -> &[u8] {
    let is_space = |c: &u8| matches!(c, b' ' | b'\t'..=b'\r');
    let start = text.iter().position(|c| !is_space(c)).unwrap_or(text.len());
    let end = text.iter().rposition(|c| !is_space(c)).map_or(start, |last| last + 1);
    &text[start..end]
}

/// `int(shown, base)`; `shown` is what the message shows, `text` what [`of_value`] gave for it.
pub fn int(vm: &mut Vm, shown: Value, text: &[u8], base: u32) -> Run<Value> {
    if let Some(n) = plain_digits(text, base) {
        return Ok(make::int(vm, n));
    }
    match split(text, base) {
        Some((negative, base, digits)) if digits.len() <= SMALL_DIGITS => {
            let n = digits.iter().fold(0, |n, &c| n * i64::from(base) + i64::from(digit(c)));
            Ok(make::int(vm, if negative { -n } else { n }))
        }
        Some((negative, base, digits)) => {
            if !base.is_power_of_two() {
                digits::check_text(vm, digits.len())?;
            }
            let Some(big) = Big::parse(base, &digits) else {
                return Err(invalid_int(vm, shown, base));
            };
            Ok(make::big(vm, if negative { big.neg() } else { big }))
        }
        None => Err(invalid_int(vm, shown, base)),
    }
}

/// The number of a text that is nothing but digits, where that fits.
fn plain_digits(text: &[u8], base: u32) -> Option<i64> {
    if base == 0 || text.is_empty() || text.len() > SMALL_DIGITS {
        return None;
    }
    text.iter().try_fold(0, |n, &c| {
        let digit = (c as char).to_digit(base)?;
        Some(n * i64::from(base) + i64::from(digit))
    })
}

fn digit(c: u8) -> u32 {
    (c as char).to_digit(36).unwrap_or(36)
}

/// Sign, base and digits of an int literal without its underscores.
fn split(text: &[u8], base: u32) -> Option<(bool, u32, Vec<u8>)> {
    let text = strip(text);
    let (negative, mut rest) = match text.first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let marked = match rest {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let mut is_plain_zero = false;
    let radix = match base {
        0 if marked == 0 => {
            is_plain_zero = rest.first() == Some(&b'0');
            10
        }
        0 => marked,
        base => base,
    };
    if marked == radix {
        rest = &rest[2..];
        rest = rest.strip_prefix(b"_").unwrap_or(rest);
    }
    let mut digits = Vec::with_capacity(rest.len());
    let mut after_digit = false;
    for &c in rest {
        if c == b'_' && after_digit {
            after_digit = false;
        } else if digit(c) < radix {
            after_digit = true;
            digits.push(c);
        } else {
            return None;
        }
    }
    // A leading zero without a base says nothing, unless the whole number is zero.
    let refused = is_plain_zero && digits.iter().any(|&c| c != b'0');
    (after_digit && !refused).then_some((negative, radix, digits))
}

#[cold]
#[inline(never)]
fn invalid_int(vm: &mut Vm, shown: Value, base: u32) -> Raised {
    let text = match text_of_repr(vm, shown) {
        Ok(text) => text,
        Err(raised) => return raised,
    };
    let end = text.char_indices().nth(SHOWN_MAX).map_or(text.len(), |(at, _)| at);
    let text = format!("invalid literal for int() with base {base}: {}", &text[..end]);
    raise::value_error(vm, text)
}

/// `repr(value)`, where a bytearray shows as bytes.
fn text_of_repr(vm: &mut Vm, value: Value) -> Run<String> {
    let value = match bytes_of(value) {
        Some(bytes) => make::bytes(vm, bytes),
        None => value,
    };
    let shown = repr::repr(vm, value)?;
    let shown: Ref<Str> = shown.expect();
    Ok(shown.lossy().into_owned())
}

/// `float(shown)` of text.
pub fn float(vm: &mut Vm, shown: Value, text: &[u8]) -> Run<f64> {
    let parsed = std::str::from_utf8(strip(text)).ok().and_then(float::parse);
    if let Some(x) = parsed {
        return Ok(x);
    }
    let text = text_of_repr(vm, shown)?;
    Err(raise::value_error(
        vm,
        format!("could not convert string to float: {text}"),
    ))
}

/// The parts of a complex literal in ASCII; nothing if it is malformed.
pub fn complex(text: &[u8]) -> Option<(f64, f64)> {
    let mut text = strip(text);
    if text.first() == Some(&b'(') {
        text = strip(text.strip_suffix(b")")?.get(1..)?);
    }
    let (first, rest) = match number_prefix(text) {
        0 => (None, text),
        end => (Some(part(&text[..end])?), &text[end..]),
    };
    let is_unit = |text: &[u8]| matches!(text, [b'j' | b'J']);
    match (first, rest) {
        (Some(re), []) => Some((re, 0.0)),
        (Some(im), rest) if is_unit(rest) => Some((0.0, im)),
        (Some(re), rest) => {
            let sign = match rest.first()? {
                b'+' => 1.0,
                b'-' => -1.0,
                _ => return None,
            };
            match number_prefix(rest) {
                0 => is_unit(&rest[1..]).then_some((re, sign)),
                end => is_unit(&rest[end..]).then_some((re, part(&rest[..end])?)),
            }
        }
        (None, [b'-', unit @ ..]) => is_unit(unit).then_some((0.0, -1.0)),
        (None, [b'+', unit @ ..]) | (None, unit) => is_unit(unit).then_some((0.0, 1.0)),
    }
}

fn part(text: &[u8]) -> Option<f64> {
    float::parse(std::str::from_utf8(text).ok()?)
}

/// Length of the float that `text` begins with, sign included; zero if it begins with none.
fn number_prefix(text: &[u8]) -> usize {
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    for word in [&b"infinity"[..], b"inf", b"nan"] {
        if text.len() >= sign + word.len() && text[sign..sign + word.len()].eq_ignore_ascii_case(word) {
            return sign + word.len();
        }
    }
    let digits = |mut at: usize| {
        while matches!(text.get(at), Some(b'0'..=b'9' | b'_')) {
            at += 1;
        }
        at
    };
    let mut end = digits(sign);
    let mut found = end > sign;
    if text.get(end) == Some(&b'.') {
        let after = digits(end + 1);
        found |= after > end + 1;
        end = after;
    }
    if !found {
        return 0;
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let start = end + 1 + usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        let after = digits(start);
        if after > start {
            end = after;
        }
    }
    end
}
