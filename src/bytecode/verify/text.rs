//! The instructions of a code object, decoded once.

use crate::bytecode::code::CodeData;
use crate::bytecode::insn::{self, Insn};
use crate::bytecode::shape::{NO_PLACE, Shape, shapes};
use crate::bytecode::verify::fault::{Sound, broken, broken_at};

pub struct Text {
    pub insns: Vec<Insn>,
    pub offsets: Vec<u32>,
    /// By instruction: the index of the one that its label means, or `NONE`.
    pub targets: Vec<u32>,
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
            offsets: Vec::new(),
            targets: Vec::new(),
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
        self.offsets.clear();
        self.targets.clear();
        self.starts.clear();
        self.starts.resize(code.bytes.len() / 4 + 1, NONE);
        let mut offset = 0;
        while offset < length {
            let Some(insn) = insn::decode(&code.bytes, offset as usize) else {
                return broken_at(offset, "no whole instruction");
            };
            if !insn.op.is_generic() {
                return broken_at(offset, format!("{} is made only by running", insn.op.row().name));
            }
            self.starts[offset as usize / 4] = self.insns.len() as u32;
            offset += insn.length as u32;
            self.offsets.push(offset - insn.length as u32);
            self.insns.push(insn);
        }
        match self.insns.last() {
            None => broken("no instructions"),
            Some(last) if !last.op.ends_block() => broken("control runs off the end"),
            Some(_) => self.find_targets(),
        }
    }

    fn find_targets(&mut self) -> Sound {
        for (insn, &offset) in self.insns.iter().zip(&self.offsets) {
            let label = self.shapes[insn.op as usize].label;
            let mut target = NONE;
            if label != NO_PLACE {
                let Some(found) = self.index_at(i64::from(offset) + insn.operands[label as usize]) else {
                    return broken_at(offset, "jumps to where no instruction starts");
                };
                target = found as u32;
            }
            self.targets.push(target);
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
