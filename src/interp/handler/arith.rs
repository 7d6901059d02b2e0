//! Arithmetic. An operator has a handler for two inline ints, one for two floats that the first becomes where floats are seen, one
//! for whatever numbers are in line, and a cold one that asks `ops::arith`. The last two keep the first free of calls.
//!
//! Handlers for floats test their result only: what is no float counts as NaN (`Value::float_or_nan`), so that a result that is
//! no NaN proves the operands, and is canonical.

use crate::bytecode::isa::{BinaryOperator, INPLACE, Op};
use crate::heap::header::Kind;
use crate::heap::value::{Value, both_ints, try_add, try_sub};
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::dispatch::handler::{Entry, handlers, keep_branch, leave, next, save_pc, tail};
use crate::interp::dispatch::pairs;
use crate::interp::safepoint;
use crate::interp::steps::operator::{Ask, OPERATORS, special};
use crate::interp::steps::{counted, number, wide};
use crate::interp::unwind::{finish, need_bound};
use crate::object::number::is_long;
use crate::ops::class;
use crate::ops::number::{arith, integer, real};
use crate::ops::render::percent;
use crate::vm::known::ClassId;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// Whether a value surely has no say in `str % value`.
fn has_no_modulo(value: Value) -> bool {
    value.is_int()
        || value.is_float()
        || class::is_exact(value, ClassId::Tuple)
        || class::is_exact(value, ClassId::Str)
        || class::is_exact(value, ClassId::Dict)
}

/// `lhs operator rhs`, or the augmented assignment's form of it.
#[cold]
#[inline(never)]
fn general(vm: &mut Vm, operator: BinaryOperator, inplace: bool, lhs: Value, rhs: Value) -> Run<Value> {
    if operator == BinaryOperator::Mod && class::is_exact(lhs, ClassId::Str) && has_no_modulo(rhs) {
        return percent::of_str(vm, lhs, rhs);
    }
    if is_int(lhs) && is_int(rhs) && operator != BinaryOperator::Matmul {
        return integer::binary(vm, operator, lhs, rhs);
    }
    if inplace {
        arith::inplace(vm, operator, lhs, rhs)
    } else {
        arith::binary(vm, operator, lhs, rhs)
    }
}

/// Whether two operands may be ints for `wide::run`: not two bools, whose `&` is a bool.
fn is_wide(lhs: Value, rhs: Value) -> bool {
    is_int(lhs) && (is_int(rhs) || rhs.is_bool()) || lhs.is_bool() && is_int(rhs)
}

/// Whether two objects have one class.
#[inline(always)] // PERF: perf/0027-calls-and-loops.md
unsafe fn are_alike(lhs: Value, rhs: Value) -> bool {
    // SAFETY: objects have headers.
    lhs.is_object() && rhs.is_object() && unsafe { (*lhs.address()).shape() == (*rhs.address()).shape() }
}

fn is_int(value: Value) -> bool {
    value.is_int() || value.kind() == Some(Kind::BigInt)
}

/// The form for floats of the instruction at `pc`, with the one behind it if they are a pair.
#[inline(never)]
unsafe fn float_form(vm: &Vm, op: Op, pc: *const u8, narrow: bool) -> Op {
    if !narrow || vm.options.no_superinstructions {
        return op;
    }
    // SAFETY: by the caller: verified code goes on behind the instruction.
    unsafe { pairs::of_floats(op, &pairs::at(pc)) }
}

