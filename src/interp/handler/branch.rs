//! Jumps on truth, and the plain ones.

use crate::heap::value::Value;
use crate::interp::dispatch::handler::{handlers, keep_branch, leave, next, save_pc, tail};
use crate::interp::safepoint;
use crate::interp::unwind::need_bound;
use crate::ops::relation::truth;

/// A jump when the truth of a register is `$wanted`: bools, None and ints in line, the rest by `ops::truth`.
macro_rules! truth_jump {
    ($name:ident $slow:ident, $wanted:literal) => {
        handlers! {
            #[doc = concat!("Jumps if the register's truth is ", stringify!($wanted), ".")]
            fn $name<E>(pc, r, k, vm, table) {
                let value = *r.add(E::a(pc));
                if value == Value::bool($wanted) {
                    next!(E::target(pc, 0), r, k, vm, table)
                }
                keep_branch!();
                if value == Value::bool(!$wanted) {
                    next!(E::after(pc, 1), r, k, vm, table)
                }
                tail!($slow::<E>, pc, r, k, vm, table)
            }
            #[cold]
            fn $slow<E>(pc, r, k, vm, table) {
                let value = *r.add(E::a(pc));
                need_bound!(E, pc, r, k, vm, table, value);
                save_pc!(pc, vm);
                match truth::truth(&mut *vm, value) {
                    Ok($wanted) => next!(E::target(pc, 0), r, k, vm, table),
                    Ok(_) => next!(E::after(pc, 1), r, k, vm, table),
                    Err(_) => tail!(crate::interp::unwind::raise::<E>, pc, r, k, vm, table),
                }
            }
        }
    };
}

truth_jump!(jump_if jump_if_slow, true);
truth_jump!(jump_unless jump_unless_slow, false);

handlers! {
    /// The prefix: the wide handlers lie 256 entries behind the narrow ones.
    fn wide<E>(pc, r, k, vm, table) {
        leave!(((*table.add(256 + *pc.add(1) as usize)).0)(pc, r, k, vm, table))
    }
    /// Nothing.
    fn nop<E>(pc, r, k, vm, table) { next!(E::after(pc, 0), r, k, vm, table) }
    /// Forward.
    fn jump<E>(pc, r, k, vm, table) { next!(E::target(pc, 0), r, k, vm, table) }
    /// Backward: a safepoint.
    fn loop_back<E>(pc, r, k, vm, table) {
        if safepoint::is_due(&*vm) {
            tail!(safepoint::back_edge::<E>, pc, r, k, vm, table)
        }
        next!(E::target(pc, 0), r, k, vm, table)
    }
    /// Backward if true.
    fn loop_if<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        if value == Value::TRUE {
            if safepoint::is_due(&*vm) {
                tail!(safepoint::back_edge::<E>, pc, r, k, vm, table)
            }
            next!(E::target(pc, 0), r, k, vm, table)
        }
        keep_branch!();
        if value == Value::FALSE {
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(loop_if_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn loop_if_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match truth::truth(&mut *vm, value) {
            Ok(true) => tail!(safepoint::back_edge::<E>, pc, r, k, vm, table),
            Ok(false) => next!(E::after(pc, 1), r, k, vm, table),
            Err(_) => tail!(crate::interp::unwind::raise::<E>, pc, r, k, vm, table),
        }
    }
    /// `is None`
    fn jump_none<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        if value == Value::NONE {
            next!(E::target(pc, 0), r, k, vm, table)
        }
        keep_branch!();
        if value.is_bound() {
            next!(E::after(pc, 1), r, k, vm, table)
        }
        tail!(crate::interp::unwind::unbound::<E>, pc, r, k, vm, table)
    }
    /// `is not None`
    fn jump_not_none<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        if value == Value::NONE {
            next!(E::after(pc, 1), r, k, vm, table)
        }
        keep_branch!();
        if value.is_bound() {
            next!(E::target(pc, 0), r, k, vm, table)
        }
        tail!(crate::interp::unwind::unbound::<E>, pc, r, k, vm, table)
    }
    /// `not`
    fn not<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        if value.is_bool() {
            *r.add(E::a(pc)) = Value::bool(value == Value::FALSE);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(not_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn not_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match truth::truth(&mut *vm, value) {
            Ok(truth) => {
                *r.add(E::a(pc)) = Value::bool(!truth);
                next!(E::after(pc, 0), r, k, vm, table)
            }
            Err(_) => tail!(crate::interp::unwind::raise::<E>, pc, r, k, vm, table),
        }
    }
}
