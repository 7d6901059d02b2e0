//! Rungs in one Rust function each: boxes, registers in memory, decoded instructions, dispatch by `match`.

use crate::heap::value::{Value, try_add, try_sub};
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::host::rungs::opaque::{forget_memory, opaque};
use crate::interp::steps::counted::advance;

/// Registers of the loop: the sum, the loop variable, and the state of the range, of which the rungs leave the marker out: the next
/// item, how many are left, the step.
pub const SUM: usize = 0;
pub const ITEM: usize = 1;
pub const STATE: usize = 2;
pub const LEFT: usize = STATE + 2;
pub const STEP: usize = STATE + 3;
pub const REGISTERS: usize = 8;

/// Opcodes of the rungs.
pub mod op {
    pub const HALT: u8 = 0;
    /// `a = b + c`
    pub const ADD: u8 = 1;
    /// `a` becomes the next item of the range at `b` and control goes to the label, or on at the end.
    pub const NEXT: u8 = 2;
    /// Others, which the loop does not have: with few arms `match` would be a comparison, not a jump table.
    pub const SUB: u8 = 3;
    pub const COPY: u8 = 4;
    pub const CLEAR: u8 = 5;
    pub const JUMP: u8 = 6;
    pub const NOP: u8 = 7;
    /// `a = a + b`, and the step of the `NEXT` behind it.
    pub const ADD_NEXT: u8 = 8;
}

/// The loop's code: `L: add; next to L; halt`, entered at `next`.
pub const CODE: [u8; 16] = {
    let back = (-4i32).to_le_bytes();
    let (sum, item, state) = (SUM as u8, ITEM as u8, STATE as u8);
    [
        op::ADD,
        sum,
        sum,
        item,
        op::NEXT,
        item,
        state,
        0,
        back[0],
        back[1],
        back[2],
        back[3],
        op::HALT,
        0,
        0,
        0,
    ]
};
/// Where it is entered.
pub const ENTRY: usize = 4;

/// The registers before the loop.
pub fn start(n: u64) -> [Value; REGISTERS] {
    let mut registers = [Value::small_int(0); REGISTERS];
    registers[LEFT] = Value::from_bits(n);
    registers[STEP] = Value::from_bits(1);
    registers
}

fn hidden(value: Value) -> Value {
    Value::from_bits(opaque(value.bits()))
}

/// Operands in boxes, whose types are tested, as is the range of the sum. All is in machine registers.
pub fn boxed(n: u64) -> Option<i64> {
    let (mut sum, mut next, mut left) = (Value::small_int(0), Value::small_int(0), n as i64);
    loop {
        left -= 1;
        if left < 0 {
            return sum.as_int();
        }
        let item = next;
        next = hidden(Value::from_bits(item.bits().wrapping_add(1)));
        sum = hidden(try_add(sum, item)?);
    }
}

/// As `boxed`, and operands and results are in memory.
pub fn memory(n: u64) -> Option<i64> {
    let mut registers = start(n);
    let r = opaque(registers.as_mut_ptr() as u64) as *mut Value;
    // SAFETY: the numbers are those of registers.
    unsafe {
        while advance(r.add(STATE), r.add(ITEM)) {
            forget_memory();
            *r.add(SUM) = try_add(*r.add(SUM), *r.add(ITEM))?;
            forget_memory();
        }
        (*r.add(SUM)).as_int()
    }
}

/// As `memory`, and which registers they are is read from instructions, as is where the loop goes on. That the instructions are an
/// addition and a step of a range is still known.
pub fn decoded(n: u64) -> Option<i64> {
    let mut registers = start(n);
    let r = opaque(registers.as_mut_ptr() as u64) as *mut Value;
    // SAFETY: the code is a constant, whose operands name registers and whose label is its start.
    unsafe {
        let mut pc = opaque(CODE.as_ptr() as u64) as *const u8;
        pc = Narrow::after(pc, 0);
        while advance(r.add(Narrow::b(pc)), r.add(Narrow::a(pc))) {
            pc = Narrow::target(pc, 0);
            forget_memory();
            *r.add(Narrow::a(pc)) = try_add(*r.add(Narrow::b(pc)), *r.add(Narrow::c(pc)))?;
            pc = Narrow::after(pc, 0);
            forget_memory();
        }
        (*r.add(SUM)).as_int()
    }
}

/// As `decoded`, and what an instruction does is found by its opcode: by `match` in a loop.
pub fn matched(n: u64) -> Option<i64> {
    let mut registers = start(n);
    let r = opaque(registers.as_mut_ptr() as u64) as *mut Value;
    // SAFETY: the code is a constant, as above.
    unsafe {
        let mut pc = (opaque(CODE.as_ptr() as u64) as *const u8).add(ENTRY);
        loop {
            forget_memory();
            match *pc {
                op::HALT => return (*r.add(SUM)).as_int(),
                op::ADD => {
                    *r.add(Narrow::a(pc)) = try_add(*r.add(Narrow::b(pc)), *r.add(Narrow::c(pc)))?;
                    pc = Narrow::after(pc, 0);
                }
                op::NEXT if advance(r.add(Narrow::b(pc)), r.add(Narrow::a(pc))) => pc = Narrow::target(pc, 0),
                op::NEXT => pc = Narrow::after(pc, 1),
                op::SUB => {
                    let (lhs, rhs) = (*r.add(Narrow::b(pc)), *r.add(Narrow::c(pc)));
                    *r.add(Narrow::a(pc)) = try_sub(lhs, rhs)?;
                    pc = Narrow::after(pc, 0);
                }
                op::COPY => {
                    *r.add(Narrow::a(pc)) = *r.add(Narrow::b(pc));
                    pc = Narrow::after(pc, 0);
                }
                op::CLEAR => {
                    *r.add(Narrow::a(pc)) = Value::UNBOUND;
                    pc = Narrow::after(pc, 0);
                }
                op::JUMP => pc = Narrow::target(pc, 0),
                op::NOP => pc = Narrow::after(pc, 0),
                _ => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::interp::host::rungs::register::{boxed, decoded, matched, memory};

    #[test]
    fn every_rung_computes_the_sum() {
        for rung in [boxed, memory, decoded, matched] {
            for n in [0, 1, 2, 1000] {
                assert_eq!(rung(n), Some((n * n.saturating_sub(1) / 2) as i64));
            }
        }
    }
}
