//! The storage of a deque: a ring in a list whose length is a power of two.

use crate::api::{List, Record, Ref, Run, Value, Vm, make, raise};

/// Fields of a deque: the list, the place of the first item, how many there are, the bound (or None), a number that changes with
/// every change of length.
pub const RING: usize = 0;
pub const HEAD: usize = 1;
pub const LEN: usize = 2;
pub const MAX: usize = 3;
pub const VERSION: usize = 4;

const CAPACITY_MIN: usize = 8;

/// The fields of an empty deque.
pub fn empty(vm: &mut Vm) -> [Value; 5] {
    let zero = Value::small_int(0);
    let ring = make::list(vm, vec![Value::NONE; CAPACITY_MIN]);
    [ring, zero, zero, Value::NONE, zero]
}

fn number(deque: Ref<Record>, field: usize) -> usize {
    deque.get(field).int_unchecked() as usize
}
fn set_number(deque: Ref<Record>, field: usize, n: usize) {
    deque.set(field, Value::small_int(n as i64));
}
fn list(deque: Ref<Record>) -> Ref<List> {
    deque.get(RING).expect()
}

pub fn len(deque: Ref<Record>) -> usize {
    number(deque, LEN)
}
pub fn version(deque: Ref<Record>) -> usize {
    number(deque, VERSION)
}
fn moved(deque: Ref<Record>) {
    set_number(deque, VERSION, version(deque) + 1);
}
/// The bound; `None` for none.
pub fn max(deque: Ref<Record>) -> Option<usize> {
    deque.get(MAX).as_int().map(|n| n as usize)
}

/// Item `i`, which must be below the length.
pub fn get(deque: Ref<Record>, i: usize) -> Value {
    let ring = list(deque);
    let place = (number(deque, HEAD) + i) & (ring.len() - 1);
    ring.get(place).unwrap_or(Value::NONE)
}
pub fn set(deque: Ref<Record>, i: usize, value: Value) {
    let ring = list(deque);
    ring.set((number(deque, HEAD) + i) & (ring.len() - 1), value);
}

#[cold]
#[inline(never)]
fn grow(deque: Ref<Record>) {
    let mut items = to_vec(deque);
    let capacity = (items.len() * 2).max(CAPACITY_MIN);
    items.resize(capacity, Value::NONE);
    list(deque).put_vec(items);
    set_number(deque, HEAD, 0);
}

/// A copy of the items.
pub fn to_vec(deque: Ref<Record>) -> Vec<Value> {
    (0..len(deque)).map(|i| get(deque, i)).collect()
}

/// Replaces all items, of which there may not be more than the bound.
pub fn replace(deque: Ref<Record>, mut items: Vec<Value>) {
    let len = items.len();
    items.resize(len.next_power_of_two().max(CAPACITY_MIN), Value::NONE);
    list(deque).put_vec(items);
    set_number(deque, HEAD, 0);
    set_number(deque, LEN, len);
    moved(deque);
}

pub fn push_back(deque: Ref<Record>, value: Value) {
    let n = len(deque);
    let ring = list(deque);
    if n == ring.len() {
        grow(deque);
    }
    let ring = list(deque);
    ring.set((number(deque, HEAD) + n) & (ring.len() - 1), value);
    set_number(deque, LEN, n + 1);
    moved(deque);
    if max(deque).is_some_and(|max| n + 1 > max) {
        pop_front(deque);
    }
}
pub fn push_front(deque: Ref<Record>, value: Value) {
    let n = len(deque);
    if n == list(deque).len() {
        grow(deque);
    }
    let ring = list(deque);
    let head = number(deque, HEAD).wrapping_sub(1) & (ring.len() - 1);
    ring.set(head, value);
    set_number(deque, HEAD, head);
    set_number(deque, LEN, n + 1);
    moved(deque);
    if max(deque).is_some_and(|max| n + 1 > max) {
        pop_back(deque);
    }
}
pub fn pop_front(deque: Ref<Record>) -> Option<Value> {
    let n = len(deque).checked_sub(1)?;
    let (ring, head) = (list(deque), number(deque, HEAD));
    let value = ring.get(head)?;
    ring.set(head, Value::NONE);
    set_number(deque, HEAD, (head + 1) & (ring.len() - 1));
    set_number(deque, LEN, n);
    moved(deque);
    Some(value)
}
pub fn pop_back(deque: Ref<Record>) -> Option<Value> {
    let n = len(deque).checked_sub(1)?;
    let value = get(deque, n);
    set(deque, n, Value::NONE);
    set_number(deque, LEN, n);
    moved(deque);
    Some(value)
}

/// Moves the items `n` places to the right.
pub fn rotate(deque: Ref<Record>, n: i64) {
    let len = len(deque);
    if len < 2 {
        return;
    }
    let n = n.rem_euclid(len as i64) as usize;
    let step = |value: Option<Value>, push: fn(Ref<Record>, Value)| {
        if let Some(value) = value {
            push(deque, value);
        }
    };
    if n <= len / 2 {
        (0..n).for_each(|_| step(pop_back(deque), push_front));
    } else {
        (0..len - n).for_each(|_| step(pop_front(deque), push_back));
    }
}

/// Deletes item `i`.
pub fn remove(deque: Ref<Record>, i: usize) {
    let n = len(deque);
    if i < n / 2 {
        (0..i).rev().for_each(|j| set(deque, j + 1, get(deque, j)));
        pop_front(deque);
    } else {
        (i + 1..n).for_each(|j| set(deque, j - 1, get(deque, j)));
        pop_back(deque);
    }
}

/// Puts a value before item `i`; the deque must not be full.
pub fn insert(deque: Ref<Record>, i: usize, value: Value) {
    push_back(deque, value);
    let n = len(deque);
    (i..n - 1).rev().for_each(|j| set(deque, j + 1, get(deque, j)));
    set(deque, i, value);
}

/// # Errors
/// RuntimeError if the length changed since `version`.
pub fn unchanged(vm: &mut Vm, deque: Ref<Record>, before: usize, text: &str) -> Run<()> {
    if version(deque) == before {
        return Ok(());
    }
    Err(raise::runtime_error(vm, text))
}
