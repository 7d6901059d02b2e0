//! Text to bytes.

use crate::base::big::Endian;
use crate::base::codec::handler::{Encoding, Handler, Trouble};
use crate::base::codec::repr;
use crate::base::unicode;
use crate::base::wtf8::walk;

/// Encodes everything; built-in handlers need no more than this.
///
/// # Errors
/// The first trouble that `handler` does not resolve, in code points.
pub fn encode(encoding: Encoding, text: &[u8], handler: Handler) -> Result<Vec<u8>, Trouble> {
    let mut out = Vec::with_capacity(text.len());
    push_mark(encoding, &mut out);
    let mut at = 0;
    loop {
        match encode_run(encoding, text, at, &mut out) {
            Ok(()) => return Ok(out),
            Err(stop) => at = handle(handler, encoding, text, stop, &mut out).map_err(|stop| stop.trouble(text))?,
        }
    }
}

/// Where encoding stopped: `start..end` are byte offsets into the WTF-8 text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stop {
    pub start: usize,
    pub end: usize,
    pub reason: &'static str,
}

impl Stop {
    /// The same in code points.
    pub fn trouble(&self, text: &[u8]) -> Trouble {
        let start = walk::index_of(text, self.start);
        let end = start + walk::count(&text[self.start..self.end]);
        Trouble {
            start,
            end,
            reason: self.reason,
        }
    }
}

/// Appends the byte order mark of an encoding that has one.
pub fn push_mark(encoding: Encoding, out: &mut Vec<u8>) {
    match encoding {
        Encoding::Utf16Marked => out.extend_from_slice(&[0xFF, 0xFE]),
        Encoding::Utf32Marked => out.extend_from_slice(&[0xFF, 0xFE, 0, 0]),
        _ => {}
    }
}

/// Encodes from byte offset `at` up to the end or the first stop. For loops with handlers of the caller's own.
pub fn encode_run(encoding: Encoding, text: &[u8], at: usize, out: &mut Vec<u8>) -> Result<(), Stop> {
    let rest = text.get(at..).unwrap_or(&[]);
    match encoding {
        Encoding::Utf8 => utf8(text, at, out),
        Encoding::Ascii if rest.is_ascii() => {
            out.extend_from_slice(rest);
            Ok(())
        }
        Encoding::Ascii => narrow(text, at, 0x80, "ordinal not in range(128)", out),
        Encoding::Latin1 => narrow(text, at, 0x100, "ordinal not in range(256)", out),
        _ => wide(encoding, text, at, out),
    }
}

/// Applies a built-in handler: appends what it puts and answers the byte offset to go on from, or what to raise.
pub fn handle(handler: Handler, encoding: Encoding, text: &[u8], stop: Stop, out: &mut Vec<u8>) -> Result<usize, Stop> {
    let mut at = stop.start;
    let mut replacement = Vec::new();
    while at < stop.end
        && let Some((c, next)) = walk::decode(text, at)
    {
        match handler {
            Handler::Ignore => {}
            Handler::Replace => replacement.push(b'?'),
            Handler::BackslashReplace => repr::push_code(&mut replacement, c),
            Handler::XmlCharRefReplace => replacement.extend_from_slice(format!("&#{c};").as_bytes()),
            Handler::NameReplace => match unicode::name(c) {
                Some(name) => replacement.extend_from_slice(format!("\\N{{{name}}}").as_bytes()),
                None => repr::push_code(&mut replacement, c),
            },
            Handler::SurrogateEscape if is_bytewise(encoding) && (0xDC80..0xDD00).contains(&c) => out.push(c as u8),
            Handler::SurrogatePass if walk::is_surrogate(c) && !is_narrow(encoding) => push_unit(encoding, c, out),
            _ => return Err(Stop { start: at, ..stop }),
        }
        at = next;
    }
    encode_run(encoding, &replacement, 0, out)
        .map(|()| at)
        .map_err(|_| stop)
}

fn is_narrow(encoding: Encoding) -> bool {
    matches!(encoding, Encoding::Ascii | Encoding::Latin1)
}

fn is_bytewise(encoding: Encoding) -> bool {
    is_narrow(encoding) || encoding == Encoding::Utf8
}

/// Copies up to the first surrogate; a stop covers all that follow it.
fn utf8(text: &[u8], at: usize, out: &mut Vec<u8>) -> Result<(), Stop> {
    let rest = text.get(at..).unwrap_or(&[]);
    let first = memchr::memchr_iter(0xED, rest).find(|&at| rest.get(at + 1).is_some_and(|&next| next >= 0xA0));
    let Some(first) = first else {
        out.extend_from_slice(rest);
        return Ok(());
    };
    out.extend_from_slice(&rest[..first]);
    Err(stop_while(
        text,
        at + first,
        "surrogates not allowed",
        walk::is_surrogate,
    ))
}

fn stop_while(text: &[u8], start: usize, reason: &'static str, refused: impl Fn(u32) -> bool) -> Stop {
    let mut end = start;
    while let Some((c, next)) = walk::decode(text, end)
        && refused(c)
    {
        end = next;
    }
    Stop { start, end, reason }
}

fn narrow(text: &[u8], start: usize, limit: u32, reason: &'static str, out: &mut Vec<u8>) -> Result<(), Stop> {
    let mut at = start;
    while let Some((c, next)) = walk::decode(text, at) {
        if c >= limit {
            return Err(stop_while(text, at, reason, |c| c >= limit));
        }
        out.push(c as u8);
        at = next;
    }
    Ok(())
}

fn wide(encoding: Encoding, text: &[u8], start: usize, out: &mut Vec<u8>) -> Result<(), Stop> {
    let mut at = start;
    while let Some((c, next)) = walk::decode(text, at) {
        if walk::is_surrogate(c) {
            return Err(Stop {
                start: at,
                end: next,
                reason: "surrogates not allowed",
            });
        }
        push_unit(encoding, c, out);
        at = next;
    }
    Ok(())
}

/// Appends one code point, surrogates as they are.
fn push_unit(encoding: Encoding, c: u32, out: &mut Vec<u8>) {
    match encoding {
        Encoding::Utf16(endian) => push_utf16(c, endian, out),
        Encoding::Utf16Marked => push_utf16(c, Endian::Little, out),
        Encoding::Utf32(Endian::Big) => out.extend_from_slice(&c.to_be_bytes()),
        Encoding::Utf32(Endian::Little) | Encoding::Utf32Marked => out.extend_from_slice(&c.to_le_bytes()),
        Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1 => walk::push(out, c),
    }
}

fn push_utf16(c: u32, endian: Endian, out: &mut Vec<u8>) {
    let mut push = |unit: u32| {
        let unit = unit as u16;
        out.extend_from_slice(&if endian == Endian::Little {
            unit.to_le_bytes()
        } else {
            unit.to_be_bytes()
        });
    };
    match c.checked_sub(0x1_0000) {
        None => push(c),
        Some(above) => {
            push(0xD800 + (above >> 10));
            push(0xDC00 + (above & 0x3FF));
        }
    }
}
