//! `dict_keys`, `dict_values` and `dict_items`: live views, the first and last of them set-like.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::dict::Dict;
use crate::object::container::set::Set;
use crate::object::container::tuple::Tuple;
use crate::object::record::Record;
use crate::ops::container::item;
use crate::ops::container::update::update_set;
use crate::ops::container::{dict as table, iterate, set};
use crate::ops::relation::compare;
use crate::ops::{class, make};
use crate::types::container::{dict_iter, set_algebra};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Rows that both set-like views have.
macro_rules! set_like {
    ($($row:expr,)*) => {
        &[
            $($row,)*
            getter("mapping", mapping).doc("dictionary that this view refers to"),
            method("__len__", "($self, /)", len),
            method("__repr__", "($self, /)", repr),
            method("isdisjoint", "($self, other, /)", is_disjoint)
                .doc("Return True if the view and the given iterable have a null intersection."),
            method("__eq__", "($self, value, /)", eq),
            method("__ne__", "($self, value, /)", ne),
            method("__lt__", "($self, value, /)", lt),
            method("__le__", "($self, value, /)", le),
            method("__gt__", "($self, value, /)", gt),
            method("__ge__", "($self, value, /)", ge),
            method("__and__", "($self, value, /)", and),
            method("__rand__", "($self, value, /)", rand),
            method("__or__", "($self, value, /)", or),
            method("__ror__", "($self, value, /)", ror),
            method("__sub__", "($self, value, /)", sub),
            method("__rsub__", "($self, value, /)", rsub),
            method("__xor__", "($self, value, /)", xor),
            method("__rxor__", "($self, value, /)", rxor),
        ]
    };
}

pub static KEYS: &[NativeDef] = set_like![
    method("__iter__", "($self, /)", iter_keys),
    method("__reversed__", "($self, /)", reversed_keys).doc("Return a reverse iterator over the dict keys."),
    method("__contains__", "($self, key, /)", contains_key),
];
pub static ITEMS: &[NativeDef] = set_like![
    method("__iter__", "($self, /)", iter_items),
    method("__reversed__", "($self, /)", reversed_items).doc("Return a reverse iterator over the dict items."),
    method("__contains__", "($self, key, /)", contains_item),
];
pub static VALUES: &[NativeDef] = &[
    getter("mapping", mapping).doc("dictionary that this view refers to"),
    method("__len__", "($self, /)", len),
    method("__repr__", "($self, /)", repr),
    method("__iter__", "($self, /)", iter_values),
    method("__reversed__", "($self, /)", reversed_values).doc("Return a reverse iterator over the dict values."),
];

/// The dict behind a view.
fn dict_of(view: Value) -> Ref<Dict> {
    view.expect::<Record>().get(0).expect()
}

macro_rules! iterators {
    ($($name:ident $class:ident;)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            Ok(dict_iter::new(vm, ClassId::$class, dict_of(args[0])))
        }
    )*};
}
iterators! {
    iter_keys DictKeyIterator;
    iter_values DictValueIterator;
    iter_items DictItemIterator;
    reversed_keys DictReverseKeyIterator;
    reversed_values DictReverseValueIterator;
    reversed_items DictReverseItemIterator;
}

fn mapping(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let dict = dict_of(args[0]).value();
    Ok(make::record(vm, ClassId::MappingProxy, &[dict]))
}

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::size(vm, dict_of(args[0]).len()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let view = args[0];
    shared::repr_guarded(vm, view, "...", |vm, out| {
        out.extend_from_slice(class::name_of(vm, view).as_bytes());
        out.push(b'(');
        let items = iterate::to_list(vm, view)?;
        shared::repr_into(vm, items.value(), out)?;
        out.push(b')');
        Ok(())
    })
}

fn contains_key(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(table::find(vm, dict_of(args[0]), args[1])?.is_some()))
}

