//! The classes of None, Ellipsis and NotImplemented.

use crate::heap::value::Value;
use crate::ops::{raise, text};
use crate::vm::native::{NativeDef, method, static_method, unreachable_body};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The one instance: its class takes no arguments.
fn only(vm: &mut Vm, value: Value, name: &str, args: &[Value]) -> Run<Value> {
    match args.len() {
        1 => Ok(value),
        _ => Err(raise::type_error(vm, format!("{name} takes no arguments"))),
    }
}

fn new_none(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    only(vm, Value::NONE, "NoneType", args)
}
fn new_ellipsis(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    only(vm, Value::ELLIPSIS, "EllipsisType", args)
}
fn new_not_implemented(vm: &mut Vm, args: &[Value], _: &[Value]) -> Run<Value> {
    only(vm, Value::NOT_IMPLEMENTED, "NotImplementedType", args)
}

/// The order of what has none, for classes that CPython gives all six comparisons at once.
pub static NO_ORDER: &[NativeDef] = &[
    method("__lt__", "($self, value, /)", no_answer),
    method("__le__", "($self, value, /)", no_answer),
    method("__gt__", "($self, value, /)", no_answer),
    method("__ge__", "($self, value, /)", no_answer),
];

fn no_answer(_: &mut Vm, _: &[Value]) -> Run<Value> {
    Ok(Value::NOT_IMPLEMENTED)
}

pub static NONE: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(new_none),
    method("__repr__", "($self, /)", |vm, _| Ok(text::new(vm, "None"))),
    method("__bool__", "($self, /)", |_, _| Ok(Value::FALSE)),
];

pub static ELLIPSIS: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(new_ellipsis),
    method("__repr__", "($self, /)", |vm, _| Ok(text::new(vm, "Ellipsis"))),
    method("__reduce__", "($self, /)", |vm, _| Ok(text::new(vm, "Ellipsis"))),
];

pub static NOT_IMPLEMENTED: &[NativeDef] = &[
    static_method("__new__", "(type, *args, **kwargs)", unreachable_body).spread(new_not_implemented),
    method("__repr__", "($self, /)", |vm, _| Ok(text::new(vm, "NotImplemented"))),
    method("__reduce__", "($self, /)", |vm, _| Ok(text::new(vm, "NotImplemented"))),
    method("__bool__", "($self, /)", |vm, _| {
        Err(raise::type_error(
            vm,
            "NotImplemented should not be used in a boolean context",
        ))
    }),
];
