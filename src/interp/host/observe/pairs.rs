//! `-X ops`: rows of up to three instructions.

use crate::bytecode::isa::Op;
use crate::bytecode::shape;
use crate::interp::dispatch::encoding::{Encoding, Narrow, Wide};
use crate::interp::frame::Place;
use crate::vm::counts::Counts;
use crate::vm::state::Vm;

/// Counts from now on.
pub fn begin(vm: &mut Vm) {
    vm.counts = Some(Box::new(Counts::default()));
    vm.observe = Some(note);
    vm.watched = true;
}

fn note(vm: &mut Vm, (pc, ..): Place) {
    // SAFETY: dispatch is at an instruction; behind the prefix stands the opcode.
    let (byte, base) = unsafe {
        match *pc {
            op if op == Op::wide as u8 => (*pc.add(1), Wide::BASE),
            op => (op, Narrow::BASE),
        }
    };
    let words = Op::from_byte(byte).map_or(0, |op| shape::shape(op).words);
    if let Some(counts) = &mut vm.counts {
        counts.note(pc as usize, byte, base + 4 * words as usize);
    }
}
