//! The instructions of a code object, decoded once.

use crate::bytecode::code::CodeData;
use crate::bytecode::insn::{self, Insn};
use crate::bytecode::isa::Operand;
use crate::bytecode::verify::fault::{Sound, broken, broken_at};

pub struct Text {
    pub insns: Vec<Insn>,
    pub offsets: Vec<u32>,
    /// By offset divided by 4: the instruction that starts there. All lengths are multiples of 4.
    starts: Vec<u32>,
    pub length: u32,
}

const NONE: u32 = u32::MAX;

impl Text {
    /// Decodes all instructions. Quickened opcodes are refused: they are made only by running.
    pub fn decode(code: &CodeData) -> Sound<Text> {
        let Some(length) = u32::try_from(code.bytes.len())
            .ok()
            .filter(|length| *length <= i32::MAX as u32)
        else {
            return broken("the code is too long");
        };
        let mut text = Text {
            insns: Vec::with_capacity(code.bytes.len() / 6),
            offsets: Vec::with_capacity(code.bytes.len() / 6),
            starts: vec![NONE; code.bytes.len() / 4 + 1],
            length,
        };
        let mut offset = 0;
        while offset < length {
            let Some(insn) = insn::decode(&code.bytes, offset as usize) else {
                return broken_at(offset, "no whole instruction");
            };
            if insn.op.generic() != insn.op {
                return broken_at(offset, format!("{} is made only by running", insn.op.row().name));
            }
            text.starts[offset as usize / 4] = text.insns.len() as u32;
            text.insns.push(insn);
            text.offsets.push(offset);
            offset += insn.length as u32;
        }
        match text.insns.last() {
            None => broken("no instructions"),
            Some(last) if !last.op.ends_block() => broken("control runs off the end"),
            Some(_) => Ok(text),
        }
    }

    /// The index of the instruction that starts at `offset`.
    pub fn index_at(&self, offset: i64) -> Option<usize> {
        if offset < 0 || offset >= i64::from(self.length) || offset % 4 != 0 {
            return None;
        }
        let index = self.starts[offset as usize / 4];
        (index != NONE).then_some(index as usize)
    }

    /// The index of the instruction that the label of instruction `index` means, if it has a label.
    pub fn target(&self, index: usize) -> Option<Sound<usize>> {
        let insn = &self.insns[index];
        let place = insn
            .op
            .row()
            .operands
            .iter()
            .position(|&(_, kind)| kind == Operand::Label)?;
        let offset = self.offsets[index];
        let target = self.index_at(i64::from(offset) + insn.operands[place]);
        Some(match target {
            Some(target) => Ok(target),
            None => broken_at(offset, "jumps to where no instruction starts"),
        })
    }
}
