//! Arithmetic. Each operator has a fast handler for two inline ints or two floats, a second one for a mixed pair, and a cold one
//! that asks `ops::arith`. The last two keep the first free of calls.

use crate::bytecode::isa::{BinaryOperator, INPLACE};
use crate::heap::value::{INT_MIN_BITS, Value, both_ints, try_add, try_sub};
use crate::interp::dispatch::handler::{handlers, next, save_pc, tail};
use crate::interp::steps::number;
use crate::interp::unwind::{finish, need_bound};
use crate::ops::number::arith;
use crate::vm::raised::Run;
use crate::vm::special::Special;
use crate::vm::state::Vm;

/// The operator of the number that `binary` carries.
pub const OPERATORS: [BinaryOperator; 14] = [
    BinaryOperator::Add,
    BinaryOperator::Sub,
    BinaryOperator::Mul,
    BinaryOperator::Matmul,
    BinaryOperator::Truediv,
    BinaryOperator::Floordiv,
    BinaryOperator::Mod,
    BinaryOperator::Divmod,
    BinaryOperator::Pow,
    BinaryOperator::Lshift,
    BinaryOperator::Rshift,
    BinaryOperator::And,
    BinaryOperator::Xor,
    BinaryOperator::Or,
];

/// `lhs operator rhs`, or the augmented assignment's form of it.
#[cold]
#[inline(never)]
fn general(vm: &mut Vm, operator: BinaryOperator, inplace: bool, lhs: Value, rhs: Value) -> Run<Value> {
    if inplace {
        arith::inplace(vm, operator, lhs, rhs)
    } else {
        arith::binary(vm, operator, lhs, rhs)
    }
}

/// An operator whose fast path is two ints (`$ints` answers an option) or numbers of which one is a float (`$floats`).
macro_rules! operator {
    ($name:ident, $mixed:ident, $slow:ident, $operator:ident, $inplace:literal, $ints:expr, $floats:expr) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` of two ints or floats.")]
            fn $name<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
                if both_ints(lhs, rhs) {
                    let Some(result) = $ints(lhs, rhs) else { tail!($slow::<E>, pc, r, k, vm, table) };
                    *r.add(E::a(pc)) = result;
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                if let Some((x, y)) = number::both_floats(lhs, rhs) {
                    let Some(result) = $floats(x, y) else { tail!($slow::<E>, pc, r, k, vm, table) };
                    *r.add(E::a(pc)) = number::float(result);
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                tail!($mixed::<E>, pc, r, k, vm, table)
            }
            /// An int and a float.
            fn $mixed<E>(pc, r, k, vm, table) {
                if let Some((x, y)) = number::floats(*r.add(E::b(pc)), *r.add(E::c(pc))) {
                    let Some(result) = $floats(x, y) else { tail!($slow::<E>, pc, r, k, vm, table) };
                    *r.add(E::a(pc)) = number::float(result);
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                tail!($slow::<E>, pc, r, k, vm, table)
            }
            #[cold]
            fn $slow<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
                need_bound!(E, pc, r, k, vm, table, lhs, rhs);
                save_pc!(pc, vm);
                finish!(general(&mut *vm, BinaryOperator::$operator, $inplace, lhs, rhs), E, 0, pc, r, k, vm, table, E::a(pc))
            }
        }
    };
}

/// An operator of ints alone.
macro_rules! int_operator {
    ($name:ident, $mixed:ident, $slow:ident, $operator:ident, $ints:expr) => {
        operator!($name, $mixed, $slow, $operator, false, $ints, |_: f64, _: f64| {
            None::<f64>
        });
    };
}

operator!(add, add_mixed, add_slow, Add, false, try_add, |x, y| Some(x + y));
operator!(sub, sub_mixed, sub_slow, Sub, false, try_sub, |x, y| Some(x - y));
operator!(mul, mul_mixed, mul_slow, Mul, false, number::mul, |x, y| Some(x * y));
operator!(iadd, iadd_mixed, iadd_slow, Add, true, try_add, |x, y| Some(x + y));
operator!(isub, isub_mixed, isub_slow, Sub, true, try_sub, |x, y| Some(x - y));
operator!(imul, imul_mixed, imul_slow, Mul, true, number::mul, |x, y| Some(x * y));
operator!(
    truediv,
    truediv_mixed,
    truediv_slow,
    Truediv,
    false,
    |a: Value, b: Value| number::float_quotient(a.int_unchecked() as f64, b.int_unchecked() as f64).map(number::float),
    number::float_quotient
);
int_operator!(floordiv, floordiv_mixed, floordiv_slow, Floordiv, number::floordiv);
int_operator!(modulo, modulo_mixed, modulo_slow, Mod, number::modulo);
int_operator!(and, and_mixed, and_slow, And, |a, b| number::bits(a, b, |x, y| x & y));
int_operator!(or, or_mixed, or_slow, Or, |a, b| number::bits(a, b, |x, y| x | y));
int_operator!(xor, xor_mixed, xor_slow, Xor, |a, b| number::bits(a, b, |x, y| x ^ y));
int_operator!(lshift, lshift_mixed, lshift_slow, Lshift, number::lshift);
int_operator!(rshift, rshift_mixed, rshift_slow, Rshift, number::rshift);

/// An operator with an immediate int on the right.
macro_rules! immediate {
    ($name:ident, $slow:ident, $operator:ident, $inplace:literal, $ints:expr, $floats:expr) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` of an int or float.")]
            fn $name<E>(pc, r, k, vm, table) {
                let (lhs, imm) = (*r.add(E::b(pc)), E::imm_c(pc));
                if lhs.is_int() {
                    let Some(result) = $ints(lhs, imm) else { tail!($slow::<E>, pc, r, k, vm, table) };
                    *r.add(E::a(pc)) = result;
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                if lhs.is_float() {
                    let Some(result) = $floats(lhs.float_unchecked(), imm as f64) else {
                        tail!($slow::<E>, pc, r, k, vm, table)
                    };
                    *r.add(E::a(pc)) = number::float(result);
                    next!(E::after(pc, 0), r, k, vm, table)
                }
                tail!($slow::<E>, pc, r, k, vm, table)
            }
            #[cold]
            fn $slow<E>(pc, r, k, vm, table) {
                let (lhs, rhs) = (*r.add(E::b(pc)), Value::small_int(E::imm_c(pc)));
                need_bound!(E, pc, r, k, vm, table, lhs);
                save_pc!(pc, vm);
                finish!(general(&mut *vm, BinaryOperator::$operator, $inplace, lhs, rhs), E, 0, pc, r, k, vm, table, E::a(pc))
            }
        }
    };
}

