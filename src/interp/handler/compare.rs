//! Comparison: to a bool, and fused with a jump in three directions.

use crate::heap::value::{Value, both_ints};
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, tail};
use crate::interp::safepoint;
use crate::interp::steps::number;
use crate::interp::unwind::{finish, need_bound};
use crate::ops::container::item;
use crate::ops::relation::{compare, truth};
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The truth of `lhs <special> rhs`.
#[cold]
#[inline(never)]
fn holds(vm: &mut Vm, special: Special, lhs: Value, rhs: Value) -> Run<bool> {
    let result = compare::rich(vm, special, lhs, rhs)?;
    truth::truth(vm, result)
}

/// A comparison: the plain form, jumps on true and on false, the loop's back edge, and all but the first with an immediate.
/// `$ints` compares boxes as unsigned numbers, whose order is that of the ints.
macro_rules! comparison {
    ($special:ident, $op:tt, $plain:ident $plain_slow:ident, $jump:ident $jump_slow:ident, $unless:ident $unless_slow:ident,
     $loop:ident $loop_slow:ident, $jump_imm:ident $jump_imm_slow:ident, $unless_imm:ident $unless_imm_slow:ident,
     $loop_imm:ident $loop_imm_slow:ident) => {
        handlers! {
            #[doc = concat!("`dst = lhs ", stringify!($op), " rhs` of two numbers.")]
            fn $plain<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
                if both_ints(lhs, rhs) {
                    *r.add(E::a(pc)) = Value::bool(lhs.bits() $op rhs.bits());
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                if let Some((x, y)) = number::both_floats(lhs, rhs) {
                    *r.add(E::a(pc)) = Value::bool(x $op y);
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                tail!($plain_slow::<E>, pc, r, k, vm, table)
            }
            #[cold]
            fn $plain_slow<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
                need_bound!(E, pc, r, k, vm, table, lhs, rhs);
                save_pc!(pc, vm);
                finish!(compare::rich(&mut *vm, Special::$special, lhs, rhs), E, 0, pc, r, k, vm, table, E::a(pc))
            }
        }
        branch!($special, $op, $jump $jump_slow, |pc, r, E| *r.add(E::b(pc)), true, forward, both_floats);
        branch!($special, $op, $unless $unless_slow, |pc, r, E| *r.add(E::b(pc)), false, forward, both_floats);
        branch!($special, $op, $loop $loop_slow, |pc, r, E| *r.add(E::b(pc)), true, back, both_floats);
        branch!($special, $op, $jump_imm $jump_imm_slow, |pc, r, E| Value::small_int(E::imm_b(pc)), true, forward, floats);
        branch!($special, $op, $unless_imm $unless_imm_slow, |pc, r, E| Value::small_int(E::imm_b(pc)), false, forward, floats);
        branch!($special, $op, $loop_imm $loop_imm_slow, |pc, r, E| Value::small_int(E::imm_b(pc)), true, back, floats);
    };
}

/// A comparison that jumps when its truth is `$wanted`. Both arms dispatch, so that the branch stays a branch.
macro_rules! branch {
    ($special:ident, $op:tt, $name:ident $slow:ident, |$pc:ident, $r:ident, $form:ident| $rhs:expr, $wanted:literal, $way:ident, $floats:ident) => {
        handlers! {
            #[doc = concat!("Jumps on `lhs ", stringify!($op), " rhs` being ", stringify!($wanted), ", of two numbers.")]
            fn $name<$form>($pc, $r, k, vm, table) {
                let (lhs, rhs) = (*$r.add($form::a($pc)), $rhs);
                if both_ints(lhs, rhs) {
                    if (lhs.bits() $op rhs.bits()) == $wanted {
                        go!($way, $form, $pc, $r, k, vm, table)
                    }
                    keep_branch!();
                    next!($form::after($pc, 1), $r, k, vm, table)
                }
                if let Some((x, y)) = number::$floats(lhs, rhs) {
                    if (x $op y) == $wanted {
                        go!($way, $form, $pc, $r, k, vm, table)
                    }
                    keep_branch!();
                    next!($form::after($pc, 1), $r, k, vm, table)
                }
                tail!($slow::<$form>, $pc, $r, k, vm, table)
            }
            #[cold]
            fn $slow<$form>($pc, $r, k, vm, table) {
                let (lhs, rhs) = (*$r.add($form::a($pc)), $rhs);
                need_bound!($form, $pc, $r, k, vm, table, lhs, rhs);
                save_pc!($pc, vm);
                match holds(&mut *vm, Special::$special, lhs, rhs) {
                    Ok(truth) if truth == $wanted => go!($way, $form, $pc, $r, k, vm, table),
                    Ok(_) => next!($form::after($pc, 1), $r, k, vm, table),
                    Err(_) => tail!(crate::interp::unwind::raise::<$form>, $pc, $r, k, vm, table),
                }
            }
        }
    };
}

