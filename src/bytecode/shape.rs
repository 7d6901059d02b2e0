//! What encoder, decoder and verifier need of a row again and again, computed once for every opcode.

use crate::bytecode::isa::{OPS, Op, Operand};
use std::sync::LazyLock;

/// How an operand is encoded.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Unsigned, a byte or two of the base instruction.
    #[default]
    Unsigned,
    /// Signed, in the same place.
    Signed,
    /// A word behind it.
    Word,
    /// A signed word.
    SignedWord,
}

/// Places among the operands; `NO_PLACE` where the row has none of the kind.
#[derive(Clone, Copy, Default)]
pub struct Shape {
    kinds: [Kind; 5],
    count: u8,
    /// One bit an operand: it names a register.
    pub registers: u8,
    /// 32-bit words behind the base instruction; their operands stand last, from place `words_from` on.
    pub words: u8,
    pub words_from: u8,
    /// For operands that name one register: all ones.
    pub register_masks: [u32; 4],
    /// As `register_masks`, windows included.
    pub placed_masks: [u32; 3],
    /// All ones for operands in a byte of the base instruction, and what makes them unsigned.
    pub byte_masks: [u32; 3],
    pub shifts: [u32; 3],
    pub is_generic: bool,
    /// Operands that name one register that is read, or written.
    pub reads: Places,
    pub writes: Places,
    pub window: u8,
    /// The operand that is called `n`: how many registers or arguments there are.
    pub n: u8,
    pub immediate: u8,
    pub label: u8,
    pub site: u8,
    pub constant: u8,
}

/// At most three operand places.
#[derive(Clone, Copy, Default)]
pub struct Places {
    places: [u8; 3],
    count: u8,
}

impl Places {
    fn push(&mut self, place: u8) {
        self.places[self.count as usize] = place;
        self.count += 1;
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.places[..self.count as usize].iter().map(|&place| place as usize)
    }
}

pub const NO_PLACE: u8 = u8::MAX;

static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| OPS.iter().map(|&op| Shape::new(op)).collect());

pub fn shape(op: Op) -> &'static Shape {
    &SHAPES[op as usize]
}

/// The shapes of all opcodes, by number.
pub fn shapes() -> &'static [Shape] {
    &SHAPES
}

impl Shape {
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds[..self.count as usize]
    }

    fn new(op: Op) -> Shape {
        let mut shape = Shape {
            window: NO_PLACE,
            n: NO_PLACE,
            immediate: NO_PLACE,
            is_generic: op.is_generic(),
            label: NO_PLACE,
            site: NO_PLACE,
            constant: NO_PLACE,
            count: op.row().operands.len() as u8,
            words: op.row().words() as u8,
            ..Shape::default()
        };
        shape.words_from = shape.count - shape.words;
        for (place, &(name, kind)) in op.row().operands.iter().enumerate() {
            shape.kinds[place] = match kind {
                Operand::Label => Kind::SignedWord,
                Operand::Imm => Kind::Signed,
                kind if kind.is_word() => Kind::Word,
                _ => Kind::Unsigned,
            };
            let names_register = matches!(kind, Operand::In | Operand::Out | Operand::InOut | Operand::Window);
            shape.registers |= u8::from(names_register) << place;
            if names_register && kind != Operand::Window {
                shape.register_masks[place] = u32::MAX;
            }
            debug_assert!(
                kind.is_word() == (place >= shape.words_from as usize),
                "words stand last"
            );
            if names_register {
                shape.placed_masks[place] = u32::MAX;
            }
            if !kind.is_word() {
                shape.byte_masks[place] = u32::MAX;
                shape.shifts[place] = if kind == Operand::Imm { 0x80 } else { 0 };
            }
            let place = place as u8;
            if name == "n" {
                shape.n = place;
            }
            match kind {
                Operand::In => shape.reads.push(place),
                Operand::Out => shape.writes.push(place),
                Operand::InOut => {
                    shape.reads.push(place);
                    shape.writes.push(place);
                }
                Operand::Window => shape.window = place,
                Operand::Label => shape.label = place,
                Operand::Site => shape.site = place,
                Operand::Const | Operand::ConstWord => shape.constant = place,
                Operand::Imm => shape.immediate = place,
                Operand::Count | Operand::Word => {}
            }
        }
        shape
    }
}