/// Writes a result and goes on, unless there is none. `$words` words follow the instruction.
macro_rules! done {
    ($result:expr, $form:ident, $words:literal, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {
        if let Some(result) = $result {
            *$r.add($form::a($pc)) = result;
            next!($form::after($pc, $words), $r, $k, $vm, $table)
        }
    };
}

/// As `done`, before a narrow `for_next`, which it does as well if the loop is over a range.
macro_rules! done_next {
    ($result:expr, $form:ident, $words:literal, $pc:ident, $r:ident, $k:ident, $vm:ident, $table:ident) => {
        if let Some(result) = $result {
            *$r.add($form::a($pc)) = result;
            let pc = $form::after($pc, $words);
            if !safepoint::is_due(&*$vm) && counted::advance($r.add(Narrow::b(pc)), $r.add(Narrow::a(pc))) {
                next!(Narrow::target(pc, 0), $r, $k, $vm, $table)
            }
            keep_branch!();
            next!(pc, $r, $k, $vm, $table)
        }
    };
}

/// The cold handler of an operator: `$lhs` and `$rhs` read the operands.
macro_rules! slow {
    ($slow:ident, $operator:ident, $inplace:literal, |$pc:ident, $r:ident, $k:ident, $form:ident| $lhs:expr, $rhs:expr) => {
        handlers! {
            #[cold]
            fn $slow<$form>($pc, $r, $k, vm, table) {
                let (lhs, rhs) = ($lhs, $rhs);
                need_bound!($form, $pc, $r, $k, vm, table, lhs, rhs);
                if (is_long(lhs) || is_long(rhs)) && is_int(lhs) && is_int(rhs) {
                    done!(integer::long(&mut *vm, BinaryOperator::$operator, lhs, rhs), $form, 0, $pc, $r, $k, vm, table);
                }
                if is_wide(lhs, rhs) && $form::BASE == Narrow::BASE && wide::run(&mut *vm, $pc, $r, $k) {
                    let ($pc, $r, $k) = (*vm).thread.next;
                    next!($pc, $r, $k, vm, table)
                }
                save_pc!($pc, vm);
                special!(Ask::Binary(BinaryOperator::$operator, $inplace), [lhs, rhs, Value::UNBOUND], vm, table);
                let result = general(&mut *vm, BinaryOperator::$operator, $inplace, lhs, rhs);
                finish!(result, $form, 0, $pc, $r, $k, vm, table, $form::a($pc))
            }
        }
    };
}

/// An operator that has a form for floats.
macro_rules! operator {
    ($done:ident: $name:ident $float:ident $mixed:ident $settle:ident $slow:ident, $operator:ident, $inplace:literal, $ints:expr, $op:tt,
     |$pc:ident, $r:ident, $k:ident, $form:ident| $lhs:expr, $rhs:expr) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` of two ints.")]
            fn $name<$form>($pc, $r, $k, vm, table) {
                $done!($ints($lhs, $rhs), $form, 0, $pc, $r, $k, vm, table);
                tail!($mixed::<$form>, $pc, $r, $k, vm, table)
            }
            #[doc = concat!("`", stringify!($name), "` of two floats.")]
            fn $float<$form>($pc, $r, $k, vm, table) {
                $done!(number::boxed($lhs.float_or_nan() $op $rhs.float_or_nan()), $form, 0, $pc, $r, $k, vm, table);
                tail!($mixed::<$form>, $pc, $r, $k, vm, table)
            }
            /// An int and a float.
            fn $mixed<$form>($pc, $r, $k, vm, table) {
                let (lhs, rhs) = ($lhs, $rhs);
                if lhs.is_int() == rhs.is_int() {
                    tail!($settle::<$form>, $pc, $r, $k, vm, table)
                }
                let result = number::to_float(lhs) $op number::to_float(rhs);
                done!(number::boxed(result), $form, 0, $pc, $r, $k, vm, table);
                tail!($slow::<$form>, $pc, $r, $k, vm, table)
            }
            /// What the form of the instruction is not for: chooses another one if there is one.
            fn $settle<$form>($pc, $r, $k, vm, table) {
                let (lhs, rhs) = ($lhs, $rhs);
                if both_ints(lhs, rhs) {
                    $form::rewrite($pc, Op::$name as u8);
                    done!($ints(lhs, rhs), $form, 0, $pc, $r, $k, vm, table);
                } else if lhs.is_float() && rhs.is_float() {
                    if !(*vm).options.no_quickening {
                        $form::rewrite($pc, float_form(&*vm, Op::$float, $pc, $form::BASE == Narrow::BASE) as u8);
                    }
                    let result = lhs.float_or_nan() $op rhs.float_or_nan();
                    done!(number::boxed(result), $form, 0, $pc, $r, $k, vm, table);
                } else if matches!(BinaryOperator::$operator, BinaryOperator::Add) && are_alike(lhs, rhs) {
                    done!(arith::joined(&mut *vm, lhs, rhs, $inplace), $form, 0, $pc, $r, $k, vm, table);
                }
                tail!($slow::<$form>, $pc, $r, $k, vm, table)
            }
        }
        slow!($slow, $operator, $inplace, |$pc, $r, $k, $form| $lhs, $rhs);
    };
}

/// A division: floats first, which most operands are.
macro_rules! division {
    ($name:ident $mixed:ident $slow:ident, |$pc:ident, $r:ident, $k:ident, $form:ident| $lhs:expr, $rhs:expr) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` of two floats.")]
            fn $name<$form>($pc, $r, $k, vm, table) {
                let quotient = number::quotient($lhs.float_or_nan(), $rhs.float_or_nan());
                done!(quotient, $form, 0, $pc, $r, $k, vm, table);
                tail!($mixed::<$form>, $pc, $r, $k, vm, table)
            }
            /// Two numbers of which one is an int: both are exact as floats, so that the quotient is rounded once.
            fn $mixed<$form>($pc, $r, $k, vm, table) {
                let quotient = number::quotient(number::to_float($lhs), number::to_float($rhs));
                done!(quotient, $form, 0, $pc, $r, $k, vm, table);
                tail!($slow::<$form>, $pc, $r, $k, vm, table)
            }
        }
        slow!($slow, Truediv, false, |$pc, $r, $k, $form| $lhs, $rhs);
    };
}

