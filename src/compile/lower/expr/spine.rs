//! Operators, attributes, subscripts and calls: chains that may be 100,000 long, walked from the innermost link outwards.

use crate::bytecode::code::Constant;
use crate::bytecode::isa::Op;
use crate::compile::fold::expression;
use crate::compile::lower::state::{Done, Lower, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{Call, Expr, ExprKind};

/// The value of the links done so far.
#[derive(Clone)]
pub enum Current {
    Register(Reg),
    /// Not loaded yet.
    Constant(Constant),
}

impl<'a> Lower<'a> {
    /// Evaluates a chain into `dst`.
    pub fn spine_to(&mut self, expr: &'a Expr<'a>, dst: Reg) -> Done {
        let mark = self.top();
        let first = self.links.len();
        let base = self.push_links(expr);
        let count = self.links.len() - first;
        // Everything between lives in one temporary, at the top whenever a link begins.
        let mut work = self.is_top(dst).then_some(dst);
        let innermost = self.links[first + count - 1];
        let mut current = match self.constant_value(base) {
            Some(constant) => Current::Constant(constant),
            None => Current::Register(self.base_operand(base, innermost, &mut work)?),
        };
        for index in (0..count).rev() {
            let link = self.links[first + index];
            if let Current::Constant(left) = &current
                && let Some(folded) = self.fold_link(left, link)
            {
                current = Current::Constant(folded);
                continue;
            }
            let target = match (index, work) {
                (0, _) => dst,
                (_, Some(work)) if self.feeds_invoke(self.links[first + index - 1], link) => {
                    // The receiver of the call that comes stands behind its callee.
                    let receiver = self.take();
                    debug_assert_eq!(receiver, work.at(1));
                    self.release(receiver);
                    receiver
                }
                (_, Some(work)) => work,
                (_, None) => {
                    let register = self.take();
                    work = Some(register);
                    register
                }
            };
            let top = self.top();
            current = Current::Register(self.link(link, base, current, target, work)?);
            self.release(top);
        }
        self.links.truncate(first);
        match current {
            Current::Constant(constant) => self.load_constant(expr.span, dst, constant),
            Current::Register(register) => self.copy(expr.span, dst, register),
        }
        self.release(mark);
        Ok(())
    }

    /// Pushes the chain from the outermost link to the innermost; answers what stands below.
    fn push_links(&mut self, expr: &'a Expr<'a>) -> &'a Expr<'a> {
        let mut base = expr;
        loop {
            let next = match base.kind {
                ExprKind::BinOp { left, .. } => left,
                ExprKind::Attribute { value, .. } | ExprKind::Subscript { value, .. } => value,
                ExprKind::Call(call) => match call.func.kind {
                    // The attribute and the call are one link.
                    ExprKind::Attribute { value, .. } => value,
                    _ => call.func,
                },
                _ => return base,
            };
            self.links.push(base);
            let may_be_super = match base.kind {
                ExprKind::Attribute { .. } => true,
                ExprKind::Call(call) => !std::ptr::eq(next, call.func),
                _ => false,
            };
            if may_be_super && self.is_super(next) {
                return next;
            }
            base = next;
        }
    }

    /// The operand below the innermost link. `super()` is left to its link.
    fn base_operand(&mut self, base: &'a Expr<'a>, link: &'a Expr<'a>, work: &mut Option<Reg>) -> Done<Reg> {
        if self.is_super(base) && !matches!(link.kind, ExprKind::BinOp { .. } | ExprKind::Subscript { .. }) {
            let is_method_or_attribute = match link.kind {
                ExprKind::Attribute { .. } => true,
                ExprKind::Call(call) => !std::ptr::eq(call.func, base),
                _ => false,
            };
            if is_method_or_attribute {
                return Ok(self.top());
            }
        }
        let until = match link.kind {
            ExprKind::Attribute { .. } => 0,
            ExprKind::BinOp { right, .. } if self.constant_value(right).is_some() => 0,
            ExprKind::Call(call) if call.args.is_empty() && call.keywords.is_empty() => 0,
            // The object of a method is looked at before the arguments.
            ExprKind::Call(call) if !std::ptr::eq(call.func, base) => 0,
            _ => link.span.end,
        };
        let inspects = !matches!(link.kind, ExprKind::Call(call) if std::ptr::eq(call.func, base));
        if let Some(register) = self.in_place(base, until, inspects) {
            return Ok(register);
        }
        let register = match *work {
            Some(register) => register,
            None => {
                let register = self.take();
                *work = Some(register);
                register
            }
        };
        if matches!(link.kind, ExprKind::Call(call) if !std::ptr::eq(call.func, base) && self.is_invoke(call)) {
            // The receiver stands behind the callee already.
            let receiver = self.take();
            self.expr_to(base, receiver)?;
            self.release(receiver);
            return Ok(receiver);
        }
        self.expr_to(base, register)?;
        Ok(register)
    }

    /// Whether `link`, which makes its value in one instruction, makes the receiver of the `invoke` that is the next link.
    fn feeds_invoke(&self, next: &'a Expr<'a>, link: &'a Expr<'a>) -> bool {
        let is_simple = matches!(link.kind, ExprKind::Attribute { .. } | ExprKind::Subscript { .. });
        is_simple && matches!(next.kind, ExprKind::Call(call) if !std::ptr::eq(call.func, link) && self.is_invoke(call))
    }

    fn fold_link(&mut self, left: &Constant, link: &'a Expr<'a>) -> Option<Constant> {
        match link.kind {
            ExprKind::BinOp { op, right, .. } => expression::binary(left, op, &self.constant_value(right)?),
            ExprKind::Subscript { slice, .. } => expression::subscript(left, &self.constant_value(slice)?),
            _ => None,
        }
    }

    /// One link: from `current` to `target`, or elsewhere if that is cheaper; the answer says where.
    fn link(
        &mut self,
        link: &'a Expr<'a>,
        base: &'a Expr<'a>,
        current: Current,
        target: Reg,
        work: Option<Reg>,
    ) -> Done<Reg> {
        let span = link.span;
        if let ExprKind::BinOp { op, right, .. } = link.kind {
            self.binary_to(span, op, current, right, target)?;
            return Ok(target);
        }
        let current = match current {
            Current::Register(register) => register,
            Current::Constant(constant) => {
                // A window needs it at the top; the work register is there.
                let register = match work {
                    Some(register) => register,
                    None => self.take(),
                };
                self.load_constant(base.span, register, constant);
                register
            }
        };
        match link.kind {
            ExprKind::Attribute { value, attr, .. } => {
                if std::ptr::eq(value, base) && self.is_super(value) {
                    self.super_attribute_to(span, value, attr, target)?;
                } else {
                    self.emit_site(span, Op::load_attr, &[r(target), r(current)], attr);
                }
                Ok(target)
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.warn_subscript(value, slice);
                self.subscript_to(span, current, slice, target)?;
                Ok(target)
            }
            ExprKind::Call(call) => self.call_link(link, call, base, current, [Some(target), work]),
            _ => unreachable!("a link of a chain"),
        }
    }

    fn call_link(
        &mut self,
        link: &'a Expr<'a>,
        call: &'a Call<'a>,
        base: &'a Expr<'a>,
        current: Reg,
        places: [Option<Reg>; 2],
    ) -> Done<Reg> {
        self.warn_call(call.func);
        // The window starts at the target or the work register if one is at the top, else above everything.
        let window = match places.into_iter().flatten().find(|&place| self.is_top(place)) {
            Some(place) => place,
            None => self.take(),
        };
        match call.func.kind {
            ExprKind::Attribute { value, attr, .. } => {
                let is_super = std::ptr::eq(value, base) && self.is_super(value);
                let object = (!is_super).then_some(current);
                self.method_call(link.span, call, value, attr, object, window)?;
            }
            _ => {
                self.copy(call.func.span, window, current);
                self.plain_call(link.span, call, window)?;
            }
        }
        Ok(window)
    }
}
