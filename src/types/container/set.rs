//! `set` and `frozenset`: construction, methods, comparison. The operators that make new sets are in `set_algebra`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::set::Set;
use crate::object::record::Record;
use crate::ops::container::dict::too_large;
use crate::ops::container::update::update_set;
use crate::ops::container::{iterate, set as table};
use crate::ops::{call, class, make, raise, text};
use crate::types::container::{dict_iter, set_algebra};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, class_method, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// What set and frozenset have alike.
pub static BOTH: &[NativeDef] = &[
    method("copy", "($self, /)", copy).doc("Return a shallow copy of a set."),
    method("isdisjoint", "($self, other, /)", is_disjoint).doc("Return True if two sets have a null intersection."),
    method("issubset", "($self, other, /)", is_subset).doc("Report whether another set contains this set."),
    method("issuperset", "($self, other, /)", is_superset).doc("Report whether this set contains another set."),
    method("__len__", "($self, /)", len),
    method("__contains__", "($self, object, /)", contains).doc("x.__contains__(y) <==> y in x."),
    method("__iter__", "($self, /)", iter),
    method("__repr__", "($self, /)", repr),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__lt__", "($self, value, /)", lt),
    method("__le__", "($self, value, /)", le),
    method("__gt__", "($self, value, /)", gt),
    method("__ge__", "($self, value, /)", ge),
    method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling."),
    method("__sizeof__", "($self, /)", size_of).doc("S.__sizeof__() -> size of S in memory, in bytes."),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

pub static SET: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new),
    spread_method("__init__", "($self, iterable=(), /)", init).making(make_set),
    method("add", "($self, object, /)", add)
        .doc("Add an element to a set.\n\nThis has no effect if the element is already present."),
    method("clear", "($self, /)", clear).doc("Remove all elements from this set."),
    method("discard", "($self, object, /)", discard).doc(
        "Remove an element from a set if it is a member.\n\n\
Unlike set.remove(), the discard() method does not raise\nan exception when an element is missing from the set.",
    ),
    method("pop", "($self, /)", pop)
        .doc("Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty."),
    method("remove", "($self, object, /)", remove)
        .doc("Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."),
];

pub static FROZEN_SET: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_frozen),
    method("__hash__", "($self, /)", hash_method),
];

pub static SET_ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", dict_iter::itself),
    method("__next__", "($self, /)", next),
    method("__length_hint__", "($self, /)", length_hint).doc("Private method returning an estimate of len(list(it))."),
    method("__reduce__", "($self, /)", reduce_iterator).doc("Return state information for pickling."),
];

/// The receiver.
fn this(args: &[Value]) -> Ref<Set> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let class = args[0].expect();
    Ok(Set::new(&mut vm.heap, class::shape(class)).value())
}

/// `set(iterable)`
fn make_set(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let shape = class::shape(args[0].expect());
    if let Some(other) = args[1].cast::<Set>() {
        let copied = other.copy(&mut vm.heap, shape);
        return Ok(copied.map_err(too_large(vm))?.value());
    }
    let set = Set::new(&mut vm.heap, shape);
    if args[1].is_bound() {
        update_set(vm, set, args[1])?;
    }
    Ok(set.value())
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - names.len() - 1;
    if !names.is_empty() && shared::inherits(vm, class::of(vm, args[0]), ClassId::Set, Special::Init) {
        return Err(raise::type_error(vm, "set() takes no keyword arguments"));
    }
    if given > 1 {
        return Err(raise::type_error(
            vm,
            format!("set expected at most 1 argument, got {given}"),
        ));
    }
    this(args).clear();
    if given == 1 {
        update_set(vm, this(args), args[1])?;
    }
    Ok(Value::NONE)
}

fn new_frozen(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let given = args.len() - names.len() - 1;
    let exact = args[0] == vm.class(ClassId::FrozenSet);
    if !names.is_empty() && shared::inherits(vm, args[0].expect(), ClassId::FrozenSet, Special::Init) {
        return Err(raise::type_error(vm, "frozenset() takes no keyword arguments"));
    }
    if given > 1 {
        return Err(raise::type_error(
            vm,
            format!("frozenset expected at most 1 argument, got {given}"),
        ));
    }
    if given == 1 && exact && class::is_exact(args[1], ClassId::FrozenSet) {
        return Ok(args[1]);
    }
    let class = args[0].expect();
    let made = Set::new(&mut vm.heap, class::shape(class));
    if given == 1 {
        update_set(vm, made, args[1])?;
    }
    Ok(made.value())
}

fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    table::add(vm, this(args), args[1])?;
    Ok(Value::NONE)
}

fn clear(_: &mut Vm, args: &[Value]) -> Run<Value> {
    this(args).clear();
    Ok(Value::NONE)
}

fn discard(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    table::remove_element(vm, this(args), args[1])?;
    Ok(Value::NONE)
}

fn remove(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if table::remove_element(vm, this(args), args[1])? {
        return Ok(Value::NONE);
    }
    Err(raise::key_error(vm, args[1]))
}

fn pop(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match this(args).pop() {
        Some(key) => Ok(key),
        None => {
            let text = text::new(vm, "pop from an empty set");
            Err(raise::key_error(vm, text))
        }
    }
}

fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if class::is_exact(args[0], ClassId::FrozenSet) {
        return Ok(args[0]);
    }
    Ok(set_algebra::copy(vm, args[0])?.value())
}

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::size(vm, this(args).len()))
}

fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(table::contains(vm, this(args), args[1])?))
}

fn is_disjoint(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let set = this(args);
    if let Some(other) = args[1].cast::<Set>() {
        let (small, large) = if other.len() > set.len() {
            (set, other)
        } else {
            (other, set)
        };
        let mut from = 0;
        while let Some((i, key)) = small.next_entry(from) {
            if table::find_hashed(vm, large, key, small.hash_at(i))?.is_some() {
                return Ok(Value::FALSE);
            }
            from = i + 1;
        }
        return Ok(Value::TRUE);
    }
    let iter = iterate::iter(vm, args[1])?;
    while let Some(key) = iterate::next(vm, iter)? {
        if table::find(vm, set, key)?.is_some() {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

fn is_subset(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(other) = args[1].cast::<Set>() {
        return Ok(Value::bool(table::is_subset(vm, this(args), other)?));
    }
    let both = set_algebra::intersection(vm, args[0], args[1])?;
    Ok(Value::bool(both.len() == this(args).len()))
}

fn is_superset(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(other) = args[1].cast::<Set>() {
        return Ok(Value::bool(table::is_subset(vm, other, this(args))?));
    }
    let iter = iterate::iter(vm, args[1])?;
    while let Some(key) = iterate::next(vm, iter)? {
        if table::find(vm, this(args), key)?.is_none() {
            return Ok(Value::FALSE);
        }
    }
    Ok(Value::TRUE)
}

/// Compares two sets: `lengths` says whether the lengths allow it, and then one must be a subset of the other.
fn compared(vm: &mut Vm, args: &[Value], lengths: fn(usize, usize) -> bool, swap: bool) -> Run<Option<bool>> {
    let (a, Some(b)) = (this(args), args[1].cast::<Set>()) else {
        return Ok(None);
    };
    if !lengths(a.len(), b.len()) {
        return Ok(Some(false));
    }
    let (inner, outer) = if swap { (b, a) } else { (a, b) };
    Ok(Some(table::is_subset(vm, inner, outer)?))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(compared(vm, args, |a, b| a == b, false)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn ne(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(compared(vm, args, |a, b| a == b, false)?.map_or(Value::NOT_IMPLEMENTED, |equal| Value::bool(!equal)))
}
fn lt(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(compared(vm, args, |a, b| a < b, false)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn le(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(compared(vm, args, |a, b| a <= b, false)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn gt(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(compared(vm, args, |a, b| a > b, true)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}
fn ge(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(compared(vm, args, |a, b| a >= b, true)?.map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn hash_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let set = this(args);
    if set.hash.get() == -1 {
        set.hash.set(table::hash_of_keys(set));
    }
    Ok(make::int(vm, set.hash.get()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let set = this(args);
    let name = class::name_of(vm, args[0]);
    if set.is_empty() {
        return Ok(text::new(vm, &format!("{name}()")));
    }
    let plain = class::is_exact(args[0], ClassId::Set);
    shared::repr_guarded(vm, args[0], &format!("{name}(...)"), |vm, out| {
        if !plain {
            out.extend_from_slice(name.as_bytes());
            out.push(b'(');
        }
        out.push(b'{');
        let keys = iterate::to_list(vm, args[0])?;
        let mut i = 0;
        while let Some(key) = keys.get(i) {
            if i > 0 {
                out.extend_from_slice(b", ");
            }
            shared::repr_into(vm, key, out)?;
            i += 1;
        }
        out.extend_from_slice(if plain { b"}" } else { b"})" });
        Ok(())
    })
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let keys = iterate::to_list(vm, args[0])?.value();
    let keys = make::tuple(vm, &[keys]);
    let name = vm.names.__getstate__;
    let state = match call::method_of_class(vm, args[0], name, &[]) {
        Some(state) => state?,
        None => Value::NONE,
    };
    let class = class::of(vm, args[0]).value();
    Ok(make::tuple(vm, &[class, keys, state]))
}

fn size_of(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(200 + 16 * this(args).len() as i64))
}

fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let len = Value::small_int(this(args).len() as i64);
    Ok(make::record(
        vm,
        ClassId::SetIterator,
        &[args[0], Value::small_int(0), len, len],
    ))
}

fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match table::step(vm, args[0].expect())? {
        Some(key) => Ok(key),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}

fn length_hint(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = args[0].expect::<Record>();
    match iter.get(table::SET).cast::<Set>() {
        Some(set) if iter.get(table::USED) == Value::small_int(set.len() as i64) => Ok(iter.get(table::LEFT)),
        _ => Ok(Value::small_int(0)),
    }
}

/// `(iter, (what is left as a list,))`
fn reduce_iterator(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = args[0].expect::<Record>();
    let fields: Vec<Value> = (table::SET..=table::LEFT).map(|i| iter.get(i)).collect();
    let copy = make::record(vm, ClassId::SetIterator, &fields);
    let rest = iterate::to_list(vm, copy)?.value();
    let rest = make::tuple(vm, &[rest]);
    let function = shared::builtin(vm, "iter");
    Ok(make::tuple(vm, &[function, rest]))
}
