//! `product`, `permutations`, `combinations`, `combinations_with_replacement`: choices from pools, in lexicographic order of places.

use crate::api::{
    List, NativeDef, Record, Ref, Run, Str, Tuple, Value, Vm, convert, itself, make, method, raise, record_of,
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
/// `permutations`: a list of how often each place still turns.
const CYCLES: usize = 3;

/// Choices up to which a tuple is put together on the native stack.
const ON_STACK: usize = 16;

/// A tuple of `n` items.
fn build(vm: &mut Vm, n: usize, item: impl Fn(usize) -> Value) -> Value {
    if n <= ON_STACK {
        let mut items = [Value::UNBOUND; ON_STACK];
        for (i, slot) in items[..n].iter_mut().enumerate() {
            *slot = item(i);
        }
        return make::tuple(vm, &items[..n]);
    }
    let items: Vec<Value> = (0..n).map(item).collect();
    make::tuple(vm, &items)
}

fn place(places: Ref<List>, i: usize) -> usize {
    places.get(i).and_then(Value::as_int).unwrap_or(0) as usize
}
fn put(places: Ref<List>, i: usize, n: usize) {
    places.set(i, Value::small_int(n as i64));
}

/// The choice that `places` mean.
fn chosen(vm: &mut Vm, pool: &[Value], places: Ref<List>, n: usize) -> Option<Value> {
    Some(build(vm, n, |i| pool[place(places, i)]))
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
    Ok(record_of(vm, args[0], &[pools, places, Value::small_int(n as i64)]))
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
            iter.set(PLACES, Value::UNBOUND);
            return Ok(None);
        }
        // One place more than needed, so that the list of no choices is not empty after its one choice.
        places.put_vec(vec![Value::small_int(0); n + 1]);
    } else {
        let mut i = n;
        loop {
            if i == 0 {
                iter.set(PLACES, Value::UNBOUND);
                return Ok(None);
            }
            i -= 1;
            let next = place(places, i) + 1;
            if next < of(i).len() {
                put(places, i, next);
                break;
            }
            put(places, i, 0);
        }
    }
    Ok(Some(build(vm, n, |i| of(i)[place(places, i)])))
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
        &[pool.value(), places, Value::small_int(r as i64)],
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
    let pool = tuple::items(iter.get(POOL).expect::<Tuple>());
    let (n, r) = (pool.len(), iter.get(CHOSEN).int_unchecked() as usize);
    if places.is_empty() {
        let impossible = if again { n == 0 && r > 0 } else { r > n };
        if impossible {
            iter.set(PLACES, Value::UNBOUND);
            return Ok(None);
        }
        let first = (0..=r).map(|i| Value::small_int(if again { 0 } else { i as i64 }));
        places.put_vec(first.collect());
    } else {
        let most = |i: usize| if again { n - 1 } else { i + n - r };
        let Some(i) = (0..r).rev().find(|&i| place(places, i) != most(i)) else {
            iter.set(PLACES, Value::UNBOUND);
            return Ok(None);
        };
        let next = place(places, i) + 1;
        for j in i..r {
            put(places, j, if again { next } else { next + j - i });
        }
    }
    Ok(chosen(vm, pool, places, r))
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
        &[pool.value(), places, Value::small_int(r as i64), cycles],
    ))
}

fn step_permutations(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let iter: Ref<Record> = iter.expect();
    let Some(places) = iter.get(PLACES).cast::<List>() else {
        return Ok(None);
    };
    let cycles: Ref<List> = iter.get(CYCLES).expect();
    let pool = tuple::items(iter.get(POOL).expect::<Tuple>());
    let (n, r) = (pool.len(), iter.get(CHOSEN).int_unchecked() as usize);
    if places.is_empty() {
        if r > n {
            iter.set(PLACES, Value::UNBOUND);
            return Ok(None);
        }
        places.put_vec((0..=n).map(|i| Value::small_int(i as i64)).collect());
        cycles.put_vec((0..r).map(|i| Value::small_int((n - i) as i64)).collect());
        return Ok(chosen(vm, pool, places, r));
    }
    for i in (0..r).rev() {
        let left = place(cycles, i) - 1;
        if left > 0 {
            put(cycles, i, left);
            let (a, b) = (place(places, i), place(places, n - left));
            put(places, i, b);
            put(places, n - left, a);
            return Ok(chosen(vm, pool, places, r));
        }
        put(cycles, i, n - i);
        places.with_items_mut(|places| places[i..n].rotate_left(1));
    }
    iter.set(PLACES, Value::UNBOUND);
    Ok(None)
}
