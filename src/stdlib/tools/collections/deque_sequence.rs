//! `deque` as a sequence: items, searching, comparing, adding, repeating.

use crate::api::{NativeDef, Own, Record, Ref, Run, Special, Value, Vm, compare, convert, is_own, make, method, raise};
use crate::stdlib::tools::collections::deque::{copy, extend, not_deque, this};
use crate::stdlib::tools::collections::ring;

pub static SEQUENCE: &[NativeDef] = &[
    method("__getitem__", "($self, key, /)", |vm, args| {
        let i = place(vm, args)?;
        Ok(ring::get(this(args), i))
    }),
    method("__setitem__", "($self, key, value, /)", |vm, args| {
        let i = place(vm, args)?;
        ring::set(this(args), i, args[2]);
        Ok(Value::NONE)
    }),
    method("__delitem__", "($self, key, /)", |vm, args| {
        let i = place(vm, args)?;
        ring::remove(this(args), i);
        Ok(Value::NONE)
    }),
    method("insert", "($self, index, value, /)", insert).doc("Insert value before index."),
    method("remove", "($self, value, /)", remove).doc("Remove first occurrence of value."),
    method("count", "($self, value, /)", count).doc("Return number of occurrences of value."),
    method("index", "($self, value, start=0, stop=sys.maxsize, /)", index).doc("Return first index of value."),
    method("__contains__", "($self, key, /)", |vm, args| {
        let found = search(vm, this(args), args[1], 0, usize::MAX)?;
        Ok(Value::bool(found.is_some()))
    }),
    method("__eq__", "($self, value, /)", |vm, args| order(vm, args, Special::Eq)),
    method("__ne__", "($self, value, /)", |vm, args| order(vm, args, Special::Ne)),
    method("__lt__", "($self, value, /)", |vm, args| order(vm, args, Special::Lt)),
    method("__le__", "($self, value, /)", |vm, args| order(vm, args, Special::Le)),
    method("__gt__", "($self, value, /)", |vm, args| order(vm, args, Special::Gt)),
    method("__ge__", "($self, value, /)", |vm, args| order(vm, args, Special::Ge)),
    method("__add__", "($self, value, /)", add),
    method("__iadd__", "($self, value, /)", |vm, args| {
        extend(vm, this(args), args[1], ring::push_back)?;
        Ok(args[0])
    }),
    method("__mul__", "($self, value, /)", multiply),
    method("__rmul__", "($self, value, /)", multiply),
    method("__imul__", "($self, value, /)", multiply_in_place),
];

/// The place that `args[1]` means.
fn place(vm: &mut Vm, args: &[Value]) -> Run<usize> {
    let n = match args[1].as_int() {
        Some(n) => n,
        None => {
            if !convert::has_index(vm, args[1]) {
                let name = crate::api::class::name_of(vm, args[1]);
                let text = format!("sequence index must be integer, not '{name}'");
                return Err(raise::type_error(vm, text));
            }
            convert::index_size(vm, args[1])?
        }
    };
    let len = ring::len(this(args)) as i64;
    let n = if n < 0 { n + len } else { n };
    if (0..len).contains(&n) {
        return Ok(n as usize);
    }
    Err(raise::index_error(vm, "deque index out of range"))
}

fn insert(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let deque = this(args);
    let n = convert::size_argument(vm, args[1])?;
    let len = ring::len(deque);
    if ring::max(deque).is_some_and(|max| len >= max) {
        return Err(raise::index_error(vm, "deque already at its maximum size"));
    }
    let n = if n < 0 {
        (n + len as i64).max(0)
    } else {
        n.min(len as i64)
    };
    ring::insert(deque, n as usize, args[2]);
    Ok(Value::NONE)
}

/// Where `value` lies in `start..stop`.
fn search(vm: &mut Vm, deque: Ref<Record>, value: Value, start: usize, stop: usize) -> Run<Option<usize>> {
    let version = ring::version(deque);
    let mut i = start;
    while i < stop.min(ring::len(deque)) {
        let same = compare::equal(vm, ring::get(deque, i), value)?;
        ring::unchanged(vm, deque, version, "deque mutated during iteration")?;
        if same {
            return Ok(Some(i));
        }
        i += 1;
    }
    Ok(None)
}

fn remove(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let deque = this(args);
    let version = ring::version(deque);
    let mut i = 0;
    while i < ring::len(deque) {
        let same = compare::equal(vm, ring::get(deque, i), args[1])?;
        if ring::version(deque) != version {
            return Err(raise::index_error(vm, "deque mutated during iteration"));
        }
        if same {
            ring::remove(deque, i);
            return Ok(Value::NONE);
        }
        i += 1;
    }
    Err(raise::value_error(vm, "deque.remove(x): x not in deque"))
}

fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let deque = this(args);
    let version = ring::version(deque);
    let (mut n, mut i) = (0, 0);
    while i < ring::len(deque) {
        n += i64::from(compare::equal(vm, ring::get(deque, i), args[1])?);
        ring::unchanged(vm, deque, version, "deque mutated during iteration")?;
        i += 1;
    }
    Ok(Value::small_int(n))
}

fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let deque = this(args);
    let (start, stop) = crate::api::shared::search_range(vm, args[2], args[3], ring::len(deque))?;
    match search(vm, deque, args[1], start, stop)? {
        Some(i) => Ok(Value::small_int(i as i64)),
        None => Err(raise::value_error(vm, "deque.index(x): x not in deque")),
    }
}

/// Compares item by item, as lists do.
fn order(vm: &mut Vm, args: &[Value], special: Special) -> Run<Value> {
    if !is_own(vm, args[1], Own::Deque) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (this(args), args[1].expect::<Record>());
    let by_length = ring::len(a) != ring::len(b) && matches!(special, Special::Eq | Special::Ne);
    if by_length {
        return Ok(Value::bool(special == Special::Ne));
    }
    let (a, b) = (make::list(vm, ring::to_vec(a)), make::list(vm, ring::to_vec(b)));
    compare::rich(vm, special, a, b)
}

fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !is_own(vm, args[1], Own::Deque) {
        return Err(not_deque(vm, args[1]));
    }
    let made = copy(vm, &args[..1])?;
    extend(vm, made.expect(), args[1], ring::push_back)?;
    Ok(made)
}

fn multiply(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !convert::has_index(vm, args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let made = copy(vm, &args[..1])?;
    multiply_in_place(vm, &[made, args[1]])
}

fn multiply_in_place(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !convert::has_index(vm, args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let n = convert::size(vm, args[1])?.max(0) as usize;
    let deque = this(args);
    let items = ring::to_vec(deque);
    // What is beyond the bound of a deque falls out again: only the last copies count.
    let n = match ring::max(deque) {
        Some(bound) if !items.is_empty() => n.min(bound / items.len() + 2),
        _ => n,
    };
    raise::room_for(vm, items.len().saturating_mul(n), 4 * size_of::<Value>())?;
    if n == 0 || items.is_empty() {
        ring::replace(deque, Vec::new());
        return Ok(args[0]);
    }
    for _ in 1..n {
        items.iter().for_each(|&item| ring::push_back(deque, item));
    }
    Ok(args[0])
}
