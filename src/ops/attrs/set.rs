//! Setting and deleting attributes. A value of UNBOUND means deletion throughout.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::text::string::Str;
use crate::ops::attrs::descriptor::Role;
use crate::ops::attrs::{descriptor, errors, own, specials};
use crate::ops::{call, class, raise};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `setattr(object, name, value)`
pub fn set(vm: &mut Vm, object: Value, name: Value, value: Value) -> Run<()> {
    change(vm, object, name, value)
}

/// `delattr(object, name)`
pub fn delete(vm: &mut Vm, object: Value, name: Value) -> Run<()> {
    change(vm, object, name, Value::UNBOUND)
}

fn change(vm: &mut Vm, object: Value, name: Value, value: Value) -> Run<()> {
    let name = errors::interned(vm, name)?;
    let class = class::of(vm, object);
    if class.has(flag::PLAIN_SET) {
        return generic_set(vm, object, name, value);
    }
    let special = if value.is_bound() {
        Special::SetAttr
    } else {
        Special::DelAttr
    };
    let Some(method) = class.special(special) else {
        return generic_set(vm, object, name, value);
    };
    let is_of = |id| class::known(vm, id).special(special) == Some(method);
    if is_of(ClassId::Object) {
        return generic_set(vm, object, name, value);
    }
    if is_of(ClassId::Type) && object.kind() == Some(Kind::Class) {
        return class_set(vm, object.expect(), name, value);
    }
    let args = [name, value];
    let count = 1 + value.is_bound() as usize;
    call::call_unbound(vm, method, object, &args[..count], &[]).map(|_| ())
}

/// `object.__setattr__(object, name, value)`, or `__delattr__`.
pub fn generic_set(vm: &mut Vm, object: Value, name: Value, value: Value) -> Run<()> {
    let class = class::of(vm, object);
    let found = class::lookup(vm, class, name);
    if let Some(found) = found
        && descriptor::role(vm, found) == Role::Data
    {
        return descriptor::set(vm, found, object, value);
    }
    if !own::allowed(vm, object) {
        return Err(errors::not_settable(
            vm,
            object,
            name,
            found.is_some(),
            class.has(flag::PLAIN_SET),
        ));
    }
    if value.is_bound() {
        return own::set(vm, object, name, value);
    }
    if own::delete(vm, object, name) {
        return Ok(());
    }
    Err(errors::missing_instance(vm, object, name))
}

/// `type.__setattr__(class, name, value)`, or `__delattr__`.
pub fn class_set(vm: &mut Vm, class: Ref<Class>, name: Value, value: Value) -> Run<()> {
    if class.has(flag::IMMUTABLE) {
        let message = format!(
            "cannot set '{}' attribute of immutable type '{}'",
            errors::shown(name),
            class::name(class)
        );
        return Err(raise::type_error(vm, message));
    }
    let meta = class::of(vm, class.value());
    if let Some(found) = class::lookup(vm, meta, name)
        && descriptor::role(vm, found) == Role::Data
    {
        return descriptor::set(vm, found, class.value(), value);
    }
    if value.is_unbound() && class.namespace().get_str(name).is_none() {
        return Err(errors::missing(vm, class.value(), name));
    }
    store_in_class(vm, class, name, value)
}

/// Sets or deletes an entry of a class's namespace, and does for caches what the change means.
pub fn store_in_class(vm: &mut Vm, class: Ref<Class>, name: Value, value: Value) -> Run<()> {
    let namespace = class.namespace();
    let old = namespace.get_str(name);
    match value.bound() {
        Some(value) => own::store(vm, namespace, name, value)?,
        None => _ = namespace.remove_str(name),
    }
    note_change(vm, class, name, old, value.bound());
    Ok(())
}

/// See `class::lookup` for which changes move the epoch.
fn note_change(vm: &mut Vm, class: Ref<Class>, name: Value, old: Option<Value>, new: Option<Value>) {
    if specials::special_named(vm, name).is_some() {
        specials::changed(vm, class, name);
        vm.class_epoch += 1;
        return;
    }
    let Some(text) = name.cast::<Str>() else { return };
    if !text.was_looked_up() {
        return;
    }
    if let (Some(old), Some(new)) = (old, new)
        && class::is_plain(vm, old)
        && class::is_plain(vm, new)
    {
        if text.is_volatile() {
            return;
        }
        text.set_volatile();
    }
    vm.class_epoch += 1;
}
