//! `classmethod` and `staticmethod`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::ops::attrs::attribute;
use crate::ops::attrs::descriptor::WRAPPED;
use crate::ops::attrs::own;
use crate::ops::{call, class, make, raise, text};
use crate::types::class::descriptor::property::claims_abstract;
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, spread_method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static CLASS_METHOD: &[NativeDef] = &[method("__get__", "($self, instance, owner=None, /)", bind_class)];
pub static STATIC_METHOD: &[NativeDef] = &[
    method("__get__", "($self, instance, owner=None, /)", unwrap),
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
];
/// Of both.
pub static SHARED: &[NativeDef] = &[
    static_method("__new__", "(*args, **kwargs)", unreachable_body).spread(new),
    spread_method("__init__", "($self, /, *args, **kwargs)", init),
    method("__repr__", "($self, /)", repr),
    getter("__func__", function),
    getter("__wrapped__", function),
    getter("__annotations__", |vm, args| {
        let name = vm.names.__annotations__;
        kept_attribute(vm, args[0], name)
    })
    .setter(|vm, args| {
        let name = vm.names.__annotations__;
        keep_attribute(vm, args, name)
    }),
    getter("__annotate__", |vm, args| {
        let name = vm.names.__annotate__;
        kept_attribute(vm, args[0], name)
    })
    .setter(|vm, args| {
        let name = vm.names.__annotate__;
        keep_attribute(vm, args, name)
    }),
    getter("__isabstractmethod__", |vm, args| {
        claims_abstract(vm, wrapped(args)).map(Value::bool)
    }),
];

/// What the wrapped function says, kept in the wrapper's own dict once asked for.
fn kept_attribute(vm: &mut Vm, wrapper: Value, name: Value) -> Run<Value> {
    if let Some(kept) = own::get(vm, wrapper, name) {
        return Ok(kept);
    }
    let value = attribute::get(vm, wrapped(&[wrapper]), name)?;
    own::set(vm, wrapper, name, value)?;
    Ok(value)
}

fn keep_attribute(vm: &mut Vm, args: &[Value], name: Value) -> Run<Value> {
    if args[1].is_unbound() {
        own::delete(vm, args[0], name);
    } else {
        own::set(vm, args[0], name, args[1])?;
    }
    Ok(Value::NONE)
}

fn wrapped(args: &[Value]) -> Value {
    args[0].expect::<Record>().get(WRAPPED)
}

fn new(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    let shape = class::shape(args[0].expect());
    Ok(Record::new(&mut vm.heap, shape, &[Value::NONE]).value())
}

fn init(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let class = class::name_of(vm, args[0]);
    if !names.is_empty() {
        return Err(raise::type_error(vm, format!("{class}() takes no keyword arguments")));
    }
    if args.len() != 2 {
        let given = args.len() - 1;
        let message = format!("{class} expected 1 argument, got {given}");
        return Err(raise::type_error(vm, message));
    }
    let record: Ref<Record> = args[0].expect();
    record.set(WRAPPED, args[1]);
    if !args[1].is_none() {
        for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
            let name = text::intern(vm, name);
            if let Some(value) = attribute::find(vm, args[1], name)? {
                own::set(vm, args[0], name, value)?;
            }
        }
    }
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    // CPYTHON: the repr of a subclass names the built-in class, too.
    let name = match class::is_instance(vm, args[0], ClassId::ClassMethod) {
        true => "classmethod",
        false => "staticmethod",
    };
    let inner = glue::repr(vm, wrapped(args))?;
    glue::text(vm, format!("<{name}({inner})>"))
}

fn function(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(wrapped(args))
}

fn bind_class(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let owner = match args[2].bound().filter(|owner| !owner.is_none()) {
        Some(owner) => owner,
        None => class::of(vm, args[1]).value(),
    };
    Ok(make::method(vm, wrapped(args), owner))
}

fn unwrap(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(wrapped(args))
}

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    call::call_named(vm, wrapped(args), &args[1..], names)
}
