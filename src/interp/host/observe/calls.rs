//! Calls: what is called, and whether the instruction's form is for that.

use crate::bytecode::isa::Op;
use crate::heap::header::Kind;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::Encoding;
use crate::object::callable::function::Function;
use crate::object::callable::native::Native;
use crate::vm::cost::{Called, Verdict};
use crate::vm::known::ClassId;

/// Whether an instruction calls what is in its window.
pub fn is_call(op: Op) -> bool {
    matches!(
        op.generic(),
        Op::call | Op::call_method | Op::call_named | Op::call_method_named | Op::call_spread
    )
}

/// Whether arguments have names or are spread.
pub fn binds(op: Op) -> bool {
    matches!(op, Op::call_named | Op::call_method_named | Op::call_spread)
}

/// What the instruction at `pc` calls.
///
/// # Safety
/// `pc` is at such an instruction, in the frame with registers `r`.
pub unsafe fn called<E: Encoding>(op: Op, pc: *const u8, r: *mut Value) -> Called {
    // SAFETY: by the caller.
    let (callee, receiver) = unsafe { (*r.add(E::a(pc)), *r.add(E::a(pc) + 1)) };
    let with_receiver = matches!(op.generic(), Op::call_method | Op::call_method_named) && receiver.is_bound();
    match callee.kind() {
        Some(Kind::Function) if with_receiver => Called::Method,
        Some(Kind::Function) => Called::Function,
        Some(Kind::Native) if with_receiver || is_bound_native(callee) => Called::NativeMethod,
        Some(Kind::Native) => Called::Native,
        Some(Kind::Class) => Called::Class,
        _ if is_method(callee) => Called::Bound,
        _ => Called::Object,
    }
}

fn is_bound_native(callee: Value) -> bool {
    callee
        .cast::<Native>()
        .is_some_and(|native| native.receiver.get().is_bound())
}

fn is_method(callee: Value) -> bool {
    callee
        .header()
        .is_some_and(|header| header.shape() == ClassId::Method.shape())
}

/// How the guard of a call ends, if it has one: the kind of the callee, then whether the arguments fit. The first call of a function,
/// which makes its code ready, has none.
///
/// # Safety
/// As `called`.
pub unsafe fn verdict<E: Encoding>(op: Op, pc: *const u8, r: *mut Value) -> Option<Verdict> {
    // SAFETY: by the caller.
    let (callee, n, receiver) = unsafe { (*r.add(E::a(pc)), E::b(pc), *r.add(E::a(pc) + 1)) };
    if callee.cast::<Function>().is_some_and(|function| !function.is_ready()) {
        return None;
    }
    let fits = |fits: bool| if fits { Verdict::Passed } else { Verdict::Arguments };
    let takes = |n: usize| callee.cast::<Function>().is_some_and(|f| f.simple.get() as usize == n);
    Some(match (op, callee.kind()) {
        (Op::call, Some(Kind::Function)) => fits(takes(n)),
        (Op::call_method, Some(Kind::Function)) if receiver.is_bound() => fits(takes(n + 1)),
        (Op::call_native, Some(Kind::Native)) => {
            let native = callee.expect::<Native>();
            let bound = native.receiver.get().is_bound();
            fits(native.def.fits(n + bound as usize) && (bound || native.def.is_free))
        }
        (Op::call_method_native, Some(Kind::Native)) => {
            let native = callee.expect::<Native>();
            let with_receiver = receiver.is_bound() || native.receiver.get().is_bound();
            fits(native.def.fits(n + with_receiver as usize))
        }
        (Op::call_new | Op::call_init, Some(Kind::Class)) => Verdict::Passed,
        (Op::call_bound, _) if is_method(callee) => Verdict::Passed,
        (Op::call_object, Some(kind)) if !matches!(kind, Kind::Function | Kind::Native | Kind::Class) => {
            Verdict::Passed
        }
        (op, _) if binds(op) => return None,
        _ => Verdict::Callee,
    })
}
