//! `with` and `async with`.

use crate::bytecode::isa::Op;
use crate::compile::emitter::NO_SPAN;
use crate::compile::lower::state::{Block, Done, Lower, fail, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{Stmt, With, WithItem};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    pub fn with_statement(&mut self, span: Span, node: &'a With<'a>, is_async: bool) -> Done {
        if is_async && !self.may_await() {
            return fail("'async with' outside async function", span);
        }
        if is_async {
            self.note_await();
        }
        self.with_items(node.items, node.body, is_async)?;
        Ok(())
    }

    fn with_items(&mut self, items: &'a [WithItem<'a>], body: &'a [Stmt<'a>], is_async: bool) -> Done {
        let [item, rest @ ..] = items else {
            return self.body(body);
        };
        let span = item.context_expr.span;
        let mark = self.top();
        let exit = self.take_many(3);
        let entered = exit.at(2);
        let (exception, save, second) = (self.take(), self.take(), self.take());
        let (handler, cleanup, end) = (self.label(), self.label(), self.label());
        let inner = self.top();
        let manager = self.any(item.context_expr)?;
        let prepare = if is_async {
            Op::async_with_prepare
        } else {
            Op::with_prepare
        };
        self.emit(span, prepare, &[r(exit), r(manager)]);
        self.release(inner);
        // Nothing above is alive yet, so that the window may start here.
        self.emit(span, Op::call_method, &[r(entered), 0]);
        if is_async {
            self.emit_await(span, entered, entered, 1);
        }
        let state = self.handler_state();
        self.unit.blocks.push(Block::With { exit, is_async, span });
        self.open_cover(handler, exception);
        if let Some(target) = item.optional_vars {
            self.assign(target, entered)?;
        }
        self.release(inner);
        self.with_items(rest, body, is_async)?;
        let is_used = self.close_cover();
        self.unit.blocks.pop();
        self.emit_exit(span, exit, is_async);
        self.emit_jump(span, Op::jump, &[], end);
        self.bind_handler(handler, state.clone(), is_used);
        self.emit(NO_SPAN, Op::push_handled, &[r(save), r(exception)]);
        self.unit.blocks.push(Block::Handled { save });
        self.open_cover(cleanup, second);
        let answer = self.take();
        self.emit(span, Op::with_exit, &[r(answer), r(exit), r(exception)]);
        if is_async {
            self.emit_await(span, answer, answer, 2);
        }
        let suppressed = self.label();
        self.emit_jump(span, Op::jump_if, &[r(answer)], suppressed);
        let is_cleanup_used = self.close_cover();
        self.unit.blocks.pop();
        self.emit_reraise(save, exception);
        self.bind(suppressed);
        self.emit(NO_SPAN, Op::pop_handled, &[r(save)]);
        self.emit_jump(NO_SPAN, Op::jump, &[], end);
        self.bind_handler(cleanup, state, is_cleanup_used);
        self.emit_reraise(save, second);
        self.bind(end);
        self.release(mark);
        Ok(())
    }

    /// Calls the exit function with three None; its answer does not matter.
    pub fn emit_exit(&mut self, span: Span, exit: Reg, is_async: bool) {
        let window = self.take_many(5);
        self.copy(span, window, exit);
        self.copy(span, window.at(1), exit.at(1));
        for index in 2..5 {
            self.load_none(span, window.at(index));
        }
        self.emit(span, Op::call_method, &[r(window), 3]);
        if is_async {
            self.emit_await(span, window, window, 2);
        }
        self.release(window);
    }
}
