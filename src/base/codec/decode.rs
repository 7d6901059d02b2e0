//! Bytes to text.

use crate::base::big::Endian;
use crate::base::codec::handler::{Encoding, Handler, Trouble};
use crate::base::codec::repr;
use crate::base::wtf8::walk;

/// Decodes everything; built-in handlers need no more than this.
///
/// # Errors
/// The first trouble that `handler` does not resolve.
pub fn decode(encoding: Encoding, input: &[u8], handler: Handler) -> Result<Vec<u8>, Trouble> {
    let mut out = Vec::with_capacity(input.len());
    let (encoding, mut at) = resolve_mark(encoding, input);
    loop {
        match decode_run(encoding, input, at, true, &mut out) {
            Ok(_) => return Ok(out),
            Err(trouble) => at = handle(handler, encoding, input, trouble, &mut out).ok_or(trouble)?,
        }
    }
}

/// Replaces a marked encoding by the plain one that the mark at the front of `input` tells, and the offset after the mark.
pub fn resolve_mark(encoding: Encoding, input: &[u8]) -> (Encoding, usize) {
    match (encoding, input) {
        (Encoding::Utf16Marked, [0xFF, 0xFE, ..]) => (Encoding::Utf16(Endian::Little), 2),
        (Encoding::Utf16Marked, [0xFE, 0xFF, ..]) => (Encoding::Utf16(Endian::Big), 2),
        (Encoding::Utf16Marked, _) => (Encoding::Utf16(Endian::Little), 0),
        (Encoding::Utf32Marked, [0xFF, 0xFE, 0, 0, ..]) => (Encoding::Utf32(Endian::Little), 4),
        (Encoding::Utf32Marked, [0, 0, 0xFE, 0xFF, ..]) => (Encoding::Utf32(Endian::Big), 4),
        (Encoding::Utf32Marked, _) => (Encoding::Utf32(Endian::Little), 0),
        _ => (encoding, 0),
    }
}

/// Decodes from offset `at` up to the end or the first trouble, appending to `out`. Answers the offset reached, which is short of
/// the end only when `last` is false and a sequence is incomplete. For loops with handlers of the caller's own.
pub fn decode_run(
    encoding: Encoding,
    input: &[u8],
    at: usize,
    last: bool,
    out: &mut Vec<u8>,
) -> Result<usize, Trouble> {
    match encoding {
        Encoding::Utf8 => utf8(input, at, last, out),
        Encoding::Latin1 => {
            input
                .get(at..)
                .unwrap_or(&[])
                .iter()
                .for_each(|&byte| walk::push(out, u32::from(byte)));
            Ok(input.len())
        }
        Encoding::Ascii => ascii(input, at, out),
        Encoding::Utf16(endian) => utf16(input, at, endian, last, out),
        Encoding::Utf32(endian) => utf32(input, at, endian, last, out),
        Encoding::Utf16Marked => utf16(input, at, Endian::Little, last, out),
        Encoding::Utf32Marked => utf32(input, at, Endian::Little, last, out),
    }
}

/// Applies a built-in handler: appends what it puts for the trouble and answers the offset to go on from; nothing to raise.
pub fn handle(
    handler: Handler,
    encoding: Encoding,
    input: &[u8],
    trouble: Trouble,
    out: &mut Vec<u8>,
) -> Option<usize> {
    let refused = &input[trouble.start..trouble.end];
    match handler {
        Handler::Ignore => Some(trouble.end),
        Handler::Replace => {
            walk::push(out, 0xFFFD);
            Some(trouble.end)
        }
        Handler::BackslashReplace => {
            refused.iter().for_each(|&byte| repr::push_code(out, u32::from(byte)));
            Some(trouble.end)
        }
        Handler::SurrogateEscape => {
            let escaped = refused.iter().take(4).take_while(|&&byte| byte >= 0x80).count();
            refused[..escaped]
                .iter()
                .for_each(|&byte| walk::push(out, 0xDC00 + u32::from(byte)));
            (escaped > 0).then_some(trouble.start + escaped)
        }
        Handler::SurrogatePass => {
            let (c, length) = passed_surrogate(encoding, &input[trouble.start..])?;
            walk::push(out, c);
            Some(trouble.start + length)
        }
        Handler::Strict | Handler::XmlCharRefReplace | Handler::NameReplace => None,
    }
}

