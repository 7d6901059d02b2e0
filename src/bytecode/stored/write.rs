//! From code objects to bytes.

use std::collections::HashMap;

use crate::bytecode::code::{CodeData, Constant};
use crate::bytecode::names::NameList;

/// What stands in front of a constant. `read` knows the same.
pub mod tag {
    pub const NONE: u8 = 0;
    pub const TRUE: u8 = 1;
    pub const FALSE: u8 = 2;
    pub const ELLIPSIS: u8 = 3;
    pub const INT: u8 = 4;
    pub const BIG_INT: u8 = 5;
    pub const FLOAT: u8 = 6;
    pub const COMPLEX: u8 = 7;
    pub const STR: u8 = 8;
    pub const BYTES: u8 = 9;
    pub const TUPLE: u8 = 10;
    pub const FROZEN_SET: u8 = 11;
    pub const SLICE: u8 = 12;
    pub const CODE: u8 = 13;
}

#[derive(Default)]
struct Writer<'c> {
    bytes: Vec<u8>,
    names: Vec<&'c str>,
    places: HashMap<&'c str, u64>,
}

/// The stored form of `code` and all code in it. Recursion is as deep as functions and constants are nested, which the
/// compiler has bounded.
pub fn write(code: &CodeData) -> Vec<u8> {
    let mut body = Writer::default();
    body.code(code);
    let mut whole = Writer::default();
    whole.number(body.names.len() as u64);
    for name in &body.names {
        whole.text(name.as_bytes());
    }
    whole.bytes.extend_from_slice(&body.bytes);
    whole.bytes
}

impl<'c> Writer<'c> {
    fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.bytes.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.bytes.push(n as u8);
    }

    fn signed(&mut self, n: i64) {
        self.number(((n << 1) ^ (n >> 63)) as u64);
    }

    fn text(&mut self, text: &[u8]) {
        self.number(text.len() as u64);
        self.bytes.extend_from_slice(text);
    }

    fn name(&mut self, name: &'c str) {
        let next = self.names.len() as u64;
        let place = *self.places.entry(name).or_insert(next);
        if place == next {
            self.names.push(name);
        }
        self.number(place);
    }

    fn names(&mut self, names: &'c NameList) {
        self.number(names.len() as u64);
        for name in names.iter() {
            self.name(name);
        }
    }

    fn code(&mut self, code: &'c CodeData) {
        self.name(&code.name);
        self.name(&code.qualname);
        let numbers = [
            code.first_line,
            code.flags.0,
            code.positional_only,
            code.positional,
            code.keyword_only,
            code.registers,
            code.free_first,
            u32::from(code.has_doc),
        ];
        for number in numbers {
            self.number(u64::from(number));
        }
        self.names(&code.locals);
        self.names(&code.free);
        self.names(&code.sites);
        self.number(code.cells.len() as u64);
        for &cell in &code.cells {
            self.number(u64::from(cell));
        }
        self.text(&code.bytes);
        self.number(code.cover.len() as u64);
        for range in &code.cover {
            for number in [range.start, range.end, range.handler, u32::from(range.register)] {
                self.number(u64::from(number));
            }
        }
        self.text(&code.lines.0);
        self.constants(&code.constants);
    }

    fn constants(&mut self, constants: &'c [Constant]) {
        self.number(constants.len() as u64);
        for constant in constants {
            self.constant(constant);
        }
    }

    fn constant(&mut self, constant: &'c Constant) {
        self.bytes.push(tag_of(constant));
        match constant {
            Constant::None | Constant::True | Constant::False | Constant::Ellipsis => (),
            Constant::Int(n) => self.signed(*n),
            Constant::BigInt { radix, digits } => {
                self.number(u64::from(*radix));
                self.text(digits.as_bytes());
            }
            Constant::Float(bits) => self.bytes.extend_from_slice(&bits.to_le_bytes()),
            Constant::Complex(real, imaginary) => {
                self.bytes.extend_from_slice(&real.to_le_bytes());
                self.bytes.extend_from_slice(&imaginary.to_le_bytes());
            }
            Constant::Str(text) | Constant::Bytes(text) => self.text(text),
            Constant::Tuple(items) | Constant::FrozenSet(items) => self.constants(items),
            Constant::Slice(items) => items.iter().for_each(|item| self.constant(item)),
            Constant::Code(code) => self.code(code),
        }
    }
}

fn tag_of(constant: &Constant) -> u8 {
    match constant {
        Constant::None => tag::NONE,
        Constant::True => tag::TRUE,
        Constant::False => tag::FALSE,
        Constant::Ellipsis => tag::ELLIPSIS,
        Constant::Int(_) => tag::INT,
        Constant::BigInt { .. } => tag::BIG_INT,
        Constant::Float(_) => tag::FLOAT,
        Constant::Complex(..) => tag::COMPLEX,
        Constant::Str(_) => tag::STR,
        Constant::Bytes(_) => tag::BYTES,
        Constant::Tuple(_) => tag::TUPLE,
        Constant::FrozenSet(_) => tag::FROZEN_SET,
        Constant::Slice(_) => tag::SLICE,
        Constant::Code(_) => tag::CODE,
    }
}
