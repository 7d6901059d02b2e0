//! Finding attributes: `object.name` for every kind of object.

use crate::heap::header::Kind;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::class::layout::Class;
use crate::object::exception::{Exception, field};
use crate::object::module::Module;
use crate::ops::attrs::descriptor::Role;
use crate::ops::attrs::{descriptor, errors, own, shadow};
use crate::ops::{call, class, raise};
use crate::vm::known::{ClassId, flag};
use crate::vm::raised::{Raised, Run};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// `getattr(object, name)`
pub fn get(vm: &mut Vm, object: Value, name: Value) -> Run<Value> {
    let name = errors::interned(vm, name)?;
    let class = class::of(vm, object);
    let found = if class.has(flag::PLAIN_GET) {
        generic_get(vm, object, name)
    } else {
        match get_or_none(vm, object, name) {
            Ok(Some(value)) => Ok(value),
            Ok(None) => return Err(absent(vm, object, name)),
            Err(raised) => Err(raised),
        }
    };
    if found.is_err() {
        add_context(vm, object, name);
    }
    found
}

/// Tells a pending AttributeError, which Python code raised, the object and the name.
#[cold]
#[inline(never)]
fn add_context(vm: &mut Vm, object: Value, name: Value) {
    let pending = vm.thread.pending;
    if !class::is_instance(vm, pending, ClassId::AttributeError) {
        return;
    }
    let Some(error) = pending.cast::<Exception>() else {
        return;
    };
    if error.field(field::NAME).is_unbound() && error.field(field::OBJ).is_unbound() {
        error.set_field(&mut vm.heap, field::NAME, name);
        error.set_field(&mut vm.heap, field::OBJ, object);
    }
}

/// `hook(object, name)`: what `__getattr__` answers for an attribute that is nowhere.
#[inline(never)] // Its locals in a handler would cost the handler its tail call.
pub fn ask_hook(vm: &mut Vm, hook: Value, object: Value, name: Value) -> Run<Value> {
    let answer = call::with_first(vm, hook, object, &[name], &[]);
    if answer.is_err() {
        add_context(vm, object, name);
    }
    answer
}

/// `getattr(object, name)`, or `None` where that raises AttributeError.
pub fn find(vm: &mut Vm, object: Value, name: Value) -> Run<Option<Value>> {
    let name = errors::interned(vm, name)?;
    let class = class::of(vm, object);
    let found = if class.has(flag::PLAIN_GET) {
        generic_find(vm, object, name)
    } else {
        get_or_none(vm, object, name)
    };
    match found {
        Err(raised) => match raise::catch(vm, ClassId::AttributeError) {
            Some(_) => Ok(None),
            None => Err(raised),
        },
        found => found,
    }
}

/// The AttributeError for what `get_or_none` did not find.
fn absent(vm: &mut Vm, object: Value, name: Value) -> Raised {
    match object.cast::<Module>() {
        Some(module) => module_lacks(vm, module, name),
        None => errors::missing(vm, object, name),
    }
}

/// An attribute of an object whose class is not plain; absence that no Python code has worded is `None`.
fn get_or_none(vm: &mut Vm, object: Value, name: Value) -> Run<Option<Value>> {
    let class = class::of(vm, object);
    let Some(method) = class.special(Special::GetAttribute) else {
        return generic_find(vm, object, name);
    };
    let is_of = |id| class::known(vm, id).special(Special::GetAttribute) == Some(method);
    let found = if is_of(ClassId::Object) {
        generic_find(vm, object, name)
    } else if is_of(ClassId::Type) && object.kind() == Some(Kind::Class) {
        class_find(vm, object.expect(), name)
    } else if is_of(ClassId::Module) && object.kind() == Some(Kind::Module) {
        module_find(vm, object.expect(), name)
    } else {
        call::call_unbound(vm, method, object, &[name], &[]).map(Some)
    };
    let Some(hook) = class.special(Special::GetAttr) else {
        return found;
    };
    match found {
        Ok(None) => {}
        Err(raised) => match raise::catch(vm, ClassId::AttributeError) {
            Some(_) => {}
            None => return Err(raised),
        },
        found => return found,
    }
    call::call_unbound(vm, hook, object, &[name], &[]).map(Some)
}

