//! Functions and methods of ours as objects: builtin_function_or_method, method_descriptor, wrapper_descriptor, method-wrapper,
//! classmethod_descriptor.

use crate::base::names::docs;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::attrs::{descriptor, errors};
use crate::ops::{call, class, make, text};
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{Binding, NativeDef, getter, method, spread_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static FUNCTION: &[NativeDef] = &[
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__repr__", "($self, /)", function_repr),
    method("__eq__", "($self, value, /)", eq),
    method("__hash__", "($self, /)", hash),
    method("__reduce__", "($self, /)", reduce_function),
    getter("__self__", self_of),
    getter("__module__", module).setter(ignore),
    getter("__name__", name),
    getter("__qualname__", qualname),
    getter("__doc__", doc),
    getter("__text_signature__", text_signature),
];

pub static DESCRIPTOR: &[NativeDef] = &[
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__get__", "($self, instance, owner=None, /)", get),
    method("__repr__", "($self, /)", descriptor_repr),
    method("__reduce__", "($self, /)", reduce_descriptor),
    getter("__objclass__", owner),
    getter("__name__", name),
    getter("__qualname__", qualname),
    getter("__doc__", doc),
    getter("__text_signature__", text_signature),
];

pub static METHOD_WRAPPER: &[NativeDef] = &[
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__repr__", "($self, /)", wrapper_repr),
    method("__eq__", "($self, value, /)", eq),
    method("__hash__", "($self, /)", hash),
    method("__reduce__", "($self, /)", reduce_function),
    getter("__self__", self_of),
    getter("__objclass__", owner),
    getter("__name__", name),
    getter("__qualname__", qualname),
    getter("__doc__", doc),
    getter("__text_signature__", text_signature),
];

fn receiver(args: &[Value]) -> Ref<Native> {
    args[0].expect()
}

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    call::call_named(vm, args[0], &args[1..], names)
}

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (instance, given) = (args[1], args[2]);
    let through_class = instance.is_none() && given.is_bound() && !given.is_none();
    let receiver = if through_class { Value::UNBOUND } else { instance };
    let owner = match given.bound().filter(|owner| !owner.is_none()) {
        Some(owner) => owner,
        None => class::of(vm, instance).value(),
    };
    let native = args[0].expect::<Native>();
    if let (Binding::Method, Some(class)) = (native.def.binding, class_of(native))
        && receiver.is_bound()
        && native.receiver.get().is_unbound()
    {
        let name = text::intern(vm, native.def.name);
        descriptor::check_owner(vm, class, name, receiver)?;
    }
    descriptor::get(vm, args[0], receiver, owner)
}

/// The class that defines the method; UNBOUND for functions of modules.
fn class_of(native: Ref<Native>) -> Option<Ref<Class>> {
    native.owner.get().cast()
}

fn function_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    let name = native.def.name;
    let bound = match native.def.binding {
        Binding::Static => native.owner.get().bound(),
        _ => native.receiver.get().bound(),
    };
    match bound {
        None => glue::text(vm, format!("<built-in function {name}>")),
        Some(bound) => {
            let (of, address) = (class::name_of(vm, bound), glue::address(bound));
            glue::text(vm, format!("<built-in method {name} of {of} object at {address}>"))
        }
    }
}

fn descriptor_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let kind = match class::is_exact(args[0], ClassId::WrapperDescriptor) {
        true => "slot wrapper",
        false => "method",
    };
    let of = class_of(receiver(args)).map_or_else(String::new, class::name);
    glue::text(vm, format!("<{kind} '{}' of '{of}' objects>", receiver(args).def.name))
}

fn wrapper_repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    let bound = native.receiver.get();
    let (of, address) = (class::name_of(vm, bound), glue::address(bound));
    glue::text(
        vm,
        format!("<method-wrapper '{}' of {of} object at {address}>", native.def.name),
    )
}

