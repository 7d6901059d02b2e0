//! Comparisons, and expressions of which only the truth matters: jumps, no booleans.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::Op;
use crate::compile::emitter::Label;
use crate::compile::fold::expression::truth;
use crate::compile::lower::constant::type_name;
use crate::compile::lower::expr::operator::immediate;
use crate::compile::lower::state::{Done, Lower, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{self, BoolOp, CmpOp, Comparison, Expr, ExprKind, UnaryOp};
use crate::syntax::span::Span;

/// The family of one ordering or equality operator.
struct Family {
    value: Op,
    jump: Op,
    jump_not: Op,
    jump_imm: Op,
    jump_not_imm: Op,
    jump_not_const: Op,
    loop_reg: Op,
    loop_imm: Op,
}

macro_rules! family {
    ($value:ident $jump:ident $jump_not:ident $jump_imm:ident $jump_not_imm:ident $jump_not_const:ident $loop_reg:ident $loop_imm:ident) => {
        Some(Family {
            value: Op::$value,
            jump: Op::$jump,
            jump_not: Op::$jump_not,
            jump_imm: Op::$jump_imm,
            jump_not_imm: Op::$jump_not_imm,
            jump_not_const: Op::$jump_not_const,
            loop_reg: Op::$loop_reg,
            loop_imm: Op::$loop_imm,
        })
    };
}

fn family(op: CmpOp) -> Option<Family> {
    match op {
        CmpOp::Lt => family!(lt jump_lt jump_not_lt jump_lt_imm jump_not_lt_imm jump_not_lt_const loop_lt loop_lt_imm),
        CmpOp::LtE => family!(le jump_le jump_not_le jump_le_imm jump_not_le_imm jump_not_le_const loop_le loop_le_imm),
        CmpOp::Eq => family!(eq jump_eq jump_not_eq jump_eq_imm jump_not_eq_imm jump_not_eq_const loop_eq loop_eq_imm),
        CmpOp::NotEq => {
            family!(ne jump_ne jump_not_ne jump_ne_imm jump_not_ne_imm jump_not_ne_const loop_ne loop_ne_imm)
        }
        CmpOp::Gt => family!(gt jump_gt jump_not_gt jump_gt_imm jump_not_gt_imm jump_not_gt_const loop_gt loop_gt_imm),
        CmpOp::GtE => family!(ge jump_ge jump_not_ge jump_ge_imm jump_not_ge_imm jump_not_ge_const loop_ge loop_ge_imm),
        _ => None,
    }
}

/// Where a condition goes: forwards on the given truth, or back to a loop's body when true.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goal {
    If,
    Unless,
    Back,
}

impl<'a> Lower<'a> {
    /// `is` for `is not` and so on: the operators whose opposite is exact.
    pub fn opposite(op: CmpOp) -> Option<CmpOp> {
        match op {
            CmpOp::Is => Some(CmpOp::IsNot),
            CmpOp::IsNot => Some(CmpOp::Is),
            CmpOp::In => Some(CmpOp::NotIn),
            CmpOp::NotIn => Some(CmpOp::In),
            _ => None,
        }
    }

