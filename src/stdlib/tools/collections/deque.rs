//! `deque`: making, changing at the ends, iterating.

use crate::api::{
    NativeDef, Own, Raised, Record, Ref, Run, Value, Vm, call, class, class_method, convert, getter, iterate, itself,
    make, method, own_class, raise, record_of, shared, static_method, unreachable_body,
};
use crate::stdlib::support::{finish, stepper};
use crate::stdlib::tools::collections::ring;

pub fn this(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

pub static DEQUE: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(|vm, args, _| {
        let fields = ring::empty(vm);
        Ok(record_of(vm, args[0], &fields))
    }),
    method("__init__", "($self, iterable=(), maxlen=None)", init),
    method("append", "($self, item, /)", |_, args| {
        ring::push_back(this(args), args[1]);
        Ok(Value::NONE)
    })
    .doc("Add an element to the right side of the deque."),
    method("appendleft", "($self, item, /)", |_, args| {
        ring::push_front(this(args), args[1]);
        Ok(Value::NONE)
    })
    .doc("Add an element to the left side of the deque."),
    method("pop", "($self, /)", |vm, args| {
        let popped = ring::pop_back(this(args));
        popped.ok_or_else(|| raise::index_error(vm, "pop from an empty deque"))
    })
    .doc("Remove and return the rightmost element."),
    method("popleft", "($self, /)", |vm, args| {
        let popped = ring::pop_front(this(args));
        popped.ok_or_else(|| raise::index_error(vm, "pop from an empty deque"))
    })
    .doc("Remove and return the leftmost element."),
    method("extend", "($self, iterable, /)", |vm, args| {
        extend(vm, this(args), args[1], ring::push_back)?;
        Ok(Value::NONE)
    })
    .doc("Extend the right side of the deque with elements from the iterable."),
    method("extendleft", "($self, iterable, /)", |vm, args| {
        extend(vm, this(args), args[1], ring::push_front)?;
        Ok(Value::NONE)
    })
    .doc("Extend the left side of the deque with elements from the iterable."),
    method("clear", "($self, /)", |_, args| {
        ring::replace(this(args), Vec::new());
        Ok(Value::NONE)
    })
    .doc("Remove all elements from the deque."),
    method("rotate", "($self, n=1, /)", |vm, args| {
        let n = match args[1].bound() {
            Some(n) => convert::size_argument(vm, n)?,
            None => 1,
        };
        ring::rotate(this(args), n);
        Ok(Value::NONE)
    })
    .doc("Rotate the deque n steps to the right.  If n is negative, rotates left."),
    method("reverse", "($self, /)", |_, args| {
        let mut items = ring::to_vec(this(args));
        items.reverse();
        ring::replace(this(args), items);
        Ok(Value::NONE)
    })
    .doc("Reverse *IN PLACE*."),
    method("copy", "($self, /)", copy).doc("Return a shallow copy of a deque."),
    method("__copy__", "($self, /)", copy).doc("Return a shallow copy of a deque."),
    method("__len__", "($self, /)", |_, args| {
        Ok(Value::small_int(ring::len(this(args)) as i64))
    }),
    method("__bool__", "($self, /)", |_, args| {
        Ok(Value::bool(ring::len(this(args)) > 0))
    }),
    method("__iter__", "($self, /)", |vm, args| {
        iterator(vm, args[0], Own::DequeIterator)
    }),
    method("__reversed__", "($self, /)", |vm, args| {
        iterator(vm, args[0], Own::DequeReverseIterator)
    })
    .doc("Return a reverse iterator over the deque."),
    method("__repr__", "($self, /)", show),
    method("__reduce__", "($self, /)", reduce).doc("Return state information for pickling."),
    getter("maxlen", |_, args| Ok(this(args).get(ring::MAX))).doc("maximum size of a deque or None if unbounded"),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

fn init(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let deque = this(args);
    let max = match args[2].bound().filter(|max| !max.is_none()) {
        None => Value::NONE,
        Some(max) if !convert::is_int(max) => return Err(raise::type_error(vm, "an integer is required")),
        Some(max) => {
            let max = convert::size_argument(vm, max)?;
            if max < 0 {
                return Err(raise::value_error(vm, "maxlen must be non-negative"));
            }
            Value::small_int(max.min(1 << 48))
        }
    };
    deque.set(ring::MAX, max);
    if ring::len(deque) > 0 {
        ring::replace(deque, Vec::new());
    }
    if let Some(iterable) = args[1].bound() {
        extend(vm, deque, iterable, ring::push_back)?;
    }
    Ok(Value::NONE)
}

pub fn extend(vm: &mut Vm, deque: Ref<Record>, iterable: Value, push: fn(Ref<Record>, Value)) -> Run<()> {
    if iterable == deque.value() {
        for item in ring::to_vec(deque) {
            push(deque, item);
        }
        return Ok(());
    }
    let iterator = iterate::iter(vm, iterable)?;
    while let Some(item) = iterate::next(vm, iterator)? {
        push(deque, item);
    }
    Ok(())
}

/// A new deque of the same class and bound.
pub fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (old, class) = (this(args), class::of(vm, args[0]));
    if class == own_class(vm, Own::Deque) {
        let fields = ring::empty(vm);
        let made = record_of(vm, class.value(), &fields);
        let new: Ref<Record> = made.expect();
        new.set(ring::MAX, old.get(ring::MAX));
        ring::replace(new, ring::to_vec(old));
        return Ok(made);
    }
    match old.get(ring::MAX) {
        Value::NONE => call::call(vm, class.value(), &[args[0]]),
        max => call::call(vm, class.value(), &[args[0], max]),
    }
}

fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let deque = this(args);
    let name = class::name(class::of(vm, args[0]));
    let list = make::list(vm, ring::to_vec(deque));
    shared::repr_guarded(vm, args[0], "[...]", |vm, out| {
        out.extend_from_slice(name.as_bytes());
        out.push(b'(');
        shared::repr_into(vm, list, out)?;
        if let Some(max) = ring::max(deque) {
            out.extend_from_slice(format!(", maxlen={max}").as_bytes());
        }
        out.push(b')');
        Ok(())
    })
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = class::of(vm, args[0]).value();
    let state = crate::api::state(vm, args[0])?;
    let given = match this(args).get(ring::MAX) {
        Value::NONE => make::tuple(vm, &[]),
        max => {
            let nothing = make::tuple(vm, &[]);
            make::tuple(vm, &[nothing, max])
        }
    };
    let iterator = iterate::iter(vm, args[0])?;
    Ok(make::tuple(vm, &[class, given, state, iterator]))
}

/// Fields of the iterators: the deque, how many items were given, the deque's version.
const SOURCE: usize = 0;
const GIVEN: usize = 1;
const SEEN: usize = 2;

fn iterator(vm: &mut Vm, deque: Value, own: Own) -> Run<Value> {
    let class = own_class(vm, own).value();
    let version = deque.expect::<Record>().get(ring::VERSION);
    Ok(record_of(vm, class, &[deque, Value::small_int(0), version]))
}

pub static ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    stepper!(step),
    method("__length_hint__", "($self, /)", hint).doc("Private method returning an estimate of len(list(it))."),
];
pub static REVERSE_ITERATOR: &[NativeDef] = &[
    method("__iter__", "($self, /)", itself),
    stepper!(step_back),
    method("__length_hint__", "($self, /)", hint).doc("Private method returning an estimate of len(list(it))."),
];

fn step(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    advance(vm, iter, |_, i| i)
}
fn step_back(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    advance(vm, iter, |n, i| n - 1 - i)
}

fn advance(vm: &mut Vm, iter: Value, place: fn(usize, usize) -> usize) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let Some(deque) = iter.get(SOURCE).cast::<Record>() else {
        return Ok(None);
    };
    if iter.get(SEEN) != deque.get(ring::VERSION) {
        iter.set(SOURCE, Value::NONE);
        return Err(raise::runtime_error(vm, "deque mutated during iteration"));
    }
    let given = iter.get(GIVEN).int_unchecked() as usize;
    let len = ring::len(deque);
    if given >= len {
        iter.set(SOURCE, Value::NONE);
        return Ok(None);
    }
    iter.set(GIVEN, Value::small_int(given as i64 + 1));
    Ok(Some(ring::get(deque, place(len, given))))
}

fn hint(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = this(args);
    let left = match iter.get(SOURCE).cast::<Record>() {
        Some(deque) => ring::len(deque) as i64 - iter.get(GIVEN).int_unchecked(),
        None => 0,
    };
    Ok(Value::small_int(left.max(0)))
}

/// What `deque + other` says where `other` is none.
pub fn not_deque(vm: &mut Vm, other: Value) -> Raised {
    let name = class::name_of(vm, other);
    raise::type_error(vm, format!("can only concatenate deque (not \"{name}\") to deque"))
}
