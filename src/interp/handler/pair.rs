//! Instructions that do the work of the one behind them, too: see `dispatch::pairs`. What lies between the two stays in a register of
//! the machine, and is written as well.

use crate::bytecode::isa::Op;
use crate::heap::header::Kind;
use crate::heap::value::{INT_MIN_BITS, Value, try_add};
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::handler::{handlers, keep_branch, next, tail};
use crate::interp::dispatch::pairs;
use crate::interp::handler::arith::{add, add_imm, iadd_imm, modulo_imm_any, sub_imm};
use crate::interp::handler::attr::load_attr_slow;
use crate::interp::handler::call::python::{enter, is_simple};
use crate::interp::handler::item::{list_place, load_item_other, store_item_other};
use crate::interp::handler::load::{load_const, load_global, own_globals};
use crate::interp::safepoint;
use crate::interp::steps::learn::slot;
use crate::interp::steps::site::site;
use crate::interp::steps::{counted, number};
use crate::object::callable::function::Function;

/// The register of a sum's other operand: one of the two is `$one`.
macro_rules! other_operand {
    ($pc:ident, $one:ident) => {
        Narrow::b($pc) ^ Narrow::c($pc) ^ $one
    };
}

/// Goes on with a narrow `for_next`, doing a step of a loop over a range at once.
macro_rules! next_round {
    ($pc:expr, $r:ident, $k:ident, $vm:ident, $table:ident) => {
        let pc = $pc;
        if !safepoint::is_due(&*$vm) && counted::advance($r.add(Narrow::b(pc)), $r.add(Narrow::a(pc))) {
            next!(Narrow::target(pc, 0), $r, $k, $vm, $table)
        }
        keep_branch!();
        next!(pc, $r, $k, $vm, $table)
    };
}

