//! Constants as Python's `repr` writes them.

use crate::syntax::ast::Constant;
use num_bigint::BigUint;
use std::fmt::Write;

pub fn constant(out: &mut String, value: Constant<'_>) {
    match value {
        Constant::None => out.push_str("None"),
        Constant::True => out.push_str("True"),
        Constant::False => out.push_str("False"),
        Constant::Ellipsis => out.push_str("Ellipsis"),
        Constant::Int(value) => {
            let _ = write!(out, "{value}");
        }
        Constant::BigInt { radix, digits } => match BigUint::parse_bytes(digits.as_bytes(), radix) {
            Some(value) => out.push_str(&value.to_string()),
            None => out.push_str(digits),
        },
        Constant::Float(value) => float(out, value, true),
        Constant::Imaginary(value) => {
            float(out, value, false);
            out.push('j');
        }
        Constant::Str(value) => text(out, value),
        Constant::Bytes(value) => bytes(out, value),
    }
}

/// Shortest digits that read back as `value`, laid out as Python does.
fn float(out: &mut String, value: f64, wants_point: bool) {
    if value.is_infinite() {
        out.push_str("inf");
        return;
    }
    let written = format!("{value:e}");
    let (digits, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = format!("{value}");
        out.push_str(&plain);
        if wants_point && !plain.contains('.') {
            out.push_str(".0");
        }
        return;
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(out, "{digits}e{sign}{:02}", exponent.abs());
}

fn quote_for(value: &[u8]) -> char {
    match value.contains(&b'\'') && !value.contains(&b'"') {
        true => '"',
        false => '\'',
    }
}

/// The `repr` of a string in WTF-8.
pub fn text(out: &mut String, value: &[u8]) {
    let quote = quote_for(value);
    out.push(quote);
    let mut rest = value;
    while !rest.is_empty() {
        let valid = match std::str::from_utf8(rest) {
            Ok(valid) => valid,
            Err(error) => std::str::from_utf8(&rest[..error.valid_up_to()]).unwrap_or_default(),
        };
        for character in valid.chars() {
            character_of_text(out, character, quote);
        }
        rest = &rest[valid.len()..];
        // What is not UTF-8 is a surrogate of three bytes.
        if let [_, middle, low, ..] = *rest {
            let code = 0xD000 | u32::from(middle & 0x3F) << 6 | u32::from(low & 0x3F);
            let _ = write!(out, "\\u{code:04x}");
        }
        rest = rest.get(3..).unwrap_or_default();
    }
    out.push(quote);
}

fn character_of_text(out: &mut String, character: char, quote: char) {
    match character {
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        _ if character == quote => {
            out.push('\\');
            out.push(quote);
        }
        ' '..='~' => out.push(character),
        _ if !character.is_ascii() && is_printable(character) => out.push(character),
        _ => {
            let code = character as u32;
            let _ = match code {
                0..=0xFF => write!(out, "\\x{code:02x}"),
                0x100..=0xFFFF => write!(out, "\\u{code:04x}"),
                _ => write!(out, "\\U{code:08x}"),
            };
        }
    }
}

fn is_printable(character: char) -> bool {
    rustpython_unicode::classify::is_printable(character)
}

fn bytes(out: &mut String, value: &[u8]) {
    let quote = quote_for(value);
    out.push('b');
    out.push(quote);
    for &byte in value {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ if char::from(byte) == quote => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push(quote);
}
