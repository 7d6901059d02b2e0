//! What superinstructions stand for.

use crate::bytecode::isa::Op;
use crate::interp::dispatch::pairs;

const COMPARISONS: [&str; 6] = ["lt", "le", "eq", "ne", "gt", "ge"];

/// How many instructions a compiler without superinstructions would have made of this one.
pub fn stands_for(op: Op) -> u64 {
    let op = op.generic();
    match op {
        Op::copy2 | Op::invoke | Op::return_const => return 2,
        Op::jump_none | Op::jump_not_none => return 3,
        Op::load_const | Op::load_int => return 1,
        _ => {}
    }
    let name = op.row().name;
    let immediate = name.ends_with("_imm") || name.ends_with("_const") || name.starts_with("const_");
    let bare = name.trim_end_matches("_imm").trim_end_matches("_const");
    let compares = ["jump_not_", "jump_", "loop_"]
        .iter()
        .any(|front| bare.strip_prefix(front).is_some_and(|rest| COMPARISONS.contains(&rest)));
    1 + u64::from(immediate) + u64::from(compares)
}

/// Whether it does the work of several.
pub fn is_fused(op: Op) -> bool {
    stands_for(op) > 1 || merges(op) || pairs::is_pair(op)
}

/// Whether it may do the work of the next instruction, which stands behind it all the same.
pub fn merges(op: Op) -> bool {
    op.generic() == Op::iadd_next || is_pair(op) || matches!(op, Op::for_next_entry | Op::for_next_pair)
}

/// Whether it is the first of a pair: see `steps::pairs`.
fn is_pair(op: Op) -> bool {
    use Op::*;
    matches!(
        op,
        load_item_item | store_item_next | add_imm_item | sub_imm_item | modulo_imm_jump | iadd_imm_loop
    ) || matches!(op, mul_add_float | mul_sub_float | mul_add_next_float)
}

/// Whether what it does as well is the step of a loop.
pub fn merges_step(op: Op) -> bool {
    op.generic() == Op::iadd_next || matches!(op, Op::store_item_next | Op::iadd_imm_loop)
}
