//! AttributeErrors, in CPython's words.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::exception::{Exception, field};
use crate::object::text::string::Str;
use crate::ops::{class, raise, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// The text of a name, for messages.
pub fn shown(name: Value) -> String {
    name.cast::<Str>()
        .map_or_else(String::new, |name| name.lossy().into_owned())
}

/// Raises an AttributeError that knows its object and name, from which suggestions are made.
#[cold]
#[inline(never)]
pub fn with(vm: &mut Vm, object: Value, name: Value, message: &str) -> Raised {
    let exception = raise::new(vm, ClassId::AttributeError, message);
    let error = exception.expect::<Exception>();
    error.set_field(&mut vm.heap, field::NAME, name);
    error.set_field(&mut vm.heap, field::OBJ, object);
    raise::value(vm, exception)
}

/// "'C' object has no attribute 'x'", or "type object 'C' …".
#[cold]
#[inline(never)]
pub fn missing(vm: &mut Vm, object: Value, name: Value) -> Raised {
    let message = match object.cast::<Class>() {
        Some(class) => format!(
            "type object '{}' has no attribute '{}'",
            class::name(class),
            shown(name)
        ),
        None => format!(
            "'{}' object has no attribute '{}'",
            class::name_of(vm, object),
            shown(name)
        ),
    };
    with(vm, object, name, &message)
}

/// An object without `__dict__` is to get an attribute.
#[cold]
#[inline(never)]
pub fn not_settable(vm: &mut Vm, object: Value, name: Value, in_class: bool, plain_set: bool) -> Raised {
    let (class, shown) = (class::name_of(vm, object), shown(name));
    let message = if in_class {
        format!("'{class}' object attribute '{shown}' is read-only")
    } else if plain_set {
        format!("'{class}' object has no attribute '{shown}' and no __dict__ for setting new attributes")
    } else {
        format!("'{class}' object has no attribute '{shown}'")
    };
    with(vm, object, name, &message)
}

/// A getset attribute without a setter.
#[cold]
#[inline(never)]
pub fn not_writable(vm: &mut Vm, name: Value, owner: Ref<Class>) -> Raised {
    let message = format!(
        "attribute '{}' of '{}' objects is not writable",
        shown(name),
        class::full_name(vm, owner)
    );
    raise::attribute_error_text(vm, message)
}

/// `name` as an interned str.
/// # Errors
/// TypeError when it is no str.
#[inline]
pub fn interned(vm: &mut Vm, name: Value) -> Run<Value> {
    match name.cast::<Str>() {
        Some(text) if text.is_interned() => Ok(name),
        Some(_) => Ok(text::intern_value(vm, name)),
        None => {
            let got = class::name_of(vm, name);
            Err(raise::type_error(
                vm,
                format!("attribute name must be string, not '{got}'"),
            ))
        }
    }
}

/// As `missing`, by `object.__getattribute__`, to which a class is an object like others.
#[cold]
#[inline(never)]
pub fn missing_instance(vm: &mut Vm, object: Value, name: Value) -> Raised {
    let mut message = String::with_capacity(80);
    message.push('\'');
    message += &class::name_of(vm, object);
    message += "' object has no attribute '";
    match name.cast::<Str>() {
        Some(text) if let Ok(text) = std::str::from_utf8(text.bytes()) => message += text,
        _ => message += &shown(name),
    }
    message.push('\'');
    with(vm, object, name, &message)
}
