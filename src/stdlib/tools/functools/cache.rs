//! The wrapper of `functools.lru_cache`.
//!
//! A bounded cache keeps its entries in the list `LINKS`, four values each: the entries used before and after it, the key, the
//! result. Entry 0 is no entry but the ring's beginning: after it comes the oldest.

use crate::api::{
    ClassId, Dict, List, NativeDef, Record, Ref, Run, Value, Vm, attribute, call, class, convert, dict, hash, make,
    method, raise, record_of, spread_method, static_method,
};

const FUNCTION: usize = 0;
/// None for no bound.
const SIZE_MAX: usize = 1;
const TYPED: usize = 2;
/// A dict: from key to result, or (bounded) to the entry's number.
const KNOWN: usize = 3;
const LINKS: usize = 4;
const HITS: usize = 5;
const MISSES: usize = 6;
/// The class of what `cache_info` answers.
const INFO: usize = 7;
/// Stands in keys before the arguments given by name.
const MARK: usize = 8;

const WIDTH: usize = 4;
const BEFORE: usize = 0;
const AFTER: usize = 1;
const KEY: usize = 2;
const RESULT: usize = 3;

pub static WRAPPER: &[NativeDef] = &[
    static_method("__new__", "(type, user_function, maxsize, typed, cache_info_type)", new),
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__get__", "($self, instance, owner=None, /)", |vm, args| {
        if args[1].is_none() {
            return Ok(args[0]);
        }
        Ok(make::method(vm, args[0], args[1]))
    }),
    method("cache_info", "($self, /)", info).doc("Report cache statistics"),
    method("cache_clear", "($self, /)", clear).doc("Clear the cache and cache statistics"),
    method("__reduce__", "($self, /)", |vm, args| {
        let name = vm.names.__qualname__;
        attribute::get(vm, args[0], name)
    }),
    method("__copy__", "($self, /)", |_, args| Ok(args[0])),
    method("__deepcopy__", "($self, memo, /)", |_, args| Ok(args[0])),
];

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if class::special(vm, args[1], crate::api::Special::Call).is_none() {
        return Err(raise::type_error(vm, "the first argument must be callable"));
    }
    let size = match args[2] {
        Value::NONE => Value::NONE,
        size if convert::is_int(size) => Value::small_int(convert::index_clamped(vm, size)?.clamp(0, 1 << 48)),
        _ => return Err(raise::type_error(vm, "maxsize should be integer or None")),
    };
    let typed = crate::api::truth::truth(vm, args[3])?;
    let (known, links) = (make::dict(vm), make::list(vm, ring()));
    let (zero, mark) = (Value::small_int(0), make::record(vm, ClassId::Object, &[]));
    let fields = [
        args[1],
        size,
        Value::bool(typed),
        known,
        links,
        zero,
        zero,
        args[4],
        mark,
    ];
    Ok(record_of(vm, args[0], &fields))
}

/// The links of no entries.
fn ring() -> Vec<Value> {
    let zero = Value::small_int(0);
    vec![zero, zero, Value::NONE, Value::NONE]
}

fn bump(this: Ref<Record>, field: usize) {
    let n = this.get(field).int_unchecked();
    this.set(field, Value::small_int(n + 1));
}

