//! Taking `str` apart: split, splitlines, partition, strip.

use std::ops::Range;

use crate::base::search::{self, Unit};
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::text::string::Str;
use crate::ops::relation::truth;
use crate::ops::{class, make, raise, text};
use crate::types::text::arguments;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Parts up to which the native stack holds them.
const FEW: usize = 24;

/// The parts of a string, on their way into a list.
struct Parts {
    few: [Value; FEW],
    len: usize,
    /// All of them, once they are more.
    many: Vec<Value>,
}

impl Parts {
    fn new() -> Parts {
        Parts {
            few: [Value::UNBOUND; FEW],
            len: 0,
            many: Vec::new(),
        }
    }
    fn push(&mut self, part: Value) {
        if let Some(place) = self.few.get_mut(self.len) {
            *place = part;
            self.len += 1;
            return;
        }
        if self.many.is_empty() {
            self.many.extend_from_slice(&self.few);
        }
        self.many.push(part);
    }
    fn into_list(self, vm: &mut Vm) -> Value {
        if self.many.is_empty() {
            return make::list_of(vm, &self.few[..self.len]);
        }
        make::list(vm, self.many)
    }
}

/// A list of the parts of a string.
fn parts(vm: &mut Vm, string: Ref<Str>, ranges: &[Range<usize>]) -> Value {
    let mut parts = Parts::new();
    for range in ranges {
        parts.push(text::cut(vm, string, range.start, range.end));
    }
    parts.into_list(vm)
}

#[cold]
fn empty_separator(vm: &mut Vm) -> Raised {
    raise::value_error(vm, "empty separator")
}

/// Reads `(self, sep, maxsplit)`; no separator means whitespace.
fn read(vm: &mut Vm, args: &[Value]) -> Run<(Ref<Str>, Option<Ref<Str>>, usize)> {
    let string = args[0].expect::<Str>();
    let limit = arguments::limit(vm, args[2])?;
    let separator = args[1].or(Value::NONE);
    if separator.is_none() {
        return Ok((string, None, limit));
    }
    let Some(separator) = separator.cast::<Str>() else {
        let got = class::name_of(vm, separator);
        return Err(raise::type_error(vm, format!("must be str or None, not {got}")));
    };
    if separator.is_empty() {
        return Err(empty_separator(vm));
    }
    Ok((string, Some(separator), limit))
}

pub fn split(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, separator, limit) = read(vm, args)?;
    let at = separator.as_ref().map(|separator| separator.bytes());
    arguments::room_for_parts(vm, string.bytes(), at, limit)?;
    let mut parts = Parts::new();
    let part = |range: Range<usize>| parts.push(text::cut(vm, string, range.start, range.end));
    match separator {
        Some(separator) => search::split_each(string.bytes(), separator.bytes(), limit, part),
        None => search::split_space_each(string.bytes(), limit, Unit::CodePoint, part),
    }
    Ok(parts.into_list(vm))
}

pub fn rsplit(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, separator, limit) = read(vm, args)?;
    let at = separator.as_ref().map(|separator| separator.bytes());
    arguments::room_for_parts(vm, string.bytes(), at, limit)?;
    let ranges = match separator {
        Some(separator) => search::rsplit(string.bytes(), separator.bytes(), limit),
        None => search::rsplit_space(string.bytes(), limit, Unit::CodePoint),
    };
    Ok(parts(vm, string, &ranges))
}

pub fn splitlines(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let keep_ends = args[1].is_bound() && truth::truth(vm, args[1])?;
    let string = args[0].expect::<Str>();
    arguments::room_for_parts(vm, string.bytes(), Some(b"\n"), usize::MAX)?;
    let mut lines = Parts::new();
    search::split_lines_each(string.bytes(), keep_ends, Unit::CodePoint, |line| {
        lines.push(text::cut(vm, string, line.start, line.end));
    });
    Ok(lines.into_list(vm))
}

fn separator(vm: &mut Vm, value: Value) -> Run<Ref<Str>> {
    let Some(separator) = value.cast::<Str>() else {
        let got = class::name_of(vm, value);
        return Err(raise::type_error(vm, format!("must be str, not {got}")));
    };
    if separator.is_empty() {
        return Err(empty_separator(vm));
    }
    Ok(separator)
}

pub fn partition(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, separator) = (args[0].expect::<Str>(), separator(vm, args[1])?);
    let found = search::find(string.bytes(), separator.bytes());
    let three = match found {
        Some(at) => around(vm, string, separator, at),
        None => [string.value(), vm.empty_str, vm.empty_str],
    };
    Ok(make::tuple(vm, &three))
}

pub fn rpartition(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (string, separator) = (args[0].expect::<Str>(), separator(vm, args[1])?);
    let found = search::rfind(string.bytes(), separator.bytes());
    let three = match found {
        Some(at) => around(vm, string, separator, at),
        None => [vm.empty_str, vm.empty_str, string.value()],
    };
    Ok(make::tuple(vm, &three))
}

fn around(vm: &mut Vm, string: Ref<Str>, separator: Ref<Str>, at: usize) -> [Value; 3] {
    let before = text::cut(vm, string, 0, at);
    let after = text::cut(vm, string, at + separator.len(), string.len());
    [before, text::cut(vm, separator, 0, separator.len()), after]
}

fn stripped(vm: &mut Vm, args: &[Value], method: &str, left: bool, right: bool) -> Run<Value> {
    let string = args[0].expect::<Str>();
    let set = args[1].or(Value::NONE);
    let range = if set.is_none() {
        search::strip_space(string.bytes(), left, right, Unit::CodePoint)
    } else if let Some(set) = set.cast::<Str>() {
        search::strip_set(string.bytes(), set.bytes(), left, right, Unit::CodePoint)
    } else {
        return Err(raise::type_error(vm, format!("{method} arg must be None or str")));
    };
    Ok(text::cut(vm, string, range.start, range.end))
}

pub fn strip(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    stripped(vm, args, "strip", true, true)
}

pub fn lstrip(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    stripped(vm, args, "lstrip", true, false)
}

pub fn rstrip(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    stripped(vm, args, "rstrip", false, true)
}

pub fn removeprefix(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let prefix = arguments::only_string(vm, args[1], "removeprefix")?;
    let string = args[0].expect::<Str>();
    let start = if string.bytes().starts_with(prefix.bytes()) {
        prefix.len()
    } else {
        0
    };
    Ok(text::cut(vm, string, start, string.len()))
}

pub fn removesuffix(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let suffix = arguments::only_string(vm, args[1], "removesuffix")?;
    let string = args[0].expect::<Str>();
    let gone = if string.bytes().ends_with(suffix.bytes()) {
        suffix.len()
    } else {
        0
    };
    Ok(text::cut(vm, string, 0, string.len() - gone))
}
