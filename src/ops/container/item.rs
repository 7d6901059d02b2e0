//! Subscripts, membership and length of any object.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::{self, Tuple};
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::{dict, iterate, list, set, slice};
use crate::ops::relation::{compare, truth};
use crate::ops::{call, class, make, raise, text};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `container[key]`
#[inline(never)]
pub fn get(vm: &mut Vm, container: Value, key: Value) -> Run<Value> {
    // Of the other layouts nothing is done in line.
    if matches!(container.kind(), Some(Kind::Opaque | Kind::Record | Kind::Instance)) {
        return by_method(vm, container, key);
    }
    if let Some(item) = plain_item(container, key) {
        return Ok(item);
    }
    if class::is_exact(container, ClassId::Dict) {
        return match dict::get(vm, container.expect(), key)? {
            Some(value) => Ok(value),
            None => Err(raise::key_error(vm, key)),
        };
    }
    if class::is_exact(container, ClassId::Str)
        && let Some(n) = key.as_int()
        && let Some(c) = text::char_from(vm, container.expect(), n)
    {
        return Ok(c);
    }
    if class::is_exact(container, ClassId::Str)
        && let Some(slice) = slice::cast(key)
    {
        let (string, bounds) = (container.expect::<Str>(), slice::unpack(vm, slice)?);
        return Ok(slice::of_text(vm, string, bounds.fit(string.chars())));
    }
    if let Some(byte) = plain_byte(container, key) {
        return Ok(byte);
    }
    if let Some(slice) = slice::cast(key) {
        if class::is_exact(container, ClassId::List) {
            return list::get_slice(vm, container.expect(), slice);
        }
        if class::is_exact(container, ClassId::Tuple) {
            return list::get_tuple_slice(vm, container.expect(), slice);
        }
    }
    if let Some(dict) = dict_without_own(vm, container, Special::GetItem) {
        return of_dict(vm, dict, key);
    }
    by_method(vm, container, key)
}

/// `container[key]` by `__getitem__`, or by `__class_getitem__` of a class.
#[inline]
fn by_method(vm: &mut Vm, container: Value, key: Value) -> Run<Value> {
    if let Some(answer) = call::special(vm, container, Special::GetItem, &[key]) {
        return answer;
    }
    match container.cast::<Class>() {
        Some(class) => get_of_class(vm, class, key),
        None => {
            let name = class::name_of(vm, container);
            Err(raise::type_error(vm, format!("'{name}' object is not subscriptable")))
        }
    }
}

/// `dict.__getitem__(container, key)`: asks `__missing__` of subclasses.
pub fn of_dict(vm: &mut Vm, dict: Ref<Dict>, key: Value) -> Run<Value> {
    if let Some(value) = dict::get(vm, dict, key)? {
        return Ok(value);
    }
    if !class::is_exact(dict.value(), ClassId::Dict)
        && let Some(answer) = call::special(vm, dict.value(), Special::Missing, &[key])
    {
        return answer;
    }
    Err(raise::key_error(vm, key))
}

/// An instance of a subclass of dict that has this special method from dict.
fn dict_without_own(vm: &Vm, container: Value, special: Special) -> Option<Ref<Dict>> {
    let dict = container.cast::<Dict>()?;
    let is_of_dict = class::of(vm, container).special(special) == class::known(vm, ClassId::Dict).special(special);
    is_of_dict.then_some(dict)
}

/// Item of an exact list or tuple at an inline int that is within it.
fn plain_item(container: Value, key: Value) -> Option<Value> {
    let n = key.as_int()?;
    if class::is_exact(container, ClassId::List) {
        let list = container.expect::<List>();
        let n = if n < 0 { n + list.len() as i64 } else { n };
        return list.get(usize::try_from(n).ok()?);
    }
    if class::is_exact(container, ClassId::Tuple) {
        let tuple = container.expect::<Tuple>();
        let n = if n < 0 { n + tuple.len() as i64 } else { n };
        return tuple.items().get(usize::try_from(n).ok()?).copied();
    }
    None
}

/// Item of an exact bytes or bytearray at an inline int that is within it.
fn plain_byte(container: Value, key: Value) -> Option<Value> {
    let n = key.as_int()?;
    let pick = |data: &[u8]| {
        let n = if n < 0 { n + data.len() as i64 } else { n };
        let byte = *data.get(usize::try_from(n).ok()?)?;
        Some(Value::small_int(i64::from(byte)))
    };
    if class::is_exact(container, ClassId::Bytes) {
        return pick(container.expect::<Bytes>().data());
    }
    if class::is_exact(container, ClassId::ByteArray) {
        return pick(&container.expect::<ByteArray>().data().borrow());
    }
    None
}