/// What the arguments are found by.
fn key_of(vm: &mut Vm, this: Ref<Record>, args: &[Value], names: &[Value]) -> Run<Value> {
    let typed = this.get(TYPED) == Value::TRUE;
    if !typed && names.is_empty() {
        if let [one] = *args
            && (class::is_exact(one, ClassId::Int) || class::is_exact(one, ClassId::Str))
        {
            return Ok(one);
        }
        return Ok(make::tuple(vm, args));
    }
    let positional = args.len() - names.len();
    let mut parts = args[..positional].to_vec();
    if !names.is_empty() {
        parts.push(this.get(MARK));
    }
    for (&name, &value) in names.iter().zip(&args[positional..]) {
        parts.extend([name, value]);
    }
    if typed {
        parts.extend(args.iter().map(|&arg| class::of(vm, arg).value()));
    }
    Ok(make::tuple(vm, &parts))
}

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let args = &args[1..];
    let size = this.get(SIZE_MAX);
    if size == Value::small_int(0) {
        bump(this, MISSES);
        return call::call_named(vm, this.get(FUNCTION), args, names);
    }
    let key = key_of(vm, this, args, names)?;
    let hash = hash::hash(vm, key)?;
    let known: Ref<Dict> = this.get(KNOWN).expect();
    if let Some(i) = dict::find_hashed(vm, known, key, hash)? {
        bump(this, HITS);
        let found = known.value_at(i);
        if size.is_none() {
            return Ok(found);
        }
        let links: Ref<List> = this.get(LINKS).expect();
        let entry = found.int_unchecked() as usize;
        take_out(links, entry);
        put_last(links, entry);
        return Ok(at(links, entry, RESULT));
    }
    bump(this, MISSES);
    let result = call::call_named(vm, this.get(FUNCTION), args, names)?;
    let known: Ref<Dict> = this.get(KNOWN).expect();
    if size.is_none() {
        dict::set_hashed(vm, known, key, hash, result)?;
        return Ok(result);
    }
    // The call may have found the same result meanwhile.
    if dict::find_hashed(vm, known, key, hash)?.is_none() {
        remember(vm, this, key, hash, result)?;
    }
    Ok(result)
}

fn at(links: Ref<List>, entry: usize, part: usize) -> Value {
    links.get(entry * WIDTH + part).unwrap_or(Value::NONE)
}
fn number(links: Ref<List>, entry: usize, part: usize) -> usize {
    at(links, entry, part).as_int().unwrap_or(0) as usize
}
fn put(links: Ref<List>, entry: usize, part: usize, value: Value) {
    links.set(entry * WIDTH + part, value);
}

fn take_out(links: Ref<List>, entry: usize) {
    let (before, after) = (at(links, entry, BEFORE), at(links, entry, AFTER));
    put(links, before.int_unchecked() as usize, AFTER, after);
    put(links, after.int_unchecked() as usize, BEFORE, before);
}

fn put_last(links: Ref<List>, entry: usize) {
    let last = at(links, 0, BEFORE);
    let this = Value::small_int(entry as i64);
    put(links, last.int_unchecked() as usize, AFTER, this);
    put(links, entry, BEFORE, last);
    put(links, entry, AFTER, Value::small_int(0));
    put(links, 0, BEFORE, this);
}

/// A new result; if the cache is full, the oldest goes.
fn remember(vm: &mut Vm, this: Ref<Record>, key: Value, hash: i64, result: Value) -> Run<()> {
    let (known, links): (Ref<Dict>, Ref<List>) = (this.get(KNOWN).expect(), this.get(LINKS).expect());
    let entry = if (known.len() as i64) < this.get(SIZE_MAX).int_unchecked() {
        let entry = links.len() / WIDTH;
        ring().into_iter().for_each(|value| links.push(value));
        entry
    } else {
        let oldest = number(links, 0, AFTER);
        if oldest == 0 {
            return Ok(());
        }
        take_out(links, oldest);
        let old_key = at(links, oldest, KEY);
        if let Err(raised) = dict::remove(vm, known, old_key) {
            put_last(links, oldest);
            return Err(raised);
        }
        oldest
    };
    put(links, entry, KEY, key);
    put(links, entry, RESULT, result);
    put_last(links, entry);
    dict::set_hashed(vm, known, key, hash, Value::small_int(entry as i64))
}

fn info(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    let size = Value::small_int(this.get(KNOWN).expect::<Dict>().len() as i64);
    let (hits, misses) = (this.get(HITS), this.get(MISSES));
    call::call(vm, this.get(INFO), &[hits, misses, this.get(SIZE_MAX), size])
}

fn clear(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let this: Ref<Record> = args[0].expect();
    this.set(HITS, Value::small_int(0));
    this.set(MISSES, Value::small_int(0));
    this.get(KNOWN).expect::<Dict>().clear();
    this.get(LINKS).expect::<List>().put_vec(ring());
    Ok(Value::NONE)
}
