//! Loops over ranges of inline ints: the state at the beginning, and the next round.

use crate::heap::value::Value;

/// Fills the state of a loop over a range that counts by one; false if it is another, or has larger ints.
///
/// # Safety
/// `state` is the first of the loop's four registers.
#[inline(always)] // PERF: perf/0025-suspended-frames.md
pub unsafe fn begin(start: Value, stop: Value, step: Value, state: *mut Value) -> bool {
    if step != Value::small_int(1) || !start.is_int() || !stop.is_int() {
        return false;
    }
    let rounds = (stop.bits() as i64).wrapping_sub(start.bits() as i64).max(0);
    // SAFETY: by the caller.
    unsafe {
        *state = Value::RANGE_LOOP;
        *state.add(1) = start;
        *state.add(2) = Value::from_bits(rounds as u64);
        *state.add(3) = Value::from_bits(1);
    }
    true
}

/// Puts the next int into `dst`; false when none is left. Of a loop over anything else what is left counts as negative, so that the
/// marker need not be looked at before the end.
///
/// # Safety
/// `state` is the first of the loop's four registers, and `dst` is a register.
#[inline(always)] // PERF: perf/0003-numbers.md
pub unsafe fn advance(state: *mut Value, dst: *mut Value) -> bool {
    // SAFETY: by the caller.
    unsafe {
        let left = ((*state.add(2)).bits() as i64).wrapping_sub(1);
        if left < 0 {
            return false;
        }
        *state.add(2) = Value::from_bits(left as u64);
        let item = *state.add(1);
        *dst = item;
        *state.add(1) = Value::from_bits(item.bits().wrapping_add((*state.add(3)).bits()));
    }
    true
}
