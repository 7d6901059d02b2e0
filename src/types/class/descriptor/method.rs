//! Bound methods.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::ops::attrs::attribute;
use crate::ops::attrs::descriptor::Role;
use crate::ops::attrs::{descriptor, errors, find};
use crate::ops::{call, class, make, raise};
use crate::types::class::descriptor::native::by_getattr;
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, spread_method, static_method};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Fields: the callable, and what it is bound to.
const FUNCTION: usize = 0;
const RECEIVER: usize = 1;

pub static METHODS: &[NativeDef] = &[
    static_method("__new__", "(type, function, instance, /)", new),
    spread_method("__call__", "($self, /, *args, **kwargs)", call_it),
    method("__get__", "($self, instance, owner=None, /)", get),
    method("__getattribute__", "($self, name, /)", getattribute),
    method("__repr__", "($self, /)", repr),
    method("__eq__", "($self, value, /)", eq),
    method("__hash__", "($self, /)", hash),
    method("__reduce__", "($self, /)", reduce),
    getter("__func__", function),
    getter("__self__", receiver),
    getter("__doc__", doc),
];

fn fields(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if class::special(vm, args[1], Special::Call).is_none() {
        return Err(raise::type_error(vm, "first argument must be callable"));
    }
    if args[2].is_none() {
        return Err(raise::type_error(vm, "instance must not be None"));
    }
    Ok(make::method(vm, args[1], args[2]))
}

fn call_it(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    call::call_named(vm, args[0], &args[1..], names)
}

fn get(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(args[0])
}

/// Attributes of the class `method`, then those of the function.
fn getattribute(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = errors::interned(vm, args[1])?;
    let class = class::known(vm, ClassId::Method);
    if let Some(found) = class::lookup(vm, class, name)
        && (descriptor::role(vm, found) != Role::Plain || name == vm.names.__class__)
    {
        return descriptor::get(vm, found, args[0], class.value());
    }
    find::get(vm, fields(args).get(FUNCTION), name)
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let function = fields(args).get(FUNCTION);
    let (qualname, plain) = (vm.names.__qualname__, vm.names.__name__);
    let name = match attribute::find(vm, function, qualname)? {
        Some(name) => Some(name),
        None => attribute::find(vm, function, plain)?,
    };
    let name = name.map_or_else(|| "?".to_string(), errors::shown);
    let receiver = glue::repr(vm, fields(args).get(RECEIVER))?;
    glue::text(vm, format!("<bound method {name} of {receiver}>"))
}

/// Equal are methods of equal functions and the same receiver.
fn eq(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if !class::is_exact(args[1], ClassId::Method) {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let (a, b) = (fields(args), args[1].expect::<Record>());
    if a.get(RECEIVER) != b.get(RECEIVER) {
        return Ok(Value::FALSE);
    }
    let (f, g) = (a.get(FUNCTION), b.get(FUNCTION));
    if f == g {
        return Ok(Value::TRUE);
    }
    match call::special(vm, f, Special::Eq, &[g]) {
        Some(answer) => {
            let answer = answer?;
            Ok(Value::bool(
                answer != Value::NOT_IMPLEMENTED && glue::truth(vm, answer)?,
            ))
        }
        None => Ok(Value::FALSE),
    }
}

fn hash(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let (f, r) = (fields(args).get(FUNCTION), fields(args).get(RECEIVER));
    let mixed = f.bits() ^ r.bits().rotate_left(7);
    Ok(Value::small_int((mixed >> 4) as i64 & ((1 << 49) - 1)))
}

fn function(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(fields(args).get(FUNCTION))
}
fn receiver(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(fields(args).get(RECEIVER))
}

fn doc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let doc = vm.names.__doc__;
    attribute::get(vm, fields(args).get(FUNCTION), doc)
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let name = vm.names.__name__;
    let name = attribute::get(vm, fields(args).get(FUNCTION), name)?;
    by_getattr(vm, fields(args).get(RECEIVER), name)
}