/// `object.__getattribute__(object, name)`: data descriptors of the class, own attributes, the rest of the class.
pub fn generic_get(vm: &mut Vm, object: Value, name: Value) -> Run<Value> {
    match generic_find(vm, object, name)? {
        Some(value) => Ok(value),
        None => Err(errors::missing_instance(vm, object, name)),
    }
}

/// As `generic_get`; `None` if there is nothing of that name.
pub fn generic_find(vm: &mut Vm, object: Value, name: Value) -> Run<Option<Value>> {
    let class = class::of(vm, object);
    let Some(found) = class::lookup(vm, class, name) else {
        return Ok(own::get(vm, object, name));
    };
    let mut role = descriptor::role(vm, found);
    if role == Role::Data && class::special(vm, found, Special::Get).is_none() {
        // What can only be set is given out as it is, if nothing hides it.
        role = Role::Plain;
    }
    if role != Role::Data
        && let Some(value) = own::get(vm, object, name)
    {
        return Ok(Some(value));
    }
    if role == Role::Plain {
        return Ok(Some(found));
    }
    descriptor::get(vm, found, object, class.value()).map(Some)
}

/// `type.__getattribute__(class, name)`; `None` if there is nothing of that name.
pub fn class_find(vm: &mut Vm, class: Ref<Class>, name: Value) -> Run<Option<Value>> {
    let meta = class::of(vm, class.value());
    let in_meta = class::lookup(vm, meta, name);
    if let Some(found) = in_meta
        && descriptor::role(vm, found) == Role::Data
    {
        return descriptor::get(vm, found, class.value(), meta.value()).map(Some);
    }
    if let Some(found) = class::lookup(vm, class, name) {
        return descriptor::get(vm, found, Value::UNBOUND, class.value()).map(Some);
    }
    match in_meta {
        Some(found) => descriptor::get(vm, found, class.value(), meta.value()).map(Some),
        None => Ok(None),
    }
}

/// `module.__getattribute__(module, name)`, with the module's own `__getattr__`; `None` if there is nothing of that name.
pub fn module_find(vm: &mut Vm, module: Ref<Module>, name: Value) -> Run<Option<Value>> {
    if let Some(value) = generic_find(vm, module.value(), name)? {
        return Ok(Some(value));
    }
    match module.namespace().get_str(vm.names.__getattr__) {
        Some(hook) => call::call(vm, hook, &[name]).map(Some),
        None => Ok(None),
    }
}

/// "module 'm' has no attribute 'x'".
#[cold]
#[inline(never)]
pub fn module_lacks(vm: &mut Vm, module: Ref<Module>, name: Value) -> Raised {
    let (shown, dict) = (errors::shown(name), module.namespace());
    let module_name = dict
        .get_str(vm.names.__name__)
        .filter(|name| name.kind() == Some(Kind::Str));
    let Some(module_name) = module_name else {
        let message = format!("module has no attribute '{shown}'");
        return errors::with(vm, module.value(), name, &message);
    };
    let module_name = errors::shown(module_name);
    let initializing = match is_initializing(vm, module) {
        Err(raised) => return raised,
        Ok(initializing) => initializing,
    };
    let advice = shadow::advice(vm, module, &module_name, initializing);
    let message = match (advice, initializing) {
        (Some(advice), _) => format!("module '{module_name}' has no attribute '{shown}' {advice}"),
        (None, true) => {
            let from = shadow::origin(vm, module).map_or(String::new(), |origin| format!(" from '{origin}'"));
            let cause = "(most likely due to a circular import)";
            format!("partially initialized module '{module_name}'{from} has no attribute '{shown}' {cause}")
        }
        (None, false) if shadow::is_loading_submodule(vm, &module_name, &shown) => {
            let cause = "(most likely due to a circular import)";
            format!("cannot access submodule '{shown}' of module '{module_name}' {cause}")
        }
        (None, false) => format!("module '{module_name}' has no attribute '{shown}'"),
    };
    errors::with(vm, module.value(), name, &message)
}

/// Whether the import of `module` is still under way, as its spec says.
pub fn is_initializing(vm: &mut Vm, module: Ref<Module>) -> Run<bool> {
    let Some(spec) = module.namespace().get_str(vm.names.__spec__) else {
        return Ok(false);
    };
    let name = crate::ops::text::intern(vm, "_initializing");
    Ok(find(vm, spec, name)? == Some(Value::TRUE))
}
