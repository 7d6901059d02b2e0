//! The usual specifications, `5d`, `05`, `>10`, `,`, `.2f`, `8.3f`, without an allocation. Whatever else a specification may say
//! is left to the general way: functions here answer `None` or `false` where they are not sure.

use crate::base::float;

/// Widths and precisions that fit a [`Line`].
const WIDTH_MAX: usize = 64;
const PRECISION_MAX: usize = 17;

/// A short text under construction: ASCII.
pub struct Line {
    bytes: [u8; WIDTH_MAX + 48],
    len: usize,
}

/// What a usual specification says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Usual {
    /// `<`, `>`, `^`, or 0.
    pub align: u8,
    /// A sign always.
    plus: bool,
    /// Zeros between sign and digits.
    zero: bool,
    pub width: usize,
    comma: bool,
    precision: Option<usize>,
    /// 0 for none.
    kind: u8,
}

impl Usual {
    /// Reads `[<>^][+][0][width][,][.precision][kind]`; `None` for anything else.
    pub fn read(spec: &[u8]) -> Option<Usual> {
        let mut rest = spec;
        let mut take = |wanted: &[u8]| match rest {
            [first, after @ ..] if wanted.contains(first) => {
                rest = after;
                Some(*first)
            }
            _ => None,
        };
        let align = take(b"<>^").unwrap_or(0);
        let plus = take(b"+").is_some();
        let zero = take(b"0").is_some();
        let mut width = 0;
        while let Some(digit) = take(b"0123456789") {
            width = width * 10 + usize::from(digit - b'0');
            if width > WIDTH_MAX {
                return None;
            }
        }
        let comma = take(b",").is_some();
        let mut precision = None;
        if take(b".").is_some() {
            let mut digits = usize::from(take(b"0123456789")? - b'0');
            while let Some(digit) = take(b"0123456789") {
                digits = digits * 10 + usize::from(digit - b'0');
                if digits > PRECISION_MAX {
                    return None;
                }
            }
            precision = Some(digits);
        }
        let kind = take(b"dfsxXbo").unwrap_or(0);
        let usual = Usual {
            align,
            plus,
            zero,
            width,
            comma,
            precision,
            kind,
        };
        (rest.is_empty() && !(zero && (align != 0 || comma))).then_some(usual)
    }
    /// Whether this is only a width, for a text.
    pub fn is_for_text(&self) -> bool {
        matches!(self.kind, 0 | b's') && !self.plus && !self.zero && !self.comma && self.precision.is_none()
    }
    /// Spaces before and after `length` characters, where no alignment means `default`.
    pub fn margins(&self, length: usize, default: u8) -> (usize, usize) {
        let padding = self.width.saturating_sub(length);
        match if self.align == 0 { default } else { self.align } {
            b'<' => (0, padding),
            b'^' => (padding / 2, padding - padding / 2),
            _ => (padding, 0),
        }
    }
}

/// Writes the digits of `n` in front of `end`; answers where they begin.
pub fn decimal(buffer: &mut [u8], end: usize, n: u64) -> usize {
    let (mut at, mut rest) = (end, n);
    while rest >= 100 {
        let pair = (rest % 100) as u8;
        rest /= 100;
        at -= 2;
        (buffer[at], buffer[at + 1]) = (b'0' + pair / 10, b'0' + pair % 10);
    }
    if rest >= 10 {
        at -= 1;
        buffer[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    at -= 1;
    buffer[at] = b'0' + rest as u8;
    at
}

impl Line {
    fn new() -> Line {
        Line {
            bytes: [b' '; WIDTH_MAX + 48],
            len: 0,
        }
    }

    pub fn text(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// `format(n, spec)` of a usual specification.
    pub fn of_int(n: i64, usual: &Usual) -> Option<Line> {
        if usual.precision.is_some() {
            return None;
        }
        let mut digits = [0; 64];
        let magnitude = n.unsigned_abs();
        let start = match usual.kind {
            0 | b'd' => decimal(&mut digits, 64, magnitude),
            b'x' if !usual.comma => in_bits(&mut digits, magnitude, 4, LOWER),
            b'X' if !usual.comma => in_bits(&mut digits, magnitude, 4, b"0123456789ABCDEF"),
            b'o' if !usual.comma => in_bits(&mut digits, magnitude, 3, LOWER),
            b'b' if !usual.comma => in_bits(&mut digits, magnitude, 1, LOWER),
            _ => return None,
        };
        Some(Line::number(n < 0, &digits[start..], usual))
    }

    /// `format(x, spec)` of a usual specification with the kind `f`.
    pub fn of_float(x: f64, usual: &Usual) -> Option<Line> {
        if usual.kind != b'f' {
            return None;
        }
        let mut digits = [0; 32];
        let start = float::fixed_digits(x, usual.precision.unwrap_or(6), &mut digits)?;
        Some(Line::number(x.is_sign_negative(), &digits[start..], usual))
    }

    /// A number of these digits, which may have a point, with what the specification asks for around and between them.
    fn number(negative: bool, digits: &[u8], usual: &Usual) -> Line {
        let mut line = Line::new();
        let whole = digits.iter().position(|&b| b == b'.').unwrap_or(digits.len());
        let gaps = if usual.comma { (whole - 1) / 3 } else { 0 };
        let signs = usize::from(negative || usual.plus);
        let length = signs + digits.len() + gaps;
        let (before, after) = usual.margins(length, b'>');
        let sign_at = if usual.zero { 0 } else { before };
        if usual.zero {
            line.bytes[..before + signs].fill(b'0');
        }
        if signs > 0 {
            line.bytes[sign_at] = if negative { b'-' } else { b'+' };
        }
        let mut at = before + signs;
        for (i, &digit) in digits.iter().enumerate() {
            if usual.comma && i > 0 && i < whole && (whole - i) % 3 == 0 {
                line.bytes[at] = b',';
                at += 1;
            }
            line.bytes[at] = digit;
            at += 1;
        }
        line.len = at + after;
        line
    }
}

const LOWER: &[u8; 16] = b"0123456789abcdef";

/// `n` in base 2, 8 or 16 (`shift` bits a digit) with a prefix, as `bin`, `oct` and `hex` show it.
pub fn prefixed(n: i64, shift: u32, prefix: &str) -> Line {
    let mut digits = [0; 64];
    let start = in_bits(&mut digits, n.unsigned_abs(), shift, LOWER);
    let mut line = Line::new();
    let sign: &[u8] = if n < 0 { b"-" } else { b"" };
    for part in [sign, prefix.as_bytes(), &digits[start..]] {
        line.bytes[line.len..line.len + part.len()].copy_from_slice(part);
        line.len += part.len();
    }
    line
}

/// Writes `n` at the end of `buffer` with a digit for every `shift` bits; answers where it begins.
fn in_bits(buffer: &mut [u8; 64], n: u64, shift: u32, digits: &[u8; 16]) -> usize {
    let (mut at, mut rest) = (buffer.len(), n);
    loop {
        at -= 1;
        buffer[at] = digits[rest as usize & ((1 << shift) - 1)];
        rest >>= shift;
        if rest == 0 {
            return at;
        }
    }
}
