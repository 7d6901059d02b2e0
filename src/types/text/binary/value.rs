//! bytes and bytearray as sequences and as values: indexing, iteration, `+`, `*`, `%`, comparison, repr, hash.

use std::cmp::Ordering;

use crate::base::codec::repr as quoted;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::object::text::bytes::Bytes;
use crate::ops::container::slice::{self, Span};
use crate::ops::render::{buffer, percent};
use crate::ops::{class, convert, make, raise, text};
use crate::types::text::arguments;
use crate::types::text::binary::receiver;
use crate::types::text::str::build::room;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The index that a subscript means; the receiver's length is asked after it.
pub fn place(vm: &mut Vm, own: Value, key: Value) -> Run<usize> {
    let is_array = receiver::is_array(own);
    if !convert::has_index(vm, key) {
        let got = class::name_of(vm, key);
        let kind = if is_array { "bytearray" } else { "byte" };
        let message = format!("{kind} indices must be integers or slices, not {got}");
        return Err(raise::type_error(vm, message));
    }
    let n = convert::index_size(vm, key)?;
    let length = receiver::length(own);
    let n = if n < 0 { n.saturating_add(length as i64) } else { n };
    match usize::try_from(n).ok().filter(|&n| n < length) {
        Some(n) => Ok(n),
        None if is_array => Err(raise::index_error(vm, "bytearray index out of range")),
        None => Err(raise::index_error(vm, "index out of range")),
    }
}

pub fn getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(slice) = slice::cast(args[1]) {
        let bounds = slice::unpack(vm, slice)?;
        let span = bounds.fit(receiver::length(args[0]));
        raise::room_for(vm, span.count, 2)?;
        return Ok(sliced(vm, args[0], span));
    }
    let at = place(vm, args[0], args[1])?;
    Ok(Value::small_int(receiver::with(args[0], |data| i64::from(data[at]))))
}

fn sliced(vm: &mut Vm, own: Value, span: Span) -> Value {
    if span.step == 1 {
        return receiver::part(vm, own, span.start, span.start + span.count);
    }
    let picked = receiver::with(own, |data| span.indices().map(|i| data[i]).collect());
    receiver::like(vm, own, picked)
}

pub fn len(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::size(vm, receiver::length(args[0])))
}

pub fn add(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(other) = buffer::copy(args[1]) else {
        let (left, right) = (class::name_of(vm, args[0]), class::name_of(vm, args[1]));
        return Err(raise::type_error(vm, format!("can't concat {right} to {left}")));
    };
    if other.is_empty() && class::is_exact(args[0], ClassId::Bytes) {
        return Ok(args[0]);
    }
    raise::room(vm, receiver::length(args[0]) + other.len())?;
    let sum = receiver::with(args[0], |data| [data, &other].concat());
    Ok(receiver::like(vm, args[0], sum))
}

/// `data * n`
/// # Errors
/// MemoryError where the result is too long.
pub fn repeated(vm: &mut Vm, own: Value, n: usize) -> Run<Vec<u8>> {
    let length = receiver::length(own)
        .checked_mul(n)
        .filter(|&length| length <= isize::MAX as usize);
    let mut out = room(vm, length)?;
    receiver::with(own, |data| match *data {
        [] => {}
        [byte] => out.resize(n, byte),
        _ => (0..n).for_each(|_| out.extend_from_slice(data)),
    });
    Ok(out)
}

pub fn mul(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size(vm, args[1])?.max(0) as usize;
    if n == 1 {
        return Ok(receiver::all(vm, args[0]));
    }
    if !receiver::is_array(args[0])
        && receiver::length(args[0])
            .checked_mul(n)
            .is_none_or(|n| n > isize::MAX as usize)
    {
        return Err(raise::overflow_error(vm, "repeated bytes are too long"));
    }
    let out = repeated(vm, args[0], n)?;
    Ok(receiver::like(vm, args[0], out))
}

fn formatted(vm: &mut Vm, format: Value, args: Value) -> Run<Value> {
    let template = receiver::with(format, <[u8]>::to_vec);
    let made = percent::of_bytes(vm, &template, args)?;
    Ok(receiver::like(vm, format, made))
}

pub fn modulo(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    formatted(vm, args[0], args[1])
}

