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

/// What the assembler needs of a row, in sixteen bytes: the table is looked at for every instruction that is made.
#[derive(Clone, Copy)]
#[repr(align(16))]
pub struct Form {
    /// All ones for operands that are registers, windows included.
    pub placed: [i8; 4],
    /// All ones for operands in a byte of the base instruction, and what makes them unsigned.
    pub bytes: [i8; 4],
    pub shifts: [u8; 4],
    pub words_from: u8,
    /// Of the instruction that is not wide.
    pub length: u8,
    /// As in `Shape`.
    pub label: u8,
    pub ends_block: bool,
}

const _: () = assert!(size_of::<Form>() == 16);

impl Form {
    fn new(op: Op) -> Form {
        let shape = shape(op);
        let mut form = Form {
            placed: [0; 4],
            bytes: [0; 4],
            shifts: [0; 4],
            words_from: shape.words_from,
            length: 4 + 4 * shape.words,
            label: shape.label,
            ends_block: op.ends_block(),
        };
        for (place, kind) in shape.kinds().iter().enumerate().take(3) {
            form.placed[place] = -i8::from(shape.registers >> place & 1 != 0);
            form.bytes[place] = -i8::from(matches!(kind, Kind::Unsigned | Kind::Signed));
            form.shifts[place] = if *kind == Kind::Signed { 0x80 } else { 0 };
        }
        form
    }
}

static FORMS: LazyLock<Box<[Form; 256]>> = LazyLock::new(|| {
    let mut forms = Box::new([Form::new(OPS[0]); 256]);
    for &op in OPS {
        forms[op as usize] = Form::new(op);
    }
    forms
});

/// The forms of all opcodes, by number.
pub fn forms() -> &'static [Form; 256] {
    &FORMS
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
