//! What lists, tuples and ranges have in common: indices, repetition, searching, and the repr of what may contain itself.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::container::slice;
use crate::ops::render::repr;
use crate::ops::{class, convert, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// An index as a number, clamped to 64 bits.
/// # Errors
/// TypeError naming `kind`, and IndexError for what no length can reach.
pub fn index(vm: &mut Vm, value: Value, kind: &str) -> Run<i64> {
    if let Some(n) = value.as_int_or_bool() {
        return Ok(n);
    }
    if !convert::has_index(vm, value) {
        let got = class::name_of(vm, value);
        return Err(raise::type_error(
            vm,
            format!("{kind} indices must be integers or slices, not {got}"),
        ));
    }
    convert::index_size(vm, value)
}

/// The place that index `n` means among `len` items, negative ones counting from the end.
pub fn place(n: i64, len: usize) -> Option<usize> {
    let n = if n < 0 { n + len as i64 } else { n };
    (n >= 0 && (n as usize) < len).then_some(n as usize)
}

/// `start` and `stop` of a search, UNBOUND for all.
pub fn search_range(vm: &mut Vm, start: Value, stop: Value, len: usize) -> Run<(usize, usize)> {
    let start = if start.is_bound() {
        index_argument(vm, start)?
    } else {
        0
    };
    let stop = if stop.is_bound() {
        index_argument(vm, stop)?
    } else {
        i64::MAX
    };
    Ok((slice::fit_index(start, len), slice::fit_index(stop, len)))
}

fn index_argument(vm: &mut Vm, value: Value) -> Run<i64> {
    if !convert::has_index(vm, value) {
        return Err(raise::type_error(
            vm,
            "slice indices must be integers or have an __index__ method",
        ));
    }
    slice::number(vm, value)
}

/// How often to repeat a sequence.
pub fn repeat_count(vm: &mut Vm, value: Value) -> Run<usize> {
    Ok(convert::size(vm, value)?.max(0) as usize)
}

/// The TypeError of `sequence + other`.
#[cold]
#[inline(never)]
pub fn no_concatenation(vm: &mut Vm, other: Value, kind: &str) -> Raised {
    let got = class::name_of(vm, other);
    raise::type_error(vm, format!("can only concatenate {kind} (not \"{got}\") to {kind}"))
}

/// `items * n`
pub fn repeated(vm: &mut Vm, items: &[Value], n: usize) -> Run<Vec<Value>> {
    let mut all = Vec::new();
    let len = items.len().checked_mul(n);
    if len.is_none_or(|len| all.try_reserve_exact(len).is_err()) {
        return Err(raise::memory_error(vm));
    }
    match *items {
        [] => {}
        [item] => all.resize(n, item),
        _ => (0..n).for_each(|_| all.extend_from_slice(items)),
    }
    Ok(all)
}

/// Whether a class has the constructor of the built-in class `of`, as `special` names it: then keywords are an error, else somebody else's matter.
pub fn inherits(vm: &Vm, class: Ref<Class>, of: ClassId, special: Special) -> bool {
    class.special(special) == class::known(vm, of).special(special)
}

/// The repr that `write` builds, or `again` if `container` is in the midst of its repr already.
pub fn repr_guarded(
    vm: &mut Vm,
    container: Value,
    again: &str,
    write: impl FnOnce(&mut Vm, &mut Vec<u8>) -> Run<()>,
) -> Run<Value> {
    if vm.reprs.contains(&container) {
        return Ok(text::new(vm, again));
    }
    vm.reprs.push(container);
    let mut out = Vec::new();
    let written = write(vm, &mut out);
    vm.reprs.pop();
    written?;
    Ok(text::from_bytes(vm, &out))
}

/// Appends `repr(value)`.
pub fn repr_into(vm: &mut Vm, value: Value, out: &mut Vec<u8>) -> Run<()> {
    let text = repr::repr(vm, value)?;
    out.extend_from_slice(text.expect::<Str>().bytes());
    Ok(())
}

/// `cls[item]`: a generic alias.
pub fn class_getitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let items = match args[1].cast::<Tuple>() {
        Some(tuple) if class::is_exact(args[1], ClassId::Tuple) => tuple.value(),
        _ => make::tuple(vm, &[args[1]]),
    };
    // Origin, arguments, parameters once asked for, starred.
    let fields = [args[0], items, Value::UNBOUND, Value::FALSE];
    Ok(make::record(vm, ClassId::GenericAlias, &fields))
}

/// What `builtins` holds for a name, for `__reduce__`.
pub fn builtin(vm: &mut Vm, name: &str) -> Value {
    let name = text::intern(vm, name);
    let found = vm.builtins.cast::<Dict>().and_then(|dict| dict.get_str(name));
    found.unwrap_or(Value::NONE)
}

/// Setter of what is a member of a C struct in CPython, with its own wording.
pub fn read_only(vm: &mut Vm, _: &[Value]) -> Run<Value> {
    Err(raise::attribute_error_text(vm, "readonly attribute"))
}