pub fn rmod(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let matches = args[1].is::<Bytes>() && !receiver::is_array(args[0])
        || receiver::is_array(args[1]) && receiver::is_array(args[0]);
    if matches {
        formatted(vm, args[1], args[0])
    } else {
        Ok(Value::NOT_IMPLEMENTED)
    }
}

/// Compares a receiver with another: bytes with bytes only, a bytearray with anything bytes-like.
fn compared(args: &[Value], holds: fn(Ordering) -> bool) -> Run<Value> {
    if !receiver::is_array(args[0]) && !args[1].is::<Bytes>() {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let order = buffer::with(args[1], |other| receiver::with(args[0], |data| data.cmp(other)));
    Ok(order.map_or(Value::NOT_IMPLEMENTED, |order| Value::bool(holds(order))))
}

macro_rules! comparisons {
    ($($name:ident $holds:ident;)*) => {$(
        pub fn $name(_: &mut Vm, args: &[Value]) -> Run<Value> {
            compared(args, Ordering::$holds)
        }
    )*};
}

comparisons! { eq is_eq; ne is_ne; lt is_lt; le is_le; gt is_gt; ge is_ge; }

/// `bytes.__hash__`
pub fn hash(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(make::int(vm, args[0].expect::<Bytes>().hash()))
}

pub fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    // Most that a byte may be shown as: `\x00`.
    raise::room_for(vm, receiver::length(args[0]), 4)?;
    if !receiver::is_array(args[0]) {
        let shown = receiver::with(args[0], quoted::of_bytes);
        return Ok(text::from_vec(vm, shown));
    }
    let shown = receiver::with(args[0], quoted::of_bytearray);
    let mut framed = class::name_of(vm, args[0]).into_bytes();
    framed.push(b'(');
    framed.extend_from_slice(&shown);
    framed.push(b')');
    Ok(text::from_vec(vm, framed))
}

pub fn iter(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let class = if receiver::is_array(args[0]) {
        ClassId::ByteArrayIterator
    } else {
        ClassId::BytesIterator
    };
    Ok(make::record(vm, class, &[args[0], Value::small_int(0)]))
}

pub fn iterator_self(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(args[0])
}

pub fn iterator_next(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match buffer::step(args[0].expect()) {
        Some(byte) => Ok(byte),
        None => Err(raise::stop_iteration(vm, Value::NONE)),
    }
}

pub fn iterator_length(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iterator = args[0].expect::<Record>();
    let at = iterator.get(buffer::INDEX).int_unchecked() as usize;
    let left = buffer::with(iterator.get(buffer::SEQUENCE), |data| data.len().saturating_sub(at));
    Ok(make::size(vm, left.unwrap_or(0)))
}

pub fn iterator_reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let iter = arguments::builtin(vm, "iter");
    let iterator = args[0].expect::<Record>();
    let sequence = iterator.get(buffer::SEQUENCE);
    if sequence.is_none() {
        let nothing = make::tuple(vm, &[]);
        let nothing = make::tuple(vm, &[nothing]);
        return Ok(make::tuple(vm, &[iter, nothing]));
    }
    let of = make::tuple(vm, &[sequence]);
    let all = [iter, of, iterator.get(buffer::INDEX)];
    Ok(make::tuple(vm, &all))
}

pub fn iterator_setstate(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = arguments::size(vm, args[1])?;
    let iterator = args[0].expect::<Record>();
    let length = buffer::with(iterator.get(buffer::SEQUENCE), <[u8]>::len);
    if let Some(length) = length {
        iterator.set(buffer::INDEX, Value::small_int(n.clamp(0, length as i64)));
    }
    Ok(Value::NONE)
}

pub fn getnewargs(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let all = receiver::all(vm, args[0]);
    Ok(make::tuple(vm, &[all]))
}

/// `__bytes__`
pub fn to_bytes(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver::all(vm, args[0]))
}

/// `__sizeof__`, as CPython counts.
pub fn sizeof(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let length = receiver::length(args[0]);
    let size = match (receiver::is_array(args[0]), length) {
        (false, n) => 33 + n,
        (true, 0) => 56,
        (true, n) => 57 + n,
    };
    Ok(make::size(vm, size))
}