/// Sets an item of an exact bytearray to a byte, both inline ints and valid.
fn set_plain_byte(container: Value, key: Value, value: Value) -> Option<()> {
    if !class::is_exact(container, ClassId::ByteArray) {
        return None;
    }
    let byte = u8::try_from(value.as_int()?).ok()?;
    let array = container.expect::<ByteArray>();
    let mut data = array.data().borrow_mut();
    *data.get_mut(usize::try_from(key.as_int()?).ok()?)? = byte;
    Some(())
}

/// `data[start:stop]` of exact bytes with bounds that are inline ints, None or UNBOUND; `None` for others.
pub fn plain_bytes(vm: &mut Vm, data: Ref<Bytes>, start: Value, stop: Value) -> Option<Value> {
    let (start, stop) = plain_bounds(data.data().len(), start, stop)?;
    if start == 0 && stop == data.data().len() {
        return Some(data.value());
    }
    Some(make::bytes(vm, &data.data()[start..stop]))
}

/// Where a slice of a sequence of `len` begins and ends, if its bounds are inline ints, None or UNBOUND.
fn plain_bounds(len: usize, start: Value, stop: Value) -> Option<(usize, usize)> {
    let len = len as i64;
    let place = |bound: Value, open: i64| match bound {
        Value::UNBOUND | Value::NONE => Some(open),
        bound => bound
            .as_int()
            .map(|n| if n < 0 { (n + len).max(0) } else { n.min(len) }),
    };
    let (start, stop) = (place(start, 0)?, place(stop, len)?);
    Some((start as usize, stop.max(start) as usize))
}

/// `string[start:stop]` with bounds that are inline ints, None or UNBOUND; `None` for others.
pub fn plain_cut(vm: &mut Vm, string: Ref<Str>, start: Value, stop: Value) -> Option<Value> {
    let (start, stop) = plain_bounds(string.chars(), start, stop)?;
    Some(text::cut(vm, string, string.offset(start), string.offset(stop)))
}

/// `class[key]`, where the metaclass has no `__getitem__`.
fn get_of_class(vm: &mut Vm, class: Ref<Class>, key: Value) -> Run<Value> {
    let name = vm.names.__class_getitem__;
    if class == class::known(vm, ClassId::Type) {
        // `type[C]`: here alone, so that classes in general do not inherit it from their metaclass.
        let args = match key.is::<Tuple>() {
            true => key,
            false => make::tuple(vm, &[key]),
        };
        let fields = [class.value(), args, Value::UNBOUND, Value::FALSE];
        return Ok(make::record(vm, ClassId::GenericAlias, &fields));
    }
    match attribute::find(vm, class.value(), name)? {
        Some(method) if !method.is_none() => call::call(vm, method, &[key]),
        _ => {
            let name = class::name(class);
            Err(raise::type_error(vm, format!("type '{name}' is not subscriptable")))
        }
    }
}

/// `container[key] = value`
#[inline(never)]
pub fn set(vm: &mut Vm, container: Value, key: Value, value: Value) -> Run<()> {
    if class::is_exact(container, ClassId::List) {
        let list = container.expect::<List>();
        if let Some(n) = key.as_int() {
            let n = if n < 0 { n + list.len() as i64 } else { n };
            if n >= 0 && list.set(n as usize, value) {
                return Ok(());
            }
        } else if let Some(slice) = slice::cast(key) {
            return list::set_slice(vm, list, slice, value);
        }
    }
    if class::is_exact(container, ClassId::Dict) {
        return dict::set(vm, container.expect(), key, value);
    }
    if set_plain_byte(container, key, value).is_some() {
        return Ok(());
    }
    if let Some(dict) = dict_without_own(vm, container, Special::SetItem) {
        return dict::set(vm, dict, key, value);
    }
    match call::special(vm, container, Special::SetItem, &[key, value]) {
        Some(answer) => answer.map(|_| ()),
        None => Err(unsupported(vm, container, "does not support item assignment")),
    }
}

