//! printf-style formatting, `'%(key)-+ #0*.*d' % values`: reading the format and rendering already converted values.
//!
//! The format is read piece by piece, because an error in a later piece comes after the effects of earlier ones. Texts of the
//! errors about values ("not enough arguments for format string", "* wants int" …) belong to the caller, who has the values.

use crate::base::float;
use crate::base::spec::layout;
use crate::base::spec::number::Int;
use crate::base::spec::parse::{FormatError, value_error};
use crate::base::spec::quick;
use crate::base::wtf8::walk;

/// A width or precision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
    None,
    /// `*`: the next value.
    Value,
    Fixed(usize),
}

/// One conversion as written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Conversion<'a> {
    /// The text between the parentheses of `%(key)s`.
    pub key: Option<&'a [u8]>,
    pub left: bool,
    pub plus: bool,
    pub space: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: Amount,
    pub precision: Amount,
    /// The conversion character; may be one that does not exist: see `unsupported`.
    pub kind: u32,
    /// Offset of `kind` in the format, in bytes.
    pub offset: usize,
}

/// A piece of a format.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'a> {
    /// Text to copy, `%%` already read as a percent sign.
    Literal(&'a [u8]),
    Conversion(Conversion<'a>),
}

/// Reads a format. Bytes formats differ from text only in how characters are counted.
pub struct Pieces<'a> {
    format: &'a [u8],
    at: usize,
    is_bytes: bool,
}

/// The pieces of a `str` format.
pub fn pieces(format: &[u8]) -> Pieces<'_> {
    Pieces {
        format,
        at: 0,
        is_bytes: false,
    }
}

/// The pieces of a `bytes` format.
pub fn bytes_pieces(format: &[u8]) -> Pieces<'_> {
    Pieces {
        format,
        at: 0,
        is_bytes: true,
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Result<Piece<'a>, FormatError>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.format[self.at..];
        if rest.is_empty() {
            return None;
        }
        let literal = memchr::memchr(b'%', rest).unwrap_or(rest.len());
        if literal > 0 {
            self.at += literal;
            return Some(Ok(Piece::Literal(&rest[..literal])));
        }
        if rest.get(1) == Some(&b'%') {
            self.at += 2;
            return Some(Ok(Piece::Literal(&rest[..1])));
        }
        self.at += 1;
        let conversion = self.conversion();
        if conversion.is_err() {
            self.at = self.format.len();
        }
        Some(conversion.map(Piece::Conversion))
    }
}

