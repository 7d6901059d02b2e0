//! The signature of handlers and the macros that define and leave them.

use crate::heap::value::Value;
use crate::vm::state::Vm;

/// An instruction's code: instruction, registers of the frame, constants of the code, interpreter, dispatch table.
#[cfg(not(dispatch_become))]
pub type Handler = unsafe extern "C" fn(*const u8, *mut Value, *mut Value, *mut Vm, *const Entry) -> u64;
/// As above; every machine register is the callee's, so that a call in a handler costs nothing before it.
#[cfg(dispatch_become)]
pub type Handler =
    unsafe extern "rust-preserve-none" fn(*const u8, *mut Value, *mut Value, *mut Vm, *const Entry) -> u64;

/// One entry of a dispatch table. Narrow handlers come first, wide ones 256 entries later.
#[repr(transparent)]
pub struct Entry(pub Handler);

/// What a run of handlers ends with.
pub mod status {
    /// Loop back end: go on at `Thread::next`.
    pub const CONTINUE: u64 = 0;
    /// The outermost frame returned; its result lies below its registers.
    pub const RETURNED: u64 = 1;
    /// An exception is pending and no frame of this run handles it.
    pub const RAISED: u64 = 2;
    /// A generator yielded to the native code that runs it.
    pub const YIELDED: u64 = 3;
}

/// Leaves a handler by a call in tail position: the optimiser makes a jump of it, which `scripts/asm-audit` checks.
#[cfg(not(dispatch_become))]
macro_rules! leave {
    ($call:expr) => {
        return $call
    };
}

/// Leaves a handler by a call in tail position: a jump by the rules of the language.
#[cfg(dispatch_become)]
macro_rules! leave {
    ($call:expr) => {
        become $call
    };
}

/// Defines one handler.
#[cfg(not(dispatch_become))]
macro_rules! handler_fn {
    ([$($attributes:tt)*] $($text:tt)*) => { $($attributes)* pub unsafe extern "C" fn $($text)* };
}

/// Defines one handler.
#[cfg(dispatch_become)]
macro_rules! handler_fn {
    ([$($attributes:tt)*] $($text:tt)*) => { $($attributes)* pub unsafe extern "rust-preserve-none" fn $($text)* };
}

/// Defines handlers, generic over the form of the instruction. The names of the five arguments are given once per handler.
macro_rules! handlers {
    ($($(#[$meta:meta])* fn $name:ident<$form:ident>($pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) $body:block)*) => {$(
        $crate::interp::dispatch::handler::handler_fn! {
            [
                $(#[$meta])*
                ///
                /// # Safety
                /// Called by dispatch only: the arguments are those of the running frame, whose code is verified.
                #[allow(unused_variables)]
                #[inline(never)]
            ]
            $name<$form: $crate::interp::dispatch::encoding::Encoding>(
                $pc: *const u8,
                $r: *mut $crate::heap::value::Value,
                $k: *mut $crate::heap::value::Value,
                $vm: *mut $crate::vm::state::Vm,
                $table: *const $crate::interp::dispatch::handler::Entry,
            ) -> u64 {
                // SAFETY: verified code names only registers, constants, sites and labels that exist; `vm` is the running
                // interpreter.
                unsafe { $body }
            }
        }
    )*};
}

/// Goes on with the instruction at `$pc`. Must be in tail position.
macro_rules! next {
    ($pc:expr, $r:expr, $k:expr, $vm:ident, $table:ident) => {{
        let pc: *const u8 = $pc;
        #[cfg(not(dispatch_loop))]
        $crate::interp::dispatch::handler::leave!(((*$table.add(*pc as usize)).0)(pc, $r, $k, $vm, $table));
        #[cfg(dispatch_loop)]
        {
            (*$vm).thread.next = (pc, $r, $k);
            return $crate::interp::dispatch::handler::status::CONTINUE;
        }
    }};
}

/// Leaves for another handler of the same signature. Must be in tail position.
macro_rules! tail {
    ($handler:path, $pc:expr, $r:expr, $k:expr, $vm:ident, $table:ident) => {
        $crate::interp::dispatch::handler::leave!($handler($pc, $r, $k, $vm, $table))
    };
}

/// Keeps two arms of a branch apart, so that it stays a branch and does not become a conditional move into the next `pc`.
macro_rules! keep_branch {
    () => {
        #[cfg(not(miri))]
        std::arch::asm!("", options(nomem, nostack, preserves_flags))
    };
}

/// Copies values to memory that does not overlap, the source going by `$step`. Not `copy_nonoverlapping`, which would be a call.
macro_rules! copy_values {
    ($from:expr, $step:literal, $to:expr, $n:expr) => {
        let (mut from, to): (*const Value, *mut Value) = ($from, $to);
        let mut i = 0;
        while i < $n {
            *to.add(i) = *from;
            from = from.wrapping_offset($step);
            i += 1;
            keep_branch!();
        }
    };
}

/// Cold handlers: remembers where the frame is before anything that may run Python, collect or raise. A suspended frame's `pc`
/// lies behind the first byte of its instruction, be it a return address or this.
macro_rules! save_pc {
    ($pc:ident, $vm:ident) => {
        (*(*$vm).thread.frame).pc = $pc.add(1)
    };
}

pub(crate) use {copy_values, handler_fn, handlers, keep_branch, leave, next, save_pc, tail};