fn contains_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(pair) = args[1].cast::<Tuple>() else {
        return Ok(Value::FALSE);
    };
    let [key, value] = *pair.items() else {
        return Ok(Value::FALSE);
    };
    let Some(found) = table::get(vm, dict_of(args[0]), key)? else {
        return Ok(Value::FALSE);
    };
    Ok(Value::bool(compare::equal(vm, found, value)?))
}

/// Whether `value` is a set or a set-like view, and its length.
fn set_like_len(value: Value) -> Option<usize> {
    let is_view = |id| class::is_exact(value, id);
    if let Some(set) = value.cast::<Set>() {
        return Some(set.len());
    }
    (is_view(ClassId::DictKeys) || is_view(ClassId::DictItems)).then(|| dict_of(value).len())
}

/// Whether everything in `left` is in `right`.
fn all_in(vm: &mut Vm, left: Value, right: Value) -> Run<bool> {
    let iter = iterate::iter(vm, left)?;
    while let Some(key) = iterate::next(vm, iter)? {
        if !item::contains(vm, right, key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Compares by inclusion: `lengths` says whether the lengths allow it, and the smaller operand is looked up in the larger.
fn included(vm: &mut Vm, args: &[Value], lengths: fn(usize, usize) -> bool, swap: bool) -> Run<Option<bool>> {
    let (left, right) = (args[0], args[1]);
    let Some(other) = set_like_len(right) else {
        return Ok(None);
    };
    if !lengths(dict_of(left).len(), other) {
        return Ok(Some(false));
    }
    let (inner, outer) = if swap { (right, left) } else { (left, right) };
    Ok(Some(all_in(vm, inner, outer)?))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(included(vm, args, |a, b| a == b, false)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn ne(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(included(vm, args, |a, b| a == b, false)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}
fn lt(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(included(vm, args, |a, b| a < b, false)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn le(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(included(vm, args, |a, b| a <= b, false)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn gt(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(included(vm, args, |a, b| a > b, true)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn ge(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(included(vm, args, |a, b| a >= b, true)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn is_disjoint(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = iterate::iter(vm, args[1])?;
    while let Some(key) = iterate::next(vm, iter)? {
        if item::contains(vm, args[0], key)? {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

/// A new set of what an iterable gives.
fn set_of(vm: &mut Vm, iterable: Value) -> Run<Ref<Set>> {
    let all = make::set(vm).expect::<Set>();
    // CPYTHON: the keys are taken from the dict, with room for all at once: the order in the set depends on it.
    let is_keys = class::is_exact(iterable, ClassId::DictKeys);
    let from = if is_keys { dict_of(iterable).value() } else { iterable };
    update_set(vm, all, from)?;
    Ok(all)
}

fn intersection(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    // Look up in the view, walk the other.
    let (view, other) = if left.is::<Record>() && set_like_len(left).is_some() {
        (left, right)
    } else {
        (right, left)
    };
    let both = make::set(vm).expect::<Set>();
    let iter = iterate::iter(vm, other)?;
    while let Some(key) = iterate::next(vm, iter)? {
        if item::contains(vm, view, key)? {
            set::add(vm, both, key)?;
        }
    }
    Ok(both.value())
}

fn union(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    let all = set_of(vm, left)?;
    update_set(vm, all, right)?;
    Ok(all.value())
}

fn difference(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    let rest = set_of(vm, left)?;
    set_algebra::remove_all(vm, rest, right)?;
    Ok(rest.value())
}

fn symmetric_difference(vm: &mut Vm, left: Value, right: Value) -> Run<Value> {
    let all = set_of(vm, left)?;
    let other = set_algebra::as_set(vm, right)?;
    set_algebra::toggle_all(vm, all, other)?;
    Ok(all.value())
}

macro_rules! operators {
    ($($name:ident $reflected:ident $function:ident;)*) => {$(
        fn $name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            $function(vm, args[0], args[1])
        }
        fn $reflected(vm: &mut Vm, args: &[Value]) -> Run<Value> {
            $function(vm, args[1], args[0])
        }
    )*};
}
operators! {
    and rand intersection;
    or ror union;
    sub rsub difference;
    xor rxor symmetric_difference;
}
