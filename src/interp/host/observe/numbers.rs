//! Guards of arithmetic and comparisons: what the operands are.

use crate::bytecode::isa::{BinaryOperator, INPLACE, Op};
use crate::heap::header::Kind;
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::Encoding;
use crate::interp::steps::operator::OPERATORS;
use crate::interp::steps::wide;
use crate::vm::cost::Verdict;

/// What two operands are that an instruction for ints does not take.
fn other(lhs: Value, rhs: Value) -> Verdict {
    let is_big = |value: Value| value.kind() == Some(Kind::BigInt);
    let is_number = |value: Value| value.is_int() || value.is_float();
    if is_big(lhs) || is_big(rhs) {
        Verdict::Big
    } else if is_number(lhs) && is_number(rhs) {
        Verdict::Mixed
    } else if lhs.is_bool() || rhs.is_bool() {
        Verdict::Bools
    } else if lhs.kind() == Some(Kind::Str) && rhs.kind() == Some(Kind::Str) {
        Verdict::Texts
    } else {
        Verdict::OtherTypes
    }
}

/// The operator of an instruction that computes; `None` for comparisons.
///
/// # Safety
/// `pc` is at the instruction.
unsafe fn operator<E: Encoding>(op: Op, pc: *const u8) -> Option<BinaryOperator> {
    match op {
        // SAFETY: by the caller; verified code has no other numbers.
        Op::binary => Some(OPERATORS[(unsafe { E::word(pc, 0) } & !INPLACE) as usize]),
        Op::truediv | Op::truediv_imm | Op::truediv_const | Op::const_truediv => Some(BinaryOperator::Truediv),
        op => wide::operator(op),
    }
}

/// How the first test of an instruction with two operands ends. Floats are what a quickened form and divisions are for.
///
/// # Safety
/// `pc` is at the instruction.
pub unsafe fn verdict<E: Encoding>(op: Op, pc: *const u8, lhs: Value, rhs: Value) -> Option<Verdict> {
    // SAFETY: by the caller.
    let operator = unsafe { operator::<E>(op, pc) };
    let Some(operator) = operator else {
        return Some(compared(op, lhs, rhs));
    };
    if matches!(
        operator,
        BinaryOperator::Pow | BinaryOperator::Matmul | BinaryOperator::Divmod
    ) {
        return None;
    }
    let for_floats = op.row().name.ends_with("_float") || operator == BinaryOperator::Truediv;
    Some(match (lhs.as_int(), rhs.as_int(), lhs.as_float(), rhs.as_float()) {
        // The immediate of a division is made a float.
        (None, Some(y), Some(_), None) if op == Op::truediv_imm && y != 0 => Verdict::Passed,
        (Some(_), Some(_), ..) if for_floats => Verdict::Ints,
        (Some(x), Some(y), ..) => match wide::compute(operator, x.into(), y.into()) {
            Some(result) if i64::try_from(result).ok().and_then(Value::try_int).is_some() => Verdict::Passed,
            _ => Verdict::Overflow,
        },
        (_, _, Some(x), Some(y)) if for_floats => match operator {
            BinaryOperator::Add if (x + y).is_nan() => Verdict::NoNumber,
            BinaryOperator::Sub if (x - y).is_nan() => Verdict::NoNumber,
            BinaryOperator::Mul if (x * y).is_nan() => Verdict::NoNumber,
            BinaryOperator::Truediv if y == 0.0 || (x / y).is_nan() => Verdict::NoNumber,
            _ => Verdict::Passed,
        },
        (_, _, Some(_), Some(_)) => Verdict::Floats,
        _ => other(lhs, rhs),
    })
}

/// A comparison takes two ints or two floats, an immediate also a float.
fn compared(op: Op, lhs: Value, rhs: Value) -> Verdict {
    let with_immediate = op.row().operands.iter().any(|(name, _)| *name == "imm");
    match (lhs.as_float(), rhs.as_float()) {
        _ if lhs.is_int() && rhs.is_int() => Verdict::Passed,
        (Some(x), Some(y)) if x.is_nan() || y.is_nan() => Verdict::NoNumber,
        (Some(_), Some(_)) => Verdict::Passed,
        (Some(x), None) if with_immediate && !x.is_nan() => Verdict::Passed,
        _ => other(lhs, rhs),
    }
}
