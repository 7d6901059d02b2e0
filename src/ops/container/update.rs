//! `dict.update` and `set.update`: filling a table from anything.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::key::plain_hash;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::{self, Tuple};
use crate::ops::attrs::{attribute, own};
use crate::ops::container::dict::{self, too_large};
use crate::ops::container::{iterate, set};
use crate::ops::{call, class, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `dict.update(other)`: a mapping (whatever has `keys`) or an iterable of pairs.
pub fn update_dict(vm: &mut Vm, into: Ref<Dict>, other: Value) -> Run<()> {
    if other.is::<Dict>() && has_plain_iter(vm, other) {
        return dict::merge(vm, into, other.expect());
    }
    let keys = vm.names.keys;
    match attribute::find(vm, other, keys)? {
        Some(keys) => update_from_mapping(vm, into, other, keys),
        None => update_from_pairs(vm, into, other),
    }
}

/// Whether a dict is iterated as `dict` does, so that its entries may be read directly.
pub fn has_plain_iter(vm: &Vm, dict: Value) -> bool {
    use crate::vm::special::Special::Iter;
    class::is_exact(dict, ClassId::Dict) || {
        let plain = class::known(vm, ClassId::Dict).special(Iter);
        class::of(vm, dict).special(Iter) == plain
    }
}

/// Sets `other[key]` for every key that the bound method `keys` gives.
pub fn update_from_mapping(vm: &mut Vm, into: Ref<Dict>, other: Value, keys: Value) -> Run<()> {
    let keys = call::call(vm, keys, &[])?;
    let iter = iterate::iter(vm, keys)?;
    while let Some(key) = iterate::next(vm, iter)? {
        let value = item_of(vm, other, key)?;
        dict::set(vm, into, key, value)?;
    }
    Ok(())
}

/// Sets the pairs that an iterable gives.
pub fn update_from_pairs(vm: &mut Vm, into: Ref<Dict>, pairs: Value) -> Run<()> {
    let iter = iterate::iter(vm, pairs)?;
    let mut n = 0;
    while let Some(pair) = iterate::feed(vm, iter, &mut |pair| {
        set_plain_pair(into, pair).map(|()| n += 1).is_some()
    })? {
        let (key, value) = pair_of(vm, pair, n)?;
        dict::set(vm, into, key, value)?;
        n += 1;
    }
    Ok(())
}

/// Sets a pair that is an exact tuple whose key needs no Python; `None`: it is something else.
fn set_plain_pair(into: Ref<Dict>, pair: Value) -> Option<()> {
    let tuple = pair.cast::<Tuple>().filter(|_| class::is_exact(pair, ClassId::Tuple))?;
    let [key, value] = *tuple.items() else { return None };
    into.set_plainly(plain_hash(key)?, key, value).ok()
}

/// The two items of element `n` of a sequence of pairs.
fn pair_of(vm: &mut Vm, pair: Value, n: usize) -> Run<(Value, Value)> {
    if let (Some(tuple), true) = (pair.cast::<Tuple>(), class::is_exact(pair, ClassId::Tuple))
        && let [key, value] = *tuple.items()
    {
        return Ok((key, value));
    }
    let items = match iterate::iter(vm, pair) {
        Ok(iterator) => iterate::to_list(vm, iterator),
        Err(_) if raise::catch(vm, ClassId::TypeError).is_some() => {
            Err(raise::type_error(vm, "object is not iterable"))
        }
        Err(raised) => Err(raised),
    };
    let items = match items {
        Ok(items) => items,
        Err(raised) => return Err(noted(vm, raised, n)),
    };
    match (items.get(0), items.get(1), items.len()) {
        (Some(key), Some(value), 2) => Ok((key, value)),
        (.., len) => {
            let text = format!("dictionary update sequence element #{n} has length {len}; 2 is required");
            Err(raise::value_error(vm, text))
        }
    }
}

/// A TypeError about element `n` with a note that says so.
fn noted(vm: &mut Vm, raised: Raised, n: usize) -> Raised {
    if let Some(error) = raise::catch(vm, ClassId::TypeError) {
        let note = format!("Cannot convert dictionary update sequence element #{n} to a sequence");
        let note = text::new(vm, &note);
        let (name, notes) = (vm.names.__notes__, make::list(vm, vec![note]));
        if own::set(vm, error, name, notes).is_ok() {
            vm.thread.pending = error;
        }
    }
    raised
}

/// `mapping[key]`
fn item_of(vm: &mut Vm, mapping: Value, key: Value) -> Run<Value> {
    match call::special(vm, mapping, Special::GetItem, &[key]) {
        Some(answer) => answer,
        None => {
            let name = class::name_of(vm, mapping);
            Err(raise::type_error(vm, format!("'{name}' object is not subscriptable")))
        }
    }
}

/// Adds everything that an iterable gives.
pub fn update_set(vm: &mut Vm, into: Ref<Set>, other: Value) -> Run<()> {
    if let Some(other) = other.cast::<Set>() {
        return set::merge(vm, into, other);
    }
    if let (Some(other), true) = (other.cast::<Dict>(), class::is_exact(other, ClassId::Dict)) {
        into.reserve(other.len()).map_err(too_large(vm))?;
        let mut from = 0;
        while let Some((i, key, _)) = other.next_entry(from) {
            set::add_hashed(vm, into, key, other.hash_at(i))?;
            from = i + 1;
        }
        return Ok(());
    }
    if class::is_exact(other, ClassId::List) {
        let (list, mut i) = (other.expect::<List>(), 0);
        // Comparing keys may change the list.
        while let Some(key) = list.get(i) {
            set::add(vm, into, key)?;
            i += 1;
        }
        return Ok(());
    }
    if class::is_exact(other, ClassId::Tuple) {
        let tuple = other.expect::<Tuple>();
        return tuple::items(tuple).iter().try_for_each(|&key| set::add(vm, into, key));
    }
    let iter = iterate::iter(vm, other)?;
    let mut plainly = |key| plain_hash(key).is_some_and(|hash| into.add_plainly(hash, key).is_ok());
    while let Some(key) = iterate::feed(vm, iter, &mut plainly)? {
        set::add(vm, into, key)?;
    }
    Ok(())
}
