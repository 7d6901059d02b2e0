//! Small needs of the files here: names, texts and items of any object.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::text::string::Str;
use crate::ops::attrs::errors;
use crate::ops::container::iterate;
use crate::ops::relation::truth;
use crate::ops::render::repr;
use crate::ops::{call, make, raise, text};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// `repr(value)`, as text.
pub fn repr(vm: &mut Vm, value: Value) -> Run<String> {
    Ok(errors::shown(repr::repr(vm, value)?))
}

/// `str(value)`, as text.
pub fn str(vm: &mut Vm, value: Value) -> Run<String> {
    Ok(errors::shown(repr::str(vm, value)?))
}

/// `bool(value)`
pub fn truth(vm: &mut Vm, value: Value) -> Run<bool> {
    truth::truth(vm, value)
}

/// `list(value)`
pub fn list_of(vm: &mut Vm, value: Value) -> Run<Ref<List>> {
    iterate::to_list(vm, value)
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
        None if class.has(flag::HEAP) => None,
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

/// `__import__(name)`
pub fn import(vm: &mut Vm, name: &str) -> Run<Value> {
    let hook = vm.names.__import__;
    let import = vm.builtins.cast::<Dict>().and_then(|builtins| builtins.get_str(hook));
    let Some(import) = import else {
        return Err(raise::import_error_text(vm, "__import__ not found"));
    };
    let name = text::intern(vm, name);
    call::call(vm, import, &[name])
}
