//! Dicts by Python's rules: keys are hashed and compared as their classes say.
//!
//! Hashing and comparing may run Python, which may change the dict: a search starts again when the dict's version moved.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::key::{Unsure, plain_hash, same_plainly};
use crate::object::container::list::TooLarge;
use crate::object::record::Record;
use crate::object::text::string::Str;
use crate::ops::relation::{compare, hash};
use crate::ops::render::repr;
use crate::ops::{class, raise};
use crate::vm::known::ClassId;
use crate::vm::own::Own;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Raises MemoryError for a container that cannot grow.
pub fn too_large(vm: &mut Vm) -> impl FnOnce(TooLarge) -> Raised {
    move |TooLarge| raise::memory_error(vm)
}

/// `hash(key)` for a key of a dict, whose TypeError says so.
#[inline]
pub fn hash_key(vm: &mut Vm, key: Value) -> Run<i64> {
    match plain_hash(key) {
        Some(hash) => Ok(hash),
        None => hash::hash(vm, key).map_err(|raised| unhashable(vm, key, "a dict key", raised)),
    }
}

/// The name of a value's class with its module, unless that is `builtins` or `__main__`.
fn full_name_of(vm: &mut Vm, value: Value) -> String {
    let class = class::of(vm, value);
    let name = class::name(class);
    let key = vm.names.__module__;
    match class.namespace().get_str(key).and_then(Value::cast::<Str>) {
        Some(module) if !matches!(module.bytes(), b"builtins" | b"__main__") => format!("{}.{name}", module.lossy()),
        _ => name,
    }
}

/// Says in the TypeError of `hash(key)` what the key was wanted for.
#[cold]
#[inline(never)]
pub fn unhashable(vm: &mut Vm, key: Value, role: &str, raised: Raised) -> Raised {
    let pending = vm.thread.pending;
    if !class::is_exact(pending, ClassId::TypeError) {
        return raised;
    }
    vm.thread.pending = Value::UNBOUND;
    let Ok(text) = repr::str(vm, pending) else {
        return raised;
    };
    let name = full_name_of(vm, key);
    let text = text.expect::<Str>().lossy().into_owned();
    raise::type_error(vm, format!("cannot use '{name}' as {role} ({text})"))
}

/// The number of the entry for `key`.
/// # Errors
/// What hashing and comparing raise.
#[inline]
pub fn find(vm: &mut Vm, dict: Ref<Dict>, key: Value) -> Run<Option<usize>> {
    if let Some(i) = dict.find_at_once(key) {
        return Ok(Some(i));
    }
    let hash = hash_key(vm, key)?;
    find_hashed(vm, dict, key, hash)
}

/// As `find`, for a key whose hash is known.
#[inline]
pub fn find_hashed(vm: &mut Vm, dict: Ref<Dict>, key: Value, hash: i64) -> Run<Option<usize>> {
    match dict.find_plainly(hash, key) {
        Ok(found) => Ok(found),
        Err(Unsure) => find_by_python(vm, dict, key, hash),
    }
}

#[inline(never)]
fn find_by_python(vm: &mut Vm, dict: Ref<Dict>, key: Value, hash: i64) -> Run<Option<usize>> {
    'again: loop {
        let mut probe = dict.probe(hash);
        while let Some((i, other)) = dict.next_candidate(&mut probe) {
            match same_plainly(other, key) {
                Ok(true) => return Ok(Some(i)),
                Ok(false) => continue,
                Err(Unsure) => {}
            }
            let same = compare::equal(vm, other, key)?;
            // The comparison may have changed the dict.
            if dict.is_stale(&probe) {
                continue 'again;
            }
            if same {
                return Ok(Some(i));
            }
        }
        return Ok(None);
    }
}

/// The value of `key`.
#[inline]
pub fn get(vm: &mut Vm, dict: Ref<Dict>, key: Value) -> Run<Option<Value>> {
    Ok(find(vm, dict, key)?.map(|i| dict.value_at(i)))
}

/// The value of `key`, which becomes `default` if there was none.
pub fn set_default(vm: &mut Vm, dict: Ref<Dict>, key: Value, default: Value) -> Run<Value> {
    if let Some(i) = dict.find_at_once(key) {
        return Ok(dict.value_at(i));
    }
    let hash = hash_key(vm, key)?;
    if let Some(i) = find_hashed(vm, dict, key, hash)? {
        return Ok(dict.value_at(i));
    }
    insert_new(vm, dict, key, hash, default)?;
    Ok(default)
}

