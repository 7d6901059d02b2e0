//! getset_descriptor and member_descriptor: attributes of built-in classes, and of `__slots__`.

use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::object::record::Record;
use crate::ops::attrs::descriptor::getset;
use crate::ops::attrs::{descriptor, errors};
use crate::ops::class;
use crate::types::class::descriptor::native::by_getattr;
use crate::types::glue;
use crate::vm::known::ClassId;
use crate::vm::native::{NativeDef, getter, method};
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Both have name and class in the same fields.
pub static METHODS: &[NativeDef] = &[
    method("__get__", "($self, instance, owner=None, /)", get),
    method("__set__", "($self, instance, value, /)", set),
    method("__delete__", "($self, instance, /)", delete),
    method("__repr__", "($self, /)", repr),
    method("__reduce__", "($self, /)", reduce),
    getter("__objclass__", owner),
    getter("__name__", name),
    getter("__qualname__", qualname),
    getter("__doc__", doc),
];

fn receiver(args: &[Value]) -> Ref<Record> {
    args[0].expect()
}

fn get(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let instance = if args[1].is_none() { Value::UNBOUND } else { args[1] };
    descriptor::get(vm, args[0], instance, args[2].or(Value::NONE))
}

fn set(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    descriptor::set(vm, args[0], args[1], args[2])?;
    Ok(Value::NONE)
}

fn delete(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    descriptor::set(vm, args[0], args[1], Value::UNBOUND)?;
    Ok(Value::NONE)
}

fn repr(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = receiver(args);
    let kind = match class::is_exact(args[0], ClassId::MemberDescriptor) {
        true => "member",
        false => "attribute",
    };
    let name = errors::shown(record.get(getset::NAME));
    let of = class::name(record.get(getset::OWNER).expect());
    glue::text(vm, format!("<{kind} '{name}' of '{of}' objects>"))
}

fn owner(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).get(getset::OWNER))
}

fn name(_: &mut Vm, args: &[Value]) -> Run<Value> {
    Ok(receiver(args).get(getset::NAME))
}

fn qualname(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = receiver(args);
    let of = errors::shown(record.get(getset::OWNER).expect::<Class>().qualname.get());
    let name = errors::shown(record.get(getset::NAME));
    glue::text(vm, format!("{of}.{name}"))
}

fn doc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    match receiver(args).get(getset::NATIVE).cast::<Native>() {
        Some(native) if !native.def.doc.is_empty() => glue::text(vm, native.def.doc),
        _ => Ok(Value::NONE),
    }
}

fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let record = receiver(args);
    by_getattr(vm, record.get(getset::OWNER), record.get(getset::NAME))
}
