//! What text and binary files share: errors, reading through interruptions, the payloads.

use std::io::{self, SeekFrom};

use crate::builtins::io::channel::Shared;
use crate::heap::mark::Tracer;
use crate::heap::value::Value;
use crate::interp::safepoint;
use crate::object::record::{Opaque, Payload};
use crate::ops::container::dict;
use crate::ops::{call, convert, make, raise, text};
use crate::types::error::os;
use crate::vm::known::ClassId;
use crate::vm::own::Own;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// The state of a binary file object.
pub struct Binary {
    pub channel: Shared,
    pub name: Value,
    pub mode: &'static str,
}

impl Payload for Binary {
    fn trace(&self, tracer: &mut Tracer) {
        tracer.visit(self.name);
    }
}

/// The class `io.UnsupportedOperation`, which derives from OSError and ValueError. It is made when it is needed first.
pub fn unsupported_class(vm: &mut Vm) -> Run<Value> {
    if let Some(class) = vm.own[Own::UnsupportedOperation as usize].bound() {
        return Ok(class);
    }
    let name = text::intern(vm, "UnsupportedOperation");
    let bases = [vm.class(ClassId::OSError), vm.class(ClassId::ValueError)];
    let (bases, namespace) = (make::tuple(vm, &bases), make::dict(vm));
    let (key, module) = (vm.names.__module__, text::intern(vm, "io"));
    dict::set(vm, namespace.expect(), key, module)?;
    let metaclass = vm.class(ClassId::Type);
    let class = call::call(vm, metaclass, &[name, bases, namespace])?;
    vm.own[Own::UnsupportedOperation as usize] = class;
    Ok(class)
}

/// Raises `io.UnsupportedOperation`.
#[cold]
pub fn unsupported(vm: &mut Vm, message: &str) -> Raised {
    let made = unsupported_class(vm).and_then(|class| {
        let message = text::new(vm, message);
        call::call(vm, class, &[message])
    });
    raise::made(vm, made)
}

/// The outcome of a system call as a `Run`.
pub fn lift<T>(vm: &mut Vm, result: io::Result<T>) -> Run<T> {
    match result {
        Ok(value) => Ok(value),
        Err(error) if error.kind() == io::ErrorKind::OutOfMemory => Err(raise::memory_error(vm)),
        Err(error) => Err(os::raise_io(vm, &error, Value::UNBOUND)),
    }
}

/// Reads more input; answers how many bytes. A signal is served first.
pub fn fill(vm: &mut Vm, channel: &Shared) -> Run<usize> {
    loop {
        let got = channel.borrow_mut().fill();
        match got {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                if safepoint::is_due(vm) {
                    safepoint::serve(vm)?;
                }
            }
            got => return lift(vm, got),
        }
    }
}

/// Reads up to the end, or until `limit` bytes are unread.
pub fn fill_to(vm: &mut Vm, channel: &Shared, limit: usize) -> Run<usize> {
    while channel.borrow().unread().len() < limit {
        if fill(vm, channel)? == 0 {
            break;
        }
    }
    Ok(channel.borrow().unread().len().min(limit))
}

/// A size argument: None or negative is "all".
pub fn size(vm: &mut Vm, value: Value) -> Run<usize> {
    if value.is_unbound() || value.is_none() {
        return Ok(usize::MAX);
    }
    let n = convert::size(vm, value)?;
    Ok(usize::try_from(n).unwrap_or(usize::MAX))
}

/// `truncate` of a file; UNBOUND and None are the position.
pub fn truncate_to(vm: &mut Vm, channel: &Shared, size: Value) -> Run<Value> {
    let size = if size.is_unbound() || size.is_none() {
        let position = channel.borrow_mut().tell();
        lift(vm, position)? as i64
    } else {
        convert::size(vm, size)?
    };
    let result = channel.borrow_mut().truncate(size as u64);
    lift(vm, result)?;
    Ok(make::int(vm, size))
}

/// `seek` of a binary file.
pub fn seek(vm: &mut Vm, channel: &Shared, offset: i64, whence: i64) -> Run<Value> {
    let to = match whence {
        0 if offset < 0 => return Err(raise::value_error(vm, format!("negative seek value {offset}"))),
        0 => SeekFrom::Start(offset as u64),
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        _ => return Err(raise::value_error(vm, format!("whence value {whence} unsupported"))),
    };
    let position = channel.borrow_mut().seek(to);
    let position = lift(vm, position)?;
    Ok(make::int(vm, position as i64))
}

/// The channel of a file object, text or binary.
pub fn channel_of(value: Value) -> Option<Shared> {
    let opaque = value.cast::<Opaque>()?;
    opaque.with(|binary: &mut Binary| binary.channel.clone())
}

/// Raises for a closed file.
pub fn closed(vm: &mut Vm) -> Raised {
    raise::value_error(vm, "I/O operation on closed file.")
}