/// An operator whose fast path is two ints.
macro_rules! int_operator {
    ($name:ident $slow:ident, $operator:ident, $ints:expr,
     |$pc:ident, $r:ident, $k:ident, $form:ident| $lhs:expr, $rhs:expr) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` of two ints.")]
            fn $name<$form>($pc, $r, $k, vm, table) {
                done!($ints($lhs, $rhs), $form, 0, $pc, $r, $k, vm, table);
                tail!($slow::<$form>, $pc, $r, $k, vm, table)
            }
        }
        slow!($slow, $operator, false, |$pc, $r, $k, $form| $lhs, $rhs);
    };
}

/// A division of an int by an immediate: by powers of two at once, by others in a handler that has registers for it.
macro_rules! division_imm {
    ($name:ident $any:ident $slow:ident, $operator:ident, $by_power:expr, $ints:expr) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` by a power of two.")]
            fn $name<E>(pc, r, k, vm, table) {
                done!($by_power(*r.add(E::b(pc)), E::imm_c(pc)), E, 0, pc, r, k, vm, table);
                tail!($any::<E>, pc, r, k, vm, table)
            }
            /// By any other immediate.
            fn $any<E>(pc, r, k, vm, table) {
                done!($ints(*r.add(E::b(pc)), Value::small_int(E::imm_c(pc))), E, 0, pc, r, k, vm, table);
                tail!($slow::<E>, pc, r, k, vm, table)
            }
        }
        slow!(
            $slow,
            $operator,
            false,
            |pc, r, k, E| *r.add(E::b(pc)),
            Value::small_int(E::imm_c(pc))
        );
    };
}

