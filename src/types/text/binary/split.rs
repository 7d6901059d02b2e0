//! Taking bytes and bytearray apart: split, splitlines, partition, strip.

use std::ops::Range;

use crate::base::search::{self, Unit};
use crate::heap::value::Value;
use crate::object::text::bytes::Bytes;
use crate::ops::relation::truth;
use crate::ops::render::buffer;
use crate::ops::{make, raise};
use crate::types::text::arguments;
use crate::types::text::binary::receiver;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

fn parts(vm: &mut Vm, own: Value, ranges: Vec<Range<usize>>) -> Value {
    let parts = ranges
        .into_iter()
        .map(|range| receiver::part(vm, own, range.start, range.end))
        .collect();
    make::list(vm, parts)
}

/// How to cut at a separator and at whitespace.
type AtSeparator = fn(&[u8], &[u8], usize) -> Vec<Range<usize>>;
type AtSpace = fn(&[u8], usize, Unit) -> Vec<Range<usize>>;

fn cut(vm: &mut Vm, args: &[Value], at_separator: AtSeparator, at_space: AtSpace) -> Run<Value> {
    let limit = arguments::limit(vm, args[2])?;
    let separator = args[1].or(Value::NONE);
    if let Some(own) = args[0].cast::<Bytes>() {
        let at = separator.cast::<Bytes>();
        arguments::room_for_parts(vm, own.data(), at.as_ref().map(|at| at.data()), limit)?;
    }
    let ranges = if separator.is_none() {
        receiver::with(args[0], |data| at_space(data, limit, Unit::Byte))
    } else {
        let ranges = receiver::with_argument(vm, args[0], separator, |data, separator| {
            (!separator.is_empty()).then(|| at_separator(data, separator, limit))
        })?;
        match ranges {
            Some(ranges) => ranges,
            None => return Err(raise::value_error(vm, "empty separator")),
        }
    };
    Ok(parts(vm, args[0], ranges))
}

pub fn split(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    cut(vm, args, search::split, search::split_space)
}

pub fn rsplit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    cut(vm, args, search::rsplit, search::rsplit_space)
}

pub fn splitlines(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let keep_ends = args[1].is_bound() && truth::truth(vm, args[1])?;
    let ranges = receiver::with(args[0], |data| search::split_lines(data, keep_ends, Unit::Byte));
    Ok(parts(vm, args[0], ranges))
}

/// Where a separator stands, and its length.
fn place(vm: &mut Vm, args: &[Value], find: fn(&[u8], &[u8]) -> Option<usize>) -> Run<(Option<usize>, usize)> {
    let (found, length) = receiver::with_argument(vm, args[0], args[1], |data, separator| {
        (find(data, separator), separator.len())
    })?;
    if length == 0 {
        return Err(raise::value_error(vm, "empty separator"));
    }
    Ok((found, length))
}

/// The separator as it stands in the answer: that of bytes is the argument itself.
fn between(vm: &mut Vm, args: &[Value]) -> Value {
    if !receiver::is_array(args[0]) {
        return args[1];
    }
    let data = buffer::copy(args[1]).unwrap_or_default();
    make::bytearray(vm, data)
}

fn around(vm: &mut Vm, args: &[Value], at: usize, length: usize) -> Value {
    let before = receiver::part(vm, args[0], 0, at);
    let between = between(vm, args);
    let end = receiver::length(args[0]);
    let after = receiver::part(vm, args[0], at + length, end);
    make::tuple(vm, &[before, between, after])
}

pub fn partition(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (found, length) = place(vm, args, search::find)?;
    if let Some(at) = found {
        return Ok(around(vm, args, at, length));
    }
    let all = receiver::all(vm, args[0]);
    let (a, b) = (
        receiver::like(vm, args[0], Vec::new()),
        receiver::like(vm, args[0], Vec::new()),
    );
    Ok(make::tuple(vm, &[all, a, b]))
}

pub fn rpartition(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (found, length) = place(vm, args, search::rfind)?;
    if let Some(at) = found {
        return Ok(around(vm, args, at, length));
    }
    let (a, b) = (
        receiver::like(vm, args[0], Vec::new()),
        receiver::like(vm, args[0], Vec::new()),
    );
    let all = receiver::all(vm, args[0]);
    Ok(make::tuple(vm, &[a, b, all]))
}

fn stripped(vm: &mut Vm, args: &[Value], left: bool, right: bool) -> Run<Value> {
    let set = args[1].or(Value::NONE);
    let range = if set.is_none() {
        receiver::with(args[0], |data| search::strip_space(data, left, right, Unit::Byte))
    } else {
        receiver::with_argument(vm, args[0], set, |data, set| {
            search::strip_set(data, set, left, right, Unit::Byte)
        })?
    };
    Ok(receiver::part(vm, args[0], range.start, range.end))
}

pub fn strip(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    stripped(vm, args, true, true)
}
pub fn lstrip(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    stripped(vm, args, true, false)
}
pub fn rstrip(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    stripped(vm, args, false, true)
}

pub fn removeprefix(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (start, end) = receiver::with_argument(vm, args[0], args[1], |data, prefix| {
        (if data.starts_with(prefix) { prefix.len() } else { 0 }, data.len())
    })?;
    Ok(receiver::part(vm, args[0], start, end))
}
pub fn removesuffix(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let end = receiver::with_argument(vm, args[0], args[1], |data, suffix| {
        data.len() - if data.ends_with(suffix) { suffix.len() } else { 0 }
    })?;
    Ok(receiver::part(vm, args[0], 0, end))
}
