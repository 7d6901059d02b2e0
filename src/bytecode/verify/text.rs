//! The instructions of a code object, decoded once, in a compact form.

use crate::bytecode::code::CodeData;
use crate::bytecode::insn;
use crate::bytecode::isa::{OPS, Op};
use crate::bytecode::shape::{NO_PLACE, Shape, shapes};
use crate::bytecode::verify::fault::{Sound, broken, broken_at};

/// One instruction. Signed operands are extended to 32 bits.
#[derive(Clone, Copy)]
pub struct Insn {
    pub op: Op,
    pub operands: [u32; 4],
    pub offset: u32,
    /// The index of the instruction that its label means, or `NONE`.
    pub target: u32,
    /// The number of the place where paths meet here, or `NONE`: for `flow`.
    pub meeting: u32,
}

pub struct Text {
    pub insns: Vec<Insn>,
    /// The indices of those with a label.
    pub jumps: Vec<u32>,
    /// By offset divided by 4: the instruction that starts there. All lengths are multiples of 4.
    starts: Vec<u32>,
    pub shapes: &'static [Shape],
    pub length: u32,
}

pub const NONE: u32 = u32::MAX;

impl Text {
    pub fn new() -> Text {
        Text {
            insns: Vec::new(),
            jumps: Vec::new(),
            starts: Vec::new(),
            shapes: shapes(),
            length: 0,
        }
    }

    /// Decodes all instructions in place of those decoded before. Quickened opcodes are refused: they are made only by running.
    pub fn decode(&mut self, code: &CodeData) -> Sound {
        let Some(length) = u32::try_from(code.bytes.len())
            .ok()
            .filter(|length| *length <= i32::MAX as u32)
        else {
            return broken("the code is too long");
        };
        self.length = length;
        self.insns.clear();
        self.jumps.clear();
        self.starts.clear();
        self.starts.resize(code.bytes.len() / 4 + 1, NONE);
        let mut offset = 0;
        while offset < length {
            let Some((op, operands, bytes)) = self.one(&code.bytes[offset as usize..]) else {
                return broken_at(offset, "no whole instruction");
            };
            let shape = &self.shapes[op as usize];
            if !shape.is_generic {
                return broken_at(offset, format!("{} is made only by running", op.row().name));
            }
            let index = self.insns.len() as u32;
            self.starts[offset as usize / 4] = index;
            if shape.label != NO_PLACE {
                self.jumps.push(index);
            }
            self.insns.push(Insn {
                op,
                operands,
                offset,
                target: NONE,
                meeting: NONE,
            });
            offset += bytes;
        }
        match self.insns.last() {
            None => broken("no instructions"),
            Some(last) if !last.op.ends_block() => broken("control runs off the end"),
            Some(_) => self.find_targets(),
        }
    }

    /// The first instruction of `text` and its length in bytes. The short form is read by its shape, the wide one by `insn`.
    #[inline]
    fn one(&self, text: &[u8]) -> Option<(Op, [u32; 4], u32)> {
        let (&[first, a, b, c], rest) = text.split_first_chunk()?;
        if first == Op::wide as u8 {
            return wide(text);
        }
        let (&op, shape) = (OPS.get(first as usize)?, self.shapes.get(first as usize)?);
        let mut operands = [u32::from(a), u32::from(b), u32::from(c), 0];
        if shape.immediate != NO_PLACE {
            let value = &mut operands[shape.immediate as usize & 3];
            *value = *value as u8 as i8 as i32 as u32;
        }
        let words = rest.get(..4 * shape.words as usize)?;
        for (place, word) in (shape.words_from as usize..).zip(words.chunks_exact(4)) {
            operands[place & 3] = u32::from_le_bytes([word[0], word[1], word[2], word[3]]);
        }
        Some((op, operands, 4 + 4 * u32::from(shape.words)))
    }

    fn find_targets(&mut self) -> Sound {
        for index in 0..self.jumps.len() {
            let index = self.jumps[index] as usize;
            let insn = &self.insns[index];
            let label = self.shapes[insn.op as usize].label;
            let distance = insn.operands[label as usize] as i32;
            let Some(found) = self.index_at(i64::from(insn.offset) + i64::from(distance)) else {
                return broken_at(insn.offset, "jumps to where no instruction starts");
            };
            self.insns[index].target = found as u32;
        }
        Ok(())
    }

    pub fn shape(&self, insn: &Insn) -> &'static Shape {
        &self.shapes[insn.op as usize]
    }

    /// The index of the instruction that starts at `offset`.
    pub fn index_at(&self, offset: i64) -> Option<usize> {
        if offset < 0 || offset >= i64::from(self.length) || offset % 4 != 0 {
            return None;
        }
        let index = self.starts[offset as usize / 4];
        (index != NONE).then_some(index as usize)
    }
}

#[cold]
fn wide(text: &[u8]) -> Option<(Op, [u32; 4], u32)> {
    let insn = insn::decode(text, 0)?;
    let operands = [0, 1, 2, 3].map(|place| insn.operands[place] as u32);
    Some((insn.op, operands, insn.length as u32))
}
