//! Attributes, as everybody else uses them; `attrs` has the parts.

use crate::heap::value::Value;
use crate::ops::attrs::{errors, find, set};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// `getattr(object, name)`
pub fn get(vm: &mut Vm, object: Value, name: Value) -> Run<Value> {
    find::get(vm, object, name)
}
/// `getattr(object, name)`, or `None` where that raises AttributeError.
pub fn find(vm: &mut Vm, object: Value, name: Value) -> Run<Option<Value>> {
    find::find(vm, object, name)
}
/// `setattr(object, name, value)`
pub fn set(vm: &mut Vm, object: Value, name: Value, value: Value) -> Run<()> {
    set::set(vm, object, name, value)
}
/// `delattr(object, name)`
pub fn delete(vm: &mut Vm, object: Value, name: Value) -> Run<()> {
    set::delete(vm, object, name)
}
/// `object.__getattribute__(object, name)`
pub fn generic_get(vm: &mut Vm, object: Value, name: Value) -> Run<Value> {
    let name = errors::interned(vm, name)?;
    find::generic_get(vm, object, name)
}
/// `object.__setattr__(object, name, value)`; UNBOUND deletes.
pub fn generic_set(vm: &mut Vm, object: Value, name: Value, value: Value) -> Run<()> {
    let name = errors::interned(vm, name)?;
    set::generic_set(vm, object, name, value)
}
