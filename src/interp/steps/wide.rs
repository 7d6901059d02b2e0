//! Chains of arithmetic on ints beyond the inline range: what one instruction computes and the next alone reads stays in a machine
//! number of 128 bits, so that `(x * a + c) & mask` makes one int, not three.
//!
//! What this cannot do (overflow, division by zero, other types) is left to the instruction itself, run in the ordinary way: nothing
//! here raises or runs Python.

use crate::bytecode::isa::{BinaryOperator, INPLACE, OPS, Op};
use crate::heap::value::Value;
use crate::interp::dispatch::encoding::{Encoding, Narrow};
use crate::interp::steps::operator::OPERATORS;
use crate::object::callable::code::Code;
use crate::object::number::BigInt;
use crate::ops::make;
use crate::vm::state::Vm;

/// Where an operand is.
#[derive(Clone, Copy)]
enum Place {
    Register(usize),
    Value(Value),
}

/// An instruction that computes.
struct Step {
    operator: BinaryOperator,
    lhs: Place,
    rhs: Place,
    dst: usize,
    next: *const u8,
}

/// Does the instruction at `pc`, and those behind that go on with its result. Answers whether it did any: then `Thread::next` says
/// where to go on.
///
/// # Safety
/// `pc` is at a narrow instruction of the running frame, whose registers and constants are `r` and `k`.
#[inline(never)]
pub unsafe fn run(vm: &mut Vm, pc: *const u8, r: *mut Value, k: *mut Value) -> bool {
    // SAFETY: by the caller; verified code names registers and constants that exist.
    unsafe {
        let value = |place| match place {
            Place::Register(register) => int(*r.add(register)),
            Place::Value(value) => int(value),
        };
        let Some(first) = decode(pc, k) else { return false };
        let (Some(lhs), Some(rhs)) = (value(first.lhs), value(first.rhs)) else {
            return false;
        };
        let Some(mut result) = compute(first.operator, lhs, rhs) else {
            return false;
        };
        let (mut dst, mut next) = (first.dst, first.next);
        let temporaries = Code::of_constants(k).local_names().len();
        while let Some(step) = decode(next, k) {
            let reads = |place| matches!(place, Place::Register(register) if register == dst);
            if step.dst != dst && dst < temporaries {
                break;
            }
            let operands = match (reads(step.lhs), reads(step.rhs)) {
                (true, false) => value(step.rhs).map(|rhs| (result, rhs)),
                (false, true) => value(step.lhs).map(|lhs| (lhs, result)),
                _ => None,
            };
            let Some(after) = operands.and_then(|(lhs, rhs)| compute(step.operator, lhs, rhs)) else {
                break;
            };
            (result, dst, next) = (after, step.dst, step.next);
        }
        *r.add(dst) = match i64::try_from(result).ok().and_then(Value::try_int) {
            Some(value) => value,
            None => make::wide_int(vm, result),
        };
        vm.thread.next = (next, r, k);
    }
    true
}

/// The number in an int that is not too large, or in a bool.
fn int(value: Value) -> Option<i128> {
    if let Some(n) = value.as_int_or_bool() {
        return Some(i128::from(n));
    }
    value.cast::<BigInt>()?.limbs().to_i128()
}

/// Where an instruction that computes has its operands.
#[derive(Clone, Copy)]
enum Form {
    Registers,
    /// The first operand is also the result.
    Accumulator,
    ConstantRight,
    ConstantLeft,
    Immediate,
    /// The operator is a word.
    Number,
}

/// Operator and form of the instructions that compute, by opcode.
static KINDS: [Option<(BinaryOperator, Form)>; 256] = {
    let mut kinds = [None; 256];
    let mut i = 0;
    while i < OPS.len() {
        kinds[i] = kind(OPS[i]);
        i += 1;
    }
    kinds
};

