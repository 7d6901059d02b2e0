//! Leaving statements early: `break`, `continue` and `return` run what the statements around have pending.

use crate::bytecode::isa::Op;
use crate::compile::emitter::{Label, NO_SPAN, Range};
use crate::compile::lower::state::Variable;
use crate::compile::lower::state::{Block, Cover, Done, Lower, UnitKind, fail, r};
use crate::compile::register::{Bound, Reg};
use crate::syntax::ast::{Expr, ExprKind, Stmt};
use crate::syntax::literal::ident::Id;
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    /// From here on exceptions go to `handler`, arriving in `register`.
    pub fn open_cover(&mut self, handler: Label, register: Reg) {
        let start = Some(self.unit.emitter.here());
        self.unit.covers += 1;
        let depth = self.unit.covers;
        self.unit.blocks.push(Block::Cover(Cover {
            handler,
            register,
            start,
            depth,
            is_used: false,
        }));
    }

    /// Ends the innermost range; whether it holds any instruction.
    pub fn close_cover(&mut self) -> bool {
        let Some(Block::Cover(mut cover)) = self.unit.blocks.pop() else {
            unreachable!("covers are closed in the order of their opening")
        };
        self.unit.covers -= 1;
        self.suspend(&mut cover);
        cover.is_used
    }

    fn suspend(&mut self, cover: &mut Cover) {
        let end = self.unit.emitter.here();
        if let Some(start) = cover.start.take()
            && start < end
        {
            cover.is_used = true;
            self.unit.emitter.ranges.push(Range {
                start,
                end,
                handler: cover.handler,
                register: cover.register,
                depth: cover.depth,
            });
        }
    }

    /// The state in which a handler of what comes now starts.
    pub fn handler_state(&self) -> Bound {
        let mut bound = self.unit.emitter.bound.clone();
        for &register in &self.unit.deletable {
            bound.unset(register);
        }
        bound
    }

    /// Puts a handler here.
    pub fn bind_handler(&mut self, handler: Label, mut state: Bound, is_used: bool) {
        if !is_used {
            state.set_unreachable();
        }
        self.unit.emitter.bind_with(handler, state);
    }

    /// Ends the handled exception of `save` and raises `exception` on.
    pub fn emit_reraise(&mut self, save: Reg, exception: Reg) {
        self.emit(NO_SPAN, Op::pop_handled, &[r(save)]);
        self.emit(NO_SPAN, Op::reraise, &[r(exception)]);
    }

    /// Emits what leaving all blocks above `keep` does; `restore_blocks` puts them back behind the jump.
    pub fn leave_blocks(&mut self, keep: usize) -> Done<Vec<Block<'a>>> {
        let mut left = Vec::new();
        while self.unit.blocks.len() > keep {
            let mut block = self.unit.blocks.pop().expect("more than keep");
            match &mut block {
                Block::Loop { .. } | Block::GroupHandler => (),
                Block::Cover(cover) => {
                    let mut cover_now = *cover;
                    self.suspend(&mut cover_now);
                    *cover = cover_now;
                }
                Block::Finally { body } => {
                    let body = *body;
                    self.finally_body(body)?;
                }
                Block::Handled { save } => {
                    let save = *save;
                    self.emit(NO_SPAN, Op::pop_handled, &[r(save)]);
                }
                Block::HandlerName { name, .. } => {
                    let name = *name;
                    self.forget_handler_name(name)?;
                }
                Block::With { exit, is_async, span } => {
                    let (exit, is_async, span) = (*exit, *is_async, *span);
                    self.emit_exit(span, exit, is_async);
                }
            }
            left.push(block);
        }
        Ok(left)
    }

    pub fn restore_blocks(&mut self, left: Vec<Block<'a>>) {
        let here = self.unit.emitter.here();
        for mut block in left.into_iter().rev() {
            if let Block::Cover(cover) = &mut block {
                cover.start = Some(here);
            }
            self.unit.blocks.push(block);
        }
    }

    /// The end of `except … as name`: the name goes.
    pub fn forget_handler_name(&mut self, name: Id<'a>) -> Done {
        match self.variable(name) {
            Variable::Local(register) => {
                self.clear(NO_SPAN, register, 1);
                self.unit.emitter.bound.unset(register);
            }
            _ => {
                let none = self.take();
                self.load_none(NO_SPAN, none);
                self.store_name(NO_SPAN, name, none)?;
                self.delete_name(NO_SPAN, name)?;
                self.release(none);
            }
        }
        Ok(())
    }

    fn check_group_handler(&self, down_to: usize, span: Span) -> Done {
        let inside = &self.unit.blocks[down_to..];
        if inside.iter().any(|block| matches!(block, Block::GroupHandler)) {
            return fail(
                "'break', 'continue' and 'return' cannot appear in an except* block",
                span,
            );
        }
        Ok(())
    }

    /// The body of a `finally`, of which there are several copies.
    pub fn finally_body(&mut self, body: &'a [Stmt<'a>]) -> Done {
        let outer = std::mem::replace(&mut self.unit.in_finally, true);
        self.body(body)?;
        self.unit.in_finally = outer;
        Ok(())
    }

    /// CPYTHON: PEP 765 warns of jumps out of a `finally`.
    fn warn_finally(&mut self, span: Span, statement: &str) {
        if self.unit.in_finally {
            self.warn(span, &format!("'{statement}' in a 'finally' block"));
        }
    }

    pub fn break_loop(&mut self, span: Span) -> Done {
        self.warn_finally(span, "break");
        let is_loop = |block: &Block| matches!(block, Block::Loop { .. });
        let Some(at) = self.unit.blocks.iter().rposition(is_loop) else {
            self.check_group_handler(0, span)?;
            return fail("'break' outside loop", span);
        };
        self.check_group_handler(at, span)?;
        let Block::Loop { break_to, .. } = self.unit.blocks[at] else {
            unreachable!("found above")
        };
        self.jump_out(span, at, break_to)
    }

    pub fn continue_loop(&mut self, span: Span) -> Done {
        self.warn_finally(span, "continue");
        let is_loop = |block: &Block| matches!(block, Block::Loop { .. });
        let Some(at) = self.unit.blocks.iter().rposition(is_loop) else {
            self.check_group_handler(0, span)?;
            return fail("'continue' not properly in loop", span);
        };
        self.check_group_handler(at, span)?;
        let Block::Loop { continue_to, .. } = self.unit.blocks[at] else {
            unreachable!("found above")
        };
        self.jump_out(span, at + 1, continue_to)
    }

    fn jump_out(&mut self, span: Span, keep: usize, target: Label) -> Done {
        let left = self.leave_blocks(keep)?;
        self.emit_jump(span, Op::jump, &[], target);
        self.restore_blocks(left);
        Ok(())
    }

    pub fn return_statement(&mut self, span: Span, value: Option<&'a Expr<'a>>) -> Done {
        if !self.may_return() {
            return fail("'return' outside function", span);
        }
        if value.is_some() && self.unit.flags & crate::bytecode::code::Flags::ASYNC_GENERATOR != 0 {
            return fail("'return' with value in async generator", span);
        }
        self.check_group_handler(0, value.map_or(span, |value| value.span))?;
        self.warn_finally(span, "return");
        let mark = self.top();
        let is_pending = self
            .unit
            .blocks
            .iter()
            .any(|block| !matches!(block, Block::Loop { .. } | Block::Cover(_)));
        let constant = match value {
            None => Some(crate::bytecode::code::Constant::None),
            Some(value) => self.constant_value(value),
        };
        if let Some(constant) = constant {
            let left = self.leave_blocks(0)?;
            if self.unit.emitter.is_reachable() {
                let index = self.constant(constant);
                if index <= 0xFFFF && self.fuses() {
                    self.emit(span, Op::return_const, &[index as i32]);
                } else {
                    let register = self.take();
                    self.load_constant_at(span, register, index);
                    self.emit(span, Op::return_value, &[r(register)]);
                }
            }
            self.restore_blocks(left);
            self.release(mark);
            return Ok(());
        }
        let value = value.expect("no value is a constant");
        if !is_pending && matches!(value.kind, ExprKind::IfExp { .. }) {
            return self.return_conditional(span, value);
        }
        let register = if is_pending {
            self.push(value)?
        } else {
            self.any(value)?
        };
        let left = self.leave_blocks(0)?;
        self.emit(span, Op::return_value, &[r(register)]);
        self.restore_blocks(left);
        self.release(mark);
        Ok(())
    }

    /// `return a if b else c`: each branch returns by itself.
    fn return_conditional(&mut self, span: Span, mut expr: &'a Expr<'a>) -> Done {
        while let ExprKind::IfExp { test, body, orelse } = expr.kind {
            let otherwise = self.label();
            self.jump_cond(test, otherwise, false)?;
            if matches!(body.kind, ExprKind::IfExp { .. }) {
                let mark = self.top();
                let register = self.push(body)?;
                self.emit(span, Op::return_value, &[r(register)]);
                self.release(mark);
            } else {
                self.return_statement(span, Some(body))?;
            }
            self.bind(otherwise);
            expr = orelse;
        }
        self.return_statement(span, Some(expr))
    }

    fn may_return(&self) -> bool {
        matches!(
            self.unit.kind,
            UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda
        )
    }

    pub fn is_async_unit(&self) -> bool {
        self.unit.kind == UnitKind::AsyncFunction
    }

    /// Whether `await` and its kin are allowed here.
    pub fn may_await(&self) -> bool {
        self.unit.kind == UnitKind::AsyncFunction
            || (self.unit.kind == UnitKind::Module && self.options.allow_top_level_await)
            || (self.unit.kind == UnitKind::Comprehension && self.scope().coroutine)
    }

    /// A module that awaits is a coroutine.
    pub fn note_await(&mut self) {
        if self.unit.kind == UnitKind::Module {
            self.unit.flags |= crate::bytecode::code::Flags::COROUTINE;
        }
    }

    pub fn require_await(&mut self, span: Span) -> Done {
        if self.may_await() {
            self.note_await();
            return Ok(());
        }
        match self.unit.kind {
            UnitKind::Function | UnitKind::Lambda | UnitKind::Comprehension => {
                fail("'await' outside async function", span)
            }
            _ => fail("'await' outside function", span),
        }
    }

    /// `what` is `yield` or `yield from`.
    pub fn require_yield(&self, what: &str, span: Span) -> Done {
        match self.unit.kind {
            UnitKind::Function | UnitKind::AsyncFunction | UnitKind::Lambda => Ok(()),
            _ => fail(format!("'{what}' outside function"), span),
        }
    }
}
