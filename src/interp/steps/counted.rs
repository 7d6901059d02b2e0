//! The next round of a loop over a range of inline ints.

use crate::heap::value::Value;

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
