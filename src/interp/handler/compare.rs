//! Comparison: to a bool, and fused with a jump in three directions. Of floats one test sees NaN and what is no float.

use crate::heap::value::{Value, both_ints};
use crate::interp::dispatch::handler::{handlers, keep_branch, next, save_pc, tail};
use crate::interp::safepoint;
use crate::interp::steps::number;
use crate::interp::steps::operator::{Ask, special};
use crate::interp::unwind::{finish, need_bound};
use crate::object::container::dict::Dict;
use crate::object::container::key;
use crate::object::container::list::List;
use crate::object::container::set::Set;
use crate::object::container::tuple::Tuple;
use crate::object::text::string::Str;
use crate::ops::container::item;
use crate::ops::relation::compare;
use crate::ops::text;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Whether two exact strs are equal, if that can be told without a call; `None` for anything else.
#[inline(always)] // PERF: perf/0003-texts.md
unsafe fn equal_texts(lhs: Value, rhs: Value) -> Option<bool> {
    if !lhs.is_object() || !rhs.is_object() {
        return None;
    }
    let exact = ClassId::Str.shape();
    // SAFETY: the shapes prove the layouts.
    unsafe {
        if (*lhs.address()).shape() != exact || (*rhs.address()).shape() != exact {
            return None;
        }
        (*lhs.address().cast::<Str>()).compare_quickly(&*rhs.address().cast::<Str>())
    }
}

/// What two exact strs make of each comparison, if that can be told without a call; `None` for anything else.
macro_rules! text_tests {
    ($($name:ident |$order:ident| $test:expr;)*) => {$(
        #[inline(always)] // PERF: perf/0015-containers.md
        unsafe fn $name(lhs: Value, rhs: Value) -> Option<bool> {
            if !lhs.is_object() || !rhs.is_object() {
                return None;
            }
            let exact = ClassId::Str.shape();
            // SAFETY: the shapes prove the layouts.
            unsafe {
                if (*lhs.address()).shape() != exact || (*rhs.address()).shape() != exact {
                    return None;
                }
                let $order = (*lhs.address().cast::<Str>()).order_quickly(&*rhs.address().cast::<Str>())?;
                Some($test)
            }
        }
    )*};
}

text_tests! {
    less_texts |order| order.is_lt();
    less_or_equal_texts |order| order.is_le();
    greater_texts |order| order.is_gt();
    greater_or_equal_texts |order| order.is_ge();
}

/// Whether two exact strs differ, as `equal_texts`.
#[inline(always)] // PERF: perf/0003-texts.md
unsafe fn different_texts(lhs: Value, rhs: Value) -> Option<bool> {
    // SAFETY: both are values.
    unsafe { equal_texts(lhs, rhs) }.map(|same| !same)
}

/// The truth of `lhs <special> rhs`.
#[cold]
#[inline(never)]
fn holds(vm: &mut Vm, special: Special, lhs: Value, rhs: Value) -> Run<bool> {
    let (x, y) = (number::to_float(lhs), number::to_float(rhs));
    if let Some(order) = x.partial_cmp(&y) {
        return Ok(match special {
            Special::Lt => order.is_lt(),
            Special::Le => order.is_le(),
            Special::Eq => order.is_eq(),
            Special::Ne => order.is_ne(),
            Special::Gt => order.is_gt(),
            _ => order.is_ge(),
        });
    }
    compare::test(vm, special, lhs, rhs)
}

