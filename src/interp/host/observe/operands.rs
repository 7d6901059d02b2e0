//! The two operands of arithmetic and comparisons, found by their names in the instruction table.

use std::sync::LazyLock;

use crate::bytecode::isa::{OPS, Op, Operand};
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::Encoding;

/// Where an operand is: its place among the instruction's bytes, and what that byte means.
type Place = (usize, Operand);

/// The places of both, by opcode.
static PLACES: LazyLock<Vec<Option<(Place, Place)>>> = LazyLock::new(|| OPS.iter().map(|&op| places(op)).collect());

fn places(op: Op) -> Option<(Place, Place)> {
    let mut found = op
        .row()
        .operands
        .iter()
        .enumerate()
        .filter(|(_, (name, _))| matches!(*name, "lhs" | "acc" | "rhs" | "imm" | "k"))
        .map(|(place, &(_, kind))| (place, kind));
    let pair = (found.next()?, found.next()?);
    (op != Op::is && op != Op::is_not).then_some(pair)
}

/// Whether an instruction is arithmetic with, or a comparison of, two values.
pub fn has_two(op: Op) -> bool {
    PLACES[op as usize].is_some()
}

/// Left and right operand of such an instruction.
///
/// # Safety
/// `pc` is at the instruction, in the frame with registers `r` and constants `k`.
pub unsafe fn two<E: Encoding>(op: Op, pc: *const u8, r: *mut Value, k: *mut Value) -> Option<(Value, Value)> {
    let (lhs, rhs) = PLACES[op as usize]?;
    // SAFETY: by the caller.
    let value = |(place, kind): Place| unsafe {
        let byte = match place {
            0 => E::a(pc),
            1 => E::b(pc),
            _ => E::c(pc),
        };
        match kind {
            Operand::Imm if place == 1 => Value::small_int(E::imm_b(pc)),
            Operand::Imm => Value::small_int(E::imm_c(pc)),
            Operand::Const => *k.add(byte),
            _ => *r.add(byte),
        }
    };
    Some((value(lhs), value(rhs)))
}
