//! `tee`: several iterators over one source. What was read lies in linked chunks; each iterator stands somewhere in a chunk, so that
//! chunks behind all of them are garbage.

use crate::api::{
    List, NativeDef, Own, Record, Ref, Run, Value, Vm, class_method, convert, function, is_own, iterate, itself, make,
    method, own_class, raise, record_of, shared, static_method,
};
use crate::stdlib::support::{finish, stepper};

/// Fields of a `_tee`: its chunk, the place in it.
const CHUNK: usize = 0;
const PLACE: usize = 1;
/// Fields of a chunk: the source, the items, the next chunk (UNBOUND while there is none), whether the source is being asked.
const SOURCE: usize = 0;
const ITEMS: usize = 1;
const NEXT: usize = 2;
const RUNNING: usize = 3;

const CHUNK_ITEMS: usize = 57;

pub static FUNCTIONS: &[NativeDef] =
    &[function("tee", "(iterable, n=2, /)", tee).doc("Returns a tuple of n independent iterators.")];

pub static TEE: &[NativeDef] = &[
    static_method("__new__", "($type, iterable, /)", |vm, args| one(vm, args[1])),
    method("__iter__", "($self, /)", itself),
    stepper!(step_tee),
    method("__copy__", "($self, /)", copy).doc("Returns an independent iterator."),
    class_method("__class_getitem__", "($type, object, /)", shared::class_getitem).doc("See PEP 585"),
];

fn chunk(vm: &mut Vm, source: Value) -> Value {
    let items = make::list(vm, Vec::new());
    let class = own_class(vm, Own::TeeData).value();
    record_of(vm, class, &[source, items, Value::UNBOUND, Value::FALSE])
}

fn at(vm: &mut Vm, chunk: Value, place: Value) -> Value {
    let class = own_class(vm, Own::Tee).value();
    record_of(vm, class, &[chunk, place])
}

/// An iterator of its own over what `iterable` gives.
fn one(vm: &mut Vm, iterable: Value) -> Run<Value> {
    let iterator = iterate::iter(vm, iterable)?;
    if is_own(vm, iterator, Own::Tee) {
        return copy(vm, &[iterator]);
    }
    let chunk = chunk(vm, iterator);
    Ok(at(vm, chunk, Value::small_int(0)))
}

fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    Ok(at(vm, this.get(CHUNK), this.get(PLACE)))
}

fn tee(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = match args[1].bound() {
        Some(n) => convert::size_argument(vm, n)?,
        None => 2,
    };
    if n < 0 {
        return Err(raise::value_error(vm, "n must be >= 0"));
    }
    let all = make::list(vm, Vec::new()).expect::<List>();
    if n > 0 {
        let first = one(vm, args[0])?;
        // An iterator's cell, and its place in the list and in the tuple.
        raise::room_for(vm, n as usize, 64)?;
        all.push(first);
        for _ in 1..n {
            let other = copy(vm, &[first])?;
            all.push(other);
        }
    }
    let all = all.take_vec();
    Ok(make::tuple(vm, &all))
}

fn step_tee(vm: &mut Vm, iter: Value) -> Run<Option<Value>> {
    let this: Ref<Record> = iter.expect();
    let mut chunk: Ref<Record> = this.get(CHUNK).expect();
    let mut place = this.get(PLACE).int_unchecked() as usize;
    if place == CHUNK_ITEMS {
        if chunk.get(NEXT).is_unbound() {
            let next = self::chunk(vm, chunk.get(SOURCE));
            chunk.set(NEXT, next);
        }
        chunk = chunk.get(NEXT).expect();
        place = 0;
        this.set(CHUNK, chunk.value());
        this.set(PLACE, Value::small_int(0));
    }
    let items: Ref<List> = chunk.get(ITEMS).expect();
    let item = match items.get(place) {
        Some(item) => item,
        None => {
            if chunk.get(RUNNING) == Value::TRUE {
                return Err(raise::runtime_error(vm, "cannot re-enter the tee iterator"));
            }
            chunk.set(RUNNING, Value::TRUE);
            let found = iterate::next(vm, chunk.get(SOURCE));
            chunk.set(RUNNING, Value::FALSE);
            match found? {
                Some(item) => {
                    items.push(item);
                    item
                }
                None => return Ok(None),
            }
        }
    };
    this.set(PLACE, Value::small_int(place as i64 + 1));
    Ok(Some(item))
}
