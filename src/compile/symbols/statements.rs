//! Walks statements and patterns.

use crate::compile::symbols::collect::{Checked, Collector, check_name, fail};
use crate::compile::symbols::future;
use crate::compile::symbols::scope::{Flags, ScopeId, ScopeKind};
use crate::syntax::ast::{Alias, Context, Expr, ExprKind, For, If, MatchClass, Pattern, PatternKind};
use crate::syntax::ast::{Stmt, StmtKind, Try, With};
use crate::syntax::literal::ident::Id;
use crate::syntax::span::Span;

/// `global` or `nonlocal`.
#[derive(Clone, Copy)]
struct Declaration {
    flag: u16,
    word: &'static str,
}

const GLOBAL: Declaration = Declaration {
    flag: Flags::GLOBAL,
    word: "global",
};
const NONLOCAL: Declaration = Declaration {
    flag: Flags::NONLOCAL,
    word: "nonlocal",
};

impl<'a> Collector<'a> {
    pub fn stmts(&mut self, body: &'a [Stmt<'a>]) -> Checked {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'a Stmt<'a>) -> Checked {
        match stmt.kind {
            StmtKind::FunctionDef(def) => self.function(def, stmt.span, false),
            StmtKind::AsyncFunctionDef(def) => self.function(def, stmt.span, true),
            StmtKind::ClassDef(def) => self.class(def, stmt.span),
            StmtKind::TypeAlias(alias) => self.type_alias(alias, stmt),
            StmtKind::Return { value } => self.optional(value),
            StmtKind::Delete { targets } => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets)?;
                self.expr(value)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target)?;
                self.expr(value)
            }
            StmtKind::AnnAssign {
                target,
                annotation,
                value,
                simple,
            } => {
                self.annotated_target(target, simple, value.is_some(), stmt.span)?;
                self.annotation(annotation)?;
                self.optional(value)
            }
            StmtKind::Raise { exc, cause } => {
                self.optional(exc)?;
                self.optional(cause)
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.optional(msg)
            }
            StmtKind::Import { names } => names.iter().try_for_each(|alias| self.alias(alias)),
            StmtKind::ImportFrom(import) => {
                import.names.iter().try_for_each(|alias| self.alias(alias))?;
                let is_late = self.future.last.is_none_or(|last| stmt.span.start > last.start);
                if is_late && future::is_future(import) {
                    let message = "from __future__ imports must occur at the beginning of the file";
                    return fail(message, stmt.span);
                }
                Ok(())
            }
            StmtKind::Global { names } => self.declare(names, GLOBAL, stmt.span),
            StmtKind::Nonlocal { names } => self.declare(names, NONLOCAL, stmt.span),
            StmtKind::Expr { value } => self.expr(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
            _ => self.compound(stmt),
        }
    }

    /// Statements with bodies that may not run: annotations in them are conditional.
    fn compound(&mut self, stmt: &'a Stmt<'a>) -> Checked {
        let before = self.walk().conditional;
        match stmt.kind {
            StmtKind::For(part) => self.for_loop(part)?,
            StmtKind::AsyncFor(part) => {
                self.need_coroutine("'async for' outside async function", stmt.span)?;
                self.for_loop(part)?;
            }
            StmtKind::While(part) => {
                self.expr(part.test)?;
                self.walk().conditional = true;
                self.stmts(part.body)?;
                self.stmts(part.orelse)?;
            }
            StmtKind::If(part) => self.if_chain(part)?,
            StmtKind::With(part) => self.with(part)?,
            StmtKind::AsyncWith(part) => {
                self.need_coroutine("'async with' outside async function", stmt.span)?;
                self.with(part)?;
            }
            StmtKind::Match(part) => {
                self.expr(part.subject)?;
                self.walk().conditional = true;
                for case in part.cases {
                    self.pattern(case.pattern)?;
                    self.optional(case.guard)?;
                    self.stmts(case.body)?;
                }
            }
            StmtKind::Try(part) | StmtKind::TryStar(part) => self.try_block(part)?,
            _ => {}
        }
        self.walk().conditional = before;
        Ok(())
    }

    fn for_loop(&mut self, part: &'a For<'a>) -> Checked {
        self.expr(part.target)?;
        self.expr(part.iter)?;
        self.walk().conditional = true;
        self.stmts(part.body)?;
        self.stmts(part.orelse)
    }

    /// An `elif` chain may be of any length: no recursion along it.
    fn if_chain(&mut self, mut part: &'a If<'a>) -> Checked {
        loop {
            self.expr(part.test)?;
            self.walk().conditional = true;
            self.stmts(part.body)?;
            match part.orelse {
                [
                    Stmt {
                        kind: StmtKind::If(next),
                        ..
                    },
                ] => part = next,
                orelse => return self.stmts(orelse),
            }
        }
    }

    fn with(&mut self, part: &'a With<'a>) -> Checked {
        self.walk().conditional = true;
        for item in part.items {
            self.expr(item.context_expr)?;
            self.optional(item.optional_vars)?;
        }
        self.stmts(part.body)
    }

    fn try_block(&mut self, part: &'a Try<'a>) -> Checked {
        self.walk().conditional = true;
        self.stmts(part.body)?;
        for handler in part.handlers {
            self.optional(handler.class)?;
            if let Some(name) = handler.name {
                self.add(name, Flags::LOCAL, handler.span)?;
            }
            self.stmts(handler.body)?;
        }
        self.stmts(part.orelse)?;
        self.stmts(part.finalbody)
    }

    fn need_coroutine(&mut self, message: &str, span: Span) -> Checked {
        if self.allows_top_level_await() {
            self.here().coroutine = true;
        }
        if self.here().coroutine {
            Ok(())
        } else {
            fail(message, span)
        }
    }

    fn annotated_target(&mut self, target: &'a Expr<'a>, simple: bool, assigned: bool, span: Span) -> Checked {
        self.here().annotations_used = true;
        let ExprKind::Name { id, .. } = target.kind else {
            return self.expr(target);
        };
        let flags = self.flags(id);
        if simple && self.current() != ScopeId::MODULE && flags.has(Flags::GLOBAL | Flags::NONLOCAL) {
            let word = if flags.has(Flags::GLOBAL) { "global" } else { "nonlocal" };
            return fail(format!("annotated name '{id}' can't be {word}"), span);
        }
        if simple {
            self.add(id, Flags::ANNOTATED | Flags::LOCAL, target.span)
        } else if assigned {
            self.add(id, Flags::LOCAL, target.span)
        } else {
            Ok(())
        }
    }

    fn alias(&mut self, alias: &'a Alias<'a>) -> Checked {
        if alias.name == "*" && alias.asname.is_none() {
            if self.current_kind() != ScopeKind::Module {
                return fail("import * only allowed at module level", alias.span);
            }
            self.here().import_star = true;
            return Ok(());
        }
        match alias.bound {
            Some(bound) => self.add(bound, Flags::IMPORT, alias.span),
            None => Ok(()),
        }
    }

    fn declare(&mut self, names: &'a [Id<'a>], declaration: Declaration, span: Span) -> Checked {
        let Declaration { flag, word } = declaration;
        for name in names.iter().copied() {
            let before = self.flags(name);
            if before.has(Flags::PARAM | Flags::LOCAL | Flags::USE | Flags::ANNOTATED) {
                let message = if before.has(Flags::PARAM) {
                    format!("name '{name}' is parameter and {word}")
                } else if before.has(Flags::USE) {
                    format!("name '{name}' is used prior to {word} declaration")
                } else if before.has(Flags::ANNOTATED) {
                    format!("annotated name '{name}' can't be {word}")
                } else {
                    format!("name '{name}' is assigned to before {word} declaration")
                };
                return fail(message, span);
            }
            self.add(name, flag, span)?;
            self.record_directive(name, span);
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &'a Pattern<'a>) -> Checked {
        let captured = match pattern.kind {
            PatternKind::MatchValue { value } => return self.expr(value),
            PatternKind::MatchSingleton { .. } => None,
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => {
                self.patterns(patterns)?;
                None
            }
            PatternKind::MatchStar { name } => name,
            PatternKind::MatchMapping(mapping) => {
                self.exprs(mapping.keys)?;
                self.patterns(mapping.patterns)?;
                mapping.rest
            }
            PatternKind::MatchClass(class) => return self.class_pattern(class),
            PatternKind::MatchAs { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(pattern)?;
                }
                name
            }
        };
        captured.map_or(Ok(()), |name| self.add(name, Flags::LOCAL, pattern.span))
    }

    fn patterns(&mut self, patterns: &'a [&'a Pattern<'a>]) -> Checked {
        patterns.iter().try_for_each(|pattern| self.pattern(pattern))
    }

    fn class_pattern(&mut self, class: &'a MatchClass<'a>) -> Checked {
        self.expr(class.cls)?;
        self.patterns(class.patterns)?;
        for (attr, pattern) in class.kwd_attrs.iter().zip(class.kwd_patterns) {
            check_name(attr, pattern.span, Context::Store)?;
        }
        self.patterns(class.kwd_patterns)
    }
}
