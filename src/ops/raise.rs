//! Raising exceptions. Every function answers `Raised`, to be returned as an error at once.

use crate::heap::pressure;
use crate::heap::value::Value;
use crate::object::exception::Exception;
use crate::ops::{make, text};
use crate::vm::known::ClassId;
use crate::vm::raised::{Raised, Run};
use crate::vm::state::Vm;

/// Makes an exception of a built-in class with one argument, a text.
pub fn new(vm: &mut Vm, class: ClassId, message: &str) -> Value {
    let message = text::new(vm, message);
    let args = make::tuple(vm, &[message]);
    Exception::new(&mut vm.heap, class.shape(), args).value()
}

/// Raises an exception object; the one being handled becomes its context.
pub fn value(vm: &mut Vm, exception: Value) -> Raised {
    set_context(vm, exception);
    vm.thread.pending = exception;
    Raised(())
}

/// Raises what a call of a class has made, or what that call raised itself.
pub fn made(vm: &mut Vm, exception: Run<Value>) -> Raised {
    match exception {
        Ok(exception) => value(vm, exception),
        Err(raised) => raised,
    }
}

/// Raises an exception as it is: it was raised before and only goes on.
pub fn again(vm: &mut Vm, exception: Value) -> Raised {
    vm.thread.pending = exception;
    Raised(())
}

/// Chains the handled exception below `exception`, without making a circle.
fn set_context(vm: &mut Vm, exception: Value) {
    let handled = vm.thread.handled;
    let (Some(new), Some(_)) = (exception.cast::<Exception>(), handled.cast::<Exception>()) else {
        return;
    };
    if handled == exception {
        return;
    }
    // CPYTHON: a chain that leads back to the new exception is cut there. Two speeds guard against older circles.
    let (mut at, mut slow, mut odd) = (handled, handled, false);
    while let Some(link) = at.cast::<Exception>() {
        let next = link.context.get();
        if next == exception {
            link.context.set(Value::NONE);
            break;
        }
        at = next;
        if odd {
            slow = slow.cast::<Exception>().map_or(Value::NONE, |e| e.context.get());
            if slow == at && at.is_object() {
                break;
            }
        }
        odd = !odd;
    }
    new.context.set(handled);
}

/// Raises a built-in exception with a text.
#[cold]
#[inline(never)]
pub fn with_text(vm: &mut Vm, class: ClassId, message: &str) -> Raised {
    let exception = new(vm, class, message);
    value(vm, exception)
}

/// Raises a built-in exception with the given arguments.
#[cold]
#[inline(never)]
pub fn with_args(vm: &mut Vm, class: ClassId, args: &[Value]) -> Raised {
    let args = make::tuple(vm, args);
    let exception = Exception::new(&mut vm.heap, class.shape(), args).value();
    value(vm, exception)
}

macro_rules! raisers {
    ($($name:ident $class:ident;)*) => {$(
        #[doc = concat!("Raises `", stringify!($class), "` with a text.")]
        #[cold]
        #[inline(never)]
        pub fn $name(vm: &mut Vm, message: impl AsRef<str>) -> Raised {
            with_text(vm, ClassId::$class, message.as_ref())
        }
    )*};
}

raisers! {
    type_error TypeError;
    value_error ValueError;
    index_error IndexError;
    runtime_error RuntimeError;
    attribute_error_text AttributeError;
    overflow_error OverflowError;
    zero_division_error ZeroDivisionError;
    recursion_error RecursionError;
    system_error SystemError;
    import_error_text ImportError;
    lookup_error LookupError;
    unbound_local_error UnboundLocalError;
    buffer_error BufferError;
    eof_error EOFError;
}

/// Raises `KeyError(key)`.
#[cold]
#[inline(never)]
pub fn key_error(vm: &mut Vm, key: Value) -> Raised {
    with_args(vm, ClassId::KeyError, &[key])
}

/// Asks for room for `bytes` before they are taken where nothing could be raised. Small amounts are granted unasked.
/// # Errors
/// MemoryError
#[inline]
pub fn room(vm: &mut Vm, bytes: usize) -> Run<()> {
    if pressure::has_room(bytes) {
        Ok(())
    } else {
        Err(memory_error(vm))
    }
}

/// As `room`, for `count` things of `bytes` each.
/// # Errors
/// MemoryError
pub fn room_for(vm: &mut Vm, count: usize, bytes: usize) -> Run<()> {
    room(vm, count.saturating_mul(bytes))
}

/// Appends text to what is being written, which may become very long.
/// # Errors
/// MemoryError
#[inline]
pub fn append(vm: &mut Vm, out: &mut Vec<u8>, text: &[u8]) -> Run<()> {
    if out.capacity() - out.len() < text.len() && out.try_reserve(text.len()).is_err() {
        return Err(memory_error(vm));
    }
    out.extend_from_slice(text);
    Ok(())
}

/// Raises `MemoryError()`.
#[cold]
#[inline(never)]
pub fn memory_error(vm: &mut Vm) -> Raised {
    with_args(vm, ClassId::MemoryError, &[])
}

/// Raises `StopIteration(value)`, without arguments for None.
#[cold]
#[inline(never)]
pub fn stop_iteration(vm: &mut Vm, result: Value) -> Raised {
    let args: &[Value] = if result.is_none() { &[] } else { &[result] };
    let args = make::tuple(vm, args);
    let exception = Exception::new(&mut vm.heap, ClassId::StopIteration.shape(), args);
    exception.set_field(&mut vm.heap, 0, result);
    // CPYTHON: the end of a generator that has a result knows nothing of the exception that is being handled.
    if result.is_none() {
        value(vm, exception.value())
    } else {
        again(vm, exception.value())
    }
}

/// Takes the pending exception, if it is of a built-in class; otherwise it stays pending.
pub fn catch(vm: &mut Vm, class: ClassId) -> Option<Value> {
    let pending = vm.thread.pending;
    if !crate::ops::class::is_instance(vm, pending, class) {
        return None;
    }
    vm.thread.pending = Value::UNBOUND;
    Some(pending)
}
