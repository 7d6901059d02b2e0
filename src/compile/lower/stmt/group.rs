//! `except*`: every clause takes its part of the exception group; what is left or raised anew is combined at the end.

use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::emitter::{Label, NO_SPAN};
use crate::compile::lower::state::{Block, Done, Lower, r};
use crate::compile::register::Reg;
use crate::syntax::ast::ExceptHandler;
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    /// The clauses, inside a `handled_region` of `original`; goes to `end` when all is handled.
    pub fn group_handlers(&mut self, span: Span, handlers: &'a [ExceptHandler<'a>], original: Reg, end: Label) -> Done {
        let keep = self.unit.blocks.len() - 2;
        let mark = self.top();
        let (raised, rest) = (self.take(), self.take());
        self.emit(NO_SPAN, Op::build_list, &[r(raised), r(raised), 0]);
        self.copy(NO_SPAN, rest, original);
        for handler in handlers {
            self.group_handler(handler, raised, rest)?;
        }
        let skip = self.label();
        self.emit_jump(NO_SPAN, Op::jump_none, &[r(rest)], skip);
        self.emit(NO_SPAN, Op::list_append, &[r(raised), r(rest)]);
        self.bind(skip);
        let id = Intrinsic::CombineGroup as i32;
        self.emit(span, Op::intrinsic2, &[r(rest), r(original), r(raised), id]);
        let left = self.leave_blocks(keep)?;
        self.emit_jump(NO_SPAN, Op::jump_none, &[r(rest)], end);
        self.emit(NO_SPAN, Op::reraise, &[r(rest)]);
        self.restore_blocks(left);
        self.release(mark);
        Ok(())
    }

    fn group_handler(&mut self, handler: &'a ExceptHandler<'a>, raised: Reg, rest: Reg) -> Done {
        let mark = self.top();
        let (matched, save, exception) = (self.take(), self.take(), self.take());
        let (next, failed) = (self.label(), self.label());
        self.emit_jump(NO_SPAN, Op::jump_none, &[r(rest)], next);
        if let Some(class) = handler.class {
            let class_register = self.any(class)?;
            self.emit(class.span, Op::match_group, &[r(matched), r(rest), r(class_register)]);
        }
        self.emit_jump(NO_SPAN, Op::jump_none, &[r(matched)], next);
        self.emit(NO_SPAN, Op::push_handled, &[r(save), r(matched)]);
        let state = self.handler_state();
        self.unit.blocks.push(Block::GroupHandler);
        self.unit.blocks.push(Block::Handled { save });
        self.open_cover(failed, exception);
        match handler.name {
            None => self.body(handler.body)?,
            Some(name) => {
                self.store_name(handler.span, name, matched)?;
                self.with_name(name, handler.span, handler.body)?;
            }
        }
        let is_used = self.close_cover();
        self.unit.blocks.pop();
        self.unit.blocks.pop();
        self.emit(NO_SPAN, Op::pop_handled, &[r(save)]);
        self.emit_jump(NO_SPAN, Op::jump, &[], next);
        self.bind_handler(failed, state, is_used);
        self.emit(NO_SPAN, Op::pop_handled, &[r(save)]);
        self.emit(NO_SPAN, Op::list_append, &[r(raised), r(exception)]);
        self.bind(next);
        self.release(mark);
        Ok(())
    }
}
