//! Iterators over lists and tuples, and over lists backwards.

use crate::heap::object::Ref;
use crate::heap::value::{INT_MAX, Value};
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::record::Record;
use crate::ops::container::iterate::{self, CALLABLE, INDEX, SENTINEL, SEQUENCE};
use crate::ops::{class, convert, make, raise};
use crate::types::sequence::shared;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

macro_rules! tables {
    ($($table:ident $next:ident $hint:ident $reduce:ident $state:ident;)*) => {$(
        pub static $table: &[NativeDef] = &[
            method("__iter__", "($self, /)", itself),
            method("__next__", "($self, /)", $next),
            method("__length_hint__", "($self, /)", $hint)
                .doc("Private method returning an estimate of len(list(it))."),
            method("__reduce__", "($self, /)", $reduce).doc("Return state information for pickling."),
            method("__setstate__", "($self, state, /)", $state).doc("Set state information for unpickling."),
        ];
    )*};
}
tables! {
    LIST_ITERATOR next_forwards hint_forwards reduce_forwards state_forwards;
    TUPLE_ITERATOR next_forwards hint_forwards reduce_forwards state_forwards;
    LIST_REVERSE_ITERATOR next_backwards hint_backwards reduce_backwards state_backwards;
}

pub static SEQUENCE_ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", next_of_any),
    method("__length_hint__", "($self, /)", hint_of_items)
        .doc("Private method returning an estimate of len(list(it))."),
    method("__reduce__", "($self, /)", reduce_forwards).doc("Return state information for pickling."),
    method("__setstate__", "($self, state, /)", state_of_items).doc("Set state information for unpickling."),
];

pub static CALLABLE_ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    method("__next__", "($self, /)", next_of_any),
    method("__reduce__", "($self, /)", reduce_calls).doc("Return state information for pickling."),
];

/// `iter(iterator)`
pub fn itself(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(args[0])
}

/// The receiver.
fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

/// Length of the list or tuple that an iterator walks, 0 when it is exhausted.
fn len_of(iter: Ref<Record>) -> i64 {
    let sequence = iter.get(SEQUENCE);
    match (sequence.cast::<List>(), sequence.cast::<Tuple>()) {
        (Some(list), _) => list.len() as i64,
        (_, Some(tuple)) => tuple.len() as i64,
        _ => 0,
    }
}

fn item_of(iter: Ref<Record>, i: i64) -> Option<Value> {
    let (sequence, i) = (iter.get(SEQUENCE), usize::try_from(i).ok()?);
    match (sequence.cast::<List>(), sequence.cast::<Tuple>()) {
        (Some(list), _) => list.get(i),
        (_, Some(tuple)) => tuple.items().get(i).copied(),
        _ => None,
    }
}

/// The item at the iterator's index; the index moves by `by`, or the iterator is exhausted for good.
fn step(vm: &mut Vm, iter: Ref<Record>, by: i64) -> Run<Value> {
    let i = iter.get(INDEX).int_unchecked();
    match item_of(iter, i) {
        Some(item) => {
            iter.set(INDEX, Value::small_int(i + by));
            Ok(item)
        }
        None => {
            iter.set(SEQUENCE, Value::UNBOUND);
            Err(raise::stop_iteration(vm, Value::NONE))
        }
    }
}

fn next_forwards(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    step(vm, this(args), 1)
}
fn next_backwards(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    step(vm, this(args), -1)
}

fn hint_forwards(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let left = len_of(this(args)) - this(args).get(INDEX).int_unchecked();
    Ok(Value::small_int(left.max(0)))
}
fn hint_backwards(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let left = this(args).get(INDEX).int_unchecked() + 1;
    Ok(Value::small_int(if left > len_of(this(args)) { 0 } else { left }))
}

/// `(function, (sequence,), index)`, or with an empty sequence when exhausted.
fn reduce(vm: &mut Vm, iter: Ref<Record>, function: &str, empty: Value) -> Run<Value> {
    let function = shared::builtin(vm, function);
    if iter.get(SEQUENCE).is_unbound() {
        let empty = make::tuple(vm, &[empty]);
        return Ok(make::tuple(vm, &[function, empty]));
    }
    let sequence = make::tuple(vm, &[iter.get(SEQUENCE)]);
    Ok(make::tuple(vm, &[function, sequence, iter.get(INDEX)]))
}

fn reduce_forwards(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let is_tuple = this(args).shape() == ClassId::TupleIterator.shape();
    let empty = if is_tuple {
        make::tuple(vm, &[])
    } else {
        make::list(vm, Vec::new())
    };
    reduce(vm, this(args), "iter", empty)
}
fn reduce_backwards(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let empty = make::list(vm, Vec::new());
    reduce(vm, this(args), "reversed", empty)
}

fn state_forwards(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (n, iter) = (convert::size(vm, args[1])?, this(args));
    if iter.get(SEQUENCE).is_bound() {
        iter.set(INDEX, Value::small_int(n.clamp(0, len_of(iter))));
    }
    Ok(Value::NONE)
}
fn state_backwards(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (n, iter) = (convert::size(vm, args[1])?, this(args));
    if iter.get(SEQUENCE).is_bound() {
        iter.set(INDEX, Value::small_int(n.clamp(-1, len_of(iter) - 1)));
    }
    Ok(Value::NONE)
}

/// The next item of an iterator that `ops` can advance itself.
fn next_of_any(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match iterate::next_of_record(vm, this(args)) {
        Some(Ok(Some(item))) => Ok(item),
        Some(Err(raised)) => Err(raised),
        _ => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}

fn hint_of_items(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = this(args);
    if iter.get(SEQUENCE).is_unbound() {
        return Ok(Value::small_int(0));
    }
    if class::special(vm, iter.get(SEQUENCE), Special::Len).is_none() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let left = convert::len(vm, iter.get(SEQUENCE))? as i64 - iter.get(INDEX).int_unchecked();
    Ok(Value::small_int(left.max(0)))
}

fn state_of_items(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (n, iter) = (convert::size(vm, args[1])?, this(args));
    if iter.get(SEQUENCE).is_bound() {
        let n = make::int(vm, n.clamp(0, INT_MAX));
        iter.set(INDEX, n);
    }
    Ok(Value::NONE)
}

/// `(iter, (callable, sentinel))`, or with an empty tuple when exhausted.
fn reduce_calls(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (iter, function) = (this(args), shared::builtin(vm, "iter"));
    let arguments = if iter.get(CALLABLE).is_unbound() {
        let empty = make::tuple(vm, &[]);
        make::tuple(vm, &[empty])
    } else {
        make::tuple(vm, &[iter.get(CALLABLE), iter.get(SENTINEL)])
    };
    Ok(make::tuple(vm, &[function, arguments]))
}
