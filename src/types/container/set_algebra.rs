//! Union, intersection and difference of sets, as methods (any iterable), as operators (sets only), and in place.
//!
//! Results are plain sets or frozensets, by the class of the receiver. In which order keys are inserted follows CPython, so that
//! results print alike.

use crate::bytecode::isa::BinaryOperator;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::algebra;
use crate::object::container::dict::Dict;
use crate::object::container::set::Set;
use crate::ops::container::dict::too_large;
use crate::ops::container::update::update_set;
use crate::ops::container::{iterate, set};
use crate::ops::relation::hash;
use crate::ops::{class, make};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Whether a set is a frozenset or of a subclass of it.
pub fn is_frozen(vm: &Vm, set: Value) -> bool {
    class::is_instance(vm, set, ClassId::FrozenSet)
}

/// What set and frozenset have alike.
pub static ALGEBRA: &[NativeDef] = &[
    method("union", "($self, /, *others)", union_method)
        .doc("Return a new set with elements from the set and all others."),
    method("intersection", "($self, /, *others)", intersection_method)
        .doc("Return a new set with elements common to the set and all others."),
    method("difference", "($self, /, *others)", difference_method)
        .doc("Return a new set with elements in the set that are not in the others."),
    method("symmetric_difference", "($self, other, /)", symmetric_difference_method)
        .doc("Return a new set with elements in either the set or other but not both."),
    method("__or__", "($self, value, /)", or),
    method("__ror__", "($self, value, /)", ror),
    method("__and__", "($self, value, /)", and),
    method("__rand__", "($self, value, /)", rand),
    method("__sub__", "($self, value, /)", sub),
    method("__rsub__", "($self, value, /)", rsub),
    method("__xor__", "($self, value, /)", xor),
    method("__rxor__", "($self, value, /)", rxor),
];

/// What only set has.
pub static IN_PLACE: &[NativeDef] = &[
    method("update", "($self, /, *others)", update).doc("Update the set, adding elements from all others."),
    method("intersection_update", "($self, /, *others)", intersection_update)
        .doc("Update the set, keeping only elements found in it and all others."),
    method("difference_update", "($self, /, *others)", difference_update)
        .doc("Update the set, removing elements found in others."),
    method(
        "symmetric_difference_update",
        "($self, other, /)",
        symmetric_difference_update,
    )
    .doc("Update the set, keeping only elements found in either set, but not in both."),
    method("__ior__", "($self, value, /)", ior),
    method("__iand__", "($self, value, /)", iand),
    method("__isub__", "($self, value, /)", isub),
    method("__ixor__", "($self, value, /)", ixor),
];

/// The class of results.
fn result_class(vm: &Vm, of: Value) -> ClassId {
    if class::is_exact(of, ClassId::Set) {
        return ClassId::Set;
    }
    if is_frozen(vm, of) {
        ClassId::FrozenSet
    } else {
        ClassId::Set
    }
}

fn empty(vm: &mut Vm, like: Value) -> Ref<Set> {
    let class = result_class(vm, like);
    Set::new(&mut vm.heap, class.shape())
}

/// A plain set or frozenset with the keys of `of`.
pub fn copy(vm: &mut Vm, of: Value) -> Run<Ref<Set>> {
    let class = result_class(vm, of);
    set::copy(vm, of.expect(), class)
}

/// `other` if it is a set, or a new set of what it gives.
pub fn as_set(vm: &mut Vm, other: Value) -> Run<Ref<Set>> {
    if let Some(set) = other.cast::<Set>() {
        return Ok(set);
    }
    let all = make::set(vm).expect::<Set>();
    update_set(vm, all, other)?;
    Ok(all)
}

/// `left operator right` of two sets, as far as that can be done without Python.
fn plainly(vm: &mut Vm, operator: BinaryOperator, left: Value, right: Value) -> Option<Ref<Set>> {
    let shape = result_class(vm, left).shape();
    algebra::binary(&mut vm.heap, shape, operator, &*left.cast()?, &*right.cast()?).ok()
}

