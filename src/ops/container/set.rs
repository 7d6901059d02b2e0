//! Sets by Python's rules: keys are hashed and compared as their classes say.
//!
//! Hashing and comparing may run Python, which may change the set: a search starts again when the set's version moved.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::algebra;
use crate::object::container::key::{Unsure, plain_hash, same_plainly};
use crate::object::container::set::Set;
use crate::object::record::Record;
use crate::ops::container::dict;
use crate::ops::container::dict::{too_large, unhashable};
use crate::ops::raise;
use crate::ops::relation::{compare, hash};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// `hash(key)` for an element of a set, whose TypeError says so.
#[inline]
pub fn hash_key(vm: &mut Vm, key: Value) -> Run<i64> {
    match plain_hash(key) {
        Some(hash) => Ok(hash),
        None => hash::hash(vm, key).map_err(|raised| unhashable(vm, key, "a set element", raised)),
    }
}

/// The place of `key`.
pub fn find(vm: &mut Vm, set: Ref<Set>, key: Value) -> Run<Option<usize>> {
    let hash = hash_key(vm, key)?;
    find_hashed(vm, set, key, hash)
}

/// As `find`, for a key whose hash is known.
#[inline]
pub fn find_hashed(vm: &mut Vm, set: Ref<Set>, key: Value, hash: i64) -> Run<Option<usize>> {
    match set.find_plainly(hash, key) {
        Ok(found) => Ok(found),
        Err(Unsure) => find_by_python(vm, set, key, hash),
    }
}

#[inline(never)]
fn find_by_python(vm: &mut Vm, set: Ref<Set>, key: Value, hash: i64) -> Run<Option<usize>> {
    'again: loop {
        let mut probe = set.probe(hash);
        while let Some((i, other)) = set.next_candidate(&mut probe) {
            match same_plainly(other, key) {
                Ok(true) => return Ok(Some(i)),
                Ok(false) => continue,
                Err(Unsure) => {}
            }
            let same = compare::equal(vm, other, key)?;
            // The comparison may have changed the set.
            if set.is_stale(&probe) {
                continue 'again;
            }
            if same {
                return Ok(Some(i));
            }
        }
        return Ok(None);
    }
}

/// Adds `key` unless it is there.
#[inline]
pub fn add(vm: &mut Vm, set: Ref<Set>, key: Value) -> Run<()> {
    if set.try_add(key) {
        return Ok(());
    }
    add_slow(vm, set, key)
}

#[inline(never)]
fn add_slow(vm: &mut Vm, set: Ref<Set>, key: Value) -> Run<()> {
    let hash = hash_key(vm, key)?;
    add_hashed(vm, set, key, hash)
}

/// As `add`, for a key whose hash is known.
pub fn add_hashed(vm: &mut Vm, set: Ref<Set>, key: Value, hash: i64) -> Run<()> {
    if set.add_plainly(hash, key).is_ok() {
        return Ok(());
    }
    if find_hashed(vm, set, key, hash)?.is_none() {
        set.insert_new(hash, key).map_err(too_large(vm))?;
    }
    Ok(())
}

/// Takes `key` out; answers whether it was there.
pub fn remove(vm: &mut Vm, set: Ref<Set>, key: Value) -> Run<bool> {
    let found = find(vm, set, key)?;
    Ok(found.map(|i| set.remove_at(i)).is_some())
}

/// Adds all keys of another set.
pub fn merge(vm: &mut Vm, set: Ref<Set>, other: Ref<Set>) -> Run<()> {
    if algebra::merge(&set, &other).is_ok() {
        return Ok(());
    }
    // What was added by then is found again.
    if set == other || other.is_empty() || set.fill_from(&other).map_err(too_large(vm))? {
        return Ok(());
    }
    add_all(vm, set, other)
}

/// Adds all keys of another set, for which there is room.
pub fn add_all(vm: &mut Vm, set: Ref<Set>, other: Ref<Set>) -> Run<()> {
    let mut from = 0;
    while let Some((i, key)) = other.next_entry(from) {
        add_hashed(vm, set, key, other.hash_at(i))?;
        // The comparison may have changed `other`; its keys are then walked as they lie.
        from = i + 1;
    }
    Ok(())
}