const fn kind(op: Op) -> Option<(BinaryOperator, Form)> {
    use BinaryOperator::*;
    use Form::*;
    Some(match op {
        Op::add | Op::add_float | Op::add_return | Op::iadd | Op::iadd_float => (Add, Registers),
        Op::iadd_next | Op::iadd_next_float => (Add, Accumulator),
        Op::add_const | Op::add_const_float => (Add, ConstantRight),
        Op::add_imm | Op::add_imm_item | Op::iadd_imm | Op::iadd_imm_loop => (Add, Immediate),
        Op::sub | Op::sub_float | Op::isub | Op::isub_float => (Sub, Registers),
        Op::sub_const | Op::sub_const_float => (Sub, ConstantRight),
        Op::const_sub | Op::const_sub_float => (Sub, ConstantLeft),
        Op::sub_imm | Op::sub_imm_item | Op::sub_imm_call | Op::isub_imm => (Sub, Immediate),
        Op::mul | Op::mul_float | Op::imul | Op::imul_float => (Mul, Registers),
        Op::mul_add_float | Op::mul_sub_float | Op::mul_add_next_float => (Mul, Registers),
        Op::mul_const | Op::mul_const_float => (Mul, ConstantRight),
        Op::const_mul | Op::const_mul_float => (Mul, ConstantLeft),
        Op::mul_imm => (Mul, Immediate),
        Op::and => (And, Registers),
        Op::and_const => (And, ConstantRight),
        Op::and_imm => (And, Immediate),
        Op::or => (Or, Registers),
        Op::xor => (Xor, Registers),
        Op::lshift => (Lshift, Registers),
        Op::lshift_imm => (Lshift, Immediate),
        Op::rshift => (Rshift, Registers),
        Op::rshift_imm => (Rshift, Immediate),
        Op::floordiv => (Floordiv, Registers),
        Op::floordiv_const => (Floordiv, ConstantRight),
        Op::floordiv_imm => (Floordiv, Immediate),
        Op::modulo => (Mod, Registers),
        Op::modulo_const => (Mod, ConstantRight),
        Op::modulo_imm | Op::modulo_imm_jump => (Mod, Immediate),
        Op::binary => (Matmul, Number),
        _ => return None,
    })
}

/// What an instruction computes, if it is one of those that chains are made of.
pub fn operator(op: Op) -> Option<BinaryOperator> {
    KINDS[op as usize].map(|(operator, _)| operator)
}

/// The instruction at `pc`, if it is a narrow one that computes.
#[inline]
unsafe fn decode(pc: *const u8, k: *mut Value) -> Option<Step> {
    // SAFETY: by the caller; all of these have their operands in these places.
    unsafe {
        let (operator, form) = KINDS[*pc as usize]?;
        let (a, b, c) = (Narrow::a(pc), Narrow::b(pc), Narrow::c(pc));
        let mut step = Step {
            operator,
            lhs: Place::Register(b),
            rhs: Place::Register(c),
            dst: a,
            next: Narrow::after(pc, 0),
        };
        match form {
            Form::Registers => {}
            Form::Accumulator => (step.lhs, step.rhs) = (Place::Register(a), Place::Register(b)),
            Form::ConstantRight => step.rhs = Place::Value(*k.add(c)),
            Form::ConstantLeft => step.lhs = Place::Value(*k.add(b)),
            Form::Immediate => step.rhs = Place::Value(Value::small_int(Narrow::imm_c(pc))),
            Form::Number => {
                step.operator = OPERATORS[(Narrow::word(pc, 0) & !INPLACE) as usize];
                step.next = Narrow::after(pc, 1);
            }
        }
        Some(step)
    }
}

/// The result, if 128 bits hold it.
#[inline]
pub fn compute(operator: BinaryOperator, x: i128, y: i128) -> Option<i128> {
    match operator {
        BinaryOperator::Add => x.checked_add(y),
        BinaryOperator::Sub => x.checked_sub(y),
        BinaryOperator::Mul => match (i64::try_from(x), i64::try_from(y)) {
            (Ok(x), Ok(y)) => Some(i128::from(x) * i128::from(y)),
            _ => x.checked_mul(y),
        },
        BinaryOperator::And => Some(x & y),
        BinaryOperator::Or => Some(x | y),
        BinaryOperator::Xor => Some(x ^ y),
        BinaryOperator::Rshift if y >= 0 => Some(x >> y.min(127)),
        BinaryOperator::Lshift if (0..127).contains(&y) => {
            let shifted = x << y;
            (shifted >> y == x).then_some(shifted)
        }
        BinaryOperator::Floordiv => Some(divide(x, y)?.0),
        BinaryOperator::Mod => Some(divide(x, y)?.1),
        _ => None,
    }
}

/// Quotient and remainder as Python rounds them; `None` for division by zero.
fn divide(x: i128, y: i128) -> Option<(i128, i128)> {
    // The quotient of the least number and −1 does not fit.
    if y == 0 || y == -1 {
        return None;
    }
    let (mut quotient, mut rest) = match (u64::try_from(x), u64::try_from(y)) {
        (Ok(x), Ok(y)) => (i128::from(x / y), i128::from(x % y)),
        _ => (x / y, x % y),
    };
    if rest != 0 && (rest < 0) != (y < 0) {
        quotient -= 1;
        rest += y;
    }
    Some((quotient, rest))
}
