//! What changes a bytearray.

use crate::base::wtf8::walk;
use crate::heap::object::Ref;
use crate::heap::value::Value;
use crate::object::record::Record;
use crate::object::text::bytes::ByteArray;
use crate::object::text::string::Str;
use crate::ops::attrs::attribute;
use crate::ops::container::iterate;
use crate::ops::container::slice::{self, Span};
use crate::ops::render::buffer;
use crate::ops::{call, class, convert, make, raise, text};
use crate::types::text::arguments;
use crate::types::text::binary::{make as sources, receiver, value};
use crate::types::text::str::build::room;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::state::Vm;

/// The receiver, if its length may change.
/// # Errors
/// BufferError while a view of it is in use.
fn resizable(vm: &mut Vm, args: &[Value]) -> Run<Ref<ByteArray>> {
    let array = args[0].expect::<ByteArray>();
    if array.exports.get() > 0 {
        return Err(raise::buffer_error(
            vm,
            "Existing exports of data: object cannot be re-sized",
        ));
    }
    Ok(array)
}

pub fn append(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let byte = receiver::byte(vm, args[1])?;
    resizable(vm, args)?.data().borrow_mut().push(byte);
    Ok(Value::NONE)
}

/// Room for what a bytes-like `value` adds: a copy of it, and the receiver's buffer anew.
fn room_to_grow(vm: &mut Vm, own: Value, value: Value) -> Run<()> {
    match buffer::with(value, <[u8]>::len) {
        Some(more) => raise::room(vm, receiver::length(own).saturating_add(more.saturating_mul(2))),
        None => Ok(()),
    }
}

pub fn extend(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    room_to_grow(vm, args[0], args[1])?;
    let more = match buffer::copy(args[1]) {
        Some(data) => data,
        None if args[1].is::<Str>() => {
            return Err(raise::type_error(vm, "expected iterable of integers; got: 'str'"));
        }
        None if !iterate::is_iterable(vm, args[1]) => {
            let got = class::name_of(vm, args[1]);
            return Err(raise::type_error(vm, format!("can't extend bytearray with {got}")));
        }
        None => sources::from_items(vm, args[1], "byte must be in range(0, 256)")?,
    };
    if !more.is_empty() {
        let array = resizable(vm, args)?;
        raise::append(vm, &mut array.data().borrow_mut(), &more)?;
    }
    Ok(Value::NONE)
}

pub fn insert(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let at = arguments::size(vm, args[1])?;
    let byte = receiver::byte(vm, args[2])?;
    let array = resizable(vm, args)?;
    let mut data = array.data().borrow_mut();
    let length = data.len() as i64;
    let at = if at < 0 {
        at.saturating_add(length).max(0)
    } else {
        at.min(length)
    };
    data.insert(at as usize, byte);
    Ok(Value::NONE)
}

pub fn pop(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let at = arguments::size_or(vm, args[1], -1)?;
    let length = receiver::length(args[0]) as i64;
    if length == 0 {
        return Err(raise::index_error(vm, "pop from empty bytearray"));
    }
    let at = if at < 0 { at.saturating_add(length) } else { at };
    if !(0..length).contains(&at) {
        return Err(raise::index_error(vm, "pop index out of range"));
    }
    let byte = resizable(vm, args)?.data().borrow_mut().remove(at as usize);
    Ok(Value::small_int(i64::from(byte)))
}

pub fn remove(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let byte = receiver::byte(vm, args[1])?;
    let Some(at) = receiver::with(args[0], |data| memchr::memchr(byte, data)) else {
        return Err(raise::value_error(vm, "value not found in bytearray"));
    };
    resizable(vm, args)?.data().borrow_mut().remove(at);
    Ok(Value::NONE)
}

pub fn reverse(_: &mut Vm, args: &[Value]) -> Run<Value> {
    args[0].expect::<ByteArray>().data().borrow_mut().reverse();
    Ok(Value::NONE)
}

pub fn clear(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    resizable(vm, args)?.data().replace(Vec::new());
    Ok(Value::NONE)
}

pub fn copy(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    raise::room(vm, receiver::length(args[0]))?;
    let data = receiver::with(args[0], <[u8]>::to_vec);
    Ok(make::bytearray(vm, data))
}

pub fn resize(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let size = arguments::size(vm, args[1])?;
    let Ok(length) = usize::try_from(size) else {
        let message = format!("Can only resize to positive sizes, got {size}");
        return Err(raise::value_error(vm, message));
    };
    room(vm, Some(length))?;
    resizable(vm, args)?.data().borrow_mut().resize(length, 0);
    Ok(Value::NONE)
}

