//! What the methods of bytes and bytearray share: the receiver's bytes, results of the receiver's type, bytes-like arguments.

use crate::heap::value::Value;
use crate::object::text::bytes::ByteArray;
use crate::ops::render::buffer;
use crate::ops::{class, convert, make, raise};
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// Works on the bytes of a receiver. `work` must not run Python.
pub fn with<R>(receiver: Value, work: impl FnOnce(&[u8]) -> R) -> R {
    match buffer::with(receiver, work) {
        Some(result) => result,
        None => unreachable!("the receiver is bytes or bytearray"),
    }
}

/// Number of bytes of a receiver.
pub fn length(receiver: Value) -> usize {
    with(receiver, <[u8]>::len)
}

pub fn is_array(receiver: Value) -> bool {
    receiver.is::<ByteArray>()
}

/// An exact bytes or bytearray, as the receiver is.
pub fn like(vm: &mut Vm, receiver: Value, data: Vec<u8>) -> Value {
    if is_array(receiver) {
        return make::bytearray(vm, data);
    }
    bytes(vm, data)
}

/// An exact bytes.
pub fn bytes(vm: &mut Vm, data: Vec<u8>) -> Value {
    make::bytes(vm, data)
}

/// The part `start..end` of a receiver: itself if that is all of an exact bytes.
pub fn part(vm: &mut Vm, receiver: Value, start: usize, end: usize) -> Value {
    if start == 0 && class::is_exact(receiver, ClassId::Bytes) && end == length(receiver) {
        return receiver;
    }
    let data = with(receiver, |data| data[start..end].to_vec());
    like(vm, receiver, data)
}

/// All of a receiver: a copy, unless it is an exact bytes.
pub fn all(vm: &mut Vm, receiver: Value) -> Value {
    let end = length(receiver);
    part(vm, receiver, 0, end)
}

/// Works on the receiver's bytes and those of an argument that must be bytes-like.
pub fn with_argument<R>(vm: &mut Vm, receiver: Value, argument: Value, work: impl FnOnce(&[u8], &[u8]) -> R) -> Run<R> {
    buffer::require(vm, argument, |other| with(receiver, |own| work(own, other)))
}

/// A byte as an argument: an int below 256.
pub fn byte(vm: &mut Vm, value: Value) -> Run<u8> {
    byte_or(vm, value, "byte must be in range(0, 256)")
}

/// As `byte`, with the text of the ValueError.
pub fn byte_or(vm: &mut Vm, value: Value, message: &str) -> Run<u8> {
    let number = convert::index(vm, value)?;
    match number.as_int_or_bool().and_then(|n| u8::try_from(n).ok()) {
        Some(byte) => Ok(byte),
        None => Err(raise::value_error(vm, message)),
    }
}
