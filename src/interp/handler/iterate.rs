//! Loops and unpacking. A loop's state is four registers: the iterable or a marker, and what its kind needs.
//!
//! | state     | +1               | +2              | +3          |
//! |-----------|------------------|-----------------|-------------|
//! | RANGE_LOOP| next int, boxed  | rounds left, raw| step, raw   |
//! | list      | next index, raw  | 0, raw          |             |
//! | tuple     | next index, raw  | 0, raw          |             |
//! | iterator  |                  | 0, raw          |             |

use crate::bytecode::isa::Op;
use crate::heap::value::Value;
use crate::interp::calls::suspension;
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, tail};
use crate::interp::frame::{self, Place};
use crate::interp::safepoint;
use crate::interp::steps::unpack;
use crate::interp::unwind::{finish, need_bound, raise};
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::record::Record;
use crate::ops::class;
use crate::ops::container::iterate;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

handlers! {
    /// `iter(src)`
    fn get_iter<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(iterate::iter(&mut *vm, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Fills a loop's state.
    fn for_prepare<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match prepare(&mut *vm, r.add(E::a(pc)), value) {
            Ok(()) => next!(E::target(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// The next item of any loop.
    fn for_next<E>(pc, r, k, vm, table) {
        let state = *r.add(E::b(pc));
        if !(*vm).options.no_caches {
            if state == Value::RANGE_LOOP {
                E::rewrite(pc, Op::for_next_range as u8);
            } else if state.is_object() && (*state.address()).shape() == ClassId::List.shape() {
                E::rewrite(pc, Op::for_next_list as u8);
            }
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn for_next_slow<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        if safepoint::is_due(&*vm) && safepoint::serve(&mut *vm).is_err() {
            tail!(raise::<E>, pc, r, k, vm, table)
        }
        match advance_into(&mut *vm, r.add(E::b(pc)), pc, r.add(E::a(pc))) {
            Way::Item => next!(E::target(pc, 0), r, k, vm, table),
            Way::End => next!(E::after(pc, 1), r, k, vm, table),
            Way::Enter => {
                let (pc, r, k) = (*vm).thread.next;
                next!(pc, r, k, vm, table)
            }
            Way::Raise => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// The next int of a range.
    fn for_next_range<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        if safepoint::is_due(&*vm) {
            tail!(for_next_slow::<E>, pc, r, k, vm, table)
        }
        // Of a loop over anything else nothing is left, so that the marker need not be looked at before the end.
        let (left, is_over) = (*state.add(2)).bits().overflowing_sub(1);
        if !is_over {
            *state.add(2) = Value::from_bits(left);
            let item = *state.add(1);
            *r.add(E::a(pc)) = item;
            *state.add(1) = Value::from_bits(item.bits().wrapping_add((*state.add(3)).bits()));
            next!(E::target(pc, 0), r, k, vm, table)
        }
        keep_branch!();
        if *state == Value::RANGE_LOOP {
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(for_next::<E>, pc, r, k, vm, table)
    }
    /// The next item of a list.
    fn for_next_list<E>(pc, r, k, vm, table) {
        let state = r.add(E::b(pc));
        let list = *state;
        if list.is_object() && (*list.address()).shape() == ClassId::List.shape() && !safepoint::is_due(&*vm) {
            let i = (*state.add(1)).bits();
            if let Some(item) = (*list.address().cast::<List>()).get(i as usize) {
                *r.add(E::a(pc)) = item;
                *state.add(1) = Value::from_bits(i + 1);
                next!(E::target(pc, 0), r, k, vm, table)
            }
        }
        tail!(for_next_slow::<E>, pc, r, k, vm, table)
    }
    /// Exactly `n` items to registers.
    fn unpack<E>(pc, r, k, vm, table) {
        let (first, source, n) = (r.add(E::a(pc)), *r.add(E::b(pc)), E::c(pc));
        if source.is_object() && (*source.address()).shape() == ClassId::Tuple.shape() {
            let tuple = &*source.address().cast::<Tuple>();
            if tuple.len() == n {
                let items = tuple.items().as_ptr();
                let mut i = 0;
                while i < n {
                    *first.add(i) = *items.add(i);
                    i += 1;
                }
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(unpack_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn unpack_slow<E>(pc, r, k, vm, table) {
        let source = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, source);
        save_pc!(pc, vm);
        let registers = std::slice::from_raw_parts_mut(r.add(E::a(pc)), E::c(pc));
        match unpack::exactly(&mut *vm, source, registers) {
            Ok(()) => next!(E::after(pc, 0), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
    /// Items, a list of the rest, and items.
    fn unpack_rest<E>(pc, r, k, vm, table) {
        let source = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, source);
        save_pc!(pc, vm);
        let (before, after) = (E::c(pc), E::word(pc, 0) as usize);
        let registers = std::slice::from_raw_parts_mut(r.add(E::a(pc)), before + 1 + after);
        match unpack::with_rest(&mut *vm, source, before, registers) {
            Ok(()) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(raise::<E>, pc, r, k, vm, table),
        }
    }
}

/// Fills the state registers of a loop over `value`.
unsafe fn prepare(vm: &mut Vm, state: *mut Value, value: Value) -> Run<()> {
    // SAFETY: by the caller: four registers.
    unsafe {
        if class::is_exact(value, ClassId::Range) {
            let range = value.expect::<Record>();
            if let Some((start, rounds, step)) = small_range(range.get(0), range.get(1), range.get(2)) {
                *state = Value::RANGE_LOOP;
                *state.add(1) = start;
                *state.add(2) = Value::from_bits(rounds);
                *state.add(3) = Value::from_bits(step as u64);
                return Ok(());
            }
        }
        let indexed = class::is_exact(value, ClassId::List) || class::is_exact(value, ClassId::Tuple);
        *state = if indexed { value } else { iterate::iter(vm, value)? };
        *state.add(1) = Value::from_bits(0);
        *state.add(2) = Value::from_bits(0);
        Ok(())
    }
}

/// Start, number of rounds and step of a range of inline ints, none of which leaves the inline range on the way.
fn small_range(start: Value, stop: Value, step: Value) -> Option<(Value, u64, i64)> {
    let (first, end, by) = (start.as_int()?, stop.as_int()?, step.as_int()?);
    let rounds = match by {
        by if by > 0 && first < end => (end - first - 1) / by + 1,
        by if by < 0 && first > end => (first - end - 1) / -by + 1,
        0 => return None,
        _ => 0,
    };
    // The state holds one value beyond the last.
    let beyond = first.checked_add(rounds.checked_mul(by)?)?;
    Value::try_int(beyond)?;
    Some((start, rounds as u64, by))
}

enum Step {
    Item(Value),
    End,
    /// A generator's frame was pushed.
    Enter(Place),
}

/// What `advance_into` did.
enum Way {
    /// The item is in its register.
    Item,
    End,
    /// A generator's frame was pushed: on at `Thread::next`.
    Enter,
    Raise,
}

/// As `advance`, with the item in `dst`.
///
/// # Safety
/// As `advance`.
#[inline(never)]
unsafe fn advance_into(vm: &mut Vm, state: *mut Value, pc: *const u8, dst: *mut Value) -> Way {
    // SAFETY: by the caller.
    match unsafe { advance(vm, state, pc) } {
        Ok(Step::Item(value)) => {
            // SAFETY: by the caller.
            unsafe { *dst = value };
            Way::Item
        }
        Ok(Step::End) => Way::End,
        Ok(Step::Enter(place)) => {
            vm.thread.next = place;
            Way::Enter
        }
        Err(_) => Way::Raise,
    }
}

/// One step of any loop.
#[inline(never)]
unsafe fn advance(vm: &mut Vm, state: *mut Value, pc: *const u8) -> Run<Step> {
    // SAFETY: by the caller: four registers of a prepared loop, and `pc` is at its `for_next`.
    unsafe {
        let iterable = *state;
        if iterable == Value::RANGE_LOOP {
            let left = (*state.add(2)).bits();
            if left == 0 {
                return Ok(Step::End);
            }
            let item = *state.add(1);
            *state.add(1) = Value::from_bits(item.bits().wrapping_add((*state.add(3)).bits()));
            *state.add(2) = Value::from_bits(left - 1);
            return Ok(Step::Item(item));
        }
        let exact = |id| class::is_exact(iterable, id);
        if exact(ClassId::List) || exact(ClassId::Tuple) {
            let i = (*state.add(1)).bits() as usize;
            let item = match iterable.cast::<List>() {
                Some(list) => list.get(i),
                None => iterable.expect::<Tuple>().items().get(i).copied(),
            };
            *state.add(1) = Value::from_bits(i as u64 + 1);
            if item.is_none() {
                // CPYTHON: an exhausted iterator stays so, even if the list grows: but a `for` loop never asks again.
                return Ok(Step::End);
            }
            return Ok(item.map_or(Step::End, Step::Item));
        }
        if exact(ClassId::Generator)
            && let Some(generator) = suspension::resumable(iterable)
        {
            let top = frame::top(&vm.thread);
            let place = suspension::push(vm, generator, top, Value::NONE)?;
            (*vm.thread.frame.sub(1)).pc = pc.add(1);
            return Ok(Step::Enter(place));
        }
        Ok(iterate::next(vm, iterable)?.map_or(Step::End, Step::Item))
    }
}
