//! Iterators that choose from one other: `compress`, `dropwhile`, `filterfalse`, `islice`, `starmap`, `takewhile`, `pairwise`,
//! `batched`.

use crate::api::{
    List, NativeDef, Raised, Record, Ref, Run, Tuple, Value, Vm, call, convert, iterate, itself, make, method, raise,
    record_of, static_method, truth, tuple,
};
use crate::stdlib::support::{finish, stepper};

const SOURCE: usize = 0;
const SELECTORS: usize = 1;

pub static COMPRESS: &[NativeDef] = &[
    static_method("__new__", "($type, data, selectors)", |vm, args| {
        let data = iterate::iter(vm, args[1])?;
        let selectors = iterate::iter(vm, args[2])?;
        Ok(record_of(vm, args[0], &[data, selectors]))
    }),
    method("__iter__", "($self, /)", itself),
    stepper!(step_compress),
];

fn step_compress(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    loop {
        let Some(item) = iterate::next(vm, iter.get(SOURCE))? else {
            return Ok(None);
        };
        let Some(selector) = iterate::next(vm, iter.get(SELECTORS))? else {
            return Ok(None);
        };
        if truth::truth(vm, selector)? {
            return Ok(Some(item));
        }
    }
}

const PREDICATE: usize = 1;
/// `dropwhile`: whether it has begun; `takewhile`: whether it has ended.
const DONE: usize = 2;

fn new_filtered(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = iterate::iter(vm, args[2])?;
    Ok(record_of(vm, args[0], &[iterator, args[1], Value::FALSE]))
}

pub static DROP_WHILE: &[NativeDef] = &[
    static_method("__new__", "($type, predicate, iterable, /)", new_filtered),
    method("__iter__", "($self, /)", itself),
    stepper!(step_drop),
];
pub static TAKE_WHILE: &[NativeDef] = &[
    static_method("__new__", "($type, predicate, iterable, /)", new_filtered),
    method("__iter__", "($self, /)", itself),
    stepper!(step_take),
];
pub static FILTER_FALSE: &[NativeDef] = &[
    static_method("__new__", "($type, function, iterable, /)", new_filtered),
    method("__iter__", "($self, /)", itself),
    stepper!(step_filter_false),
];

fn verdict(vm: &mut Vm, predicate: Value, item: Value) -> Run<bool> {
    let answer = call::call(vm, predicate, &[item])?;
    truth::truth(vm, answer)
}

fn step_drop(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    loop {
        let Some(item) = iterate::next(vm, iter.get(SOURCE))? else {
            return Ok(None);
        };
        if iter.get(DONE) == Value::TRUE {
            return Ok(Some(item));
        }
        if !verdict(vm, iter.get(PREDICATE), item)? {
            iter.set(DONE, Value::TRUE);
            return Ok(Some(item));
        }
    }
}

fn step_take(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    if iter.get(DONE) == Value::TRUE {
        return Ok(None);
    }
    let Some(item) = iterate::next(vm, iter.get(SOURCE))? else {
        return Ok(None);
    };
    if verdict(vm, iter.get(PREDICATE), item)? {
        return Ok(Some(item));
    }
    iter.set(DONE, Value::TRUE);
    Ok(None)
}

