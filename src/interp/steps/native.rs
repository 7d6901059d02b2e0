//! Natives called where their arguments lie: in registers.

use std::ptr::NonNull;

use crate::heap::header::Kind;
use crate::heap::object::{Object, Ref};
use crate::heap::value::Value;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::ops::{call, class};
use crate::vm::native::{Binding, NativeCode, NativeDef};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Registers above the arguments that a direct call may fill with UNBOUND; `frame::top` counts them as used.
pub const PADDING: usize = crate::vm::native::PADDING as usize;

/// Runs the body of a native on `n` arguments at `first`.
///
/// # Safety
/// `def.fits(n)`; the receiver, if there is one, is of the native's class; behind the arguments `PADDING` registers are free.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn run(vm: *mut Vm, def: &'static NativeDef, first: *mut Value, n: usize) -> Run<Value> {
    let filled = def.filled as usize;
    // SAFETY: by the caller.
    unsafe {
        let mut len = n;
        if n < filled {
            first.add(n).cast::<[Value; PADDING]>().write([Value::UNBOUND; PADDING]);
            len = filled;
        }
        let args = std::slice::from_raw_parts(first, len);
        match def.code {
            NativeCode::Fixed(body) => body(&mut *vm, args),
            NativeCode::Spread(body) => body(&mut *vm, args, &[]),
        }
    }
}

/// What an attribute computed by a native is.
///
/// Never part of a handler: the address of the argument escapes, and a handler that has such an address cannot leave by a jump.
///
/// # Safety
/// The getter is a native found on the object's class.
#[inline(never)]
pub unsafe fn get(vm: *mut Vm, getter: Value, object: Value) -> Run<Value> {
    // SAFETY: by the caller.
    unsafe {
        match (*getter.address().cast::<Native>()).def.code {
            NativeCode::Fixed(body) => body(&mut *vm, &[object]),
            NativeCode::Spread(body) => body(&mut *vm, &[object], &[]),
        }
    }
}

/// What a descriptor with a native `__get__` answers for an object.
///
/// Never part of a handler, as `get`.
///
/// # Safety
/// The descriptor was found on the object's class, and has such a `__get__`.
#[inline(never)]
pub unsafe fn describe(vm: *mut Vm, descriptor: Value, object: Value) -> Run<Value> {
    // SAFETY: `vm` is the running interpreter.
    let vm = unsafe { &mut *vm };
    let class = class::of(vm, object).value();
    let get = class::special(vm, descriptor, Special::Get).unwrap_or(Value::UNBOUND);
    call::call_unbound(vm, get, descriptor, &[object, class], &[])
}

/// The object behind a value whose layout is known.
///
/// # Safety
/// The value is an object of layout `T`.
#[inline(always)] // PERF: perf/0001-handlers.md
pub unsafe fn of<T: Object>(value: Value) -> Ref<T> {
    // SAFETY: by the caller.
    unsafe { Ref::from_raw(NonNull::new_unchecked(value.address().cast())) }
}

/// Whether a method of ours takes this receiver: an instance of the class that defines it.
#[inline(always)] // PERF: perf/0001-handlers.md
pub fn takes_receiver(vm: &Vm, native: Ref<Native>, receiver: Value) -> bool {
    let Some(owner) = native.owner.get().cast::<Class>() else {
        return true;
    };
    class::is_of(vm, receiver, owner)
}

/// The native that `method` is, if a call with this receiver and `n` arguments in all can go to its body directly.
pub fn direct_method(vm: &Vm, method: Value, receiver: Value, n: usize) -> Option<Ref<Native>> {
    if method.kind() != Some(Kind::Native) {
        return None;
    }
    let native = method.expect::<Native>();
    let def = native.def;
    let fits = def.binding == Binding::Method && native.receiver.get().is_unbound() && def.fits(n);
    (fits && takes_receiver(vm, native, receiver)).then_some(native)
}
