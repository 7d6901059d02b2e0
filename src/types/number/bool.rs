//! `bool`.

use crate::bytecode::isa::BinaryOperator;
use crate::heap::value::Value;
use crate::ops::number::arith;
use crate::ops::relation::truth;
use crate::ops::render::repr;
use crate::vm::native::{NativeDef, method, static_method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

pub static BOOL: &[NativeDef] = &[
    static_method("__new__", "(type, object=False, /)", new),
    method("__repr__", "($self, /)", show),
    method("__invert__", "($self, /)", invert),
    method("__and__", "($self, value, /)", and),
    method("__rand__", "($self, value, /)", and),
    method("__xor__", "($self, value, /)", xor),
    method("__rxor__", "($self, value, /)", xor),
    method("__or__", "($self, value, /)", or),
    method("__ror__", "($self, value, /)", or),
];

fn new(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if args[1].is_unbound() {
        return Ok(Value::FALSE);
    }
    Ok(Value::bool(truth::truth(vm, args[1])?))
}
fn show(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    repr::repr(vm, args[0])
}
fn invert(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(Value::small_int(if args[0] == Value::TRUE { -2 } else { -1 }))
}

/// The logical operators; they are symmetric.
fn logical(vm: &mut Vm, operator: BinaryOperator, a: Value, b: Value) -> Run<Value> {
    let result = arith::ints(vm, operator, a, b)?;
    if a.is_bool() && b.is_bool() {
        return Ok(Value::bool(result == Value::small_int(1)));
    }
    Ok(result)
}
fn and(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    logical(vm, BinaryOperator::And, args[0], args[1])
}
fn xor(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    logical(vm, BinaryOperator::Xor, args[0], args[1])
}
fn or(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    logical(vm, BinaryOperator::Or, args[0], args[1])
}
