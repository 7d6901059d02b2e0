//! Searching in bytes and bytearray.

use crate::base::search::{self, Unit};
use crate::heap::value::Value;
use crate::object::container::tuple::Tuple;
use crate::ops::render::buffer;
use crate::ops::{class, convert, make, raise};
use crate::types::text::arguments;
use crate::types::text::binary::receiver;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// What is looked for.
enum Needle {
    Byte(u8),
    /// A bytes-like object.
    Bytes(Value),
}

impl Needle {
    fn read(vm: &mut Vm, value: Value) -> Run<Needle> {
        if buffer::is_buffer(value) {
            return Ok(Needle::Bytes(value));
        }
        if convert::has_index(vm, value) {
            return Ok(Needle::Byte(receiver::byte(vm, value)?));
        }
        let got = class::name_of(vm, value);
        let message = format!("argument should be integer or bytes-like object, not '{got}'");
        Err(raise::type_error(vm, message))
    }
    fn with<R>(&self, vm: &mut Vm, work: impl FnOnce(&[u8]) -> R) -> Run<R> {
        match *self {
            Needle::Byte(byte) => Ok(work(&[byte])),
            Needle::Bytes(value) => buffer::require(vm, value, work),
        }
    }
}

/// Runs a search `(self, sub, start, stop)` in its window; `None` where the window lies beyond the end.
fn run<R>(vm: &mut Vm, args: &[Value], work: impl FnOnce(&[u8], &[u8], usize) -> R) -> Run<Option<R>> {
    let window = arguments::window(vm, args[2], args[3], || receiver::length(args[0]))?;
    let length = receiver::length(args[0]);
    let needle = Needle::read(vm, args[1])?;
    unchanged(vm, args[0], length)?;
    let Some((start, stop)) = window else {
        return Ok(None);
    };
    let found = needle.with(vm, |needle| {
        receiver::with(args[0], |data| work(&data[start..stop], needle, start))
    })?;
    Ok(Some(found))
}

/// Refuses to search what the conversion of an argument has changed.
fn unchanged(vm: &mut Vm, receiver: Value, length: usize) -> Run<()> {
    if receiver::length(receiver) == length {
        return Ok(());
    }
    let text = "Existing exports of data: object cannot be re-sized";
    Err(raise::buffer_error(vm, text))
}

fn first(vm: &mut Vm, args: &[Value]) -> Run<Option<usize>> {
    let found = run(vm, args, |data, needle, start| {
        search::find(data, needle).map(|at| start + at)
    })?;
    Ok(found.flatten())
}

fn last(vm: &mut Vm, args: &[Value]) -> Run<Option<usize>> {
    let found = run(vm, args, |data, needle, start| {
        search::rfind(data, needle).map(|at| start + at)
    })?;
    Ok(found.flatten())
}

fn answer(vm: &mut Vm, found: Option<usize>) -> Run<Value> {
    Ok(found.map_or(Value::small_int(-1), |at| make::size(vm, at)))
}

fn demand(vm: &mut Vm, found: Option<usize>) -> Run<Value> {
    match found {
        Some(at) => Ok(make::size(vm, at)),
        None => Err(raise::value_error(vm, "subsection not found")),
    }
}

pub fn find(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let found = first(vm, args)?;
    answer(vm, found)
}
pub fn rfind(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let found = last(vm, args)?;
    answer(vm, found)
}
pub fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let found = first(vm, args)?;
    demand(vm, found)
}
pub fn rindex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let found = last(vm, args)?;
    demand(vm, found)
}
pub fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = run(vm, args, |data, needle, _| search::count(data, needle, Unit::Byte))?;
    Ok(make::size(vm, n.unwrap_or(0)))
}

pub fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let found = if convert::has_index(vm, args[1]) {
        let length = receiver::length(args[0]);
        let byte = receiver::byte(vm, args[1])?;
        unchanged(vm, args[0], length)?;
        receiver::with(args[0], |data| search::contains(data, &[byte]))
    } else {
        receiver::with_argument(vm, args[0], args[1], search::contains)?
    };
    Ok(Value::bool(found))
}

pub fn startswith(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    at_end(vm, args, "startswith", |data, part| data.starts_with(part))
}
pub fn endswith(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    at_end(vm, args, "endswith", |data, part| data.ends_with(part))
}

fn at_end(vm: &mut Vm, args: &[Value], method: &str, matches: fn(&[u8], &[u8]) -> bool) -> Run<Value> {
    let window = arguments::window(vm, args[2], args[3], || receiver::length(args[0]))?;
    let test = |part: &[u8]| {
        window.is_some_and(|(start, stop)| receiver::with(args[0], |data| matches(&data[start..stop], part)))
    };
    if let Some(parts) = args[1].cast::<Tuple>() {
        for &part in parts.items() {
            if buffer::require(vm, part, test)? {
                return Ok(Value::TRUE);
            }
        }
        return Ok(Value::FALSE);
    }
    match buffer::with(args[1], test) {
        Some(holds) => Ok(Value::bool(holds)),
        None => {
            let got = class::name_of(vm, args[1]);
            let message = format!("{method} first arg must be bytes or a tuple of bytes, not {got}");
            Err(raise::type_error(vm, message))
        }
    }
}
