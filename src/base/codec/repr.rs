//! `repr` and `ascii` of text and bytes.

use crate::base::unicode;
use crate::base::wtf8::walk;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// `repr` of a str, as WTF-8 without surrogates.
pub fn of_text(text: &[u8]) -> Vec<u8> {
    let quote = quote_for(text);
    let mut out = Vec::with_capacity(text.len() + 2);
    out.push(quote);
    let (mut copied, mut at) = (0, 0);
    while let Some((c, next)) = walk::decode(text, at) {
        let plain = match c {
            0x20..=0x7E => c != u32::from(b'\\') && c != u32::from(quote),
            0..=0x1F | 0x7F => false,
            _ => unicode::is_printable(c),
        };
        if !plain {
            out.extend_from_slice(&text[copied..at]);
            push_escaped(&mut out, c);
            copied = next;
        }
        at = next;
    }
    out.extend_from_slice(&text[copied..]);
    out.push(quote);
    out
}

/// `repr` of bytes, with its `b`.
pub fn of_bytes(bytes: &[u8]) -> Vec<u8> {
    let quote = quote_for(bytes);
    let mut out = Vec::with_capacity(bytes.len() + 3);
    out.extend_from_slice(&[b'b', quote]);
    for &byte in bytes {
        if matches!(byte, 0x20..=0x7E) && byte != b'\\' && byte != quote {
            out.push(byte);
        } else {
            push_escaped(&mut out, u32::from(byte));
        }
    }
    out.push(quote);
    out
}

/// What stands between the parentheses of a bytearray's repr.
///
/// CPYTHON: single quotes are escaped even between double ones.
pub fn of_bytearray(bytes: &[u8]) -> Vec<u8> {
    let shown = of_bytes(bytes);
    if shown.get(1) != Some(&b'"') {
        return shown;
    }
    let mut out = Vec::with_capacity(shown.len() + 8);
    for byte in shown {
        if byte == b'\'' {
            out.push(b'\\');
        }
        out.push(byte);
    }
    out
}

/// `ascii(x)` from `repr(x)`: everything that is not ASCII becomes an escape.
pub fn to_ascii(text: &[u8]) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_vec();
    }
    let mut out = Vec::with_capacity(text.len() * 2);
    for c in walk::code_points(text) {
        if c < 0x80 {
            out.push(c as u8);
        } else {
            push_code(&mut out, c);
        }
    }
    out
}

/// Double quotes only where single ones would need an escape and double ones would not.
fn quote_for(text: &[u8]) -> u8 {
    let needs_double = memchr::memchr(b'\'', text).is_some() && memchr::memchr(b'"', text).is_none();
    if needs_double { b'"' } else { b'\'' }
}

/// `c` as a backslash escape, the short form where there is one.
fn push_escaped(out: &mut Vec<u8>, c: u32) {
    match c {
        0x09 => out.extend_from_slice(b"\\t"),
        0x0A => out.extend_from_slice(b"\\n"),
        0x0D => out.extend_from_slice(b"\\r"),
        0x22 | 0x27 | 0x5C => out.extend_from_slice(&[b'\\', c as u8]),
        _ => push_code(out, c),
    }
}

/// `c` as `\xNN`, `\uNNNN` or `\UNNNNNNNN`, the shortest that holds it.
pub fn push_code(out: &mut Vec<u8>, c: u32) {
    let (letter, digits) = match c {
        0..=0xFF => (b'x', 2),
        0x100..=0xFFFF => (b'u', 4),
        _ => (b'U', 8),
    };
    out.extend_from_slice(&[b'\\', letter]);
    out.extend((0..digits).rev().map(|place| HEX[(c >> (4 * place) & 0xF) as usize]));
}
