//! Searching in `str`: find, count, startswith and their kin.

use crate::base::search::{self, Unit};
use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::{class, make, raise};
use crate::types::text::arguments;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// A search: the string, what to find, and the window as byte offsets.
struct Search {
    string: Ref<Str>,
    needle: Ref<Str>,
    window: Option<(usize, usize)>,
}

/// The window that two arguments cut from a string, as byte offsets.
fn window(vm: &mut Vm, string: Ref<Str>, start: Value, stop: Value) -> Run<Option<(usize, usize)>> {
    if let Some(start) = plain_start(string, start, stop) {
        return Ok(Some((start, string.len())));
    }
    let window = arguments::window(vm, start, stop, || string.chars())?;
    Ok(window.map(|(start, stop)| (string.offset(start), string.offset(stop))))
}

/// Where a window begins that goes to the end of the string, as parsers want it that look from where they are on: a byte offset
/// inside the string. `None` for any other window.
#[inline]
fn plain_start(string: Ref<Str>, start: Value, stop: Value) -> Option<usize> {
    if start.is_unbound() {
        return stop.is_unbound().then_some(0);
    }
    let start = usize::try_from(start.as_int()?).ok()?;
    (stop.is_unbound() && string.is_ascii() && start <= string.len()).then_some(start)
}

/// What `matches` says of the rest of a string and one text, for a plain window.
#[inline]
fn plain_match(args: &[Value], matches: impl FnOnce(&[u8], &[u8]) -> bool) -> Option<bool> {
    let &[string, part, start, stop] = args else {
        return None;
    };
    let (string, part) = (string.cast::<Str>()?, part.cast::<Str>()?);
    let text = &string.bytes()[plain_start(string, start, stop)?..];
    Some(matches(text, part.bytes()))
}

/// Reads `(self, sub, start, stop)`.
fn read(vm: &mut Vm, args: &[Value], method: &str) -> Run<Search> {
    let string = args[0].expect::<Str>();
    let needle = arguments::string(vm, args[1], method, 1)?;
    let window = window(vm, string, args[2], args[3])?;
    Ok(Search { string, needle, window })
}

impl Search {
    fn first(&self) -> Option<usize> {
        let (start, stop) = self.window?;
        Some(start + search::find(&self.string.bytes()[start..stop], self.needle.bytes())?)
    }
    fn last(&self) -> Option<usize> {
        let (start, stop) = self.window?;
        Some(start + search::rfind(&self.string.bytes()[start..stop], self.needle.bytes())?)
    }
    /// The index of a byte offset.
    fn index(&self, offset: usize) -> usize {
        if self.string.is_ascii() {
            offset
        } else {
            walk::index_of(self.string.bytes(), offset)
        }
    }
    /// The index of a find, −1 for nothing.
    fn answer(&self, vm: &mut Vm, found: Option<usize>) -> Value {
        match found {
            Some(offset) => make::size(vm, self.index(offset)),
            None => Value::small_int(-1),
        }
    }
    fn demand(&self, vm: &mut Vm, found: Option<usize>) -> Run<Value> {
        match found {
            Some(offset) => Ok(make::size(vm, self.index(offset))),
            None => Err(raise::value_error(vm, "substring not found")),
        }
    }
}

pub fn find(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let search = read(vm, args, "find")?;
    Ok(search.answer(vm, search.first()))
}

pub fn rfind(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let search = read(vm, args, "rfind")?;
    Ok(search.answer(vm, search.last()))
}

pub fn index(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let search = read(vm, args, "index")?;
    search.demand(vm, search.first())
}

pub fn rindex(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let search = read(vm, args, "rindex")?;
    search.demand(vm, search.last())
}

pub fn count(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let search = read(vm, args, "count")?;
    let Some((start, stop)) = search.window else {
        return Ok(Value::small_int(0));
    };
    let part = &search.string.bytes()[start..stop];
    let n = search::count(part, search.needle.bytes(), Unit::CodePoint);
    Ok(make::size(vm, n))
}

pub fn contains(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let Some(needle) = args[1].cast::<Str>() else {
        let got = class::name_of(vm, args[1]);
        let message = format!("'in <string>' requires string as left operand, not {got}");
        return Err(raise::type_error(vm, message));
    };
    let string = args[0].expect::<Str>();
    Ok(Value::bool(search::contains(string.bytes(), needle.bytes())))
}

pub fn startswith(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    at_end(vm, args, "startswith", starts_with)
}

/// A look at the first byte saves most calls.
fn starts_with(text: &[u8], part: &[u8]) -> bool {
    match part {
        [] => true,
        [first, ..] => text.first() == Some(first) && text.starts_with(part),
    }
}

pub fn endswith(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    at_end(vm, args, "endswith", ends_with)
}

fn ends_with(text: &[u8], part: &[u8]) -> bool {
    text.ends_with(part)
}

#[inline]
fn at_end(vm: &mut Vm, args: &[Value], method: &str, matches: fn(&[u8], &[u8]) -> bool) -> Run<Value> {
    match plain_match(args, matches) {
        Some(found) => Ok(Value::bool(found)),
        None => at_any_end(vm, args, method, matches),
    }
}

/// As `at_end`, for several texts, or within a part of the string.
#[inline(never)]
fn at_any_end(vm: &mut Vm, args: &[Value], method: &str, matches: fn(&[u8], &[u8]) -> bool) -> Run<Value> {
    let string = args[0].expect::<Str>();
    let window = window(vm, string, args[2], args[3])?;
    let text = window.map(|(start, stop)| &string.bytes()[start..stop]);
    let is_match = |part: Ref<Str>| text.is_some_and(|text| matches(text, part.bytes()));
    if let Some(part) = args[1].cast::<Str>() {
        return Ok(Value::bool(is_match(part)));
    }
    let Some(parts) = args[1].cast::<Tuple>() else {
        let got = class::name_of(vm, args[1]);
        let message = format!("{method} first arg must be str or a tuple of str, not {got}");
        return Err(raise::type_error(vm, message));
    };
    for &part in parts.items() {
        let Some(part) = part.cast::<Str>() else {
            let got = class::name_of(vm, part);
            let message = format!("tuple for {method} must only contain str, not {got}");
            return Err(raise::type_error(vm, message));
        };
        if is_match(part) {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}
