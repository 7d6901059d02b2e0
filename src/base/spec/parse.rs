//! `[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]` as plain data.

use std::borrow::Cow;

use crate::base::unicode;
use crate::base::wtf8::walk;

/// A refusal, with CPython's text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FormatError {
    /// A ValueError.
    Value(Cow<'static, str>),
    /// An OverflowError.
    Overflow(Cow<'static, str>),
    /// A TypeError.
    Type(Cow<'static, str>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    Left,
    Right,
    Center,
    /// Padding between the sign and the digits.
    AfterSign,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignStyle {
    /// Only '-'.
    Minus,
    Plus,
    Space,
}

/// Whose specification it is: sets the default alignment and type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    Int,
    Float,
    Complex,
    Str,
}

/// A parsed format specification.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spec {
    pub fill: u32,
    pub align: Align,
    pub sign: Option<SignStyle>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// ',' or '_' between the digits before the point.
    pub grouping: Option<u8>,
    pub precision: Option<usize>,
    /// ',' or '_' between the digits after the point.
    pub fraction_grouping: Option<u8>,
    /// The presentation type, the subject's default if none was written; 0 for a float or complex number without one.
    pub kind: u32,
}

impl Spec {
    /// Reads a specification for a value of class `class`, whose name goes into the error text.
    pub fn parse(text: &[u8], subject: Subject, class: &str) -> Result<Spec, FormatError> {
        let mut cursor = Cursor { text, at: 0 };
        let (align, kind) = match subject {
            Subject::Int => (Align::Right, u32::from(b'd')),
            Subject::Float | Subject::Complex => (Align::Right, 0),
            Subject::Str => (Align::Left, u32::from(b's')),
        };
        let mut spec = Spec {
            align,
            kind,
            ..Spec::PLAIN
        };
        cursor.flags(&mut spec);
        cursor.sizes(&mut spec)?;
        if let Some((kind, next)) = walk::decode(text, cursor.at) {
            if next < text.len() {
                let shown = walk::to_string_lossy(text);
                return Err(value_error(format!(
                    "Invalid format specifier '{shown}' for object of type '{class}'"
                )));
            }
            spec.kind = kind;
        }
        spec.check_groupings()?;
        Ok(spec)
    }

    const PLAIN: Spec = Spec {
        fill: b' ' as u32,
        align: Align::Right,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: None,
        precision: None,
        fraction_grouping: None,
        kind: 0,
    };

    fn check_groupings(&self) -> Result<(), FormatError> {
        let is = |kinds: &[u8]| u8::try_from(self.kind).is_ok_and(|kind| kinds.contains(&kind));
        if let Some(separator) = self.grouping
            && !(is(b"defgEG%F\0") || separator == b'_' && is(b"boxX"))
        {
            return Err(cannot_specify(separator, self.kind));
        }
        match self.fraction_grouping {
            Some(separator) if self.kind == u32::from(b'n') => Err(cannot_specify(separator, self.kind)),
            _ => Ok(()),
        }
    }
}

/// "Unknown format code …".
pub fn unknown_code(kind: u32, class: &str) -> FormatError {
    match char::from_u32(kind).filter(|&c| kind > 32 && kind < 128 && c.is_ascii()) {
        Some(c) => value_error(format!("Unknown format code '{c}' for object of type '{class}'")),
        None => value_error(format!(
            "Unknown format code '\\x{kind:x}' for object of type '{class}'"
        )),
    }
}

/// A ValueError with that text.
pub fn value_error(text: impl Into<Cow<'static, str>>) -> FormatError {
    FormatError::Value(text.into())
}

fn cannot_specify(separator: u8, kind: u32) -> FormatError {
    let separator = char::from(separator);
    match char::from_u32(kind).filter(|_| kind > 32 && kind < 128) {
        Some(c) => value_error(format!("Cannot specify '{separator}' with '{c}'.")),
        None => value_error(format!("Cannot specify '{separator}' with '\\x{kind:x}'.")),
    }
}

struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    fn take(&mut self, byte: u8) -> bool {
        let found = self.text.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    /// Fill, alignment, sign, `z`, `#` and `0`.
    fn flags(&mut self, spec: &mut Spec) {
        let align_at = |at: usize| self.text.get(at).copied().and_then(alignment);
        let mut filled = false;
        let mut aligned = false;
        if let Some((fill, after)) = walk::decode(self.text, self.at)
            && let Some(align) = align_at(after)
        {
            (spec.fill, spec.align, filled, aligned) = (fill, align, true, true);
            self.at = after + 1;
        } else if let Some(align) = align_at(self.at) {
            (spec.align, aligned) = (align, true);
            self.at += 1;
        }
        spec.sign = match self.text.get(self.at) {
            Some(b'+') => Some(SignStyle::Plus),
            Some(b'-') => Some(SignStyle::Minus),
            Some(b' ') => Some(SignStyle::Space),
            _ => None,
        };
        self.at += usize::from(spec.sign.is_some());
        spec.no_negative_zero = self.take(b'z');
        spec.alternate = self.take(b'#');
        if !filled && self.take(b'0') {
            spec.fill = u32::from(b'0');
            if !aligned && spec.align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
    }

    /// Width, grouping, precision and its grouping.
    fn sizes(&mut self, spec: &mut Spec) -> Result<(), FormatError> {
        spec.width = self.number()?.unwrap_or(0);
        spec.grouping = self.separator()?;
        if self.take(b'.') {
            spec.precision = self.number()?;
            spec.fraction_grouping = self.separator()?;
            if spec.precision.is_none() && spec.fraction_grouping.is_none() {
                return Err(value_error("Format specifier missing precision"));
            }
        }
        Ok(())
    }

    /// ',' or '_', once.
    fn separator(&mut self) -> Result<Option<u8>, FormatError> {
        let comma = self.take(b',');
        let underscore = self.take(b'_');
        if underscore && (comma || self.take(b',')) {
            return Err(value_error("Cannot specify both ',' and '_'."));
        }
        Ok(match (comma, underscore) {
            (true, _) => Some(b','),
            (_, true) => Some(b'_'),
            _ => None,
        })
    }

    fn number(&mut self) -> Result<Option<usize>, FormatError> {
        let mut value: Option<usize> = None;
        while let Some((c, next)) = walk::decode(self.text, self.at)
            && let Some(digit) = unicode::decimal_value(c)
        {
            let grown = value
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|sum| sum.checked_add(digit as usize));
            match grown.filter(|&sum| sum <= isize::MAX as usize) {
                Some(sum) => value = Some(sum),
                None => return Err(value_error("Too many decimal digits in format string")),
            }
            self.at = next;
        }
        Ok(value)
    }
}

fn alignment(byte: u8) -> Option<Align> {
    match byte {
        b'<' => Some(Align::Left),
        b'>' => Some(Align::Right),
        b'^' => Some(Align::Center),
        b'=' => Some(Align::AfterSign),
        _ => None,
    }
}
