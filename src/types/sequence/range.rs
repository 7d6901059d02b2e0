//! `range` and its iterators.

use crate::base::big::Big;
use crate::base::hash::TupleHash;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::ops::container::range::{self, BY, LEFT, LEN, NEXT, START, STEP, STOP, to_big};
use crate::ops::container::slice;
use crate::ops::relation::{compare, hash};
use crate::ops::{class, convert, make, raise, text};
use crate::types::sequence::{iterators, shared};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static RANGE: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new),
    getter("start", start).setter(shared::read_only),
    getter("stop", stop).setter(shared::read_only),
    getter("step", step).setter(shared::read_only),
    method("index", "($self, object, /)", index).doc(
        "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present.",
    ),
    method("count", "($self, object, /)", count)
        .doc("rangeobject.count(value) -> integer -- return number of occurrences of value"),
    method("__len__", "($self, /)", len),
    method("__bool__", "($self, /)", bool),
    method("__getitem__", "($self, key, /)", get_item),
    method("__contains__", "($self, key, /)", contains),
    method("__eq__", "($self, value, /)", eq),
    method("__ne__", "($self, value, /)", ne),
    method("__hash__", "($self, /)", hash_method),
    method("__repr__", "($self, /)", repr),
    method("__iter__", "($self, /)", iter),
    method("__reversed__", "($self, /)", reversed).doc("Return a reverse iterator."),
    method("__reduce__", "($self, /)", reduce),
];

pub static RANGE_ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", iterators::itself),
    method("__next__", "($self, /)", next),
    method("__length_hint__", "($self, /)", length_hint).doc("Private method returning an estimate of len(list(it))."),
    method("__reduce__", "($self, /)", reduce_iterator).doc("Return state information for pickling."),
    method("__setstate__", "($self, state, /)", set_state).doc("Set state information for unpickling."),
];

/// The receiver.
fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    if !names.is_empty() {
        return Err(raise::type_error(vm, "range() takes no keyword arguments"));
    }
    let (first, last, by) = match args[1..] {
        [] => return Err(raise::type_error(vm, "range expected at least 1 argument, got 0")),
        [stop] => (Value::small_int(0), stop, Value::small_int(1)),
        [start, stop] => (start, stop, Value::small_int(1)),
        [start, stop, step] => (start, stop, step),
        _ => {
            let text = format!("range expected at most 3 arguments, got {}", args.len() - 1);
            return Err(raise::type_error(vm, text));
        }
    };
    let first = convert::index(vm, first)?;
    let last = convert::index(vm, last)?;
    let by = convert::index(vm, by)?;
    if by == Value::small_int(0) {
        return Err(raise::value_error(vm, "range() arg 3 must not be zero"));
    }
    Ok(range::new(vm, first, last, by))
}

fn start(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).get(START))
}
fn stop(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).get(STOP))
}
fn step(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).get(STEP))
}

fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let len = this(args).get(LEN);
    convert::ssize(vm, len)?;
    Ok(len)
}

fn bool(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::bool(this(args).get(LEN) != Value::small_int(0)))
}

/// `range[index]` for any index or slice.
pub fn get_item(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this = this(args);
    if let Some(slice) = slice::cast(args[1]) {
        let [first, last, by] = slice::fit_big(vm, slice, &to_big(this.get(LEN)))?;
        let start = range::nth(vm, this.get(START), this.get(STEP), &first);
        let stop = range::nth(vm, this.get(START), this.get(STEP), &last);
        let step = make::big(vm, to_big(this.get(STEP)).mul(&by));
        return Ok(range::new(vm, start, stop, step));
    }
    if let (Some(n), Some(len)) = (args[1].as_int(), this.get(LEN).as_int())
        && let Some(i) = shared::place(n, len as usize)
    {
        return Ok(range::item(vm, this, i as i64));
    }
    if !convert::has_index(vm, args[1]) {
        let got = class::name_of(vm, args[1]);
        return Err(raise::type_error(
            vm,
            format!("range indices must be integers or slices, not {got}"),
        ));
    }
    let n = to_big(convert::index(vm, args[1])?);
    let len = to_big(this.get(LEN));
    let n = if n.is_negative() { n.add(&len) } else { n };
    if n.is_negative() || n >= len {
        return Err(raise::index_error(vm, "range object index out of range"));
    }
    Ok(range::nth(vm, this.get(START), this.get(STEP), &n))
}

/// The place of an int in a range.
fn find(range: Ref<Record>, value: Value) -> Option<Big> {
    let distance = to_big(value).sub(&to_big(range.get(START)));
    let (n, rest) = distance.div_mod_floor(&to_big(range.get(STEP)))?;
    (rest.is_zero() && !n.is_negative() && n < to_big(range.get(LEN))).then_some(n)
}