/// Between the fast handlers of comparisons and their slow ones: exact strs, as far as `$test` tells without a call.
macro_rules! texts {
    ($test:ident, $plain:ident $plain_slow:ident, $jump:ident $jump_slow:ident, $unless:ident $unless_slow:ident,
     $loop:ident $loop_slow:ident) => {
        handlers! {
            /// Of two texts.
            fn $plain<E>(pc, r, k, vm, table) {
                if let Some(truth) = $test(*r.add(E::b(pc)), *r.add(E::c(pc))) {
                    *r.add(E::a(pc)) = Value::bool(truth);
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                tail!($plain_slow::<E>, pc, r, k, vm, table)
            }
        }
        text_branch!($jump $jump_slow, $test, true, forward);
        text_branch!($unless $unless_slow, $test, false, forward);
        text_branch!($loop $loop_slow, $test, true, back);
    };
}

/// Jumps if the comparison of two texts is `$wanted`.
macro_rules! text_branch {
    ($name:ident $slow:ident, $test:ident, $wanted:literal, $way:ident) => {
        handlers! {
            /// Of two texts.
            fn $name<E>(pc, r, k, vm, table) {
                if let Some(truth) = $test(*r.add(E::a(pc)), *r.add(E::b(pc))) {
                    if truth == $wanted {
                        go!($way, E, pc, r, k, vm, table)
                    }
                    keep_branch!();
                    next!(E::after(pc, 1), r, k, vm, table)
                }
                tail!($slow::<E>, pc, r, k, vm, table)
            }
        }
    };
}

/// A comparison: the plain form, jumps on true and on false, the loop's back edge, and all but the first with an immediate.
/// `$ints` compares boxes as unsigned numbers, whose order is that of the ints.
macro_rules! comparison {
    ($special:ident, $op:tt, $plain:ident $plain_next:ident $plain_slow:ident, $jump:ident $jump_next:ident $jump_slow:ident,
     $unless:ident $unless_next:ident $unless_slow:ident, $loop:ident $loop_next:ident $loop_slow:ident, $jump_imm:ident $jump_imm_slow:ident, $unless_imm:ident $unless_imm_slow:ident,
     $loop_imm:ident $loop_imm_slow:ident) => {
        handlers! {
            #[doc = concat!("`dst = lhs ", stringify!($op), " rhs` of two numbers.")]
            fn $plain<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
                if both_ints(lhs, rhs) {
                    *r.add(E::a(pc)) = Value::bool(lhs.bits() $op rhs.bits());
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                let (x, y) = (lhs.float_or_nan(), rhs.float_or_nan());
                if x.is_nan() || y.is_nan() {
                    tail!($plain_next::<E>, pc, r, k, vm, table)
                }
                *r.add(E::a(pc)) = Value::bool(x $op y);
                next!(E::after(pc, 0), r, k, vm, table)
            }
            #[cold]
            fn $plain_slow<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
                need_bound!(E, pc, r, k, vm, table, lhs, rhs);
                save_pc!(pc, vm);
                special!(Ask::Compare(Special::$special), [lhs, rhs, Value::UNBOUND], vm, table);
                finish!(compare::rich(&mut *vm, Special::$special, lhs, rhs), E, 0, pc, r, k, vm, table, E::a(pc))
            }
        }
        branch!($special, $op, $jump $jump_next $jump_slow, |pc, r, E| *r.add(E::b(pc)), true, forward, Value::float_or_nan);
        branch!($special, $op, $unless $unless_next $unless_slow, |pc, r, E| *r.add(E::b(pc)), false, forward, Value::float_or_nan);
        branch!($special, $op, $loop $loop_next $loop_slow, |pc, r, E| *r.add(E::b(pc)), true, back, Value::float_or_nan);
        branch!($special, $op, $jump_imm $jump_imm_slow $jump_imm_slow, |pc, r, E| Value::small_int(E::imm_b(pc)), true, forward, number::to_float);
        branch!($special, $op, $unless_imm $unless_imm_slow $unless_imm_slow, |pc, r, E| Value::small_int(E::imm_b(pc)), false, forward, number::to_float);
        branch!($special, $op, $loop_imm $loop_imm_slow $loop_imm_slow, |pc, r, E| Value::small_int(E::imm_b(pc)), true, back, number::to_float);
    };
}

/// A comparison that jumps when its truth is `$wanted`. Both arms dispatch, so that the branch stays a branch.
macro_rules! branch {
    ($special:ident, $op:tt, $name:ident $next:ident $slow:ident, |$pc:ident, $r:ident, $form:ident| $rhs:expr, $wanted:literal, $way:ident, $float:expr) => {
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
                let (x, y) = (lhs.float_or_nan(), $float(rhs));
                if x.is_nan() || y.is_nan() {
                    tail!($next::<$form>, $pc, $r, k, vm, table)
                }
                if (x $op y) == $wanted {
                    go!($way, $form, $pc, $r, k, vm, table)
                }
                keep_branch!();
                next!($form::after($pc, 1), $r, k, vm, table)
            }
            #[cold]
            fn $slow<$form>($pc, $r, k, vm, table) {
                let (lhs, rhs) = (*$r.add($form::a($pc)), $rhs);
                need_bound!($form, $pc, $r, k, vm, table, lhs, rhs);
                save_pc!($pc, vm);
                special!(Ask::Compare(Special::$special), [lhs, rhs, Value::UNBOUND], vm, table);
                match holds(&mut *vm, Special::$special, lhs, rhs) {
                    Ok(truth) if truth == $wanted => go!($way, $form, $pc, $r, k, vm, table),
                    Ok(_) => next!($form::after($pc, 1), $r, k, vm, table),
                    Err(_) => tail!(crate::interp::unwind::raise::<$form>, $pc, $r, k, vm, table),
                }
            }
        }
    };
}

