//! Pairs of instructions (and two triples) that run as one. The first gets an opcode whose handler does the work of both; the second
//! stays where it is, for jumps to it and for what is raised in it. So the compiler, the verifier and whoever shows code know nothing
//! of pairs.
//!
//! INVARIANT: all of them are narrow. The handler of a pair that finds other types than it is
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

/// The opcode of the pair that these bytes of an instruction that was just loaded begin, if they do whatever the types are.
pub fn of_loaded(bytes: &[u8]) -> Option<Op> {
    let &[first, dst, lhs, _, second, a, b, c, ..] = bytes else {
        return None;
    };
    let is = |op: Op| second == op as u8;
    match Op::from_byte(first)? {
        Op::load_item if is(Op::load_item) && b == dst => Some(Op::load_item_item),
        Op::add_imm if is(Op::load_item) && c == dst && b != dst => Some(Op::add_imm_item),
        Op::sub_imm if is(Op::load_item) && c == dst && b != dst => Some(Op::sub_imm_item),
        Op::sub_imm if is(Op::call) && b > 0 && u32::from(a) + u32::from(b) == u32::from(dst) => Some(Op::sub_imm_call),
        Op::store_item if is(Op::for_next) => Some(Op::store_item_next),
        Op::modulo_imm if is(Op::jump_not_eq_imm) && a == dst => Some(Op::modulo_imm_jump),
        Op::iadd_imm if is(Op::loop_lt) && a == dst && lhs == dst && b != dst => Some(Op::iadd_imm_loop),
        Op::add if is(Op::return_value) && a == dst => Some(Op::add_return),
        Op::load_const if is(Op::store_item) && a != dst && b != dst && c == dst => {
            (bytes.get(8) == Some(&(Op::for_next as u8))).then_some(Op::store_const_next)
        }
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

/// The opcode of a load from a slot, `load_attr_slot` if it begins no pair.
///
/// # Safety
/// `pc` is at a narrow load of an attribute in verified code.
pub unsafe fn of_slot(pc: *const u8) -> Op {
    // SAFETY: by the caller: an instruction follows, behind the site's word.
    let ([_, dst, ..], [second, _, b, c]) = unsafe { (*pc.cast::<[u8; 4]>(), *pc.add(8).cast::<[u8; 4]>()) };
    match Op::from_byte(second).map(Op::generic) {
        Some(Op::mul | Op::imul) if (b == dst) != (c == dst) => Op::load_attr_mul,
        Some(Op::add | Op::iadd) if (b == dst) != (c == dst) => Op::load_attr_add,
        Some(Op::sub | Op::isub) if b != dst && c == dst => Op::load_attr_sub,
        _ => Op::load_attr_slot,
    }
}

/// The opcode of a load of a global, `load_global_cached` if it begins no pair.
///
/// # Safety
/// `pc` is at a narrow load of a global in verified code.
pub unsafe fn of_global(pc: *const u8) -> Op {
    // SAFETY: by the caller: an instruction follows, behind the site's word, and one more behind a difference.
    unsafe {
        let dst = *pc.add(1);
        let calls = *pc.add(8) == Op::sub_imm_call as u8 && *pc.add(13) == dst;
        if calls {
            Op::load_global_sub_call
        } else {
            Op::load_global_cached
        }
    }
}

/// What the first instruction of a pair is by itself; `op` if it is no pair.
pub fn apart(op: Op) -> Op {
    match op {
        Op::mul_add_float | Op::mul_sub_float | Op::mul_add_next_float => Op::mul_float,
        Op::load_attr_mul | Op::load_attr_add | Op::load_attr_sub => Op::load_attr_slot,
        Op::load_item_item => Op::load_item,
        Op::store_item_next => Op::store_item,
        Op::add_imm_item => Op::add_imm,
        Op::sub_imm_item | Op::sub_imm_call => Op::sub_imm,
        Op::modulo_imm_jump => Op::modulo_imm,
        Op::iadd_imm_loop => Op::iadd_imm,
        Op::store_const_next => Op::load_const,
        Op::load_global_sub_call => Op::load_global_cached,
        Op::add_return => Op::add,
        op => op,
    }
}

/// Whether this is the opcode of a pair.
pub fn is_pair(op: Op) -> bool {
    apart(op) != op
}

/// Whether it does the work of the two behind it.
pub fn is_triple(op: Op) -> bool {
    matches!(op, Op::store_const_next | Op::load_global_sub_call)
}

#[cfg(test)]
mod tests {
    use crate::bytecode::isa::{OPS, Op};
    use crate::interp::dispatch::pairs::{apart, is_pair, of_floats, of_loaded};

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
            assert!(!is_pair(first), "{first:?}");
        }
    }
}
