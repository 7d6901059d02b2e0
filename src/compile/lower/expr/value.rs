//! Any expression, into a wanted register or anywhere.
//!
//! INVARIANT: an expression writes its destination last, after all that may raise or look at it, when that is a local; a
//! temporary may be written early. Temporaries above the mark at entry are free again at the end.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::emitter::Label;
use crate::compile::lower::expr::mention;
use crate::compile::lower::state::{Done, Lower, fail, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{self, BoolOp, Expr, ExprKind, UnaryOp};
use crate::syntax::literal::ident;
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    /// The value of an expression, in a local where it lives already or in a new temporary.
    pub fn any(&mut self, expr: &'a Expr<'a>) -> Done<Reg> {
        self.operand(expr, 0, false)
    }

    /// As `any`; further operands that end at `until` are evaluated before the value is used. `inspects`: the instruction that
    /// reads the register notices UNBOUND.
    pub fn operand(&mut self, expr: &'a Expr<'a>, until: u32, inspects: bool) -> Done<Reg> {
        if let Some(register) = self.in_place(expr, until, inspects) {
            return Ok(register);
        }
        if let ExprKind::NamedExpr { target, value } = expr.kind
            && let ExprKind::Name { id, .. } = target.kind
            && let Some(local) = self.local(id)
            && !self.may_rebind(expr.span.end, until.max(expr.span.end))
        {
            self.forbid_assignment(target.span, id)?;
            self.expr_to(value, local)?;
            self.set_bound(local);
            return Ok(local);
        }
        let register = self.take();
        self.expr_to(expr, register)?;
        Ok(register)
    }

    /// The register of a local that nothing rebinds before `until`.
    pub fn in_place(&mut self, expr: &'a Expr<'a>, until: u32, inspects: bool) -> Option<Reg> {
        let ExprKind::Name { id, .. } = expr.kind else {
            return None;
        };
        let register = self.local(id)?;
        if until > expr.span.end && self.may_rebind(expr.span.end, until) {
            return None;
        }
        if inspects && until == 0 {
            self.note_read(register);
        } else {
            self.check_bound(expr.span, register);
        }
        Some(register)
    }

    /// Evaluates into a fresh temporary at the top, where a window grows.
    pub fn push(&mut self, expr: &'a Expr<'a>) -> Done<Reg> {
        let register = self.take();
        self.expr_to(expr, register)?;
        Ok(register)
    }

    /// Evaluates an expression into `dst`.
    pub fn expr_to(&mut self, expr: &'a Expr<'a>, dst: Reg) -> Done {
        let span = expr.span;
        match expr.kind {
            ExprKind::Name { id, .. } if *id != ident::DEBUG => {
                self.load_name(span, id, dst);
                Ok(())
            }
            ExprKind::Constant {
                value: ast::Constant::Str(text),
                ..
            } => {
                self.load_text(span, dst, text);
                Ok(())
            }
            ExprKind::Attribute { .. } | ExprKind::Call(_) => self.spine_to(expr, dst),
            ExprKind::IfExp { .. } => self.conditional_to(expr, dst),
            _ => match self.constant_value(expr) {
                Some(constant) => {
                    self.load_constant(span, dst, constant);
                    Ok(())
                }
                None => self.computed_to(expr, dst),
            },
        }
    }

    /// The same for what is no constant.
    fn computed_to(&mut self, expr: &'a Expr<'a>, dst: Reg) -> Done {
        let span = expr.span;
        match expr.kind {
            ExprKind::Name { id, .. } => {
                self.load_name(span, id, dst);
                Ok(())
            }
            ExprKind::BinOp { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } | ExprKind::Call(_) => {
                self.spine_to(expr, dst)
            }
            ExprKind::BoolOp { op, values } => {
                let work = self.work_for(values, dst);
                self.bool_to(op, values, span, work, dst)
            }
            ExprKind::Compare { left, rest } => self.compare_to(span, left, rest, dst),
            ExprKind::UnaryOp { op, operand } => self.unary_to(span, op, operand, dst),
            ExprKind::NamedExpr { target, value } => self.named_to(target, value, dst),
            ExprKind::Lambda { .. } => self.lambda_to(expr, dst),
            ExprKind::Dict { items } => self.dict_to(span, items, dst),
            ExprKind::Set { elts } => self.set_to(span, elts, dst),
            ExprKind::List { elts, .. } => self.list_to(span, elts, dst),
            ExprKind::Tuple { elts, .. } => self.tuple_to(span, elts, dst),
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp(_)
            | ExprKind::GeneratorExp { .. } => self.comprehension_to(expr, dst),
            ExprKind::Await { value } => self.await_to(span, value, dst),
            ExprKind::Yield { value } => self.yield_to(span, value, dst),
            ExprKind::YieldFrom { value } => self.yield_from_to(span, value, dst),
            ExprKind::FormattedValue { .. } => self.formatted_to(expr, dst, false),
            ExprKind::JoinedStr { values } => self.joined_to(span, values, dst),
            ExprKind::TemplateStr { values } => self.template_to(span, values, dst),
            ExprKind::Slice { lower, upper, step } => self.slice_to(span, [lower, upper, step], dst),
            ExprKind::Starred { .. } => fail("can't use starred expression here", span),
            ExprKind::Constant { .. } | ExprKind::Interpolation(_) | ExprKind::IfExp { .. } => {
                unreachable!("constants fold, interpolations stand in templates, conditionals went above")
            }
        }
    }

    /// `a if b else c if d else …`, in a loop.
    fn conditional_to(&mut self, mut expr: &'a Expr<'a>, dst: Reg) -> Done {
        let end = self.label();
        while let ExprKind::IfExp { test, body, orelse } = expr.kind {
            let otherwise = self.label();
            self.jump_cond(test, otherwise, false)?;
            self.expr_to(body, dst)?;
            self.emit_jump(body.span, Op::jump, &[], end);
            self.bind(otherwise);
            expr = orelse;
        }
        self.expr_to(expr, dst)?;
        self.bind(end);
        Ok(())
    }

    /// Where a value may be made step by step: in `dst`, unless that is a local whose old value somebody may still see.
    fn work_for(&mut self, values: &'a [&'a Expr<'a>], dst: Reg) -> Option<Reg> {
        if dst.is_temporary() {
            return Some(dst);
        }
        let name = self.unit.locals.get(dst.0 as usize);
        let name = name.and_then(|&name| self.symbols.idents.known(self.names.text(name)));
        // A private name may be written otherwise.
        let is_seen = self.unit.covers > 0
            || name.is_none_or(|name| name.starts_with('_') || mention::any_of(values.iter().copied(), &[name]));
        (!is_seen).then_some(dst)
    }

    fn bool_to(&mut self, op: BoolOp, values: &'a [&'a Expr<'a>], span: Span, work: Option<Reg>, dst: Reg) -> Done {
        let mark = self.top();
        let work = work.unwrap_or_else(|| self.take());
        let end = self.label();
        let (last, before) = values.split_last().expect("a boolean operation has operands");
        for value in before {
            self.value_or_leave(value, op, work, span, end)?;
        }
        self.expr_to(last, work)?;
        self.bind(end);
        self.copy(span, dst, work);
        self.release(mark);
        Ok(())
    }

    /// An operand of `op` into `work`, and to `end` if it decides. The truth of an operand that is a boolean operation itself is
    /// that of its own last operand: nothing is asked for its truth twice.
    fn value_or_leave(&mut self, expr: &'a Expr<'a>, op: BoolOp, work: Reg, span: Span, end: Label) -> Done {
        let ExprKind::BoolOp { op: inner, values } = expr.kind else {
            self.expr_to(expr, work)?;
            let form = match op {
                BoolOp::And => Op::jump_unless,
                BoolOp::Or => Op::jump_if,
            };
            self.emit_jump(span, form, &[r(work)], end);
            return Ok(());
        };
        let next = self.label();
        let (last, before) = values.split_last().expect("a boolean operation has operands");
        for value in before {
            let leave = if inner == op { end } else { next };
            self.value_or_leave(value, inner, work, expr.span, leave)?;
        }
        self.value_or_leave(last, op, work, span, end)?;
        self.bind(next);
        Ok(())
    }

    fn unary_to(&mut self, span: Span, op: UnaryOp, operand: &'a Expr<'a>, dst: Reg) -> Done {
        if op == UnaryOp::Not
            && let ExprKind::Compare { left, rest } = operand.kind
            && let [only] = rest
            && let Some(opposite) = Self::opposite(only.op)
        {
            return self.compare_one_to(operand.span, left, opposite, only.right, dst);
        }
        let mark = self.top();
        let src = self.operand(operand, 0, true)?;
        let operands = [r(dst), r(src)];
        match op {
            UnaryOp::Not => self.emit(span, Op::not, &operands),
            UnaryOp::USub => self.emit(span, Op::neg, &operands),
            UnaryOp::UAdd => self.emit(span, Op::intrinsic, &[r(dst), r(src), Intrinsic::Positive as i32]),
            UnaryOp::Invert => self.emit(span, Op::invert, &operands),
        }
        self.release(mark);
        Ok(())
    }

    fn named_to(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>, dst: Reg) -> Done {
        let ExprKind::Name { id, .. } = target.kind else {
            unreachable!("the target of := is a name")
        };
        if let Some(local) = self.local(id) {
            self.forbid_assignment(target.span, id)?;
            self.expr_to(value, local)?;
            self.set_bound(local);
            self.copy(target.span, dst, local);
            return Ok(());
        }
        let mark = self.top();
        let work = if dst.is_temporary() { dst } else { self.take() };
        self.expr_to(value, work)?;
        self.store_name(target.span, id, work)?;
        self.copy(target.span, dst, work);
        self.release(mark);
        Ok(())
    }

    fn await_to(&mut self, span: Span, value: &'a Expr<'a>, dst: Reg) -> Done {
        self.require_await(span)?;
        let mark = self.top();
        let awaitable = self.take();
        let src = self.any(value)?;
        self.emit_await(span, awaitable, src, 0);
        self.copy(span, dst, awaitable);
        self.release(mark);
        Ok(())
    }

    /// `dst = await src`; `dst` is a temporary.
    pub fn emit_await(&mut self, span: Span, dst: Reg, src: Reg, context: i32) {
        self.emit(span, Op::get_awaitable, &[r(dst), r(src), context]);
        let above = self.top().max(dst.at(1));
        self.emit(span, Op::delegate, &[r(dst), r(dst), r(above)]);
    }

    fn yield_to(&mut self, span: Span, value: Option<&'a Expr<'a>>, dst: Reg) -> Done {
        self.require_yield("yield", span)?;
        let mark = self.top();
        let src = match value {
            Some(value) => self.any(value)?,
            None => {
                let none = self.take();
                self.load_none(span, none);
                none
            }
        };
        self.release(mark);
        self.emit(span, Op::yield_value, &[r(dst), r(src), r(mark)]);
        Ok(())
    }

    fn yield_from_to(&mut self, span: Span, value: &'a Expr<'a>, dst: Reg) -> Done {
        self.require_yield("yield from", span)?;
        if self.is_async_unit() {
            return fail("'yield from' inside async function", span);
        }
        let mark = self.top();
        let iterator = self.take();
        let src = self.any(value)?;
        self.emit(span, Op::get_yield_from, &[r(iterator), r(src)]);
        self.emit(span, Op::delegate, &[r(dst), r(iterator), r(iterator.at(1))]);
        self.release(mark);
        Ok(())
    }

    fn slice_to(&mut self, span: Span, parts: [Option<&'a Expr<'a>>; 3], dst: Reg) -> Done {
        let first = self.take_many(3);
        for (index, part) in parts.into_iter().enumerate() {
            self.optional_to(span, part, first.at(index as u32))?;
        }
        self.emit(span, Op::build_slice, &[r(dst), r(first)]);
        self.release(first);
        Ok(())
    }

    /// An expression, or None where there is none.
    pub fn optional_to(&mut self, span: Span, expr: Option<&'a Expr<'a>>, dst: Reg) -> Done {
        match expr {
            Some(expr) => self.expr_to(expr, dst),
            None => {
                self.load_constant(span, dst, Constant::None);
                Ok(())
            }
        }
    }
}
