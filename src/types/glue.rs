//! Small needs of the files here: names, texts and items of any object.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::list::List;
use crate::object::text::string::Str;
use crate::ops::attrs::errors;
use crate::ops::{call, class, make, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `repr(value)`, as text.
pub fn repr(vm: &mut Vm, value: Value) -> Run<String> {
    shown(vm, value, Special::Repr)
}

/// `str(value)`, as text.
pub fn str(vm: &mut Vm, value: Value) -> Run<String> {
    if let Some(text) = value.cast::<Str>()
        && class::is_exact(value, ClassId::Str)
    {
        return Ok(text.lossy().into_owned());
    }
    shown(vm, value, Special::Str)
}

fn shown(vm: &mut Vm, value: Value, special: Special) -> Run<String> {
    let Some(answer) = call::special(vm, value, special, &[]) else {
        return Ok(format!("<{} object>", class::name_of(vm, value)));
    };
    let answer = answer?;
    match answer.cast::<Str>() {
        Some(text) => Ok(text.lossy().into_owned()),
        None => {
            let got = class::name_of(vm, answer);
            Err(raise::type_error(
                vm,
                format!("{} returned non-string (type {got})", special.name()),
            ))
        }
    }
}

/// `bool(value)`
pub fn truth(vm: &mut Vm, value: Value) -> Run<bool> {
    if let Some(b) = value.as_bool() {
        return Ok(b);
    }
    if value.is_none() {
        return Ok(false);
    }
    if let Some(answer) = call::special(vm, value, Special::Bool, &[]) {
        return Ok(answer? == Value::TRUE);
    }
    match call::special(vm, value, Special::Len, &[]) {
        Some(len) => Ok(len? != Value::small_int(0)),
        None => Ok(true),
    }
}

/// `list(value)`
pub fn list_of(vm: &mut Vm, value: Value) -> Run<Ref<List>> {
    let list = vm.class(ClassId::List);
    let made = call::call(vm, list, &[value])?;
    Ok(made.expect())
}

/// A str from text.
pub fn text(vm: &mut Vm, value: impl AsRef<str>) -> Run<Value> {
    Ok(text::new(vm, value.as_ref()))
}

/// `class.__module__` if it is a str.
pub fn module_of(vm: &mut Vm, class: Ref<Class>) -> Option<String> {
    let name = vm.names.__module__;
    match class.namespace().get_str(name) {
        Some(module) => Some(module.cast::<Str>()?.lossy().into_owned()),
        None if class.has(crate::vm::known::flag::HEAP) => None,
        None => Some("builtins".into()),
    }
}

/// "module.qualname", without the module for builtins.
pub fn full_name(vm: &mut Vm, class: Ref<Class>) -> String {
    let qualname = errors::shown(class.qualname.get());
    match module_of(vm, class) {
        Some(module) if module != "builtins" => format!("{module}.{qualname}"),
        _ => qualname,
    }
}

/// An address as `repr` shows it.
pub fn address(value: Value) -> String {
    format!("{:#x}", value.bits())
}

/// Takes a pending AttributeError, or passes the error on.
pub fn forgive(vm: &mut Vm, raised: Raised) -> Run<()> {
    match raise::catch(vm, ClassId::AttributeError) {
        Some(_) => Ok(()),
        None => Err(raised),
    }
}

/// A tuple of the items of a slice.
pub fn tuple(vm: &mut Vm, items: &[Value]) -> Value {
    make::tuple(vm, items)
}
