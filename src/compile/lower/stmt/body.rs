//! Lists of statements: the dispatch over their kinds, and `if` chains.

use crate::bytecode::isa::{Intrinsic, Op};
use crate::compile::emitter::{Label, NO_SPAN};
use crate::compile::lower::state::{Block, Done, Lower, fail, r};
use crate::syntax::ast::{Expr, ExprKind, If, Stmt, StmtKind};
use crate::syntax::span::Span;

impl<'a> Lower<'a> {
    pub fn body(&mut self, body: &'a [Stmt<'a>]) -> Done {
        for stmt in body {
            self.statement(stmt)?;
        }
        Ok(())
    }

    fn statement(&mut self, stmt: &'a Stmt<'a>) -> Done {
        let span = stmt.span;
        match stmt.kind {
            StmtKind::Expr { value } => self.expression_statement(span, value),
            StmtKind::Assign { targets, value } => self.assignment(targets, value),
            StmtKind::AugAssign { target, op, value } => self.augmented(span, target, op, value),
            StmtKind::AnnAssign { .. } => self.annotated(stmt),
            StmtKind::If(node) => self.if_statement(span, node),
            StmtKind::Return { value } => self.return_statement(span, value),
            StmtKind::For(node) => self.for_loop(node),
            StmtKind::While(node) => self.while_loop(span, node),
            StmtKind::FunctionDef(node) => self.function_statement(span, node, false),
            StmtKind::AsyncFunctionDef(node) => self.function_statement(span, node, true),
            StmtKind::ClassDef(node) => self.class_statement(span, node),
            StmtKind::Try(node) => self.try_statement(span, node, false),
            StmtKind::TryStar(node) => self.try_statement(span, node, true),
            StmtKind::With(node) => self.with_statement(span, node, false),
            StmtKind::AsyncWith(node) => self.with_statement(span, node, true),
            StmtKind::AsyncFor(node) => {
                if !self.may_await() {
                    return fail("'async for' outside async function", span);
                }
                self.async_for_loop(node)
            }
            StmtKind::Import { names } => self.import(span, names),
            StmtKind::ImportFrom(node) => self.import_from(span, node),
            StmtKind::Raise { exc, cause } => self.raise(span, exc, cause),
            StmtKind::Assert { test, msg } => self.assert(span, test, msg),
            StmtKind::Delete { targets } => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Match(node) => self.match_statement(node),
            StmtKind::TypeAlias(node) => self.type_alias(span, node),
            StmtKind::Break => self.break_loop(span),
            StmtKind::Continue => self.continue_loop(span),
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } => Ok(()),
            // A statement without instructions still has a place where a trace stops.
            StmtKind::Pass => Ok(()),
        }
    }

    fn expression_statement(&mut self, span: Span, value: &'a Expr<'a>) -> Done {
        let mark = self.top();
        if self.interactive && self.outer.is_empty() {
            let src = self.any(value)?;
            let id = Intrinsic::PrintExpression as i32;
            self.emit(span, Op::intrinsic, &[r(self.top()), r(src), id]);
            self.take();
            self.release(mark);
            return Ok(());
        }
        if matches!(value.kind, ExprKind::Constant { .. }) {
            return Ok(());
        }
        if let ExprKind::Name { id, .. } = value.kind
            && let Some(local) = self.local(id)
        {
            self.check_bound(value.span, local);
            return Ok(());
        }
        let register = self.take();
        self.expr_to(value, register)?;
        self.release(mark);
        Ok(())
    }

    /// `if` and its `elif`s, in a loop.
    fn if_statement(&mut self, mut span: Span, mut node: &'a If<'a>) -> Done {
        let end = self.label();
        loop {
            if node.orelse.is_empty()
                && let Some(target) = self.plain_exit(node.body)
            {
                self.jump_cond(node.test, target, true)?;
                break;
            }
            let otherwise = self.label();
            self.jump_cond(node.test, otherwise, false)?;
            self.body(node.body)?;
            if node.orelse.is_empty() {
                self.bind(otherwise);
                break;
            }
            self.emit_jump(NO_SPAN, Op::jump, &[], end);
            self.bind(otherwise);
            if let [
                Stmt {
                    span: next_span,
                    kind: StmtKind::If(next),
                },
            ] = node.orelse
            {
                node = next;
                span = *next_span;
                continue;
            }
            self.body(node.orelse)?;
            break;
        }
        let _ = span;
        self.bind(end);
        Ok(())
    }

    /// The label to which a lone `break` or `continue` goes when nothing is pending in between.
    fn plain_exit(&self, body: &'a [Stmt<'a>]) -> Option<Label> {
        let Some(&Block::Loop { break_to, continue_to }) = self.unit.blocks.last() else {
            return None;
        };
        match body {
            [only] => match only.kind {
                StmtKind::Break => Some(break_to),
                StmtKind::Continue => Some(continue_to),
                _ => None,
            },
            _ => None,
        }
    }

    fn raise(&mut self, span: Span, exc: Option<&'a Expr<'a>>, cause: Option<&'a Expr<'a>>) -> Done {
        let mark = self.top();
        match (exc, cause) {
            (None, _) => self.emit(span, Op::raise_again, &[]),
            (Some(exc), None) => {
                let src = self.any(exc)?;
                self.emit(span, Op::raise, &[r(src)]);
            }
            (Some(exc), Some(cause)) => {
                let src = self.operand(exc, cause.span.end, false)?;
                let cause = self.any(cause)?;
                self.emit(span, Op::raise_from, &[r(src), r(cause)]);
            }
        }
        self.release(mark);
        Ok(())
    }

    fn assert(&mut self, span: Span, test: &'a Expr<'a>, msg: Option<&'a Expr<'a>>) -> Done {
        if let ExprKind::Tuple { elts: [_, ..], .. } = test.kind {
            self.warn(span, "assertion is always true, perhaps remove parentheses?");
        }
        if self.options.optimize > 0 {
            return Ok(());
        }
        let mark = self.top();
        let end = self.label();
        self.jump_cond(test, end, true)?;
        let window = self.take();
        self.load_none(span, window);
        let id = Intrinsic::AssertionError as i32;
        self.emit(span, Op::intrinsic, &[r(window), r(window), id]);
        if let Some(msg) = msg {
            self.push(msg)?;
            self.emit(test.span, Op::call, &[r(window), 1]);
        }
        self.emit(test.span, Op::raise, &[r(window)]);
        self.bind(end);
        self.release(mark);
        Ok(())
    }
}