pub fn iadd(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    room_to_grow(vm, args[0], args[1])?;
    let Some(more) = buffer::copy(args[1]) else {
        let (left, right) = (class::name_of(vm, args[0]), class::name_of(vm, args[1]));
        return Err(raise::type_error(vm, format!("can't concat {right} to {left}")));
    };
    if !more.is_empty() {
        if args[0] == args[1] {
            // CPYTHON: the operand's buffer is held while the receiver grows.
            return Err(raise::with_text(
                vm,
                ClassId::BufferError,
                "Existing exports of data: object cannot be re-sized",
            ));
        }
        let array = resizable(vm, args)?;
        raise::append(vm, &mut array.data().borrow_mut(), &more)?;
    }
    Ok(args[0])
}

pub fn imul(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let n = convert::size(vm, args[1])?.max(0) as usize;
    if n != 1 {
        let made = value::repeated(vm, args[0], n)?;
        resizable(vm, args)?.data().replace(made);
    }
    Ok(args[0])
}

pub fn setitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(slice) = slice::cast(args[1]) {
        set_slice(vm, args, slice)?;
        return Ok(Value::NONE);
    }
    // CPYTHON: the index is looked at before the value, and its range again after it.
    let index = match convert::has_index(vm, args[1]) {
        true => convert::index(vm, args[1])?,
        false => args[1],
    };
    value::place(vm, args[0], index)?;
    let byte = receiver::byte(vm, args[2])?;
    let at = value::place(vm, args[0], index)?;
    args[0].expect::<ByteArray>().data().borrow_mut()[at] = byte;
    Ok(Value::NONE)
}

fn set_slice(vm: &mut Vm, args: &[Value], slice: Ref<Record>) -> Run<()> {
    let bounds = slice::unpack(vm, slice)?;
    room_to_grow(vm, args[0], args[2])?;
    let new = match buffer::copy(args[2]) {
        Some(data) => data,
        None if args[2].is::<Str>() || convert::has_index(vm, args[2]) || !iterate::is_iterable(vm, args[2]) => {
            let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
            return Err(raise::type_error(vm, message));
        }
        None => sources::from_items(vm, args[2], "byte must be in range(0, 256)")?,
    };
    let span = bounds.fit(receiver::length(args[0]));
    if span.step == 1 {
        let array = if new.len() == span.count {
            args[0].expect()
        } else {
            resizable(vm, args)?
        };
        array
            .data()
            .borrow_mut()
            .splice(span.start..span.start + span.count, new);
        return Ok(());
    }
    if new.is_empty() {
        return remove_span(vm, args, span);
    }
    if new.len() != span.count {
        let (given, wanted) = (new.len(), span.count);
        let message = format!("attempt to assign bytes of size {given} to extended slice of size {wanted}");
        return Err(raise::value_error(vm, message));
    }
    let array = args[0].expect::<ByteArray>();
    let mut data = array.data().borrow_mut();
    span.indices().zip(new).for_each(|(i, byte)| data[i] = byte);
    Ok(())
}

fn remove_span(vm: &mut Vm, args: &[Value], span: Span) -> Run<()> {
    if span.count == 0 {
        return Ok(());
    }
    let array = resizable(vm, args)?;
    let mut data = array.data().borrow_mut();
    let span = span.ascending();
    if span.step == 1 {
        data.drain(span.start..span.start + span.count);
        return Ok(());
    }
    let mut gone = span.indices().peekable();
    let mut at = 0;
    data.retain(|_| {
        let remove = gone.peek() == Some(&at);
        if remove {
            gone.next();
        }
        at += 1;
        !remove
    });
    Ok(())
}

pub fn delitem(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    if let Some(slice) = slice::cast(args[1]) {
        let bounds = slice::unpack(vm, slice)?;
        let span = bounds.fit(receiver::length(args[0]));
        remove_span(vm, args, span)?;
        return Ok(Value::NONE);
    }
    let at = value::place(vm, args[0], args[1])?;
    resizable(vm, args)?.data().borrow_mut().remove(at);
    Ok(Value::NONE)
}

/// `__alloc__`, as CPython counts: one more for the terminator.
pub fn alloc(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let length = receiver::length(args[0]);
    Ok(make::size(vm, if length == 0 { 0 } else { length + 1 }))
}

/// `__reduce__`: the bytes travel as Latin-1 text.
pub fn reduce(vm: &mut Vm, args: &[Value]) -> Run<Value> {
    let mut latin = Vec::new();
    receiver::with(args[0], |data| {
        data.iter().for_each(|&byte| walk::push(&mut latin, u32::from(byte)))
    });
    let (latin, encoding) = (text::from_vec(vm, latin), text::new(vm, "latin-1"));
    let is_empty = receiver::length(args[0]) == 0;
    let inner = if is_empty {
        vm.empty_tuple
    } else {
        make::tuple(vm, &[latin, encoding])
    };
    let name = vm.names.__getstate__;
    let state = attribute::get(vm, args[0], name)?;
    let state = call::call(vm, state, &[])?;
    let class = class::of(vm, args[0]).value();
    Ok(make::tuple(vm, &[class, inner, state]))
}