/// The surrogate encoded at the front, and its length.
fn passed_surrogate(encoding: Encoding, input: &[u8]) -> Option<(u32, usize)> {
    let (c, length) = match encoding {
        Encoding::Utf8 => match input {
            [0xED, 0xA0..=0xBF, 0x80..=0xBF, ..] => (walk::decode(input, 0)?.0, 3),
            _ => return None,
        },
        Encoding::Utf16(endian) => (unit16(input, 0, endian)?, 2),
        Encoding::Utf32(endian) => (unit32(input, 0, endian)?, 4),
        _ => return None,
    };
    walk::is_surrogate(c).then_some((c, length))
}

fn utf8(input: &[u8], at: usize, last: bool, out: &mut Vec<u8>) -> Result<usize, Trouble> {
    let rest = input.get(at..).unwrap_or(&[]);
    let Err(error) = simdutf8::compat::from_utf8(rest) else {
        out.extend_from_slice(rest);
        return Ok(input.len());
    };
    let valid = error.valid_up_to();
    out.extend_from_slice(&rest[..valid]);
    let start = at + valid;
    match error.error_len() {
        None if !last => Ok(start),
        None => Err(Trouble {
            start,
            end: input.len(),
            reason: "unexpected end of data",
        }),
        Some(length) => {
            let starts = matches!(input[start], 0xC2..=0xF4);
            let reason = if starts {
                "invalid continuation byte"
            } else {
                "invalid start byte"
            };
            Err(Trouble {
                start,
                end: start + length,
                reason,
            })
        }
    }
}

fn ascii(input: &[u8], at: usize, out: &mut Vec<u8>) -> Result<usize, Trouble> {
    let rest = input.get(at..).unwrap_or(&[]);
    let valid = rest.iter().position(|&byte| byte >= 0x80).unwrap_or(rest.len());
    out.extend_from_slice(&rest[..valid]);
    if valid == rest.len() {
        return Ok(input.len());
    }
    let start = at + valid;
    Err(Trouble {
        start,
        end: start + 1,
        reason: "ordinal not in range(128)",
    })
}

fn unit16(input: &[u8], at: usize, endian: Endian) -> Option<u32> {
    let pair = [*input.get(at)?, *input.get(at + 1)?];
    Some(u32::from(if endian == Endian::Little {
        u16::from_le_bytes(pair)
    } else {
        u16::from_be_bytes(pair)
    }))
}

fn unit32(input: &[u8], at: usize, endian: Endian) -> Option<u32> {
    let four = input.get(at..at + 4)?.try_into().ok()?;
    Some(if endian == Endian::Little {
        u32::from_le_bytes(four)
    } else {
        u32::from_be_bytes(four)
    })
}

fn utf16(input: &[u8], start: usize, endian: Endian, last: bool, out: &mut Vec<u8>) -> Result<usize, Trouble> {
    let mut at = start;
    while at < input.len() {
        let trouble = |end: usize, reason| Err(Trouble { start: at, end, reason });
        let Some(unit) = unit16(input, at, endian) else {
            return if last {
                trouble(input.len(), "truncated data")
            } else {
                Ok(at)
            };
        };
        match unit {
            0xD800..0xDC00 => match unit16(input, at + 2, endian) {
                Some(low @ 0xDC00..0xE000) => {
                    walk::push(out, 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
                    at += 2;
                }
                Some(_) => return trouble(at + 2, "illegal UTF-16 surrogate"),
                None if last => return trouble(input.len(), "unexpected end of data"),
                None => return Ok(at),
            },
            0xDC00..0xE000 => return trouble(at + 2, "illegal encoding"),
            _ => walk::push(out, unit),
        }
        at += 2;
    }
    Ok(at)
}

fn utf32(input: &[u8], start: usize, endian: Endian, last: bool, out: &mut Vec<u8>) -> Result<usize, Trouble> {
    let mut at = start;
    while at < input.len() {
        let trouble = |end: usize, reason| Err(Trouble { start: at, end, reason });
        let Some(c) = unit32(input, at, endian) else {
            return if last {
                trouble(input.len(), "truncated data")
            } else {
                Ok(at)
            };
        };
        if walk::is_surrogate(c) {
            return trouble(at + 4, "code point in surrogate code point range(0xd800, 0xe000)");
        }
        if c > 0x10_FFFF {
            return trouble(at + 4, "code point not in range(0x110000)");
        }
        walk::push(out, c);
        at += 4;
    }
    Ok(at)
}