/// Equal are bound methods of the same function and the same receiver.
fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (a, Some(b)) = (receiver(args), args[1].cast::<Native>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    if class::of(vm, args[0]) != class::of(vm, args[1]) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let same = std::ptr::eq(a.def, b.def) && a.receiver.get() == b.receiver.get() && a.owner.get() == b.owner.get();
    Ok(Value::bool(same))
}

fn hash(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    let mixed = std::ptr::from_ref(native.def) as u64 ^ native.receiver.get().bits().rotate_left(7);
    Ok(Value::small_int((mixed >> 4) as i64 & ((1 << 49) - 1)))
}

fn self_of(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    if native.def.binding == Binding::Static {
        return Ok(native.owner.get());
    }
    match native.receiver.get().bound() {
        Some(bound) => Ok(bound),
        // A function of a module is bound to its module.
        None => {
            let module = native.owner.get();
            let modules = vm.modules.cast::<crate::object::container::dict::Dict>();
            let found = modules
                .filter(|_| module.is::<Str>())
                .and_then(|modules| modules.get_str(module));
            Ok(found.unwrap_or(Value::NONE))
        }
    }
}

fn module(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let owner = receiver(args).owner.get();
    Ok(if owner.is::<Str>() { owner } else { Value::NONE })
}

/// `__module__` of a function of ours stays what it is.
fn ignore(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::NONE)
}

fn name(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(text::intern(vm, receiver(args).def.name))
}

fn qualname(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    let name = native.def.name;
    let class = match native.receiver.get().cast::<Class>() {
        Some(class) if native.def.binding == Binding::ClassMethod => Some(class),
        _ => class_of(native),
    };
    match class {
        Some(class) => {
            let of = errors::shown(class.qualname.get());
            glue::text(vm, format!("{of}.{name}"))
        }
        None => Ok(text::intern(vm, name)),
    }
}

fn owner(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).owner.get())
}

fn doc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match receiver(args).def.doc {
        "" if receiver(args).owner.get() == vm.names.builtins => match docs::find(receiver(args).def.name) {
            Some(doc) => glue::text(vm, doc),
            None => Ok(Value::NONE),
        },
        "" => Ok(Value::NONE),
        doc => glue::text(vm, doc),
    }
}

fn text_signature(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    let signature = native.def.signature;
    if signature.is_empty() {
        return Ok(Value::NONE);
    }
    let Some(rest) = signature.strip_prefix('(').filter(|rest| !rest.starts_with('$')) else {
        return glue::text(vm, signature);
    };
    if native.def.binding != Binding::Function {
        return glue::text(vm, signature);
    }
    // A function of a module takes it as its first argument.
    let shown = match rest {
        ")" => "($module, /)".to_string(),
        rest if rest.contains("/") => format!("($module, {rest}"),
        rest => format!("($module, /, {rest}"),
    };
    glue::text(vm, shown)
}

/// Pickled by name: `getattr(owner, name)`, or the plain name of a module's function.
fn reduce_function(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    let bound = match native.def.binding {
        Binding::Static => native.owner.get().bound(),
        _ => native.receiver.get().bound(),
    };
    let name = text::intern(vm, native.def.name);
    let Some(bound) = bound else { return Ok(name) };
    by_getattr(vm, bound, name)
}

fn reduce_descriptor(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let native = receiver(args);
    let name = text::intern(vm, native.def.name);
    by_getattr(vm, native.owner.get(), name)
}

/// `(getattr, (object, name))`
pub fn by_getattr(vm: &mut Vm, object: Value, name: Value) -> Run<Value> {
    let getattr = text::intern(vm, "getattr");
    let builtins = vm.builtins.expect::<crate::object::container::dict::Dict>();
    let getattr = match builtins.get_str(getattr) {
        Some(getattr) => getattr,
        None => attribute::get(vm, vm.builtins, getattr)?,
    };
    let pair = make::tuple(vm, &[object, name]);
    Ok(make::tuple(vm, &[getattr, pair]))
}
