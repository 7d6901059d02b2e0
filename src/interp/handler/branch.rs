//! Jumps on truth, and the plain ones.

use crate::heap::value::Value;
use crate::interp::dispatch::handler::{handlers, keep_branch, leave, next, save_pc, tail};
use crate::interp::safepoint;
use crate::interp::unwind::need_bound;
use crate::object::container::dict::Dict;
use crate::object::container::list::List;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::relation::truth;
use crate::vm::known::ClassId;

/// The truth of what tells it without asking a method: numbers, None, and the exact containers that programs test most.
#[inline(always)] // PERF: perf/0003-numbers.md
unsafe fn plain_truth(value: Value) -> Option<bool> {
    if value.is_int() {
        return Some(value != Value::small_int(0));
    }
    if value.is_object() {
        // SAFETY: the shape proves the layout.
        unsafe {
            let (header, shape) = (value.address(), (*value.address()).shape());
            if shape == ClassId::List.shape() {
                return Some(!(*header.cast::<List>()).is_empty());
            }
            if shape == ClassId::Str.shape() {
                return Some(!(*header.cast::<Str>()).is_empty());
            }
            if shape == ClassId::Dict.shape() {
                return Some(!(*header.cast::<Dict>()).is_empty());
            }
            if shape == ClassId::Tuple.shape() {
                return Some(!(*header.cast::<Tuple>()).is_empty());
            }
        }
        return None;
    }
    if value.is_float() {
        return Some(value.float_unchecked() != 0.0);
    }
    if value == Value::NONE { Some(false) } else { None }
}

/// A jump when the truth of a register is `$wanted`: bools at once, what else is plain by another handler, the rest by
/// `ops::truth`.
macro_rules! truth_jump {
    ($name:ident $plain:ident $slow:ident, $wanted:literal) => {
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
                tail!($plain::<E>, pc, r, k, vm, table)
            }
            /// As above, of other plain values.
            fn $plain<E>(pc, r, k, vm, table) {
                let Some(truth) = plain_truth(*r.add(E::a(pc))) else { tail!($slow::<E>, pc, r, k, vm, table) };
                if truth == $wanted {
                    next!(E::target(pc, 0), r, k, vm, table)
                }
                keep_branch!();
                next!(E::after(pc, 1), r, k, vm, table)
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

truth_jump!(jump_if jump_if_plain jump_if_slow, true);
truth_jump!(jump_unless jump_unless_plain jump_unless_slow, false);

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
        tail!(loop_if_plain::<E>, pc, r, k, vm, table)
    }
    /// Backward if true, of other plain values.
    fn loop_if_plain<E>(pc, r, k, vm, table) {
        let Some(truth) = plain_truth(*r.add(E::a(pc))) else { tail!(loop_if_slow::<E>, pc, r, k, vm, table) };
        if truth {
            if safepoint::is_due(&*vm) {
                tail!(safepoint::back_edge::<E>, pc, r, k, vm, table)
            }
            next!(E::target(pc, 0), r, k, vm, table)
        }
        keep_branch!();
        next!(E::after(pc, 1), r, k, vm, table)
    }
    #[cold]
    fn loop_if_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::a(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        match truth::truth(&mut *vm, value) {
            Ok(true) if safepoint::is_due(&*vm) => tail!(safepoint::back_edge::<E>, pc, r, k, vm, table),
            Ok(true) => next!(E::target(pc, 0), r, k, vm, table),
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
        tail!(not_plain::<E>, pc, r, k, vm, table)
    }
    /// `not` of other plain values.
    fn not_plain<E>(pc, r, k, vm, table) {
        let Some(truth) = plain_truth(*r.add(E::b(pc))) else { tail!(not_slow::<E>, pc, r, k, vm, table) };
        *r.add(E::a(pc)) = Value::bool(!truth);
        next!(E::after(pc, 0), r, k, vm, table)
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
