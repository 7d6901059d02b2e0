//! Exceptions with a field or two: StopIteration, SystemExit, KeyError, NameError, AttributeError, ImportError.

use crate::heap::value::Value;
use crate::object::exception::field::{IMPORT_FROM, IMPORT_MSG, IMPORT_NAME, IMPORT_PATH, NAME, OBJ, VALUE};
use crate::object::text::string::Str;
use crate::ops::class;
use crate::ops::render::repr;
use crate::types::error::base::{
    arguments, exception, field, init, init_with, reduce_with, set_field, state_with, str_of,
};
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method, spread_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static STOP_ITERATION: &[NativeDef] = &[
    spread_method("__init__", "($self, /, *args, **kwargs)", init_stop),
    getter("value", value_or_first).setter(|vm, args| set_field(vm, args, VALUE)),
];
pub static SYSTEM_EXIT: &[NativeDef] = &[
    spread_method("__init__", "($self, /, *args, **kwargs)", init_exit),
    getter("code", code).setter(|vm, args| set_field(vm, args, VALUE)),
];
pub static KEY_ERROR: &[NativeDef] = &[method("__str__", "($self, /)", key_str)];
pub static NAME_ERROR: &[NativeDef] = &[
    spread_method("__init__", "($self, /, *args, **kwargs)", init_name),
    getter("name", |_, args| field(args, NAME)).setter(|vm, args| set_field(vm, args, NAME)),
];
pub static ATTRIBUTE_ERROR: &[NativeDef] = &[
    spread_method("__init__", "($self, /, *args, **kwargs)", init_attribute),
    method("__getstate__", "($self, /)", attribute_state),
    method("__reduce__", "($self, /)", attribute_reduce),
    getter("name", |_, args| field(args, NAME)).setter(|vm, args| set_field(vm, args, NAME)),
    getter("obj", |_, args| field(args, OBJ)).setter(|vm, args| set_field(vm, args, OBJ)),
];
pub static IMPORT_ERROR: &[NativeDef] = &[
    method("__str__", "($self, /)", import_str),
    spread_method("__init__", "($self, /, *args, **kwargs)", init_import),
    method("__reduce__", "($self, /)", import_reduce),
    getter("msg", import_msg).setter(|vm, args| set_field(vm, args, IMPORT_MSG)),
    getter("name", |_, args| field(args, IMPORT_NAME)).setter(|vm, args| set_field(vm, args, IMPORT_NAME)),
    getter("path", |_, args| field(args, IMPORT_PATH)).setter(|vm, args| set_field(vm, args, IMPORT_PATH)),
    getter("name_from", |_, args| field(args, IMPORT_FROM)).setter(|vm, args| set_field(vm, args, IMPORT_FROM)),
];

fn init_stop(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    init(vm, args, names)?;
    let value = args.get(1).copied().unwrap_or(Value::NONE);
    exception(args).set_field(&mut vm.heap, VALUE, value);
    Ok(Value::NONE)
}

/// Exceptions raised by natives were never initialised: their first argument says the same.
fn value_or_first(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let value = exception(args).field(VALUE);
    let first = arguments(exception(args)).first().copied();
    Ok(value.bound().or(first).unwrap_or(Value::NONE))
}

/// The exit status that the arguments mean.
fn status(args: &[Value]) -> Value {
    match arguments(exception(args)) {
        [] => Value::NONE,
        [one] => *one,
        _ => exception(args).args.get(),
    }
}

fn init_exit(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    init(vm, args, names)?;
    exception(args).set_field(&mut vm.heap, VALUE, status(args));
    Ok(Value::NONE)
}

fn code(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(exception(args).field(VALUE).or(status(args)))
}

/// A missing key is shown by its repr, so that an empty text is seen.
fn key_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match arguments(exception(args)) {
        [one] => repr::repr(vm, *one),
        _ => str_of(vm, args),
    }
}

fn init_name(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [name] = init_with(vm, args, names, ["name"])?;
    exception(args).set_field(&mut vm.heap, NAME, name);
    Ok(Value::NONE)
}

fn init_attribute(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [name, obj] = init_with(vm, args, names, ["name", "obj"])?;
    exception(args).set_field(&mut vm.heap, NAME, name);
    exception(args).set_field(&mut vm.heap, OBJ, obj);
    Ok(Value::NONE)
}

/// The object itself is not pickled.
fn attribute_state(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (name, given) = (exception(args).field(NAME), exception(args).args.get());
    Ok(state_with(vm, args[0], &[("name", name), ("args", given)])?.value())
}

fn attribute_reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let (name, given) = (exception(args).field(NAME), exception(args).args.get());
    let state = state_with(vm, args[0], &[("name", name), ("args", given)])?;
    reduce_with(vm, args[0], given, Some(state))
}

fn init_import(vm: &mut Vm, args: &[Value], names: &[Value]) -> Run<Value> {
    let [name, path, from] = init_with(vm, args, names, ["name", "path", "name_from"])?;
    let msg = match arguments(exception(args)) {
        [one] => *one,
        _ => Value::UNBOUND,
    };
    let fields = [
        (IMPORT_MSG, msg),
        (IMPORT_NAME, name),
        (IMPORT_PATH, path),
        (IMPORT_FROM, from),
    ];
    for (place, value) in fields {
        exception(args).set_field(&mut vm.heap, place, value);
    }
    Ok(Value::NONE)
}

fn import_msg(_: &mut Vm, args: &[Value]) -> Run<Value> {
    let msg = exception(args).field(IMPORT_MSG);
    let only = match arguments(exception(args)) {
        [one] => *one,
        _ => Value::NONE,
    };
    Ok(msg.or(only))
}

fn import_str(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let msg = import_msg(vm, args)?;
    if msg.is::<Str>() && class::is_exact(msg, ClassId::Str) {
        return Ok(msg);
    }
    str_of(vm, args)
}

fn import_reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let [name, path, from] = [IMPORT_NAME, IMPORT_PATH, IMPORT_FROM].map(|place| exception(args).field(place));
    let state = state_with(vm, args[0], &[("name", name), ("path", path), ("name_from", from)])?;
    let given = exception(args).args.get();
    reduce_with(vm, args[0], given, Some(state))
}
