//! Arguments of the methods of text: strings, numbers, windows of a search.

use std::borrow::Cow;

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::container::iterate;
use crate::ops::{class, convert, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The class of a value as messages about arguments show it: None by its own name.
pub fn shown(vm: &Vm, value: Value) -> String {
    if value.is_none() {
        "None".into()
    } else {
        class::name_of(vm, value)
    }
}

/// Argument number `n` of `method` as a str.
pub fn string(vm: &mut Vm, value: Value, method: &str, n: usize) -> Run<Ref<Str>> {
    match value.cast::<Str>() {
        Some(string) => Ok(string),
        None => Err(wrong_type(vm, value, method, &format!(" {n}"))),
    }
}

/// The only argument of `method` as a str.
pub fn only_string(vm: &mut Vm, value: Value, method: &str) -> Run<Ref<Str>> {
    match value.cast::<Str>() {
        Some(string) => Ok(string),
        None => Err(wrong_type(vm, value, method, "")),
    }
}

#[cold]
fn wrong_type(vm: &mut Vm, value: Value, method: &str, which: &str) -> Raised {
    let got = shown(vm, value);
    raise::type_error(vm, format!("{method}() argument{which} must be str, not {got}"))
}

/// A name of an encoding or error handler, or `default`.
pub fn codec_name(
    vm: &mut Vm,
    value: Value,
    function: &str,
    parameter: &str,
    default: &'static str,
) -> Run<Cow<'static, str>> {
    if value.is_unbound() {
        return Ok(Cow::Borrowed(default));
    }
    let Some(name) = value.cast::<Str>() else {
        let got = shown(vm, value);
        let message = format!("{function}() argument '{parameter}' must be str, not {got}");
        return Err(raise::type_error(vm, message));
    };
    if name.bytes().contains(&0) {
        return Err(raise::value_error(vm, "embedded null character"));
    }
    // The usual names cost no copy.
    let usual = ["utf-8", "utf8", "ascii", "latin-1", "strict"]
        .into_iter()
        .find(|usual| usual.as_bytes() == name.bytes());
    Ok(usual.map_or_else(|| Cow::Owned(name.lossy().into_owned()), Cow::Borrowed))
}

/// A number for a size or count.
pub fn size(vm: &mut Vm, value: Value) -> Run<i64> {
    if let Some(n) = value.as_int_or_bool() {
        return Ok(n);
    }
    let n = convert::index(vm, value)?;
    convert::ssize(vm, n)
}

/// As `size`, UNBOUND for `default`.
pub fn size_or(vm: &mut Vm, value: Value, default: i64) -> Run<i64> {
    if value.is_unbound() {
        Ok(default)
    } else {
        size(vm, value)
    }
}

/// A limit (`maxsplit`, `count`): negative ones and UNBOUND mean none.
pub fn limit(vm: &mut Vm, value: Value) -> Run<usize> {
    let n = size_or(vm, value, -1)?;
    Ok(usize::try_from(n).unwrap_or(usize::MAX))
}

/// `start` or `stop` of a search: UNBOUND and None for `default`, large ones clamped.
fn bound(vm: &mut Vm, value: Value, default: i64) -> Run<i64> {
    if value.is_unbound() || value.is_none() {
        return Ok(default);
    }
    if let Some(n) = value.as_int_or_bool() {
        return Ok(n);
    }
    if !convert::has_index(vm, value) {
        let message = "slice indices must be integers or None or have an __index__ method";
        return Err(raise::type_error(vm, message));
    }
    convert::index_clamped(vm, value)
}

/// Whether the arguments of `encode` or `decode` mean UTF-8, spelt as usual, and no handler of errors.
pub fn is_utf8_by_default(args: &[Value]) -> bool {
    let is_usual = |name: Value| {
        name.cast::<Str>()
            .is_some_and(|name| matches!(name.bytes(), b"utf-8" | b"utf8" | b"UTF-8"))
    };
    // ASCII has nothing to handle, so that the handler's name is not looked up.
    let is_name = |errors: Ref<Str>| !errors.bytes().contains(&0);
    let errors_are_fine = args[2].is_unbound() || args[2].cast::<Str>().is_some_and(is_name);
    errors_are_fine && (args[1].is_unbound() || is_usual(args[1]))
}

