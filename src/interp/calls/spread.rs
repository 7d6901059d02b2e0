//! What the building instructions need of the protocols: filling sets and dicts, `*`, `**`, replacement fields.

use crate::heap::value::Value;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::item;
use crate::ops::container::{dict, iterate, set, update};
use crate::ops::render::{format, repr};
use crate::ops::{call, class, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub fn set_of(vm: &mut Vm, items: &[Value]) -> Run<Value> {
    let result = Set::new(&mut vm.heap, ClassId::Set.shape());
    for &item in items {
        set::add(vm, result, item)?;
    }
    Ok(result.value())
}

/// A dict of the pairs: key, value, key, value …
pub fn map_of(vm: &mut Vm, pairs: &[Value]) -> Run<Value> {
    let result = Dict::with_capacity(&mut vm.heap, ClassId::Dict.shape(), pairs.len() / 2);
    for pair in pairs.chunks_exact(2) {
        if !result.try_set(pair[0], pair[1]) {
            dict::set(vm, result, pair[0], pair[1])?;
        }
    }
    Ok(result.value())
}

/// `list.extend(source)` in a display or a call.
pub fn extend(vm: &mut Vm, list: Value, source: Value) -> Run<()> {
    let list = list.expect::<List>();
    if class::is_exact(source, ClassId::Tuple) || class::is_exact(source, ClassId::List) {
        return iterate::extend(vm, list, source);
    }
    let iterator = match iterate::iter(vm, source) {
        Ok(iterator) => iterator,
        Err(raised) => {
            let iterable = class::special(vm, source, crate::vm::special::Special::Iter).is_some()
                || class::special(vm, source, crate::vm::special::Special::GetItem).is_some();
            if iterable || raise::catch(vm, ClassId::TypeError).is_none() {
                return Err(raised);
            }
            let name = class::name_of(vm, source);
            return Err(raise::type_error(
                vm,
                format!("Value after * must be an iterable, not {name}"),
            ));
        }
    };
    iterate::extend_from(vm, list, source, iterator)
}

pub fn set_update(vm: &mut Vm, target: Value, source: Value) -> Run<()> {
    update::update_set(vm, target.expect(), source)
}

/// The keys and values of a mapping, one after the other.
fn for_each_pair(vm: &mut Vm, source: Value, mut each: impl FnMut(&mut Vm, Value, Value) -> Run<()>) -> Run<()> {
    if source.is::<Dict>() && update::has_plain_iter(vm, source) {
        let source = source.expect::<Dict>();
        let mut at = 0;
        while let Some((i, key, value)) = source.next_entry(at) {
            each(vm, key, value)?;
            at = i + 1;
        }
        return Ok(());
    }
    let keys = vm.names.keys;
    let method = attribute::get(vm, source, keys)?;
    let keys = call::call(vm, method, &[])?;
    let iterator = iterate::iter(vm, keys)?;
    while let Some(key) = iterate::next(vm, iterator)? {
        let value = item::get(vm, source, key)?;
        each(vm, key, value)?;
    }
    Ok(())
}

/// Whether `source` can be unpacked by `**`.
fn has_keys(vm: &mut Vm, source: Value) -> Run<bool> {
    let keys = vm.names.keys;
    Ok(class::is_exact(source, ClassId::Dict) || attribute::find(vm, source, keys)?.is_some())
}

/// `{**source}`
pub fn map_update(vm: &mut Vm, map: Value, source: Value) -> Run<()> {
    if !has_keys(vm, source)? {
        let name = class::name_of(vm, source);
        return Err(raise::type_error(vm, format!("'{name}' object is not a mapping")));
    }
    update::update_dict(vm, map.expect(), source)
}

/// `callee(**source)`
pub fn map_merge(vm: &mut Vm, map: Value, source: Value, callee: Value) -> Run<()> {
    if !has_keys(vm, source)? {
        let (shown, name) = (shown(vm, callee), class::name_of(vm, source));
        return Err(raise::type_error(
            vm,
            format!("{shown} argument after ** must be a mapping, not {name}"),
        ));
    }
    for_each_pair(vm, source, |vm, key, value| {
        // CPYTHON: that a keyword is no str shows only when the call is made.
        if dict::get(vm, map.expect(), key)?.is_some() {
            let (shown, text) = (shown(vm, callee), repr::str(vm, key)?);
            let text = text.expect::<Str>().lossy().into_owned();
            return Err(raise::type_error(
                vm,
                format!("{shown} got multiple values for keyword argument '{text}'"),
            ));
        }
        dict::set(vm, map.expect(), key, value)
    })
}

/// "__main__.f()" as messages about calls name what is called.
pub fn shown(vm: &mut Vm, callee: Value) -> String {
    let text = |value: Value| value.cast::<Str>().map(|text| text.lossy().into_owned());
    if let Some(function) = callee.cast::<Function>() {
        let name = text(function.qualname.get()).unwrap_or_default();
        return match text(function.module.get()) {
            Some(module) if module != "builtins" => format!("{module}.{name}()"),
            _ => format!("{name}()"),
        };
    }
    if let Some(native) = callee.cast::<Native>() {
        return format!("{}()", native.def.name);
    }
    match repr::str(vm, callee) {
        Ok(shown) => text(shown).unwrap_or_default(),
        Err(_) => {
            vm.thread.pending = Value::UNBOUND;
            "object".to_string()
        }
    }
}

/// `format(convert(value), spec)`: a replacement field of an f-string.
pub fn formatted(vm: &mut Vm, value: Value, conversion: usize, spec: Option<Value>) -> Run<Value> {
    let value = match conversion {
        1 => repr::str(vm, value)?,
        2 => repr::repr(vm, value)?,
        3 => repr::ascii(vm, value)?,
        _ => value,
    };
    if spec.is_none() && class::is_exact(value, ClassId::Str) {
        return Ok(value);
    }
    let spec = spec.unwrap_or(vm.empty_str);
    format::format(vm, value, spec)
}