/// A comparison with a constant that jumps forward unless it holds.
macro_rules! const_branch {
    ($special:ident, $op:tt, $name:ident $text:ident $slow:ident, $test:ident) => {
        handlers! {
            #[doc = concat!("Jumps unless `lhs ", stringify!($op), " constant`, of two numbers.")]
            fn $name<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::a(pc)), *k.add(E::b(pc)));
                if both_ints(lhs, rhs) {
                    if lhs.bits() $op rhs.bits() {
                        next!(E::after(pc, 1), r, k, vm, table)
                    }
                    keep_branch!();
                    next!(E::target(pc, 0), r, k, vm, table)
                }
                let (x, y) = (lhs.float_or_nan(), rhs.float_or_nan());
                if x.is_nan() || y.is_nan() {
                    tail!($text::<E>, pc, r, k, vm, table)
                }
                if x $op y {
                    next!(E::after(pc, 1), r, k, vm, table)
                }
                keep_branch!();
                next!(E::target(pc, 0), r, k, vm, table)
            }
            /// Of two texts.
            fn $text<E>(pc, r, k, vm, table) {
                if let Some(truth) = $test(*r.add(E::a(pc)), *k.add(E::b(pc))) {
                    if truth {
                        next!(E::after(pc, 1), r, k, vm, table)
                    }
                    keep_branch!();
                    next!(E::target(pc, 0), r, k, vm, table)
                }
                tail!($slow::<E>, pc, r, k, vm, table)
            }
            #[cold]
            fn $slow<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::a(pc)), *k.add(E::b(pc)));
                need_bound!(E, pc, r, k, vm, table, lhs);
                save_pc!(pc, vm);
                match holds(&mut *vm, Special::$special, lhs, rhs) {
                    Ok(true) => next!(E::after(pc, 1), r, k, vm, table),
                    Ok(false) => next!(E::target(pc, 0), r, k, vm, table),
                    Err(_) => tail!(crate::interp::unwind::raise::<E>, pc, r, k, vm, table),
                }
            }
        }
    };
}

const_branch!(Lt, <, jump_not_lt_const jump_not_lt_const_text jump_not_lt_const_slow, less_texts);
const_branch!(Le, <=, jump_not_le_const jump_not_le_const_text jump_not_le_const_slow, less_or_equal_texts);
const_branch!(Eq, ==, jump_not_eq_const jump_not_eq_const_text jump_not_eq_const_slow, equal_texts);
const_branch!(Ne, !=, jump_not_ne_const jump_not_ne_const_text jump_not_ne_const_slow, different_texts);
const_branch!(Gt, >, jump_not_gt_const jump_not_gt_const_text jump_not_gt_const_slow, greater_texts);
const_branch!(Ge, >=, jump_not_ge_const jump_not_ge_const_text jump_not_ge_const_slow, greater_or_equal_texts);

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

texts!(equal_texts, eq_text eq_slow, jump_eq_text jump_eq_slow, jump_not_eq_text jump_not_eq_slow, loop_eq_text loop_eq_slow);
texts!(different_texts, ne_text ne_slow, jump_ne_text jump_ne_slow, jump_not_ne_text jump_not_ne_slow, loop_ne_text loop_ne_slow);
texts!(less_texts, lt_text lt_slow, jump_lt_text jump_lt_slow, jump_not_lt_text jump_not_lt_slow, loop_lt_text loop_lt_slow);
texts!(less_or_equal_texts, le_text le_slow, jump_le_text jump_le_slow, jump_not_le_text jump_not_le_slow, loop_le_text loop_le_slow);
texts!(greater_texts, gt_text gt_slow, jump_gt_text jump_gt_slow, jump_not_gt_text jump_not_gt_slow, loop_gt_text loop_gt_slow);
texts!(greater_or_equal_texts, ge_text ge_slow, jump_ge_text jump_ge_slow, jump_not_ge_text jump_not_ge_slow, loop_ge_text loop_ge_slow);
comparison!(Lt, <, lt lt_text lt_slow, jump_lt jump_lt_text jump_lt_slow, jump_not_lt jump_not_lt_text jump_not_lt_slow, loop_lt loop_lt_text loop_lt_slow,
    jump_lt_imm jump_lt_imm_slow, jump_not_lt_imm jump_not_lt_imm_slow, loop_lt_imm loop_lt_imm_slow);
comparison!(Le, <=, le le_text le_slow, jump_le jump_le_text jump_le_slow, jump_not_le jump_not_le_text jump_not_le_slow, loop_le loop_le_text loop_le_slow,
    jump_le_imm jump_le_imm_slow, jump_not_le_imm jump_not_le_imm_slow, loop_le_imm loop_le_imm_slow);
comparison!(Eq, ==, eq eq_text eq_slow, jump_eq jump_eq_text jump_eq_slow, jump_not_eq jump_not_eq_text jump_not_eq_slow, loop_eq loop_eq_text loop_eq_slow,
    jump_eq_imm jump_eq_imm_slow, jump_not_eq_imm jump_not_eq_imm_slow, loop_eq_imm loop_eq_imm_slow);