/// Sets the value of `key`.
#[inline]
pub fn set(vm: &mut Vm, dict: Ref<Dict>, key: Value, value: Value) -> Run<()> {
    if let Some(i) = dict.find_at_once(key) {
        dict.set_value(i, value);
        return Ok(());
    }
    let hash = hash_key(vm, key)?;
    set_hashed(vm, dict, key, hash, value)
}

/// As `set`, for a key whose hash is known.
pub fn set_hashed(vm: &mut Vm, dict: Ref<Dict>, key: Value, hash: i64, value: Value) -> Run<()> {
    if dict.set_plainly(hash, key, value).is_ok() {
        return Ok(());
    }
    match find_hashed(vm, dict, key, hash)? {
        Some(i) => dict.set_value(i, value),
        None => insert_new(vm, dict, key, hash, value)?,
    }
    Ok(())
}

/// Inserts a key that is not there.
pub fn insert_new(vm: &mut Vm, dict: Ref<Dict>, key: Value, hash: i64, value: Value) -> Run<()> {
    dict.insert_new(hash, key, value).map_err(too_large(vm))?;
    Ok(())
}

/// Deletes `key`; answers its value, if it was there.
pub fn remove(vm: &mut Vm, dict: Ref<Dict>, key: Value) -> Run<Option<Value>> {
    Ok(find(vm, dict, key)?.map(|i| dict.remove_at(i)))
}

/// A new dict with the same entries.
pub fn copy(vm: &mut Vm, dict: Ref<Dict>) -> Run<Ref<Dict>> {
    dict.copy(&mut vm.heap, ClassId::Dict.shape()).map_err(too_large(vm))
}

/// Sets every entry of `other` in `dict`.
/// # Errors
/// What comparing raises; RuntimeError when `other` changes size meanwhile.
pub fn merge(vm: &mut Vm, dict: Ref<Dict>, other: Ref<Dict>) -> Run<()> {
    if dict == other || other.is_empty() {
        return Ok(());
    }
    if dict.is_empty() {
        return dict.fill_from(&other).map_err(too_large(vm));
    }
    let (mut from, len) = (0, other.len());
    while let Some((i, key, value)) = other.next_entry(from) {
        set_hashed(vm, dict, key, other.hash_at(i), value)?;
        // The comparison may have changed `other`.
        if other.len() != len {
            return Err(raise::runtime_error(vm, "dict mutated during update"));
        }
        from = i + 1;
    }
    Ok(())
}

/// Fields of the six iterators over dicts: the dict (UNBOUND when exhausted), where to go on, the length that the dict must keep
/// (−1 when it did not), and how many entries are left.
pub const DICT: usize = 0;
pub const POSITION: usize = 1;
pub const USED: usize = 2;
pub const LEFT: usize = 3;

/// The next entry of an iterator over a dict, in either direction.
/// # Errors
/// RuntimeError when keys came or went since it began.
pub fn step(vm: &mut Vm, iter: Ref<Record>) -> Run<Option<(Value, Value)>> {
    use ClassId::{DictItemIterator, DictKeyIterator, DictValueIterator};
    let Some(dict) = iter.get(DICT).cast::<Dict>() else {
        return Ok(None);
    };
    if iter.get(USED) != Value::small_int(dict.len() as i64) {
        iter.set(USED, Value::small_int(-1));
        let ordered = vm.own[Own::OrderedDict as usize].cast::<Class>();
        let text = match ordered {
            Some(ordered) if class::of(vm, dict.value()).is_subclass(ordered) => "OrderedDict mutated during iteration",
            _ => "dictionary changed size during iteration",
        };
        return Err(raise::runtime_error(vm, text));
    }
    let position = iter.get(POSITION).int_unchecked() as usize;
    let forwards = [DictKeyIterator, DictValueIterator, DictItemIterator]
        .iter()
        .any(|id| id.shape() == iter.shape());
    let found = if forwards {
        dict.next_entry(position)
    } else {
        dict.prev_entry(position)
    };
    let Some((i, key, value)) = found else {
        iter.set(DICT, Value::UNBOUND);
        return Ok(None);
    };
    let left = iter.get(LEFT).int_unchecked();
    if left == 0 {
        iter.set(DICT, Value::UNBOUND);
        return Err(raise::runtime_error(vm, "dictionary keys changed during iteration"));
    }
    iter.set(POSITION, Value::small_int(i as i64 + forwards as i64));
    iter.set(LEFT, Value::small_int(left - 1));
    Ok(Some((key, value)))
}
