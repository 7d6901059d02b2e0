//! Pairs of instructions that run as one. The first gets an opcode whose handler does the work of both; the second stays where it
//! is, for jumps to it and for what is raised in it. So the compiler, the verifier and whoever shows code know nothing of pairs.
//!
//! INVARIANT: both instructions are narrow, and the first has no words. The handler of a pair that finds other types than it is
//! made for changes nothing and leaves to the first instruction, or does that and leaves to the second.

use crate::bytecode::isa::Op;

/// The bytes of two narrow instructions.
pub type Pair = [u8; 8];

/// The instruction at `pc` and the one behind it.
///
/// # Safety
/// `pc` is at a narrow instruction of verified code without words, behind which control goes on.
pub unsafe fn at(pc: *const u8) -> Pair {
    // SAFETY: by the caller.
    unsafe { *pc.cast::<Pair>() }
}

/// The opcode of a pair whose first instruction was just loaded, if it begins one whatever the types are.
pub fn of_loaded(pair: &[u8]) -> Option<Op> {
    let &[first, dst, lhs, _, second, a, b, c] = pair else {
        return None;
    };
    let is = |op: Op| second == op as u8;
    match Op::from_byte(first)? {
        Op::load_item if is(Op::load_item) && b == dst => Some(Op::load_item_item),
        Op::add_imm if is(Op::load_item) && c == dst && b != dst => Some(Op::add_imm_item),
        Op::sub_imm if is(Op::load_item) && c == dst && b != dst => Some(Op::sub_imm_item),
        Op::store_item if is(Op::for_next) => Some(Op::store_item_next),
        Op::modulo_imm if is(Op::jump_not_eq_imm) && a == dst => Some(Op::modulo_imm_jump),
        Op::iadd_imm if is(Op::loop_lt) && a == dst && lhs == dst && b != dst => Some(Op::iadd_imm_loop),
        _ => None,
    }
}

/// The opcode of an instruction that has met floats, `op` if it begins no pair.
pub fn of_floats(op: Op, &[_, dst, _, _, second, a, b, c]: &Pair) -> Op {
    use Op::*;
    let Some(second) = Op::from_byte(second) else { return op };
    match (op, second) {
        (mul_float, add | add_float | iadd | iadd_float) if (b == dst) != (c == dst) => mul_add_float,
        (mul_float, sub | sub_float | isub | isub_float) if b != dst && c == dst => mul_sub_float,
        (mul_float, iadd_next | iadd_next_float) if a != dst && b == dst => mul_add_next_float,
        _ => op,
    }
}

/// What the first instruction of a pair is by itself.
pub fn apart(op: Op) -> Op {
    match op {
        Op::mul_add_float | Op::mul_sub_float | Op::mul_add_next_float => Op::mul_float,
        other => other.generic(),
    }
}

#[cfg(test)]
mod tests {
    use crate::bytecode::isa::{OPS, Op};
    use crate::interp::dispatch::pairs::{apart, of_floats, of_loaded};

    #[test]
    fn operands_decide() {
        let two = |first: Op, second: Op, operands: [u8; 6]| {
            let [a, b, c, x, y, z] = operands;
            [first as u8, a, b, c, second as u8, x, y, z]
        };
        let loads = |operands| of_loaded(&two(Op::load_item, Op::load_item, operands));
        assert_eq!(loads([5, 0, 1, 5, 5, 2]), Some(Op::load_item_item));
        assert_eq!(loads([5, 0, 1, 6, 0, 5]), None);
        let sums = |operands| of_floats(Op::mul_float, &two(Op::mul_float, Op::add, operands));
        assert_eq!(sums([5, 0, 1, 5, 2, 5]), Op::mul_add_float);
        assert_eq!(sums([5, 0, 1, 5, 5, 5]), Op::mul_float);
        assert_eq!(sums([5, 0, 1, 6, 2, 3]), Op::mul_float);
        assert_eq!(of_loaded(&[Op::load_item as u8, 0, 0, 0]), None);
    }

    #[test]
    fn apart_is_no_pair() {
        for &op in OPS {
            let first = apart(op);
            assert_eq!(first.generic(), op.generic());
            assert!(first == op || first == Op::mul_float || first == op.generic());
            assert!(apart(first) == first.generic());
        }
    }
}
