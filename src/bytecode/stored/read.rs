//! From bytes to code objects, checked: whatever the bytes, the answer is plain data of sound form or nothing. What the
//! instructions do is for `verify` to judge.

use std::rc::Rc;

use rustpython_wtf8::Wtf8;

use crate::bytecode::code::{CodeData, Constant, Cover, Flags, LineTable};
use crate::bytecode::names::{Bytes, Name, NameList, Names};
use crate::bytecode::stored::write::tag;

/// How deep code and constants may be nested in each other.
const DEPTH_MAX: u32 = 300;

/// The rest of the bytes, and what they may refer to.
struct Reader<'b> {
    bytes: &'b [u8],
    names: Names,
    filename: Rc<str>,
    depth: u32,
}

/// The code object that was stored, with this file name; `None` if the bytes are no stored code object, whole and nothing else.
pub fn read(bytes: &[u8], filename: &str) -> Option<CodeData> {
    let mut reader = Reader {
        bytes,
        names: Names::default(),
        filename: filename.into(),
        depth: 0,
    };
    let count = reader.count()?;
    for _ in 0..count {
        let name = std::str::from_utf8(reader.text()?).ok()?;
        reader.names.add(name);
    }
    let code = reader.code()?;
    reader.names.finish();
    reader.bytes.is_empty().then_some(code)
}

impl<'b> Reader<'b> {
    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(byte)
    }

    fn number(&mut self) -> Option<u64> {
        let first = self.byte()?;
        if first < 0x80 {
            return Some(u64::from(first));
        }
        let mut n = u64::from(first & 0x7F);
        for shift in (7..64).step_by(7) {
            let byte = self.byte()?;
            n |= u64::from(byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(n);
            }
        }
        None
    }

    fn word(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    fn signed(&mut self) -> Option<i64> {
        let n = self.number()?;
        Some((n >> 1) as i64 ^ -((n & 1) as i64))
    }

    /// A number of things that follow; each takes a byte at least, so that no count asks for more memory than the bytes do.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.bytes.len()).then_some(count)
    }

    fn text(&mut self) -> Option<&'b [u8]> {
        let length = self.count()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(text)
    }

    fn bits(&mut self) -> Option<u64> {
        let (bytes, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(u64::from_le_bytes(*bytes))
    }

    /// The number of a name that there is.
    fn name_number(&mut self) -> Option<u32> {
        let number = self.word()?;
        (number < self.names.count()).then_some(number)
    }

    fn name(&mut self) -> Option<Name> {
        let number = self.name_number()?;
        Some(self.names.name(number))
    }

    fn shared_bytes(&mut self) -> Option<Bytes> {
        let bytes = self.text()?;
        Some(self.names.bytes(bytes))
    }

    fn names(&mut self) -> Option<NameList> {
        let numbers = self.many(Reader::name_number)?;
        Some(self.names.list(&numbers))
    }

    fn many<T>(&mut self, one: impl Fn(&mut Reader<'b>) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        let mut all = Vec::with_capacity(count);
        for _ in 0..count {
            all.push(one(self)?);
        }
        Some(all)
    }

    fn code(&mut self) -> Option<CodeData> {
        let code = CodeData {
            filename: self.filename.clone(),
            name: self.name()?,
            qualname: self.name()?,
            first_line: self.word()?,
            flags: Flags(self.word()?),
            positional_only: self.word()?,
            positional: self.word()?,
            keyword_only: self.word()?,
            registers: self.word()?,
            free_first: self.word()?,
            has_doc: self.number()? != 0,
            locals: self.names()?,
            free: self.names()?,
            sites: self.names()?,
            cells: self.many(Reader::word)?,
            bytes: self.shared_bytes()?,
            cover: self.many(Reader::cover)?,
            lines: LineTable(self.shared_bytes()?),
            constants: self.many(Reader::constant)?,
        };
        Some(code)
    }

    fn cover(&mut self) -> Option<Cover> {
        Some(Cover {
            start: self.word()?,
            end: self.word()?,
            handler: self.word()?,
            register: self.number()?.try_into().ok()?,
        })
    }

    fn constant(&mut self) -> Option<Constant> {
        Some(match self.byte()? {
            tag::NONE => Constant::None,
            tag::TRUE => Constant::True,
            tag::FALSE => Constant::False,
            tag::ELLIPSIS => Constant::Ellipsis,
            tag::INT => Constant::Int(self.signed()?),
            tag::BIG_INT => self.big()?,
            tag::FLOAT => Constant::Float(self.bits()?),
            tag::COMPLEX => Constant::Complex(self.bits()?, self.bits()?),
            tag::STR => {
                let text = self.text()?;
                if simdutf8::basic::from_utf8(text).is_err() {
                    Wtf8::from_bytes(text)?;
                }
                Constant::Str(text.into())
            }
            tag::BYTES => Constant::Bytes(self.text()?.into()),
            tag @ (tag::TUPLE | tag::FROZEN_SET | tag::SLICE | tag::CODE) => {
                if self.depth == DEPTH_MAX {
                    return None;
                }
                self.depth += 1;
                let inner = self.nested(tag)?;
                self.depth -= 1;
                inner
            }
            _ => return None,
        })
    }

    fn nested(&mut self, tag: u8) -> Option<Constant> {
        Some(match tag {
            tag::TUPLE => Constant::Tuple(self.many(Reader::constant)?),
            tag::FROZEN_SET => Constant::FrozenSet(self.many(Reader::constant)?),
            tag::SLICE => {
                let parts = [self.constant()?, self.constant()?, self.constant()?];
                Constant::Slice(Box::new(parts))
            }
            _ => Constant::Code(Rc::new(self.code()?)),
        })
    }

    fn big(&mut self) -> Option<Constant> {
        let radix = self.word()?;
        let digits = std::str::from_utf8(self.text()?).ok()?;
        let plain = digits.strip_prefix('-').unwrap_or(digits);
        let is_number = matches!(radix, 2 | 8 | 10 | 16) && plain.chars().all(|digit| digit.is_digit(radix));
        (is_number && !plain.is_empty()).then(|| Constant::BigInt {
            radix,
            digits: digits.to_string(),
        })
    }
}
