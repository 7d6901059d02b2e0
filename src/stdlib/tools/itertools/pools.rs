//! `product`, `permutations`, `combinations`, `combinations_with_replacement`: choices from pools, in lexicographic order of places.

use crate::api::{
    ClassId, List, NativeDef, Record, Ref, Run, Str, Tuple, Value, Vm, convert, itself, make, method, raise, record_of,
    static_method, tuple, unreachable_body,
};
use crate::stdlib::support::{finish, stepper};
use crate::stdlib::tools::itertools::chain::pool;

/// The pool, or a tuple of pools.
const POOL: usize = 0;
/// A list of the places chosen last; empty before the first choice, UNBOUND after the last.
const PLACES: usize = 1;
/// How many are chosen.
const CHOSEN: usize = 2;
/// The tuple given out last.
const LAST: usize = 3;
/// `permutations`: a list of how often each place still turns.
const CYCLES: usize = 4;

/// The next choice of `n` items: up to place `from` those of the last one, then these.
fn give(vm: &mut Vm, iter: Ref<Record>, n: usize, from: usize, item: impl Fn(usize) -> Value) -> Value {
    let last = iter.get(LAST).cast::<Tuple>();
    let (kept, from) = match &last {
        Some(last) => (tuple::items(*last), from),
        None => (&[][..], 0),
    };
    let choice = match n {
        0 => make::tuple(vm, &[]),
        _ => Tuple::completed(&mut vm.heap, ClassId::Tuple.shape(), &kept[..from], n, item).value(),
    };
    iter.set(LAST, choice);
    choice
}

/// The place that an int in a list of places means.
fn place(value: Value) -> usize {
    value.as_int().unwrap_or(0) as usize
}
fn number(place: usize) -> Value {
    Value::small_int(place as i64)
}

/// The next choice, from `from` on by the places in the pool.
fn chosen(vm: &mut Vm, iter: Ref<Record>, places: Ref<List>, (n, from): (usize, usize)) -> Option<Value> {
    let pool = tuple::items(iter.get(POOL).expect::<Tuple>());
    Some(places.with_items(|places| give(vm, iter, n, from, |i| pool[place(places[i])])))
}

/// No choice is left.
fn end(iter: Ref<Record>) -> Run<Option<Value>> {
    iter.set(PLACES, Value::UNBOUND);
    Ok(None)
}

pub static PRODUCT: &[NativeDef] = &[
    static_method("__new__", "($type, *args, **kwargs)", unreachable_body).spread(new_product),
    method("__iter__", "($self, /)", itself),
    stepper!(step_product),
];

fn new_product(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let end = args.len() - names.len();
    let mut repeat = 1;
    for (i, name) in names.iter().enumerate() {
        if name.expect::<Str>().bytes() != b"repeat" {
            let name = name.expect::<Str>();
            let message = format!("product() got an unexpected keyword argument '{}'", name.lossy());
            return Err(raise::type_error(vm, message));
        }
        repeat = convert::size_argument(vm, args[end + i])?;
        if repeat < 0 {
            return Err(raise::value_error(vm, "repeat argument cannot be negative"));
        }
    }
    let pools = make::list(vm, Vec::new()).expect::<List>();
    if repeat > 0 {
        for &iterable in &args[1..end] {
            let pool = pool(vm, iterable)?;
            pools.push(pool.value());
        }
    }
    let once = pools.to_vec();
    if once
        .len()
        .checked_mul(repeat.max(1) as usize)
        .is_none_or(|n| n > 1 << 32)
    {
        return Err(raise::overflow_error(vm, "repeat argument too large"));
    }
    for _ in 1..repeat {
        once.iter().for_each(|&pool| pools.push(pool));
    }
    let pools = pools.take_vec();
    let (n, pools) = (pools.len(), make::tuple(vm, &pools));
    let places = make::list(vm, Vec::new());
    Ok(record_of(vm, args[0], &[pools, places, number(n), Value::UNBOUND]))
}

fn step_product(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let Some(places) = iter.get(PLACES).cast::<List>() else {
        return Ok(None);
    };
    let pools = tuple::items(iter.get(POOL).expect::<Tuple>());
    let of = |i: usize| tuple::items(pools[i].expect::<Tuple>());
    let n = pools.len();
    if places.is_empty() {
        if (0..n).any(|i| of(i).is_empty()) {
            return end(iter);
        }
        // One place more than needed, so that the list of no choices is not empty after its one choice.
        places.put_vec(vec![number(0); n + 1]);
        return Ok(Some(give(vm, iter, n, 0, |i| of(i)[0])));
    }
    let turned = places.with_items_mut(|places| {
        for i in (0..n).rev() {
            let next = place(places[i]) + 1;
            if next < of(i).len() {
                places[i] = number(next);
                return Some((i, next));
            }
            places[i] = number(0);
        }
        None
    });
    match turned {
        Some((turned, next)) => Ok(Some(give(vm, iter, n, turned, |i| {
            of(i)[if i == turned { next } else { 0 }]
        }))),
        None => end(iter),
    }
}

