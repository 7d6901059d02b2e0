//! Padding and digit grouping, shared by all presentations.

use crate::base::spec::parse::{Align, Spec};
use crate::base::wtf8::walk;

/// A number cut into the pieces between which padding and separators go.
pub struct Pieces<'a> {
    /// '-', '+' or ' '.
    pub sign: Option<u8>,
    /// "0x" and the like.
    pub prefix: &'a str,
    /// Digits before the point; may be empty ("nan").
    pub digits: &'a str,
    /// Everything after them, in final form.
    pub tail: &'a str,
}

/// Appends `text`, which has `length` code points, padded to the width. After-sign alignment pads in front.
pub fn pad(out: &mut Vec<u8>, spec: &Spec, text: &[u8], length: usize) {
    let (before, after) = margins(spec.align, spec.width.saturating_sub(length));
    fill(out, spec.fill, before);
    out.extend_from_slice(text);
    fill(out, spec.fill, after);
}

/// Appends a number with its separators, zero padding or other padding.
pub fn pad_number(out: &mut Vec<u8>, spec: &Spec, pieces: &Pieces<'_>) {
    let around = usize::from(pieces.sign.is_some()) + pieces.prefix.len() + pieces.tail.len();
    let zeros = spec.fill == u32::from(b'0') && spec.align == Align::AfterSign;
    let digits_min = if zeros { spec.width.saturating_sub(around) } else { 0 };
    let separator = spec.grouping.map(|byte| (byte, group_length(spec.kind)));
    let digits = group(pieces.digits, digits_min, separator);
    let padding = spec.width.saturating_sub(around + digits.len());
    let inside = spec.align == Align::AfterSign;
    let (before, after) = if inside { (0, 0) } else { margins(spec.align, padding) };
    fill(out, spec.fill, before);
    out.extend(pieces.sign);
    out.extend_from_slice(pieces.prefix.as_bytes());
    if inside {
        fill(out, spec.fill, padding);
    }
    out.extend_from_slice(digits.as_bytes());
    out.extend_from_slice(pieces.tail.as_bytes());
    fill(out, spec.fill, after);
}

/// Appends `count` times `c`.
pub fn fill(out: &mut Vec<u8>, c: u32, count: usize) {
    if c < 0x80 {
        out.resize(out.len() + count, c as u8);
        return;
    }
    for _ in 0..count {
        walk::push(out, c);
    }
}

/// Digits after the point with a separator after every third.
pub fn group_fraction(digits: &str, separator: u8) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % 3 == 0 {
            text.push(char::from(separator));
        }
        text.push(digit);
    }
    text
}

fn margins(align: Align, padding: usize) -> (usize, usize) {
    match align {
        Align::Left => (0, padding),
        Align::Center => (padding / 2, padding - padding / 2),
        Align::Right | Align::AfterSign => (padding, 0),
    }
}

/// Digits of one group: four in the binary radixes, three in decimal.
fn group_length(kind: u32) -> usize {
    if b"boxX".iter().any(|&c| u32::from(c) == kind) {
        4
    } else {
        3
    }
}

/// Zero-pads to at least `length_min` characters and separates groups from the right. A separator never comes first: then one
/// more zero stands before it.
fn group(digits: &str, length_min: usize, separator: Option<(u8, usize)>) -> String {
    if digits.is_empty() {
        return String::new();
    }
    let Some((separator, size)) = separator else {
        return format!("{}{digits}", "0".repeat(length_min.saturating_sub(digits.len())));
    };
    let mut total = digits.len() + (digits.len() - 1) / size;
    let mut count = digits.len();
    while total < length_min {
        total += if count.is_multiple_of(size) { 2 } else { 1 };
        count += 1;
    }
    let zeros = count - digits.len();
    let mut text = String::with_capacity(total);
    for index in 0..count {
        if index > 0 && (count - index).is_multiple_of(size) {
            text.push(char::from(separator));
        }
        text.push(if index < zeros {
            '0'
        } else {
            char::from(digits.as_bytes()[index - zeros])
        });
    }
    text
}