/// Writes a remainder, and does the `jump_not_eq_imm` behind.
macro_rules! jump_on_rest {
    ($rest:ident, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {
        *$r.add(Narrow::a($pc)) = $rest;
        let pc = Narrow::after($pc, 0);
        if $rest == Value::small_int(Narrow::imm_b(pc)) {
            next!(Narrow::after(pc, 1), $r, $k, $vm, $table)
        }
        keep_branch!();
        next!(Narrow::target(pc, 0), $r, $k, $vm, $table)
    };
}

/// A load from a slot whose value is an operand of two floats. UNBOUND counts as NaN, too.
macro_rules! slot_operand {
    ($name:ident, |$second:ident, $dst:ident| $other:expr, |$value:ident, $operand:ident| $result:expr) => {
        handlers! {
            /// The value of the slot is right, or either: `other` finds the other operand.
            fn $name<E>(pc, r, k, vm, table) {
                let object = *r.add(Narrow::b(pc));
                let site = &*site(k, Narrow::word(pc, 0));
                if object.is_object()
                    && (*object.address()).shape() == site.guard.get()
                    && site.next.get() == (*vm).class_epoch
                {
                    let loaded = *slot(object, site.offset.get());
                    let ($second, $dst) = (Narrow::after(pc, 1), Narrow::a(pc));
                    let ($value, $operand) = (loaded.float_or_nan(), (*r.add($other)).float_or_nan());
                    if let Some(result) = number::boxed($result) {
                        *r.add($dst) = loaded;
                        *r.add(Narrow::a($second)) = result;
                        next!(Narrow::after($second, 0), r, k, vm, table)
                    }
                    tail!(part::<Narrow>, pc, r, k, vm, table)
                }
                tail!(load_attr_slow::<Narrow>, pc, r, k, vm, table)
            }
        }
    };
}

slot_operand!(
    load_attr_mul,
    |second, dst| other_operand!(second, dst),
    |value, other| value * other
);
slot_operand!(
    load_attr_add,
    |second, dst| other_operand!(second, dst),
    |value, other| value + other
);
slot_operand!(load_attr_sub, |second, dst| Narrow::b(second), |value, other| other
    - value);

/// An immediate added to what becomes the key of a list.
macro_rules! key_by_immediate {
    ($name:ident, $alone:ident, |$imm:ident| $sum:expr) => {
        handlers! {
            /// What is no int makes no index: `place` refuses it.
            fn $name<E>(pc, r, k, vm, table) {
                let second = Narrow::after(pc, 0);
                let $imm = Narrow::imm_c(pc);
                let key = number::plus(*r.add(Narrow::b(pc)), $sum);
                if let Some(place) = list_place(*r.add(Narrow::b(second)), key) {
                    *r.add(Narrow::a(pc)) = key;
                    *r.add(Narrow::a(second)) = *place;
                    next!(Narrow::after(second, 0), r, k, vm, table)
                }
                tail!($alone::<Narrow>, pc, r, k, vm, table)
            }
        }
    };
}

key_by_immediate!(add_imm_item, add_imm, |imm| imm);
key_by_immediate!(sub_imm_item, sub_imm, |imm| -imm);

handlers! {
    /// An item of an item, both of lists and from the front.
    fn load_item_item<E>(pc, r, k, vm, table) {
        if let Some(place) = list_place(*r.add(Narrow::b(pc)), *r.add(Narrow::c(pc))) {
            let inner = *place;
            *r.add(Narrow::a(pc)) = inner;
            let pc = Narrow::after(pc, 0);
            if let Some(place) = list_place(inner, *r.add(Narrow::c(pc))) {
                *r.add(Narrow::a(pc)) = *place;
                next!(Narrow::after(pc, 0), r, k, vm, table)
            }
            keep_branch!();
            next!(pc, r, k, vm, table)
        }
        tail!(load_item_other::<Narrow>, pc, r, k, vm, table)
    }
    /// An item of a list, from the front, at the end of a loop over a range.
    fn store_item_next<E>(pc, r, k, vm, table) {
        let value = *r.add(Narrow::c(pc));
        if let Some(place) = list_place(*r.add(Narrow::a(pc)), *r.add(Narrow::b(pc)))
            && value.is_bound()
        {
            *place = value;
            next_round!(Narrow::after(pc, 0), r, k, vm, table);
        }
        tail!(store_item_other::<Narrow>, pc, r, k, vm, table)
    }
    /// A jump on the remainder of an int, by a power of two.
    fn modulo_imm_jump<E>(pc, r, k, vm, table) {
        if let Some(rest) = number::modulo_by_power(*r.add(Narrow::b(pc)), Narrow::imm_c(pc)) {
            jump_on_rest!(rest, pc, r, k, vm, table);
        }
        tail!(modulo_imm_jump_any::<Narrow>, pc, r, k, vm, table)
    }
    /// By any other immediate.
    fn modulo_imm_jump_any<E>(pc, r, k, vm, table) {
        if let Some(rest) = number::modulo(*r.add(Narrow::b(pc)), Value::small_int(Narrow::imm_c(pc))) {
            jump_on_rest!(rest, pc, r, k, vm, table);
        }
        tail!(modulo_imm_any::<Narrow>, pc, r, k, vm, table)
    }
    /// The step of a loop that counts an int up to another.
    fn iadd_imm_loop<E>(pc, r, k, vm, table) {
        let second = Narrow::after(pc, 0);
        let (lhs, end) = (*r.add(Narrow::a(pc)), *r.add(Narrow::b(second)));
        let sum = number::plus(lhs, Narrow::imm_c(pc));
        // That the immediate is an int need not be tested: a register more would have to be saved.
        if lhs.bits() & end.bits() & sum.bits() >= INT_MIN_BITS {
            *r.add(Narrow::a(pc)) = sum;
            if sum.bits() >= end.bits() {
                next!(Narrow::after(second, 1), r, k, vm, table)
            }
            keep_branch!();
            if safepoint::is_due(&*vm) {
                tail!(safepoint::back_edge::<Narrow>, second, r, k, vm, table)
            }
            next!(Narrow::target(second, 0), r, k, vm, table)
        }
        tail!(iadd_imm::<Narrow>, pc, r, k, vm, table)
    }
    /// `lhs * rhs + other` or `other + lhs * rhs` of floats: the sum tests the product.
    fn mul_add_float<E>(pc, r, k, vm, table) {
        let (second, dst) = (Narrow::after(pc, 0), Narrow::a(pc));
        let product = (*r.add(Narrow::b(pc))).float_or_nan() * (*r.add(Narrow::c(pc))).float_or_nan();
        let other = (*r.add(other_operand!(second, dst))).float_or_nan();
        if let Some(sum) = number::boxed(product + other) {
            *r.add(dst) = Value::float_not_nan(product);
            *r.add(Narrow::a(second)) = sum;
            next!(Narrow::after(second, 0), r, k, vm, table)
        }
        tail!(part::<Narrow>, pc, r, k, vm, table)
    }
    /// `other - lhs * rhs` of floats.
    fn mul_sub_float<E>(pc, r, k, vm, table) {
        let second = Narrow::after(pc, 0);
        let product = (*r.add(Narrow::b(pc))).float_or_nan() * (*r.add(Narrow::c(pc))).float_or_nan();
        let other = (*r.add(Narrow::b(second))).float_or_nan();
        if let Some(difference) = number::boxed(other - product) {
            *r.add(Narrow::a(pc)) = Value::float_not_nan(product);
            *r.add(Narrow::a(second)) = difference;
            next!(Narrow::after(second, 0), r, k, vm, table)
        }
        tail!(part::<Narrow>, pc, r, k, vm, table)
    }
    /// `acc += lhs * rhs` of floats at the end of a loop over a range.
    fn mul_add_next_float<E>(pc, r, k, vm, table) {
        let second = Narrow::after(pc, 0);
        let product = (*r.add(Narrow::b(pc))).float_or_nan() * (*r.add(Narrow::c(pc))).float_or_nan();
        let acc = r.add(Narrow::a(second));
        if let Some(sum) = number::boxed((*acc).float_or_nan() + product) {
            *r.add(Narrow::a(pc)) = Value::float_not_nan(product);
            *acc = sum;
            next_round!(Narrow::after(second, 0), r, k, vm, table);
        }
        tail!(part::<Narrow>, pc, r, k, vm, table)
    }
    /// A constant stored into a list, from the front, at the end of a loop over a range.
    fn store_const_next<E>(pc, r, k, vm, table) {
        let second = Narrow::after(pc, 0);
        if let Some(place) = list_place(*r.add(Narrow::a(second)), *r.add(Narrow::b(second))) {
            let constant = *k.add(Narrow::b(pc));
            *r.add(Narrow::a(pc)) = constant;
            *place = constant;
            next_round!(Narrow::after(second, 0), r, k, vm, table);
        }
        tail!(load_const::<Narrow>, pc, r, k, vm, table)
    }
    /// Returns the sum of two ints.
    fn add_return<E>(pc, r, k, vm, table) {
        if let Some(sum) = try_add(*r.add(Narrow::b(pc)), *r.add(Narrow::c(pc))) {
            *r.sub(1) = sum;
            let frame = (*vm).thread.frame.sub(1);
            (*vm).thread.frame = frame;
            next!((*frame).pc, (*frame).registers, (*frame).constants, vm, table)
        }
        tail!(add::<Narrow>, pc, r, k, vm, table)
    }
    /// Calls a function that takes the arguments as they are, the last being the difference of an int and an immediate. The callee is
    /// looked at when the difference is written, so that no register need be saved.
    fn sub_imm_call<E>(pc, r, k, vm, table) {
        let lhs = *r.add(Narrow::b(pc));
        let last = number::plus(lhs, -Narrow::imm_c(pc));
        if lhs.bits() & last.bits() >= INT_MIN_BITS {
            *r.add(Narrow::a(pc)) = last;
            let second = Narrow::after(pc, 0);
            let window = r.add(Narrow::a(second));
            let callee = *window;
            if is_simple!(callee, Narrow::b(second)) {
                enter!(callee, window.add(1), Narrow::after(second, 0), vm, table);
            }
            next!(second, r, k, vm, table)
        }
        tail!(sub_imm::<Narrow>, pc, r, k, vm, table)
    }
    /// Calls a global function with the difference of an int and an immediate: `f(n - 1)`.
    fn load_global_sub_call<E>(pc, r, k, vm, table) {
        let site = &*site(k, Narrow::word(pc, 0));
        if (*own_globals(k)).version() == site.guard.get().0 {
            *r.add(Narrow::a(pc)) = *(site.held.get() as *const Value);
            let second = Narrow::after(pc, 1);
            let lhs = *r.add(Narrow::b(second));
            let last = number::plus(lhs, -Narrow::imm_c(second));
            if lhs.bits() & last.bits() >= INT_MIN_BITS {
                *r.add(Narrow::a(second)) = last;
                // Read again, so that no register need be saved.
                let third = Narrow::after(second, 0);
                let window = r.add(Narrow::a(third));
                let callee = *window;
                if is_simple!(callee, Narrow::b(third)) {
                    enter!(callee, window.add(1), Narrow::after(third, 0), vm, table);
                }
                next!(third, r, k, vm, table)
            }
            next!(second, r, k, vm, table)
        }
        tail!(load_global::<Narrow>, pc, r, k, vm, table)
    }
    /// A pair that has met other types than it is made for is one no more.
    #[cold]
    fn part<E>(pc, r, k, vm, table) {
        if let Some(op) = Op::from_byte(*pc) {
            Narrow::rewrite(pc, pairs::apart(op) as u8);
        }
        next!(pc, r, k, vm, table)
    }
}