impl<'a> Pieces<'a> {
    /// The character of the next piece if that is a conversion and nothing but this character.
    #[inline]
    pub fn plain(&mut self) -> Option<u8> {
        match self.format.get(self.at..)? {
            &[b'%', kind @ (b's' | b'd'), ..] => {
                self.at += 2;
                Some(kind)
            }
            _ => None,
        }
    }
    fn conversion(&mut self) -> Result<Conversion<'a>, FormatError> {
        let key = self.key()?;
        let mut conversion = Conversion {
            key,
            left: false,
            plus: false,
            space: false,
            alternate: false,
            zero: false,
            width: Amount::None,
            precision: Amount::None,
            kind: 0,
            offset: 0,
        };
        loop {
            match self.peek() {
                Some(b'-') => conversion.left = true,
                Some(b'+') => conversion.plus = true,
                Some(b' ') => conversion.space = true,
                Some(b'#') => conversion.alternate = true,
                Some(b'0') => conversion.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        conversion.width = self.amount(isize::MAX as usize, "width too big")?;
        if self.peek() == Some(b'.') {
            self.at += 1;
            conversion.precision = match self.amount(i32::MAX as usize, "precision too big")? {
                Amount::None => Amount::Fixed(0),
                amount => amount,
            };
        }
        if matches!(self.peek(), Some(b'h' | b'l' | b'L')) {
            self.at += 1;
        }
        (conversion.kind, conversion.offset) = self.kind()?;
        Ok(conversion)
    }

    fn peek(&self) -> Option<u8> {
        self.format.get(self.at).copied()
    }

    /// `(key)`, whose parentheses may nest.
    fn key(&mut self) -> Result<Option<&'a [u8]>, FormatError> {
        if self.peek() != Some(b'(') {
            return Ok(None);
        }
        let start = self.at + 1;
        let mut depth = 0usize;
        for (offset, byte) in self.format[self.at..].iter().enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => continue,
            }
            if depth == 0 {
                let end = self.at + offset;
                self.at = end + 1;
                return Ok(Some(&self.format[start..end]));
            }
        }
        Err(value_error("incomplete format key"))
    }

    fn amount(&mut self, limit: usize, too_big: &'static str) -> Result<Amount, FormatError> {
        if self.peek() == Some(b'*') {
            self.at += 1;
            return Ok(Amount::Value);
        }
        let mut amount = Amount::None;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let sum = match amount {
                Amount::Fixed(sum) => sum,
                _ => 0,
            };
            let grown = sum
                .checked_mul(10)
                .and_then(|sum| sum.checked_add(usize::from(digit - b'0')));
            amount = Amount::Fixed(grown.filter(|&sum| sum <= limit).ok_or_else(|| value_error(too_big))?);
            self.at += 1;
        }
        Ok(amount)
    }

    fn kind(&mut self) -> Result<(u32, usize), FormatError> {
        let start = self.at;
        if self.is_bytes {
            let byte = self.peek().ok_or_else(|| value_error("incomplete format"))?;
            self.at += 1;
            return Ok((u32::from(byte), start));
        }
        let (c, next) = walk::decode(self.format, start).ok_or_else(|| value_error("incomplete format"))?;
        self.at = next;
        Ok((c, start))
    }
}

/// The error for a conversion character that does not exist.
pub fn unsupported(conversion: &Conversion<'_>, pieces: &Pieces<'_>) -> FormatError {
    let kind = conversion.kind;
    let index = match pieces.is_bytes {
        true => conversion.offset,
        false => walk::index_of(pieces.format, conversion.offset),
    };
    let shown = char::from_u32(kind)
        .filter(|_| (32..127).contains(&kind))
        .unwrap_or('?');
    value_error(format!(
        "unsupported format character '{shown}' (0x{kind:x}) at index {index}"
    ))
}

/// A conversion whose width and precision are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    pub left: bool,
    pub plus: bool,
    pub space: bool,
    pub alternate: bool,
    pub zero: bool,
    pub width: usize,
    pub precision: Option<usize>,
    pub kind: u8,
}

impl Field {
    /// A conversion of which only the character is given.
    pub fn plain(kind: u8) -> Field {
        Field {
            left: false,
            plus: false,
            space: false,
            alternate: false,
            zero: false,
            width: 0,
            precision: None,
            kind,
        }
    }
}

impl Conversion<'_> {
    /// Fills in the values of the stars, in the order width, precision. A negative width means left alignment, a negative
    /// precision zero.
    pub fn field(&self, width: Option<i64>, precision: Option<i64>) -> Field {
        let star = width.unwrap_or(0);
        let fixed = |amount: Amount| match amount {
            Amount::Fixed(size) => Some(size),
            _ => None,
        };
        Field {
            left: self.left || star < 0,
            plus: self.plus,
            space: self.space,
            alternate: self.alternate,
            zero: self.zero,
            width: fixed(self.width).unwrap_or(star.unsigned_abs() as usize),
            precision: fixed(self.precision).or(precision.map(|size| size.max(0) as usize)),
            kind: u8::try_from(self.kind).unwrap_or(0),
        }
    }
}

