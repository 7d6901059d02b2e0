//! Iterators over several others: `chain`, `zip_longest`.

use crate::api::{
    List, NativeDef, Record, Ref, Run, Str, Tuple, Value, Vm, class_method, iterate, itself, make, method, raise,
    record_of, shared, static_method, unreachable_body,
};
use crate::stdlib::support::{finish, stepper};

/// Fields of `chain`: the iterator over the iterables, and the one of the present iterable; UNBOUND for none.
const ITERABLES: usize = 0;
const ACTIVE: usize = 1;

pub static CHAIN: &[NativeDef] = &[
    static_method("__new__", "($type, *iterables)", |vm, args| {
        let iterables = make::tuple(vm, &args[1..]);
        chained(vm, args[0], iterables)
    }),
    method("__iter__", "($self, /)", itself),
    stepper!(step_chain),
    class_method("from_iterable", "($type, iterable, /)", |vm, args| {
        chained(vm, args[0], args[1])
    })
    .doc("Alternative chain() constructor taking a single iterable argument that evaluates lazily."),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

fn chained(vm: &mut Vm, class: Value, iterables: Value) -> Run<Value> {
    let iterables = iterate::iter(vm, iterables)?;
    Ok(record_of(vm, class, &[iterables, Value::UNBOUND]))
}

fn step_chain(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    while iter.get(ITERABLES).is_bound() {
        if iter.get(ACTIVE).is_unbound() {
            let iterable = match iterate::next(vm, iter.get(ITERABLES)) {
                Ok(Some(iterable)) => iterable,
                Ok(None) => break,
                Err(raised) => {
                    iter.set(ITERABLES, Value::UNBOUND);
                    return Err(raised);
                }
            };
            match iterate::iter(vm, iterable) {
                Ok(active) => iter.set(ACTIVE, active),
                Err(raised) => {
                    iter.set(ITERABLES, Value::UNBOUND);
                    return Err(raised);
                }
            }
        }
        if let Some(item) = iterate::next(vm, iter.get(ACTIVE))? {
            return Ok(Some(item));
        }
        iter.set(ACTIVE, Value::UNBOUND);
    }
    iter.set(ITERABLES, Value::UNBOUND);
    Ok(None)
}

/// Fields of `zip_longest`: a list of iterators (UNBOUND once ended), how many go on, the filler.
const ITERATORS: usize = 0;
const GOING: usize = 1;
const FILLER: usize = 2;

/// Iterators up to which the items of a step wait on the native stack, where the collector sees them.
const ON_STACK: usize = 8;

pub static ZIP_LONGEST: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_zip_longest),
    method("__iter__", "($self, /)", itself),
    stepper!(step_zip_longest),
];

fn new_zip_longest(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let end = args.len() - names.len();
    let mut filler = Value::NONE;
    for (i, name) in names.iter().enumerate() {
        if name.expect::<Str>().bytes() != b"fillvalue" || names.len() > 1 {
            let text = "zip_longest() got an unexpected keyword argument";
            return Err(raise::type_error(vm, text));
        }
        filler = args[end + i];
    }
    let iterators = make::list(vm, Vec::new()).expect::<List>();
    for &iterable in &args[1..end] {
        let iterator = iterate::iter(vm, iterable)?;
        iterators.push(iterator);
    }
    let going = Value::small_int(iterators.len() as i64);
    Ok(record_of(vm, args[0], &[iterators.value(), going, filler]))
}

fn step_zip_longest(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let iterators: Ref<List> = iter.get(ITERATORS).expect();
    if iterators.is_empty() || iter.get(GOING) == Value::small_int(0) {
        return Ok(None);
    }
    let n = iterators.len();
    let mut few = [Value::UNBOUND; ON_STACK];
    let many = (n > ON_STACK).then(|| make::list(vm, Vec::with_capacity(n)).expect::<List>());
    let mut i = 0;
    while let Some(iterator) = iterators.get(i) {
        let found = match iterator.bound() {
            None => None,
            Some(iterator) => match iterate::next(vm, iterator) {
                Ok(Some(item)) => Some(item),
                Ok(None) => {
                    let going = iter.get(GOING).int_unchecked() - 1;
                    iter.set(GOING, Value::small_int(going));
                    if going == 0 {
                        return Ok(None);
                    }
                    iterators.set(i, Value::UNBOUND);
                    None
                }
                Err(raised) => {
                    iter.set(GOING, Value::small_int(0));
                    return Err(raised);
                }
            },
        };
        let item = found.unwrap_or(iter.get(FILLER));
        match many {
            Some(row) => row.push(item),
            None => few[i] = item,
        }
        i += 1;
    }
    Ok(Some(match many {
        Some(row) => make::tuple(vm, &row.take_vec()),
        None => make::tuple(vm, &few[..n]),
    }))
}

/// A tuple of what an iterable gives.
pub fn pool(vm: &mut Vm, iterable: Value) -> Run<Ref<Tuple>> {
    Ok(iterate::to_tuple(vm, iterable)?.expect())
}
