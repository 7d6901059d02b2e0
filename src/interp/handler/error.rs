//! Raising, handling, `with`, and the tests of `match`.

use crate::heap::header::Kind;
use crate::heap::value::Value;
use crate::interp::dispatch::handler::{handlers, next, save_pc, status, tail};
use crate::interp::handler::call::python::is_function;
use crate::interp::steps::handling;
use crate::interp::steps::matching;
use crate::interp::unwind::{self, finish, need_bound, raise as unwind_raise, raise_on};
use crate::object::class::layout::Class;
use crate::ops::{class, raise as error};
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Splits the exception in `rest` by `class`; answers `false` when an exception is pending.
///
/// # Safety
/// Both registers exist.
#[inline(never)]
unsafe fn split(vm: &mut Vm, rest: *mut Value, matching: *mut Value, class: Value) -> bool {
    // SAFETY: by the caller.
    unsafe {
        let Ok((part, others)) = handling::split_group(vm, *rest, class) else {
            return false;
        };
        *rest = others;
        *matching = part;
        true
    }
}

/// Raises `value` and finds its handler, as `unwind` does.
#[inline(never)]
fn raise_here(vm: &mut Vm, value: Value) -> bool {
    let _ = handling::raise(vm, value, None);
    unwind::unwind(vm, true)
}

/// Writes what `with_prepare` writes; answers `false` when an exception is pending.
///
/// # Safety
/// Four registers.
#[inline(never)]
unsafe fn with_methods(vm: &mut Vm, window: *mut Value, manager: Value, is_async: bool) -> bool {
    let Ok([exit, enter]) = handling::with_methods(vm, manager, is_async) else {
        return false;
    };
    // SAFETY: by the caller.
    unsafe {
        *window = exit.0;
        *window.add(1) = exit.1;
        *window.add(2) = enter.0;
        *window.add(3) = enter.1;
    }
    true
}

handlers! {
    /// `raise src`
    fn raise<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        if raise_here(&mut *vm, value) {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
        }
        return status::RAISED;
    }
    /// `raise src from cause`
    fn raise_from<E>(pc, r, k, vm, table) {
        let (value, cause) = (*r.add(E::a(pc)), *r.add(E::b(pc)));
        need_bound!(E, pc, r, k, vm, table, value, cause);
        save_pc!(pc, vm);
        let _ = handling::raise(&mut *vm, value, Some(cause));
        tail!(unwind_raise::<E>, pc, r, k, vm, table)
    }
    /// `raise`
    fn raise_again<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let handled = (*vm).thread.handled;
        if handled.is_unbound() || handled.is_none() {
            let _ = error::runtime_error(&mut *vm, "No active exception to reraise");
            tail!(unwind_raise::<E>, pc, r, k, vm, table)
        }
        (*vm).thread.pending = handled;
        tail!(raise_on::<E>, pc, r, k, vm, table)
    }
    /// Goes on unwinding.
    fn reraise<E>(pc, r, k, vm, table) {
        (*vm).thread.pending = *r.add(E::a(pc));
        tail!(raise_on::<E>, pc, r, k, vm, table)
    }
    /// Begins an except clause.
    fn push_handled<E>(pc, r, k, vm, table) {
        let exception = *r.add(E::b(pc));
        *r.add(E::a(pc)) = handling::own_handled(&*vm);
        (*vm).thread.handled = exception;
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// Ends an except clause.
    fn pop_handled<E>(pc, r, k, vm, table) {
        (*vm).thread.handled = handling::handled_again(&*vm, *r.add(E::a(pc)));
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// `except class`, for the exception's own class.
    fn match_exception<E>(pc, r, k, vm, table) {
        let (exception, class) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        if class.is_object() && (*class.address()).kind() == Kind::Class && exception.is_object() {
            let class = class.address().cast::<Class>();
            if (*class).shape.get() == (*exception.address()).shape() {
                *r.add(E::a(pc)) = Value::TRUE;
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(match_exception_slow::<E>, pc, r, k, vm, table)
    }
    fn match_exception_slow<E>(pc, r, k, vm, table) {
        let class = *r.add(E::c(pc));
        need_bound!(E, pc, r, k, vm, table, class);
        save_pc!(pc, vm);
        finish!(handling::matches(&mut *vm, *r.add(E::b(pc)), class), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// `except* class`
    fn match_group<E>(pc, r, k, vm, table) {
        let class = *r.add(E::c(pc));
        need_bound!(E, pc, r, k, vm, table, class);
        save_pc!(pc, vm);
        if split(&mut *vm, r.add(E::b(pc)), r.add(E::a(pc)), class) {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(unwind_raise::<E>, pc, r, k, vm, table)
    }
    /// `with`: exit and enter. Those made in Python are called with the manager as their receiver.
    fn with_prepare<E>(pc, r, k, vm, table) {
        let manager = *r.add(E::b(pc));
        if manager.is_object() {
            let class = class::of(&*vm, manager);
            let (exit, enter) = (
                class.specials[Special::Exit as usize].get(),
                class.specials[Special::Enter as usize].get(),
            );
            if is_function!(exit) && is_function!(enter) {
                let window = r.add(E::a(pc));
                *window = exit;
                *window.add(1) = manager;
                *window.add(2) = enter;
                *window.add(3) = manager;
                next!(E::after(pc, 0), r, k, vm, table)
            }
        }
        tail!(with_prepare_slow::<E>, pc, r, k, vm, table)
    }
    fn with_prepare_slow<E>(pc, r, k, vm, table) {
        let manager = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, manager);
        save_pc!(pc, vm);
        if with_methods(&mut *vm, r.add(E::a(pc)), manager, false) {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(unwind_raise::<E>, pc, r, k, vm, table)
    }
    /// `async with`: exit and enter.
    fn async_with_prepare<E>(pc, r, k, vm, table) {
        let manager = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, manager);
        save_pc!(pc, vm);
        if with_methods(&mut *vm, r.add(E::a(pc)), manager, true) {
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(unwind_raise::<E>, pc, r, k, vm, table)
    }
    /// Tells a context manager of an exception.
    fn with_exit<E>(pc, r, k, vm, table) {
        save_pc!(pc, vm);
        let exit = r.add(E::b(pc));
        let result = handling::with_exit(&mut *vm, *exit, *exit.add(1), *r.add(E::c(pc)));
        finish!(result, E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// The attributes of a class pattern.
    fn match_class<E>(pc, r, k, vm, table) {
        let window = r.add(E::b(pc));
        let (subject, class, names) = (*window, *window.add(1), *window.add(2));
        need_bound!(E, pc, r, k, vm, table, class);
        save_pc!(pc, vm);
        let result = matching::class(&mut *vm, subject, class, names, E::c(pc));
        finish!(result, E, 0, pc, r, k, vm, table, E::a(pc))
    }
}