/// `del container[key]`
#[inline(never)]
pub fn delete(vm: &mut Vm, container: Value, key: Value) -> Run<()> {
    if class::is_exact(container, ClassId::List) {
        let list = container.expect::<List>();
        if let Some(n) = key.as_int() {
            let n = if n < 0 { n + list.len() as i64 } else { n };
            if n >= 0 && list.remove(n as usize).is_some() {
                return Ok(());
            }
        } else if let Some(slice) = slice::cast(key) {
            return list::delete_slice(vm, list, slice);
        }
    }
    match call::special(vm, container, Special::DelItem, &[key]) {
        Some(answer) => answer.map(|_| ()),
        None => {
            // CPYTHON: what has any method of sequences, or was made in Python, gets the other wording for an index.
            let is_index = class::special(vm, key, Special::Index).is_some();
            let text = if is_index && (class::of(vm, container).has(flag::HEAP) || is_sequence_like(container)) {
                "doesn't support item deletion"
            } else {
                "does not support item deletion"
            };
            Err(unsupported(vm, container, text))
        }
    }
}

/// Built-in classes that CPython gives methods of sequences, if only `in`.
fn is_sequence_like(container: Value) -> bool {
    use ClassId::{Bytes, DictItems, DictKeys, DictValues, FrozenSet, MappingProxy, Range, Set, Str, Tuple};
    let classes = [
        Tuple,
        Str,
        Bytes,
        Range,
        Set,
        FrozenSet,
        DictKeys,
        DictValues,
        DictItems,
        MappingProxy,
    ];
    classes.iter().any(|&id| class::is_exact(container, id))
}

#[cold]
#[inline(never)]
fn unsupported(vm: &mut Vm, container: Value, what: &str) -> Raised {
    let name = class::name_of(vm, container);
    raise::type_error(vm, format!("'{name}' object {what}"))
}

/// `key in container`
pub fn contains(vm: &mut Vm, container: Value, key: Value) -> Run<bool> {
    match class::shape_of(container) {
        shape if shape == ClassId::Dict.shape() => return Ok(dict::find(vm, container.expect(), key)?.is_some()),
        shape if shape == ClassId::Set.shape() || shape == ClassId::FrozenSet.shape() => {
            return set::contains(vm, container.expect(), key);
        }
        shape if shape == ClassId::List.shape() => return list_contains(vm, container.expect(), key),
        shape if shape == ClassId::Tuple.shape() => return tuple_contains(vm, container.expect(), key),
        shape if shape == ClassId::Str.shape() && key.is::<Str>() => {
            let (text, part) = (container.expect::<Str>(), key.expect::<Str>());
            return Ok(text::has(&text, &part));
        }
        _ => {}
    }
    match class::special(vm, container, Special::Contains) {
        Some(Value::NONE) => {
            let name = class::name_of(vm, container);
            Err(raise::type_error(vm, format!("'{name}' object is not a container")))
        }
        Some(method) => {
            let answer = call::call_unbound(vm, method, container, &[key], &[])?;
            truth::truth(vm, answer)
        }
        None => contains_by_iteration(vm, container, key),
    }
}

/// `key in list`, for lists of any class that do not say otherwise.
pub fn list_contains(vm: &mut Vm, list: Ref<List>, key: Value) -> Run<bool> {
    Ok(list::find(vm, list, key, 0, usize::MAX)?.is_some())
}

/// `key in tuple`, for tuples of any class that do not say otherwise.
pub fn tuple_contains(vm: &mut Vm, tuple: Ref<Tuple>, key: Value) -> Run<bool> {
    for &item in tuple::items(tuple) {
        if compare::equal(vm, item, key)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn contains_by_iteration(vm: &mut Vm, container: Value, key: Value) -> Run<bool> {
    let unsuited = |vm: &mut Vm| {
        let name = class::name_of(vm, container);
        raise::type_error(vm, format!("argument of type '{name}' is not a container or iterable"))
    };
    if !iterate::is_iterable(vm, container) {
        return Err(unsuited(vm));
    }
    let iter = match iterate::iter(vm, container) {
        Ok(iter) => iter,
        // CPYTHON: any TypeError on the way to the iterator is reworded.
        Err(_) if raise::catch(vm, ClassId::TypeError).is_some() => return Err(unsuited(vm)),
        Err(raised) => return Err(raised),
    };
    while let Some(item) = iterate::next(vm, iter)? {
        if compare::equal(vm, item, key)? {
            return Ok(true);
        }
    }
    Ok(false)
}
