//! Loops: tested at entry and at the bottom, where the jump back is.

use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::emitter::Label;
use crate::compile::fold::expression::truth;
use crate::compile::lower::state::{Block, Done, Lower, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{Expr, ExprKind, For, Stmt, While};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    pub fn while_loop(&mut self, span: Span, node: &'a While<'a>) -> Done {
        let [end, next, orelse] = [self.label(), self.label(), self.label()];
        let constant = self.constant_value(node.test).map(|constant| truth(&constant));
        if constant != Some(true) {
            self.jump_cond(node.test, orelse, false)?;
        }
        let body = self.bind_loop();
        self.loop_body(node.body, end, next)?;
        self.bind(next);
        if constant == Some(true) {
            self.emit_jump(span, Op::loop_back, &[], body);
        } else {
            self.loop_cond(node.test, body)?;
        }
        self.bind(orelse);
        self.body(node.orelse)?;
        self.bind(end);
        Ok(())
    }

    fn loop_body(&mut self, body: &'a [Stmt<'a>], break_to: Label, continue_to: Label) -> Done {
        self.unit.blocks.push(Block::Loop { break_to, continue_to });
        let outer = std::mem::replace(&mut self.unit.in_finally, false);
        self.body(body)?;
        self.unit.in_finally = outer;
        self.unit.blocks.pop();
        Ok(())
    }

    pub fn for_loop(&mut self, node: &'a For<'a>) -> Done {
        let mark = self.top();
        let end = self.label();
        let iterable = self.iterable(node.iter)?;
        self.emit_for(node.iter.span, iterable, node.target, |lower, next| {
            lower.loop_body(node.body, end, next)
        })?;
        self.release(mark);
        self.body(node.orelse)?;
        self.bind(end);
        Ok(())
    }

    /// What a loop runs over: a display of constants is one constant.
    fn iterable(&mut self, iter: &'a Expr<'a>) -> Done<Reg> {
        if let Some(constant) = self.constant_container(iter) {
            let register = self.take();
            self.load_constant(iter.span, register, constant);
            return Ok(register);
        }
        self.operand(iter, 0, true)
    }

    /// A loop over the register `src`; `body` gets the label at which the next round starts.
    pub fn emit_for(
        &mut self,
        span: Span,
        src: Reg,
        target: &'a Expr<'a>,
        body: impl FnOnce(&mut Lower<'a>, Label) -> Done,
    ) -> Done {
        let mark = self.top();
        let state = self.take_many(4);
        let (next, top) = (self.label(), self.label());
        self.forget_deletable();
        let mut entry = self.unit.emitter.bound.clone();
        self.emit_jump(span, Op::for_prepare, &[r(state), r(src)], next);
        let local = match target.kind {
            ExprKind::Name { id, .. } => self.local(id),
            _ => None,
        };
        let item = match local {
            Some(local) => {
                entry.set(local);
                local
            }
            None => self.take(),
        };
        self.unit.emitter.bind_with(top, entry);
        match (local, target.kind) {
            (Some(_), ExprKind::Name { id, .. }) => self.forbid_assignment(target.span, id)?,
            _ => self.assign(target, item)?,
        }
        body(self, next)?;
        self.bind(next);
        self.emit_jump(span, Op::for_next, &[r(item), r(state)], top);
        self.release(mark);
        Ok(())
    }

    pub fn async_for_loop(&mut self, node: &'a For<'a>) -> Done {
        let mark = self.top();
        let end = self.label();
        let iterable = self.any(node.iter)?;
        self.emit_async_for([node.iter.span; 2], iterable, false, node.target, |lower, next| {
            lower.loop_body(node.body, end, next)
        })?;
        self.release(mark);
        self.body(node.orelse)?;
        self.bind(end);
        Ok(())
    }

    /// As `emit_for`; the loop ends when awaiting the next item raises StopAsyncIteration.
    /// The spans are those of making the iterator and of asking for an item.
    pub fn emit_async_for(
        &mut self,
        [at_iter, span]: [Span; 2],
        src: Reg,
        is_iterator: bool,
        target: &'a Expr<'a>,
        body: impl FnOnce(&mut Lower<'a>, Label) -> Done,
    ) -> Done {
        self.note_await();
        let mark = self.top();
        let iterator = self.take();
        if is_iterator {
            self.copy(at_iter, iterator, src);
        } else {
            self.emit(at_iter, Op::get_aiter, &[r(iterator), r(src)]);
        }
        let exception = self.take();
        let item = self.take();
        let top = self.bind_loop();
        let (next, handler) = (self.label(), self.label());
        let entry = self.unit.emitter.bound.clone();
        self.open_cover(handler, exception);
        self.emit(span, Op::get_anext, &[r(item), r(iterator)]);
        self.emit(span, Op::delegate, &[r(item), r(item), r(item.at(1))]);
        self.close_cover();
        self.assign(target, item)?;
        body(self, next)?;
        self.bind(next);
        self.emit_jump(span, Op::loop_back, &[], top);
        self.unit.emitter.bind_with(handler, entry);
        let is_end = Intrinsic::IsStopAsyncIteration as i32;
        self.emit(span, Op::intrinsic, &[r(item), r(exception), is_end]);
        let over = self.label();
        self.emit_jump(span, Op::jump_if, &[r(item)], over);
        self.emit(span, Op::reraise, &[r(exception)]);
        self.bind(over);
        self.release(mark);
        Ok(())
    }
}
