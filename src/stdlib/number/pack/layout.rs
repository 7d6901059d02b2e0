//! Formats of `struct`, taken apart.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use ahash::RandomState;

/// One code of a format.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub code: u8,
    /// Bytes of one value.
    pub size: usize,
    /// How many values; for `s` and `p` the length of the one value.
    pub count: usize,
    pub offset: usize,
}

/// A format, read.
#[derive(Debug)]
pub struct Layout {
    pub fields: Vec<Field>,
    pub size: usize,
    /// How many Python values it takes.
    pub values: usize,
    pub big_endian: bool,
}

/// Size and alignment of a code: native or standard.
fn size_of(code: u8, native: bool) -> Option<(usize, usize)> {
    let size = match code {
        b'x' | b'c' | b'b' | b'B' | b'?' | b's' | b'p' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' => {
            if native {
                8
            } else {
                4
            }
        }
        b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        b'F' => return Some((8, if native { 4 } else { 1 })),
        b'D' => return Some((16, if native { 8 } else { 1 })),
        _ => return None,
    };
    Some((size, if native { size } else { 1 }))
}

fn parse(format: &[u8]) -> Result<Layout, &'static str> {
    let (native, big_endian, rest) = match format.first() {
        Some(b'@') => (true, cfg!(target_endian = "big"), &format[1..]),
        Some(b'=') => (false, cfg!(target_endian = "big"), &format[1..]),
        Some(b'<') => (false, false, &format[1..]),
        Some(b'>' | b'!') => (false, true, &format[1..]),
        _ => (true, cfg!(target_endian = "big"), format),
    };
    let (mut fields, mut size, mut values, mut i) = (Vec::new(), 0usize, 0, 0);
    const TOO_LONG: &str = "total struct size too long";
    while i < rest.len() {
        if rest[i].is_ascii_whitespace() {
            i += 1;
            continue;
        }
        let mut count = None;
        while i < rest.len() && rest[i].is_ascii_digit() {
            let digit = usize::from(rest[i] - b'0');
            let more = count
                .unwrap_or(0usize)
                .checked_mul(10)
                .and_then(|n| n.checked_add(digit));
            count = Some(more.ok_or(TOO_LONG)?);
            i += 1;
        }
        let Some(&code) = rest.get(i) else {
            return Err("repeat count given without format specifier");
        };
        i += 1;
        let (bytes, alignment) = size_of(code, native).ok_or("bad char in struct format")?;
        let count = count.unwrap_or(1);
        let offset = size.checked_next_multiple_of(alignment).ok_or(TOO_LONG)?;
        let total = bytes.checked_mul(count).ok_or(TOO_LONG)?;
        size = offset
            .checked_add(total)
            .filter(|&size| size < 1 << 40)
            .ok_or(TOO_LONG)?;
        values += match code {
            b'x' => 0,
            b's' | b'p' => 1,
            _ => count,
        };
        if code != b'x' {
            fields.push(Field {
                code,
                size: bytes,
                count,
                offset,
            });
        }
    }
    Ok(Layout {
        fields,
        size,
        values,
        big_endian,
    })
}

/// Formats that are kept read.
const KEPT_MAX: usize = 100;

thread_local! {
    static KEPT: RefCell<HashMap<Vec<u8>, Rc<Layout>, RandomState>> = RefCell::default();
}

/// The layout of a format.
/// # Errors
/// The text of the error.
pub fn of(format: &[u8]) -> Result<Rc<Layout>, &'static str> {
    KEPT.with_borrow_mut(|kept| {
        if let Some(known) = kept.get(format) {
            return Ok(known.clone());
        }
        let made = Rc::new(parse(format)?);
        if kept.len() >= KEPT_MAX {
            kept.clear();
        }
        kept.insert(format.to_vec(), made.clone());
        Ok(made)
    })
}