comparison!(Ne, !=, ne ne_text ne_slow, jump_ne jump_ne_text jump_ne_slow, jump_not_ne jump_not_ne_text jump_not_ne_slow, loop_ne loop_ne_text loop_ne_slow,
    jump_ne_imm jump_ne_imm_slow, jump_not_ne_imm jump_not_ne_imm_slow, loop_ne_imm loop_ne_imm_slow);
comparison!(Gt, >, gt gt_text gt_slow, jump_gt jump_gt_text jump_gt_slow, jump_not_gt jump_not_gt_text jump_not_gt_slow, loop_gt loop_gt_text loop_gt_slow,
    jump_gt_imm jump_gt_imm_slow, jump_not_gt_imm jump_not_gt_imm_slow, loop_gt_imm loop_gt_imm_slow);
comparison!(Ge, >=, ge ge_text ge_slow, jump_ge jump_ge_text jump_ge_slow, jump_not_ge jump_not_ge_text jump_not_ge_slow, loop_ge loop_ge_text loop_ge_slow,
    jump_ge_imm jump_ge_imm_slow, jump_not_ge_imm jump_not_ge_imm_slow, loop_ge_imm loop_ge_imm_slow);

/// Whether an exact dict, set or frozenset has a key, as far as one look tells.
#[inline(always)] // PERF: perf/0003-texts.md
unsafe fn contains_at_once(container: Value, key: Value) -> Option<bool> {
    if !container.is_object() {
        return None;
    }
    // SAFETY: the shape proves the layout.
    unsafe {
        let shape = (*container.address()).shape();
        if shape == ClassId::Dict.shape() {
            return (*container.address().cast::<Dict>()).find_at_once(key).map(|_| true);
        }
        if shape == ClassId::Set.shape() || shape == ClassId::FrozenSet.shape() {
            return (*container.address().cast::<Set>()).has_at_once(key);
        }
    }
    None
}

/// Whether one of the items is an inline int or exact str; `None` where an item before it wants to be asked.
fn among(items: &[Value], key: Value) -> Option<bool> {
    for &item in items {
        // SAFETY: both are values.
        let is_same = item == key || !(key.is_int() && item.is_int()) && unsafe { equal_texts(item, key)? };
        if is_same {
            return Some(true);
        }
    }
    Some(false)
}

/// Whether an exact dict, set, frozenset, tuple, list or str contains an inline int or exact str; `None` for anything else.
#[inline(never)]
fn contains_plainly(container: Value, key: Value) -> Option<bool> {
    let shape = container.header()?.shape();
    if shape == ClassId::Str.shape() {
        return Some(text::has(&container.expect::<Str>(), &*key::text_of(key)?));
    }
    if shape == ClassId::Tuple.shape() {
        return among(container.expect::<Tuple>().items(), key);
    }
    if shape == ClassId::List.shape() {
        return container.expect::<List>().with_items(|items| among(items, key));
    }
    let is_set = shape == ClassId::Set.shape() || shape == ClassId::FrozenSet.shape();
    if !is_set && shape != ClassId::Dict.shape() {
        return None;
    }
    let hash = key::plain_hash(key)?;
    let found = if is_set {
        container.expect::<Set>().find_plainly(hash, key)
    } else {
        container.expect::<Dict>().find_plainly(hash, key)
    };
    Some(found.ok()?.is_some())
}

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
        if let Some(found) = contains_at_once(*r.add(E::c(pc)), *r.add(E::b(pc))) {
            *r.add(E::a(pc)) = Value::bool(found);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(contains_plain::<E>, pc, r, k, vm, table)
    }
    fn contains_plain<E>(pc, r, k, vm, table) {
        if let Some(found) = contains_plainly(*r.add(E::c(pc)), *r.add(E::b(pc))) {
            *r.add(E::a(pc)) = Value::bool(found);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(contains_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn contains_slow<E>(pc, r, k, vm, table) {
        let (item, container) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, item, container);
        save_pc!(pc, vm);
        finish!(contained(&mut *vm, item, container, false), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Negated membership.
    fn not_contains<E>(pc, r, k, vm, table) {
        if let Some(found) = contains_at_once(*r.add(E::c(pc)), *r.add(E::b(pc))) {
            *r.add(E::a(pc)) = Value::bool(!found);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(not_contains_plain::<E>, pc, r, k, vm, table)
    }
    fn not_contains_plain<E>(pc, r, k, vm, table) {
        if let Some(found) = contains_plainly(*r.add(E::c(pc)), *r.add(E::b(pc))) {
            *r.add(E::a(pc)) = Value::bool(!found);
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(not_contains_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn not_contains_slow<E>(pc, r, k, vm, table) {
        let (item, container) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, item, container);
        save_pc!(pc, vm);
        finish!(contained(&mut *vm, item, container, true), E, 0, pc, r, k, vm, table, E::a(pc))
    }
}