/// `%d %i %u %o %x %X`.
pub fn format_int(out: &mut Vec<u8>, field: &Field, value: Int<'_>) {
    let (radix, prefix) = match field.kind {
        b'o' => (8, "0o"),
        b'x' => (16, "0x"),
        b'X' => (16, "0X"),
        _ => (10, ""),
    };
    if let Int::Small(n) = value
        && radix == 10
        && field.precision.is_none()
    {
        let mut buffer = [0; 20];
        let start = quick::decimal(&mut buffer, 20, n.unsigned_abs());
        return pad_number(out, field, n < 0, "", &buffer[start..]);
    }
    let mut digits = value.digits(radix);
    if field.kind == b'X' {
        digits.make_ascii_uppercase();
    }
    if let Some(precision) = field.precision.filter(|&precision| precision > digits.len()) {
        digits.insert_str(0, &"0".repeat(precision - digits.len()));
    }
    let prefix = if field.alternate { prefix } else { "" };
    pad_number(out, field, value.is_negative(), prefix, digits.as_bytes());
}

/// `%e %E %f %F %g %G`.
pub fn format_float(out: &mut Vec<u8>, field: &Field, value: f64) {
    let precision = field.precision.unwrap_or(6);
    let shape = float::Shape {
        alternate: field.alternate,
        dot_zero: false,
    };
    let mut buffer = [0; 32];
    if matches!(field.kind, b'f' | b'F')
        && !field.alternate
        && let Some(start) = float::fixed_digits(value, precision, &mut buffer)
    {
        return pad_number(out, field, value.is_sign_negative(), "", &buffer[start..]);
    }
    let mut text = match field.kind {
        b'e' | b'E' => float::format_exp(value, precision, shape),
        b'f' | b'F' => float::format_fixed(value, precision, shape),
        _ => float::format_general(value, precision, shape),
    };
    if field.kind.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    match text.strip_prefix('-') {
        Some(digits) => pad_number(out, field, true, "", digits.as_bytes()),
        None => pad_number(out, field, false, "", text.as_bytes()),
    }
}

/// `%s %r %a` on WTF-8 text: cut to the precision, padded to the width.
pub fn format_text(out: &mut Vec<u8>, field: &Field, text: &[u8]) {
    let shown = match field.precision {
        Some(limit) => &text[..walk::truncated_length(text, limit)],
        None => text,
    };
    let length = if field.width == 0 { 0 } else { walk::count(shown) };
    pad_text(out, field, shown, length);
}

/// `%b %s %r %a` of a `bytes` format: cut and padded by bytes.
pub fn format_bytes(out: &mut Vec<u8>, field: &Field, text: &[u8]) {
    let shown = &text[..field.precision.unwrap_or(text.len()).min(text.len())];
    pad_text(out, field, shown, shown.len());
}

/// `%c` on text; a precision does not cut it.
pub fn format_char(out: &mut Vec<u8>, field: &Field, c: u32) {
    let mut text = Vec::with_capacity(4);
    walk::push(&mut text, c);
    pad_text(out, field, &text, 1);
}

fn pad_text(out: &mut Vec<u8>, field: &Field, text: &[u8], length: usize) {
    let padding = field.width.saturating_sub(length);
    let (before, after) = if field.left { (0, padding) } else { (padding, 0) };
    layout::fill(out, u32::from(b' '), before);
    out.extend_from_slice(text);
    layout::fill(out, u32::from(b' '), after);
}

fn pad_number(out: &mut Vec<u8>, field: &Field, negative: bool, prefix: &str, digits: &[u8]) {
    let sign: &[u8] = match (negative, field.plus, field.space) {
        (true, ..) => b"-",
        (_, true, _) => b"+",
        (_, _, true) => b" ",
        _ => b"",
    };
    let padding = field.width.saturating_sub(sign.len() + prefix.len() + digits.len());
    let (spaces, zeros, after) = match (field.left, field.zero) {
        (true, _) => (0, 0, padding),
        (_, true) => (0, padding, 0),
        _ => (padding, 0, 0),
    };
    layout::fill(out, u32::from(b' '), spaces);
    out.extend_from_slice(sign);
    out.extend_from_slice(prefix.as_bytes());
    layout::fill(out, u32::from(b'0'), zeros);
    out.extend_from_slice(digits);
    layout::fill(out, u32::from(b' '), after);
}