    /// A comparison as a value.
    pub fn compare_to(&mut self, span: Span, left: &'a Expr<'a>, rest: &'a [Comparison<'a>], dst: Reg) -> Done {
        self.warn_identity(span, left, rest);
        if let [only] = rest {
            return self.compare_one_to(span, left, only.op, only.right, dst);
        }
        let mark = self.top();
        let work = self.take();
        let end = self.label();
        let mut lhs = self.operand(left, span.end, false)?;
        for (index, link) in rest.iter().enumerate() {
            let rhs = self.chain_operand(link, &rest[index + 1..])?;
            self.emit_compare(span, link.op, work, lhs, rhs);
            if index + 1 < rest.len() {
                self.emit_jump(span, Op::jump_unless, &[r(work)], end);
            }
            lhs = rhs;
        }
        self.bind(end);
        self.copy(span, dst, work);
        self.release(mark);
        Ok(())
    }

    /// The right operand of a link, kept while the next is evaluated.
    fn chain_operand(&mut self, link: &Comparison<'a>, later: &[Comparison<'a>]) -> Done<Reg> {
        let until = later.first().map_or(0, |next| next.right.span.end);
        match self.container(link) {
            Some(constant) => {
                let register = self.take();
                self.load_constant(link.right.span, register, constant);
                Ok(register)
            }
            None => self.operand(link.right, until, family(link.op).is_some() && until == 0),
        }
    }

    /// `[…]` and `{…}` of constants behind `in`.
    fn container(&self, link: &Comparison<'a>) -> Option<Constant> {
        matches!(link.op, CmpOp::In | CmpOp::NotIn)
            .then(|| self.constant_container(link.right))
            .flatten()
    }

    pub fn compare_one_to(&mut self, span: Span, left: &'a Expr<'a>, op: CmpOp, right: &'a Expr<'a>, dst: Reg) -> Done {
        let mark = self.top();
        let until = if self.is_constant(right) { 0 } else { right.span.end };
        let lhs = self.operand(left, until, family(op).is_some())?;
        let link = Comparison { op, right };
        let rhs = self.chain_operand(&link, &[])?;
        self.emit_compare(span, op, dst, lhs, rhs);
        self.release(mark);
        Ok(())
    }

    pub fn emit_compare(&mut self, span: Span, op: CmpOp, dst: Reg, lhs: Reg, rhs: Reg) {
        let op = match op {
            CmpOp::Is => Op::is,
            CmpOp::IsNot => Op::is_not,
            CmpOp::In => Op::contains,
            CmpOp::NotIn => Op::not_contains,
            _ => family(op).expect("an ordering or equality").value,
        };
        self.emit(span, op, &[r(dst), r(lhs), r(rhs)]);
    }

    /// Jumps forwards to `target` if the truth of `expr` is `when`; else goes on.
    pub fn jump_cond(&mut self, expr: &'a Expr<'a>, target: Label, when: bool) -> Done {
        self.branch(expr, target, if when { Goal::If } else { Goal::Unless })
    }

    /// Jumps back to `body` if `expr` is true; else goes on.
    pub fn loop_cond(&mut self, expr: &'a Expr<'a>, body: Label) -> Done {
        self.branch(expr, body, Goal::Back)
    }

    fn branch(&mut self, expr: &'a Expr<'a>, target: Label, goal: Goal) -> Done {
        let mark = self.top();
        match expr.kind {
            ExprKind::BoolOp { op, values } => self.branch_bool(op, values, target, goal)?,
            ExprKind::UnaryOp {
                op: UnaryOp::Not,
                operand,
            } => match goal {
                Goal::If => self.branch(operand, target, Goal::Unless)?,
                Goal::Unless => self.branch(operand, target, Goal::If)?,
                Goal::Back => {
                    let end = self.label();
                    self.branch(operand, end, Goal::If)?;
                    self.emit_jump(expr.span, Op::loop_back, &[], target);
                    self.bind(end);
                }
            },
            ExprKind::Compare { left, rest } => {
                self.warn_identity(expr.span, left, rest);
                self.branch_compare(expr.span, left, rest, target, goal)?;
            }
            _ => match self.constant_value(expr) {
                Some(constant) => {
                    let is_true = truth(&constant);
                    match goal {
                        Goal::If if is_true => self.emit_jump(expr.span, Op::jump, &[], target),
                        Goal::Unless if !is_true => self.emit_jump(expr.span, Op::jump, &[], target),
                        Goal::Back if is_true => self.emit_jump(expr.span, Op::loop_back, &[], target),
                        _ => (),
                    }
                }
                None => {
                    let src = self.operand(expr, 0, true)?;
                    self.branch_register(expr.span, src, target, goal);
                }
            },
        }
        self.release(mark);
        Ok(())
    }

    fn branch_register(&mut self, span: Span, src: Reg, target: Label, goal: Goal) {
        let op = match goal {
            Goal::If => Op::jump_if,
            Goal::Unless => Op::jump_unless,
            Goal::Back => Op::loop_if,
        };
        self.emit_jump(span, op, &[r(src)], target);
    }

    fn branch_bool(&mut self, op: BoolOp, values: &'a [&'a Expr<'a>], target: Label, goal: Goal) -> Done {
        let (last, before) = values.split_last().expect("a boolean operation has operands");
        let short = matches!(
            (op, goal),
            (BoolOp::And, Goal::Unless) | (BoolOp::Or, Goal::If | Goal::Back)
        );
        if short {
            // Every operand decides by itself.
            for value in values {
                self.branch(value, target, goal)?;
            }
            return Ok(());
        }
        let end = self.label();
        let leave = if op == BoolOp::And { Goal::Unless } else { Goal::If };
        for value in before {
            self.branch(value, end, leave)?;
        }
        self.branch(last, target, goal)?;
        self.bind(end);
        Ok(())
    }

    fn branch_compare(
        &mut self,
        span: Span,
        left: &'a Expr<'a>,
        rest: &'a [Comparison<'a>],
        target: Label,
        goal: Goal,
    ) -> Done {
        let end = self.label();
        let (last, before) = rest.split_last().expect("a comparison has an operator");
        let until = match rest {
            [only] if self.is_constant(only.right) => 0,
            _ => span.end,
        };
        let mut lhs = self.operand(left, until, family(rest[0].op).is_some())?;
        for (index, link) in before.iter().enumerate() {
            let rhs = self.chain_operand(link, &rest[index + 1..])?;
            let leave = if goal == Goal::Unless { target } else { end };
            self.branch_one(span, link.op, lhs, rhs, leave, Goal::Unless);
            lhs = rhs;
        }
        if self.fuses()
            && let Some(constant) = self.constant_value(last.right)
        {
            let (value, is_none) = (immediate(&constant), constant == Constant::None);
            // A constant of the pool keeps the instruction narrow where a longer immediate would not.
            if let Some(family) = family(last.op)
                && goal == Goal::Unless
                && value.is_none_or(|value| i8::try_from(value).is_err())
                && matches!(constant, Constant::Int(_) | Constant::Float(_) | Constant::Str(_))
                && let Some(index) = self.near_constant(constant)
            {
                self.emit_jump(span, family.jump_not_const, &[r(lhs), index], target);
                self.bind(end);
                return Ok(());
            }
            if let (Some(family), Some(value)) = (family(last.op), value) {
                let op = match goal {
                    Goal::If => family.jump_imm,
                    Goal::Unless => family.jump_not_imm,
                    Goal::Back => family.loop_imm,
                };
                self.emit_jump(span, op, &[r(lhs), value], target);
                self.bind(end);
                return Ok(());
            }
            if is_none && matches!(last.op, CmpOp::Is | CmpOp::IsNot) {
                self.branch_none(span, lhs, last.op == CmpOp::Is, target, goal);
                self.bind(end);
                return Ok(());
            }
        }
        let rhs = self.chain_operand(last, &[])?;
        self.branch_one(span, last.op, lhs, rhs, target, goal);
        self.bind(end);
        Ok(())
    }

    fn branch_none(&mut self, span: Span, src: Reg, is_none: bool, target: Label, goal: Goal) {
        match goal {
            Goal::Back => {
                let end = self.label();
                self.branch_none(span, src, !is_none, end, Goal::If);
                self.emit_jump(span, Op::loop_back, &[], target);
                self.bind(end);
            }
            _ => {
                let op = if is_none == (goal == Goal::If) {
                    Op::jump_none
                } else {
                    Op::jump_not_none
                };
                self.emit_jump(span, op, &[r(src)], target);
            }
        }
    }

    fn branch_one(&mut self, span: Span, op: CmpOp, lhs: Reg, rhs: Reg, target: Label, goal: Goal) {
        if self.fuses()
            && let Some(family) = family(op)
        {
            let op = match goal {
                Goal::If => family.jump,
                Goal::Unless => family.jump_not,
                Goal::Back => family.loop_reg,
            };
            return self.emit_jump(span, op, &[r(lhs), r(rhs)], target);
        }
        let work = self.take();
        self.emit_compare(span, op, work, lhs, rhs);
        self.branch_register(span, work, target, goal);
        self.release(work);
    }

    /// CPYTHON: `is` with a literal gets a warning.
    fn warn_identity(&mut self, span: Span, left: &'a Expr<'a>, rest: &'a [Comparison<'a>]) {
        let is_literal = |expr: &'a Expr<'a>| match expr.kind {
            ExprKind::Constant { value, .. } => !matches!(
                value,
                ast::Constant::None | ast::Constant::True | ast::Constant::False | ast::Constant::Ellipsis
            ),
            ExprKind::Tuple { .. } => self.constant_value(expr).is_some(),
            _ => false,
        };
        let mut left = left;
        let mut found = None;
        for link in rest {
            if matches!(link.op, CmpOp::Is | CmpOp::IsNot) && (is_literal(left) || is_literal(link.right)) {
                found = Some((if is_literal(left) { left } else { link.right }, link.op));
                break;
            }
            left = link.right;
        }
        let Some((kind, op)) = found else { return };
        let name = type_name(kind).unwrap_or_default();
        let text = match op {
            CmpOp::Is => format!("\"is\" with '{name}' literal. Did you mean \"==\"?"),
            _ => format!("\"is not\" with '{name}' literal. Did you mean \"!=\"?"),
        };
        self.warn(span, &text);
    }
}