/// Whether `value` is exactly an int or a bool, so that arithmetic finds it.
fn is_plain_int(value: Value) -> bool {
    value.as_int_or_bool().is_some() || class::is_exact(value, ClassId::Int)
}

fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if is_plain_int(args[1]) {
        return Ok(Value::bool(find(this(args), args[1]).is_some()));
    }
    let iter = range::iter(vm, this(args), false);
    while let Some(item) = range::step(vm, iter.expect()) {
        if compare::equal(vm, item, args[1])? {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if is_plain_int(args[1]) {
        return match find(this(args), args[1]) {
            Some(n) => Ok(make::big(vm, n)),
            None => Err(raise::value_error(vm, "range.index(x): x not in range")),
        };
    }
    let (iter, mut n) = (range::iter(vm, this(args), false), 0);
    while let Some(item) = range::step(vm, iter.expect()) {
        if compare::equal(vm, item, args[1])? {
            return Ok(make::size(vm, n));
        }
        n += 1;
    }
    Err(raise::value_error(vm, "sequence.index(x): x not in sequence"))
}

fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if is_plain_int(args[1]) {
        return Ok(Value::small_int(find(this(args), args[1]).is_some() as i64));
    }
    let (iter, mut n) = (range::iter(vm, this(args), false), 0);
    while let Some(item) = range::step(vm, iter.expect()) {
        n += compare::equal(vm, item, args[1])? as usize;
    }
    Ok(make::size(vm, n))
}

/// Whether two ranges give the same items.
fn same_items(a: Ref<Record>, b: Ref<Record>) -> bool {
    let same = |field| to_big(a.get(field)) == to_big(b.get(field));
    let len = a.get(LEN);
    same(LEN) && (len == Value::small_int(0) || same(START) && (len == Value::small_int(1) || same(STEP)))
}

fn eq(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(range::cast(args[1]).map_or(Value::NOT_IMPLEMENTED, |other| {
        Value::bool(same_items(this(args), other))
    }))
}
fn ne(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(range::cast(args[1]).map_or(Value::NOT_IMPLEMENTED, |other| {
        Value::bool(!same_items(this(args), other))
    }))
}

fn hash_method(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (range, mut combined) = (this(args), TupleHash::new());
    let known = match range.get(LEN).as_int() {
        Some(0) => 1,
        Some(1) => 2,
        _ => 3,
    };
    for (i, field) in [LEN, START, STEP].into_iter().enumerate() {
        let part = if i < known { range.get(field) } else { Value::NONE };
        combined.push(hash::hash(vm, part)?);
    }
    Ok(make::int(vm, combined.finish()))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let range = this(args);
    let mut out = b"range(".to_vec();
    shared::repr_into(vm, range.get(START), &mut out)?;
    out.extend_from_slice(b", ");
    shared::repr_into(vm, range.get(STOP), &mut out)?;
    if range.get(STEP) != Value::small_int(1) {
        out.extend_from_slice(b", ");
        shared::repr_into(vm, range.get(STEP), &mut out)?;
    }
    out.push(b')');
    Ok(text::from_bytes(vm, &out))
}

fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(range::iter(vm, this(args), false))
}
fn reversed(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(range::iter(vm, this(args), true))
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let parts: Vec<Value> = [START, STOP, STEP].iter().map(|&field| this(args).get(field)).collect();
    let parts = make::tuple(vm, &parts);
    let class = vm.class(ClassId::Range);
    Ok(make::tuple(vm, &[class, parts]))
}

fn next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match range::step(vm, this(args)) {
        Some(item) => Ok(item),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}

fn length_hint(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(this(args).get(LEFT))
}

/// `(iter, (the range that is left,), None)`
fn reduce_iterator(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = this(args);
    let stop = range::nth(vm, iter.get(NEXT), iter.get(BY), &to_big(iter.get(LEFT)));
    let rest = range::new(vm, iter.get(NEXT), stop, iter.get(BY));
    let rest = make::tuple(vm, &[rest]);
    let function = shared::builtin(vm, "iter");
    Ok(make::tuple(vm, &[function, rest, Value::NONE]))
}

fn set_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = this(args);
    let (n, left) = (to_big(convert::index(vm, args[1])?), to_big(iter.get(LEFT)));
    let n = if n.is_negative() {
        Big::zero()
    } else {
        n.min(left.clone())
    };
    let next = range::nth(vm, iter.get(NEXT), iter.get(BY), &n);
    let left = make::big(vm, left.sub(&n));
    iter.set(NEXT, next);
    iter.set(LEFT, left);
    Ok(Value::NONE)
}