/// `n + imm` in the box: the range check is the tag check.
#[inline(always)] // PERF: perf/0001-handlers.md
fn add_box(lhs: Value, imm: i64) -> Option<Value> {
    let sum = lhs.bits().wrapping_add(imm as u64);
    (sum >= INT_MIN_BITS).then_some(Value::from_bits(sum))
}

immediate!(add_imm, add_imm_slow, Add, false, add_box, |x, y| Some(x + y));
immediate!(sub_imm, sub_imm_slow, Sub, false, |a, n: i64| add_box(a, -n), |x, y| {
    Some(x - y)
});
immediate!(iadd_imm, iadd_imm_slow, Add, true, add_box, |x, y| Some(x + y));
immediate!(
    isub_imm,
    isub_imm_slow,
    Sub,
    true,
    |a, n: i64| add_box(a, -n),
    |x, y| Some(x - y)
);
immediate!(
    mul_imm,
    mul_imm_slow,
    Mul,
    false,
    |a, n| number::mul(a, Value::small_int(n)),
    |x, y| Some(x * y)
);
immediate!(
    floordiv_imm,
    floordiv_imm_slow,
    Floordiv,
    false,
    |a, n| number::floordiv(a, Value::small_int(n)),
    |_, _| None::<f64>
);
immediate!(
    modulo_imm,
    modulo_imm_slow,
    Mod,
    false,
    |a, n| number::modulo(a, Value::small_int(n)),
    |_, _| None::<f64>
);
immediate!(
    and_imm,
    and_imm_slow,
    And,
    false,
    |a, n| number::bits(a, Value::small_int(n), |x, y| x & y),
    |_, _| None::<f64>
);
immediate!(
    lshift_imm,
    lshift_imm_slow,
    Lshift,
    false,
    |a, n| number::lshift(a, Value::small_int(n)),
    |_, _| None::<f64>
);
immediate!(
    rshift_imm,
    rshift_imm_slow,
    Rshift,
    false,
    |a, n| number::rshift(a, Value::small_int(n)),
    |_, _| None::<f64>
);

/// An operator with a constant on one side: `$lhs` and `$rhs` read the operands, `$checked` is the one that may be UNBOUND.
macro_rules! constant {
    ($name:ident, $mixed:ident, $slow:ident, $operator:ident, $ints:expr, $floats:expr,
     |$pc:ident, $r:ident, $k:ident, $form:ident| $lhs:expr, $rhs:expr) => {
        handlers! {
            #[doc = concat!("`", stringify!($name), "` of two ints or floats.")]
            fn $name<$form>($pc, $r, $k, vm, table) {
                let (lhs, rhs) = ($lhs, $rhs);
                if both_ints(lhs, rhs) {
                    let Some(result) = $ints(lhs, rhs) else { tail!($slow::<$form>, $pc, $r, $k, vm, table) };
                    *$r.add($form::a($pc)) = result;
                    next!($form::after($pc, 0), $r, $k, vm, table)
                }
                if let Some((x, y)) = number::both_floats(lhs, rhs) {
                    let Some(result) = $floats(x, y) else { tail!($slow::<$form>, $pc, $r, $k, vm, table) };
                    *$r.add($form::a($pc)) = number::float(result);
                    next!($form::after($pc, 0), $r, $k, vm, table)
                }
                tail!($mixed::<$form>, $pc, $r, $k, vm, table)
            }
            /// An int and a float.
            fn $mixed<$form>($pc, $r, $k, vm, table) {
                let (lhs, rhs) = ($lhs, $rhs);
                if let Some((x, y)) = number::floats(lhs, rhs) {
                    let Some(result) = $floats(x, y) else { tail!($slow::<$form>, $pc, $r, $k, vm, table) };
                    *$r.add($form::a($pc)) = number::float(result);
                    next!($form::after($pc, 0), $r, $k, vm, table)
                }
                tail!($slow::<$form>, $pc, $r, $k, vm, table)
            }
            #[cold]
            fn $slow<$form>($pc, $r, $k, vm, table) {
                let (lhs, rhs) = ($lhs, $rhs);
                need_bound!($form, $pc, $r, $k, vm, table, lhs, rhs);
                save_pc!($pc, vm);
                finish!(general(&mut *vm, BinaryOperator::$operator, false, lhs, rhs), $form, 0, $pc, $r, $k, vm, table, $form::a($pc))
            }
        }
    };
}