/// The window `start..stop` of a search among `len` items; `None` where it lies beyond the end: nothing is found there, not even
/// nothing. `len` is asked after the arguments, because those may run Python.
pub fn window(vm: &mut Vm, start: Value, stop: Value, len: impl FnOnce() -> usize) -> Run<Option<(usize, usize)>> {
    let start = bound(vm, start, 0)?;
    let stop = bound(vm, stop, i64::MAX)?;
    let len = len() as i64;
    let from_end = |n: i64| if n < 0 { n.saturating_add(len).max(0) } else { n };
    let (start, stop) = (from_end(start), from_end(stop).min(len));
    Ok((start <= stop).then_some((start as usize, stop as usize)))
}

/// A copy of the items of an exact list or tuple.
pub fn plain_items(value: Value) -> Option<Vec<Value>> {
    if let Some(tuple) = value.cast::<Tuple>().filter(|_| class::is_exact(value, ClassId::Tuple)) {
        return Some(tuple.items().to_vec());
    }
    value
        .cast::<List>()
        .filter(|_| class::is_exact(value, ClassId::List))
        .map(|list| list.to_vec())
}

/// The items of any iterable; those of exact lists and tuples as they are. The answer holds them: no Python runs until the
/// caller has them.
/// # Errors
/// TypeError "can only join an iterable" for others.
pub fn joined_items(vm: &mut Vm, value: Value) -> Run<Vec<Value>> {
    if let Some(items) = plain_items(value) {
        return Ok(items);
    }
    if class::special(vm, value, Special::Iter).is_none() && class::special(vm, value, Special::GetItem).is_none() {
        return Err(raise::type_error(vm, "can only join an iterable"));
    }
    Ok(iterate::to_list(vm, value)?.to_vec())
}

/// The class that `__new__` of `base` was called with.
pub fn new_class(vm: &mut Vm, value: Value, base: ClassId) -> Run<Ref<Class>> {
    let name = base.row().name;
    let Some(wanted) = value.cast::<Class>() else {
        let got = class::name_of(vm, value);
        return Err(raise::type_error(
            vm,
            format!("{name}.__new__(X): X is not a type object ({got})"),
        ));
    };
    if wanted.is_subclass(class::known(vm, base)) {
        return Ok(wanted);
    }
    let got = class::name(wanted);
    let message = format!("{name}.__new__({got}): {got} is not a subtype of {name}");
    Err(raise::type_error(vm, message))
}

/// A name of `builtins`, for `__reduce__`.
pub fn builtin(vm: &mut Vm, name: &str) -> Value {
    let name = text::intern(vm, name);
    vm.builtins.expect::<Dict>().get_str(name).unwrap_or(Value::NONE)
}

/// Texts from this size on are looked through before they are cut into parts.
const LOOKED_THROUGH_BYTES_MIN: usize = 1 << 24;
/// Bytes that one part takes: its bounds and its place in a list, in buffers that grow; its object comes on top.
const PART_BYTES: usize = 64;

/// Room for the parts that `text` is cut into, at `separator` or at whitespace.
pub fn room_for_parts(vm: &mut Vm, text: &[u8], separator: Option<&[u8]>, limit: usize) -> Run<()> {
    if text.len() < LOOKED_THROUGH_BYTES_MIN {
        return Ok(());
    }
    let count = match separator {
        Some([]) => 0,
        Some(separator) => memchr::memmem::find_iter(text, separator).take(limit).count(),
        None => {
            let starts = text.windows(2).filter(|pair| pair[0] <= b' ' && pair[1] > b' ');
            starts.take(limit).count()
        }
    };
    raise::room_for(vm, count, PART_BYTES)
}