/// A new set or frozenset with the same keys.
pub fn copy(vm: &mut Vm, set: Ref<Set>, class: ClassId) -> Run<Ref<Set>> {
    set.copy(&mut vm.heap, class.shape()).map_err(too_large(vm))
}

/// As `find`, where an unhashable set stands for the frozenset of its keys.
pub fn find_element(vm: &mut Vm, set: Ref<Set>, key: Value) -> Run<Option<usize>> {
    let hash = match hash_key(vm, key) {
        Ok(hash) => hash,
        Err(raised) => {
            if !key.is::<Set>() || raise::catch(vm, ClassId::TypeError).is_none() {
                return Err(raised);
            }
            hash_of_keys(key.expect())
        }
    };
    find_hashed(vm, set, key, hash)
}

/// `key in set`
pub fn contains(vm: &mut Vm, set: Ref<Set>, key: Value) -> Run<bool> {
    Ok(find_element(vm, set, key)?.is_some())
}

/// Takes `key` out, found by `find_element`; answers whether it was there.
pub fn remove_element(vm: &mut Vm, set: Ref<Set>, key: Value) -> Run<bool> {
    let found = find_element(vm, set, key)?;
    Ok(found.map(|i| set.remove_at(i)).is_some())
}

/// The hash of a frozenset with these keys.
pub fn hash_of_keys(set: Ref<Set>) -> i64 {
    let mut from = 0;
    crate::base::hash::of_frozenset(std::iter::from_fn(|| {
        let (i, _) = set.next_entry(from)?;
        from = i + 1;
        Some(set.hash_at(i))
    }))
}

/// Whether every key of `set` is in `other`.
pub fn is_subset(vm: &mut Vm, set: Ref<Set>, other: Ref<Set>) -> Run<bool> {
    if set.len() > other.len() {
        return Ok(false);
    }
    let mut from = 0;
    while let Some((i, key)) = set.next_entry(from) {
        if find_hashed(vm, other, key, set.hash_at(i))?.is_none() {
            return Ok(false);
        }
        from = i + 1;
    }
    Ok(true)
}

/// The entry of a dict for a key that came from a set, or the place in a set: whether `key` is there.
pub fn has_hashed(vm: &mut Vm, container: Value, key: Value, hash: i64) -> Run<bool> {
    match container.cast::<Set>() {
        Some(set) => Ok(find_hashed(vm, set, key, hash)?.is_some()),
        None => Ok(dict::find_hashed(vm, container.expect(), key, hash)?.is_some()),
    }
}

/// Fields of an iterator over a set: the set (UNBOUND when exhausted), the place to go on from, the length that the set must keep
/// (−1 when it did not), and how many keys are left.
pub const SET: usize = 0;
pub const POSITION: usize = 1;
pub const USED: usize = 2;
pub const LEFT: usize = 3;

/// The next key of an iterator over a set.
/// # Errors
/// RuntimeError when keys came or went since it began.
pub fn step(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<Value>> {
    let Some(set) = iter.get(SET).cast::<Set>() else {
        return Ok(None);
    };
    let position = iter.get(POSITION);
    if iter.get(USED) == Value::small_int(set.len() as i64)
        && let Some(key) = set.entry(position.int_unchecked() as usize)
    {
        iter.set(POSITION, Value::small_int(position.int_unchecked() + 1));
        iter.set(LEFT, Value::small_int(iter.get(LEFT).int_unchecked() - 1));
        return Ok(Some(key));
    }
    step_far(vm, iter, set)
}

/// As `step`, where the next key is not at hand.
fn step_far(vm: &mut Vm, iter: Ref<Record>, set: Ref<Set>) -> Run<Option<Value>> {
    if iter.get(USED) != Value::small_int(set.len() as i64) {
        iter.set(USED, Value::small_int(-1));
        return Err(raise::runtime_error(vm, "Set changed size during iteration"));
    }
    let Some((i, key)) = set.next_entry(iter.get(POSITION).int_unchecked() as usize) else {
        iter.set(SET, Value::UNBOUND);
        return Ok(None);
    };
    iter.set(POSITION, Value::small_int(i as i64 + 1));
    iter.set(LEFT, Value::small_int(iter.get(LEFT).int_unchecked() - 1));
    Ok(Some(key))
}