fn step_filter_false(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let by_truth = iter.get(PREDICATE).is_none() || iter.get(PREDICATE) == vm.class(crate::api::ClassId::Bool);
    while let Some(item) = iterate::next(vm, iter.get(SOURCE))? {
        let is_true = match by_truth {
            true => truth::truth(vm, item)?,
            false => verdict(vm, iter.get(PREDICATE), item)?,
        };
        if !is_true {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

const FUNCTION: usize = 1;

pub static STAR_MAP: &[NativeDef] = &[
    static_method("__new__", "($type, function, iterable, /)", new_filtered),
    method("__iter__", "($self, /)", itself),
    stepper!(step_star),
];

fn step_star(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let Some(item) = iterate::next(vm, iter.get(SOURCE))? else {
        return Ok(None);
    };
    let args = iterate::to_tuple(vm, item)?.expect::<Tuple>();
    call::call(vm, iter.get(FUNCTION), tuple::items(args)).map(Some)
}

/// Fields of `islice`: number of the next item, of the end (−1: none), the step, how many were taken.
const NEXT: usize = 1;
const STOP: usize = 2;
const STEP: usize = 3;
const COUNT: usize = 4;

pub static ISLICE: &[NativeDef] = &[
    static_method("__new__", "($type, *args)", new_islice),
    method("__iter__", "($self, /)", itself),
    stepper!(step_islice),
];

/// A bound of `islice`; None is `default`, and what is no size, for which `bad` is said, -1.
fn bound(vm: &mut Vm, value: Value, default: i64, bad: &str) -> Run<i64> {
    if value.is_none() {
        return Ok(default);
    }
    match convert::size(vm, value) {
        Ok(n) if n >= 0 => Ok(n),
        Ok(n) => Err(bad_bound(vm, if n == -1 { bad } else { "Indices" })),
        Err(_) => {
            vm.thread.pending = Value::UNBOUND;
            Err(bad_bound(vm, bad))
        }
    }
}

fn bad_bound(vm: &mut Vm, what: &str) -> Raised {
    raise::value_error(
        vm,
        format!("{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
    )
}

fn new_islice(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let given = args.len() - 1;
    if !(2..=4).contains(&given) {
        let (bound, n) = if given < 2 { ("at least", 2) } else { ("at most", 4) };
        let message = format!("islice expected {bound} {n} arguments, got {given}");
        return Err(raise::type_error(vm, message));
    }
    let (start, stop) = match given {
        2 => (0, bound(vm, args[2], -1, "Stop argument")?),
        _ => {
            let start = bound(vm, args[2], 0, "Indices")?;
            (start, bound(vm, args[3], -1, "Stop argument")?)
        }
    };
    let step = match given {
        4 if !args[4].is_none() => match convert::size(vm, args[4]) {
            Ok(n) if n >= 1 => n,
            _ => {
                vm.thread.pending = Value::UNBOUND;
                let text = "Step for islice() must be a positive integer or None.";
                return Err(raise::value_error(vm, text));
            }
        },
        _ => 1,
    };
    let iterator = iterate::iter(vm, args[1])?;
    let fields = [start, stop, step, 0].map(|n| Value::small_int(n.min(1 << 49)));
    Ok(record_of(
        vm,
        args[0],
        &[iterator, fields[0], fields[1], fields[2], fields[3]],
    ))
}

fn step_islice(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let source = iter.get(SOURCE);
    if source.is_unbound() {
        return Ok(None);
    }
    let number = |i: usize| iter.get(i).int_unchecked();
    let (next, stop, mut count) = (number(NEXT), number(STOP), number(COUNT));
    while count < next {
        if iterate::next(vm, source)?.is_none() {
            iter.set(SOURCE, Value::UNBOUND);
            return Ok(None);
        }
        count += 1;
    }
    iter.set(COUNT, Value::small_int(count));
    if stop >= 0 && count >= stop {
        iter.set(SOURCE, Value::UNBOUND);
        return Ok(None);
    }
    let Some(item) = iterate::next(vm, source)? else {
        iter.set(SOURCE, Value::UNBOUND);
        return Ok(None);
    };
    iter.set(COUNT, Value::small_int(count + 1));
    let after = next + number(STEP);
    let after = if stop >= 0 && after > stop { stop } else { after };
    iter.set(NEXT, Value::small_int(after.min(1 << 49)));
    Ok(Some(item))
}

/// `pairwise`: the item before, UNBOUND at the beginning.
const BEFORE: usize = 1;

pub static PAIRWISE: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, /)", |vm, args| {
        let iterator = iterate::iter(vm, args[1])?;
        Ok(record_of(vm, args[0], &[iterator, Value::UNBOUND]))
    }),
    method("__iter__", "($self, /)", itself),
    stepper!(step_pairwise),
];

fn step_pairwise(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    if iter.get(SOURCE).is_unbound() {
        return Ok(None);
    }
    if iter.get(BEFORE).is_unbound() {
        match iterate::next(vm, iter.get(SOURCE))? {
            Some(first) => iter.set(BEFORE, first),
            None => {
                iter.set(SOURCE, Value::UNBOUND);
                return Ok(None);
            }
        }
        // The source may have been asked through this iterator meanwhile.
        if iter.get(SOURCE).is_unbound() {
            return Ok(None);
        }
    }
    let before = iter.get(BEFORE);
    let Some(item) = iterate::next(vm, iter.get(SOURCE))? else {
        iter.set(SOURCE, Value::UNBOUND);
        return Ok(None);
    };
    iter.set(BEFORE, item);
    Ok(Some(make::tuple(vm, &[before, item])))
}

const SIZE: usize = 1;
const STRICT: usize = 2;

pub static BATCHED: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, n, *, strict=False)", new_batched),
    method("__iter__", "($self, /)", itself),
    stepper!(step_batched),
];

fn new_batched(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size_argument(vm, args[2])?;
    if n < 1 {
        return Err(raise::value_error(vm, "n must be at least one"));
    }
    let strict = match args[3].bound() {
        Some(strict) => truth::truth(vm, strict)?,
        None => false,
    };
    let iterator = iterate::iter(vm, args[1])?;
    let n = Value::small_int(n.min(1 << 49));
    Ok(record_of(vm, args[0], &[iterator, n, Value::bool(strict)]))
}

fn step_batched(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let source = iter.get(SOURCE);
    if source.is_unbound() {
        return Ok(None);
    }
    let n = iter.get(SIZE).int_unchecked() as usize;
    let batch = make::list(vm, Vec::new()).expect::<List>();
    while batch.len() < n {
        match iterate::next(vm, source)? {
            Some(item) => batch.push(item),
            None => {
                iter.set(SOURCE, Value::UNBOUND);
                break;
            }
        }
    }
    if batch.is_empty() {
        return Ok(None);
    }
    if batch.len() < n && iter.get(STRICT) == Value::TRUE {
        return Err(raise::value_error(vm, "batched(): incomplete batch"));
    }
    let items = batch.take_vec();
    Ok(Some(make::tuple(vm, &items)))
}