/// An operator with an immediate int on the right: of an int, else of a float.
macro_rules! immediate {
    ($name:ident $mixed:ident $slow:ident, $operator:ident, $inplace:literal, $ints:expr, $op:tt) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` of an int.")]
            fn $name<E>(pc, r, k, vm, table) {
                done!($ints(*r.add(E::b(pc)), E::imm_c(pc)), E, 0, pc, r, k, vm, table);
                tail!($mixed::<E>, pc, r, k, vm, table)
            }
            /// A float, or an int whose result is none that is in line.
            fn $mixed<E>(pc, r, k, vm, table) {
                let result = (*r.add(E::b(pc))).float_or_nan() $op E::imm_c(pc) as f64;
                done!(number::boxed(result), E, 0, pc, r, k, vm, table);
                tail!($slow::<E>, pc, r, k, vm, table)
            }
        }
        slow!(
            $slow,
            $operator,
            $inplace,
            |pc, r, k, E| *r.add(E::b(pc)),
            Value::small_int(E::imm_c(pc))
        );
    };
}

operator!(done: add add_float add_mixed add_settle add_slow, Add, false, try_add, +,
    |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
operator!(done: sub sub_float sub_mixed sub_settle sub_slow, Sub, false, try_sub, -,
    |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
operator!(done: mul mul_float mul_mixed mul_settle mul_slow, Mul, false, number::mul, *,
    |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
operator!(done: iadd iadd_float iadd_mixed iadd_settle iadd_slow, Add, true, try_add, +,
    |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
operator!(done_next: iadd_next iadd_next_float iadd_next_mixed iadd_next_settle iadd_next_slow, Add, true, try_add, +,
    |pc, r, k, E| *r.add(E::a(pc)), *r.add(E::b(pc))
);
operator!(done: isub isub_float isub_mixed isub_settle isub_slow, Sub, true, try_sub, -,
    |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
operator!(done: imul imul_float imul_mixed imul_settle imul_slow, Mul, true, number::mul, *,
    |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
operator!(done: add_const add_const_float add_const_mixed add_const_settle add_const_slow, Add, false, try_add, +,
    |pc, r, k, E| *r.add(E::b(pc)), *k.add(E::c(pc)));
operator!(done: sub_const sub_const_float sub_const_mixed sub_const_settle sub_const_slow, Sub, false, try_sub, -,
    |pc, r, k, E| *r.add(E::b(pc)), *k.add(E::c(pc)));
operator!(done: mul_const mul_const_float mul_const_mixed mul_const_settle mul_const_slow, Mul, false, number::mul, *,
    |pc, r, k, E| *r.add(E::b(pc)), *k.add(E::c(pc)));
operator!(done: const_sub const_sub_float const_sub_mixed const_sub_settle const_sub_slow, Sub, false, try_sub, -,
    |pc, r, k, E| *k.add(E::b(pc)), *r.add(E::c(pc)));
operator!(done: const_mul const_mul_float const_mul_mixed const_mul_settle const_mul_slow, Mul, false, number::mul, *,
    |pc, r, k, E| *k.add(E::b(pc)), *r.add(E::c(pc)));

division!(truediv truediv_mixed truediv_slow, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
division!(truediv_const truediv_const_mixed truediv_const_slow, |pc, r, k, E| *r.add(E::b(pc)), *k.add(E::c(pc)));
division!(const_truediv const_truediv_mixed const_truediv_slow, |pc, r, k, E| *k.add(E::b(pc)), *r.add(E::c(pc)));

int_operator!(floordiv floordiv_slow, Floordiv, number::floordiv, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
int_operator!(modulo modulo_slow, Mod, number::modulo, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
int_operator!(and and_slow, And, number::and, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
int_operator!(or or_slow, Or, number::or, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
int_operator!(xor xor_slow, Xor, number::xor, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
int_operator!(lshift lshift_slow, Lshift, number::lshift, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
int_operator!(rshift rshift_slow, Rshift, number::rshift, |pc, r, k, E| *r.add(E::b(pc)), *r.add(E::c(pc)));
int_operator!(floordiv_const floordiv_const_slow, Floordiv, number::floordiv, |pc, r, k, E| *r.add(E::b(pc)), *k.add(E::c(pc)));
int_operator!(modulo_const modulo_const_slow, Mod, number::modulo, |pc, r, k, E| *r.add(E::b(pc)), *k.add(E::c(pc)));
int_operator!(and_const and_const_slow, And, number::and, |pc, r, k, E| *r.add(E::b(pc)), *k.add(E::c(pc)));
division_imm!(floordiv_imm floordiv_imm_any floordiv_imm_slow, Floordiv, number::floordiv_by_power, number::floordiv);
division_imm!(modulo_imm modulo_imm_any modulo_imm_slow, Mod, number::modulo_by_power, number::modulo);
int_operator!(and_imm and_imm_slow, And, number::and,
    |pc, r, k, E| *r.add(E::b(pc)), Value::small_int(E::imm_c(pc)));
int_operator!(lshift_imm lshift_imm_slow, Lshift, number::lshift,
    |pc, r, k, E| *r.add(E::b(pc)), Value::small_int(E::imm_c(pc)));
int_operator!(rshift_imm rshift_imm_slow, Rshift, number::rshift,
    |pc, r, k, E| *r.add(E::b(pc)), Value::small_int(E::imm_c(pc)));

immediate!(add_imm add_imm_mixed add_imm_slow, Add, false, number::add_imm, +);
immediate!(sub_imm sub_imm_mixed sub_imm_slow, Sub, false, |a, n: i64| number::add_imm(a, -n), -);
immediate!(iadd_imm iadd_imm_mixed iadd_imm_slow, Add, true, number::add_imm, +);
immediate!(isub_imm isub_imm_mixed isub_imm_slow, Sub, true, |a, n: i64| number::add_imm(a, -n), -);
immediate!(mul_imm mul_imm_mixed mul_imm_slow, Mul, false, |a, n| number::mul(a, Value::small_int(n)), *);

handlers! {
    /// `truediv_imm` of a float.
    fn truediv_imm<E>(pc, r, k, vm, table) {
        let quotient = number::quotient((*r.add(E::b(pc))).float_or_nan(), E::imm_c(pc) as f64);
        done!(quotient, E, 0, pc, r, k, vm, table);
        tail!(truediv_imm_mixed::<E>, pc, r, k, vm, table)
    }
    /// An int.
    fn truediv_imm_mixed<E>(pc, r, k, vm, table) {
        let quotient = number::quotient(number::to_float(*r.add(E::b(pc))), E::imm_c(pc) as f64);
        done!(quotient, E, 0, pc, r, k, vm, table);
        tail!(truediv_imm_slow::<E>, pc, r, k, vm, table)
    }
}
slow!(
    truediv_imm_slow,
    Truediv,
    false,
    |pc, r, k, E| *r.add(E::b(pc)),
    Value::small_int(E::imm_c(pc))
);

/// The handler of `binary` for an operator's number.
///
/// # Safety
/// Verified code has no other numbers.
#[inline(always)] // PERF: perf/0003-numbers.md
unsafe fn of_number<E: Encoding>(number: u32) -> &'static Entry {
    let handlers: &'static [Entry; 14] = const {
        &[
            Entry(binary_slow::<E>),
            Entry(binary_slow::<E>),
            Entry(binary_slow::<E>),
            Entry(binary_slow::<E>),
            Entry(binary_truediv::<E>),
            Entry(binary_floordiv::<E>),
            Entry(binary_modulo::<E>),
            Entry(binary_slow::<E>),
            Entry(binary_pow::<E>),
            Entry(binary_lshift::<E>),
            Entry(binary_rshift::<E>),
            Entry(binary_and::<E>),
            Entry(binary_xor::<E>),
            Entry(binary_or::<E>),
        ]
    };
    // SAFETY: by the caller.
    unsafe { handlers.get_unchecked((number & !INPLACE) as usize) }
}

handlers! {
    /// Any binary operation, by the operator's number: a jump to the handler of the operator.
    fn binary<E>(pc, r, k, vm, table) {
        leave!((of_number::<E>(E::word(pc, 0)).0)(pc, r, k, vm, table))
    }
    #[cold]
    fn binary_slow<E>(pc, r, k, vm, table) {
        let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, lhs, rhs);
        if is_wide(lhs, rhs) && E::BASE == Narrow::BASE && wide::run(&mut *vm, pc, r, k) {
            let (pc, r, k) = (*vm).thread.next;
            next!(pc, r, k, vm, table)
        }
        save_pc!(pc, vm);
        let number = E::word(pc, 0);
        let operator = OPERATORS[(number & !INPLACE) as usize];
        special!(Ask::Binary(operator, number & INPLACE != 0), [lhs, rhs, Value::UNBOUND], vm, table);
        finish!(general(&mut *vm, operator, number & INPLACE != 0, lhs, rhs), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// Division of two numbers.
    fn binary_truediv<E>(pc, r, k, vm, table) {
        let quotient = number::quotient(number::to_float(*r.add(E::b(pc))), number::to_float(*r.add(E::c(pc))));
        done!(quotient, E, 1, pc, r, k, vm, table);
        tail!(binary_slow::<E>, pc, r, k, vm, table)
    }
    /// A power of two ints.
    fn binary_pow<E>(pc, r, k, vm, table) {
        done!(number::pow(*r.add(E::b(pc)), *r.add(E::c(pc))), E, 1, pc, r, k, vm, table);
        tail!(binary_pow_float::<E>, pc, r, k, vm, table)
    }
    /// A power of two numbers of which one is a float.
    #[cold]
    fn binary_pow_float<E>(pc, r, k, vm, table) {
        let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        let (base, exponent) = (number::to_float(lhs), number::to_float(rhs));
        if both_ints(lhs, rhs) || base.is_nan() || exponent.is_nan() {
            tail!(binary_slow::<E>, pc, r, k, vm, table)
        }
        save_pc!(pc, vm);
        finish!(real::power(&mut *vm, base, exponent), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// Negation of an int or float.
    fn neg<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        done!(try_sub(Value::small_int(0), value), E, 0, pc, r, k, vm, table);
        done!(number::boxed(-value.float_or_nan()), E, 0, pc, r, k, vm, table);
        tail!(neg_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn neg_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        special!(Ask::Unary(Special::Neg), [value, Value::UNBOUND, Value::UNBOUND], vm, table);
        finish!(arith::unary(&mut *vm, Special::Neg, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Bitwise complement of an int.
    fn invert<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        done!(number::xor(value, Value::small_int(-1)), E, 0, pc, r, k, vm, table);
        tail!(invert_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn invert_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(arith::unary(&mut *vm, Special::Invert, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
}

/// An operator of `binary` whose fast path is two ints.
macro_rules! int_number {
    ($($name:ident $ints:ident),*) => {
        handlers! {$(
            /// Two ints.
            fn $name<E>(pc, r, k, vm, table) {
                done!(number::$ints(*r.add(E::b(pc)), *r.add(E::c(pc))), E, 1, pc, r, k, vm, table);
                tail!(binary_slow::<E>, pc, r, k, vm, table)
            }
        )*}
    };
}

int_number!(binary_floordiv floordiv, binary_modulo modulo, binary_lshift lshift, binary_rshift rshift, binary_and and,
    binary_xor xor, binary_or or);