/// `r`, which must not be negative.
fn chosen_count(vm: &mut Vm, value: Value) -> Run<usize> {
    let r = convert::size_argument(vm, value)?;
    if r < 0 {
        return Err(raise::value_error(vm, "r must be non-negative"));
    }
    Ok(r as usize)
}

fn new_choice(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let pool = pool(vm, args[1])?;
    let r = chosen_count(vm, args[2])?.min(1 << 49);
    let places = make::list(vm, Vec::new());
    Ok(record_of(
        vm,
        args[0],
        &[pool.value(), places, number(r), Value::UNBOUND],
    ))
}

pub static COMBINATIONS: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, r)", new_choice),
    method("__iter__", "($self, /)", itself),
    stepper!(step_combinations),
];
pub static WITH_REPLACEMENT: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, r)", new_choice),
    method("__iter__", "($self, /)", itself),
    stepper!(step_with_replacement),
];

fn step_combinations(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    step_choice(vm, iter, false)
}
fn step_with_replacement(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    step_choice(vm, iter, true)
}

/// The next choice of `r` ascending places, which may repeat if `again`.
fn step_choice(vm: &mut Vm, iter: Value, again: bool) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let Some(places) = iter.get(PLACES).cast::<List>() else {
        return Ok(None);
    };
    let n = tuple::items(iter.get(POOL).expect::<Tuple>()).len();
    let r = iter.get(CHOSEN).int_unchecked() as usize;
    if places.is_empty() {
        let impossible = if again { n == 0 && r > 0 } else { r > n };
        if impossible {
            return end(iter);
        }
        places.put_vec((0..=r).map(|i| number(if again { 0 } else { i })).collect());
        return Ok(chosen(vm, iter, places, (r, 0)));
    }
    let most = |i: usize| if again { n - 1 } else { i + n - r };
    let turned = places.with_items_mut(|places| {
        let i = (0..r).rev().find(|&i| place(places[i]) != most(i))?;
        let next = place(places[i]) + 1;
        for (later, place) in places[i..r].iter_mut().enumerate() {
            *place = number(if again { next } else { next + later });
        }
        Some(i)
    });
    match turned {
        Some(turned) => Ok(chosen(vm, iter, places, (r, turned))),
        None => end(iter),
    }
}

pub static PERMUTATIONS: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, r=None)", new_permutations),
    method("__iter__", "($self, /)", itself),
    stepper!(step_permutations),
];

fn new_permutations(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let pool = pool(vm, args[1])?;
    let r = match args[2].bound().filter(|r| !r.is_none()) {
        None => pool.len(),
        Some(r) if !convert::is_int(r) => return Err(raise::type_error(vm, "Expected int as r")),
        Some(r) => chosen_count(vm, r)?.min(1 << 49),
    };
    let places = make::list(vm, Vec::new());
    let cycles = make::list(vm, Vec::new());
    Ok(record_of(
        vm,
        args[0],
        &[pool.value(), places, number(r), Value::UNBOUND, cycles],
    ))
}

fn step_permutations(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let Some(places) = iter.get(PLACES).cast::<List>() else {
        return Ok(None);
    };
    let cycles: Ref<List> = iter.get(CYCLES).expect();
    let n = tuple::items(iter.get(POOL).expect::<Tuple>()).len();
    let r = iter.get(CHOSEN).int_unchecked() as usize;
    if places.is_empty() {
        if r > n {
            return end(iter);
        }
        places.put_vec((0..=n).map(number).collect());
        cycles.put_vec((0..r).map(|i| number(n - i)).collect());
        return Ok(chosen(vm, iter, places, (r, 0)));
    }
    let turned = places.with_items_mut(|places| {
        cycles.with_items_mut(|cycles| {
            for i in (0..r).rev() {
                let left = place(cycles[i]) - 1;
                if left > 0 {
                    cycles[i] = number(left);
                    places.swap(i, n - left);
                    return Some(i);
                }
                cycles[i] = number(n - i);
                places[i..n].rotate_left(1);
            }
            None
        })
    });
    match turned {
        Some(turned) => Ok(chosen(vm, iter, places, (r, turned))),
        None => end(iter),
    }
}
