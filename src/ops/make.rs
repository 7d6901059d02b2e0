//! Constructors of exact built-in objects.

use std::borrow::Cow;

use crate::base::big::Big;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::instance::Instance;
use crate::object::class::layout::Class;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::Tuple;
use crate::object::number::{self, Complex};
use crate::object::record::{CellBox, Record};
use crate::object::text::bytes::{ByteArray, Bytes};
use crate::vm::known::{ClassId, flag};
use crate::vm::native::NativeDef;
use crate::vm::state::Vm;

pub fn list(vm: &mut Vm, items: Vec<Value>) -> Value {
    List::new(&mut vm.heap, ClassId::List.shape(), items).value()
}
/// A list of the same items. Not inlined: the `Vec` of its second way would cost a handler the tail call, and the native stack
/// would grow with every list of that length.
#[inline(never)]
pub fn list_of(vm: &mut Vm, items: &[Value]) -> Value {
    match List::from_slice(&mut vm.heap, ClassId::List.shape(), items) {
        Ok(list) => list.value(),
        Err(_) => list(vm, items.to_vec()),
    }
}
/// A tuple of the same items. Never part of a handler, as `list_of`.
#[inline(never)]
pub fn tuple(vm: &mut Vm, items: &[Value]) -> Value {
    if items.is_empty() && vm.empty_tuple.is_bound() {
        return vm.empty_tuple;
    }
    Tuple::new(&mut vm.heap, ClassId::Tuple.shape(), items).value()
}
/// `a + b`, or `None` if there is no memory for it.
pub fn joined_lists(vm: &mut Vm, a: Ref<List>, b: Ref<List>) -> Option<Value> {
    let both = List::joined(&mut vm.heap, ClassId::List.shape(), &a, &b).ok()?;
    Some(both.value())
}
pub fn dict(vm: &mut Vm) -> Value {
    Dict::new(&mut vm.heap, ClassId::Dict.shape()).value()
}
pub fn set(vm: &mut Vm) -> Value {
    Set::new(&mut vm.heap, ClassId::Set.shape()).value()
}
/// The int `n`, inline or on the heap.
#[inline]
pub fn int(vm: &mut Vm, n: i64) -> Value {
    match Value::try_int(n) {
        Some(value) => value,
        None => wide_int(vm, i128::from(n)),
    }
}
pub fn big(vm: &mut Vm, n: Big) -> Value {
    number::new_int(&mut vm.heap, ClassId::Int.shape(), &n)
}
/// The int `n`, which is outside the inline range.
pub fn wide_int(vm: &mut Vm, n: i128) -> Value {
    number::new_wide(&mut vm.heap, ClassId::Int.shape(), n)
}
pub fn size(vm: &mut Vm, n: usize) -> Value {
    int(vm, n as i64)
}
pub fn complex(vm: &mut Vm, re: f64, im: f64) -> Value {
    Complex::new(&mut vm.heap, ClassId::Complex.shape(), re, im).value()
}
pub fn bytes<'a>(vm: &mut Vm, data: impl Into<Cow<'a, [u8]>>) -> Value {
    Bytes::new(&mut vm.heap, ClassId::Bytes.shape(), data).value()
}
/// `left + right`
pub fn joined_bytes(vm: &mut Vm, left: &[u8], right: &[u8]) -> Value {
    let join = |bytes: &mut [u8]| {
        bytes[..left.len()].copy_from_slice(left);
        bytes[left.len()..].copy_from_slice(right);
    };
    Bytes::with(&mut vm.heap, ClassId::Bytes.shape(), left.len() + right.len(), join).value()
}
pub fn bytearray(vm: &mut Vm, data: Vec<u8>) -> Value {
    ByteArray::new(&mut vm.heap, ClassId::ByteArray.shape(), data).value()
}
/// A record of a built-in class.
pub fn record(vm: &mut Vm, class: ClassId, fields: &[Value]) -> Value {
    Record::new(&mut vm.heap, class.shape(), fields).value()
}
/// `function` bound to `receiver`: fields of the class Method.
pub fn method(vm: &mut Vm, function: Value, receiver: Value) -> Value {
    record(vm, ClassId::Method, &[function, receiver])
}
pub fn cell(vm: &mut Vm, value: Value) -> Value {
    CellBox::new(&mut vm.heap, ClassId::Cell.shape(), value).value()
}
/// An instance of a class made in Python, without attributes.
pub fn instance(vm: &mut Vm, class: Ref<Class>) -> Value {
    let object = Instance::new(&mut vm.heap, class.shape.get(), class.inline_slots.get()).value();
    if class.has(flag::FINALIZER) {
        vm.heap.finalize_later(object);
    }
    object
}
/// A function of a native module, whose name is `module` (a str).
pub fn native(vm: &mut Vm, def: &'static NativeDef, module: Value) -> Value {
    Native::new(
        &mut vm.heap,
        ClassId::BuiltinFunction.shape(),
        def,
        Value::UNBOUND,
        module,
    )
    .value()
}
