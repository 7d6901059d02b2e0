//! `try` with `except`, `else` and `finally`.

use crate::bytecode::isa::Op;
use crate::compile::emitter::NO_SPAN;
use crate::compile::lower::state::{Block, Done, Lower, fail, r};
use crate::compile::register::Reg;
use crate::syntax::ast::{ExceptHandler, Stmt, Try};
use crate::syntax::literal::ident::Id;
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    pub fn try_statement(&mut self, span: Span, node: &'a Try<'a>, is_group: bool) -> Done {
        if node.finalbody.is_empty() {
            self.try_except(span, node, is_group)
        } else {
            self.try_finally(span, node, is_group)
        }
    }

    fn try_finally(&mut self, span: Span, node: &'a Try<'a>, is_group: bool) -> Done {
        let mark = self.top();
        let exception = self.take();
        let (handler, end) = (self.label(), self.label());
        let state = self.handler_state();
        self.unit.blocks.push(Block::Finally { body: node.finalbody });
        self.open_cover(handler, exception);
        if node.handlers.is_empty() {
            self.body(node.body)?;
        } else {
            self.try_except(span, node, is_group)?;
        }
        let is_used = self.close_cover();
        self.unit.blocks.pop();
        self.finally_body(node.finalbody)?;
        self.emit_jump(NO_SPAN, Op::jump, &[], end);
        self.bind_handler(handler, state, is_used);
        self.handled_region(exception, |lower| lower.finally_body(node.finalbody), true)?;
        self.bind(end);
        self.release(mark);
        Ok(())
    }

    /// Runs `inside` with `exception` as the handled one; an exception that leaves it ends that. At its end the exception is
    /// raised again, if `raises`.
    fn handled_region(&mut self, exception: Reg, inside: impl FnOnce(&mut Lower<'a>) -> Done, raises: bool) -> Done {
        let mark = self.top();
        let (save, second) = (self.take(), self.take());
        let cleanup = self.label();
        self.emit(NO_SPAN, Op::push_handled, &[r(save), r(exception)]);
        let state = self.handler_state();
        self.unit.blocks.push(Block::Handled { save });
        self.open_cover(cleanup, second);
        inside(self)?;
        let is_used = self.close_cover();
        self.unit.blocks.pop();
        if raises {
            self.emit_reraise(save, exception);
        }
        let after = self.unit.emitter.bound.clone();
        self.bind_handler(cleanup, state, is_used);
        self.emit_reraise(save, second);
        debug_assert!(!after.is_reachable());
        self.release(mark);
        Ok(())
    }

    fn try_except(&mut self, span: Span, node: &'a Try<'a>, is_group: bool) -> Done {
        let mark = self.top();
        let exception = self.take();
        let (handler, end) = (self.label(), self.label());
        let state = self.handler_state();
        self.open_cover(handler, exception);
        self.body(node.body)?;
        let is_used = self.close_cover();
        self.body(node.orelse)?;
        self.emit_jump(NO_SPAN, Op::jump, &[], end);
        self.bind_handler(handler, state, is_used);
        if is_group {
            self.handled_region(
                exception,
                |lower| lower.group_handlers(span, node.handlers, exception, end),
                false,
            )?;
        } else {
            self.handled_region(exception, |lower| lower.handlers(node.handlers, exception, end), true)?;
        }
        self.bind(end);
        self.release(mark);
        Ok(())
    }

    fn handlers(
        &mut self,
        handlers: &'a [ExceptHandler<'a>],
        exception: Reg,
        end: crate::compile::emitter::Label,
    ) -> Done {
        // The two blocks of `handled_region` are the innermost.
        let keep = self.unit.blocks.len() - 2;
        for (index, handler) in handlers.iter().enumerate() {
            let next = self.label();
            match handler.class {
                None if index + 1 < handlers.len() => return fail("default 'except:' must be last", handler.span),
                None => (),
                Some(class) => {
                    let mark = self.top();
                    let matches = self.take();
                    let class_register = self.any(class)?;
                    let operands = [r(matches), r(exception), r(class_register)];
                    self.emit(class.span, Op::match_exception, &operands);
                    self.emit_jump(class.span, Op::jump_unless, &[r(matches)], next);
                    self.release(mark);
                }
            }
            match handler.name {
                None => self.body(handler.body)?,
                Some(name) => self.named_handler(name, handler, exception)?,
            }
            let left = self.leave_blocks(keep)?;
            self.emit_jump(NO_SPAN, Op::jump, &[], end);
            self.restore_blocks(left);
            self.bind(next);
        }
        Ok(())
    }

    /// The body of `except … as name`, which unbinds the name however it ends.
    fn named_handler(&mut self, name: Id<'a>, handler: &'a ExceptHandler<'a>, exception: Reg) -> Done {
        self.store_name(handler.span, name, exception)?;
        self.with_name(name, handler.span, handler.body)
    }

    pub fn with_name(&mut self, name: Id<'a>, span: Span, body: &'a [Stmt<'a>]) -> Done {
        let mark = self.top();
        let exception = self.take();
        let (cleanup, over) = (self.label(), self.label());
        let state = self.handler_state();
        self.unit.blocks.push(Block::HandlerName { name, span });
        self.open_cover(cleanup, exception);
        self.body(body)?;
        let is_used = self.close_cover();
        self.unit.blocks.pop();
        self.forget_handler_name(name)?;
        self.emit_jump(NO_SPAN, Op::jump, &[], over);
        self.bind_handler(cleanup, state, is_used);
        self.forget_handler_name(name)?;
        // Goes on to the cleanup of the region around, which ends the handled exception.
        self.emit(NO_SPAN, Op::reraise, &[r(exception)]);
        self.bind(over);
        self.release(mark);
        Ok(())
    }
}