fn union(vm: &mut Vm, left: Value, others: &[Value]) -> Run<Ref<Set>> {
    if let [other] = *others
        && let Some(all) = plainly(vm, BinaryOperator::Or, left, other)
    {
        return Ok(all);
    }
    if let [other] = *others
        && let Some(right) = other.cast::<Set>()
        && other != left
    {
        let shape = result_class(vm, left).shape();
        let made = Set::copy_for_union(&left.expect::<Set>(), &right, &mut vm.heap, shape);
        if let Some(all) = made.map_err(too_large(vm))? {
            set::add_all(vm, all, right)?;
            return Ok(all);
        }
    }
    let all = copy(vm, left)?;
    for &other in others {
        if other != left {
            update_set(vm, all, other)?;
        }
    }
    Ok(all)
}

/// A new set of the keys of `left` that `other`, any iterable, gives.
pub fn intersection(vm: &mut Vm, left: Value, other: Value) -> Run<Ref<Set>> {
    if left == other {
        return copy(vm, left);
    }
    if let Some(both) = plainly(vm, BinaryOperator::And, left, other) {
        return Ok(both);
    }
    let (both, left) = (empty(vm, left), left.expect::<Set>());
    if let Some(other) = other.cast::<Set>() {
        let (small, large) = if other.len() > left.len() {
            (left, other)
        } else {
            (other, left)
        };
        let mut from = 0;
        while let Some((i, key)) = small.next_entry(from) {
            let hash = small.hash_at(i);
            if set::find_hashed(vm, large, key, hash)?.is_some() {
                set::add_hashed(vm, both, key, hash)?;
            }
            from = i + 1;
        }
        return Ok(both);
    }
    let iter = iterate::iter(vm, other)?;
    while let Some(key) = iterate::next(vm, iter)? {
        let hash = hash::hash(vm, key)?;
        if set::find_hashed(vm, left, key, hash)?.is_some() {
            set::add_hashed(vm, both, key, hash)?;
            // CPYTHON: what comes after the last key that can be found is not looked at.
            if both.len() >= left.len() {
                break;
            }
        }
    }
    Ok(both)
}

/// A new set of the keys of `left` that `other`, any iterable, does not give.
fn difference(vm: &mut Vm, left: Value, other: Value) -> Run<Ref<Set>> {
    let keys = left.expect::<Set>();
    let other_len = match (other.cast::<Set>(), other.cast::<Dict>()) {
        (Some(set), _) => Some(set.len()),
        (_, Some(dict)) => Some(dict.len()),
        _ => None,
    };
    if other_len.is_none_or(|len| keys.len() / 4 > len) {
        let rest = copy(vm, left)?;
        remove_all(vm, rest, other)?;
        return Ok(rest);
    }
    if let Some(rest) = plainly(vm, BinaryOperator::Sub, left, other) {
        return Ok(rest);
    }
    let rest = empty(vm, left);
    let mut from = 0;
    while let Some((i, key)) = keys.next_entry(from) {
        let hash = keys.hash_at(i);
        if !set::has_hashed(vm, other, key, hash)? {
            set::add_hashed(vm, rest, key, hash)?;
        }
        from = i + 1;
    }
    Ok(rest)
}

/// Takes out what an iterable gives.
pub fn remove_all(vm: &mut Vm, keys: Ref<Set>, other: Value) -> Run<()> {
    if other == keys.value() {
        keys.clear();
        return Ok(());
    }
    if let Some(other) = other.cast::<Set>() {
        let mut from = 0;
        while let Some((i, key)) = other.next_entry(from) {
            if let Some(found) = set::find_hashed(vm, keys, key, other.hash_at(i))? {
                keys.remove_at(found);
            }
            from = i + 1;
        }
    } else {
        let iter = iterate::iter(vm, other)?;
        while let Some(key) = iterate::next(vm, iter)? {
            set::remove(vm, keys, key)?;
        }
    }
    keys.close_gaps().map_err(too_large(vm))
}

