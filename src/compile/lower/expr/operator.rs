//! Binary operations and subscripts, with the forms for small ints and constants.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::{BinaryOperator, INPLACE, Op};
use crate::compile::lower::expr::spine::Current;
use crate::compile::lower::state::{Done, Lower, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{Expr, ExprKind, Operator};
use crate::syntax::span::Span;

/// The instruction for two registers, or the number for `binary`.
fn plain_form(op: Operator) -> Result<Op, BinaryOperator> {
    Ok(match op {
        Operator::Add => Op::add,
        Operator::Sub => Op::sub,
        Operator::Mult => Op::mul,
        Operator::Div => Op::truediv,
        Operator::FloorDiv => Op::floordiv,
        Operator::Mod => Op::modulo,
        Operator::BitAnd => Op::and,
        Operator::BitOr => Op::or,
        Operator::BitXor => Op::xor,
        Operator::LShift => Op::lshift,
        Operator::RShift => Op::rshift,
        Operator::MatMult => return Err(BinaryOperator::Matmul),
        Operator::Pow => return Err(BinaryOperator::Pow),
    })
}

fn operator_number(op: Operator) -> BinaryOperator {
    match op {
        Operator::Add => BinaryOperator::Add,
        Operator::Sub => BinaryOperator::Sub,
        Operator::Mult => BinaryOperator::Mul,
        Operator::MatMult => BinaryOperator::Matmul,
        Operator::Div => BinaryOperator::Truediv,
        Operator::FloorDiv => BinaryOperator::Floordiv,
        Operator::Mod => BinaryOperator::Mod,
        Operator::Pow => BinaryOperator::Pow,
        Operator::LShift => BinaryOperator::Lshift,
        Operator::RShift => BinaryOperator::Rshift,
        Operator::BitAnd => BinaryOperator::And,
        Operator::BitXor => BinaryOperator::Xor,
        Operator::BitOr => BinaryOperator::Or,
    }
}

/// The form with a small int on the right.
fn immediate_form(op: Operator, inplace: bool) -> Option<Op> {
    Some(match (op, inplace) {
        (Operator::Add, false) => Op::add_imm,
        (Operator::Sub, false) => Op::sub_imm,
        (Operator::Add, true) => Op::iadd_imm,
        (Operator::Sub, true) => Op::isub_imm,
        (_, true) => return None,
        (Operator::Mult, _) => Op::mul_imm,
        (Operator::Div, _) => Op::truediv_imm,
        (Operator::FloorDiv, _) => Op::floordiv_imm,
        (Operator::Mod, _) => Op::modulo_imm,
        (Operator::BitAnd, _) => Op::and_imm,
        (Operator::LShift, _) => Op::lshift_imm,
        (Operator::RShift, _) => Op::rshift_imm,
        _ => return None,
    })
}

fn constant_form(op: Operator) -> Option<Op> {
    Some(match op {
        Operator::Add => Op::add_const,
        Operator::Sub => Op::sub_const,
        Operator::Mult => Op::mul_const,
        Operator::Div => Op::truediv_const,
        Operator::FloorDiv => Op::floordiv_const,
        Operator::Mod => Op::modulo_const,
        Operator::BitAnd => Op::and_const,
        _ => return None,
    })
}

fn left_constant_form(op: Operator) -> Option<Op> {
    Some(match op {
        Operator::Sub => Op::const_sub,
        Operator::Mult => Op::const_mul,
        Operator::Div => Op::const_truediv,
        _ => return None,
    })
}

/// The value of an int constant that fits an immediate.
pub fn immediate(constant: &Constant) -> Option<i32> {
    match constant {
        Constant::Int(value) => i16::try_from(*value).ok().map(i32::from),
        _ => None,
    }
}

fn is_number(constant: &Constant) -> bool {
    matches!(
        constant,
        Constant::Int(_) | Constant::BigInt { .. } | Constant::Float(_)
    )
}

impl<'a> Lower<'a> {
    /// `target = left op right`.
    pub fn binary_to(&mut self, span: Span, op: Operator, left: Current, right: &'a Expr<'a>, target: Reg) -> Done {
        let left = match left {
            Current::Register(register) => register,
            Current::Constant(constant) => {
                if self.fuses()
                    && let Some(form) = left_constant_form(op)
                    && is_number(&constant)
                    && let Some(index) = self.near_constant(constant.clone())
                {
                    let src = self.operand(right, 0, true)?;
                    self.emit(span, form, &[r(target), index, r(src)]);
                    return Ok(());
                }
                let register = self.take();
                self.load_constant(span, register, constant);
                register
            }
        };
        if self.fuses()
            && let Some(constant) = self.constant_but_text(right)
        {
            let short = immediate(&constant).zip(immediate_form(op, false));
            if let Some((value, form)) = short
                && (i8::try_from(value).is_ok() || constant_form(op).is_none())
            {
                self.emit(span, form, &[r(target), r(left), value]);
                return Ok(());
            }
            // A constant of the pool keeps the instruction narrow where a longer immediate would not.
            if let Some(form) = constant_form(op)
                && is_number(&constant)
                && let Some(index) = self.near_constant(constant)
            {
                self.emit(span, form, &[r(target), r(left), index]);
                return Ok(());
            }
        }
        let right = self.operand(right, 0, true)?;
        self.emit_binary(span, op, target, left, right);
        Ok(())
    }

    /// The index of a constant that an operand of 16 bits can name.
    pub fn near_constant(&mut self, constant: Constant) -> Option<i32> {
        let index = self.constant(constant);
        (index <= 0xFFFF).then_some(index as i32)
    }

    fn emit_binary(&mut self, span: Span, op: Operator, target: Reg, left: Reg, right: Reg) {
        match plain_form(op) {
            Ok(form) => self.emit(span, form, &[r(target), r(left), r(right)]),
            Err(number) => self.emit(span, Op::binary, &[r(target), r(left), r(right), number as i32]),
        }
    }

    /// `target = left op= right`.
    pub fn inplace_to(&mut self, span: Span, op: Operator, left: Reg, right: &'a Expr<'a>, target: Reg) -> Done {
        if self.fuses()
            && let Some(constant) = self.constant_but_text(right)
            && let (Some(form), Some(value)) = (immediate_form(op, true), immediate(&constant))
        {
            self.emit(span, form, &[r(target), r(left), value]);
            return Ok(());
        }
        let right = self.operand(right, 0, true)?;
        let form = match op {
            Operator::Add => Op::iadd,
            Operator::Sub => Op::isub,
            Operator::Mult => Op::imul,
            _ => {
                let number = operator_number(op) as i32 + INPLACE as i32;
                self.emit(span, Op::binary, &[r(target), r(left), r(right), number]);
                return Ok(());
            }
        };
        self.emit(span, form, &[r(target), r(left), r(right)]);
        Ok(())
    }

    /// `target = object[slice]`.
    pub fn subscript_to(&mut self, span: Span, object: Reg, slice: &'a Expr<'a>, target: Reg) -> Done {
        if let Some(bounds) = self.simple_slice(slice)? {
            self.emit(span, Op::load_slice, &[r(target), r(object), r(bounds)]);
            return Ok(());
        }
        if self.fuses()
            && let Some(constant) = self.constant_but_text(slice)
            && let Some(value) = immediate(&constant)
        {
            self.emit(span, Op::load_item_imm, &[r(target), r(object), value]);
            return Ok(());
        }
        if let ExprKind::Slice { lower, upper, step } = slice.kind {
            let parts = self.take_many(3);
            for (index, part) in [lower, upper, step].into_iter().enumerate() {
                self.optional_to(slice.span, part, parts.at(index as u32))?;
            }
            self.emit(span, Op::load_slice_step, &[r(target), r(object), r(parts)]);
            return Ok(());
        }
        let key = self.operand(slice, 0, true)?;
        self.emit(span, Op::load_item, &[r(target), r(object), r(key)]);
        Ok(())
    }

    /// The two bounds of a slice without step whose bounds are not both constant, in two registers.
    pub fn simple_slice(&mut self, slice: &'a Expr<'a>) -> Done<Option<Reg>> {
        let ExprKind::Slice {
            lower,
            upper,
            step: None,
        } = slice.kind
        else {
            return Ok(None);
        };
        let bounds = self.take_many(2);
        self.optional_to(slice.span, lower, bounds)?;
        self.optional_to(slice.span, upper, bounds.at(1))?;
        Ok(Some(bounds))
    }
}