/// `a / b` of two ints as a float, exact since both are.
#[inline(always)] // PERF: perf/0001-handlers.md
fn int_quotient(a: Value, b: Value) -> Option<Value> {
    number::float_quotient(a.int_unchecked() as f64, b.int_unchecked() as f64).map(number::float)
}

constant!(
    add_const,
    add_const_mixed,
    add_const_slow,
    Add,
    try_add,
    |x, y| Some(x + y),
    |pc, r, k, E| *r.add(E::b(pc)),
    *k.add(E::c(pc))
);
constant!(
    sub_const,
    sub_const_mixed,
    sub_const_slow,
    Sub,
    try_sub,
    |x, y| Some(x - y),
    |pc, r, k, E| *r.add(E::b(pc)),
    *k.add(E::c(pc))
);
constant!(
    mul_const,
    mul_const_mixed,
    mul_const_slow,
    Mul,
    number::mul,
    |x, y| Some(x * y),
    |pc, r, k, E| *r.add(E::b(pc)),
    *k.add(E::c(pc))
);
constant!(
    truediv_const,
    truediv_const_mixed,
    truediv_const_slow,
    Truediv,
    int_quotient,
    number::float_quotient,
    |pc, r, k, E| *r.add(E::b(pc)),
    *k.add(E::c(pc))
);
constant!(
    const_sub,
    const_sub_mixed,
    const_sub_slow,
    Sub,
    try_sub,
    |x, y| Some(x - y),
    |pc, r, k, E| *k.add(E::b(pc)),
    *r.add(E::c(pc))
);
constant!(
    const_mul,
    const_mul_mixed,
    const_mul_slow,
    Mul,
    number::mul,
    |x, y| Some(x * y),
    |pc, r, k, E| *k.add(E::b(pc)),
    *r.add(E::c(pc))
);
constant!(
    const_truediv,
    const_truediv_mixed,
    const_truediv_slow,
    Truediv,
    int_quotient,
    number::float_quotient,
    |pc, r, k, E| *k.add(E::b(pc)),
    *r.add(E::c(pc))
);

handlers! {
    /// Any binary operation, by the operator's number.
    fn binary<E>(pc, r, k, vm, table) {
        let (lhs, rhs) = (*r.add(E::b(pc)), *r.add(E::c(pc)));
        need_bound!(E, pc, r, k, vm, table, lhs, rhs);
        save_pc!(pc, vm);
        let number = E::word(pc, 0);
        let operator = OPERATORS[(number & !INPLACE) as usize];
        finish!(general(&mut *vm, operator, number & INPLACE != 0, lhs, rhs), E, 1, pc, r, k, vm, table, E::a(pc))
    }
    /// Negation of an int or float.
    fn neg<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        if value.is_float() {
            *r.add(E::a(pc)) = Value::float(-value.float_unchecked());
            next!(E::after(pc, 0), r, k, vm, table)
        }
        if both_ints(value, value) {
            let Some(result) = try_sub(Value::small_int(0), value) else { tail!(neg_slow::<E>, pc, r, k, vm, table) };
            *r.add(E::a(pc)) = result;
            next!(E::after(pc, 0), r, k, vm, table)
        }
        tail!(neg_slow::<E>, pc, r, k, vm, table)
    }
    #[cold]
    fn neg_slow<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(arith::unary(&mut *vm, Special::Neg, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Unary plus.
    fn pos<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(arith::unary(&mut *vm, Special::Pos, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
    /// Bitwise complement.
    fn invert<E>(pc, r, k, vm, table) {
        let value = *r.add(E::b(pc));
        need_bound!(E, pc, r, k, vm, table, value);
        save_pc!(pc, vm);
        finish!(arith::unary(&mut *vm, Special::Invert, value), E, 0, pc, r, k, vm, table, E::a(pc))
    }
}
