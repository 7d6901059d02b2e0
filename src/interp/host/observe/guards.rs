//! The guard of any instruction that has one.

use crate::bytecode::isa::Op;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::Encoding;
use crate::interp::host::observe::{calls, numbers, operands};
use crate::interp::safepoint;
use crate::interp::steps::looping::{TAGS, guard, tag};
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::vm::cost::Verdict;
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

/// How the guard of an instruction without a site ends; `None` if it has no guard that is counted.
///
/// # Safety
/// `pc` is at the instruction, in the frame with registers `r` and constants `k`.
pub unsafe fn verdict<E: Encoding>(
    vm: &Vm,
    op: Op,
    pc: *const u8,
    (r, k): (*mut Value, *mut Value),
) -> Option<Verdict> {
    // SAFETY: by the caller.
    unsafe {
        if let Some((lhs, rhs)) = operands::two::<E>(op, pc, r, k) {
            return numbers::verdict::<E>(op, pc, lhs, rhs);
        }
        Some(match op {
            Op::load_item | Op::load_item_item => subscript(*r.add(E::b(pc)), *r.add(E::c(pc)), false),
            Op::store_item | Op::store_item_next => subscript(*r.add(E::a(pc)), *r.add(E::b(pc)), false),
            Op::load_item_imm => subscript(*r.add(E::b(pc)), Value::small_int(E::imm_c(pc)), true),
            op if op.generic() == Op::for_next => step(vm, op, r.add(E::b(pc))),
            op if calls::is_call(op) => return calls::verdict::<E>(op, pc, r),
            _ => return None,
        })
    }
}

/// A list by an index from the front; where the index is a constant, a list or tuple by one from either end.
fn subscript(object: Value, key: Value, is_constant: bool) -> Verdict {
    let shape = object.header().map(|header| header.shape());
    let is = |id: ClassId| shape == Some(id.shape());
    let within = |len: usize| match key.as_int() {
        Some(i) if (0..len as i64).contains(&i) || is_constant && (-(len as i64)..0).contains(&i) => Verdict::Passed,
        _ => Verdict::FromEnd,
    };
    if is(ClassId::List) {
        within(object.expect::<List>().len())
    } else if is(ClassId::Tuple) && is_constant {
        within(object.expect::<Tuple>().items().len())
    } else if is(ClassId::Tuple) {
        Verdict::Tuple
    } else if is(ClassId::Dict) {
        Verdict::Dict
    } else if is(ClassId::Str) {
        Verdict::Texts
    } else {
        Verdict::OtherTypes
    }
}

/// A step of a loop: the state, by its tag, must be of the kind that the instruction has become the form for.
///
/// # Safety
/// `state` is the first of a loop's registers.
unsafe fn step(vm: &Vm, op: Op, state: *mut Value) -> Verdict {
    // SAFETY: by the caller.
    let (iterated, mark, advance) = unsafe { (*state, (*state.add(2)).bits(), (*state.add(3)).bits()) };
    let has = |id: ClassId| mark == tag(id.shape());
    let fits = match op {
        Op::for_next => return Verdict::First,
        Op::for_next_range => iterated == Value::RANGE_LOOP,
        Op::for_next_list => has(ClassId::List),
        Op::for_next_tuple => has(ClassId::Tuple),
        Op::for_next_generator => has(ClassId::Generator),
        Op::for_next_key => has(ClassId::DictKeyIterator),
        Op::for_next_value => has(ClassId::DictValueIterator),
        Op::for_next_entry => has(ClassId::DictItemIterator),
        Op::for_next_record => mark >= TAGS && advance != 0,
        Op::for_next_call => iterated
            .header()
            .is_some_and(|header| mark == guard(header.shape(), vm.class_epoch)),
        _ => iterated.is_object(),
    };
    match fits {
        true if safepoint::is_due(vm) => Verdict::Interrupted,
        true => Verdict::Passed,
        false => Verdict::Iterated,
    }
}
