//! `range` objects: their fields, and arithmetic on ints of any size.

use crate::base::big::Big;
use crate::heap::object::Ref;
use crate::heap::value::{Value, try_add};
use crate::object::number::BigInt;
use crate::object::record::Record;
use crate::ops::{class, make};
use crate::vm::known::ClassId;
use crate::vm::state::Vm;

/// Fields of a range: ints of any size.
pub const START: usize = 0;
pub const STOP: usize = 1;
pub const STEP: usize = 2;
pub const LEN: usize = 3;

/// Fields of both iterators over ranges: ints of any size.
pub const NEXT: usize = 0;
pub const BY: usize = 1;
pub const LEFT: usize = 2;

/// An int value as a big integer.
pub fn to_big(value: Value) -> Big {
    match value.cast::<BigInt>() {
        Some(big) => big.big(),
        None => Big::from_i64(value.as_int_or_bool().unwrap_or(0)),
    }
}

/// `range(start, stop, step)` of exact ints; `step` is not 0.
pub fn new(vm: &mut Vm, start: Value, stop: Value, step: Value) -> Value {
    let len = length(vm, start, stop, step);
    make::record(vm, ClassId::Range, &[start, stop, step, len])
}

/// How many items there are from `start` before `stop`.
fn length(vm: &mut Vm, start: Value, stop: Value, step: Value) -> Value {
    if let (Some(start), Some(stop), Some(step)) = (start.as_int(), stop.as_int(), step.as_int()) {
        let (distance, by) = if step > 0 {
            (stop - start, step)
        } else {
            (start - stop, -step)
        };
        let len = if distance <= 0 { 0 } else { (distance - 1) / by + 1 };
        return make::int(vm, len);
    }
    let (start, stop, step) = (to_big(start), to_big(stop), to_big(step));
    let (distance, by) = if step.is_negative() {
        (start.sub(&stop), step.neg())
    } else {
        (stop.sub(&start), step)
    };
    if distance.signum() <= 0 {
        return Value::small_int(0);
    }
    let len = distance.add_i64(-1).floor_div(&by).unwrap_or_else(Big::zero).add_i64(1);
    make::big(vm, len)
}

/// The range, if `value` is one.
pub fn cast(value: Value) -> Option<Ref<Record>> {
    if class::is_exact(value, ClassId::Range) {
        value.cast()
    } else {
        None
    }
}

/// `start`, `step` and length of a range whose numbers and items are all inline.
pub fn small(range: Ref<Record>) -> Option<(i64, i64, i64)> {
    range.get(STOP).as_int()?;
    Some((
        range.get(START).as_int()?,
        range.get(STEP).as_int()?,
        range.get(LEN).as_int()?,
    ))
}

/// `a + b` of two ints.
pub fn add(vm: &mut Vm, a: Value, b: Value) -> Value {
    match (a.is_int() && b.is_int()).then(|| try_add(a, b)).flatten() {
        Some(sum) => sum,
        None => make::big(vm, to_big(a).add(&to_big(b))),
    }
}

/// `start + n * step`
pub fn nth(vm: &mut Vm, start: Value, step: Value, n: &Big) -> Value {
    make::big(vm, to_big(start).add(&to_big(step).mul(n)))
}

/// Item `n` of a range, which is within it.
pub fn item(vm: &mut Vm, range: Ref<Record>, n: i64) -> Value {
    if let Some((start, step, _)) = small(range)
        && let Some(item) = step
            .checked_mul(n)
            .and_then(|by| by.checked_add(start))
            .and_then(Value::try_int)
    {
        return item;
    }
    nth(vm, range.get(START), range.get(STEP), &Big::from_i64(n))
}

/// The next item of an iterator over a range.
pub fn step(vm: &mut Vm, iter: Ref<Record>) -> Option<Value> {
    let (next, left) = (iter.get(NEXT), iter.get(LEFT));
    if left == Value::small_int(0) {
        return None;
    }
    let rest = match left.as_int() {
        Some(left) => Value::small_int(left - 1),
        None => add(vm, left, Value::small_int(-1)),
    };
    let after = add(vm, next, iter.get(BY));
    iter.set(NEXT, after);
    iter.set(LEFT, rest);
    Some(next)
}

/// `iter(range)`, or the iterator of the same items backwards.
pub fn iter(vm: &mut Vm, range: Ref<Record>, backwards: bool) -> Value {
    let (start, step, len) = (range.get(START), range.get(STEP), range.get(LEN));
    let inline = [start, range.get(STOP), step, len].iter().all(|v| v.is_int());
    let class = if inline {
        ClassId::RangeIterator
    } else {
        ClassId::LongRangeIterator
    };
    if !backwards {
        return make::record(vm, class, &[start, step, len]);
    }
    let last = nth(vm, start, step, &to_big(len).add_i64(-1));
    let by = make::big(vm, to_big(step).neg());
    make::record(vm, class, &[last, by, len])
}