/// Takes out what is there, adds what is not: keys of `other`, each once.
pub fn toggle_all(vm: &mut Vm, keys: Ref<Set>, other: Ref<Set>) -> Run<()> {
    if keys == other {
        keys.clear();
        return Ok(());
    }
    let mut from = 0;
    while let Some((i, key)) = other.next_entry(from) {
        let hash = other.hash_at(i);
        match set::find_hashed(vm, keys, key, hash)? {
            Some(found) => _ = keys.remove_at(found),
            None => set::add_hashed(vm, keys, key, hash)?,
        }
        from = i + 1;
    }
    Ok(())
}

fn symmetric_difference(vm: &mut Vm, left: Value, other: Value) -> Run<Ref<Set>> {
    let all = empty(vm, left);
    update_set(vm, all, other)?;
    toggle_all(vm, all, left.expect())?;
    Ok(all)
}

fn union_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(union(vm, args[0], &args[1..])?.value())
}
fn intersection_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args.len() == 1 {
        return Ok(copy(vm, args[0])?.value());
    }
    let mut both = args[0];
    for &other in &args[1..] {
        both = intersection(vm, both, other)?.value();
    }
    Ok(both)
}
fn difference_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let [left, first, rest @ ..] = args else {
        return Ok(copy(vm, args[0])?.value());
    };
    let result = difference(vm, *left, *first)?;
    for &other in rest {
        remove_all(vm, result, other)?;
    }
    Ok(result.value())
}
fn symmetric_difference_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(symmetric_difference(vm, args[0], args[1])?.value())
}

/// The operators of two sets, in both orders.
macro_rules! operators {
    ($($name:ident $reflected:ident |$vm:ident, $a:ident, $b:ident| $result:expr;)*) => {$(
        fn $name($vm: &mut Vm, args: &[Value]) -> Run<Value> {
            let ($a, $b) = (args[0], args[1]);
            if !$a.is::<Set>() || !$b.is::<Set>() {
                return Ok(Value::NOT_IMPLEMENTED);
            }
            Ok($result?.value())
        }
        fn $reflected(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            $name(vm, &[args[1], args[0]])
        }
    )*};
}
operators! {
    or ror |vm, a, b| union(vm, a, &[b]);
    and rand |vm, a, b| intersection(vm, a, b);
    sub rsub |vm, a, b| difference(vm, a, b);
    xor rxor |vm, a, b| symmetric_difference(vm, a, b);
}

fn update(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    for &other in &args[1..] {
        update_set(vm, args[0].expect(), other)?;
    }
    Ok(Value::NONE)
}
fn intersection_update(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let both = intersection_method(vm, args)?;
    args[0].expect::<Set>().swap(&both.expect::<Set>());
    Ok(Value::NONE)
}
fn difference_update(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    for &other in &args[1..] {
        remove_all(vm, args[0].expect(), other)?;
    }
    Ok(Value::NONE)
}
fn symmetric_difference_update(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let other = as_set(vm, args[1])?;
    toggle_all(vm, args[0].expect(), other)?;
    Ok(Value::NONE)
}

fn ior(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(other) = args[1].cast::<Set>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    set::merge(vm, args[0].expect(), other)?;
    Ok(args[0])
}
fn iand(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Set>() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let both = intersection(vm, args[0], args[1])?;
    args[0].expect::<Set>().swap(&both);
    Ok(args[0])
}
fn isub(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !args[1].is::<Set>() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    remove_all(vm, args[0].expect(), args[1])?;
    Ok(args[0])
}
fn ixor(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(other) = args[1].cast::<Set>() else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    toggle_all(vm, args[0].expect(), other)?;
    Ok(args[0])
}
