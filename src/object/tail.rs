//! Values behind an object in the same cell: tuples, records, instances; or the words of an int.

use crate::heap::header::Slot;
use crate::heap::value::Value;

/// The slots behind `object`, `len` of them.
///
/// # Safety
/// `object` was allocated with a tail of `len` slots.
pub unsafe fn slots<T>(object: &T, len: usize) -> &[Slot] {
    // SAFETY: by the caller; the tail begins where the object ends.
    unsafe { std::slice::from_raw_parts(std::ptr::from_ref(object).add(1).cast(), len) }
}

/// The words behind `object`, `len` of them.
///
/// # Safety
/// `object` was allocated with a tail of `len` words or more, all written, and nobody writes them any more.
pub unsafe fn words<T>(object: &T, len: usize) -> &[u64] {
    // SAFETY: by the caller; the tail begins where the object ends.
    unsafe { std::slice::from_raw_parts(std::ptr::from_ref(object).add(1).cast(), len) }
}

/// Initialises a tail from values.
///
/// # Safety
/// `tail` has room for `values`.
pub unsafe fn fill(tail: *mut u8, values: &[Value]) {
    // SAFETY: by the caller; a `Slot` is a `Value` in memory.
    unsafe {
        match *values {
            [a] => tail.cast::<Value>().write(a),
            [a, b] => tail.cast::<[Value; 2]>().write([a, b]),
            _ => std::ptr::copy_nonoverlapping(values.as_ptr(), tail.cast::<Value>(), values.len()),
        }
    }
}
