//! Calls of natives. Their arguments lie in registers, where the body reads them. Such a handler saves no registers of the
//! machine for itself: where it was is in the frame, from where it goes on behind the body's call.

use crate::heap::header::Kind;
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::handler::call::general::{call_method_slow, call_slow};
use crate::interp::handler::call::python::{call, call_method};
use crate::interp::steps::native;
use crate::interp::unwind::raise;
use crate::object::callable::native::Native;
use crate::object::class::layout::Class;
use crate::ops::class;
use crate::vm::native::Binding;
use crate::vm::special::Special;

/// Behind a call of a native: its result goes to the window of the instruction that the frame stands at.
macro_rules! answer {
    ($result:expr, $form:ident, $words:literal, $vm:ident, $table:ident) => {{
        let result = $result;
        let frame = (*$vm).thread.frame;
        let (pc, r, k) = ((*frame).pc.sub(1), (*frame).registers, (*frame).constants);
        match result {
            Ok(value) => {
                *r.add($form::a(pc)) = value;
                next!($form::after(pc, $words), r, k, $vm, $table)
            }
            Err(_) => tail!(raise::<$form>, pc, r, k, $vm, $table),
        }
    }};
}

pub(crate) use answer;

handlers! {
    /// A call of a native function.
    fn call_native<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if !callee.is_object() || (*callee.address()).kind() != Kind::Native {
            tail!(call::<E>, pc, r, k, vm, table)
        }
        let native = &*callee.address().cast::<Native>();
        let (def, n) = (native.def, E::b(pc));
        if native.receiver.get().is_bound() {
            tail!(call_native_bound::<E>, pc, r, k, vm, table)
        }
        if !def.is_free || !def.fits(n) {
            tail!(call_slow::<E>, pc, r, k, vm, table)
        }
        save_pc!(pc, vm);
        answer!(native::run(vm, def, window.add(1), n), E, 0, vm, table)
    }
    /// A call of a native that has a receiver. A handler of its own, since one for both would save more registers.
    fn call_native_bound<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let native = &*(*window).address().cast::<Native>();
        let (def, n) = (native.def, E::b(pc) + 1);
        if !def.fits(n) {
            tail!(call_slow::<E>, pc, r, k, vm, table)
        }
        save_pc!(pc, vm);
        // The callee's register takes the receiver: it lies right before the arguments.
        *window = native.receiver.get();
        answer!(native::run(vm, def, window, n), E, 0, vm, table)
    }
    /// A call of a method of ours, where the receiver's class is the one that has it.
    fn call_method_native<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if !callee.is_object() || (*callee.address()).kind() != Kind::Native {
            tail!(call_method::<E>, pc, r, k, vm, table)
        }
        let native = &*callee.address().cast::<Native>();
        let (def, n) = (native.def, E::b(pc) + 1);
        let (receiver, owner) = (*window.add(1), native.owner.get());
        if receiver.is_object()
            && owner.is_object()
            && (*owner.address()).kind() == Kind::Class
            && (*owner.address().cast::<Class>()).shape.get() == (*receiver.address()).shape()
            && def.binding == Binding::Method
            && native.receiver.get().is_unbound()
            && def.fits(n)
        {
            save_pc!(pc, vm);
            answer!(native::run(vm, def, window.add(1), n), E, 0, vm, table)
        }
        tail!(call_method_inherited::<E>, pc, r, k, vm, table)
    }
    /// A call of a native that looks like a method's: of a base class, of a number, or of what is no method.
    fn call_method_inherited<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        let native = &*callee.address().cast::<Native>();
        let def = native.def;
        let (bound, receiver, n) = (native.receiver.get(), *window.add(1), E::b(pc));
        if receiver.is_unbound() {
            if bound.is_unbound() {
                if !def.is_free || !def.fits(n) {
                    tail!(call_method_slow::<E>, pc, r, k, vm, table)
                }
                save_pc!(pc, vm);
                answer!(native::run(vm, def, window.add(2), n), E, 0, vm, table)
            }
            *window.add(1) = bound;
        } else if bound.is_bound()
            || def.binding != Binding::Method
            || !native::takes_receiver(&*vm, native::of(callee), receiver)
        {
            tail!(call_method_slow::<E>, pc, r, k, vm, table)
        }
        if !def.fits(n + 1) {
            *window.add(1) = receiver;
            tail!(call_method_slow::<E>, pc, r, k, vm, table)
        }
        save_pc!(pc, vm);
        answer!(native::run(vm, def, window.add(1), n + 1), E, 0, vm, table)
    }
    /// A call of an object whose `__call__` is ours.
    fn call_object<E>(pc, r, k, vm, table) {
        let window = r.add(E::a(pc));
        let callee = *window;
        if callee.is_object() && !matches!((*callee.address()).kind(), Kind::Function | Kind::Native | Kind::Class) {
            let class = class::of(&*vm, callee);
            let method = class.specials[Special::Call as usize].get();
            if method.is_object() && (*method.address()).kind() == Kind::Native {
                let native = &*method.address().cast::<Native>();
                let (def, n) = (native.def, E::b(pc) + 1);
                if def.binding == Binding::Method
                    && native.receiver.get().is_unbound()
                    && def.fits(n)
                    && native::takes_receiver(&*vm, native::of(method), callee)
                {
                    save_pc!(pc, vm);
                    // The callee lies right before its arguments.
                    answer!(native::run(vm, def, window, n), E, 0, vm, table)
                }
            }
        }
        tail!(call::<E>, pc, r, k, vm, table)
    }
}