/// Takes the jump; a back edge is a safepoint.
macro_rules! go {
    (forward, $form:ident, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {
        next!($form::target($pc, 0), $r, $k, $vm, $table)
    };
    (back, $form:ident, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {{
        if safepoint::is_due(&*$vm) {
            tail!(safepoint::back_edge::<$form>, $pc, $r, $k, $vm, $table)
        }
        next!($form::target($pc, 0), $r, $k, $vm, $table)
    }};
}

comparison!(Lt, <, lt lt_slow, jump_lt jump_lt_slow, jump_not_lt jump_not_lt_slow, loop_lt loop_lt_slow,
    jump_lt_imm jump_lt_imm_slow, jump_not_lt_imm jump_not_lt_imm_slow, loop_lt_imm loop_lt_imm_slow);
comparison!(Le, <=, le le_slow, jump_le jump_le_slow, jump_not_le jump_not_le_slow, loop_le loop_le_slow,
    jump_le_imm jump_le_imm_slow, jump_not_le_imm jump_not_le_imm_slow, loop_le_imm loop_le_imm_slow);
comparison!(Eq, ==, eq eq_slow, jump_eq jump_eq_slow, jump_not_eq jump_not_eq_slow, loop_eq loop_eq_slow,
    jump_eq_imm jump_eq_imm_slow, jump_not_eq_imm jump_not_eq_imm_slow, loop_eq_imm loop_eq_imm_slow);
comparison!(Ne, !=, ne ne_slow, jump_ne jump_ne_slow, jump_not_ne jump_not_ne_slow, loop_ne loop_ne_slow,
    jump_ne_imm jump_ne_imm_slow, jump_not_ne_imm jump_not_ne_imm_slow, loop_ne_imm loop_ne_imm_slow);
comparison!(Gt, >, gt gt_slow, jump_gt jump_gt_slow, jump_not_gt jump_not_gt_slow, loop_gt loop_gt_slow,
    jump_gt_imm jump_gt_imm_slow, jump_not_gt_imm jump_not_gt_imm_slow, loop_gt_imm loop_gt_imm_slow);
comparison!(Ge, >=, ge ge_slow, jump_ge jump_ge_slow, jump_not_ge jump_not_ge_slow, loop_ge loop_ge_slow,
    jump_ge_imm jump_ge_imm_slow, jump_not_ge_imm jump_not_ge_imm_slow, loop_ge_imm loop_ge_imm_slow);

/// `container contains item`, possibly negated.
#[inline(never)]
fn contained(vm: &mut Vm, item: Value, container: Value, negated: bool) -> Run<Value> {
    Ok(Value::bool(item::contains(vm, container, item)? != negated))
}

handlers! {
    /// Identity.
    fn is<E>(pc, r, k, vm, table) {
        let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, lhs, rhs);
        *r.add(E::a(pc)) = Value::bool(lhs == rhs);
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// Not identical.
    fn is_not<E>(pc, r, k, vm, table) {
        let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, lhs, rhs);
        *r.add(E::a(pc)) = Value::bool(lhs != rhs);
        next!(E::after(pc, 0), r, k, vm, table)
    }
    /// Membership.
    fn contains<E>(pc, r, k, vm, table) {
        let (item, container) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, item, container);
        save_pc!(pc, vm);
        finish!(contained(&mut *vm, item, container, false), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Negated membership.
    fn not_contains<E>(pc, r, k, vm, table) {
        let (item, container) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, item, container);
        save_pc!(pc, vm);
        finish!(contained(&mut *vm, item, container, true), E, 0, pc, r, k, vm, table, E::a(pc))
    }
}
